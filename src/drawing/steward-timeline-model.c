/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-timeline-private.h"

#include <math.h>

#include "steward-label-private.h"
#include "steward-words-private.h"

/* The model: one line per project, stage and row, with its texts. Bars are
 * arithmetic on dates and are done when a line is painted, so a schedule of
 * ten thousand rows is laid out at the cost of its texts. */

#define UNIT 13.0

/* A day so far from the plan does not stretch the drawing. */
#define FAR_DAYS 45

/* Height that flag, months and days need, in units. */
#define LEAST_HEAD 7.6

/* Reasons longer than this say less, not more. */
#define REASON_CHARACTERS 10

static void
line_clear (gpointer data)
{
  StewardTimelineLine *line = data;

  g_free (line->name);
  g_free (line->detail);
  g_free (line->bureau);
  g_free (line->label);
  g_free (line->reason);
  g_clear_pointer (&line->loads, g_array_unref);
}

void
steward_timeline_free (StewardTimeline *self)
{
  if (self == NULL)
    return;
  steward_lettering_free (self->lettering);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->total);
  g_free (self->summary);
  g_free (self->baseline_name);
  g_clear_pointer (&self->projects, g_ptr_array_unref);
  g_clear_pointer (&self->calendar, steward_calendar_unref);
  g_array_unref (self->lines);
  g_array_unref (self->keys);
  g_ptr_array_unref (self->own);
  g_free (self);
}

StewardTimelineLine *
steward_timeline_add_line (StewardTimeline *self,
                           StewardLineKind  kind,
                           double           height)
{
  StewardTimelineLine line = { .kind = kind, .baseline_start = STEWARD_DAY_NONE, .baseline_finish = STEWARD_DAY_NONE,
                               .float_end = STEWARD_DAY_NONE };

  line.height = height * self->unit;
  g_array_append_val (self->lines, line);
  return &g_array_index (self->lines, StewardTimelineLine, self->lines->len - 1);
}

static void
add_detail (StewardTimelineLine      *line,
            const StewardScheduleRow *row)
{
  if (row->kind == STEWARD_ROW_NODE)
    line->detail = row->limit > 0 ? g_strdup_printf (W_WITHIN_F, row->limit) : g_strdup ("");
  else if (row->kind == STEWARD_ROW_ACTIVITY)
    line->detail = steward_label_length (row->start, row->finish);
  else
    {
      line->bureau = steward_label_bureau (row->item->bureau);
      line->level = steward_label_level (row->item->level);
      line->detail = g_strconcat (line->bureau, *line->bureau != '\0' && *line->level != '\0' ? W_SEPARATOR : "",
                                  line->level, NULL);
    }
}

static void
append_pause (GString               *text,
              const StewardPause    *pause,
              const StewardCalendar *calendar)
{
  const char *kind = pause->kind != NULL && *pause->kind != '\0' ? pause->kind : W_SPECIAL;

  g_string_append (text, W_SEPARATOR);
  if (pause->end == STEWARD_DAY_NONE)
    g_string_append_printf (text, W_PAUSE_OPEN_F, kind);
  else
    g_string_append_printf (text, W_PAUSE_F, kind, steward_calendar_count (calendar, pause->start, pause->end));
}

static char *
make_label (const StewardScheduleRow *row,
            const StewardCalendar    *calendar)
{
  g_autofree char *limit = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (row->kind == STEWARD_ROW_NODE)
    {
      g_autofree char *day = steward_label_day (row->finish);

      return g_strconcat (day, row->provisional ? W_PROVISIONAL_MARK : "", NULL);
    }
  if (row->kind == STEWARD_ROW_ACTIVITY)
    return steward_label_length (row->start, row->finish);
  limit = steward_label_limit (row, TRUE);
  g_string_append (text, limit);
  if (row->provisional)
    g_string_append (text, W_PROVISIONAL_MARK);
  if (row->item->mode == STEWARD_MODE_COMMITMENT)
    g_string_append (text, W_SEPARATOR W_COMMITMENT_LONG);
  if (row->item->mode == STEWARD_MODE_DEFERRAL)
    g_string_append (text, W_SEPARATOR W_DEFERRAL_LONG);
  for (gsize i = 0; i < row->n_pauses; i++)
    append_pause (text, &row->pauses[i], calendar);
  return g_strdup (text->str);
}

/* Why a critical row is where it is: the row that holds it. */
static char *
make_reason (const StewardScheduleRow *row,
             GHashTable               *rows)
{
  const StewardScheduleRow *why = row->why != NULL ? g_hash_table_lookup (rows, row->why) : NULL;
  const char *name;
  g_autofree char *cut = NULL;

  if (!row->critical || why == NULL || row->decided != STEWARD_DAY_NONE)
    return NULL;
  name = steward_label_row_name (why);
  if (g_utf8_strlen (name, -1) > REASON_CHARACTERS)
    {
      g_autofree char *head = g_utf8_substring (name, 0, REASON_CHARACTERS - 1);

      cut = g_strconcat (head, "…", NULL);
      name = cut;
    }
  return g_strdup_printf (W_AFTER_F, name);
}

void
steward_timeline_add_row (StewardTimeline             *self,
                          const StewardTimelineSource *source,
                          const StewardScheduleRow    *row)
{
  StewardTimelineLine *line = steward_timeline_add_line (self, STEWARD_LINE_ROW, TIMELINE_ROW);
  const StewardBaselineRow *before = source->baseline != NULL ? g_hash_table_lookup (source->baseline, row->id) : NULL;

  line->schedule = source->schedule;
  line->row = row;
  line->name = g_strdup (row->item != NULL ? steward_label_row_name (row) : row->name);
  add_detail (line, row);
  self->levels |= line->level != NULL && *line->level != '\0';
  line->label = make_label (row, source->schedule->calendar);
  line->reason = make_reason (row, source->rows);
  /* Now, since the case may be another one before the next layout. */
  line->faded = steward_label_row_faded (row);
  if (before != NULL)
    {
      line->baseline_start = before->start;
      line->baseline_finish = before->finish;
    }
  /* What runs inside its stage waits for nobody: its float says nothing. */
  if (row->kind == STEWARD_ROW_ITEM && row->total_float > 0 && row->decided == STEWARD_DAY_NONE
      && row->item->lane != STEWARD_LANE_UTILITY)
    line->float_end = steward_calendar_add (source->schedule->calendar, row->finish, row->total_float);
}

static GHashTable *
index_rows (const StewardSchedule *schedule)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < schedule->rows->len; i++)
    {
      StewardScheduleRow *row = g_ptr_array_index (schedule->rows, i);

      g_hash_table_insert (table, row->id, row);
    }
  return table;
}

static void
add_to_baseline (GHashTable *table,
                 const char *id,
                 StewardDay  start,
                 StewardDay  finish)
{
  StewardBaselineRow *row = g_new (StewardBaselineRow, 1);

  *row = (StewardBaselineRow) { id, start, finish };
  g_hash_table_insert (table, (gpointer) id, row);
}

/* NULL when there is nothing to compare with. */
static GHashTable *
index_baseline (const StewardTimelineOptions *options)
{
  GHashTable *table;

  if (options->issued == NULL && options->baseline == NULL)
    return NULL;
  table = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (gsize i = 0; options->issued != NULL && i < options->n_issued; i++)
    {
      const StewardBaselineRow *row = &options->issued[i];

      if (row->id != NULL && row->start != STEWARD_DAY_NONE && row->finish >= row->start)
        add_to_baseline (table, row->id, row->start, row->finish);
    }
  for (guint i = 0; options->issued == NULL && i < options->baseline->rows->len; i++)
    {
      const StewardScheduleRow *row = g_ptr_array_index (options->baseline->rows, i);

      add_to_baseline (table, row->id, row->start, row->finish);
    }
  return table;
}

static void
add_stage (StewardTimeline             *self,
           const StewardTimelineSource *source,
           const StewardScheduleStage  *stage)
{
  StewardTimelineLine *line = steward_timeline_add_line (self, STEWARD_LINE_STAGE, TIMELINE_STAGE);

  line->schedule = source->schedule;
  line->stage = stage;
  line->name = steward_label_stage (stage);
  line->detail = steward_label_budget (stage);
  line->label = steward_label_used (stage);
  for (guint i = 0; i < stage->rows->len; i++)
    steward_timeline_add_row (self, source, g_ptr_array_index (stage->rows, i));
}

/* Rows that stand in no stage (time between stages) come where they begin. */
static void
add_free_rows (StewardTimeline             *self,
               const StewardTimelineSource *source,
               GHashTable                  *seen,
               StewardDay                   until)
{
  for (guint i = 0; i < source->schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = g_ptr_array_index (source->schedule->rows, i);

      if (!g_hash_table_contains (seen, row) && row->start < until)
        {
          g_hash_table_add (seen, (gpointer) row);
          steward_timeline_add_row (self, source, row);
        }
    }
}

static void
add_stages (StewardTimeline             *self,
            const StewardTimelineSource *source,
            int                          only)
{
  const StewardSchedule *schedule = source->schedule;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < schedule->stages->len; i++)
    {
      const StewardScheduleStage *stage = g_ptr_array_index (schedule->stages, i);

      for (guint j = 0; j < stage->rows->len; j++)
        g_hash_table_add (seen, g_ptr_array_index (stage->rows, j));
    }
  for (guint i = 0; i < schedule->stages->len; i++)
    {
      const StewardScheduleStage *stage = g_ptr_array_index (schedule->stages, i);

      if (only != 0 && stage->stage->number != only)
        continue;
      if (i > 0 && only == 0)
        add_free_rows (self, source, seen, stage->start);
      add_stage (self, source, stage);
    }
  if (only == 0)
    add_free_rows (self, source, seen, G_MAXINT32);
}

static void
add_schedule (StewardTimeline              *self,
              const StewardSchedule        *schedule,
              const StewardTimelineOptions *options)
{
  g_autoptr (GHashTable) rows = index_rows (schedule);
  g_autoptr (GHashTable) baseline = self->many ? NULL : index_baseline (options);
  const StewardTimelineSource source = { schedule, rows, baseline };

  if (self->many)
    {
      StewardTimelineLine *line = steward_timeline_add_line (self, STEWARD_LINE_PROJECT, TIMELINE_PROJECT);

      line->schedule = schedule;
      line->name = g_strdup (steward_label_project (schedule));
      line->detail = steward_label_total (schedule);
      line->label = steward_label_summary (schedule);
    }
  if (options->group == STEWARD_GROUP_STAGE)
    add_stages (self, &source, options->stage);
  else
    steward_timeline_add_groups (self, &source, options->group, options->stage);
  if (!self->many)
    steward_timeline_add_own (self, schedule);
}

static void
find_range (const StewardTimeline *self,
            StewardDay            *start,
            StewardDay            *finish)
{
  *start = G_MAXINT32;
  *finish = G_MININT32;
  for (guint i = 0; i < self->lines->len; i++)
    {
      const StewardTimelineLine *line = &g_array_index (self->lines, StewardTimelineLine, i);

      if (line->row != NULL)
        {
          *start = MIN (*start, line->row->start);
          *finish = MAX (*finish, line->row->finish);
          if (line->row->answer.due != STEWARD_DAY_NONE)
            *finish = MAX (*finish, line->row->answer.due);
        }
      else if (line->project != NULL)
        {
          *start = MIN (*start, line->project->start);
          *finish = MAX (*finish, line->project->finish);
        }
      else if (line->schedule != NULL && line->kind != STEWARD_LINE_GROUP)
        {
          StewardDay first = line->stage != NULL ? line->stage->start : line->schedule->start;

          *start = MIN (*start, first);
          *finish = MAX (*finish, first);
        }
      if (line->baseline_start != STEWARD_DAY_NONE)
        {
          *start = MIN (*start, line->baseline_start);
          *finish = MAX (*finish, line->baseline_finish);
        }
    }
  if (*start > *finish)
    *start = *finish = self->as_of;
  if (self->as_of >= *start - FAR_DAYS && self->as_of <= *finish + FAR_DAYS)
    {
      *start = MIN (*start, self->as_of);
      *finish = MAX (*finish, self->as_of);
    }
}

/* The corner says what the drawing is; it stays in sight with the head. */
static double
measure_corner (StewardTimeline *self)
{
  g_autoptr (StewardInk) ink = steward_ink_new (NULL, steward_style_get (STEWARD_STYLE_LIGHT));
  double room = self->label_width - 1.8 * self->unit;
  double lines;

  self->title_lines = steward_ink_measure (ink, STEWARD_WEIGHT_BOLD, self->title) * 1.3 * self->unit > room ? 2 : 1;
  self->subtitle_lines = steward_ink_measure (ink, STEWARD_WEIGHT_NORMAL, self->subtitle) * TIMELINE_SMALL * self->unit > room
                         ? 2 : 1;
  self->summary_lines = *self->summary == '\0' ? 0
                        : steward_ink_measure (ink, STEWARD_WEIGHT_NORMAL, self->summary) * TIMELINE_SMALL * self->unit > room
                          ? 2 : 1;
  lines = 0.6 + self->title_lines * 1.65 + (self->subtitle_lines + self->summary_lines) * 1.15 + 1.5 + 0.4;
  return MAX (lines, LEAST_HEAD) * self->unit;
}

/* Room behind the last bar for its label, in units; more when it is longer. */
#define LABEL_ROOM 5.0

/* Where the text behind the bar of @line ends; 0 when it has none. */
static double
get_reach (const StewardTimeline     *self,
           const StewardTimelineLine *line)
{
  double x;

  return steward_timeline_find_text (self, line, &x) ? x + steward_timeline_label_width (self, line) : 0;
}

/* How many days behind the last approval before a fold its labels reach. */
static int
measure_before_fold (const StewardTimeline *self,
                     int                    after)
{
  double end = steward_timeline_day_to_x (self, self->fold_from - after), right = end;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const StewardTimelineLine *line = &g_array_index (self->lines, StewardTimelineLine, i);

      if ((line->row != NULL && line->row->finish < self->fold_from)
          || (line->stage != NULL && line->stage->finish < self->fold_from))
        right = MAX (right, get_reach (self, line));
    }
  return ceil ((right + 0.8 * self->unit - end) / self->day_width);
}

/* Labels stand between the last bar and a fold: how many days they need is
 * known only when the width of a day is. */
static void
scale_with_fold (StewardTimeline *self,
                 StewardZoom      zoom,
                 double           width,
                 StewardDay       start,
                 StewardDay       finish)
{
  int after = 0, need = 4;

  self->fold_from = self->fold_to = STEWARD_DAY_NONE;
  for (int round = 0; round < 12 && need > after; round++)
    {
      after = need;
      if (!self->many)
        steward_timeline_fold (self, start, finish, after);
      steward_timeline_scale (self, zoom, width, start, finish);
      if (self->fold_from != STEWARD_DAY_NONE)
        need = measure_before_fold (self, after);
    }
}

static double
measure_right (const StewardTimeline *self)
{
  double right = 0;

  for (guint i = 0; i < self->lines->len; i++)
    right = MAX (right, get_reach (self, &g_array_index (self->lines, StewardTimelineLine, i)));
  return right;
}

/* How far labels reach beyond the right edge, in units. */
static double
measure_overhang (const StewardTimeline *self)
{
  return MAX (0, measure_right (self) - self->width) / self->unit;
}

/* In a portfolio what stands behind the bars may be cut, since it is told of the
 * project that is pointed at, too; the bars keep half of the width. */
static double
get_most_room (const StewardTimeline *self,
               StewardZoom            zoom,
               double                 width)
{
  return self->projects == NULL || zoom != STEWARD_ZOOM_FIT ? G_MAXDOUBLE
         : MAX (LABEL_ROOM, (width - self->label_width) / 2 / self->unit);
}

static void
place_at_width (StewardTimeline *self,
                StewardZoom      zoom,
                double           width)
{
  StewardDay start, finish;
  double y, most;

  self->label_width = (zoom == STEWARD_ZOOM_FIT ? CLAMP (width / self->unit * 0.27, 16, 26) : 25) * self->unit;
  self->head_height = y = self->no_labels ? LEAST_HEAD * self->unit : measure_corner (self);
  if (self->no_labels)
    self->label_width = 0;
  find_range (self, &start, &finish);
  self->label_room = LABEL_ROOM;
  most = get_most_room (self, zoom, width);
  scale_with_fold (self, zoom, width, start, finish);
  /* Days become narrower as the room grows, and the due ticks that labels
   * stand behind move with them. */
  for (int round = 0; round < 40 && measure_overhang (self) > 0 && self->label_room < most; round++)
    {
      self->label_room = MIN (most, self->label_room + measure_overhang (self) + 0.4 + self->day_width / self->unit);
      scale_with_fold (self, zoom, width, start, finish);
    }
  for (guint i = 0; i < self->lines->len; i++)
    {
      StewardTimelineLine *line = &g_array_index (self->lines, StewardTimelineLine, i);

      line->y = y;
      y += line->height;
    }
  self->rows_bottom = y;
  steward_timeline_lead_own (self);
  self->legend_y = self->rows_bottom + 0.6 * self->unit;
  g_array_set_size (self->keys, 0);
  steward_timeline_make_keys (self);
  self->height = self->legend_y + 0.6 * self->unit
                 + steward_timeline_paint_legend (self, NULL, 0, 0, self->width);
}

StewardTimeline *
steward_timeline_new (StewardCalendar              *calendar,
                      StewardDay                    as_of,
                      const StewardTimelineOptions *options)
{
  StewardTimeline *self = g_new0 (StewardTimeline, 1);

  self->lettering = steward_lettering_new (NULL, steward_style_get (STEWARD_STYLE_LIGHT)->font);
  self->unit = UNIT * (options->text_scale > 0 ? CLAMP (options->text_scale, 0.5, 4) : 1);
  self->calendar = steward_calendar_ref (calendar);
  self->as_of = as_of;
  self->as_of_is_today = as_of == steward_day_today ();
  self->no_labels = options->no_labels;
  self->hints = options->hints;
  self->lines = g_array_new (FALSE, FALSE, sizeof (StewardTimelineLine));
  g_array_set_clear_func (self->lines, line_clear);
  self->keys = g_array_new (FALSE, FALSE, sizeof (StewardKey));
  self->own = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_own_line_free);
  return self;
}

void
steward_timeline_place (StewardTimeline              *self,
                        const StewardTimelineOptions *options)
{
  double wanted = CLAMP (options->width, 200, 100000);

  place_at_width (self, options->zoom, wanted);
  for (int round = 0; round < 4 && options->zoom == STEWARD_ZOOM_FIT && options->height > 0; round++)
    {
      double width = self->height * wanted / options->height;

      if (width > self->width + 1)
        place_at_width (self, options->zoom, width);
    }
  /* Very many rows: beyond the widest days there is nothing but empty paper. */
  if (options->zoom == STEWARD_ZOOM_FIT && options->height > 0 && self->width > wanted + 1
      && steward_timeline_is_widest (self))
    place_at_width (self, options->zoom, MAX (wanted, measure_right (self) + 3 * self->unit));
}

StewardTimeline *
steward_timeline_layout_many (GPtrArray                    *schedules,
                              const StewardTimelineOptions *options)
{
  StewardTimeline *self;
  const StewardSchedule *first;

  g_return_val_if_fail (schedules != NULL && schedules->len > 0, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  first = g_ptr_array_index (schedules, 0);
  self = steward_timeline_new (first->calendar, first->as_of, options);
  self->many = schedules->len > 1;
  self->title = g_strdup (self->many ? W_TIMELINE : steward_label_project (first));
  self->subtitle = steward_label_subtitle (first, W_TIMELINE);
  self->total = self->many ? g_strdup ("") : steward_label_total (first);
  self->summary = self->many ? g_strdup ("") : steward_label_summary (first);
  self->baseline_name = options->issued != NULL && options->issued_name != NULL
                        ? g_strconcat (W_BASELINE, W_SEPARATOR, options->issued_name, NULL) : g_strdup (W_BASELINE);
  for (guint i = 0; i < schedules->len; i++)
    add_schedule (self, g_ptr_array_index (schedules, i), options);
  steward_timeline_place (self, options);
  return self;
}

StewardTimeline *
steward_timeline_layout (const StewardSchedule        *schedule,
                         const StewardTimelineOptions *options)
{
  g_autoptr (GPtrArray) schedules = g_ptr_array_new ();

  g_return_val_if_fail (schedule != NULL, NULL);

  g_ptr_array_add (schedules, (gpointer) schedule);
  return steward_timeline_layout_many (schedules, options);
}
