/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-plan-file.h"

#include <string.h>

#include "steward-json.h"
#include "steward-project-file.h"

static StewardSchedule *
schedule_sample (const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardProject) project = steward_sample_load (id, &error);
  g_autoptr (StewardCalendar) calendar = steward_calendar_new_official ();
  StewardSchedule *schedule;

  g_assert_no_error (error);
  schedule = steward_schedule_new (project, calendar, STEWARD_DAY_NONE, &error);
  g_assert_no_error (error);
  return schedule;
}

static StewardJson *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (StewardProblems) problems = steward_problems_new ();
  StewardJson *json = steward_json_parse (bytes, "written", problems);

  g_assert_nonnull (json);
  return json;
}

static gint64
integer_of (const StewardJsonNode *node,
            const char            *key)
{
  gint64 value;

  g_assert_true (steward_json_node_get_integer (steward_json_node_get_member (node, key), &value));
  return value;
}

static const char *
string_of (const StewardJsonNode *node,
           const char            *key)
{
  const StewardJsonNode *member = steward_json_node_get_member (node, key);

  g_assert_nonnull (member);
  return steward_json_node_get_kind (member) == STEWARD_JSON_STRING ? steward_json_node_get_string (member) : NULL;
}

static void
test_plans_of_the_samples_hold_what_the_plan_holds (void)
{
  for (const StewardSample *sample = steward_samples_list (); sample->id; sample++)
    {
      g_autoptr (StewardSchedule) schedule = schedule_sample (sample->id);
      g_autofree char *text = steward_plan_file_to_json (schedule);
      g_autoptr (StewardJson) json = parse (text);
      const StewardJsonNode *root = steward_json_get_root (json);
      const StewardJsonNode *stages = steward_json_node_get_member (root, "stages");
      guint n_items = 0, n_materials = 0;

      g_assert_true (g_str_has_suffix (text, "}\n"));
      g_assert_cmpuint (steward_json_node_get_length (stages), ==, 4);
      for (guint i = 0; i < 4; i++)
        {
          const StewardJsonNode *stage = steward_json_node_get_element (stages, i);

          n_items += steward_json_node_get_length (steward_json_node_get_member (stage, "items"));
          n_materials += steward_json_node_get_length (steward_json_node_get_member (stage, "materials"));
        }
      g_assert_cmpuint (n_items, ==, schedule->plan->items->len);
      g_assert_cmpuint (n_materials, ==, schedule->plan->materials->len);
      g_assert_cmpint (integer_of (root, "approval_days"), ==, schedule->approval_days);
      g_assert_cmpuint (n_items, >, 0);
      g_assert_cmpuint (n_materials, >, 0);
    }
}

static void
test_the_datong_sample_takes_34_days (void)
{
  g_autoptr (StewardSchedule) schedule = schedule_sample ("datong-complex");
  g_autofree char *text = steward_plan_file_to_json (schedule);
  g_autoptr (StewardJson) json = parse (text);

  g_assert_cmpint (integer_of (steward_json_get_root (json), "approval_days"), ==, 34);
  g_assert_cmpint (integer_of (steward_json_get_root (json), "total_limit"), ==, 34);
  g_assert_cmpuint (schedule->plan->items->len, ==, 27);
}

static void
check_task (const StewardSchedule    *schedule,
            const StewardScheduleRow *row,
            const StewardJsonNode    *task)
{
  g_autofree char *start = steward_day_format (row->start), *finish = steward_day_format (row->finish);
  g_autofree char *due = row->answer.due != STEWARD_DAY_NONE ? steward_day_format (row->answer.due) : NULL;

  g_assert_cmpstr (string_of (task, "id"), ==, row->id);
  g_assert_cmpstr (string_of (task, "start"), ==, start);
  g_assert_cmpstr (string_of (task, "finish"), ==, finish);
  g_assert_cmpstr (string_of (task, "due"), ==, due);
  g_assert_cmpstr (string_of (task, "binding"), ==, row->why);
  g_assert_cmpstr (string_of (task, "light"), ==, steward_light_to_word (row->answer.light));
  g_assert_cmpint (integer_of (task, "used"), ==, row->answer.used);
  g_assert_cmpint (integer_of (task, "late_start") - integer_of (task, "early_start"), ==, row->total_float);
  g_assert_cmpint (integer_of (task, "late_finish") - integer_of (task, "early_finish"), ==, row->total_float);
  if (steward_calendar_is_working (schedule->calendar, row->start))
    g_assert_cmpint (steward_calendar_add (schedule->calendar, schedule->start, integer_of (task, "early_start")),
                     ==, row->start);
}

static void
test_dates_as_json_are_those_of_the_rows (void)
{
  for (const StewardSample *sample = steward_samples_list (); sample->id; sample++)
    {
      g_autoptr (StewardSchedule) schedule = schedule_sample (sample->id);
      g_autofree char *text = steward_schedule_file_to_json (schedule);
      g_autoptr (StewardJson) json = parse (text);
      const StewardJsonNode *tasks = steward_json_node_get_member (steward_json_get_root (json), "tasks");

      g_assert_null (strchr (text, '\n'));
      g_assert_cmpuint (steward_json_node_get_length (tasks), ==, schedule->rows->len);
      for (guint i = 0; i < schedule->rows->len; i++)
        check_task (schedule, schedule->rows->pdata[i], steward_json_node_get_element (tasks, i));
    }
}

static void
test_dates_as_csv_have_one_line_per_row (void)
{
  g_autoptr (StewardSchedule) schedule = schedule_sample ("datong-complex");
  g_autofree char *text = steward_schedule_file_to_csv (schedule);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) head = g_strsplit (lines[0], ",", -1);

  g_assert_cmpstr (head[0], ==, "id");
  g_assert_cmpuint (g_strv_length (lines), ==, schedule->rows->len + 2);
  for (guint i = 0; i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = schedule->rows->pdata[i];
      g_auto (GStrv) cells = g_strsplit (lines[i + 1], ",", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, g_strv_length (head));
      g_assert_cmpstr (cells[0], ==, row->id);
      g_assert_cmpstr (cells[g_strv_length (head) - 1], ==, steward_light_to_word (row->answer.light));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-file/plans-of-the-samples", test_plans_of_the_samples_hold_what_the_plan_holds);
  g_test_add_func ("/plan-file/datong-takes-34-days", test_the_datong_sample_takes_34_days);
  g_test_add_func ("/plan-file/dates-as-json", test_dates_as_json_are_those_of_the_rows);
  g_test_add_func ("/plan-file/dates-as-csv", test_dates_as_csv_have_one_line_per_row);
  return g_test_run ();
}
