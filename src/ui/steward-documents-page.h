/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-page.h"

G_BEGIN_DECLS

/**
 * StewardDocumentsPage:
 *
 * The official papers of a project as they will be printed.
 */
#define STEWARD_TYPE_DOCUMENTS_PAGE (steward_documents_page_get_type ())

G_DECLARE_FINAL_TYPE (StewardDocumentsPage, steward_documents_page, STEWARD, DOCUMENTS_PAGE, StewardPage)

/* Saves the paper that is shown as @file and asks for what signing needs; the
 * signed one is then shown in a window of its own. */
void steward_documents_page_sign (StewardDocumentsPage *self,
                                  GFile                *file);

G_END_DECLS
