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
/* Takes the keyboard for the items beside the flowchart, if they are shown. */
void       steward_slide_view_enter      (StewardSlideView    *self);
/* Takes the keyboard for the words of the party whose turn it is. */
void       steward_slide_view_enter_words (StewardSlideView   *self);
/* To the next (1) or the last (-1) that something can be said of. */
void       steward_slide_view_turn       (StewardSlideView    *self,
                                          int                  direction);
/* Height of the smallest letters, in pixels. */
void       steward_slide_view_set_letters (StewardSlideView   *self,
                                          double               letters);

G_END_DECLS
