/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-session.h"

G_BEGIN_DECLS

/* Asks which timer of the pack is started, about what, from when and, where the
 * pack names no days, until when; and starts it. */
void  steward_timer_dialog_ask (GtkWindow      *parent,
                                StewardSession *session);
/* Starts the timer @timer of the pack on @from. @subject: id of a row or
 * stage, or words, or ""; @due: NONE for the days of the pack. Returns its
 * number, 0 when it could not be started. */
guint steward_timer_start      (StewardSession *session,
                                const char     *timer,
                                const char     *subject,
                                StewardDay      from,
                                StewardDay      due,
                                const char     *note);
/* Says that the started timer @number was done today. */
void  steward_timer_finish     (StewardSession *session,
                                guint           number);

G_END_DECLS
