/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-compat.h"

#include <glib/gi18n-lib.h>

/* GtkFileChooserNative, AdwMessageDialog and gtk_show_uri() are deprecated
 * from GTK 4.10 and libadwaita 1.6 on; the floor of this program is 4.8 and
 * 1.2, where nothing else exists. */
#if GTK_CHECK_VERSION (4, 10, 0)
G_GNUC_BEGIN_IGNORE_DEPRECATIONS
#endif

typedef struct
{
  GCallback      callback;
  gpointer       user_data;
  GDestroyNotify destroy;
} Closure;

static Closure *
closure_new (GCallback      callback,
             gpointer       user_data,
             GDestroyNotify destroy)
{
  Closure *closure = g_new0 (Closure, 1);

  closure->callback = callback;
  closure->user_data = user_data;
  closure->destroy = destroy;

  return closure;
}

static void
closure_free (gpointer  data,
              GClosure *unused)
{
  Closure *closure = data;

  if (closure->destroy != NULL)
    closure->destroy (closure->user_data);
  g_free (closure);
}

static void
file_response_cb (GtkNativeDialog *dialog,
                  int              response,
                  gpointer         user_data)
{
  Closure *closure = user_data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  gtk_native_dialog_hide (dialog);
  ((StewardFileChosen) closure->callback) (file, closure->user_data);
  g_object_unref (dialog);
}

void
steward_compat_choose_file (GtkWindow         *parent,
                            const char        *title,
                            const char        *name,
                            const char        *filter_name,
                            const char        *suffix,
                            StewardFileChosen  callback,
                            gpointer           user_data,
                            GDestroyNotify     destroy)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (callback != NULL);

  dialog = gtk_file_chooser_native_new (title, parent,
                                        name != NULL ? GTK_FILE_CHOOSER_ACTION_SAVE
                                                     : GTK_FILE_CHOOSER_ACTION_OPEN,
                                        NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  if (suffix != NULL)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, filter_name);
      gtk_file_filter_add_suffix (filter, suffix);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
    }
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);

  g_signal_connect_data (dialog, "response", G_CALLBACK (file_response_cb),
                         closure_new (G_CALLBACK (callback), user_data, destroy), closure_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
files_response_cb (GtkNativeDialog *dialog,
                   int              response,
                   gpointer         user_data)
{
  Closure *closure = user_data;
  g_autoptr (GListModel) chosen = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  if (response == GTK_RESPONSE_ACCEPT)
    chosen = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  for (guint i = 0; chosen != NULL && i < g_list_model_get_n_items (chosen); i++)
    g_ptr_array_add (files, g_list_model_get_item (chosen, i));
  gtk_native_dialog_hide (dialog);
  ((StewardFilesChosen) closure->callback) (files, closure->user_data);
  g_object_unref (dialog);
}

void
steward_compat_choose_files (GtkWindow          *parent,
                             const char         *title,
                             const char         *filter_name,
                             const char * const *suffixes,
                             StewardFilesChosen  callback,
                             gpointer            user_data,
                             GDestroyNotify      destroy)
{
  GtkFileChooserNative *dialog;
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (callback != NULL);

  dialog = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  gtk_file_filter_set_name (filter, filter_name);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  g_signal_connect_data (dialog, "response", G_CALLBACK (files_response_cb),
                         closure_new (G_CALLBACK (callback), user_data, destroy), closure_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
steward_compat_choose_folder (GtkWindow         *parent,
                              const char        *title,
                              StewardFileChosen  callback,
                              gpointer           user_data,
                              GDestroyNotify     destroy)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (callback != NULL);

  dialog = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (file_response_cb),
                         closure_new (G_CALLBACK (callback), user_data, destroy), closure_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
steward_compat_tell (GtkWindow  *parent,
                     const char *heading,
                     const char *body)
{
  GtkWidget *dialog;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));

  dialog = adw_message_dialog_new (parent, heading, body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
answer_cb (AdwMessageDialog *dialog,
           const char       *response,
           gpointer          user_data)
{
  Closure *closure = user_data;

  ((StewardAnswered) closure->callback) (response, closure->user_data);
}

GtkWindow *
steward_compat_ask (GtkWindow             *parent,
                    const char            *heading,
                    const char            *body,
                    GtkWidget             *extra,
                    const StewardResponse *responses,
                    StewardAnswered        callback,
                    gpointer               user_data,
                    GDestroyNotify         destroy)
{
  AdwMessageDialog *dialog;
  guint n = 0;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (responses != NULL && responses[0].id != NULL, NULL);
  g_return_val_if_fail (callback != NULL, NULL);

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  for (; responses[n].id != NULL; n++)
    {
      adw_message_dialog_add_response (dialog, responses[n].id, responses[n].label);
      if (responses[n].destructive)
        adw_message_dialog_set_response_appearance (dialog, responses[n].id, ADW_RESPONSE_DESTRUCTIVE);
    }
  adw_message_dialog_set_close_response (dialog, responses[0].id);
  if (n > 1 && !responses[n - 1].destructive)
    {
      adw_message_dialog_set_response_appearance (dialog, responses[n - 1].id, ADW_RESPONSE_SUGGESTED);
      adw_message_dialog_set_default_response (dialog, responses[n - 1].id);
    }
  adw_message_dialog_set_extra_child (dialog, extra);
  g_signal_connect_data (dialog, "response", G_CALLBACK (answer_cb),
                         closure_new (G_CALLBACK (callback), user_data, destroy), closure_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));

  return GTK_WINDOW (dialog);
}

void
steward_compat_allow (GtkWindow  *dialog,
                      const char *response,
                      gboolean    allowed)
{
  g_return_if_fail (ADW_IS_MESSAGE_DIALOG (dialog));
  g_return_if_fail (response != NULL);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), response, allowed);
}

static void
help_shown_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GtkWindow) parent = user_data;
  g_autoptr (GError) error = NULL;

  if (gtk_show_uri_full_finish (parent, result, &error)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  steward_compat_tell (parent, _("Help Cannot Be Shown"),
                       _("This computer has no program for reading help. Install the package “yelp” and try again. "
                         "The keys are listed under Ctrl+?."));
}

void
steward_compat_show_help (GtkWindow  *parent,
                          const char *uri)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (uri != NULL);

  gtk_show_uri_full (parent, uri, GDK_CURRENT_TIME, NULL, help_shown_cb, g_object_ref (parent));
}

void
steward_compat_focus_row (GtkListView *view,
                          guint        position)
{
  g_return_if_fail (GTK_IS_LIST_VIEW (view));

#if GTK_CHECK_VERSION (4, 12, 0)
  gtk_list_view_scroll_to (view, position, GTK_LIST_SCROLL_FOCUS, NULL);
#endif
}

#if GTK_CHECK_VERSION (4, 10, 0)
G_GNUC_END_IGNORE_DEPRECATIONS
#endif
