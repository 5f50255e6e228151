/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-sign-job.h"

#include <glib/gi18n-lib.h>

#include "steward-error.h"
#include "steward-file.h"
#include "steward-pdf-sign.h"
#include "steward-pdf-verify.h"
#include "steward-pkcs12-signer.h"
#include "steward-sign-look.h"

static void
paper_free (StewardSignPaper *paper)
{
  g_clear_object (&paper->file);
  g_bytes_unref (paper->pdf);
  g_free (paper->field);
  g_free (paper);
}

static void
result_free (StewardSignResult *result)
{
  g_clear_pointer (&result->pdf, g_bytes_unref);
  g_free (result->problem);
  g_free (result);
}

StewardSignJob *
steward_sign_job_new (void)
{
  StewardSignJob *job = g_new0 (StewardSignJob, 1);

  job->papers = g_ptr_array_new_with_free_func ((GDestroyNotify) paper_free);
  return job;
}

void
steward_sign_job_add_paper (StewardSignJob *job,
                            GFile          *file,
                            GBytes         *pdf,
                            const char     *field)
{
  StewardSignPaper *paper;

  g_return_if_fail (job != NULL && pdf != NULL && field != NULL);
  g_return_if_fail (file == NULL || G_IS_FILE (file));

  paper = g_new0 (StewardSignPaper, 1);
  g_set_object (&paper->file, file);
  paper->pdf = g_bytes_ref (pdf);
  paper->field = g_strdup (field);
  g_ptr_array_add (job->papers, paper);
}

void
steward_sign_job_free (StewardSignJob *job)
{
  g_ptr_array_unref (job->papers);
  g_clear_object (&job->key);
  g_clear_pointer (&job->password, steward_secret_free);
  g_clear_pointer (&job->seal, g_bytes_unref);
  g_clear_pointer (&job->strokes, g_array_unref);
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
check_unchanged (const StewardSignPaper  *paper,
                 GCancellable            *cancellable,
                 GError                 **error)
{
  g_autoptr (GBytes) now = NULL;

  if (paper->file == NULL)
    return TRUE;
  now = steward_file_read (paper->file, STEWARD_PDF_MAX_BYTES, cancellable, error);
  if (now == NULL)
    return FALSE;
  if (g_bytes_equal (now, paper->pdf))
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

/* Verified before it comes back, and looked at. */
static GBytes *
sign_paper (const StewardSignJob    *job,
            const StewardSignPaper  *paper,
            StewardSigner           *signer,
            const StewardSeal       *seal,
            GCancellable            *cancellable,
            GError                 **error)
{
  const StewardPdfSigning signing = { paper->field, seal, job->reason, job->place, NULL };
  g_autoptr (GBytes) result = NULL;

  if (!check_unchanged (paper, cancellable, error))
    return NULL;
  result = steward_pdf_sign (paper->pdf, &signing, signer, cancellable, error);
  if (result == NULL || !steward_sign_look_check (paper->pdf, result, cancellable, error))
    return NULL;
  return g_steal_pointer (&result);
}

/* Only when all were tried the files are replaced, each as a whole. */
static gboolean
write_files (const StewardSignJob  *job,
             GPtrArray             *results,
             GCancellable          *cancellable,
             GError               **error)
{
  for (guint i = 0; i < results->len; i++)
    {
      const StewardSignPaper *paper = g_ptr_array_index (job->papers, i);
      const StewardSignResult *result = g_ptr_array_index (results, i);

      if (paper->file != NULL && result->pdf != NULL && !steward_file_write (paper->file, result->pdf, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static GPtrArray *
sign (StewardSignJob  *job,
      GCancellable    *cancellable,
      GError         **error)
{
  g_autoptr (StewardSigner) signer = open_signer (job, cancellable, error);
  g_autofree char *caption = signer != NULL ? make_caption (signer) : NULL;
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) result_free);
  const StewardSeal seal = { job->seal, 0, job->strokes, caption };
  guint n_signed = 0;

  if (signer == NULL)
    return NULL;
  for (guint i = 0; i < job->papers->len; i++)
    {
      StewardSignResult *result = g_new0 (StewardSignResult, 1);
      g_autoptr (GError) problem = NULL;

      g_ptr_array_add (results, result);
      result->pdf = sign_paper (job, job->papers->pdata[i], signer, &seal, cancellable, &problem);
      if (result->pdf != NULL)
        n_signed++;
      else
        result->problem = g_strdup (problem->message);
      /* Who stops it wants none of them; where all fail, the first tells why. */
      if (problem != NULL && (g_cancellable_is_cancelled (cancellable) || (i + 1 == job->papers->len && n_signed == 0)))
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return NULL;
        }
    }
  if (!write_files (job, results, cancellable, error))
    return NULL;
  return g_steal_pointer (&results);
}

static void
sign_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *results = sign (task_data, cancellable, &error);

  if (results != NULL)
    g_task_return_pointer (task, results, (GDestroyNotify) g_ptr_array_unref);
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

  g_return_if_fail (job != NULL && job->papers->len > 0);
  g_return_if_fail (job->key != NULL && job->password != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, steward_sign_job_run_async);
  /* What was written is told, even when the wish to stop came just after. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify) steward_sign_job_free);
  g_task_run_in_thread (task, sign_thread);
}

GPtrArray *
steward_sign_job_run_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
