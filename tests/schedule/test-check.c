/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-story.h"
#include "schedule-fixture.h"

#include <string.h>

#include "random-project.h"
#include "steward-check.h"
#include "steward-decisions.h"
#include "steward-standing.h"
#include "steward-error.h"
#include "steward-project-file.h"

#define DATONG   "datong-2025"
#define JINCHENG "jincheng-2022"
#define OWN      ""

/* A project told by words (check-story.h), on a bundled pack or our own: the
 * check @code finds @row on @as_of, with @text in what it says; NULL when it
 * finds nothing at all. */
static const struct
{
  const char       *name;
  const char       *pack;
  const char       *as_of;
  const char       *words;
  StewardCheckCode  code;
  const char       *row;
  const char       *text;
} table[] = {
  { "typed-name-that-is-no-item", JINCHENG, "06-01", "jc.s2.box.item.city-blank=可行性研究报告（审批）",
    STEWARD_CHECK_STAGE_MISMATCH, NULL, NULL },
  { "typed-name-of-another-stage", JINCHENG, "06-01", "jc.s2.box.item.city-blank=可行性研究报告审批",
    STEWARD_CHECK_STAGE_MISMATCH, "jc.s2.box.item.city-blank#1", "立项" },
  { "typed-in-its-stage", JINCHENG, "06-01", "jc.s2.box.item.city-blank=洪水影响评价报告审批",
    STEWARD_CHECK_STAGE_MISMATCH, NULL, NULL },
  { "accepted-after-the-closing-form", DATONG, "06-01", "dt.s1.eia 3@05-26 @dt.s1 05-25",
    STEWARD_CHECK_STAGE_MISMATCH, "dt.s1.eia", "2026-05-26" },
  { "accepted-on-the-day-of-the-closing-form", DATONG, "06-01", "dt.s1.eia 3@05-25 @dt.s1 05-25",
    STEWARD_CHECK_STAGE_MISMATCH, NULL, NULL },
  { "decided-a-day-before", DATONG, "06-01", "dt.s1.filing 3@05-21 11@05-26 dt.s1.eia 3@05-21 11@05-25",
    STEWARD_CHECK_DECIDED_BEFORE_PREDECESSOR, "dt.s1.eia", "2026-05-26" },
  { "decided-on-the-same-day", DATONG, "06-01", "dt.s1.filing 3@05-21 11@05-25 dt.s1.eia 3@05-21 11@05-25",
    STEWARD_CHECK_DECIDED_BEFORE_PREDECESSOR, NULL, NULL },
  { "decided-while-it-runs", DATONG, "06-01", "dt.s1.filing 3@05-21 dt.s1.eia 3@05-21 11@05-25",
    STEWARD_CHECK_DECIDED_BEFORE_PREDECESSOR, "dt.s1.eia", "项目备案" },
  { "decided-after-it-was-withdrawn", DATONG, "06-01", "dt.s1.filing 3@05-21 14@05-22 dt.s1.eia 3@05-22 11@05-25",
    STEWARD_CHECK_DECIDED_BEFORE_PREDECESSOR, "dt.s1.eia", "项目备案" },
  { "withdrawn-before-it-was-decided", DATONG, "06-01", "dt.s1.filing 3@05-21 dt.s1.eia 3@05-22 14@05-25",
    STEWARD_CHECK_DECIDED_BEFORE_PREDECESSOR, NULL, NULL },
  { "decided-in-a-later-stage", DATONG, "06-20", "dt.s1.filing 3@05-21 dt.s2.civil-air-defence 3@05-25 11@05-28",
    STEWARD_CHECK_DECIDED_BEFORE_PREDECESSOR, "dt.s2.civil-air-defence", "项目备案" },
  { "decided-while-something-beside-the-gate-runs", DATONG, "06-20",
    "dt.s3.utility-water 3@05-21 dt.s4.fire-acceptance 3@05-25 11@05-28",
    STEWARD_CHECK_DECIDED_BEFORE_PREDECESSOR, NULL, NULL },
  { "accepted-a-day-before", DATONG, "06-01", "dt.s1.filing 3@05-21 11@05-22 dt.s1.eia 3@05-21",
    STEWARD_CHECK_ACCEPTED_BEFORE_PREDECESSOR, "dt.s1.eia", "2026-05-22" },
  { "accepted-on-the-same-day", DATONG, "06-01", "dt.s1.filing 3@05-21 11@05-22 dt.s1.eia 3@05-22",
    STEWARD_CHECK_ACCEPTED_BEFORE_PREDECESSOR, NULL, NULL },
  { "accepted-before-with-deferral", DATONG, "06-01", "dt.s1.filing 3@05-21 11@05-22 dt.s1.eia m=d 3@05-21",
    STEWARD_CHECK_ACCEPTED_BEFORE_PREDECESSOR, NULL, NULL },
  { "accepted-before-without-a-lever", JINCHENG, "06-01", "jc.s1.item.filing 3@05-21 11@05-25 jc.s2.item.eia 3@05-21",
    STEWARD_CHECK_ACCEPTED_BEFORE_PREDECESSOR, "jc.s2.item.eia", "2026-05-25" },
  { "accepted-before-in-simulated-approval", JINCHENG, "06-01",
    "+simulated jc.s1.item.filing 3@05-21 11@05-25 jc.s2.item.eia 3@05-21",
    STEWARD_CHECK_ACCEPTED_BEFORE_PREDECESSOR, NULL, NULL },
  { "decided-before-in-simulated-approval", JINCHENG, "06-01",
    "+simulated jc.s1.item.filing 3@05-21 11@05-26 jc.s2.item.eia 3@05-21 11@05-25",
    STEWARD_CHECK_DECIDED_BEFORE_PREDECESSOR, "jc.s2.item.eia", "2026-05-26" },
  { "decided-on-the-same-day-in-simulated-approval", JINCHENG, "06-01",
    "+simulated jc.s1.item.filing 3@05-21 11@05-25 jc.s2.item.eia 3@05-21 11@05-25",
    STEWARD_CHECK_DECIDED_BEFORE_PREDECESSOR, NULL, NULL },
  { "side-by-side-although-that-lever-is-off", JINCHENG, "06-01",
    "~parallel jc.s2.item.eia 3@05-21 jc.s2.item.water-soil 3@05-21 jc.s2.item.flood-impact 3@05-21",
    STEWARD_CHECK_ACCEPTED_BEFORE_PREDECESSOR, NULL, NULL },
  { "main-item-in-a-parallel-block", OWN, "06-01", "permit", STEWARD_CHECK_MAIN_IN_PARALLEL, "permit", "并联" },
  { "parallel-item-in-a-parallel-block", OWN, "06-01", "review", STEWARD_CHECK_MAIN_IN_PARALLEL, NULL, NULL },
  { "main-item-typed-in", JINCHENG, "06-01", "jc.s2.box.item.city-blank=初步设计审批",
    STEWARD_CHECK_MAIN_IN_PARALLEL, "jc.s2.box.item.city-blank#1", "初步设计审批" },
  { "parallel-item-typed-in", JINCHENG, "06-01", "jc.s2.box.item.city-blank=环评审批",
    STEWARD_CHECK_MAIN_IN_PARALLEL, NULL, NULL },
  { "decided-at-once", DATONG, "06-01", "dt.s1.eia 3@05-22 11@05-22", STEWARD_CHECK_INSTANT_DECISION, "dt.s1.eia", "7" },
  { "decided-the-next-day", DATONG, "06-01", "dt.s1.eia 3@05-22 11@05-25", STEWARD_CHECK_INSTANT_DECISION, NULL, NULL },
  { "decided-at-once-on-commitment", DATONG, "06-01", "dt.s1.eia m=c 3@05-22 11@05-22",
    STEWARD_CHECK_INSTANT_DECISION, NULL, NULL },
  { "decided-at-once-of-two-days", DATONG, "06-01", "dt.s1.eia n=2 3@05-22 11@05-22",
    STEWARD_CHECK_INSTANT_DECISION, NULL, NULL },
  { "decided-a-day-late", DATONG, "06-10", "dt.s1.eia 3@05-22 11@06-03", STEWARD_CHECK_OVER_LIMIT, "dt.s1.eia", "2026-06-02" },
  { "withdrawn-a-day-late", DATONG, "06-10", "dt.s1.eia 3@05-22 14@06-03", STEWARD_CHECK_OVER_LIMIT, "dt.s1.eia", "Ended on 2026-06-03" },
  { "decided-on-the-last-day", DATONG, "06-10", "dt.s1.eia 3@05-22 11@06-02", STEWARD_CHECK_OVER_LIMIT, NULL, NULL },
  { "overdue-by-a-day", DATONG, "06-03", "dt.s1.eia 3@05-22", STEWARD_CHECK_OVER_LIMIT, "dt.s1.eia", "1 working day later" },
  { "due-today", DATONG, "06-02", "dt.s1.eia 3@05-22", STEWARD_CHECK_OVER_LIMIT, NULL, NULL },
  { "stage-over-by-a-day", DATONG, "06-10", "dt.s1.filing 3@05-20 11@05-21 dt.s1.eia 3@05-21 11@06-02",
    STEWARD_CHECK_STAGE_OVER_BUDGET, "dt.s1", "9 approval working days used, of 8" },
  { "stage-on-its-last-day", DATONG, "06-10", "dt.s1.filing 3@05-20 11@05-21 dt.s1.eia 3@05-21 11@06-01",
    STEWARD_CHECK_STAGE_OVER_BUDGET, NULL, NULL },
  { "handled-and-not-ticked", DATONG, "06-01", "-dt.s1.eia 1@05-22", STEWARD_CHECK_OUTSIDE_LIST, "dt.s1.eia", "2026-05-22" },
  { "handled-tomorrow-and-not-ticked", DATONG, "05-21", "-dt.s1.eia 1@05-22", STEWARD_CHECK_OUTSIDE_LIST, NULL, NULL },
  { "withdrawn-and-not-ticked", DATONG, "06-01", "-dt.s1.eia 1@05-22 2@05-25", STEWARD_CHECK_OUTSIDE_LIST, NULL, NULL },
  { "handled-and-ticked", DATONG, "06-01", "dt.s1.eia 1@05-22", STEWARD_CHECK_OUTSIDE_LIST, NULL, NULL },
  { "handled-by-the-city", DATONG, "06-01", "dt.s2.civil-air-defence l=city 1@05-22",
    STEWARD_CHECK_LEVEL_MISMATCH, "dt.s2.civil-air-defence", "level" },
  { "handled-by-the-county", DATONG, "06-01", "dt.s2.civil-air-defence l=county 1@05-22",
    STEWARD_CHECK_LEVEL_MISMATCH, NULL, NULL },
  { "handled-by-the-zone-of-the-bureau", OWN, "06-01", "permit l=zone 1@05-22", STEWARD_CHECK_LEVEL_MISMATCH, NULL, NULL },
  { "handled-by-a-zone-of-nobody", OWN, "06-01", "review l=zone 1@05-22", STEWARD_CHECK_LEVEL_MISMATCH, "review", "zone" },
  { "material-typed-again", OWN, "06-01", "b.form! b.blank=申请表（两份）", STEWARD_CHECK_MATERIAL_TWICE, "b.blank#1", "申请表" },
  { "material-typed-twice", OWN, "06-01", "b.blank=承诺书（原件） b.blank=承诺书", STEWARD_CHECK_MATERIAL_TWICE, "b.blank#2", "承诺书" },
  { "another-material-typed", OWN, "06-01", "b.form! b.blank=申请表说明", STEWARD_CHECK_MATERIAL_TWICE, NULL, NULL },
  { "commitment-for-what-is-not-listed", DATONG, "06-01", "dt.s2.civil-air-defence m=c 3@05-22",
    STEWARD_CHECK_COMMITMENT_NOT_ELIGIBLE, "dt.s2.civil-air-defence", "list" },
  { "commitment-for-what-is-listed", DATONG, "06-01", "dt.s1.eia m=c 3@05-22", STEWARD_CHECK_COMMITMENT_NOT_ELIGIBLE, NULL, NULL },
  { "commitment-without-a-list", JINCHENG, "06-01", "jc.s2.item.eia m=c 3@05-22",
    STEWARD_CHECK_COMMITMENT_NOT_ELIGIBLE, NULL, NULL },
  { "nothing-to-defer", OWN, "06-01", "permit m=d 3@05-22", STEWARD_CHECK_DEFERRAL_NOT_ELIGIBLE, "permit", "deferred" },
  { "something-to-defer", OWN, "06-01", "review m=d 3@05-22", STEWARD_CHECK_DEFERRAL_NOT_ELIGIBLE, NULL, NULL },
  { "promise-a-day-late", DATONG, "06-26", "dt.s2.lightning-design m=d 3@06-10",
    STEWARD_CHECK_PROMISE_OVERDUE, "dt.s2.lightning-design", "2026-06-25" },
  { "promise-due-today", DATONG, "06-25", "dt.s2.lightning-design m=d 3@06-10", STEWARD_CHECK_PROMISE_OVERDUE, NULL, NULL },
  { "promise-kept", DATONG, "06-26", "dt.s2.lightning-design m=d 3@06-10 7@06-24", STEWARD_CHECK_PROMISE_OVERDUE, NULL, NULL },
  { "lapsed-before-it-is-used", OWN, "07-20", "permit 3@01-05 11@01-07 fire 3@07-08",
    STEWARD_CHECK_APPROVAL_LAPSED, "permit", "began only on 2026-07-08" },
  { "used-on-the-last-day", OWN, "07-20", "permit 3@01-05 11@01-07 fire 3@07-07", STEWARD_CHECK_APPROVAL_LAPSED, NULL, NULL },
  { "lapses-before-it-can-be-used", OWN, "07-20", "permit 3@01-05 11@01-07 fire",
    STEWARD_CHECK_APPROVAL_LAPSED, "permit", "will not begin before" },
  { "not-granted-at-all", OWN, "07-20", "permit 3@01-05 13@01-07 fire 3@07-08", STEWARD_CHECK_APPROVAL_LAPSED, NULL, NULL },
  { "notice-on-the-sixth-day", DATONG, "06-01", "dt.s1.eia 1@05-20 6@05-28", STEWARD_CHECK_NOTICE_LATE, "dt.s1.eia", "2026-05-20" },
  { "notice-on-the-fifth-day", DATONG, "06-01", "dt.s1.eia 1@05-20 6@05-27", STEWARD_CHECK_NOTICE_LATE, NULL, NULL },
  { "procedure-that-nobody-wrote-of", DATONG, "06-01", "dt.s1.eia 3@05-20 9@05-21:听证",
    STEWARD_CHECK_NOTICE_NOT_WRITTEN, "dt.s1.eia", "procedure of 2026-05-21" },
  { "correction-that-nobody-wrote-of", DATONG, "06-01", "dt.s1.eia 1@05-20 6@05-21",
    STEWARD_CHECK_NOTICE_NOT_WRITTEN, "dt.s1.eia", "correction of 2026-05-21" },
  { "both-told-in-writing", DATONG, "06-01", "dt.s1.eia 1@05-20 6@05-21/ 7@05-22 3@05-22 9@05-25/",
    STEWARD_CHECK_NOTICE_NOT_WRITTEN, NULL, NULL },
  { "promised-without-a-paper", DATONG, "06-01", "dt.s1.eia m=c 3@05-20", STEWARD_CHECK_NOTICE_NOT_WRITTEN, "dt.s1.eia", "promise" },
  { "promised-in-writing", DATONG, "06-01", "dt.s1.eia m=c 3@05-20/", STEWARD_CHECK_NOTICE_NOT_WRITTEN, NULL, NULL },
  { "nothing-promised", DATONG, "06-01", "dt.s1.eia 3@05-20", STEWARD_CHECK_NOTICE_NOT_WRITTEN, NULL, NULL },
  { "extended-by-nobody", DATONG, "06-01", "dt.s1.eia x=5 3@05-20", STEWARD_CHECK_EXTENSION_NOT_APPROVED, "dt.s1.eia", "approver and a reason" },
  { "extended-without-a-reason", DATONG, "06-01", "dt.s1.eia x=5 by=局长 3@05-20",
    STEWARD_CHECK_EXTENSION_NOT_APPROVED, "dt.s1.eia", "a reason" },
  { "extended-for-a-reason", DATONG, "06-01", "dt.s1.eia x=5 by=局长 why=补充论证 3@05-20",
    STEWARD_CHECK_EXTENSION_NOT_APPROVED, NULL, NULL },
  { "resumed-without-a-pause", DATONG, "06-01", "dt.s1.eia 3@05-20 10@05-25", STEWARD_CHECK_EVENT_ORDER, "dt.s1.eia", "No special procedure" },
  { "resumed-after-a-pause", DATONG, "06-01", "dt.s1.eia 3@05-20 9@05-21 10@05-25", STEWARD_CHECK_EVENT_ORDER, NULL, NULL },
  { "decided-and-never-accepted", DATONG, "06-01", "dt.s1.eia 11@05-20", STEWARD_CHECK_EVENT_ORDER, "dt.s1.eia", "not accepted" },
  { "something-after-the-decision", DATONG, "06-01", "dt.s1.eia 3@05-20 11@05-25 9@05-26",
    STEWARD_CHECK_EVENT_ORDER, "dt.s1.eia", "ended on 2026-05-25" },
  { "decided-within-a-procedure", DATONG, "06-01", "dt.s1.eia 3@05-20 9@05-21 11@05-25",
    STEWARD_CHECK_EVENT_UNUSUAL, "dt.s1.eia", "no end" },
  { "decided-after-a-procedure", DATONG, "06-01", "dt.s1.eia 3@05-20 9@05-21 10@05-22 11@05-25",
    STEWARD_CHECK_EVENT_UNUSUAL, NULL, NULL },
  { "accepted-on-a-saturday", DATONG, "06-01", "dt.s1.eia 3@05-23", STEWARD_CHECK_EVENT_DAY, "dt.s1.eia", "not a working day" },
  { "accepted-on-a-friday", DATONG, "06-01", "dt.s1.eia 3@05-22", STEWARD_CHECK_EVENT_DAY, NULL, NULL },
  { "accepted-tomorrow", DATONG, "05-21", "dt.s1.eia 3@05-22", STEWARD_CHECK_EVENT_DAY, "dt.s1.eia", "still to come" },
  { "silent-for-six-days", DATONG, "06-01", "dt.s1.eia 3@05-22", STEWARD_CHECK_STATUS_STALE, "dt.s1.eia", "6 working days" },
  { "silent-for-five-days", DATONG, "05-29", "dt.s1.eia 3@05-22", STEWARD_CHECK_STATUS_STALE, NULL, NULL },
  { "silent-but-verified", DATONG, "06-01", "dt.s1.eia 3@05-22 ver=05-25", STEWARD_CHECK_STATUS_STALE, NULL, NULL },
  { "verified-six-days-ago", DATONG, "06-02", "dt.s1.eia 3@05-20 ver=05-25", STEWARD_CHECK_STATUS_STALE, "dt.s1.eia",
    "2026-05-25" },
  { "verified-tomorrow", DATONG, "06-01", "dt.s1.eia 3@05-22 ver=06-02", STEWARD_CHECK_STATUS_STALE, "dt.s1.eia", "6 working" },
  { "not-delivered-for-eleven-days", DATONG, "06-09", "dt.s1.eia 3@05-22 11@05-25", STEWARD_CHECK_DELIVERY_LATE,
    "dt.s1.eia", "no delivery" },
  { "not-delivered-for-ten-days", DATONG, "06-08", "dt.s1.eia 3@05-22 11@05-25", STEWARD_CHECK_DELIVERY_LATE, NULL, NULL },
  { "delivered-late", DATONG, "06-20", "dt.s1.eia 3@05-22 11@05-25 del=06-09", STEWARD_CHECK_DELIVERY_LATE, "dt.s1.eia",
    "2026-06-08" },
  { "delivered-on-the-tenth-day", DATONG, "06-20", "dt.s1.eia 3@05-22 11@05-25 del=06-08", STEWARD_CHECK_DELIVERY_LATE,
    NULL, NULL },
  { "delivered-before-this-grant", DATONG, "06-20", "dt.s1.eia 3@05-22 11@05-25 del=05-22", STEWARD_CHECK_DELIVERY_LATE,
    "dt.s1.eia", "no delivery" },
  { "nothing-to-deliver-of-a-refusal", DATONG, "06-20", "dt.s1.eia 3@05-22 13@05-25", STEWARD_CHECK_DELIVERY_LATE, NULL, NULL },
  { "silent-after-the-decision", DATONG, "06-10", "dt.s1.eia 3@05-22 11@05-25", STEWARD_CHECK_STATUS_STALE, NULL, NULL },
  { "case-without-a-number", DATONG, "06-01", "dt.s1.eia no= 3@05-22", STEWARD_CHECK_OFF_SYSTEM, "dt.s1.eia", "number" },
  { "case-with-a-number", DATONG, "06-01", "dt.s1.eia no=1 3@05-22", STEWARD_CHECK_OFF_SYSTEM, NULL, NULL },
  { "case-without-a-number-where-that-is-off", OWN, "06-01", "review no= 3@05-22", STEWARD_CHECK_OFF_SYSTEM, NULL, NULL },
};

static StewardPack *
read_own_pack (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "schedule", "check-pack.json", NULL);
  g_autoptr (StewardProblems) problems = steward_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  StewardPack *pack;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, length);
  pack = steward_pack_read (bytes, path, NULL, NULL, problems);
  if (pack == NULL)
    g_error ("%s", steward_problems_to_string (problems));
  return pack;
}

static StewardProject *
new_project (const char *pack_id)
{
  g_autoptr (StewardPack) pack = *pack_id ? NULL : read_own_pack ();

  return pack ? steward_project_new (pack) : fixture_new_project (pack_id);
}

static GPtrArray *
check_on (StewardProject *project,
          const char     *as_of)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *findings = steward_check_project (project, fixture_get_calendar (), story_day (as_of), &error);

  g_assert_no_error (error);
  return findings;
}

static const StewardFinding *
find_finding (GPtrArray        *findings,
              StewardCheckCode  code)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const StewardFinding *finding = findings->pdata[i];

      if (finding->code == code)
        return finding;
    }
  return NULL;
}

static void
test_check (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (StewardProject) project = new_project (table[i].pack);
  g_autoptr (GPtrArray) findings = NULL;
  const StewardFinding *finding;

  story_fill (project, table[i].words);
  findings = check_on (project, table[i].as_of);
  finding = find_finding (findings, table[i].code);
  if (table[i].row == NULL)
    {
      if (finding)
        g_error ("%s: %s", finding->row, finding->text);
      return;
    }
  g_assert_nonnull (finding);
  g_assert_cmpstr (finding->row, ==, table[i].row);
  g_assert_cmpstr (finding->name, !=, "");
  g_assert_cmpstr (finding->rule, !=, "");
  g_assert_cmpstr (finding->remedy, !=, "");
  g_assert_cmpint (finding->severity, ==, steward_pack_get_severity (steward_project_get_pack (project), table[i].code));
  if (strstr (finding->text, table[i].text) == NULL)
    g_error ("“%s” is not in “%s”", table[i].text, finding->text);
}

/* Every check has a case that trips it and one that does not. */
static void
test_every_check_is_tried (void)
{
  gboolean trips[STEWARD_N_CHECKS] = { FALSE }, spares[STEWARD_N_CHECKS] = { FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    (table[i].row ? trips : spares)[table[i].code] = TRUE;
  for (guint i = 0; i < STEWARD_N_CHECKS; i++)
    {
      /* Facts have a test of their own. */
      if (i == STEWARD_CHECK_DATA_STANDARD)
        continue;
      g_assert_true (trips[i]);
      g_assert_true (spares[i]);
    }
}

static void
test_codes_that_do_not_add_up (void)
{
  g_autoptr (StewardProject) project = new_project (DATONG);
  g_autoptr (GPtrArray) good = NULL, bad = NULL;
  const StewardFinding *finding;

  steward_project_set_fact (project, STEWARD_FACT_CREDIT_CODE, "91350100M000100Y43");
  good = check_on (project, "06-01");
  g_assert_null (find_finding (good, STEWARD_CHECK_DATA_STANDARD));
  steward_project_set_fact (project, STEWARD_FACT_CREDIT_CODE, "91350100M000100Y44");
  bad = check_on (project, "06-01");
  finding = find_finding (bad, STEWARD_CHECK_DATA_STANDARD);
  g_assert_cmpstr (finding->row, ==, "credit_code");
  g_assert_null (finding->stage);
}

/* An activity is a row of its own kind: construction after a permit that is
 * good for three months. */
static void
test_construction_begins_too_late (void)
{
  static const struct { const char *begin; gboolean found; } days[] = { { "08-12", TRUE }, { "08-11", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (StewardProject) project = new_project (DATONG);
      g_autoptr (GPtrArray) findings = NULL;
      const StewardFinding *finding;

      story_fill (project, "dt.s3.construction-permit 3@05-08 11@05-11");
      steward_project_set_activity (project, "dt.construction", story_day (days[i].begin), STEWARD_DAY_NONE, -1);
      findings = check_on (project, "08-20");
      finding = find_finding (findings, STEWARD_CHECK_APPROVAL_LAPSED);
      g_assert_true ((finding != NULL) == days[i].found);
      if (finding)
        g_assert_cmpstr (finding->source->clause, ==, "第九条");
    }
}

static void
set_credit (StewardProject  *project,
            StewardStanding  standing,
            const char      *day)
{
  StewardCredit credit = { standing, day ? story_day (day) : STEWARD_DAY_NONE, (char *) "", (char *) "" };

  steward_project_set_credit (project, &credit);
}

static void
test_a_breach_shuts_out (void)
{
  static const struct { StewardStanding standing; const char *day; gboolean found; } records[] = {
    { STEWARD_STANDING_GOOD, "05-01", FALSE },
    { STEWARD_STANDING_BREACH, "05-01", TRUE },
    { STEWARD_STANDING_BREACH, "05-22", TRUE },
    { STEWARD_STANDING_BREACH, "05-25", FALSE },
    { STEWARD_STANDING_BREACH, NULL, TRUE },
    { STEWARD_STANDING_REPAIRED, "05-01", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      g_autoptr (StewardProject) project = new_project (DATONG);
      g_autoptr (GPtrArray) findings = NULL;

      story_fill (project, "dt.s1.eia m=c 3@05-22 dt.s1.energy-review m=d 3@05-22 dt.s1.water-soil 3@05-22");
      set_credit (project, records[i].standing, records[i].day);
      findings = check_on (project, "06-01");
      g_assert_true ((find_finding (findings, STEWARD_CHECK_COMMITMENT_NOT_ELIGIBLE) != NULL) == records[i].found);
      g_assert_true ((find_finding (findings, STEWARD_CHECK_DEFERRAL_NOT_ELIGIBLE) != NULL) == records[i].found);
      for (guint j = 0; j < findings->len; j++)
        {
          const StewardFinding *finding = findings->pdata[j];

          g_assert_false (strcmp (finding->row, "dt.s1.water-soil") == 0 &&
                          finding->code == STEWARD_CHECK_COMMITMENT_NOT_ELIGIBLE);
        }
    }
}

static void
test_acknowledged_warnings_stay_listed (void)
{
  g_autoptr (StewardProject) project = new_project (DATONG);
  g_autoptr (GPtrArray) findings = NULL;
  const StewardFinding *known, *fatal;
  StewardFindingTally tally;

  story_fill (project, "dt.s1.eia 3@05-20 9@05-21:听证 11@06-10");
  steward_project_acknowledge (project, "notice-not-written", "dt.s1.eia", "口头告知，已补", "张", "2026-05-21T09:00:00+08");
  steward_project_acknowledge (project, "over-limit", "dt.s1.eia", "无妨", "张", NULL);
  findings = check_on (project, "06-20");
  known = find_finding (findings, STEWARD_CHECK_NOTICE_NOT_WRITTEN);
  g_assert_cmpstr (known->reason, ==, "口头告知，已补");
  g_assert_cmpstr (known->by, ==, "张");
  g_assert_cmpstr (known->at, ==, "2026-05-21T09:00:00+08");
  fatal = find_finding (findings, STEWARD_CHECK_EVENT_UNUSUAL);
  g_assert_null (fatal->reason);
  tally = steward_findings_count (findings);
  g_assert_cmpuint (tally.errors, ==, 0);
  g_assert_cmpuint (tally.acknowledged, ==, 1);
  g_assert_cmpuint (tally.warnings, ==, 1);
}

static void
test_errors_cannot_be_acknowledged (void)
{
  g_autoptr (StewardProject) project = new_project (DATONG);
  g_autoptr (GPtrArray) findings = NULL;

  story_fill (project, "dt.s1.eia 3@05-20 11@06-01");
  steward_project_acknowledge (project, "over-limit", "dt.s1.eia", "无妨", "张", NULL);
  findings = check_on (project, "06-20");
  g_assert_null (find_finding (findings, STEWARD_CHECK_OVER_LIMIT)->reason);
  g_assert_cmpuint (steward_findings_count (findings).errors, ==, 1);
}

/* Who agreed to one pause did not agree to the next. */
static void
test_acknowledging_does_not_reach_ahead (void)
{
  g_autoptr (StewardProject) project = new_project (DATONG);
  g_autoptr (GPtrArray) findings = NULL;
  StewardFindingTally tally;

  story_fill (project, "dt.s1.eia 3@05-20 9@05-21:听证 10@05-22:听证 9@05-25:检测");
  steward_project_acknowledge (project, "notice-not-written", "dt.s1.eia", "口头告知", "张", "2026-05-22T09:00:00+08");
  findings = check_on (project, "05-25");
  tally = steward_findings_count (findings);
  g_assert_cmpuint (tally.acknowledged, ==, 1);
  g_assert_cmpuint (tally.warnings, ==, 1);
}

static void
test_the_pack_sets_weight_clause_and_remedy (void)
{
  g_autoptr (StewardProject) project = new_project (OWN);
  g_autoptr (StewardProject) typed = new_project (OWN);
  g_autoptr (GPtrArray) findings = NULL, own = NULL;
  const StewardFinding *finding;

  story_fill (project, "fire n=5 3@05-20 11@06-10");
  findings = check_on (project, "06-20");
  finding = find_finding (findings, STEWARD_CHECK_OVER_LIMIT);
  g_assert_cmpint (finding->severity, ==, STEWARD_SEVERITY_WARNING);
  g_assert_cmpstr (finding->rule, ==, "超期");
  g_assert_cmpstr (finding->remedy, ==, "报市领导");
  g_assert_cmpstr (finding->source->basis->document, ==, "虚构〔2026〕1号");
  g_assert_cmpstr (finding->source->quote, ==, "限时办结");
  g_assert_cmpstr (steward_check_get_name (steward_project_get_pack (project), STEWARD_CHECK_OVER_LIMIT), ==, "超期");
  g_assert_cmpstr (steward_check_get_name (steward_project_get_pack (project), STEWARD_CHECK_EVENT_DAY), ==, "Doubtful day");
  /* Where the row has a clause of its own, that is the one. */
  story_fill (typed, "permit 3@01-05 11@01-07 fire 3@07-08");
  own = check_on (typed, "07-20");
  g_assert_cmpstr (find_finding (own, STEWARD_CHECK_APPROVAL_LAPSED)->source->clause, ==, "九");
}

static int
rank (const StewardFinding *finding)
{
  return 3 * (STEWARD_SEVERITY_ERROR - finding->severity) + (finding->reason != NULL);
}

static void
test_findings_stand_by_weight_and_plan (void)
{
  g_autoptr (StewardProject) project = new_project (DATONG);
  g_autoptr (GPtrArray) findings = NULL;

  story_fill (project, "dt.s2.civil-air-defence m=c no= 3@05-23 9@05-25 dt.s1.eia no= 3@05-20 9@05-21 10@05-21 10@05-22 "
                 "dt.s1.filing no= 3@05-19 9@05-20");
  steward_project_acknowledge (project, "notice-not-written", "dt.s1.filing", "补", "", NULL);
  findings = check_on (project, "06-20");
  g_assert_cmpuint (findings->len, >, 8);
  for (guint i = 1; i < findings->len; i++)
    {
      const StewardFinding *before = findings->pdata[i - 1], *finding = findings->pdata[i];

      g_assert_cmpint (rank (before), <=, rank (finding));
      if (rank (before) == rank (finding))
        g_assert_cmpint (before->stage->number, <=, finding->stage->number);
    }
}

/* Each segment has its own findings, answered by themselves. */
static void
test_segments_have_findings_of_their_own (void)
{
  g_autoptr (StewardProject) project = new_project (OWN);
  g_autoptr (GPtrArray) findings = NULL, answered = NULL;
  const StewardFinding *finding;
  guint n_late = 0;

  story_fill (project, "fire n=5 3@05-20 11@05-25");
  fixture_put_segment (project, "f2", "fire", "二期", "2026-05-20", "2026-06-10");
  fixture_put_segment (project, "f3", "fire", "三期", "2026-05-20", "2026-06-11");
  findings = check_on (project, "06-20");
  for (guint i = 0; i < findings->len; i++)
    n_late += ((StewardFinding *) findings->pdata[i])->code == STEWARD_CHECK_OVER_LIMIT;
  g_assert_cmpuint (n_late, ==, 2);
  finding = find_finding (findings, STEWARD_CHECK_OVER_LIMIT);
  g_assert_cmpstr (finding->row, ==, "fire/f2");
  g_assert_cmpstr (finding->case_id, ==, "f2");
  g_assert_nonnull (strstr (finding->name, "二期"));
  steward_project_acknowledge (project, "over-limit", "fire/f2", "已报告", "", NULL);
  answered = check_on (project, "06-20");
  g_assert_cmpstr (find_finding (answered, STEWARD_CHECK_OVER_LIMIT)->row, ==, "fire/f3");
}

/* What would be found is told before it happens, and only what is new. */
static void
test_findings_are_foreseen (void)
{
  g_autoptr (StewardProject) project = new_project (OWN);
  g_autoptr (StewardSchedule) schedule = NULL;
  g_autoptr (GPtrArray) now = NULL, early = NULL, late = NULL, then = NULL;
  g_autoptr (StewardCase) changed = NULL;

  story_fill (project, "fire n=5 3@05-20 permit n=5 3@05-11 11@05-12 review n=5 3@05-04 11@06-01");
  schedule = fixture_schedule (project, "2026-05-26");
  now = steward_check_schedule (schedule);
  g_assert_cmpuint (steward_findings_count (now).warnings, >, 0);
  changed = steward_case_copy (steward_project_find_case (project, "fire"));
  steward_case_add_event (changed, STEWARD_CASE_GRANTED, story_day ("05-26"), "", "", "");
  early = steward_check_foresee (schedule, now, changed, NULL);
  /* Its predecessors are not over: that is found, and not what was there. */
  g_assert_nonnull (find_finding (early, STEWARD_CHECK_DECIDED_BEFORE_PREDECESSOR));
  g_assert_null (find_finding (early, STEWARD_CHECK_OVER_LIMIT));
  g_assert_cmpuint (steward_project_find_case (project, "fire")->events->len, ==, 1);
  then = check_on (project, "05-26");
  g_assert_cmpuint (then->len, ==, now->len);
  /* Nothing new comes of a case as it is. */
  late = steward_check_foresee (schedule, now, steward_project_find_case (project, "fire"), NULL);
  g_assert_cmpuint (late->len, ==, 0);
}

/* One record for all projects of the enterprise: the later one counts. */
static void
test_a_breach_elsewhere_shuts_out_too (void)
{
  g_autoptr (StewardProject) project = new_project (DATONG);
  StewardSharedCredit other = { STEWARD_STANDING_BREACH, story_day ("05-01"), (char *) "p2", (char *) "虚构二期" };
  const StewardCredit repaired = { STEWARD_STANDING_REPAIRED, story_day ("05-10"), NULL, NULL };
  g_autoptr (GPtrArray) before = NULL, shut = NULL, open = NULL;
  const StewardSharedCredit *from;
  StewardDay since;

  story_fill (project, "dt.s1.eia m=c 3@05-22/");
  before = check_on (project, "05-25");
  g_assert_null (find_finding (before, STEWARD_CHECK_COMMITMENT_NOT_ELIGIBLE));
  steward_project_set_shared_credit (project, &other);
  g_assert_cmpstr (steward_project_get_shared_credit (project)->name, ==, "虚构二期");
  shut = check_on (project, "05-25");
  g_assert_nonnull (strstr (find_finding (shut, STEWARD_CHECK_COMMITMENT_NOT_ELIGIBLE)->text, "虚构二期"));
  g_assert_cmpint (steward_project_find_standing (project, &since, &from), ==, STEWARD_STANDING_BREACH);
  g_assert_cmpint (since, ==, story_day ("05-01"));
  g_assert_nonnull (from);

  steward_project_set_credit (project, &repaired);
  g_assert_cmpint (steward_project_find_standing (project, &since, &from), ==, STEWARD_STANDING_REPAIRED);
  g_assert_null (from);
  open = check_on (project, "05-25");
  g_assert_null (find_finding (open, STEWARD_CHECK_COMMITMENT_NOT_ELIGIBLE));
  other.day = story_day ("05-11");
  steward_project_set_shared_credit (project, &other);
  g_assert_cmpint (steward_project_find_standing (project, &since, &from), ==, STEWARD_STANDING_BREACH);
  steward_project_set_shared_credit (project, NULL);
  g_assert_null (steward_project_get_shared_credit (project));
}

/* What the bundled packs themselves say must not look like a mistake. */
static void
test_whole_packs_are_free_of_findings (void)
{
  static const char * const packs[] = { DATONG, JINCHENG, "yingkou-2022", "dazhou-2022" };

  for (guint i = 0; i < G_N_ELEMENTS (packs); i++)
    {
      g_autoptr (StewardProject) project = new_project (packs[i]);
      GPtrArray *parts = steward_pack_get_parts (steward_project_get_pack (project));
      g_autoptr (GPtrArray) findings = NULL;

      for (guint j = 0; j < parts->len; j++)
        for (guint k = 0; k < ((StewardPart *) parts->pdata[j])->groups->len; k++)
          {
            const StewardGroup *group = ((StewardPart *) parts->pdata[j])->groups->pdata[k];

            for (guint l = 0; l < group->boxes->len; l++)
              {
                const StewardBox *box = group->boxes->pdata[l];

                if (box->kind != STEWARD_BOX_BLANK)
                  steward_project_set_tick (project, box->id, TRUE, "", "");
              }
          }
      findings = check_on (project, "06-01");
      g_assert_cmpuint (findings->len, ==, 0);
    }
}

/* The samples show one late decision each, on purpose, and nothing else that
 * would be an error. */
static void
test_samples_have_the_errors_they_should (void)
{
  static const struct { const char *sample; const char *late; } wanted[] = {
    { "datong-complex", "dt.s1.flood-impact" },
    { "jincheng-factory", "jc.s2.item.construction-registration" },
    { "jincheng-school", "jc.s2.item.tender-filing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (StewardProject) project = steward_sample_load (wanted[i].sample, &error);
      g_autoptr (GPtrArray) findings = NULL;

      g_assert_no_error (error);
      findings = check_on (project, "08-12");
      g_assert_cmpuint (steward_findings_count (findings).errors, ==, 1);
      g_assert_cmpint (((StewardFinding *) findings->pdata[0])->code, ==, STEWARD_CHECK_OVER_LIMIT);
      g_assert_cmpstr (((StewardFinding *) findings->pdata[0])->row, ==, wanted[i].late);
    }
}

static void
test_findings_outlive_the_schedule (void)
{
  g_autoptr (GPtrArray) findings = NULL;

  {
    g_autoptr (StewardProject) project = new_project (OWN);

    story_fill (project, "fire n=5 3@05-20 11@06-10");
    findings = check_on (project, "06-20");
  }
  g_assert_cmpstr (find_finding (findings, STEWARD_CHECK_OVER_LIMIT)->source->clause, ==, "三");
  g_assert_cmpstr (find_finding (findings, STEWARD_CHECK_OVER_LIMIT)->stage->id, ==, "s2");
}

/* Whatever people have done to a project, its findings can be told. */
static void
test_any_project_can_be_checked (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  guint found = 0;

  for (guint round = 0; round < 12; round++)
    {
      g_autoptr (StewardProject) project = new_project (round % 2 ? JINCHENG : DATONG);

      for (guint i = 0; i < 300; i++)
        random_project_change (project, random);
      for (guint month = 1; month <= 12; month += 4)
        {
          g_autofree char *day = g_strdup_printf ("%02u-15", month);
          g_autoptr (GError) error = NULL;
          g_autoptr (GPtrArray) findings = steward_check_project (project, fixture_get_calendar (), story_day (day), &error);

          if (findings == NULL)
            {
              g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_LIMIT);
              continue;
            }
          found += findings->len;
          for (guint i = 0; i < findings->len; i++)
            g_assert_true (g_utf8_validate (((StewardFinding *) findings->pdata[i])->text, -1, NULL));
        }
    }
  g_assert_cmpuint (found, >, 100);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *path = g_strdup_printf ("/check/%s/%s", steward_check_code_to_word (table[i].code), table[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_check);
    }
  g_test_add_func ("/check/every-check-is-tried", test_every_check_is_tried);
  g_test_add_func ("/check/codes-that-do-not-add-up", test_codes_that_do_not_add_up);
  g_test_add_func ("/check/construction-begins-too-late", test_construction_begins_too_late);
  g_test_add_func ("/check/a-breach-shuts-out", test_a_breach_shuts_out);
  g_test_add_func ("/check/acknowledged-warnings-stay-listed", test_acknowledged_warnings_stay_listed);
  g_test_add_func ("/check/errors-cannot-be-acknowledged", test_errors_cannot_be_acknowledged);
  g_test_add_func ("/check/acknowledging-does-not-reach-ahead", test_acknowledging_does_not_reach_ahead);
  g_test_add_func ("/check/the-pack-sets-weight-clause-and-remedy", test_the_pack_sets_weight_clause_and_remedy);
  g_test_add_func ("/check/findings-stand-by-weight-and-plan", test_findings_stand_by_weight_and_plan);
  g_test_add_func ("/check/segments-have-findings-of-their-own", test_segments_have_findings_of_their_own);
  g_test_add_func ("/check/findings-are-foreseen", test_findings_are_foreseen);
  g_test_add_func ("/check/a-breach-elsewhere-shuts-out-too", test_a_breach_elsewhere_shuts_out_too);
  g_test_add_func ("/check/whole-packs-are-free-of-findings", test_whole_packs_are_free_of_findings);
  g_test_add_func ("/check/samples-have-the-errors-they-should", test_samples_have_the_errors_they_should);
  g_test_add_func ("/check/findings-outlive-the-schedule", test_findings_outlive_the_schedule);
  g_test_add_func ("/check/any-project-can-be-checked", test_any_project_can_be_checked);
  return g_test_run ();
}
