/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-edition.h"
#include "steward-timeline.h"

G_BEGIN_DECLS

/**
 * StewardBaseline:
 * @number: of the edition
 * @name: what a drawing calls it
 * @rows: (array length=n_rows): where the edition had the rows
 *
 * An issued edition of the plan, to be drawn below what became of it.
 */
typedef struct
{
  guint               number;
  char               *name;
  StewardBaselineRow *rows;
  gsize               n_rows;
  StewardFrozenPlan  *plan;
} StewardBaseline;

/* Whether @edition says when everything was to be done. */
gboolean         steward_baseline_is_possible (const StewardEdition    *edition);
/* STEWARD_ERROR_UNKNOWN when there is no such edition, STEWARD_ERROR_INVALID
 * when it was frozen without dates, by an older version of this program.
 * (transfer full) */
StewardBaseline *steward_baseline_new         (StewardProject          *project,
                                               guint                    number,
                                               GError                 **error);
void             steward_baseline_free        (StewardBaseline         *self);
/* Puts it into @options, which must not outlive it; NULL: none. */
void             steward_baseline_apply       (const StewardBaseline   *self,
                                               StewardTimelineOptions  *options);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardBaseline, steward_baseline_free)

G_END_DECLS
