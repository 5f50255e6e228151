/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-check-private.h"

#include <string.h>

#include "steward-decisions.h"

static void
finding_free (StewardFinding *finding)
{
  g_free (finding->row);
  g_free (finding->case_id);
  g_free (finding->name);
  g_free (finding->text);
  g_free (finding->rule);
  g_free (finding->remedy);
  g_free (finding->reason);
  g_free (finding->by);
  g_free (finding->at);
  steward_pack_unref (finding->pack);
  g_free (finding);
}

/* Whether what happened on @day was there when somebody acknowledged it @at
 * (an ISO 8601 time). Times that cannot be read say nothing against it. */
static gboolean
was_known (StewardDay  day,
           const char *at)
{
  g_autofree char *date = g_strndup (at, strlen ("YYYY-MM-DD"));
  StewardDay known;

  return day == STEWARD_DAY_NONE || !steward_day_parse (date, &known) || day <= known;
}

static void
take_acknowledgement (StewardCheckRun *run,
                      StewardFinding  *finding)
{
  const StewardAcknowledgement *known;

  if (finding->severity != STEWARD_SEVERITY_WARNING)
    return;
  known = steward_project_find_acknowledgement (run->project, steward_check_code_to_word (finding->code),
                                                finding->row);
  if (known == NULL || !was_known (finding->day, known->at))
    return;
  finding->reason = g_strdup (known->reason);
  finding->by = g_strdup (known->by);
  finding->at = g_strdup (known->at);
}

gboolean
steward_check_is_wanted (const StewardCheckRun *run,
                         StewardCheckCode       code)
{
  return run->severities[code] != STEWARD_SEVERITY_OFF;
}

static StewardFinding *
add_finding (StewardCheckRun    *run,
             StewardCheckCode    code,
             const char         *row,
             const char         *case_id,
             const char         *name,
             const StewardStage *stage,
             StewardDay          day,
             const char         *format,
             va_list             args) G_GNUC_PRINTF (8, 0);

static StewardFinding *
add_finding (StewardCheckRun    *run,
             StewardCheckCode    code,
             const char         *row,
             const char         *case_id,
             const char         *name,
             const StewardStage *stage,
             StewardDay          day,
             const char         *format,
             va_list             args)
{
  const StewardCheck *check = run->checks[code];
  StewardFinding *finding;

  if (!steward_check_is_wanted (run, code))
    return NULL;
  finding = g_new0 (StewardFinding, 1);
  finding->code = code;
  finding->severity = run->severities[code];
  finding->row = g_strdup (row);
  finding->case_id = g_strdup (case_id);
  finding->name = g_strdup (name);
  finding->stage = stage;
  finding->day = day;
  finding->text = g_strdup_vprintf (format, args);
  finding->rule = g_strdup (steward_check_get_name (run->pack, code));
  finding->remedy = g_strdup (check && check->remedy ? check->remedy : steward_check_get_remedy (code));
  finding->source = check ? check->source : NULL;
  finding->pack = steward_pack_ref (run->pack);
  take_acknowledgement (run, finding);
  g_ptr_array_add (run->findings, finding);
  return finding;
}

StewardFinding *
steward_check_add (StewardCheckRun    *run,
                   StewardCheckCode    code,
                   const char         *row,
                   const char         *name,
                   const StewardStage *stage,
                   StewardDay          day,
                   const char         *format,
                   ...)
{
  StewardFinding *finding;
  va_list args;

  va_start (args, format);
  finding = add_finding (run, code, row, "", name, stage, day, format, args);
  va_end (args);
  return finding;
}

StewardFinding *
steward_check_add_row (StewardCheckRun          *run,
                       StewardCheckCode          code,
                       const StewardScheduleRow *row,
                       StewardDay                day,
                       const char               *format,
                       ...)
{
  const StewardCase *handled = row->item ? row->item->case_ : NULL;
  StewardFinding *finding;
  va_list args;

  va_start (args, format);
  finding = add_finding (run, code, row->id, handled ? handled->id : "", row->name, row->stage, day, format, args);
  va_end (args);
  return finding;
}

StewardFinding *
steward_check_add_case (StewardCheckRun   *run,
                        StewardCheckCode   code,
                        const StewardCase *handled,
                        StewardDay         day,
                        const char        *format,
                        ...)
{
  const StewardScheduleRow *row = g_hash_table_lookup (run->cases, handled->id);
  const StewardItem *item = steward_pack_find_item (run->pack, handled->item);
  const StewardRow *typed = item ? NULL : steward_project_find_row (run->project, handled->item);
  StewardFinding *finding;
  va_list args;

  va_start (args, format);
  finding = add_finding (run, code, row ? row->id : handled->item, handled->id,
                         row ? row->name : item ? item->name : typed ? typed->text : handled->item,
                         row ? row->stage : item ? item->stage : NULL, day, format, args);
  va_end (args);
  return finding;
}

gboolean
steward_check_is_decided (const StewardScheduleRow *row)
{
  switch (row->status)
    {
    case STEWARD_CASE_WITHDRAWN:
    case STEWARD_CASE_REFUSED:
    case STEWARD_CASE_REVOKED_APPLICATION:
      return FALSE;
    default:
      return row->decided != STEWARD_DAY_NONE;
    }
}

char *
steward_check_fold_name (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (normal ? normal : "", -1);
  GString *kept = g_string_sized_new (strlen (folded));
  int depth = 0;

  for (const char *p = folded; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_type (c) == G_UNICODE_OPEN_PUNCTUATION)
        depth++;
      else if (g_unichar_type (c) == G_UNICODE_CLOSE_PUNCTUATION)
        depth = MAX (depth - 1, 0);
      else if (depth == 0 && g_unichar_isalnum (c))
        g_string_append_unichar (kept, c);
    }
  return g_string_free (kept, FALSE);
}

/* How far down a finding stands. */
static int
rank (const StewardFinding *finding)
{
  switch (finding->severity)
    {
    case STEWARD_SEVERITY_ERROR:
      return 0;
    case STEWARD_SEVERITY_WARNING:
      return finding->reason ? 2 : 1;
    case STEWARD_SEVERITY_NOTE:
    case STEWARD_SEVERITY_OFF:
    default:
      return 3;
    }
}

/* The place of a finding in the plan: its stage, then its row. What is about
 * no row stands behind the rows of its stage. */
typedef struct
{
  GHashTable *order;     /* row id → its number, from 1 */
} Places;

static int
compare_findings (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  const StewardFinding *x = *(StewardFinding * const *) a, *y = *(StewardFinding * const *) b;
  const Places *places = data;
  int by_rank = rank (x) - rank (y);
  int by_stage = (x->stage ? x->stage->number : G_MAXINT8) - (y->stage ? y->stage->number : G_MAXINT8);
  guint row_x = GPOINTER_TO_UINT (g_hash_table_lookup (places->order, x->row));
  guint row_y = GPOINTER_TO_UINT (g_hash_table_lookup (places->order, y->row));

  if (by_rank != 0 || by_stage != 0)
    return by_rank != 0 ? by_rank : by_stage;
  return row_x != row_y ? (row_x - 1 > row_y - 1 ? 1 : -1) : 0;
}

static void
sort_findings (StewardCheckRun *run)
{
  g_autoptr (GHashTable) order = g_hash_table_new (g_str_hash, g_str_equal);
  Places places = { order };

  for (guint i = 0; i < run->schedule->rows->len; i++)
    g_hash_table_insert (order, ((StewardScheduleRow *) run->schedule->rows->pdata[i])->id, GUINT_TO_POINTER (i + 1));
  g_ptr_array_sort_with_data (run->findings, compare_findings, &places);
}

static void
add_name (StewardCheckRun *run,
          const char      *name,
          StewardItem     *item)
{
  char *folded = steward_check_fold_name (name);
  GPtrArray *items = g_hash_table_lookup (run->items, folded);

  if (items == NULL)
    {
      items = g_ptr_array_new ();
      g_hash_table_insert (run->items, g_strdup (folded), items);
    }
  if (*folded && !g_ptr_array_find (items, item, NULL))
    g_ptr_array_add (items, item);
  g_free (folded);
}

static void
index_names (StewardCheckRun *run)
{
  GPtrArray *items = steward_pack_get_items (run->pack);

  for (guint i = 0; i < items->len; i++)
    {
      StewardItem *item = items->pdata[i];

      add_name (run, item->name, item);
      add_name (run, item->short_name, item);
      for (guint j = 0; item->aliases && item->aliases[j]; j++)
        add_name (run, item->aliases[j], item);
    }
}

GPtrArray *
steward_check_schedule (const StewardSchedule *schedule)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) cases = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                        (GDestroyNotify) g_ptr_array_unref);
  StewardCheckRun run = { .rows = rows, .cases = cases, .items = items };

  g_return_val_if_fail (schedule != NULL, NULL);

  run.schedule = schedule;
  run.project = schedule->plan->project;
  run.pack = schedule->plan->pack;
  run.findings = g_ptr_array_new_with_free_func ((GDestroyNotify) finding_free);
  for (guint i = 0; i < STEWARD_N_CHECKS; i++)
    {
      run.checks[i] = steward_pack_find_check (run.pack, i);
      run.severities[i] = steward_pack_get_severity (run.pack, i);
    }
  for (guint i = 0; i < schedule->rows->len; i++)
    {
      StewardScheduleRow *row = schedule->rows->pdata[i];

      g_hash_table_insert (rows, row->id, row);
      if (row->item && row->item->case_)
        g_hash_table_insert (cases, row->item->case_->id, row);
    }
  index_names (&run);
  steward_check_order (&run);
  steward_check_validity (&run);
  steward_check_limits (&run);
  steward_check_list (&run);
  steward_check_promises (&run);
  steward_check_cases (&run);
  sort_findings (&run);
  return run.findings;
}

GPtrArray *
steward_check_project (StewardProject   *project,
                       StewardCalendar  *calendar,
                       StewardDay        as_of,
                       GError          **error)
{
  g_autoptr (StewardSchedule) schedule = NULL;

  g_return_val_if_fail (STEWARD_IS_PROJECT (project), NULL);
  g_return_val_if_fail (calendar != NULL, NULL);

  schedule = steward_schedule_new (project, calendar, as_of, error);
  return schedule ? steward_check_schedule (schedule) : NULL;
}

StewardFindingTally
steward_findings_count (const GPtrArray *findings)
{
  StewardFindingTally tally = { 0, 0, 0, 0 };

  g_return_val_if_fail (findings != NULL, tally);

  for (guint i = 0; i < findings->len; i++)
    {
      const StewardFinding *finding = findings->pdata[i];

      tally.errors += finding->severity == STEWARD_SEVERITY_ERROR;
      tally.notes += finding->severity == STEWARD_SEVERITY_NOTE;
      if (finding->severity == STEWARD_SEVERITY_WARNING)
        (*(finding->reason ? &tally.acknowledged : &tally.warnings))++;
    }
  return tally;
}
