/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-paper-preview.h"

G_BEGIN_DECLS

/**
 * StewardSignDialog:
 *
 * Asks for what signing a PDF needs, and signs it. The signal "signed" says
 * that the file was signed; then the dialog closes. Until that moment the file
 * stays exactly as it was.
 */
#define STEWARD_TYPE_SIGN_DIALOG (steward_sign_dialog_get_type ())

G_DECLARE_FINAL_TYPE (StewardSignDialog, steward_sign_dialog, STEWARD, SIGN_DIALOG, AdwWindow)

/* What is signed is what @preview shows: when @file holds something else by
 * then, it is refused. @preview has a field that is not signed yet. */
GtkWindow *steward_sign_dialog_new      (GtkWindow                 *parent,
                                         GFile                     *file,
                                         const StewardPaperPreview *preview);
/* As if they were chosen by the buttons; NULL for none. */
void       steward_sign_dialog_set_key  (StewardSignDialog         *self,
                                         GFile                     *pkcs12);
void       steward_sign_dialog_set_seal (StewardSignDialog         *self,
                                         GFile                     *png);

G_END_DECLS
