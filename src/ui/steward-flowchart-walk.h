/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-flowchart.h"

G_BEGIN_DECLS

/**
 * StewardWalk:
 * @STEWARD_WALK_RIGHT, @STEWARD_WALK_LEFT: later and earlier
 * @STEWARD_WALK_DOWN, @STEWARD_WALK_UP: what runs beside
 *
 * Where an arrow key leads in a flowchart.
 */
typedef enum
{
  STEWARD_WALK_RIGHT,
  STEWARD_WALK_LEFT,
  STEWARD_WALK_DOWN,
  STEWARD_WALK_UP,
  STEWARD_WALK_FIRST,
  STEWARD_WALK_LAST
} StewardWalk;

/* Id of the box that the key leads to from the box @id, or NULL where it ends. To
 * the sides it is the nearest of the next column, upwards and downwards the next
 * of the same. The first or last box when @id is NULL or not drawn. */
const char *steward_flowchart_walk             (const StewardFlowchart *flowchart,
                                                const char             *id,
                                                StewardWalk             walk);
/* What the box @id waits for directly and what waits for it, in words for screen
 * readers; "" when it stands alone. (transfer full) */
char       *steward_flowchart_describe_neighbours (const StewardFlowchart *flowchart,
                                                const char             *id);

G_END_DECLS
