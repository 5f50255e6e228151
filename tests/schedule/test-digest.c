/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-project.h"

#include <string.h>

#include "steward-digest.h"
#include "steward-project-file.h"

#define LOOK_AHEAD 120

/* What was met on the way, so that a property that held only because nothing
 * ever happened is noticed. */
typedef struct
{
  guint digests;
  guint days;
  guint changes[STEWARD_LIGHT_RED + 1];   /* days on which the light became this one */
  guint without_row;                      /* changes that no item made: the budget did */
  guint ended;                            /* digests with an end within the days looked at */
  guint entries[STEWARD_N_AGENDA_KINDS];
} Met;

static StewardDay
day (const char *text)
{
  StewardDay value;

  g_assert_true (steward_day_parse (text, &value));
  return value;
}

static StewardLight
entry_light (const StewardAgendaEntry *entry,
             StewardDay                on)
{
  if (entry->red_from != STEWARD_DAY_NONE && on >= entry->red_from)
    return STEWARD_LIGHT_RED;
  if (entry->yellow_from != STEWARD_DAY_NONE && on >= entry->yellow_from)
    return STEWARD_LIGHT_YELLOW;
  return entry->paused ? STEWARD_LIGHT_PAUSED : STEWARD_LIGHT_GREEN;
}

/* The agenda of one day is that of the day it was made for, with the lights
 * of the rows of that day's schedule. */
static void
assert_same_agenda (const StewardDigest   *old,
                    const StewardDigest   *now,
                    const StewardSchedule *schedule,
                    StewardDay             on)
{
  g_assert_cmpstr (old->stage, ==, now->stage);
  g_assert_cmpstr (old->next_row, ==, now->next_row);
  g_assert_cmpstr (old->next_name, ==, now->next_name);
  g_assert_cmpint (old->next_due, ==, now->next_due);
  g_assert_cmpint (old->valid_until, ==, now->valid_until);
  g_assert_cmpuint (old->agenda->len, ==, now->agenda->len);
  for (guint i = 0; i < old->agenda->len; i++)
    {
      const StewardAgendaEntry *a = old->agenda->pdata[i], *b = now->agenda->pdata[i];
      const StewardScheduleRow *row = steward_schedule_find_row (schedule, a->row);

      g_assert_cmpint (a->kind, ==, b->kind);
      g_assert_cmpstr (a->row, ==, b->row);
      g_assert_cmpint (a->due, ==, b->due);
      g_assert_cmpint (a->paused, ==, b->paused);
      g_assert_cmpint (entry_light (a, on), ==, entry_light (b, on));
      g_assert_nonnull (row);
      if (a->kind == STEWARD_AGENDA_CASE || a->kind == STEWARD_AGENDA_TIMER)
        g_assert_cmpint (entry_light (a, on), ==, row->answer.light);
      if (a->kind == STEWARD_AGENDA_STALE)
        g_assert_cmpint (entry_light (a, on) == STEWARD_LIGHT_RED ? a->due : STEWARD_DAY_NONE, ==, row->stale_since);
    }
}

static gboolean
a_row_has_light (const StewardSchedule *schedule,
                 StewardLight           light)
{
  for (guint i = 0; i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = schedule->rows->pdata[i];

      if (row->kind == STEWARD_ROW_ITEM && row->answer.light == light)
        return TRUE;
    }
  return FALSE;
}

/* Holds @digest to the schedules of the days from @from to @last. */
static void
assert_digest_is_right (const StewardDigest *digest,
                        StewardProject      *project,
                        StewardCalendar     *calendar,
                        StewardDay           from,
                        StewardDay           last,
                        Met                 *met)
{
  StewardLight before = STEWARD_LIGHT_NOT_STARTED;

  for (StewardDay on = from; on <= last; on++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (StewardSchedule) schedule = steward_schedule_new (project, calendar, on, &error);
      StewardLight light = steward_digest_get_light (digest, on);

      g_assert_no_error (error);
      g_assert_cmpint (light, ==, schedule->light);
      met->days++;
      met->changes[light] += on > from && light != before;
      met->without_row += on > from && light != before && !a_row_has_light (schedule, light);
      before = light;
      if ((on - from) % 7 == 0 || on == last)
        {
          g_autoptr (StewardDigest) now = steward_digest_new (project, calendar, on);

          assert_same_agenda (digest, now, schedule, on);
        }
    }
}

/* As the store does: a digest is kept as long as it says that it holds, and
 * then made anew. */
static void
assert_digests_stay_true (StewardProject  *project,
                          StewardCalendar *calendar,
                          StewardDay       from,
                          Met             *met)
{
  StewardDay last = from + LOOK_AHEAD;

  while (from <= last)
    {
      g_autoptr (StewardDigest) digest = steward_digest_new (project, calendar, from);
      StewardDay end = last;

      if (digest->valid_until != STEWARD_DAY_NONE)
        {
          g_assert_cmpint (digest->valid_until, >=, from);
          met->ended += digest->valid_until < last;
          end = MIN (last, digest->valid_until);
        }
      met->digests++;
      for (guint i = 0; i < digest->agenda->len; i++)
        met->entries[((StewardAgendaEntry *) digest->agenda->pdata[i])->kind]++;
      assert_digest_is_right (digest, project, calendar, from, end, met);
      from = end + 1;
    }
}

/* A case such as there are: received, mostly accepted, some paused and gone on,
 * some decided, around @near; a few of it still to come. */
static void
put_plausible_case (StewardProject *project,
                    const char     *id,
                    const char     *item,
                    StewardDay      near,
                    GRand          *random)
{
  g_autoptr (StewardCase) handled = steward_case_new (id, item);
  StewardDay at = near - g_rand_int_range (random, -2, 40);

  handled->mode = g_rand_int_range (random, 0, 3);
  if (g_rand_boolean (random))
    handled->limit = g_rand_int_range (random, 0, g_rand_boolean (random) ? 40 : 150);
  steward_case_add_event (handled, STEWARD_CASE_RECEIVED, at, "", "", "");
  if (g_rand_int_range (random, 0, 6) == 0)
    steward_case_add_event (handled, STEWARD_CASE_CORRECTION_STARTS, at + 2, "", "", "");
  if (g_rand_int_range (random, 0, 4) > 0)
    steward_case_add_event (handled, STEWARD_CASE_ACCEPTED, at += g_rand_int_range (random, 0, 5), "", "", "");
  if (g_rand_int_range (random, 0, 3) == 0)
    {
      steward_case_add_event (handled, STEWARD_CASE_PROCEDURE_STARTS, at += g_rand_int_range (random, 0, 12), "", "听证", "");
      if (g_rand_boolean (random))
        steward_case_add_event (handled, STEWARD_CASE_PROCEDURE_ENDS, at += g_rand_int_range (random, 0, 12), "", "听证", "");
    }
  if (g_rand_int_range (random, 0, 3) == 0)
    steward_case_add_event (handled, g_rand_boolean (random) ? STEWARD_CASE_GRANTED : STEWARD_CASE_GRANTED_DEFERRED,
                            at + g_rand_int_range (random, 0, 30), "", "", "");
  if (g_rand_boolean (random))
    handled->delivered = at + g_rand_int_range (random, 0, 40);
  if (g_rand_boolean (random))
    handled->verified = at + g_rand_int_range (random, 0, 20);
  steward_project_put_case (project, handled);
}

static void
mutate (StewardProject *project,
        StewardDay      near,
        gboolean        wild,
        GRand          *random)
{
  g_autoptr (StewardPlan) plan = steward_plan_new (project);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  int sparse = g_rand_int_range (random, 2, 20);

  for (guint i = 0; i < plan->items->len; i++)
    g_ptr_array_add (ids, g_strdup (((StewardPlanItem *) plan->items->pdata[i])->base));
  while (steward_project_get_cases (project)->len > 0)
    steward_project_remove_case (project, ((StewardCase *) steward_project_get_cases (project)->pdata[0])->id);
  for (guint i = 0; i < ids->len; i++)
    {
      for (int part = 0; part < 3 && g_rand_int_range (random, 0, sparse) == 0; part++)
        {
          g_autofree char *id = g_strdup_printf ("p%d-%s", part, (char *) ids->pdata[i]);

          put_plausible_case (project, id, ids->pdata[i], near, random);
        }
    }
  for (int n = wild ? 60 : 0; n > 0; n--)
    random_project_change (project, random);
}

static void
test_a_digest_stays_true (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260812);
  g_autoptr (StewardCalendar) official = steward_calendar_new_official ();
  g_autoptr (StewardCalendar) every_day = steward_calendar_new_every_day ();
  Met met = { 0 };

  for (const StewardSample *sample = steward_samples_list (); sample->id; sample++)
    {
      for (int round = 0; round < 40; round++)
        {
          g_autoptr (StewardProject) project = steward_sample_load (sample->id, NULL);
          StewardDay near = day ("2026-01-05") + g_rand_int_range (random, 0, 300);

          if (round > 0)
            mutate (project, near, round % 2 == 0, random);
          assert_digests_stay_true (project, round % 5 == 0 ? every_day : official, near, &met);
        }
    }
  g_test_message ("%u digests, %u days; changes to paused %u, yellow %u, red %u, by the budget alone %u; %u ended; "
                  "cases %u, timers %u, promises %u, ready %u, silent %u, deliveries %u",
                  met.digests, met.days, met.changes[STEWARD_LIGHT_PAUSED], met.changes[STEWARD_LIGHT_YELLOW],
                  met.changes[STEWARD_LIGHT_RED], met.without_row, met.ended, met.entries[0], met.entries[1],
                  met.entries[2], met.entries[3], met.entries[4], met.entries[5]);
  g_assert_cmpuint (met.changes[STEWARD_LIGHT_YELLOW], >, 0);
  g_assert_cmpuint (met.changes[STEWARD_LIGHT_RED], >, 0);
  g_assert_cmpuint (met.without_row, >, 0);
  g_assert_cmpuint (met.ended, >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (met.entries); i++)
    g_assert_cmpuint (met.entries[i], >, 0);
}

/* A sample without what happened in it. */
static StewardProject *
new_quiet_project (void)
{
  StewardProject *project = steward_sample_load (steward_samples_list ()->id, NULL);

  while (steward_project_get_cases (project)->len > 0)
    steward_project_remove_case (project, ((StewardCase *) steward_project_get_cases (project)->pdata[0])->id);
  steward_project_set_fact (project, STEWARD_FACT_START, "");
  return project;
}

/* An item inside the gate of @stage, after @skip others. (transfer full) */
static char *
find_item (StewardProject *project,
           int             stage,
           int             skip)
{
  g_autoptr (StewardPlan) plan = steward_plan_new (project);

  for (guint i = 0; i < plan->items->len; i++)
    {
      const StewardPlanItem *item = plan->items->pdata[i];

      if (item->stage->number == stage && item->lane != STEWARD_LANE_UTILITY && item->lane != STEWARD_LANE_AFTER &&
          !(item->block && item->block->within_stage) && skip-- == 0)
        return g_strdup (item->id);
    }
  g_assert_not_reached ();
}

typedef struct
{
  int         stage;
  int         skip;
  int         limit;
  StewardMode mode;
  struct { StewardCaseStatus status; const char *day; } events[6];
} Scene;

static void
put_scene (StewardProject *project,
           const Scene    *scene)
{
  g_autofree char *item = find_item (project, scene->stage, scene->skip);
  g_autoptr (StewardCase) handled = steward_case_new (item, item);

  handled->limit = scene->limit;
  handled->mode = scene->mode;
  for (guint i = 0; i < G_N_ELEMENTS (scene->events) && scene->events[i].day; i++)
    steward_case_add_event (handled, scene->events[i].status, day (scene->events[i].day), "", "", "");
  steward_project_put_case (project, handled);
}

/* What chance seldom makes. */
static void
test_rare_turns_stay_true (void)
{
  static const Scene scenes[][3] = {
    /* A pause ends on the day of the digest, with few days left. */
    { { 1, 0, 5, 0, { { 3, "2026-03-02" }, { 9, "2026-03-05" }, { 10, "2026-03-11" } } } },
    /* A procedure begins on the due day and never ends. */
    { { 1, 0, 5, 0, { { 3, "2026-03-04" }, { 9, "2026-03-11" } } } },
    /* Two stages use up the days of the whole at once, none is late itself. */
    { { 1, 0, 900, 0, { { 3, "2026-03-02" } } }, { 2, 0, 900, 0, { { 3, "2026-03-09" } } } },
    /* One pause stops the days of its stage, the other stage goes on. */
    { { 1, 0, 900, 0, { { 3, "2026-03-02" } } }, { 1, 1, 900, 0, { { 3, "2026-03-02" }, { 9, "2026-03-06" } } },
      { 2, 0, 900, 0, { { 3, "2026-03-09" } } } },
    /* Silence, first alone and then beside what is decided later. */
    { { 1, 0, 3, 0, { { 1, "2026-03-09" } } }, { 1, 1, 20, 0, { { 3, "2026-03-02" }, { 11, "2026-03-25" } } } },
    /* A notice on a rest day of the last week; nothing else ever happens. */
    { { 1, 0, 0, 0, { { 3, "2026-03-07" } } } },
  };
  g_autoptr (StewardCalendar) calendar = steward_calendar_new_official ();
  Met met = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    {
      g_autoptr (StewardProject) project = new_quiet_project ();

      for (guint j = 0; j < G_N_ELEMENTS (scenes[i]) && scenes[i][j].stage > 0; j++)
        put_scene (project, &scenes[i][j]);
      assert_digests_stay_true (project, calendar, day ("2026-03-11"), &met);
    }
  g_assert_cmpuint (met.without_row, >, 0);
}

static const StewardAgendaEntry *
find_entry (const StewardDigest *digest,
            StewardAgendaKind    kind,
            const char          *row)
{
  for (guint i = 0; i < digest->agenda->len; i++)
    {
      const StewardAgendaEntry *entry = digest->agenda->pdata[i];

      if (entry->kind == kind && (row == NULL || strcmp (entry->row, row) == 0))
        return entry;
    }
  return NULL;
}

static void
assert_due (const StewardAgendaEntry *entry,
            const char               *due)
{
  g_autofree char *text = NULL;

  g_assert_cmpint (entry != NULL, ==, due != NULL);
  if (entry == NULL)
    return;
  text = steward_day_format (entry->due);
  g_assert_cmpstr (text, ==, due);
}

/* One case of the first stage, seen on 2026-03-11, a Wednesday; the project
 * starts on 2026-03-02. NULL: no such line; "": no due day. */
static void
test_the_agenda_says_what_waits (void)
{
  static const struct
  {
    Scene       scene;
    const char *due[STEWARD_N_AGENDA_KINDS];
  } cases[] = {
    { { 1, 0, 5, 0, { { 0, NULL } } }, { NULL, NULL, NULL, "2026-03-02", NULL, NULL, NULL } },
    { { 1, 0, 5, 0, { { 1, "2026-03-09" } } }, { NULL, NULL, NULL, NULL, "2026-03-16", NULL, "2026-03-09" } },
    { { 1, 0, 5, 0, { { 1, "2026-03-03" } } }, { "2026-03-10", NULL, NULL, NULL, NULL, NULL, "2026-03-03" } },
    /* The bureau asked for corrections: it is the unit's turn. */
    { { 1, 0, 5, 0, { { 1, "2026-03-09" }, { 6, "2026-03-10" } } }, { NULL, NULL, NULL, NULL, NULL, NULL, "2026-03-10" } },
    { { 1, 0, 5, 0, { { 3, "2026-03-09" } } }, { "2026-03-16", NULL, NULL, NULL, NULL, NULL, "2026-03-09" } },
    { { 1, 0, 5, 0, { { 3, "2026-03-09" }, { 9, "2026-03-10" } } }, { "", NULL, NULL, NULL, NULL, NULL, "2026-03-10" } },
    { { 1, 0, 5, 0, { { 3, "2026-03-09" }, { 11, "2026-03-10" } } }, { NULL, NULL, NULL, NULL, NULL, "2026-03-24", NULL } },
    /* Decided tomorrow is not decided. */
    { { 1, 0, 5, 0, { { 3, "2026-03-09" }, { 11, "2026-03-12" } } }, { "2026-03-16", NULL, NULL, NULL, NULL, NULL, "2026-03-09" } },
    { { 1, 0, 5, 0, { { 1, "2026-03-03" }, { 5, "2026-03-04" } } }, { NULL, NULL, NULL, "2026-03-02", NULL, NULL, NULL } },
    { { 1, 0, 5, STEWARD_MODE_DEFERRAL, { { 3, "2026-03-09" } } }, { "2026-03-16", NULL, "2026-03-23", NULL, NULL, NULL, "2026-03-09" } },
    { { 1, 0, 5, STEWARD_MODE_DEFERRAL, { { 3, "2026-03-09" }, { 7, "2026-03-10" } } },
      { "2026-03-16", NULL, NULL, NULL, NULL, NULL, "2026-03-10" } },
    { { 1, 0, 5, STEWARD_MODE_DEFERRAL, { { 3, "2026-03-09" }, { 12, "2026-03-10" } } },
      { NULL, NULL, "2026-03-24", NULL, NULL, "2026-03-24", NULL } },
    { { 1, 0, 5, STEWARD_MODE_DEFERRAL, { { 3, "2026-03-06" }, { 12, "2026-03-09" }, { 7, "2026-03-10" } } },
      { NULL, NULL, NULL, NULL, NULL, "2026-03-23", NULL } },
    { { 1, 0, 5, STEWARD_MODE_COMMITMENT, { { 3, "2026-03-09" }, { 11, "2026-03-10" } } },
      { NULL, NULL, NULL, NULL, NULL, "2026-03-24", NULL } },
    { { 1, 0, 5, STEWARD_MODE_DEFERRAL, { { 1, "2026-03-03" } } }, { "2026-03-10", NULL, "2026-03-17", NULL, NULL, NULL, "2026-03-03" } },
  };
  g_autoptr (StewardCalendar) calendar = steward_calendar_new_official ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StewardProject) project = new_quiet_project ();
      g_autofree char *item = find_item (project, 1, 0);
      g_autoptr (StewardDigest) digest = NULL;

      steward_project_set_fact (project, STEWARD_FACT_START, "2026-03-02");
      put_scene (project, &cases[i].scene);
      digest = steward_digest_new (project, calendar, day ("2026-03-11"));
      g_test_message ("case %u", i);
      for (guint kind = 0; kind < G_N_ELEMENTS (cases[i].due); kind++)
        assert_due (find_entry (digest, kind, item), cases[i].due[kind]);
    }
}

/* Nothing of a later stage can be handed in before the earlier one is over,
 * nor before a wished start; and nobody knows since when, while the project
 * has not begun. */
static void
test_ready_waits_for_what_comes_before (void)
{
  g_autoptr (StewardCalendar) calendar = steward_calendar_new_official ();
  g_autoptr (StewardProject) project = new_quiet_project ();
  g_autofree char *first = find_item (project, 1, 0), *second = find_item (project, 2, 0);
  g_autoptr (StewardCase) wished = steward_case_new ("wish", first);
  g_autoptr (StewardDigest) before = NULL, started = NULL, waiting = NULL;

  before = steward_digest_new (project, calendar, day ("2026-03-11"));
  g_assert_null (find_entry (before, STEWARD_AGENDA_READY, NULL));
  steward_project_set_fact (project, STEWARD_FACT_START, "2026-03-16");
  started = steward_digest_new (project, calendar, day ("2026-03-11"));
  g_assert_null (find_entry (started, STEWARD_AGENDA_READY, NULL));
  g_assert_cmpint (started->valid_until, ==, day ("2026-03-15"));
  steward_project_set_fact (project, STEWARD_FACT_START, "2026-03-02");
  wished->planned_start = day ("2026-03-20");
  steward_project_put_case (project, wished);
  waiting = steward_digest_new (project, calendar, day ("2026-03-11"));
  g_assert_null (find_entry (waiting, STEWARD_AGENDA_READY, first));
  g_assert_null (find_entry (waiting, STEWARD_AGENDA_READY, second));
  g_assert_cmpint (waiting->valid_until, ==, day ("2026-03-19"));
}

static void
test_a_finished_stage_hands_on (void)
{
  g_autoptr (StewardCalendar) calendar = steward_calendar_new_official ();
  g_autoptr (StewardProject) project = new_quiet_project ();
  g_autofree char *second = find_item (project, 2, 0);
  g_autoptr (StewardPlan) plan = steward_plan_new (project);
  g_autoptr (StewardDigest) begun = NULL, digest = NULL;
  const char *stage = ((StewardPlanStage *) plan->stages->pdata[1])->stage->id;

  begun = steward_digest_new (project, calendar, day ("2026-03-11"));
  g_assert_cmpstr (begun->stage, ==, ((StewardPlanStage *) plan->stages->pdata[0])->stage->id);
  for (guint i = 0; i < plan->items->len; i++)
    {
      const StewardPlanItem *item = plan->items->pdata[i];
      Scene scene = { 1, 0, 20, 0, { { 3, "2026-03-02" }, { 11, "2026-03-06" } } };

      if (item->stage->number != 1)
        break;
      for (scene.skip = 0; TRUE; scene.skip++)
        {
          g_autofree char *id = find_item (project, 1, scene.skip);

          if (strcmp (id, item->id) == 0)
            break;
        }
      put_scene (project, &scene);
    }
  digest = steward_digest_new (project, calendar, day ("2026-03-11"));
  g_assert_cmpstr (digest->stage, ==, stage);
  assert_due (find_entry (digest, STEWARD_AGENDA_READY, second), "2026-03-06");
}

static void
test_no_items_are_no_agenda (void)
{
  g_autoptr (StewardPack) pack = steward_pack_library_load ("jincheng-2022", NULL);
  g_autoptr (StewardProject) project = steward_project_new (pack);
  g_autoptr (StewardCalendar) calendar = steward_calendar_new_official ();
  g_autoptr (StewardDigest) digest = steward_digest_new (project, calendar, STEWARD_DAY_NONE);

  g_assert_cmpuint (digest->agenda->len, ==, 0);
  g_assert_cmpstr (digest->stage, ==, "jc.s1");
  g_assert_cmpstr (digest->next_row, ==, "");
  g_assert_cmpint (digest->valid_until, ==, STEWARD_DAY_NONE);
  g_assert_cmpint (steward_digest_get_light (digest, day ("2026-03-11")), ==, STEWARD_LIGHT_NOT_STARTED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/digest/a-digest-stays-true", test_a_digest_stays_true);
  g_test_add_func ("/digest/rare-turns-stay-true", test_rare_turns_stay_true);
  g_test_add_func ("/digest/the-agenda-says-what-waits", test_the_agenda_says_what_waits);
  g_test_add_func ("/digest/ready-waits-for-what-comes-before", test_ready_waits_for_what_comes_before);
  g_test_add_func ("/digest/a-finished-stage-hands-on", test_a_finished_stage_hands_on);
  g_test_add_func ("/digest/no-items-are-no-agenda", test_no_items_are_no_agenda);
  return g_test_run ();
}
