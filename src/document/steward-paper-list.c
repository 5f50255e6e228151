/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which papers a project has in its present state. */
#include "steward-form-private.h"

#include <glib/gi18n-lib.h>

#include "steward-adjustments.h"
#include "steward-ledger.h"
#include "steward-piece.h"

typedef struct
{
  const StewardSchedule *schedule;
  StewardProject        *project;
  const StewardPlan     *plan;
  GPtrArray             *entries;
} Listing;

static void
entry_free (gpointer data)
{
  StewardPaperEntry *entry = data;

  g_free (entry->subject);
  g_free (entry->about);
  g_free (entry->reason);
  g_free (entry);
}

/* Takes @reason. */
static StewardPaperEntry *
add (Listing          *self,
     StewardPaperKind  kind,
     const char       *subject,
     const char       *about,
     char             *reason)
{
  StewardPaperEntry *entry = g_new0 (StewardPaperEntry, 1);

  entry->kind = kind;
  entry->subject = g_strdup (subject);
  entry->about = g_strdup (about);
  entry->reason = reason;
  g_ptr_array_add (self->entries, entry);
  return entry;
}

static void
add_assessment (Listing *self)
{
  gboolean any = self->plan->items->len > 0;
  StewardPaperEntry *entry =
    add (self, STEWARD_PAPER_ASSESSMENT, "", "",
         g_strdup (any ? _("The sections have ticked what the project needs.")
                       : _("Nothing is ticked yet: printed as a blank form.")));

  entry->due = any;
}

static void
add_service_plan (Listing *self)
{
  guint n = self->plan->items->len;
  StewardPaperEntry *entry =
    add (self, STEWARD_PAPER_SERVICE_PLAN, "", "",
         n == 0 ? g_strdup (_("Nothing is ticked yet: printed as a blank form."))
                : g_strdup_printf (ngettext ("The plan has %u item.", "The plan has %u items.", n), n));

  entry->due = n > 0;
}

static void
add_entrustment (Listing *self)
{
  const StewardEntrustment *entrustment = steward_project_get_entrustment (self->project);
  StewardPaperEntry *entry;
  char *reason;

  if (entrustment->signed_on != STEWARD_DAY_NONE)
    {
      g_autofree char *day = steward_day_format (entrustment->signed_on);

      reason = g_strdup_printf (_("Signed on %s."), day);
    }
  else
    {
      reason = g_strdup (self->plan->items->len > 0 ? _("The unit entrusts the service that the plan describes.")
                                                    : _("Nothing is ticked yet: printed as a blank form."));
    }
  entry = add (self, STEWARD_PAPER_ENTRUSTMENT, "", "", reason);
  entry->recorded = entrustment->signed_on != STEWARD_DAY_NONE;
  entry->due = entry->recorded || self->plan->items->len > 0;
}

static void
add_closings (Listing *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->schedule->stages->len; i++)
    {
      const StewardScheduleStage *stage = g_ptr_array_index (self->schedule->stages, i);
      const StewardClosing *closing = steward_form_find_closing (self->project, stage->stage->id);
      StewardPaperEntry *entry;

      if (closing == NULL && steward_form_get_stage_end (stage) == STEWARD_DAY_NONE)
        continue;
      entry = add (self, STEWARD_PAPER_CLOSING, stage->stage->id, stage->stage->plan_name,
                   g_strdup (closing != NULL ? _("The stage is closed.")
                                             : _("All items of the stage are decided.")));
      entry->due = TRUE;
      entry->recorded = closing != NULL;
      any = TRUE;
    }
  if (!any)
    add (self, STEWARD_PAPER_CLOSING, "", "", g_strdup (_("No stage is finished yet: printed as a blank form.")));
}

static void
add_ledger (Listing *self)
{
  g_autoptr (GPtrArray) lines = steward_ledger_new (self->project);
  guint n = lines->len;
  StewardPaperEntry *entry =
    add (self, STEWARD_PAPER_LEDGER, "", "",
         n == 0 ? g_strdup (_("The ledger is empty: printed as a blank form."))
                : g_strdup_printf (ngettext ("The ledger has %u line.", "The ledger has %u lines.", n), n));

  entry->due = steward_project_get_state (self->project) == STEWARD_STATE_CLOSED;
}

static void
add_suggestion (Listing *self)
{
  gboolean closed = steward_project_get_state (self->project) == STEWARD_STATE_CLOSED;
  gboolean written = *steward_project_get_suggestion (self->project) != '\0';
  StewardPaperEntry *entry =
    add (self, STEWARD_PAPER_SUGGESTION, "", "",
         g_strdup (closed ? _("The service is closed.")
                   : written ? _("A suggestion is written.")
                             : _("Nothing is suggested yet: printed as a blank form.")));

  entry->due = closed;
  entry->recorded = written;
}

/* Entries of a stage are about it by its name in the plan. */
static StewardPaperEntry *
add_for_stage (Listing            *self,
               StewardPaperKind    kind,
               const StewardStage *stage,
               const char         *reason)
{
  return add (self, kind, stage->id, stage->plan_name, g_strdup (reason));
}

static void
add_notices (Listing *self)
{
  for (guint i = 0; i < self->plan->stages->len; i++)
    {
      const StewardPlanStage *stage = g_ptr_array_index (self->plan->stages, i);
      guint n = stage->items->len;

      if (n == 0)
        continue;
      add (self, STEWARD_PAPER_NOTICE, stage->stage->id, stage->stage->plan_name,
           g_strdup_printf (ngettext ("The stage has %u item that the unit is told of once.",
                                      "The stage has %u items that the unit is told of once.", n), n))->due = TRUE;
    }
}

static void
add_materials (Listing *self)
{
  guint n = self->plan->materials->len;

  if (n > 0)
    add (self, STEWARD_PAPER_MATERIALS, "", "",
         g_strdup_printf (ngettext ("The unit hands in %u material.", "The unit hands in %u materials.", n), n));
  for (guint i = 0; i < self->plan->stages->len; i++)
    {
      const StewardPlanStage *stage = g_ptr_array_index (self->plan->stages, i);

      if (stage->materials->len > 0)
        add_for_stage (self, STEWARD_PAPER_MATERIALS, stage->stage, _("Only what is first asked for in this stage."));
    }
}

/* As papers call it, 第2版. (transfer full) */
static char *
name_edition (const Listing *self,
              const char    *number)
{
  const char *wording = steward_pack_get_wording (self->plan->pack, steward_paper_get_form (STEWARD_PAPER_CHANGE),
                                                  "edition_name");
  g_auto (GStrv) parts = wording != NULL ? g_strsplit (wording, "{edition}", -1) : NULL;

  return parts != NULL ? g_strjoinv (number, parts) : g_strdup (number);
}

/* The first version is no change; the plan itself is handed over. */
static void
add_changes (Listing *self)
{
  g_autoptr (GPtrArray) editions = steward_project_list_editions (self->project);

  for (guint i = 1; i < editions->len; i++)
    {
      const StewardEdition *edition = g_ptr_array_index (editions, i);
      g_autofree char *number = g_strdup_printf ("%u", edition->number);
      g_autofree char *name = name_edition (self, number);
      g_autofree char *day = steward_day_format (edition->day);
      StewardPaperEntry *entry =
        add (self, STEWARD_PAPER_CHANGE, number, name,
             g_strdup_printf (_("Version %u of the plan was issued on %s."), edition->number, day));

      entry->due = TRUE;
      entry->recorded = edition->notified != STEWARD_DAY_NONE;
    }
}

static void
add_parallel_plan (Listing *self)
{
  if (self->plan->items->len > 0)
    add (self, STEWARD_PAPER_PARALLEL_PLAN, "", "", g_strdup (_("The bureaus are told what runs beside what, and when.")));
}

static void
add_promises (Listing          *self,
              StewardPaperKind  kind,
              StewardMode       mode,
              const char       *reason)
{
  for (guint i = 0; i < self->plan->items->len; i++)
    {
      const StewardPlanItem *item = g_ptr_array_index (self->plan->items, i);

      if (item->case_ != NULL && item->case_->mode == mode)
        add (self, kind, item->case_->id, item->short_name, g_strdup (reason))->due = TRUE;
    }
}

static void
add_meetings (Listing          *self,
              StewardPaperKind  kind)
{
  g_autoptr (GPtrArray) meetings = steward_project_list_meetings (self->project);

  for (guint i = 0; i < meetings->len; i++)
    {
      const StewardMeeting *meeting = g_ptr_array_index (meetings, i);
      g_autofree char *number = g_strdup_printf ("%u", meeting->number);
      g_autofree char *day = steward_day_format (meeting->day);

      add (self, kind, number, meeting->title, g_strdup_printf (_("Consultation on %s."), day))->due = TRUE;
    }
}

static void
add_steps (Listing                *self,
           StewardPaperKind        kind,
           StewardEntrustmentKind  wanted)
{
  g_autoptr (GPtrArray) steps = steward_project_list_steps (self->project);

  for (guint i = 0; i < steps->len; i++)
    {
      const StewardEntrustmentStep *step = g_ptr_array_index (steps, i);
      g_autofree char *number = g_strdup_printf ("%u", step->number);
      g_autofree char *day = steward_day_format (step->day);

      if (step->kind == wanted)
        add (self, kind, number, day, g_strdup_printf (wanted == STEWARD_ENTRUSTMENT_STEP_RESUMED ? _("The service was resumed on %s.")
                                                                         : _("The service was suspended on %s."), day))->due = TRUE;
    }
}

static gboolean
find_correction (const StewardCase *handled,
                 gboolean          *written)
{
  gboolean found = FALSE;

  for (guint i = 0; i < handled->events->len; i++)
    {
      const StewardEvent *event = g_ptr_array_index (handled->events, i);

      if (event->status != STEWARD_CASE_CORRECTION_STARTS)
        continue;
      found = TRUE;
      *written = event->written != STEWARD_DAY_NONE;
    }
  return found;
}

static void
add_corrections (Listing *self)
{
  for (guint i = 0; i < self->plan->items->len; i++)
    {
      const StewardPlanItem *item = g_ptr_array_index (self->plan->items, i);
      StewardPaperEntry *entry;
      gboolean written = FALSE;

      if (item->case_ == NULL || !find_correction (item->case_, &written))
        continue;
      entry = add (self, STEWARD_PAPER_CORRECTION, item->case_->id, item->short_name,
                   g_strdup (_("The bureau asked for corrections.")));
      entry->due = TRUE;
      entry->recorded = written;
    }
}

/* Whoever wrote reasons means to tell them. */
static void
add_policy (Listing *self)
{
  gboolean any = steward_project_get_edit (self->project, STEWARD_EDIT_POLICY, STEWARD_EDIT_REASONS) != NULL;

  add (self, STEWARD_PAPER_POLICY, "", "",
       g_strdup (any ? _("The reasons why the project is not in line with policy are written.")
                     : _("Printed to be filled in, should the project not be in line with policy.")))->due = any;
}

static void
add_hand_overs (Listing *self)
{
  for (guint i = 0; i < self->schedule->stages->len; i++)
    {
      const StewardScheduleStage *stage = g_ptr_array_index (self->schedule->stages, i);
      const StewardClosing *closing = steward_form_find_closing (self->project, stage->stage->id);

      if (closing != NULL || steward_form_get_stage_end (stage) != STEWARD_DAY_NONE)
        add_for_stage (self, STEWARD_PAPER_HAND_OVER, stage->stage,
                       closing != NULL ? _("The stage is closed.") : _("All items of the stage are decided."))->due = TRUE;
    }
}

/* Something is done in the stage, and somebody of another level has to go on. */
static gboolean
has_push (const StewardScheduleStage *stage)
{
  gboolean done = FALSE, open = FALSE;

  for (guint i = 0; i < stage->rows->len; i++)
    {
      const StewardScheduleRow *row = g_ptr_array_index (stage->rows, i);

      if (row->kind != STEWARD_ROW_ITEM)
        continue;
      done = done || row->decided != STEWARD_DAY_NONE;
      open = open || (row->decided == STEWARD_DAY_NONE && row->item->level != STEWARD_LEVEL_CITY &&
                      row->item->level != STEWARD_LEVEL_UNKNOWN);
    }
  return done && open;
}

static void
add_pushes (Listing *self)
{
  for (guint i = 0; i < self->schedule->stages->len; i++)
    {
      const StewardScheduleStage *stage = g_ptr_array_index (self->schedule->stages, i);

      if (has_push (stage))
        add_for_stage (self, STEWARD_PAPER_PUSH, stage->stage, _("Another level goes on with items of the stage."));
    }
}

/* A paper of this kind about the same is kept, and neither was it declined nor
 * replaced. The signature of the entrustment is recorded with it. */
static void
mark_recorded (Listing *self)
{
  g_autoptr (GPtrArray) documents = steward_project_list_documents (self->project);

  for (guint i = 0; i < self->entries->len; i++)
    {
      StewardPaperEntry *entry = g_ptr_array_index (self->entries, i);

      for (guint j = 0; entry->kind != STEWARD_PAPER_ENTRUSTMENT && j < documents->len; j++)
        {
          const StewardDocument *document = g_ptr_array_index (documents, j);

          if (document->state != STEWARD_DOCUMENT_DECLINED && document->state != STEWARD_DOCUMENT_REPLACED &&
              g_str_equal (document->form, steward_paper_get_form (entry->kind)) &&
              g_str_equal (document->subject, entry->subject))
            entry->recorded = TRUE;
        }
    }
}

GPtrArray *
steward_paper_list (const StewardSchedule *schedule)
{
  Listing self = { 0 };

  g_return_val_if_fail (schedule != NULL, NULL);

  self.schedule = schedule;
  self.plan = schedule->plan;
  self.project = schedule->plan->project;
  self.entries = g_ptr_array_new_with_free_func (entry_free);
  add_assessment (&self);
  add_service_plan (&self);
  add_entrustment (&self);
  add_closings (&self);
  add_ledger (&self);
  add_suggestion (&self);
  add_notices (&self);
  add_materials (&self);
  add_changes (&self);
  add_parallel_plan (&self);
  add_promises (&self, STEWARD_PAPER_DEFERRAL, STEWARD_MODE_DEFERRAL, _("The case is handled with deferred material."));
  add_promises (&self, STEWARD_PAPER_COMMITMENT, STEWARD_MODE_COMMITMENT, _("The case is handled on commitment."));
  add_meetings (&self, STEWARD_PAPER_OPINION);
  add_meetings (&self, STEWARD_PAPER_MINUTES);
  add_corrections (&self);
  add_steps (&self, STEWARD_PAPER_SUSPENSION, STEWARD_ENTRUSTMENT_STEP_SUSPENDED);
  add_steps (&self, STEWARD_PAPER_RESUMPTION, STEWARD_ENTRUSTMENT_STEP_RESUMED);
  add_policy (&self);
  add_hand_overs (&self);
  add_pushes (&self);
  mark_recorded (&self);
  return self.entries;
}
