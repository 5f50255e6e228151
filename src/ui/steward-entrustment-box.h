/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-form-dialog.h"
#include "steward-papers.h"
#include "steward-session.h"

G_BEGIN_DECLS

/* How far the entrustment has come, a button for each step that is possible
 * now, and the steps so far. (transfer floating) */
GtkWidget         *steward_entrustment_box_new (StewardSession         *session);

/* Asks for what a step needs, and records it. Why a step cannot be is said in
 * the window. (transfer none) */
StewardFormDialog *steward_entrustment_ask     (GtkWindow              *parent,
                                                StewardSession         *session,
                                                StewardEntrustmentKind  kind);

G_END_DECLS
