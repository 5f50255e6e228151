/* SPDX-License-Identifier: GPL-3.0-or-later */
/* That a project is not in line with policy (不符合政策告知); the reasons are
 * the steward's, since nobody but people can give them. Without any there are
 * lines to write them on by hand. */
#include "steward-letter-private.h"

#include "steward-adjustments.h"

void
steward_form_write_policy (StewardForm *self)
{
  const StewardEdit *reasons = steward_project_get_edit (self->project, STEWARD_EDIT_POLICY, STEWARD_EDIT_REASONS);
  g_auto (GStrv) points = steward_letter_split_points (reasons != NULL ? reasons->text : "");

  steward_form_set_date (self, self->schedule->as_of);
  steward_letter_begin (self);
  steward_letter_add_all (self, "lead");
  /* A single reason needs no number. */
  if (points[0] != NULL && points[1] == NULL)
    steward_letter_add_typed (self, points[0]);
  else
    steward_letter_add_points (self, "point_line", "point", (const char *const *) points, "least_lines");
  steward_letter_add_close (self, "close");
  steward_letter_end (self);
}
