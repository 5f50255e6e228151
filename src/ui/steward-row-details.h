/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardRowDetails:
 *
 * A bar that says in words what a box or bar of a drawing stands for: state,
 * dates, and why it lies where it lies.
 */
#define STEWARD_TYPE_ROW_DETAILS (steward_row_details_get_type ())

G_DECLARE_FINAL_TYPE (StewardRowDetails, steward_row_details, STEWARD, ROW_DETAILS, GtkWidget)

/* @row NULL hides the bar. Nothing of @row is kept. */
void  steward_row_details_show     (StewardRowDetails        *self,
                                    const StewardScheduleRow *row);
/* Everything about @row in one sentence-like line. (transfer full) */
char *steward_row_details_describe (const StewardScheduleRow *row);
/* Opens the case of the row that is shown, if it has one. */
void  steward_row_details_open     (StewardRowDetails        *self);

G_END_DECLS
