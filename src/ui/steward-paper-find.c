/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-paper-find.h"

#include "steward-poppler-private.h"

typedef struct
{
  GBytes *pdf;
  guint   n_pages;
  char   *text;
} Job;

static void
job_free (Job *job)
{
  g_bytes_unref (job->pdf);
  g_free (job->text);
  g_free (job);
}

/* Found places are told from the lower left corner, in points. */
static void
find_on_page (PopplerPage *page,
              guint        index,
              const char  *text,
              GArray      *spots)
{
  double width = 1, height = 1;
  GList *found = poppler_page_find_text (page, text);

  poppler_page_get_size (page, &width, &height);
  for (GList *l = found; l != NULL && spots->len < STEWARD_PAPER_MAX_SPOTS; l = l->next)
    {
      const PopplerRectangle *area = l->data;
      const StewardPaperSpot spot = {
        index, area->x1 / width, (height - area->y2) / height, (area->x2 - area->x1) / width,
        (area->y2 - area->y1) / height,
      };

      g_array_append_val (spots, spot);
    }
  g_list_free_full (found, (GDestroyNotify) poppler_rectangle_free);
}

static void
find_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const Job *job = task_data;
  g_autoptr (GArray) spots = g_array_new (FALSE, FALSE, sizeof (StewardPaperSpot));
  GError *error = NULL;
  g_autoptr (GMutexLocker) locker = steward_pdf_lock ();
  g_autoptr (StewardPdf) document = poppler_document_new_from_bytes (job->pdf, NULL, &error);

  if (document == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < job->n_pages && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autoptr (StewardPdfPage) page = poppler_document_get_page (document, i);

      if (page != NULL)
        find_on_page (page, i, job->text, spots);
    }
  g_task_return_pointer (task, g_steal_pointer (&spots), (GDestroyNotify) g_array_unref);
}

void
steward_paper_find_async (GBytes              *pdf,
                          guint                n_pages,
                          const char          *text,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (pdf != NULL && text != NULL && *text != '\0');

  job = g_new0 (Job, 1);
  job->pdf = g_bytes_ref (pdf);
  job->n_pages = n_pages;
  job->text = g_strdup (text);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, steward_paper_find_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, find_thread);
}

GArray *
steward_paper_find_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
