/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-timeline-private.h"

#include <glib/gi18n-lib.h>

/* What is said of a project or a bureau that is pointed at, in the language of
 * the user. */

static void
tell_stage (GString                     *text,
            const StewardPortfolioStage *stage)
{
  g_autofree char *from = steward_day_format (stage->start);
  g_autofree char *to = steward_day_format (stage->finish);

  g_string_append_c (text, '\n');
  if (stage->budget > 0)
    g_string_append_printf (text, _("%s: %s to %s; %d of %d working days used"), stage->name, from, to, stage->used,
                            stage->budget);
  else
    g_string_append_printf (text, ngettext ("%s: %s to %s; %d working day used", "%s: %s to %s; %d working days used",
                                            stage->used), stage->name, from, to, stage->used);
}

static char *
describe_project (const StewardPortfolioProject *project)
{
  g_autoptr (GString) text = g_string_new (project->name);
  g_autofree char *from = steward_day_format (project->start);
  g_autofree char *to = steward_day_format (project->finish);

  g_string_append_c (text, '\n');
  g_string_append_printf (text, project->provisional ? _("%s to %s, provisional") : _("%s to %s"), from, to);
  for (guint i = 0; i < project->stages->len; i++)
    tell_stage (text, g_ptr_array_index (project->stages, i));
  return g_strdup (text->str);
}

static char *
describe_bureau (const StewardTimelineLine *line,
                 StewardDay                 as_of)
{
  StewardDay now = steward_unit_begin (STEWARD_UNIT_WEEK, as_of);
  StewardWeekLoad most = { STEWARD_DAY_NONE, 0 };
  g_autofree char *week = NULL;
  int this_week = 0, ahead = 0;

  for (guint i = 0; i < line->loads->len; i++)
    {
      const StewardWeekLoad *load = &g_array_index (line->loads, StewardWeekLoad, i);

      if (load->days > most.days)
        most = *load;
      if (load->week == now)
        this_week = load->days;
      if (load->week > now)
        ahead += load->days;
    }
  week = steward_day_format (most.week);
  return g_strdup_printf (_("%s\nWorking days asked of it this week: %d\nLater: %d\nMost: %d, in the week of %s"),
                          line->name, this_week, ahead, most.days, week);
}

char *
steward_portfolio_describe (const StewardTimelineLine *line,
                            StewardDay                 as_of)
{
  return line->project != NULL ? describe_project (line->project) : describe_bureau (line, as_of);
}
