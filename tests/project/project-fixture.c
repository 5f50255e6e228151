/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project-fixture.h"

StewardProject *
fixture_new_project (const char *pack_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardPack) pack = steward_pack_library_load (pack_id, &error);

  g_assert_no_error (error);
  return steward_project_new (pack);
}

StewardDay
fixture_day (const char *text)
{
  StewardDay day;

  g_assert_true (steward_day_parse (text, &day));
  return day;
}

void
fixture_assert_day (StewardDay  actual,
                    const char *expected)
{
  g_autofree char *text = steward_day_format (actual);

  g_assert_cmpstr (text, ==, expected);
}

void
fixture_tick (StewardProject *project,
              const char     *box)
{
  steward_project_set_tick (project, box, TRUE, "投资科", "2026-03-01T08:00:00+08:00");
}
