/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-window-private.h"

#include <glib/gi18n-lib.h>

#include "steward-archive.h"
#include "steward-compat.h"
#include "steward-documents-page.h"
#include "steward-file.h"
#include "steward-ledger-dialog.h"
#include "steward-ui-text.h"

static void
recorded_cb (StewardWindow *self)
{
  steward_window_toast (self, _("Recorded in the ledger"));
}

/* From anywhere: where no project is open, it is asked for first. */
static void
ledger_entry_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  StewardWindow *self = STEWARD_WINDOW (widget);
  GtkWindow *dialog;

  if (self->session == NULL)
    {
      gtk_widget_activate_action (widget, "win.find-project", NULL);
      steward_window_toast (self, _("Choose the project first"));
      return;
    }
  steward_window_commit (self);
  dialog = steward_ledger_dialog_new (GTK_WINDOW (self), self->session);
  g_signal_connect_object (dialog, "recorded", G_CALLBACK (recorded_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

/* What an archive is made of. On the worker that writes: after all that was
 * changed before. */
typedef struct
{
  char  *project;
  GFile *target;
} Archiving;

static void
archiving_free (Archiving *archiving)
{
  g_free (archiving->project);
  g_object_unref (archiving->target);
  g_free (archiving);
}

static GBytes *
read_recorded (const char  *sha256,
               gpointer     data,
               GError     **error)
{
  return steward_database_read_file (data, sha256, error);
}

static gpointer
make_archive (StewardDatabase  *database,
              gpointer          data,
              GCancellable     *cancellable,
              GError          **error)
{
  const Archiving *archiving = data;
  g_autoptr (StewardProject) project = steward_database_load_project (database, archiving->project, NULL, error);
  g_autoptr (StewardCalendar) calendar = project != NULL ? steward_database_load_calendar (database, error) : NULL;
  g_autoptr (GPtrArray) attached = calendar != NULL
                                   ? steward_archive_collect (project, read_recorded, database, error) : NULL;
  g_autoptr (StewardSchedule) schedule = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GBytes) zip = NULL;

  if (attached != NULL)
    schedule = steward_schedule_new (project, calendar, steward_day_today (), error);
  if (schedule != NULL)
    files = steward_archive_compose (schedule, attached, NULL, error);
  if (files != NULL)
    zip = steward_archive_to_zip (files, error);
  if (zip == NULL || !steward_file_write (archiving->target, zip, NULL, error))
    return NULL;
  return GUINT_TO_POINTER (files->len);
}

static void
archived_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (StewardWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  guint n = GPOINTER_TO_UINT (steward_store_run_finish (STEWARD_STORE (source), result, &error));
  g_autofree char *text = g_strdup_printf (ngettext ("Archive with %u file saved", "Archive with %u files saved", n),
                                           n);

  if (n > 0)
    steward_window_toast (self, text);
  else
    steward_compat_tell (GTK_WINDOW (self), _("The Archive Was Not Made"), error->message);
}

void
steward_window_archive (StewardWindow *self,
                        GFile         *target)
{
  Archiving *archiving;

  g_return_if_fail (STEWARD_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (target));
  g_return_if_fail (self->session != NULL && self->store != NULL);

  /* Whatever is typed goes into the database before it is read there. */
  steward_window_commit (self);
  steward_keeper_flush (steward_session_get_keeper (self->session));
  archiving = g_new0 (Archiving, 1);
  archiving->project = g_strdup (steward_project_get_id (steward_session_get_project (self->session)));
  archiving->target = g_object_ref (target);
  steward_store_run_async (self->store, STEWARD_STORE_WRITE, make_archive, archiving,
                           (GDestroyNotify) archiving_free, NULL, NULL, archived_cb, g_object_ref (self));
}

static void
target_chosen_cb (GFile    *file,
                  gpointer  user_data)
{
  StewardWindow *self = user_data;

  if (file != NULL && self->session != NULL && self->store != NULL)
    steward_window_archive (self, file);
}

static void
archive_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  StewardWindow *self = STEWARD_WINDOW (widget);
  g_autofree char *name = NULL;

  if (self->session == NULL)
    return;
  name = steward_ui_file_name (steward_session_get_title (self->session), NULL, "zip");
  steward_compat_choose_file (GTK_WINDOW (self), _("Make Archive"), name, _("Zip files"), "zip", target_chosen_cb,
                              g_object_ref (self), g_object_unref);
}

/* What is another in that edition of the plan than in the one before, for the
 * unit; it is looked at, recorded and signed as other papers are. */
static void
change_notice_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  StewardWindow *self = STEWARD_WINDOW (widget);
  g_autofree char *number = g_strdup_printf ("%u", g_variant_get_uint32 (parameter));
  StewardPage *page;

  if (self->session == NULL)
    return;
  steward_window_show_page (self, "documents");
  page = steward_window_get_page (self, "documents");
  if (steward_documents_page_select (STEWARD_DOCUMENTS_PAGE (page), STEWARD_PAPER_CHANGE, number))
    steward_page_enter (page);
  else
    steward_window_toast (self, _("The first edition changes nothing: the plan itself is handed over"));
}

void
steward_window_papers_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.change-notice", "u", change_notice_action);
  gtk_widget_class_install_action (widget_class, "win.ledger-entry", NULL, ledger_entry_action);
  gtk_widget_class_install_action (widget_class, "win.archive", NULL, archive_action);
}
