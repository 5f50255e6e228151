/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-meeting.h"
#include "steward-piece.h"
#include "steward-plan.h"
#include "steward-schedule.h"

G_BEGIN_DECLS

/* What the interface calls the values of the other rooms, in the language of
 * the user. Borrowed strings. */
const char *steward_ui_light_name    (StewardLight        light);
const char *steward_ui_light_glyph   (StewardLight        light);
/* Of a status that was not verified for too long: beside a light, not instead
 * of it. */
const char *steward_ui_stale_glyph   (void);
const char *steward_ui_state_name    (StewardState        state);
const char *steward_ui_lane_name     (StewardLane         lane);
/* NULL when the level is not known. */
const char *steward_ui_level_name    (StewardLevel        level);
const char *steward_ui_form_name     (StewardMaterialForm form);
/* NULL for %STEWARD_MODE_NORMAL. */
const char *steward_ui_mode_name     (StewardMode         mode);
/* What somebody said at a meeting, in a word. */
const char *steward_ui_verdict_name  (StewardOpinionVerdict verdict);
const char *steward_ui_fact_label    (StewardFact         fact);

/* The light of @row in words, and that its status was not verified for too
 * long. (transfer full) */
char       *steward_ui_row_state     (const StewardScheduleRow *row);
/* Who decides @item: while nobody has chosen between several, all of them, and
 * that it is one of them; "" for NULL. (transfer full) */
char       *steward_ui_bureau        (const StewardPlanItem *item);
/* `2026-05-14`, an en dash when there is no date, marked when provisional.
 * (transfer full) */
char       *steward_ui_date          (StewardDay          day,
                                      gboolean            provisional);
/* `7 working days`, `same day`, "" when @days is negative. (transfer full) */
char       *steward_ui_days          (int                 days);
/* How many days are left of a case that runs, and nothing for any other.
 * (transfer full) */
char       *steward_ui_remaining     (const StewardClockAnswer *answer);
/* Document, clause and quotation, one per line. (transfer full) */
char       *steward_ui_source        (const StewardSource *source);
/* The non-empty ones of @parts (ended by NULL) with a middle dot between.
 * (transfer full) */
char       *steward_ui_join          (const char         *first,
                                      ...) G_GNUC_NULL_TERMINATED;

/* A stage by number and name, which gives way where there is little room. */
GtkWidget  *steward_ui_stage_label_new (const StewardStage *stage);

/* `project-paper.pdf` of @name and, unless NULL, @part, without what file
 * systems refuse and not longer than they take. (transfer full) */
char       *steward_ui_file_name     (const char         *name,
                                      const char         *part,
                                      const char         *suffix);

/* GTK 4.8 wraps a short Chinese tool tip into a column one character wide,
 * because it finds no place to break; a zero-width space after each Chinese
 * character gives it places. Also sets the accessible description. */
void        steward_ui_set_tooltip   (GtkWidget          *widget,
                                      const char         *text);
/* Does the same to the tool tips of a template, with all that is inside. */
void        steward_ui_space_tooltips (GtkWidget         *widget);
/* Shows the lines of @text; the label of a tool tip breaks Chinese in the wrong
 * places. */
void        steward_ui_show_tooltip  (GtkTooltip          *tooltip,
                                      const char          *text);
/* Glyph and colour of @light. The glyph is hidden from screen readers: the
 * row beside it says the light in words. */
void        steward_ui_set_light     (GtkLabel           *label,
                                      StewardLight        light);
void        steward_ui_set_label     (GtkWidget          *widget,
                                      const char         *text);
/* A label left-aligned and wrapping, with style @css_class (may be NULL). */
GtkWidget  *steward_ui_label_new     (const char         *text,
                                      const char         *css_class);
/* A rounded chip of one or two words. */
GtkWidget  *steward_ui_chip_new      (const char         *text,
                                      const char         *css_class);
/* Marks @row as the one whose turn it is, and brings it into sight of what it
 * scrolls in. */
void        steward_ui_set_turn      (GtkWidget          *row,
                                      gboolean            turn);
/* Removes every child of a GtkBox or GtkListBox. */
void        steward_ui_clear         (GtkWidget          *container);
/* Lets go of every child, bound or not: what gtk_widget_dispose_template() of
 * GTK 4.8 leaves of a template whose root has no layout of its own. */
void        steward_ui_unparent_children (GtkWidget      *widget);

G_END_DECLS
