/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-driver.h"

G_BEGIN_DECLS

/* A connection to the database in @file, checked and brought to
 * STEWARD_DATABASE_VERSION. An empty file is a database with nothing in it
 * yet. STEWARD_ERROR_NEWER or STEWARD_ERROR_INVALID (a stranger's file) leave
 * the file as it was. (transfer full) */
StewardDriver *steward_database_open_driver (GFile            *file,
                                             StewardOpenMode   mode,
                                             GError          **error);
/* The same for reading only, whatever version it has, as what is copied from.
 * An empty file is none. (transfer full) */
StewardDriver *steward_database_open_source (GFile            *file,
                                             GError          **error);

G_END_DECLS
