/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-own-link.h"
#include "steward-schedule.h"

G_BEGIN_DECLS

/**
 * StewardScheduleLink:
 * @from, @to: ids of rows; of a link that rests, the ends as its key names them
 * @own: of the steward's own, borrowed from the project; NULL for one of the
 *   pack
 * @rests: it has no effect: an end is not in the plan, or it would close a
 *   circle with others
 * @text: of a link of the steward's own, who made it, when and why, or why it
 *   rests; of the pack, ""
 *
 * That the row @to begins only when the row @from is decided. A link between
 * items with several cases is a link for each pair of them.
 */
typedef struct
{
  char                 *from;
  char                 *to;
  const StewardOwnLink *own;
  gboolean              rests;
  char                 *text;
} StewardScheduleLink;

/* Frees what is in a list of them; a list does it by itself. */
void                  steward_schedule_link_free      (StewardScheduleLink    *self);
/* The links that the pack names between items, blocks and activities, and then
 * those of the steward's own. The gates between stages are none of them. Not to
 * be used after the schedule. (transfer full) (element-type StewardScheduleLink) */
GPtrArray            *steward_schedule_list_links     (const StewardSchedule  *self);
/* Whether @to could be made to wait for @from: ids of rows, or of items with
 * several cases. STEWARD_ERROR_UNKNOWN when one is not in the plan,
 * STEWARD_ERROR_CYCLE naming the chain that would come round,
 * STEWARD_ERROR_INVALID when it does so already, by the pack or by a link of
 * the steward's own, or when @from never ends before its stage. */
gboolean              steward_schedule_check_link     (const StewardSchedule  *self,
                                                       const char             *from,
                                                       const char             *to,
                                                       GError                **error);
/* The link of the steward's own between two rows, to be removed with
 * steward_project_remove_own_link() by the ends in its key. NULL with an error when
 * there is none: STEWARD_ERROR_INVALID when the pack demands it. */
const StewardOwnLink *steward_schedule_find_removable (const StewardSchedule  *self,
                                                       const char             *from,
                                                       const char             *to,
                                                       GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardScheduleLink, steward_schedule_link_free)

G_END_DECLS
