/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "steward-project-file.h"
#include "steward-schedule.h"

G_BEGIN_DECLS

/**
 * StewardSession:
 *
 * One project on this desk: where it came from, whether it has unsaved
 * changes, and the schedule computed from it. Changes of the project come in
 * bursts (a questionnaire answer, a pasted list), so the schedule is computed
 * once when the main loop is idle, and #StewardSession::schedule-changed says
 * that it was.
 */
#define STEWARD_TYPE_SESSION (steward_session_get_type ())

G_DECLARE_FINAL_TYPE (StewardSession, steward_session, STEWARD, SESSION, GObject)

/* A project of the samples: read from the bundle when it is first needed. */
StewardSession        *steward_session_new_for_sample (const StewardSample  *sample);
/* A project read from @file; @file may be NULL for a new one. */
StewardSession        *steward_session_new            (StewardProject       *project,
                                                       GFile                *file);

/* Reads a sample; TRUE at once for anything that is loaded. */
gboolean               steward_session_load           (StewardSession       *self,
                                                       GError              **error);
/* NULL until loaded. */
StewardProject        *steward_session_get_project    (StewardSession       *self);
/* The schedule of the project as it is now, or NULL when it is not loaded or
 * cannot be computed: then steward_session_get_error() says why. Valid until
 * the next change of the project. */
const StewardSchedule *steward_session_get_schedule   (StewardSession       *self);
const GError          *steward_session_get_error      (StewardSession       *self);
StewardCalendar       *steward_session_get_calendar   (StewardSession       *self);
const char            *steward_session_get_title      (StewardSession       *self);
gboolean               steward_session_is_sample      (StewardSession       *self);
gboolean               steward_session_get_modified   (StewardSession       *self);
/* Forgets that there are unsaved changes, because the user said so. */
void                   steward_session_discard        (StewardSession       *self);
/* NULL for samples and projects never saved. */
GFile                 *steward_session_get_file       (StewardSession       *self);
/* Grows with every change, so that caches can tell what they hold. */
guint                  steward_session_get_generation (StewardSession       *self);
/* The name written beside a tick: who filled the form, else the steward, else
 * the user of this desk. */
const char            *steward_session_get_actor      (StewardSession       *self);
/* The unfinished row that is due first, or NULL. */
const StewardScheduleRow *steward_session_get_next_due (StewardSession      *self);
/* Computes again when the day has changed since the last time. */
void                   steward_session_check_day      (StewardSession       *self);

/* Writes the project to @file off the main thread. */
void                   steward_session_save_async     (StewardSession       *self,
                                                       GFile                *file,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
gboolean               steward_session_save_finish    (StewardSession       *self,
                                                       GAsyncResult         *result,
                                                       GError              **error);

G_END_DECLS
