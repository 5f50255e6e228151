/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "steward-project.h"

G_BEGIN_DECLS

/* Largest project file read. */
#define STEWARD_PROJECT_FILE_MAX_BYTES (16 * 1024 * 1024)

/* Reads a project file (format in data/project.schema.json). All mistakes of
 * the file are in @problems; NULL when there was any. The pack named in the
 * file is loaded from the library; a pack whose SHA-256 differs from the
 * recorded one is accepted and reported through @pack_changed. */
StewardProject *steward_project_file_read  (GBytes          *bytes,
                                            const char      *origin,
                                            gboolean        *pack_changed,
                                            StewardProblems *problems);
StewardProject *steward_project_file_load  (GFile           *file,
                                            GCancellable    *cancellable,
                                            GError         **error);
/* The project as UTF-8 JSON, keys in a fixed order, ending in a newline:
 * reading it back gives the same project. (transfer full) */
GBytes         *steward_project_file_write (StewardProject  *project);
gboolean        steward_project_file_save  (StewardProject  *project,
                                            GFile           *file,
                                            GCancellable    *cancellable,
                                            GError         **error);

/**
 * StewardSample:
 *
 * A fictional project that comes with the program.
 */
typedef struct
{
  const char *id;
  const char *pack;
  const char *title;
} StewardSample;

/* Ended by an entry whose id is NULL. */
const StewardSample *steward_samples_list (void);
StewardProject      *steward_sample_load  (const char  *id,
                                           GError     **error);

G_END_DECLS
