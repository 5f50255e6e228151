/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-paper.h"

G_BEGIN_DECLS

/* The schedule as of 2026-08-12 with the official calendar. (transfer full) */
StewardSchedule *steward_test_schedule     (StewardProject         *project);
/* A project that has something to say on every paper: cases of all modes, a
 * correction, a consultation, a suspension with its end. @name stands wherever
 * somebody typed a name, @text where somebody wrote a text. (transfer full) */
StewardProject  *steward_test_full_project (const char             *name,
                                            const char             *text);
/* Issues the plan as it is on that day of March 2026. */
void             steward_test_issue        (StewardProject         *project,
                                            int                     day,
                                            const char             *reason);
/* The id with which a paper of that project is about what it has: a stage, a
 * case, a number; "" for the whole project. */
const char      *steward_test_full_subject (StewardPaperKind        kind);
/* Renders a paper, checks what every paper must be, and returns its path.
 * (transfer full) */
char            *steward_test_paper_render (StewardPaperKind        kind,
                                            const StewardSchedule  *schedule,
                                            const char             *prefix,
                                            char                  **notes);
/* The same, about @subject. (transfer full) */
char            *steward_test_paper_render_about (StewardPaperKind        kind,
                                                  const StewardSchedule  *schedule,
                                                  const char             *subject,
                                                  const char             *prefix,
                                                  char                  **notes);
/* Compares the text of a paper with what it was when somebody looked at every
 * page (golden/@name.txt). STEWARD_WRITE_GOLDEN=1 writes that text anew: look
 * at the pages again before committing it. */
void             steward_test_paper_compare (const char             *name,
                                             const char             *path);

G_END_DECLS
