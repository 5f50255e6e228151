/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-gate.h"

G_BEGIN_DECLS

/* What of @gate is needed and not there, a line each, with the clause that asks
 * for it and the reason that was given for going on, if any. NULL when it is
 * passed. */
GtkWidget *steward_gate_view_new (StewardProject    *project,
                                  const StewardGate *gate);

G_END_DECLS
