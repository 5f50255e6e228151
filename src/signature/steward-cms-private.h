/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <openssl/x509.h>

#include "steward-signer.h"

G_BEGIN_DECLS

/* Digest of @n pieces one after the other, by OpenSSL's name for it.
 * (transfer full) */
GBytes *steward_digest_pieces (const char    *digest,
                               const guint8  *pieces[],
                               const gsize    lengths[],
                               guint          n,
                               GCancellable  *cancellable,
                               GError       **error);

/* A detached CMS signature as CAdES wants it for the @digest of the content.
 * The signed attributes are built here and only their bytes handed to the
 * signer: so no time is claimed twice, and any kind of key will do.
 * (transfer full) */
GBytes *steward_cms_create    (StewardSigner *signer,
                               GBytes        *digest,
                               GCancellable  *cancellable,
                               GError       **error);
/* More bytes than a signature of @signer will need. */
gsize   steward_cms_estimate  (StewardSigner *signer);

/**
 * StewardCmsFindings:
 * @problem: (nullable): why the signature does not hold, for people
 * @certificate: (nullable): of the signer
 * @others: (nullable): further certificates in the signature
 * @time: (nullable): when it was signed, as the signer says
 *
 * What a CMS signature says and whether it holds.
 */
typedef struct
{
  char            *problem;
  X509            *certificate;
  STACK_OF (X509) *others;
  GDateTime       *time;
} StewardCmsFindings;

/* Checks the CMS at the start of @contents, which only zeros may follow,
 * against the two @pieces it covers. @need_certificate: the signature has to
 * name its certificate. FALSE only when cancelled. */
gboolean steward_cms_check    (StewardCmsFindings  *findings,
                               const guint8        *contents,
                               gsize                length,
                               const guint8        *pieces[2],
                               const gsize          lengths[2],
                               gboolean             need_certificate,
                               GCancellable        *cancellable,
                               GError             **error);
void     steward_cms_findings_clear (StewardCmsFindings *findings);

G_END_DECLS
