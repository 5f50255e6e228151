/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-test-paper.h"

#include "steward-adjustments.h"
#include "steward-edition.h"
#include "steward-meeting.h"
#include "steward-papers.h"
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

static void
tick_item (StewardProject *project,
           const char     *item)
{
  const StewardPack *pack = steward_project_get_pack (project);

  steward_project_set_tick (project, steward_pack_find_item_box (pack, item)->id, TRUE, "试验", "2026-03-01T09:00:00");
}

/* A case that was received, sent back with @text, accepted and granted. */
static void
add_case (StewardProject *project,
          const char     *id,
          const char     *item,
          StewardMode     mode,
          const char     *name,
          const char     *text)
{
  g_autoptr (StewardCase) handled = steward_case_new (id, item);

  tick_item (project, item);
  handled->mode = mode;
  g_free (handled->number);
  handled->number = g_strdup (name);
  steward_case_add_event (handled, STEWARD_CASE_RECEIVED, steward_day_from_ymd (2026, 3, 3), "", "", "");
  steward_case_add_event (handled, STEWARD_CASE_CORRECTION_STARTS, steward_day_from_ymd (2026, 3, 4), "", "补正", text);
  steward_case_add_event (handled, STEWARD_CASE_CORRECTION_ENDS, steward_day_from_ymd (2026, 3, 5), "", "补正", "");
  steward_case_add_event (handled, STEWARD_CASE_ACCEPTED, steward_day_from_ymd (2026, 3, 5), "", "", "");
  steward_project_put_case (project, handled);
}

static void
add_meeting (StewardProject *project,
             const char     *name,
             const char     *text)
{
  g_autoptr (GPtrArray) attendance = g_ptr_array_new ();
  g_autoptr (GPtrArray) opinions = g_ptr_array_new ();
  char planning[] = "dt.b.planning", ecology[] = "dt.b.ecology", eia[] = "dt.s1.eia", nobody[] = "";
  StewardAttendance people[] = { { planning, STEWARD_PRESENCE_PRESENT, (char *) name },
                                 { (char *) name, STEWARD_PRESENCE_ABSENT, nobody },
                                 { ecology, STEWARD_PRESENCE_EXCUSED, nobody } };
  StewardOpinion said[] = { { planning, nobody, STEWARD_OPINION_AGREE, nobody },
                            { ecology, eia, STEWARD_OPINION_CONDITIONS, (char *) text },
                            { (char *) name, (char *) name, STEWARD_OPINION_DISAGREE, (char *) text },
                            { planning, nobody, STEWARD_OPINION_NONE, (char *) text } };
  StewardMeeting meeting = { .day = steward_day_from_ymd (2026, 3, 2), .title = (char *) name, .place = (char *) name,
                             .attendance = attendance, .opinions = opinions, .minutes = (char *) text };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    g_ptr_array_add (attendance, &people[i]);
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    g_ptr_array_add (opinions, &said[i]);
  g_assert_cmpuint (steward_project_put_meeting (project, &meeting, &error), ==, 1);
  g_assert_no_error (error);
}

static void
add_steps (StewardProject *project,
           const char     *text)
{
  static const struct { StewardEntrustmentKind kind; int day; } steps[] = {
    { STEWARD_ENTRUSTMENT_STEP_DRAFTED, 1 }, { STEWARD_ENTRUSTMENT_STEP_SIGNED, 2 }, { STEWARD_ENTRUSTMENT_STEP_REMINDED, 9 },
    { STEWARD_ENTRUSTMENT_STEP_SUSPENDED, 16 }, { STEWARD_ENTRUSTMENT_STEP_RESUMED, 20 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      char nobody[] = "";
      StewardEntrustmentStep step = { .day = steward_day_from_ymd (2026, 3, steps[i].day), .kind = steps[i].kind,
                                      .ground = nobody, .note = (char *) text, .by = nobody, .document = nobody };
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (steward_project_put_step (project, &step, &error), ==, i + 1);
      g_assert_no_error (error);
    }
}

/* The first material of the blank slots below is handed in. */
static void
add_materials (StewardProject *project,
               const char     *name)
{
  char nobody[] = "";
  g_autofree char *id = g_strdup (steward_project_add_rows (project, "dt.s1.box.mat-main-blank", name, "试验"));
  g_autofree char *other = g_strconcat (name, "（二）", NULL);
  const StewardReceipt receipt = { id, steward_day_from_ymd (2026, 3, 3), nobody, nobody };
  g_autoptr (GError) error = NULL;

  steward_project_add_rows (project, "dt.s1.box.mat-earlier-blank", other, "试验");
  steward_project_put_receipt (project, &receipt, &error);
  g_assert_no_error (error);
}

void
steward_test_issue (StewardProject *project,
                    int             day,
                    const char     *reason)
{
  g_autoptr (StewardPlan) plan = steward_plan_new (project);
  g_autofree char *content = steward_plan_freeze (plan);
  char nobody[] = "";
  const StewardEdition edition = { .day = steward_day_from_ymd (2026, 3, day), .by = nobody, .reason = (char *) reason,
                                   .content = content, .paper = nobody, .notified = STEWARD_DAY_NONE };
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (steward_project_add_edition (project, &edition, &error), >, 0);
  g_assert_no_error (error);
}

/* Something added, dropped and changed from one version to the next. */
static void
add_editions (StewardProject *project,
              const char     *name,
              const char     *text)
{
  const StewardPack *pack = steward_project_get_pack (project);

  tick_item (project, "dt.s1.filing");
  steward_test_issue (project, 10, "");
  steward_project_set_tick (project, steward_pack_find_item_box (pack, "dt.s1.filing")->id, FALSE, "试验",
                            "2026-03-11T09:00:00");
  tick_item (project, "dt.s1.flood-impact");
  steward_project_add_rows (project, "dt.s1.box.mat-main-blank", "虚构增加的材料", "试验");
  steward_project_set_text (project, "dt.s1.text.optimisation", text);
  steward_test_issue (project, 12, name);
}

StewardProject *
steward_test_full_project (const char *name,
                           const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardPack) pack = steward_pack_library_load ("datong-2025", &error);
  StewardProject *project;

  g_assert_no_error (error);
  project = steward_project_new (pack);
  for (guint fact = 0; fact < STEWARD_N_FACTS; fact++)
    if (steward_fact_get_kind (fact) == STEWARD_FACT_TEXT)
      steward_project_set_fact (project, fact, name);
  add_case (project, "c1", "dt.s1.eia", STEWARD_MODE_DEFERRAL, name, text);
  add_case (project, "c2", "dt.s1.energy-review", STEWARD_MODE_COMMITMENT, name, text);
  add_case (project, "c3", "dt.s1.water-soil", STEWARD_MODE_NORMAL, name, text);
  steward_project_set_text (project, "dt.s1.text.special-steps", text);
  steward_project_set_text (project, "dt.s1.text.key-points", text);
  add_materials (project, name);
  add_editions (project, name, text);
  add_meeting (project, name, text);
  add_steps (project, text);
  g_assert_true (steward_project_put_edit (project, STEWARD_EDIT_POLICY, STEWARD_EDIT_REASONS, text, name, NULL, NULL));
  return project;
}

const char *
steward_test_full_subject (StewardPaperKind kind)
{
  switch (steward_paper_get_subject (kind))
    {
    case STEWARD_SUBJECT_STAGE:
      return "dt.s1";
    case STEWARD_SUBJECT_CASE:
      return kind == STEWARD_PAPER_DEFERRAL ? "c1" : kind == STEWARD_PAPER_COMMITMENT ? "c2" : "c3";
    case STEWARD_SUBJECT_EDITION:
      return "2";
    case STEWARD_SUBJECT_MEETING:
      return "1";
    case STEWARD_SUBJECT_STEP:
      return kind == STEWARD_PAPER_SUSPENSION ? "4" : "5";
    case STEWARD_SUBJECT_PROJECT:
    case STEWARD_N_SUBJECTS:
    default:
      return "";
    }
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
