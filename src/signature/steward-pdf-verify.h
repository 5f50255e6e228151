/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-trust.h"

G_BEGIN_DECLS

/* The largest PDF that is signed or verified. */
#define STEWARD_PDF_MAX_BYTES (256 * 1024 * 1024)

/**
 * StewardPdfVerdict:
 * @STEWARD_PDF_UNSIGNED: there is no signature at all
 * @STEWARD_PDF_BROKEN: what a signature covers is not what was signed
 * @STEWARD_PDF_CHANGED: signatures hold, but something else than a further
 *   signature was added after one of them
 * @STEWARD_PDF_UNTRUSTED: nothing was changed, but nobody trusted says who
 *   signed
 * @STEWARD_PDF_GOOD: intact, unchanged, and all signers trusted
 *
 * The worst that is true of all signatures together.
 */
typedef enum
{
  STEWARD_PDF_UNSIGNED,
  STEWARD_PDF_BROKEN,
  STEWARD_PDF_CHANGED,
  STEWARD_PDF_UNTRUSTED,
  STEWARD_PDF_GOOD
} StewardPdfVerdict;

/**
 * StewardPdfChangeKind:
 * @STEWARD_PDF_CHANGE_CONTENT: what is drawn on a page
 * @STEWARD_PDF_CHANGE_PAGE: a page itself: its size, fonts, pictures; or pages
 *   were added, removed or put in another order
 * @STEWARD_PDF_CHANGE_ANNOTATION: a note, stamp or mark on a page
 * @STEWARD_PDF_CHANGE_FORM: a form field was added, filled in or removed
 * @STEWARD_PDF_CHANGE_SIGNATURE: a signature or its field
 * @STEWARD_PDF_CHANGE_INFORMATION: title, author and such
 * @STEWARD_PDF_CHANGE_DOCUMENT: settings of the whole document
 * @STEWARD_PDF_CHANGE_OBJECT: another part of the file
 * @STEWARD_PDF_CHANGE_BYTES: bytes were appended that belong to nothing
 *
 * What was changed after a signature.
 */
typedef enum
{
  STEWARD_PDF_CHANGE_CONTENT,
  STEWARD_PDF_CHANGE_PAGE,
  STEWARD_PDF_CHANGE_ANNOTATION,
  STEWARD_PDF_CHANGE_FORM,
  STEWARD_PDF_CHANGE_SIGNATURE,
  STEWARD_PDF_CHANGE_INFORMATION,
  STEWARD_PDF_CHANGE_DOCUMENT,
  STEWARD_PDF_CHANGE_OBJECT,
  STEWARD_PDF_CHANGE_BYTES
} StewardPdfChangeKind;

/**
 * StewardPdfChange:
 * @kind: what was changed
 * @page: counted from 1, 0 when it is on no page or not known
 * @object: number of the object in the file, 0 when it is none
 *
 * One thing that differs from what was signed.
 */
typedef struct
{
  StewardPdfChangeKind kind;
  guint                page;
  guint                object;
} StewardPdfChange;

/**
 * StewardPdfSignature:
 * @field: name of its field
 * @signer: (nullable): name in the certificate; NULL when there is none
 * @time: (nullable): when it was signed, as the signer says
 * @reason: (nullable): as the signer says
 * @place: (nullable): as the signer says
 * @end: bytes that were there when it was signed: a copy of the file cut off
 *   here is what the signer saw
 * @intact: not one byte that it covers was changed
 * @problem: (nullable): why it is not intact, for people
 * @trusted: a trusted root says who the signer is
 * @trust_problem: (nullable): why not trusted, for people
 * @self_made: the signer made the certificate himself
 * @covers_whole: nothing at all was appended after it
 * @changes: StewardPdfChange: what was changed after it; a further signature
 *   in a field that was there is no change
 *
 * What is known about one signature.
 */
typedef struct
{
  char      *field;
  char      *signer;
  GDateTime *time;
  char      *reason;
  char      *place;
  gsize      end;
  gboolean   intact;
  char      *problem;
  gboolean   trusted;
  char      *trust_problem;
  gboolean   self_made;
  gboolean   covers_whole;
  GArray    *changes;
} StewardPdfSignature;

/**
 * StewardPdfVerification:
 * @signatures: StewardPdfSignature, in the order of signing
 * @empty_fields: names of signature fields that are not signed yet
 * @verdict: all signatures together
 * @identifier: (nullable): which document it is, as hexadecimal digits: stays
 *   the same when signatures or anything else is added
 *
 * What is known about the signatures of one file.
 */
typedef struct
{
  GPtrArray         *signatures;
  GPtrArray         *empty_fields;
  StewardPdfVerdict  verdict;
  char              *identifier;
} StewardPdfVerification;

/* Judges all signatures of @pdf. @trust: (nullable): nobody is trusted. The
 * file may come from anywhere: STEWARD_ERROR_SYNTAX says where it is damaged or
 * nested too deep, STEWARD_ERROR_LIMIT that it is larger than is read,
 * STEWARD_ERROR_INVALID that it is encrypted; all mean that nothing in it can
 * be relied on. (transfer full) */
StewardPdfVerification *steward_pdf_verify            (GBytes                   *pdf,
                                                       const StewardTrust       *trust,
                                                       GCancellable             *cancellable,
                                                       GError                  **error);
void                    steward_pdf_verification_free (StewardPdfVerification   *self);

/* For files that others read: "good", "untrusted", "changed", "broken",
 * "unsigned"; never translated. */
const char             *steward_pdf_verdict_get_id    (StewardPdfVerdict         verdict);
/* The same for people, one sentence. (transfer full) */
char                   *steward_pdf_verdict_describe  (StewardPdfVerdict         verdict);
/* "content", "page", "annotation" … with page and object, never translated:
 * "content page=1 object=12". (transfer full) */
char                   *steward_pdf_change_get_id     (const StewardPdfChange   *change);
/* "Page 1: what is drawn on it (object 12)". (transfer full) */
char                   *steward_pdf_change_describe   (const StewardPdfChange   *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardPdfVerification, steward_pdf_verification_free)

G_END_DECLS
