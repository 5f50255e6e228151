/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <openssl/x509.h>

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (X509, X509_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_PKEY, EVP_PKEY_free)

/* From DER, NULL when it is none. (transfer full) */
X509   *steward_certificate_read     (GBytes       *der);
/* (transfer full) */
GBytes *steward_certificate_write    (X509         *certificate);
/* Name of its owner for people. (transfer full) */
char   *steward_certificate_get_name (X509         *certificate);
/* The last thing that OpenSSL complained about on this thread; forgets it and
 * all before. (transfer full) */
char   *steward_openssl_take_problem (void);

G_END_DECLS
