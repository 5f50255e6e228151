/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-levers-figures.h"
#include "steward-levers-row.h"
#include "steward-levers-trial.h"
#include "steward-timeline-view.h"

G_BEGIN_DECLS

/**
 * StewardLeversWindow:
 *
 * What the levers of the notice would bring on one project: a switch for each,
 * two scenarios beside what is decided, and the timeline with the dates of now
 * below those of the scenario. The project changes when a scenario is adopted,
 * by one change, and not before.
 */
#define STEWARD_TYPE_LEVERS_WINDOW (steward_levers_window_get_type ())

G_DECLARE_FINAL_TYPE (StewardLeversWindow, steward_levers_window, STEWARD, LEVERS_WINDOW, AdwWindow)

GtkWidget            *steward_levers_window_new          (GtkWindow           *parent,
                                                          StewardSession      *session);
StewardLeversTrial   *steward_levers_window_get_trial    (StewardLeversWindow *self);
StewardLeversFigures *steward_levers_window_get_figures  (StewardLeversWindow *self);
StewardTimelineView  *steward_levers_window_get_timeline (StewardLeversWindow *self);
/* The row of a lever, or NULL. */
StewardLeversRow     *steward_levers_window_find_row     (StewardLeversWindow *self,
                                                          const char          *lever);

G_END_DECLS
