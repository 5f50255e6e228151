/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sys/resource.h>
#include <time.h>

#include <glib.h>

/* What a benchmark does over and over; what it computes must be added to the
 * result, or the compiler leaves it out. */
typedef gint64 (*BenchWork) (gpointer data);

/* Seconds of processor time that this process has used so far: other programs
 * on the machine do not lengthen them as they do those of a clock. */
static inline double
bench_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec + now.tv_nsec / 1e9;
}

/* Seconds of the fastest of @rounds runs: a machine that is shared makes runs
 * slower, never faster. Whoever counts instructions needs one run only. */
static inline double
bench_measure (BenchWork work,
               gpointer  data,
               int       rounds)
{
  double best = G_MAXDOUBLE;
  gint64 sum = 0;

  if (g_getenv ("STEWARD_BENCH_ONCE"))
    rounds = 1;
  for (int i = 0; i < rounds; i++)
    {
      double begin = bench_seconds ();
      double taken;

      sum += work (data);
      taken = bench_seconds () - begin;
      best = MIN (best, taken);
    }
  if (sum == 0)
    g_print ("(nothing was computed)\n");
  return best;
}

/* Most memory this process has held so far, in megabytes. */
static inline double
bench_peak_memory (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024.0;
}

/* Prints one line, and returns FALSE when @seconds is more than @bound times
 * the floor. */
static inline gboolean
bench_report (const char *what,
              double      seconds,
              double      floor_seconds,
              double      bound)
{
  double ratio = seconds / MAX (floor_seconds, 1e-9);

  g_print ("%-40s %10.3f ms %8.2f x floor (bound %.1f)%s\n", what, seconds * 1e3, ratio, bound,
           ratio > bound ? "  TOO SLOW" : "");
  return ratio <= bound;
}
