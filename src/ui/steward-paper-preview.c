/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-paper-preview.h"

#include <glib/gi18n-lib.h>

#include "steward-file.h"
#include "steward-poppler-private.h"
#include "steward-project-copy.h"
#include "steward-ui-text.h"

/* What pages of a file from outside may take together: whatever sizes it
 * claims for them. */
#define MAX_PAGE_PIXELS 4096
#define MAX_BYTES (384 * 1024 * 1024)

/* @file, @bytes: (nullable): what is read instead of being drawn from @project
 * @is_scan: of paper, which need not hold signatures that can be judged */
typedef struct
{
  StewardProjectCopy *project;
  StewardPaperKind    kind;
  char               *subject;
  guint               generation;
  double              scale;
  GFile              *file;
  GBytes             *bytes;
  gboolean            is_scan;
  GFile              *roots;
} Job;

static void
job_free (Job *job)
{
  g_clear_pointer (&job->project, steward_project_copy_free);
  g_free (job->subject);
  g_clear_object (&job->file);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_clear_object (&job->roots);
  g_free (job);
}

static GdkTexture *
render_page (PopplerPage *page,
             double       scale)
{
  cairo_surface_t *surface = steward_pdf_page_draw (page, scale, MAX_PAGE_PIXELS);
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                                          (gsize) stride * cairo_image_surface_get_height (surface));
  GdkTexture *texture = gdk_memory_texture_new (cairo_image_surface_get_width (surface),
                                                cairo_image_surface_get_height (surface),
                                                GDK_MEMORY_DEFAULT, bytes, stride);

  cairo_surface_destroy (surface);
  return texture;
}

static gboolean
render (StewardPaperPreview  *preview,
        double                scale,
        GCancellable         *cancellable,
        GError              **error)
{
  g_autoptr (GMutexLocker) locker = steward_pdf_lock ();
  g_autoptr (StewardPdf) document = poppler_document_new_from_bytes (preview->pdf, NULL, error);
  gsize size = 0;

  if (document == NULL)
    {
      g_prefix_error (error, "%s ", _("The pages of the paper cannot be shown:"));
      return FALSE;
    }

  preview->n_pages = MAX (poppler_document_get_n_pages (document), 0);
  for (guint i = 0; i < MIN (preview->n_pages, STEWARD_PREVIEW_MAX_PAGES) && size < MAX_BYTES; i++)
    {
      g_autoptr (StewardPdfPage) page = poppler_document_get_page (document, i);
      GdkTexture *texture;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (page == NULL)
        continue;
      texture = render_page (page, scale);
      size += (gsize) gdk_texture_get_width (texture) * gdk_texture_get_height (texture) * 4;
      g_ptr_array_add (preview->pages, texture);
      g_ptr_array_add (preview->texts, poppler_page_get_text (page));
    }

  return TRUE;
}

static StewardPaperPreview *
preview_new (const Job *job)
{
  StewardPaperPreview *preview = g_new0 (StewardPaperPreview, 1);

  preview->kind = job->kind;
  preview->subject = g_strdup (job->subject);
  preview->generation = job->generation;
  preview->pages = g_ptr_array_new_with_free_func (g_object_unref);
  preview->texts = g_ptr_array_new_with_free_func (g_free);
  return preview;
}

static void
preview_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Job *job = task_data;
  g_autoptr (StewardSchedule) schedule = NULL;
  g_autoptr (StewardPaperPreview) preview = preview_new (job);
  GError *error = NULL;

  schedule = steward_project_copy_read (job->project, &error);
  if (schedule != NULL)
    preview->pdf = steward_paper_render (job->kind, schedule, job->subject, &preview->notes, &error);
  if (preview->pdf != NULL)
    preview->verification = steward_pdf_verify (preview->pdf, NULL, cancellable, &error);

  if (preview->pdf != NULL)
    preview->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, preview->pdf);

  if (preview->verification == NULL || !render (preview, job->scale, cancellable, &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&preview), (GDestroyNotify) steward_paper_preview_free);
}

void
steward_paper_preview_async (StewardSession      *session,
                             StewardPaperKind     kind,
                             const char          *subject,
                             double               pixels_per_point,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (STEWARD_IS_SESSION (session));
  g_return_if_fail (steward_session_get_project (session) != NULL);
  g_return_if_fail (kind < STEWARD_N_PAPERS);
  g_return_if_fail (pixels_per_point > 0);

  job = g_new0 (Job, 1);
  job->project = steward_project_copy_new (session);
  job->kind = kind;
  job->subject = g_strdup (subject);
  job->generation = steward_session_get_generation (session);
  job->scale = pixels_per_point;

  task = g_task_new (session, cancellable, callback, user_data);
  g_task_set_source_tag (task, steward_paper_preview_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, preview_thread);
}

/* What nobody signed electronically need not be a PDF by the book. */
static StewardPdfVerification *
verify_nothing (void)
{
  StewardPdfVerification *verification = g_new0 (StewardPdfVerification, 1);

  verification->signatures = g_ptr_array_new ();
  verification->empty_fields = g_ptr_array_new ();
  return verification;
}

/* A file that cannot be verified is not drawn either: pages on the screen
 * would look as if they could be relied on. The scan of a paper is another
 * thing: the paper is relied on. */
static void
file_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const Job *job = task_data;
  g_autoptr (StewardPaperPreview) preview = preview_new (job);
  g_autoptr (StewardTrust) trust = NULL;
  g_autoptr (GError) untold = NULL;
  GError *error = NULL;

  if (job->roots != NULL)
    trust = steward_trust_load (job->roots, &untold);
  preview->has_roots = trust != NULL;
  preview->trust_problem = untold != NULL ? g_strdup (untold->message) : NULL;

  preview->pdf = job->bytes != NULL ? g_bytes_ref (job->bytes)
                                    : steward_file_read (job->file, STEWARD_PDF_MAX_BYTES, cancellable, &error);
  if (preview->pdf != NULL)
    preview->verification = steward_pdf_verify (preview->pdf, trust, cancellable, &error);
  if (preview->verification == NULL && job->is_scan && !g_cancellable_is_cancelled (cancellable))
    {
      g_clear_error (&error);
      preview->verification = verify_nothing ();
    }
  if (preview->verification != NULL)
    preview->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, preview->pdf);
  if (preview->verification == NULL || !render (preview, job->scale, cancellable, &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&preview), (GDestroyNotify) steward_paper_preview_free);
}

/* Takes @job. */
static void
read_in_thread (Job                 *job,
                gpointer             tag,
                GCancellable        *cancellable,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, file_thread);
}

void
steward_paper_preview_read_async (GFile               *file,
                                  GFile               *roots,
                                  double               pixels_per_point,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  Job *job;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (roots == NULL || G_IS_FILE (roots));
  g_return_if_fail (pixels_per_point > 0);

  job = g_new0 (Job, 1);
  job->file = g_object_ref (file);
  g_set_object (&job->roots, roots);
  job->scale = pixels_per_point;
  read_in_thread (job, steward_paper_preview_read_async, cancellable, callback, user_data);
}

void
steward_paper_preview_open_async (GBytes              *pdf,
                                  gboolean             is_scan,
                                  GFile               *roots,
                                  double               pixels_per_point,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  Job *job;

  g_return_if_fail (pdf != NULL);
  g_return_if_fail (roots == NULL || G_IS_FILE (roots));
  g_return_if_fail (pixels_per_point > 0);

  job = g_new0 (Job, 1);
  job->bytes = g_bytes_ref (pdf);
  job->is_scan = is_scan;
  g_set_object (&job->roots, roots);
  job->scale = pixels_per_point;
  read_in_thread (job, steward_paper_preview_open_async, cancellable, callback, user_data);
}

StewardPaperPreview *
steward_paper_preview_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
steward_paper_preview_free (StewardPaperPreview *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_pointer (&self->notes, g_free);
  g_clear_pointer (&self->verification, steward_pdf_verification_free);
  g_clear_pointer (&self->trust_problem, g_free);
  g_clear_pointer (&self->sha256, g_free);
  g_clear_pointer (&self->subject, g_free);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_free (self);
}
