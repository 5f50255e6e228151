/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * StewardScannerPage:
 * @columns, @rows: in dots
 * @stride: bytes a row
 * @channels: 1 or 3
 * @depth: bits of a channel: 1 (a set bit is black), 8 or 16
 * @dpi: dots per inch
 * @data: the rows
 *
 * One page as it came from the device.
 */
typedef struct
{
  guint       columns;
  guint       rows;
  guint       stride;
  guint       channels;
  guint       depth;
  guint       dpi;
  GByteArray *data;
} StewardScannerPage;

/* As a picture: PNG of what is only black or white, else JPEG of good quality,
 * which a document does not suffer from. NULL with @error set when it cannot be
 * made. (transfer full) */
GBytes *steward_scanner_page_to_picture (const StewardScannerPage  *self,
                                         GError                   **error);

/* What a SANE_Status that is no success means for people, in words that help;
 * NULL when nothing better is known than SANE's own. */
const char *steward_scanner_explain (int status);

G_END_DECLS
