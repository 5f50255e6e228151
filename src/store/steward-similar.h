/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-listing.h"

G_BEGIN_DECLS

/**
 * StewardSimilar:
 * @type: kind of project as it was typed, or ""
 * @n_same: how many of the facts and answers that say what kind of project it
 *   is are the same as those of the project that was asked about
 *
 * A project that another one may be like.
 */
typedef struct
{
  StewardProjectLine *line;
  char               *type;
  guint               n_same;
} StewardSimilar;

/* Of what the list below holds. */
void        steward_similar_free          (StewardSimilar          *self);
/* The projects of @query, also those whose kind has its text; the most similar
 * to @project (its id, or NULL) first, then those changed last; at most @max. Of
 * a large database only what was changed lately is compared. @n_compared (out)
 * (nullable): how many facts and answers of @project say what kind of project it
 * is. (transfer full) (element-type StewardSimilar) */
GPtrArray  *steward_database_find_similar (StewardDatabase         *self,
                                           const char              *project,
                                           const StewardListQuery  *query,
                                           guint                    max,
                                           guint                   *n_compared,
                                           GCancellable            *cancellable,
                                           GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardSimilar, steward_similar_free)

G_END_DECLS
