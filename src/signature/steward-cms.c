/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-cms-private.h"

#include <glib/gi18n-lib.h>
#include <openssl/evp.h>
#include <string.h>

#include "steward-certificate-private.h"
#include "steward-der-private.h"
#include "steward-error.h"

#define OID_DATA "1.2.840.113549.1.7.1"
#define OID_SIGNED_DATA "1.2.840.113549.1.7.2"
#define OID_CONTENT_TYPE "1.2.840.113549.1.9.3"
#define OID_MESSAGE_DIGEST "1.2.840.113549.1.9.4"
#define OID_SIGNING_CERTIFICATE_V2 "1.2.840.113549.1.9.16.2.47"

/* Hashed between two looks at whether somebody cancelled. */
#define BLOCK_SIZE (4 * 1024 * 1024)
/* Room beside the certificates, and the least there is. */
#define FRAME_BYTES 4096
#define LEAST_BYTES 8192

static gboolean
digest_piece (EVP_MD_CTX    *context,
              const guint8  *piece,
              gsize          length,
              GCancellable  *cancellable,
              GError       **error)
{
  for (gsize at = 0; at < length; at += BLOCK_SIZE)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      EVP_DigestUpdate (context, piece + at, MIN (BLOCK_SIZE, length - at));
    }
  return TRUE;
}

GBytes *
steward_digest_pieces (const char    *digest,
                       const guint8  *pieces[],
                       const gsize    lengths[],
                       guint          n,
                       GCancellable  *cancellable,
                       GError       **error)
{
  EVP_MD *kind = EVP_MD_fetch (NULL, digest, NULL);
  EVP_MD_CTX *context = EVP_MD_CTX_new ();
  guint8 result[EVP_MAX_MD_SIZE];
  guint length = 0;
  gboolean good = kind != NULL && EVP_DigestInit_ex (context, kind, NULL) > 0;

  if (!good)
    g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("The digest “%s” is not known here."), digest);
  for (guint i = 0; good && i < n; i++)
    good = digest_piece (context, pieces[i], lengths[i], cancellable, error);
  if (good)
    EVP_DigestFinal_ex (context, result, &length);
  EVP_MD_CTX_free (context);
  EVP_MD_free (kind);
  return good ? g_bytes_new (result, length) : NULL;
}

/* SEQUENCE { OID, SET { value } } */
static GBytes *
new_attribute (const char *oid,
               GByteArray *value)
{
  GByteArray *attribute = g_byte_array_new ();
  GByteArray *result = g_byte_array_new ();

  steward_der_append_oid (attribute, oid);
  steward_der_append_all (attribute, STEWARD_DER_SET, value);
  steward_der_append_all (result, STEWARD_DER_SEQUENCE, attribute);
  return g_byte_array_free_to_bytes (result);
}

static GByteArray *
new_content_type (void)
{
  GByteArray *value = g_byte_array_new ();

  steward_der_append_oid (value, OID_DATA);
  return value;
}

static GByteArray *
new_octets (GBytes *bytes)
{
  GByteArray *value = g_byte_array_new ();

  steward_der_append (value, STEWARD_DER_OCTETS, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return value;
}

/* The signature names its certificate, so that no other one can be put in its
 * place. */
static GByteArray *
new_signing_certificate (GBytes *certificate)
{
  const guint8 *piece = g_bytes_get_data (certificate, NULL);
  gsize length = g_bytes_get_size (certificate);
  g_autoptr (GBytes) hash = steward_digest_pieces ("SHA256", &piece, &length, 1, NULL, NULL);
  GByteArray *value = g_byte_array_new ();
  GByteArray *list = g_byte_array_new ();
  GByteArray *wrapped = g_byte_array_new ();

  steward_der_append_all (list, STEWARD_DER_SEQUENCE, new_octets (hash));
  steward_der_append_all (wrapped, STEWARD_DER_SEQUENCE, list);
  steward_der_append_all (value, STEWARD_DER_SEQUENCE, wrapped);
  return value;
}

static int
compare_attributes (gconstpointer a,
                    gconstpointer b)
{
  return g_bytes_compare (*(GBytes * const *) a, *(GBytes * const *) b);
}

/* The attributes in the order that DER gives to a set. */
static GByteArray *
new_attributes (GBytes *digest,
                GBytes *certificate)
{
  g_autoptr (GPtrArray) attributes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  GByteArray *content = g_byte_array_new ();

  g_ptr_array_add (attributes, new_attribute (OID_CONTENT_TYPE, new_content_type ()));
  g_ptr_array_add (attributes, new_attribute (OID_MESSAGE_DIGEST, new_octets (digest)));
  g_ptr_array_add (attributes, new_attribute (OID_SIGNING_CERTIFICATE_V2, new_signing_certificate (certificate)));
  g_ptr_array_sort (attributes, compare_attributes);
  for (guint i = 0; i < attributes->len; i++)
    g_byte_array_append (content, g_bytes_get_data (attributes->pdata[i], NULL),
                         g_bytes_get_size (attributes->pdata[i]));
  return content;
}

static void
append_algorithm (GByteArray *to,
                  const char *oid,
                  gboolean    null_parameters)
{
  GByteArray *content = g_byte_array_new ();

  steward_der_append_oid (content, oid);
  if (null_parameters)
    steward_der_append (content, STEWARD_DER_NULL, NULL, 0);
  steward_der_append_all (to, STEWARD_DER_SEQUENCE, content);
}

static void
append_version (GByteArray *to)
{
  const guint8 version = 1;

  steward_der_append (to, STEWARD_DER_INTEGER, &version, 1);
}

/* SEQUENCE { issuer, serial number } */
static void
append_issuer (GByteArray *to,
               X509       *certificate)
{
  GByteArray *content = g_byte_array_new ();
  unsigned char *name = NULL, *serial = NULL;
  int name_length = i2d_X509_NAME (X509_get_issuer_name (certificate), &name);
  int serial_length = i2d_ASN1_INTEGER (X509_get0_serialNumber (certificate), &serial);

  if (name_length > 0 && serial_length > 0)
    {
      g_byte_array_append (content, name, name_length);
      g_byte_array_append (content, serial, serial_length);
    }
  steward_der_append_all (to, STEWARD_DER_SEQUENCE, content);
  OPENSSL_free (name);
  OPENSSL_free (serial);
}

static GByteArray *
new_signer_info (const StewardSignerMethod *method,
                 X509                      *certificate,
                 const GByteArray          *attributes,
                 GBytes                    *signature)
{
  GByteArray *content = g_byte_array_new ();
  GByteArray *info = g_byte_array_new ();

  append_version (content);
  append_issuer (content, certificate);
  append_algorithm (content, method->digest_oid, FALSE);
  steward_der_append (content, STEWARD_DER_CONTEXT_0, attributes->data, attributes->len);
  append_algorithm (content, method->signature_oid, method->null_parameters);
  steward_der_append (content, STEWARD_DER_OCTETS, g_bytes_get_data (signature, NULL), g_bytes_get_size (signature));
  steward_der_append_all (info, STEWARD_DER_SEQUENCE, content);
  return info;
}

static GBytes *
new_signed_data (const StewardSignerMethod *method,
                 GPtrArray                 *certificates,
                 GByteArray                *signer_info)
{
  GByteArray *data = g_byte_array_new ();
  GByteArray *digests = g_byte_array_new ();
  GByteArray *all = g_byte_array_new ();
  GByteArray *sequence = g_byte_array_new ();
  GByteArray *info = g_byte_array_new ();
  GByteArray *result = g_byte_array_new ();

  append_version (data);
  append_algorithm (digests, method->digest_oid, FALSE);
  steward_der_append_all (data, STEWARD_DER_SET, digests);
  steward_der_append_all (data, STEWARD_DER_SEQUENCE, new_content_type ());
  for (guint i = 0; i < certificates->len; i++)
    g_byte_array_append (all, g_bytes_get_data (certificates->pdata[i], NULL),
                         g_bytes_get_size (certificates->pdata[i]));
  steward_der_append_all (data, STEWARD_DER_CONTEXT_0, all);
  steward_der_append_all (data, STEWARD_DER_SET, signer_info);
  steward_der_append_all (sequence, STEWARD_DER_SEQUENCE, data);
  steward_der_append_oid (info, OID_SIGNED_DATA);
  steward_der_append_all (info, STEWARD_DER_CONTEXT_0, sequence);
  steward_der_append_all (result, STEWARD_DER_SEQUENCE, info);
  return g_byte_array_free_to_bytes (result);
}

GBytes *
steward_cms_create (StewardSigner  *signer,
                    GBytes         *digest,
                    GCancellable   *cancellable,
                    GError        **error)
{
  GPtrArray *certificates = steward_signer_get_certificates (signer);
  const StewardSignerMethod *method = steward_signer_get_method (signer);
  g_autoptr (X509) certificate = certificates->len > 0 ? steward_certificate_read (certificates->pdata[0]) : NULL;
  g_autoptr (GByteArray) attributes = NULL;
  g_autoptr (GByteArray) to_sign = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) signature = NULL;

  if (certificate == NULL)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("The signer has no certificate that can be read."));
      return NULL;
    }
  attributes = new_attributes (digest, certificates->pdata[0]);
  /* Signed as a set, kept with another tag (RFC 5652, 5.4). */
  steward_der_append (to_sign, STEWARD_DER_SET, attributes->data, attributes->len);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&to_sign));
  signature = steward_signer_sign (signer, bytes, cancellable, error);
  if (signature == NULL)
    return NULL;
  return new_signed_data (method, certificates, new_signer_info (method, certificate, attributes, signature));
}

gsize
steward_cms_estimate (StewardSigner *signer)
{
  GPtrArray *certificates = steward_signer_get_certificates (signer);
  gsize size = FRAME_BYTES;

  for (guint i = 0; i < certificates->len; i++)
    size += g_bytes_get_size (certificates->pdata[i]);
  return MAX (size, LEAST_BYTES);
}
