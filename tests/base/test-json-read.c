/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "steward-json.h"

typedef struct
{
  StewardProblems *problems;
  StewardJson     *document;
  const StewardJsonNode *root;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const char text[] =
    "{\"text\": \"晋城\", \"empty\": \"\", \"whole\": 34, \"real\": 0.5, \"big\": 99999999999999999999,\n"
    " \"yes\": true, \"word\": \"main\", \"none\": null, \"list\": [\"a\", \"b\"],\n"
    " \"mixed\": [\"a\", 2], \"object\": {\"x\": {\"y z\": 1}}}";
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);

  fixture->problems = steward_problems_new ();
  fixture->document = steward_json_parse (bytes, "f", fixture->problems);
  g_assert_nonnull (fixture->document);
  fixture->root = steward_json_get_root (fixture->document);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  steward_json_free (fixture->document);
  steward_problems_free (fixture->problems);
}

static void
assert_problems (Fixture    *fixture,
                 const char *expected)
{
  g_autofree char *text = steward_problems_to_string (fixture->problems);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_good_values (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char * const words[] = { "joint", "main", NULL };
  const StewardJsonNode *r = fixture->root;
  StewardProblems *p = fixture->problems;
  g_auto(GStrv) list = steward_json_read_strings (r, "list", STEWARD_JSON_REQUIRED, p);
  g_auto(GStrv) absent = steward_json_read_strings (r, "absent", STEWARD_JSON_OPTIONAL, p);

  g_assert_cmpstr (steward_json_read_string (r, "text", STEWARD_JSON_REQUIRED, 2, p), ==, "晋城");
  g_assert_cmpstr (steward_json_read_string (r, "empty", STEWARD_JSON_REQUIRED, 0, p), ==, "");
  g_assert_cmpint (steward_json_read_integer (r, "whole", STEWARD_JSON_REQUIRED, 34, 34, 0, p),
                   ==, 34);
  g_assert_cmpfloat (steward_json_read_number (r, "real", STEWARD_JSON_REQUIRED, 0, 1, 0, p), ==,
                     0.5);
  g_assert_cmpfloat (steward_json_read_number (r, "whole", STEWARD_JSON_REQUIRED, 0, 50, 0, p),
                     ==, 34);
  g_assert_true (steward_json_read_boolean (r, "yes", FALSE, p));
  g_assert_cmpint (steward_json_read_word (r, "word", STEWARD_JSON_REQUIRED, words, -1, p), ==, 1);
  g_assert_cmpuint (g_strv_length (list), ==, 2);
  g_assert_cmpuint (g_strv_length (absent), ==, 0);
  g_assert_nonnull (steward_json_read_object (r, "object", STEWARD_JSON_REQUIRED, p));
  assert_problems (fixture, "");
}

static void
test_absent_and_null_are_the_same (Fixture       *fixture,
                                   gconstpointer  data)
{
  static const char * const words[] = { "joint", NULL };
  static const char * const keys[] = { "none", "absent" };
  StewardProblems *p = fixture->problems;

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const StewardJsonNode *r = fixture->root;
      const char *key = keys[i];

      g_assert_null (steward_json_read_string (r, key, STEWARD_JSON_OPTIONAL, 0, p));
      g_assert_cmpint (steward_json_read_integer (r, key, STEWARD_JSON_OPTIONAL, 0, 9, -1, p),
                       ==, -1);
      g_assert_true (steward_json_read_boolean (r, key, TRUE, p));
      g_assert_cmpint (steward_json_read_word (r, key, STEWARD_JSON_OPTIONAL, words, 7, p), ==, 7);
      g_assert_null (steward_json_read_array (r, key, STEWARD_JSON_OPTIONAL, p));
    }
  g_assert_null (steward_json_read_string (NULL, "x", STEWARD_JSON_REQUIRED, 0, p));
  assert_problems (fixture, "");
}

static void
test_every_wrong_value_is_pointed_at (Fixture       *fixture,
                                      gconstpointer  data)
{
  static const char * const words[] = { "joint", "self", NULL };
  const StewardJsonNode *r = fixture->root;
  StewardProblems *p = fixture->problems;
  g_auto(GStrv) mixed = NULL;

  g_assert_null (steward_json_read_string (r, "absent", STEWARD_JSON_REQUIRED, 0, p));
  g_assert_null (steward_json_read_string (r, "none", STEWARD_JSON_REQUIRED, 0, p));
  g_assert_null (steward_json_read_string (r, "whole", STEWARD_JSON_OPTIONAL, 0, p));
  g_assert_null (steward_json_read_string (r, "text", STEWARD_JSON_OPTIONAL, 1, p));
  g_assert_cmpint (steward_json_read_integer (r, "whole", STEWARD_JSON_OPTIONAL, 0, 9, 5, p), ==,
                   5);
  g_assert_cmpint (steward_json_read_integer (r, "big", STEWARD_JSON_OPTIONAL, 0, 9, 5, p), ==, 5);
  g_assert_cmpint (steward_json_read_integer (r, "real", STEWARD_JSON_OPTIONAL, 0, 9, 5, p), ==,
                   5);
  g_assert_cmpint (steward_json_read_word (r, "word", STEWARD_JSON_OPTIONAL, words, -1, p), ==,
                   -1);
  mixed = steward_json_read_strings (r, "mixed", STEWARD_JSON_OPTIONAL, p);
  g_assert_cmpuint (g_strv_length (mixed), ==, 1);
  g_assert_false (steward_json_read_boolean (r, "word", FALSE, p));
  assert_problems (fixture,
                   "f:1:1: “absent” is required here.\n"
                   "f:2:39: none: “none” is required here.\n"
                   "f:1:38: whole: Expected a text, found a number.\n"
                   "f:1:10: text: The text has 2 characters; at most 1 are allowed.\n"
                   "f:1:38: whole: Expected a whole number from 0 to 9.\n"
                   "f:1:62: big: Expected a whole number from 0 to 9.\n"
                   "f:1:50: real: Expected a whole number from 0 to 9.\n"
                   "f:2:23: word: “main” is none of: joint, self.\n"
                   "f:3:17: mixed[1]: Expected a text, found a number.\n"
                   "f:2:23: word: Expected true or false, found a text.");
}

static void
test_unknown_keys_are_told (Fixture       *fixture,
                            gconstpointer  data)
{
  static const char * const keys[] = { "x", NULL };
  const StewardJsonNode *object = steward_json_node_get_member (fixture->root, "object");

  steward_json_check_keys (object, keys, fixture->problems);
  steward_json_check_keys (NULL, keys, fixture->problems);
  assert_problems (fixture, "");
  steward_json_check_keys (steward_json_node_get_member (object, "x"), keys, fixture->problems);
  assert_problems (fixture, "f:3:45: object.x[\"y z\"]: The key “y z” is not known here.");
}

/* A list where an object belongs is one mistake, not one for each key. */
static void
test_what_is_no_object_is_told_once (Fixture       *fixture,
                                     gconstpointer  data)
{
  static const char * const keys[] = { "x", NULL };
  const StewardJsonNode *list = steward_json_node_get_member (fixture->root, "list");

  steward_json_check_keys (list, keys, fixture->problems);
  g_assert_null (steward_json_read_string (list, "x", STEWARD_JSON_REQUIRED, 0,
                                           fixture->problems));
  g_assert_null (steward_json_read_array (list, "y", STEWARD_JSON_OPTIONAL, fixture->problems));
  assert_problems (fixture, "f:2:53: list: Expected an object, found a list.");
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void      (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/json-read/good-values", test_good_values },
    { "/json-read/absent-and-null-are-the-same", test_absent_and_null_are_the_same },
    { "/json-read/every-wrong-value-is-pointed-at", test_every_wrong_value_is_pointed_at },
    { "/json-read/unknown-keys-are-told", test_unknown_keys_are_told },
    { "/json-read/what-is-no-object-is-told-once", test_what_is_no_object_is_told_once },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
