/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <string.h>

#include "steward-error.h"
#include "steward-network-file.h"

static StewardNetwork *
read_text (const char *text,
           gsize       size,
           char      **problems_text)
{
  g_autoptr(StewardProblems) problems = steward_problems_new ();
  g_autoptr(GBytes) bytes = g_bytes_new (text, size);
  StewardNetwork *network = steward_network_file_read (bytes, "n", problems);

  g_assert_cmpint (network == NULL, ==, steward_problems_get_count (problems) > 0);
  *problems_text = steward_problems_to_string (problems);
  return network;
}

static StewardNetwork *
read_good (const char *text)
{
  g_autofree char *problems = NULL;
  g_autoptr(GError) error = NULL;
  StewardNetwork *network = read_text (text, strlen (text), &problems);

  g_assert_cmpstr (problems, ==, "");
  steward_network_solve (network, &error);
  g_assert_no_error (error);
  return network;
}

static const char small[] =
  "{\"start\": \"2026-09-30\", \"tasks\": [\n"
  " {\"id\": \"立项\", \"days\": 2},\n"
  " {\"id\": \"=1+1\", \"days\": 1},\n"
  " {\"id\": \"证 \\\"甲\\\", 乙\", \"days\": 0, \"after\": [\"立项\", \"=1+1\"],\n"
  "  \"not_before\": null, \"deadline\": \"2026-10-08\"}]}";

static void
test_json (void)
{
  g_autoptr(StewardNetwork) network = read_good (small);
  g_autofree char *json = steward_network_file_to_json (network);

  g_assert_cmpstr (json, ==,
    "{\"days\":2,\"start\":\"2026-09-30\",\"finish\":\"2026-10-09\",\"provisional\":false,"
    "\"tasks\":["
    "{\"id\":\"立项\",\"start\":\"2026-09-30\",\"finish\":\"2026-10-09\","
    "\"early_start\":0,\"early_finish\":2,\"late_start\":-1,\"late_finish\":1,"
    "\"total_float\":-1,\"free_float\":0,\"critical\":true,\"binding\":null},"
    "{\"id\":\"=1+1\",\"start\":\"2026-09-30\",\"finish\":\"2026-10-08\","
    "\"early_start\":0,\"early_finish\":1,\"late_start\":0,\"late_finish\":1,"
    "\"total_float\":0,\"free_float\":1,\"critical\":true,\"binding\":null},"
    "{\"id\":\"证 \\\"甲\\\", 乙\",\"start\":\"2026-10-09\",\"finish\":\"2026-10-09\","
    "\"early_start\":2,\"early_finish\":2,\"late_start\":1,\"late_finish\":1,"
    "\"total_float\":-1,\"free_float\":0,\"critical\":true,\"binding\":\"立项\"}]}");
}

static void
test_csv (void)
{
  g_autoptr(StewardNetwork) network = read_good (small);
  g_autofree char *csv = steward_network_file_to_csv (network);

  g_assert_cmpstr (csv, ==,
    "id,start,finish,early_start,early_finish,late_start,late_finish,"
    "total_float,free_float,critical,binding\n"
    "立项,2026-09-30,2026-10-09,0,2,-1,1,-1,0,true,\n"
    "'=1+1,2026-09-30,2026-10-08,0,1,0,1,0,1,true,\n"
    "\"证 \"\"甲\"\", 乙\",2026-10-09,2026-10-09,2,2,1,1,-1,0,true,立项\n");
}

static void
test_calendars (void)
{
  static const struct
  {
    const char *calendar;
    const char *finish;
    gboolean    provisional;
  } cases[] = {
    { "", "2026-10-10", FALSE },
    { "\"calendar\": null,", "2026-10-10", FALSE },
    { "\"calendar\": \"official\",", "2026-10-10", FALSE },
    { "\"calendar\": \"weekdays\",", "2026-10-02", FALSE },
    { "\"calendar\": \"every-day\",", "2026-10-02", FALSE },
    { "\"calendar\": \"every-day\", \"off\": [\"2026-10-01\"],", "2026-10-03", FALSE },
    { "\"off\": [\"2026-10-08\", \"2026-10-09\"], \"work\": [\"2026-10-09\"],", "2026-10-12",
      FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
        g_strdup_printf ("{\"start\": \"2026-09-28\", %s \"tasks\": "
                         "[{\"id\": \"a\", \"days\": %d}]}", cases[i].calendar,
                         strstr (cases[i].calendar, "day") != NULL ? 4 : 5);
      g_autoptr(StewardNetwork) network = read_good (text);
      g_autofree char *json = steward_network_file_to_json (network);
      g_autofree char *finish = g_strdup_printf ("\"finish\":\"%s\"", cases[i].finish);

      g_test_message ("%s", cases[i].calendar);
      g_assert_nonnull (strstr (json, finish));
      g_assert_nonnull (strstr (json, "\"provisional\":false"));
    }
}

static void
test_years_without_notice_are_provisional (void)
{
  g_autoptr(StewardNetwork) network =
    read_good ("{\"start\": \"2026-12-31\", \"tasks\": [{\"id\": \"a\", \"days\": 1}]}");
  g_autoptr(StewardNetwork) weekdays =
    read_good ("{\"start\": \"2026-12-31\", \"calendar\": \"weekdays\", "
               "\"tasks\": [{\"id\": \"a\", \"days\": 1}]}");
  g_autofree char *json = steward_network_file_to_json (network);
  g_autofree char *assumed = steward_network_file_to_json (weekdays);

  g_assert_nonnull (strstr (json, "\"provisional\":true"));
  g_assert_nonnull (strstr (assumed, "\"provisional\":false"));
}

static void
test_no_tasks (void)
{
  g_autoptr(StewardNetwork) network = read_good ("{\"start\": \"2026-09-28\", \"tasks\": []}");
  g_autofree char *json = steward_network_file_to_json (network);

  g_assert_cmpstr (json, ==,
                   "{\"days\":0,\"start\":\"2026-09-28\",\"finish\":\"2026-09-28\","
                   "\"provisional\":false,\"tasks\":[]}");
}

static void
test_every_mistake_in_one_pass (void)
{
  static const char text[] =
    "{\"start\": \"2026-02-30\", \"calendar\": \"lunar\", \"off\": [\"2026\", 7],\n"
    "\"title\": \"x\", \"tasks\": [\n"
    "{\"id\": \"a\", \"days\": 1.5, \"after\": [\"q\", \"a\", 3]},\n"
    "{\"id\": \"a\", \"days\": -1},\n"
    "{\"id\": \"\", \"days\": 10001, \"deadline\": \"soon\"},\n"
    "{\"days\": 99999999999999999999, \"name\": \"x\"},\n"
    "{\"id\": 7, \"days\": 1, \"after\": \"a\"},\n"
    "3]}";
  g_autofree char *problems = NULL;

  g_assert_null (read_text (text, sizeof text - 1, &problems));
  g_assert_cmpstr (problems, ==,
    "n:2:10: title: The key “title” is not known here.\n"
    "n:1:11: start: Expected a date written as YYYY-MM-DD.\n"
    "n:1:54: off[0]: Expected a date written as YYYY-MM-DD.\n"
    "n:1:62: off[1]: Expected a date written as YYYY-MM-DD.\n"
    "n:1:37: calendar: “lunar” is none of: official, weekdays, every-day.\n"
    "n:3:21: tasks[0].days: Expected a whole number from 0 to 10000.\n"
    "n:4:21: tasks[1].days: Expected a whole number from 0 to 10000.\n"
    "n:4:1: tasks[1]: Two tasks have the id “a”.\n"
    "n:5:20: tasks[2].days: Expected a whole number from 0 to 10000.\n"
    "n:5:39: tasks[2].deadline: Expected a date written as YYYY-MM-DD.\n"
    "n:5:1: tasks[2]: The id of a task must not be empty.\n"
    "n:6:40: tasks[3].name: The key “name” is not known here.\n"
    "n:6:1: tasks[3]: “id” is required here.\n"
    "n:6:10: tasks[3].days: Expected a whole number from 0 to 10000.\n"
    "n:7:8: tasks[4].id: Expected a text, found a number.\n"
    "n:8:1: tasks[5]: Expected an object, found a number.\n"
    "n:3:36: tasks[0].after[0]: There is no task “q”.\n"
    "n:3:41: tasks[0].after[1]: A task cannot come after itself.\n"
    "n:3:46: tasks[0].after[2]: Expected the id of a task.\n"
    "n:7:31: tasks[4].after: Expected a list, found a text.");
}

static void
test_malformed (void)
{
  static const struct
  {
    const char *text;
    gsize       size;
    const char *problem;
  } cases[] = {
#define TEXT(text) text, sizeof (text) - 1
    { TEXT (""), "n:1:1: The text ends here; expected a value." },
    { TEXT ("[]"), "n:1:1: Expected an object, found a list." },
    { TEXT ("null"), "n:1:1: Expected an object, found null." },
    { TEXT ("{}"), "n:1:1: “start” is required here.\nn:1:1: “tasks” is required here." },
    { TEXT ("{\"start\": \"2026-01-01\", \"tasks\": {}}"),
      "n:1:34: tasks: Expected a list, found an object." },
    { TEXT ("{\"tasks\": [], \"tasks\": []}"),
      "n:1:15: The key “tasks” was used before in this object, in line 1." },
    { TEXT ("{\"start\": \"2026-01-01\", \"tasks\": [{\"id\": \"a\", \"days\": NaN}]}"),
      "n:1:55: “NaN” is no JSON value; expected a value." },
    { TEXT ("{\"start\": \"2026-01-01\", \"tasks\": [{\"id\": \"a\", \"days\": 1e999}]}"),
      "n:1:55: The number is too large." },
    { TEXT ("{\"tasks\": \"\xd6\xd0\"}"),
      "n:1:12: The byte 0xD6 is not UTF-8; the text may be GBK. Save it as UTF-8." },
    { TEXT ("\xff\xfe{\0\"\0"), "n:1:1: The text is UTF-16, not UTF-8. Save it as UTF-8." },
#undef TEXT
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *problems = NULL;

      g_assert_null (read_text (cases[i].text, cases[i].size, &problems));
      g_assert_cmpstr (problems, ==, cases[i].problem);
    }
}

static void
test_truncated_at_every_byte (void)
{
  for (gsize size = 0; size < sizeof small - 1; size++)
    {
      g_autofree char *problems = NULL;

      g_assert_null (read_text (small, size, &problems));
      g_assert_cmpstr (problems, !=, "");
    }
}

static void
test_circle (void)
{
  static const char text[] =
    "{\"start\": \"2026-01-01\", \"tasks\": [{\"id\": \"a\", \"days\": 1, \"after\": [\"b\"]}, "
    "{\"id\": \"b\", \"days\": 1, \"after\": [\"a\"]}]}";
  g_autofree char *problems = NULL;
  g_autoptr(StewardNetwork) network = read_text (text, sizeof text - 1, &problems);
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (problems, ==, "");
  g_assert_false (steward_network_solve (network, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_CYCLE);
}

/* About 50 MB: two hundred thousand tasks under long ids, with space. */
static void
test_large_file (void)
{
  enum { N = 200000 };
  g_autofree char *padding = g_strnfill (180, 'x');
  g_autoptr(GString) text = g_string_new ("{\"start\": \"2026-01-01\", \"tasks\": [");
  g_autoptr(StewardNetwork) network = NULL;
  g_autofree char *problems = NULL;
  g_autofree char *json = NULL;

  for (int i = 0; i < N; i++)
    g_string_append_printf (text, "%s{\"id\": \"%s%d\", \"days\": %d, %40s\"after\": []}",
                            i > 0 ? ",\n" : "", padding, i, i % 100, "");
  g_string_append (text, "]}");
  g_assert_cmpuint (text->len, >, 50 * 1000 * 1000);
  network = read_text (text->str, text->len, &problems);
  g_assert_cmpstr (problems, ==, "");
  g_assert_cmpuint (steward_network_get_length (network), ==, N);
  g_assert_true (steward_network_solve (network, NULL));
  json = steward_network_file_to_json (network);
  g_assert_true (g_str_has_prefix (json, "{\"days\":99,"));

  g_clear_pointer (&network, steward_network_free);
  g_clear_pointer (&problems, g_free);
  g_string_truncate (text, text->len - 2);
  g_string_append (text, ",\n{\"id\": \"one more\", \"days\": 0}]}");
  g_assert_null (read_text (text->str, text->len, &problems));
  g_assert_cmpstr (problems, ==, "n:1:34: tasks: The list has 200001 entries; "
                                 "at most 200000 are allowed.");
}

static void
test_probe (void)
{
  static const struct
  {
    const char *text;
    gboolean    network;
  } cases[] = {
    { small, TRUE },
    { "{\"start\": \"2026-01-01\", \"tasks\" : [{\"id\"", TRUE },
    { "\xef\xbb\xbf{\"tasks\":", TRUE },
    { "{\"format\": \"steward-project\", \"x\": {\"tasks\": []}}", FALSE },
    { "{\"a\": \"tasks\"}", FALSE },
    { "{\"a\": \"\\\"tasks\\\": \", \"b\": 1}", FALSE },
    { "{\"a\": \"\\", FALSE },
    { "{\"tasks", FALSE },
    { "[\"tasks\"]", FALSE },
    { "", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new (cases[i].text, strlen (cases[i].text));

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (steward_network_file_probe (bytes), ==, cases[i].network);
    }
}

/* Another program's reader takes what is written here. */
static void
test_output_is_json (void)
{
  g_autoptr(StewardNetwork) network =
    read_good ("{\"start\": \"2026-01-01\", \"tasks\": "
               "[{\"id\": \"\\u0001\\n\\\\𠮷\", \"days\": 3}]}");
  g_autofree char *text = steward_network_file_to_json (network);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;
  JsonObject *task;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  task = json_array_get_object_element (
    json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "tasks"),
    0);
  g_assert_cmpstr (json_object_get_string_member (task, "id"), ==, "\x01\n\\𠮷");
  g_assert_cmpint (json_object_get_int_member (task, "late_finish"), ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network-file/json", test_json);
  g_test_add_func ("/network-file/csv", test_csv);
  g_test_add_func ("/network-file/calendars", test_calendars);
  g_test_add_func ("/network-file/years-without-notice-are-provisional",
                   test_years_without_notice_are_provisional);
  g_test_add_func ("/network-file/no-tasks", test_no_tasks);
  g_test_add_func ("/network-file/every-mistake-in-one-pass", test_every_mistake_in_one_pass);
  g_test_add_func ("/network-file/malformed", test_malformed);
  g_test_add_func ("/network-file/truncated-at-every-byte", test_truncated_at_every_byte);
  g_test_add_func ("/network-file/circle", test_circle);
  g_test_add_func ("/network-file/large-file", test_large_file);
  g_test_add_func ("/network-file/probe", test_probe);
  g_test_add_func ("/network-file/output-is-json", test_output_is_json);
  return g_test_run ();
}
