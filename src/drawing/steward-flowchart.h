/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-schedule.h"
#include "steward-style.h"

G_BEGIN_DECLS

/**
 * StewardFlowchartBox:
 * @id: id of the schedule row it stands for
 * @x, @y, @width, @height: in points, origin top left
 *
 * One box of the flowchart; everything it says is resolved text, so that
 * the painter and accessibility read the same.
 */
typedef struct
{
  char         *id;
  double        x, y, width, height;
  int           stage;          /* index */
  StewardLane   lane;
  char         *name;
  char         *bureau;
  char         *level;          /* chip: 市 县 省 …, "" when unknown */
  char         *limit;          /* `7 天`, `剩 1 天`, "" */
  StewardMode   mode;
  StewardLight  light;
  gboolean      critical;
  gboolean      supplement;
  gboolean      faded;
  char         *description;    /* a full sentence for screen readers */
} StewardFlowchartBox;

/**
 * StewardFlowchart:
 *
 * A laid out flowchart: pure data, independent of any surface. Boxes never
 * overlap and edges never cross a box.
 */
typedef struct _StewardFlowchart StewardFlowchart;

/**
 * StewardFlowchartArrangement:
 * @STEWARD_ARRANGE_STAGES: stages as columns, around one main line
 * @STEWARD_ARRANGE_LANES: the same columns crossed by one row for each bureau
 *
 * Two ways to look at the same boxes.
 */
typedef enum { STEWARD_ARRANGE_STAGES, STEWARD_ARRANGE_LANES } StewardFlowchartArrangement;

/**
 * StewardFlowchartOptions:
 * @width, @height: size to fill, in points
 * @stage: number of the only stage to show, 0 for all
 * @text_scale: 1.0 is normal; the layout keeps text legible and grows boxes
 * @screen: for a projector: number of the screen of @stage to show, from 1;
 *   0 for a drawing that is looked at from near
 * @letters: for a projector: height of the smallest letters, where the drawing
 *   has only a part of it; 0: %STEWARD_PROJECTOR_TEXT of @height
 */
typedef struct
{
  double                      width;
  double                      height;
  int                         stage;
  double                      text_scale;
  StewardFlowchartArrangement arrangement;
  int                         screen;
  double                      letters;
} StewardFlowchartOptions;

/* Height of the smallest letters on a projector, as a part of its height: 20
 * points on a screen of 768 pixels at 96 to the inch. */
#define STEWARD_PROJECTOR_TEXT (20.0 / 576.0)

/**
 * StewardFlowchartRelation:
 * @STEWARD_RELATION_BEFORE: has to be finished first, directly or over others
 * @STEWARD_RELATION_AFTER: waits for it, directly or over others
 *
 * How one box stands to another.
 */
typedef enum
{
  STEWARD_RELATION_NONE,
  STEWARD_RELATION_SAME,
  STEWARD_RELATION_BEFORE,
  STEWARD_RELATION_AFTER
} StewardFlowchartRelation;

StewardFlowchart          *steward_flowchart_layout   (const StewardSchedule         *schedule,
                                                       const StewardFlowchartOptions *options);
/* How many screens of a projector the stage of @options takes, in letters that
 * are read from the back of the room; at least 1. */
int                        steward_flowchart_count_screens (const StewardSchedule    *schedule,
                                                       const StewardFlowchartOptions *options);
void                       steward_flowchart_free     (StewardFlowchart              *self);
/* The size really needed, at least what was asked for. */
void                       steward_flowchart_get_size (const StewardFlowchart        *self,
                                                       double                        *width,
                                                       double                        *height);
/* (element-type StewardFlowchartBox) (transfer none) */
GPtrArray                 *steward_flowchart_get_boxes(const StewardFlowchart        *self);
const StewardFlowchartBox *steward_flowchart_hit      (const StewardFlowchart        *self,
                                                       double                         x,
                                                       double                         y);
/* The link of the steward's own whose line passes a point, or nearly: its key
 * (steward-own-link.h), or NULL. */
const char                *steward_flowchart_find_link (const StewardFlowchart        *self,
                                                       double                         x,
                                                       double                         y);
/* What it links, who did and why, in the language of the user; NULL when it is
 * not drawn. */
const char                *steward_flowchart_describe_link (const StewardFlowchart    *self,
                                                       const char                    *key);
/* How the box @other stands to the box @id. */
StewardFlowchartRelation   steward_flowchart_relate   (const StewardFlowchart        *self,
                                                       const char                    *id,
                                                       const char                    *other);
/* The boxes that stand so to the box @id, in the order of the drawing.
 * (element-type StewardFlowchartBox) (transfer container) */
GPtrArray                 *steward_flowchart_find_related (const StewardFlowchart    *self,
                                                       const char                    *id,
                                                       StewardFlowchartRelation       relation);
/* How often lines cross each other. */
guint                      steward_flowchart_count_crossings (const StewardFlowchart *self);
/* Paints what intersects @clip (NULL: everything). @focus: id of a box drawn
 * with a focus ring and its chain lit up, or NULL. */
void                       steward_flowchart_paint    (const StewardFlowchart        *self,
                                                       cairo_t                       *cr,
                                                       const StewardStyle            *style,
                                                       const cairo_rectangle_t       *clip,
                                                       const char                    *focus);
/* The same, with the focus ring and the light apart: @lit is the id of a box,
 * the one under the pointer perhaps; all that is neither before nor after it
 * fades, boxes and lines. */
void                       steward_flowchart_paint_lit (const StewardFlowchart       *self,
                                                       cairo_t                       *cr,
                                                       const StewardStyle            *style,
                                                       const cairo_rectangle_t       *clip,
                                                       const char                    *focus,
                                                       const char                    *lit);
/* The layout as JSON text, for golden tests. (transfer full) */
char                      *steward_flowchart_dump     (const StewardFlowchart        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardFlowchart, steward_flowchart_free)

G_END_DECLS
