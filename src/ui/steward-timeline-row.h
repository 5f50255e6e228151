/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-schedule-entry.h"
#include "steward-timeline.h"

G_BEGIN_DECLS

/**
 * StewardTimelineRow:
 *
 * A row of the table beside the timeline. It paints its texts itself, because
 * it shows another line with every step of scrolling, and must not ask for a new
 * size each time. Screen readers get all of it as its label.
 */
#define STEWARD_TYPE_TIMELINE_ROW (steward_timeline_row_get_type ())

G_DECLARE_FINAL_TYPE (StewardTimelineRow, steward_timeline_row, STEWARD, TIMELINE_ROW, GtkWidget)

GtkWidget  *steward_timeline_row_new       (void);
/* Shows @line, number @index; its texts are copied. */
void        steward_timeline_row_show      (StewardTimelineRow            *self,
                                            guint                          index,
                                            const StewardTimelineLineInfo *line);
/* What it showed is of no line any more. */
void        steward_timeline_row_forget    (StewardTimelineRow            *self);
/* NULL for a heading. */
const char *steward_timeline_row_get_id    (StewardTimelineRow            *self);
guint       steward_timeline_row_get_index (StewardTimelineRow            *self);
const char *steward_timeline_row_get_text  (StewardTimelineRow            *self,
                                            StewardScheduleColumn          column);
/* The widths of the columns in pixels (array fixed-size=STEWARD_N_COLUMNS),
 * borrowed, and the scale of the drawing. */
void        steward_timeline_row_set_size  (StewardTimelineRow            *self,
                                            const int                     *widths,
                                            double                         zoom);
/* Paints @text, at most @width wide, into the middle of @height. */
void        steward_timeline_row_paint     (GtkWidget                     *widget,
                                            GtkSnapshot                   *snapshot,
                                            const char                    *text,
                                            double                         x,
                                            double                         width,
                                            double                         height,
                                            gboolean                       bold);

G_END_DECLS
