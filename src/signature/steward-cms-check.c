/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-cms-private.h"

#include <glib/gi18n-lib.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/ess.h>
#include <string.h>

#include "steward-certificate-private.h"

#define MAX_CERTIFICATES 32

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CMS_ContentInfo, CMS_ContentInfo_free)

void
steward_cms_findings_clear (StewardCmsFindings *findings)
{
  g_free (findings->problem);
  X509_free (findings->certificate);
  sk_X509_pop_free (findings->others, X509_free);
  g_clear_pointer (&findings->time, g_date_time_unref);
}

static gboolean
fail (StewardCmsFindings *findings,
      const char         *problem)
{
  ERR_clear_error ();
  g_free (findings->problem);
  findings->problem = g_strdup (problem);
  return FALSE;
}

static CMS_ContentInfo *
read_cms (StewardCmsFindings *findings,
          const guint8       *contents,
          gsize               length)
{
  const guint8 *end = contents;
  CMS_ContentInfo *cms = d2i_CMS_ContentInfo (NULL, &end, length);

  if (cms == NULL || OBJ_obj2nid (CMS_get0_type (cms)) != NID_pkcs7_signed)
    {
      CMS_ContentInfo_free (cms);
      fail (findings, _("The signature itself is damaged."));
      return NULL;
    }
  for (; end < contents + length; end++)
    if (*end != 0)
      {
        CMS_ContentInfo_free (cms);
        fail (findings, _("Something is hidden in the space that is kept for the signature."));
        return NULL;
      }
  return cms;
}

/* The one signer with his certificate, NULL when there is no such. */
static CMS_SignerInfo *
find_signer (StewardCmsFindings *findings,
             CMS_ContentInfo    *cms)
{
  STACK_OF (CMS_SignerInfo) *infos = CMS_get0_SignerInfos (cms);
  ASN1_OCTET_STRING **content = CMS_get0_content (cms);
  X509 *certificate = NULL;

  findings->others = CMS_get1_certs (cms);
  if (content == NULL || *content != NULL || sk_CMS_SignerInfo_num (infos) != 1 ||
      sk_X509_num (findings->others) > MAX_CERTIFICATES)
    {
      fail (findings, _("The signature is not of the kind that papers carry."));
      return NULL;
    }
  if (CMS_set1_signers_certs (cms, NULL, 0) != 1)
    {
      fail (findings, _("The certificate of the signer is missing."));
      return NULL;
    }
  CMS_SignerInfo_get0_algs (sk_CMS_SignerInfo_value (infos, 0), NULL, &certificate, NULL, NULL);
  if (certificate != NULL)
    {
      X509_up_ref (certificate);
      findings->certificate = certificate;
    }
  return sk_CMS_SignerInfo_value (infos, 0);
}

/* Name of the digest, NULL when it is one that can be forged, or not known. */
static const char *
find_digest (CMS_SignerInfo *info)
{
  static const int kinds[] = { NID_sha224, NID_sha256, NID_sha384, NID_sha512, NID_sha3_256, NID_sha3_384, NID_sha3_512 };
  X509_ALGOR *algorithm = NULL;
  const ASN1_OBJECT *object;
  int kind;

  CMS_SignerInfo_get0_algs (info, NULL, NULL, &algorithm, NULL);
  X509_ALGOR_get0 (&object, NULL, NULL, algorithm);
  kind = OBJ_obj2nid (object);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i] == kind)
      return OBJ_nid2sn (kind);
  return NULL;
}

/* An attribute that may be there only once, with one value. */
static gpointer
get_attribute (CMS_SignerInfo *info,
               int             kind,
               int             type)
{
  gpointer value = CMS_signed_get0_data_by_OBJ (info, OBJ_nid2obj (kind), -3, type);

  ERR_clear_error ();
  return value;
}

static gboolean
names_certificate (StewardCmsFindings *findings,
                   CMS_SignerInfo     *info,
                   gboolean            need)
{
  const ASN1_STRING *one = get_attribute (info, NID_id_smime_aa_signingCertificate, V_ASN1_SEQUENCE);
  const ASN1_STRING *two = get_attribute (info, NID_id_smime_aa_signingCertificateV2, V_ASN1_SEQUENCE);
  const guint8 *data_one = one != NULL ? ASN1_STRING_get0_data (one) : NULL;
  const guint8 *data_two = two != NULL ? ASN1_STRING_get0_data (two) : NULL;
  ESS_SIGNING_CERT *named = one != NULL ? d2i_ESS_SIGNING_CERT (NULL, &data_one, ASN1_STRING_length (one)) : NULL;
  ESS_SIGNING_CERT_V2 *named_2 = two != NULL ? d2i_ESS_SIGNING_CERT_V2 (NULL, &data_two, ASN1_STRING_length (two)) : NULL;
  STACK_OF (X509) *chain = sk_X509_new_null ();
  gboolean good = (one == NULL || named != NULL) && (two == NULL || named_2 != NULL) &&
                  (!need || one != NULL || two != NULL);

  sk_X509_push (chain, findings->certificate);
  for (int i = 0; i < sk_X509_num (findings->others); i++)
    if (X509_cmp (sk_X509_value (findings->others, i), findings->certificate) != 0)
      sk_X509_push (chain, sk_X509_value (findings->others, i));
  good = good && OSSL_ESS_check_signing_certs (named, named_2, chain, need) > 0;
  sk_X509_free (chain);
  ESS_SIGNING_CERT_free (named);
  ESS_SIGNING_CERT_V2_free (named_2);
  ERR_clear_error ();
  return good;
}

static void
read_time (StewardCmsFindings *findings,
           CMS_SignerInfo     *info)
{
  static const int types[] = { V_ASN1_UTCTIME, V_ASN1_GENERALIZEDTIME };
  struct tm parts = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (types) && findings->time == NULL; i++)
    {
      const ASN1_TIME *time = get_attribute (info, NID_pkcs9_signingTime, types[i]);

      if (time != NULL && ASN1_TIME_to_tm (time, &parts))
        findings->time = g_date_time_new_utc (parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday,
                                              parts.tm_hour, parts.tm_min, parts.tm_sec);
    }
  ERR_clear_error ();
}

static gboolean
digest_is (CMS_SignerInfo *info,
           GBytes         *digest)
{
  const ASN1_OCTET_STRING *told = get_attribute (info, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING);
  gsize size;
  const guint8 *data = g_bytes_get_data (digest, &size);

  return told != NULL && (gsize) ASN1_STRING_length (told) == size &&
         memcmp (ASN1_STRING_get0_data (told), data, size) == 0;
}

static gboolean
content_is_data (CMS_ContentInfo *cms,
                 CMS_SignerInfo  *info)
{
  const ASN1_OBJECT *told = get_attribute (info, NID_pkcs9_contentType, V_ASN1_OBJECT);

  return told != NULL && OBJ_obj2nid (told) == NID_pkcs7_data && OBJ_obj2nid (CMS_get0_eContentType (cms)) == NID_pkcs7_data;
}

/* The order matters to people: that the content was changed is said even when
 * something else is wrong too. */
static void
judge (StewardCmsFindings *findings,
       CMS_ContentInfo    *cms,
       CMS_SignerInfo     *info,
       GBytes             *digest,
       gboolean            need_certificate)
{
  if (!digest_is (info, digest))
    fail (findings, _("What was signed has been changed."));
  else if (!content_is_data (cms, info))
    fail (findings, _("The signature is not of the kind that papers carry."));
  else if (CMS_SignerInfo_verify (info) <= 0)
    fail (findings, _("The signature was not made with the key of this certificate, or was changed."));
  else if (!names_certificate (findings, info, need_certificate))
    fail (findings, _("The certificate is not the one that the signature names."));
}

gboolean
steward_cms_check (StewardCmsFindings  *findings,
                   const guint8        *contents,
                   gsize                length,
                   const guint8        *pieces[2],
                   const gsize          lengths[2],
                   gboolean             need_certificate,
                   GCancellable        *cancellable,
                   GError             **error)
{
  g_autoptr (CMS_ContentInfo) cms = read_cms (findings, contents, length);
  g_autoptr (GBytes) digest = NULL;
  CMS_SignerInfo *info;
  const char *kind;

  if (cms == NULL)
    return TRUE;
  info = find_signer (findings, cms);
  if (info == NULL)
    return TRUE;
  read_time (findings, info);
  kind = find_digest (info);
  /* Without signed attributes the digest alone would be signed. */
  if (kind == NULL || findings->certificate == NULL || CMS_signed_get_attr_count (info) <= 0)
    {
      fail (findings, _("The signature was made in a way that is not known here, or that can be forged."));
      return TRUE;
    }
  digest = steward_digest_pieces (kind, pieces, lengths, 2, cancellable, error);
  if (digest == NULL)
    return FALSE;
  judge (findings, cms, info, digest, need_certificate);
  return TRUE;
}
