/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "signature-fixture.h"
#include "steward-error.h"
#include "steward-pdf-form-private.h"
#include "steward-pkcs12-signer.h"

static const char * const kind_names[TEST_N_KINDS] = { "classic", "packed", "linear", "linear-packed" };

static TestKeys *keys;

static guint
count (const char *text,
       const char *word)
{
  guint n = 0;

  for (; (text = strstr (text, word)) != NULL; text += strlen (word))
    n++;
  return n;
}

static void
assert_sound (GBytes *pdf)
{
  g_autofree char *path = test_put (keys, "sound.pdf", pdf);
  g_autofree char *qpdf = test_run ("qpdf", "--check", path, NULL);

  g_assert_nonnull (strstr (qpdf, "No syntax or stream encoding errors found"));
}

/* Others must find the same as we do. */
static void
assert_others_agree (GBytes *pdf,
                     guint   n)
{
  g_autofree char *path = test_put (keys, "signed.pdf", pdf);
  g_autofree char *home = g_strconcat ("HOME=", keys->folder, NULL);
  g_autofree char *poppler = test_run ("env", home, "pdfsig", path, NULL);
  g_autofree char *mupdf = test_run ("mutool", "sign", "-v", path, NULL);

  assert_sound (pdf);
  g_assert_cmpuint (count (poppler, "Signature is Valid."), ==, n);
  g_assert_cmpuint (count (poppler, "Signature Validation"), ==, n);
  g_assert_cmpuint (count (poppler, "Total document signed"), ==, 1);
  g_assert_cmpuint (count (mupdf, "The document is unchanged since signing."), ==, 1);
  g_assert_cmpuint (count (mupdf, "The signature is valid but there have been edits since signing."), ==, n - 1);
}

static void
assert_good (GBytes     *pdf,
             guint       n,
             const char *last)
{
  g_autoptr (StewardPdfVerification) verification = test_verify (keys, pdf);

  g_assert_cmpint (verification->verdict, ==, STEWARD_PDF_GOOD);
  g_assert_cmpuint (verification->signatures->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      const StewardPdfSignature *signature = verification->signatures->pdata[i];

      g_assert_true (signature->intact && signature->trusted);
      g_assert_cmpint (signature->covers_whole, ==, i == n - 1);
      g_assert_cmpuint (signature->changes->len, ==, 0);
      g_assert_cmpstr (signature->reason, ==, "办结");
      g_assert_cmpstr (signature->place, ==, "晋城");
      g_assert_nonnull (signature->time);
    }
  g_assert_cmpstr (((StewardPdfSignature *) verification->signatures->pdata[n - 1])->field, ==, last);
}

static void
test_both (gconstpointer data)
{
  TestKind kind = GPOINTER_TO_INT (data);
  g_autoptr (GBytes) paper = test_paper (kind);
  g_autoptr (GBytes) once = test_sign (paper, STEWARD_FIELD_UNIT, keys->unit);
  g_autoptr (GBytes) twice = test_sign (once, STEWARD_FIELD_STEWARD, keys->steward);
  g_autoptr (GBytes) start = g_bytes_new_from_bytes (twice, 0, g_bytes_get_size (once));
  g_autoptr (GBytes) first = g_bytes_new_from_bytes (twice, 0, g_bytes_get_size (paper));

  assert_good (once, 1, STEWARD_FIELD_UNIT);
  assert_others_agree (once, 1);
  assert_good (twice, 2, STEWARD_FIELD_STEWARD);
  assert_others_agree (twice, 2);
  /* Never rewritten. */
  g_assert_true (g_bytes_equal (start, once));
  g_assert_true (g_bytes_equal (first, paper));
}

static GBytes *
read_file (const char *path)
{
  char *data;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  return g_bytes_new_take (data, size);
}

/* The same paper as another program writes it. */
static void
test_other_producers (void)
{
  static const char * const ways[] = { "-g", "-gggg", "-z", "-d", "-l" };
  g_autoptr (GBytes) paper = test_paper (TEST_CLASSIC);
  g_autofree char *path = test_put (keys, "ours.pdf", paper);
  g_autofree char *other = g_build_filename (keys->folder, "theirs.pdf", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *said = test_run ("mutool", "clean", ways[i], path, other, NULL);
      g_autoptr (GBytes) theirs = read_file (other);
      g_autoptr (GBytes) once = test_sign (theirs, STEWARD_FIELD_UNIT, keys->unit);
      g_autoptr (GBytes) twice = test_sign (once, STEWARD_FIELD_STEWARD, keys->steward);

      assert_good (twice, 2, STEWARD_FIELD_STEWARD);
      assert_others_agree (twice, 2);
    }
}

/* Another program signs in the field that is left. Its digest can be forged,
 * so its signature does not count, but ours is as it was. */
static void
test_other_signs_second (gconstpointer data)
{
  g_autoptr (GBytes) paper = test_paper (GPOINTER_TO_INT (data));
  g_autoptr (GBytes) once = test_sign (paper, STEWARD_FIELD_UNIT, keys->unit);
  g_autofree char *key = test_put (keys, "unit.p12", keys->unit_p12);
  g_autofree char *path = test_put (keys, "once.pdf", once);
  g_autofree char *other = g_build_filename (keys->folder, "twice.pdf", NULL);
  g_autoptr (StewardPdfFile) file = steward_pdf_file_open (once, g_bytes_get_size (once), NULL);
  g_autoptr (GPtrArray) fields = steward_pdf_form_read (file, NULL);
  g_autofree char *number = g_strdup_printf ("%u", steward_pdf_form_find (fields, STEWARD_FIELD_STEWARD)->number);
  g_autofree char *said = test_run ("mutool", "sign", "-s", key, "-P", TEST_PASSWORD, "-o", other, path, number, NULL);
  g_autoptr (GBytes) twice = read_file (other);
  g_autoptr (StewardPdfVerification) verification = test_verify (keys, twice);
  const StewardPdfSignature *first = verification->signatures->pdata[0];

  g_assert_cmpuint (verification->signatures->len, ==, 2);
  g_assert_true (first->intact && first->trusted && !first->covers_whole);
  g_assert_cmpuint (first->changes->len, ==, 0);
  g_assert_cmpint (verification->verdict, ==, STEWARD_PDF_BROKEN);
}

static void
assert_refused (GBytes        *pdf,
                const char    *field,
                StewardError   code)
{
  const StewardPdfSigning signing = { field, NULL, NULL, NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) result = steward_pdf_sign (pdf, &signing, keys->unit, NULL, &error);

  g_assert_null (result);
  g_assert_error (error, STEWARD_ERROR, (int) code);
  g_assert_cmpstr (error->message, !=, "");
}

static void
test_order (void)
{
  g_autoptr (GBytes) paper = test_paper (TEST_CLASSIC);
  g_autoptr (GBytes) once = test_sign (paper, STEWARD_FIELD_UNIT, keys->unit);

  assert_refused (paper, STEWARD_FIELD_STEWARD, STEWARD_ERROR_INVALID);
  assert_refused (once, STEWARD_FIELD_UNIT, STEWARD_ERROR_INVALID);
  assert_refused (paper, "nobody", STEWARD_ERROR_UNKNOWN);
}

static void
test_unfit (void)
{
  g_autoptr (GBytes) drawing = test_drawing ();
  g_autoptr (GBytes) paper = test_paper (TEST_CLASSIC);
  g_autoptr (GBytes) once = test_sign (paper, STEWARD_FIELD_UNIT, keys->unit);
  g_autoptr (GBytes) tampered = test_overwrite (once, test_find (once, "/MediaBox", 0), "/mediaBox", 9);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (paper, 0, g_bytes_get_size (paper) - 30);
  g_autoptr (GBytes) text = g_bytes_new_static ("no PDF", 6);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);

  assert_refused (drawing, STEWARD_FIELD_UNIT, STEWARD_ERROR_UNKNOWN);
  assert_refused (tampered, STEWARD_FIELD_STEWARD, STEWARD_ERROR_INVALID);
  assert_refused (cut, STEWARD_FIELD_UNIT, STEWARD_ERROR_SYNTAX);
  assert_refused (text, STEWARD_FIELD_UNIT, STEWARD_ERROR_SYNTAX);
  assert_refused (empty, STEWARD_FIELD_UNIT, STEWARD_ERROR_SYNTAX);
}

static void
test_encrypted (void)
{
  g_autoptr (GBytes) paper = test_paper (TEST_CLASSIC);
  g_autofree char *path = test_put (keys, "plain.pdf", paper);
  g_autofree char *locked = g_build_filename (keys->folder, "locked.pdf", NULL);
  g_autofree char *said = test_run ("qpdf", "--encrypt", "", "owner", "256", "--", path, locked, NULL);
  g_autoptr (GBytes) bytes = read_file (locked);

  assert_refused (bytes, STEWARD_FIELD_UNIT, STEWARD_ERROR_INVALID);
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) paper = test_paper (TEST_CLASSIC);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const StewardPdfSigning signing = { STEWARD_FIELD_UNIT, NULL, NULL, NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) result = NULL;

  g_cancellable_cancel (cancellable);
  result = steward_pdf_sign (paper, &signing, keys->unit, cancellable, &error);
  g_assert_null (result);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A file is replaced as a whole or not at all. */
static void
test_file (void)
{
  g_autoptr (GBytes) paper = test_paper (TEST_CLASSIC);
  g_autofree char *path = test_put (keys, "in-place.pdf", paper);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  const StewardPdfSigning early = { STEWARD_FIELD_STEWARD, NULL, NULL, NULL, NULL };
  const StewardPdfSigning right = { STEWARD_FIELD_UNIT, NULL, "办结", "晋城", NULL };
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (steward_pdf_sign_file (file, file, &early, keys->unit, NULL, NULL));
  after = g_file_load_bytes (file, NULL, NULL, NULL);
  g_assert_true (g_bytes_equal (after, paper));
  g_bytes_unref (after);
  g_assert_true (steward_pdf_sign_file (file, file, &right, keys->unit, NULL, &error));
  g_assert_no_error (error);
  after = g_file_load_bytes (file, NULL, NULL, NULL);
  assert_good (after, 1, STEWARD_FIELD_UNIT);
}

/* Also where the signed end of the file has to be looked for. */
static void
test_verifying_cancelled (void)
{
  static const char * const tails[] = { "", "startxref\n999999999\n%%EOF\n" };
  g_autoptr (GBytes) twice = test_sign_both (keys, TEST_CLASSIC);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    {
      GByteArray *longer = g_byte_array_new ();
      g_autoptr (GBytes) pdf = NULL;
      g_autoptr (StewardPdfVerification) verification = NULL;
      g_autoptr (GError) error = NULL;

      g_byte_array_append (longer, g_bytes_get_data (twice, NULL), g_bytes_get_size (twice));
      g_byte_array_append (longer, (const guint8 *) tails[i], strlen (tails[i]));
      pdf = g_byte_array_free_to_bytes (longer);
      verification = steward_pdf_verify (pdf, keys->trust, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (verification->signatures->len, ==, 2);
      g_assert_null (steward_pdf_verify (pdf, keys->trust, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

/* The time, the words and the name come back as they went in. */
static void
test_words (void)
{
  g_autoptr (GBytes) paper = test_paper (TEST_PACKED);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("+08:00");
  g_autoptr (GDateTime) time = g_date_time_new (zone, 2026, 8, 12, 9, 15, 30);
  const StewardPdfSigning signing = { STEWARD_FIELD_UNIT, NULL, "同意 (a) \\ 𠮷", "", time };
  g_autoptr (GBytes) result = steward_pdf_sign (paper, &signing, keys->unit, NULL, NULL);
  g_autoptr (StewardPdfVerification) verification = test_verify (keys, result);
  const StewardPdfSignature *signature = verification->signatures->pdata[0];
  g_autofree char *text = g_date_time_format_iso8601 (signature->time);
  g_autofree char *long_text = g_strnfill (2000, 'x');
  const StewardPdfSigning too_long = { STEWARD_FIELD_UNIT, NULL, long_text, NULL, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (text, ==, "2026-08-12T09:15:30+08");
  g_assert_cmpstr (signature->reason, ==, "同意 (a) \\ 𠮷");
  g_assert_null (signature->place);
  g_assert_cmpstr (signature->signer, ==, "虚构建设公司");
  g_assert_cmpuint (verification->empty_fields->len, ==, 1);
  g_assert_null (steward_pdf_sign (paper, &too_long, keys->unit, NULL, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
}

static void
test_trust (void)
{
  const struct { StewardSigner *signer; gboolean self_made; } cases[] = {
    { keys->self_made, TRUE }, { keys->expired, FALSE }
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) paper = test_paper (TEST_CLASSIC);
      g_autoptr (GBytes) once = test_sign (paper, STEWARD_FIELD_UNIT, cases[i].signer);
      g_autoptr (StewardPdfVerification) verification = test_verify (keys, once);
      const StewardPdfSignature *signature = verification->signatures->pdata[0];

      g_assert_cmpint (verification->verdict, ==, STEWARD_PDF_UNTRUSTED);
      g_assert_true (signature->intact);
      g_assert_false (signature->trusted);
      g_assert_nonnull (signature->trust_problem);
      g_assert_cmpint (signature->self_made, ==, cases[i].self_made);
    }
}

static void
test_trust_nobody (void)
{
  g_autoptr (GBytes) twice = test_sign_both (keys, TEST_CLASSIC);
  g_autoptr (StewardPdfVerification) verification = steward_pdf_verify (twice, NULL, NULL, NULL);

  g_assert_cmpint (verification->verdict, ==, STEWARD_PDF_UNTRUSTED);
  g_assert_true (((StewardPdfSignature *) verification->signatures->pdata[0])->intact);
}

/* A picture of the first page, one byte each of red, green and blue. */
static GBytes *
render (GBytes *pdf)
{
  g_autofree char *path = test_put (keys, "page.pdf", pdf);
  g_autofree char *stem = g_build_filename (keys->folder, "page", NULL);
  g_autofree char *picture = g_strconcat (stem, ".ppm", NULL);
  g_autofree char *said = test_run ("pdftoppm", "-r", "72", "-f", "1", "-singlefile", path, stem, NULL);
  GBytes *bytes = read_file (picture);

  g_assert_cmpuint (g_bytes_get_size (bytes), >, 400 * 300 * 3);
  return bytes;
}

/* @left: of the field on the page, which is 400 points wide */
static void
assert_only_field_differs (GBytes  *before,
                           GBytes  *after,
                           int      left,
                           double   min_red,
                           double   max_red)
{
  const guint8 *a = g_bytes_get_data (before, NULL), *b = g_bytes_get_data (after, NULL);
  gsize head = g_bytes_get_size (before) - 400 * 300 * 3;
  guint red = 0;

  g_assert_cmpuint (g_bytes_get_size (before), ==, g_bytes_get_size (after));
  for (int y = 0; y < 300; y++)
    for (int x = 0; x < 400; x++)
      {
        gsize at = head + (y * 400 + x) * 3;

        if (x < left || x >= left + 120 || y < 50 || y >= 170)
          g_assert_cmpmem (a + at, 3, b + at, 3);
        else
          red += b[at] > b[at + 1] + 60;
      }
  g_assert_cmpfloat (red, >=, min_red);
  g_assert_cmpfloat (red, <=, max_red);
}

/* A seal of 40 mm is a disc of 113 points; in the field of 120 nothing else
 * is touched. */
static void
test_seal_is_seen (void)
{
  g_autoptr (GBytes) paper = test_paper (TEST_LINEAR_PACKED);
  g_autoptr (GBytes) once = test_sign (paper, STEWARD_FIELD_UNIT, keys->unit);
  g_autoptr (GBytes) before = render (paper);
  g_autoptr (GBytes) after = render (once);
  double side = 40 * 72 / 25.4, disc = G_PI * side * side / 4;

  assert_only_field_differs (before, after, 100, 0.93 * disc, 1.05 * disc);
}

static void
test_larger_seal_is_fitted (void)
{
  g_autoptr (GBytes) paper = test_paper (TEST_CLASSIC);
  g_autoptr (GBytes) png = test_seal (1500);
  const StewardSeal seal = { png, 80, NULL, "虚构建设公司\n2026-08-12" };
  const StewardPdfSigning signing = { STEWARD_FIELD_UNIT, &seal, NULL, NULL, NULL };
  g_autoptr (GBytes) once = steward_pdf_sign (paper, &signing, keys->unit, NULL, NULL);
  g_autoptr (GBytes) before = render (paper);
  g_autoptr (GBytes) after = render (once);

  assert_only_field_differs (before, after, 100, 4000, 120 * 120);
}

/* Fields whose look is an object of its own, below a name they share, in a
 * form that stands in the catalog and does not tell of signatures. */
static void
test_other_forms (void)
{
  g_autoptr (GBytes) paper = test_build (
    "1 0 obj\n<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [4 0 R]>>>>\nendobj\n"
    "2 0 obj\n<</Type /Pages /Kids [3 0 R] /Count 1>>\nendobj\n"
    "3 0 obj\n<</Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Annots [7 0 R 8 0 R]>>\nendobj\n"
    "4 0 obj\n<</T (party) /FT /Sig /Kids [5 0 R 6 0 R]>>\nendobj\n"
    "5 0 obj\n<</T (a) /Parent 4 0 R /Kids [7 0 R]>>\nendobj\n"
    "6 0 obj\n<</T (b) /Parent 4 0 R /Kids [8 0 R]>>\nendobj\n"
    "7 0 obj\n<</Type /Annot /Subtype /Widget /Parent 5 0 R /P 3 0 R /F 4 /Rect [100 130 220 250]>>\nendobj\n"
    "8 0 obj\n<</Type /Annot /Subtype /Widget /Parent 6 0 R /P 3 0 R /F 4 /Rect [240 130 360 250]>>\nendobj\n",
    "<</Size 9 /Root 1 0 R>>");
  g_autoptr (GBytes) once = test_sign (paper, "party.b", keys->steward);
  g_autoptr (GBytes) twice = test_sign (once, "party.a", keys->unit);
  g_autoptr (GBytes) before = render (paper);
  g_autoptr (GBytes) after = render (once);

  assert_good (once, 1, "party.b");
  /* pdfsig and mutool look for signatures only in what is seen on a page. */
  assert_good (twice, 2, "party.a");
  assert_sound (twice);
  assert_only_field_differs (before, after, 240, 9000, 120 * 120);
}

/* Dark points of a picture that is @columns wide, in a box of it. */
static guint
count_dark (GBytes *picture,
            int     columns,
            int     rows,
            int     left,
            int     top,
            int     width,
            int     height)
{
  const guint8 *data = g_bytes_get_data (picture, NULL);
  gsize head = g_bytes_get_size (picture) - columns * rows * 3;
  guint n = 0;

  for (int y = top; y < top + height; y++)
    for (int x = left; x < left + width; x++)
      n += data[head + (y * columns + x) * 3] < 128;
  return n;
}

/* On a page that is shown turned, the small print is below as well. */
static void
test_turned_pages (void)
{
  static const struct { int turn, left, top; } cases[] = {
    { 0, 100, 50 }, { 90, 130, 100 }, { 180, 180, 130 }, { -90, 50, 180 }, { 450, 130, 100 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *objects = g_strdup_printf (
        "1 0 obj\n<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [4 0 R] /SigFlags 3>>>>\nendobj\n"
        "2 0 obj\n<</Type /Pages /Kids [3 0 R] /Count 1 /Rotate %d>>\nendobj\n"
        "3 0 obj\n<</Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Annots [4 0 R]>>\nendobj\n"
        "4 0 obj\n<</T (unit) /FT /Sig /Type /Annot /Subtype /Widget /P 3 0 R /F 4 /Rect [100 130 220 250]>>\nendobj\n",
        cases[i].turn);
      g_autoptr (GBytes) paper = test_build (objects, "<</Size 5 /Root 1 0 R>>");
      const StewardSeal seal = { NULL, 0, NULL, "IIIIIIIIIIIIIIIIIIII" };
      const StewardPdfSigning signing = { STEWARD_FIELD_UNIT, &seal, NULL, NULL, NULL };
      g_autoptr (GBytes) once = steward_pdf_sign (paper, &signing, keys->unit, NULL, NULL);
      g_autoptr (GBytes) picture = render (once);
      int columns = cases[i].turn % 180 == 0 ? 400 : 300, rows = 700 - columns;
      guint all = count_dark (picture, columns, rows, 0, 0, columns, rows);

      g_assert_cmpuint (all, >, 20);
      g_assert_cmpuint (count_dark (picture, columns, rows, cases[i].left, cases[i].top + 100, 120, 20), ==, all);
    }
}

/* Whoever certified a file may forbid further signatures. */
static void
test_closed (void)
{
  g_autoptr (GBytes) paper = test_build (
    "1 0 obj\n<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [4 0 R] /SigFlags 3>>"
    " /Perms <</DocMDP <</Type /Sig /Reference [<</TransformMethod /DocMDP /TransformParams <</P 1>>>>]>>>>>>\nendobj\n"
    "2 0 obj\n<</Type /Pages /Kids [3 0 R] /Count 1>>\nendobj\n"
    "3 0 obj\n<</Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Annots [4 0 R]>>\nendobj\n"
    "4 0 obj\n<</T (unit) /FT /Sig /Type /Annot /Subtype /Widget /F 4 /Rect [100 130 220 250]>>\nendobj\n",
    "<</Size 5 /Root 1 0 R>>");

  assert_refused (paper, STEWARD_FIELD_UNIT, STEWARD_ERROR_INVALID);
}

static void
test_drawing_is_seen (void)
{
  g_autoptr (GBytes) paper = test_paper (TEST_CLASSIC);
  g_autoptr (GArray) strokes = g_array_new (FALSE, FALSE, sizeof (StewardStrokePoint));
  StewardSeal seal = { NULL, 0, strokes, NULL };
  const StewardPdfSigning signing = { STEWARD_FIELD_UNIT, &seal, NULL, NULL, NULL };
  g_autoptr (GBytes) before = render (paper);
  g_autoptr (GBytes) once = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;
  StewardStrokePoint wild = { NAN, 0, 1, TRUE };

  for (int i = 0; i < 50; i++)
    g_array_append_vals (strokes, &(StewardStrokePoint) { i, 10 + 5 * sin (i / 5.0), 0.5 + i / 50.0, i % 25 == 0 }, 1);
  once = steward_pdf_sign (paper, &signing, keys->unit, NULL, &error);
  g_assert_no_error (error);
  after = render (once);
  assert_only_field_differs (before, after, 100, 0, 0);
  g_assert_false (g_bytes_equal (before, after));
  g_array_append_val (strokes, wild);
  g_assert_null (steward_pdf_sign (paper, &signing, keys->unit, NULL, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER);
}

static void
test_bad_seals (void)
{
  g_autoptr (GBytes) paper = test_paper (TEST_CLASSIC);
  g_autoptr (GBytes) png = test_seal (50);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (png, 0, g_bytes_get_size (png) / 2);
  g_autoptr (GBytes) text = g_bytes_new_static ("JFIF or so", 10);
  g_autoptr (GBytes) huge = NULL;
  guint8 *copy = g_memdup2 (g_bytes_get_data (png, NULL), g_bytes_get_size (png));
  GBytes *pictures[3];

  copy[16] = copy[20] = 0x7f;
  huge = g_bytes_new_take (copy, g_bytes_get_size (png));
  pictures[0] = cut;
  pictures[1] = text;
  pictures[2] = huge;
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      const StewardSeal seal = { pictures[i], 0, NULL, NULL };
      const StewardPdfSigning signing = { STEWARD_FIELD_UNIT, &seal, NULL, NULL, NULL };
      g_autoptr (GError) error = NULL;

      g_assert_null (steward_pdf_sign (paper, &signing, keys->unit, NULL, &error));
      g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER);
    }
}

/* Signing does not make another document of it; another paper is one. */
static void
test_identifier (void)
{
  g_autoptr (GBytes) paper = test_paper (TEST_CLASSIC);
  g_autoptr (GBytes) both = test_sign_both (keys, TEST_CLASSIC);
  g_autoptr (GBytes) none = test_drawing ();
  g_autoptr (StewardPdfVerification) before = test_verify (keys, paper);
  g_autoptr (StewardPdfVerification) after = test_verify (keys, both);
  g_autoptr (StewardPdfVerification) without = test_verify (keys, none);

  g_assert_cmpuint (strlen (before->identifier), ==, 32);
  g_assert_cmpstr (before->identifier, ==, after->identifier);
  g_assert_null (without->identifier);
}

/* What the window shows of a seal is what signing takes, under the same limits. */
static void
test_seal_is_read (void)
{
  g_autoptr (GBytes) png = test_seal (2000);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (png, 0, g_bytes_get_size (png) / 2);
  g_autoptr (GBytes) pixels = NULL;
  g_autoptr (GError) error = NULL;
  int columns, rows;

  pixels = steward_seal_read_picture (png, &columns, &rows, &error);
  g_assert_no_error (error);
  g_assert_cmpint (columns, ==, 960);
  g_assert_cmpint (rows, ==, 960);
  g_assert_cmpuint (g_bytes_get_size (pixels), ==, 960 * 960 * 4);
  /* Half of it shines through in the middle, all of it in the corner. */
  g_assert_cmpuint (((const guint32 *) g_bytes_get_data (pixels, NULL))[480 * 960 + 480] >> 24, ==, 128);
  g_assert_cmpuint (((const guint32 *) g_bytes_get_data (pixels, NULL))[0], ==, 0);
  g_assert_null (steward_seal_read_picture (cut, &columns, &rows, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  keys = test_keys_new ();
  for (int kind = 0; kind < TEST_N_KINDS; kind++)
    {
      g_autofree char *path = g_strconcat ("/sign/both-parties/", kind_names[kind], NULL);

      g_autofree char *second = g_strconcat ("/sign/another-program-signs-second/", kind_names[kind], NULL);

      g_test_add_data_func (path, GINT_TO_POINTER (kind), test_both);
      g_test_add_data_func (second, GINT_TO_POINTER (kind), test_other_signs_second);
    }
  g_test_add_func ("/sign/files-of-other-producers", test_other_producers);
  g_test_add_func ("/sign/the-unit-first-then-the-steward", test_order);
  g_test_add_func ("/sign/what-cannot-be-signed-is-refused", test_unfit);
  g_test_add_func ("/sign/an-encrypted-file-is-refused", test_encrypted);
  g_test_add_func ("/sign/forms-of-another-shape", test_other_forms);
  g_test_add_func ("/sign/upright-on-turned-pages", test_turned_pages);
  g_test_add_func ("/sign/a-closed-file-is-refused", test_closed);
  g_test_add_func ("/sign/can-be-cancelled", test_cancelled);
  g_test_add_func ("/sign/verifying-can-be-cancelled", test_verifying_cancelled);
  g_test_add_func ("/sign/a-file-is-replaced-whole-or-not-at-all", test_file);
  g_test_add_func ("/sign/words-and-time-come-back", test_words);
  g_test_add_func ("/sign/self-made-and-expired-are-not-trusted", test_trust);
  g_test_add_func ("/sign/without-roots-nobody-is-trusted", test_trust_nobody);
  g_test_add_func ("/sign/the-seal-is-seen-and-nothing-else-changes", test_seal_is_seen);
  g_test_add_func ("/sign/a-larger-seal-is-fitted", test_larger_seal_is_fitted);
  g_test_add_func ("/sign/a-drawing-is-seen", test_drawing_is_seen);
  g_test_add_func ("/sign/bad-seals-are-refused", test_bad_seals);
  g_test_add_func ("/sign/it-stays-the-same-document", test_identifier);
  g_test_add_func ("/sign/a-seal-is-read-as-it-will-be-seen", test_seal_is_read);
  status = g_test_run ();
  test_keys_free (keys);
  return status;
}
