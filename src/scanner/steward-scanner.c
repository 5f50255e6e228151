/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-scanner.h"

void
steward_scanner_device_free (StewardScannerDevice *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->title);
  g_free (self);
}
