/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the unit has to put right in an application, told once (补正告知). */
#include "steward-letter-private.h"

static const StewardEvent *
find_event (const StewardCase *handled,
            StewardCaseStatus  status,
            gboolean           last)
{
  const StewardEvent *found = NULL;

  for (guint i = 0; i < handled->events->len; i++)
    {
      const StewardEvent *event = g_ptr_array_index (handled->events, i);

      if (event->status == status && (found == NULL || last))
        found = event;
    }
  return found;
}

void
steward_form_set_case (StewardForm *self)
{
  const StewardPlanItem *item = self->row != NULL ? self->row->item : NULL;
  g_autofree char *limit = NULL;

  if (item == NULL)
    return;
  limit = steward_letter_get_limit (self, item);
  steward_form_set_blank (self, "item", item->name);
  steward_form_set_blank (self, "bureau", item->bureau);
  steward_form_set_blank (self, "limit", limit);
  steward_form_set_blank (self, "stage", item->stage->plan_name);
  if (item->case_ != NULL)
    steward_form_set_blank (self, "case_number", item->case_->number);
}

/* The law is about licences; other matters are told the same without it. */
static void
set_basis (StewardForm *self)
{
  const StewardItem *item = self->row != NULL ? self->row->item->item : NULL;

  if (item != NULL && item->kind == STEWARD_ITEM_APPROVAL)
    steward_form_set_blank (self, "basis", steward_form_get_wording (self, "basis_approval"));
  else
    steward_form_omit_blank (self, "basis");
}

void
steward_form_write_correction (StewardForm *self)
{
  const StewardCase *handled = self->row != NULL ? self->row->item->case_ : NULL;
  const StewardEvent *asked = handled != NULL ? find_event (handled, STEWARD_CASE_CORRECTION_STARTS, TRUE) : NULL;
  const StewardEvent *received = handled != NULL ? find_event (handled, STEWARD_CASE_RECEIVED, FALSE) : NULL;
  /* What was noted when the correction was asked for. */
  g_auto (GStrv) points = steward_letter_split_points (asked != NULL ? asked->note : "");
  StewardDay day = self->schedule->as_of;

  steward_form_set_case (self);
  set_basis (self);
  if (received != NULL)
    {
      g_autofree char *text = steward_letter_format_day (received->day);

      steward_form_set_blank (self, "received", text);
    }
  if (asked != NULL)
    day = asked->written != STEWARD_DAY_NONE ? asked->written : asked->day;
  steward_form_set_date (self, day);
  steward_letter_begin (self);
  steward_letter_add_all (self, "lead");
  steward_letter_add_points (self, "point_line", "point", (const char *const *) points, "least_lines");
  steward_letter_add_close (self, "close");
  steward_letter_sign (self, steward_form_get_wording (self, "sign_bureau_name"), "bureau");
  steward_letter_add_receipt (self, "{unit_name}", "unit");
}
