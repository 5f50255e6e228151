/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-error.h"
#include "steward-problems.h"

static void
test_one_line_each (void)
{
  g_autoptr(StewardProblems) problems = steward_problems_new ();
  g_autofree char *text = NULL;

  steward_problems_add (problems, "a.json", 3, 7, "items[2].limit", "Too %s.", "large");
  steward_problems_add (problems, "a.json", 0, 0, "", "Empty.");
  steward_problems_add (problems, "", 4, 0, "", "No column.");
  text = steward_problems_to_string (problems);
  g_assert_cmpstr (text, ==,
                   "a.json:3:7: items[2].limit: Too large.\n"
                   "a.json: Empty.\n"
                   "4: No column.");
}

static void
test_foreign_text_stays_on_its_line (void)
{
  g_autoptr(StewardProblems) problems = steward_problems_new ();
  g_autofree char *text = NULL;

  steward_problems_add (problems, "a\nb", 1, 1, "k\x1b[31m", "“%s” \xff", "x\r\ny\u202ez\u2028");
  text = steward_problems_to_string (problems);
  g_assert_cmpstr (text, ==,
                   "a\ufffdb:1:1: k\ufffd[31m: “x\ufffd\ufffdy\ufffdz\ufffd” \ufffd");
}

static void
test_the_same_twice_in_a_row_is_one (void)
{
  g_autoptr(StewardProblems) problems = steward_problems_new ();

  steward_problems_add (problems, "a", 1, 1, "x", "Wrong.");
  steward_problems_add (problems, "a", 1, 1, "x", "Wrong.");
  g_assert_cmpuint (steward_problems_get_count (problems), ==, 1);
  steward_problems_add (problems, "a", 1, 2, "x", "Wrong.");
  g_assert_cmpuint (steward_problems_get_count (problems), ==, 2);
}

static void
test_too_many_are_counted_only (void)
{
  g_autoptr(StewardProblems) problems = steward_problems_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < STEWARD_PROBLEMS_MAX + 7; i++)
    steward_problems_add (problems, "a", i + 1, 1, "", "Wrong.");
  g_assert_cmpuint (steward_problems_get_count (problems), ==, STEWARD_PROBLEMS_MAX);
  text = steward_problems_to_string (problems);
  g_assert_true (g_str_has_suffix (text, "\n… and 7 more problems"));
}

static void
test_error_only_when_there_is_one (void)
{
  g_autoptr(StewardProblems) problems = steward_problems_new ();
  g_autoptr(GError) error = NULL;

  g_assert_true (steward_problems_to_error (problems, STEWARD_ERROR_INVALID, &error));
  g_assert_no_error (error);
  steward_problems_add (problems, "a", 1, 1, "", "100 %%.");
  g_assert_false (steward_problems_to_error (problems, STEWARD_ERROR_INVALID, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "a:1:1: 100 %.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/problems/one-line-each", test_one_line_each);
  g_test_add_func ("/problems/foreign-text-stays-on-its-line",
                   test_foreign_text_stays_on_its_line);
  g_test_add_func ("/problems/the-same-twice-in-a-row-is-one",
                   test_the_same_twice_in_a_row_is_one);
  g_test_add_func ("/problems/too-many-are-counted-only", test_too_many_are_counted_only);
  g_test_add_func ("/problems/error-only-when-there-is-one", test_error_only_when_there_is_one);
  return g_test_run ();
}
