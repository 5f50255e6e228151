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
  guint entries[STEWARD_AGENDA_SILENT + 1];
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

/* Holds the digest of @from to the schedules of all days for which it says it
 * is right. */
static void
assert_digest_stays_true (StewardProject  *project,
                          StewardCalendar *calendar,
                          StewardDay       from,
                          Met             *met)
{
  g_autoptr (StewardDigest) digest = steward_digest_new (project, calendar, from);
  StewardDay last = from + LOOK_AHEAD;
  StewardLight before = STEWARD_LIGHT_NOT_STARTED;

  if (digest->valid_until != STEWARD_DAY_NONE)
    {
      g_assert_cmpint (digest->valid_until, >=, from);
      met->ended += digest->valid_until < last;
      last = MIN (last, digest->valid_until);
    }
  met->digests++;
  for (guint i = 0; i < digest->agenda->len; i++)
    met->entries[((StewardAgendaEntry *) digest->agenda->pdata[i])->kind]++;
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

/* A case such as there are: received, mostly accepted, some paused and gone on,
 * some decided, around @near; a few of it still to come. */
static void
put_plausible_case (StewardProject *project,
                    const char     *item,
                    StewardDay      near,
                    GRand          *random)
{
  g_autofree char *id = g_strconcat ("p-", item, NULL);
  g_autoptr (StewardCase) handled = steward_case_new (id, item);
  StewardDay at = near - g_rand_int_range (random, -2, 25);

  handled->mode = g_rand_int_range (random, 0, 3);
  if (g_rand_boolean (random))
    handled->limit = g_rand_int_range (random, 0, 40);
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

  for (guint i = 0; i < plan->items->len; i++)
    g_ptr_array_add (ids, g_strdup (((StewardPlanItem *) plan->items->pdata[i])->id));
  while (steward_project_get_cases (project)->len > 0)
    steward_project_remove_case (project, ((StewardCase *) steward_project_get_cases (project)->pdata[0])->id);
  for (guint i = 0; i < ids->len; i++)
    {
      if (g_rand_int_range (random, 0, 3) == 0)
        put_plausible_case (project, ids->pdata[i], near, random);
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
      for (int round = 0; round < 24; round++)
        {
          g_autoptr (StewardProject) project = steward_sample_load (sample->id, NULL);
          StewardDay near = day ("2026-01-05") + g_rand_int_range (random, 0, 300);

          if (round > 0)
            mutate (project, near, round % 2 == 0, random);
          assert_digest_stays_true (project, round % 5 == 0 ? every_day : official, near, &met);
        }
    }
  g_test_message ("%u digests, %u days; changes to paused %u, yellow %u, red %u, by the budget alone %u; %u ended; "
                  "cases %u, timers %u, promises %u, ready %u, silent %u",
                  met.digests, met.days, met.changes[STEWARD_LIGHT_PAUSED], met.changes[STEWARD_LIGHT_YELLOW],
                  met.changes[STEWARD_LIGHT_RED], met.without_row, met.ended, met.entries[0], met.entries[1],
                  met.entries[2], met.entries[3], met.entries[4]);
  g_assert_cmpuint (met.changes[STEWARD_LIGHT_YELLOW], >, 0);
  g_assert_cmpuint (met.changes[STEWARD_LIGHT_RED], >, 0);
  g_assert_cmpuint (met.ended, >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (met.entries); i++)
    g_assert_cmpuint (met.entries[i], >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/digest/a-digest-stays-true", test_a_digest_stays_true);
  return g_test_run ();
}
