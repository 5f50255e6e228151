/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardFormWidgets:
 * @rows: (element-type StewardBoxRow)
 * @slots: (element-type StewardBlankSlot)
 * @fields: (element-type StewardTextField)
 * @groups: (element-type GtkWidget): boxes around the rows of one group, with
 *   a heading; the filter hides those without a match
 * @expanders: (element-type GtkExpander): of the groups with a heading
 * @sections: (element-type GtkWidget): cards with the groups below one larger
 *   heading, hidden together with them
 *
 * The live widgets of the form, borrowed from the widget tree.
 */
typedef struct
{
  GPtrArray *rows;
  GPtrArray *slots;
  GPtrArray *fields;
  GPtrArray *groups;
  GPtrArray *expanders;
  GPtrArray *sections;
} StewardFormWidgets;

/* The widgets of one part of the form; what can change is added to @widgets. */
GtkWidget *steward_assessment_form_build_part (StewardSession     *session,
                                               const StewardPart  *part,
                                               StewardFormWidgets *widgets);

G_END_DECLS
