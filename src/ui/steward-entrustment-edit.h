/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-papers.h"
#include "steward-session.h"

G_BEGIN_DECLS

/* Records @step, a new one, with what follows from it at once: the day of the
 * signature, and that the project is suspended, in service or closed. One
 * change that can be undone. FALSE with the reason when it cannot have
 * happened; then nothing is changed. */
gboolean steward_entrustment_edit_take   (StewardSession               *session,
                                          const StewardEntrustmentStep *step,
                                          GError                      **error);
G_END_DECLS
