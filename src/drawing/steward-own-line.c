/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-own-line-private.h"

#include <math.h>
#include <string.h>

#include "steward-dump-private.h"

StewardOwnLine *
steward_own_line_new (const StewardScheduleLink *link,
                      guint                      from,
                      const char                *from_name,
                      guint                      to,
                      const char                *to_name)
{
  StewardOwnLine *self = g_new0 (StewardOwnLine, 1);

  self->key = g_strdup (link->own->id);
  self->text = g_strdup_printf ("%s → %s\n%s", from_name, to_name, link->text);
  self->from = from;
  self->to = to;
  self->points = g_array_new (FALSE, FALSE, sizeof (StewardPoint));
  return self;
}

void
steward_own_line_free (StewardOwnLine *self)
{
  g_free (self->key);
  g_free (self->text);
  g_array_unref (self->points);
  g_free (self);
}

void
steward_own_line_clear (StewardOwnLine *self)
{
  g_array_set_size (self->points, 0);
}

static const StewardPoint *
get_point (const StewardOwnLine *self,
           guint                 i)
{
  return &g_array_index (self->points, StewardPoint, i);
}

void
steward_own_line_add (StewardOwnLine *self,
                      double          x,
                      double          y)
{
  StewardPoint point = { x, y };
  guint n = self->points->len;

  if (n > 0 && fabs (get_point (self, n - 1)->x - x) < 0.01 && fabs (get_point (self, n - 1)->y - y) < 0.01)
    return;
  if (n > 1 && ((fabs (get_point (self, n - 2)->x - x) < 0.01 && fabs (get_point (self, n - 1)->x - x) < 0.01) ||
                (fabs (get_point (self, n - 2)->y - y) < 0.01 && fabs (get_point (self, n - 1)->y - y) < 0.01)))
    g_array_set_size (self->points, n - 1);
  g_array_append_val (self->points, point);
}

static gboolean
is_visible (const StewardOwnLine    *self,
            const cairo_rectangle_t *clip,
            double                   room)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < self->points->len; i++)
    {
      const StewardPoint *point = get_point (self, i);

      left = MIN (left, point->x);
      right = MAX (right, point->x);
      top = MIN (top, point->y);
      bottom = MAX (bottom, point->y);
    }
  return clip == NULL || (left - room < clip->x + clip->width && right + room > clip->x &&
                          top - room < clip->y + clip->height && bottom + room > clip->y);
}

static void
paint_points (StewardInk         *ink,
              const StewardPoint *points,
              guint               n,
              double              unit,
              const StewardColor *color)
{
  cairo_t *cr = steward_ink_get_cairo (ink);
  const StewardPoint *end = &points[n - 1], *before = &points[n - 2];
  const double dash[] = { 0.42 * unit, 0.26 * unit };
  double length = hypot (end->x - before->x, end->y - before->y), head = MIN (0.6 * unit, length), half = 0.58 * head;
  double dx = length > 0 ? (end->x - before->x) / length : 1, dy = length > 0 ? (end->y - before->y) / length : 0;

  cairo_save (cr);
  steward_ink_color (ink, color);
  cairo_move_to (cr, points[0].x, points[0].y);
  for (guint i = 1; i < n - 1; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
  cairo_line_to (cr, end->x - dx * head * 0.8, end->y - dy * head * 0.8);
  cairo_set_dash (cr, dash, 2, 0);
  cairo_set_line_width (cr, 0.15 * unit);
  cairo_stroke (cr);
  cairo_arc (cr, points[0].x, points[0].y, 0.22 * unit, 0, 2 * G_PI);
  cairo_move_to (cr, end->x, end->y);
  cairo_line_to (cr, end->x - dx * head - dy * half, end->y - dy * head + dx * half);
  cairo_line_to (cr, end->x - dx * head + dy * half, end->y - dy * head - dx * half);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_restore (cr);
}

void
steward_own_line_paint (const StewardOwnLine    *self,
                        StewardInk              *ink,
                        double                   unit,
                        const StewardColor      *color,
                        const cairo_rectangle_t *clip)
{
  if (self->points->len > 1 && is_visible (self, clip, unit))
    paint_points (ink, get_point (self, 0), self->points->len, unit, color);
}

void
steward_own_line_paint_sign (StewardInk *ink,
                             double      unit,
                             double      x,
                             double      y)
{
  const StewardPoint points[] = { { x - 0.6 * unit, y }, { x + 0.65 * unit, y } };

  paint_points (ink, points, 2, unit, &steward_ink_get_style (ink)->commitment);
}

/* A head where it may end, a cross where it may not. */
static void
paint_lead_end (cairo_t *cr,
                double   unit,
                double   x,
                double   y,
                gboolean allowed)
{
  if (allowed)
    {
      cairo_move_to (cr, x, y);
      cairo_line_to (cr, x - 0.9 * unit, y - 0.5 * unit);
      cairo_line_to (cr, x - 0.9 * unit, y + 0.5 * unit);
      cairo_close_path (cr);
      cairo_fill (cr);
      return;
    }
  cairo_move_to (cr, x - 0.5 * unit, y - 0.5 * unit);
  cairo_line_to (cr, x + 0.5 * unit, y + 0.5 * unit);
  cairo_move_to (cr, x + 0.5 * unit, y - 0.5 * unit);
  cairo_line_to (cr, x - 0.5 * unit, y + 0.5 * unit);
  cairo_set_line_width (cr, 0.24 * unit);
  cairo_stroke (cr);
}

void
steward_own_line_paint_lead (StewardInk         *ink,
                             double              unit,
                             const StewardColor *color,
                             double              x0,
                             double              y0,
                             double              x,
                             double              y,
                             gboolean            allowed)
{
  cairo_t *cr = steward_ink_get_cairo (ink);

  steward_ink_color (ink, color);
  cairo_arc (cr, x0, y0, 0.35 * unit, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_move_to (cr, x0, y0);
  cairo_curve_to (cr, x0 + 2 * unit, y0, x - 3 * unit, y, x - 0.5 * unit, y);
  steward_ink_stroke (ink, 0.2 * unit);
  paint_lead_end (cr, unit, x, y, allowed);
}

static double
get_distance (const StewardPoint *a,
              const StewardPoint *b,
              double              x,
              double              y)
{
  double left = MIN (a->x, b->x), right = MAX (a->x, b->x), top = MIN (a->y, b->y), bottom = MAX (a->y, b->y);

  return hypot (x - CLAMP (x, left, right), y - CLAMP (y, top, bottom));
}

const StewardOwnLine *
steward_own_line_hit (const GPtrArray *lines,
                      double           x,
                      double           y,
                      double           reach)
{
  for (guint i = lines->len; i-- > 0;)
    {
      const StewardOwnLine *line = lines->pdata[i];

      for (guint j = 1; j < line->points->len; j++)
        {
          if (get_distance (get_point (line, j - 1), get_point (line, j), x, y) <= reach)
            return line;
        }
    }
  return NULL;
}

const StewardOwnLine *
steward_own_line_find (const GPtrArray *lines,
                       const char      *key)
{
  for (guint i = 0; key != NULL && i < lines->len; i++)
    {
      const StewardOwnLine *line = lines->pdata[i];

      if (strcmp (line->key, key) == 0)
        return line;
    }
  return NULL;
}

void
steward_own_line_dump (GString         *text,
                       const GPtrArray *lines)
{
  if (lines->len == 0)
    return;
  steward_dump_key (text, "links");
  steward_dump_open (text, '[');
  for (guint i = 0; i < lines->len; i++)
    {
      const StewardOwnLine *line = lines->pdata[i];

      steward_dump_open (text, '{');
      steward_dump_text (text, "key", line->key);
      steward_dump_key (text, "points");
      steward_dump_open (text, '[');
      for (guint j = 0; j < line->points->len; j++)
        {
          g_autofree char *point = g_strdup_printf ("%.1f %.1f", get_point (line, j)->x, get_point (line, j)->y);

          steward_dump_item (text, point);
        }
      steward_dump_close (text, ']');
      steward_dump_close (text, '}');
    }
  steward_dump_close (text, ']');
}
