/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-flowchart.h"
#include "steward-legend-private.h"
#include "steward-own-line-private.h"

G_BEGIN_DECLS

typedef enum
{
  STEWARD_FLOW_CARD,
  STEWARD_FLOW_PILL,      /* runs inside its stage, in the tray at its foot */
  STEWARD_FLOW_ACTIVITY   /* between two stages, time that is not approval time */
} StewardFlowKind;

/**
 * StewardFlowBox:
 * @box: what the world sees; first, so that a pointer to one is a pointer
 *   to the other
 * @row: only while the model is built; a drawing outlives its schedule
 * @why: id of the box that holds it where it is, or NULL
 * @lane: its row among those of the bureaus, or -1
 * @below: what stands below the name: the bureau, or what the row of the
 *   bureau does not say
 * @name_text, @below_text: name and @below with the ends of their lines
 * @dates: planned or actual dates, shown when there is room; @until: only
 *   the last of them; of an activity, how long it takes
 * @name_em, @bureau_em (of @below), @limit_em, @dates_em: measured widths, in units of the size
 * @name_lines, @bureau_lines, @name_y, @bureau_y, @marks_y, @status_y, @dates_y: where its
 *   lines are; a y of 0 means that the line is not drawn
 * @step: of the main line that it stands at, or -1; @index: among all boxes
 * @merged: bureau, marks and status share one line
 * @marks_below: the marks stand in the line of the status
 */
typedef struct
{
  StewardFlowchartBox  box;
  StewardFlowKind      kind;
  gboolean             main;
  int                  step;
  guint                index;
  const StewardScheduleRow *row;
  char                *why;
  int                  lane;
  char                *below;
  char                *name_text;
  char                *below_text;
  char                *dates;
  char                *until;
  double               name_em;
  double               bureau_em;
  double               limit_em;
  double               dates_em;
  int                  n_marks;
  int                  name_lines;
  int                  bureau_lines;
  gboolean             merged;
  gboolean             marks_below;
  double               name_y;
  double               bureau_y;
  double               status_y;
  double               dates_y;
} StewardFlowBox;

/* Boxes of one block: a title above, boxes below one another or in a grid; or,
 * in rows of bureaus, those of a block that have one bureau. */
typedef struct
{
  StewardLane  lane;
  int          row;        /* of the bureau */
  char        *title;
  GPtrArray   *boxes;      /* StewardFlowBox, borrowed */
  double       title_y;
  double       title_em;
  double       box_height;
  gboolean     dates;      /* there is room for them */
  gboolean     framed;
  double       frame_x, frame_y, frame_width, frame_height;
} StewardFlowGroup;

/* Groups that begin together, between one fork and one join. */
typedef struct
{
  int          depth;
  int          step;       /* of the main line */
  GPtrArray   *groups;     /* StewardFlowGroup */
  GPtrArray   *cells;      /* StewardFlowGroup, the same boxes by bureau */
  gboolean     barred;
  int          n_boxes;
  int          columns;
  double       room;       /* height that it may use */
  double       box_width;
  double       x;          /* of the first bar, or of the box */
  double       width;
  double       entry_x;    /* where the main line ends and goes on */
  double       exit_x;
  double       top;        /* of the bars */
  double       bottom;
} StewardFlowSegment;

typedef struct
{
  const StewardScheduleStage *stage;   /* only while the layout is made */
  StewardLight  stage_light;
  int           index;
  char         *title;
  char         *budget;
  gboolean      has_budget;
  char         *used;
  double        share;     /* of the budget used, 0 … 1 */
  GPtrArray    *segments;  /* StewardFlowSegment, by depth */
  GPtrArray    *pills;     /* StewardFlowBox, borrowed */
  char         *tray_title;
  double        tray_y;
  double        x, width;
  double        gap;       /* between its segments */
  double        least;     /* width of its head, in units */
  double        lead;      /* space for the start event, 0 without one */
  StewardFlowBox *activity; /* the box between this stage and the next, or NULL */
} StewardFlowStage;

/* The row of a bureau, or of what runs inside the stages. */
typedef struct
{
  char      *title;
  gboolean   tray;
  guint      n_boxes;
  double     y, height;
  double     box_height;   /* that boxes alone in their cell need */
} StewardFlowLane;

/**
 * StewardFlowEdge:
 * @arrow: at its end, which then lies to the right
 * @step: of a piece of the main line, the step that it leads to; of a piece
 *   between a bar and boxes, the step that they stand at
 * @group: whose boxes it leads to or from, or NULL; @box: the only one, or NULL
 * @outward: it leads from them
 *
 * A straight piece of line, horizontal or vertical.
 */
typedef struct
{
  double                  x0, y0, x1, y1;
  gboolean                arrow;
  gboolean                critical;
  int                     step;
  const StewardFlowGroup *group;
  const StewardFlowBox   *box;
  gboolean                outward;
} StewardFlowEdge;

/* That @to waits for @from, as indices of boxes. */
typedef struct
{
  guint from;
  guint to;
} StewardFlowLink;

/* Where parallel work begins or ends, at @step. */
typedef struct
{
  double    x, y, width, height;
  int       step;
} StewardFlowBar;

typedef enum
{
  STEWARD_KEY_LIGHT,
  STEWARD_KEY_COMMITMENT,
  STEWARD_KEY_DEFERRAL,
  STEWARD_KEY_SUPPLEMENT,
  STEWARD_KEY_MAIN,
  STEWARD_KEY_CRITICAL,
  STEWARD_KEY_FORK,
  STEWARD_KEY_PROVISIONAL,
  STEWARD_KEY_OWN,
  STEWARD_N_FLOW_KEYS
} StewardFlowKeyKind;

struct _StewardFlowchart
{
  StewardFlowchartOptions options;
  double      width, height;
  double      unit;        /* size of names, in points; everything is a multiple */
  double      chrome;      /* unit of title and legend: they never outgrow the boxes */
  char       *title;
  char       *subtitle;
  char       *total;
  char       *region;      /* of its notice, which bureaus need not repeat, or NULL */
  char       *summary;
  char       *begin;       /* the start event, or NULL */
  double      begin_x;
  double      margin;
  double      body_y, body_bottom;
  double      heads_y;     /* of the stage heads */
  double      head_height;
  double      title_size;  /* of the names of stages, in units */
  gboolean    budget_beside;
  double      line_y;      /* the one centre line */
  double      legend_y;
  GPtrArray  *stages;      /* StewardFlowStage */
  GPtrArray  *lanes;       /* StewardFlowLane; empty without rows of bureaus */
  double      lane_width;  /* of their titles */
  GPtrArray  *boxes;       /* StewardFlowBox, owned */
  GArray     *edges;       /* StewardFlowEdge */
  GArray     *links;       /* StewardFlowLink */
  GPtrArray  *own;         /* StewardOwnLine, from and to boxes */
  GArray     *bars;        /* StewardFlowBar */
  GArray     *keys;        /* StewardKey */
  StewardLettering *lettering;  /* kept from frame to frame */
};

/* Multiples of the unit that layout and painter share. */
#define FLOW_LANE_PAD    0.38   /* above and below the boxes of a bureau */
#define FLOW_LANE_COLUMN_GAP 1.5
#define FLOW_LANE_LABEL  8.5    /* widest title of a bureau */
#define FLOW_LANE_TITLES 2      /* lines for the titles of blocks, at most */
#define FLOW_SMALL       0.84   /* size of the second line */
#define FLOW_STATUS      0.90   /* size of the status */
#define FLOW_DATES       0.78
#define FLOW_PAD         0.55   /* inside a box */
#define FLOW_STRIP       0.36   /* coloured strip at the left of a box */
#define FLOW_MARK        1.12   /* size of a chip */
#define FLOW_MARK_GAP    0.28
#define FLOW_GLYPH       0.90
#define FLOW_BAR         0.30
#define FLOW_TITLE       1.75
#define FLOW_PILL_HEIGHT 1.90
#define FLOW_PILL_GAP    0.45
#define FLOW_VEIL        0.55   /* over what is not lit */
#define FLOW_FADED       0.42   /* over what is no longer needed, and still read */
#define FLOW_RADIUS      0.5    /* of the corners of a box */
#define FLOW_HEAD        4.7    /* title and subtitle */
#define FLOW_STAGE_HEAD  3.5
#define FLOW_MARGIN      1.5
#define FLOW_STAGE_GAP   0.75
#define FLOW_ACTIVITY    1.9    /* width of the box between two stages */
#define FLOW_LENGTH      2.5    /* height of what stands below it */
#define FLOW_STAGE_PAD   0.65
#define FLOW_BAR_GAP     0.70   /* between bar and box */
#define FLOW_SEGMENT_GAP 1.00
#define FLOW_BOX_GAP     0.62
#define FLOW_GROUP_GAP   0.90
#define FLOW_FRAME_PAD   0.60
#define FLOW_LEAD        3.3    /* for the start event */
#define FLOW_LINE_ROOM   3.0
#define FLOW_EMPTY_STAGE 8.5

/* The unit is searched in steps, in points; below the smallest the drawing
 * grows instead, up to so many times its size. */
#define FLOW_SMALLEST    12.0
#define FLOW_STEP         0.5
#define FLOW_MOST_GROWTH  6

/**
 * StewardFlowPart:
 * @from, @end: first box and the one behind the last, in the order of the
 *   blocks, with what runs inside the stage last
 *
 * The boxes of one screen.
 */
typedef struct
{
  guint from;
  guint end;
} StewardFlowPart;

typedef struct _StewardFlowLit StewardFlowLit;

/* Texts and structure from the schedule; no positions yet. @part NULL: all
 * boxes. */
StewardFlowchart *steward_flowchart_model      (const StewardSchedule         *schedule,
                                                const StewardFlowchartOptions *options,
                                                const StewardFlowPart         *part);
/* Drops the boxes that are not of @part. */
void              steward_flowchart_keep       (StewardFlowchart              *self,
                                                const StewardFlowPart         *part);
/* The parts of the screens of a stage. (element-type StewardFlowPart)
 * (transfer full) */
GArray           *steward_flowchart_split      (const StewardSchedule         *schedule,
                                                const StewardFlowchartOptions *options);
/* Whether all of it has room in letters that are large enough; @whole: with
 * nothing cut. */
gboolean          steward_flowchart_fits       (StewardFlowchart              *self,
                                                gboolean                       whole);
/* What waits for what. */
void              steward_flowchart_link       (StewardFlowchart              *self);
/* The links of the steward's own between boxes that are drawn; once these are
 * placed, the ways of their lines between them. */
void              steward_flowchart_add_own    (StewardFlowchart              *self,
                                                const StewardSchedule         *schedule);
void              steward_flowchart_add_own_link (StewardFlowchart            *self,
                                                const StewardFlowBox          *from,
                                                const StewardFlowBox          *to);
void              steward_flowchart_lead_own   (StewardFlowchart              *self);
void              steward_flowchart_paint_own  (const StewardFlowchart        *self,
                                                StewardInk                    *ink,
                                                const cairo_rectangle_t       *clip,
                                                const StewardFlowLit          *lit);
StewardFlowBox   *steward_flowchart_find       (const StewardFlowchart        *self,
                                                const char                    *id);
/* One byte for each box by its index: a #StewardFlowchartRelation to @box.
 * (transfer full) */
guint8           *steward_flowchart_relations  (const StewardFlowchart        *self,
                                                const StewardFlowBox          *box);
/**
 * StewardFlowLit:
 * @relations: of the boxes by index
 * @first, @last: steps of the main line that the light reaches
 *
 * What is lit up while something is looked at.
 */
struct _StewardFlowLit
{
  guint8 *relations;
  int     first;
  int     last;
};

/* Lines and bars; what is not lit fades. @lit NULL: nothing does. */
void              steward_flowchart_paint_lines (const StewardFlowchart       *self,
                                                StewardInk                    *ink,
                                                const cairo_rectangle_t       *clip,
                                                const StewardFlowLit          *lit);
/* Rows of bureaus. */

/* Gives every box a row, in an order that keeps lines short. */
void              steward_flowchart_make_lanes (StewardFlowchart              *self);
void              steward_flowchart_place_lanes (StewardFlowchart             *self);
void              steward_flowchart_connect_lanes (StewardFlowchart           *self);
/* The widths of the columns with which the drawing has room in @width and all
 * rows in a height of @rows; what it really needs; FALSE when it has none. */
gboolean          steward_flowchart_fit_lanes  (StewardFlowchart              *self,
                                                double                         unit,
                                                double                         width,
                                                double                         rows,
                                                double                        *need_width,
                                                double                        *need_rows);
/* Of a segment, of the drawing, and the height of a cell as they are set; the
 * least height of a row. */
double            steward_flowchart_column_width (const StewardFlowSegment    *segment,
                                                double                         unit);
double            steward_flowchart_lanes_width (StewardFlowchart             *self,
                                                double                         unit);
double            steward_flowchart_cell_need  (const StewardFlowSegment      *segment,
                                                const StewardFlowGroup        *cell,
                                                double                         unit);
double            steward_flowchart_lane_least (const StewardFlowchart        *self,
                                                const StewardFlowLane         *lane,
                                                double                         unit);
/* The rows, below the boxes; then the heads of blocks and the titles. */
void              steward_flowchart_paint_lanes (const StewardFlowchart       *self,
                                                StewardInk                    *ink);
/* Positions of everything. */
void              steward_flowchart_place      (StewardFlowchart              *self);
/* Lines and bars between what has been placed. */
void              steward_flowchart_connect    (StewardFlowchart              *self);
/* From the bars of @segment to the boxes of @group, or to the frame around
 * them. */
void              steward_flowchart_connect_group (StewardFlowchart           *self,
                                                const StewardFlowSegment      *segment,
                                                const StewardFlowGroup        *group);
/* Width that the head of a stage needs, in units; once the stages have their
 * places, how the heads are written. */
double            steward_flowchart_head_need  (const StewardFlowStage        *stage);
void              steward_flowchart_fit_heads  (StewardFlowchart              *self);
void              steward_flowchart_paint_head (const StewardFlowchart        *self,
                                                StewardInk                    *ink,
                                                const StewardFlowStage        *stage);
/* Entries of the legend; they are placed with everything else. */
void              steward_flowchart_make_keys  (StewardFlowchart              *self);
void              steward_flowchart_paint_with (const StewardFlowchart        *self,
                                                StewardInk                    *ink,
                                                const cairo_rectangle_t       *clip,
                                                const char                    *focus,
                                                const char                    *lit);
/* As wide as @width, at the origin. */
void              steward_flowchart_paint_title (const StewardFlowchart       *self,
                                                StewardInk                    *ink,
                                                double                         width);
/* Paints the legend, @width wide, and returns its height; with @ink NULL only
 * the latter. */
double            steward_flowchart_paint_legend (const StewardFlowchart      *self,
                                                StewardInk                    *ink,
                                                double                         left,
                                                double                         top,
                                                double                         width);
/* Unit of title and legend for @unit in a drawing of this size. */
double            steward_flowchart_chrome     (const StewardFlowchart        *self,
                                                double                         unit);
/* Adds the outline of @box to the path, as it is painted; and whether a point
 * lies in it. */
void              steward_flowchart_box_trace       (const StewardFlowBox          *box,
                                                StewardInk                    *ink,
                                                double                         unit);
gboolean          steward_flowchart_box_contains    (const StewardFlowBox          *box,
                                                double                         unit,
                                                double                         x,
                                                double                         y);
/* Height the box needs at @width. @whole: so that nothing of the bureau is
 * cut, as far as three lines are enough. */
double            steward_flowchart_box_need        (const StewardFlowBox          *box,
                                                double                         width,
                                                double                         unit,
                                                gboolean                       whole);
/* @words with ends of lines where a reader would put them; as they are when
 * they fit, or no such ends do. (transfer full) */
char             *steward_flowchart_break           (const char                    *words,
                                                double                         width,
                                                int                            lines);
/* What its bureau may use of its line. */
double            steward_flowchart_box_below_width (const StewardFlowBox          *box,
                                                double                         unit);
/* Breaks what its name and bureau say in its final place. */
void              steward_flowchart_box_break       (StewardFlowBox                *box,
                                                double                         unit);
/* Where its lines go in its final rectangle. */
void              steward_flowchart_box_place       (StewardFlowBox                *box,
                                                double                         unit,
                                                gboolean                       dates);
/* Narrowest sensible width and the width at which nothing wraps. */
void              steward_flowchart_box_widths      (const StewardFlowBox          *box,
                                                double                         unit,
                                                double                        *narrow,
                                                double                        *wide);
/* The widest of these among the boxes of @groups. */
void              steward_flowchart_box_widths_of   (GPtrArray                     *groups,
                                                double                         unit,
                                                double                        *narrow,
                                                double                        *wide);
/* Width at which its name takes one line, and its marks stand beside the
 * status. */
double            steward_flowchart_box_line        (const StewardFlowBox          *box,
                                                double                         unit);
double            steward_flowchart_pill_width      (const StewardFlowBox          *box,
                                                double                         unit);
/* Height of the tray of @stage when it is @width wide; with @place, puts the
 * pills into their places from @y on. */
double            steward_flowchart_tray            (StewardFlowStage              *stage,
                                                double                         x,
                                                double                         y,
                                                double                         width,
                                                double                         unit,
                                                gboolean                       place);

G_END_DECLS
