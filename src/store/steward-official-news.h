/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-database.h"
#include "steward-year-change.h"

G_BEGIN_DECLS

/**
 * StewardOfficialNews:
 * @before: the calendar of the database as it was, with the years that were
 *   added to it
 * @after: as it is now, by the official years of this program
 * @changes: (element-type StewardYearChange): the official years that are new
 *
 * What a new release of the program changed about the calendar.
 */
typedef struct
{
  StewardCalendar *before;
  StewardCalendar *after;
  GArray          *changes;
} StewardOfficialNews;

/* Of what the next one gives. */
void                 steward_official_news_free      (StewardOfficialNews *self);
/* What the official years of this program change since they were last
 * accepted. NULL without an error when there is nothing to tell: they are the
 * same, the database never knew any, or it was used by a newer program. Then
 * they are accepted silently, except in the last case. (transfer full) */
StewardOfficialNews *steward_database_find_official_news
                                                     (StewardDatabase     *self,
                                                      GError             **error);
/* Somebody was told: what this program has is what is known from now on. Goes
 * into the log when it changes anything. */
gboolean             steward_database_accept_official (StewardDatabase    *self,
                                                      const char          *actor,
                                                      GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardOfficialNews, steward_official_news_free)

G_END_DECLS
