/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-sign-job.h"

#include <glib/gi18n-lib.h>

#include "steward-error.h"
#include "steward-file.h"
#include "steward-pdf-sign.h"
#include "steward-pdf-verify.h"
#include "steward-pkcs12-signer.h"

void
steward_sign_job_free (StewardSignJob *job)
{
  g_clear_object (&job->file);
  g_clear_pointer (&job->pdf, g_bytes_unref);
  g_free (job->field);
  g_clear_object (&job->key);
  g_clear_pointer (&job->password, steward_secret_free);
  g_clear_object (&job->seal);
  g_free (job->reason);
  g_free (job->place);
  g_free (job);
}

static StewardSigner *
open_signer (StewardSignJob  *job,
             GCancellable    *cancellable,
             GError         **error)
{
  g_autoptr (GBytes) pkcs12 = steward_file_read (job->key, STEWARD_PKCS12_MAX_BYTES, cancellable, error);
  StewardSigner *signer = pkcs12 != NULL ? steward_pkcs12_signer_new (pkcs12, job->password, error) : NULL;

  g_clear_pointer (&job->password, steward_secret_free);
  return signer;
}

/* Nobody signs what he has not seen. */
static gboolean
check_unchanged (const StewardSignJob  *job,
                 GCancellable          *cancellable,
                 GError               **error)
{
  g_autoptr (GBytes) now = steward_file_read (job->file, STEWARD_PDF_MAX_BYTES, cancellable, error);

  if (now == NULL)
    return FALSE;
  if (g_bytes_equal (now, job->pdf))
    return TRUE;
  g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
                       _("The file was changed since it was shown. Open it again and look at it before you sign."));
  return FALSE;
}

/* Name and day below the seal, as on paper. */
static char *
make_caption (StewardSigner *signer)
{
  g_autofree char *name = steward_signer_get_name (signer);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");

  return g_strdup_printf ("%s\n%s", name, day);
}

static gboolean
sign (StewardSignJob  *job,
      GCancellable    *cancellable,
      GError         **error)
{
  g_autoptr (StewardSigner) signer = open_signer (job, cancellable, error);
  g_autofree char *caption = signer != NULL ? make_caption (signer) : NULL;
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GBytes) result = NULL;
  StewardSeal seal = { NULL, 0, NULL, caption };
  const StewardPdfSigning signing = { job->field, &seal, job->reason, job->place, NULL };

  if (signer == NULL || !check_unchanged (job, cancellable, error))
    return FALSE;
  if (job->seal != NULL)
    {
      png = steward_file_read (job->seal, STEWARD_SEAL_MAX_BYTES, cancellable, error);
      if (png == NULL)
        return FALSE;
      seal.png = png;
    }
  /* Verified before it comes back; only then the file is replaced, as a whole. */
  result = steward_pdf_sign (job->pdf, &signing, signer, cancellable, error);
  return result != NULL && steward_file_write (job->file, result, cancellable, error);
}

static void
sign_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;

  if (sign (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
steward_sign_job_run_async (StewardSignJob      *job,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (job != NULL && job->file != NULL && job->pdf != NULL && job->field != NULL);
  g_return_if_fail (job->key != NULL && job->password != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, steward_sign_job_run_async);
  /* What was written is told, even when the wish to stop came just after. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify) steward_sign_job_free);
  g_task_run_in_thread (task, sign_thread);
}

gboolean
steward_sign_job_run_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
