/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scanners through the driver that SANE has for tests: it draws patterns, has a
 * glass and a feeder with ten pages. */
#include "steward-scanner.h"

#include <sane/sane.h>
#include <string.h>

#include "steward-error.h"
#include "steward-scan.h"
#include "steward-scanner-private.h"

/* @page and @last: of the progress that was told; @stop: asked to end when a page
 * is there. Before that the driver for tests kills a thread of its own, which may
 * hold what the others then wait for. */
typedef struct
{
  guint         page;
  double        last;
  GCancellable *stop;
} Told;

static void
told_cb (guint    page,
         double   fraction,
         gpointer data)
{
  Told *told = data;

  g_assert_cmpuint (page, >=, told->page);
  g_assert_cmpfloat (fraction, <=, 1);
  told->page = page;
  told->last = fraction;
  if (told->stop != NULL && fraction >= 1)
    g_cancellable_cancel (told->stop);
}

static void
test_devices_are_listed (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) devices = steward_scanner_list (NULL, &error);

  g_assert_no_error (error);
  g_assert_true (steward_scanner_is_supported ());
  g_assert_cmpuint (devices->len, ==, 2);
  for (guint i = 0; i < devices->len; i++)
    {
      const StewardScannerDevice *device = g_ptr_array_index (devices, i);

      g_assert_true (g_str_has_prefix (device->name, "test:"));
      g_assert_nonnull (strstr (device->title, "Noname"));
    }
}

static void
examine (const StewardScanSource *page,
         StewardScanInfo         *info)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (steward_scan_examine (page->bytes, info, NULL, &error));
  g_assert_no_error (error);
}

/* A page of A4 in the resolution that was asked for, and what becomes of it is a
 * paper like any other. */
static void
test_a_page_is_taken (void)
{
  static const StewardScannerMode modes[] = { STEWARD_SCANNER_COLOUR, STEWARD_SCANNER_GREY, STEWARD_SCANNER_INK };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      const StewardScannerSettings settings = { "test:0", 100, modes[i], FALSE };
      Told told = { 0 };
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) pages = steward_scanner_scan (&settings, told_cb, &told, NULL, &error);
      g_autoptr (GPtrArray) papers = NULL;
      StewardScanInfo info;

      g_assert_no_error (error);
      g_assert_cmpuint (pages->len, ==, 1);
      g_assert_cmpfloat_with_epsilon (told.last, 1, 0.01);
      g_assert_cmpuint (told.page, ==, 1);
      examine (pages->pdata[0], &info);
      g_assert_cmpint (info.format, ==, STEWARD_SCAN_JPEG);
      g_assert_cmpint (ABS ((int) info.columns - 827), <=, 2);
      g_assert_cmpint (ABS ((int) info.rows - 1169), <=, 2);
      papers = steward_scan_gather (pages, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (papers->len, ==, 1);
    }
}

static void
test_the_feeder_is_emptied (void)
{
  const StewardScannerSettings settings = { "test:0", 75, STEWARD_SCANNER_GREY, TRUE };
  Told told = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages = steward_scanner_scan (&settings, told_cb, &told, NULL, &error);
  g_autoptr (GPtrArray) papers = NULL;
  StewardScanInfo info;

  g_assert_no_error (error);
  g_assert_cmpuint (pages->len, ==, 10);
  g_assert_cmpuint (told.page, ==, 10);
  g_assert_cmpstr (((StewardScanSource *) pages->pdata[9])->name, ==, "scan-10.jpg");
  papers = steward_scan_gather (pages, NULL, &error);
  g_assert_no_error (error);
  examine (papers->pdata[0], &info);
  g_assert_cmpuint (info.n_pages, ==, 10);
}

static void
test_a_scan_is_stopped (void)
{
  const StewardScannerSettings settings = { "test:0", 100, STEWARD_SCANNER_COLOUR, TRUE };
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  Told told = { .stop = stop };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages = steward_scanner_scan (&settings, told_cb, &told, stop, &error);

  g_assert_null (pages);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (told.page, ==, 1);
  g_clear_error (&error);
  g_assert_null (steward_scanner_scan (&settings, NULL, NULL, stop, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (steward_scanner_list (stop, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
assert_fails (const char *device,
              const char *text)
{
  const StewardScannerSettings settings = { device, 75, STEWARD_SCANNER_GREY, FALSE };
  g_autoptr (GError) error = NULL;

  g_assert_null (steward_scanner_scan (&settings, NULL, NULL, NULL, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
  if (strstr (error->message, text) == NULL)
    g_error ("it says: %s", error->message);
}

/* What goes wrong at the device is said in words that help. */
static void
test_failures_are_told (void)
{
  static const struct { SANE_Status status; const char *text; } cases[] = {
    { SANE_STATUS_JAMMED, "stuck" },        { SANE_STATUS_COVER_OPEN, "cover" },
    { SANE_STATUS_IO_ERROR, "switched on" }, { SANE_STATUS_ACCESS_DENIED, "not allowed" },
    { SANE_STATUS_NO_DOCS, "no paper" },    { SANE_STATUS_DEVICE_BUSY, "somebody else" },
    { SANE_STATUS_INVAL, "switched on" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_nonnull (strstr (steward_scanner_explain (cases[i].status), cases[i].text));
  g_assert_null (steward_scanner_explain (SANE_STATUS_NO_MEM));
}

static void
test_no_such_device (void)
{
  assert_fails ("test:7", "does not answer");
  assert_fails ("nothing:0", "does not answer");
}

static GBytes *
picture_of (guint         columns,
            guint         rows,
            guint         channels,
            guint         depth,
            const guint8 *data,
            gsize         size)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  StewardScannerPage page = { columns, rows, size / rows, channels, depth, 200, bytes };
  g_autoptr (GError) error = NULL;
  GBytes *picture;

  g_byte_array_append (bytes, data, size);
  picture = steward_scanner_page_to_picture (&page, &error);
  g_assert_no_error (error);
  return picture;
}

/* Every depth that devices give becomes a picture that is read again. */
static void
test_every_depth_becomes_a_picture (void)
{
  static const struct { guint channels, depth; StewardScanFormat format; } cases[] = {
    { 1, 1, STEWARD_SCAN_PNG }, { 1, 8, STEWARD_SCAN_JPEG }, { 3, 8, STEWARD_SCAN_JPEG },
    { 1, 16, STEWARD_SCAN_JPEG }, { 3, 16, STEWARD_SCAN_JPEG },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize stride = (64 * cases[i].channels * cases[i].depth + 7) / 8;
      g_autofree guint8 *data = g_malloc0 (stride * 48);
      g_autoptr (GBytes) picture = picture_of (64, 48, cases[i].channels, cases[i].depth, data, stride * 48);
      const StewardScanSource page = { (char *) "page", picture };
      StewardScanInfo info;

      examine (&page, &info);
      g_assert_cmpint (info.format, ==, cases[i].format);
      g_assert_cmpuint (info.columns, ==, 64);
      g_assert_cmpuint (info.rows, ==, 48);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scanner/devices-are-listed", test_devices_are_listed);
  g_test_add_func ("/scanner/a-page-is-taken", test_a_page_is_taken);
  g_test_add_func ("/scanner/the-feeder-is-emptied", test_the_feeder_is_emptied);
  g_test_add_func ("/scanner/a-scan-is-stopped", test_a_scan_is_stopped);
  g_test_add_func ("/scanner/no-such-device", test_no_such_device);
  g_test_add_func ("/scanner/failures-are-told", test_failures_are_told);
  g_test_add_func ("/scanner/every-depth-becomes-a-picture", test_every_depth_becomes_a_picture);
  return g_test_run ();
}
