/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project-fixture.h"

#include <stdlib.h>
#include <string.h>

#include "steward-event-rule.h"

#define YES STEWARD_EVENT_LIKELY
#define ASK STEWARD_EVENT_UNLIKELY
#define NO  STEWARD_EVENT_IMPOSSIBLE

/* Days of March 2026 (the 2nd is a Monday, no holidays; today is the 20th, the
 * limit 10 days): the events of a case in @mode (n, d, c), the one to add, and
 * what is said. @why stands in the reason. */
static const struct
{
  const char          *name;
  char                 mode;
  const char          *events;
  const char          *added;
  StewardEventVerdict  verdict;
  const char          *why;
} table[] = {
  { "a-receipt-begins", 'n', "", "1@02", YES, NULL },
  { "an-acceptance-may-begin", 'n', "", "3@02", YES, NULL },
  { "nothing-can-be-corrected-before-a-receipt", 'n', "", "6@02", NO, "receipt" },
  { "nothing-can-be-turned-away-before-a-receipt", 'n', "", "4@02", NO, "receipt" },
  { "nothing-can-be-withdrawn-before-a-receipt", 'n', "", "2@02", NO, "receipt" },
  { "nothing-can-be-paused-before-a-receipt", 'n', "", "9@02", NO, "receipt" },
  { "nothing-can-be-decided-before-a-receipt", 'n', "", "11@02", NO, "acceptance" },
  { "nothing-can-be-revoked-before-a-grant", 'n', "1@02 3@03", "15@04", NO, "granted" },
  { "received-twice", 'n', "1@02", "1@03", NO, "2026-03-02" },
  { "received-after-the-acceptance", 'n', "3@02", "1@03", NO, "2026-03-02" },
  { "received-on-the-day-of-the-acceptance", 'n', "3@03", "1@03", YES, NULL },
  { "received-twice-on-the-day-of-the-acceptance", 'n', "3@03 1@03", "1@03", NO, "2026-03-03" },
  { "received-before-the-acceptance", 'n', "3@03", "1@02", YES, NULL },
  { "accepted", 'n', "1@02", "3@03", YES, NULL },
  { "accepted-twice", 'n', "1@02 3@03", "3@04", NO, "2026-03-03" },
  { "accepted-on-the-fifth-day", 'n', "1@02", "3@09", YES, NULL },
  { "accepted-on-the-sixth-day", 'n', "1@02", "3@10", ASK, "counts as accepted" },
  { "accepted-late-after-a-notice", 'n', "1@02 6@05 7@09", "3@16", YES, NULL },
  { "accepted-within-a-correction", 'n', "1@02 6@03", "3@05", ASK, "no end" },
  { "accepted-after-the-decision", 'n', "3@03 11@06", "3@09", NO, "ended" },
  { "accepted-before-a-decision-without-it", 'n', "1@02 11@06", "3@03", YES, NULL },
  { "accepted-earlier-than-accepted", 'n', "1@02 3@04", "3@03", NO, "2026-03-03" },
  { "not-accepted", 'n', "1@02", "4@03", YES, NULL },
  { "not-accepted-on-the-sixth-day", 'n', "1@02", "4@10", ASK, "counts as accepted" },
  { "not-accepted-after-the-acceptance", 'n', "1@02 3@03", "4@04", NO, "decided" },
  { "sent-back", 'n', "1@02", "5@03", YES, NULL },
  { "sent-back-after-the-acceptance", 'n', "1@02 3@03", "5@04", ASK, "decided" },
  { "sent-back-for-what-was-deferred", 'd', "1@02 3@03", "5@04", YES, NULL },
  { "withdrawn", 'n', "1@02 3@03", "14@05", YES, NULL },
  { "withdrawn-before-the-acceptance", 'n', "1@02", "2@03", YES, NULL },
  { "withdrawn-after-the-decision", 'n', "1@02 3@03 11@06", "14@09", NO, "withdrawn before" },
  { "notice-on-the-fifth-day", 'n', "1@02", "6@09", YES, NULL },
  { "notice-on-the-sixth-day", 'n', "1@02", "6@10", ASK, "counts as accepted" },
  { "a-second-notice", 'n', "1@02 6@03 7@04", "6@05", ASK, "at once" },
  { "a-notice-after-the-acceptance", 'n', "1@02 3@03", "6@12", YES, NULL },
  { "a-correction-in-a-correction", 'n', "1@02 3@03 6@04", "6@05", NO, "still open" },
  { "a-correction-after-the-decision", 'n', "1@02 3@03 11@06", "6@09", NO, "ended" },
  { "a-correction-after-a-deferred-grant", 'd', "1@02 3@03 12@06", "6@09", YES, NULL },
  { "the-end-of-a-correction", 'n', "1@02 6@03", "7@05", YES, NULL },
  { "the-end-of-no-correction", 'n', "1@02 3@03", "7@05", NO, "No correction" },
  { "the-supply-of-what-was-deferred", 'd', "1@02 3@03", "7@05", YES, NULL },
  { "the-supply-after-a-deferred-grant", 'd', "1@02 3@03 12@06", "7@09", YES, NULL },
  { "the-supply-before-the-acceptance", 'd', "1@02", "7@03", NO, "No correction" },
  { "a-procedure", 'n', "1@02 3@03", "9@05:听证", YES, NULL },
  { "a-procedure-of-another-kind", 'n', "1@02 3@03 9@04:听证", "9@05:检测", YES, NULL },
  { "a-procedure-of-the-same-kind", 'n', "1@02 3@03 9@04:听证", "9@05:听证", NO, "still open" },
  { "a-procedure-before-the-acceptance", 'n', "1@02", "9@03", ASK, "not accepted yet" },
  { "a-procedure-after-silence", 'n', "1@02", "9@12", YES, NULL },
  { "a-procedure-after-the-decision", 'n', "3@03 11@06", "9@09", NO, "ended" },
  { "resumed", 'n', "3@03 9@04:听证", "10@09:听证", YES, NULL },
  { "resumed-without-a-kind", 'n', "3@03 9@04:听证", "10@09", YES, NULL },
  { "resumed-without-a-pause", 'n', "3@03", "10@09", NO, "No special procedure" },
  { "resumed-twice", 'n', "3@03 9@04 10@05", "10@09", NO, "No special procedure" },
  { "resumed-before-it-was-paused", 'n', "3@03 9@05", "10@04", NO, "No special procedure" },
  { "the-bureau-starts", 'n', "3@03", "8@04", YES, NULL },
  { "the-bureau-starts-before-the-acceptance", 'n', "1@02", "8@03", ASK, "not accepted yet" },
  { "granted", 'n', "1@02 3@03", "11@06", YES, NULL },
  { "granted-after-silence", 'n', "1@02", "11@12", YES, NULL },
  { "granted-before-the-acceptance", 'n', "1@02", "11@04", NO, "acceptance" },
  { "granted-earlier-than-accepted", 'n', "1@02 3@05", "11@04", NO, "acceptance" },
  { "granted-on-the-day-of-acceptance", 'n', "1@02 3@03", "11@03", ASK, "10 working days" },
  { "granted-at-once-on-commitment", 'c', "1@02 3@03", "11@03", YES, NULL },
  { "granted-within-a-procedure", 'n', "3@03 9@05", "11@10", ASK, "no end" },
  { "granted-within-a-correction", 'n', "3@03 6@05", "11@10", ASK, "no end" },
  { "granted-twice", 'n', "3@03 11@06", "13@09", NO, "ended" },
  { "granted-with-deferral", 'd', "3@03", "12@06", YES, NULL },
  { "granted-with-deferral-that-nobody-asked-for", 'n', "3@03", "12@06", ASK, "deferred" },
  { "revoked", 'n', "3@03 11@06", "15@12", YES, NULL },
  { "revoked-after-a-refusal", 'n', "3@03 13@06", "15@12", NO, "granted" },
  { "revoked-twice", 'n', "3@03 11@06 15@12", "15@13", NO, "granted" },
  { "received-again-after-a-refusal", 'n', "3@03 13@06", "1@09", YES, NULL },
  { "received-again-after-a-grant", 'n', "3@03 11@06", "1@09", ASK, "once more" },
  { "accepted-again-after-a-new-receipt", 'n', "3@03 13@06 1@09", "3@10", YES, NULL },
  { "accepted-on-a-sunday", 'n', "1@06", "3@08", ASK, "not a working day" },
  { "received-on-a-sunday", 'n', "", "1@08", YES, NULL },
  { "a-procedure-on-a-sunday", 'n', "3@03", "9@08", YES, NULL },
  { "tomorrow", 'n', "", "1@21", ASK, "still to come" },
  { "today", 'n', "", "1@20", YES, NULL },
  { "what-was-wrong-before-is-not-said-again", 'n', "11@02", "15@03", YES, NULL },
  { "what-follows-becomes-impossible", 'n', "1@02 3@04 9@05 10@06", "11@05", NO, "ended" },
};

static StewardDay
march (const char *day)
{
  g_autofree char *text = g_strdup_printf ("2026-03-%s", day);

  return fixture_day (text);
}

static void
split (const char         *word,
       StewardCaseStatus  *status,
       StewardDay         *day,
       char              **kind)
{
  g_auto (GStrv) parts = g_strsplit_set (word, "@:", 3);

  *status = atoi (parts[0]);
  *day = march (parts[1]);
  *kind = g_strdup (parts[2] ? parts[2] : "");
}

static StewardCase *
make_case (char        mode,
           const char *events)
{
  StewardCase *self = steward_case_new ("c", "item");
  g_auto (GStrv) words = g_strsplit (events, " ", -1);

  self->mode = mode == 'd' ? STEWARD_MODE_DEFERRAL : mode == 'c' ? STEWARD_MODE_COMMITMENT : STEWARD_MODE_NORMAL;
  for (guint i = 0; words[i] && *words[i]; i++)
    {
      g_autofree char *kind = NULL;
      StewardCaseStatus status;
      StewardDay day;

      split (words[i], &status, &day, &kind);
      steward_case_add_event (self, status, day, "", kind, "");
    }
  return self;
}

static void
test_may_add (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (StewardCalendar) calendar = steward_calendar_new_official ();
  g_autoptr (StewardCase) self = make_case (table[i].mode, table[i].events);
  StewardEventRule rule = { calendar, 5, 3, 10, march ("20") };
  g_autofree char *kind = NULL, *why = NULL;
  StewardCaseStatus status;
  StewardDay day;

  split (table[i].added, &status, &day, &kind);
  g_assert_cmpint (steward_event_rule_may_add (&rule, self, status, day, kind, &why), ==, table[i].verdict);
  if (table[i].why)
    {
      g_assert_nonnull (why);
      if (strstr (why, table[i].why) == NULL)
        g_error ("“%s” is not in “%s”", table[i].why, why);
    }
  else
    {
      g_assert_null (why);
    }
}

static void
test_reasons_are_told_apart (void)
{
  static const struct { char mode; const char *events; guint index; StewardEventReason reason; } said[] = {
    { 'n', "11@03", 0, STEWARD_EVENT_ORDER },
    { 'n', "3@03 9@04 11@12", 2, STEWARD_EVENT_SEQUENCE },
    { 'n', "1@02 6@10", 1, STEWARD_EVENT_LATE_NOTICE },
    { 'n', "3@03 11@03", 1, STEWARD_EVENT_INSTANT },
    { 'n', "3@08", 0, STEWARD_EVENT_REST_DAY },
    { 'n', "3@23", 0, STEWARD_EVENT_FUTURE },
  };
  g_autoptr (StewardCalendar) calendar = steward_calendar_new_official ();
  StewardEventRule rule = { calendar, 5, 3, 10, march ("20") };

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      g_autoptr (StewardCase) self = make_case (said[i].mode, said[i].events);
      g_autoptr (GPtrArray) remarks = steward_event_rule_judge (&rule, self);
      const StewardEventRemark *remark;

      g_assert_cmpuint (remarks->len, ==, 1);
      remark = remarks->pdata[0];
      g_assert_cmpuint (remark->index, ==, said[i].index);
      g_assert_cmpint (remark->reason, ==, said[i].reason);
      g_assert_cmpint (remark->verdict, ==, said[i].reason == STEWARD_EVENT_ORDER ? NO : ASK);
    }
}

static void
test_limits_that_are_not_doubtful (void)
{
  g_autoptr (StewardCalendar) calendar = steward_calendar_new_official ();
  g_autoptr (StewardCase) self = make_case ('n', "3@03 11@03");
  static const int limits[] = { -1, 0, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      StewardEventRule rule = { calendar, 5, 3, limits[i], march ("20") };
      g_autoptr (GPtrArray) remarks = steward_event_rule_judge (&rule, self);

      g_assert_cmpuint (remarks->len, ==, 0);
    }
}

static void
test_settings_come_from_the_pack (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("datong-2025");
  g_autoptr (StewardCalendar) calendar = steward_calendar_new_official ();
  StewardEventRule rule;

  steward_event_rule_init (&rule, steward_project_get_pack (project), calendar, 7, STEWARD_DAY_NONE);
  g_assert_cmpint (rule.notice_days, ==, 5);
  g_assert_cmpint (rule.instant_limit, ==, 3);
  g_assert_cmpint (rule.limit, ==, 7);
  g_assert_cmpint (rule.today, ==, steward_day_today ());
}

static guint
count_impossible (GPtrArray *remarks)
{
  guint n = 0;

  for (guint i = 0; i < remarks->len; i++)
    n += ((StewardEventRemark *) remarks->pdata[i])->verdict == STEWARD_EVENT_IMPOSSIBLE;
  return n;
}

/* What is only written when it may be is never found impossible afterwards,
 * and what is refused would be; in whatever order it is written. */
static void
test_what_may_be_added_is_what_is_found_right (void)
{
  g_autoptr (StewardCalendar) calendar = steward_calendar_new_official ();
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  StewardEventRule rule = { calendar, 5, 3, 10, march ("20") };
  guint n_added = 0, n_refused = 0;

  for (guint round = 0; round < 400; round++)
    {
      g_autoptr (StewardCase) self = make_case ("ndc"[round % 3], "");

      for (guint i = 0; i < 20; i++)
        {
          StewardCaseStatus status = g_rand_int_range (random, 1, 16);
          StewardDay day = march ("02") + g_rand_int_range (random, 0, 25);
          const char *kind = g_rand_boolean (random) ? "" : "听证";
          g_autoptr (StewardCase) with = steward_case_copy (self);
          g_autoptr (GPtrArray) remarks = NULL;

          steward_case_add_event (with, status, day, "", kind, "");
          remarks = steward_event_rule_judge (&rule, with);
          if (steward_event_rule_may_add (&rule, self, status, day, kind, NULL) == NO)
            {
              g_assert_cmpuint (count_impossible (remarks), >, 0);
              n_refused++;
              continue;
            }
          g_assert_cmpuint (count_impossible (remarks), ==, 0);
          steward_case_free (self);
          self = g_steal_pointer (&with);
          n_added++;
        }
    }
  g_assert_cmpuint (n_added, >, 800);
  g_assert_cmpuint (n_refused, >, 800);
}

/* Each of them stops the clock of a case. */
static void
test_every_procedure_of_the_law_may_begin (void)
{
  const char * const *procedures = steward_event_rule_list_procedures ();
  g_autoptr (StewardPack) pack = steward_pack_library_load ("datong-2025", NULL);
  g_autoptr (StewardCalendar) calendar = steward_calendar_new_official ();
  g_autoptr (StewardCase) handled = steward_case_new ("c", "dt.s1.eia");
  StewardEventRule rule;
  guint n = 0;

  steward_event_rule_init (&rule, pack, calendar, 7, fixture_day ("2026-03-20"));
  steward_case_add_event (handled, STEWARD_CASE_ACCEPTED, fixture_day ("2026-03-02"), "", "", "");
  for (; procedures[n]; n++)
    {
      g_autofree char *why = NULL;

      g_assert_cmpint (steward_event_rule_may_add (&rule, handled, STEWARD_CASE_PROCEDURE_STARTS,
                                                   fixture_day ("2026-03-03"), procedures[n], &why), ==,
                       STEWARD_EVENT_LIKELY);
    }
  /* 听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审 */
  g_assert_cmpuint (n, ==, 8);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *path = g_strdup_printf ("/event-rule/may-add/%s", table[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_may_add);
    }
  g_test_add_func ("/event-rule/reasons-are-told-apart", test_reasons_are_told_apart);
  g_test_add_func ("/event-rule/limits-that-are-not-doubtful", test_limits_that_are_not_doubtful);
  g_test_add_func ("/event-rule/every-procedure-of-the-law", test_every_procedure_of_the_law_may_begin);
  g_test_add_func ("/event-rule/settings-come-from-the-pack", test_settings_come_from_the_pack);
  g_test_add_func ("/event-rule/what-may-be-added-is-what-is-found-right",
                   test_what_may_be_added_is_what_is_found_right);
  return g_test_run ();
}
