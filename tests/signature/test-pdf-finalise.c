/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-pdf.h>
#include <qpdf/qpdf-c.h>
#include <string.h>

#include "steward-error.h"
#include "steward-pdf-finalise.h"

static cairo_status_t
append (void                *closure,
        const unsigned char *data,
        unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
draw (guint n_pages)
{
  GByteArray *buffer = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, buffer, 400, 300);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < n_pages; i++)
    {
      cairo_rectangle (cr, 10 + i, 10, 50, 50);
      cairo_fill (cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (buffer);
}

static char unit_name[] = "unit";
static char unit_label[] = "项目单位（盖章或签字）";
static char steward_name[] = "steward";
static char steward_label[] = "项目长";

static const StewardPdfField two_fields[] = {
  { unit_name, unit_label, 0, 100, 50, 120, 60 },
  { steward_name, steward_label, 1, 30, 200, 120, 60 },
};

static qpdf_data
open_pdf (GBytes *pdf)
{
  qpdf_data qpdf = qpdf_init ();

  qpdf_silence_errors (qpdf);
  qpdf_set_attempt_recovery (qpdf, QPDF_FALSE);
  qpdf_read_memory (qpdf, "test", g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL);
  g_assert_false (qpdf_has_error (qpdf));
  g_assert_false (qpdf_more_warnings (qpdf));
  return qpdf;
}

static qpdf_oh
get_fields (qpdf_data qpdf)
{
  qpdf_oh form = qpdf_oh_get_key (qpdf, qpdf_get_root (qpdf), "/AcroForm");

  return qpdf_oh_get_key (qpdf, form, "/Fields");
}

static void
test_fields (void)
{
  g_autoptr (GBytes) drawn = draw (2);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = steward_pdf_finalise (drawn, "zh-CN", two_fields, 2, &error);
  qpdf_data qpdf;
  qpdf_oh fields;

  g_assert_no_error (error);
  qpdf = open_pdf (pdf);
  fields = get_fields (qpdf);
  g_assert_cmpint (qpdf_oh_get_array_n_items (qpdf, fields), ==, 2);
  for (int i = 0; i < 2; i++)
    {
      qpdf_oh field = qpdf_oh_get_array_item (qpdf, fields, i);
      qpdf_oh rect = qpdf_oh_get_key (qpdf, field, "/Rect");
      const double expected[2][4] = { { 100, 190, 220, 250 }, { 30, 40, 150, 100 } };
      qpdf_oh annotations = qpdf_oh_get_key (qpdf, qpdf_get_page_n (qpdf, i), "/Annots");

      g_assert_cmpstr (qpdf_oh_get_name (qpdf, qpdf_oh_get_key (qpdf, field, "/FT")), ==, "/Sig");
      g_assert_cmpstr (qpdf_oh_get_utf8_value (qpdf, qpdf_oh_get_key (qpdf, field, "/TU")), ==,
                       two_fields[i].label);
      g_assert_false (qpdf_oh_has_key (qpdf, field, "/V"));
      for (int j = 0; j < 4; j++)
        g_assert_cmpfloat (qpdf_oh_get_numeric_value (qpdf, qpdf_oh_get_array_item (qpdf, rect, j)),
                           ==, expected[i][j]);
      g_assert_cmpint (qpdf_oh_get_array_n_items (qpdf, annotations), ==, 1);
    }
  qpdf_cleanup (&qpdf);
}

static void
test_language (void)
{
  g_autoptr (GBytes) drawn = draw (1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = steward_pdf_finalise (drawn, "zh-CN", NULL, 0, &error);
  qpdf_data qpdf;

  g_assert_no_error (error);
  qpdf = open_pdf (pdf);
  g_assert_cmpstr (qpdf_oh_get_string_value (qpdf, qpdf_oh_get_key (qpdf, qpdf_get_root (qpdf), "/Lang")),
                   ==, "zh-CN");
  g_assert_cmpint (qpdf_oh_get_array_n_items (qpdf, qpdf_oh_get_key (qpdf, qpdf_get_trailer (qpdf), "/ID")),
                   ==, 2);
  g_assert_false (qpdf_oh_has_key (qpdf, qpdf_get_root (qpdf), "/AcroForm"));
  qpdf_cleanup (&qpdf);
}

/* The identifier is made from the content: same drawing, same bytes. */
static void
test_reproducible (void)
{
  g_autoptr (GBytes) drawn = draw (2);
  g_autoptr (GBytes) other = draw (1);
  g_autoptr (GBytes) a = steward_pdf_finalise (drawn, "zh-CN", two_fields, 2, NULL);
  g_autoptr (GBytes) b = steward_pdf_finalise (drawn, "zh-CN", two_fields, 2, NULL);
  g_autoptr (GBytes) c = steward_pdf_finalise (other, "zh-CN", two_fields, 1, NULL);

  g_assert_true (g_bytes_equal (a, b));
  g_assert_false (g_bytes_equal (a, c));
}

static void
assert_refused (GBytes                *pdf,
                const StewardPdfField *fields,
                gsize                  n_fields)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) result = steward_pdf_finalise (pdf, "zh-CN", fields, n_fields, &error);

  g_assert_null (result);
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER);
}

static void
test_refusals (void)
{
  g_autoptr (GBytes) drawn = draw (2);
  g_autoptr (GBytes) one_page = draw (1);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (drawn, 0, g_bytes_get_size (drawn) / 2);
  g_autoptr (GBytes) empty = g_bytes_new ("", 0);
  g_autoptr (GBytes) text = g_bytes_new_static ("not a PDF at all", 16);
  g_autoptr (GBytes) finished = steward_pdf_finalise (drawn, "zh-CN", two_fields, 2, NULL);

  assert_refused (cut, NULL, 0);
  assert_refused (empty, NULL, 0);
  assert_refused (text, NULL, 0);
  /* No second page to sign on, and fields that are there already. */
  assert_refused (one_page, two_fields, 2);
  assert_refused (finished, two_fields, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-finalise/empty-fields-for-all-signers", test_fields);
  g_test_add_func ("/pdf-finalise/language-and-identifier", test_language);
  g_test_add_func ("/pdf-finalise/same-drawing-same-bytes", test_reproducible);
  g_test_add_func ("/pdf-finalise/what-is-not-freshly-drawn-is-refused", test_refusals);
  return g_test_run ();
}
