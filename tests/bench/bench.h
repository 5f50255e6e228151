/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sys/resource.h>

#include <glib.h>

/* What a benchmark does over and over; what it computes must be added to the
 * result, or the compiler leaves it out. */
typedef gint64 (*BenchWork) (gpointer data);

/* Seconds of the fastest of @rounds runs: what other programs take from the
 * machine makes runs slower, never faster. */
static inline double
bench_measure (BenchWork work,
               gpointer  data,
               int       rounds)
{
  double best = G_MAXDOUBLE;
  gint64 sum = 0;

  for (int i = 0; i < rounds; i++)
    {
      gint64 begin = g_get_monotonic_time ();

      sum += work (data);
      best = MIN (best, (g_get_monotonic_time () - begin) / 1e6);
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
