/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-schedule.h"

G_BEGIN_DECLS

/* What is said of a row of the schedule when it is pointed at in a drawing: its
 * whole name and bureau, which a box or line may have cut, its dates and why
 * they are these, the last day in time, what was not counted, and its float; a
 * line each. A tool-tip belongs to the window: it speaks the language of the
 * user, not that of the drawing. (transfer full) */
char *steward_row_tip_tell (const StewardScheduleRow *row);

G_END_DECLS
