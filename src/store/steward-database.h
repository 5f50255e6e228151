/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-change-set.h"
#include "steward-driver.h"
#include "steward-digest.h"
#include "steward-section-merge.h"

G_BEGIN_DECLS

/**
 * StewardDatabase:
 *
 * The one door: every project of the store, and the log of every change.
 * Blocking; belongs to one thread at a time. The window uses #StewardStore,
 * which runs it on workers.
 */
#define STEWARD_TYPE_DATABASE (steward_database_get_type ())

G_DECLARE_FINAL_TYPE (StewardDatabase, steward_database, STEWARD, DATABASE, GObject)

/* Largest file kept in a database. */
#define STEWARD_FILE_MAX_BYTES (64 * 1024 * 1024)

/* Largest database version known; the number of the last migration. */
#define STEWARD_DATABASE_VERSION 5

/* What stands in the place of a project in the log: the calendar is everybody's. */
#define STEWARD_LOG_NO_PROJECT ""

/**
 * StewardLogEntry:
 * @sequence: grows by one, no gaps
 * @at: ISO 8601 time, UTC, with microseconds; never earlier than the entry
 *   before it, even when the clock of the computer was set back
 * @project: UUID, or %STEWARD_LOG_NO_PROJECT for what all projects share, which
 *   changes no piece and is not undone; @actor, @label: as in the change set; the label of an undo
 *   or redo is that of the change it takes back or brings back
 * @undoes: sequence of the entry that this one takes back, 0 for none; an
 *   entry that takes back an undo is a redo
 * @changes: canonical JSON text
 * @hash: SHA-256 of the hash of the entry before and all fields above
 */
typedef struct
{
  gint64  sequence;
  char   *at;
  char   *project;
  char   *actor;
  char   *label;
  gint64  undoes;
  char   *changes;
  char   *hash;
} StewardLogEntry;

void             steward_log_entry_free            (StewardLogEntry        *self);

/* The user's database: `steward/steward.db` in the data folder. (transfer full) */
GFile           *steward_database_get_default_file (void);
/* Opens, migrates when it is older, and refuses what is newer
 * (STEWARD_ERROR_NEWER) or has tables, triggers or views that are not ours
 * (STEWARD_ERROR_INVALID), without touching it. */
StewardDatabase *steward_database_open             (GFile                  *file,
                                                    StewardOpenMode         mode,
                                                    GError                **error);
GFile           *steward_database_get_file         (StewardDatabase        *self);
StewardDriver   *steward_database_get_driver       (StewardDatabase        *self);
/* The calendar of everybody who uses this database: the official one, with the
 * years that were added. NULL when these cannot be read. (transfer full) */
StewardCalendar *steward_database_load_calendar    (StewardDatabase        *self,
                                                    GError                **error);
/* Why the years that were added cannot be read, so that the calendar is the
 * official one alone; NULL when nothing is wrong with them. */
const char      *steward_database_get_calendar_problem (StewardDatabase    *self);
/* The years that were added, as a calendar file (data/calendar/README.md), ""
 * for none. (transfer full) */
char            *steward_database_get_years        (StewardDatabase        *self,
                                                    GError                **error);
/* Puts @years in the place of @expected: STEWARD_ERROR_CONFLICT when others are
 * stored by now. NULL for whatever is stored. What becomes of each year goes
 * into the log. Digests are computed again by the next refresh. */
gboolean         steward_database_set_years        (StewardDatabase        *self,
                                                    const char             *expected,
                                                    const char             *years,
                                                    const char             *actor,
                                                    GError                **error);

/**
 * StewardYearsFunc:
 *
 * Makes the years that are to be stored of those that are: NULL with an error
 * leaves everything as it is. (transfer full)
 */
typedef char *(*StewardYearsFunc) (const char  *stored,
                                   gpointer     data,
                                   GError     **error);

/* The same with years that @func makes while nobody else can write, so that
 * what somebody added meanwhile is not lost. */
gboolean         steward_database_change_years     (StewardDatabase        *self,
                                                    StewardYearsFunc        func,
                                                    gpointer                data,
                                                    const char             *actor,
                                                    GError                **error);

/* The directory of sections for @pack that everybody who uses this database
 * has; what the pack says as long as nobody changed it. (transfer full) */
StewardSections *steward_database_load_sections    (StewardDatabase        *self,
                                                    StewardPack            *pack,
                                                    GError                **error);
/* Puts @sections in the place of @expected: STEWARD_ERROR_CONFLICT when others
 * are stored by now. NULL for whatever is stored. */
gboolean         steward_database_save_sections    (StewardDatabase        *self,
                                                    const StewardSections  *expected,
                                                    const StewardSections  *sections,
                                                    GError                **error);

/* Puts what was chosen in @merge into the stored project that @project was at
 * @version, with a note that the section of @answer has answered, as one change
 * that can be undone. The new version, or 0. */
gint64           steward_database_merge_answer     (StewardDatabase        *self,
                                                    StewardProject         *project,
                                                    gint64                  version,
                                                    const StewardSectionMerge *merge,
                                                    const StewardSectionForm  *answer,
                                                    const char             *actor,
                                                    GError                **error);

/* Writes @set in one transaction with its log entry and the new digest.
 * Returns its sequence, which is the new version of the project, or 0:
 * STEWARD_ERROR_CONFLICT names who changed which piece meanwhile: a piece is
 * in conflict when it has not the value any more that the set begins with. */
gint64           steward_database_apply            (StewardDatabase        *self,
                                                    const StewardChangeSet *set,
                                                    GError                **error);
/* All of @sets in one transaction, each with its own log entry. The sequence
 * of the last one. (element-type StewardChangeSet) */
gint64           steward_database_apply_all        (StewardDatabase        *self,
                                                    GPtrArray              *sets,
                                                    GError                **error);
/* Takes @project in: as a new one when the store does not know its id, it has
 * none, or @as_new is set (then under a new id); otherwise by one change that
 * makes the stored one equal to it, so that it can be undone. The id it has
 * now is set in @project. Its version; that of before when nothing differs.
 * @label NULL: "Import" and its name. STEWARD_ERROR_INVALID when the stored one
 * has another pack. */
gint64           steward_database_import           (StewardDatabase        *self,
                                                    StewardProject         *project,
                                                    gboolean                as_new,
                                                    const char             *actor,
                                                    const char             *label,
                                                    GError                **error);
/* The entry that undo (or with @redo redo) would take back: of one project, or
 * of any when @project is NULL. NULL without an error when there is none. */
StewardLogEntry *steward_database_peek_undo        (StewardDatabase        *self,
                                                    const char             *project,
                                                    gboolean                redo,
                                                    GError                **error);
/* Takes that entry back with a new one. NULL: STEWARD_ERROR_UNKNOWN when there
 * is nothing to take back, STEWARD_ERROR_CONFLICT when a piece was changed
 * since. (transfer full) */
StewardLogEntry *steward_database_undo             (StewardDatabase        *self,
                                                    const char             *project,
                                                    gboolean                redo,
                                                    const char             *actor,
                                                    GError                **error);

/* The project as stored, its id set; @version receives its version.
 * STEWARD_ERROR_UNKNOWN when there is no such project. (transfer full) */
StewardProject  *steward_database_load_project     (StewardDatabase        *self,
                                                    const char             *id,
                                                    gint64                 *version,
                                                    GError                **error);
/* Version of a project, 0 when there is none, -1 with an error. */
gint64           steward_database_get_version      (StewardDatabase        *self,
                                                    const char             *id,
                                                    GError                **error);
/* Entries after @after, oldest first (or with a negative @limit the newest
 * first), at most |@limit|; of all projects when @project is NULL.
 * (transfer full) (element-type StewardLogEntry) */
GPtrArray       *steward_database_read_log         (StewardDatabase        *self,
                                                    const char             *project,
                                                    gint64                  after,
                                                    int                     limit,
                                                    GError                **error);
gint64           steward_database_get_sequence     (StewardDatabase        *self,
                                                    GError                **error);
/* Checks the file, the references, the chain of the log, and that the tables
 * hold what the log says. Adds a sentence per finding to @findings, the first
 * broken log entry by its number. FALSE with an error when it could not be
 * found out. (element-type utf8) */
gboolean         steward_database_verify           (StewardDatabase        *self,
                                                    GPtrArray              *findings,
                                                    StewardProgress         progress,
                                                    gpointer                user_data,
                                                    GCancellable           *cancellable,
                                                    GError                **error);

/* A small setting kept with the database ("last-notified" …); "" when unset.
 * Not part of the log. (transfer full) */
char            *steward_database_get_setting      (StewardDatabase        *self,
                                                    const char             *key,
                                                    GError                **error);
gboolean         steward_database_set_setting      (StewardDatabase        *self,
                                                    const char             *key,
                                                    const char             *value,
                                                    GError                **error);

/* Keeps the bytes of a paper, once for all who put in the same. Returns its
 * SHA-256; NULL with STEWARD_ERROR_LIMIT for more than
 * %STEWARD_FILE_MAX_BYTES. (transfer full) */
char            *steward_database_put_file         (StewardDatabase        *self,
                                                    GBytes                 *bytes,
                                                    GError                **error);
/* STEWARD_ERROR_UNKNOWN when the database does not hold it,
 * STEWARD_ERROR_CORRUPT when its bytes have another hash now. (transfer full) */
GBytes          *steward_database_read_file        (StewardDatabase        *self,
                                                    const char             *sha256,
                                                    GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardLogEntry, steward_log_entry_free)

G_END_DECLS
