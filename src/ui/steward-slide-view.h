/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-presentation.h"

G_BEGIN_DECLS

/**
 * StewardSlideView:
 *
 * One slide of a presentation, in type to be read from the last row, kept as
 * the meeting decides.
 */
#define STEWARD_TYPE_SLIDE_VIEW (steward_slide_view_get_type ())

G_DECLARE_FINAL_TYPE (StewardSlideView, steward_slide_view, STEWARD, SLIDE_VIEW, AdwBin)

GtkWidget *steward_slide_view_new        (StewardPresentation *presentation,
                                          const StewardSlide  *slide);
/* Shows the items of the stage beside its flowchart. Nothing on a slide
 * without a stage. */
void       steward_slide_view_show_items (StewardSlideView    *self,
                                          gboolean             shown);
/* To the next (or, with -1, the last) screen of a stage that takes several.
 * FALSE when there is none in that direction. */
gboolean   steward_slide_view_step       (StewardSlideView    *self,
                                          int                  direction);
/* The item whose box is selected on the slide of a stage, without its segment;
 * NULL when there is none. (transfer full) */
char      *steward_slide_view_get_item   (StewardSlideView    *self);
/* Takes the keyboard where something can be decided; else it stays with the
 * window, and no box is lit up. */
void       steward_slide_view_enter      (StewardSlideView    *self);

G_END_DECLS
