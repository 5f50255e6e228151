/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack-fixture.h"

char *
fixture_good_text (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "catalog", "good.json", NULL);
  g_autoptr(GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

char *
fixture_replace (const char *text,
                 const char *find,
                 const char *replacement)
{
  const char *at = strstr (text, find);

  if (at == NULL)
    g_error ("“%s” is not in the text", find);
  return g_strdup_printf ("%.*s%s%s", (int) (at - text), text, replacement, at + strlen (find));
}

StewardPack *
fixture_read (const char          *text,
              StewardPackResolver  resolve,
              gpointer             user_data,
              StewardProblems     *problems)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return steward_pack_read (bytes, "test.json", resolve, user_data, problems);
}

StewardPack *
fixture_read_good (const char          *text,
                   StewardPackResolver  resolve,
                   gpointer             user_data)
{
  g_autoptr(StewardProblems) problems = steward_problems_new ();
  StewardPack *pack = fixture_read (text, resolve, user_data, problems);
  g_autofree char *lines = steward_problems_to_string (problems);

  g_assert_cmpstr (lines, ==, "");
  g_assert_nonnull (pack);
  return pack;
}
