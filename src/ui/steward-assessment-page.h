/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-box-row.h"
#include "steward-page.h"

G_BEGIN_DECLS

/**
 * StewardAssessmentPage:
 *
 * The assessment form as it stands on paper, with working check boxes.
 */
#define STEWARD_TYPE_ASSESSMENT_PAGE (steward_assessment_page_get_type ())

G_DECLARE_FINAL_TYPE (StewardAssessmentPage, steward_assessment_page, STEWARD, ASSESSMENT_PAGE, StewardPage)

/* The row of a labelled box, or NULL. */
StewardBoxRow *steward_assessment_page_find_row (StewardAssessmentPage *self,
                                                 const char            *box);

G_END_DECLS
