/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pdf-finalise.h"

#include <glib/gi18n-lib.h>
#include <qpdf/qpdf-c.h>

#include "steward-error.h"

/* Annotation flags: printed, and not to be moved or deleted by viewers. */
#define FIELD_FLAGS (4 | 128)
/* The form has signature fields, and may only be appended to: set now, so
 * that signing leaves the catalog alone. */
#define FORM_SIGNATURE_FLAGS (1 | 2)

static gboolean
check (qpdf_data   qpdf,
       GError    **error)
{
  if (!qpdf_has_error (qpdf))
    return TRUE;
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER, _("The PDF cannot be completed: %s"),
               qpdf_get_error_full_text (qpdf, qpdf_get_error (qpdf)));
  return FALSE;
}

/* The dictionary handle owns what it was given; the handle may go. */
static void
take_key (qpdf_data   qpdf,
          qpdf_oh     dictionary,
          const char *key,
          qpdf_oh     value)
{
  qpdf_oh_replace_key (qpdf, dictionary, key, value);
  qpdf_oh_release (qpdf, value);
}

static gboolean
get_page_height (qpdf_data   qpdf,
                 qpdf_oh     page,
                 double     *height,
                 GError    **error)
{
  qpdf_oh box = qpdf_oh_get_key (qpdf, page, "/MediaBox");

  if (!qpdf_oh_is_array (qpdf, box) || qpdf_oh_get_array_n_items (qpdf, box) != 4)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER,
                   _("The PDF cannot be completed: a page has no size."));
      return FALSE;
    }
  *height = qpdf_oh_get_numeric_value (qpdf, qpdf_oh_get_array_item (qpdf, box, 3));
  return TRUE;
}

static qpdf_oh
new_rectangle (qpdf_data              qpdf,
               const StewardPdfField *field,
               double                 page_height)
{
  const double corners[4] = { field->x, page_height - field->y - field->height,
                              field->x + field->width, page_height - field->y };
  qpdf_oh array = qpdf_oh_new_array (qpdf);

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      qpdf_oh number = qpdf_oh_new_real_from_double (qpdf, corners[i], 2);

      qpdf_oh_append_item (qpdf, array, number);
      qpdf_oh_release (qpdf, number);
    }
  return array;
}

static qpdf_oh
new_field (qpdf_data              qpdf,
           const StewardPdfField *field,
           qpdf_oh                page,
           double                 page_height)
{
  qpdf_oh dictionary = qpdf_oh_new_dictionary (qpdf);

  take_key (qpdf, dictionary, "/Type", qpdf_oh_new_name (qpdf, "/Annot"));
  take_key (qpdf, dictionary, "/Subtype", qpdf_oh_new_name (qpdf, "/Widget"));
  take_key (qpdf, dictionary, "/FT", qpdf_oh_new_name (qpdf, "/Sig"));
  take_key (qpdf, dictionary, "/T", qpdf_oh_new_unicode_string (qpdf, field->name));
  take_key (qpdf, dictionary, "/TU", qpdf_oh_new_unicode_string (qpdf, field->label));
  take_key (qpdf, dictionary, "/F", qpdf_oh_new_integer (qpdf, FIELD_FLAGS));
  take_key (qpdf, dictionary, "/Rect", new_rectangle (qpdf, field, page_height));
  qpdf_oh_replace_key (qpdf, dictionary, "/P", page);
  return qpdf_make_indirect_object (qpdf, dictionary);
}

static gboolean
add_field (qpdf_data               qpdf,
           const StewardPdfField  *field,
           qpdf_oh                 list,
           GError                **error)
{
  qpdf_oh page, annotations, object;
  double page_height = 0;

  if ((int) field->page >= qpdf_get_num_pages (qpdf))
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER,
                   _("The PDF cannot be completed: there is no page %u for the signature “%s”."),
                   field->page + 1, field->label);
      return FALSE;
    }
  page = qpdf_get_page_n (qpdf, field->page);
  if (!get_page_height (qpdf, page, &page_height, error))
    return FALSE;
  object = new_field (qpdf, field, page, page_height);
  annotations = qpdf_oh_get_key (qpdf, page, "/Annots");
  if (!qpdf_oh_is_array (qpdf, annotations))
    {
      annotations = qpdf_oh_new_array (qpdf);
      qpdf_oh_replace_key (qpdf, page, "/Annots", annotations);
      annotations = qpdf_oh_get_key (qpdf, page, "/Annots");
    }
  qpdf_oh_append_item (qpdf, annotations, object);
  /* Readers walk the fields of a tagged page in its structure's order. */
  take_key (qpdf, page, "/Tabs", qpdf_oh_new_name (qpdf, "/S"));
  qpdf_oh_append_item (qpdf, list, object);
  return check (qpdf, error);
}

static gboolean
add_form (qpdf_data               qpdf,
          qpdf_oh                 root,
          const StewardPdfField  *fields,
          gsize                   n_fields,
          GError                **error)
{
  qpdf_oh form, list;

  if (n_fields == 0)
    return TRUE;
  if (qpdf_oh_has_key (qpdf, root, "/AcroForm"))
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER,
                   _("The PDF cannot be completed: it already has a form."));
      return FALSE;
    }
  list = qpdf_oh_new_array (qpdf);
  for (gsize i = 0; i < n_fields; i++)
    if (!add_field (qpdf, &fields[i], list, error))
      return FALSE;
  form = qpdf_oh_new_dictionary (qpdf);
  take_key (qpdf, form, "/Fields", list);
  take_key (qpdf, form, "/SigFlags", qpdf_oh_new_integer (qpdf, FORM_SIGNATURE_FLAGS));
  take_key (qpdf, root, "/AcroForm", qpdf_make_indirect_object (qpdf, form));
  return check (qpdf, error);
}

static gboolean
open_drawn (qpdf_data   qpdf,
            GBytes     *pdf,
            GError    **error)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (pdf, &size);

  qpdf_silence_errors (qpdf);
  qpdf_set_suppress_warnings (qpdf, QPDF_TRUE);
  qpdf_set_attempt_recovery (qpdf, QPDF_FALSE);
  qpdf_read_memory (qpdf, "drawing", data, size, NULL);
  if (!check (qpdf, error))
    return FALSE;
  if (qpdf_is_encrypted (qpdf) || qpdf_get_num_pages (qpdf) < 1)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER,
                   _("The PDF cannot be completed: it is encrypted or has no page."));
      return FALSE;
    }
  return check (qpdf, error);
}

static GBytes *
write_all (qpdf_data   qpdf,
           GError    **error)
{
  qpdf_init_write_memory (qpdf);
  qpdf_set_deterministic_ID (qpdf, QPDF_TRUE);
  qpdf_write (qpdf);
  if (!check (qpdf, error))
    return NULL;
  return g_bytes_new (qpdf_get_buffer (qpdf), qpdf_get_buffer_length (qpdf));
}

GBytes *
steward_pdf_finalise (GBytes                 *pdf,
                      const char             *language,
                      const StewardPdfField  *fields,
                      gsize                   n_fields,
                      GError                **error)
{
  qpdf_data qpdf;
  qpdf_oh root, preferences;
  GBytes *result = NULL;

  g_return_val_if_fail (pdf != NULL && language != NULL, NULL);
  g_return_val_if_fail (fields != NULL || n_fields == 0, NULL);

  qpdf = qpdf_init ();
  if (open_drawn (qpdf, pdf, error))
    {
      root = qpdf_get_root (qpdf);
      take_key (qpdf, root, "/Lang", qpdf_oh_new_string (qpdf, language));
      preferences = qpdf_oh_new_dictionary (qpdf);
      take_key (qpdf, preferences, "/DisplayDocTitle", qpdf_oh_new_bool (qpdf, QPDF_TRUE));
      take_key (qpdf, root, "/ViewerPreferences", preferences);
      if (n_fields == 0 || add_form (qpdf, root, fields, n_fields, error))
        result = write_all (qpdf, error);
    }
  qpdf_cleanup (&qpdf);
  return result;
}
