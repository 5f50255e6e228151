/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that mean harm: an answer or a clear error, soon, and nothing worse. */
#include <openssl/pkcs12.h>
#include <openssl/provider.h>
#include <string.h>

#include "signature-fixture.h"
#include "steward-error.h"
#include "steward-pdf-file-private.h"
#include "steward-pdf-flate-private.h"
#include "steward-pkcs12-signer.h"

/* Sanitizers look at every call for memory, which makes each file slow. */
#ifdef __SANITIZE_ADDRESS__
#define N_MUTATIONS 50
#else
#define N_MUTATIONS 800
#endif

static TestKeys *keys;

static GBytes *
from_text (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static void
assert_error (GBytes     *pdf,
              int         code,
              const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardPdfVerification) verification = steward_pdf_verify (pdf, keys->trust, NULL, &error);

  g_assert_null (verification);
  g_assert_error (error, STEWARD_ERROR, code);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_texts (void)
{
  static const struct { const char *text; const char *words; } cases[] = {
    { "", "not a PDF" },
    { "%PDF-", "not a PDF" },
    { "%PDF-1.7\n", "end" },
    { "%PDF-1.7\nstartxref\n%%EOF\n", "end" },
    { "%PDF-1.7\nstartxref\n999999\n%%EOF\n", "end" },
    { "%PDF-1.7\nstartxref\n-1\n%%EOF\n", "end" },
    { "%PDF-1.7\nstartxref\n0\n%%EOF\n", "announced" },
    { "%PDF-1.7\nxref\nstartxref\n9\n%%EOF\n", "table" },
    { "%PDF-1.7\nxref\n0 4294967295\nstartxref\n9\n%%EOF\n", "table" },
    { "%PDF-1.7\nxref\n0 1\n0000000000 65535 x \nstartxref\n9\n%%EOF\n", "table" },
    { "%PDF-1.7\nxref\n0 0\ntrailer\nnull\nstartxref\n9\n%%EOF\n", "trailer" },
    { "%PDF-1.7\nxref\n0 0\ntrailer\n<</Prev 9>>\nstartxref\n9\n%%EOF\n", "circle" },
    { "%PDF-1.7\nxref\n0 0\ntrailer\n<</Prev -9>>\nstartxref\n9\n%%EOF\n", "outside" },
    { "%PDF-1.7\nxref\n0 0\ntrailer\n<</XRefStm 9>>\nstartxref\n9\n%%EOF\n", "circle" },
    { "%PDF-1.7\nxref\n0 0\ntrailer\n<</Root 1>>\nstartxref\n9\n%%EOF\n", "catalog" },
    { "%PDF-1.7\nxref\n0 0\ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n", "catalog" },
    { "%PDF-1.7\nxref\n0 0\ntrailer\n<</Root 1 0 R /Root 2 0 R>>\nstartxref\n9\n%%EOF\n", "trailer" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) pdf = from_text (cases[i].text);

      g_test_message ("%s", cases[i].text);
      assert_error (pdf, STEWARD_ERROR_SYNTAX, cases[i].words);
    }
}

static void
test_objects (void)
{
  static const struct { const char *objects; const char *words; } cases[] = {
    { "1 0 obj\n<<", "key" },
    { "1 0 obj\n<</A>>\nendobj\n", "value" },
    { "1 0 obj\n<</A 1 /A 2>>\nendobj\n", "twice" },
    { "1 0 obj\n<</A (x>>\nendobj\n", "string" },
    { "1 0 obj\n<</A <0x>>>\nendobj\n", "hexadecimal" },
    { "1 0 obj\n<</A#0 1>>\nendobj\n", "name" },
    { "1 0 obj\n<</A 1.2.3>>\nendobj\n", "number" },
    { "1 0 obj\n<</A 1234567890123456789012345678901234567890123>>\nendobj\n", "number" },
    { "1 0 obj\n<</A 1>>\n", "end" },
    { "1 0 obj\n[]\nendobj\n", "catalog" },
    { "1 0 obj\n1 0 R\nendobj\n", "catalog" },
    { "1 0 obj\n<</AcroForm 2 0 R>>\nendobj\n2 0 obj\n<</Fields [3 0 R]>>\nendobj\n"
      "3 0 obj\n<</T (a) /Kids [3 0 R]>>\nendobj\n", "circle" },
    { "1 0 obj\n<</AcroForm 2 0 R>>\nendobj\n2 0 obj\n<</Fields [3 0 R]>>\nendobj\n"
      "3 0 obj\n<</T (a) /Kids [4 0 R 5 0 R]>>\nendobj\n4 0 obj\n<</A 1 /A 2>>\nendobj\n"
      "5 0 obj\n<</A 1.2.3>>\nendobj\n", "twice" },
    { "1 0 obj\n<</AcroForm 2 0 R>>\nendobj\n2 0 obj\n<</Length 2 0 R>>\nstream\nx\nendstream\nendobj\n", "circle" },
    { "1 0 obj\n<</AcroForm 2 0 R>>\nendobj\n2 0 obj\n<</Length 99>>\nstream\nx\nendstream\nendobj\n", "stream" },
    { "1 0 obj\n<</AcroForm 2 0 R>>\nendobj\n2 0 obj\n<</Length 99999>>\nstream\nx\nendstream\nendobj\n", "longer" },
    { "1 0 obj\n<</AcroForm 2 0 R>>\nendobj\n2 0 obj\n<</Length -1>>\nstream\nx\nendstream\nendobj\n", "length" },
    { "1 0 obj\n<</AcroForm 2 0 R>>\nendobj\n2 0 obj\n<<>>\nstream\nx\nendstream\nendobj\n", "length" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) pdf = test_build (cases[i].objects, "<</Root 1 0 R>>");

      g_test_message ("%s", cases[i].objects);
      assert_error (pdf, STEWARD_ERROR_SYNTAX, cases[i].words);
    }
}

static void
test_deep (void)
{
  g_autofree char *open = g_strnfill (100000, '[');
  g_autofree char *objects = g_strdup_printf ("1 0 obj\n<</A %s>>\nendobj\n", open);
  g_autoptr (GBytes) pdf = test_build (objects, "<</Root 1 0 R>>");

  assert_error (pdf, STEWARD_ERROR_SYNTAX, "deep");
}

static void
test_many_values (void)
{
#ifndef __SANITIZE_ADDRESS__
  g_autoptr (GString) objects = g_string_new ("1 0 obj\n[");
  g_autoptr (GBytes) pdf = NULL;

  for (guint i = 0; i < STEWARD_PDF_MAX_VALUES; i++)
    g_string_append (objects, "0 ");
  g_string_append (objects, "]\nendobj\n");
  pdf = test_build (objects->str, "<</Root 1 0 R>>");
  assert_error (pdf, STEWARD_ERROR_SYNTAX, "more values");
#endif
}

static void
test_many_objects (void)
{
  g_autoptr (GBytes) pdf =
    from_text ("%PDF-1.7\nxref\n1048576 1\n0000000009 00000 n \ntrailer\n<<>>\nstartxref\n9\n%%EOF\n");

  assert_error (pdf, STEWARD_ERROR_LIMIT, "objects");
}

/* A table of some kilobytes that unpacks to a gigabyte. */
static void
test_bomb (void)
{
  g_autofree guint8 *zeros = g_malloc0 (64 * 1024 * 1024);
  g_autoptr (GByteArray) packed = steward_pdf_deflate (zeros, 64 * 1024 * 1024);
  GByteArray *text = g_byte_array_new ();
  g_autofree char *head = g_strdup_printf ("%%PDF-1.7\n1 0 obj\n<</Type /XRef /W [1 4 2] /Size 9000000 /Root 1 0 R"
                                           " /Filter /FlateDecode /Length %u>>\nstream\n", packed->len);
  static const char tail[] = "\nendstream\nendobj\nstartxref\n9\n%%EOF\n";
  g_autoptr (GBytes) pdf = NULL;

  g_byte_array_append (text, (const guint8 *) head, strlen (head));
  g_byte_array_append (text, packed->data, packed->len);
  g_byte_array_append (text, (const guint8 *) tail, strlen (tail));
  pdf = g_byte_array_free_to_bytes (text);
  assert_error (pdf, STEWARD_ERROR_SYNTAX, "too large");
}

/* Some bytes overwritten, some pieces taken out or put twice. */
static GBytes *
mutate (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  GByteArray *copy = g_byte_array_append (g_byte_array_new (), data, size);
  guint n = g_test_rand_int_range (1, 6);

  for (guint i = 0; i < n && copy->len > 2; i++)
    {
      guint at = g_test_rand_int_range (0, copy->len - 1);
      guint wanted = g_test_rand_int_range (1, 200);
      guint length = MIN (copy->len - at, wanted);

      switch (g_test_rand_int_range (0, 5))
        {
        case 0:
          g_byte_array_remove_range (copy, at, length);
          break;
        case 1:
          g_byte_array_append (copy, data, MIN (length, size));
          break;
        case 2:
          copy->data[at] = "0123456789 <>[]()/R\n"[g_test_rand_int_range (0, 20)];
          break;
        case 3:
          memmove (copy->data + at / 2, copy->data + at, length);
          break;
        default:
          copy->data[at] = g_test_rand_int_range (0, 256);
          break;
        }
    }
  return g_byte_array_free_to_bytes (copy);
}

/* Mutations of signed files: nothing crashes, errors have words, and no
 * signature is found good whose bytes are not those that were signed. */
static void
test_mutations (gconstpointer data)
{
  g_autoptr (GBytes) twice = test_sign_both (keys, GPOINTER_TO_INT (data));

  for (guint i = 0; i < N_MUTATIONS; i++)
    {
      g_autoptr (GBytes) mutated = mutate (twice);
      g_autoptr (GError) error = NULL;
      g_autoptr (StewardPdfVerification) verification = steward_pdf_verify (mutated, keys->trust, NULL, &error);

      g_assert_true ((verification == NULL) == (error != NULL));
      for (guint j = 0; verification != NULL && j < verification->signatures->len; j++)
        {
          const StewardPdfSignature *signature = verification->signatures->pdata[j];

          g_assert_true (signature->intact == (signature->problem == NULL));
          g_assert_true (signature->end <= g_bytes_get_size (mutated));
        }
    }
}

static void
assert_no_signer (GBytes     *pkcs12,
                  const char *password,
                  int         code)
{
  g_autoptr (StewardSecret) secret = steward_secret_new (password, strlen (password));
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardSigner) signer = steward_pkcs12_signer_new (pkcs12, secret, &error);

  g_assert_null (signer);
  g_assert_error (error, STEWARD_ERROR, code);
}

static void
test_pkcs12 (void)
{
  gsize size = g_bytes_get_size (keys->unit_p12);
  g_autoptr (GBytes) text = from_text ("no PKCS#12");
  g_autoptr (GBytes) empty = from_text ("");
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (keys->unit_p12, 0, size / 2);
  g_autoptr (GBytes) huge = g_bytes_new_take (g_malloc0 (STEWARD_PKCS12_MAX_BYTES + 1), STEWARD_PKCS12_MAX_BYTES + 1);
  guint n_opened = 0;

  assert_no_signer (text, TEST_PASSWORD, STEWARD_ERROR_SYNTAX);
  assert_no_signer (empty, TEST_PASSWORD, STEWARD_ERROR_SYNTAX);
  assert_no_signer (cut, TEST_PASSWORD, STEWARD_ERROR_SYNTAX);
  assert_no_signer (huge, TEST_PASSWORD, STEWARD_ERROR_SYNTAX);
  assert_no_signer (keys->unit_p12, "wrong", STEWARD_ERROR_INVALID);
  assert_no_signer (keys->unit_p12, "", STEWARD_ERROR_INVALID);
  for (guint i = 0; i < N_MUTATIONS / 5; i++)
    {
      g_autoptr (GBytes) mutated = mutate (keys->steward_p12);
      g_autoptr (StewardSecret) secret = steward_secret_new (TEST_PASSWORD, strlen (TEST_PASSWORD));
      g_autoptr (GError) error = NULL;
      g_autoptr (StewardSigner) signer = steward_pkcs12_signer_new (mutated, secret, &error);

      g_assert_true ((signer == NULL) == (error != NULL));
      n_opened += signer != NULL;
    }
  /* Almost every byte is under the seal of the password. */
  g_assert_cmpuint (n_opened, <, N_MUTATIONS / 10);
}

/* The same key and certificate under 40-bit RC2 and triple DES. */
static GBytes *
lock_as_before (GBytes       *pkcs12,
                OSSL_LIB_CTX *library)
{
  const guint8 *data = g_bytes_get_data (pkcs12, NULL);
  PKCS12 *read = d2i_PKCS12 (NULL, &data, g_bytes_get_size (pkcs12));
  EVP_PKEY *key = NULL;
  X509 *certificate = NULL;
  PKCS12 *locked;
  unsigned char *der = NULL;
  GBytes *bytes;
  int size;

  g_assert_cmpint (PKCS12_parse (read, TEST_PASSWORD, &key, &certificate, NULL), ==, 1);
  locked = PKCS12_create_ex (TEST_PASSWORD, NULL, key, certificate, NULL, NID_pbe_WithSHA1And3_Key_TripleDES_CBC,
                             NID_pbe_WithSHA1And40BitRC2_CBC, 2000, 2000, 0, library, NULL);
  g_assert_nonnull (locked);
  size = i2d_PKCS12 (locked, &der);
  bytes = g_bytes_new (der, size);
  OPENSSL_free (der);
  PKCS12_free (locked);
  PKCS12_free (read);
  X509_free (certificate);
  EVP_PKEY_free (key);
  return bytes;
}

/* As Windows wrote them for twenty years. */
static void
test_old_pkcs12 (void)
{
  OSSL_LIB_CTX *library = OSSL_LIB_CTX_new ();
  OSSL_PROVIDER *usual = OSSL_PROVIDER_load (library, "default");
  OSSL_PROVIDER *old = OSSL_PROVIDER_load (library, "legacy");

  if (old != NULL)
    {
      g_autoptr (GBytes) locked = lock_as_before (keys->unit_p12, library);
      g_autoptr (StewardSecret) secret = steward_secret_new (TEST_PASSWORD, strlen (TEST_PASSWORD));
      g_autoptr (GError) error = NULL;
      g_autoptr (StewardSigner) signer = steward_pkcs12_signer_new (locked, secret, &error);
      g_autoptr (GBytes) paper = test_paper (TEST_CLASSIC);
      g_autoptr (GBytes) once = NULL;

      g_assert_no_error (error);
      once = test_sign (paper, STEWARD_FIELD_UNIT, signer);
      g_assert_nonnull (once);
      OSSL_PROVIDER_unload (old);
    }
  else
    g_test_skip ("this system has no old ciphers");
  OSSL_PROVIDER_unload (usual);
  OSSL_LIB_CTX_free (library);
}

static void
test_secret (void)
{
  g_autofree char *long_text = g_strnfill (STEWARD_SECRET_MAX_BYTES + 1, 'x');
  g_autoptr (StewardSecret) empty = steward_secret_new (NULL, 0);
  g_autoptr (StewardSecret) longest = steward_secret_new (long_text, STEWARD_SECRET_MAX_BYTES);
  char copy[] = "password";

  g_assert_cmpstr (steward_secret_peek (empty), ==, "");
  g_assert_cmpuint (strlen (steward_secret_peek (longest)), ==, STEWARD_SECRET_MAX_BYTES);
  g_assert_null (steward_secret_new (long_text, STEWARD_SECRET_MAX_BYTES + 1));
  steward_secret_wipe (copy, sizeof copy);
  for (guint i = 0; i < sizeof copy; i++)
    g_assert_cmpint (copy[i], ==, 0);
}

static void
test_roots (void)
{
  g_autofree char *folder = g_build_filename (keys->folder, "bad-roots", NULL);
  g_autofree char *path = g_build_filename (folder, "bad.pem", NULL);
  g_autofree char *ignored = g_build_filename (folder, "README", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  const char *texts[] = { "", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n" };
  g_autoptr (StewardTrust) nobody = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (steward_trust_load (file, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_READ);
  g_assert_true (g_file_make_directory (file, NULL, NULL));
  g_assert_true (g_file_set_contents (ignored, "words", -1, NULL));
  nobody = steward_trust_load (file, NULL);
  g_assert_cmpuint (steward_trust_count (nobody), ==, 0);
  g_assert_cmpuint (steward_trust_count (keys->trust), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_clear_error (&error);
      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
      g_assert_null (steward_trust_load (file, &error));
      g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_SYNTAX);
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  keys = test_keys_new ();
  g_test_add_func ("/malformed/texts", test_texts);
  g_test_add_func ("/malformed/objects", test_objects);
  g_test_add_func ("/malformed/nested-deep", test_deep);
  g_test_add_func ("/malformed/many-values", test_many_values);
  g_test_add_func ("/malformed/many-objects", test_many_objects);
  g_test_add_func ("/malformed/unpacks-to-too-much", test_bomb);
  g_test_add_data_func ("/malformed/mutations/classic", GINT_TO_POINTER (TEST_CLASSIC), test_mutations);
  g_test_add_data_func ("/malformed/mutations/packed", GINT_TO_POINTER (TEST_LINEAR_PACKED), test_mutations);
  g_test_add_func ("/malformed/pkcs12", test_pkcs12);
  g_test_add_func ("/malformed/pkcs12-of-old-programs", test_old_pkcs12);
  g_test_add_func ("/malformed/passwords", test_secret);
  g_test_add_func ("/malformed/roots", test_roots);
  status = g_test_run ();
  test_keys_free (keys);
  return status;
}
