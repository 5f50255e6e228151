/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-backward.h"
#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardBackwardWindow:
 *
 * The schedule asked from its end: a day is typed on which something shall
 * begin, or all be finished; whether that is possible is said at once, and how
 * late each item may begin and each paper be handed in. It changes nothing,
 * and follows the project while it is open.
 */
#define STEWARD_TYPE_BACKWARD_WINDOW (steward_backward_window_get_type ())

G_DECLARE_FINAL_TYPE (StewardBackwardWindow, steward_backward_window, STEWARD, BACKWARD_WINDOW, AdwWindow)

GtkWidget             *steward_backward_window_new        (GtkWindow             *parent,
                                                           StewardSession        *session);
/* What it shows; NULL while the day is not one, or when there is no plan. */
const StewardBackward *steward_backward_window_get_answer (StewardBackwardWindow *self);

G_END_DECLS
