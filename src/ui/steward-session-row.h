/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardSessionRow:
 *
 * A project in the sidebar: light, name, what is due next.
 */
#define STEWARD_TYPE_SESSION_ROW (steward_session_row_get_type ())

G_DECLARE_FINAL_TYPE (StewardSessionRow, steward_session_row, STEWARD, SESSION_ROW, GtkListBoxRow)

GtkWidget      *steward_session_row_new         (StewardSession    *session);
StewardSession *steward_session_row_get_session (StewardSessionRow *self);

G_END_DECLS
