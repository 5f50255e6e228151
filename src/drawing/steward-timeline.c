/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-timeline-private.h"

#include "steward-dump-private.h"
#include "steward-label-private.h"

static const char * const span_words[] = { "start", "counted", "rest", "paused", "planned", "planned-start",
                                           "planned-rest" };

void
steward_timeline_get_size (const StewardTimeline *self,
                           double                *width,
                           double                *height)
{
  g_return_if_fail (self != NULL);

  if (width != NULL)
    *width = self->width;
  if (height != NULL)
    *height = self->height;
}

void
steward_timeline_get_head (const StewardTimeline *self,
                           double                *label_width,
                           double                *head_height)
{
  g_return_if_fail (self != NULL);

  if (label_width != NULL)
    *label_width = self->label_width;
  if (head_height != NULL)
    *head_height = self->head_height;
}

const char *
steward_timeline_get_title (const StewardTimeline *self)
{
  return self->title;
}

/* Index of the line that contains @y, or of the first below it. */
static guint
find_line (const StewardTimeline *self,
           double                 y)
{
  guint low = 0, high = self->lines->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const StewardTimelineLine *line = &g_array_index (self->lines, StewardTimelineLine, middle);

      if (line->y + line->height <= y)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

void
steward_timeline_visible (const StewardTimeline   *self,
                          const cairo_rectangle_t *clip,
                          guint                   *first,
                          guint                   *end)
{
  *first = 0;
  *end = self->lines->len;
  if (clip == NULL)
    return;
  *first = find_line (self, clip->y);
  *end = find_line (self, clip->y + clip->height);
  if (*end < self->lines->len && g_array_index (self->lines, StewardTimelineLine, *end).y < clip->y + clip->height)
    *end += 1;
}

const StewardTimelineLine *
steward_timeline_line_at (const StewardTimeline *self,
                          double                 x,
                          double                 y)
{
  guint i;

  if (x < 0 || x >= self->width || y < self->head_height || y >= self->rows_bottom)
    return NULL;
  i = find_line (self, y);
  return i < self->lines->len ? &g_array_index (self->lines, StewardTimelineLine, i) : NULL;
}

const StewardScheduleRow *
steward_timeline_hit (const StewardTimeline *self,
                      double                 x,
                      double                 y)
{
  const StewardTimelineLine *line;

  g_return_val_if_fail (self != NULL, NULL);

  line = steward_timeline_line_at (self, x, y);
  return line != NULL ? line->row : NULL;
}

const char *
steward_timeline_line_get_id (const StewardTimelineLine *line)
{
  if (line->row != NULL)
    return line->row->id;
  if (line->project != NULL)
    return line->project->id;
  return line->loads != NULL ? line->name : NULL;
}

const StewardTimelineLine *
steward_timeline_find_line (const StewardTimeline *self,
                            const char            *id)
{
  for (guint i = 0; id != NULL && i < self->lines->len; i++)
    {
      const StewardTimelineLine *line = &g_array_index (self->lines, StewardTimelineLine, i);
      const char *own = steward_timeline_line_get_id (line);

      if (own != NULL && strcmp (own, id) == 0)
        return line;
    }
  return NULL;
}

guint
steward_timeline_get_n_lines (const StewardTimeline *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->lines->len;
}

void
steward_timeline_get_line (const StewardTimeline   *self,
                           guint                    index,
                           StewardTimelineLineInfo *info)
{
  const StewardTimelineLine *line;

  g_return_if_fail (self != NULL);
  g_return_if_fail (index < self->lines->len);
  g_return_if_fail (info != NULL);

  line = &g_array_index (self->lines, StewardTimelineLine, index);
  *info = (StewardTimelineLineInfo) { line->row, steward_timeline_line_get_id (line), line->name, line->detail,
                                      line->y, line->height };
}

/* Index of the line @id, or -1. */
static int
find_index (const StewardTimeline *self,
            const char            *id)
{
  const StewardTimelineLine *line = steward_timeline_find_line (self, id);

  return line != NULL ? line - (const StewardTimelineLine *) self->lines->data : -1;
}

const char *
steward_timeline_step_line (const StewardTimeline *self,
                            const char            *id,
                            int                    steps)
{
  const char *found = NULL;
  int at, left;

  g_return_val_if_fail (self != NULL, NULL);

  at = find_index (self, id);
  /* Nowhere is above the first line, so that one step leads to it. */
  left = at >= 0 ? ABS (steps) : MAX (steps - 1, 0);
  for (int i = MAX (at, 0); i >= 0 && i < (int) self->lines->len && left >= 0; i += at >= 0 && steps < 0 ? -1 : 1)
    {
      const char *own = steward_timeline_line_get_id (&g_array_index (self->lines, StewardTimelineLine, i));

      if (own == NULL)
        continue;
      found = own;
      left--;
    }
  return found;
}

const StewardScheduleRow *
steward_timeline_find_light (const StewardTimeline *self,
                             const char            *id,
                             StewardLight           light)
{
  int n, at;

  g_return_val_if_fail (self != NULL, NULL);

  n = self->lines->len;
  at = find_index (self, id);
  for (int i = 1; i <= n - (at >= 0); i++)
    {
      const StewardTimelineLine *line = &g_array_index (self->lines, StewardTimelineLine, (at + i) % n);

      if (line->row != NULL && line->row->kind == STEWARD_ROW_ITEM && line->row->answer.light == light)
        return line->row;
    }
  return NULL;
}

static void
get_days (const StewardTimelineLine *line,
          StewardDay                *start,
          StewardDay                *finish)
{
  if (line->row != NULL)
    {
      *start = line->row->start;
      *finish = line->row->finish;
    }
  else if (line->project != NULL)
    {
      *start = line->project->start;
      *finish = line->project->finish;
    }
  else
    {
      *start = g_array_index (line->loads, StewardWeekLoad, 0).week;
      *finish = g_array_index (line->loads, StewardWeekLoad, line->loads->len - 1).week + 6;
    }
}

gboolean
steward_timeline_find_row (const StewardTimeline *self,
                           const char            *id,
                           cairo_rectangle_t     *place)
{
  const StewardTimelineLine *line;
  StewardDay start, finish;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (place != NULL, FALSE);

  line = steward_timeline_find_line (self, id);
  if (line == NULL)
    return FALSE;
  get_days (line, &start, &finish);
  place->x = steward_timeline_day_to_x (self, start);
  place->y = line->y;
  place->width = steward_timeline_day_to_x (self, finish + 1) - place->x;
  place->height = line->height;
  return TRUE;
}

double
steward_timeline_label_width (const StewardTimeline     *self,
                              const StewardTimelineLine *line)
{
  double letters = steward_lettering_estimate (line->label);

  if (line->reason != NULL)
    letters += steward_lettering_estimate (line->reason) + TIMELINE_REASON;
  return letters * TIMELINE_SMALL * self->unit;
}

double
steward_timeline_label_x (const StewardTimeline     *self,
                          const StewardTimelineLine *line)
{
  double gap = 0.55 * self->unit;
  double x, due;

  if (line->project != NULL)
    return steward_timeline_day_to_x (self, line->project->finish + 1) + gap;
  x = steward_timeline_day_to_x (self, line->row->finish + 1) + gap;
  if (line->row->kind == STEWARD_ROW_NODE)
    return steward_timeline_day_to_x (self, line->row->finish) + self->day_width / 2 + 0.75 * self->unit;
  if (line->row->critical)
    x += 0.2 * self->unit;
  if (line->row->answer.due == STEWARD_DAY_NONE)
    return x;
  /* A label that would touch the due tick moves behind it. */
  due = steward_timeline_day_to_x (self, line->row->answer.due + 1);
  return due > x - 2 * gap && due < x + steward_timeline_label_width (self, line) + gap
         ? MAX (x, due + gap + 0.15 * self->unit) : x;
}

gboolean
steward_timeline_find_text (const StewardTimeline     *self,
                            const StewardTimelineLine *line,
                            double                    *x)
{
  if (line->kind == STEWARD_LINE_STAGE && line->stage->rows->len > 0)
    *x = steward_timeline_day_to_x (self, line->stage->finish + 1) + TIMELINE_STAGE_TEXT * self->unit;
  else if (line->kind == STEWARD_LINE_PROJECT)
    *x = self->label_width + TIMELINE_SUMMARY_TEXT * self->unit;
  else if (line->row != NULL || line->project != NULL)
    *x = steward_timeline_label_x (self, line);
  else
    return FALSE;
  return TRUE;
}

static void
dump_row (GString                   *text,
          const StewardTimeline     *self,
          const StewardTimelineLine *line)
{
  g_autofree char *start = steward_day_format (line->row->start);
  g_autofree char *finish = steward_day_format (line->row->finish);
  g_autofree char *due = steward_day_format (line->row->answer.due);
  g_autoptr (GArray) spans = steward_timeline_spans (line->row, line->schedule->calendar, line->schedule->as_of,
                                                     self->first, self->last);

  steward_dump_text (text, "id", line->row->id);
  steward_dump_text (text, "start", start);
  steward_dump_text (text, "finish", finish);
  steward_dump_text (text, "due", due);
  steward_dump_text (text, "light", steward_light_to_word (line->row->answer.light));
  steward_dump_number (text, "critical", line->row->critical);
  steward_dump_text (text, "reason", line->reason);
  steward_dump_number (text, "label_x", steward_timeline_label_x (self, line));
  steward_dump_key (text, "spans");
  steward_dump_open (text, '[');
  for (guint i = 0; i < spans->len; i++)
    {
      const StewardSpan *span = &g_array_index (spans, StewardSpan, i);
      g_autofree char *word = g_strdup_printf ("%s %d", span_words[span->kind], span->to - span->from + 1);

      steward_dump_item (text, word);
    }
  steward_dump_close (text, ']');
}

static void
dump_project (GString                       *text,
              const StewardPortfolioProject *project)
{
  steward_dump_key (text, "stages");
  steward_dump_open (text, '[');
  for (guint i = 0; i < project->stages->len; i++)
    {
      const StewardPortfolioStage *stage = g_ptr_array_index (project->stages, i);
      g_autofree char *start = steward_day_format (stage->start);
      g_autofree char *finish = steward_day_format (stage->finish);
      g_autofree char *word = g_strdup_printf ("%d %s %s %d/%d %s", stage->number, start, finish, stage->used,
                                               stage->budget, steward_light_to_word (stage->light));

      steward_dump_item (text, word);
    }
  steward_dump_close (text, ']');
}

static void
dump_loads (GString      *text,
            const GArray *loads)
{
  steward_dump_key (text, "weeks");
  steward_dump_open (text, '[');
  for (guint i = 0; i < loads->len; i++)
    {
      const StewardWeekLoad *load = &g_array_index (loads, StewardWeekLoad, i);
      g_autofree char *week = steward_day_format (load->week);
      g_autofree char *word = g_strdup_printf ("%s %d", week, load->days);

      steward_dump_item (text, word);
    }
  steward_dump_close (text, ']');
}

char *
steward_timeline_dump (const StewardTimeline *self)
{
  static const char * const kinds[] = { "project", "stage", "group", "head", "portfolio", "load", "row" };
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  first = steward_day_format (self->first);
  last = steward_day_format (self->last);
  steward_dump_open (text, '{');
  steward_dump_number (text, "width", self->width);
  steward_dump_number (text, "height", self->height);
  steward_dump_number (text, "day_width", self->day_width);
  steward_dump_text (text, "first", first);
  steward_dump_text (text, "last", last);
  steward_dump_text (text, "title", self->title);
  steward_dump_text (text, "subtitle", self->subtitle);
  steward_dump_text (text, "total", self->total);
  steward_dump_text (text, "summary", self->summary);
  steward_dump_key (text, "lines");
  steward_dump_open (text, '[');
  for (guint i = 0; i < self->lines->len; i++)
    {
      const StewardTimelineLine *line = &g_array_index (self->lines, StewardTimelineLine, i);

      steward_dump_open (text, '{');
      steward_dump_text (text, "kind", kinds[line->kind]);
      steward_dump_number (text, "y", line->y);
      steward_dump_text (text, "name", line->name);
      steward_dump_text (text, "detail", line->detail);
      steward_dump_text (text, "label", line->label);
      if (line->row != NULL)
        dump_row (text, self, line);
      if (line->project != NULL)
        dump_project (text, line->project);
      if (line->loads != NULL)
        dump_loads (text, line->loads);
      steward_dump_close (text, '}');
    }
  steward_dump_close (text, ']');
  steward_own_line_dump (text, self->own);
  steward_dump_close (text, '}');
  return g_strdup (text->str);
}
