/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-test-paper.h"

#include "steward-test-pdf.h"

StewardSchedule *
steward_test_schedule (StewardProject *project)
{
  g_autoptr (StewardCalendar) calendar = steward_calendar_new_official ();
  g_autoptr (GError) error = NULL;
  StewardSchedule *schedule =
    steward_schedule_new (project, calendar, steward_day_from_ymd (2026, 8, 12), &error);

  g_assert_no_error (error);
  return schedule;
}

char *
steward_test_paper_render_about (StewardPaperKind         kind,
                                 const StewardSchedule   *schedule,
                                 const char              *subject,
                                 const char              *prefix,
                                 char                   **notes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = steward_paper_render (kind, schedule, subject, notes, &error);
  g_autofree char *name = g_strdup_printf ("%s-%s%s%s.pdf", prefix, steward_paper_get_stem (kind),
                                           subject != NULL && *subject != '\0' ? "-" : "", subject != NULL ? subject : "");
  char *path;

  g_assert_no_error (error);
  path = steward_test_pdf_save (pdf, name);
  steward_test_pdf_assert_good (path);
  return path;
}

char *
steward_test_paper_render (StewardPaperKind         kind,
                           const StewardSchedule   *schedule,
                           const char              *prefix,
                           char                   **notes)
{
  return steward_test_paper_render_about (kind, schedule, NULL, prefix, notes);
}

/* Whole sentences and boxes on lines of their own, so that a difference can
 * be read; where the fonts at hand break lines does not matter. */
static char *
fold (const char *squeezed)
{
  GString *result = g_string_new (NULL);

  for (const char *p = squeezed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if ((character == 0x2610 || character == 0x2611) && result->len > 0)
        g_string_append_c (result, '\n');
      g_string_append_unichar (result, character);
      if (character == 0x3002 || character == 0xff1b)
        g_string_append_c (result, '\n');
    }
  if (result->len > 0 && result->str[result->len - 1] != '\n')
    g_string_append_c (result, '\n');
  return g_string_free (result, FALSE);
}

void
steward_test_paper_compare (const char *name,
                            const char *path)
{
  g_autofree char *file = g_strconcat (name, ".txt", NULL);
  g_autofree char *golden = g_test_build_filename (G_TEST_DIST, "document", "golden", file, NULL);
  g_autofree char *squeezed = steward_test_pdf_text (path);
  g_autofree char *folded = fold (squeezed);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) want = NULL;
  g_auto (GStrv) have = NULL;

  if (g_getenv ("STEWARD_WRITE_GOLDEN") != NULL)
    g_file_set_contents (golden, folded, -1, &error);
  g_assert_no_error (error);
  g_file_get_contents (golden, &expected, NULL, &error);
  g_assert_no_error (error);
  want = g_strsplit (expected, "\n", -1);
  have = g_strsplit (folded, "\n", -1);
  for (guint i = 0; want[i] != NULL || have[i] != NULL; i++)
    if (g_strcmp0 (want[i], have[i]) != 0)
      g_error ("%s line %u: expected “%s”, got “%s”", name, i + 1,
               want[i] != NULL ? want[i] : "the end", have[i] != NULL ? have[i] : "the end");
}
