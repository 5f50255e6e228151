/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-case-dates.h"

#include <glib/gi18n-lib.h>

#include "steward-ui-text.h"

#define LAST_COLUMN 3

/**
 * Line:
 * @days: working days, -1 when there are none to say
 * @extension: further ones that were approved
 * @measure: what @days are compared with, -1 for nothing
 * @running: @days so far, and not in the end
 */
typedef struct
{
  const char *name;
  int         days;
  int         extension;
  StewardDay  from;
  StewardDay  to;
  gboolean    provisional;
  gboolean    from_provisional;
  int         measure;
  gboolean    running;
} Line;

static void
clear (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

static void
attach (GtkGrid    *grid,
        const char *text,
        const char *css_class,
        int         column,
        int         row)
{
  GtkWidget *label = steward_ui_label_new (text, css_class);

  if (column > 0)
    gtk_widget_add_css_class (label, "numeric");
  /* Dates stay in one line. */
  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_widget_set_hexpand (label, column == LAST_COLUMN);
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

static char *
describe_days (const Line *line)
{
  if (line->days < 0)
    return g_strdup ("–");
  if (line->extension > 0)
    return g_strdup_printf ("%d + %d", line->days, line->extension);

  return g_strdup_printf ("%d", line->days);
}

static char *
describe_saving (const Line *line)
{
  int saved = line->measure - line->days;
  int percent;

  if (line->measure < 0 || line->days < 0 || line->running)
    return g_strdup ("");
  if (saved == 0)
    return g_strdup (_("as many days"));

  percent = line->measure > 0 ? (ABS (saved) * 100 + line->measure / 2) / line->measure : 0;
  if (line->measure == 0)
    return g_strdup_printf (ngettext ("%d day longer", "%d days longer", -saved), -saved);
  if (saved > 0)
    return g_strdup_printf (ngettext ("%d day shorter (%d %%)", "%d days shorter (%d %%)", saved), saved, percent);

  return g_strdup_printf (ngettext ("%d day longer (%d %%)", "%d days longer (%d %%)", -saved), -saved, percent);
}

/* A line, and below it what it saves. Returns the next row. */
static int
attach_line (GtkGrid    *grid,
             const Line *line,
             int         row)
{
  g_autofree char *days = describe_days (line);
  g_autofree char *from = steward_ui_date (line->from, line->from_provisional && line->from != STEWARD_DAY_NONE);
  g_autofree char *to = steward_ui_date (line->to, line->provisional && line->to != STEWARD_DAY_NONE);
  g_autofree char *saving = describe_saving (line);

  attach (grid, line->name, NULL, 0, row);
  attach (grid, days, NULL, 1, row);
  attach (grid, from, NULL, 2, row);
  attach (grid, line->running ? _("under way") : to, NULL, 3, row);
  if (*saving != '\0')
    {
      GtkWidget *label = steward_ui_label_new (saving, "caption");

      row++;
      gtk_widget_add_css_class (label, "dim-label");
      gtk_grid_attach (grid, label, 1, row, LAST_COLUMN, 1);
    }

  return row + 1;
}

/* What the notice gives the item, whatever was promised for this case. */
static int
find_notice (const StewardPlanItem *item)
{
  if (item->item != NULL && item->item->limit >= 0)
    return item->item->limit;
  if (item->block != NULL)
    return item->block->limit;

  return -1;
}

/* What @days from the acceptance would be; -1 when nobody gave any. */
static Line
make_limit (const StewardSchedule    *schedule,
            const StewardScheduleRow *row,
            const char               *name,
            int                       days,
            int                       measure)
{
  Line line = { .name = name, .days = days, .from = row->accepted, .to = STEWARD_DAY_NONE, .measure = measure };
  StewardClockQuestion question;
  StewardClockAnswer answer;

  if (line.days < 0)
    return line;

  steward_schedule_get_question (schedule, row, &question);
  question.days = line.days;
  question.extension = 0;
  answer = steward_clock_ask (schedule->calendar, &question);
  line.to = answer.due;
  line.provisional = answer.provisional;

  return line;
}

void
steward_case_dates_fill (GtkGrid                  *grid,
                         const StewardSchedule    *schedule,
                         const StewardScheduleRow *row)
{
  static const char * const heads[] = { "", N_("Working days"), N_("From"), N_("To") };
  const StewardCase *handled;
  Line lines[5];
  int law, notice, next = 1;

  g_return_if_fail (GTK_IS_GRID (grid));
  g_return_if_fail (schedule != NULL && row != NULL && row->item != NULL);

  handled = row->item->case_;
  law = row->item->item != NULL ? row->item->item->statutory_limit : -1;
  notice = find_notice (row->item);
  lines[0] = make_limit (schedule, row, _("By the law"), law, -1);
  lines[1] = make_limit (schedule, row, _("By the notice"), notice, law);
  lines[2] = (Line) { .name = _("Promised"), .days = row->limit, .from = row->accepted, .to = row->answer.due,
                      .extension = handled != NULL ? handled->extension : 0,
                      .provisional = row->answer.provisional, .measure = law >= 0 ? law : notice };
  lines[3] = (Line) { .name = _("Planned"), .from = row->planned_start, .to = row->planned_finish, .measure = -1,
                      .days = steward_calendar_count (schedule->calendar, row->planned_start, row->planned_finish),
                      .from_provisional = steward_calendar_is_provisional (schedule->calendar, row->planned_start),
                      .provisional = steward_calendar_is_provisional (schedule->calendar, row->planned_finish) };
  lines[4] = (Line) { .name = _("Actual"), .from = row->accepted, .to = row->decided, .measure = row->limit,
                      .days = row->accepted != STEWARD_DAY_NONE ? row->answer.used : -1,
                      .running = row->accepted != STEWARD_DAY_NONE && row->decided == STEWARD_DAY_NONE };

  clear (grid);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    attach (grid, *heads[i] != '\0' ? _(heads[i]) : "", "caption", i, 0);
  /* Few items have a limit by law on record. */
  for (guint i = law >= 0 ? 0 : 1; i < G_N_ELEMENTS (lines); i++)
    next = attach_line (grid, &lines[i], next);
  if (row->item->item != NULL && row->item->item->limit_note != NULL)
    {
      GtkWidget *note = steward_ui_label_new (row->item->item->limit_note, "caption");

      gtk_widget_add_css_class (note, "dim-label");
      gtk_grid_attach (grid, note, 0, next, G_N_ELEMENTS (heads), 1);
    }
}
