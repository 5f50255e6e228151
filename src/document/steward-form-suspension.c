/* SPDX-License-Identifier: GPL-3.0-or-later */
/* That the service stops (中止通知), and that it goes on (恢复通知). */
#include "steward-letter-private.h"

/* A notice that names no grounds leaves them to the note. */
static void
set_ground (StewardForm                  *self,
            const StewardEntrustmentStep *suspended)
{
  GPtrArray *grounds = steward_pack_get_suspension_grounds (self->pack);
  g_autofree char *noted = steward_letter_chop (suspended->note);

  for (guint i = 0; i < grounds->len; i++)
    {
      const StewardNamed *ground = g_ptr_array_index (grounds, i);

      if (g_str_equal (ground->id, suspended->ground))
        {
          g_autofree char *chopped = steward_letter_chop (ground->name);

          steward_form_set_blank (self, "ground", chopped);
          return;
        }
    }
  steward_form_set_blank (self, "ground", noted);
}

static void
set_day (StewardForm *self,
         const char  *blank,
         StewardDay   day)
{
  g_autofree char *text = steward_letter_format_day (day);

  steward_form_set_blank (self, blank, text);
}

static void
add_note (StewardForm *self)
{
  if (self->step == NULL || *self->step->note == '\0')
    return;
  /* It stands there as the ground already. */
  if (self->step->kind == STEWARD_ENTRUSTMENT_STEP_SUSPENDED && *self->step->ground == '\0')
    return;
  steward_form_set_blank (self, "note", self->step->note);
  steward_letter_add_all (self, "note_line");
}

void
steward_form_write_suspension (StewardForm *self)
{
  StewardEntrustmentStatus status = { 0 };

  steward_entrustment_replay (self->project, self->step != NULL ? self->step->day : STEWARD_DAY_NONE, &status);
  set_day (self, "signed", status.signed_on);
  steward_form_set_date (self, self->step != NULL ? self->step->day : self->schedule->as_of);
  if (self->step != NULL)
    set_ground (self, self->step);
  steward_letter_begin (self);
  steward_letter_add_all (self, "lead");
  steward_letter_add_all (self, "ground_line");
  add_note (self);
  if (status.reminded != STEWARD_DAY_NONE)
    {
      set_day (self, "reminded", status.reminded);
      steward_letter_add_all (self, "reminded_line");
    }
  steward_letter_add_close (self, "close");
  steward_letter_end (self);
}

/* The suspension that @resumed ends. */
static const StewardEntrustmentStep *
find_suspension (const StewardForm            *self,
                 const StewardEntrustmentStep *resumed)
{
  g_autoptr (GPtrArray) steps = steward_project_list_steps (self->project);
  const StewardEntrustmentStep *found = NULL;

  for (guint i = 0; i < steps->len; i++)
    {
      const StewardEntrustmentStep *step = g_ptr_array_index (steps, i);

      if (step->kind == STEWARD_ENTRUSTMENT_STEP_SUSPENDED && step->day <= resumed->day &&
          (found == NULL || step->day >= found->day))
        found = step;
    }
  return found;
}

void
steward_form_write_resumption (StewardForm *self)
{
  const StewardEntrustmentStep *suspended = self->step != NULL ? find_suspension (self, self->step) : NULL;

  if (suspended != NULL)
    {
      set_ground (self, suspended);
      set_day (self, "suspended", suspended->day);
    }
  steward_form_set_date (self, self->step != NULL ? self->step->day : self->schedule->as_of);
  steward_letter_begin (self);
  steward_letter_add_all (self, "lead");
  add_note (self);
  steward_letter_add_close (self, "close");
  steward_letter_end (self);
}
