/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-timeline.h"

G_BEGIN_DECLS

/**
 * StewardTimelineHandle:
 * @STEWARD_HANDLE_NONE: beside the bar
 * @STEWARD_HANDLE_BODY: moves the bar
 * @STEWARD_HANDLE_START: moves its beginning, the end stays
 * @STEWARD_HANDLE_FINISH: moves its end, the beginning stays
 *
 * Where a bar can be taken hold of.
 */
typedef enum
{
  STEWARD_HANDLE_NONE,
  STEWARD_HANDLE_BODY,
  STEWARD_HANDLE_START,
  STEWARD_HANDLE_FINISH
} StewardTimelineHandle;

/**
 * StewardTimelineSpot:
 * @row: below the point, or NULL
 * @day: at the point
 *
 * What lies at a point of the timeline.
 */
typedef struct
{
  const StewardScheduleRow *row;
  StewardTimelineHandle     handle;
  StewardDay                day;
} StewardTimelineSpot;

/**
 * StewardMoveRefusal:
 * @STEWARD_MOVE_UNKNOWN: there is no such row, or nothing was taken hold of
 * @STEWARD_MOVE_FOLLOWS: a node follows from other rows
 * @STEWARD_MOVE_BEGUN: what has happened has its dates
 * @STEWARD_MOVE_FILLS_STAGE: it runs inside its stage and has no limit
 *
 * Why a row cannot be moved.
 */
typedef enum
{
  STEWARD_MOVE_ALLOWED,
  STEWARD_MOVE_UNKNOWN,
  STEWARD_MOVE_FOLLOWS,
  STEWARD_MOVE_BEGUN,
  STEWARD_MOVE_FILLS_STAGE
} StewardMoveRefusal;

/**
 * StewardTimelineMove:
 * @refusal: when not allowed, nothing below is changed
 * @changes: it is not where it was
 * @held: it would begin before it can, and is kept from it
 * @start, @finish: where the bar would lie
 * @planned_start: to be recorded as its wished start (of the case, or of the
 *   activity), %STEWARD_DAY_NONE to leave it
 * @limit: to be recorded as its working days (promised in the case, or of the
 *   activity), -1 to leave them
 *
 * Where a row would go. What follows from it for other rows is seen in the
 * schedule that is made with it.
 */
typedef struct
{
  StewardMoveRefusal refusal;
  gboolean           changes;
  gboolean           held;
  StewardDay         start;
  StewardDay         finish;
  StewardDay         planned_start;
  int                limit;
} StewardTimelineMove;

/* What lies at a point; the edges of a bar are a little wider than they look.
 * FALSE when there is no row. */
gboolean steward_timeline_find_spot  (const StewardTimeline     *self,
                                      double                     x,
                                      double                     y,
                                      StewardTimelineSpot       *spot);
/* Where the row @id goes when it is dragged by @handle from @from_x to @to_x:
 * by whole days, to the working day that is nearest. */
void     steward_timeline_drag       (const StewardTimeline     *self,
                                      const char                *id,
                                      StewardTimelineHandle      handle,
                                      double                     from_x,
                                      double                     to_x,
                                      StewardTimelineMove       *move);
/* The same by @steps working days, as the keyboard does. */
void     steward_timeline_step       (const StewardTimeline     *self,
                                      const char                *id,
                                      StewardTimelineHandle      handle,
                                      int                        steps,
                                      StewardTimelineMove       *move);
/* Paints where the row @id would go over the timeline: an outline, with its
 * dates. */
void     steward_timeline_paint_move (const StewardTimeline     *self,
                                      cairo_t                   *cr,
                                      const StewardStyle        *style,
                                      const char                *id,
                                      const StewardTimelineMove *move);
/* Paints that the row @from is being led to the row @to, or while that is NULL to
 * the point @x, @y; what is not @allowed is crossed out. */
void     steward_timeline_paint_link (const StewardTimeline     *self,
                                      cairo_t                   *cr,
                                      const StewardStyle        *style,
                                      const char                *from,
                                      const char                *to,
                                      double                     x,
                                      double                     y,
                                      gboolean                   allowed);

G_END_DECLS
