/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-calendar.h"

G_BEGIN_DECLS

/* How far away @due is, as people say it: "today", "3 working days left",
 * "2 working days late"; "" for none. A rest day after the last working day is
 * late without a number. (transfer full) */
char *steward_due_describe (const StewardCalendar *calendar,
                            StewardDay             today,
                            StewardDay             due);
/* `08-14`, with the year when it is not that of @today; marked when
 * provisional. (transfer full) */
char *steward_due_date     (StewardDay             today,
                            StewardDay             due,
                            gboolean               provisional);

/* That a status was last verified on @since, and how long ago, with its mark
 * before it; "" for NONE. (transfer full) */
char *steward_due_stale    (const StewardCalendar *calendar,
                            StewardDay             today,
                            StewardDay             since);

G_END_DECLS
