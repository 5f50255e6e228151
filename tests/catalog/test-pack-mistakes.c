/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack-fixture.h"

/**
 * Mistake:
 * @find, @replacement: how the good pack is spoiled
 * @at: text whose first character the problem must point at, looked for from
 *   the replacement on; NULL when only the path is of interest
 * @path: where the problem says it is
 * @message: a part of what it says
 */
typedef struct
{
  const char *name;
  const char *find;
  const char *replacement;
  const char *at;
  const char *path;
  const char *message;
} Mistake;

static const Mistake mistakes[] = {
  { "unknown-key", "\"limit\": 8 }", "\"limit\": 8, \"colour\": 1 }", "1 }", "stages[0].colour", "“colour” is not known" },
  { "unknown-root-key", "\"title\": \"测", "\"titel\": 1, \"title\": \"测", "1,", "titel", "“titel” is not known" },
  { "wrong-format", "\"steward-pack\"", "\"steward-project\"", "\"steward-project\"", "format", "none of" },
  { "newer-format", "\"format_version\": 1", "\"format_version\": 2", "2", "format_version", "whole number" },
  { "bad-pack-id", "\"testcity-2026\"", "\"Test City\"", "\"Test", "id", "not an id" },
  { "missing-title", "\"title\": \"测试市 示例规则\",", "", NULL, "", "“title” is required" },
  { "empty-title", "\"title\": \"测试市 示例规则\"", "\"title\": \" 　\"", "\" 　\"", "title", "must not be empty" },
  { "wrong-type", "\"limit\": 8 }", "\"limit\": \"8\" }", "\"8\"", "stages[0].limit", "a number" },
  { "fraction-of-a-day", "\"limit\": 8 }", "\"limit\": 7.5 }", "7.5", "stages[0].limit", "whole number" },
  { "negative-limit", "\"limit\": 8 }", "\"limit\": -8 }", "-8", "stages[0].limit", "whole number from 0" },
  { "absurd-limit", "\"limit\": 5,", "\"limit\": 100000,", "100000", "items[1].limit", "to 1000" },
  { "not-an-object", "{ \"id\": \"small\", \"name\": \"小型项目\", \"steps\": 10, \"days\": 40 }", "7", "7", "scenarios[0]", "object" },
  { "not-a-list", "\"ambiguities\": [\"通知没有写明归档期限\"]", "\"ambiguities\": \"x\"", "\"x\"", "ambiguities", "a list" },
  { "region-of-another-level", "\"140000\"", "\"140200\", \"level\": \"county\"", "\"140200\"", "region.code", "another level" },
  { "bad-region", "\"140000\"", "\"14\"", "\"14\"", "region.code", "six digits" },
  { "bad-date", "\"2026-01-05\"", "\"2026-13-05\"", "\"2026-13", "basis[0].date", "not a date" },
  { "bad-verified", "\"verified\": \"text\"", "\"verified\": \"yes\"", "\"yes\"", "basis[0].verified", "none of" },
  { "basis-twice", "\"id\": \"law\"", "\"id\": \"notice\"", "\"notice\"", "basis[1].id", "used twice" },
  { "unknown-basis", "\"basis\": \"law\"", "\"basis\": \"bylaw\"", "\"bylaw\"", "events[0].source.basis", "“bylaw”" },
  { "unknown-setting", "\"yellow-days\": 2", "\"yellow\": 2", "2", "settings.yellow", "not known" },
  { "setting-out-of-range", "\"yellow-percent\": 20", "\"yellow-percent\": 120", "120", "settings.yellow-percent", "to 100" },
  { "setting-of-wrong-type", "\"acceptance-day-counts\": false", "\"acceptance-day-counts\": 0", "0", "settings.acceptance-day-counts", "true or false" },
  { "bureau-twice", "\"id\": \"zone\"", "\"id\": \"planning\"", "\"planning\"", "bureaus[1].id", "used twice" },
  { "unknown-zone", "\"zone\": \"zone\"", "\"zone\": \"moon\"", "\"moon\"", "bureaus[0].zone", "“moon”" },
  { "section-with-unknown-item", "\"items\": [\"filing\", \"permit\"]", "\"items\": [\"filing\", \"visa\"]", "\"visa\"", "sections[0].items[1]", "“visa”" },
  { "section-with-a-block", "\"items\": [\"filing\", \"permit\"]", "\"items\": [\"s1.main\"]", "\"s1.main\"", "sections[0].items[0]", "different kind" },
  { "key-of-another-list", "\"name\": \"不符合政策；\"", "\"name\": \"x\", \"color\": \"red\"", "\"red\"", "suspension_grounds[0].color", "not known" },
  { "gate-with-unknown-material", "\"materials\": [\"report\"] }", "\"materials\": [\"report\", \"visa\"] }", "\"visa\"", "entrustment_gate[0].materials[1]", "“visa”" },
  { "gate-material-with-a-blank", "\"materials\": [\"report\"] }", "\"materials\": [\"report form x\"] }", "\"report form x\"", "entrustment_gate[0].materials[0]", "“report form x”" },
  { "bad-gate-kind", "\"kind\": \"fact\"", "\"kind\": \"facts\"", "\"facts\"", "start_gate[0].kind", "none of" },
  { "unknown-level-of-a-route", "[\"nation\", \"province\"]", "[\"nation\", \"moon\"]", "\"moon\"", "routing[0].levels[1]", "“moon” is no level" },
  { "lever-twice", "\"id\": \"early\"", "\"id\": \"parallel\"", "\"parallel\"", "levers[1].id", "used twice" },
  { "unknown-lever-kind", "\"kind\": \"deferral\"", "\"kind\": \"magic\"", "\"magic\"", "levers[1].kind", "none of" },
  { "lever-without-effects", "\"effects\": [ { \"kind\": \"together\", \"blocks\": [\"s1.par\"] } ]", "\"effects\": []", NULL, "levers[0]", "at least one effect" },
  { "effect-on-nothing", "\"kind\": \"together\", \"blocks\": [\"s1.par\"]", "\"kind\": \"together\"", NULL, "levers[0].effects[0]", "needs" },
  { "effect-on-an-unknown-item", "\"items\": [\"permit\"], \"waits\"", "\"items\": [\"visa\"], \"waits\"", "\"visa\"", "levers[1].effects[0].items[0]", "“visa”" },
  { "effect-on-a-block-as-item", "\"items\": [\"permit\"], \"waits\"", "\"items\": [\"s1.par\"], \"waits\"", "\"s1.par\"", "levers[1].effects[0].items[0]", "different kind" },
  { "overlap-without-waits", ", \"waits\": [\"item\", \"stage\"]", "", NULL, "levers[1].effects[0]", "waits" },
  { "unknown-wait", "\"waits\": [\"item\", \"stage\"]", "\"waits\": [\"item\", \"year\"]", "[\"item\"", "levers[1].effects[0].waits", "“year”" },
  { "waits-of-another-effect", "\"stages\": [\"s2\"], \"days\": 1", "\"stages\": [\"s2\"], \"days\": 1, \"waits\": [\"item\"]", "[\"item\"]", "levers[1].effects[1].waits", "Only" },
  { "limit-without-days", "\"stages\": [\"s2\"], \"days\": 1", "\"stages\": [\"s2\"]", NULL, "levers[1].effects[1]", "“days” is required" },
  { "days-of-another-effect", "\"blocks\": [\"s1.par\"] }", "\"blocks\": [\"s1.par\"], \"days\": 3 }", "3 }", "levers[0].effects[0].days", "Only" },
  { "in-force-and-each", "\"in_force\": true,", "\"in_force\": true, \"each\": true,", "true,\n", "levers[0].each", "each item" },
  { "condition-on-an-unknown-question", "\"days\": 1, \"when\": []", "\"days\": 1, \"when\": [{ \"question\": \"q\", \"op\": \"is\", \"value\": \"yes\" }]", "\"q\"", "levers[1].effects[1].when[0].question", "“q”" },
  { "stage-number-twice", "\"number\": 2", "\"number\": 1", "1", "stages[1].number", "already has number 1" },
  { "stage-id-twice", "\"id\": \"s2\"", "\"id\": \"s1\"", "\"s1\"", "stages[1].id", "used twice" },
  { "unknown-stage", "\"stage\": \"s2\", \"name\": \"联合验收\"", "\"stage\": \"s9\", \"name\": \"联合验收\"", "\"s9\"", "blocks[3].stage", "“s9”" },
  { "unknown-lane", "\"lane\": \"utility\"", "\"lane\": \"fast\"", "\"fast\"", "blocks[2].lane", "main, parallel" },
  { "block-after-an-item", "\"after\": [\"s1.main\"]", "\"after\": [\"filing\"]", "\"filing\"", "blocks[1].after[0]", "different kind" },
  { "id-shared-by-block-and-item", "\"id\": \"water\"", "\"id\": \"s1.par\"", "\"s1.par\"", "items[2].id", "used twice" },
  { "unknown-bureau", "[\"planning\", \"zone\"]", "[\"planning\", \"mayor\"]", "\"mayor\"", "items[0].bureaus[1]", "“mayor”" },
  { "unknown-section", "\"section\": \"projects\"", "\"section\": \"fun\"", "\"fun\"", "items[0].section", "“fun”" },
  { "unknown-material", "[\"form\", \"report\"]", "[\"form\", \"letter\"]", "\"letter\"", "items[0].materials[1]", "“letter”" },
  { "material-named-twice", "[\"form\", \"report\"]", "[\"form\", \"form\"]", "\"form\"]", "items[0].materials[1]", "named twice" },
  { "block-of-another-stage", "\"stage\": \"s1\", \"block\": \"s1.par\"", "\"stage\": \"s1\", \"block\": \"s2.joint\"", "\"s2.joint\"", "items[1].block", "belongs to the stage “s2”" },
  { "after-nothing-known", "\"after\": [\"fire\", \"s1\"]", "\"after\": [\"fires\", \"s1\"]", "\"fires\"", "items[4].after[0]", "“fires”" },
  { "after-an-activity", "\"after\": [\"fire\", \"s1\"]", "\"after\": [\"building\"]", "\"building\"", "items[4].after[0]", "activity" },
  { "commitment-without-listed", "\"listed\": true, ", "", NULL, "items[1].commitment", "“listed” is required" },
  { "circle-of-items", "\"source\": { \"basis\": \"notice\", \"clause\"", "\"after\": [\"permit\"], \"source\": { \"basis\": \"notice\", \"clause\"", NULL, NULL, "circle" },
  { "item-after-itself", "\"after\": [\"fire\", \"s1\"]", "\"after\": [\"record\"]", "\"record\"", "items[4].after[0]", "record → record" },
  { "item-after-its-own-stage", "\"after\": [\"fire\", \"s1\"]", "\"after\": [\"s2\"]", "\"s2\"", "items[4].after[0]", "circle" },
  { "item-after-a-later-stage", "\"after\": [\"filing\", \"contract\"]", "\"after\": [\"s2\"]", "\"s2\"", "items[1].after[0]", "circle" },
  { "circle-through-an-activity", "\"after\": [\"s1\"], \"before\": [\"s2\"]", "\"after\": [\"s2\"], \"before\": [\"s1\"]", "\"s1\"", "activities[0].before[0]", "circle" },
  { "sum-too-small", "\"limit\": 7, \"after\"", "\"limit\": 6, \"after\"", NULL, "stages[0].limit", "takes 7 (s1.main 1, s1.par 6)" },
  { "sum-of-parallel-blocks-is-their-maximum", "\"limit\": 13 }", "\"limit\": 21 }", "21", "stages[1].limit", "takes 13" },
  { "main-material-deferred", "\"form\": \"original-sealed\", \"main\": true", "\"main\": true, \"deferrable\": \"第三方报告\"", "\"第三方报告\"", "materials[0].deferrable", "cannot be deferred" },
  { "unknown-class-of-deferral", "\"deferrable\": \"第三方报告\"", "\"deferrable\": \"身份证明\"", "\"身份证明\"", "materials[1].deferrable", "not one of the classes" },
  { "material-id-twice", "\"id\": \"report-again\"", "\"id\": \"form\"", "\"form\"", "materials[2].id", "used twice" },
  { "box-without-meaning", "{ \"id\": \"b.blank\", \"blank\": true }", "{ \"id\": \"b.blank\" }", "{ \"id\": \"b.blank\"", "assessment.parts[0].groups[0].boxes[2]", "has 0" },
  { "box-with-two-meanings", "\"id\": \"b.form\", \"material\"", "\"id\": \"b.form\", \"blank\": true, \"material\"", NULL, "assessment.parts[0].groups[1].boxes[0]", "has 2" },
  { "blank-with-label", "\"blank\": true", "\"blank\": true, \"label\": \"其他\"", "\"其他\"", "assessment.parts[0].groups[0].boxes[2].label", "typing" },
  { "blank-false", "\"blank\": true", "\"blank\": false", "false", "assessment.parts[0].groups[0].boxes[2].blank", "only be true" },
  { "fee-with-label", "\"fee\": \"配套费\"", "\"fee\": \"配套费\", \"label\": \"费\"", "\"费\"", "assessment.parts[0].groups[2].boxes[0].label", "label of a fee" },
  { "box-in-the-wrong-kind-of-group", "\"material\": \"form\" }", "\"fee\": \"表\" }", NULL, "assessment.parts[0].groups[1].boxes[0]", "does not fit" },
  { "box-of-unknown-item", "\"item\": \"filing\"", "\"item\": \"filling\"", "\"filling\"", "assessment.parts[0].groups[0].boxes[0].item", "“filling”" },
  { "box-of-another-stage", "\"item\": \"filing\"", "\"item\": \"fire\"", "\"fire\"", "assessment.parts[0].groups[0].boxes[0].item", "belongs to the stage “s2”" },
  { "two-boxes-for-one-item", "\"item\": \"permit\"", "\"item\": \"filing\"", "\"filing\"", "assessment.parts[0].groups[0].boxes[1].item", "already has the box “b.filing”" },
  { "empty-group", ", \"role\": \"key-points\", \"title\": \"要点提示\"", ", \"text\": false", NULL, "assessment.parts[0].groups[3]", "boxes or a text" },
  { "role-without-text", "\"title\": \"收费\", \"text\": true", "\"title\": \"收费\"", NULL, "assessment.parts[0].groups[2].role", "Only a group with a text" },
  { "choice-without-choices", "\"kind\": \"yes-no\"", "\"kind\": \"choice\"", NULL, "questions[1]", "two “choices”" },
  { "unit-of-a-yes-no", "\"kind\": \"yes-no\"", "\"kind\": \"yes-no\", \"unit\": \"㎡\"", "\"㎡\"", "questions[1].unit", "“number”" },
  { "condition-on-unknown-question", "\"question\": \"shelter\"", "\"question\": \"colour\"", "\"colour\"", "suggestions[1].all[0].question", "“colour”" },
  { "impossible-answer", "\"value\": \"factory\" }, { \"question\"", "\"value\": \"castle\" }, { \"question\"", "\"castle\"", "suggestions[0].all[0].value", "not an answer" },
  { "larger-than-a-word", "\"op\": \"is\", \"value\": \"yes\"", "\"op\": \"more-than\", \"value\": \"yes\"", "\"more-than\"", "suggestions[1].all[0].op", "larger or smaller" },
  { "text-for-a-number", "\"value\": 2500", "\"value\": \"large\"", "\"large\"", "suggestions[0].all[1].value", "Expected a number" },
  { "suggestion-of-unknown-box", "\"boxes\": [\"b.fee\"]", "\"boxes\": [\"b.fees\"]", "\"b.fees\"", "suggestions[1].boxes[0]", "“b.fees”" },
  { "suggestion-of-a-blank", "\"boxes\": [\"b.fee\"]", "\"boxes\": [\"b.blank\"]", "\"b.blank\"", "suggestions[1].boxes[0]", "blank slot" },
  { "suggestion-without-reason", ", \"reason\": \"应缴费\"", "", NULL, "suggestions[1]", "“reason” is required" },
  { "timer-twice", "\"id\": \"archive\"", "\"id\": \"handed-on\"", "\"handed-on\"", "timers[1].id", "used twice" },
  { "two-timers-of-a-role", "\"id\": \"archive\"", "\"id\": \"archive\", \"role\": \"push\"", NULL, "timers[1].role", "the role “push” already" },
  { "unknown-role-of-a-timer", "\"role\": \"push\"", "\"role\": \"shove\"", "\"shove\"", "timers[0].role", "none of" },
  { "bad-severity", "\"severity\": \"warning\"", "\"severity\": \"fatal\"", "\"fatal\"", "checks[0].severity", "none of" },
  { "unknown-check", "\"id\": \"event-order\"", "\"id\": \"order\"", "\"order\"", "checks[0].id", "no check “order”" },
  { "validity-without-months", "\"months\": 12, ", "", NULL, "items[1].validity", "“months” is required" },
  { "validity-of-no-time", "\"months\": 12", "\"months\": 0", "0", "items[1].validity.months", "from 1 to 600" },
  { "validity-until-nothing-known", "\"until\": [\"building\"]", "\"until\": [\"castle\"]", "\"castle\"", "items[1].validity.until[0]", "“castle”" },
  { "validity-until-an-event", "\"until\": [\"building\"]", "\"until\": [\"contract\"]", "\"contract\"", "items[1].validity.until[0]", "event" },
  { "bad-operator", "\"op\": \">=\"", "\"op\": \">\"", "\">\"", "indicators[0].op", "none of" },
  { "unknown-form", "\"closing\": {", "\"closings\": {", NULL, "forms.closings", "not known" },
  { "form-without-title", "\"title\": \"台账\", ", "", NULL, "forms.ledger", "“title” is required" },
  { "wording-of-wrong-type", "\"footnote\": \"注\"", "\"footnote\": 3", "3", "forms.closing.footnote", "text or a list" },
};

/* Line and column, in characters, of @place inside @text. */
static void
locate (const char *text,
        const char *place,
        guint      *line,
        guint      *column)
{
  const char *start = text;

  *line = 1;
  for (const char *p = text; p < place; p++)
    if (*p == '\n')
      {
        (*line)++;
        start = p + 1;
      }
  *column = g_utf8_strlen (start, place - start) + 1;
}

static const StewardProblem *
find_problem (StewardProblems *problems,
              const Mistake   *mistake)
{
  for (guint i = 0; i < steward_problems_get_count (problems); i++)
    {
      const StewardProblem *problem = steward_problems_get (problems, i);

      if ((mistake->path == NULL || strcmp (problem->path, mistake->path) == 0) &&
          strstr (problem->message, mistake->message) != NULL)
        return problem;
    }
  return NULL;
}

static void
test_mistake (gconstpointer data)
{
  const Mistake *mistake = data;
  g_autofree char *good = fixture_good_text ();
  g_autofree char *text = fixture_replace (good, mistake->find, mistake->replacement);
  g_autoptr(StewardProblems) problems = steward_problems_new ();
  g_autoptr(StewardPack) pack = fixture_read (text, NULL, NULL, problems);
  g_autofree char *lines = steward_problems_to_string (problems);
  const StewardProblem *problem = find_problem (problems, mistake);
  const char *place;
  guint line, column;

  g_test_message ("%s", lines);
  g_assert_null (pack);
  g_assert_nonnull (problem);
  g_assert_cmpstr (problem->origin, ==, "test.json");
  g_assert_cmpuint (problem->line, >, 0);
  g_assert_cmpuint (problem->column, >, 0);
  if (mistake->at == NULL)
    return;

  place = strstr (strstr (good, mistake->find) - good + text, mistake->at);
  g_assert_nonnull (place);
  locate (text, place, &line, &column);
  g_assert_cmpuint (problem->line, ==, line);
  g_assert_cmpuint (problem->column, ==, column);
}

static void
test_all_mistakes_in_one_pass (void)
{
  static const char * const spoil[][2] = {
    { "\"140000\"", "\"14\"" },
    { "\"limit\": 8 }", "\"limit\": \"8\" }" },
    { "\"lane\": \"utility\"", "\"lane\": \"fast\"" },
    { "\"item\": \"filing\"", "\"item\": \"filling\"" },
    { "\"severity\": \"warning\"", "\"severity\": \"fatal\"" },
    { "\"after\": [\"fire\", \"s1\"]", "\"after\": [\"fires\", \"s1\"]" },
  };
  g_autofree char *text = fixture_good_text ();
  g_autoptr(StewardProblems) problems = steward_problems_new ();
  g_autoptr(StewardPack) pack = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (spoil); i++)
    {
      char *spoilt = fixture_replace (text, spoil[i][0], spoil[i][1]);

      g_free (text);
      text = spoilt;
    }
  pack = fixture_read (text, NULL, NULL, problems);
  g_assert_null (pack);
  g_assert_cmpuint (steward_problems_get_count (problems), ==, G_N_ELEMENTS (spoil));
}

static void
test_one_mistake_closes_one_circle (void)
{
  g_autofree char *good = fixture_good_text ();
  g_autofree char *text = fixture_replace (good, "\"after\": [\"filing\", \"contract\"]", "\"after\": [\"s2\"]");
  g_autoptr(StewardProblems) problems = steward_problems_new ();

  g_assert_null (fixture_read (text, NULL, NULL, problems));
  g_assert_cmpuint (steward_problems_get_count (problems), ==, 1);
}

static void
test_line_has_the_form_editors_know (void)
{
  g_autoptr(StewardProblems) problems = steward_problems_new ();
  g_autoptr(StewardPack) pack = NULL;
  g_autofree char *lines = NULL;

  pack = fixture_read ("{ \"format\": \"steward-pack\", \"format_version\": 1,\n"
                       "  \"id\": \"a\", \"version\": \"1\", \"title\": \"城市\", \"stages\": 7 }",
                       NULL, NULL, problems);
  lines = steward_problems_to_string (problems);
  g_assert_null (pack);
  g_assert_true (g_str_has_prefix (lines, "test.json:2:55: stages: "));
}

static char *
many (const char *format,
      guint       n)
{
  GString *text = g_string_new ("{ \"format\": \"steward-pack\", \"format_version\": 1, \"id\": \"a\", \"version\": \"1\","
                                "  \"title\": \"t\", \"stages\": [{ \"id\": \"s\", \"number\": 1, \"name\": \"n\" }], \"items\": [");

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      g_string_append_printf (text, "{ \"id\": \"i%u\", \"stage\": \"s\", \"name\": \"%s\"", i, format);
      if (i > 0)
        g_string_append_printf (text, ", \"after\": [\"i%u\"]", i - 1);
      g_string_append_c (text, '}');
    }
  g_string_append (text, "] }");
  return g_string_free (text, FALSE);
}

static void
test_limits (void)
{
  g_autofree char *full = many ("n", 5000);
  g_autofree char *over = many ("n", 5001);
  g_autofree char *name = g_strnfill (501, 'x');
  g_autofree char *wordy = many (name, 1);
  g_autofree char *huge = g_strnfill (5 * 1024 * 1024, ' ');
  g_autoptr(StewardPack) pack = fixture_read_good (full, NULL, NULL);
  const char * const texts[] = { over, wordy, huge };
  const char * const messages[] = { "5001 entries", "501 characters", "larger than 4 MB" };

  g_assert_cmpuint (steward_pack_get_items (pack)->len, ==, 5000);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(StewardProblems) problems = steward_problems_new ();
      g_autofree char *lines = NULL;

      g_assert_null (fixture_read (texts[i], NULL, NULL, problems));
      lines = steward_problems_to_string (problems);
      g_assert_nonnull (strstr (lines, messages[i]));
    }
}

/* Whatever is cut off or bent, the answer is problems, not a crash. */
static void
test_truncated_files_are_refused (void)
{
  g_autofree char *good = fixture_good_text ();
  gsize length = strlen (g_strchomp (good));

  for (gsize cut = 0; cut < length; cut += 7)
    {
      g_autoptr(GBytes) bytes = g_bytes_new (good, cut);
      g_autoptr(StewardProblems) problems = steward_problems_new ();

      g_assert_null (steward_pack_read (bytes, "cut.json", NULL, NULL, problems));
      g_assert_cmpuint (steward_problems_get_count (problems), >, 0);
    }
}

/* Every value replaced by a value of every other kind. */
static void
test_bent_values_never_crash (void)
{
  static const char * const values[] = { "null", "true", "-1", "1e300", "\"\"", "\"x\"", "[]", "[[]]", "{}", "[{}]" };
  g_autofree char *good = fixture_good_text ();

  for (const char *p = strstr (good, "\": "); p != NULL; p = strstr (p + 1, "\": "))
    for (guint i = 0; i < G_N_ELEMENTS (values); i++)
      {
        /* A key is bent by putting a value before its own one. */
        g_autofree char *text = g_strdup_printf ("%.*s\": %s, \"Was%s", (int) (p - good), good, values[i], p);
        g_autoptr(StewardProblems) problems = steward_problems_new ();

        g_assert_null (fixture_read (text, NULL, NULL, problems));
        g_assert_cmpuint (steward_problems_get_count (problems), >, 0);
      }
}

/* A word of the file put where another one stood: well formed most of the
 * time, and wrong in ways nobody thinks of. */
static void
exchange_words (GString *text)
{
  const char *from = strchr (text->str + g_test_rand_int_range (0, text->len), '"');
  const char *to = strchr (text->str + g_test_rand_int_range (0, text->len), '"');
  const char *from_end = from != NULL ? strchr (from + 1, '"') : NULL;
  const char *to_end = to != NULL ? strchr (to + 1, '"') : NULL;
  g_autofree char *word = NULL;
  gsize at;

  if (from_end == NULL || to_end == NULL)
    return;
  word = g_strndup (from + 1, from_end - from - 1);
  at = to + 1 - text->str;
  g_string_erase (text, at, to_end - to - 1);
  g_string_insert (text, at, word);
}

static void
test_exchanged_words_never_crash (void)
{
  g_autofree char *good = fixture_good_text ();

  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr(GString) text = g_string_new (good);
      g_autoptr(StewardProblems) problems = steward_problems_new ();
      g_autoptr(StewardPack) pack = NULL;

      for (int n = g_test_rand_int_range (1, 4); n > 0; n--)
        exchange_words (text);
      pack = fixture_read (text->str, NULL, NULL, problems);
      g_assert_cmpint (pack != NULL, ==, steward_problems_get_count (problems) == 0);
    }
}

static void
test_junk_is_refused (void)
{
  static const char * const junk[] = {
    "", "[]", "null", "7", "\"pack\"", "{", "{}", "{\"id\":\"a\",\"id\":\"b\"}", "{\"format_version\": NaN}", "\xff\xfe{\0}",
    "{\"id\": \"\xc3\x28\"}", "{\"format_version\": 99999999999999999999999999}", "{\"stages\": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    "PK\x03\x04", "<?xml version='1.0'?>"
  };

  for (guint i = 0; i < G_N_ELEMENTS (junk); i++)
    {
      g_autoptr(StewardProblems) problems = steward_problems_new ();

      g_assert_null (fixture_read (junk[i], NULL, NULL, problems));
      g_assert_cmpuint (steward_problems_get_count (problems), >, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autofree char *path = g_strconcat ("/pack-mistakes/", mistakes[i].name, NULL);

      g_test_add_data_func (path, &mistakes[i], test_mistake);
    }
  g_test_add_func ("/pack-mistakes/all-in-one-pass", test_all_mistakes_in_one_pass);
  g_test_add_func ("/pack-mistakes/one-mistake-closes-one-circle", test_one_mistake_closes_one_circle);
  g_test_add_func ("/pack-mistakes/line-has-the-form-editors-know", test_line_has_the_form_editors_know);
  g_test_add_func ("/pack-mistakes/limits", test_limits);
  g_test_add_func ("/pack-mistakes/truncated-files-are-refused", test_truncated_files_are_refused);
  g_test_add_func ("/pack-mistakes/bent-values-never-crash", test_bent_values_never_crash);
  g_test_add_func ("/pack-mistakes/exchanged-words-never-crash", test_exchanged_words_never_crash);
  g_test_add_func ("/pack-mistakes/junk-is-refused", test_junk_is_refused);

  return g_test_run ();
}
