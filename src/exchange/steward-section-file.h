/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "steward-problems.h"
#include "steward-section-form.h"

G_BEGIN_DECLS

/* Requests of a section's ticks and their answers as files (format in
 * data/REQUEST-FILE.md). */

/* Largest file read, and most places of one section. */
#define STEWARD_SECTION_FILE_MAX_BYTES  (4 * 1024 * 1024)
#define STEWARD_SECTION_FILE_MAX_PLACES 5000

/* What the names of the files end with. */
#define STEWARD_REQUEST_SUFFIX ".steward-request"
#define STEWARD_ANSWER_SUFFIX  ".steward-answer"

/* Reads a request or an answer; all mistakes are in @problems, and NULL when
 * there was any. The pack need not be there. (transfer full) */
StewardSectionForm *steward_section_file_read  (GBytes                    *bytes,
                                                const char                *origin,
                                                StewardProblems           *problems);
StewardSectionForm *steward_section_file_load  (GFile                     *file,
                                                GCancellable              *cancellable,
                                                GError                   **error);
/* Keys in a fixed order, ending in a newline: reading it back gives the same.
 * (transfer full) */
GBytes             *steward_section_file_write (const StewardSectionForm  *form);
/* "Project – section.steward-request", without what file systems refuse.
 * (transfer full) */
char               *steward_section_file_name  (const StewardSectionForm  *form);

G_END_DECLS
