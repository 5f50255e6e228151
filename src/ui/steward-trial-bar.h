/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardTrialBar:
 *
 * Says above a drawing that it shows levers that are only tried, and ends that.
 * Hidden while nothing is tried.
 */
#define STEWARD_TYPE_TRIAL_BAR (steward_trial_bar_get_type ())

G_DECLARE_FINAL_TYPE (StewardTrialBar, steward_trial_bar, STEWARD, TRIAL_BAR, GtkBox)

/* @session may be NULL. */
void steward_trial_bar_show (StewardTrialBar *self,
                             StewardSession  *session);

G_END_DECLS
