/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verifier fed with anything. */
#include "../fuzz.h"

#include "steward-pdf-verify.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) pdf = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardPdfVerification) verification = steward_pdf_verify (pdf, NULL, NULL, &error);

  g_assert ((verification == NULL) == (error != NULL));
  for (guint i = 0; verification != NULL && i < verification->signatures->len; i++)
    {
      const StewardPdfSignature *signature = verification->signatures->pdata[i];

      g_assert (signature->end <= size && signature->intact == (signature->problem == NULL));
    }
  return 0;
}
