/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "steward-listing.h"

G_BEGIN_DECLS

/**
 * StewardTodayItem:
 *
 * What Today lists: a heading over a section, one of its lines, or how many
 * more lines there are. Immutable.
 */
#define STEWARD_TYPE_TODAY_ITEM (steward_today_item_get_type ())

G_DECLARE_FINAL_TYPE (StewardTodayItem, steward_today_item, STEWARD, TODAY_ITEM, GObject)

/* What a line of the list stands for. */
typedef enum { STEWARD_TODAY_HEADING, STEWARD_TODAY_LINE, STEWARD_TODAY_MORE } StewardTodayKind;

/* In the language of the user. */
const char              *steward_today_section_name     (StewardAgendaSection    section);

/* How many lines the section has in all. */
StewardTodayItem        *steward_today_item_new_heading (StewardAgendaSection    section,
                                                         guint                   n_lines);
/* Takes @line over. */
StewardTodayItem        *steward_today_item_new_line    (StewardAgendaSection    section,
                                                         StewardAgendaLine      *line);
/* How many lines of the section are not shown. */
StewardTodayItem        *steward_today_item_new_more    (StewardAgendaSection    section,
                                                         guint                   n_lines);
StewardTodayKind         steward_today_item_get_kind    (StewardTodayItem       *self);
StewardAgendaSection     steward_today_item_get_section (StewardTodayItem       *self);
guint                    steward_today_item_get_n_lines (StewardTodayItem       *self);
/* NULL unless it is a line. */
const StewardAgendaLine *steward_today_item_get_line    (StewardTodayItem       *self);
/* Whether both stand for the same: headings of one section do, whatever they
 * count. */
gboolean                 steward_today_item_is_same     (StewardTodayItem       *self,
                                                         StewardTodayItem       *other);
/* Whether both would be shown alike. */
gboolean                 steward_today_item_equal       (StewardTodayItem       *self,
                                                         StewardTodayItem       *other);

G_END_DECLS
