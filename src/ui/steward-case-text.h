/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "steward-schedule.h"

G_BEGIN_DECLS

/* What the case page calls the events of a case, in the language of the user,
 * and the one letter by which each is typed. */

/* Borrowed, never NULL. */
const char        *steward_case_status_name        (StewardCaseStatus         status);
char               steward_case_status_letter      (StewardCaseStatus         status);
/* FALSE when @letter, in either case, is that of no event. */
gboolean           steward_case_status_from_letter (gunichar                  letter,
                                                    StewardCaseStatus        *status);
/* Of the status that will most likely be typed after @last (0: none yet). */
StewardCaseStatus  steward_case_status_after       (StewardCaseStatus         last);
/* A pause or correction begins: it has a kind and a written notice. */
gboolean           steward_case_status_begins      (StewardCaseStatus         status);
gboolean           steward_case_status_ends        (StewardCaseStatus         status);
/* An act of the project unit, and not of the bureau. */
gboolean           steward_case_status_of_unit     (StewardCaseStatus         status);
/* `2026-08-12 Wed`. (transfer full) */
char              *steward_case_day                (StewardDay                day);
/* A typed day for the eye: with its weekday, how far it is from @today, and why
 * nobody works then. (transfer full) */
char              *steward_case_describe_day       (StewardDay                day,
                                                    const StewardCalendar    *calendar,
                                                    StewardDay                today);
/* What the clock did with a day of the explanation, in a sentence.
 * (transfer full) */
char              *steward_case_explain_day        (const StewardClockDay    *line,
                                                    const StewardClockAnswer *answer,
                                                    StewardDay                today);

G_END_DECLS
