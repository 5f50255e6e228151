/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-listing-private.h"

#include "steward-pinyin.h"

/* What a project is found by: name, unit, code and place. */
static gboolean
write_search (StewardDatabase  *self,
              gint64            number,
              StewardProject   *project,
              GError          **error)
{
  const char *texts[] = {
    steward_project_get_fact (project, STEWARD_FACT_NAME), steward_project_get_fact (project, STEWARD_FACT_UNIT),
    steward_project_get_fact (project, STEWARD_FACT_CODE), steward_project_get_fact (project, STEWARD_FACT_PLACE),
    NULL
  };
  g_autofree char *line = steward_search_make_line (texts);

  return steward_database_write_search (self, number, line, error);
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
    STEWARD_FACT_UNIT, STEWARD_FACT_CODE, STEWARD_FACT_PLACE, STEWARD_FACT_STEWARD
  };
  StewardStatement *statement = steward_database_prepare (self, "digests", "put", error);
  const char *name = steward_project_get_fact (project, STEWARD_FACT_NAME);
  g_autofree char *initials = steward_pinyin_initials (name);

  if (statement == NULL)
    return FALSE;
  steward_statement_bind_integer (statement, 1, number);
  steward_statement_bind_text (statement, 2, self->fingerprint);
  bind_day (statement, 3, digest->valid_until);
  steward_statement_bind_text (statement, 4, steward_pack_get_id (steward_project_get_pack (project)));
  steward_statement_bind_integer (statement, 5, steward_project_get_state (project));
  steward_statement_bind_text (statement, 6, name);
  steward_statement_bind_text (statement, 7, initials);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    steward_statement_bind_text (statement, 8 + (int) i, steward_project_get_fact (project, facts[i]));
  steward_statement_bind_text (statement, 12, digest->stage);
  steward_statement_bind_text (statement, 13, digest->next_row);
  steward_statement_bind_text (statement, 14, digest->next_name);
  bind_day (statement, 15, digest->next_due);
  steward_statement_bind_integer (statement, 16, !!digest->provisional);
  steward_statement_bind_integer (statement, 17, digest->base_light);
  bind_day (statement, 18, digest->yellow_from);
  bind_day (statement, 19, digest->red_from);
  return steward_statement_run (statement, error);
}

/* Nothing waits in a project that is not open. */
static gboolean
write_agenda (StewardDatabase      *self,
              gint64                number,
              StewardProject       *project,
              const StewardDigest  *digest,
              GError              **error)
{
  const char *steward = steward_project_get_fact (project, STEWARD_FACT_STEWARD);
  guint n_entries = steward_project_get_state (project) == STEWARD_STATE_OPEN ? digest->agenda->len : 0;

  for (guint i = 0; i < n_entries; i++)
    {
      const StewardAgendaEntry *entry = digest->agenda->pdata[i];
      StewardStatement *statement = steward_database_prepare (self, "agenda", "add", error);

      if (statement == NULL)
        return FALSE;
      steward_statement_bind_integer (statement, 1, number);
      steward_statement_bind_integer (statement, 2, i);
      steward_statement_bind_integer (statement, 3, entry->kind);
      steward_statement_bind_text (statement, 4, steward);
      steward_statement_bind_text (statement, 5, entry->row);
      steward_statement_bind_text (statement, 6, entry->name);
      bind_day (statement, 7, entry->due);
      bind_day (statement, 8, entry->yellow_from);
      bind_day (statement, 9, entry->red_from);
      steward_statement_bind_integer (statement, 10, !!entry->paused);
      steward_statement_bind_integer (statement, 11, !!entry->provisional);
      if (!steward_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_durations (StewardDatabase      *self,
                 gint64                number,
                 const StewardDigest  *digest,
                 GError              **error)
{
  for (guint i = 0; i < digest->durations->len; i++)
    {
      const StewardDuration *duration = digest->durations->pdata[i];
      StewardStatement *statement = steward_database_prepare (self, "durations", "add", error);

      if (statement == NULL)
        return FALSE;
      steward_statement_bind_integer (statement, 1, number);
      steward_statement_bind_integer (statement, 2, i);
      steward_statement_bind_text (statement, 3, duration->item);
      steward_statement_bind_text (statement, 4, duration->name);
      steward_statement_bind_text (statement, 5, duration->bureau);
      steward_statement_bind_integer (statement, 6, duration->limit);
      steward_statement_bind_integer (statement, 7, duration->used);
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
  g_autoptr(StewardDigest) digest = NULL;

  if (!steward_database_sync_calendar (self, error))
    return FALSE;
  digest = steward_digest_new (project, self->calendar, today);
  return run_for (self, "agenda", "clear", number, error) &&
         run_for (self, "durations", "clear", number, error) &&
         write_line (self, number, project, digest, error) &&
         write_agenda (self, number, project, digest, error) &&
         (steward_project_get_state (project) == STEWARD_STATE_REMOVED ||
          write_durations (self, number, digest, error)) &&
         write_search (self, number, project, error);
}

gboolean
steward_database_remove_digest (StewardDatabase  *self,
                                gint64            number,
                                GError          **error)
{
  return run_for (self, "agenda", "clear", number, error) &&
         run_for (self, "durations", "clear", number, error) &&
         run_for (self, "digests", "remove", number, error) &&
         steward_database_write_search (self, number, NULL, error);
}
