/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-paper-preview.h"

G_BEGIN_DECLS

/**
 * StewardPaperView:
 *
 * The pages of a paper below each other, small ones at the side to go to a
 * page, and a text to be found on them. The property "thumbnails" shows the
 * small ones.
 */
#define STEWARD_TYPE_PAPER_VIEW (steward_paper_view_get_type ())

G_DECLARE_FINAL_TYPE (StewardPaperView, steward_paper_view, STEWARD, PAPER_VIEW, AdwBin)

/* Shows the pages of @preview, or nothing. They shrink with the window unless
 * they are to stay @whole. What is being looked for is looked for again. */
void       steward_paper_view_show    (StewardPaperView          *self,
                                       const StewardPaperPreview *preview,
                                       gboolean                   whole);
/* A widget above the pages, which scrolls with them; NULL for none. */
void       steward_paper_view_set_top (StewardPaperView          *self,
                                       GtkWidget                 *top);
/* Asks what to look for. */
void       steward_paper_view_find    (StewardPaperView          *self);
/* Goes to the next place where it was found, or with @back to the one before. */
void       steward_paper_view_step    (StewardPaperView          *self,
                                       gboolean                   back);
/* Scrolls to the top of a page. */
void       steward_paper_view_go_to   (StewardPaperView          *self,
                                       guint                      page);
/* Scrolls to the very top, to what stands above the first page. */
void       steward_paper_view_go_to_top (StewardPaperView        *self);
/* Where it was found; NULL while nothing is looked for.
 * (element-type StewardPaperSpot) */
GArray    *steward_paper_view_get_spots (StewardPaperView        *self);

G_END_DECLS
