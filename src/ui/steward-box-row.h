/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardBoxRow:
 *
 * One labelled check box of the assessment form with what belongs to it: a
 * suggestion with its reason, who ticked it, where it stands in the notice.
 */
#define STEWARD_TYPE_BOX_ROW (steward_box_row_get_type ())

G_DECLARE_FINAL_TYPE (StewardBoxRow, steward_box_row, STEWARD, BOX_ROW, GtkWidget)

GtkWidget        *steward_box_row_new     (StewardSession    *session,
                                           const StewardBox  *box);
const StewardBox *steward_box_row_get_box (StewardBoxRow     *self);
/* Shows what the project says now. @hint: the suggestion about this box, or
 * NULL. */
void              steward_box_row_update  (StewardBoxRow     *self,
                                           const StewardHint *hint);
gboolean          steward_box_row_is_hinted (StewardBoxRow   *self);
/* Does what is suggested: ticks the box, or takes its tick off. */
void              steward_box_row_accept  (StewardBoxRow     *self);
gboolean          steward_box_row_is_ticked (StewardBoxRow   *self);
/* Whether the label has @needle in it, or its pinyin initials have. @needle:
 * as of steward_search_fold(), "" matches everything. */
gboolean          steward_box_row_matches (StewardBoxRow     *self,
                                           const char        *needle);

G_END_DECLS
