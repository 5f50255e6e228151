/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-changes-private.h"
#include "steward-database-private.h"
#include "steward-database.h"
#include "steward-statements-private.h"

G_BEGIN_DECLS

/* What the files of the database share, and nobody else sees. */

struct _StewardDatabase
{
  GObject            parent_instance;
  GFile             *file;
  StewardDriver     *driver;
  StewardStatements *statements;
  StewardCalendar   *calendar;      /* NULL until it is needed */
  char              *years;         /* that @calendar has besides the official ones */
  char              *calendar_problem; /* why @years could not be read, NULL else */
  char              *fingerprint;   /* what `digests.calendar` is while a digest holds */
  GHashTable        *packs;         /* "id sha256" → StewardPack, as read the first time */
  GQueue             kept;          /* projects in memory, those used last first */
};

/**
 * StewardStored:
 * @number: 0 when there is no such project
 * @hash: of its last log entry: nothing in the project can differ while this
 *   is the same
 * @record: as it is in the table
 *
 * What the table of projects says of one.
 */
typedef struct
{
  gint64    number;
  gint64    version;
  char     *hash;
  GVariant *record;
} StewardStored;

void              steward_stored_clear              (StewardStored       *self);

/* The statement @name of sql/@table.sql, ready for its parameters. (transfer none) */
StewardStatement *steward_database_prepare          (StewardDatabase     *self,
                                                     const char          *table,
                                                     const char          *name,
                                                     GError             **error);
/* Begins, runs @func and commits; when anything fails nothing happened. */
typedef gboolean (*StewardTransaction) (StewardDatabase  *self,
                                        gpointer          data,
                                        GError          **error);
gboolean          steward_database_transact         (StewardDatabase     *self,
                                                     StewardTransaction   func,
                                                     gpointer             data,
                                                     GError             **error);
/* Inside a transaction. */
gboolean          steward_database_write_setting    (StewardDatabase     *self,
                                                     const char          *key,
                                                     const char          *value,
                                                     GError             **error);
/* @stored has the number 0 when there is no such project. */
gboolean          steward_database_find_stored      (StewardDatabase     *self,
                                                     const char          *id,
                                                     StewardStored       *stored,
                                                     GError             **error);
/* The project that @stored is about, in one transaction or with nobody
 * writing. (transfer full) */
StewardProject   *steward_database_read_project     (StewardDatabase     *self,
                                                     const char          *id,
                                                     const StewardStored *stored,
                                                     GError             **error);
/* The version of the pack with @sha256, or the newest one when that is not at
 * hand. (transfer full) */
StewardPack      *steward_database_load_pack        (StewardDatabase     *self,
                                                     const char          *id,
                                                     const char          *sha256,
                                                     GError             **error);
/* Knows @pack from now on, also when the library does not have it. */
void              steward_database_take_pack        (StewardDatabase     *self,
                                                     StewardPack         *pack);

/* The project in memory whose last log entry has @hash, which is then no
 * longer kept, so that one that was changed half way is never used again.
 * (transfer full) (nullable) */
StewardProject   *steward_database_take_kept        (StewardDatabase     *self,
                                                     const char          *hash);
void              steward_database_keep             (StewardDatabase     *self,
                                                     const char          *hash,
                                                     StewardProject      *project);
void              steward_database_forget_kept      (StewardDatabase     *self);

/* The table of pieces of @kind; there is none for the record. */
const char       *steward_piece_kind_get_table      (StewardPieceKind     kind);
/* All pieces of @kind of the project @number, in their order; fails with
 * STEWARD_ERROR_CORRUPT on what was never written like that. (transfer full)
 * (element-type StewardPiece) */
GPtrArray        *steward_database_read_pieces      (StewardDatabase     *self,
                                                     gint64               number,
                                                     StewardPieceKind     kind,
                                                     GError             **error);
/* Makes the table hold the new value; @change is of any kind but the record. */
gboolean          steward_database_write_piece      (StewardDatabase     *self,
                                                     gint64               number,
                                                     const StewardPieceChange *change,
                                                     GError             **error);

/* Gives @entry its sequence, time and hash, and writes it; the caller fills
 * in the rest. */
gboolean          steward_database_append_log       (StewardDatabase     *self,
                                                     StewardLogEntry     *entry,
                                                     GError             **error);
/* The hash of @entry after an entry with the hash @before. (transfer full) */
char             *steward_log_entry_compute_hash    (const StewardLogEntry *entry,
                                                     const char          *before);
/* The hash that the first entry follows. */
#define STEWARD_LOG_FIRST_HASH "0000000000000000000000000000000000000000000000000000000000000000"
/* Of a row with all columns of the log, in their order. (transfer full) */
StewardLogEntry  *steward_log_entry_read            (StewardStatement    *statement);
/* NULL without an error when there is none. (transfer full) (nullable) */
StewardLogEntry  *steward_database_find_log         (StewardDatabase     *self,
                                                     gint64               sequence,
                                                     GError             **error);

/* Puts one change into the log and the tables, inside a transaction: checks
 * it against what is there, and fills in the sequence and all of @entry but
 * project, actor, label and undoes, which are the caller's. @changes is
 * adapted to what is there. */
gboolean          steward_database_write_change     (StewardDatabase     *self,
                                                     StewardLogEntry     *entry,
                                                     GPtrArray           *changes,
                                                     gint64               base,
                                                     GError             **error);

/* What has been issued stays: STEWARD_ERROR_INVALID, which names the edition,
 * when one of @changes would take away or change an edition of the plan.
 * Filling in its paper or the day of the notice is no change. */
gboolean          steward_database_guard_editions   (GPtrArray           *changes,
                                                     GError             **error);
/* Puts the editions of @stored into @wanted, which is to take its place;
 * STEWARD_ERROR_INVALID when it holds another one of the same number. */
gboolean          steward_database_keep_editions    (StewardProject      *stored,
                                                     StewardProject      *wanted,
                                                     GError             **error);
/* Makes what lists show of @project anew: digest, agenda and search text. */
gboolean          steward_database_write_digest     (StewardDatabase     *self,
                                                     gint64               number,
                                                     StewardProject      *project,
                                                     StewardDay           today,
                                                     GError             **error);
gboolean          steward_database_remove_digest    (StewardDatabase     *self,
                                                     gint64               number,
                                                     GError             **error);
/* A log entry for each of @changes (element-type StewardYearChange), inside a
 * transaction. They belong to no project, and are not undone. */
gboolean          steward_database_log_years        (StewardDatabase       *self,
                                                     GArray                *changes,
                                                     const StewardCalendar *after,
                                                     const char            *actor,
                                                     GError               **error);

/* Sets the calendar, and the years and fingerprint of it, anew when the years
 * that are stored are others. */
gboolean          steward_database_sync_calendar    (StewardDatabase     *self,
                                                     GError             **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StewardStored, steward_stored_clear)

G_END_DECLS
