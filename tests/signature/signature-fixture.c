/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "signature-fixture.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/x509v3.h>
#include <qpdf/qpdf-c.h>
#include <string.h>

#include "steward-pdf-finalise.h"
#include "steward-pkcs12-signer.h"

#define DAY (24 * 60 * 60)

/* From the clock of the machine, since signing uses it, too. */
static X509 *
make_certificate (EVP_PKEY   *key,
                  const char *name,
                  X509       *issuer,
                  EVP_PKEY   *issuer_key,
                  long        from,
                  long        to)
{
  X509 *certificate = X509_new ();
  X509_NAME *subject = X509_get_subject_name (certificate);

  X509_set_version (certificate, 2);
  ASN1_INTEGER_set_uint64 (X509_get_serialNumber (certificate), 1 + g_random_int ());
  X509_gmtime_adj (X509_getm_notBefore (certificate), from);
  X509_gmtime_adj (X509_getm_notAfter (certificate), to);
  X509_set_pubkey (certificate, key);
  X509_NAME_add_entry_by_txt (subject, "CN", MBSTRING_UTF8, (const unsigned char *) name, -1, -1, 0);
  X509_set_issuer_name (certificate, issuer != NULL ? X509_get_subject_name (issuer) : subject);
  if (issuer == NULL)
    {
      X509_EXTENSION *extension = X509V3_EXT_conf_nid (NULL, NULL, NID_basic_constraints, "critical,CA:TRUE");

      X509_add_ext (certificate, extension, -1);
      X509_EXTENSION_free (extension);
    }
  g_assert_cmpint (X509_sign (certificate, issuer_key, EVP_sha256 ()), >, 0);
  return certificate;
}

static GBytes *
make_pkcs12 (EVP_PKEY *key,
             X509     *certificate,
             X509     *root)
{
  STACK_OF (X509) *others = sk_X509_new_null ();
  PKCS12 *pkcs12;
  unsigned char *der = NULL;
  GBytes *bytes;
  int size;

  if (root != NULL)
    sk_X509_push (others, root);
  pkcs12 = PKCS12_create (TEST_PASSWORD, NULL, key, certificate, others, 0, 0, 0, 0, 0);
  g_assert_nonnull (pkcs12);
  size = i2d_PKCS12 (pkcs12, &der);
  bytes = g_bytes_new (der, size);
  OPENSSL_free (der);
  PKCS12_free (pkcs12);
  sk_X509_free (others);
  return bytes;
}

static StewardSigner *
open_signer (GBytes *pkcs12)
{
  g_autoptr (StewardSecret) password = steward_secret_new (TEST_PASSWORD, strlen (TEST_PASSWORD));
  g_autoptr (GError) error = NULL;
  StewardSigner *signer = steward_pkcs12_signer_new (pkcs12, password, &error);

  g_assert_no_error (error);
  return signer;
}

/* A person below @root, or a self-made one without. */
static GBytes *
make_person (const char *name,
             EVP_PKEY   *key,
             X509       *root,
             EVP_PKEY   *root_key,
             long        from,
             long        to)
{
  X509 *certificate = make_certificate (key, name, root, root != NULL ? root_key : key, from, to);
  GBytes *pkcs12 = make_pkcs12 (key, certificate, root);

  X509_free (certificate);
  EVP_PKEY_free (key);
  return pkcs12;
}

static void
write_root (TestKeys *keys,
            X509     *root)
{
  g_autofree char *folder = g_build_filename (keys->folder, "roots", NULL);
  g_autofree char *path = g_build_filename (folder, "root.pem", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GError) error = NULL;
  FILE *stream;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  stream = fopen (path, "w");
  g_assert_nonnull (stream);
  g_assert_cmpint (PEM_write_X509 (stream, root), ==, 1);
  fclose (stream);
  keys->trust = steward_trust_load (file, &error);
  g_assert_no_error (error);
}

TestKeys *
test_keys_new (void)
{
  TestKeys *keys = g_new0 (TestKeys, 1);
  EVP_PKEY *root_key = EVP_EC_gen ("P-256");
  X509 *root = make_certificate (root_key, "试验根证书", NULL, root_key, -5000L * DAY, 5000L * DAY);
  g_autoptr (GBytes) self_made = NULL;
  g_autoptr (GBytes) expired = NULL;
  g_autoptr (GError) error = NULL;

  keys->folder = g_dir_make_tmp ("steward-signature-XXXXXX", &error);
  g_assert_no_error (error);
  write_root (keys, root);
  keys->unit_p12 = make_person ("虚构建设公司", EVP_RSA_gen (2048), root, root_key, -DAY, 1000L * DAY);
  keys->steward_p12 = make_person ("虚构项目长", EVP_EC_gen ("P-256"), root, root_key, -DAY, 1000L * DAY);
  self_made = make_person ("自制证书", EVP_EC_gen ("P-256"), NULL, NULL, -DAY, 1000L * DAY);
  expired = make_person ("过期证书", EVP_EC_gen ("P-256"), root, root_key, -4000L * DAY, -3999L * DAY);
  keys->unit = open_signer (keys->unit_p12);
  keys->steward = open_signer (keys->steward_p12);
  keys->self_made = open_signer (self_made);
  keys->expired = open_signer (expired);
  X509_free (root);
  EVP_PKEY_free (root_key);
  return keys;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
test_keys_free (TestKeys *keys)
{
  remove_folder (keys->folder);
  g_free (keys->folder);
  g_bytes_unref (keys->unit_p12);
  g_bytes_unref (keys->steward_p12);
  g_assert_finalize_object (G_OBJECT (keys->unit));
  g_assert_finalize_object (G_OBJECT (keys->steward));
  g_assert_finalize_object (G_OBJECT (keys->self_made));
  g_assert_finalize_object (G_OBJECT (keys->expired));
  steward_trust_unref (keys->trust);
  g_free (keys);
}

static cairo_status_t
append (void                *closure,
        const unsigned char *data,
        unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
test_drawing (void)
{
  GByteArray *buffer = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, buffer, 400, 300);
  cairo_t *cr = cairo_create (surface);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, "试验");
  for (int i = 0; i < 2; i++)
    {
      cairo_rectangle (cr, 10 + i, 10, 50, 50);
      cairo_fill (cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (buffer);
}

static GBytes *
convert (GBytes   *pdf,
         TestKind  kind)
{
  qpdf_data qpdf = qpdf_init ();
  GBytes *result;

  qpdf_silence_errors (qpdf);
  qpdf_read_memory (qpdf, "paper", g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL);
  qpdf_init_write_memory (qpdf);
  qpdf_set_deterministic_ID (qpdf, QPDF_TRUE);
  qpdf_set_object_stream_mode (qpdf, kind == TEST_PACKED || kind == TEST_LINEAR_PACKED ? qpdf_o_generate
                                                                                       : qpdf_o_disable);
  qpdf_set_linearization (qpdf, kind == TEST_LINEAR || kind == TEST_LINEAR_PACKED);
  qpdf_write (qpdf);
  g_assert_false (qpdf_has_error (qpdf));
  result = g_bytes_new (qpdf_get_buffer (qpdf), qpdf_get_buffer_length (qpdf));
  qpdf_cleanup (&qpdf);
  return result;
}

GBytes *
test_paper (TestKind kind)
{
  static char unit[] = STEWARD_FIELD_UNIT, steward[] = STEWARD_FIELD_STEWARD, label[] = "签名";
  const StewardPdfField fields[] = { { unit, label, 0, 100, 50, 120, 120 }, { steward, label, 0, 240, 50, 120, 120 } };
  g_autoptr (GBytes) drawn = test_drawing ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = steward_pdf_finalise (drawn, "zh-CN", fields, G_N_ELEMENTS (fields), &error);

  g_assert_no_error (error);
  /* A newer Cairo packs objects by itself. */
  return convert (pdf, kind);
}

GBytes *
test_build (const char *objects,
            const char *trailer)
{
  GString *text = g_string_new ("%PDF-1.7\n");
  g_autoptr (GString) table = g_string_new ("0000000000 65535 f \n");
  guint n = 1;
  gsize start;

  g_string_append (text, objects);
  for (const char *at = text->str; (at = strstr (at, " 0 obj")) != NULL; at++, n++)
    g_string_append_printf (table, "%010d 00000 n \n", (int) (at - 1 - text->str));
  start = text->len;
  g_string_append_printf (text, "xref\n0 %u\n%strailer\n%s\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", n, table->str,
                          trailer, start);
  return g_string_free_to_bytes (text);
}

GBytes *
test_seal (int pixels)
{
  GByteArray *buffer = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, pixels, pixels);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgba (cr, 0.9, 0, 0, 0.5);
  cairo_arc (cr, pixels / 2.0, pixels / 2.0, pixels / 2.0 - 1, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, append, buffer);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (buffer);
}

GBytes *
test_sign (GBytes        *pdf,
           const char    *field,
           StewardSigner *signer)
{
  g_autoptr (GBytes) png = test_seal (100);
  const StewardSeal seal = { png, 0, NULL, NULL };
  const StewardPdfSigning signing = { field, &seal, "办结", "晋城", NULL };
  g_autoptr (GError) error = NULL;
  GBytes *result = steward_pdf_sign (pdf, &signing, signer, NULL, &error);

  g_assert_no_error (error);
  return result;
}

GBytes *
test_sign_both (TestKeys *keys,
                TestKind  kind)
{
  g_autoptr (GBytes) paper = test_paper (kind);
  g_autoptr (GBytes) once = test_sign (paper, STEWARD_FIELD_UNIT, keys->unit);

  return test_sign (once, STEWARD_FIELD_STEWARD, keys->steward);
}

StewardPdfVerification *
test_verify (TestKeys *keys,
             GBytes   *pdf)
{
  g_autoptr (GError) error = NULL;
  StewardPdfVerification *verification = steward_pdf_verify (pdf, keys->trust, NULL, &error);

  g_assert_no_error (error);
  return verification;
}

char *
test_put (TestKeys   *keys,
          const char *name,
          GBytes     *bytes)
{
  char *path = g_build_filename (keys->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  return path;
}

gssize
test_find (GBytes     *bytes,
           const char *text,
           gsize       from)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize length = strlen (text);

  for (gsize at = from; at + length <= size; at++)
    if (data[at] == *text && memcmp (data + at, text, length) == 0)
      return at;
  return -1;
}

GBytes *
test_overwrite (GBytes     *bytes,
                gsize       at,
                const char *text,
                gsize       length)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  char *copy = g_memdup2 (data, size);

  g_assert_cmpuint (at + length, <=, size);
  memcpy (copy + at, text, length);
  return g_bytes_new_take (copy, size);
}

char *
test_run (const char *program,
          ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  va_list args;

  va_start (args, program);
  for (const char *word = program; word != NULL; word = va_arg (args, const char *))
    g_ptr_array_add (words, (gpointer) word);
  va_end (args);
  g_ptr_array_add (words, NULL);
  g_spawn_sync (NULL, (char **) words->pdata, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                &output, NULL, NULL, &error);
  g_assert_no_error (error);
  return output;
}
