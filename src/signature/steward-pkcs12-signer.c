/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pkcs12-signer.h"

#include <glib/gi18n-lib.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>
#include <openssl/x509v3.h>

#include "steward-certificate-private.h"
#include "steward-error.h"

#define MIN_RSA_BITS 2048
#define MAX_RSA_BITS 16384
/* Of the signer and of those above. */
#define MAX_CERTIFICATES 20

struct _StewardPkcs12Signer
{
  GObject    parent_instance;

  /* An OpenSSL of its own, because the ciphers with which old programs lock
   * such files are switched on only for them. */
  OSSL_LIB_CTX  *library;
  OSSL_PROVIDER *usual;
  OSSL_PROVIDER *old;           /* NULL where the system has none */

  EVP_PKEY  *key;
  GPtrArray *certificates;      /* GBytes */
  StewardSignerMethod method;
};

static const StewardSignerMethod rsa_method = {
  "SHA256", "2.16.840.1.101.3.4.2.1", "1.2.840.113549.1.1.1", TRUE
};
static const StewardSignerMethod curve_method = {
  "SHA256", "2.16.840.1.101.3.4.2.1", "1.2.840.10045.4.3.2", FALSE
};

static void steward_pkcs12_signer_signer_init (StewardSignerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StewardPkcs12Signer, steward_pkcs12_signer, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (STEWARD_TYPE_SIGNER, steward_pkcs12_signer_signer_init))

static GPtrArray *
get_certificates (StewardSigner *signer)
{
  return STEWARD_PKCS12_SIGNER (signer)->certificates;
}

static const StewardSignerMethod *
get_method (StewardSigner *signer)
{
  return &STEWARD_PKCS12_SIGNER (signer)->method;
}

static GBytes *
sign (StewardSigner  *signer,
      GBytes         *data,
      GCancellable   *cancellable,
      GError        **error)
{
  StewardPkcs12Signer *self = STEWARD_PKCS12_SIGNER (signer);
  EVP_MD_CTX *context = EVP_MD_CTX_new ();
  g_autofree guint8 *signature = NULL;
  gsize size, length = 0;
  const guint8 *text = g_bytes_get_data (data, &size);
  gboolean good = FALSE;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      EVP_MD_CTX_free (context);
      return NULL;
    }
  if (EVP_DigestSignInit_ex (context, NULL, self->method.digest, self->library, NULL, self->key, NULL) > 0 &&
      EVP_DigestSign (context, NULL, &length, text, size) > 0)
    {
      signature = g_malloc (length);
      good = EVP_DigestSign (context, signature, &length, text, size) > 0;
    }
  EVP_MD_CTX_free (context);
  if (!good)
    {
      g_autofree char *problem = steward_openssl_take_problem ();

      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("The key cannot sign: %s"), problem);
      return NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&signature), length);
}

static void
steward_pkcs12_signer_signer_init (StewardSignerInterface *iface)
{
  iface->get_certificates = get_certificates;
  iface->get_method = get_method;
  iface->sign = sign;
}

static void
steward_pkcs12_signer_finalize (GObject *object)
{
  StewardPkcs12Signer *self = STEWARD_PKCS12_SIGNER (object);

  /* OpenSSL wipes a private key when it frees it. */
  EVP_PKEY_free (self->key);
  g_ptr_array_unref (self->certificates);
  if (self->old != NULL)
    OSSL_PROVIDER_unload (self->old);
  if (self->usual != NULL)
    OSSL_PROVIDER_unload (self->usual);
  OSSL_LIB_CTX_free (self->library);

  G_OBJECT_CLASS (steward_pkcs12_signer_parent_class)->finalize (object);
}

static void
steward_pkcs12_signer_class_init (StewardPkcs12SignerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = steward_pkcs12_signer_finalize;
}

static void
steward_pkcs12_signer_init (StewardPkcs12Signer *self)
{
  self->certificates = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->library = OSSL_LIB_CTX_new ();
  self->usual = OSSL_PROVIDER_load (self->library, "default");
  self->old = OSSL_PROVIDER_load (self->library, "legacy");
  ERR_clear_error ();
}

static gboolean
fail (GError     **error,
      int          code,
      const char  *message)
{
  ERR_clear_error ();
  g_set_error_literal (error, STEWARD_ERROR, code, message);
  return FALSE;
}

static gboolean
choose_method (StewardPkcs12Signer  *self,
               X509                 *certificate,
               GError              **error)
{
  int bits = EVP_PKEY_get_bits (self->key);

  if (EVP_PKEY_is_a (self->key, "RSA") && bits >= MIN_RSA_BITS && bits <= MAX_RSA_BITS)
    self->method = rsa_method;
  else if (EVP_PKEY_is_a (self->key, "EC"))
    self->method = curve_method;
  else if (EVP_PKEY_is_a (self->key, "SM2"))
    return fail (error, STEWARD_ERROR_INVALID,
                 _("The key is an SM2 key, with which a PKCS#12 file cannot sign here."));
  else
    return fail (error, STEWARD_ERROR_INVALID,
                 _("The key cannot sign papers: it has to be RSA with at least 2048 bits, or an elliptic curve."));
  /* A certificate that says what its key is for must say signing. */
  if (!(X509_get_key_usage (certificate) & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)))
    return fail (error, STEWARD_ERROR_INVALID, _("The certificate does not allow signing."));
  return TRUE;
}

static void
add_certificate (StewardPkcs12Signer *self,
                 X509                *certificate)
{
  if (self->certificates->len < MAX_CERTIFICATES)
    g_ptr_array_add (self->certificates, steward_certificate_write (certificate));
}

/* The password is tried on the seal of the file before anything in it is
 * believed. */
static gboolean
parse (StewardPkcs12Signer  *self,
       PKCS12               *pkcs12,
       const StewardSecret  *password,
       GError              **error)
{
  g_autoptr (X509) certificate = NULL;
  STACK_OF (X509) *others = NULL;
  const char *text = steward_secret_peek (password);
  gboolean good;

  if (!PKCS12_mac_present (pkcs12))
    return fail (error, STEWARD_ERROR_INVALID, _("The PKCS#12 file is not protected by a password."));
  if (!PKCS12_verify_mac (pkcs12, text, -1))
    return fail (error, STEWARD_ERROR_INVALID,
                 _("The password is wrong, or the PKCS#12 file is protected in a way that is not known here."));
  if (!PKCS12_parse (pkcs12, text, &self->key, &certificate, &others))
    return fail (error, STEWARD_ERROR_INVALID, _("The PKCS#12 file cannot be opened, or its key belongs to no certificate in it."));
  good = self->key != NULL && certificate != NULL && X509_check_private_key (certificate, self->key) == 1;
  if (good)
    {
      add_certificate (self, certificate);
      for (int i = 0; i < sk_X509_num (others); i++)
        add_certificate (self, sk_X509_value (others, i));
    }
  sk_X509_pop_free (others, X509_free);
  if (!good)
    return fail (error, STEWARD_ERROR_INVALID, _("The PKCS#12 file does not hold a key with its certificate."));
  return choose_method (self, certificate, error);
}

/* How often the password is hashed stands in the file: a hostile one could
 * ask for hours. */
static gboolean
check_rounds (PKCS12  *pkcs12,
              GError **error)
{
  const ASN1_INTEGER *rounds = NULL;
  gint64 n = 1;

  PKCS12_get0_mac (NULL, NULL, NULL, &rounds, pkcs12);
  if (rounds != NULL && (!ASN1_INTEGER_get_int64 (&n, rounds) || n < 1 || n > 10 * 1000 * 1000))
    return fail (error, STEWARD_ERROR_LIMIT, _("The PKCS#12 file asks for too many rounds of hashing."));
  return TRUE;
}

StewardSigner *
steward_pkcs12_signer_new (GBytes               *pkcs12,
                           const StewardSecret  *password,
                           GError              **error)
{
  g_autoptr (StewardPkcs12Signer) self = NULL;
  gsize size;
  const guint8 *data;
  PKCS12 *read;
  gboolean good;

  g_return_val_if_fail (pkcs12 != NULL && password != NULL, NULL);

  self = g_object_new (STEWARD_TYPE_PKCS12_SIGNER, NULL);
  data = g_bytes_get_data (pkcs12, &size);
  read = PKCS12_init_ex (NID_pkcs7_data, self->library, NULL);
  if (size == 0 || size > STEWARD_PKCS12_MAX_BYTES || d2i_PKCS12 (&read, &data, size) == NULL)
    {
      PKCS12_free (read);
      fail (error, STEWARD_ERROR_SYNTAX, _("This is not a PKCS#12 file (.p12 or .pfx)."));
      return NULL;
    }
  good = check_rounds (read, error) && parse (self, read, password, error);
  PKCS12_free (read);
  return good ? STEWARD_SIGNER (g_steal_pointer (&self)) : NULL;
}
