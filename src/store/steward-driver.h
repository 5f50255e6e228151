/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * StewardDriver:
 *
 * One connection to one database: all that the store asks of a database
 * system, and the only place that knows its types and error codes. A
 * connection belongs to one thread at a time.
 *
 * SQL is the common part of SQLite and PostgreSQL: parameters are `$1`,
 * `$2` …; the types are TEXT and INTEGER (64 bits, dates are ISO text,
 * booleans 0 and 1); `ON CONFLICT … DO UPDATE` is in both. In migrations
 * `STRICT` after a table is taken out by a driver that does not know it.
 */
#define STEWARD_TYPE_DRIVER (steward_driver_get_type ())

G_DECLARE_DERIVABLE_TYPE (StewardDriver, steward_driver, STEWARD, DRIVER, GObject)

/**
 * StewardStatement:
 *
 * A prepared statement, kept by its connection and used again for the same
 * text. Texts it returns are valid until the next step or reset.
 */
typedef struct _StewardStatement StewardStatement;

/* What a step of a statement came to. */
typedef enum { STEWARD_STEP_FAILED, STEWARD_STEP_ROW, STEWARD_STEP_DONE } StewardStep;

/* Called now and then during long work with the share done, 0.0 to 1.0. */
typedef void (*StewardProgress) (double    share,
                                 gpointer  user_data);

/**
 * StewardDriverClass:
 *
 * What a driver provides; the functions below say what each means.
 */
struct _StewardDriverClass
{
  GObjectClass parent_class;

  gboolean          (*begin)            (StewardDriver     *self,
                                         GError           **error);
  gboolean          (*begin_reading)    (StewardDriver     *self,
                                         GError           **error);
  gboolean          (*commit)           (StewardDriver     *self,
                                         GError           **error);
  void              (*rollback)         (StewardDriver     *self);
  gboolean          (*execute)          (StewardDriver     *self,
                                         const char        *sql,
                                         GError           **error);
  StewardStatement *(*prepare)          (StewardDriver     *self,
                                         const char        *sql,
                                         GError           **error);
  void              (*bind_text)        (StewardStatement  *statement,
                                         int                parameter,
                                         const char        *value);
  void              (*bind_integer)     (StewardStatement  *statement,
                                         int                parameter,
                                         gint64             value);
  void              (*bind_bytes)       (StewardStatement  *statement,
                                         int                parameter,
                                         GBytes            *value);
  StewardStep       (*step)             (StewardStatement  *statement,
                                         GError           **error);
  const char       *(*get_text)         (StewardStatement  *statement,
                                         int                column);
  gint64            (*get_integer)      (StewardStatement  *statement,
                                         int                column);
  GBytes           *(*get_bytes)        (StewardStatement  *statement,
                                         int                column);
  gboolean          (*is_null)          (StewardStatement  *statement,
                                         int                column);
  void              (*reset)            (StewardStatement  *statement);
  void              (*set_cancellable)  (StewardDriver     *self,
                                         GCancellable      *cancellable);
  gboolean          (*check)            (StewardDriver     *self,
                                         GPtrArray         *findings,
                                         GError           **error);
  gboolean          (*copy_to)          (StewardDriver     *self,
                                         GFile             *target,
                                         StewardProgress    progress,
                                         gpointer           user_data,
                                         GCancellable      *cancellable,
                                         GError           **error);
  gboolean          (*copy_from)        (StewardDriver     *self,
                                         GFile             *source,
                                         StewardProgress    progress,
                                         gpointer           user_data,
                                         GCancellable      *cancellable,
                                         GError           **error);
  gboolean          (*has_changed)      (StewardDriver     *self);
};

/* Begins by writing, so that a transaction never fails half way for want of
 * the lock: "begin" waits a few seconds for another process, then fails with
 * STEWARD_ERROR_BUSY. */
gboolean          steward_driver_begin           (StewardDriver     *self,
                                                  GError           **error);
/* What is read until the rollback is of one moment; others go on writing. */
gboolean          steward_driver_begin_reading   (StewardDriver     *self,
                                                  GError           **error);
/* TRUE only when the transaction is on the disk. */
gboolean          steward_driver_commit          (StewardDriver     *self,
                                                  GError           **error);
/* Never fails: a transaction that was not committed is gone. */
void              steward_driver_rollback        (StewardDriver     *self);
/* Runs statements without parameters or results. */
gboolean          steward_driver_execute         (StewardDriver     *self,
                                                  const char        *sql,
                                                  GError           **error);
/* The statement is reset and its parameters are NULL. (transfer none) */
StewardStatement *steward_driver_prepare         (StewardDriver     *self,
                                                  const char        *sql,
                                                  GError           **error);
/* Work that is running or comes stops with G_IO_ERROR_CANCELLED when
 * @cancellable is cancelled, from any thread; NULL for none. */
void              steward_driver_set_cancellable (StewardDriver     *self,
                                                  GCancellable      *cancellable);
/* Whether the file is whole: adds a sentence per finding. FALSE with an error
 * when that could not be found out. */
gboolean          steward_driver_check           (StewardDriver     *self,
                                                  GPtrArray         *findings,
                                                  GError           **error);
/* Copies the whole database to or from a file while others use it. */
gboolean          steward_driver_copy_to         (StewardDriver     *self,
                                                  GFile             *target,
                                                  StewardProgress    progress,
                                                  gpointer           user_data,
                                                  GCancellable      *cancellable,
                                                  GError           **error);
gboolean          steward_driver_copy_from       (StewardDriver     *self,
                                                  GFile             *source,
                                                  StewardProgress    progress,
                                                  gpointer           user_data,
                                                  GCancellable      *cancellable,
                                                  GError           **error);
/* TRUE when another connection has committed since the last call. Cheap. */
gboolean          steward_driver_has_changed     (StewardDriver     *self);

/* Parameters count from 1, columns from 0. NULL binds NULL. */
void              steward_statement_bind_text    (StewardStatement  *self,
                                                  int                parameter,
                                                  const char        *value);
void              steward_statement_bind_integer (StewardStatement  *self,
                                                  int                parameter,
                                                  gint64             value);
/* @value has to stay until the statement is reset. */
void              steward_statement_bind_bytes   (StewardStatement  *self,
                                                  int                parameter,
                                                  GBytes            *value);
StewardStep       steward_statement_step         (StewardStatement  *self,
                                                  GError           **error);
/* Steps a statement that gives no rows, and resets it. */
gboolean          steward_statement_run          (StewardStatement  *self,
                                                  GError           **error);
/* Never NULL: "" for NULL. */
const char       *steward_statement_get_text     (StewardStatement  *self,
                                                  int                column);
gint64            steward_statement_get_integer  (StewardStatement  *self,
                                                  int                column);
/* A copy of a column of bytes; empty for NULL. (transfer full) */
GBytes           *steward_statement_get_bytes    (StewardStatement  *self,
                                                  int                column);
gboolean          steward_statement_is_null      (StewardStatement  *self,
                                                  int                column);
void              steward_statement_reset        (StewardStatement  *self);

/**
 * StewardOpenMode:
 * @STEWARD_OPEN_EXISTING: fails with STEWARD_ERROR_READ when there is none
 * @STEWARD_OPEN_CREATE: fails with STEWARD_ERROR_WRITE when there is one
 * @STEWARD_OPEN_READ_ONLY: existing, and nothing can be written
 */
typedef enum
{
  STEWARD_OPEN_EXISTING,
  STEWARD_OPEN_CREATE,
  STEWARD_OPEN_READ_ONLY
} StewardOpenMode;

/* The embedded driver: a file of SQLite, in WAL mode with full flushing,
 * foreign keys on, hardened against files made by strangers. Each setting is
 * read back. Fails with STEWARD_ERROR_READ, _WRITE, _BUSY, _FULL, _CORRUPT, or
 * _INVALID for a file that is no database of this program. */
StewardDriver    *steward_sqlite_driver_new      (GFile             *file,
                                                  StewardOpenMode    mode,
                                                  GError           **error);

G_END_DECLS
