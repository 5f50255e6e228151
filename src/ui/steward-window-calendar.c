/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-window-private.h"

#include <glib/gi18n-lib.h>

#include "steward-application.h"
#include "steward-moved-dialog.h"
#include "steward-official-news.h"

/* On the worker that writes: what nobody has to be told is accepted at once. */
static gpointer
find_func (StewardDatabase  *database,
           gpointer          data,
           GCancellable     *cancellable,
           GError          **error)
{
  return steward_database_find_official_news (database, error);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (StewardWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardOfficialNews) news = steward_store_run_finish (STEWARD_STORE (source), result, &error);

  if (error != NULL)
    g_info ("Whether there are new official years was not found out: %s", error->message);
  if (self->store == NULL)
    return;
  self->has_new_years = news != NULL;
  steward_window_update_bar (self);
}

void
steward_window_look_for_years (StewardWindow *self)
{
  steward_store_run_async (self->store, STEWARD_STORE_WRITE, find_func, NULL, NULL,
                           (GDestroyNotify) steward_official_news_free, NULL, found_cb, g_object_ref (self));
}

static void
done_cb (StewardWindow *self)
{
  self->has_new_years = FALSE;
  steward_window_update_bar (self);
}

static void
show_new_years_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  StewardWindow *self = STEWARD_WINDOW (widget);
  g_autofree char *person = NULL;
  StewardMovedDialog *dialog;

  if (self->store == NULL)
    return;
  person = steward_application_dup_person (STEWARD_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
  dialog = steward_moved_dialog_new_release (GTK_WINDOW (self), self->store, person);
  g_signal_connect_object (dialog, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
steward_window_calendar_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-new-years", NULL, show_new_years_action);
}
