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
/* What it says while there is nothing to show, instead of going away: the
 * drawing above must not change its size under a pointer that holds a bar.
 * NULL: it goes away. */
void  steward_row_details_set_hint (StewardRowDetails        *self,
                                    const char               *hint);
/* Room for that many lines of what is told, whether it needs them or not; 0 for
 * as many as it needs. */
void  steward_row_details_set_room (StewardRowDetails        *self,
                                    int                       lines);
/* Says @text in the place of why the row lies where it lies; NULL: no more. */
void  steward_row_details_tell     (StewardRowDetails        *self,
                                    const char               *text);
/* Everything about @row in one sentence-like line. (transfer full) */
char *steward_row_details_describe (const StewardScheduleRow *row);
/* Opens the case of the row that is shown, if it has one. */
void  steward_row_details_open     (StewardRowDetails        *self);

G_END_DECLS
