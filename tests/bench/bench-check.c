/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"
#include "steward-check.h"

/* All checks over 10,000 cases with four events each, one in ten of them with
 * something to find, against making the schedule that they look at. */

#define CASES  10000
#define ROUNDS 5

typedef struct
{
  StewardProject  *project;
  StewardCalendar *calendar;
  StewardSchedule *schedule;
  StewardDay       as_of;
} Bench;

static void
put_case (Bench      *bench,
          const char *item,
          int         number,
          StewardDay  start)
{
  g_autofree char *id = g_strdup_printf ("c%05d", number);
  g_autoptr(StewardCase) handled = steward_case_new (id, item);
  StewardDay accepted = steward_calendar_add (bench->calendar, start, number % 20);

  g_free (handled->number);
  handled->number = g_strdup (id);
  handled->limit = 5;
  steward_case_add_event (handled, STEWARD_CASE_RECEIVED, accepted, "", "", "");
  steward_case_add_event (handled, STEWARD_CASE_ACCEPTED, accepted, "", "", "");
  steward_case_add_event (handled, STEWARD_CASE_BUREAU_STARTS, accepted, "", "", "");
  /* One in ten is decided late. */
  handled->delivered = steward_calendar_add (bench->calendar, accepted, number % 10 == 0 ? 6 : 4);
  steward_case_add_event (handled, STEWARD_CASE_GRANTED, handled->delivered, "", "", "");
  steward_project_put_case (bench->project, handled);
}

static void
fill (Bench      *bench,
      const char *box,
      StewardDay  start)
{
  g_autoptr(GString) text = g_string_new (NULL);
  GPtrArray *rows;

  for (int i = 0; i < CASES; i++)
    g_string_append_printf (text, "虚构事项%05d\n", i);
  steward_project_add_rows (bench->project, box, text->str, "");
  rows = steward_project_get_rows (bench->project);
  g_assert_cmpuint (rows->len, ==, CASES);
  for (guint i = 0; i < rows->len; i++)
    put_case (bench, ((StewardRow *) rows->pdata[i])->id, i, start);
}

static gint64
make_schedule (gpointer data)
{
  Bench *bench = data;
  g_autoptr(StewardSchedule) schedule = steward_schedule_new (bench->project, bench->calendar, bench->as_of, NULL);

  return schedule->rows->len;
}

static gint64
check_schedule (gpointer data)
{
  Bench *bench = data;
  g_autoptr(GPtrArray) findings = steward_check_schedule (bench->schedule);

  g_assert_cmpuint (findings->len, ==, CASES / 10);
  return findings->len;
}

int
main (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(StewardPack) pack = steward_pack_library_load ("jincheng-2022", &error);
  g_autoptr(StewardProject) project = NULL;
  g_autoptr(StewardCalendar) calendar = steward_calendar_new_official ();
  g_autoptr(StewardSchedule) schedule = NULL;
  Bench bench = { .calendar = calendar, .as_of = steward_day_from_ymd (2026, 8, 12) };
  double floor_seconds, seconds;

  g_assert_no_error (error);
  bench.project = project = steward_project_new (pack);
  fill (&bench, "jc.s2.box.item.city-blank", steward_day_from_ymd (2026, 4, 1));
  bench.schedule = schedule = steward_schedule_new (project, calendar, bench.as_of, &error);
  g_assert_no_error (error);
  floor_seconds = bench_measure (make_schedule, &bench, ROUNDS);
  seconds = bench_measure (check_schedule, &bench, ROUNDS);
  bench_report ("schedule of 10,000 cases", floor_seconds, floor_seconds, 1);
  return bench_report ("all checks of 10,000 cases", seconds, floor_seconds, 2) ? 0 : 1;
}
