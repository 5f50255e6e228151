/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The papers that are picked in the list, to be signed in one go. One paper is
 * shown; a plain click or Enter turns to another and picks it alone. Ctrl or
 * Shift with a click, with Space or with the arrows picks more. */
#include "steward-documents-page-private.h"

#include <glib/gi18n-lib.h>

#include "steward-paper-window.h"
#include "steward-sign-batch.h"
#include "steward-ui-text.h"

static guint
count_picked (StewardDocumentsPage *self)
{
  g_autoptr (GList) rows = gtk_list_box_get_selected_rows (self->papers);

  return g_list_length (rows);
}

gboolean
steward_documents_has_picked (StewardDocumentsPage *self)
{
  return count_picked (self) > 1;
}

GPtrArray *
steward_documents_list_picked (StewardDocumentsPage *self)
{
  g_autoptr (GList) rows = gtk_list_box_get_selected_rows (self->papers);
  GPtrArray *entries = g_ptr_array_new ();

  for (GList *l = rows; l != NULL; l = l->next)
    g_ptr_array_add (entries, self->entries->pdata[gtk_list_box_row_get_index (l->data)]);
  return entries;
}

static GtkListBoxRow *
find_current (StewardDocumentsPage *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (self->entries->pdata[i] == steward_documents_get_entry (self))
      return gtk_list_box_get_row_at_index (self->papers, i);
  return NULL;
}

void
steward_documents_pick_current (StewardDocumentsPage *self)
{
  gtk_list_box_unselect_all (self->papers);
  if (find_current (self) != NULL)
    gtk_list_box_select_row (self->papers, find_current (self));
}

/* See the sidebar: passing through the list with Tab selects rows too. */
void
steward_documents_pick_left (StewardDocumentsPage *self)
{
  if (!steward_documents_has_picked (self))
    steward_documents_pick_current (self);
}

static gboolean
is_picked (GPtrArray               *picked,
           const StewardPaperEntry *entry)
{
  for (guint i = 0; i < picked->len; i++)
    {
      const StewardPaperEntry *one = g_ptr_array_index (picked, i);

      if (one->kind == entry->kind && g_str_equal (one->subject, entry->subject))
        return TRUE;
    }
  return FALSE;
}

/* The rows were made anew; those that stand for the same papers stay picked. */
void
steward_documents_pick_again (StewardDocumentsPage *self,
                              GPtrArray            *picked)
{
  steward_documents_pick_current (self);
  for (guint i = 0; picked->len > 1 && i < self->entries->len; i++)
    if (is_picked (picked, self->entries->pdata[i]))
      gtk_list_box_select_row (self->papers, gtk_list_box_get_row_at_index (self->papers, i));
}

static void
toggle (StewardDocumentsPage *self,
        GtkListBoxRow        *row)
{
  if (!gtk_list_box_row_is_selected (row))
    gtk_list_box_select_row (self->papers, row);
  else if (row != find_current (self))
    gtk_list_box_unselect_row (self->papers, row);
}

/* All from the paper that is shown to @row. */
static void
extend (StewardDocumentsPage *self,
        GtkListBoxRow        *row)
{
  GtkListBoxRow *current = find_current (self);
  int from = current != NULL ? gtk_list_box_row_get_index (current) : 0;
  int to = gtk_list_box_row_get_index (row);

  steward_documents_pick_current (self);
  for (int i = MIN (from, to); i <= MAX (from, to); i++)
    gtk_list_box_select_row (self->papers, gtk_list_box_get_row_at_index (self->papers, i));
}

static void
pressed_cb (GtkGestureClick      *gesture,
            int                   n_press,
            double                x,
            double                y,
            StewardDocumentsPage *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->papers, (int) y);

  if (row == NULL || (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if ((state & GDK_SHIFT_MASK) != 0)
    extend (self, row);
  else
    toggle (self, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* The list itself would turn to the paper as well. */
static gboolean
key_cb (GtkEventControllerKey *keys,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        StewardDocumentsPage  *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->papers));

  if (keyval == GDK_KEY_Escape && steward_documents_has_picked (self))
    steward_documents_pick_current (self);
  else if (row != NULL && (keyval == GDK_KEY_space || keyval == GDK_KEY_KP_Space) && (state & GDK_CONTROL_MASK) != 0)
    toggle (self, GTK_LIST_BOX_ROW (row));
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

void
steward_documents_pick_init (StewardDocumentsPage *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->papers), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self->papers), keys);
}

void
steward_documents_sign_picked (StewardDocumentsPage *self,
                               GSettings            *settings)
{
  g_autoptr (GPtrArray) picked = steward_documents_list_picked (self);
  g_autoptr (GFile) roots = steward_paper_window_dup_roots (settings);
  StewardSession *session = steward_documents_get_session (self);
  StewardFormDialog *window = steward_sign_batch_new (steward_documents_get_window (self), session, roots);

  for (guint i = 0; i < picked->len; i++)
    {
      const StewardPaperEntry *entry = g_ptr_array_index (picked, i);
      g_autofree char *title =
        steward_ui_join (steward_paper_get_title (entry->kind, steward_documents_get_pack (self)), entry->about, NULL);
      g_autofree char *name = steward_ui_file_name (steward_session_get_title (session), title, "pdf");

      steward_sign_batch_add (window, entry->kind, entry->subject, title, name);
    }
  steward_sign_batch_start (window);
}
