/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-pdf-file-private.h"
#include "steward-pdf-verify.h"

G_BEGIN_DECLS

/* More are counted no further; the verdict is the same. */
#define STEWARD_PDF_MAX_CHANGES 100

/* Appends to @changes (StewardPdfChange) what is in @now but was not in
 * @then, an earlier end of the same bytes, except signatures in fields that
 * were empty then. FALSE when @now or @then is so damaged that nothing can be
 * said. */
gboolean steward_pdf_changes_find (StewardPdfFile       *then,
                                   StewardPdfFile       *now,
                                   GArray               *changes,
                                   GCancellable         *cancellable,
                                   GError              **error);
/* Adds one, unless there are many or the same was found already. */
void     steward_pdf_changes_add  (GArray               *changes,
                                   StewardPdfChangeKind  kind,
                                   guint                 page,
                                   guint                 object);

/**
 * StewardPdfRole:
 * @known: somebody uses the object
 * @kind: as what
 * @page: counted from 1, 0 for none
 *
 * What an object is in a document.
 */
typedef struct
{
  gboolean             known;
  StewardPdfChangeKind kind;
  guint                page;
} StewardPdfRole;

/* StewardPdfRole by number of object, of all that the document uses.
 * (transfer full) */
GArray  *steward_pdf_roles_find   (StewardPdfFile       *file);

G_END_DECLS
