/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "steward-schedule.h"

G_BEGIN_DECLS

/* The plan with its list and dates as pretty JSON (`plan.json`). (transfer full) */
char *steward_plan_file_to_json     (const StewardSchedule *schedule);
/* The dates of a project as one line of JSON, with the keys of a solved bare
 * network and, per task, due, used, remaining, light. (transfer full) */
char *steward_schedule_file_to_json (const StewardSchedule *schedule);
char *steward_schedule_file_to_csv  (const StewardSchedule *schedule);

G_END_DECLS
