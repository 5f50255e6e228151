/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardFormHead:
 *
 * The head of the assessment form as on paper: the name of the project, who
 * filled the form in, and when.
 */
#define STEWARD_TYPE_FORM_HEAD (steward_form_head_get_type ())

G_DECLARE_FINAL_TYPE (StewardFormHead, steward_form_head, STEWARD, FORM_HEAD, GtkWidget)

GtkWidget   *steward_form_head_new       (StewardSession  *session);
/* Shows the project as it is now; what is being typed is left alone. */
void         steward_form_head_update    (StewardFormHead *self);
/* The entry of that fact; NULL when it is not in the head. */
GtkEditable *steward_form_head_get_entry (StewardFormHead *self,
                                          StewardFact      fact);

G_END_DECLS
