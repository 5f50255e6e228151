/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-schedule.h"

G_BEGIN_DECLS

/* Spreadsheets (XLSX) for people who sort, filter and copy. They are papers:
 * always in Chinese, with the headings of the pack's forms. Dates are real
 * dates and texts are never formulas. The same facts on the same day give the
 * same bytes. */

/* The list of the project: one line per item with its level, bureau, lane,
 * limit, mode, dates and light, and on a second sheet each material once with
 * the items that need it. (transfer full), STEWARD_ERROR_WRITE */
GBytes *steward_workbook_of_list   (const StewardSchedule  *schedule,
                                    GError                **error);
/* The ledger in the columns of the official form. (transfer full),
 * STEWARD_ERROR_WRITE */
GBytes *steward_workbook_of_ledger (const StewardSchedule  *schedule,
                                    GError                **error);

G_END_DECLS
