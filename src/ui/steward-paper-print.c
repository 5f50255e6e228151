/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-paper-print.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <gtk/gtkunixprint.h>
#include <unistd.h>

#include "steward-poppler-private.h"

/* Inside it only the portal knows the printers. */
#define SANDBOX "/.flatpak-info"

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                number,
              PopplerDocument   *document)
{
  g_autoptr (StewardPdfPage) page = poppler_document_get_page (document, number);

  if (page != NULL)
    poppler_page_render_for_printing (page, gtk_print_context_get_cairo_context (context));
}

static void
drawn_cb (GtkPrintOperation       *operation,
          GtkPrintOperationResult  result,
          GTask                   *task)
{
  GError *error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  gtk_print_operation_get_error (operation, &error);
  if (error == NULL)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Nothing was printed."));
  g_task_return_error (task, error);
}

static void
draw (GTask     *task,
      GBytes    *pdf,
      GtkWindow *parent)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  GError *error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, &error);

  if (document == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  gtk_print_operation_set_job_name (operation, g_task_get_name (task));
  gtk_print_operation_set_n_pages (operation, poppler_document_get_n_pages (document));
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), document,
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  g_signal_connect_data (operation, "done", G_CALLBACK (drawn_cb), g_object_ref (task),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}

static void
sent_cb (GtkPrintJob  *job,
         gpointer      task,
         const GError *error)
{
  if (error != NULL)
    g_task_return_error (task, g_error_copy (error));
  else
    g_task_return_boolean (task, TRUE);
}

/* A file without a name that holds @pdf, to be read from its beginning; -1 with
 * @error set. */
static int
open_copy (GBytes  *pdf,
           GError **error)
{
  g_autofree char *path = NULL;
  gsize size, done = 0;
  const char *data = g_bytes_get_data (pdf, &size);
  int file = g_file_open_tmp ("steward-XXXXXX.pdf", &path, error);

  if (file < 0)
    return -1;
  g_unlink (path);
  while (done < size)
    {
      gssize written = write (file, data + done, size - done);

      if (written < 0)
        {
          g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
          close (file);
          return -1;
        }
      done += written;
    }
  lseek (file, 0, SEEK_SET);
  return file;
}

/* The pages that were asked for, as CUPS wants them. */
static void
set_pages (GtkPrintSettings *settings)
{
  int n_ranges = 0;
  g_autofree GtkPageRange *ranges = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (gtk_print_settings_get_print_pages (settings) != GTK_PRINT_PAGES_RANGES)
    return;
  ranges = gtk_print_settings_get_page_ranges (settings, &n_ranges);
  for (int i = 0; i < n_ranges; i++)
    g_string_append_printf (text, "%s%d-%d", i > 0 ? "," : "", ranges[i].start + 1, ranges[i].end + 1);
  if (text->len > 0)
    gtk_print_settings_set (settings, "cups-page-ranges", text->str);
}

static cairo_status_t
collect_cb (void                *bytes,
            const unsigned char *data,
            unsigned int         length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
draw_page (PopplerDocument *document,
           int              number,
           cairo_surface_t *surface,
           cairo_t         *cr)
{
  g_autoptr (StewardPdfPage) page = poppler_document_get_page (document, number);
  double width = 0, height = 0;

  if (page == NULL)
    return;
  poppler_page_get_size (page, &width, &height);
  cairo_pdf_surface_set_size (surface, width, height);
  cairo_save (cr);
  poppler_page_render_for_printing (page, cr);
  cairo_restore (cr);
  cairo_show_page (cr);
}

GBytes *
steward_paper_print_take (GBytes              *pdf,
                          const GtkPageRange  *ranges,
                          int                  n_ranges,
                          GError             **error)
{
  g_autoptr (GMutexLocker) lock = steward_pdf_lock ();
  g_autoptr (StewardPdf) document = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;
  int n_pages, n_drawn = 0;

  g_return_val_if_fail (pdf != NULL && ranges != NULL, NULL);

  document = poppler_document_new_from_bytes (pdf, NULL, error);
  if (document == NULL)
    return NULL;
  n_pages = poppler_document_get_n_pages (document);
  surface = cairo_pdf_surface_create_for_stream (collect_cb, bytes, 1, 1);
  cr = cairo_create (surface);
  for (int i = 0; i < n_ranges; i++)
    for (int page = MAX (0, ranges[i].start); page <= MIN (ranges[i].end, n_pages - 1); page++, n_drawn++)
      draw_page (document, page, surface, cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (n_drawn > 0 && status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

  if (n_drawn == 0)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                 ngettext ("The paper has %d page; none of those that were asked for is among them.",
                           "The paper has %d pages; none of those that were asked for is among them.", n_pages), n_pages);
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
  return NULL;
}

/* What is sent: a printer picks pages by itself, a file is written as it comes.
 * (transfer full) */
static GBytes *
choose_bytes (GBytes            *pdf,
              GtkPrinter        *printer,
              GtkPrintSettings  *settings,
              GError           **error)
{
  int n_ranges = 0;
  g_autofree GtkPageRange *ranges = NULL;

  if (gtk_print_settings_get_print_pages (settings) == GTK_PRINT_PAGES_RANGES)
    ranges = gtk_print_settings_get_page_ranges (settings, &n_ranges);
  if (n_ranges == 0 || !gtk_printer_is_virtual (printer))
    return g_bytes_ref (pdf);
  return steward_paper_print_take (pdf, ranges, n_ranges, error);
}

static void
close_copy (gpointer file)
{
  close (GPOINTER_TO_INT (file));
}

static void
send (GTask               *task,
      GtkPrintUnixDialog  *dialog)
{
  GtkPrinter *printer = gtk_print_unix_dialog_get_selected_printer (dialog);
  g_autoptr (GtkPrintSettings) settings = gtk_print_unix_dialog_get_settings (dialog);
  g_autoptr (GtkPrintJob) job = NULL;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = choose_bytes (g_task_get_task_data (task), printer, settings, &error);
  int file = bytes != NULL ? open_copy (bytes, &error) : -1;

  if (file < 0)
    {
      g_task_return_error (task, error);
      return;
    }
  set_pages (settings);
  job = gtk_print_job_new (g_task_get_name (task), printer, settings, gtk_print_unix_dialog_get_page_setup (dialog));
  /* It is read while the job lives. */
  g_object_set_data_full (G_OBJECT (job), "steward-copy", GINT_TO_POINTER (file), close_copy);
  if (gtk_print_job_set_source_fd (job, file, &error))
    gtk_print_job_send (job, sent_cb, g_object_ref (task), g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
response_cb (GtkPrintUnixDialog *dialog,
             int                 response,
             GTask              *task)
{
  if (response == GTK_RESPONSE_OK && gtk_print_unix_dialog_get_selected_printer (dialog) != NULL)
    send (task, dialog);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _("Nothing was printed."));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

void
steward_paper_print_async (GBytes              *pdf,
                           const char          *title,
                           GtkWindow           *parent,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  GtkWidget *dialog;

  g_return_if_fail (pdf != NULL && title != NULL);
  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));

  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, steward_paper_print_async);
  g_task_set_name (task, title);
  g_task_set_task_data (task, g_bytes_ref (pdf), (GDestroyNotify) g_bytes_unref);
  if (g_file_test (SANDBOX, G_FILE_TEST_EXISTS))
    {
      draw (task, pdf, parent);
      return;
    }
  dialog = gtk_print_unix_dialog_new (title, parent);
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  gtk_print_unix_dialog_set_manual_capabilities (GTK_PRINT_UNIX_DIALOG (dialog), GTK_PRINT_CAPABILITY_GENERATE_PDF);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), g_object_ref (task),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

gboolean
steward_paper_print_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
