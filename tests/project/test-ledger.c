/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project-fixture.h"
#include "steward-adjustments.h"
#include "steward-edition.h"
#include "steward-ledger.h"
#include "steward-meeting.h"
#include "steward-papers.h"

#include <string.h>

#define UUID "0f8fad5b-d9cb-469f-a165-70867728950e"

static void
add_typed (StewardProject *project,
           const char     *day,
           const char     *text)
{
  StewardLedgerEntry entry = { fixture_day (day), (char *) "咨询解答", (char *) text, (char *) "已答复" };

  steward_project_add_ledger_entry (project, &entry);
}

static void
add_case (StewardProject *project)
{
  g_autoptr (StewardCase) handled = steward_case_new ("c1", "jc.s1.item.filing");

  steward_case_add_event (handled, STEWARD_CASE_RECEIVED, fixture_day ("2026-03-02"), "", "", "");
  steward_case_add_event (handled, STEWARD_CASE_PROCEDURE_STARTS, fixture_day ("2026-03-03"), "", "听证", "三天");
  steward_case_add_event (handled, STEWARD_CASE_GRANTED, fixture_day ("2026-03-09"), "", "", "");
  handled->delivered = fixture_day ("2026-03-10");
  steward_project_put_case (project, handled);
}

static void
add_records (StewardProject *project)
{
  StewardPack *pack = steward_project_get_pack (project);
  StewardEntrustmentStep step = { .day = fixture_day ("2026-03-04"), .kind = STEWARD_ENTRUSTMENT_STEP_STAGE_CLOSED,
                                  .ground = (char *) "jc.s1" };
  StewardEdition edition = { .day = fixture_day ("2026-03-01"), .reason = (char *) "首次", .content = (char *) "{}",
                             .notified = fixture_day ("2026-03-05") };
  StewardMeeting meeting = { .day = fixture_day ("2026-03-06"), .title = (char *) "联审", .place = (char *) "二楼" };
  StewardDocument document = { (char *) UUID, (char *) "scan", NULL, (char *) "委托书", STEWARD_DOCUMENT_SIGNED,
                               fixture_day ("2026-03-07"), NULL, NULL, NULL, NULL, NULL, NULL };
  StewardStartedTimer timer = { .timer = ((StewardTimer *) steward_pack_get_timers (pack)->pdata[0])->id,
                                .from = fixture_day ("2026-03-01"), .due = STEWARD_DAY_NONE,
                                .done = fixture_day ("2026-03-08") };

  g_assert_cmpuint (steward_project_put_step (project, &step, NULL), ==, 1);
  g_assert_cmpuint (steward_project_add_edition (project, &edition, NULL), ==, 1);
  g_assert_cmpuint (steward_project_put_meeting (project, &meeting, NULL), ==, 1);
  g_assert_true (steward_project_put_document (project, &document, NULL));
  g_assert_cmpuint (steward_project_put_timer (project, &timer, NULL), ==, 1);
  /* Nothing to tell before it is done. */
  timer.done = STEWARD_DAY_NONE;
  g_assert_cmpuint (steward_project_put_timer (project, &timer, NULL), ==, 2);
}

static void
assert_line (GPtrArray  *lines,
             guint       index,
             const char *day,
             const char *source,
             const char *text)
{
  const StewardLedgerLine *line = lines->pdata[index];

  g_assert_cmpuint (lines->len, >, index);
  fixture_assert_day (line->day, day);
  g_assert_cmpstr (line->source, ==, source);
  if (text)
    g_assert_cmpstr (line->text, ==, text);
}

static void
test_everything_that_happened_is_told_once (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  g_autoptr (GPtrArray) lines = NULL;
  const char *name = steward_pack_find_item (steward_project_get_pack (project), "jc.s1.item.filing")->name;
  g_autofree char *granted = g_strconcat (name, "：准予许可", NULL);
  g_autofree char *heard = g_strconcat (name, "：特别程序开始（听证）（三天）", NULL);

  add_typed (project, "2026-03-02", "电话");
  add_case (project);
  add_records (project);
  lines = steward_ledger_new (project);
  g_assert_cmpuint (lines->len, ==, 11);
  assert_line (lines, 0, "2026-03-01", "edition 1", "发出方案第1版（首次）");
  assert_line (lines, 1, "2026-03-02", "", "电话");
  assert_line (lines, 2, "2026-03-02", "case c1 1 2026-03-02", NULL);
  assert_line (lines, 3, "2026-03-03", "case c1 9 2026-03-03", heard);
  assert_line (lines, 4, "2026-03-04", "step 1", NULL);
  assert_line (lines, 5, "2026-03-05", "edition 1 notified", "方案第1版告知项目单位");
  assert_line (lines, 6, "2026-03-06", "meeting 1", "会商：联审（二楼）");
  assert_line (lines, 7, "2026-03-07", "document " UUID, "文件：委托书（签署）");
  assert_line (lines, 8, "2026-03-08", "timer 1", NULL);
  assert_line (lines, 9, "2026-03-09", "case c1 11 2026-03-09", granted);
  assert_line (lines, 10, "2026-03-10", "case c1 delivered", NULL);
  g_assert_cmpstr (((StewardLedgerLine *) lines->pdata[9])->result, ==, "准予许可");
  g_assert_cmpstr (((StewardLedgerLine *) lines->pdata[1])->kind, ==, "咨询解答");
  g_assert_cmpuint (((StewardLedgerLine *) lines->pdata[1])->number, ==, 1);
}

static void
test_changed_wording_takes_the_place (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  StewardLedgerWording wording = { (char *) "case c1 3", (char *) "发证", NULL };
  StewardLedgerWording lost = { (char *) "case gone 1", (char *) "无", NULL };
  g_autoptr (GPtrArray) lines = NULL;
  const StewardLedgerLine *line;

  add_case (project);
  g_assert_true (steward_project_put_wording (project, &wording, NULL));
  g_assert_true (steward_project_put_wording (project, &lost, NULL));
  lines = steward_ledger_new (project);
  g_assert_cmpuint (lines->len, ==, 4);
  line = lines->pdata[2];
  g_assert_cmpstr (line->text, ==, "发证");
  g_assert_cmpstr (line->result, ==, "准予许可");
  g_assert_true (line->reworded);
  g_assert_false (((StewardLedgerLine *) lines->pdata[0])->reworded);
}

static const StewardLedgerLine *
find_line (GPtrArray  *lines,
           const char *source)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const StewardLedgerLine *line = lines->pdata[i];

      if (strcmp (line->source, source) == 0)
        return line;
    }
  g_error ("no line “%s”", source);
}

static void
insert_event (StewardProject    *project,
              StewardCaseStatus  status,
              const char        *day)
{
  StewardDay parsed = STEWARD_DAY_NONE;
  g_autoptr (StewardCase) changed = steward_case_copy (steward_project_find_case (project, "jc.s1.item.filing"));

  g_assert_true (steward_day_parse (day, &parsed));
  steward_case_add_event (changed, status, parsed, "", "", "");
  steward_project_put_case (project, changed);
}

/* An event that is typed later stands before the one that was reworded, as
 * does another of the same kind, on the same day even. */
static void
test_an_event_put_in_moves_no_wording (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  StewardLedgerWording wording = { (char *) "case c1 11 2026-03-09", (char *) "发证", NULL };
  g_autoptr (GPtrArray) lines = NULL;

  add_case (project);
  g_assert_true (steward_project_put_wording (project, &wording, NULL));
  insert_event (project, STEWARD_CASE_RECEIVED, "2026-03-01");
  insert_event (project, STEWARD_CASE_PROCEDURE_STARTS, "2026-03-03");
  lines = steward_ledger_new (project);
  g_assert_cmpstr (find_line (lines, "case c1 11 2026-03-09")->text, ==, "发证");
  g_assert_true (find_line (lines, "case c1 11 2026-03-09")->reworded);
  g_assert_false (find_line (lines, "case c1 1 2026-03-01")->reworded);
  g_assert_nonnull (find_line (lines, "case c1 9 2026-03-03"));
  g_assert_nonnull (find_line (lines, "case c1 9 2026-03-03 2"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger/everything-that-happened-is-told-once", test_everything_that_happened_is_told_once);
  g_test_add_func ("/ledger/changed-wording-takes-the-place", test_changed_wording_takes_the_place);
  g_test_add_func ("/ledger/an-event-put-in-moves-no-wording", test_an_event_put_in_moves_no_wording);
  return g_test_run ();
}
