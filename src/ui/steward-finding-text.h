/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-check.h"

G_BEGIN_DECLS

/* What the interface says of findings, in the language of the user. */

/* Error, warning, note, or acknowledged. Borrowed. */
const char *steward_finding_get_word   (const StewardFinding *finding);
/* The sign of that: its shape says the same as its colour. The sign is hidden
 * from screen readers, because the word stands beside it. */
GtkWidget  *steward_finding_sign_new   (const StewardFinding *finding);
/* Name of the check, document, clause and quoted words. (transfer full) */
char       *steward_finding_get_rule   (const StewardFinding *finding);
/* Who acknowledged it, when and why; NULL when nobody did. (transfer full) */
char       *steward_finding_get_answer (const StewardFinding *finding);
/* How many there are of each kind, or that there are none. (transfer full) */
char       *steward_findings_summarise (const GPtrArray      *findings);
/* All of it as plain text, to be pasted elsewhere. (transfer full) */
char       *steward_findings_describe  (const GPtrArray      *findings,
                                        const char           *project,
                                        StewardDay            as_of);

G_END_DECLS
