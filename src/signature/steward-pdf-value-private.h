/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Nested deeper than this is no document but an attack. */
#define STEWARD_PDF_MAX_DEPTH 64

typedef enum
{
  STEWARD_PDF_NULL,
  STEWARD_PDF_BOOLEAN,
  STEWARD_PDF_INTEGER,
  STEWARD_PDF_REAL,
  STEWARD_PDF_STRING,
  STEWARD_PDF_NAME,
  STEWARD_PDF_ARRAY,
  STEWARD_PDF_DICTIONARY,
  STEWARD_PDF_REFERENCE
} StewardPdfKind;

/**
 * StewardPdfValue:
 * @kind: which of the fields below hold
 * @hex: a string was written as hexadecimal digits
 * @start, @end: where it stands in the text it was read from
 * @integer: of an integer or boolean
 * @real: of a real
 * @text: of a string or name, decoded and ended by NUL; @length without it
 * @items: of an array; of a dictionary key, value, key, value …, sorted by key
 * @number, @generation: of a reference
 *
 * One value of a PDF file with where it stood, so that it can be copied as it
 * was written.
 */
typedef struct
{
  StewardPdfKind  kind;
  gboolean        hex;
  gsize           start;
  gsize           end;
  union
  {
    gint64        integer;
    double        real;
    struct
    {
      char       *text;
      gsize       length;
    };
    GPtrArray    *items;
    struct
    {
      guint       number;
      guint       generation;
    };
  };
} StewardPdfValue;

/**
 * StewardPdfParser:
 * @data, @end: the text, up to where it may be read
 * @position: of the next byte
 * @budget: how many more values may be made; shared by all that is read from
 *   one file, so that a small file cannot fill the memory
 * @problem: what was wrong at @position, a msgid; NULL while all is well
 *
 * Reads values out of a text.
 */
typedef struct
{
  const guint8 *data;
  gsize         end;
  gsize         position;
  guint        *budget;
  const char   *problem;
} StewardPdfParser;

gboolean         steward_pdf_is_white      (guint8                  c);
void             steward_pdf_skip_white    (StewardPdfParser       *parser);
/* Steps over @word if it is next and ends there. */
gboolean         steward_pdf_skip_word     (StewardPdfParser       *parser,
                                            const char             *word);
/* An unsigned number of at most ten digits. */
gboolean         steward_pdf_parse_number  (StewardPdfParser       *parser,
                                            guint64                *number);
/* The next value, NULL when @parser->problem says why not. (transfer full) */
StewardPdfValue *steward_pdf_parse_value   (StewardPdfParser       *parser);
void             steward_pdf_value_free    (StewardPdfValue        *self);

/* All take NULL and values of another kind, and then find nothing. */
StewardPdfValue *steward_pdf_value_get     (const StewardPdfValue  *dictionary,
                                            const char             *key);
StewardPdfValue *steward_pdf_value_at      (const StewardPdfValue  *array,
                                            guint                   i);
guint            steward_pdf_value_length  (const StewardPdfValue  *array);
gboolean         steward_pdf_value_is_name (const StewardPdfValue  *self,
                                            const char             *name);
gboolean         steward_pdf_value_get_size (const StewardPdfValue *self,
                                            gsize                  *size);
gboolean         steward_pdf_value_equal   (const StewardPdfValue  *a,
                                            const StewardPdfValue  *b);
/* Text of others as UTF-8 without anything that is not seen: it could move the
 * cursor of a terminal, turn letters round, or end a name early.
 * (transfer full) */
char            *steward_pdf_clean_text    (const char             *text,
                                            gsize                   length);
/* A string for people, cleaned, NULL when it is none. (transfer full) */
char            *steward_pdf_value_decode  (const StewardPdfValue  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardPdfValue, steward_pdf_value_free)

G_END_DECLS
