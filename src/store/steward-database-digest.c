/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-database-parts-private.h"

/* What a project is found by, in the order of the search text. */
static const StewardFact searched[] = {
  STEWARD_FACT_NAME, STEWARD_FACT_UNIT, STEWARD_FACT_CODE, STEWARD_FACT_PLACE
};

/* A line for each fact, folded. Folded
 * text has no line breaks, so that nothing is found across two of them. */
static char *
get_search_text (StewardProject *project)
{
  GString *text = g_string_new ("\n");

  for (guint i = 0; i < G_N_ELEMENTS (searched); i++)
    {
      g_autofree char *folded = g_utf8_strdown (steward_project_get_fact (project, searched[i]), -1);

      g_string_append_printf (text, "%s\n", folded);
    }
  return g_string_free (text, FALSE);
}

static void
bind_day (StewardStatement *statement,
          int               parameter,
          StewardDay        day)
{
  g_autofree char *text = steward_day_format (day);

  steward_statement_bind_text (statement, parameter, text);
}

static gboolean
write_line (StewardDatabase      *self,
            gint64                number,
            StewardProject       *project,
            const StewardDigest  *digest,
            GError              **error)
{
  static const StewardFact facts[] = {
    STEWARD_FACT_NAME, STEWARD_FACT_UNIT, STEWARD_FACT_CODE, STEWARD_FACT_PLACE, STEWARD_FACT_STEWARD
  };
  StewardStatement *statement = steward_database_prepare (self, "digests", "put", error);
  g_autofree char *search = get_search_text (project);

  if (statement == NULL)
    return FALSE;
  steward_statement_bind_integer (statement, 1, number);
  steward_statement_bind_text (statement, 2, steward_database_get_fingerprint (self));
  bind_day (statement, 3, digest->valid_until);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    steward_statement_bind_text (statement, 4 + (int) i, steward_project_get_fact (project, facts[i]));
  steward_statement_bind_text (statement, 9, search);
  steward_statement_bind_text (statement, 10, digest->stage);
  steward_statement_bind_text (statement, 11, digest->next_row);
  steward_statement_bind_text (statement, 12, digest->next_name);
  bind_day (statement, 13, digest->next_due);
  steward_statement_bind_integer (statement, 14, !!digest->provisional);
  steward_statement_bind_integer (statement, 15, digest->base_light);
  bind_day (statement, 16, digest->yellow_from);
  bind_day (statement, 17, digest->red_from);
  return steward_statement_run (statement, error);
}

static gboolean
write_agenda (StewardDatabase      *self,
              gint64                number,
              const StewardDigest  *digest,
              GError              **error)
{
  for (guint i = 0; i < digest->agenda->len; i++)
    {
      const StewardAgendaEntry *entry = digest->agenda->pdata[i];
      StewardStatement *statement = steward_database_prepare (self, "agenda", "add", error);

      if (statement == NULL)
        return FALSE;
      steward_statement_bind_integer (statement, 1, number);
      steward_statement_bind_integer (statement, 2, i);
      steward_statement_bind_integer (statement, 3, entry->kind);
      steward_statement_bind_text (statement, 4, entry->row);
      steward_statement_bind_text (statement, 5, entry->name);
      bind_day (statement, 6, entry->due);
      bind_day (statement, 7, entry->yellow_from);
      bind_day (statement, 8, entry->red_from);
      steward_statement_bind_integer (statement, 9, !!entry->paused);
      steward_statement_bind_integer (statement, 10, !!entry->provisional);
      if (!steward_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
run_for (StewardDatabase  *self,
         const char       *table,
         const char       *name,
         gint64            number,
         GError          **error)
{
  StewardStatement *statement = steward_database_prepare (self, table, name, error);

  if (statement == NULL)
    return FALSE;
  steward_statement_bind_integer (statement, 1, number);
  return steward_statement_run (statement, error);
}

gboolean
steward_database_write_digest (StewardDatabase  *self,
                               gint64            number,
                               StewardProject   *project,
                               StewardDay        today,
                               GError          **error)
{
  g_autoptr(GPtrArray) agenda = g_ptr_array_new ();
  const StewardDigest whole = {
    .stage = (char *) "", .next_row = (char *) "", .next_name = (char *) "",
    .next_due = STEWARD_DAY_NONE, .yellow_from = STEWARD_DAY_NONE, .red_from = STEWARD_DAY_NONE,
    .valid_until = today, .agenda = agenda,
  };
  const StewardDigest *digest = &whole;

  return run_for (self, "agenda", "clear", number, error) &&
         write_line (self, number, project, digest, error) &&
         write_agenda (self, number, digest, error);
}

gboolean
steward_database_remove_digest (StewardDatabase  *self,
                                gint64            number,
                                GError          **error)
{
  return run_for (self, "agenda", "clear", number, error) &&
         run_for (self, "digests", "remove", number, error);
}
