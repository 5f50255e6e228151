/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schedule-fixture.h"

#include <stdlib.h>
#include <string.h>

StewardCalendar *
fixture_get_calendar (void)
{
  static StewardCalendar *calendar;

  if (calendar == NULL)
    calendar = steward_calendar_new_official ();
  return calendar;
}

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
  StewardDay value;

  g_assert_true (steward_day_parse (text, &value));
  return value;
}

void
fixture_assert_day (StewardDay  actual,
                    const char *expected)
{
  g_autofree char *text = steward_day_format (actual);

  g_assert_cmpstr (text, ==, expected);
}

void
fixture_tick_item (StewardProject *project,
                   const char     *item)
{
  const StewardBox *box = steward_pack_find_item_box (steward_project_get_pack (project), item);

  g_assert_nonnull (box);
  steward_project_set_tick (project, box->id, TRUE, "科室", "");
}

void
fixture_tick_all (StewardProject *project)
{
  GPtrArray *items = steward_pack_get_items (steward_project_get_pack (project));

  for (guint i = 0; i < items->len; i++)
    fixture_tick_item (project, ((StewardItem *) items->pdata[i])->id);
}

void
fixture_put_case (StewardProject *project,
                  const char     *item,
                  ...)
{
  g_autofree char *id = g_strconcat ("c.", item, NULL);
  g_autoptr (StewardCase) handled = steward_case_new (id, item);
  const char *word;
  va_list words;

  va_start (words, item);
  while ((word = va_arg (words, const char *)))
    steward_case_add_event (handled, atoi (word), fixture_day (strchr (word, ' ') + 1), "", "", "");
  va_end (words);
  steward_project_put_case (project, handled);
}

void
fixture_put_segment (StewardProject *project,
                     const char     *id,
                     const char     *item,
                     const char     *segment,
                     const char     *accepted,
                     const char     *decided)
{
  g_autoptr (StewardCase) handled = steward_case_new (id, item);

  g_free (handled->segment);
  handled->segment = g_strdup (segment);
  if (accepted)
    steward_case_add_event (handled, STEWARD_CASE_ACCEPTED, fixture_day (accepted), "", "", "");
  if (decided)
    steward_case_add_event (handled, STEWARD_CASE_GRANTED, fixture_day (decided), "", "", "");
  steward_project_put_case (project, handled);
}

StewardSchedule *
fixture_schedule (StewardProject *project,
                  const char     *as_of)
{
  g_autoptr (GError) error = NULL;
  StewardSchedule *schedule = steward_schedule_new (project, fixture_get_calendar (), fixture_day (as_of), &error);

  g_assert_no_error (error);
  return schedule;
}
