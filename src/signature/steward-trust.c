/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-trust-private.h"

#include <glib/gi18n-lib.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include "steward-certificate-private.h"
#include "steward-error.h"
#include "steward-file.h"

#define MAX_FILE_BYTES (4 * 1024 * 1024)
#define MAX_CERTIFICATES 4096
#define MAX_CHAIN 10

struct _StewardTrust
{
  gatomicrefcount  references;
  X509_STORE      *store;
  guint            n;
};

StewardTrust *
steward_trust_ref (StewardTrust *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
steward_trust_unref (StewardTrust *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  X509_STORE_free (self->store);
  g_free (self);
}

guint
steward_trust_count (const StewardTrust *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n;
}

static gboolean
add_certificate (StewardTrust *self,
                 X509         *certificate)
{
  if (certificate == NULL || self->n >= MAX_CERTIFICATES || X509_STORE_add_cert (self->store, certificate) != 1)
    return FALSE;
  self->n++;
  return TRUE;
}

static gboolean
add_all_of_pem (StewardTrust *self,
                GBytes       *bytes)
{
  BIO *source = BIO_new_mem_buf (g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes));
  gboolean good = TRUE;
  guint n = 0;

  for (;; n++)
    {
      g_autoptr (X509) certificate = PEM_read_bio_X509 (source, NULL, NULL, NULL);

      if (certificate == NULL)
        break;
      good = add_certificate (self, certificate) && good;
    }
  /* The only good end is that no further certificate begins. */
  good = good && n > 0 && ERR_GET_REASON (ERR_peek_last_error ()) == PEM_R_NO_START_LINE;
  ERR_clear_error ();
  BIO_free (source);
  return good;
}

static gboolean
add_file (StewardTrust  *self,
          GFile         *file,
          GError       **error)
{
  g_autoptr (GBytes) bytes = steward_file_read (file, MAX_FILE_BYTES, NULL, error);
  g_autoptr (X509) certificate = NULL;

  if (bytes == NULL)
    return FALSE;
  certificate = steward_certificate_read (bytes);
  if (certificate != NULL ? !add_certificate (self, certificate) : !add_all_of_pem (self, bytes))
    {
      g_autofree char *name = g_file_get_parse_name (file);

      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_SYNTAX,
                   _("“%s” holds no certificate that can be read."), name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
is_certificate_file (const char *name)
{
  g_autofree char *low = g_ascii_strdown (name, -1);

  return g_str_has_suffix (low, ".pem") || g_str_has_suffix (low, ".crt") || g_str_has_suffix (low, ".cer");
}

static gboolean
add_folder (StewardTrust  *self,
            GFile         *folder,
            GError       **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GFileEnumerator) children =
    g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE, NULL, &problem);
  g_autofree char *name = g_file_get_parse_name (folder);

  while (problem == NULL)
    {
      GFileInfo *info;
      GFile *child;

      if (!g_file_enumerator_iterate (children, &info, &child, NULL, &problem))
        break;
      if (info == NULL)
        return TRUE;
      if (is_certificate_file (g_file_info_get_name (info)) && !add_file (self, child, error))
        return FALSE;
    }
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_READ,
               _("The folder “%s” could not be read: %s"), name, problem->message);
  return FALSE;
}

StewardTrust *
steward_trust_load (GFile   *folder,
                    GError **error)
{
  g_autoptr (StewardTrust) self = NULL;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  self = g_new0 (StewardTrust, 1);
  g_atomic_ref_count_init (&self->references);
  self->store = X509_STORE_new ();
  /* Whoever puts the certificate of an office itself into the folder, and not
   * that of the authority above, means it. */
  X509_STORE_set_flags (self->store, X509_V_FLAG_PARTIAL_CHAIN);
  return add_folder (self, folder, error) ? g_steal_pointer (&self) : NULL;
}

static char *
describe_problem (int code)
{
  switch (code)
    {
    case X509_V_ERR_CERT_HAS_EXPIRED:
      return g_strdup (_("A certificate had expired when it was signed."));
    case X509_V_ERR_CERT_NOT_YET_VALID:
      return g_strdup (_("A certificate was not yet valid when it was signed."));
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
      return g_strdup (_("The signer made the certificate himself; it proves no name."));
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
      return g_strdup (_("No trusted authority stands behind the certificate."));
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
      return g_strdup (_("A certificate was changed or forged."));
    default:
      return g_strdup_printf (_("The certificate cannot be trusted: %s."), X509_verify_cert_error_string (code));
    }
}

gboolean
steward_trust_check (const StewardTrust  *self,
                     X509                *certificate,
                     STACK_OF (X509)     *others,
                     GDateTime           *time,
                     char               **problem)
{
  X509_STORE *nobody = self == NULL ? X509_STORE_new () : NULL;
  X509_STORE_CTX *context = X509_STORE_CTX_new ();
  X509_VERIFY_PARAM *settings;
  gboolean good;

  X509_STORE_CTX_init (context, self != NULL ? self->store : nobody, certificate, others);
  settings = X509_STORE_CTX_get0_param (context);
  X509_VERIFY_PARAM_set_depth (settings, MAX_CHAIN);
  /* Papers are kept for longer than certificates live. */
  if (time != NULL)
    X509_VERIFY_PARAM_set_time (settings, g_date_time_to_unix (time));
  good = X509_verify_cert (context) > 0;
  if (!good)
    *problem = describe_problem (X509_STORE_CTX_get_error (context));
  else if (!(X509_get_key_usage (certificate) & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)))
    {
      *problem = g_strdup (_("The certificate does not allow signing."));
      good = FALSE;
    }
  X509_STORE_CTX_free (context);
  X509_STORE_free (nobody);
  ERR_clear_error ();
  return good;
}
