/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-calendar.h"

G_BEGIN_DECLS

/* The day that people mean when they type quickly. Besides every full date
 * that steward_day_parse_typed() knows, seen from @today:
 *
 * - `.`, `0`, `今天`, `today`: today; `昨天`, `前天`, `明天`, `后天`: around it
 * - `-2`, `+3`: so many working days before or after it
 * - `8-12`, `8.12`, `8月12日`, `0812`: that day in the year that brings it
 *   nearest to @today, the past one of two equally near
 * - `12`, `12日`: likewise in this month, the one before or the one after
 *
 * Full-width characters and spaces are taken as well. FALSE, with @day left
 * alone, for anything else, and for days that do not exist. */
gboolean steward_day_parse_entry (const char            *text,
                                  const StewardCalendar *calendar,
                                  StewardDay             today,
                                  StewardDay            *day);

G_END_DECLS
