/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schedule-fixture.h"

#include <stdlib.h>
#include <string.h>

#include "steward-digest.h"

/* What the timers of the pack put into Today, and what takes them out again. */

#define PUSH       "jc.timer.push@jc.s1"
#define SUGGESTION "jc.timer.suggestion@jc.s1"
#define CITY       "jc.s1.item.filing"
#define COUNTY     "jc.s1.box.item.county-blank#1"

static const StewardAgendaEntry *
find_entry (const StewardDigest *digest,
            StewardAgendaKind    kind,
            const char          *row)
{
  for (guint i = 0; i < digest->agenda->len; i++)
    {
      const StewardAgendaEntry *entry = digest->agenda->pdata[i];

      if (entry->kind == kind && strcmp (entry->row, row) == 0)
        return entry;
    }
  return NULL;
}

/* @due "": there is no such entry on @as_of. */
static void
assert_entry (StewardProject    *project,
              const char        *as_of,
              StewardAgendaKind  kind,
              const char        *row,
              const char        *due)
{
  g_autoptr (StewardDigest) digest = steward_digest_new (project, fixture_get_calendar (), fixture_day (as_of));
  const StewardAgendaEntry *entry = find_entry (digest, kind, row);

  if (*due == '\0')
    {
      g_assert_null (entry);
      return;
    }
  g_assert_nonnull (entry);
  fixture_assert_day (entry->due, due);
  g_assert_cmpint (entry->red_from, ==, entry->due + 1);
  g_assert_cmpstr (entry->name, !=, "");
}

static StewardProject *
new_project_of_two_levels (void)
{
  StewardProject *project = fixture_new_project ("jincheng-2022");

  fixture_tick_item (project, CITY);
  steward_project_add_rows (project, "jc.s1.box.item.county-blank", "虚构县级事项", "");
  return project;
}

static void
test_push_is_due_a_day_after_the_last_item (void)
{
  g_autoptr (StewardProject) project = new_project_of_two_levels ();

  fixture_put_case (project, CITY, "3 2026-05-28", NULL);
  assert_entry (project, "2026-05-29", STEWARD_AGENDA_TIMER, PUSH, "");
  fixture_put_case (project, CITY, "3 2026-05-28", "11 2026-05-29", NULL);
  /* The 29th is a Friday. */
  assert_entry (project, "2026-05-29", STEWARD_AGENDA_TIMER, PUSH, "2026-06-01");
  assert_entry (project, "2026-06-03", STEWARD_AGENDA_TIMER, PUSH, "2026-06-01");
  fixture_put_case (project, COUNTY, "1 2026-06-01", NULL);
  assert_entry (project, "2026-06-01", STEWARD_AGENDA_TIMER, PUSH, "");
}

static void
test_nothing_is_pushed_to_nobody (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");

  fixture_tick_item (project, CITY);
  fixture_put_case (project, CITY, "3 2026-05-28", "11 2026-05-29", NULL);
  assert_entry (project, "2026-05-29", STEWARD_AGENDA_TIMER, PUSH, "");
}

static void
test_suggestion_form_is_due_three_days_after_closing (void)
{
  g_autoptr (StewardProject) project = new_project_of_two_levels ();
  char *nothing[] = { NULL };
  StewardClosing closing = { (char *) "jc.s1", fixture_day ("2026-05-28"), nothing, 0 };

  assert_entry (project, "2026-05-28", STEWARD_AGENDA_TIMER, SUGGESTION, "");
  steward_project_put_closing (project, &closing);
  assert_entry (project, "2026-05-27", STEWARD_AGENDA_TIMER, SUGGESTION, "");
  assert_entry (project, "2026-05-28", STEWARD_AGENDA_TIMER, SUGGESTION, "2026-06-02");
  steward_project_set_suggestion (project, "减少一份材料");
  assert_entry (project, "2026-05-28", STEWARD_AGENDA_TIMER, SUGGESTION, "");
}

static void
put_deferred (StewardProject    *project,
              StewardCaseStatus  last,
              const char        *day)
{
  g_autoptr (StewardCase) handled = steward_case_new ("c", CITY);

  handled->mode = STEWARD_MODE_DEFERRAL;
  steward_case_add_event (handled, STEWARD_CASE_ACCEPTED, fixture_day ("2026-06-10"), "", "", "");
  if (last != 0)
    steward_case_add_event (handled, last, fixture_day (day), "", "", "");
  steward_project_put_case (project, handled);
}

/* Ten working days that the pack proposes, with the Dragon Boat Festival. */
static void
test_deferred_material_is_due (void)
{
  g_autoptr (StewardProject) project = new_project_of_two_levels ();

  put_deferred (project, 0, NULL);
  assert_entry (project, "2026-06-10", STEWARD_AGENDA_PROMISE, CITY, "2026-06-25");
  put_deferred (project, STEWARD_CASE_CORRECTION_ENDS, "2026-06-15");
  assert_entry (project, "2026-06-15", STEWARD_AGENDA_PROMISE, CITY, "");
  put_deferred (project, STEWARD_CASE_GRANTED_DEFERRED, "2026-06-15");
  assert_entry (project, "2026-06-15", STEWARD_AGENDA_PROMISE, CITY, "2026-06-30");
  put_deferred (project, STEWARD_CASE_REFUSED, "2026-06-15");
  assert_entry (project, "2026-06-15", STEWARD_AGENDA_PROMISE, CITY, "");
}

static void
test_silence_ends_on_the_fifth_day (void)
{
  g_autoptr (StewardProject) project = new_project_of_two_levels ();

  fixture_put_case (project, CITY, "1 2026-05-20", NULL);
  assert_entry (project, "2026-05-21", STEWARD_AGENDA_SILENT, CITY, "2026-05-27");
  fixture_put_case (project, CITY, "1 2026-05-20", "6 2026-05-22", NULL);
  assert_entry (project, "2026-05-22", STEWARD_AGENDA_SILENT, CITY, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agenda/push-is-due-a-day-after-the-last-item", test_push_is_due_a_day_after_the_last_item);
  g_test_add_func ("/agenda/nothing-is-pushed-to-nobody", test_nothing_is_pushed_to_nobody);
  g_test_add_func ("/agenda/suggestion-form-is-due-three-days-after-closing",
                   test_suggestion_form_is_due_three_days_after_closing);
  g_test_add_func ("/agenda/deferred-material-is-due", test_deferred_material_is_due);
  g_test_add_func ("/agenda/silence-ends-on-the-fifth-day", test_silence_ends_on_the_fifth_day);
  return g_test_run ();
}
