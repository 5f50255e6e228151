/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-presentation.h"

G_BEGIN_DECLS

/* The end of a meeting: its consultation opinion and its minutes are made, and
 * what was decided becomes part of the project together with them, as one
 * change that can be undone. The papers are drafts that nobody signed, so that
 * they go with the meeting when it is taken back; their files stay in the
 * database. */

/* Draws the papers on another thread, keeps their files and records all. What
 * somebody else decided meanwhile is left, unless @over. */
void     steward_meeting_end_async  (StewardPresentation  *presentation,
                                     gboolean              over,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
/* FALSE when nothing was recorded. @papers: (element-type GBytes): the opinion
 * and the minutes. (transfer full) */
gboolean steward_meeting_end_finish (StewardPresentation  *presentation,
                                     GAsyncResult         *result,
                                     GPtrArray           **papers,
                                     GError              **error);
/* File name of the paper at that place. (transfer full) */
char    *steward_meeting_end_name_paper (StewardPresentation *presentation,
                                     guint                 place);

G_END_DECLS
