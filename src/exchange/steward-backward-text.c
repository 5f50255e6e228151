/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-backward-text.h"

#include <glib/gi18n-lib.h>

char *
steward_backward_get_answer (const StewardBackward *self)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (!self->possible)
    return g_strdup_printf (_("Already impossible. %s"), self->why_text);
  day = steward_day_format (self->forecast);
  return g_strdup_printf (ngettext ("Possible. As things stand it is reached on %s, %d working day in hand.",
                                    "Possible. As things stand it is reached on %s, %d working days in hand.",
                                    self->slack),
                          day, self->slack);
}

/* What has begun has no latest start: only its end can be asked for. */
static StewardDay
find_first_day (const StewardBackwardRow *row)
{
  return row->latest_start != STEWARD_DAY_NONE ? row->latest_start : row->latest_finish;
}

static int
get_rank (const StewardBackwardRow *row)
{
  if (row->slack < 0)
    return 0;
  return row->outside ? 2 : 1;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const StewardBackwardRow *x = *(gpointer *) a, *y = *(gpointer *) b;
  StewardDay day_x = find_first_day (x), day_y = find_first_day (y);

  if (get_rank (x) != get_rank (y))
    return get_rank (x) - get_rank (y);
  if (x->slack != y->slack)
    return x->slack < y->slack ? -1 : 1;
  return (day_x > day_y) - (day_x < day_y);
}

GPtrArray *
steward_backward_rank_rows (const StewardBackward *self)
{
  GPtrArray *ranked = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, ranked);

  for (guint i = 0; i < self->rows->len; i++)
    {
      StewardBackwardRow *row = self->rows->pdata[i];

      if (row->bound)
        g_ptr_array_add (ranked, row);
    }
  g_ptr_array_sort (ranked, compare_rows);
  return ranked;
}

char *
steward_backward_get_uses (const StewardBackwardMaterial *material)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  const StewardPlanMaterial *paper;

  g_return_val_if_fail (material != NULL, NULL);

  paper = material->material;
  for (guint i = 0; i < paper->used_in->len; i++)
    {
      const StewardPlanItem *item = paper->used_in->pdata[i];

      if (item->part == 0)
        g_ptr_array_add (names, (char *) item->base_short_name);
    }
  for (guint i = 0; names->len == 0 && i < paper->stages->len; i++)
    g_ptr_array_add (names, ((const StewardStage *) paper->stages->pdata[i])->name);
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("、", (char **) names->pdata);
}

static char *
format_day (StewardDay             day,
            const StewardCalendar *calendar)
{
  g_autofree char *text = NULL;

  if (day == STEWARD_DAY_NONE)
    return g_strdup ("–");
  text = steward_day_format (day);
  return g_strconcat (text, steward_calendar_is_provisional (calendar, day) ? "*" : "", NULL);
}

static void
write_rows (GString               *text,
            const StewardBackward *self,
            const StewardCalendar *calendar)
{
  g_autoptr(GPtrArray) ranked = steward_backward_rank_rows (self);

  if (ranked->len == 0)
    return;
  g_string_append_printf (text, "\n%s\t%s\t%s\t%s\n", _("Latest start"), _("Latest end"), _("Slack"), _("Item"));
  for (guint i = 0; i < ranked->len; i++)
    {
      const StewardBackwardRow *row = ranked->pdata[i];
      g_autofree char *start = format_day (row->latest_start, calendar);
      g_autofree char *finish = format_day (row->latest_finish, calendar);

      g_string_append_printf (text, "%s\t%s\t%d\t%s\n", start, finish, row->slack, row->row->name);
    }
}

static void
write_materials (GString               *text,
                 const StewardBackward *self,
                 const StewardCalendar *calendar)
{
  if (self->materials->len == 0)
    return;
  g_string_append_printf (text, "\n%s\t%s\t%s\n", _("Hand in by"), _("Paper"), _("Used for"));
  for (guint i = 0; i < self->materials->len; i++)
    {
      const StewardBackwardMaterial *material = self->materials->pdata[i];
      g_autofree char *day = format_day (material->latest, calendar);
      g_autofree char *uses = steward_backward_get_uses (material);

      g_string_append_printf (text, "%s%s\t%s\t%s\n", day, material->late ? " !" : "",
                              material->material->name, uses);
    }
}

char *
steward_backward_to_text (const StewardBackward *self,
                          const StewardCalendar *calendar)
{
  GString *text = g_string_new (NULL);
  g_autofree char *wanted = NULL, *answer = NULL;

  g_return_val_if_fail (self != NULL && calendar != NULL, g_string_free (text, FALSE));

  wanted = format_day (self->wanted, calendar);
  answer = steward_backward_get_answer (self);
  if (self->activity != NULL)
    g_string_append_printf (text, _("“%s” shall begin on %s."), self->activity->name, wanted);
  else
    g_string_append_printf (text, _("Everything shall be finished on %s."), wanted);
  g_string_append_printf (text, "\n%s\n", answer);
  write_rows (text, self, calendar);
  write_materials (text, self, calendar);
  if (self->provisional)
    g_string_append_printf (text, "\n%s\n", _("* provisional: the holidays of that year are not published yet"));
  return g_string_free (text, FALSE);
}
