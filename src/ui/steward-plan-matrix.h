/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-canvas.h"

G_BEGIN_DECLS

/**
 * StewardPlanMatrix:
 *
 * The table of materials and items: what is handed in where, and where it is
 * used again. Its heads stay in sight. Arrow keys walk from cell to cell.
 *
 * #StewardPlanMatrix::moved is emitted when another cell is current.
 * #StewardCanvas::activated is emitted for Enter and a double click.
 */
#define STEWARD_TYPE_PLAN_MATRIX (steward_plan_matrix_get_type ())

G_DECLARE_FINAL_TYPE (StewardPlanMatrix, steward_plan_matrix, STEWARD, PLAN_MATRIX, StewardCanvas)

/* Copies what it needs of @schedule, which may be NULL for none. The current
 * cell stays where material and item are still there. */
void        steward_plan_matrix_show         (StewardPlanMatrix     *self,
                                              const StewardSchedule *schedule);
/* Of the current cell: the item is NULL in the column of the names, both are
 * when there is nothing. */
const char *steward_plan_matrix_get_material (StewardPlanMatrix     *self);
const char *steward_plan_matrix_get_item     (StewardPlanMatrix     *self);
/* The current cell as a sentence, "" when there is none. */
const char *steward_plan_matrix_describe     (StewardPlanMatrix     *self);
void        steward_plan_matrix_focus        (StewardPlanMatrix     *self);

G_END_DECLS
