/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-paper.h"

G_BEGIN_DECLS

/* The schedule as of 2026-08-12 with the official calendar. (transfer full) */
StewardSchedule *steward_test_schedule     (StewardProject         *project);
/* Renders a paper, checks what every paper must be, and returns its path.
 * (transfer full) */
char            *steward_test_paper_render (StewardPaperKind        kind,
                                            const StewardSchedule  *schedule,
                                            const char             *prefix,
                                            char                  **notes);

G_END_DECLS
