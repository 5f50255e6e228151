/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-form-private.h"

/* The form prints this many lines for the hand-over list. */
#define LEAST_LINES 2

const StewardClosing *
steward_form_find_closing (StewardProject *project,
                           const char     *stage)
{
  GPtrArray *closings = steward_project_get_closings (project);

  for (guint i = closings->len; i > 0; i--)
    {
      const StewardClosing *closing = g_ptr_array_index (closings, i - 1);

      if (stage == NULL || g_str_equal (closing->stage, stage))
        return closing;
    }
  return NULL;
}

StewardDay
steward_form_get_stage_end (const StewardScheduleStage *stage)
{
  StewardDay end = STEWARD_DAY_NONE;

  for (guint i = 0; i < stage->rows->len; i++)
    {
      const StewardScheduleRow *row = g_ptr_array_index (stage->rows, i);

      if (row->kind != STEWARD_ROW_ITEM)
        continue;
      if (row->decided == STEWARD_DAY_NONE)
        return STEWARD_DAY_NONE;
      end = MAX (end, row->decided);
    }
  return end;
}

static const StewardStage *
find_finished_stage (const StewardForm *self,
                     StewardDay        *end)
{
  for (guint i = self->schedule->stages->len; i > 0; i--)
    {
      const StewardScheduleStage *stage = g_ptr_array_index (self->schedule->stages, i - 1);

      *end = steward_form_get_stage_end (stage);
      if (self->stage != NULL ? g_str_equal (stage->stage->id, self->stage) : *end != STEWARD_DAY_NONE)
        return stage->stage;
    }
  *end = STEWARD_DAY_NONE;
  return NULL;
}

static void
write_list (StewardForm          *self,
            const StewardClosing *closing)
{
  guint length = closing != NULL && closing->handed_over != NULL
                   ? g_strv_length (closing->handed_over) : 0;

  steward_flow_add_plain (self->flow, &steward_style_body, steward_form_get_wording (self, "list_title"));
  for (guint i = 0; i < MAX (length, LEAST_LINES); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autoptr (StewardText) text = steward_text_new (&steward_style_body);

      steward_form_set_blank (self, "number", number);
      steward_form_set_blank (self, "item", i < length ? closing->handed_over[i] : "");
      steward_form_fill_plain (self, text, steward_form_get_wording (self, "list_line"));
      if (i + 1 == MAX (length, LEAST_LINES))
        steward_form_keep_signatures (self, 2);
      steward_flow_add_text (self->flow, text);
    }
}

void
steward_form_write_closing (StewardForm *self)
{
  const StewardClosing *closing = steward_form_find_closing (self->project, self->stage);
  const StewardStage *stage = NULL;
  StewardDay day = STEWARD_DAY_NONE;
  g_autoptr (StewardText) text = NULL;

  if (closing != NULL)
    {
      stage = steward_pack_find_stage (self->pack, closing->stage);
      day = closing->finished_on;
    }
  else
    {
      stage = find_finished_stage (self, &day);
    }
  steward_form_set_date (self, day);
  if (stage != NULL)
    steward_form_set_blank (self, "stage", stage->plan_name);
  steward_form_write_title (self, &steward_style_title);
  text = steward_text_new (&steward_style_body);
  steward_form_fill (self, text, steward_form_get_wording (self, "text"));
  steward_flow_add_text (self->flow, text);
  write_list (self, closing);
  steward_form_write_signature (self, "sign_unit", "unit");
  steward_form_write_signature (self, "sign_steward", "steward");
  steward_form_write_footnote (self, &steward_style_note);
}
