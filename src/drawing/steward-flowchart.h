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
 * StewardFlowchartOptions:
 * @width, @height: size to fill, in points
 * @stage: number of the only stage to show, 0 for all
 * @text_scale: 1.0 is normal; the layout keeps text legible and grows boxes
 */
typedef struct
{
  double width;
  double height;
  int    stage;
  double text_scale;
} StewardFlowchartOptions;

StewardFlowchart          *steward_flowchart_layout   (const StewardSchedule         *schedule,
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
/* Paints what intersects @clip (NULL: everything). @focus: id of a box drawn
 * with a focus ring and its chain lit up, or NULL. */
void                       steward_flowchart_paint    (const StewardFlowchart        *self,
                                                       cairo_t                       *cr,
                                                       const StewardStyle            *style,
                                                       const cairo_rectangle_t       *clip,
                                                       const char                    *focus);
/* The layout as JSON text, for golden tests. (transfer full) */
char                      *steward_flowchart_dump     (const StewardFlowchart        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardFlowchart, steward_flowchart_free)

G_END_DECLS
