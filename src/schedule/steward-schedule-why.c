/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-schedule-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "steward-network-private.h"

/* Follows the binding predecessors over the milestones of stages and blocks
 * to the row that really holds @task; NULL when only the start does. */
static const StewardScheduleRow *
find_binding (const StewardNetwork *network,
              GHashTable           *rows,
              int                   task)
{
  for (int at = steward_network_get_result (network, task)->binding; at >= 0;
       at = steward_network_get_result (network, at)->binding)
    {
      const StewardScheduleRow *row = g_hash_table_lookup (rows, steward_network_get_id (network, at));

      if (row)
        return row;
    }
  return NULL;
}

static char *
explain_wish (const StewardSchedule    *self,
              const StewardScheduleRow *row)
{
  g_autofree char *day = NULL;
  StewardDay wish = STEWARD_DAY_NONE;

  if (row->kind == STEWARD_ROW_ACTIVITY)
    steward_project_get_activity (self->plan->project, row->id, &wish, NULL, NULL);
  else if (row->item->case_)
    wish = row->item->case_->planned_start;
  if (wish > self->as_of)
    {
      day = steward_day_format (wish);
      return g_strdup_printf (_("Its start is planned for %s."), day);
    }
  day = steward_day_format (self->as_of);
  return g_strdup_printf (_("It has not begun yet, so it cannot start before today, %s."), day);
}

static char *
explain_start (const StewardScheduleRow *row)
{
  g_autofree char *day = steward_day_format (row->start);

  return g_strdup_printf (_("Nothing comes before it: it starts with the plan, on %s."), day);
}

/* The link of the steward's own that is the last thing @row waits for. */
static const StewardScheduleLink *
find_own_link (const StewardSchedule *self,
               const StewardNetwork  *network,
               int                    task)
{
  const char *to = steward_network_get_id (network, task);
  int binding = steward_network_get_result (network, task)->binding;

  for (guint i = 0; i < self->own_links->len; i++)
    {
      const StewardScheduleLink *link = self->own_links->pdata[i];

      if (!link->rests && strcmp (link->to, to) == 0 && steward_schedule_find_end (network, link->from) == binding &&
          steward_network_is_firm (network, binding, task))
        return link;
    }
  return NULL;
}

/* FALSE when only the start holds it. */
static gboolean
explain_predecessor (const StewardSchedule *self,
                     const StewardNetwork  *network,
                     GHashTable            *rows,
                     StewardScheduleRow    *row)
{
  int task = steward_network_find (network, row->id);
  const StewardScheduleLink *own = find_own_link (self, network, task);
  const StewardScheduleRow *before = own ? g_hash_table_lookup (rows, own->from) : find_binding (network, rows, task);
  g_autofree char *day = before ? steward_day_format (before->finish) : NULL;

  if (before == NULL)
    return FALSE;
  row->why = g_strdup (before->id);
  row->why_text = own ? g_strdup_printf (_("It can only start when “%s” is finished, on %s; it is a link of your own: %s."),
                                         before->name, day, own->text)
                      : g_strdup_printf (_("It can only start when “%s” is finished, on %s."), before->name, day);
  return TRUE;
}

static void
explain_row (const StewardSchedule *self,
             const StewardNetwork  *network,
             GHashTable            *rows,
             StewardScheduleRow    *row)
{
  int task = steward_network_find (network, row->id);
  g_autofree char *day = NULL;

  switch (steward_network_get_result (network, task)->bound)
    {
    case STEWARD_BOUND_ACTUAL:
      day = steward_day_format (row->accepted);
      row->why_text = g_strdup_printf (row->kind == STEWARD_ROW_ITEM
                                         ? _("It was accepted on %s; the actual date counts.")
                                         : _("It began on %s; the actual date counts."), day);
      break;
    case STEWARD_BOUND_NOT_BEFORE:
      row->why_text = explain_wish (self, row);
      break;
    case STEWARD_BOUND_PREDECESSOR:
      if (explain_predecessor (self, network, rows, row))
        break;
      row->why_text = explain_start (row);
      break;
    case STEWARD_BOUND_START:
    default:
      row->why_text = explain_start (row);
      break;
    }
}

void
steward_schedule_explain_rows (StewardSchedule      *self,
                               const StewardNetwork *network)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->rows->len; i++)
    {
      StewardScheduleRow *row = self->rows->pdata[i];

      g_hash_table_insert (rows, row->id, row);
    }
  for (guint i = 0; i < self->rows->len; i++)
    explain_row (self, network, rows, self->rows->pdata[i]);
}
