/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for a printer and sends @pdf to it as it is: what comes out, or is
 * printed to a file, is byte for byte the paper that is on record. Inside a
 * sandbox the system asks and draws the pages instead. */
void     steward_paper_print_async  (GBytes               *pdf,
                                     const char           *title,
                                     GtkWindow            *parent,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
/* TRUE when it is on its way to the printer; %G_IO_ERROR_CANCELLED when nobody
 * wanted it after all. */
gboolean steward_paper_print_finish (GAsyncResult         *result,
                                     GError              **error);

G_END_DECLS
