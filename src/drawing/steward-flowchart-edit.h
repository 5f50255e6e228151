/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-flowchart.h"

G_BEGIN_DECLS

/* What a flowchart needs to be worked on: which links its lines stand for, and
 * what is drawn over it meanwhile. */

/**
 * StewardFlowchartLine:
 * @from, @to: ids of boxes
 * @key: of the link of the steward's own; NULL for one that the rules demand
 *
 * That the box @to waits for the box @from, directly. The strings belong to the
 * flowchart.
 */
typedef struct
{
  const char *from;
  const char *to;
  const char *key;
} StewardFlowchartLine;

/* The links whose line passes a point, or nearly: one of the steward's own, or all
 * that share a line of the rules. Empty when none does. (transfer full)
 * (element-type StewardFlowchartLine) */
GPtrArray *steward_flowchart_find_lines    (const StewardFlowchart     *self,
                                            double                      x,
                                            double                      y);
/* The links of the box @id: first what it waits for, then what waits for it.
 * (transfer full) (element-type StewardFlowchartLine) */
GPtrArray *steward_flowchart_list_lines    (const StewardFlowchart     *self,
                                            const char                 *id);
/* Over the flowchart: the line of a link with both of its boxes. */
void       steward_flowchart_paint_line    (const StewardFlowchart     *self,
                                            cairo_t                    *cr,
                                            const StewardStyle         *style,
                                            const StewardFlowchartLine *line);
/* A link that is being led from the box @from to the box @to, or to a point while
 * @to is NULL; @allowed: it may end there. */
void       steward_flowchart_paint_lead    (const StewardFlowchart     *self,
                                            cairo_t                    *cr,
                                            const StewardStyle         *style,
                                            const char                 *from,
                                            const char                 *to,
                                            double                      x,
                                            double                      y,
                                            gboolean                    allowed);
/* A box whose row would lie elsewhere, and when. */
void       steward_flowchart_paint_shifted (const StewardFlowchart     *self,
                                            cairo_t                    *cr,
                                            const StewardStyle         *style,
                                            const char                 *id,
                                            StewardDay                  start,
                                            StewardDay                  finish);

G_END_DECLS
