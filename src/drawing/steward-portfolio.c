/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-portfolio.h"

#include "steward-label-private.h"
#include "steward-timeline-private.h"
#include "steward-words-private.h"

/* Many projects as lines of a timeline: its scale, head, pages and pictures
 * are those of every timeline. */

static StewardTimelineLine *
add_head (StewardTimeline *self,
          const char      *name,
          char            *detail)
{
  StewardTimelineLine *line = steward_timeline_add_line (self, STEWARD_LINE_HEAD, TIMELINE_STAGE);

  line->name = g_strdup (name);
  line->detail = detail;
  return line;
}

static void
add_project (StewardTimeline               *self,
             const StewardPortfolioProject *project)
{
  StewardTimelineLine *line = steward_timeline_add_line (self, STEWARD_LINE_PORTFOLIO, TIMELINE_PORTFOLIO);

  line->project = project;
  line->light = project->light;
  line->name = g_strdup (project->name);
  line->detail = g_strdup (project->total);
  line->label = g_strdup (project->summary);
}

static int
compare_weeks (gconstpointer a,
               gconstpointer b)
{
  const StewardWeekLoad *left = a, *right = b;

  return left->week < right->week ? -1 : left->week > right->week;
}

/* The loads of all projects: bureau → array of StewardWeekLoad. */
static GHashTable *
sum_up (GPtrArray *projects)
{
  GHashTable *bureaus = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_hash_table_unref);

  for (guint i = 0; i < projects->len; i++)
    {
      const StewardPortfolioProject *project = g_ptr_array_index (projects, i);

      for (guint j = 0; j < project->loads->len; j++)
        {
          const StewardPortfolioLoad *load = g_ptr_array_index (project->loads, j);
          GHashTable *weeks = g_hash_table_lookup (bureaus, load->bureau);
          int days;

          if (weeks == NULL)
            {
              weeks = g_hash_table_new (NULL, NULL);
              g_hash_table_insert (bureaus, load->bureau, weeks);
            }
          days = GPOINTER_TO_INT (g_hash_table_lookup (weeks, GINT_TO_POINTER (load->week)));
          g_hash_table_insert (weeks, GINT_TO_POINTER (load->week), GINT_TO_POINTER (days + load->days));
        }
    }
  return bureaus;
}

static GArray *
sort_weeks (GHashTable *weeks,
            int        *total,
            int        *most)
{
  GArray *loads = g_array_new (FALSE, FALSE, sizeof (StewardWeekLoad));
  GHashTableIter iter;
  gpointer week, days;

  *total = *most = 0;
  g_hash_table_iter_init (&iter, weeks);
  while (g_hash_table_iter_next (&iter, &week, &days))
    {
      StewardWeekLoad load = { GPOINTER_TO_INT (week), GPOINTER_TO_INT (days) };

      g_array_append_val (loads, load);
      *total += load.days;
      *most = MAX (*most, load.days);
    }
  g_array_sort (loads, compare_weeks);
  return loads;
}

typedef struct
{
  const char *name;
  GArray     *loads;
  int         total;
  int         most;
} Bureau;

/* The one that has the most to do first; names make the order certain. */
static int
compare_bureaus (gconstpointer a,
                 gconstpointer b)
{
  const Bureau *left = a, *right = b;

  return left->total != right->total ? right->total - left->total : strcmp (left->name, right->name);
}

static void
add_loads (StewardTimeline *self,
           GPtrArray       *projects)
{
  g_autoptr (GHashTable) sums = sum_up (projects);
  g_autoptr (GArray) bureaus = g_array_new (FALSE, FALSE, sizeof (Bureau));
  GHashTableIter iter;
  gpointer name, weeks;

  g_hash_table_iter_init (&iter, sums);
  while (g_hash_table_iter_next (&iter, &name, &weeks))
    {
      Bureau bureau = { .name = name };

      bureau.loads = sort_weeks (weeks, &bureau.total, &bureau.most);
      self->most_load = MAX (self->most_load, bureau.most);
      g_array_append_val (bureaus, bureau);
    }
  g_array_sort (bureaus, compare_bureaus);
  if (bureaus->len > 0)
    add_head (self, W_LOAD, g_strdup (W_LOAD_UNIT));
  for (guint i = 0; i < bureaus->len; i++)
    {
      const Bureau *bureau = &g_array_index (bureaus, Bureau, i);
      StewardTimelineLine *line = steward_timeline_add_line (self, STEWARD_LINE_LOAD, TIMELINE_LOAD);

      line->name = g_strdup (bureau->name);
      line->detail = g_strdup_printf (W_MOST_LOAD_F, bureau->most);
      line->label = g_strdup ("");
      line->loads = bureau->loads;
    }
}

StewardTimeline *
steward_portfolio_layout (GPtrArray                    *projects,
                          StewardCalendar              *calendar,
                          StewardDay                    as_of,
                          const StewardTimelineOptions *options)
{
  StewardTimeline *self;
  g_autofree char *day = NULL;
  g_autofree char *until = NULL;

  g_return_val_if_fail (projects != NULL, NULL);
  g_return_val_if_fail (calendar != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  self = steward_timeline_new (calendar, as_of, options);
  self->many = TRUE;
  self->projects = g_ptr_array_ref (projects);
  day = steward_day_format (as_of);
  until = g_strdup_printf (W_AS_OF_F, day);
  self->title = g_strdup (W_PORTFOLIO);
  self->subtitle = g_strdup (until);
  self->total = g_strdup_printf (W_PROJECTS_F, projects->len);
  self->summary = g_strdup ("");
  add_head (self, W_PROJECTS, g_strdup (""));
  for (guint i = 0; i < projects->len; i++)
    add_project (self, g_ptr_array_index (projects, i));
  add_loads (self, projects);
  steward_timeline_place (self, options);
  return self;
}

static int
find_load (const GArray *loads,
           StewardDay    week)
{
  for (guint i = 0; i < loads->len; i++)
    {
      if (g_array_index (loads, StewardWeekLoad, i).week == week)
        return g_array_index (loads, StewardWeekLoad, i).days;
    }
  return 0;
}

gboolean
steward_portfolio_find_spot (const StewardTimeline *self,
                             double                 x,
                             double                 y,
                             StewardPortfolioSpot  *spot)
{
  const StewardTimelineLine *line;
  StewardDay day;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (spot != NULL, FALSE);

  *spot = (StewardPortfolioSpot) { .week = STEWARD_DAY_NONE };
  line = steward_timeline_line_at (self, x, y);
  if (line == NULL || (line->project == NULL && line->loads == NULL))
    return FALSE;
  day = x >= self->label_width ? steward_timeline_x_to_day (self, x) : STEWARD_DAY_NONE;
  spot->project = line->project;
  for (guint i = 0; line->project != NULL && i < line->project->stages->len; i++)
    {
      const StewardPortfolioStage *stage = g_ptr_array_index (line->project->stages, i);

      if (day != STEWARD_DAY_NONE && day >= stage->start && day <= stage->finish)
        spot->stage = stage;
    }
  if (line->loads == NULL)
    return TRUE;
  spot->bureau = line->name;
  if (day != STEWARD_DAY_NONE)
    {
      spot->week = steward_unit_begin (STEWARD_UNIT_WEEK, day);
      spot->days = find_load (line->loads, spot->week);
    }
  return TRUE;
}
