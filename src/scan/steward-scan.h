/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The largest file that is taken, the largest picture, and most pictures that
 * become one paper. */
#define STEWARD_SCAN_MAX_BYTES (64 * 1024 * 1024)
#define STEWARD_SCAN_MAX_PIXELS (120 * 1000 * 1000)
#define STEWARD_SCAN_MAX_PAGES 500

/**
 * StewardScanFormat:
 * @STEWARD_SCAN_PDF: a PDF, kept as it is
 * @STEWARD_SCAN_JPEG, @STEWARD_SCAN_PNG: a picture of a page
 *
 * What comes out of a scanner or a telephone. What a file is, is seen in its
 * first bytes and never in its name.
 */
typedef enum
{
  STEWARD_SCAN_PDF,
  STEWARD_SCAN_JPEG,
  STEWARD_SCAN_PNG
} StewardScanFormat;

/**
 * StewardScanInfo:
 * @columns, @rows: of a picture as it is to be looked at, turned; 0 of a PDF
 * @orientation: of a picture, as Exif says, from 1 (upright) to 8
 * @n_pages: of a PDF; 1 of a picture
 *
 * What is known about a file after it was read through.
 */
typedef struct
{
  StewardScanFormat format;
  guint             columns;
  guint             rows;
  guint             orientation;
  guint             n_pages;
} StewardScanInfo;

/* Reads @file through: whether it is whole, what it is, how large. What was cut
 * off is refused, because half a page would be found out years later.
 * STEWARD_ERROR_SYNTAX, STEWARD_ERROR_LIMIT, or STEWARD_ERROR_INVALID for what
 * nobody may need a password to read. Works off the main thread. */
gboolean   steward_scan_examine (GBytes           *file,
                                 StewardScanInfo  *info,
                                 GCancellable     *cancellable,
                                 GError          **error);

/**
 * StewardScanSource:
 * @name: file name, for messages and for the record of where a page came from
 * @bytes: all of the file
 *
 * One file that was chosen.
 */
typedef struct
{
  char   *name;
  GBytes *bytes;
} StewardScanSource;

StewardScanSource *steward_scan_source_new  (const char        *name,
                                             GBytes            *bytes);
void               steward_scan_source_free (StewardScanSource *self);

/* The papers that @sources (element-type StewardScanSource) are: a PDF stays
 * one byte for byte; all pictures together become one PDF, a page each, in
 * their order. A JPEG goes into it unchanged, a PNG without loss; each is
 * turned upright, and its name, size and SHA-256 are written beside it. The
 * same files give the same bytes. All are taken or none; the message of @error
 * begins with the name of the file. Works off the main thread.
 * (transfer full) (element-type StewardScanSource) */
GPtrArray *steward_scan_gather  (GPtrArray        *sources,
                                 GCancellable     *cancellable,
                                 GError          **error);

/* SHA-256 of the files that a PDF of steward_scan_gather() was made of, in the
 * order of its pages; NULL when it is another one. (transfer full) */
GStrv      steward_scan_get_origins (GBytes       *pdf);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardScanSource, steward_scan_source_free)

G_END_DECLS
