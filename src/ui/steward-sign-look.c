/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A signature that holds says that the bytes are right. That the paper can
 * still be read is seen by rendering it. */
#include "steward-sign-look.h"

#include <cairo.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <poppler.h>
#include <string.h>

#include "steward-error.h"

/* Pixels per point: letters are still told apart. */
#define SCALE 0.75
#define MAX_PIXELS 2048
/* Of a longer paper the last pages as well: there it is signed. */
#define MAX_PAGES 60

/* poppler-glib 22.12 has no cleanup functions of its own. */
typedef PopplerDocument Document;
typedef PopplerPage Page;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, g_object_unref)

/* White where the fields of signatures are: what is seen there may change. */
static void
cover_fields (PopplerPage *page,
              cairo_t     *cr,
              double       height)
{
  GList *fields = poppler_page_get_form_field_mapping (page);

  cairo_set_source_rgb (cr, 1, 1, 1);
  for (GList *l = fields; l != NULL; l = l->next)
    {
      const PopplerFormFieldMapping *mapping = l->data;
      const PopplerRectangle *area = &mapping->area;

      if (poppler_form_field_get_field_type (mapping->field) != POPPLER_FORM_FIELD_SIGNATURE)
        continue;
      /* One pixel more, for soft edges. */
      cairo_rectangle (cr, area->x1 - 2, height - area->y2 - 2, area->x2 - area->x1 + 4, area->y2 - area->y1 + 4);
      cairo_fill (cr);
    }
  poppler_page_free_form_field_mapping (fields);
}

static cairo_surface_t *
render (PopplerDocument *document,
        int              index)
{
  g_autoptr (Page) page = poppler_document_get_page (document, index);
  double width = 0, height = 0, scale;
  cairo_surface_t *surface;
  cairo_t *cr;

  if (page == NULL)
    return NULL;
  poppler_page_get_size (page, &width, &height);
  width = CLAMP (width, 1, 1e6);
  height = CLAMP (height, 1, 1e6);
  scale = MIN (SCALE, MAX_PIXELS / MAX (width, height));
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, MAX (1, ceil (width * scale)),
                                        MAX (1, ceil (height * scale)));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  poppler_page_render (page, cr);
  cover_fields (page, cr, height);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
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
  g_autoptr (Document) then = NULL;
  g_autoptr (Document) now = NULL;
  int n;

  g_return_val_if_fail (before != NULL && after != NULL, FALSE);

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
