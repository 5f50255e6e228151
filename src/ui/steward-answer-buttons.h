/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-meeting.h"

G_BEGIN_DECLS

/* A row of three buttons that says one thing of three or nothing: agreed, with
 * conditions, not agreed; or present, excused, absent. Each names its key. */

/* @choice: 1 to 3, 0 when what was said is taken back. */
typedef void (*StewardAnswerFunc) (guint    choice,
                                   gpointer user_data);

/* Nothing is said yet. @attendance: who is there, instead of what they say;
 * @func is told what somebody says. (transfer floating) */
GtkWidget       *steward_answer_buttons_new           (gboolean           attendance,
                                                       StewardAnswerFunc  func,
                                                       gpointer           user_data);
/* @choice: 0 to 3. Calls nobody. */
void             steward_answer_buttons_set           (GtkWidget         *buttons,
                                                       guint              choice);
/* @presence as a choice, 0 while nobody noted it. */
guint            steward_answer_buttons_from_presence (gboolean           heard,
                                                       StewardPresence    presence);
/* @choice: 1 to 3. */
StewardPresence  steward_answer_buttons_to_presence   (guint              choice);
/* In the language of the user. */
const char      *steward_answer_buttons_name_presence (gboolean           heard,
                                                       StewardPresence    presence);

G_END_DECLS
