/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "picture-fixture.h"
#include "steward-error.h"
#include "steward-pdf-verify.h"
#include "steward-scan.h"

static char *folder;

static GPtrArray *
sources_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) steward_scan_source_free);
}

/* Takes @bytes. */
static void
add (GPtrArray  *sources,
     const char *name,
     GBytes     *bytes)
{
  g_ptr_array_add (sources, steward_scan_source_new (name, bytes));
  g_bytes_unref (bytes);
}

static GPtrArray *
gather (GPtrArray *sources)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *papers = steward_scan_gather (sources, NULL, &error);

  g_assert_no_error (error);
  return papers;
}

/* Takes @picture; the PDF of it alone. */
static GBytes *
bundle (GBytes *picture)
{
  g_autoptr (GPtrArray) sources = sources_new ();
  g_autoptr (GPtrArray) papers = NULL;

  add (sources, "page.jpg", picture);
  papers = gather (sources);
  g_assert_cmpuint (papers->len, ==, 1);
  return g_bytes_ref (((StewardScanSource *) papers->pdata[0])->bytes);
}

/* Another program's picture of a page, as a binary PPM without its head. */
static GBytes *
render (GBytes *pdf,
        guint   page,
        guint  *columns,
        guint  *rows)
{
  g_autofree char *path = g_build_filename (folder, "page.pdf", NULL);
  g_autofree char *stem = g_build_filename (folder, "page", NULL);
  g_autofree char *picture = g_strconcat (stem, ".ppm", NULL);
  g_autofree char *number = g_strdup_printf ("%u", page);
  const char *arguments[] = { "pdftoppm", "-r", "72", "-f", number, "-singlefile", path, stem, NULL };
  g_autofree char *data = NULL;
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  gsize size = 0;
  int status;

  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, &said, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpstr (said, ==, "");
  g_file_get_contents (picture, &data, &size, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sscanf (data, "P6 %u %u 255", columns, rows), ==, 2);
  g_assert_cmpuint (size, >, *columns * *rows * 3);
  return g_bytes_new (data + size - *columns * *rows * 3, *columns * *rows * 3);
}

static void
assert_colour (GBytes *pixels,
               guint   columns,
               guint   x,
               guint   y,
               guint   red,
               guint   green,
               guint   blue)
{
  const guint8 *pixel = (const guint8 *) g_bytes_get_data (pixels, NULL) + (y * columns + x) * 3;

  if (ABS ((int) pixel[0] - (int) red) > 40 || ABS ((int) pixel[1] - (int) green) > 40
      || ABS ((int) pixel[2] - (int) blue) > 40)
    g_error ("pixel %u, %u is %u %u %u and not %u %u %u", x, y, pixel[0], pixel[1], pixel[2], red, green, blue);
}

/* The corners are where they are looked at. @inset: white around the picture,
 * in tenths of the page. */
static void
assert_corners (GBytes *pdf,
                double  left,
                double  top)
{
  guint columns, rows;
  g_autoptr (GBytes) pixels = render (pdf, 1, &columns, &rows);
  guint x = columns * (left + 0.05), y = rows * (top + 0.05);

  assert_colour (pixels, columns, x, y, 255, 0, 0);
  assert_colour (pixels, columns, columns - 1 - x, y, 0, 255, 0);
  assert_colour (pixels, columns, x, rows - 1 - y, 0, 0, 255);
  assert_colour (pixels, columns, columns - 1 - x, rows - 1 - y, 255, 255, 255);
}

static void
test_orientation (gconstpointer data)
{
  guint orientation = GPOINTER_TO_UINT (data);
  GBytes *jpeg = test_jpeg (595, 842, orientation, 100, FALSE);
  g_autoptr (GBytes) pdf = NULL;
  StewardScanInfo info;
  g_autoptr (GError) error = NULL;

  g_assert_true (steward_scan_examine (jpeg, &info, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (info.format, ==, STEWARD_SCAN_JPEG);
  g_assert_cmpuint (info.orientation, ==, MAX (orientation, 1));
  g_assert_cmpuint (info.columns, ==, 595);
  g_assert_cmpuint (info.rows, ==, 842);
  pdf = bundle (jpeg);
  assert_corners (pdf, 0, 0);
}

/* Byte for byte in the PDF, and named there by its hash. */
static void
test_unchanged (void)
{
  g_autoptr (GBytes) jpeg = test_jpeg (400, 300, 1, 0, TRUE);
  g_autoptr (GBytes) pdf = bundle (g_bytes_ref (jpeg));
  g_autoptr (GBytes) again = bundle (g_bytes_ref (jpeg));
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, jpeg);
  g_auto (GStrv) origins = steward_scan_get_origins (pdf);
  g_autoptr (GBytes) blank = test_blank_pdf ();

  g_assert_cmpuint (test_find_bytes (pdf, jpeg), !=, G_MAXSIZE);
  g_assert_true (g_bytes_equal (pdf, again));
  g_assert_cmpuint (g_strv_length (origins), ==, 1);
  g_assert_cmpstr (origins[0], ==, sha256);
  g_assert_null (steward_scan_get_origins (blank));
}

static void
test_pngs (gconstpointer data)
{
  TestPng kind = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) pdf = bundle (test_png (595, 842, kind));
  guint columns, rows;

  if (kind != TEST_PNG_GREY && kind != TEST_PNG_BITS)
    assert_corners (pdf, 0, 0);
  else
    {
      g_autoptr (GBytes) pixels = render (pdf, 1, &columns, &rows);
      guint grey = kind == TEST_PNG_GREY ? 100 : 0;

      assert_colour (pixels, columns, 20, 20, grey, grey, grey);
      assert_colour (pixels, columns, columns - 20, rows - 20, 255, 255, 255);
    }
}

/* What a scanner says is believed, what a telephone says is not. */
static void
test_sizes (void)
{
  g_autoptr (GBytes) scanned = bundle (test_jpeg (600, 400, 0, 150, FALSE));
  g_autoptr (GBytes) phone = bundle (test_jpeg (600, 400, 0, 72, FALSE));
  guint columns, rows;
  g_autoptr (GBytes) small = render (scanned, 1, &columns, &rows);
  g_autoptr (GBytes) large = NULL;

  g_assert_cmpuint (columns, ==, 600 / 150 * 72);
  g_assert_cmpuint (rows, ==, 192);
  large = render (phone, 1, &columns, &rows);
  /* A4, lying; the picture in its middle. */
  g_assert_cmpuint (columns, ==, 842);
  g_assert_cmpuint (rows, ==, 596);
  assert_colour (large, columns, 40, 5, 255, 255, 255);
  assert_colour (large, columns, 40, 40, 255, 0, 0);
}

/* Pictures become one paper in their order, each PDF stays its own. */
static void
test_several (void)
{
  g_autoptr (GPtrArray) sources = sources_new ();
  g_autoptr (GPtrArray) papers = NULL;
  g_autoptr (GBytes) blank = test_blank_pdf ();
  g_autoptr (StewardPdfVerification) verification = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) origins = NULL;
  StewardScanSource *paper;
  StewardScanInfo info;
  guint columns, rows;
  g_autoptr (GBytes) second = NULL;

  add (sources, "委托书 1.jpg", test_jpeg (300, 400, 6, 0, FALSE));
  add (sources, "blank.pdf", g_bytes_ref (blank));
  add (sources, "委托书 2.png", test_png (595, 842, TEST_PNG_RGB));
  papers = gather (sources);
  g_assert_cmpuint (papers->len, ==, 2);
  paper = papers->pdata[0];
  g_assert_cmpstr (paper->name, ==, "blank.pdf");
  g_assert_true (g_bytes_equal (paper->bytes, blank));
  paper = papers->pdata[1];
  g_assert_cmpstr (paper->name, ==, "委托书 1.pdf");
  g_assert_true (steward_scan_examine (paper->bytes, &info, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (info.format, ==, STEWARD_SCAN_PDF);
  g_assert_cmpuint (info.n_pages, ==, 2);
  origins = steward_scan_get_origins (paper->bytes);
  g_assert_cmpuint (g_strv_length (origins), ==, 2);
  second = render (paper->bytes, 2, &columns, &rows);
  assert_colour (second, columns, 20, 20, 255, 0, 0);
  /* Our own verifier can read it, so it can be shown. */
  verification = steward_pdf_verify (paper->bytes, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (verification->verdict, ==, STEWARD_PDF_UNSIGNED);
}

/* Takes @file. */
static void
assert_refused (GBytes       *file,
                StewardError  code)
{
  g_autoptr (GError) error = NULL;
  StewardScanInfo info;

  g_assert_false (steward_scan_examine (file, &info, NULL, &error));
  g_assert_error (error, STEWARD_ERROR, (int) code);
  g_assert_cmpstr (error->message, !=, "");
  g_bytes_unref (file);
}

/* Nobody will know the password in ten years, not even the owner's. */
static GBytes *
make_encrypted (void)
{
  g_autoptr (GBytes) blank = test_blank_pdf ();
  g_autofree char *from = g_build_filename (folder, "blank.pdf", NULL);
  g_autofree char *to = g_build_filename (folder, "secret.pdf", NULL);
  const char *arguments[] = { "qpdf", "--encrypt", "word", "owner", "256", "--", from, to, NULL };
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize size = 0;
  int status;

  g_file_set_contents (from, g_bytes_get_data (blank, NULL), g_bytes_get_size (blank), &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_file_get_contents (to, &data, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

static void
test_damaged (void)
{
  g_autoptr (GBytes) jpeg = test_jpeg (300, 200, 1, 0, FALSE);
  g_autoptr (GBytes) progressive = test_jpeg (300, 200, 0, 0, TRUE);
  g_autoptr (GBytes) png = test_png (300, 200, TEST_PNG_RGB);
  g_autoptr (GBytes) alpha = test_png (300, 200, TEST_PNG_ALPHA);

  assert_refused (g_bytes_new_static ("hello", 5), STEWARD_ERROR_SYNTAX);
  assert_refused (g_bytes_new_static ("", 0), STEWARD_ERROR_SYNTAX);
  assert_refused (make_encrypted (), STEWARD_ERROR_INVALID);
  assert_refused (g_bytes_new_static ("%PDF-1.7\nnothing", 16), STEWARD_ERROR_SYNTAX);
  assert_refused (test_cut (jpeg, g_bytes_get_size (jpeg) / 2), STEWARD_ERROR_SYNTAX);
  assert_refused (test_cut (jpeg, 3), STEWARD_ERROR_SYNTAX);
  assert_refused (test_cut (progressive, g_bytes_get_size (progressive) / 2), STEWARD_ERROR_SYNTAX);
  assert_refused (test_cut (png, g_bytes_get_size (png) - 20), STEWARD_ERROR_SYNTAX);
  assert_refused (test_cut (png, g_bytes_get_size (png) / 2), STEWARD_ERROR_SYNTAX);
  assert_refused (test_cut (alpha, g_bytes_get_size (alpha) / 2), STEWARD_ERROR_SYNTAX);
  /* One byte of the pixels. */
  assert_refused (test_patch (png, 80, "\x55", 1), STEWARD_ERROR_SYNTAX);
}

/* What would fill the memory is refused by its head. */
static void
test_limits (void)
{
  g_autoptr (GBytes) jpeg = test_jpeg (300, 200, 0, 0, FALSE);
  g_autoptr (GBytes) size = g_bytes_new_static ("\xff\xc0\x00\x11\x08", 5);
  g_autoptr (GBytes) large = NULL;
  gsize at = test_find_bytes (jpeg, size);
  guint8 *zeros = g_malloc0 (STEWARD_SCAN_MAX_BYTES + 1);

  g_assert_cmpuint (at, !=, G_MAXSIZE);
  assert_refused (test_patch (jpeg, at + 5, "\xff\xf0\xff\xf0", 4), STEWARD_ERROR_LIMIT);
  memcpy (zeros, "%PDF-", 5);
  assert_refused (g_bytes_new_take (zeros, STEWARD_SCAN_MAX_BYTES + 1), STEWARD_ERROR_LIMIT);
}

/* Many passes over one picture keep a reader busy for hours. */
static void
test_passes (void)
{
  g_autoptr (GBytes) jpeg = test_jpeg (800, 600, 0, 0, TRUE);
  gsize length = g_bytes_get_size (jpeg);
  const guint8 *data = g_bytes_get_data (jpeg, NULL);
  GByteArray *bomb = g_byte_array_new ();
  gsize last = 0;

  for (gsize i = 0; i + 1 < length; i++)
    if (data[i] == 0xff && data[i + 1] == 0xda)
      last = i;
  g_assert_cmpuint (last, >, 0);
  g_byte_array_append (bomb, data, last);
  for (guint i = 0; i < 5000; i++)
    g_byte_array_append (bomb, data + last, length - 2 - last);
  g_byte_array_append (bomb, (const guint8 *) "\xff\xd9", 2);
  assert_refused (g_byte_array_free_to_bytes (bomb), STEWARD_ERROR_LIMIT);
}

static void
test_all_or_none (void)
{
  g_autoptr (GPtrArray) sources = sources_new ();
  g_autoptr (GError) error = NULL;

  add (sources, "good.jpg", test_jpeg (300, 200, 0, 0, FALSE));
  add (sources, "坏.png", g_bytes_new_static ("\x89PNG\r\n\x1a\n", 8));
  g_assert_null (steward_scan_gather (sources, NULL, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_SYNTAX);
  g_assert_true (g_str_has_prefix (error->message, "坏.png: "));
}

static void
test_cancelled (void)
{
  g_autoptr (GPtrArray) sources = sources_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) jpeg = test_jpeg (300, 200, 0, 0, FALSE);
  StewardScanInfo info;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (steward_scan_examine (jpeg, &info, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  add (sources, "page.jpg", g_bytes_ref (jpeg));
  g_assert_null (steward_scan_gather (sources, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What a camera of today makes; slow machines have their time. */
static void
test_large (void)
{
  g_autoptr (GBytes) jpeg = test_jpeg (8000, 6000, 6, 0, FALSE);
  g_autoptr (GBytes) pdf = bundle (g_bytes_ref (jpeg));
  StewardScanInfo info;
  g_autoptr (GError) error = NULL;

  g_assert_true (steward_scan_examine (jpeg, &info, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint ((guint64) info.columns * info.rows, ==, 48 * 1000 * 1000);
  g_assert_cmpuint (g_bytes_get_size (pdf), <, g_bytes_get_size (jpeg) + 4096);
}

static void
remove_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

int
main (int    argc,
      char **argv)
{
  static const char * const kinds[TEST_N_PNGS] = {
    "grey", "one-bit", "colours", "palette", "transparent", "interlaced", "16-bit",
  };
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("steward-scan-XXXXXX", NULL);
  for (guint i = 0; i <= 8; i++)
    {
      g_autofree char *path = g_strdup_printf ("/scan/upright-from-orientation/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_orientation);
    }
  for (guint i = 0; i < TEST_N_PNGS; i++)
    {
      g_autofree char *path = g_strconcat ("/scan/png/", kinds[i], NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_pngs);
    }
  g_test_add_func ("/scan/a-jpeg-goes-in-unchanged", test_unchanged);
  g_test_add_func ("/scan/sizes-of-scanners-are-believed", test_sizes);
  g_test_add_func ("/scan/pictures-become-one-paper", test_several);
  g_test_add_func ("/scan/what-is-damaged-is-refused", test_damaged);
  g_test_add_func ("/scan/what-is-too-large-is-refused", test_limits);
  g_test_add_func ("/scan/endless-passes-are-refused", test_passes);
  g_test_add_func ("/scan/all-are-taken-or-none", test_all_or_none);
  g_test_add_func ("/scan/can-be-cancelled", test_cancelled);
  g_test_add_func ("/scan/48-megapixels", test_large);
  status = g_test_run ();
  remove_folder ();
  return status;
}
