/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * StewardStatements:
 *
 * The SQL of the store, read from `sql/<table>.sql`: one file per table, in it
 * blocks that begin with a line `-- name: insert`. Each is one statement in
 * the common part of SQL, with parameters `$1`, `$2` … Files are added to
 * `sql/store.gresource.xml`.
 */
typedef struct _StewardStatements StewardStatements;

/* Reads all files once. (transfer full) */
StewardStatements *steward_statements_new       (void);
void               steward_statements_free      (StewardStatements *self);
/* The text of one statement. Asking for one that is not there is a mistake in
 * the program and ends it. (transfer none) */
const char        *steward_statements_get       (StewardStatements *self,
                                                 const char        *table,
                                                 const char        *name);
/* All as "table/name", sorted. (transfer container) (element-type utf8) */
GPtrArray         *steward_statements_list      (StewardStatements *self);
/* The text of migration @number, counted from 1; NULL when there is none.
 * (transfer full) (nullable) */
char              *steward_statements_migration (guint              number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardStatements, steward_statements_free)

G_END_DECLS
