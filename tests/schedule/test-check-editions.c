/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list that the unit was given, and what is handled outside it. */
#include "check-story.h"
#include "schedule-fixture.h"

#include <string.h>

#include "steward-check.h"
#include "steward-decisions.h"
#include "steward-edition.h"

static const StewardFinding *
find_outside (GPtrArray *findings)
{
  const StewardFinding *found = NULL;

  for (guint i = 0; i < findings->len; i++)
    {
      const StewardFinding *finding = findings->pdata[i];

      if (finding->code == STEWARD_CHECK_OUTSIDE_LIST)
        found = finding;
    }
  return found;
}

static void
issue_edition (StewardProject *project,
               StewardDay      day)
{
  g_autoptr (StewardPlan) plan = steward_plan_new (project);
  g_autofree char *content = steward_plan_freeze (plan);
  StewardEdition edition = { .day = day, .reason = (char *) "增项", .content = content, .notified = STEWARD_DAY_NONE };

  g_assert_cmpuint (steward_project_add_edition (project, &edition, NULL), >, 0);
}

/* Once the unit was given a list, a tick alone puts nothing on it. */
static void
test_what_the_last_edition_does_not_list_is_outside (void)
{
  static const struct { const char *as_of; const char *next; const char *found; } days[] = {
    { "05-21", NULL, "came into the plan after edition 1" },   /* nothing is handled yet */
    { "05-22", NULL, "Handled since 2026-05-22, but edition 1" },
    { "06-01", "06-02", "edition 1" },
    { "06-02", "06-02", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (StewardProject) project = fixture_new_project ("datong-2025");
      g_autoptr (GPtrArray) findings = NULL;
      g_autoptr (GError) error = NULL;
      const StewardFinding *finding;

      story_fill (project, "dt.s1.water-soil 1@05-20");
      issue_edition (project, story_day ("05-04"));
      story_fill (project, "dt.s1.eia 1@05-22");
      if (days[i].next)
        issue_edition (project, story_day (days[i].next));
      findings = steward_check_project (project, fixture_get_calendar (), story_day (days[i].as_of), &error);
      g_assert_no_error (error);
      finding = find_outside (findings);
      g_assert_true ((finding != NULL) == (days[i].found != NULL));
      if (finding)
        {
          g_assert_cmpstr (finding->row, ==, "dt.s1.eia");
          g_assert_nonnull (strstr (finding->text, days[i].found));
          g_assert_null (finding->reason);
        }
    }
}

/* Who adds something says why, once. */
static void
test_a_reason_is_enough (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("datong-2025");
  g_autoptr (GPtrArray) before = NULL, after = NULL;
  StewardDay day = story_day ("05-21");

  story_fill (project, "dt.s1.water-soil 1@05-20");
  issue_edition (project, story_day ("05-04"));
  before = steward_check_project (project, fixture_get_calendar (), day, NULL);
  g_assert_null (find_outside (before));
  story_fill (project, "dt.s1.eia");
  g_assert_true (steward_project_acknowledge (project, "outside-list", "dt.s1.eia", "前期资料不充分", "王", NULL));
  after = steward_check_project (project, fixture_get_calendar (), day, NULL);
  g_assert_nonnull (find_outside (after));
  g_assert_cmpstr (find_outside (after)->reason, ==, "前期资料不充分");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check-editions/what-the-last-one-does-not-list", test_what_the_last_edition_does_not_list_is_outside);
  g_test_add_func ("/check-editions/a-reason-is-enough", test_a_reason_is_enough);
  return g_test_run ();
}
