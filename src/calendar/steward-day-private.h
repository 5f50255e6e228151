/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Room for the longest folded date, with its end. */
#define STEWARD_DAY_FOLDED 16

/* Reads @min to @max digits at *@at and moves behind them. */
gboolean steward_day_take_digits (const char **at,
                                  int          min,
                                  int          max,
                                  int         *number);
/* Folds typed @text into ASCII digits and the separators `-`, Y, M and D;
 * FALSE when it holds anything that has no business in a date. */
gboolean steward_day_fold        (const char  *text,
                                  char        *folded,
                                  gsize        size);

G_END_DECLS
