/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "steward-check.h"
#include "steward-keeper.h"
#include "steward-schedule.h"

G_BEGIN_DECLS

/**
 * StewardSession:
 *
 * One project on this desk, kept in the store while it is changed, and the
 * schedule computed from it. Changes of the project come in bursts (a
 * questionnaire answer, a pasted list), so the schedule is computed once when
 * the main loop is idle, and #StewardSession::schedule-changed says that it
 * was.
 */
#define STEWARD_TYPE_SESSION (steward_session_get_type ())

G_DECLARE_FINAL_TYPE (StewardSession, steward_session, STEWARD, SESSION, GObject)

/* @project as @store holds it at @version, by the calendar of the store.
 * Nothing is kept when @store is NULL, and the calendar is the official one. */
StewardSession        *steward_session_new            (StewardStore         *store,
                                                       StewardProject       *project,
                                                       gint64                version);
/* A copy of the project of @origin, by the same calendar, kept nowhere: to
 * try out and decide before it becomes the project's. (transfer full) */
StewardSession        *steward_session_new_trial      (StewardSession       *origin);
StewardProject        *steward_session_get_project    (StewardSession       *self);
/* What keeps the project in the store, or NULL. */
StewardKeeper         *steward_session_get_keeper     (StewardSession       *self);
/* The schedule of the project as it is now, or NULL when it cannot be computed:
 * then steward_session_get_error() says why. Valid until the next change of
 * the project. */
const StewardSchedule *steward_session_get_schedule   (StewardSession       *self);
/* Levers to be tried on the drawings, copied; NULL ends the trial. Nothing of it
 * is in the project, and nothing but the drawings shows it. */
void                   steward_session_set_trial      (StewardSession       *self,
                                                       const StewardScenario *scenario);
gboolean               steward_session_has_trial      (StewardSession       *self);
/* What the drawings show: the schedule of the trial, else that of the project.
 * Valid as long as the other. */
const StewardSchedule *steward_session_get_drawn      (StewardSession       *self);
/* What an inspector would find in that schedule, or NULL when there is none.
 * Computed when somebody asks. (transfer none) (element-type StewardFinding) */
GPtrArray             *steward_session_get_findings   (StewardSession       *self);
/* What was changed so far is a step of its own, to be undone by itself. */
void                   steward_session_flush          (StewardSession       *self);
const GError          *steward_session_get_error      (StewardSession       *self);
StewardCalendar       *steward_session_get_calendar   (StewardSession       *self);
const char            *steward_session_get_title      (StewardSession       *self);
/* Grows with every change, so that caches can tell what they hold. */
guint                  steward_session_get_generation (StewardSession       *self);
/* The name written beside a tick: who filled the form, else the steward, else
 * the user of this desk. */
const char            *steward_session_get_actor      (StewardSession       *self);
/* Who sits here and answers for what is decided, whoever filled the form. */
const char            *steward_session_get_person     (StewardSession       *self);
/* The unfinished row that is due first, or NULL. */
const StewardScheduleRow *steward_session_get_next_due (StewardSession      *self);
/* Computes again when the day has changed since the last time. */
void                   steward_session_check_day      (StewardSession       *self);

G_END_DECLS
