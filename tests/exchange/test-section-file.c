/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Requests and answers as files, and what may come in their place. */
#include <string.h>

#include "section-fixture.h"
#include "steward-error.h"
#include "steward-section-file.h"

static char *
write_text (const StewardSectionForm *form)
{
  g_autoptr (GBytes) bytes = steward_section_file_write (form);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static StewardSectionForm *
read_text (const char  *text,
           char       **told)
{
  g_autoptr (StewardProblems) problems = steward_problems_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  StewardSectionForm *form = steward_section_file_read (bytes, "test", problems);

  *told = steward_problems_to_string (problems);
  return form;
}

static void
assert_round_trip (const StewardSectionForm *form)
{
  g_autofree char *once = write_text (form), *told = NULL, *twice = NULL;
  g_autoptr (StewardSectionForm) again = read_text (once, &told);

  g_assert_cmpstr (told, ==, "");
  g_assert_nonnull (again);
  twice = write_text (again);
  g_assert_cmpstr (once, ==, twice);
}

static void
decide (StewardProject *copy)
{
  steward_project_set_tick (copy, FILING, TRUE, "乙 \"科\"", NULL);
  steward_project_set_tick (copy, PROPOSAL, TRUE, "乙", NULL);
  g_assert_nonnull (steward_project_add_rows (copy, BLANK, "𠮷县事项", "乙"));
  steward_project_set_row_limit (copy, ((StewardRow *) steward_project_get_rows (copy)->pdata[2])->id, 5);
  steward_project_set_text (copy, POINTS, "两行\n要点");
}

static void
test_files_are_read_as_they_were_written (void)
{
  g_autoptr (StewardProject) project = fixture_asked_project ();
  g_autoptr (StewardSectionForm) form = fixture_ask (project);
  g_autofree char *request = NULL, *answer = NULL, *text = NULL;

  assert_round_trip (form);
  request = steward_section_file_name (form);
  g_assert_cmpstr (request, ==, "虚构项目 - 项目审批一科.steward-request");
  text = write_text (form);
  /* Nothing that is not the section's leaves the house. */
  g_assert_null (strstr (text, "13800000000"));
  g_assert_null (strstr (text, ELSEWHERE));
  fixture_answer (form, decide);
  assert_round_trip (form);
  answer = steward_section_file_name (form);
  g_assert_true (g_str_has_suffix (answer, STEWARD_ANSWER_SUFFIX));
}

/* By way of the file, as it really goes. */
static void
test_an_answer_comes_home (void)
{
  g_autoptr (StewardProject) project = fixture_asked_project ();
  g_autoptr (StewardSectionForm) form = fixture_ask (project);
  g_autoptr (StewardSectionForm) back = NULL;
  g_autoptr (StewardSectionMerge) merge = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL, *told = NULL;

  fixture_answer (form, decide);
  text = write_text (form);
  back = read_text (text, &told);
  g_assert_cmpstr (told, ==, "");
  merge = steward_section_merge_new (project, back, &error);
  g_assert_no_error (error);
  g_assert_cmpint (steward_section_merge_apply (merge, project, &error), ==, 4);
  g_assert_true (steward_project_is_ticked (project, FILING));
  g_assert_cmpint (((StewardRow *) steward_project_get_rows (project)->pdata[2])->limit, ==, 5);
  g_assert_cmpstr (steward_project_get_text (project, POINTS), ==, "两行\n要点");
}

/* What is replaced in a good answer, by what, and what is said about it. */
static const struct
{
  const char *find, *replacement, *complaint;
} hostile[] = {
  { "steward-answer", "steward-project", "no request and no answer" },
  { "\"steward-answer\"", "7", "no request and no answer" },
  { "steward-answer", "steward-request", "A request has no answer yet" },
  { "\"format_version\": 1", "\"format_version\": 2", "newer version" },
  { "\"format_version\": 1", "\"format_version\": \"1\"", "format_version" },
  { "\"pack\": {", "\"pack\": {\"secret\": 1, ", "secret" },
  { "\"answered_by\": \"乙\"", "\"answered_by\": \"\"", "must not be empty" },
  { "\"answered_by\": \"乙\",", "", "answered_by" },
  { "11111111-2222-4333-8444-555555555555", "../../etc/passwd", "UUID" },
  { "\"sent\": \"2026", "\"sent\": \"x026", "is not a date" },
  { "\"kind\": \"box\"", "\"kind\": \"bomb\"", "places[0].kind" },
  { "\"id\": \"jc.s1.box.item.feasibility\"", "\"id\": \"jc.s1.box.item.proposal\"", "stands here twice" },
  { "\"id\": \"jc.s1.box.item.filing\"", "\"id\": \"\"", "must not be empty" },
  { "\"on\": true", "\"on\": 1", "must be true or false" },
  { "\"on\": true", "\"on\": true, \"off\": true", "off" },
  { "\"answer\": {\n    \"ticks\": {", "\"answer\": {\n    \"ticks\": {\"jc.s2.box.item.eia\": {\"on\": true},",
    "not one of the places that are asked for" },
  { "\"answer\": {\n    \"ticks\": {", "\"answer\": {\n    \"ticks\": {\"jc.s1.box.item.county-blank\": {\"on\": true},",
    "not one of the places that are asked for" },
  { "\"answer\": {", "\"answer\": {\"cases\": [],", "cases" },
  { "\"answer\": {\n    \"ticks\": {", "\"answer\": {\n    \"ticks\": [{", "test:" },
  { "county-blank#3\"", "county-blank#0\"", "a number from 1" },
  { "county-blank#3\"", "county-blank#2\"", "two rows" },
  { "\"limit\": 5", "\"limit\": 99999999999", "limit" },
  { "\"limit\": 5", "\"limit\": -5", "limit" },
  { "𠮷县事项", "", "cannot be empty" },
  { "\"answered_at\": \"2026", "\"answered_at\": \"2026-03-05T09:30:00.000000000000000000000000000000000000",
    "answered_at" },
  { "\"places\": [", "\"places\": [3, ", "Expected an object" },
  { "\"facts\": {", "\"facts\": [", "test:" },
  { "\n}\n", "\n", "test:" },
  { "{\n", "[", "test:" },
};

static char *
replace_last (const char *text,
              const char *find,
              const char *replacement)
{
  const char *at = g_strrstr (text, find);

  g_assert_nonnull (at);
  return g_strdup_printf ("%.*s%s%s", (int) (at - text), text, replacement, at + strlen (find));
}

static void
test_hostile_answers_are_refused (void)
{
  g_autoptr (StewardProject) project = fixture_asked_project ();
  g_autoptr (StewardSectionForm) form = fixture_ask (project);
  g_autofree char *good = NULL;

  fixture_answer (form, decide);
  good = write_text (form);
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *bad = NULL, *told = NULL;
      const char *first = strstr (good, hostile[i].find);

      g_assert_nonnull (first);
      bad = g_str_has_prefix (hostile[i].find, "\"kind") || g_str_has_prefix (hostile[i].find, "{\n")
              ? g_strdup_printf ("%.*s%s%s", (int) (first - good), good, hostile[i].replacement,
                                 first + strlen (hostile[i].find))
              : replace_last (good, hostile[i].find, hostile[i].replacement);
      g_assert_null (read_text (bad, &told));
      if (strstr (told, hostile[i].complaint) == NULL || strstr (told, "test:") == NULL)
        g_error ("%s → %s: “%s” does not say “%s”", hostile[i].find, hostile[i].replacement, told,
                 hostile[i].complaint);
    }
}

/* Bytes changed, cut and doubled by chance: read as an answer or refused with
 * a reason, never anything else. */
static void
test_damaged_answers_never_do_harm (void)
{
  g_autoptr (StewardProject) project = fixture_asked_project ();
  g_autoptr (StewardSectionForm) form = fixture_ask (project);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (GBytes) good = NULL;
  gsize length;
  const char *data;
#ifdef __SANITIZE_ADDRESS__
  int rounds = 200;
#else
  int rounds = 2000;
#endif

  fixture_answer (form, decide);
  good = steward_section_file_write (form);
  data = g_bytes_get_data (good, &length);
  for (int i = 0; i < rounds; i++)
    {
      g_autoptr (StewardProblems) problems = steward_problems_new ();
      g_autofree char *bad = g_memdup2 (data, length);
      g_autoptr (GBytes) bytes = NULL;
      StewardSectionForm *read;
      gsize end = g_rand_int_range (random, 0, 4) == 0 ? (gsize) g_rand_int_range (random, 0, length) : length;

      for (int n = g_rand_int_range (random, 0, 4); n > 0; n--)
        bad[g_rand_int_range (random, 0, length)] = "\"{}[]:,0a\\\x80\0"[g_rand_int_range (random, 0, 12)];
      bytes = g_bytes_new (bad, end);
      read = steward_section_file_read (bytes, "test", problems);
      g_assert_true ((read == NULL) == (steward_problems_get_count (problems) > 0));
      if (read != NULL && steward_section_form_is_answer (read))
        {
          g_autoptr (StewardProject) target = steward_project_duplicate (project);
          g_autoptr (StewardSectionMerge) merge = steward_section_merge_new (target, read, NULL);

          if (merge != NULL)
            steward_section_merge_apply (merge, target, NULL);
          g_assert_true (steward_project_is_ticked (target, ELSEWHERE));
        }
      g_clear_pointer (&read, steward_section_form_free);
    }
}

static void
test_a_file_that_is_too_large_is_not_read (void)
{
  g_autoptr (StewardProblems) problems = steward_problems_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (STEWARD_SECTION_FILE_MAX_BYTES + 1),
                                               STEWARD_SECTION_FILE_MAX_BYTES + 1);
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nonexistent/x.steward-answer");
  g_autoptr (GError) error = NULL;

  g_assert_null (steward_section_file_read (bytes, "test", problems));
  g_assert_cmpuint (steward_problems_get_count (problems), ==, 1);
  g_assert_null (steward_section_file_load (nowhere, NULL, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_READ);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/section-file/files-are-read-as-they-were-written", test_files_are_read_as_they_were_written);
  g_test_add_func ("/section-file/an-answer-comes-home", test_an_answer_comes_home);
  g_test_add_func ("/section-file/hostile-answers-are-refused", test_hostile_answers_are_refused);
  g_test_add_func ("/section-file/damaged-answers-never-do-harm", test_damaged_answers_never_do_harm);
  g_test_add_func ("/section-file/a-file-that-is-too-large-is-not-read", test_a_file_that_is_too_large_is_not_read);
  return g_test_run ();
}
