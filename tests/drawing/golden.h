/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Compares @text with the committed file golden/@name; with
 * STEWARD_WRITE_GOLDEN in the environment, writes the file instead, to be
 * read before it is committed. */
static inline void
golden_compare (const char *name,
                const char *text)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "drawing", "golden", name, NULL);
  g_autofree char *expected = NULL;
  g_autofree char *got = g_strconcat (text, "\n", NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) want_lines = NULL;
  g_auto (GStrv) got_lines = NULL;

  if (g_getenv ("STEWARD_WRITE_GOLDEN") != NULL)
    {
      g_file_set_contents (path, got, -1, &error);
      g_assert_no_error (error);
      return;
    }
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  want_lines = g_strsplit (expected, "\n", -1);
  got_lines = g_strsplit (got, "\n", -1);
  for (guint i = 0; want_lines[i] != NULL && got_lines[i] != NULL; i++)
    g_assert_cmpstr (got_lines[i], ==, want_lines[i]);
  g_assert_cmpuint (g_strv_length (got_lines), ==, g_strv_length (want_lines));
}
