/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-store.h"

G_BEGIN_DECLS

/* An item of @number without its line. (transfer full) */
StewardProjectItem *steward_project_item_new      (gint64               number);
/* Notifies when anything in the line differs. */
void                steward_project_item_set_line (StewardProjectItem  *self,
                                                   StewardProjectLine  *line);

/**
 * StewardListStep:
 * @position: after the steps before it
 * @from: where the added numbers begin in the new array
 *
 * One step on the way from one array of numbers to another.
 */
typedef struct
{
  guint position;
  guint removed;
  guint added;
  guint from;
} StewardListStep;

/* The fewest steps that make @after out of @before, two arrays without
 * repeats; one large step when there would be more than @max.
 * (transfer full) (element-type StewardListStep) */
GArray             *steward_list_steps_new        (GArray              *before,
                                                   GArray              *after,
                                                   guint                max);

G_END_DECLS
