/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-driver.h"

G_BEGIN_DECLS

/* What every driver's statement begins with. @unchecked: the texts are only
 * looked through byte by byte, so that it is not worth to look first whether
 * all of them are UTF-8. */
struct _StewardStatement
{
  StewardDriver *driver;   /* borrowed: the driver owns its statements */
  gboolean       unchecked;
};

G_END_DECLS
