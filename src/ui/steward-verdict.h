/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-paper-preview.h"
#include "steward-paper-record.h"

G_BEGIN_DECLS

/* Who signs in the field of this name; a name that Steward does not give is
 * shown as it is. Borrowed. */
const char *steward_verdict_get_party    (const char                *field);
/* One sentence on all signatures together, for the top of the window; or, when
 * it is not what was recorded, that. */
GtkWidget  *steward_verdict_banner_new   (const StewardPaperPreview *preview,
                                          StewardPaperMatch          match);
/* Each signature: whether it is intact, by whom, what was changed after it;
 * and what that is worth before the law. */
GtkWidget  *steward_verdict_details_new  (const StewardPaperPreview *preview,
                                          StewardPaperMatch          match);

G_END_DECLS
