/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-papers.h"
#include "steward-schedule.h"

G_BEGIN_DECLS

/**
 * StewardIndexLine:
 * @sha256: 64 hexadecimal digits
 *
 * One file of an archive, as its printed index names it.
 */
typedef struct
{
  const char *title;
  const char *name;
  gsize       size;
  const char *sha256;
} StewardIndexLine;

/* What a paper on record is called in the index, which is Chinese: 已签署 … */
const char *steward_index_paper_get_state (StewardDocumentState state);

/* The printed index of the archive of a project: number, title, file, size
 * and SHA-256 of each. (transfer full), STEWARD_ERROR_RENDER */
GBytes *steward_index_paper_render (const StewardSchedule   *schedule,
                                    const StewardIndexLine  *lines,
                                    gsize                    n_lines,
                                    GError                 **error);

G_END_DECLS
