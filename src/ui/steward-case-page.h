/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-case-entry.h"
#include "steward-case-strip.h"
#include "steward-page.h"

G_BEGIN_DECLS

/**
 * StewardCasePage:
 *
 * The case of one item: where it stands, its events one by one and how to
 * record the next, its dates side by side, and the legal clock explained day
 * by day.
 */
#define STEWARD_TYPE_CASE_PAGE (steward_case_page_get_type ())

G_DECLARE_FINAL_TYPE (StewardCasePage, steward_case_page, STEWARD, CASE_PAGE, StewardPage)

/* Shows the item or typed row @item of the session. @back: name of the page
 * to go back to, or "today". */
void              steward_case_page_show_item (StewardCasePage *self,
                                               const char      *item,
                                               const char      *back);
/* What is shown, or NULL. */
const char       *steward_case_page_get_item  (StewardCasePage *self);
StewardCaseEntry *steward_case_page_get_entry (StewardCasePage *self);
StewardCaseStrip *steward_case_page_get_strip (StewardCasePage *self);

G_END_DECLS
