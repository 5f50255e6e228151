/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-pdf-file-private.h"

G_BEGIN_DECLS

/**
 * StewardPdfAppender:
 * @file: what is appended to
 * @bytes: all of it so far, the file first
 * @places: StewardPdfPlace of what was appended
 * @next: number of the next new object
 *
 * Appends a saving to a file, whose own bytes stay as they are.
 */
typedef struct
{
  StewardPdfFile *file;
  GByteArray     *bytes;
  GArray         *places;
  guint           next;
} StewardPdfAppender;

void   steward_pdf_appender_init        (StewardPdfAppender     *self,
                                         StewardPdfFile         *file);
void   steward_pdf_appender_clear       (StewardPdfAppender     *self);
/* Begins object @number, a new one when it is 0; gives its number. */
guint  steward_pdf_appender_begin       (StewardPdfAppender     *self,
                                         guint                   number);
void   steward_pdf_appender_end         (StewardPdfAppender     *self);
void   steward_pdf_appender_print       (StewardPdfAppender     *self,
                                         const char             *format,
                                         ...) G_GNUC_PRINTF (2, 3);
/* A string for people, in UTF-16. */
void   steward_pdf_appender_print_text  (StewardPdfAppender     *self,
                                         const char             *text);
/* A dictionary as it was written, but with @n @values (text of PDF) of @keys
 * instead of its own. */
void   steward_pdf_appender_print_with  (StewardPdfAppender     *self,
                                         const StewardPdfValue  *dictionary,
                                         const guint8           *text,
                                         const char * const     *keys,
                                         const char * const     *values,
                                         guint                   n);
/* A whole new stream; @head is what its dictionary holds beside the length. */
guint  steward_pdf_appender_add_stream  (StewardPdfAppender     *self,
                                         const char             *head,
                                         const GByteArray       *stream);
/* Ends the saving, with a table of the kind that the file has. */
void   steward_pdf_appender_finish      (StewardPdfAppender     *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StewardPdfAppender, steward_pdf_appender_clear)

G_END_DECLS
