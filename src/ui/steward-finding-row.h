/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-check.h"

G_BEGIN_DECLS

/**
 * StewardFindingRow:
 *
 * One finding in a list: how much it weighs, what it is about, what is wrong,
 * the rule with its clause, and what to do. #StewardFindingRow::answer asks to
 * acknowledge it, or to take that back.
 */
#define STEWARD_TYPE_FINDING_ROW (steward_finding_row_get_type ())

G_DECLARE_FINAL_TYPE (StewardFindingRow, steward_finding_row, STEWARD, FINDING_ROW, GtkListBoxRow)

/* @findings[@index]; with @alone it stands where what it is about is shown
 * already, and leads nowhere. */
GtkWidget            *steward_finding_row_new         (GPtrArray         *findings,
                                                       guint              index,
                                                       gboolean           alone);
const StewardFinding *steward_finding_row_get_finding (StewardFindingRow *self);

G_END_DECLS
