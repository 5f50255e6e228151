/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-paper-preview.h"

#include <math.h>

#include <glib/gi18n-lib.h>
#include <poppler.h>

#include "steward-file.h"
#include "steward-project-copy.h"
#include "steward-ui-text.h"

/* poppler-glib 22.12 has no cleanup functions of its own. */
typedef PopplerDocument Document;
typedef PopplerPage Page;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, g_object_unref)

/* What pages of a file from outside may take together: whatever sizes it
 * claims for them. */
#define MAX_PAGE_PIXELS 4096
#define MAX_BYTES (384 * 1024 * 1024)

/* @file: (nullable): what is read instead of being drawn from @project */
typedef struct
{
  StewardProjectCopy *project;
  StewardPaperKind    kind;
  guint               generation;
  double              scale;
  GFile              *file;
  GFile              *roots;
} Job;

static void
job_free (Job *job)
{
  g_clear_pointer (&job->project, steward_project_copy_free);
  g_clear_object (&job->file);
  g_clear_object (&job->roots);
  g_free (job);
}

static GdkTexture *
render_page (PopplerPage *page,
             double       scale)
{
  double width, height;
  g_autoptr (GBytes) bytes = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;
  GdkTexture *texture;
  int stride;

  poppler_page_get_size (page, &width, &height);
  width = CLAMP (width, 1, 1e6);
  height = CLAMP (height, 1, 1e6);
  scale = MIN (scale, MAX_PAGE_PIXELS / MAX (width, height));
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (1, ceil (width * scale)),
                                        MAX (1, ceil (height * scale)));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  stride = cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                       (gsize) stride * cairo_image_surface_get_height (surface));
  texture = gdk_memory_texture_new (cairo_image_surface_get_width (surface),
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
  g_autoptr (Document) document = poppler_document_new_from_bytes (preview->pdf, NULL, error);
  gsize size = 0;

  if (document == NULL)
    {
      g_prefix_error (error, "%s ", _("The pages of the paper cannot be shown:"));
      return FALSE;
    }

  preview->n_pages = MAX (poppler_document_get_n_pages (document), 0);
  for (guint i = 0; i < MIN (preview->n_pages, STEWARD_PREVIEW_MAX_PAGES) && size < MAX_BYTES; i++)
    {
      g_autoptr (Page) page = poppler_document_get_page (document, i);
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
    preview->pdf = steward_paper_render (job->kind, schedule, NULL, &preview->notes, &error);
  if (preview->pdf != NULL)
    preview->verification = steward_pdf_verify (preview->pdf, NULL, cancellable, &error);

  if (preview->verification == NULL || !render (preview, job->scale, cancellable, &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&preview), (GDestroyNotify) steward_paper_preview_free);
}

void
steward_paper_preview_async (StewardSession      *session,
                             StewardPaperKind     kind,
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
  job->generation = steward_session_get_generation (session);
  job->scale = pixels_per_point;

  task = g_task_new (session, cancellable, callback, user_data);
  g_task_set_source_tag (task, steward_paper_preview_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, preview_thread);
}

/* A file that cannot be verified is not drawn either: pages on the screen
 * would look as if they could be relied on. */
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

  preview->pdf = steward_file_read (job->file, STEWARD_PDF_MAX_BYTES, cancellable, &error);
  if (preview->pdf != NULL)
    preview->verification = steward_pdf_verify (preview->pdf, trust, cancellable, &error);
  if (preview->verification == NULL || !render (preview, job->scale, cancellable, &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&preview), (GDestroyNotify) steward_paper_preview_free);
}

void
steward_paper_preview_read_async (GFile               *file,
                                  GFile               *roots,
                                  double               pixels_per_point,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (roots == NULL || G_IS_FILE (roots));
  g_return_if_fail (pixels_per_point > 0);

  job = g_new0 (Job, 1);
  job->file = g_object_ref (file);
  g_set_object (&job->roots, roots);
  job->scale = pixels_per_point;

  task = g_task_new (file, cancellable, callback, user_data);
  g_task_set_source_tag (task, steward_paper_preview_read_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, file_thread);
}

GtkWidget *
steward_paper_preview_page_new (const StewardPaperPreview *self,
                                guint                      index,
                                int                        scale_factor,
                                gboolean                   whole)
{
  GdkTexture *texture = g_ptr_array_index (self->pages, index);
  GtkWidget *picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));
  GtkWidget *clamp = adw_clamp_new ();
  int width = gdk_texture_get_width (texture) / scale_factor;
  g_autofree char *name = NULL;

  name = g_strdup_printf (_("Page %u of %u"), index + 1, self->n_pages);
  gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
  if (whole)
    gtk_widget_set_size_request (picture, width, -1);
  gtk_widget_set_focusable (picture, TRUE);
  gtk_widget_add_css_class (picture, "paper-page");
  steward_ui_set_label (picture, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  (const char *) g_ptr_array_index (self->texts, index), -1);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), width);
  adw_clamp_set_child (ADW_CLAMP (clamp), picture);

  return clamp;
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
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_free (self);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                number,
              PopplerDocument   *document)
{
  g_autoptr (Page) page = poppler_document_get_page (document, number);

  poppler_page_render_for_printing (page, gtk_print_context_get_cairo_context (context));
}

void
steward_paper_preview_print (const StewardPaperPreview *self,
                             const char                *title,
                             GtkWindow                 *parent)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  PopplerDocument *document;

  g_return_if_fail (self != NULL);
  g_return_if_fail (GTK_IS_WINDOW (parent));

  document = poppler_document_new_from_bytes (self->pdf, NULL, NULL);
  if (document == NULL)
    return;

  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_n_pages (operation, poppler_document_get_n_pages (document));
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), document,
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
