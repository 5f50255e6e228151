/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-backward.h"

G_BEGIN_DECLS

/* Columns of an item, and of a paper. */
typedef enum
{
  STEWARD_BACKWARD_NAME,
  STEWARD_BACKWARD_START,
  STEWARD_BACKWARD_FINISH,
  STEWARD_BACKWARD_SLACK,
  STEWARD_BACKWARD_N_COLUMNS,

  STEWARD_BACKWARD_PAPER = 0,
  STEWARD_BACKWARD_LATEST,
  STEWARD_BACKWARD_USES,
  STEWARD_BACKWARD_N_PAPER_COLUMNS
} StewardBackwardColumn;

/**
 * StewardBackwardLine:
 *
 * One line of a table of the backward plan, with texts of its own: it outlives
 * the answer that it was made from.
 */
#define STEWARD_TYPE_BACKWARD_LINE (steward_backward_line_get_type ())

G_DECLARE_FINAL_TYPE (StewardBackwardLine, steward_backward_line, STEWARD, BACKWARD_LINE, GObject)

StewardBackwardLine *steward_backward_line_new_row   (const StewardBackwardRow      *row,
                                                      const StewardCalendar         *calendar);
StewardBackwardLine *steward_backward_line_new_paper (const StewardBackwardMaterial *material,
                                                      const StewardCalendar         *calendar);
const char          *steward_backward_line_get_text  (StewardBackwardLine           *self,
                                                      guint                          column);
/* Why it is too late, or what else is to be known; NULL for nothing. */
const char          *steward_backward_line_get_why   (StewardBackwardLine           *self);
gboolean             steward_backward_line_is_late   (StewardBackwardLine           *self);
/* The whole line for who cannot see it. */
const char          *steward_backward_line_describe  (StewardBackwardLine           *self);

/* Gives @view the columns with @titles (ended by NULL), of which @wide takes
 * the room that is left, and a model of lines. (transfer none) */
GListStore          *steward_backward_line_fill_view (GtkColumnView                 *view,
                                                      const char * const            *titles,
                                                      guint                          wide);

G_END_DECLS
