/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "steward-papers.h"
#include "steward-schedule.h"

G_BEGIN_DECLS

/* Most files of an archive, most bytes of one and of all. */
#define STEWARD_ARCHIVE_MAX_FILES      999
#define STEWARD_ARCHIVE_MAX_FILE_BYTES (256 * 1024 * 1024)
#define STEWARD_ARCHIVE_MAX_BYTES      (G_GINT64_CONSTANT (1024) * 1024 * 1024)

/**
 * StewardArchivePlace:
 *
 * Where a paper stands in the archive of a project, in the order in which
 * archives are bound.
 */
typedef enum
{
  STEWARD_PLACE_ENTRUSTMENT,
  STEWARD_PLACE_ASSESSMENT,
  STEWARD_PLACE_PLAN,
  STEWARD_PLACE_MINUTES,
  STEWARD_PLACE_NOTICE,
  STEWARD_PLACE_COMMITMENT,
  STEWARD_PLACE_LEDGER,
  STEWARD_PLACE_CERTIFICATE,
  STEWARD_PLACE_CLOSING,
  STEWARD_PLACE_SUGGESTION,
  STEWARD_PLACE_LOG,
  STEWARD_PLACE_OTHER,
  STEWARD_PLACE_INDEX,   /* the index itself: nothing can be attached there */
  STEWARD_N_PLACES
} StewardArchivePlace;

/**
 * StewardArchiveFile:
 * @name: without any folder, safe on every system
 * @title: what it is, for the index
 * @form, @subject: (nullable): the paper that it is, which is not drawn anew
 *
 * One file of an archive.
 */
typedef struct
{
  char                *name;
  char                *title;
  char                *form;
  char                *subject;
  StewardArchivePlace  place;
  GBytes              *bytes;
} StewardArchiveFile;

/* "entrustment", "minutes" … */
const char *steward_archive_place_to_word   (StewardArchivePlace      place);
/* FALSE for no word of a place where something can be attached. */
gboolean    steward_archive_place_from_word (const char              *word,
                                             StewardArchivePlace     *place);
/* A paper to attach; @name may have folders, which are dropped. */
StewardArchiveFile *steward_archive_file_new (const char             *name,
                                             StewardArchivePlace      place,
                                             GBytes                  *bytes);
/* The file with that hash. (transfer full) */
typedef GBytes *(*StewardArchiveReader) (const char             *sha256,
                                         gpointer                data,
                                         GError                **error);
/* The files of the documents of @project that are on record, named and placed
 * by paper, state and day, in the order in which they were recorded. One that
 * cannot be read is an error which names it: an archive without it would not
 * be one. (transfer full) (element-type StewardArchiveFile) */
GPtrArray  *steward_archive_collect         (StewardProject          *project,
                                             StewardArchiveReader     reader,
                                             gpointer                 data,
                                             GError                 **error);
void        steward_archive_file_free       (StewardArchiveFile      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardArchiveFile, steward_archive_file_free)

/* The archive of the project of @schedule: the papers that its state asks for,
 * drawn unless they are among @attached (element-type StewardArchiveFile), and
 * these, in archive order with running numbers; the project file, and the index
 * as JSON, CSV and PDF; `index.json` comes first. @notes: (out): as of steward_paper_render(). (transfer full)
 * (element-type StewardArchiveFile) */
GPtrArray  *steward_archive_compose         (const StewardSchedule   *schedule,
                                             GPtrArray               *attached,
                                             char                   **notes,
                                             GError                 **error);
/* The files as a zip; the same files give the same bytes. (transfer full) */
GBytes     *steward_archive_to_zip          (GPtrArray               *files,
                                             GError                 **error);

/**
 * StewardArchiveFinding:
 * @kind: "changed", "missing", "extra", "duplicate" or "unsafe"
 * @name: of the file, made printable
 * @message: a full sentence
 */
typedef struct
{
  const char *kind;
  char       *name;
  char       *message;
} StewardArchiveFinding;

/**
 * StewardArchiveReport:
 * @findings: (element-type StewardArchiveFinding): nothing when all is intact
 * @index_sha256: of `index.json`; who noted it down can tell that the index
 *   was not replaced as well
 * @n_files: files that are exactly as the index says
 */
typedef struct
{
  GPtrArray *findings;
  char      *index_sha256;
  guint      n_files;
} StewardArchiveReport;

/* Compares the zip or folder @file with its index. Nothing is unpacked, and
 * no more of a file is read than the index says it has. NULL with @error set
 * when it is no archive, or one beyond the limits. (transfer full) */
StewardArchiveReport *steward_archive_verify (GFile                  *file,
                                             GError                 **error);
void        steward_archive_report_free     (StewardArchiveReport    *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardArchiveReport, steward_archive_report_free)

G_END_DECLS
