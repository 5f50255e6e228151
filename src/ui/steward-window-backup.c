/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-window-private.h"

#include <glib/gi18n-lib.h>

#include "steward-compat.h"
#include "steward-errand.h"

#define SUFFIX "db"

/**
 * Progress:
 * @dialog: goes when the work is over, or when the user stops it
 *
 * Long work that the user watches and can stop.
 */
typedef struct
{
  StewardWindow *window;
  GtkWindow     *dialog;
  GtkWidget     *bar;
  StewardErrand *errand;
} Progress;

static void
stop_cb (const char *response,
         gpointer    user_data)
{
  g_cancellable_cancel (user_data);
}

static void
show (Progress *progress)
{
  const StewardResponse responses[] = { { "cancel", _("_Cancel") }, { NULL } };
  GCancellable *cancellable = steward_errand_get_cancellable (progress->errand);

  progress->bar = g_object_ref_sink (gtk_progress_bar_new ());
  gtk_widget_set_size_request (progress->bar, 280, -1);
  progress->dialog = steward_compat_ask (GTK_WINDOW (progress->window), _("One Moment…"), "", progress->bar,
                                         responses, stop_cb, g_object_ref (cancellable), g_object_unref);
  g_object_add_weak_pointer (G_OBJECT (progress->dialog), (gpointer *) &progress->dialog);
}

static void
waited_cb (double   done,
           gpointer user_data)
{
  Progress *progress = user_data;

  if (progress->bar == NULL)
    show (progress);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (progress->bar), done);
}

static Progress *
progress_new (StewardWindow *window)
{
  Progress *progress = g_new0 (Progress, 1);

  progress->window = g_object_ref (window);
  progress->errand = steward_errand_new (waited_cb, progress);

  return progress;
}

static void
progress_end (Progress *progress)
{
  steward_errand_free (progress->errand);
  if (progress->dialog != NULL)
    {
      g_object_remove_weak_pointer (G_OBJECT (progress->dialog), (gpointer *) &progress->dialog);
      gtk_window_destroy (progress->dialog);
    }
  g_clear_object (&progress->bar);
  g_object_unref (progress->window);
  g_free (progress);
}

static void
backed_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Progress *progress = user_data;
  g_autoptr (StewardWindow) self = g_object_ref (progress->window);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) made = steward_desk_back_up_finish (result, &error);

  progress_end (progress);
  if (made != NULL)
    steward_window_toast (self, _("Backed up and checked"));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    steward_compat_tell (GTK_WINDOW (self), _("No Backup Was Made"), error->message);
}

static void
back_up_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  StewardWindow *self = STEWARD_WINDOW (widget);
  Progress *progress = progress_new (self);

  steward_desk_back_up_async (steward_store_get_file (self->store), steward_errand_get_share (progress->errand),
                              steward_errand_get_cancellable (progress->errand), backed_up_cb, progress);
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Progress *progress = user_data;
  g_autoptr (StewardWindow) self = g_object_ref (progress->window);
  g_autoptr (GError) error = NULL;
  gboolean restored = steward_desk_restore_finish (STEWARD_STORE (source), result, &error);

  progress_end (progress);
  if (restored)
    steward_window_toast (self, _("Restored. What was there before is the newest backup"));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    steward_compat_tell (GTK_WINDOW (self), _("Nothing Was Restored"), error->message);
}

/* A backup that was chosen. */
typedef struct
{
  StewardWindow *window;
  GFile         *file;
} Choice;

static Choice *
choice_new (StewardWindow *window,
            GFile         *file)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->window = g_object_ref (window);
  g_set_object (&choice->file, file);

  return choice;
}

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_clear_object (&choice->window);
  g_clear_object (&choice->file);
  g_free (choice);
}

static void
confirmed_cb (const char *response,
              gpointer    user_data)
{
  const Choice *choice = user_data;
  Progress *progress;

  if (!g_str_equal (response, "restore") || choice->window->store == NULL)
    return;

  progress = progress_new (choice->window);
  steward_desk_restore_async (choice->window->store, choice->file, steward_errand_get_share (progress->errand),
                              steward_errand_get_cancellable (progress->errand), restored_cb, progress);
}

static void
confirm (StewardWindow *self,
         GFile         *file)
{
  const StewardResponse responses[] = {
    { "cancel", _("_Cancel") },
    { "restore", _("_Restore"), TRUE },
    { NULL }
  };
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *body = NULL;

  body = g_strdup_printf (_("All projects will be what they were in “%s”. What is there now is backed up first."),
                          name);
  steward_compat_ask (GTK_WINDOW (self), _("Restore This Backup?"), body, NULL, responses,
                      confirmed_cb, choice_new (self, file), choice_free);
}

/* The database is open: its content is exchanged. It is not: the file is. */
static void
use_backup (StewardWindow *self,
            GFile         *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (self->store != NULL)
    confirm (self, file);
  else
    steward_application_open_store (STEWARD_APPLICATION (application), file);
}

static void
file_chosen_cb (GFile    *file,
                gpointer  user_data)
{
  if (file != NULL)
    use_backup (user_data, file);
}

static void
choose_file (StewardWindow *self)
{
  steward_compat_choose_file (GTK_WINDOW (self), _("Open a Backup"), NULL, _("Backups"), SUFFIX,
                              file_chosen_cb, g_object_ref (self), g_object_unref);
}

static void
row_chosen_cb (GtkListBox    *list,
               GtkListBoxRow *row,
               gpointer       user_data)
{
  const Choice *choice = user_data;
  g_autoptr (GFile) file = g_object_ref (g_object_get_data (G_OBJECT (row), "backup"));
  g_autoptr (StewardWindow) self = g_object_ref (choice->window);

  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (list))));
  use_backup (self, file);
}

static GtkWidget *
list_backups (StewardWindow *self,
              GPtrArray     *backups)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  for (guint i = 0; i < backups->len; i++)
    {
      const StewardBackup *backup = g_ptr_array_index (backups, i);
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *size = g_format_size (backup->size);
      g_autofree char *at = g_strdup (backup->at);

      /* The time as people write it. */
      g_strdelimit (at, "T", ' ');
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), at);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), size);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data_full (G_OBJECT (row), "backup", g_object_ref (backup->file), g_object_unref);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  g_signal_connect_data (list, "row-activated", G_CALLBACK (row_chosen_cb), choice_new (self, NULL),
                         (GClosureNotify) (void (*) (void)) choice_free, 0);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);

  return scroller;
}

static void
list_answer_cb (const char *response,
                gpointer    user_data)
{
  if (g_str_equal (response, "file"))
    choose_file (user_data);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  const StewardResponse responses[] = {
    { "cancel", _("_Cancel") },
    { "file", _("_Another File…") },
    { NULL }
  };
  g_autoptr (StewardWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = steward_desk_list_finish (result, &error);
  GtkWindow *dialog;

  if (backups == NULL)
    steward_compat_tell (GTK_WINDOW (self), _("The Backups Cannot Be Listed"), error->message);
  else if (backups->len == 0)
    choose_file (self);
  else
    {
      dialog = steward_compat_ask (GTK_WINDOW (self), _("Restore a Backup"),
                                   _("Choose the time to which all projects are to go back."),
                                   list_backups (self, backups), responses,
                                   list_answer_cb, g_object_ref (self), g_object_unref);
      /* Enter is for the backup that has the focus. */
      gtk_window_set_default_widget (dialog, NULL);
    }
}

static void
restore_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (widget));

  steward_desk_list_async (steward_application_get_database (STEWARD_APPLICATION (application)),
                           listed_cb, g_object_ref (widget));
}

static void
open_again_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (widget));

  steward_application_open_store (STEWARD_APPLICATION (application), NULL);
}

void
steward_window_backup_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.back-up", NULL, back_up_action);
  gtk_widget_class_install_action (widget_class, "win.restore", NULL, restore_action);
  gtk_widget_class_install_action (widget_class, "win.open-again", NULL, open_again_action);
}
