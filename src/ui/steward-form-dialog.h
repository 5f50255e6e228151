/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * StewardFormDialog:
 *
 * A few rows to fill in, a button that takes them, and a place above them
 * where what is wrong is said. The signal "accepted" asks to take what was
 * filled in; whoever takes it closes the window.
 */
#define STEWARD_TYPE_FORM_DIALOG (steward_form_dialog_get_type ())

G_DECLARE_FINAL_TYPE (StewardFormDialog, steward_form_dialog, STEWARD, FORM_DIALOG, AdwWindow)

/* @subtitle: (nullable); @accept: of the button, with an underline. */
StewardFormDialog *steward_form_dialog_new      (GtkWindow         *parent,
                                                 const char        *title,
                                                 const char        *subtitle,
                                                 const char        *accept);
/* Appends a row, such as an AdwEntryRow, in which Enter accepts. Returns it. */
GtkWidget         *steward_form_dialog_add      (StewardFormDialog *self,
                                                 GtkWidget         *row);
/* An entry row with @text in it. (transfer none) */
GtkEditable       *steward_form_dialog_add_text (StewardFormDialog *self,
                                                 const char        *title,
                                                 const char        *text);
/* A row that offers @names. (transfer none) */
GtkDropDown       *steward_form_dialog_add_choice (StewardFormDialog *self,
                                                 const char        *title,
                                                 const char *const *names);
/* Says what is wrong; NULL or "" for nothing. */
void               steward_form_dialog_tell     (StewardFormDialog *self,
                                                 const char        *text);
/* While something is being done nothing can be filled in. */
void               steward_form_dialog_set_busy (StewardFormDialog *self,
                                                 gboolean           busy);
/* Whether what is filled in can be taken yet. */
void               steward_form_dialog_set_ready (StewardFormDialog *self,
                                                 gboolean           ready);
/* Another word on the button, with an underline. */
void               steward_form_dialog_set_accept (StewardFormDialog *self,
                                                 const char        *accept);
/* As the button does. */
void               steward_form_dialog_accept   (StewardFormDialog *self);
/* What is said at the moment, "" for nothing. */
const char        *steward_form_dialog_get_message (StewardFormDialog *self);

G_END_DECLS
