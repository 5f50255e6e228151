/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-row-tip.h"

#include <glib/gi18n-lib.h>

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

char *
steward_row_tip_tell (const StewardScheduleRow *row)
{
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (row != NULL, NULL);

  text = g_string_new (row->name);
  if (row->item != NULL && row->item->bureau != NULL)
    add_line (text, g_strdup (row->item->bureau));
  add_line (text, tell_dates (row));
  add_line (text, g_strdup (row->why_text));
  add_line (text, tell_due (row));
  for (gsize i = 0; i < row->n_pauses; i++)
    add_line (text, tell_pause (&row->pauses[i]));
  add_line (text, tell_float (row));
  return g_strdup (text->str);
}
