/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-finding-row.h"
#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardFindingsBox:
 *
 * The findings of a project, or of one of its cases: those that stand, and
 * below them, folded, those that somebody acknowledged.
 */
#define STEWARD_TYPE_FINDINGS_BOX (steward_findings_box_get_type ())

G_DECLARE_FINAL_TYPE (StewardFindingsBox, steward_findings_box, STEWARD, FINDINGS_BOX, GtkBox)

/* @item: only those of this item and its case; NULL: all. Shows nothing when
 * @session is NULL. What has not changed stays, with the keyboard in it. */
void  steward_findings_box_show        (StewardFindingsBox *self,
                                        StewardSession     *session,
                                        const char         *item);
guint steward_findings_box_get_n_shown (StewardFindingsBox *self);

G_END_DECLS
