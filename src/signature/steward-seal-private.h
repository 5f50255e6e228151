/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-seal.h"

G_BEGIN_DECLS

/**
 * StewardSealInk:
 * @content: drawing operators; the picture is called /Seal there
 * @colour: (nullable): packed RGB of the picture
 * @alpha: (nullable): packed opacity of the picture, NULL when it is opaque
 * @columns, @rows: size of the picture
 *
 * A seal as the parts of a PDF.
 */
typedef struct
{
  GByteArray *content;
  GByteArray *colour;
  GByteArray *alpha;
  int         columns;
  int         rows;
} StewardSealInk;

/* Draws @seal (nullable) into @width × @height points. STEWARD_ERROR_RENDER */
gboolean steward_seal_draw      (const StewardSeal  *seal,
                                 double              width,
                                 double              height,
                                 StewardSealInk     *ink,
                                 GError            **error);
void     steward_seal_ink_clear (StewardSealInk     *ink);

G_END_DECLS
