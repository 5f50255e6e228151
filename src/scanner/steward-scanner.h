/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The usual choices; a device is set to the nearest that it has. */
#define STEWARD_SCANNER_MIN_DPI 75
#define STEWARD_SCANNER_MAX_DPI 600

/**
 * StewardScannerMode:
 * @STEWARD_SCANNER_INK: black or white and nothing between
 */
typedef enum
{
  STEWARD_SCANNER_COLOUR,
  STEWARD_SCANNER_GREY,
  STEWARD_SCANNER_INK
} StewardScannerMode;

/**
 * StewardScannerDevice:
 * @name: as SANE knows it
 * @title: vendor and model, for people
 *
 * A scanner that is there.
 */
typedef struct
{
  char *name;
  char *title;
} StewardScannerDevice;

/**
 * StewardScannerSettings:
 * @device: name of the device
 * @dpi: dots per inch
 * @feeder: take all pages that lie in the feeder, not the one on the glass
 */
typedef struct
{
  const char         *device;
  guint               dpi;
  StewardScannerMode  mode;
  gboolean            feeder;
} StewardScannerSettings;

/* How far a scan is: @page counts from 1, @fraction is of that page, below 0
 * while nobody knows. Called on the thread that scans. */
typedef void (*StewardScannerProgress) (guint    page,
                                        double   fraction,
                                        gpointer data);

/* Whether this build can use scanners at all. */
gboolean   steward_scanner_is_supported (void);
/* Asks all drivers for their devices, which takes seconds: call it on a thread.
 * Without a device the list is empty. (transfer full)
 * (element-type StewardScannerDevice) */
GPtrArray *steward_scanner_list         (GCancellable                  *cancellable,
                                         GError                       **error);
void       steward_scanner_device_free  (StewardScannerDevice          *self);
/* Scans on this thread: a page, or with a feeder all that are in it. Pages are
 * pictures with their resolution in them, to be taken like any that come from
 * outside. Two scans never run at the same time. STEWARD_ERROR_LIMIT for pages
 * that are too large or too many. @progress: (nullable). (transfer full)
 * (element-type StewardScanSource) */
GPtrArray *steward_scanner_scan         (const StewardScannerSettings  *settings,
                                         StewardScannerProgress         progress,
                                         gpointer                       data,
                                         GCancellable                  *cancellable,
                                         GError                       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardScannerDevice, steward_scanner_device_free)

G_END_DECLS
