/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Reads all of @file, refusing more than @max_bytes (STEWARD_ERROR_LIMIT),
 * anything that is not a regular file, and unreadable files
 * (STEWARD_ERROR_READ). (transfer full) */
GBytes   *steward_file_read  (GFile         *file,
                              gsize          max_bytes,
                              GCancellable  *cancellable,
                              GError       **error);

/* Replaces @file by @bytes or leaves it exactly as it was: a temporary file
 * beside it, flushed to the disk, then renamed. STEWARD_ERROR_WRITE. */
gboolean  steward_file_write (GFile         *file,
                              GBytes        *bytes,
                              GCancellable  *cancellable,
                              GError       **error);

G_END_DECLS
