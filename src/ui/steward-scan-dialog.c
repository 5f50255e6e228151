/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-scan-dialog.h"

#include <glib/gi18n-lib.h>

#include "steward-day-entry.h"
#include "steward-file.h"
#include "steward-scan.h"

typedef struct
{
  StewardSession     *session;
  StewardPaperRecord *paper;
  GPtrArray          *files;       /* GFile, or NULL: */
  GPtrArray          *pages;       /* StewardScanSource */
  GtkEditable        *day;
  StewardDay          signed_on;
  GCancellable       *cancellable;
} Asking;

static void
asking_free (Asking *asking)
{
  g_cancellable_cancel (asking->cancellable);
  g_object_unref (asking->cancellable);
  g_object_unref (asking->session);
  steward_paper_record_free (asking->paper);
  g_clear_pointer (&asking->files, g_ptr_array_unref);
  g_clear_pointer (&asking->pages, g_ptr_array_unref);
  g_free (asking);
}

static Asking *
get_asking (StewardFormDialog *dialog)
{
  return g_object_get_data (G_OBJECT (dialog), "asking");
}

static GPtrArray *
read_files (GPtrArray     *files,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_scan_source_free);

  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *name = g_file_get_basename (files->pdata[i]);
      g_autofree char *shown = g_filename_display_name (name);
      g_autoptr (GBytes) bytes = steward_file_read (files->pdata[i], STEWARD_SCAN_MAX_BYTES, cancellable, error);

      if (bytes == NULL)
        return NULL;
      g_ptr_array_add (sources, steward_scan_source_new (shown, bytes));
    }
  return g_steal_pointer (&sources);
}

static void
gather_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  GError *error = NULL;
  gboolean is_read = g_object_get_data (G_OBJECT (task), "read") != NULL;
  g_autoptr (GPtrArray) sources = is_read ? g_ptr_array_ref (task_data) : read_files (task_data, cancellable, &error);
  GPtrArray *papers = sources != NULL ? steward_scan_gather (sources, cancellable, &error) : NULL;

  if (papers != NULL)
    g_task_return_pointer (task, papers, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
recorded_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (StewardFormDialog) dialog = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = steward_paper_record_finish (STEWARD_SESSION (source), result, &error);

  if (get_asking (dialog) == NULL)
    return;
  steward_form_dialog_set_busy (dialog, FALSE);
  if (ids != NULL)
    gtk_window_destroy (GTK_WINDOW (dialog));
  else
    steward_form_dialog_tell (dialog, error->message);
}

/* A PDF that came back may be signed electronically by another program. */
static StewardPaperRecord *
make_record (const Asking            *asking,
             const StewardScanSource *scan)
{
  StewardPaperRecord *record = steward_paper_record_new (asking->paper->form, asking->paper->subject,
                                                         asking->paper->title);

  record->name = g_strdup (scan->name);
  record->of = g_strdup (asking->paper->of);
  record->state = STEWARD_DOCUMENT_SCANNED;
  record->day = asking->signed_on;
  record->file = g_bytes_ref (scan->bytes);
  record->verify = TRUE;
  return record;
}

static void
gathered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  StewardFormDialog *dialog = STEWARD_FORM_DIALOG (source);
  Asking *asking = get_asking (dialog);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) papers = g_task_propagate_pointer (G_TASK (result), &error);
  GPtrArray *records;

  if (asking == NULL)
    return;
  if (papers == NULL)
    {
      steward_form_dialog_set_busy (dialog, FALSE);
      steward_form_dialog_tell (dialog, error->message);
      return;
    }
  records = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_paper_record_free);
  for (guint i = 0; i < papers->len; i++)
    g_ptr_array_add (records, make_record (asking, papers->pdata[i]));
  steward_paper_record_async (asking->session, records, recorded_cb, g_object_ref (dialog));
}

static void
accepted_cb (StewardFormDialog *dialog)
{
  Asking *asking = get_asking (dialog);
  g_autoptr (GTask) task = NULL;

  if (!steward_day_parse_entry (gtk_editable_get_text (asking->day), steward_session_get_calendar (asking->session),
                                steward_day_today (), &asking->signed_on))
    {
      steward_form_dialog_tell (dialog, _("That is no day. Type for example 2026-08-12, 8.12, today or -2."));
      return;
    }
  if (asking->signed_on > steward_day_today ())
    {
      steward_form_dialog_tell (dialog, _("The day has not come yet."));
      return;
    }
  steward_form_dialog_tell (dialog, NULL);
  steward_form_dialog_set_busy (dialog, TRUE);
  task = g_task_new (dialog, asking->cancellable, gathered_cb, NULL);
  g_task_set_source_tag (task, accepted_cb);
  g_object_set_data (G_OBJECT (task), "read", asking->pages);
  g_task_set_task_data (task, g_ptr_array_ref (asking->pages != NULL ? asking->pages : asking->files),
                        (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, gather_thread);
}

/* Whoever closes the window stops the reading. */
static void
destroyed_cb (StewardFormDialog *dialog)
{
  g_object_set_data (G_OBJECT (dialog), "asking", NULL);
}

static void
add_row (StewardFormDialog *dialog,
         const char        *name)
{
  g_autofree char *markup = g_markup_escape_text (name, -1);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), markup);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("image-x-generic-symbolic"));
  steward_form_dialog_add (dialog, row);
}

static Asking *
dialog_new (GtkWindow           *parent,
            StewardSession      *session,
            StewardPaperRecord  *paper,
            StewardFormDialog  **dialog)
{
  g_autofree char *today = steward_day_format (steward_day_today ());
  Asking *asking = g_new0 (Asking, 1);

  *dialog = steward_form_dialog_new (parent, _("Attach Scan"), paper->title, _("_Attach"));
  asking->session = g_object_ref (session);
  asking->paper = paper;
  asking->cancellable = g_cancellable_new ();
  asking->day = steward_form_dialog_add_text (*dialog, _("Signed on"), today);
  g_object_set_data_full (G_OBJECT (*dialog), "asking", asking, (GDestroyNotify) asking_free);
  g_signal_connect (*dialog, "accepted", G_CALLBACK (accepted_cb), NULL);
  g_signal_connect (*dialog, "unrealize", G_CALLBACK (destroyed_cb), NULL);
  return asking;
}

/* The day is what there is to say; Enter then attaches. */
static void
present (StewardFormDialog *dialog)
{
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (get_asking (dialog)->day));
}

StewardFormDialog *
steward_scan_dialog_new (GtkWindow          *parent,
                         StewardSession     *session,
                         StewardPaperRecord *paper,
                         GPtrArray          *files)
{
  StewardFormDialog *dialog;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (STEWARD_IS_SESSION (session), NULL);
  g_return_val_if_fail (paper != NULL && files != NULL, NULL);

  dialog_new (parent, session, paper, &dialog)->files = g_ptr_array_ref (files);
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *name = g_file_get_basename (files->pdata[i]);
      g_autofree char *shown = g_filename_display_name (name);

      add_row (dialog, shown);
    }
  present (dialog);
  return dialog;
}

StewardFormDialog *
steward_scan_dialog_new_pages (GtkWindow          *parent,
                               StewardSession     *session,
                               StewardPaperRecord *paper,
                               GPtrArray          *pages)
{
  StewardFormDialog *dialog;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (STEWARD_IS_SESSION (session), NULL);
  g_return_val_if_fail (paper != NULL && pages != NULL, NULL);

  dialog_new (parent, session, paper, &dialog)->pages = g_ptr_array_ref (pages);
  for (guint i = 0; i < pages->len; i++)
    add_row (dialog, ((const StewardScanSource *) pages->pdata[i])->name);
  present (dialog);
  return dialog;
}
