/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-csv.h"

static void
test_fields (void)
{
  static const struct
  {
    const char *text;
    const char *field;
  } cases[] = {
    { NULL, "" },
    { "", "" },
    { "晋城", "晋城" },
    { "a b", "a b" },
    { "a,b", "\"a,b\"" },
    { "a\"b", "\"a\"\"b\"" },
    { "a\nb", "\"a\nb\"" },
    { "a\r", "\"a\r\"" },
    { " a", "\" a\"" },
    { "a ", "\"a \"" },
    { "=1+1", "'=1+1" },
    { "+86", "'+86" },
    { "-1", "'-1" },
    { "@SUM(A1)", "'@SUM(A1)" },
    { "\t=1", "\"'\t=1\"" },
    { "＝1", "'＝1" },
    { "＠a", "'＠a" },
    { "=\"a\",1", "\"'=\"\"a\"\",1\"" },
    { "1-1", "1-1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) csv = g_string_new ("x,");
      g_autofree char *expected = g_strconcat ("x,", cases[i].field, NULL);

      steward_csv_append_text (csv, cases[i].text);
      g_assert_cmpstr (csv->str, ==, expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/fields", test_fields);
  return g_test_run ();
}
