/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-window-private.h"

#include <glib/gi18n-lib.h>

#include "steward-error.h"
#include "steward-ui-text.h"

enum { UNDO = -1, REDO = 1 };

static void
set_button (GtkWidget  *button,
            const char *text)
{
  steward_ui_set_tooltip (button, text);
  steward_ui_set_label (button, text);
}

static void
append_item (GMenu      *menu,
             const char *text,
             const char *action,
             const char *accel)
{
  g_autoptr (GMenuItem) item = NULL;
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);

  item = g_menu_item_new (label, action);
  g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
}

static char *
describe (StewardHistory *history,
          gboolean        redo)
{
  const char *label = history != NULL ? steward_history_get_label (history, redo) : NULL;

  if (label == NULL)
    return g_strdup (redo ? _("Redo") : _("Undo"));

  /* Translators: what was done, such as “Tick …”. */
  return g_strdup_printf (redo ? _("Redo %s") : _("Undo %s"), label);
}

static void
labels_cb (StewardWindow *self)
{
  StewardKeeper *keeper = self->session != NULL ? steward_session_get_keeper (self->session) : NULL;
  gboolean unsettled = keeper != NULL && !steward_keeper_is_settled (keeper);
  g_autofree char *undo = describe (self->history, FALSE);
  g_autofree char *redo = describe (self->history, TRUE);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo",
                                 unsettled || (self->history != NULL
                                               && steward_history_get_label (self->history, FALSE) != NULL));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo",
                                 self->history != NULL && steward_history_get_label (self->history, TRUE) != NULL);
  set_button (self->undo_button, undo);
  set_button (self->redo_button, redo);
  g_menu_remove_all (self->history_menu);
  append_item (self->history_menu, undo, "win.undo", "<Primary>z");
  append_item (self->history_menu, redo, "win.redo", "<Primary><Shift>z");
}

void
steward_window_history_update (StewardWindow *self)
{
  const char *id = NULL;

  if (self->session != NULL)
    id = steward_project_get_id (steward_session_get_project (self->session));

  if (self->history != NULL)
    {
      steward_history_set_project (self->history, id);
      g_signal_handlers_disconnect_by_func (self->history, labels_cb, self);
      g_signal_connect_object (self->history, "notify", G_CALLBACK (labels_cb), self, G_CONNECT_SWAPPED);
    }
  labels_cb (self);
}

void
steward_window_history_focus (StewardWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->pages)))
    return;

  /* A field remembers also what was put into it from the project, so its own
   * undo would empty it, as a change of its own. */
  if (GTK_IS_EDITABLE (focus))
    gtk_editable_set_enable_undo (GTK_EDITABLE (focus), FALSE);
  else if (GTK_IS_TEXT_VIEW (focus))
    gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), FALSE);
}

/* Which step was taken, for the answer to it. */
typedef struct
{
  StewardWindow *window;
  gboolean       redo;
} Step;

static void
toast_done (StewardWindow *self,
            const char    *label,
            gboolean       redo)
{
  g_autofree char *text = g_strdup_printf (redo ? _("Redone: %s") : _("Undone: %s"), label);
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (markup);

  /* Toasts stand in line; the button of an old one would do something else
   * than it says. */
  if (self->history_toast != NULL)
    adw_toast_dismiss (self->history_toast);
  g_set_weak_pointer (&self->history_toast, toast);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_button_label (toast, redo ? _("_Undo") : _("_Redo"));
  adw_toast_set_action_name (toast, redo ? "win.undo" : "win.redo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
stepped_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Step *step = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardLogEntry) entry = steward_store_undo_finish (STEWARD_STORE (source), result, &error);

  if (step->window->store != STEWARD_STORE (source))
    ;
  else if (entry != NULL)
    toast_done (step->window, entry->label, step->redo);
  else
    steward_window_toast (step->window, error->message);

  g_object_unref (step->window);
  g_free (step);
}

void
steward_window_history_go_on (StewardWindow *self)
{
  StewardProject *project = self->session != NULL ? steward_session_get_project (self->session) : NULL;
  g_autofree char *person = NULL;
  Step *step;

  labels_cb (self);
  /* An undo that waits for the disk to get room would come as a surprise. */
  if (self->history_step != 0 && steward_window_is_troubled (self))
    {
      self->history_step = 0;
      steward_window_toast (self, _("Nothing is undone while the last changes are not kept"));
    }
  if (self->history_step == 0 || !steward_window_settle (self))
    return;

  step = g_new0 (Step, 1);
  step->window = g_object_ref (self);
  step->redo = self->history_step == REDO;
  self->history_step = 0;
  person = steward_application_dup_person (STEWARD_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
  steward_store_undo_async (self->store, project != NULL ? steward_project_get_id (project) : NULL, step->redo,
                            person, stepped_cb, step);
}

static void
history_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  StewardWindow *self = STEWARD_WINDOW (widget);

  if (self->store == NULL)
    return;

  /* What is still being typed is the change that is taken back. */
  steward_window_commit (self);
  self->history_step = g_str_equal (action_name, "win.redo") ? REDO : UNDO;
  steward_window_history_go_on (self);
}

static const struct
{
  guint           key;
  GdkModifierType modifiers;
  const char     *action;
} bindings[] = {
  { GDK_KEY_z, GDK_CONTROL_MASK, "win.undo" },
  { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo" },
  { GDK_KEY_y, GDK_CONTROL_MASK, "win.redo" },
};

void
steward_window_history_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, history_action);

  /* Bindings of the class come after those of what has the focus: the search
   * for projects has an undo of its own. */
  for (gsize i = 0; i < G_N_ELEMENTS (bindings); i++)
    gtk_widget_class_add_binding_action (widget_class, bindings[i].key, bindings[i].modifiers,
                                         bindings[i].action, NULL);
}

void
steward_window_history_init (StewardWindow *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  /* The fields of a project would swallow the keys. */
  for (gsize i = 0; i < G_N_ELEMENTS (bindings); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (bindings[i].key, bindings[i].modifiers),
                        gtk_named_action_new (bindings[i].action)));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->pages), controller);
}
