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
 * @columns: (element-type GtkWidget): the one or two columns of such a card
 * @sections: (element-type GtkWidget): cards with the groups below one larger
 *   heading, hidden together with them
 * @only: (nullable) (element-type utf8): ids of the boxes, and of the groups
 *   whose text, that are built; NULL for the whole form
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
  GPtrArray *columns;
  GPtrArray *sections;
  GHashTable *only;
} StewardFormWidgets;

/* With empty lists, for the whole form; to be cleared in the end. */
void       steward_form_widgets_init          (StewardFormWidgets *self);
void       steward_form_widgets_clear         (StewardFormWidgets *self);
/* Forgets the widgets, which are no longer there. */
void       steward_form_widgets_forget        (StewardFormWidgets *self);
/* Shows the project as it is now. @n_doubts: (out) (optional): how many ticks
 * nothing calls for any more. How many boxes are suggested. */
guint      steward_form_widgets_update        (StewardFormWidgets *self,
                                               StewardSession     *session,
                                               guint              *n_doubts);
/* Takes over what is typed and not entered yet. */
void       steward_form_widgets_commit        (StewardFormWidgets *self);
/* Moves the focus by @step boxes within @form. FALSE when it is not there. */
gboolean   steward_assessment_form_move       (GtkWidget          *form,
                                               int                 step);
/* Puts the focus on the first box, blank or text that is shown in @form. FALSE
 * when there is none. */
gboolean   steward_assessment_form_enter      (GtkWidget          *form);
/* Lets Up and Down go through the boxes of @form, for as long as it lives. */
void       steward_assessment_form_add_keys   (GtkWidget          *form);
/* Whether anything of @part is built. */
gboolean   steward_assessment_form_has_part   (const StewardFormWidgets *widgets,
                                               const StewardPart  *part);
/* The widgets of one part of the form; what can change is added to @widgets. */
GtkWidget *steward_assessment_form_build_part (StewardSession     *session,
                                               const StewardPart  *part,
                                               StewardFormWidgets *widgets);

G_END_DECLS
