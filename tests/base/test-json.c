/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "steward-json.h"

static StewardJson *
parse (const char *text)
{
  g_autoptr(StewardProblems) problems = steward_problems_new ();
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  StewardJson *document = steward_json_parse (bytes, "x", problems);
  g_autofree char *wrong = steward_problems_to_string (problems);

  g_assert_cmpstr (wrong, ==, "");
  g_assert_nonnull (document);
  return document;
}

static void
test_every_kind (void)
{
  g_autoptr(StewardJson) document =
    parse (" [null, true, false, -12, 1.5e2, \"好\", [], {}] ");
  static const StewardJsonKind kinds[] = {
    STEWARD_JSON_NULL, STEWARD_JSON_BOOLEAN, STEWARD_JSON_BOOLEAN, STEWARD_JSON_NUMBER,
    STEWARD_JSON_NUMBER, STEWARD_JSON_STRING, STEWARD_JSON_ARRAY, STEWARD_JSON_OBJECT
  };
  const StewardJsonNode *root = steward_json_get_root (document);
  gint64 whole = 0;

  g_assert_cmpuint (steward_json_node_get_length (root), ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_cmpint (steward_json_node_get_kind (steward_json_node_get_element (root, i)), ==,
                     kinds[i]);
  g_assert_true (steward_json_node_get_boolean (steward_json_node_get_element (root, 1)));
  g_assert_false (steward_json_node_get_boolean (steward_json_node_get_element (root, 2)));
  g_assert_true (steward_json_node_get_integer (steward_json_node_get_element (root, 3), &whole));
  g_assert_cmpint (whole, ==, -12);
  g_assert_cmpfloat (steward_json_node_get_number (steward_json_node_get_element (root, 3)), ==,
                     -12);
  g_assert_false (steward_json_node_get_integer (steward_json_node_get_element (root, 4),
                                                 &whole));
  g_assert_cmpfloat (steward_json_node_get_number (steward_json_node_get_element (root, 4)), ==,
                     150);
  g_assert_cmpstr (steward_json_node_get_string (steward_json_node_get_element (root, 5)), ==,
                   "好");
}

static void
test_positions_count_characters (void)
{
  g_autoptr(StewardJson) document =
    parse ("\xef\xbb\xbf{\"名字\": \"高平\", \"n\": 1,\r\n\t\"𠮷\": [\r7,\n\n {\"a b\": 2}]}");
  static const struct
  {
    const char *key;
    guint       line;
    guint       column;
  } members[] = { { "名字", 1, 8 }, { "n", 1, 19 }, { "𠮷", 2, 7 } };
  const StewardJsonNode *root = steward_json_get_root (document);
  const StewardJsonNode *array = steward_json_node_get_member (root, "𠮷");
  const StewardJsonNode *deep;
  g_autofree char *path = NULL;

  g_assert_cmpuint (steward_json_node_get_column (root), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const StewardJsonNode *node = steward_json_node_get_member (root, members[i].key);

      g_assert_true (node == steward_json_node_get_element (root, i));
      g_assert_cmpstr (steward_json_node_get_key (root, i), ==, members[i].key);
      g_assert_cmpuint (steward_json_node_get_line (node), ==, members[i].line);
      g_assert_cmpuint (steward_json_node_get_column (node), ==, members[i].column);
    }
  g_assert_cmpuint (steward_json_node_get_line (steward_json_node_get_element (array, 0)), ==, 3);
  deep = steward_json_node_get_member (steward_json_node_get_element (array, 1), "a b");
  g_assert_cmpuint (steward_json_node_get_line (deep), ==, 5);
  g_assert_cmpuint (steward_json_node_get_column (deep), ==, 10);
  path = steward_json_node_get_path (deep);
  g_assert_cmpstr (path, ==, "𠮷[1][\"a b\"]");
}

static void
test_escapes (void)
{
  static const struct
  {
    const char *json;
    const char *text;
  } cases[] = {
    { "\"\"", "" },
    { "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t" },
    { "\"\\u6652\\u57CE\"", "晒城" },
    { "\"x\\ud842\\udfb7y\"", "x𠮷y" },
    { "\"\x7f\"", "\x7f" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(StewardJson) document = parse (cases[i].json);

      g_assert_cmpstr (steward_json_node_get_string (steward_json_get_root (document)), ==,
                       cases[i].text);
    }
}

static void
test_whole_numbers (void)
{
  static const struct
  {
    const char *json;
    gboolean    integer;
    double      number;
  } cases[] = {
    { "0", TRUE, 0 },
    { "-0", TRUE, 0 },
    { "9223372036854775807", TRUE, 9223372036854775807.0 },
    { "-9223372036854775808", TRUE, -9223372036854775808.0 },
    { "9223372036854775808", FALSE, 9223372036854775808.0 },
    { "99999999999999999999", FALSE, 99999999999999999999.0 },
    { "1.0", FALSE, 1 },
    { "1e2", FALSE, 100 },
    { "1E-2", FALSE, 0.01 },
    { "1e-999", FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(StewardJson) document = parse (cases[i].json);
      const StewardJsonNode *root = steward_json_get_root (document);
      gint64 whole;

      g_assert_cmpint (steward_json_node_get_integer (root, &whole), ==, cases[i].integer);
      g_assert_cmpfloat (steward_json_node_get_number (root), ==, cases[i].number);
    }
}

/* Squared, a hundred thousand members would not end. */
static void
test_large_objects_are_found_in (void)
{
  enum { N = 100000 };
  g_autoptr(GString) text = g_string_new ("{");
  g_autoptr(StewardJson) document = NULL;
  const StewardJsonNode *root;

  for (int i = 0; i < N; i++)
    g_string_append_printf (text, "%s\"key %d\":%d", i > 0 ? "," : "", i, i);
  g_string_append_c (text, '}');
  document = parse (text->str);
  root = steward_json_get_root (document);
  for (int i = 0; i < N; i++)
    {
      g_autofree char *key = g_strdup_printf ("key %d", i);

      g_assert_true (steward_json_node_get_member (root, key) ==
                     steward_json_node_get_element (root, i));
    }
  g_assert_null (steward_json_node_get_member (root, "key"));
  g_assert_null (steward_json_node_get_member (NULL, "key"));
  g_assert_null (steward_json_node_get_member (steward_json_node_get_element (root, 0), "key"));
}

static void
test_written_is_read (void)
{
  static const char * const texts[] = {
    "", "好 \"x\" \\ / \n\t\r\b\x01\x7f", "𠮷", "ends with \\", NULL
  };

  for (gsize i = 0; texts[i] != NULL; i++)
    {
      g_autoptr(GString) json = g_string_new (NULL);
      g_autoptr(StewardJson) document = NULL;

      steward_json_append_string (json, texts[i]);
      document = parse (json->str);
      g_assert_cmpstr (steward_json_node_get_string (steward_json_get_root (document)), ==,
                       texts[i]);
    }
}

static void
test_unwritable_text_is_replaced (void)
{
  g_autoptr(GString) json = g_string_new (NULL);

  steward_json_append_string (json, "a\xff");
  steward_json_append_string (json, NULL);
  g_assert_cmpstr (json->str, ==, "\"a\ufffd\"null");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/every-kind", test_every_kind);
  g_test_add_func ("/json/positions-count-characters", test_positions_count_characters);
  g_test_add_func ("/json/escapes", test_escapes);
  g_test_add_func ("/json/whole-numbers", test_whole_numbers);
  g_test_add_func ("/json/large-objects-are-found-in", test_large_objects_are_found_in);
  g_test_add_func ("/json/written-is-read", test_written_is_read);
  g_test_add_func ("/json/unwritable-text-is-replaced", test_unwritable_text_is_replaced);
  return g_test_run ();
}
