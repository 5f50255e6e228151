/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-flowchart.h"
#include "steward-timeline.h"

G_BEGIN_DECLS

/* A drawing is scaled down that far before it is tiled: letters of it can
 * still be read on paper. */
#define STEWARD_SHEETS_READABLE 0.6

/* Lays a timeline out, one of those there are. (transfer full) */
typedef StewardTimeline *(*StewardTimelineMake) (const StewardTimelineOptions *options,
                                                 gpointer                      data);

/* Lays out for one page of the width and height of @options, with
 * %STEWARD_ZOOM_FIT: few rows are written larger, as people who look at a wall
 * want them, and larger on larger paper. Sets the text scale of @options.
 * (transfer full) */
StewardTimeline  *steward_sheets_fill_page    (StewardTimelineOptions *options,
                                               StewardTimelineMake     make,
                                               gpointer                data);

/**
 * StewardSheets:
 *
 * A drawing on sheets of paper: one that holds all of it, or as many as it
 * takes, with head, labels and signs on each. A printer gets the very pages
 * that the PDF has. The drawing is borrowed and has to live longer.
 */
typedef struct _StewardSheets StewardSheets;

/* Tiled when it would have to be made smaller than @least_scale, and then as
 * large as so many pages allow; 0 for one page in any case. Sizes are in
 * points. (transfer full), STEWARD_ERROR_RENDER */
StewardSheets    *steward_sheets_of_flowchart (const StewardFlowchart  *flowchart,
                                               StewardStyleKind         style,
                                               double                   page_width,
                                               double                   page_height,
                                               double                   least_scale,
                                               GError                 **error);
StewardSheets    *steward_sheets_of_timeline  (const StewardTimeline   *timeline,
                                               StewardStyleKind         style,
                                               double                   page_width,
                                               double                   page_height,
                                               double                   least_scale,
                                               GError                 **error);
void              steward_sheets_free         (StewardSheets           *self);
guint             steward_sheets_get_n_pages  (const StewardSheets     *self);
/* How long a point of the drawing is on paper. */
double            steward_sheets_get_scale    (const StewardSheets     *self);
/* What of the drawing is on that page and on no other; and what is painted of
 * it there: next to a cut it is on both pages, so that they can be glued and a
 * box is whole on the page on which it begins. Head, labels and signs come in
 * addition. */
cairo_rectangle_t steward_sheets_get_part     (const StewardSheets     *self,
                                               guint                    page);
cairo_rectangle_t steward_sheets_get_shown    (const StewardSheets     *self,
                                               guint                    page);
/* Paints a page (from 0) from the origin of @cr on, whose unit is a point and
 * which may be scaled and turned. */
void              steward_sheets_paint        (StewardSheets           *self,
                                               cairo_t                 *cr,
                                               guint                    page);
/* Told on the thread that makes a PDF, before each page and at the end. */
typedef void    (*StewardSheetsMade)          (guint                    n_made,
                                               guint                    n_pages,
                                               gpointer                 data);

/* Before a PDF is made: @made is told how far it is, and it stops with
 * %G_IO_ERROR_CANCELLED. Both may be NULL; @cancellable is borrowed. */
void              steward_sheets_watch        (StewardSheets           *self,
                                               GCancellable            *cancellable,
                                               StewardSheetsMade        made,
                                               gpointer                 data);
/* (transfer full), STEWARD_ERROR_RENDER */
GBytes           *steward_sheets_make_pdf     (StewardSheets           *self,
                                               GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardSheets, steward_sheets_free)

G_END_DECLS
