/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-listing-private.h"

G_DEFINE_BOXED_TYPE (StewardProjectLine, steward_project_line, steward_project_line_ref, steward_project_line_unref)

StewardProjectLine *
steward_project_line_ref (StewardProjectLine *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
steward_project_line_unref (StewardProjectLine *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->id);
  g_free (self->name);
  g_free (self->unit);
  g_free (self->code);
  g_free (self->place);
  g_free (self->steward);
  g_free (self->pack);
  g_free (self->stage);
  g_free (self->next_row);
  g_free (self->next_name);
  g_free (self);
}

StewardDay
steward_listing_get_day (StewardStatement *statement,
                         int               column)
{
  StewardDay day;

  return steward_day_parse (steward_statement_get_text (statement, column), &day) ? day : STEWARD_DAY_NONE;
}

char *
steward_listing_get_text (StewardStatement *statement,
                          int               column)
{
  return g_utf8_make_valid (steward_statement_get_text (statement, column), -1);
}

static StewardProjectLine *
read_line (StewardStatement *statement)
{
  StewardProjectLine *line = g_new0 (StewardProjectLine, 1);

  g_atomic_ref_count_init (&line->ref_count);
  line->number = steward_statement_get_integer (statement, 0);
  line->id = steward_listing_get_text (statement, 1);
  line->version = steward_statement_get_integer (statement, 2);
  line->name = steward_listing_get_text (statement, 3);
  line->unit = steward_listing_get_text (statement, 4);
  line->code = steward_listing_get_text (statement, 5);
  line->place = steward_listing_get_text (statement, 6);
  line->steward = steward_listing_get_text (statement, 7);
  line->pack = steward_listing_get_text (statement, 8);
  line->stage = steward_listing_get_text (statement, 9);
  line->state = CLAMP (steward_statement_get_integer (statement, 10), 0, STEWARD_N_STATES - 1);
  line->light = CLAMP (steward_statement_get_integer (statement, 11), 0, STEWARD_LIGHT_RED);
  line->next_row = steward_listing_get_text (statement, 12);
  line->next_name = steward_listing_get_text (statement, 13);
  line->next_due = steward_listing_get_day (statement, 14);
  line->provisional = steward_statement_get_integer (statement, 15) != 0;
  line->stale_since = steward_listing_get_day (statement, 16);
  return line;
}

/* g_ptr_array_unref() must pass over the lines that are not there. */
static void
line_clear (gpointer line)
{
  if (line != NULL)
    steward_project_line_unref (line);
}

GPtrArray *
steward_database_read_lines (StewardDatabase  *self,
                             const gint64     *numbers,
                             gsize             n_numbers,
                             StewardDay        today,
                             GError          **error)
{
  g_autoptr(GPtrArray) lines = NULL;
  g_autofree char *day = steward_day_format (today);
  StewardStatement *statement;

  g_return_val_if_fail (STEWARD_IS_DATABASE (self), NULL);
  g_return_val_if_fail (numbers != NULL || n_numbers == 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  statement = steward_database_prepare (self, "digests", "line", error);
  if (statement == NULL)
    return NULL;
  lines = g_ptr_array_new_full (n_numbers, line_clear);
  for (gsize i = 0; i < n_numbers; i++)
    {
      StewardStep step;

      steward_statement_bind_text (statement, 1, day);
      steward_statement_bind_integer (statement, 2, numbers[i]);
      step = steward_statement_step (statement, error);
      g_ptr_array_add (lines, step == STEWARD_STEP_ROW ? read_line (statement) : NULL);
      steward_statement_reset (statement);
      if (step == STEWARD_STEP_FAILED)
        return NULL;
    }
  return g_steal_pointer (&lines);
}

gint64
steward_database_get_number (StewardDatabase  *self,
                             const char       *id,
                             GError          **error)
{
  g_auto(StewardStored) stored = { 0 };

  g_return_val_if_fail (STEWARD_IS_DATABASE (self), -1);
  g_return_val_if_fail (id != NULL, -1);

  return steward_database_find_stored (self, id, &stored, error) ? stored.number : -1;
}
