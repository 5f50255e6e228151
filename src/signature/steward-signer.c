/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-signer.h"

#include "steward-certificate-private.h"

G_DEFINE_INTERFACE (StewardSigner, steward_signer, G_TYPE_OBJECT)

static void
steward_signer_default_init (StewardSignerInterface *iface)
{
}

GPtrArray *
steward_signer_get_certificates (StewardSigner *self)
{
  g_return_val_if_fail (STEWARD_IS_SIGNER (self), NULL);

  return STEWARD_SIGNER_GET_IFACE (self)->get_certificates (self);
}

const StewardSignerMethod *
steward_signer_get_method (StewardSigner *self)
{
  g_return_val_if_fail (STEWARD_IS_SIGNER (self), NULL);

  return STEWARD_SIGNER_GET_IFACE (self)->get_method (self);
}

GBytes *
steward_signer_sign (StewardSigner  *self,
                     GBytes         *data,
                     GCancellable   *cancellable,
                     GError        **error)
{
  g_return_val_if_fail (STEWARD_IS_SIGNER (self), NULL);
  g_return_val_if_fail (data != NULL, NULL);

  return STEWARD_SIGNER_GET_IFACE (self)->sign (self, data, cancellable, error);
}

char *
steward_signer_get_name (StewardSigner *self)
{
  GPtrArray *certificates;
  g_autoptr (X509) certificate = NULL;

  g_return_val_if_fail (STEWARD_IS_SIGNER (self), NULL);

  certificates = steward_signer_get_certificates (self);
  certificate = certificates->len > 0 ? steward_certificate_read (certificates->pdata[0]) : NULL;
  return certificate != NULL ? steward_certificate_get_name (certificate) : NULL;
}
