/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-canvas.h"

G_BEGIN_DECLS

/**
 * StewardCaseStrip:
 *
 * The legal clock of one case explained day by day: the drawing of
 * steward-clock-strip.h on the screen. The arrow keys walk the days, and each
 * day is said to screen readers as it is reached.
 */
#define STEWARD_TYPE_CASE_STRIP (steward_case_strip_get_type ())

G_DECLARE_FINAL_TYPE (StewardCaseStrip, steward_case_strip, STEWARD, CASE_STRIP, StewardCanvas)

/* @row: id of the row of the session's schedule. Either may be NULL. */
void        steward_case_strip_show    (StewardCaseStrip *self,
                                        StewardSession   *session,
                                        const char       *row);
/* The day that the keyboard stands on, or %STEWARD_DAY_NONE. */
StewardDay  steward_case_strip_get_day (StewardCaseStrip *self);
void        steward_case_strip_set_day (StewardCaseStrip *self,
                                        StewardDay        day);

G_END_DECLS
