/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Pictures of a page whose four corners have colours of their own: as it is to
 * be looked at red (upper left), green (upper right), blue (lower left), and
 * white everywhere else. */

typedef enum
{
  TEST_PNG_GREY,
  TEST_PNG_BITS,       /* one bit a pixel */
  TEST_PNG_RGB,
  TEST_PNG_PALETTE,
  TEST_PNG_ALPHA,
  TEST_PNG_INTERLACED,
  TEST_PNG_16,
  TEST_N_PNGS
} TestPng;

/* JPEG of @columns × @rows pixels as looked at, kept as the Exif orientation
 * (1 to 8) says; 0 for none. @dpi: 0 for none. (transfer full) */
GBytes *test_jpeg      (guint     columns,
                        guint     rows,
                        guint     orientation,
                        guint     dpi,
                        gboolean  progressive);
/* (transfer full) */
GBytes *test_png       (guint     columns,
                        guint     rows,
                        TestPng   kind);
/* One blank page. (transfer full) */
GBytes *test_blank_pdf (void);
/* Changes @n bytes at @at. (transfer full) */
GBytes *test_patch     (GBytes     *bytes,
                        gsize       at,
                        const void *with,
                        gsize       n);
GBytes *test_cut       (GBytes     *bytes,
                        gsize       length);
/* Where @needle is, or G_MAXSIZE. */
gsize   test_find_bytes (GBytes    *bytes,
                        GBytes     *needle);

G_END_DECLS
