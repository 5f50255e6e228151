/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project-fixture.h"
#include "steward-error.h"
#include "steward-papers.h"

#include <string.h>

#define TODAY "2026-06-30"

static StewardEntrustmentStep
make_step (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", 3);
  StewardEntrustmentStep step = { .day = fixture_day (parts[0]) };

  g_assert_true (steward_entrustment_kind_from_word (parts[1], &step.kind));
  step.ground = g_strdup (parts[2] ? parts[2] : "");
  return step;
}

/* Adds a step when it is possible, as whoever records one does. */
static gboolean
take (StewardProject  *project,
      const char      *text,
      GError         **error)
{
  StewardEntrustmentStep step = make_step (text);
  gboolean good = steward_entrustment_judge_step (project, &step, fixture_day (TODAY), error);

  if (good)
    g_assert_cmpuint (steward_project_put_step (project, &step, NULL), >, 0);
  g_free (step.ground);
  return good;
}

static void
assert_state (StewardProject          *project,
              const char              *until,
              StewardEntrustmentState  state,
              const char              *since)
{
  StewardEntrustmentStatus status;

  steward_entrustment_replay (project, until ? fixture_day (until) : STEWARD_DAY_NONE, &status);
  g_assert_cmpstr (steward_entrustment_state_to_word (status.state), ==, steward_entrustment_state_to_word (state));
  g_assert_cmpint (status.since, ==, since ? fixture_day (since) : STEWARD_DAY_NONE);
}

static void
take_all (StewardProject     *project,
          const char * const *steps)
{
  for (guint i = 0; steps[i]; i++)
    {
      g_autoptr (GError) error = NULL;

      take (project, steps[i], &error);
      g_assert_no_error (error);
    }
}

static const char *const whole_life[] = {
  "2026-01-05 drafted", "2026-01-05 printed", "2026-01-06 sent", "2026-01-08 signed", "2026-02-02 reminded",
  "2026-02-10 suspended jc.ground.late-after-reminder", "2026-03-02 resumed", "2026-04-01 stage-closed jc.s1",
  "2026-05-06 closed", NULL
};

static void
test_a_whole_life_is_replayed_up_to_a_day (void)
{
  static const struct
  {
    const char              *until;
    StewardEntrustmentState  state;
    const char              *since;
  } days[] = {
    { "2026-01-04", STEWARD_ENTRUSTMENT_NONE, NULL },
    { "2026-01-05", STEWARD_ENTRUSTMENT_DRAFTED, "2026-01-05" },
    { "2026-01-07", STEWARD_ENTRUSTMENT_SENT, "2026-01-06" },
    { "2026-01-08", STEWARD_ENTRUSTMENT_IN_FORCE, "2026-01-08" },
    { "2026-02-09", STEWARD_ENTRUSTMENT_IN_FORCE, "2026-01-08" },
    { "2026-02-10", STEWARD_ENTRUSTMENT_SUSPENDED, "2026-02-10" },
    { "2026-03-02", STEWARD_ENTRUSTMENT_IN_FORCE, "2026-03-02" },
    { "2026-04-02", STEWARD_ENTRUSTMENT_IN_FORCE, "2026-03-02" },
    { "2026-05-06", STEWARD_ENTRUSTMENT_CLOSED, "2026-05-06" },
    { NULL, STEWARD_ENTRUSTMENT_CLOSED, "2026-05-06" },
  };
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  StewardEntrustmentStatus status;

  take_all (project, whole_life);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    assert_state (project, days[i].until, days[i].state, days[i].since);
  steward_entrustment_replay (project, fixture_day ("2026-02-15"), &status);
  g_assert_cmpstr (status.ground, ==, "jc.ground.late-after-reminder");
  g_assert_cmpuint (status.step, ==, 6);
  g_assert_cmpint (status.signed_on, ==, fixture_day ("2026-01-08"));
}

/* Each line: what happened, then what cannot be, and a word of the reason. */
static const struct
{
  const char *before[6];
  const char *step;
  const char *why;
} impossible[] = {
  { { NULL }, "2026-01-05 signed", "drafted" },
  { { NULL }, "2026-01-05 suspended jc.ground.other", "drafted" },
  { { "2026-01-05 drafted" }, "2026-01-06 resumed", "signed" },
  { { "2026-01-05 drafted" }, "2026-01-04 sent", "2026-01-05" },
  { { "2026-01-05 drafted" }, "2026-07-01 sent", "not come" },
  { { "2026-01-05 drafted", "2026-01-06 declined" }, "2026-01-07 signed", "declined" },
  { { "2026-01-05 drafted", "2026-01-06 signed" }, "2026-01-07 suspended", "grounds" },
  { { "2026-01-05 drafted", "2026-01-06 signed" }, "2026-01-07 signed", "in force" },
  { { "2026-01-05 drafted", "2026-01-06 signed" }, "2026-01-07 suspended jc.ground.late-after-reminder", "reminder" },
  { { "2026-01-05 drafted", "2026-01-06 signed" }, "2026-01-07 stage-closed", "which stage" },
  { { "2026-01-05 drafted", "2026-01-06 signed", "2026-01-07 stage-closed jc.s1" }, "2026-01-08 stage-closed jc.s1",
    "already" },
  { { "2026-01-05 drafted", "2026-01-06 signed", "2026-01-07 suspended jc.ground.other" }, "2026-01-08 stage-closed jc.s1",
    "resumed" },
  { { "2026-01-05 drafted", "2026-01-06 signed", "2026-01-07 closed" }, "2026-01-08 resumed", "closed" },
  /* The reminder was before the last suspension. */
  { { "2026-01-05 drafted", "2026-01-06 signed", "2026-01-07 reminded", "2026-01-08 suspended jc.ground.other",
      "2026-01-09 resumed" }, "2026-01-12 suspended jc.ground.late-after-reminder", "reminder" },
};

static void
test_impossible_steps_are_refused_with_the_reason (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (impossible); i++)
    {
      g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
      g_autoptr (GError) error = NULL;

      take_all (project, impossible[i].before);
      g_assert_false (take (project, impossible[i].step, &error));
      g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
      g_test_message ("%s: %s", impossible[i].step, error->message);
      g_assert_nonnull (strstr (error->message, impossible[i].why));
    }
}

static void
test_only_entrusted_stages_are_closed (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  const char *const stages[] = { "jc.s1", NULL };
  StewardEntrustment entrustment = { (char **) stages, NULL, fixture_day ("2026-01-06") };
  g_autoptr (GError) error = NULL;

  steward_project_set_entrustment (project, &entrustment);
  g_assert_false (take (project, "2026-01-07 stage-closed jc.s2", &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
  g_assert_true (take (project, "2026-01-07 stage-closed jc.s1", NULL));
}

/* As projects of earlier versions are. */
static void
test_a_recorded_signature_is_a_step (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  StewardEntrustment entrustment = { NULL, NULL, fixture_day ("2026-01-08") };

  steward_project_set_entrustment (project, &entrustment);
  assert_state (project, "2026-01-07", STEWARD_ENTRUSTMENT_NONE, NULL);
  assert_state (project, "2026-01-08", STEWARD_ENTRUSTMENT_IN_FORCE, "2026-01-08");
  g_assert_false (take (project, "2026-01-07 suspended jc.ground.other", NULL));
  g_assert_true (take (project, "2026-01-08 suspended jc.ground.other", NULL));
  assert_state (project, NULL, STEWARD_ENTRUSTMENT_SUSPENDED, "2026-01-08");
  g_assert_true (take (project, "2026-02-01 resumed", NULL));
  assert_state (project, NULL, STEWARD_ENTRUSTMENT_IN_FORCE, "2026-02-01");
}

static void
test_a_second_signed_paper_replaces_the_first (void)
{
  static const char *const steps[] = {
    "2026-01-05 drafted", "2026-01-08 signed", "2026-02-02 drafted", "2026-02-03 printed", "2026-02-04 sent", NULL
  };
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  StewardEntrustmentStatus status;

  take_all (project, steps);
  steward_entrustment_replay (project, STEWARD_DAY_NONE, &status);
  g_assert_cmpint (status.state, ==, STEWARD_ENTRUSTMENT_IN_FORCE);
  g_assert_true (status.renewing);
  g_assert_cmpint (status.signed_on, ==, fixture_day ("2026-01-08"));
  g_assert_true (take (project, "2026-02-05 signed", NULL));
  steward_entrustment_replay (project, STEWARD_DAY_NONE, &status);
  g_assert_false (status.renewing);
  g_assert_cmpint (status.signed_on, ==, fixture_day ("2026-02-05"));
  g_assert_cmpuint (status.n_replaced, ==, 1);
  /* A declined one leaves the old one as it is. */
  g_assert_true (take (project, "2026-03-05 drafted", NULL));
  g_assert_true (take (project, "2026-03-05 declined", NULL));
  assert_state (project, NULL, STEWARD_ENTRUSTMENT_IN_FORCE, "2026-02-05");
  steward_entrustment_replay (project, STEWARD_DAY_NONE, &status);
  g_assert_cmpuint (status.n_replaced, ==, 1);
}

/* A project file may hold anything that is a step. */
static void
test_impossible_steps_in_a_project_are_passed_over (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  StewardEntrustmentStep resumed = { .day = fixture_day ("2026-01-02"), .kind = STEWARD_ENTRUSTMENT_STEP_RESUMED };
  StewardEntrustmentStep drafted = { .day = fixture_day ("2026-01-01"), .kind = STEWARD_ENTRUSTMENT_STEP_DRAFTED };

  g_assert_cmpuint (steward_project_put_step (project, &resumed, NULL), ==, 1);
  g_assert_cmpuint (steward_project_put_step (project, &drafted, NULL), ==, 2);
  assert_state (project, NULL, STEWARD_ENTRUSTMENT_DRAFTED, "2026-01-01");
}

/* Whatever is taken one after the other is in the replay, and each state can
 * only be left by what the state names as possible. */
static void
test_what_is_judged_possible_is_what_replay_takes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
      StewardDay day = fixture_day ("2026-01-01");

      for (guint i = 0; i < 20; i++)
        {
          StewardEntrustmentStep step = { .kind = g_rand_int_range (random, 0, STEWARD_N_ENTRUSTMENT_STEPS),
                                          .ground = (char *) "jc.ground.other" };
          StewardEntrustmentStatus before, after;
          g_autoptr (GError) error = NULL;

          step.day = day += g_rand_int_range (random, 0, 3);
          steward_entrustment_replay (project, STEWARD_DAY_NONE, &before);
          if (step.kind == STEWARD_ENTRUSTMENT_STEP_STAGE_CLOSED)
            step.ground = (char *) "jc.s2";
          if (steward_entrustment_judge_step (project, &step, fixture_day (TODAY), &error))
            {
              g_assert_true (before.possible & (1u << step.kind));
              g_assert_cmpuint (steward_project_put_step (project, &step, NULL), >, 0);
              steward_entrustment_replay (project, STEWARD_DAY_NONE, &after);
              g_assert_true (after.since == before.since || after.since == step.day);
              continue;
            }
          g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
          g_assert_true (step.kind == STEWARD_ENTRUSTMENT_STEP_STAGE_CLOSED || !(before.possible & (1u << step.kind)));
        }
    }
}

static void
test_every_word_has_a_name (void)
{
  StewardEntrustmentKind kind;

  for (guint i = 0; i < STEWARD_N_ENTRUSTMENT_STEPS; i++)
    {
      g_assert_true (steward_entrustment_kind_from_word (steward_entrustment_kind_to_word (i), &kind));
      g_assert_cmpuint (kind, ==, i);
      g_assert_cmpstr (steward_entrustment_kind_get_name (i), !=, "");
    }
  for (guint i = 0; i < STEWARD_N_ENTRUSTMENT_STATES; i++)
    g_assert_cmpstr (steward_entrustment_state_get_name (i), !=, "");
  g_assert_false (steward_entrustment_kind_from_word ("", &kind));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/entrustment/a-whole-life-is-replayed-up-to-a-day", test_a_whole_life_is_replayed_up_to_a_day);
  g_test_add_func ("/entrustment/impossible-steps-are-refused", test_impossible_steps_are_refused_with_the_reason);
  g_test_add_func ("/entrustment/only-entrusted-stages-are-closed", test_only_entrusted_stages_are_closed);
  g_test_add_func ("/entrustment/a-recorded-signature-is-a-step", test_a_recorded_signature_is_a_step);
  g_test_add_func ("/entrustment/a-second-signed-paper-replaces-the-first", test_a_second_signed_paper_replaces_the_first);
  g_test_add_func ("/entrustment/impossible-steps-are-passed-over", test_impossible_steps_in_a_project_are_passed_over);
  g_test_add_func ("/entrustment/judged-possible-is-taken", test_what_is_judged_possible_is_what_replay_takes);
  g_test_add_func ("/entrustment/every-word-has-a-name", test_every_word_has_a_name);
  return g_test_run ();
}
