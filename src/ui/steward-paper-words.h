/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-paper.h"
#include "steward-session.h"

G_BEGIN_DECLS

/* The text that a paper asks of the steward and that stands nowhere else in the
 * window: what is suggested, why a project is not in line with policy. A card
 * in which it is typed; NULL for any other paper. (transfer full) (nullable) */
GtkWidget *steward_paper_words_new        (StewardSession  *session,
                                           StewardPaperKind kind);
/* Whether somebody types in that card: then it should stay. */
gboolean   steward_paper_words_is_editing (GtkWidget       *card);

G_END_DECLS
