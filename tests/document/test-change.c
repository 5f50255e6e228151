/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the unit is told when the plan is issued anew. */
#include <string.h>

#include "steward-edition.h"
#include "steward-test-paper.h"
#include "steward-test-pdf.h"

/* The first version is no change. */
static void
test_changes_are_listed (void)
{
  g_autoptr (StewardProject) project = steward_test_full_project ("虚构某单位", "要求。");
  g_autoptr (StewardSchedule) schedule = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  steward_test_issue (project, 20, "试验");
  steward_project_complete_edition (project, 2, NULL, steward_day_from_ymd (2026, 3, 13), &error);
  g_assert_no_error (error);
  schedule = steward_test_schedule (project);
  entries = steward_paper_list (schedule);
  for (guint i = 0; i < entries->len; i++)
    {
      const StewardPaperEntry *entry = g_ptr_array_index (entries, i);

      if (entry->kind != STEWARD_PAPER_CHANGE)
        continue;
      g_assert_cmpstr (entry->subject, ==, n == 0 ? "2" : "3");
      g_assert_cmpstr (entry->about, ==, n == 0 ? "第2版" : "第3版");
      g_assert_true (entry->due);
      g_assert_true (entry->recorded == (n == 0));
      n++;
    }
  g_assert_cmpuint (n, ==, 2);
}

/* Any two versions can be laid side by side, not only neighbours. */
static void
test_change_between_any_two (void)
{
  g_autoptr (StewardProject) project = steward_test_full_project ("虚构某单位", "要求。");
  g_autoptr (StewardSchedule) schedule = NULL;
  g_autofree char *near = NULL, *far = NULL, *near_text = NULL, *far_text = NULL;

  steward_test_issue (project, 20, "试验");
  schedule = steward_test_schedule (project);
  near = steward_test_paper_render_about (STEWARD_PAPER_CHANGE, schedule, "3", "near", NULL);
  far = steward_test_paper_render_about (STEWARD_PAPER_CHANGE, schedule, "1-3", "far", NULL);
  near_text = steward_test_pdf_text (near);
  far_text = steward_test_pdf_text (far);
  g_assert_nonnull (strstr (near_text, "服务方案第2版"));
  g_assert_null (strstr (near_text, "虚构增加的材料"));
  g_assert_nonnull (strstr (far_text, "服务方案第1版"));
  g_assert_nonnull (strstr (far_text, "虚构增加的材料"));
}

/* What changed is told in the words of papers, not of files. */
static void
test_change_in_words (void)
{
  g_autoptr (StewardProject) project = steward_test_full_project ("虚构某单位", "要求。");
  g_autoptr (StewardCase) handled = steward_case_copy (steward_project_find_case (project, "dt.s1.water-soil"));
  g_autoptr (StewardSchedule) schedule = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  handled->limit = 3;
  handled->mode = STEWARD_MODE_COMMITMENT;
  handled->level = STEWARD_LEVEL_PROVINCE;
  steward_project_put_case (project, handled);
  steward_test_issue (project, 20, "试验");
  schedule = steward_test_schedule (project);
  path = steward_test_paper_render_about (STEWARD_PAPER_CHANGE, schedule, "3", "words", NULL);
  text = steward_test_pdf_text (path);
  g_assert_nonnull (strstr (text, "的办理时限，由“7个工作日”改为“3个工作日”。"));
  g_assert_nonnull (strstr (text, "的办理方式，由“普通办理”改为“告知承诺”。"));
  g_assert_nonnull (strstr (text, "的审批层级，由“未注明”改为“省级”。"));
  g_assert_null (strstr (text, "取消的内容"));
  g_assert_null (strstr (text, "commitment"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/change/between-any-two-versions", test_change_between_any_two);
  g_test_add_func ("/change/in-the-words-of-papers", test_change_in_words);
  g_test_add_func ("/change/versions-are-listed", test_changes_are_listed);
  return g_test_run ();
}
