/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Unpacks what the Flate filter packed; NULL when it is damaged or becomes
 * larger than @max_bytes. (transfer full) */
GByteArray *steward_pdf_inflate   (const guint8  *data,
                                   gsize          length,
                                   gsize          max_bytes);
/* Packs for the Flate filter. (transfer full) */
GByteArray *steward_pdf_deflate   (const guint8  *data,
                                   gsize          length);
/* Takes back the predictors of PNG over rows of @columns bytes; FALSE when
 * the rows do not fit. */
gboolean    steward_pdf_unpredict (GByteArray    *bytes,
                                   guint          columns);

G_END_DECLS
