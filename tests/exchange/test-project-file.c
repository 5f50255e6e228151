/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-project-file.h"

#include <string.h>
#include <glib/gstdio.h>

#include "steward-decisions.h"
#include "steward-error.h"
#include "steward-piece.h"
#include "steward-schedule.h"

#define HEAD "{\"format\": \"steward-project\", \"format_version\": 3,\n \"pack\": {\"id\": \"jincheng-2022\", \"version\": \"x\"}"

static StewardProject *
read_text (const char      *text,
           gssize           length,
           StewardProblems *problems)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  return steward_project_file_read (bytes, "test", NULL, problems);
}

static StewardProject *
read_good (const char *text)
{
  g_autoptr (StewardProblems) problems = steward_problems_new ();
  StewardProject *project = read_text (text, -1, problems);
  g_autofree char *told = steward_problems_to_string (problems);

  g_assert_cmpstr (told, ==, "");
  g_assert_nonnull (project);
  return project;
}

static char *
write_text (StewardProject *project)
{
  g_autoptr (GBytes) bytes = steward_project_file_write (project);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The text of a project is the same after reading it back. */
static void
assert_round_trip (StewardProject *project)
{
  g_autofree char *once = write_text (project);
  g_autoptr (StewardProject) again = read_good (once);
  g_autofree char *twice = write_text (again);

  g_assert_cmpstr (once, ==, twice);
  g_assert_true (g_str_has_suffix (once, "}\n"));
}

static void
test_samples_are_read_and_written_the_same (void)
{
  guint n = 0;

  for (const StewardSample *sample = steward_samples_list (); sample->id; sample++, n++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (StewardProject) project = steward_sample_load (sample->id, &error);

      g_assert_no_error (error);
      g_assert_nonnull (project);
      g_assert_cmpstr (steward_pack_get_id (steward_project_get_pack (project)), ==, sample->pack);
      g_assert_cmpstr (steward_project_get_fact (project, STEWARD_FACT_NAME), ==, sample->title);
      g_assert_nonnull (strstr (sample->title, "虚构"));
      assert_round_trip (project);
    }
  g_assert_cmpuint (n, ==, 3);
}

static void
test_an_unknown_sample_is_an_error (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (steward_sample_load ("nowhere", &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN);
}

static void
test_every_part_is_read (void)
{
  g_autoptr (StewardProject) project = read_good (HEAD ",\n"
    "\"id\": \"0f8fad5b-d9cb-469f-a165-70867728950e\", \"state\": \"closed\",\n"
    "\"facts\": {\"name\": \"虚构\", \"code\": \"２１０１１４０５００８９０１１２３４５７\", \"phone\": null},\n"
    "\"ticks\": {\"jc.s1.box.item.filing\": {\"on\": true, \"by\": \"投资科\", \"at\": \"2026-03-01T08:00:00+08:00\"},\n"
    "  \"jc.s1.box.item.approval\": {\"on\": false}, \"jc.s1.box.item.proposal\": null},\n"
    "\"rows\": [{\"id\": \"jc.s1.box.item.county-blank#3\", \"box\": \"jc.s1.box.item.county-blank\", \"text\": \"林地\", \"limit\": 5}],\n"
    "\"texts\": {\"jc.s1.text.key-points\": \"一\\n二\"},\n"
    "\"cases\": [{\"id\": \"a\", \"item\": \"jc.s1.box.item.county-blank#3\", \"mode\": \"deferral\", \"level\": \"county\",\n"
    "  \"limit\": 7, \"extension\": 2, \"planned_start\": \"2026-03-09\", \"number\": \"K1\",\n"
    "  \"events\": [{\"status\": 11, \"day\": \"2026-03-20\"}, {\"status\": 3, \"day\": \"2026-03-10\", \"actor\": \"窗口\", \"kind\": \"k\", \"note\": \"n\"}]}],\n"
    "\"activities\": {\"jc.construction\": {\"start\": \"2026-05-01\", \"days\": 300}},\n"
    "\"entrustment\": {\"stages\": [\"jc.s1\"], \"items\": [\"jc.s1.item.filing\", \"jc.s1.box.item.county-blank#3\"], \"signed_on\": \"2026-03-02\"},\n"
    "\"closings\": [{\"stage\": \"jc.s1\", \"finished_on\": \"2026-04-01\", \"handed_over\": [\"备案证\"]}],\n"
    "\"ledger\": [{\"day\": \"2026-03-03\", \"kind\": \"咨询解答\", \"text\": \"答\", \"result\": \"好\"}],\n"
    "\"suggestion\": \"多评合一\"}");
  const StewardCase *handled;
  const StewardRow *row;
  StewardDay start;
  int days;

  g_assert_cmpstr (steward_project_get_id (project), ==, "0f8fad5b-d9cb-469f-a165-70867728950e");
  g_assert_cmpint (steward_project_get_state (project), ==, STEWARD_STATE_CLOSED);
  g_assert_cmpstr (steward_project_get_fact (project, STEWARD_FACT_CODE), ==, "2101-140500-89-01-123457");
  g_assert_true (steward_project_is_ticked (project, "jc.s1.box.item.filing"));
  g_assert_false (steward_project_is_ticked (project, "jc.s1.box.item.approval"));
  g_assert_nonnull (steward_project_get_tick (project, "jc.s1.box.item.approval"));
  g_assert_null (steward_project_get_tick (project, "jc.s1.box.item.proposal"));
  row = steward_project_find_row (project, "jc.s1.box.item.county-blank#3");
  g_assert_cmpstr (row->text, ==, "林地");
  g_assert_cmpint (row->limit, ==, 5);
  g_assert_cmpstr (steward_project_get_text (project, "jc.s1.text.key-points"), ==, "一\n二");
  handled = steward_project_find_case (project, row->id);
  g_assert_cmpint (handled->mode, ==, STEWARD_MODE_DEFERRAL);
  g_assert_cmpint (handled->level, ==, STEWARD_LEVEL_COUNTY);
  g_assert_cmpint (handled->limit, ==, 7);
  g_assert_cmpint (handled->extension, ==, 2);
  g_assert_cmpuint (handled->events->len, ==, 2);
  g_assert_cmpint (((StewardEvent *) handled->events->pdata[0])->status, ==, STEWARD_CASE_ACCEPTED);
  steward_project_get_activity (project, "jc.construction", &start, NULL, &days);
  g_assert_cmpint (days, ==, 300);
  g_assert_cmpint (start, !=, STEWARD_DAY_NONE);
  g_assert_cmpuint (steward_project_get_closings (project)->len, ==, 1);
  g_assert_cmpuint (steward_project_get_ledger (project)->len, ==, 1);
  g_assert_cmpstr (steward_project_get_suggestion (project), ==, "多评合一");
  assert_round_trip (project);
}

static const struct
{
  const char *name;
  const char *text;
  const char *told;     /* part of the one problem */
} mistakes[] = {
  { "not-an-object", "[]", "object" },
  { "no-format", "{}", "format" },
  { "another-format", "{\"format\": \"steward-pack\"}", "format" },
  { "newer", "{\"format\": \"steward-project\", \"format_version\": 99}", "format_version" },
  { "no-pack", "{\"format\": \"steward-project\", \"format_version\": 1}", "pack" },
  { "unknown-pack", "{\"format\": \"steward-project\", \"format_version\": 1, \"pack\": {\"id\": \"nowhere\", \"version\": \"1\"}}", "pack.id" },
  { "pack-with-a-path", "{\"format\": \"steward-project\", \"format_version\": 1, \"pack\": {\"id\": \"../../etc/passwd\", \"version\": \"1\"}}", "pack.id" },
  { "unknown-key", HEAD ", \"extra\": 1}", "extra" },
  { "unknown-fact", HEAD ", \"facts\": {\"colour\": \"red\"}}", "facts.colour" },
  { "fact-of-wrong-kind", HEAD ", \"facts\": {\"name\": 5}}", "facts.name" },
  { "unknown-box", HEAD ", \"ticks\": {\"jc.nowhere\": {\"on\": true}}}", "jc.nowhere" },
  { "tick-without-on", HEAD ", \"ticks\": {\"jc.s1.box.item.filing\": {\"by\": \"x\"}}}", "jc.s1.box.item.filing" },
  { "tick-on-a-blank-slot", HEAD ", \"ticks\": {\"jc.s1.box.item.county-blank\": {\"on\": true}}}", "blank" },
  { "row-in-no-slot", HEAD ", \"rows\": [{\"id\": \"jc.s1.box.item.filing#1\", \"box\": \"jc.s1.box.item.filing\", \"text\": \"x\"}]}", "rows[0].box" },
  { "row-with-a-foreign-id", HEAD ", \"rows\": [{\"id\": \"other#1\", \"box\": \"jc.s1.box.item.county-blank\", \"text\": \"x\"}]}", "rows[0].id" },
  { "row-numbered-zero", HEAD ", \"rows\": [{\"id\": \"jc.s1.box.item.county-blank#0\", \"box\": \"jc.s1.box.item.county-blank\", \"text\": \"x\"}]}", "rows[0].id" },
  { "empty-row", HEAD ", \"rows\": [{\"id\": \"jc.s1.box.item.county-blank#1\", \"box\": \"jc.s1.box.item.county-blank\", \"text\": \"\"}]}", "rows[0].text" },
  { "material-row-with-limit", HEAD ", \"rows\": [{\"id\": \"jc.s1.box.app.blank#1\", \"box\": \"jc.s1.box.app.blank\", \"text\": \"x\", \"limit\": 3}]}", "rows[0].limit" },
  { "unknown-question", HEAD ", \"answers\": {\"jc.q.nothing\": \"yes\"}}", "jc.q.nothing" },
  { "unknown-group", HEAD ", \"texts\": {\"jc.s1.items.city\": \"x\"}}", "jc.s1.items.city" },
  { "unknown-item", HEAD ", \"cases\": [{\"id\": \"a\", \"item\": \"jc.nothing\"}]}", "cases[0].item" },
  { "unknown-bureau", HEAD ", \"cases\": [{\"id\": \"a\", \"item\": \"jc.s1.item.filing\", \"bureau\": \"nobody\"}]}", "cases[0].bureau" },
  { "unknown-level", HEAD ", \"cases\": [{\"id\": \"a\", \"item\": \"jc.s1.item.filing\", \"level\": \"galaxy\"}]}", "cases[0].level" },
  { "unknown-mode", HEAD ", \"cases\": [{\"id\": \"a\", \"item\": \"jc.s1.item.filing\", \"mode\": \"fast\"}]}", "cases[0].mode" },
  { "absurd-limit", HEAD ", \"cases\": [{\"id\": \"a\", \"item\": \"jc.s1.item.filing\", \"limit\": 99999999999999999999}]}", "cases[0].limit" },
  { "negative-limit", HEAD ", \"cases\": [{\"id\": \"a\", \"item\": \"jc.s1.item.filing\", \"limit\": -1}]}", "cases[0].limit" },
  { "half-an-extension", HEAD ", \"cases\": [{\"id\": \"a\", \"item\": \"jc.s1.item.filing\", \"extension\": 0.5}]}", "cases[0].extension" },
  { "status-16", HEAD ", \"cases\": [{\"id\": \"a\", \"item\": \"jc.s1.item.filing\", \"events\": [{\"status\": 16, \"day\": \"2026-03-01\"}]}]}", "events[0].status" },
  { "30-february", HEAD ", \"cases\": [{\"id\": \"a\", \"item\": \"jc.s1.item.filing\", \"events\": [{\"status\": 3, \"day\": \"2026-02-30\"}]}]}", "events[0].day" },
  { "no-day", HEAD ", \"cases\": [{\"id\": \"a\", \"item\": \"jc.s1.item.filing\", \"events\": [{\"status\": 3, \"day\": null}]}]}", "events[0]" },
  { "two-cases", HEAD ", \"cases\": [{\"id\": \"a\", \"item\": \"jc.s1.item.filing\"}, {\"id\": \"a\", \"item\": \"jc.s1.item.filing\"}]}", "cases[1].id" },
  { "unknown-activity", HEAD ", \"activities\": {\"dancing\": {\"days\": 1}}}", "dancing" },
  { "unknown-stage", HEAD ", \"entrustment\": {\"stages\": [\"s9\"]}}", "entrustment.stages[0]" },
  { "closed-twice", HEAD ", \"closings\": [{\"stage\": \"jc.s1\"}, {\"stage\": \"jc.s1\"}]}", "closings[1].stage" },
  { "ledger-without-day", HEAD ", \"ledger\": [{\"text\": \"x\"}]}", "ledger[0]" },
  { "acknowledged-without-reason", HEAD ", \"acknowledgements\": [{\"check\": \"over-limit\", \"reason\": \"\"}]}", "acknowledgements[0]" },
  { "acknowledged-no-check", HEAD ", \"acknowledgements\": [{\"check\": \"\", \"reason\": \"x\"}]}", "acknowledgements[0]" },
  { "acknowledged-twice", HEAD ", \"acknowledgements\": [{\"check\": \"x\", \"reason\": \"a\"}, {\"check\": \"x\", \"reason\": \"a\"}]}", "acknowledgements[1]" },
  { "lever-of-an-unknown-item", HEAD ", \"levers\": {\"parallel jc.nothing\": {\"on\": true}}}", "jc.nothing" },
  { "unknown-lever", HEAD ", \"levers\": {\"dancing\": {\"on\": true}}}", "levers.dancing" },
  { "lever-for-the-plan-that-is-for-items", HEAD ", \"levers\": {\"commitment\": {\"on\": true}}}", "levers.commitment" },
  { "lever-neither-on-nor-off", HEAD ", \"levers\": {\"parallel\": {\"by\": \"x\"}}}", "levers.parallel" },
  { "receipt-of-nothing", HEAD ", \"materials\": {\"paper\": {\"day\": \"2026-03-02\"}}}", "materials.paper" },
  { "receipt-without-day", HEAD ", \"materials\": {\"jc.s1.box.app.blank#1\": {}}}", "materials" },
  { "order-of-numbers", HEAD ", \"order\": {\"jc.s1\": [1]}}", "order[\"jc.s1\"][0]" },
  { "order-is-no-list", HEAD ", \"order\": {\"jc.s1\": {}}}", "order[\"jc.s1\"]" },
  { "edition-zero", HEAD ", \"editions\": {\"0\": {\"day\": \"2026-03-02\", \"content\": \"{}\"}}}", "editions" },
  { "key-of-a-step", HEAD ", \"steps\": {\"1\": {\"day\": \"2026-03-02\", \"kind\": \"signed\", \"x\": 1}}}", "x" },
  { "word-of-a-step", HEAD ", \"steps\": {\"1\": {\"day\": \"2026-03-02\", \"kind\": \"lost\"}}}", "steps" },
  { "signature-is-a-text", HEAD ", \"documents\": {\"0f8fad5b-d9cb-469f-a165-70867728950e\": {\"form\": \"scan\", "
    "\"state\": \"made\", \"signatures\": [\"x\"]}}}", "signatures[0]" },
  { "nobody-came", HEAD ", \"meetings\": {\"1\": {\"day\": \"2026-03-02\", \"attendance\": [{\"presence\": \"present\"}]}}}",
    "meetings" },
  { "delivered-some-day", HEAD ", \"cases\": [{\"id\": \"a\", \"item\": \"jc.s1.item.filing\", \"delivered\": \"x\"}]}",
    "cases[0].delivered" },
  { "unknown-standing", HEAD ", \"credit\": {\"standing\": \"splendid\"}}", "credit" },
  { "written-on-no-day", HEAD ", \"cases\": [{\"id\": \"a\", \"item\": \"jc.s1.item.filing\", \"events\": [{\"status\": 9, \"day\": \"2026-03-01\", \"written\": \"soon\"}]}]}", "events[0].written" },
  { "duplicate-key", HEAD ", \"facts\": {\"name\": \"a\", \"name\": \"b\"}}", "name" },
  { "not-a-number", HEAD ", \"cases\": [{\"id\": \"a\", \"item\": \"jc.s1.item.filing\", \"limit\": NaN}]}", "2:" },
  { "cut-off", HEAD ", \"facts\": {\"name\": \"a", "test:2:" },
  { "no-uuid", HEAD ", \"id\": \"7\"}", "id" },
  { "uuid-in-capitals", HEAD ", \"id\": \"0F8FAD5B-D9CB-469F-A165-70867728950E\"}", "id" },
  { "unknown-state", HEAD ", \"state\": \"lost\"}", "state" },
  { "bad-hash", "{\"format\": \"steward-project\", \"format_version\": 1, \"pack\": {\"id\": \"jincheng-2022\", \"version\": \"x\", \"sha256\": \"abc\"}}", "pack.sha256" },
};

static void
test_a_mistake_is_told_with_its_place (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (StewardProblems) problems = steward_problems_new ();
  g_autoptr (StewardProject) project = read_text (mistakes[i].text, -1, problems);
  g_autofree char *told = steward_problems_to_string (problems);

  g_assert_null (project);
  g_assert_cmpuint (steward_problems_get_count (problems), ==, 1);
  if (strstr (told, mistakes[i].told) == NULL)
    g_error ("“%s” does not name “%s”", told, mistakes[i].told);
}

static void
test_decisions_are_read_and_written (void)
{
  g_autoptr (StewardProject) project = read_good (HEAD ",\n"
    "\"cases\": [{\"id\": \"a\", \"item\": \"jc.s1.item.filing\", \"extension\": 10, \"extension_by\": \"局长\","
    " \"extension_reason\": \"情况复杂\", \"events\": [{\"status\": 9, \"day\": \"2026-03-04\", \"kind\": \"听证\","
    " \"written\": \"2026-03-03\", \"proof\": \"告知书.pdf\"}]}],\n"
    "\"acknowledgements\": [{\"check\": \"over-limit\", \"row\": \"jc.s1.item.filing\", \"reason\": \"已说明\", \"by\": \"科\","
    " \"at\": \"2026-03-05T09:00:00+08:00\"}, {\"check\": \"stage-budget\", \"reason\": \"知\"}],\n"
    "\"levers\": {\"simulated jc.s1.item.filing\": {\"on\": false}, \"simulated\": {\"on\": true, \"by\": \"科\"}},\n"
    "\"credit\": {\"standing\": \"breach\", \"day\": \"2025-12-01\", \"note\": \"未兑现\"}}");
  const StewardCase *handled = steward_project_find_case (project, "jc.s1.item.filing");
  const StewardEvent *event = handled->events->pdata[0];
  const StewardCredit *credit = steward_project_get_credit (project);

  g_assert_cmpstr (handled->extension_by, ==, "局长");
  g_assert_cmpstr (handled->extension_reason, ==, "情况复杂");
  g_assert_cmpint (event->written, ==, event->day - 1);
  g_assert_cmpstr (event->proof, ==, "告知书.pdf");
  g_assert_cmpstr (steward_project_find_acknowledgement (project, "over-limit", "jc.s1.item.filing")->reason, ==, "已说明");
  g_assert_cmpstr (steward_project_find_acknowledgement (project, "stage-budget", NULL)->row, ==, "");
  g_assert_null (steward_project_find_acknowledgement (project, "over-limit", ""));
  g_assert_true (steward_project_is_lever_on (project, "simulated", "jc.s1.item.approval"));
  g_assert_false (steward_project_is_lever_on (project, "simulated", "jc.s1.item.filing"));
  g_assert_false (steward_project_is_lever_on (project, "merge", NULL));
  g_assert_cmpint (credit->standing, ==, STEWARD_STANDING_BREACH);
  g_assert_cmpint (credit->day, ==, steward_day_from_ymd (2025, 12, 1));
  assert_round_trip (project);
}

static void
test_a_file_of_the_first_version_is_read (void)
{
  g_autoptr (StewardProject) project = read_good ("{\"format\": \"steward-project\", \"format_version\": 1,"
    " \"pack\": {\"id\": \"jincheng-2022\", \"version\": \"x\"}, \"cases\": [{\"id\": \"a\", \"item\": \"jc.s1.item.filing\","
    " \"extension\": 2, \"events\": [{\"status\": 3, \"day\": \"2026-03-04\"}]}]}");
  const StewardCase *handled = steward_project_find_case (project, "jc.s1.item.filing");

  g_assert_cmpstr (handled->extension_by, ==, "");
  g_assert_cmpint (((StewardEvent *) handled->events->pdata[0])->written, ==, STEWARD_DAY_NONE);
  g_assert_cmpint (steward_project_get_credit (project)->standing, ==, STEWARD_STANDING_UNKNOWN);
  assert_round_trip (project);
}

static void
test_all_mistakes_are_told_at_once (void)
{
  g_autoptr (StewardProblems) problems = steward_problems_new ();
  g_autoptr (StewardProject) project = read_text (HEAD ", \"facts\": {\"x\": 1}, \"ticks\": {\"b\": {\"on\": true}},\n"
    "\"cases\": [{\"id\": \"a\", \"item\": \"b\", \"limit\": \"3\"}], \"ledger\": 5}", -1, problems);

  g_assert_null (project);
  g_assert_cmpuint (steward_problems_get_count (problems), ==, 5);
}

static void
test_another_pack_version_is_told (void)
{
  static const char text[] = "{\"format\": \"steward-project\", \"format_version\": 1, \"pack\": {\"id\": \"datong-2025\", \"version\": \"old\","
    "\"sha256\": \"0000000000000000000000000000000000000000000000000000000000000000\"}}";
  g_autoptr (StewardProblems) problems = steward_problems_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text)), saved = NULL;
  g_autoptr (StewardProject) project = NULL, again = NULL;
  gboolean changed = FALSE;

  project = steward_project_file_read (bytes, "test", &changed, problems);
  g_assert_nonnull (project);
  g_assert_true (changed);
  saved = steward_project_file_write (project);
  again = steward_project_file_read (saved, "test", &changed, problems);
  g_assert_nonnull (again);
  g_assert_false (changed);
}

/* Bytes that are no project at all: each is refused, none is a crash. */
static void
test_malformed_bytes_are_refused (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autofree char *big = g_strnfill (STEWARD_PROJECT_FILE_MAX_BYTES + 1, ' ');
  const struct { const char *bytes; gssize length; } corpus[] = {
    { "", 0 }, { "\0\0\0", 3 }, { "\xff\xfe{\0}\0", 6 }, { "{\"format\": \"\xc3\x28\"}", -1 },
    { "\xcf\xee\xc4\xbf", 4 }, { "null", -1 }, { "1e999", -1 }, { "{\"a\":1,}", -1 }, { "{} {}", -1 },
    { deep, -1 }, { big, -1 }, { "// x\n{}", -1 }, { "{\"format\": \"a\\u0000b\"}", -1 }, { "\"\\ud800\"", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (corpus); i++)
    {
      g_autoptr (StewardProblems) problems = steward_problems_new ();

      g_assert_null (read_text (corpus[i].bytes, corpus[i].length, problems));
      g_assert_cmpuint (steward_problems_get_count (problems), >=, 1);
    }
}

/* Every prefix of a good file, and every file with one byte changed: read
 * whole or refused, never anything between. */
static void
test_damaged_samples_do_no_harm (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (StewardProject) project = steward_sample_load (steward_samples_list ()->id, NULL);
  g_autofree char *text = write_text (project);
  gsize length = strlen (text);

  for (int i = 0; i < 300; i++)
    {
      g_autoptr (StewardProblems) cut_problems = steward_problems_new (), problems = steward_problems_new ();
      gsize cut = g_rand_int_range (random, 0, length - 2);
      g_autofree char *damaged = g_strdup (text);
      g_autoptr (StewardProject) read = NULL;

      g_assert_null (read_text (text, cut, cut_problems));
      damaged[g_rand_int_range (random, 0, length)] = g_rand_int_range (random, 0, 256);
      read = read_text (damaged, length, problems);
      g_assert_true ((read != NULL) == (steward_problems_get_count (problems) == 0));
    }
}

static char *
random_text (GRand *random)
{
  static const char *const pieces[] = { "晋", "a", "\"", "\\", "\n", "\t", "𠮷", "\xc2\xa0", "/", "\x01", "é", " ", "😀", "0" };
  GString *text = g_string_new ("x");

  for (int i = g_rand_int_range (random, 0, 30); i > 0; i--)
    g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static StewardDay
random_day (GRand *random)
{
  return g_rand_int_range (random, -7000, 80000);
}

static void
put_random_case (StewardProject *project,
                 const char     *item,
                 int             number,
                 GRand          *random)
{
  g_autofree char *id = g_strdup_printf ("case-%d", number);
  g_autoptr (StewardCase) handled = steward_case_new (id, item);

  g_free (handled->segment);
  handled->segment = random_text (random);
  handled->mode = g_rand_int_range (random, 0, 3);
  handled->level = g_rand_int_range (random, 0, STEWARD_LEVEL_ZONE + 1);
  handled->limit = g_rand_int_range (random, -1, 40);
  handled->extension = g_rand_int_range (random, 0, 20);
  if (g_rand_boolean (random))
    handled->planned_start = random_day (random);
  for (int i = g_rand_int_range (random, 0, 8); i > 0; i--)
    {
      g_autofree char *kind = random_text (random), *note = random_text (random);

      steward_case_add_event (handled, g_rand_int_range (random, 1, 16), random_day (random), "科室", kind, note);
    }
  steward_project_put_case (project, handled);
}

static void
fill_boxes (StewardProject *project,
            GRand          *random)
{
  GPtrArray *parts = steward_pack_get_parts (steward_project_get_pack (project));

  for (guint i = 0; i < parts->len; i++)
    {
      GPtrArray *groups = ((StewardPart *) parts->pdata[i])->groups;

      for (guint j = 0; j < groups->len; j++)
        {
          const StewardGroup *group = groups->pdata[j];
          g_autofree char *text = random_text (random);

          if (group->text)
            steward_project_set_text (project, group->id, text);
          for (guint k = 0; k < group->boxes->len; k++)
            {
              const StewardBox *box = group->boxes->pdata[k];
              g_autofree char *by = random_text (random);

              if (box->kind == STEWARD_BOX_BLANK)
                steward_project_add_rows (project, box->id, text, by);
              else if (g_rand_boolean (random))
                steward_project_set_tick (project, box->id, g_rand_boolean (random), by, "2026-01-01");
            }
        }
    }
}

static void
fill_papers (StewardProject *project,
             GRand          *random)
{
  g_autofree char *a = random_text (random), *b = random_text (random);
  GPtrArray *stages = steward_pack_get_stages (steward_project_get_pack (project));
  StewardStage *stage = stages->pdata[g_rand_int_range (random, 0, stages->len)];
  StewardEntrustment entrustment = { (char *[]) { stage->id, NULL }, NULL, random_day (random) };
  StewardClosing closing = { stage->id, g_rand_boolean (random) ? random_day (random) : STEWARD_DAY_NONE,
                             (char *[]) { a, b, NULL } };
  StewardLedgerEntry entry = { random_day (random), a, b, NULL };

  steward_project_set_entrustment (project, &entrustment);
  steward_project_put_closing (project, &closing);
  steward_project_add_ledger_entry (project, &entry);
  steward_project_set_suggestion (project, b);
}

/* Dates from 1950 to 2189, decisions before acceptances, every status in any
 * order: there is a schedule or a reason why not. */
static void
assert_schedule_or_reason (StewardProject *project)
{
  g_autoptr (StewardCalendar) calendar = steward_calendar_new_official ();
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardSchedule) schedule = steward_schedule_new (project, calendar, STEWARD_DAY_NONE, &error);

  g_assert_true ((schedule != NULL) == (error == NULL));
  for (guint i = 0; schedule && i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = schedule->rows->pdata[i];

      g_assert_cmpint (row->start, !=, STEWARD_DAY_NONE);
      g_assert_cmpint (row->finish, >=, row->start);
      g_assert_cmpstr (row->why_text, !=, NULL);
    }
}

static void
test_random_projects_survive_the_round_trip (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260812);
  static const char *const ids[] = { "datong-2025", "jincheng-2022" };

  for (int round = 0; round < 60; round++)
    {
      g_autoptr (StewardPack) pack = steward_pack_library_load (ids[round % 2], NULL);
      g_autoptr (StewardProject) project = steward_project_new (pack);
      GPtrArray *items = steward_pack_get_items (pack), *questions = steward_pack_get_questions (pack);

      for (guint i = 0; i < STEWARD_N_FACTS; i++)
        {
          g_autofree char *text = random_text (random);

          steward_project_set_fact (project, i, text);
        }
      for (guint i = 0; i < questions->len; i++)
        {
          g_autofree char *text = random_text (random);

          steward_project_set_answer (project, ((StewardQuestion *) questions->pdata[i])->id, text);
        }
      fill_boxes (project, random);
      for (guint i = 0; i < items->len; i++)
        put_random_case (project, ((StewardItem *) items->pdata[i])->id, i, random);
      fill_papers (project, random);
      assert_round_trip (project);
      assert_schedule_or_reason (project);
    }
}

static void
test_twenty_thousand_cases_are_read (void)
{
  g_autoptr (StewardPack) pack = steward_pack_library_load ("datong-2025", NULL);
  g_autoptr (StewardProject) project = steward_project_new (pack);
  g_autoptr (StewardProblems) problems = steward_problems_new ();
  g_autofree char *text = NULL;
  GString *more;
  char *at;

  for (int i = 0; i < STEWARD_PROJECT_MAX_CASES; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%d", i);
      g_autoptr (StewardCase) handled = steward_case_new (id, "dt.s1.eia");

      steward_project_put_case (project, handled);
    }
  assert_round_trip (project);
  text = write_text (project);
  at = strstr (text, "\"cases\": [") + strlen ("\"cases\": [");
  more = g_string_new_len (text, at - text);
  g_string_append (more, "{\"id\": \"one-more\", \"item\": \"dt.s1.eia\"},");
  g_string_append (more, at);
  g_assert_null (read_text (more->str, -1, problems));
  g_assert_cmpuint (steward_problems_get_count (problems), ==, 1);
  g_string_free (more, TRUE);
}

static void
test_saved_files_are_loaded (void)
{
  g_autoptr (StewardProject) project = steward_sample_load (steward_samples_list ()->id, NULL), loaded = NULL;
  g_autofree char *folder = g_dir_make_tmp ("steward-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "虚构.steward", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path), nowhere = g_file_new_for_path ("/nonexistent/x.steward");
  g_autoptr (GError) error = NULL, missing = NULL;
  g_autofree char *before = write_text (project), *after = NULL;

  g_assert_true (steward_project_file_save (project, file, NULL, &error));
  g_assert_no_error (error);
  loaded = steward_project_file_load (file, NULL, &error);
  g_assert_no_error (error);
  after = write_text (loaded);
  g_assert_cmpstr (before, ==, after);
  g_assert_null (steward_project_file_load (nowhere, NULL, &missing));
  g_assert_error (missing, STEWARD_ERROR, STEWARD_ERROR_READ);
  g_clear_error (&missing);
  g_assert_false (steward_project_file_save (project, nowhere, NULL, &missing));
  g_assert_error (missing, STEWARD_ERROR, STEWARD_ERROR_WRITE);
  g_remove (path);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/project-file/samples-are-read-and-written-the-same", test_samples_are_read_and_written_the_same);
  g_test_add_func ("/project-file/unknown-sample", test_an_unknown_sample_is_an_error);
  g_test_add_func ("/project-file/every-part-is-read", test_every_part_is_read);
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autofree char *path = g_strconcat ("/project-file/mistake/", mistakes[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_a_mistake_is_told_with_its_place);
    }
  g_test_add_func ("/project-file/decisions", test_decisions_are_read_and_written);
  g_test_add_func ("/project-file/first-version", test_a_file_of_the_first_version_is_read);
  g_test_add_func ("/project-file/all-mistakes-at-once", test_all_mistakes_are_told_at_once);
  g_test_add_func ("/project-file/another-pack-version", test_another_pack_version_is_told);
  g_test_add_func ("/project-file/malformed-bytes", test_malformed_bytes_are_refused);
  g_test_add_func ("/project-file/damaged-samples", test_damaged_samples_do_no_harm);
  g_test_add_func ("/project-file/random-round-trip", test_random_projects_survive_the_round_trip);
  g_test_add_func ("/project-file/twenty-thousand-cases", test_twenty_thousand_cases_are_read);
  g_test_add_func ("/project-file/saved-files-are-loaded", test_saved_files_are_loaded);
  return g_test_run ();
}
