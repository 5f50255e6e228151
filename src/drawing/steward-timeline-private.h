/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-legend-private.h"
#include "steward-own-line-private.h"
#include "steward-portfolio.h"

G_BEGIN_DECLS

typedef enum
{
  STEWARD_LINE_PROJECT,
  STEWARD_LINE_STAGE,
  STEWARD_LINE_GROUP,   /* of a bureau or a light */
  STEWARD_LINE_HEAD,       /* of the parts of a portfolio */
  STEWARD_LINE_PORTFOLIO,  /* a project of it */
  STEWARD_LINE_LOAD,       /* of a bureau, by weeks */
  STEWARD_LINE_ROW
} StewardLineKind;

/* Working days asked of a bureau in the week from @week on. */
typedef struct
{
  StewardDay week;
  int        days;
} StewardWeekLoad;

/**
 * StewardTimelineLine:
 * @name, @detail: of the label column
 * @bureau, @level: the same as @detail of an item, each for itself, or NULL
 * @label: what stands beside the bar; @reason: what holds a critical row,
 *   in lighter text behind it, or NULL
 * @baseline: where the baseline has the same row, or NONE
 * @float_end: last day the row may slip to, or NONE
 * @faded: the case fell away
 * @light: of a project, or of a group the worst of its rows
 * @project: of a portfolio; @loads: (element-type StewardWeekLoad) of a bureau
 *
 * One line of the timeline.
 */
typedef struct
{
  StewardLineKind             kind;
  double                      y;
  double                      height;
  const StewardSchedule      *schedule;
  const StewardScheduleStage *stage;
  const StewardScheduleRow   *row;
  char                       *name;
  char                       *detail;
  char                       *bureau;
  const char                 *level;
  char                       *label;
  char                       *reason;
  StewardDay                  baseline_start;
  StewardDay                  baseline_finish;
  StewardDay                  float_end;
  gboolean                    faded;
  StewardLight                light;
  const StewardPortfolioProject *project;
  GArray                     *loads;
} StewardTimelineLine;

/**
 * StewardTimelineSource:
 * @rows: id → #StewardScheduleRow of the same schedule
 * @baseline: id → #StewardBaselineRow, or NULL
 *
 * What the lines of a schedule are made from.
 */
typedef struct
{
  const StewardSchedule *schedule;
  GHashTable            *rows;
  GHashTable            *baseline;
} StewardTimelineSource;

/**
 * StewardSpanKind:
 * @STEWARD_SPAN_START: the day of acceptance, day 0, not counted
 * @STEWARD_SPAN_COUNTED: a day the clock counted
 * @STEWARD_SPAN_REST: lies inside, but nothing is counted on it
 * @STEWARD_SPAN_PAUSED: inside a special procedure
 * @STEWARD_SPAN_PLANNED, @STEWARD_SPAN_PLANNED_START: the same, still to come
 */
typedef enum
{
  STEWARD_SPAN_START,
  STEWARD_SPAN_COUNTED,
  STEWARD_SPAN_REST,
  STEWARD_SPAN_PAUSED,
  STEWARD_SPAN_PLANNED,
  STEWARD_SPAN_PLANNED_START,
  STEWARD_SPAN_PLANNED_REST
} StewardSpanKind;

/* Days @from to @to, both included, that look the same. */
typedef struct
{
  StewardDay      from;
  StewardDay      to;
  StewardSpanKind kind;
} StewardSpan;

typedef enum { STEWARD_UNIT_DAY, STEWARD_UNIT_WEEK, STEWARD_UNIT_MONTH, STEWARD_UNIT_QUARTER,
               STEWARD_UNIT_YEAR } StewardUnit;

/**
 * StewardZoomLevel:
 * @day: width of a day, in units
 * @least: used by %STEWARD_ZOOM_FIT down to this width of a day
 * @major, @minor: units of the two lines of the head
 */
typedef struct
{
  double      day;
  double      least;
  StewardUnit major;
  StewardUnit minor;
} StewardZoomLevel;

typedef enum
{
  STEWARD_SIGN_LIGHT,
  STEWARD_SIGN_PLAN,
  STEWARD_SIGN_START,
  STEWARD_SIGN_PAUSE,
  STEWARD_SIGN_CRITICAL,
  STEWARD_SIGN_FLOAT,
  STEWARD_SIGN_DUE,
  STEWARD_SIGN_NODE,
  STEWARD_SIGN_BASELINE,
  STEWARD_SIGN_PLANNED,
  STEWARD_SIGN_OWN,
  STEWARD_SIGN_REST,
  STEWARD_SIGN_HOLIDAY,
  STEWARD_SIGN_MAKE_UP,
  STEWARD_SIGN_PROVISIONAL,
  STEWARD_SIGN_LOAD,
  STEWARD_SIGN_PAST_LOAD,
  STEWARD_N_SIGNS
} StewardTimelineSign;

struct _StewardTimeline
{
  double                  width, height;
  double                  unit;
  double                  label_width;
  double                  label_room;       /* behind the last bar, in units */
  double                  head_height;
  double                  rows_bottom;
  double                  day_width;
  const StewardZoomLevel *level;
  StewardDay              first, last;   /* days drawn, both included */
  StewardDay              fold_from;     /* long time without approvals, folded away: */
  StewardDay              fold_to;       /* both included; NONE without a fold */
  StewardDay              as_of;
  gboolean                as_of_is_today;
  StewardCalendar        *calendar;
  gboolean                many;
  gboolean                no_labels;
  gboolean                hints;
  gboolean                levels;        /* some row has one: they have a column */
  GPtrArray              *projects;      /* of a portfolio, or NULL */
  int                     most_load;     /* of all weeks and bureaus */
  char                   *baseline_name;  /* in the legend */
  char                   *title;
  char                   *subtitle;
  char                   *total;
  char                   *summary;
  int                     title_lines;
  int                     subtitle_lines;
  int                     summary_lines;
  double                  legend_y;
  GArray                 *lines;         /* StewardTimelineLine, by y */
  GPtrArray              *own;           /* StewardOwnLine, from and to lines */
  GArray                 *keys;          /* StewardKey */
  StewardLettering       *lettering;     /* kept from frame to frame */
};

/* Multiples of the unit that model and painter share. */
#define TIMELINE_ROW       2.55
#define TIMELINE_STAGE     2.3
#define TIMELINE_PROJECT   2.6
#define TIMELINE_SHADED    0.3    /* least width of a day whose weekends are shaded */
#define TIMELINE_PORTFOLIO 2.5
#define TIMELINE_LOAD      3.1
#define TIMELINE_MIDDLE    1.06   /* of the bar, below the top of its row */
#define TIMELINE_BAR       0.98
#define TIMELINE_NODE      1.05   /* size of a diamond */
#define TIMELINE_FLOAT     1.74   /* thin lines below the bar */
#define TIMELINE_PLANNED   2.00
#define TIMELINE_BASELINE  2.28
#define TIMELINE_GHOST     0.32   /* height of the bar of the baseline */
#define TIMELINE_SMALL     0.84
#define TIMELINE_REASON    0.8    /* between a label and its reason, in letters */
#define TIMELINE_TODAY     0.13   /* thickness of the line of today */
#define TIMELINE_STAGE_SIGN   1.0   /* behind the bracket of a stage, the light */
#define TIMELINE_STAGE_TEXT   1.75  /* and the words */
#define TIMELINE_SUMMARY_TEXT 1.0   /* of a project among others, behind the labels */
#define TIMELINE_FLAG      0.55   /* of the tick of the last day */
#define TIMELINE_FOLD      4.0    /* width of what is folded away */

const char          *steward_timeline_get_title  (const StewardTimeline     *self);
/* Indices of the first and one past the last line that a clip shows. */
void                 steward_timeline_visible    (const StewardTimeline     *self,
                                                  const cairo_rectangle_t   *clip,
                                                  guint                     *first,
                                                  guint                     *end);
/* Empty, with the calendar, the day and the size of letters. */
StewardTimeline     *steward_timeline_new        (StewardCalendar           *calendar,
                                                  StewardDay                 as_of,
                                                  const StewardTimelineOptions *options);
/* The links of the steward's own between rows of @schedule that are drawn; once
 * lines and days are placed, where theirs go. */
void                 steward_timeline_add_own    (StewardTimeline           *self,
                                                  const StewardSchedule     *schedule);
void                 steward_timeline_lead_own   (StewardTimeline           *self);
void                 steward_timeline_paint_own  (const StewardTimeline     *self,
                                                  StewardInk                *ink,
                                                  const cairo_rectangle_t   *clip);
/* Places lines and days, once all lines are there. */
void                 steward_timeline_place      (StewardTimeline           *self,
                                                  const StewardTimelineOptions *options);
void                 steward_timeline_paint_portfolio (const StewardTimeline *self,
                                                  StewardInk                *ink,
                                                  const StewardTimelineLine *line,
                                                  double                     left,
                                                  double                     right);
/* The line at a point of the rows, or of the row @id; NULL when there is none. */
const StewardTimelineLine *steward_timeline_line_at (const StewardTimeline  *self,
                                                  double                     x,
                                                  double                     y);
const StewardTimelineLine *steward_timeline_find_line (const StewardTimeline *self,
                                                  const char                *id);
/* NULL for a head. */
const char          *steward_timeline_line_get_id (const StewardTimelineLine *line);
/* What is said of a project or bureau of a portfolio. (transfer full) */
char                *steward_portfolio_describe  (const StewardTimelineLine *line,
                                                  StewardDay                 as_of);
/* Adds a line, @height units high. */
StewardTimelineLine *steward_timeline_add_line   (StewardTimeline           *self,
                                                  StewardLineKind            kind,
                                                  double                     height);
void                 steward_timeline_add_row    (StewardTimeline           *self,
                                                  const StewardTimelineSource *source,
                                                  const StewardScheduleRow  *row);
/* Adds the rows of the stage @only (0: all) below their bureaus or lights. */
void                 steward_timeline_add_groups (StewardTimeline           *self,
                                                  const StewardTimelineSource *source,
                                                  StewardTimelineGroup       group,
                                                  int                        only);
/* How the days of @row between @first and @last look, in order. (transfer full) */
GArray              *steward_timeline_spans      (const StewardScheduleRow  *row,
                                                  const StewardCalendar     *calendar,
                                                  StewardDay                 as_of,
                                                  StewardDay                 first,
                                                  StewardDay                 last);
/* Chooses the width of a day and the days shown for @start to @finish. */
void                 steward_timeline_scale      (StewardTimeline           *self,
                                                  StewardZoom                zoom,
                                                  double                     width,
                                                  StewardDay                 start,
                                                  StewardDay                 finish);
/* The day at @x, and whether a day is folded away. */
StewardDay           steward_timeline_x_to_day   (const StewardTimeline     *self,
                                                  double                     x);
gboolean             steward_timeline_is_folded  (const StewardTimeline     *self,
                                                  StewardDay                 day);
/* Finds the longest time from @start to @finish in which only activities run,
 * leaving @after days behind the approvals before it. */
void                 steward_timeline_fold       (StewardTimeline           *self,
                                                  StewardDay                 start,
                                                  StewardDay                 finish,
                                                  int                        after);
/* Whether days would not become wider in a wider drawing. */
gboolean             steward_timeline_is_widest  (const StewardTimeline     *self);
/* Whether a day is so narrow that cells of days are dust: one bar from end to
 * end. */
gboolean             steward_timeline_is_plain   (const StewardTimeline     *self);
/* Where the pause @index of @row is hatched; FALSE when that cannot be seen. */
gboolean             steward_timeline_place_pause (const StewardTimeline    *self,
                                                  const StewardScheduleRow  *row,
                                                  gsize                      index,
                                                  double                    *x,
                                                  double                    *width);
/* First day of the unit that @day lies in, and of the one after it. */
StewardDay           steward_unit_begin          (StewardUnit                unit,
                                                  StewardDay                 day);
StewardDay           steward_unit_next           (StewardUnit                unit,
                                                  StewardDay                 day);
/* Of the label and the reason behind it. */
double               steward_timeline_label_width(const StewardTimeline     *self,
                                                  const StewardTimelineLine *line);
/* X where the label of @line begins, free of bar and due tick. */
double               steward_timeline_label_x    (const StewardTimeline     *self,
                                                  const StewardTimelineLine *line);
/* X where the text behind the bar of @line begins, whatever it stands for; FALSE
 * when it has none. */
gboolean             steward_timeline_find_text  (const StewardTimeline     *self,
                                                  const StewardTimelineLine *line,
                                                  double                    *x);
/* The same as it is set: never wider than that estimate. */
double               steward_timeline_measure_label (const StewardTimeline  *self,
                                                  StewardInk                *ink,
                                                  const StewardTimelineLine *line);
/* Whether neither the bar nor the beginning of its label is right of @left. */
gboolean             steward_timeline_is_behind  (const StewardTimeline     *self,
                                                  const StewardTimelineLine *line,
                                                  double                     left);
/* Place of the number of this week in a line of loads; FALSE when it has none. */
gboolean             steward_timeline_find_week_number (const StewardTimeline *self,
                                                  const StewardTimelineLine *line,
                                                  double                    *x,
                                                  double                    *width,
                                                  double                    *middle);
void                 steward_timeline_make_keys  (StewardTimeline           *self);

/* Parts of the painter. */

/**
 * StewardTimelineParts:
 * @STEWARD_TIMELINE_GROUND: the paper and the shade of the days
 * @STEWARD_TIMELINE_CONTENT: all that stands on it
 *
 * A tiled drawing has the same ground on all its pages.
 */
typedef enum
{
  STEWARD_TIMELINE_GROUND = 1 << 0,
  STEWARD_TIMELINE_CONTENT = 1 << 1
} StewardTimelineParts;

void                 steward_timeline_paint_parts (const StewardTimeline    *self,
                                                  StewardInk                *ink,
                                                  const cairo_rectangle_t   *clip,
                                                  const char                *focus,
                                                  StewardTimelineParts       parts);
void                 steward_timeline_paint_shade (const StewardTimeline    *self,
                                                  StewardInk                *ink,
                                                  double                     left,
                                                  double                     right,
                                                  double                     top,
                                                  double                     bottom);
/* A row of dots down a weekend day that is worked, at @x: whoever does not see
 * green apart from orange takes its shade for that of a holiday. */
void                 steward_timeline_paint_made_up (StewardInk            *ink,
                                                  double                     x,
                                                  double                     top,
                                                  double                     bottom,
                                                  double                     unit);
void                 steward_timeline_paint_fold (const StewardTimeline     *self,
                                                  StewardInk                *ink,
                                                  double                     top,
                                                  double                     bottom);
void                 steward_timeline_paint_head (const StewardTimeline     *self,
                                                  StewardInk                *ink,
                                                  double                     left,
                                                  double                     right);
void                 steward_timeline_paint_corner (const StewardTimeline   *self,
                                                  StewardInk                *ink);
/* Bars and their labels of the rows among the lines @first to @end - 1. */
void                 steward_timeline_paint_bars (const StewardTimeline     *self,
                                                  StewardInk                *ink,
                                                  guint                      first,
                                                  guint                      end,
                                                  double                     left,
                                                  double                     right);
/* Paints the legend, @width wide, and returns its height; with @ink NULL
 * only the latter. */
double               steward_timeline_paint_legend (const StewardTimeline   *self,
                                                  StewardInk                *ink,
                                                  double                     left,
                                                  double                     top,
                                                  double                     width);

G_END_DECLS
