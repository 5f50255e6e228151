/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-handwriting.h"

#include <math.h>

/* Millimetres: the line of a fountain pen. */
#define MIN_WIDTH 0.25
#define MAX_WIDTH 0.9
/* Nearer samples are the trembling of the hand or the grid of the device. */
#define NEAR_MM 0.15
/* Millimetres between two points of a rounded line. */
#define STEP_MM 0.4
#define MAX_STEPS 24
/* Millimetres in a millisecond at which a line is thinnest. */
#define FAST 0.25
/* How much of the width so far is kept: ink does not change its width at once. */
#define INERTIA 0.6
#define FAR_MM 1000.0

static gboolean
is_good (const StewardInkSample *sample)
{
  /* Not a number fails every comparison. */
  return fabs (sample->x) < FAR_MM && fabs (sample->y) < FAR_MM && sample->pressure <= 1;
}

static double
find_width (const StewardInkSample *from,
            const StewardInkSample *to,
            double                  before)
{
  double speed = hypot (to->x - from->x, to->y - from->y) / MAX (to->time - from->time, 1.0);
  double force = to->pressure >= 0 ? to->pressure : 1 - MIN (speed / FAST, 1.0);
  double width = MIN_WIDTH + (MAX_WIDTH - MIN_WIDTH) * force;

  return INERTIA * before + (1 - INERTIA) * width;
}

/* The samples that are worth a point, each with the width of the line there. */
static GArray *
thin_out (const GArray *samples)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (StewardStrokePoint));
  const StewardInkSample *last = NULL;
  gboolean begins = TRUE;

  for (guint i = 0; i < MIN (samples->len, STEWARD_HANDWRITING_MAX_SAMPLES); i++)
    {
      const StewardInkSample *sample = &g_array_index (samples, StewardInkSample, i);
      StewardStrokePoint point = { sample->x, sample->y, (MIN_WIDTH + MAX_WIDTH) / 2, FALSE };

      begins = begins || sample->begins;
      if (!is_good (sample))
        continue;
      if (!begins && hypot (sample->x - last->x, sample->y - last->y) < NEAR_MM)
        continue;
      point.begins = begins;
      if (!begins)
        point.width = find_width (last, sample, g_array_index (points, StewardStrokePoint, points->len - 1).width);
      g_array_append_val (points, point);
      last = sample;
      begins = FALSE;
    }
  return points;
}

static double
spline (double before,
        double from,
        double to,
        double after,
        double t)
{
  return 0.5 * (2 * from + (to - before) * t + (2 * before - 5 * from + 4 * to - after) * t * t
                + (3 * from - before - 3 * to + after) * t * t * t);
}

/* The curve of Catmull and Rom goes through every point, with the direction of
 * its neighbours. */
static void
append_curve (GArray       *result,
              const GArray *points,
              guint         index)
{
  const StewardStrokePoint *to = &g_array_index (points, StewardStrokePoint, index);
  const StewardStrokePoint *from = to - 1;
  const StewardStrokePoint *before = from->begins ? from : from - 1;
  const StewardStrokePoint *after = index + 1 < points->len && !to[1].begins ? to + 1 : to;
  double length = hypot (to->x - from->x, to->y - from->y);
  guint steps = CLAMP (ceil (length / STEP_MM), 1, MAX_STEPS);

  for (guint i = 1; i <= steps; i++)
    {
      double t = (double) i / steps;
      StewardStrokePoint point = {
        spline (before->x, from->x, to->x, after->x, t),
        spline (before->y, from->y, to->y, after->y, t),
        from->width + (to->width - from->width) * t,
        FALSE,
      };

      g_array_append_val (result, point);
    }
}

GArray *
steward_handwriting_smooth (const GArray *samples)
{
  GArray *result = g_array_new (FALSE, FALSE, sizeof (StewardStrokePoint));
  g_autoptr (GArray) points = NULL;

  g_return_val_if_fail (samples != NULL, result);

  points = thin_out (samples);
  for (guint i = 0; i < points->len && result->len + MAX_STEPS <= STEWARD_SEAL_MAX_POINTS; i++)
    {
      const StewardStrokePoint *point = &g_array_index (points, StewardStrokePoint, i);

      if (point->begins)
        g_array_append_val (result, *point);
      else
        append_curve (result, points, i);
    }
  return result;
}
