/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-seal.h"
#include "steward-signer.h"

G_BEGIN_DECLS

/* Names of the fields in which the two parties sign, in this order. */
#define STEWARD_FIELD_UNIT "unit"
#define STEWARD_FIELD_STEWARD "steward"

/**
 * StewardPdfSigning:
 * @field: name of the empty signature field
 * @seal: (nullable): what is seen there
 * @reason: (nullable): why it was signed
 * @place: (nullable): where
 * @time: (nullable): when; NULL for now
 *
 * What signing needs beside the file and the signer.
 */
typedef struct
{
  const char        *field;
  const StewardSeal *seal;
  const char        *reason;
  const char        *place;
  GDateTime         *time;
} StewardPdfSigning;

/* Signs @pdf by appending to it: its own bytes stay as they are at the start
 * of the result. The result has been verified with steward_pdf_verify()
 * before it is returned. Where both fields exist the steward signs after the
 * unit. Works off the main thread.
 *
 * STEWARD_ERROR_SYNTAX for a damaged file, STEWARD_ERROR_UNKNOWN when there is
 * no such field, STEWARD_ERROR_INVALID when it is signed already, not its
 * turn, or the file was changed after a signature or allows no more of them,
 * STEWARD_ERROR_RENDER when the seal cannot be drawn, STEWARD_ERROR_LIMIT.
 * (transfer full) */
GBytes   *steward_pdf_sign      (GBytes                   *pdf,
                                 const StewardPdfSigning  *signing,
                                 StewardSigner            *signer,
                                 GCancellable             *cancellable,
                                 GError                  **error);

/* The same for a file: @target is replaced as a whole, after the result was
 * verified, or stays exactly as it was. @target may be @source. */
gboolean  steward_pdf_sign_file (GFile                    *source,
                                 GFile                    *target,
                                 const StewardPdfSigning  *signing,
                                 StewardSigner            *signer,
                                 GCancellable             *cancellable,
                                 GError                  **error);

G_END_DECLS
