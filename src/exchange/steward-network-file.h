/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "steward-network.h"
#include "steward-problems.h"

G_BEGIN_DECLS

/* Largest bare network file read. */
#define STEWARD_NETWORK_FILE_MAX_BYTES (64 * 1024 * 1024)

/* TRUE when the JSON looks like a bare network (has a `tasks` member). */
gboolean        steward_network_file_probe    (GBytes               *bytes);
/* Reads a bare network; the keys are listed in data/network.schema.json.
 * All mistakes go to @problems. */
StewardNetwork *steward_network_file_read     (GBytes               *bytes,
                                               const char           *origin,
                                               StewardProblems      *problems);
/* The solved network as one line of JSON without the line break, or as CSV
 * with a head line (ids as steward_csv_append_text() writes them). (transfer full) */
char           *steward_network_file_to_json  (const StewardNetwork *network);
char           *steward_network_file_to_csv   (const StewardNetwork *network);

G_END_DECLS
