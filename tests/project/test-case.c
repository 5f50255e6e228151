/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project-fixture.h"

#include <stdlib.h>
#include <string.h>

/* Days of March 2026 (the 2nd is a Monday, no holidays): `status@day[:kind]`
 * events, and what they mean on the given day. */
static const struct
{
  const char *name;
  const char *events;
  const char *as_of;
  const char *received, *accepted, *finished;
  gboolean    deemed;
  int         status;
  const char *pauses;   /* start..end[:kind], blank separated */
} table[] = {
  { "nothing", "", "20", "", "", "", FALSE, 0, "" },
  { "received-only", "1@02", "03", "02", "", "", FALSE, 1, "" },
  { "silence-is-acceptance", "1@02", "10", "02", "02", "", TRUE, 1, "" },
  { "the-fifth-day-is-still-silent", "1@02", "09", "02", "", "", FALSE, 1, "" },
  { "accepted", "1@02 3@04", "10", "02", "04", "", FALSE, 3, "" },
  { "accepted-without-receipt", "3@04", "10", "", "04", "", FALSE, 3, "" },
  { "correction-before-acceptance-runs-no-clock", "1@02 6@04 7@16 3@17", "20", "02", "17", "", FALSE, 3, "" },
  { "correction-in-time-stops-silence", "1@02 6@09", "30", "02", "", "", FALSE, 6, "" },
  { "correction-too-late-is-a-pause", "1@02 6@11 7@13", "20", "02", "02", "", TRUE, 7, "11..13" },
  { "correction-after-acceptance-is-a-pause", "1@02 3@03 6@05 7@10", "20", "02", "03", "", FALSE, 7, "05..10" },
  { "open-correction", "3@03 6@05", "20", "", "03", "", FALSE, 6, "05.." },
  { "procedure", "3@03 9@05:听证 10@12:听证", "20", "", "03", "", FALSE, 10, "05..12:听证" },
  { "two-procedures-of-two-kinds", "3@03 9@05:听证 9@06:专家评审 10@10:专家评审 10@12:听证", "20", "", "03", "", FALSE, 10,
    "05..12:听证 06..10:专家评审" },
  { "an-end-without-kind-ends-the-oldest", "3@03 9@05:听证 9@06:检测 10@10", "20", "", "03", "", FALSE, 10,
    "05..10:听证 06..:检测" },
  { "an-end-without-start-is-nothing", "3@03 10@10", "20", "", "03", "", FALSE, 10, "" },
  { "a-correction-does-not-end-a-procedure", "3@03 9@05 7@10", "20", "", "03", "", FALSE, 7, "05.." },
  { "what-comes-later-is-not-known-yet", "3@03 9@05 10@12 11@16", "10", "", "03", "", FALSE, 9, "05.." },
  { "granted", "1@02 3@03 11@06", "20", "02", "03", "06", FALSE, 11, "" },
  { "granted-with-deferral", "3@03 12@06", "20", "", "03", "06", FALSE, 12, "" },
  { "not-granted", "3@03 13@06", "20", "", "03", "06", FALSE, 13, "" },
  { "a-decision-ends-open-procedures", "3@03 9@05 11@12", "20", "", "03", "12", FALSE, 11, "05..12" },
  { "decided-on-what-was-received", "1@02 11@03", "20", "02", "02", "03", FALSE, 11, "" },
  { "decided-and-nothing-else", "11@03", "20", "", "03", "03", FALSE, 11, "" },
  { "withdrawn-before-acceptance", "1@02 2@04", "20", "02", "", "04", FALSE, 2, "" },
  { "not-accepted", "1@02 4@04", "20", "02", "", "04", FALSE, 4, "" },
  { "received-again-after-refusal", "1@02 4@04 1@10 3@11", "20", "10", "11", "", FALSE, 3, "" },
  { "received-again-forgets-old-pauses", "3@03 9@05 13@06 1@10 3@11", "20", "10", "11", "", FALSE, 3, "" },
  { "revoked-after-the-grant", "3@03 11@06 15@16", "20", "", "03", "06", FALSE, 15, "" },
};

static StewardDay
march (const char *day)
{
  g_autofree char *text = g_strdup_printf ("2026-03-%s", day);

  return *day ? fixture_day (text) : STEWARD_DAY_NONE;
}

static StewardCase *
make_case (const char *events)
{
  StewardCase *self = steward_case_new ("c", "item");
  g_auto (GStrv) words = g_strsplit (events, " ", -1);

  for (guint i = 0; words[i] && *words[i]; i++)
    {
      g_auto (GStrv) parts = g_strsplit_set (words[i], "@:", 3);

      steward_case_add_event (self, atoi (parts[0]), march (parts[1]), "", parts[2], "");
    }
  return self;
}

static char *
tell_pauses (const StewardCaseClock *clock)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < clock->n_pauses; i++)
    {
      const StewardPause *pause = &clock->pauses[i];
      g_autofree char *start = steward_day_format (pause->start), *end = steward_day_format (pause->end);

      g_string_append_printf (text, "%s%s..%s%s%s", i > 0 ? " " : "", start + 8, *end ? end + 8 : "",
                              pause->kind ? ":" : "", pause->kind ? pause->kind : "");
    }
  return g_string_free (text, FALSE);
}

static void
test_replay (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (StewardCalendar) calendar = steward_calendar_new_official ();
  g_autoptr (StewardCase) self = make_case (table[i].events);
  g_autofree char *pauses = NULL;
  StewardCaseClock clock;

  steward_case_replay (self, calendar, 5, march (table[i].as_of), &clock);
  g_assert_cmpint (clock.received, ==, march (table[i].received));
  g_assert_cmpint (clock.accepted, ==, march (table[i].accepted));
  g_assert_cmpint (clock.finished, ==, march (table[i].finished));
  g_assert_cmpint (clock.deemed, ==, table[i].deemed);
  g_assert_cmpint (clock.status, ==, table[i].status);
  pauses = tell_pauses (&clock);
  g_assert_cmpstr (pauses, ==, table[i].pauses);
  steward_case_clock_clear (&clock);
  g_assert_null (clock.pauses);
}

static void
test_events_stand_by_date_then_by_entry (void)
{
  g_autoptr (StewardCase) self = make_case ("11@20 3@03 9@05 1@03 10@05");
  static const int expected[] = { 3, 1, 9, 10, 11 };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (((StewardEvent *) self->events->pdata[i])->status, ==, expected[i]);
}

static void
test_a_copy_is_equal_and_apart (void)
{
  g_autoptr (StewardCase) self = make_case ("3@03:k");
  g_autoptr (StewardCase) copy = NULL;

  self->mode = STEWARD_MODE_COMMITMENT;
  self->limit = 4;
  self->extension = 2;
  copy = steward_case_copy (self);
  steward_case_add_event (self, STEWARD_CASE_GRANTED, march ("09"), "", "", "");
  g_assert_cmpuint (copy->events->len, ==, 1);
  g_assert_cmpstr (((StewardEvent *) copy->events->pdata[0])->kind, ==, "k");
  g_assert_cmpint (copy->mode, ==, STEWARD_MODE_COMMITMENT);
  g_assert_cmpint (copy->limit, ==, 4);
  g_assert_cmpint (copy->extension, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *path = g_strconcat ("/case/replay/", table[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_replay);
    }
  g_test_add_func ("/case/events-stand-by-date-then-by-entry", test_events_stand_by_date_then_by_entry);
  g_test_add_func ("/case/a-copy-is-equal-and-apart", test_a_copy_is_equal_and_apart);
  return g_test_run ();
}
