/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * StewardScanPicture:
 * @columns, @rows: as the picture is kept, before it is turned
 * @orientation: of Exif, from 1 to 8
 * @dpi_x, @dpi_y: dots per inch, 0 when not told
 * @filter: of PDF, that unpacks @data
 * @space: colour space in the language of PDF
 * @bits: of a component
 * @more: further entries of the picture's dictionary, ""
 * @data: the pixels as PDF keeps them
 *
 * A picture that was read through, ready to go into a PDF.
 */
typedef struct
{
  guint       columns;
  guint       rows;
  guint       orientation;
  double      dpi_x;
  double      dpi_y;
  const char *filter;
  char       *space;
  guint       bits;
  char       *more;
  GBytes     *data;
} StewardScanPicture;

StewardScanPicture *steward_scan_read_jpeg    (GBytes        *file,
                                               GCancellable  *cancellable,
                                               GError       **error);
StewardScanPicture *steward_scan_read_png     (GBytes        *file,
                                               GCancellable  *cancellable,
                                               GError       **error);
void                steward_scan_picture_free (StewardScanPicture *self);
/* Orientation in the TIFF of an Exif block, 1 when it does not say so. Nothing
 * of it is trusted. */
guint               steward_exif_orientation  (const guint8  *tiff,
                                               gsize          length);
/* Checks the size a picture says it has. */
gboolean            steward_scan_check_size   (guint64        columns,
                                               guint64        rows,
                                               GError       **error);

/* The pictures as one PDF; @names, @files: what each was made of.
 * (transfer full) */
GBytes             *steward_scan_write_pdf    (GPtrArray     *pictures,
                                               GPtrArray     *names,
                                               GPtrArray     *files);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardScanPicture, steward_scan_picture_free)

G_END_DECLS
