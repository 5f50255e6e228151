/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-pdf-finalise.h"
#include "steward-text-private.h"

G_BEGIN_DECLS

/**
 * StewardPages:
 *
 * What stands where on which page: lines of text, rules, structure tags,
 * outline entries, signature fields. Composed first, painted later, because
 * a page has to say how many pages there are. Points from the upper left.
 */
typedef struct _StewardPages StewardPages;

/**
 * StewardPaperInfo:
 * @as_of: date the paper is about, so that the same facts give the same bytes
 */
typedef struct
{
  const char *title;
  const char *author;
  const char *subject;
  const char *as_of;       /* YYYY-MM-DD */
} StewardPaperInfo;

/**
 * StewardFolio:
 * @STEWARD_FOLIO_COUNT: 第 1 页 共 2 页, in the middle
 * @STEWARD_FOLIO_OUTER: — 1 —, on the outer side, as GB/T 9704—2012 has it
 *
 * How pages are numbered.
 */
typedef enum { STEWARD_FOLIO_COUNT, STEWARD_FOLIO_OUTER } StewardFolio;

StewardPages *steward_pages_new         (double            width,
                                         double            height);
void          steward_pages_free        (StewardPages     *self);
/* @left, @right: margins of the page; @y: upper edge of the numbers, which
 * stand one letter inside of the margins. */
void          steward_pages_set_folio   (StewardPages     *self,
                                         StewardFolio      folio,
                                         double            left,
                                         double            right,
                                         double            y);
/* Everything added from here on stands on a further page. */
void          steward_pages_add_page    (StewardPages     *self);
guint         steward_pages_get_n_pages (const StewardPages *self);
void          steward_pages_add_line    (StewardPages     *self,
                                         StewardParagraph *paragraph,
                                         guint             line,
                                         double            x,
                                         double            y);
void          steward_pages_add_rule    (StewardPages     *self,
                                         double            x0,
                                         double            y0,
                                         double            x1,
                                         double            y1,
                                         double            thickness);
/* @tag must be a literal of the standard structure types. */
void          steward_pages_begin       (StewardPages     *self,
                                         const char       *tag);
void          steward_pages_end         (StewardPages     *self,
                                         const char       *tag);
/* @level 0 is the outermost. */
void          steward_pages_add_outline (StewardPages     *self,
                                         guint             level,
                                         const char       *title,
                                         double            y);
/* An empty signature field on the current page. */
void          steward_pages_add_field   (StewardPages     *self,
                                         const char       *name,
                                         const char       *label,
                                         double            x,
                                         double            y,
                                         double            width,
                                         double            height);
/* Paints everything as a tagged PDF with language, identifiers and fields.
 * (transfer full), STEWARD_ERROR_RENDER */
GBytes       *steward_pages_to_pdf      (StewardPages     *self,
                                         StewardFonts     *fonts,
                                         const StewardPaperInfo *info,
                                         GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardPages, steward_pages_free)

G_END_DECLS
