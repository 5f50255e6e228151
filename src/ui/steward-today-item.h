/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "steward-listing.h"

G_BEGIN_DECLS

/**
 * StewardTodayGroup:
 *
 * The sections of Today in the order they are shown. A line stands in the
 * first that fits.
 */
typedef enum
{
  STEWARD_TODAY_LATE,
  STEWARD_TODAY_DUE,
  STEWARD_TODAY_WAITING,
  STEWARD_TODAY_WEEK,
  STEWARD_TODAY_PROMISED,
  STEWARD_N_TODAY_GROUPS
} StewardTodayGroup;

/**
 * StewardTodayItem:
 *
 * A heading of Today, or one of its lines. Immutable.
 */
#define STEWARD_TYPE_TODAY_ITEM (steward_today_item_get_type ())

G_DECLARE_FINAL_TYPE (StewardTodayItem, steward_today_item, STEWARD, TODAY_ITEM, GObject)

/* Where @line stands on @today. */
StewardTodayGroup        steward_today_group_for         (const StewardAgendaLine *line,
                                                          StewardDay               today);
/* In the language of the user. */
const char              *steward_today_group_name        (StewardTodayGroup        group);

StewardTodayItem        *steward_today_item_new_heading  (StewardTodayGroup        group,
                                                          guint                    n_lines);
/* Takes @line over. */
StewardTodayItem        *steward_today_item_new_line     (StewardTodayGroup        group,
                                                          StewardAgendaLine       *line);
StewardTodayGroup        steward_today_item_get_group    (StewardTodayItem        *self);
guint                    steward_today_item_get_n_lines  (StewardTodayItem        *self);
/* NULL for a heading. */
const StewardAgendaLine *steward_today_item_get_line     (StewardTodayItem        *self);

G_END_DECLS
