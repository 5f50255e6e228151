/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which papers a project has in its present state. */
#include "steward-paper.h"

#include <glib/gi18n-lib.h>

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

static const StewardClosing *
find_closing (const Listing *self,
              const char    *stage)
{
  GPtrArray *closings = steward_project_get_closings (self->project);

  for (guint i = 0; i < closings->len; i++)
    {
      const StewardClosing *closing = g_ptr_array_index (closings, i);

      if (g_str_equal (closing->stage, stage))
        return closing;
    }
  return NULL;
}

/* Every item of the stage is decided, and there is one. */
static gboolean
is_finished (const StewardScheduleStage *stage)
{
  gboolean any = FALSE;

  for (guint i = 0; i < stage->rows->len; i++)
    {
      const StewardScheduleRow *row = g_ptr_array_index (stage->rows, i);

      if (row->kind != STEWARD_ROW_ITEM)
        continue;
      if (row->decided == STEWARD_DAY_NONE)
        return FALSE;
      any = TRUE;
    }
  return any;
}

static void
add_closings (Listing *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->schedule->stages->len; i++)
    {
      const StewardScheduleStage *stage = g_ptr_array_index (self->schedule->stages, i);
      const StewardClosing *closing = find_closing (self, stage->stage->id);
      StewardPaperEntry *entry;

      if (closing == NULL && !is_finished (stage))
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
  guint n = steward_project_get_ledger (self->project)->len;
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
  return self.entries;
}
