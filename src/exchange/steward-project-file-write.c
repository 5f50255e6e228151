/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-project-file-private.h"

#include "steward-file.h"

static void
write_pack (StewardPrinter *out,
            StewardPack    *pack)
{
  steward_printer_open (out, "pack", '{');
  steward_printer_string (out, "id", steward_pack_get_id (pack));
  steward_printer_string (out, "version", steward_pack_get_version (pack));
  steward_printer_string (out, "sha256", steward_pack_get_sha256 (pack));
  steward_printer_close (out, '}');
}

static void
write_record (StewardPrinter *out,
              StewardProject *project)
{
  write_pack (out, steward_project_get_pack (project));
  steward_printer_optional (out, "id", steward_project_get_id (project));
  if (steward_project_get_state (project) != STEWARD_STATE_OPEN)
    steward_printer_string (out, "state", steward_state_to_word (steward_project_get_state (project)));
}

static void
write_facts (StewardPrinter *out,
             StewardProject *project)
{
  steward_printer_open (out, "facts", '{');
  for (guint i = 0; i < STEWARD_N_FACTS; i++)
    steward_printer_optional (out, steward_fact_get_key (i), steward_project_get_fact (project, i));
  steward_printer_close (out, '}');
}

static void
write_answers (StewardPrinter *out,
               StewardProject *project)
{
  GPtrArray *questions = steward_pack_get_questions (steward_project_get_pack (project));

  steward_printer_open (out, "answers", '{');
  for (guint i = 0; i < questions->len; i++)
    {
      const StewardQuestion *question = questions->pdata[i];

      steward_printer_optional (out, question->id, steward_project_get_answer (project, question->id));
    }
  steward_printer_close (out, '}');
}

static void
for_each_group (StewardPrinter *out,
                StewardProject *project,
                void          (*func) (StewardPrinter *, StewardProject *, const StewardGroup *))
{
  GPtrArray *parts = steward_pack_get_parts (steward_project_get_pack (project));

  for (guint i = 0; i < parts->len; i++)
    {
      const StewardPart *part = parts->pdata[i];

      for (guint j = 0; j < part->groups->len; j++)
        func (out, project, part->groups->pdata[j]);
    }
}

static void
write_group_ticks (StewardPrinter     *out,
                   StewardProject     *project,
                   const StewardGroup *group)
{
  for (guint i = 0; i < group->boxes->len; i++)
    {
      const StewardBox *box = group->boxes->pdata[i];
      const StewardTick *tick = steward_project_get_tick (project, box->id);

      if (tick == NULL)
        continue;
      steward_printer_open (out, box->id, '{');
      steward_printer_boolean (out, "on", tick->on);
      steward_printer_optional (out, "by", tick->by);
      steward_printer_optional (out, "at", tick->at);
      steward_printer_close (out, '}');
    }
}

static void
write_group_text (StewardPrinter     *out,
                  StewardProject     *project,
                  const StewardGroup *group)
{
  steward_printer_optional (out, group->id, steward_project_get_text (project, group->id));
}

static void
write_rows (StewardPrinter *out,
            StewardProject *project)
{
  GPtrArray *rows = steward_project_get_rows (project);

  steward_printer_open (out, "rows", '[');
  for (guint i = 0; i < rows->len; i++)
    {
      const StewardRow *row = rows->pdata[i];

      steward_printer_open (out, NULL, '{');
      steward_printer_string (out, "id", row->id);
      steward_printer_string (out, "box", row->box);
      steward_printer_string (out, "text", row->text);
      steward_printer_optional (out, "by", row->by);
      steward_printer_optional (out, "at", row->at);
      if (row->limit >= 0)
        steward_printer_integer (out, "limit", row->limit);
      steward_printer_close (out, '}');
    }
  steward_printer_close (out, ']');
}

static void
write_events (StewardPrinter    *out,
              const StewardCase *handled)
{
  if (handled->events->len == 0)
    return;
  steward_printer_open (out, "events", '[');
  for (guint i = 0; i < handled->events->len; i++)
    {
      const StewardEvent *event = handled->events->pdata[i];

      steward_printer_open (out, NULL, '{');
      steward_printer_integer (out, "status", event->status);
      steward_printer_day (out, "day", event->day);
      steward_printer_optional (out, "actor", event->actor);
      steward_printer_optional (out, "kind", event->kind);
      steward_printer_optional (out, "note", event->note);
      if (event->written != STEWARD_DAY_NONE)
        steward_printer_day (out, "written", event->written);
      steward_printer_optional (out, "proof", event->proof);
      steward_printer_close (out, '}');
    }
  steward_printer_close (out, ']');
}

static void
write_case (StewardPrinter    *out,
            const StewardCase *handled)
{
  steward_printer_open (out, NULL, '{');
  steward_printer_string (out, "id", handled->id);
  steward_printer_string (out, "item", handled->item);
  steward_printer_optional (out, "segment", handled->segment);
  steward_printer_optional (out, "number", handled->number);
  if (handled->mode != STEWARD_MODE_NORMAL)
    steward_printer_string (out, "mode", steward_mode_to_word (handled->mode));
  if (handled->level != STEWARD_LEVEL_UNKNOWN)
    steward_printer_string (out, "level", steward_level_to_word (handled->level));
  steward_printer_optional (out, "bureau", handled->bureau);
  if (handled->limit >= 0)
    steward_printer_integer (out, "limit", handled->limit);
  if (handled->extension > 0)
    steward_printer_integer (out, "extension", handled->extension);
  steward_printer_optional (out, "extension_by", handled->extension_by);
  steward_printer_optional (out, "extension_reason", handled->extension_reason);
  if (handled->planned_start != STEWARD_DAY_NONE)
    steward_printer_day (out, "planned_start", handled->planned_start);
  write_events (out, handled);
  if (handled->delivered != STEWARD_DAY_NONE)
    steward_printer_day (out, "delivered", handled->delivered);
  if (handled->verified != STEWARD_DAY_NONE)
    steward_printer_day (out, "verified", handled->verified);
  steward_printer_close (out, '}');
}

static void
write_cases (StewardPrinter *out,
             StewardProject *project)
{
  GPtrArray *cases = steward_project_get_cases (project);

  steward_printer_open (out, "cases", '[');
  for (guint i = 0; i < cases->len; i++)
    write_case (out, cases->pdata[i]);
  steward_printer_close (out, ']');
}

static void
write_activities (StewardPrinter *out,
                  StewardProject *project)
{
  GPtrArray *activities = steward_pack_get_activities (steward_project_get_pack (project));

  steward_printer_open (out, "activities", '{');
  for (guint i = 0; i < activities->len; i++)
    {
      const StewardActivity *activity = activities->pdata[i];
      StewardDay start, finish;
      int days;

      steward_project_get_activity (project, activity->id, &start, &finish, &days);
      if (start == STEWARD_DAY_NONE && finish == STEWARD_DAY_NONE && days < 0)
        continue;
      steward_printer_open (out, activity->id, '{');
      if (start != STEWARD_DAY_NONE)
        steward_printer_day (out, "start", start);
      if (finish != STEWARD_DAY_NONE)
        steward_printer_day (out, "finish", finish);
      if (days >= 0)
        steward_printer_integer (out, "days", days);
      steward_printer_close (out, '}');
    }
  steward_printer_close (out, '}');
}

static void
write_entrustment (StewardPrinter *out,
                   StewardProject *project)
{
  const StewardEntrustment *value = steward_project_get_entrustment (project);

  steward_printer_open (out, "entrustment", '{');
  steward_printer_strings (out, "stages", value->stages);
  steward_printer_strings (out, "items", value->items);
  if (value->signed_on != STEWARD_DAY_NONE)
    steward_printer_day (out, "signed_on", value->signed_on);
  steward_printer_close (out, '}');
}

static void
write_closings (StewardPrinter *out,
                StewardProject *project)
{
  GPtrArray *closings = steward_project_get_closings (project);

  steward_printer_open (out, "closings", '[');
  for (guint i = 0; i < closings->len; i++)
    {
      const StewardClosing *closing = closings->pdata[i];

      steward_printer_open (out, NULL, '{');
      steward_printer_string (out, "stage", closing->stage);
      if (closing->finished_on != STEWARD_DAY_NONE)
        steward_printer_day (out, "finished_on", closing->finished_on);
      steward_printer_strings (out, "handed_over", closing->handed_over);
      steward_printer_close (out, '}');
    }
  steward_printer_close (out, ']');
}

static void
write_ledger (StewardPrinter *out,
              StewardProject *project)
{
  GPtrArray *ledger = steward_project_get_ledger (project);

  steward_printer_open (out, "ledger", '[');
  for (guint i = 0; i < ledger->len; i++)
    {
      const StewardLedgerEntry *entry = ledger->pdata[i];

      steward_printer_open (out, NULL, '{');
      steward_printer_day (out, "day", entry->day);
      steward_printer_optional (out, "kind", entry->kind);
      steward_printer_string (out, "text", entry->text);
      steward_printer_optional (out, "result", entry->result);
      steward_printer_close (out, '}');
    }
  steward_printer_close (out, ']');
}

GBytes *
steward_project_file_write (StewardProject *project)
{
  StewardPrinter printer = { .pretty = TRUE };
  StewardPrinter *out = &printer;

  g_return_val_if_fail (STEWARD_IS_PROJECT (project), NULL);

  printer.text = g_string_new (NULL);
  steward_printer_open (out, NULL, '{');
  steward_printer_string (out, "format", STEWARD_PROJECT_FILE_FORMAT);
  steward_printer_integer (out, "format_version", STEWARD_PROJECT_FILE_VERSION);
  write_record (out, project);
  write_facts (out, project);
  write_answers (out, project);
  steward_printer_open (out, "ticks", '{');
  for_each_group (out, project, write_group_ticks);
  steward_printer_close (out, '}');
  write_rows (out, project);
  steward_printer_open (out, "texts", '{');
  for_each_group (out, project, write_group_text);
  steward_printer_close (out, '}');
  write_cases (out, project);
  write_activities (out, project);
  write_entrustment (out, project);
  write_closings (out, project);
  write_ledger (out, project);
  steward_printer_optional (out, "suggestion", steward_project_get_suggestion (project));
  steward_project_file_write_decisions (out, project);
  steward_project_file_write_records (out, project);
  steward_printer_close (out, '}');
  g_string_append_c (printer.text, '\n');
  return g_string_free_to_bytes (printer.text);
}

gboolean
steward_project_file_save (StewardProject  *project,
                           GFile           *file,
                           GCancellable    *cancellable,
                           GError         **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (STEWARD_IS_PROJECT (project), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  bytes = steward_project_file_write (project);
  return steward_file_write (file, bytes, cancellable, error);
}
