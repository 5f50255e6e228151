/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "steward-error.h"
#include "steward-json.h"

/* Parses a copy that ends where the memory ends, so that a sanitizer sees
 * every look beyond it. There must be one problem, or none. */
static char *
find_problem (const char *data,
              gsize       size)
{
  g_autoptr(StewardProblems) problems = steward_problems_new ();
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(StewardJson) document = steward_json_parse (bytes, "x", problems);

  g_assert_cmpuint (steward_problems_get_count (problems), ==, document == NULL ? 1 : 0);
  return steward_problems_to_string (problems);
}

typedef struct
{
  const char *name;
  const char *data;
  gsize       size;
  const char *problem;
} Case;

#define CASE(name, data, problem) { name, data, sizeof (data) - 1, problem }

static const Case cases[] = {
  CASE ("empty", "", "x:1:1: The text ends here; expected a value."),
  CASE ("spaces", " \n ", "x:2:2: The text ends here; expected a value."),
  CASE ("trailing-comma-list", "[1,]", "x:1:4: Expected a value, found “]”."),
  CASE ("trailing-comma-object", "{\"a\": 1,\n}",
        "x:2:1: Expected a key in double quotes, found “}”."),
  CASE ("comment", "{\"a\": 1} // x", "x:1:10: Expected the end of the text, found “/”."),
  CASE ("two-values", "{}\n[]", "x:2:1: Expected the end of the text, found “[”."),
  CASE ("no-comma", "[\"好\" 2]", "x:1:6: Expected “,” or “]”, found “2”."),
  CASE ("no-colon", "{\"a\" 2}", "x:1:6: Expected “:” after the key, found “2”."),
  CASE ("single-quotes", "{'a': 2}", "x:1:2: Expected a key in double quotes, found “'”."),
  CASE ("wrong-bracket", "{\"a\": [1}", "x:1:9: Expected “,” or “]”, found “}”."),
  CASE ("duplicate-key", "{\"名\": 1,\n \"b\": 2, \"名\": 3}",
        "x:2:10: The key “名” was used before in this object, in line 1."),
  CASE ("duplicate-escaped-key", "{\"a\": 1, \"\\u0061\": 3}",
        "x:1:10: The key “a” was used before in this object, in line 1."),
  CASE ("nan", "{\"a\": NaN}", "x:1:7: “NaN” is no JSON value; expected a value."),
  CASE ("infinity", "[-Infinity]", "x:1:3: Expected a digit, found “I”."),
  CASE ("capital-true", "[True]", "x:1:2: “True” is no JSON value; expected a value."),
  CASE ("too-large", "[1e999]", "x:1:2: The number is too large."),
  CASE ("leading-zero", "[012]", "x:1:2: A number must not begin with 0."),
  CASE ("plus", "[+1]", "x:1:2: Expected a value, found “+”."),
  CASE ("no-fraction", "[1.]", "x:1:4: Expected a digit, found “]”."),
  CASE ("no-exponent", "[1e]", "x:1:4: Expected a digit, found “]”."),
  CASE ("hexadecimal", "[0x10]", "x:1:3: Expected “,” or “]”, found “x”."),
  CASE ("full-width-digit", "[１]", "x:1:2: Expected a value, found “１”."),
  CASE ("tab-in-string", "[\"好\tx\"]",
        "x:1:4: The control character U+0009 must be escaped in a string."),
  CASE ("newline-in-string", "[\"a\nb\"]",
        "x:1:4: The control character U+000A must be escaped in a string."),
  CASE ("control-outside", "[\x01]", "x:1:2: Expected a value, found “U+0001”."),
  CASE ("wrong-escape", "[\"\\x\"]",
        "x:1:4: Expected one of \"\\/bfnrtu after a backslash, found “x”."),
  CASE ("short-unicode", "[\"\\u12g4\"]", "x:1:3: “\\u” needs four hexadecimal digits."),
  CASE ("zero-escape", "[\"a\\u0000\"]",
        "x:1:4: The character U+0000 is not allowed in a text."),
  CASE ("lone-high-surrogate", "[\"好\\ud800x\"]",
        "x:1:4: Half of a surrogate pair stands alone; it is no character."),
  CASE ("lone-low-surrogate", "[\"\\udc00\"]",
        "x:1:3: Half of a surrogate pair stands alone; it is no character."),
  CASE ("two-high-surrogates", "[\"\\ud800\\ud800\"]",
        "x:1:3: Half of a surrogate pair stands alone; it is no character."),
  CASE ("encoded-surrogate", "[\"\xed\xa0\x80\"]",
        "x:1:3: The byte 0xED is not UTF-8; the text may be GBK. Save it as UTF-8."),
  CASE ("overlong", "[\"\xc0\xaf\"]",
        "x:1:3: The byte 0xC0 is not UTF-8; the text may be GBK. Save it as UTF-8."),
  CASE ("gbk", "{\"好\": 1,\r\n\"\xd6\xd0\xce\xc4\": 2}",
        "x:2:2: The byte 0xD6 is not UTF-8; the text may be GBK. Save it as UTF-8."),
  CASE ("utf-16-little", "\xff\xfe{\0}\0",
        "x:1:1: The text is UTF-16, not UTF-8. Save it as UTF-8."),
  CASE ("utf-16-big", "\xfe\xff\0{\0}",
        "x:1:1: The text is UTF-16, not UTF-8. Save it as UTF-8."),
  CASE ("utf-16-no-mark", "{\0}\0", "x:1:1: The text is UTF-16, not UTF-8. Save it as UTF-8."),
  CASE ("zero-byte", "[\"a\0b\"]", "x:1:4: A zero byte is no text."),
  CASE ("mark-only", "\xef\xbb\xbf", "x:1:1: The text ends here; expected a value."),
  CASE ("two-marks", "\xef\xbb\xbf\xef\xbb\xbf[]", "x:1:1: Expected a value, found “\ufeff”."),
};

static void
test_case (gconstpointer data)
{
  const Case *wrong = data;
  g_autofree char *problem = find_problem (wrong->data, wrong->size);

  g_assert_cmpstr (problem, ==, wrong->problem);
}

/* Every piece cut off the end leaves something that is not a document. */
static void
test_truncated_at_every_byte (void)
{
  static const char whole[] =
    "\xef\xbb\xbf{\"名\": [1.5e+3, -2, true, null, \"\\u6652\\ud842\\udfb7\\n𠮷\"],\r\n"
    " \"b\": {\"c\": [[], {}]}, \"d\": false}";
  g_autofree char *fine = find_problem (whole, sizeof whole - 1);

  g_assert_cmpstr (fine, ==, "");
  for (gsize size = 0; size < sizeof whole - 1; size++)
    {
      g_autofree char *problem = find_problem (whole, size);

      g_assert_cmpstr (problem, !=, "");
    }
}

/* Whatever one byte becomes, the parser says yes or says one thing. */
static void
test_any_byte_changed (void)
{
  static const char whole[] = "{\"名\": [1.5e+3, true, \"\\u6652\\n\"], \"b\": {\"c\": null}}";

  for (gsize i = 0; i < sizeof whole - 1; i++)
    for (int byte = 0; byte < 256; byte++)
      {
        g_autofree char *changed = g_memdup2 (whole, sizeof whole);
        g_autofree char *problem = NULL;

        changed[i] = byte;
        problem = find_problem (changed, sizeof whole - 1);
      }
}

static void
test_nesting_is_bounded (void)
{
  enum { DEEP = 100000 };
  static const char * const openings[] = { "[", "{\"a\":" };

  for (gsize i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autofree char *problem = NULL;

      for (int n = 0; n < DEEP; n++)
        g_string_append (text, openings[i]);
      problem = find_problem (text->str, text->len);
      g_assert_true (g_str_has_suffix (problem, "Nested deeper than 32 levels; "
                                                "this is the most that is read."));
    }
}

static void
test_the_deepest_allowed_is_read (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *problem = NULL;

  for (int n = 0; n < STEWARD_JSON_MAX_DEPTH; n++)
    g_string_append_c (text, '[');
  for (int n = 0; n < STEWARD_JSON_MAX_DEPTH; n++)
    g_string_append_c (text, ']');
  problem = find_problem (text->str, text->len);
  g_assert_cmpstr (problem, ==, "");
}

static void
test_number_of_values_is_bounded (void)
{
  g_autoptr(GString) text = g_string_new ("[0");
  g_autofree char *problem = NULL;

  for (int n = 0; n < STEWARD_JSON_MAX_VALUES; n++)
    g_string_append (text, ",0");
  g_string_append_c (text, ']');
  problem = find_problem (text->str, text->len);
  g_assert_nonnull (strstr (problem, "More than 4194304 values"));
}

static void
test_endless_number (void)
{
  g_autofree char *text = g_strnfill (1000000, '7');
  g_autofree char *problem = find_problem (text, 1000000);

  g_assert_cmpstr (problem, ==, "x:1:1: The number has more than 512 characters.");
}

static void
test_large_files (void)
{
  enum { SIZE = 50 * 1024 * 1024 };
  g_autofree char *text = g_malloc (SIZE);
  g_autofree char *broken = NULL;
  g_autofree char *fine = NULL;

  memset (text, 'x', SIZE);
  text[0] = text[SIZE - 1] = '"';
  fine = find_problem (text, SIZE);
  g_assert_cmpstr (fine, ==, "");
  text[SIZE - 1] = 'x';
  broken = find_problem (text, SIZE);
  g_assert_cmpstr (broken, ==,
                   "x:1:52428801: The text ends inside a string; expected “\"”.");
}

static void
test_size_is_bounded (void)
{
  const gsize size = 64 * 1024 * 1024 + 1;
  g_autofree char *text = g_malloc0 (size);
  g_autofree char *problem = find_problem (text, size);

  g_assert_cmpstr (problem, ==,
                   "x:1:1: The text is larger than 64 MiB, the most that is read.");
}

static void
test_loading_says_which_kind_of_error (void)
{
  static const struct
  {
    const char *text;
    gsize       max_bytes;
    int         code;
  } files[] = {
    { "[1,]", 0, STEWARD_ERROR_SYNTAX },
    { "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", 0, STEWARD_ERROR_LIMIT },
    { "[1, 2, 3]", 8, STEWARD_ERROR_LIMIT },
  };
  g_autofree char *path = NULL;
  g_autoptr(GFile) file = NULL;
  g_autoptr(GError) missing = NULL;

  g_close (g_file_open_tmp ("steward-json-XXXXXX", &path, NULL), NULL);
  file = g_file_new_for_path (path);
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_true (g_file_set_contents (path, files[i].text, -1, NULL));
      g_assert_null (steward_json_load (file, files[i].max_bytes, NULL, &error));
      g_assert_error (error, STEWARD_ERROR, files[i].code);
      g_assert_nonnull (strstr (error->message, path));
    }
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_null (steward_json_load (file, 0, NULL, &missing));
  g_assert_error (missing, STEWARD_ERROR, STEWARD_ERROR_READ);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/json/malformed/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/json/truncated-at-every-byte", test_truncated_at_every_byte);
  g_test_add_func ("/json/any-byte-changed", test_any_byte_changed);
  g_test_add_func ("/json/nesting-is-bounded", test_nesting_is_bounded);
  g_test_add_func ("/json/the-deepest-allowed-is-read", test_the_deepest_allowed_is_read);
  g_test_add_func ("/json/number-of-values-is-bounded", test_number_of_values_is_bounded);
  g_test_add_func ("/json/endless-number", test_endless_number);
  g_test_add_func ("/json/large-files", test_large_files);
  g_test_add_func ("/json/size-is-bounded", test_size_is_bounded);
  g_test_add_func ("/json/loading-says-which-kind-of-error",
                   test_loading_says_which_kind_of_error);
  return g_test_run ();
}
