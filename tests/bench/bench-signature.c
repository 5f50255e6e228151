/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signing a paper with a seal, and verifying one with two signatures, against
 * the bare arithmetic: RSA signatures made and checked over the same bytes, and
 * the picture of the seal unpacked and packed. A small paper shows what
 * reading, writing and the certificates cost, a scan of 15 MB what the bytes
 * cost. */
#include <cairo.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <string.h>

#include "bench.h"
#include "signature-fixture.h"
#include "steward-pdf-append-private.h"
#include "steward-pdf-flate-private.h"

#define N_ROUNDS 20
#define SCAN_BYTES (15 * 1000 * 1000)
/* Some times what is seen: 1.3 and 1.6 for signing, 41 and 1.1 for verifying
 * (1.6 ms, since two checks of an RSA signature take but 0.04 ms). */
#define SIGN_BOUND 5
#define SIGN_SCAN_BOUND 5
#define VERIFY_BOUND 150
#define VERIFY_SCAN_BOUND 4

typedef struct
{
  TestKeys *keys;
  GBytes   *paper;
  GBytes   *signed_by_both;
  GBytes   *seal;
  EVP_PKEY *key;
  guint8    signature[1024];
  gsize     length;
} Bench;

typedef struct
{
  const guint8 *data;
} Source;

static cairo_status_t
read_some (void          *closure,
           unsigned char *data,
           unsigned int   length)
{
  Source *source = closure;

  memcpy (data, source->data, length);
  source->data += length;
  return CAIRO_STATUS_SUCCESS;
}

/* As much as a seal has: its colours and its opacity. */
static gsize
pack_seal (GBytes *seal)
{
  Source source = { g_bytes_get_data (seal, NULL) };
  cairo_surface_t *picture = cairo_image_surface_create_from_png_stream (read_some, &source);
  gsize size = cairo_image_surface_get_stride (picture) * cairo_image_surface_get_height (picture);
  g_autoptr (GByteArray) packed = steward_pdf_deflate (cairo_image_surface_get_data (picture), size);

  cairo_surface_destroy (picture);
  return packed->len;
}

static gint64
sign_bare (gpointer data)
{
  Bench *bench = data;
  EVP_MD_CTX *context = EVP_MD_CTX_new ();
  gsize packed = pack_seal (bench->seal);

  bench->length = sizeof bench->signature;
  g_assert_cmpint (EVP_DigestSignInit (context, NULL, EVP_sha256 (), NULL, bench->key), ==, 1);
  g_assert_cmpint (EVP_DigestSign (context, bench->signature, &bench->length, g_bytes_get_data (bench->paper, NULL),
                                   g_bytes_get_size (bench->paper)), ==, 1);
  EVP_MD_CTX_free (context);
  return bench->signature[0] + packed;
}

/* As many as the paper has. */
static gint64
verify_bare (gpointer data)
{
  Bench *bench = data;
  gint64 n = 0;

  for (guint i = 0; i < 2; i++)
    {
      EVP_MD_CTX *context = EVP_MD_CTX_new ();

      g_assert_cmpint (EVP_DigestVerifyInit (context, NULL, EVP_sha256 (), NULL, bench->key), ==, 1);
      n += EVP_DigestVerify (context, bench->signature, bench->length, g_bytes_get_data (bench->paper, NULL),
                             g_bytes_get_size (bench->paper));
      EVP_MD_CTX_free (context);
    }
  g_assert_cmpint (n, ==, 2);
  return n;
}

static gint64
sign (gpointer data)
{
  Bench *bench = data;
  const StewardSeal seal = { bench->seal, 0, NULL, "虚构建设公司 2026-08-12" };
  const StewardPdfSigning signing = { STEWARD_FIELD_UNIT, &seal, "办结", "晋城", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) result = steward_pdf_sign (bench->paper, &signing, bench->keys->unit, NULL, &error);

  g_assert_no_error (error);
  return g_bytes_get_size (result);
}

static gint64
verify (gpointer data)
{
  Bench *bench = data;
  g_autoptr (StewardPdfVerification) verification = test_verify (bench->keys, bench->signed_by_both);

  g_assert_cmpint (verification->verdict, ==, STEWARD_PDF_GOOD);
  return verification->signatures->len;
}

/* The paper with as many bytes as a scan. */
static GBytes *
make_scan (GBytes *paper)
{
  g_auto (StewardPdfAppender) appender = { NULL };
  g_autoptr (StewardPdfFile) file = steward_pdf_file_open (paper, g_bytes_get_size (paper), NULL);
  g_autoptr (GByteArray) noise = g_byte_array_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  g_byte_array_set_size (noise, SCAN_BYTES);
  for (gsize i = 0; i < SCAN_BYTES; i++)
    noise->data[i] = g_rand_int (random);
  steward_pdf_appender_init (&appender, file);
  steward_pdf_appender_add_stream (&appender, "/Type /XObject /Subtype /Image", noise);
  steward_pdf_appender_finish (&appender);
  return g_byte_array_free_to_bytes (g_steal_pointer (&appender.bytes));
}

static gboolean
measure (Bench      *bench,
         const char *what,
         double      sign_bound,
         double      verify_bound)
{
  g_autoptr (GBytes) once = test_sign (bench->paper, STEWARD_FIELD_UNIT, bench->keys->unit);
  g_autofree char *sign_name = g_strdup_printf ("sign %s with a seal", what);
  g_autofree char *verify_name = g_strdup_printf ("verify two signatures of %s", what);
  double floor_sign, floor_verify;
  gboolean good;

  bench->signed_by_both = test_sign (once, STEWARD_FIELD_STEWARD, bench->keys->steward);
  floor_sign = bench_measure (sign_bare, bench, N_ROUNDS);
  floor_verify = bench_measure (verify_bare, bench, N_ROUNDS);
  good = bench_report (sign_name, bench_measure (sign, bench, N_ROUNDS), floor_sign, sign_bound);
  good &= bench_report (verify_name, bench_measure (verify, bench, N_ROUNDS), floor_verify, verify_bound);
  g_clear_pointer (&bench->signed_by_both, g_bytes_unref);
  return good;
}

int
main (void)
{
  Bench bench = { test_keys_new (), test_paper (TEST_CLASSIC), NULL, test_seal (900), EVP_RSA_gen (2048) };
  GBytes *scan = make_scan (bench.paper);
  gboolean good = measure (&bench, "a paper", SIGN_BOUND, VERIFY_BOUND);

  g_bytes_unref (bench.paper);
  bench.paper = scan;
  good &= measure (&bench, "a scan of 15 MB", SIGN_SCAN_BOUND, VERIFY_SCAN_BOUND);
  g_bytes_unref (bench.paper);
  g_bytes_unref (bench.seal);
  EVP_PKEY_free (bench.key);
  test_keys_free (bench.keys);
  return good ? 0 : 1;
}
