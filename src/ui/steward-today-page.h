/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-store.h"

G_BEGIN_DECLS

/**
 * StewardTodayPage:
 *
 * What is late, due, promised or waiting for the steward, across projects.
 * #StewardTodayPage::activate-project is emitted with the UUID of a project and
 * the id of the row of its schedule.
 */
#define STEWARD_TYPE_TODAY_PAGE (steward_today_page_get_type ())

G_DECLARE_FINAL_TYPE (StewardTodayPage, steward_today_page, STEWARD, TODAY_PAGE, GtkWidget)

void  steward_today_page_set_store   (StewardTodayPage *self,
                                      StewardStore     *store);
/* Whose projects "mine" are. */
void  steward_today_page_set_steward (StewardTodayPage *self,
                                      const char       *steward);
void  steward_today_page_set_today   (StewardTodayPage *self,
                                      StewardDay        today);
/* Puts the cursor on the first line, or the one that had it last. */
gboolean steward_today_page_focus    (StewardTodayPage *self);
/* Lines that a #StewardAgendaSection has, shown or not, for tests. */
guint steward_today_page_count       (StewardTodayPage *self,
                                      guint             section);

G_END_DECLS
