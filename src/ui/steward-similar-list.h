/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-store.h"

G_BEGIN_DECLS

/**
 * StewardSimilarList:
 *
 * Projects to choose one from, the most similar to one of them first, with a
 * search.
 *
 * #StewardSimilarList::chosen is emitted with the id of the project that is
 * chosen, or NULL when there is none any more; #StewardSimilarList::settled when
 * Enter says that it is the right one.
 */
#define STEWARD_TYPE_SIMILAR_LIST (steward_similar_list_get_type ())

G_DECLARE_FINAL_TYPE (StewardSimilarList, steward_similar_list, STEWARD, SIMILAR_LIST, AdwBin)

/* @like: (nullable): the project that they are to be similar to. */
GtkWidget  *steward_similar_list_new        (StewardStore       *store,
                                             const char         *like);
/* Looks for @text, as if it had been typed. */
void        steward_similar_list_search     (StewardSimilarList *self,
                                             const char         *text);
/* NULL while nothing is chosen. */
const char *steward_similar_list_get_chosen (StewardSimilarList *self);

G_END_DECLS
