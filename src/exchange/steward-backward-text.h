/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-backward.h"

G_BEGIN_DECLS

/* The answer in a sentence or two: whether the day can be met, and when not,
 * why. (transfer full) */
char      *steward_backward_get_answer  (const StewardBackward *self);
/* The rows that the wish depends on, those that are too late first, and
 * those that only their stage waits for last; then by slack, and of equal slack
 * the ones that have to begin first. (transfer container)
 * (element-type StewardBackwardRow): borrowed from @self */
GPtrArray *steward_backward_rank_rows   (const StewardBackward *self);
/* Names of the rows that use @material, or of the stages that ask for it where
 * the pack names no row. (transfer full) */
char      *steward_backward_get_uses    (const StewardBackwardMaterial *material);
/* All of it for a letter or a sheet: the answer, a table of rows and one of
 * papers, the columns parted by tabs. @calendar tells which days are provisional; they
 * carry a star. (transfer full) */
char      *steward_backward_to_text     (const StewardBackward *self,
                                         const StewardCalendar *calendar);

G_END_DECLS
