/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-session.h"

G_BEGIN_DECLS

/* Papers that the unit hands in, recorded by one key: a full stop is today,
 * Enter asks for the day, Delete takes the record out. */

/* Records it as one step that can be undone. */
gboolean steward_receipt_record     (StewardSession  *session,
                                     const char      *material,
                                     StewardDay       day,
                                     GError         **error);
void     steward_receipt_take_out   (StewardSession  *session,
                                     const char      *material);
/* Asks beside @widget for the day, typed as in a case. */
void     steward_receipt_ask        (GtkWidget       *widget,
                                     StewardSession  *session,
                                     const char      *material);
/* What the full stop and Delete do; TRUE when @keyval was one of them. */
gboolean steward_receipt_handle_key (StewardSession  *session,
                                     const char      *material,
                                     guint            keyval);
/* Adds the keys to @widget. */
void     steward_receipt_add_keys   (GtkWidget       *widget,
                                     StewardSession  *session,
                                     const char      *material);
/* What stands in the row of a paper: the day it was handed in, or a button that
 * records it for today. */
GtkWidget *
         steward_receipt_button_new (StewardSession  *session,
                                     const char      *material,
                                     const char      *name);
/* Says when it was handed in, "" when it was not. (transfer full) */
char    *steward_receipt_describe   (StewardSession  *session,
                                     const char      *material);

G_END_DECLS
