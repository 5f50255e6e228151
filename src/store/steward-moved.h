/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-database.h"

G_BEGIN_DECLS

/**
 * StewardMoved:
 * @project, @project_name: id and name
 * @row, @name: row of the schedule, and its name as shown
 * @before, @after: the day it is due, or planned to be finished when no limit
 *   runs yet
 * @before_provisional, @after_provisional: the calendar it is from does not
 *   know all the days on the way
 *
 * A date of a project that is another one under another calendar.
 */
typedef struct
{
  char       *project;
  char       *project_name;
  char       *row;
  char       *name;
  StewardDay  before;
  StewardDay  after;
  gboolean    before_provisional;
  gboolean    after_provisional;
} StewardMoved;

/* Of what the list below holds. */
void       steward_moved_free           (StewardMoved     *self);
/* The dates of open projects, not decided yet on @today, that differ between
 * the calendars @before, NULL for that of the database, and @after; project by
 * project. Computes
 * every schedule twice, so it takes its time. A project that cannot be read is
 * passed over: its name and what is wrong go to @skipped (element-type utf8),
 * unless that is NULL. (transfer full) (element-type StewardMoved) */
GPtrArray *steward_database_list_moved  (StewardDatabase  *self,
                                         StewardCalendar  *before,
                                         StewardCalendar  *after,
                                         StewardDay        today,
                                         GPtrArray        *skipped,
                                         StewardProgress   progress,
                                         gpointer          user_data,
                                         GCancellable     *cancellable,
                                         GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardMoved, steward_moved_free)

G_END_DECLS
