/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-paper-preview.h"
#include "steward-sign-job.h"

G_BEGIN_DECLS

/**
 * StewardSignDialog:
 *
 * Asks for what signing a PDF needs, and signs it. The signal "signed" says
 * that the file was signed, of several papers at least one; then the dialog
 * closes. Until that moment the file stays exactly as it was.
 */
#define STEWARD_TYPE_SIGN_DIALOG (steward_sign_dialog_get_type ())

G_DECLARE_FINAL_TYPE (StewardSignDialog, steward_sign_dialog, STEWARD, SIGN_DIALOG, AdwWindow)

/* Whether one of @verification's fields is still to be signed, and nothing in
 * the paper was changed: who signs a changed paper would vouch for the change. */
gboolean   steward_sign_dialog_can_sign (const StewardPdfVerification *verification);
/* What is signed is what @preview shows: when @file holds something else by
 * then, it is refused. @preview has a field that is not signed yet. @file:
 * (nullable): the paper lies in no file. */
GtkWindow *steward_sign_dialog_new      (GtkWindow                 *parent,
                                         GFile                     *file,
                                         const StewardPaperPreview *preview);
/* Signs a further paper in the same go, with everything at the same place.
 * FALSE when none of the parties that can be chosen could sign it. */
gboolean   steward_sign_dialog_add      (StewardSignDialog         *self,
                                         GBytes                    *pdf,
                                         const StewardPdfVerification *verification);
/* As if they were chosen by the buttons; NULL for none. The seal is read on a
 * thread and shown as it will be seen. */
void       steward_sign_dialog_set_key  (StewardSignDialog         *self,
                                         GFile                     *pkcs12);
void       steward_sign_dialog_set_seal (StewardSignDialog         *self,
                                         GFile                     *png);
/* Takes @strokes (element-type StewardStrokePoint) over, instead of a picture. */
void       steward_sign_dialog_set_strokes (StewardSignDialog      *self,
                                         GArray                    *strokes);
/* What became of the papers in their order, while "signed" is emitted.
 * (transfer none) (element-type StewardSignResult) */
GPtrArray *steward_sign_dialog_get_results (StewardSignDialog      *self);

G_END_DECLS
