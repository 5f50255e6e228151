/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In place of steward-scanner-sane.c where there is no SANE. */
#include "steward-scanner.h"

#include <glib/gi18n-lib.h>

#include "steward-error.h"

gboolean
steward_scanner_is_supported (void)
{
  return FALSE;
}

GPtrArray *
steward_scanner_list (GCancellable  *cancellable,
                      GError       **error)
{
  g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("This program was built without scanners."));
  return NULL;
}

GPtrArray *
steward_scanner_scan (const StewardScannerSettings  *settings,
                      StewardScannerProgress         progress,
                      gpointer                       data,
                      GCancellable                  *cancellable,
                      GError                       **error)
{
  return steward_scanner_list (cancellable, error);
}
