/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "steward-pdf-value-private.h"

G_BEGIN_DECLS

/* Limits of what is read from one file. */
#define STEWARD_PDF_MAX_OBJECTS (1024 * 1024)
#define STEWARD_PDF_MAX_VALUES (2 * 1024 * 1024)
/* In all sections together: each saving lists again what it changed. */
#define STEWARD_PDF_MAX_PLACES (4 * STEWARD_PDF_MAX_OBJECTS)
#define STEWARD_PDF_MAX_SECTIONS 512
#define STEWARD_PDF_MAX_UNPACKED (32 * 1024 * 1024)

typedef enum
{
  STEWARD_PDF_ABSENT,
  STEWARD_PDF_FREE,
  STEWARD_PDF_PLAIN,
  STEWARD_PDF_PACKED
} StewardPdfPlaceKind;

/**
 * StewardPdfPlace:
 * @kind: whether there is an object, and how it is kept
 * @where: of a plain one, its first byte; of a packed one, the number of the
 *   stream that holds it
 * @number: of the object
 * @extra: generation, or which one in the stream
 *
 * Where the file says that an object is.
 */
typedef struct
{
  StewardPdfPlaceKind kind;
  guint               number;
  guint               extra;
  gsize               where;
} StewardPdfPlace;

/**
 * StewardPdfSection:
 * @start, @end: from the table or stream up to the end of its trailer, with
 *   the "startxref" and "%%EOF" behind it where they follow at once
 * @is_stream: a cross-reference stream
 * @is_hybrid: belongs to a table, for readers that know such streams
 * @trailer: the dictionary
 * @places: StewardPdfPlace, in the order of the file
 *
 * One cross-reference section: what one saving of the file wrote.
 */
typedef struct
{
  gsize            start;
  gsize            end;
  gboolean         is_stream;
  gboolean         is_hybrid;
  StewardPdfValue *trailer;
  GArray          *places;
} StewardPdfSection;

/**
 * StewardPdfObject:
 * @value: the value, of a stream its dictionary
 * @is_stream: whether bytes follow
 * @stream: those bytes as they are in the file
 * @stream_length: how many
 * @text: what @value's positions count in
 * @start, @end: in the file, of a plain object: from its number to "endobj"
 *
 * An object of a file, owned by the file.
 */
typedef struct
{
  guint            number;
  guint            generation;
  StewardPdfValue *value;
  gboolean         is_stream;
  const guint8    *stream;
  gsize            stream_length;
  const guint8    *text;
  gsize            start;
  gsize            end;
} StewardPdfObject;

/**
 * StewardPdfFile:
 * @bytes: all of it
 * @data, @end: the part that is looked at: a file as it was when it ended there
 * @startxref: where its newest section is
 * @places: StewardPdfPlace by number, the newest of each
 * @sections: StewardPdfSection, newest first
 * @trailer: of the newest section (transfer none)
 * @objects: what was read so far, by number
 * @packs: streams of objects that were unpacked, by number
 * @budget: values that may still be read
 * @unpacked: bytes that were unpacked so far
 * @n_places: lines in all sections
 * @depth: objects that are being read at the moment
 *
 * A PDF file, read without any repair.
 */
typedef struct
{
  GBytes          *bytes;
  const guint8    *data;
  gsize            end;
  gsize            startxref;
  GArray          *places;
  GPtrArray       *sections;
  StewardPdfValue *trailer;
  GHashTable      *objects;
  GHashTable      *packs;
  guint            budget;
  gsize            unpacked;
  guint            n_places;
  guint            depth;
} StewardPdfFile;

/* Opens the first @end bytes of @bytes as a file. */
StewardPdfFile   *steward_pdf_file_open        (GBytes                 *bytes,
                                                gsize                   end,
                                                GError                **error);
void              steward_pdf_file_free        (StewardPdfFile         *self);
/* The place of the object @number, NULL when the file has none. */
StewardPdfPlace  *steward_pdf_file_get_place   (StewardPdfFile         *self,
                                                guint                   number);
/* Object @number, NULL when there is none, which is no error: then @error is
 * not set. (transfer none) */
StewardPdfObject *steward_pdf_file_get_object  (StewardPdfFile         *self,
                                                guint                   number,
                                                GError                **error);
/* Reads an object at a given place, which need not be the newest one.
 * (transfer full) */
StewardPdfObject *steward_pdf_file_read_at     (StewardPdfFile         *self,
                                                const StewardPdfPlace  *place,
                                                GError                **error);
void              steward_pdf_object_free      (StewardPdfObject       *object);
/* What @value means: itself, or what it refers to; NULL when there is nothing
 * or, with @error set, when that is damaged. (transfer none) */
StewardPdfValue  *steward_pdf_file_resolve     (StewardPdfFile         *self,
                                                StewardPdfValue        *value,
                                                GError                **error);
/* The same of a key of a dictionary. */
StewardPdfValue  *steward_pdf_file_get         (StewardPdfFile         *self,
                                                const StewardPdfValue  *dictionary,
                                                const char             *key,
                                                GError                **error);
/* A stream without its filters. (transfer full) */
GByteArray       *steward_pdf_file_unpack      (StewardPdfFile         *self,
                                                const StewardPdfObject *object,
                                                GError                **error);

/* Reads the sections from @self->startxref on; used when opening. */
gboolean          steward_pdf_file_read_sections (StewardPdfFile       *self,
                                                GError                **error);
void              steward_pdf_section_free     (StewardPdfSection      *section);
/* Says that the file is damaged at the byte @position. @problem is a msgid. */
void              steward_pdf_fail_at          (GError                **error,
                                                const char             *problem,
                                                gsize                   position);
/* A parser from @position on. */
StewardPdfParser  steward_pdf_file_parser      (StewardPdfFile         *self,
                                                gsize                   position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardPdfFile, steward_pdf_file_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardPdfObject, steward_pdf_object_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardPdfSection, steward_pdf_section_free)

G_END_DECLS
