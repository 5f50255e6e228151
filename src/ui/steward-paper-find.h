/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "steward-paper-sheet.h"

G_BEGIN_DECLS

/* Most places that are found of one text. */
#define STEWARD_PAPER_MAX_SPOTS 2000

/* Looks for @text, without regard to case, in the first @n_pages of @pdf on a
 * thread. */
void    steward_paper_find_async  (GBytes               *pdf,
                                   guint                 n_pages,
                                   const char           *text,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
/* In the order of the pages. (transfer full) (element-type StewardPaperSpot) */
GArray *steward_paper_find_finish (GAsyncResult         *result,
                                   GError              **error);

G_END_DECLS
