/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Writes @pdf into @file on a thread, but never over a signed paper: that of
 * somebody else stays as it is, whoever said yes to replacing it. The source
 * object of the result is @file. */
void     steward_paper_save_async  (GBytes               *pdf,
                                    GFile                *file,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
gboolean steward_paper_save_finish (GAsyncResult         *result,
                                    GError              **error);

G_END_DECLS
