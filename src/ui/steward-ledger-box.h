/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-session.h"

G_BEGIN_DECLS

/* Most lines that are listed; the paper below has all. */
#define STEWARD_LEDGER_BOX_LINES 50

/* What was written into the ledger, newest first, each line to be changed; and
 * buttons for a new line ("win.ledger-entry") and for the whole as a
 * spreadsheet ("papers.spreadsheet"). (transfer floating) */
GtkWidget *steward_ledger_box_new (StewardSession *session);

G_END_DECLS
