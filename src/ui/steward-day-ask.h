/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-calendar.h"

G_BEGIN_DECLS

/* Takes the day that was typed, or refuses it with a sentence for the user. */
typedef gboolean (*StewardDayTaken) (StewardDay   day,
                                     gpointer     user_data,
                                     GError     **error);

/* Asks for a day beside @widget, typed as in a case; Enter alone is today, and a
 * day that has not come yet is refused. @heading says which day. It is asked
 * again until @take takes it or nobody wants it any more. */
void     steward_day_ask      (GtkWidget        *widget,
                               const char       *heading,
                               StewardCalendar  *calendar,
                               StewardDayTaken   take,
                               gpointer          user_data,
                               GDestroyNotify    destroy);
/* The day that is typed in @text by the same rules. */
gboolean steward_day_ask_read (const char       *text,
                               StewardCalendar  *calendar,
                               StewardDay       *day,
                               GError          **error);

G_END_DECLS
