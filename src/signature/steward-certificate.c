/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-certificate-private.h"

#include <glib/gi18n-lib.h>
#include <openssl/err.h>
#include <string.h>

#include "steward-pdf-value-private.h"

X509 *
steward_certificate_read (GBytes *der)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (der, &size);
  const guint8 *end = data;
  X509 *certificate = size > 0 && size < G_MAXINT ? d2i_X509 (NULL, &end, size) : NULL;

  if (certificate == NULL || end != data + size)
    {
      ERR_clear_error ();
      X509_free (certificate);
      return NULL;
    }
  return certificate;
}

GBytes *
steward_certificate_write (X509 *certificate)
{
  unsigned char *der = NULL;
  int size = i2d_X509 (certificate, &der);
  GBytes *bytes = g_bytes_new (der, MAX (size, 0));

  OPENSSL_free (der);
  return bytes;
}

static char *
get_part (X509_NAME *name,
          int        kind)
{
  int at = X509_NAME_get_index_by_NID (name, kind, -1);
  unsigned char *text = NULL;
  char *result = NULL;
  int length;

  if (at < 0)
    return NULL;
  length = ASN1_STRING_to_UTF8 (&text, X509_NAME_ENTRY_get_data (X509_NAME_get_entry (name, at)));
  if (length > 0)
    result = steward_pdf_clean_text ((char *) text, length);
  OPENSSL_free (text);
  return result;
}

char *
steward_certificate_get_name (X509 *certificate)
{
  X509_NAME *name = X509_get_subject_name (certificate);
  char *result = get_part (name, NID_commonName);
  char *line;

  if (result == NULL)
    result = get_part (name, NID_organizationName);
  if (result != NULL)
    return result;
  line = X509_NAME_oneline (name, NULL, 0);
  result = steward_pdf_clean_text (line != NULL ? line : "", line != NULL ? strlen (line) : 0);
  OPENSSL_free (line);
  ERR_clear_error ();
  return result;
}

char *
steward_openssl_take_problem (void)
{
  const char *reason = ERR_reason_error_string (ERR_peek_last_error ());
  char *problem = g_strdup (reason != NULL ? reason : _("unknown reason"));

  ERR_clear_error ();
  return problem;
}
