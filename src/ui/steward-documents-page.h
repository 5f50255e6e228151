/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-page.h"
#include "steward-paper.h"

G_BEGIN_DECLS

/**
 * StewardDocumentsPage:
 *
 * The papers of a project: which there are, which are missing, how they will
 * be printed, and what is on record of them.
 */
#define STEWARD_TYPE_DOCUMENTS_PAGE (steward_documents_page_get_type ())

G_DECLARE_FINAL_TYPE (StewardDocumentsPage, steward_documents_page, STEWARD, DOCUMENTS_PAGE, StewardPage)

/* Turns to a paper. @subject: as of steward_paper_render(), or NULL for the
 * first of that kind. FALSE when the project has none. */
gboolean steward_documents_page_select (StewardDocumentsPage *self,
                                        StewardPaperKind      kind,
                                        const char           *subject);
/* Asks for the day, then attaches scans (element-type GFile) to the paper that
 * is shown. */
void     steward_documents_page_attach (StewardDocumentsPage *self,
                                        GPtrArray            *files);
/* Saves the paper that is shown as @file; never over a signed one. */
void     steward_documents_page_save   (StewardDocumentsPage *self,
                                        GFile                *file);

G_END_DECLS
