/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-timeline-private.h"

#include <glib/gi18n-lib.h>

#include "steward-row-tip.h"

static char *
tell_baseline (const StewardTimelineLine *line)
{
  int days;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *dates = NULL;
  g_autofree char *shift = NULL;

  if (line->baseline_start == STEWARD_DAY_NONE)
    return NULL;
  from = steward_day_format (line->baseline_start);
  to = steward_day_format (line->baseline_finish);
  dates = g_strdup_printf (_("Baseline: %s to %s"), from, to);
  days = steward_calendar_count (line->schedule->calendar, line->baseline_finish, line->row->finish);
  if (days == 0)
    shift = g_strdup (_("it ends on time"));
  else if (days > 0)
    shift = g_strdup_printf (ngettext ("it ends %d working day later", "it ends %d working days later", days), days);
  else
    shift = g_strdup_printf (ngettext ("it ends %d working day earlier", "it ends %d working days earlier", -days), -days);
  return g_strconcat (dates, "; ", shift, NULL);
}

char *
steward_timeline_describe (const StewardTimeline *self,
                           const char            *id)
{
  const StewardTimelineLine *line;
  const StewardScheduleRow *row;
  g_autofree char *tip = NULL, *baseline = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  line = steward_timeline_find_line (self, id);
  if (line == NULL)
    return NULL;
  row = line->row;
  if (row == NULL)
    return steward_portfolio_describe (line, self->as_of);
  tip = steward_row_tip_tell (row);
  baseline = tell_baseline (line);
  return baseline != NULL ? g_strconcat (tip, "\n", baseline, NULL) : g_steal_pointer (&tip);
}
