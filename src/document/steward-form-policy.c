/* SPDX-License-Identifier: GPL-3.0-or-later */
/* That a project is not in line with policy (不符合政策告知); the reasons are
 * written by hand, since nobody but the bureaus can give them. */
#include "steward-letter-private.h"

void
steward_form_write_policy (StewardForm *self)
{
  steward_form_set_date (self, self->schedule->as_of);
  steward_letter_begin (self);
  steward_letter_add_all (self, "lead");
  steward_letter_add_points (self, "point_line", "point", NULL, "least_lines");
  steward_letter_add_close (self, "close");
  steward_letter_end (self);
}
