/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-database.h"

G_BEGIN_DECLS

/**
 * StewardExperience:
 * @item: item of a pack; @name: as shown
 * @bureau: as it is shown, "" when unknown
 * @n: decided cases of all projects that are not removed
 * @median, @percentile80: working days that half of them, and four fifths,
 *   needed at most; without pauses, as the legal clock counts
 * @promised: what half of them had at most to be decided in, or -1 when none
 *   had a limit
 * @n_late: cases that took longer than their own limit
 *
 * How long an item really takes at a bureau, learnt from the own cases.
 */
typedef struct
{
  char  *item;
  char  *name;
  char  *bureau;
  guint  n;
  int    median;
  int    percentile80;
  int    promised;
  guint  n_late;
} StewardExperience;

/* Of what the list below holds. */
void       steward_experience_free            (StewardExperience  *self);
/* Of every item and bureau with decided cases, or of one @item, by item and
 * bureau. (transfer full) (element-type StewardExperience) */
GPtrArray *steward_database_read_experience   (StewardDatabase    *self,
                                               const char         *item,
                                               GCancellable       *cancellable,
                                               GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardExperience, steward_experience_free)

G_END_DECLS
