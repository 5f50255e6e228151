/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-form-dialog.h"
#include "steward-paper.h"
#include "steward-session.h"

G_BEGIN_DECLS

/* A window that signs several papers in one go: it draws them, or takes the
 * version that somebody signed already, says of each whether it can be signed,
 * asks once for the key and the seal, and then says of each what became of it.
 * Drawings are put on record before they are signed, signed copies beside them.
 * @roots: (nullable): folder of the certificates that are trusted.
 * (transfer none) */
StewardFormDialog *steward_sign_batch_new   (GtkWindow         *parent,
                                             StewardSession    *session,
                                             GFile             *roots);
/* Adds a paper with a title for people and the name of its file. */
void               steward_sign_batch_add   (StewardFormDialog *window,
                                             StewardPaperKind   kind,
                                             const char        *subject,
                                             const char        *title,
                                             const char        *file_name);
/* Shows the window and begins to draw the papers that were added. */
void               steward_sign_batch_start (StewardFormDialog *window);

G_END_DECLS
