/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-papers.h"
#include "steward-session.h"

G_BEGIN_DECLS

/* "printed", "signed" … in the user's language. */
const char *steward_paper_state_name     (StewardDocumentState  state);
/* The documents of a paper, newest first. (transfer container)
 * (element-type StewardDocument) */
GPtrArray  *steward_paper_list_versions  (StewardProject       *project,
                                          const char           *form,
                                          const char           *subject);
/* The version that is that very file, or NULL: the same drawing is put on record
 * once. */
const StewardDocument *steward_paper_find_version (StewardProject *project,
                                          const char           *form,
                                          const char           *subject,
                                          const char           *sha256);
/* What is on record of a paper, newest first, who signed, and buttons that
 * open it or change its state: the actions "papers.open" (s: id) and
 * "papers.mark" ((ss): id, word of the state). NULL when there is nothing.
 * (transfer floating) (nullable) */
GtkWidget  *steward_paper_versions_new   (StewardSession       *session,
                                          const char           *form,
                                          const char           *subject);

G_END_DECLS
