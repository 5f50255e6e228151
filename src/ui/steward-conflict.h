/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-session.h"

G_BEGIN_DECLS

/* Shows both values of everything that somebody else changed too, and lets the
 * user choose; who closes the question has decided nothing yet. */
void steward_conflict_ask (GtkWindow      *parent,
                           StewardSession *session);

G_END_DECLS
