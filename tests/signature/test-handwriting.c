/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "steward-handwriting.h"

static GArray *
new_samples (void)
{
  return g_array_new (FALSE, FALSE, sizeof (StewardInkSample));
}

static void
add (GArray   *samples,
     double    x,
     double    y,
     double    pressure,
     double    time,
     gboolean  begins)
{
  StewardInkSample sample = { x, y, pressure, time, begins };

  g_array_append_val (samples, sample);
}

static const StewardStrokePoint *
at (const GArray *strokes,
    guint         index)
{
  g_assert_cmpuint (index, <, strokes->len);
  return &g_array_index (strokes, StewardStrokePoint, index);
}

static void
test_nothing (void)
{
  g_autoptr (GArray) samples = new_samples ();
  g_autoptr (GArray) strokes = steward_handwriting_smooth (samples);

  g_assert_cmpuint (strokes->len, ==, 0);
}

/* The line goes through the points that were told, and is rounded between. */
static void
test_rounded (void)
{
  g_autoptr (GArray) samples = new_samples ();
  g_autoptr (GArray) strokes = NULL;
  double longest = 0;
  gboolean corner = FALSE;

  add (samples, 0, 0, -1, 0, TRUE);
  add (samples, 10, 0, -1, 100, FALSE);
  add (samples, 10, 10, -1, 200, FALSE);
  strokes = steward_handwriting_smooth (samples);

  g_assert_true (at (strokes, 0)->begins);
  for (guint i = 1; i < strokes->len; i++)
    {
      const StewardStrokePoint *point = at (strokes, i);

      g_assert_false (point->begins);
      longest = MAX (longest, hypot (point->x - point[-1].x, point->y - point[-1].y));
      corner = corner || (fabs (point->x - 10) < 1e-9 && fabs (point->y) < 1e-9);
    }
  g_assert_true (corner);
  g_assert_cmpfloat (longest, <, 1.0);
  g_assert_cmpfloat (at (strokes, strokes->len - 1)->y, ==, 10);
  /* A curve swings out before the corner. */
  g_assert_cmpfloat (at (strokes, strokes->len / 4)->y, <, 0);
}

static void
test_strokes_stay_apart (void)
{
  g_autoptr (GArray) samples = new_samples ();
  g_autoptr (GArray) strokes = NULL;
  guint n = 0;

  add (samples, 0, 0, -1, 0, TRUE);
  add (samples, 5, 0, -1, 50, FALSE);
  add (samples, 20, 20, -1, 300, TRUE);
  add (samples, 25, 20, -1, 350, TRUE);
  strokes = steward_handwriting_smooth (samples);
  for (guint i = 0; i < strokes->len; i++)
    {
      n += at (strokes, i)->begins;
      /* Nothing between the strokes is inked. */
      g_assert_false (at (strokes, i)->x > 5 && at (strokes, i)->x < 20);
    }
  g_assert_cmpuint (n, ==, 3);
}

static double
width_with (double pressure,
            double milliseconds)
{
  g_autoptr (GArray) samples = new_samples ();
  g_autoptr (GArray) strokes = NULL;

  for (guint i = 0; i < 20; i++)
    add (samples, i, 0, pressure, i * milliseconds, i == 0);
  strokes = steward_handwriting_smooth (samples);
  return at (strokes, strokes->len - 1)->width;
}

/* Pressure counts; where there is none, speed does. */
static void
test_width (void)
{
  g_assert_cmpfloat (width_with (0.9, 10), >, 1.5 * width_with (0.1, 10));
  g_assert_cmpfloat (width_with (-1, 100), >, 1.5 * width_with (-1, 2));
  g_assert_cmpfloat (width_with (0.5, 2), ==, width_with (0.5, 100));
  g_assert_cmpfloat (width_with (1, 1), <=, 0.9);
  g_assert_cmpfloat (width_with (0, 1), >=, 0.25);
}

/* What a broken driver may tell. */
static void
test_nonsense (void)
{
  g_autoptr (GArray) samples = new_samples ();
  g_autoptr (GArray) strokes = NULL;

  add (samples, NAN, 0, -1, 0, TRUE);
  add (samples, 1, 1, -1, 10, FALSE);
  add (samples, INFINITY, 1, -1, 20, FALSE);
  add (samples, 1.05, 1, -1, 30, FALSE);
  add (samples, 2, 1, 7, 40, FALSE);
  add (samples, 1e6, 1, -1, 50, FALSE);
  strokes = steward_handwriting_smooth (samples);
  g_assert_cmpuint (strokes->len, ==, 1);
  g_assert_true (at (strokes, 0)->begins);
  g_assert_cmpfloat (at (strokes, 0)->x, ==, 1);
}

static void
test_limit (void)
{
  g_autoptr (GArray) samples = new_samples ();
  g_autoptr (GArray) strokes = NULL;

  for (guint i = 0; i < STEWARD_HANDWRITING_MAX_SAMPLES + 1000; i++)
    add (samples, i % 2, 0, -1, i, i == 0);
  strokes = steward_handwriting_smooth (samples);
  /* Each millimetre is drawn in three steps. */
  g_assert_cmpuint (strokes->len, ==, 3 * (STEWARD_HANDWRITING_MAX_SAMPLES - 1) + 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/handwriting/nothing-drawn-is-nothing", test_nothing);
  g_test_add_func ("/handwriting/the-line-is-rounded-through-its-points", test_rounded);
  g_test_add_func ("/handwriting/strokes-stay-apart", test_strokes_stay_apart);
  g_test_add_func ("/handwriting/pressure-or-slowness-makes-it-wider", test_width);
  g_test_add_func ("/handwriting/nonsense-of-a-device-is-left-out", test_nonsense);
  g_test_add_func ("/handwriting/no-more-than-the-limit-is-taken", test_limit);
  return g_test_run ();
}
