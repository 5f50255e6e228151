/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-secret.h"
#include "steward-signer.h"

G_BEGIN_DECLS

/* The largest PKCS#12 file that is read. */
#define STEWARD_PKCS12_MAX_BYTES (1024 * 1024)

#define STEWARD_TYPE_PKCS12_SIGNER (steward_pkcs12_signer_get_type ())

/**
 * StewardPkcs12Signer:
 *
 * A signer whose key and certificate are in a PKCS#12 file (.p12, .pfx), RSA
 * from 2,048 bits or one of the usual elliptic curves.
 */
G_DECLARE_FINAL_TYPE (StewardPkcs12Signer, steward_pkcs12_signer, STEWARD, PKCS12_SIGNER, GObject)

/* Opens what a .p12 file holds. STEWARD_ERROR_SYNTAX for what is none,
 * STEWARD_ERROR_INVALID for a wrong password, for a key that does not belong
 * to the certificate, or one that cannot sign here. */
StewardSigner *steward_pkcs12_signer_new (GBytes               *pkcs12,
                                          const StewardSecret  *password,
                                          GError              **error);

G_END_DECLS
