/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * StewardSignerMethod:
 * @digest: what OpenSSL calls the digest: "SHA256", "SM3"
 * @digest_oid: its object identifier, in dots
 * @signature_oid: object identifier of the signature, in dots
 * @null_parameters: the identifier of the signature is followed by NULL, as
 *   RSA wants it
 *
 * How a key signs, as it is written into a signature.
 */
typedef struct
{
  const char *digest;
  const char *digest_oid;
  const char *signature_oid;
  gboolean    null_parameters;
} StewardSignerMethod;

#define STEWARD_TYPE_SIGNER (steward_signer_get_type ())

/**
 * StewardSigner:
 *
 * Somebody's key and certificate, wherever they are: a file, a smart card, a
 * service. It is never asked for the key, only to sign some bytes, which is
 * all that a card does.
 */
G_DECLARE_INTERFACE (StewardSigner, steward_signer, STEWARD, SIGNER, GObject)

/**
 * StewardSignerInterface:
 * @get_certificates: DER of the certificate of the signer and of those above
 *   it, as GBytes (transfer none)
 * @get_method: how the key signs (transfer none)
 * @sign: the signature over @data, which the signer hashes itself
 *   (transfer full)
 *
 * What each kind of signer does. @sign may take as long as somebody needs to
 * enter a PIN; all may be called in a thread.
 */
struct _StewardSignerInterface
{
  GTypeInterface parent_interface;

  GPtrArray                 *(*get_certificates) (StewardSigner  *self);
  const StewardSignerMethod *(*get_method)       (StewardSigner  *self);
  GBytes                    *(*sign)             (StewardSigner  *self,
                                                  GBytes         *data,
                                                  GCancellable   *cancellable,
                                                  GError        **error);
};

GPtrArray                 *steward_signer_get_certificates (StewardSigner  *self);
const StewardSignerMethod *steward_signer_get_method       (StewardSigner  *self);
GBytes                    *steward_signer_sign             (StewardSigner  *self,
                                                            GBytes         *data,
                                                            GCancellable   *cancellable,
                                                            GError        **error);
/* Name of the person or unit in the certificate: the common name, else the
 * organisation, else the whole subject. (transfer full) */
char                      *steward_signer_get_name         (StewardSigner  *self);

G_END_DECLS
