/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "steward-row-tip.h"
#include "steward-timeline-private.h"

/* Groups, issued versions and what is told of a row. */

static StewardTimeline *
lay_out (Fixture              *fixture,
         StewardTimelineGroup  group,
         int                   stage)
{
  return steward_timeline_layout (fixture_get (fixture),
                                  &(StewardTimelineOptions) { .width = 1587, .zoom = STEWARD_ZOOM_FIT, .group = group,
                                                              .stage = stage });
}

static const StewardTimelineLine *
get_line (const StewardTimeline *timeline,
          guint                  i)
{
  return &g_array_index (timeline->lines, StewardTimelineLine, i);
}

/* Each row stands below exactly one group, whatever they are grouped by. */
static void
test_groups_hold_every_row_once (void)
{
  for (guint32 seed = 0; seed < 40; seed++)
    {
      g_autoptr (Fixture) fixture = fixture_new_random (seed, 9);
      const StewardSchedule *schedule = fixture_get (fixture);

      for (StewardTimelineGroup group = STEWARD_GROUP_STAGE; group <= STEWARD_GROUP_LIGHT; group++)
        {
          g_autoptr (StewardTimeline) timeline = lay_out (fixture, group, 0);
          g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

          for (guint i = 0; i < timeline->lines->len; i++)
            {
              if (get_line (timeline, i)->row != NULL)
                g_assert_true (g_hash_table_add (seen, (gpointer) get_line (timeline, i)->row));
            }
          g_assert_cmpuint (g_hash_table_size (seen), ==, schedule->rows->len);
          if (timeline->lines->len > 0)
            g_assert_cmpint (get_line (timeline, 0)->kind, !=, STEWARD_LINE_ROW);
        }
    }
}

static void
test_lights_by_urgency (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardTimeline) timeline = lay_out (fixture, STEWARD_GROUP_LIGHT, 0);
  g_autoptr (GString) order = g_string_new (NULL);
  const StewardTimelineLine *head = NULL;

  for (guint i = 0; i < timeline->lines->len; i++)
    {
      const StewardTimelineLine *line = get_line (timeline, i);

      if (line->kind == STEWARD_LINE_GROUP)
        {
          head = line;
          g_string_append_printf (order, "%s ", steward_light_to_word (line->light));
        }
      else
        g_assert_cmpint (line->row->answer.light, ==, head->light);
    }
  g_assert_cmpstr (order->str, ==, "red not-started done-late done ");
}

static void
test_bureaus (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardTimeline) timeline = lay_out (fixture, STEWARD_GROUP_BUREAU, 0);
  g_autoptr (StewardTimeline) third = lay_out (fixture, STEWARD_GROUP_BUREAU, 3);
  const StewardTimelineLine *last = NULL, *head = NULL;

  g_assert_cmpstr (get_line (timeline, 0)->name, ==, "行政审批");
  g_assert_cmpstr (get_line (timeline, 0)->detail, ==, "11 项");
  for (guint i = 0; i < timeline->lines->len; i++)
    {
      if (get_line (timeline, i)->kind == STEWARD_LINE_GROUP)
        last = get_line (timeline, i);
    }
  /* Its name is not said again in each row, which tells its stage instead. */
  g_assert_cmpstr (get_line (timeline, 1)->bureau, ==, "一 立项用地许可阶段");
  for (guint i = 0; i < timeline->lines->len; i++)
    {
      const StewardTimelineLine *line = get_line (timeline, i);

      if (line->kind == STEWARD_LINE_GROUP)
        head = line;
      else if (line->bureau != NULL)
        g_assert_cmpstr (line->bureau, !=, head->name);
    }
  /* Construction and the nodes belong to nobody. */
  g_assert_cmpstr (last->name, ==, "其他");
  g_assert_cmpstr (last->detail, ==, "");
  for (guint i = 0; i < third->lines->len; i++)
    {
      if (get_line (third, i)->row != NULL)
        g_assert_cmpint (get_line (third, i)->row->stage->number, ==, 3);
    }
}

static void
test_issued_version (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  const StewardSchedule *schedule = fixture_get (fixture);
  const StewardScheduleRow *row = g_ptr_array_index (schedule->rows, 6);
  const StewardBaselineRow issued[] = {
    { row->id, row->start - 7, row->finish - 7 }, { "gone", 1, 2 }, { NULL, 1, 2 },
    { ((StewardScheduleRow *) g_ptr_array_index (schedule->rows, 7))->id, 9, 8 },
  };
  StewardTimelineOptions options = { .width = 1587, .zoom = STEWARD_ZOOM_DAY, .issued = issued,
                                     .n_issued = G_N_ELEMENTS (issued), .issued_name = "第 2 版" };
  g_autoptr (StewardTimeline) timeline = steward_timeline_layout (schedule, &options);
  g_autofree char *tip = steward_timeline_describe (timeline, row->id);
  gboolean named = FALSE;

  for (guint i = 0; i < timeline->lines->len; i++)
    {
      const StewardTimelineLine *line = get_line (timeline, i);

      if (line->row == NULL)
        continue;
      g_assert_cmpint (line->baseline_start, ==, line->row == row ? row->start - 7 : STEWARD_DAY_NONE);
      g_assert_cmpint (line->baseline_finish, ==, line->row == row ? row->finish - 7 : STEWARD_DAY_NONE);
    }
  for (guint i = 0; i < timeline->keys->len; i++)
    named |= g_str_equal (g_array_index (timeline->keys, StewardKey, i).word, "基线 · 第 2 版");
  g_assert_true (named);
  g_assert_nonnull (strstr (tip, "Baseline: "));
  g_assert_nonnull (strstr (tip, "it ends 5 working days later"));
}

static void
test_tips (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardTimeline) timeline = lay_out (fixture, STEWARD_GROUP_STAGE, 0);
  const StewardSchedule *schedule = fixture_get (fixture);

  g_assert_null (steward_timeline_describe (timeline, "nobody"));
  for (guint i = 0; i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = g_ptr_array_index (schedule->rows, i);
      g_autofree char *tip = steward_timeline_describe (timeline, row->id);
      g_autofree char *of_row = steward_row_tip_tell (row);
      g_autofree char *start = steward_day_format (row->start);

      g_assert_true (g_str_has_prefix (of_row, row->name));
      g_assert_true (g_str_has_prefix (tip, of_row));
      if (row->item != NULL && row->item->bureau != NULL)
        g_assert_nonnull (strstr (of_row, row->item->bureau));
      g_assert_nonnull (strstr (tip, start));
      if (row->why_text != NULL)
        g_assert_nonnull (strstr (tip, row->why_text));
      g_assert_cmpint (strstr (tip, "critical path") != NULL, ==, row->critical && row->decided == STEWARD_DAY_NONE);
      g_assert_cmpint (strstr (tip, "Not counted from") != NULL, ==, row->n_pauses > 0);
      g_assert_cmpint (strstr (tip, "Last day in time") != NULL, ==, row->kind == STEWARD_ROW_ITEM
                                                                     && row->answer.due != STEWARD_DAY_NONE);
      g_assert_null (strstr (tip, "\n\n"));
    }
}

/* A column beside the drawing has the same lines at the same places, and the
 * arrow keys go through them in that order, however they are grouped. */
static void
test_lines_in_order (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();

  for (StewardTimelineGroup group = STEWARD_GROUP_STAGE; group <= STEWARD_GROUP_LIGHT; group++)
    {
      g_autoptr (StewardTimeline) timeline = lay_out (fixture, group, 0);
      const char *id = steward_timeline_step_line (timeline, NULL, 0), *before = NULL;
      double y = timeline->head_height;
      guint n_rows = 0;

      for (guint i = 0; i < steward_timeline_get_n_lines (timeline); i++)
        {
          StewardTimelineLineInfo info;

          steward_timeline_get_line (timeline, i, &info);
          g_assert_cmpfloat_with_epsilon (info.y, y, 0.001);
          g_assert_cmpstr (info.name, !=, "");
          y += info.height;
          g_assert_cmpint (info.row == NULL, ==, info.id == NULL);
          if (info.row == NULL)
            continue;
          g_assert_cmpstr (info.id, ==, id);
          g_assert_cmpstr (info.row->id, ==, id);
          g_assert_true (steward_timeline_hit (timeline, 3, info.y + info.height / 2) == info.row);
          if (before != NULL)
            g_assert_cmpstr (steward_timeline_step_line (timeline, id, -1), ==, before);
          before = id;
          id = steward_timeline_step_line (timeline, id, 1);
          n_rows++;
        }
      g_assert_cmpuint (n_rows, ==, fixture_get (fixture)->rows->len);
      /* It stays on the last, and a long way back ends on the first. */
      g_assert_cmpstr (id, ==, before);
      g_assert_cmpstr (steward_timeline_step_line (timeline, id, -1000), ==, steward_timeline_step_line (timeline, "nobody", 1));
      /* From nowhere, Down leads to the first line and End to the last. */
      g_assert_cmpstr (steward_timeline_step_line (timeline, NULL, 1), ==, steward_timeline_step_line (timeline, NULL, 0));
      g_assert_cmpstr (steward_timeline_step_line (timeline, NULL, -1), ==, steward_timeline_step_line (timeline, NULL, 0));
      g_assert_cmpstr (steward_timeline_step_line (timeline, NULL, 3), ==,
                       steward_timeline_step_line (timeline, steward_timeline_step_line (timeline, NULL, 1), 2));
      g_assert_cmpstr (steward_timeline_step_line (timeline, NULL, 1000), ==, id);
    }
}

static void
test_next_light (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardTimeline) timeline = lay_out (fixture, STEWARD_GROUP_STAGE, 0);
  const StewardScheduleRow *first = steward_timeline_find_light (timeline, NULL, STEWARD_LIGHT_RED);
  const StewardScheduleRow *second = steward_timeline_find_light (timeline, first->id, STEWARD_LIGHT_RED);
  const StewardScheduleRow *late = steward_timeline_find_light (timeline, "nobody", STEWARD_LIGHT_DONE_LATE);

  g_assert_cmpstr (first->name, ==, "消防设计审查");
  g_assert_cmpstr (second->name, ==, "配套费");
  g_assert_true (steward_timeline_find_light (timeline, second->id, STEWARD_LIGHT_RED) == first);
  /* The only one is not its own next. */
  g_assert_nonnull (late);
  g_assert_null (steward_timeline_find_light (timeline, late->id, STEWARD_LIGHT_DONE_LATE));
  g_assert_null (steward_timeline_find_light (timeline, NULL, STEWARD_LIGHT_PAUSED));
}

/* How many pixels of the line @info the hints change, seen through @clip. */
static guint
count_hinted (const StewardTimeline         *timeline,
              const cairo_rectangle_t       *clip,
              const StewardTimelineLineInfo *info)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, clip->width, timeline->height);
  cairo_t *cr = cairo_create (surface);
  guint n = 0;

  cairo_translate (cr, -clip->x, 0);
  steward_timeline_paint_hints (timeline, cr, steward_style_get (STEWARD_STYLE_LIGHT), clip);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = info->y; y < info->y + info->height - 1; y++)
    {
      const guint32 *pixels = (const guint32 *) (cairo_image_surface_get_data (surface)
                                                 + y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < clip->width; x++)
        n += pixels[x] != 0;
    }
  cairo_surface_destroy (surface);
  return n;
}

/* A row says where its bar is when, and only when, it is not in sight. */
static void
test_hints (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  StewardTimelineOptions options = { .width = 1000, .zoom = STEWARD_ZOOM_WEEK, .text_scale = 1 };
  g_autoptr (StewardTimeline) timeline = steward_timeline_layout (fixture_get (fixture), &options);
  guint n_seen = 0, n_hinted = 0;

  for (double x = 0; x + 500 < timeline->width; x += 400)
    {
      const cairo_rectangle_t clip = { x, 0, 500, timeline->height };

      for (guint i = 0; i < timeline->lines->len; i++)
        {
          const StewardTimelineLine *line = &g_array_index (timeline->lines, StewardTimelineLine, i);
          StewardTimelineLineInfo info;
          gboolean is_left, is_right;

          steward_timeline_get_line (timeline, i, &info);
          is_left = line->row != NULL
                    && steward_timeline_day_to_x (timeline, line->row->finish + 1) < MAX (x, timeline->label_width)
                    && steward_timeline_label_x (timeline, line) < MAX (x, timeline->label_width);
          is_right = line->row != NULL && steward_timeline_day_to_x (timeline, line->row->start) > x + 500;
          g_assert_cmpint (count_hinted (timeline, &clip, &info) > 0, ==, is_left || is_right);
          n_seen += line->row != NULL && !is_left && !is_right;
          n_hinted += is_left || is_right;
        }
    }
  g_assert_cmpuint (n_seen, >, 10);
  g_assert_cmpuint (n_hinted, >, 10);
}

/* From what fits, one step leads to the next scale of the table, not over it. */
static void
test_steps_of_zoom (void)
{
  for (double width = 700; width < 5000; width *= 1.25)
    for (int text = 1; text <= 2; text++)
      {
        g_autoptr (Fixture) fixture = fixture_new_complex ();
        StewardTimelineOptions options = { .width = width, .zoom = STEWARD_ZOOM_FIT, .text_scale = text };
        g_autoptr (StewardTimeline) fit = steward_timeline_layout (fixture_get (fixture), &options);
        double days[STEWARD_ZOOM_FIT + 1];
        StewardZoom nearer = steward_timeline_step_zoom (fit, STEWARD_ZOOM_FIT, 1);
        StewardZoom further = steward_timeline_step_zoom (fit, STEWARD_ZOOM_FIT, -1);

        for (StewardZoom zoom = STEWARD_ZOOM_DAY; zoom < STEWARD_ZOOM_FIT; zoom++)
          {
            g_autoptr (StewardTimeline) timeline = NULL;

            options.zoom = zoom;
            timeline = steward_timeline_layout (fixture_get (fixture), &options);
            days[zoom] = timeline->day_width;
          }
        days[STEWARD_ZOOM_FIT] = fit->day_width;
        for (StewardZoom zoom = STEWARD_ZOOM_DAY; zoom < STEWARD_ZOOM_FIT; zoom++)
          {
            if (days[zoom] > fit->day_width * 1.05)
              g_assert_true (nearer != STEWARD_ZOOM_FIT && days[nearer] <= days[zoom]);
            if (days[zoom] < fit->day_width / 1.05)
              g_assert_true (further != STEWARD_ZOOM_FIT && days[further] >= days[zoom]);
          }
        g_assert_true (nearer == STEWARD_ZOOM_FIT || days[nearer] > fit->day_width);
        g_assert_true (further == STEWARD_ZOOM_FIT || days[further] < fit->day_width);
        g_assert_cmpint (steward_timeline_step_zoom (fit, nearer, 0), ==, STEWARD_ZOOM_FIT);
      }
  g_assert_cmpint (steward_timeline_step_zoom (NULL, STEWARD_ZOOM_WEEK, 1), ==, STEWARD_ZOOM_DAY);
  g_assert_cmpint (steward_timeline_step_zoom (NULL, STEWARD_ZOOM_DAY, 1), ==, STEWARD_ZOOM_DAY);
  g_assert_cmpint (steward_timeline_step_zoom (NULL, STEWARD_ZOOM_MONTH, -1), ==, STEWARD_ZOOM_QUARTER);
  g_assert_cmpint (steward_timeline_step_zoom (NULL, STEWARD_ZOOM_FIT, -1), ==, STEWARD_ZOOM_QUARTER);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-options/groups-hold-every-row-once", test_groups_hold_every_row_once);
  g_test_add_func ("/timeline-options/lights-by-urgency", test_lights_by_urgency);
  g_test_add_func ("/timeline-options/bureaus", test_bureaus);
  g_test_add_func ("/timeline-options/issued-version", test_issued_version);
  g_test_add_func ("/timeline-options/tips", test_tips);
  g_test_add_func ("/timeline-options/hints", test_hints);
  g_test_add_func ("/timeline-options/lines-in-order", test_lines_in_order);
  g_test_add_func ("/timeline-options/steps-of-zoom", test_steps_of_zoom);
  g_test_add_func ("/timeline-options/next-light", test_next_light);
  return g_test_run ();
}
