/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-ink-private.h"
#include "steward-schedule-link.h"

G_BEGIN_DECLS

typedef struct { double x, y; } StewardPoint;

/**
 * StewardOwnLine:
 * @key: of the link (steward-own-link.h)
 * @text: what it links, and who did, in the language of the user
 * @from, @to: indices of what it leads from and to
 * @points: (element-type StewardPoint): its corners, the arrow at the last;
 *   empty while nothing is placed, or where there is no way
 *
 * A link of the steward's own as flowchart and timeline draw it: a broken line,
 * so that it is told from the lines of the rules without its colour.
 */
typedef struct
{
  char   *key;
  char   *text;
  guint   from;
  guint   to;
  GArray *points;
} StewardOwnLine;

StewardOwnLine *steward_own_line_new      (const StewardScheduleLink *link,
                                           guint                      from,
                                           const char                *from_name,
                                           guint                      to,
                                           const char                *to_name);
void            steward_own_line_free     (StewardOwnLine            *self);
/* Forgets its points. */
void            steward_own_line_clear    (StewardOwnLine            *self);
/* A corner that lies between its neighbours on one line takes the place of the
 * one before. */
void            steward_own_line_add      (StewardOwnLine            *self,
                                           double                     x,
                                           double                     y);
void            steward_own_line_paint    (const StewardOwnLine      *self,
                                           StewardInk                *ink,
                                           double                     unit,
                                           const StewardColor        *color,
                                           const cairo_rectangle_t   *clip);
/* The sign of the legend, centred. */
void            steward_own_line_paint_sign (StewardInk              *ink,
                                           double                     unit,
                                           double                     x,
                                           double                     y);
/* A link that is being led from one point to another, where it may end or may
 * not. */
void            steward_own_line_paint_lead (StewardInk              *ink,
                                           double                     unit,
                                           const StewardColor        *color,
                                           double                     x0,
                                           double                     y0,
                                           double                     x,
                                           double                     y,
                                           gboolean                   allowed);
/* The one of @lines (element-type StewardOwnLine) that passes a point within
 * @reach; the last that is painted. NULL when none does. */
const StewardOwnLine *steward_own_line_hit (const GPtrArray          *lines,
                                           double                     x,
                                           double                     y,
                                           double                     reach);
const StewardOwnLine *steward_own_line_find (const GPtrArray         *lines,
                                           const char                *key);
/* Adds "links", when there are any. */
void            steward_own_line_dump     (GString                   *text,
                                           const GPtrArray           *lines);

G_END_DECLS
