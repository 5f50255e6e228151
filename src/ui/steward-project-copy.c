/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-project-copy.h"

#include "steward-error.h"
#include "steward-project-file.h"

struct _StewardProjectCopy
{
  GBytes          *project;
  StewardCalendar *calendar;
};

StewardProjectCopy *
steward_project_copy_new (StewardSession *session)
{
  StewardProjectCopy *self;

  g_return_val_if_fail (STEWARD_IS_SESSION (session), NULL);
  g_return_val_if_fail (steward_session_get_project (session) != NULL, NULL);

  self = g_new0 (StewardProjectCopy, 1);
  self->project = steward_project_file_write (steward_session_get_project (session));
  self->calendar = steward_calendar_ref (steward_session_get_calendar (session));

  return self;
}

void
steward_project_copy_free (StewardProjectCopy *self)
{
  if (self == NULL)
    return;

  g_bytes_unref (self->project);
  steward_calendar_unref (self->calendar);
  g_free (self);
}

StewardSchedule *
steward_project_copy_read (StewardProjectCopy  *self,
                           GError             **error)
{
  g_autoptr (StewardProblems) problems = steward_problems_new ();
  g_autoptr (StewardProject) project = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  project = steward_project_file_read (self->project, "", NULL, problems);
  if (project == NULL)
    {
      steward_problems_to_error (problems, STEWARD_ERROR_INVALID, error);
      return NULL;
    }

  return steward_schedule_new (project, self->calendar, STEWARD_DAY_NONE, error);
}
