/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-project.h"

G_BEGIN_DECLS

/* Links of the steward's own: one thing of the plan waits for another, on top
 * of what the pack says. An end is the id of an item, of a typed row, of an
 * activity, or of one case of an item (steward_case_make_row_id()); the id of
 * an item stands for all of its cases. Each link is a piece (steward-piece.h);
 * setters emit #StewardProject::changed with %STEWARD_CHANGE_PLAN. Whether a
 * link closes a circle, or says what the pack says already, only the plan as a
 * whole can tell: see steward-schedule-link.h. */

/**
 * StewardOwnLink:
 * @id: "<from> <to>", see steward_own_link_split()
 * @by: who linked them, ""; @at: ISO 8601 time, ""
 * @note: why, ""
 *
 * That one thing begins only when another is decided.
 */
typedef struct
{
  char *id;
  char *by;
  char *at;
  char *note;
} StewardOwnLink;

/* The key of the piece. (transfer full) */
char                 *steward_own_link_make_key     (const char      *from,
                                                     const char      *to);
/* FALSE, with both ends NULL, when @key is no such key. */
gboolean              steward_own_link_split        (const char      *key,
                                                     char           **from,
                                                     char           **to);
/* Whether @end is the item, row or activity @base, or a case of it. */
gboolean              steward_own_link_end_is_of    (const char      *end,
                                                     const char      *base);
/* NULL when nobody linked them. */
const StewardOwnLink *steward_project_get_own_link  (StewardProject  *self,
                                                     const char      *from,
                                                     const char      *to);
/* By key. (transfer container) (element-type StewardOwnLink) */
GPtrArray            *steward_project_list_own_links (StewardProject *self);
/* @at NULL: now. STEWARD_ERROR_UNKNOWN when an end is nothing that the pack or
 * the rows of the form have, STEWARD_ERROR_INVALID when both are the same.
 * Whether an end is in the plan does not matter: the link rests until it is. */
gboolean              steward_project_put_own_link  (StewardProject  *self,
                                                     const char      *from,
                                                     const char      *to,
                                                     const char      *note,
                                                     const char      *by,
                                                     const char      *at,
                                                     GError         **error);
void                  steward_project_remove_own_link (StewardProject *self,
                                                     const char      *from,
                                                     const char      *to);

G_END_DECLS
