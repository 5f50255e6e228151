/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-listing-private.h"

void
steward_agenda_line_free (StewardAgendaLine *self)
{
  if (self == NULL)
    return;

  g_free (self->project);
  g_free (self->project_name);
  g_free (self->steward);
  g_free (self->row);
  g_free (self->name);
  g_free (self);
}

static StewardAgendaLine *
read_line (StewardStatement *statement)
{
  StewardAgendaLine *line = g_new0 (StewardAgendaLine, 1);

  line->kind = CLAMP (steward_statement_get_integer (statement, 0), 0, STEWARD_AGENDA_SILENT);
  line->project = steward_listing_get_text (statement, 1);
  line->project_name = steward_listing_get_text (statement, 2);
  line->steward = steward_listing_get_text (statement, 3);
  line->row = steward_listing_get_text (statement, 4);
  line->name = steward_listing_get_text (statement, 5);
  line->due = steward_listing_get_day (statement, 6);
  line->light = CLAMP (steward_statement_get_integer (statement, 7), 0, STEWARD_LIGHT_RED);
  line->provisional = steward_statement_get_integer (statement, 8) != 0;
  return line;
}

static gboolean
read_lines (StewardStatement  *statement,
            GPtrArray         *lines,
            GError           **error)
{
  StewardStep step;

  while ((step = steward_statement_step (statement, error)) == STEWARD_STEP_ROW)
    g_ptr_array_add (lines, read_line (statement));
  steward_statement_reset (statement);
  return step == STEWARD_STEP_DONE;
}

/* One statement for what has a day and one for what has none, so that each
 * can follow an index. */
GPtrArray *
steward_database_read_agenda (StewardDatabase  *self,
                              const char       *steward,
                              StewardDay        today,
                              StewardDay        until,
                              guint             limit,
                              GError          **error)
{
  static const char *const names[2][2] = { { "dated", "undated" }, { "dated_of", "undated_of" } };
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_agenda_line_free);
  g_autofree char *day = steward_day_format (today);
  g_autofree char *last = steward_day_format (until);

  g_return_val_if_fail (STEWARD_IS_DATABASE (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  for (int i = 0; i < 2; i++)
    {
      StewardStatement *statement = steward_database_prepare (self, "agenda", names[steward != NULL][i], error);

      if (statement == NULL)
        return NULL;
      steward_statement_bind_text (statement, 1, day);
      steward_statement_bind_integer (statement, 2, limit - lines->len);
      if (steward != NULL)
        steward_statement_bind_text (statement, 3, steward);
      if (i == 0)
        steward_statement_bind_text (statement, steward != NULL ? 4 : 3, last);
      if (!read_lines (statement, lines, error))
        return NULL;
    }
  return g_steal_pointer (&lines);
}
