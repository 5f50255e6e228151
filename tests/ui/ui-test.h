/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-application.h"
#include "steward-session.h"

G_BEGIN_DECLS

/* What the tests of the window share. */

/* Starts GTK and libadwaita with the resources of the program. */
void            ui_test_init        (int             *argc,
                                     char          ***argv);
/* Runs the main loop until @done says TRUE; fails the test when that does not
 * come, after a time long enough for a slow machine. */
void            ui_test_wait        (gboolean       (*done) (gpointer data),
                                     gpointer         data);
/* Runs the main loop until nothing is pending. */
void            ui_test_settle      (void);
/* A session, kept nowhere, of a project by the rules of @pack. */
StewardSession *ui_test_session     (const char      *pack);
/* Ticks every box that stands for an item. */
void            ui_test_tick_all    (StewardSession  *session);
/* The first descendant of @widget of @type, or NULL. */
GtkWidget      *ui_test_find        (GtkWidget       *widget,
                                     GType            type);
/* The first that is to be seen, or NULL. */
GtkWidget      *ui_test_find_mapped (GtkWidget       *widget,
                                     GType            type);
/* The first button in @widget that says @label, or NULL. */
GtkWidget      *ui_test_find_button (GtkWidget       *widget,
                                     const char      *label);
/* What all labels inside say, a line each. (transfer full) */
char           *ui_test_text        (GtkWidget       *widget);
guint           ui_test_count       (GtkWidget       *widget,
                                     GType            type);
/* Does what a key does that @widget, which has the keyboard, answers itself; fails
 * when there is no such key. */
void            ui_test_press       (GtkWidget       *widget,
                                     guint            keyval,
                                     GdkModifierType  modifiers);
/* The first labelled box of the assessment form of the session's pack that
 * stands for an item. */
const StewardBox *ui_test_item_box  (StewardSession  *session);

G_END_DECLS
