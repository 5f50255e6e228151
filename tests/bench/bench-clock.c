/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"
#include "steward-clock.h"

/* Questions to the legal clock, against two look-ups in bare arrays, which no
 * clock can do with less. */

#define N        1000000
#define ROUNDS   5
#define N_PAUSES 3

typedef struct
{
  StewardCalendar *calendar;
  StewardDay       base;
  StewardDay      *from;
  int             *limits;
  int             *sums;        /* working days since base */
  StewardDay      *worked;
  gsize            n_pauses;
} Bench;

static gint64
ask_arrays (gpointer data)
{
  const Bench *bench = data;
  gint64 sum = 0;

  for (int i = 0; i < N; i++)
    sum += bench->worked[bench->sums[bench->from[i] - bench->base] + bench->limits[i]];
  return sum;
}

static gint64
ask_clock (gpointer data)
{
  const Bench *bench = data;
  gint64 sum = 0;

  for (int i = 0; i < N; i++)
    {
      StewardDay from = bench->from[i];
      StewardPause pauses[N_PAUSES] = {
        { from + 9, from + 14, NULL }, { from + 2, from + 5, NULL }, { from + 4, from + 7, NULL }
      };
      StewardClockQuestion question = {
        .from = from,
        .days = bench->limits[i],
        .pauses = pauses,
        .n_pauses = bench->n_pauses,
        .finished = STEWARD_DAY_NONE,
        .as_of = from + 10,
        .thresholds = STEWARD_THRESHOLDS_DEFAULT,
      };
      StewardClockAnswer answer = steward_clock_ask (bench->calendar, &question);

      sum += answer.due + answer.used + answer.light;
    }
  return sum;
}

static void
set_up (Bench *bench)
{
  StewardDay last = steward_day_from_ymd (2030, 12, 31);
  g_autoptr(GRand) random = g_rand_new_with_seed (2026);
  int sum = 0;

  bench->calendar = steward_calendar_new_official ();
  bench->base = steward_day_from_ymd (2020, 1, 1);
  bench->from = g_new (StewardDay, N);
  bench->limits = g_new (int, N);
  bench->sums = g_new (int, last - bench->base + 1);
  bench->worked = g_new (StewardDay, last - bench->base + 2);
  bench->worked[0] = bench->base;
  for (StewardDay day = bench->base; day <= last; day++)
    {
      if (steward_calendar_is_working (bench->calendar, day))
        bench->worked[++sum] = day;
      bench->sums[day - bench->base] = sum;
    }
  for (int i = 0; i < N; i++)
    {
      bench->from[i] = g_rand_int_range (random, bench->base,
                                         steward_day_from_ymd (2026, 6, 30));
      bench->limits[i] = g_rand_int_range (random, 0, 60);
    }
}

static void
tear_down (Bench *bench)
{
  steward_calendar_unref (bench->calendar);
  g_free (bench->from);
  g_free (bench->limits);
  g_free (bench->sums);
  g_free (bench->worked);
}

int
main (void)
{
  Bench bench = { NULL };
  double floor_seconds, plain, paused;
  gboolean good;

  set_up (&bench);
  floor_seconds = bench_measure (ask_arrays, &bench, ROUNDS);
  plain = bench_measure (ask_clock, &bench, ROUNDS);
  bench.n_pauses = N_PAUSES;
  paused = bench_measure (ask_clock, &bench, ROUNDS);

  g_print ("%-40s %10.3f ms\n", "floor: a million array look-ups", floor_seconds * 1e3);
  good = bench_report ("a million questions, no pause", plain, floor_seconds, 200);
  good &= bench_report ("a million questions, three pauses", paused, floor_seconds, 400);
  g_print ("%.1f and %.1f million questions per second (target: 1)\n",
           N / plain / 1e6, N / paused / 1e6);
  tear_down (&bench);
  return good ? 0 : 1;
}
