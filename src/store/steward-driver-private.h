/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-driver.h"

G_BEGIN_DECLS

/* What every driver's statement begins with. */
struct _StewardStatement
{
  StewardDriver *driver;   /* borrowed: the driver owns its statements */
};

G_END_DECLS
