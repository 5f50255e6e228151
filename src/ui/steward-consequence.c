/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-consequence.h"

#include <glib/gi18n-lib.h>

#include "steward-ui-text.h"

void
steward_shifted_row_free (StewardShiftedRow *self)
{
  g_free (self->id);
  g_free (self);
}

GPtrArray *
steward_consequence_list (const StewardSchedule *now,
                          const StewardSchedule *then,
                          const char            *except)
{
  GPtrArray *shifted;

  g_return_val_if_fail (now != NULL, NULL);
  g_return_val_if_fail (then != NULL, NULL);

  shifted = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_shifted_row_free);
  for (guint i = 0; i < now->rows->len; i++)
    {
      const StewardScheduleRow *row = g_ptr_array_index (now->rows, i);
      const StewardScheduleRow *other = steward_schedule_find_row (then, row->id);
      StewardShiftedRow *moved;

      if (other == NULL || (other->start == row->start && other->finish == row->finish)
          || g_strcmp0 (row->id, except) == 0)
        continue;
      moved = g_new0 (StewardShiftedRow, 1);
      moved->id = g_strdup (row->id);
      moved->start = other->start;
      moved->finish = other->finish;
      g_ptr_array_add (shifted, moved);
    }

  return shifted;
}

static char *
dup_date (const StewardSchedule *schedule,
          StewardDay             day)
{
  return steward_ui_date (day, steward_calendar_is_provisional (schedule->calendar, day));
}

/* "5 working days later", "" when it is the same day. */
static char *
describe_shift (const StewardSchedule *now,
                StewardDay             before,
                StewardDay             after)
{
  int days = steward_calendar_count (now->calendar, MIN (before, after), MAX (before, after));

  if (before == after || days == 0)
    return g_strdup ("");
  if (after > before)
    return g_strdup_printf (ngettext ("%d working day later", "%d working days later", days), days);

  return g_strdup_printf (ngettext ("%d working day earlier", "%d working days earlier", days), days);
}

char *
steward_consequence_describe (const StewardSchedule *now,
                              const StewardSchedule *then,
                              guint                  n_shifted)
{
  g_autofree char *others = NULL, *before = NULL, *after = NULL, *end = NULL, *shift = NULL;

  g_return_val_if_fail (now != NULL, NULL);
  g_return_val_if_fail (then != NULL, NULL);

  before = dup_date (now, now->finish);
  after = dup_date (then, then->finish);
  if (n_shifted > 0)
    others = g_strdup_printf (ngettext ("%u other row moves", "%u other rows move", n_shifted), n_shifted);
  else
    others = g_strdup (_("no other row moves"));
  if (now->finish == then->finish)
    /* Translators: a day. */
    end = g_strdup_printf (_("everything still ends on %s"), before);
  else
    /* Translators: the day with the change, and the day without. */
    end = g_strdup_printf (_("everything ends on %s instead of %s"), after, before);
  shift = describe_shift (now, now->finish, then->finish);

  return steward_ui_join (others, end, shift, NULL);
}

char *
steward_consequence_describe_row (const StewardSchedule *now,
                                  const StewardSchedule *then,
                                  const char            *id)
{
  const StewardScheduleRow *row, *other;
  g_autofree char *date = NULL, *begin = NULL, *shift = NULL;

  g_return_val_if_fail (now != NULL, NULL);
  g_return_val_if_fail (then != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  row = steward_schedule_find_row (now, id);
  other = steward_schedule_find_row (then, id);
  if (row == NULL || other == NULL || row->start == other->start)
    return g_strdup ("");

  date = dup_date (then, other->start);
  begin = g_strdup_printf (_("it begins on %s"), date);
  shift = describe_shift (now, row->start, other->start);

  return steward_ui_join (begin, shift, NULL);
}
