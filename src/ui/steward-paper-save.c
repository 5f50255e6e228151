/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-paper-save.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "steward-error.h"
#include "steward-file.h"
#include "steward-pdf-verify.h"

static gboolean
is_missing (GFile        *file,
            GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, cancellable, &error);

  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* A damaged signed paper is still somebody's signed paper. */
static gboolean
may_be_signed (GBytes       *there,
               GCancellable *cancellable)
{
  static const char mark[] = "/ByteRange";
  g_autoptr (StewardPdfVerification) verification = steward_pdf_verify (there, NULL, cancellable, NULL);
  gsize size;
  const char *data = g_bytes_get_data (there, &size);

  if (verification != NULL)
    return verification->signatures->len > 0;
  for (gsize i = 0; i + sizeof mark - 1 <= size; i++)
    if (data[i] == '/' && memcmp (data + i, mark, sizeof mark - 1) == 0)
      return TRUE;
  return FALSE;
}

/* A signed paper is never replaced by a drawing, whoever said yes to that, and
 * neither is what is too large to be looked at. */
static gboolean
check_unsigned (GFile         *file,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (GBytes) there = NULL;
  GError *problem = NULL;

  if (is_missing (file, cancellable))
    return TRUE;
  there = steward_file_read (file, STEWARD_PDF_MAX_BYTES, cancellable, &problem);
  if (there == NULL && !g_error_matches (problem, STEWARD_ERROR, STEWARD_ERROR_LIMIT))
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  g_clear_error (&problem);
  if (there != NULL && !may_be_signed (there, cancellable))
    return TRUE;
  g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
                       _("The file of this name is a signed paper and stays as it is. Choose another name."));
  return FALSE;
}

static void
write_thread (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  GError *error = NULL;

  if (check_unsigned (G_FILE (source_object), cancellable, &error)
      && steward_file_write (G_FILE (source_object), task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
steward_paper_save_async (GBytes              *pdf,
                          GFile               *file,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (pdf != NULL);
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (file, NULL, callback, user_data);
  g_task_set_source_tag (task, steward_paper_save_async);
  g_task_set_task_data (task, g_bytes_ref (pdf), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, write_thread);
}

gboolean
steward_paper_save_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
