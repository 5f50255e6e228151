/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-gate.h"
#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardGatesBox:
 *
 * What a project still needs before it may go on, gate by gate: each condition
 * with whether it is met, and what to do about it. A condition that only a
 * person can know of is confirmed here. Gates that are passed are folded.
 */
#define STEWARD_TYPE_GATES_BOX (steward_gates_box_get_type ())

G_DECLARE_FINAL_TYPE (StewardGatesBox, steward_gates_box, STEWARD, GATES_BOX, AdwBin)

/* Shows the project of @session as it is now; hidden when its pack has none. */
void       steward_gates_box_show (StewardGatesBox *self,
                                   StewardSession  *session);
/* The button that confirms the condition @name, or NULL. */
GtkWidget *steward_gates_box_find (StewardGatesBox *self,
                                   const char      *name);

G_END_DECLS
