/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-schedule.h"
#include "steward-style.h"

G_BEGIN_DECLS

/**
 * StewardTimeline:
 *
 * A laid out timeline (Gantt chart): rows by stage, days across. Pure data.
 */
typedef struct _StewardTimeline StewardTimeline;

/**
 * StewardZoom:
 *
 * Index into the table of zoom levels (width of a day, major and minor
 * units of the head).
 */
typedef enum
{
  STEWARD_ZOOM_DAY,
  STEWARD_ZOOM_WEEK,
  STEWARD_ZOOM_MONTH,
  STEWARD_ZOOM_QUARTER,
  STEWARD_ZOOM_FIT              /* the largest that fits the width asked for */
} StewardZoom;

/**
 * StewardTimelineGroup:
 *
 * What the rows stand below.
 */
typedef enum
{
  STEWARD_GROUP_STAGE,
  STEWARD_GROUP_BUREAU,
  STEWARD_GROUP_LIGHT           /* the most urgent first */
} StewardTimelineGroup;

/**
 * StewardBaselineRow:
 * @id: of the row of the schedule
 *
 * Where an issued version of the plan had a row.
 */
typedef struct
{
  const char *id;
  StewardDay  start;
  StewardDay  finish;
} StewardBaselineRow;

/**
 * StewardTimelineOptions:
 * @width: of the whole drawing for %STEWARD_ZOOM_FIT, in points
 * @text_scale: 1.0 is normal
 * @baseline: schedule drawn as low bars below the others, or NULL
 * @height: with %STEWARD_ZOOM_FIT, the height of a page that is @width wide:
 *   the drawing becomes wider than @width until it has the proportions of
 *   the page and can be scaled onto it; 0 for no page
 * @stage: number of the only stage to show, 0 for all
 * @group: what the rows stand below
 * @issued: (array length=n_issued): instead of @baseline, the rows of an issued
 *   version; needed only while the layout is made
 * @issued_name: what the legend calls that version, or NULL
 * @no_labels: leave out the column of labels: one stands beside the drawing
 * @hints: leave the rest of a label out when its bar is left of what is painted:
 *   steward_timeline_paint_hints() says where it is
 */
typedef struct
{
  double                    width;
  StewardZoom               zoom;
  double                    text_scale;
  const StewardSchedule    *baseline;
  double                    height;
  int                       stage;
  StewardTimelineGroup      group;
  const StewardBaselineRow *issued;
  gsize                     n_issued;
  const char               *issued_name;
  gboolean                  no_labels;
  gboolean                  hints;
} StewardTimelineOptions;

/**
 * StewardTimelineLineInfo:
 * @row: NULL for a head (of a stage, group or project) and in a portfolio
 * @id: of the row; in a portfolio of the project, or the name of the bureau;
 *   NULL for a head
 * @name, @detail: as the column of labels has them
 * @y, @height: in points
 *
 * A line of the timeline, for a column beside it. What it points to lives as
 * long as the timeline.
 */
typedef struct
{
  const StewardScheduleRow *row;
  const char               *id;
  const char               *name;
  const char               *detail;
  double                    y;
  double                    height;
} StewardTimelineLineInfo;

StewardTimeline          *steward_timeline_layout   (const StewardSchedule        *schedule,
                                                     const StewardTimelineOptions *options);
/* Several projects below one another, for benchmarks and the portfolio. */
StewardTimeline          *steward_timeline_layout_many (GPtrArray                 *schedules,
                                                     const StewardTimelineOptions *options);
void                      steward_timeline_free     (StewardTimeline              *self);
void                      steward_timeline_get_size (const StewardTimeline        *self,
                                                     double                       *width,
                                                     double                       *height);
/* Height of the head and width of the label column, which stay in sight. */
void                      steward_timeline_get_head (const StewardTimeline        *self,
                                                     double                       *label_width,
                                                     double                       *head_height);
/* Row at a point, or NULL. */
const StewardScheduleRow *steward_timeline_hit      (const StewardTimeline        *self,
                                                     double                        x,
                                                     double                        y);
/* Place of the line @id: from the left edge of its first day to the right edge
 * of its last, and its height. FALSE when it is not drawn. */
gboolean                  steward_timeline_find_row (const StewardTimeline        *self,
                                                     const char                   *id,
                                                     cairo_rectangle_t            *place);
/* Lines of the drawing from top to bottom, heads too. */
guint                     steward_timeline_get_n_lines (const StewardTimeline    *self);
void                      steward_timeline_get_line (const StewardTimeline       *self,
                                                     guint                        index,
                                                     StewardTimelineLineInfo     *info);
/* Id of the line so many @steps below that of @id (or above it), whatever heads
 * lie between; it stops at the first and the last. One that is NULL or not drawn
 * counts as above the first. NULL when there are no lines but heads. */
const char               *steward_timeline_step_line (const StewardTimeline       *self,
                                                     const char                  *id,
                                                     int                          steps);
/* The next row below that of @id with this light, going on at the top; NULL when
 * no other has it. From the top when @id is NULL or not drawn. */
const StewardScheduleRow *steward_timeline_find_light (const StewardTimeline     *self,
                                                     const char                  *id,
                                                     StewardLight                 light);
/* Everything there is to say of the line @id, in lines of text in the language
 * of the user: its whole name, dates and what explains them, last day, float,
 * and how far it lies from the baseline. NULL when it is not drawn.
 * (transfer full) */
char                     *steward_timeline_describe (const StewardTimeline        *self,
                                                     const char                   *id);
/* The link of the steward's own whose line passes a point, or nearly: its key
 * (steward-own-link.h), or NULL. */
const char               *steward_timeline_find_link (const StewardTimeline       *self,
                                                     double                        x,
                                                     double                        y);
/* What it links, who did and why, in the language of the user; NULL when it is
 * not drawn. */
const char               *steward_timeline_describe_link (const StewardTimeline   *self,
                                                     const char                   *key);
/* The scale one step nearer (@direction 1) than @zoom, or further (-1), or that at
 * which everything fits (0). From %STEWARD_ZOOM_FIT to the one next to what fits
 * now, if there is one; @self NULL: nothing is drawn. */
StewardZoom               steward_timeline_step_zoom (const StewardTimeline       *self,
                                                     StewardZoom                  zoom,
                                                     int                          direction);
/* X of the left edge of @day. */
double                    steward_timeline_day_to_x (const StewardTimeline        *self,
                                                     StewardDay                    day);
/* Paints only the rows and days that intersect @clip (NULL: everything);
 * cost does not depend on the number of rows outside. */
void                      steward_timeline_paint    (const StewardTimeline        *self,
                                                     cairo_t                      *cr,
                                                     const StewardStyle           *style,
                                                     const cairo_rectangle_t      *clip,
                                                     const char                   *focus);
/* Over what was painted: in each row that @clip shows without its bar, an arrow
 * at the edge behind which it lies, with the day it ends or begins. Only for a
 * screen, which can be scrolled. */
void                      steward_timeline_paint_hints (const StewardTimeline     *self,
                                                     cairo_t                      *cr,
                                                     const StewardStyle           *style,
                                                     const cairo_rectangle_t      *clip);
char                     *steward_timeline_dump     (const StewardTimeline        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardTimeline, steward_timeline_free)

G_END_DECLS
