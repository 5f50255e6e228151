/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-papers.h"
#include "steward-pdf-verify.h"
#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardPaperRecord:
 * @id: NULL for a new document, else that of the one that is changed
 * @form, @subject, @title: which paper it is
 * @name: file name
 * @of: document that this is a signed copy or a scan of, or NULL
 * @state, @day: as of the document
 * @file: what is kept; NULL leaves that of the document @id
 * @verify: who signed is read from @file
 * @roots: (nullable): folder of the certificates that are trusted then
 * @signatures: (element-type StewardDocumentSignature) (nullable)
 *
 * A paper to put on record.
 */
typedef struct
{
  char                 *id;
  char                 *form;
  char                 *subject;
  char                 *title;
  char                 *name;
  char                 *of;
  StewardDocumentState  state;
  StewardDay            day;
  GBytes               *file;
  gboolean              verify;
  GFile                *roots;
  GPtrArray            *signatures;
} StewardPaperRecord;

StewardPaperRecord *steward_paper_record_new    (const char                   *form,
                                                 const char                   *subject,
                                                 const char                   *title);
/* Another document of the same paper as @document, of which it is a copy. */
StewardPaperRecord *steward_paper_record_of     (const StewardDocument        *document);
/* @document itself in another state. */
StewardPaperRecord *steward_paper_record_change (const StewardDocument        *document,
                                                 StewardDocumentState          state);
void                steward_paper_record_free   (StewardPaperRecord           *self);

/* Appends to @records (element-type StewardPaperRecord) @drawing, a new one with
 * its file, which it takes over; drawings of the same paper that nobody signed
 * are no longer the paper then. */
void                steward_paper_record_add_drawing (GPtrArray               *records,
                                                 StewardProject               *project,
                                                 StewardPaperRecord           *drawing);

/* Keeps the files in the database, then puts the documents on record, as one
 * change that can be undone: what is on record is always there. What follows
 * for the entrustment is recorded with it. Takes @records over
 * (element-type StewardPaperRecord). */
void                steward_paper_record_async  (StewardSession               *session,
                                                 GPtrArray                    *records,
                                                 GAsyncReadyCallback           callback,
                                                 gpointer                      user_data);
/* Ids of the documents in their order, NULL when nothing was recorded.
 * (transfer full) */
GStrv               steward_paper_record_finish (StewardSession               *session,
                                                 GAsyncResult                 *result,
                                                 GError                      **error);

/* The file of a document. (transfer full) */
void                steward_paper_load_async    (StewardSession               *session,
                                                 const char                   *sha256,
                                                 GCancellable                 *cancellable,
                                                 GAsyncReadyCallback           callback,
                                                 gpointer                      user_data);
GBytes             *steward_paper_load_finish   (StewardSession               *session,
                                                 GAsyncResult                 *result,
                                                 GError                      **error);

/**
 * StewardPaperMatch:
 * @STEWARD_MATCH_NONE: no paper of the project is this document
 * @STEWARD_MATCH_SAME: one on record is the same to the last bit
 * @STEWARD_MATCH_CONTINUED: it begins with all of one on record, and goes on
 * @STEWARD_MATCH_DIFFERENT: it is a document on record, but not as recorded
 *
 * What the records say of a file.
 */
typedef enum
{
  STEWARD_MATCH_NONE,
  STEWARD_MATCH_SAME,
  STEWARD_MATCH_CONTINUED,
  STEWARD_MATCH_DIFFERENT
} StewardPaperMatch;

/* Compares a file with what is on record. @sha256 of it; @identifier:
 * (nullable): which document it says it is. */
void                steward_paper_match_async   (StewardSession               *session,
                                                 GBytes                       *pdf,
                                                 const char                   *sha256,
                                                 const char                   *identifier,
                                                 GCancellable                 *cancellable,
                                                 GAsyncReadyCallback           callback,
                                                 gpointer                      user_data);
/* %STEWARD_MATCH_NONE as well when it could not be compared. */
StewardPaperMatch   steward_paper_match_finish  (StewardSession               *session,
                                                 GAsyncResult                 *result,
                                                 GError                      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardPaperRecord, steward_paper_record_free)

G_END_DECLS
