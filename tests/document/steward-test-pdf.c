/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-test-pdf.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

char *
steward_test_pdf_save (GBytes     *pdf,
                       const char *name)
{
  g_autofree char *folder = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "papers", NULL);
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (pdf);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  return path;
}

char *
steward_test_pdf_run (const char *path,
                      ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  g_autofree char *complaints = NULL;
  int status = 0;
  va_list arguments;

  va_start (arguments, path);
  for (const char *argument = va_arg (arguments, const char *); argument != NULL;
       argument = va_arg (arguments, const char *))
    g_ptr_array_add (argv, (gpointer) (g_str_equal (argument, "@") ? path : argument));
  va_end (arguments);
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output,
                &complaints, &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, &error))
    g_error ("%s %s: %s\n%s%s", (char *) argv->pdata[0], path, error->message, output, complaints);
  return output;
}

char *
steward_test_squeeze (const char *text)
{
  GString *result = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (!g_unichar_isspace (character) && character != '\f')
        g_string_append_unichar (result, character);
    }
  return g_string_free (result, FALSE);
}

char *
steward_test_pdf_text (const char *path)
{
  g_autofree char *text = steward_test_pdf_run (path, "pdftotext", "-enc", "UTF-8", "-raw", "@", "-", NULL);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  return steward_test_squeeze (text);
}

guint
steward_test_count (const char *text,
                    const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + strlen (part), part))
    n++;
  return n;
}

guint
steward_test_pdf_n_pages (const char *path)
{
  g_autofree char *info = steward_test_pdf_run (path, "pdfinfo", "@", NULL);
  const char *pages = strstr (info, "Pages:");

  g_assert_nonnull (pages);
  return (guint) atoi (pages + strlen ("Pages:"));
}

/* Each line of pdffonts ends in: embedded, subset, text map, object number. */
static void
assert_fonts_embedded (const char *path)
{
  g_autofree char *output = steward_test_pdf_run (path, "pdffonts", "@", NULL);
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);
  guint n = g_strv_length (lines);

  g_assert_cmpuint (n, >, 3);
  for (guint i = 2; i < n; i++)
    if (*lines[i] != '\0' && g_regex_match_simple (" no +", lines[i], 0, 0))
      g_error ("%s: a font is not embedded as a subset with its text: %s", path, lines[i]);
}

void
steward_test_pdf_assert_good (const char *path)
{
  g_autofree char *check = steward_test_pdf_run (path, "qpdf", "--check", "@", NULL);
  g_autofree char *info = steward_test_pdf_run (path, "pdfinfo", "@", NULL);
  g_autofree char *catalog = steward_test_pdf_run (path, "qpdf", "--json", "--json-key=qpdf", "@", NULL);

  g_assert_null (strstr (check, "WARNING"));
  g_assert_true (g_regex_match_simple ("Tagged: +yes", info, 0, 0));
  g_assert_true (g_regex_match_simple ("Page size: +595\\.\\d+ x 841\\.\\d+ pts \\(A4\\)", info, 0, 0));
  g_assert_nonnull (strstr (catalog, "zh-CN"));
  assert_fonts_embedded (path);
}
