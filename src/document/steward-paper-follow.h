/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-papers.h"

G_BEGIN_DECLS

/* Records @step, a new one, with what follows from it at once: the day of the
 * signature, the closing form of a stage, and that the project is suspended,
 * in service or closed. FALSE with the reason when it cannot have happened;
 * then nothing is changed. NULL texts of @step are "". */
gboolean steward_entrustment_take (StewardProject                *project,
                                   const StewardEntrustmentStep  *step,
                                   GError                       **error);
/* What @document, one on record, shows by itself: that the entrustment was
 * drawn, printed or signed, on paper or not, or that a stage was closed. Passed
 * over where it is no step now. */
void     steward_paper_follow     (StewardProject                *project,
                                   const StewardDocument         *document);

G_END_DECLS
