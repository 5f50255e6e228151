/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes from hand to hand at the end of a stage: papers to the unit
 * (材料移交单), the project to the bureaus of another level (推送单). */
#include "steward-letter-private.h"

/* Rows of a list that is filled in by hand. */
#define EMPTY_ROWS 5

/* What the closing form of the stage lists, else the approvals granted in it. */
static char **
list_papers (const StewardForm      *self,
             const StewardPlanStage *stage)
{
  const StewardClosing *closing = stage != NULL ? steward_form_find_closing (self->project, stage->stage->id) : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (closing != NULL && closing->handed_over != NULL && closing->handed_over[0] != NULL)
    return g_strdupv (closing->handed_over);
  for (guint i = 0; stage != NULL && i < stage->items->len; i++)
    {
      const StewardPlanItem *item = g_ptr_array_index (stage->items, i);
      const StewardScheduleRow *row = steward_schedule_find_row (self->schedule, item->id);

      if (row != NULL && (row->status == STEWARD_CASE_GRANTED || row->status == STEWARD_CASE_GRANTED_DEFERRED))
        g_strv_builder_add (builder, item->name);
    }
  return g_strv_builder_end (builder);
}

static void
add_papers (StewardForm *self,
            char       **papers)
{
  static const double shares[] = { 1.2, 7, 1.5, 3 };
  g_autoptr (StewardTable) table = steward_letter_table_new (self, "columns", shares, G_N_ELEMENTS (shares));
  guint n = g_strv_length (papers);
  g_autofree char *total = g_strdup_printf ("%u", n);

  for (guint i = 0; i < (n > 0 ? n : EMPTY_ROWS); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      steward_letter_table_add (table, (const char *[]) { n > 0 ? number : "", n > 0 ? papers[i] : "", "", "" },
                                1 << 0 | 1 << 2);
    }
  steward_letter_place_table (self, table);
  steward_form_set_blank (self, "total", n > 0 ? total : "");
}

void
steward_form_write_hand_over (StewardForm *self)
{
  const StewardPlanStage *stage = steward_form_get_plan_stage (self);
  g_auto (GStrv) papers = list_papers (self, stage);

  if (stage != NULL)
    steward_form_set_blank (self, "stage", stage->stage->plan_name);
  steward_letter_begin (self);
  steward_letter_add_all (self, "lead");
  add_papers (self, papers);
  steward_letter_add_all (self, "count_line");
  steward_letter_add_close (self, "close");
  steward_letter_sign_pair (self, "sign_steward", "steward", "sign_unit", "unit");
  steward_form_write_footnote (self, &steward_style_note);
}

static gboolean
is_done (const StewardForm     *self,
         const StewardPlanItem *item)
{
  const StewardScheduleRow *row = steward_schedule_find_row (self->schedule, item->id);

  return row != NULL && row->decided != STEWARD_DAY_NONE;
}

static void
add_done (StewardForm            *self,
          const StewardPlanStage *stage)
{
  static const double shares[] = { 1.2, 5.6, 4, 3.4 };
  g_autoptr (StewardTable) table = steward_letter_table_new (self, "done_columns", shares, G_N_ELEMENTS (shares));
  guint n = 0;

  for (guint i = 0; stage != NULL && i < stage->items->len; i++)
    {
      const StewardPlanItem *item = g_ptr_array_index (stage->items, i);
      g_autofree char *number = NULL, *day = NULL;

      if (!is_done (self, item))
        continue;
      number = g_strdup_printf ("%u", ++n);
      day = steward_letter_format_day (steward_schedule_find_row (self->schedule, item->id)->decided);
      steward_letter_table_add (table, (const char *[]) { number, item->name, item->case_ != NULL ? item->case_->number : "",
                                                          day }, 1 << 0 | 1 << 3);
    }
  steward_letter_add_heading (self, "done_heading");
  if (n > 0)
    steward_letter_place_table (self, table);
  else
    steward_letter_add_all (self, "none");
}

static void
add_open (StewardForm            *self,
          const StewardPlanStage *stage)
{
  static const double shares[] = { 1.2, 6, 5.5 };
  g_autoptr (StewardTable) table = steward_letter_table_new (self, "open_columns", shares, G_N_ELEMENTS (shares));
  guint n = 0;

  for (guint i = 0; stage != NULL && i < stage->items->len; i++)
    {
      const StewardPlanItem *item = g_ptr_array_index (stage->items, i);
      g_autofree char *number = NULL, *office = NULL;

      if (is_done (self, item))
        continue;
      number = g_strdup_printf ("%u", ++n);
      office = steward_letter_get_office (self, item);
      steward_letter_table_add (table, (const char *[]) { number, item->name, office }, 1 << 0);
    }
  steward_letter_add_heading (self, "open_heading");
  if (n > 0)
    steward_letter_place_table (self, table);
  else
    steward_letter_add_all (self, "none");
}

/* Bureaus of what is still open in the stage, each once. */
static void
set_bureaus (StewardForm            *self,
             const StewardPlanStage *stage)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  for (guint i = 0; stage != NULL && i < stage->items->len; i++)
    {
      const StewardPlanItem *item = g_ptr_array_index (stage->items, i);

      if (!is_done (self, item) && *item->bureau != '\0' &&
          !g_ptr_array_find_with_equal_func (seen, item->bureau, g_str_equal, NULL))
        g_ptr_array_add (seen, item->bureau);
    }
  g_ptr_array_add (seen, NULL);
  joined = g_strjoinv ("、", (char **) seen->pdata);
  steward_form_set_blank (self, "bureaus", joined);
}

void
steward_form_write_push (StewardForm *self)
{
  const StewardPlanStage *stage = steward_form_get_plan_stage (self);

  if (stage != NULL)
    steward_form_set_blank (self, "stage", stage->stage->plan_name);
  set_bureaus (self, stage);
  steward_form_set_date (self, self->schedule->as_of);
  steward_letter_begin (self);
  steward_letter_add_all (self, "lead");
  add_done (self, stage);
  add_open (self, stage);
  steward_letter_add_close (self, "close");
  steward_letter_sign (self, steward_form_get_wording (self, "sign_agency"), "agency");
  steward_letter_add_receipt (self, "{bureaus}", "bureau");
}
