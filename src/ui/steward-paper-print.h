/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for a printer and sends @pdf to it as it is: what comes out, or is
 * printed to a file, is byte for byte the paper that is on record. Some pages
 * of it printed to a file are a new PDF, which is not signed. Inside a sandbox
 * the system asks and draws the pages instead. */
void     steward_paper_print_async  (GBytes               *pdf,
                                     const char           *title,
                                     GtkWindow            *parent,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
/* TRUE when it is on its way to the printer; %G_IO_ERROR_CANCELLED when nobody
 * wanted it after all. */
gboolean steward_paper_print_finish (GAsyncResult         *result,
                                     GError              **error);
/* A PDF of these pages alone, drawn anew: whatever signatures there were are
 * only to be seen. @ranges beyond the last page count as far as there are
 * pages; %G_IO_ERROR_INVALID_ARGUMENT when there is none. (transfer full) */
GBytes  *steward_paper_print_take   (GBytes               *pdf,
                                     const GtkPageRange   *ranges,
                                     int                   n_ranges,
                                     GError              **error);

G_END_DECLS
