/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-picture.h"
#include "steward-portfolio.h"
#include "steward-session.h"
#include "steward-sheets.h"

G_BEGIN_DECLS

/**
 * StewardDrawing:
 *
 * A flowchart or timeline of a project as it is now, or many projects, to be
 * printed, exported or copied. It is used on one thread at a time; reading takes the longest
 * and belongs on another than the main one.
 */
typedef struct _StewardDrawing StewardDrawing;

/* Widths and heights are in points. */
#define STEWARD_DRAWING_WIDTH  1190.55   /* of a picture without a page: an A3 across */
#define STEWARD_DRAWING_HEIGHT  841.89
#define STEWARD_DRAWING_PIXELS 2400      /* across, when nobody says otherwise */

/* @stage: number of the only stage to draw, 0 for all. (transfer full) */
StewardDrawing *steward_drawing_new_flowchart (StewardSession       *session,
                                               int                   stage,
                                               StewardFlowchartArrangement arrangement);
/* @scale: days of a tiled drawing; on one page the whole project is drawn.
 * @baseline: number of an issued edition of the plan, 0 for none.
 * (transfer full) */
StewardDrawing *steward_drawing_new_timeline  (StewardSession       *session,
                                               StewardZoom           scale,
                                               StewardTimelineGroup  group,
                                               guint                 baseline);
/* @projects (element-type StewardPortfolioProject) as they are on @today, with
 * the load of the bureaus. (transfer full) */
StewardDrawing *steward_drawing_new_portfolio (GPtrArray            *projects,
                                               StewardCalendar      *calendar,
                                               StewardDay            today,
                                               StewardZoom           scale);
void            steward_drawing_free          (StewardDrawing       *self);
/* What it shows, in the language of the user, and of which project; what many
 * projects are called. */
const char     *steward_drawing_get_name      (const StewardDrawing *self);
const char     *steward_drawing_get_title     (const StewardDrawing *self);

/* To be called before the following. */
gboolean        steward_drawing_read          (StewardDrawing       *self,
                                               GError              **error);
/* They are valid as long as the drawing, and no other are asked for.
 * (transfer full) */
StewardSheets  *steward_drawing_make_sheets   (StewardDrawing       *self,
                                               StewardStyleKind      style,
                                               double                page_width,
                                               double                page_height,
                                               gboolean              one_page,
                                               GError              **error);
/* SVG, or PNG so many @pixels across. (transfer full) */
GBytes         *steward_drawing_make_picture  (StewardDrawing       *self,
                                               StewardPictureFormat  format,
                                               StewardStyleKind      style,
                                               int                   pixels,
                                               GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardDrawing, steward_drawing_free)

G_END_DECLS
