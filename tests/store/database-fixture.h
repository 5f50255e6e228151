/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-database.h"
#include "steward-project-file.h"
#include "store-fixture.h"

G_BEGIN_DECLS

/* A new database "steward.db" in the folder of the fixture. */
StewardDatabase *database_create        (StoreFixture    *fixture);
/* The same, opened once more. */
StewardDatabase *database_open          (StoreFixture    *fixture);
StewardProject  *database_load_sample   (const char      *id);
/* Takes the sample in; its id is set in the project returned. */
StewardProject  *database_add_sample    (StewardDatabase *database,
                                         const char      *id);
/* Load without fail; @version may be NULL. */
StewardProject  *database_load          (StewardDatabase *database,
                                         const char      *id,
                                         gint64          *version);
/* The project as a file. */
char            *database_to_text       (StewardProject  *project);
/* The stored project as a file, "" when there is none. */
char            *database_get_text      (StewardDatabase *database,
                                         const char      *id);
/* Fails unless the stored project is exactly @text. */
void             database_assert_text   (StewardDatabase *database,
                                         const char      *id,
                                         const char      *text);
/* Fails, and says what is wrong, unless verification finds nothing. */
void             database_assert_sound  (StewardDatabase *database);
/* What verification finds. (element-type utf8) */
GPtrArray       *database_verify        (StewardDatabase *database);
/* Applies without fail. */
gint64           database_apply         (StewardDatabase        *database,
                                         const StewardChangeSet *set);
/* Undoes or redoes without fail; of any project when @id is NULL. */
void             database_undo          (StewardDatabase        *database,
                                         const char             *id,
                                         gboolean                redo);

/* One random change of @project through its setters, of any kind. */
void             random_change          (StewardProject  *project,
                                         GRand           *random);

G_END_DECLS
