/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A signature that holds says that the bytes are right. That the paper can
 * still be read is seen by rendering it. */
#include "steward-sign-look.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "steward-error.h"
#include "steward-poppler-private.h"

/* Pixels per point: letters are still told apart. */
#define SCALE 0.75
#define MAX_PIXELS 2048
/* Of a longer paper the last pages as well: there it is signed. */
#define MAX_PAGES 60

/* White where the fields of signatures are: what is seen there may change. */
static void
cover_fields (PopplerPage     *page,
              cairo_surface_t *surface)
{
  GList *fields = poppler_page_get_form_field_mapping (page);
  cairo_t *cr = cairo_create (surface);
  double width = 1, height = 1, scale;

  poppler_page_get_size (page, &width, &height);
  scale = cairo_image_surface_get_height (surface) / MAX (height, 1);
  cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, 1, 1, 1);
  for (GList *l = fields; l != NULL; l = l->next)
    {
      const PopplerFormFieldMapping *mapping = l->data;
      const PopplerRectangle *area = &mapping->area;

      if (poppler_form_field_get_field_type (mapping->field) != POPPLER_FORM_FIELD_SIGNATURE)
        continue;
      /* A little more, for soft edges. */
      cairo_rectangle (cr, area->x1 - 2, height - area->y2 - 2, area->x2 - area->x1 + 4, area->y2 - area->y1 + 4);
      cairo_fill (cr);
    }
  poppler_page_free_form_field_mapping (fields);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
}

static cairo_surface_t *
render (PopplerDocument *document,
        int              index)
{
  g_autoptr (StewardPdfPage) page = poppler_document_get_page (document, index);
  cairo_surface_t *surface;

  if (page == NULL)
    return NULL;
  surface = steward_pdf_page_draw (page, SCALE, MAX_PIXELS);
  cover_fields (page, surface);
  return surface;
}

static gboolean
is_same (cairo_surface_t *a,
         cairo_surface_t *b)
{
  int rows;

  if (a == NULL || b == NULL || cairo_surface_status (a) != CAIRO_STATUS_SUCCESS
      || cairo_surface_status (b) != CAIRO_STATUS_SUCCESS)
    return FALSE;
  rows = cairo_image_surface_get_height (a);
  return rows == cairo_image_surface_get_height (b)
         && cairo_image_surface_get_stride (a) == cairo_image_surface_get_stride (b)
         && memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b),
                    (gsize) rows * cairo_image_surface_get_stride (a)) == 0;
}

static gboolean
check_page (PopplerDocument *before,
            PopplerDocument *after,
            int              index)
{
  cairo_surface_t *then = render (before, index);
  cairo_surface_t *now = render (after, index);
  gboolean same = is_same (then, now);

  g_clear_pointer (&then, cairo_surface_destroy);
  g_clear_pointer (&now, cairo_surface_destroy);
  return same;
}

gboolean
steward_sign_look_check (GBytes        *before,
                         GBytes        *after,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (StewardPdf) then = NULL;
  g_autoptr (StewardPdf) now = NULL;
  int n;

  g_return_val_if_fail (before != NULL && after != NULL, FALSE);

  locker = steward_pdf_lock ();
  then = poppler_document_new_from_bytes (before, NULL, error);
  now = then != NULL ? poppler_document_new_from_bytes (after, NULL, error) : NULL;
  if (now == NULL)
    return FALSE;
  n = poppler_document_get_n_pages (then);
  for (int i = 0; i < n; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (n != poppler_document_get_n_pages (now)
          || ((i < MAX_PAGES / 2 || i >= n - MAX_PAGES / 2) && !check_page (then, now, i)))
        {
          g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER,
                       _("Page %d would look different after signing."), i + 1);
          return FALSE;
        }
    }
  return TRUE;
}
