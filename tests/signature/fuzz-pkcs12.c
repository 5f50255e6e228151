/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader of keys fed with anything. What is changed no longer fits the seal
 * that a password puts on such a file, and nothing behind it would be read: so
 * each input is tried as it is, and once more with a seal of its own. */
#include "../fuzz.h"

#include <openssl/err.h>
#include <openssl/pkcs12.h>

#include "steward-pkcs12-signer.h"

#define PASSWORD "fuzz"

static void
use (StewardSigner *signer)
{
  GPtrArray *certificates = steward_signer_get_certificates (signer);
  g_autoptr (GBytes) data = g_bytes_new_static ("data", 4);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) signature = steward_signer_sign (signer, data, NULL, &error);
  g_autofree char *name = steward_signer_get_name (signer);

  g_assert_cmpuint (certificates->len, >, 0);
  g_assert_nonnull (steward_signer_get_method (signer)->digest);
  g_assert_nonnull (name);
  g_assert ((signature == NULL) == (error != NULL));
}

static void
read_key (GBytes *pkcs12)
{
  g_autoptr (StewardSecret) password = steward_secret_new (PASSWORD, strlen (PASSWORD));
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardSigner) signer = steward_pkcs12_signer_new (pkcs12, password, &error);

  g_assert ((signer == NULL) == (error != NULL));
  if (signer != NULL)
    use (signer);
}

/* NULL for what is no such file. (transfer full) */
static GBytes *
seal (const uint8_t *data,
      size_t         size)
{
  PKCS12 *pkcs12 = d2i_PKCS12 (NULL, &data, size);
  unsigned char *sealed = NULL;
  GBytes *bytes = NULL;
  int length;

  if (pkcs12 != NULL && PKCS12_set_mac (pkcs12, PASSWORD, -1, NULL, 0, 1, NULL))
    {
      length = i2d_PKCS12 (pkcs12, &sealed);
      if (length > 0)
        bytes = g_bytes_new (sealed, length);
      OPENSSL_free (sealed);
    }
  PKCS12_free (pkcs12);
  ERR_clear_error ();
  return bytes;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GBytes) sealed = seal (data, size);

  read_key (bytes);
  if (sealed != NULL)
    read_key (sealed);
  return 0;
}
