/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-paper.h"
#include "steward-pdf-verify.h"
#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardPaperPreview:
 * @kind, @subject: which paper
 * @generation: of the session it was drawn from
 * @pdf: the paper itself
 * @notes: substituted fonts and the like, one per line, or NULL
 * @pages: (element-type GdkTexture): its pages as pictures
 * @texts: (element-type utf8): text of each page, for screen readers
 * @n_pages: of the PDF, which may be more than were rendered
 * @verification: its signatures, and the fields that are not signed yet
 * @has_roots: there were certificates to trust in
 * @trust_problem: (nullable): why those could not be read, for people
 * @sha256: of @pdf, 64 hexadecimal digits
 *
 * A paper drawn from a project, or a PDF from anywhere, rendered.
 */
typedef struct
{
  StewardPaperKind        kind;
  char                   *subject;
  guint                   generation;
  GBytes                 *pdf;
  char                   *notes;
  GPtrArray              *pages;
  GPtrArray              *texts;
  guint                   n_pages;
  StewardPdfVerification *verification;
  gboolean                has_roots;
  char                   *trust_problem;
  char                   *sha256;
} StewardPaperPreview;

/* Pages beyond this number are not rendered; the PDF is complete all the same. */
#define STEWARD_PREVIEW_MAX_PAGES 60

/* Draws the paper and renders it at @pixels_per_point, all on a worker
 * thread, which reads its own copy of the project: nothing is shared with
 * the main thread. */
void                 steward_paper_preview_async  (StewardSession       *session,
                                                   StewardPaperKind      kind,
                                                   const char           *subject,
                                                   double                pixels_per_point,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
/* Reads a PDF, verifies its signatures and renders it. @roots: (nullable):
 * folder of the certificates that are trusted. */
void                 steward_paper_preview_read_async (GFile            *file,
                                                   GFile                *roots,
                                                   double                pixels_per_point,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
/* The same of a PDF that lies in no file. @is_scan: of paper; then it is
 * rendered even when its form is so loose that no signature can be judged. */
void                 steward_paper_preview_open_async (GBytes           *pdf,
                                                   gboolean              is_scan,
                                                   GFile                *roots,
                                                   double                pixels_per_point,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
StewardPaperPreview *steward_paper_preview_finish (GAsyncResult         *result,
                                                   GError              **error);
void                 steward_paper_preview_free   (StewardPaperPreview  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardPaperPreview, steward_paper_preview_free)

G_END_DECLS
