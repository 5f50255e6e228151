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
steward_test_paper_render (StewardPaperKind         kind,
                           const StewardSchedule   *schedule,
                           const char              *prefix,
                           char                   **notes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = steward_paper_render (kind, schedule, NULL, notes, &error);
  g_autofree char *name = g_strdup_printf ("%s-%s.pdf", prefix, steward_paper_get_stem (kind));
  char *path;

  g_assert_no_error (error);
  path = steward_test_pdf_save (pdf, name);
  steward_test_pdf_assert_good (path);
  return path;
}
