/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * StewardPlanText:
 *
 * A row with a computed text that can be worded otherwise in place: Enter
 * begins, Ctrl+Enter or leaving it ends, Escape gives up.
 *
 * #StewardPlanText::entered is emitted with the text that was typed,
 * #StewardPlanText::reset when the computed text is wanted back, and
 * #StewardPlanText::done whenever typing ends, with or without a new text.
 */
#define STEWARD_TYPE_PLAN_TEXT (steward_plan_text_get_type ())

G_DECLARE_FINAL_TYPE (StewardPlanText, steward_plan_text, STEWARD, PLAN_TEXT, GtkListBoxRow)

/* @edited_by: who worded it, "" when nobody is known; NULL: it is as computed. */
GtkWidget *steward_plan_text_new        (const char      *title,
                                         const char      *text,
                                         const char      *edited_by);
gboolean   steward_plan_text_is_editing (StewardPlanText *self);
/* Begins to type, as Enter does. */
void       steward_plan_text_edit       (StewardPlanText *self);
/* Ends typing: takes what is typed, or with @discard gives it up. */
void       steward_plan_text_finish     (StewardPlanText *self,
                                         gboolean         discard);

G_END_DECLS
