/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-listing.h"

G_BEGIN_DECLS

/**
 * StewardProjectFilter:
 *
 * What hides behind the filter button of the project list: mine, light,
 * stage, pack, state and order, each with how many projects it would show.
 * #StewardProjectFilter::changed is emitted after every choice.
 */
#define STEWARD_TYPE_PROJECT_FILTER (steward_project_filter_get_type ())

G_DECLARE_FINAL_TYPE (StewardProjectFilter, steward_project_filter, STEWARD, PROJECT_FILTER, GtkPopover)

StewardProjectFilter *steward_project_filter_new        (void);
/* Fills all of @query but text and day. @steward is the name for "mine". Texts
 * are borrowed until the next change. */
void                  steward_project_filter_fill       (StewardProjectFilter    *self,
                                                         const char              *steward,
                                                         StewardListQuery        *query);
/* NULL hides the numbers. */
void                  steward_project_filter_set_counts (StewardProjectFilter    *self,
                                                         const StewardListCounts *counts);
/* TRUE when anything but the order is chosen. */
gboolean              steward_project_filter_is_active  (StewardProjectFilter    *self);
/* What is chosen, joined by middle dots; "" for nothing. (transfer full) */
char                 *steward_project_filter_describe   (StewardProjectFilter    *self);
void                  steward_project_filter_clear      (StewardProjectFilter    *self);

G_END_DECLS
