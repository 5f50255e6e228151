/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-project.h"

G_BEGIN_DECLS

/* What is kept of papers: those of the unit that were handed in, those that
 * were made here, and what became of the entrustment. Each record is a piece
 * of its own (steward-piece.h). What a getter returns is borrowed until the
 * project changes; setters copy, clean texts as they are typed, and emit
 * #StewardProject::changed with %STEWARD_CHANGE_RECORDS. */

/* Most records of one kind of a project; of editions see steward-edition.h. */
#define STEWARD_PROJECT_MAX_RECORDS 20000

/**
 * StewardReceipt:
 * @id: of the material, or of a row of a materials group
 * @day: on which it was handed in
 * @note, @by: may be ""
 *
 * A paper that the unit handed in.
 */
typedef struct
{
  char       *id;
  StewardDay  day;
  char       *note;
  char       *by;
} StewardReceipt;

/* NULL when it has not been handed in. */
const StewardReceipt *steward_project_get_receipt    (StewardProject       *self,
                                                      const char           *material);
/* By id. (transfer container) (element-type StewardReceipt) */
GPtrArray            *steward_project_list_receipts  (StewardProject       *self);
/* STEWARD_ERROR_UNKNOWN for a material that neither the pack nor the form can
 * have; STEWARD_ERROR_INVALID without a day. */
gboolean              steward_project_put_receipt    (StewardProject       *self,
                                                      const StewardReceipt *value,
                                                      GError              **error);
void                  steward_project_remove_receipt (StewardProject       *self,
                                                      const char           *material);

/**
 * StewardDocumentState:
 *
 * How far a paper has come. A signed or scanned one is a document of its own,
 * which says which one it is a copy of.
 */
typedef enum
{
  STEWARD_DOCUMENT_MADE,
  STEWARD_DOCUMENT_PRINTED,
  STEWARD_DOCUMENT_SENT,
  STEWARD_DOCUMENT_SIGNED,
  STEWARD_DOCUMENT_SCANNED,
  STEWARD_DOCUMENT_DECLINED,
  STEWARD_DOCUMENT_REPLACED,
  STEWARD_N_DOCUMENT_STATES
} StewardDocumentState;

/* "made", "printed", "sent", "signed", "scanned", "declined", "replaced". */
const char *steward_document_state_to_word   (StewardDocumentState  state);
gboolean    steward_document_state_from_word (const char           *word,
                                              StewardDocumentState *state);

/**
 * StewardDocumentSignature:
 * @field: that was signed; @signer: name of the certificate
 * @time: ISO 8601, ""; @verdict: what verifying it said, ""
 */
typedef struct
{
  char *field;
  char *signer;
  char *time;
  char *verdict;
} StewardDocumentSignature;

/**
 * StewardDocument:
 * @id: a UUID in lower case
 * @form: word of the form, or "scan"
 * @subject: id of the stage, section, case or edition it is about, ""
 * @day: of the paper, may be NONE
 * @sha256: of its file in the database, "" when there is none
 * @name: file name, ""
 * @of: id of the document that this is a signed copy or a scan of, ""
 * @by, @at: who recorded it, and when
 * @signatures: (element-type StewardDocumentSignature) (nullable): NULL means
 *   none to the setter; never NULL in what a getter returns
 *
 * One paper that was made, signed or scanned.
 */
typedef struct
{
  char                 *id;
  char                 *form;
  char                 *subject;
  char                 *title;
  StewardDocumentState  state;
  StewardDay            day;
  char                 *sha256;
  char                 *name;
  char                 *of;
  char                 *by;
  char                 *at;
  GPtrArray            *signatures;
} StewardDocument;

/* NULL when there is none of that id. */
const StewardDocument *steward_project_get_document    (StewardProject        *self,
                                                        const char            *id);
/* In the order in which they were recorded. (transfer container)
 * (element-type StewardDocument) */
GPtrArray             *steward_project_list_documents  (StewardProject        *self);
/* STEWARD_ERROR_INVALID for an id that is no UUID or a file that has no
 * SHA-256. A @value->at of NULL is now. */
gboolean               steward_project_put_document    (StewardProject        *self,
                                                        const StewardDocument *value,
                                                        GError               **error);
void                   steward_project_remove_document (StewardProject        *self,
                                                        const char            *id);

/**
 * StewardEntrustmentKind:
 *
 * What happens to an entrustment.
 */
typedef enum
{
  STEWARD_ENTRUSTMENT_STEP_DRAFTED,
  STEWARD_ENTRUSTMENT_STEP_PRINTED,
  STEWARD_ENTRUSTMENT_STEP_SENT,
  STEWARD_ENTRUSTMENT_STEP_SIGNED,
  STEWARD_ENTRUSTMENT_STEP_DECLINED,
  STEWARD_ENTRUSTMENT_STEP_REMINDED,
  STEWARD_ENTRUSTMENT_STEP_CHANGED,
  STEWARD_ENTRUSTMENT_STEP_SUSPENDED,
  STEWARD_ENTRUSTMENT_STEP_RESUMED,
  STEWARD_ENTRUSTMENT_STEP_STAGE_CLOSED,
  STEWARD_ENTRUSTMENT_STEP_CLOSED,
  STEWARD_N_ENTRUSTMENT_STEPS
} StewardEntrustmentKind;

/* "drafted", "printed" … "stage-closed", "closed". */
const char *steward_entrustment_kind_to_word   (StewardEntrustmentKind  kind);
gboolean    steward_entrustment_kind_from_word (const char             *word,
                                                StewardEntrustmentKind *kind);
/* In the user's language, "suspended". */
const char *steward_entrustment_kind_get_name  (StewardEntrustmentKind  kind);

/**
 * StewardEntrustmentStep:
 * @number: 0 for one that is new
 * @ground: id of the ground for a suspension, or of the stage that is closed
 * @document: id of the document that goes with it, ""
 *
 * One step in the life of an entrustment. Steps are kept as they were
 * recorded; steward_entrustment_judge_step() says whether one is possible.
 */
typedef struct
{
  char                   *id;
  guint                   number;
  StewardDay              day;
  StewardEntrustmentKind  kind;
  char                   *ground;
  char                   *note;
  char                   *by;
  char                   *document;
} StewardEntrustmentStep;

/* NULL when there is none of that number. */
const StewardEntrustmentStep *steward_project_get_step    (StewardProject               *self,
                                                           guint                         number);
/* By number. (transfer container) (element-type StewardEntrustmentStep) */
GPtrArray                    *steward_project_list_steps  (StewardProject               *self);
/* A @value->number of 0 is a new step. Returns its number, or 0 with an error. */
guint                         steward_project_put_step    (StewardProject               *self,
                                                           const StewardEntrustmentStep *value,
                                                           GError                      **error);
void                          steward_project_remove_step (StewardProject               *self,
                                                           guint                         number);

/**
 * StewardEntrustmentState:
 * @STEWARD_ENTRUSTMENT_SENT: the unit has it and has not answered
 * @STEWARD_ENTRUSTMENT_CLOSED: fulfilled; another one may be drafted
 */
typedef enum
{
  STEWARD_ENTRUSTMENT_NONE,
  STEWARD_ENTRUSTMENT_DRAFTED,
  STEWARD_ENTRUSTMENT_SENT,
  STEWARD_ENTRUSTMENT_IN_FORCE,
  STEWARD_ENTRUSTMENT_DECLINED,
  STEWARD_ENTRUSTMENT_SUSPENDED,
  STEWARD_ENTRUSTMENT_CLOSED,
  STEWARD_N_ENTRUSTMENT_STATES
} StewardEntrustmentState;

/* "none", "drafted", "sent", "in-force", "declined", "suspended", "closed". */
const char *steward_entrustment_state_to_word  (StewardEntrustmentState state);
/* In the user's language. */
const char *steward_entrustment_state_get_name (StewardEntrustmentState state);

/**
 * StewardEntrustmentStatus:
 * @since: day of the step that led to @state, or NONE
 * @signed_on: day of the signature that is in force, or NONE
 * @reminded: last reminder since it came into force or was resumed, or NONE
 * @renewing: another paper is under way while this one is in force; signed, it
 *   takes its place
 * @n_replaced: signed papers before the one in force
 * @ground: of the suspension, "" else; @step: number of the step that led to
 *   @state, 0 when it was the recorded signature alone
 * @possible: bits, 1 << StewardEntrustmentKind, of what may come next
 *
 * The entrustment as of a day. Borrows from the project.
 */
typedef struct
{
  StewardEntrustmentState  state;
  StewardDay               since;
  StewardDay               signed_on;
  StewardDay               reminded;
  gboolean                 renewing;
  guint                    n_replaced;
  const char              *ground;
  guint                    step;
  guint                    possible;
} StewardEntrustmentStatus;

/* Replays the steps up to and including @until (NONE: all). A signature that
 * only the entrustment itself tells of (`signed_on`) counts as a step of that
 * day. Steps that are impossible, as a file may hold them, are passed over. */
void     steward_entrustment_replay     (StewardProject               *self,
                                         StewardDay                    until,
                                         StewardEntrustmentStatus     *status);
/* Whether @step, a new one, can have happened after what is recorded. FALSE
 * with STEWARD_ERROR_INVALID and a sentence for the user that says why not,
 * and what would be possible. @today NONE: today; nothing later is taken. */
gboolean steward_entrustment_judge_step (StewardProject               *self,
                                         const StewardEntrustmentStep *step,
                                         StewardDay                    today,
                                         GError                      **error);

G_END_DECLS
