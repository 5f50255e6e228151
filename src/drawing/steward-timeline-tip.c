/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-timeline-private.h"

#include <glib/gi18n-lib.h>

/* What is said of a row when it is pointed at. A tool-tip belongs to the
 * window: it speaks the language of the user, not that of the drawing. */

static void
add_line (GString *text,
          char    *line)
{
  if (line != NULL && *line != '\0')
    {
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, line);
    }
  g_free (line);
}

static char *
tell_dates (const StewardScheduleRow *row)
{
  g_autofree char *from = steward_day_format (row->start);
  g_autofree char *to = steward_day_format (row->finish);

  return row->provisional ? g_strdup_printf (_("%s to %s, provisional"), from, to)
                          : g_strdup_printf (_("%s to %s"), from, to);
}

static char *
tell_due (const StewardScheduleRow *row)
{
  g_autofree char *due = NULL;

  if (row->kind != STEWARD_ROW_ITEM || row->answer.due == STEWARD_DAY_NONE)
    return NULL;
  due = steward_day_format (row->answer.due);
  return g_strdup_printf (_("Last day in time: %s."), due);
}

static char *
tell_float (const StewardScheduleRow *row)
{
  if (row->kind == STEWARD_ROW_NODE || row->decided != STEWARD_DAY_NONE)
    return NULL;
  if (row->critical)
    return g_strdup (_("It is on the critical path: a day later here is a day later at the end."));
  return g_strdup_printf (ngettext ("It can slip by %d working day without moving the end.",
                                    "It can slip by %d working days without moving the end.", row->total_float),
                          row->total_float);
}

static char *
tell_pause (const StewardPause *pause)
{
  g_autofree char *from = steward_day_format (pause->start);
  const char *kind = pause->kind != NULL ? pause->kind : "";

  if (pause->end == STEWARD_DAY_NONE)
    return g_strdup_printf (_("Not counted since %s: %s."), from, kind);
  else
    {
      g_autofree char *to = steward_day_format (pause->end);

      return g_strdup_printf (_("Not counted from %s to %s: %s."), from, to, kind);
    }
}

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
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  line = steward_timeline_find_line (self, id);
  if (line == NULL)
    return NULL;
  row = line->row;
  if (row == NULL)
    return steward_portfolio_describe (line, self->as_of);
  text = g_string_new (row->name);
  if (row->item != NULL && row->item->bureau != NULL)
    add_line (text, g_strdup (row->item->bureau));
  add_line (text, tell_dates (row));
  add_line (text, g_strdup (row->why_text));
  add_line (text, tell_due (row));
  for (gsize i = 0; i < row->n_pauses; i++)
    add_line (text, tell_pause (&row->pauses[i]));
  add_line (text, tell_float (row));
  add_line (text, tell_baseline (line));
  return g_strdup (text->str);
}
