/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "official-days.h"
#include "steward-clock.h"

typedef struct
{
  const char *start;
  const char *end;      /* NULL: open */
} Span;

typedef struct
{
  const char   *name;
  const char   *from;
  int           days;
  int           extension;
  gboolean      from_counts;
  Span          pauses[3];
  const char   *finished;
  const char   *as_of;
  const char   *due;
  int           used;
  int           remaining;
  StewardLight  light;
  gboolean      provisional;
} Case;

/* 2026-03-02 is a Monday in a month without holidays. */
static const Case cases[] = {
  { .name = "green", .from = "2026-03-02", .days = 5, .as_of = "2026-03-04",
    .due = "2026-03-09", .used = 2, .remaining = 3, .light = STEWARD_LIGHT_GREEN },
  { .name = "yellow", .from = "2026-03-02", .days = 5, .as_of = "2026-03-05",
    .due = "2026-03-09", .used = 3, .remaining = 2, .light = STEWARD_LIGHT_YELLOW },
  { .name = "due-today", .from = "2026-03-02", .days = 5, .as_of = "2026-03-09",
    .due = "2026-03-09", .used = 5, .remaining = 0, .light = STEWARD_LIGHT_YELLOW },
  { .name = "red", .from = "2026-03-02", .days = 5, .as_of = "2026-03-10",
    .due = "2026-03-09", .used = 6, .remaining = -1, .light = STEWARD_LIGHT_RED },
  { .name = "weekend-after-due-is-late", .from = "2026-03-02", .days = 4,
    .as_of = "2026-03-07", .due = "2026-03-06", .used = 4, .remaining = 0,
    .light = STEWARD_LIGHT_RED },
  { .name = "finished-on-the-weekend-after-due", .from = "2026-03-02", .days = 4,
    .finished = "2026-03-07", .as_of = "2026-03-31", .due = "2026-03-06", .used = 4,
    .remaining = 0, .light = STEWARD_LIGHT_DONE_LATE },
  { .name = "finished-in-the-holiday-after-due", .from = "2026-09-28", .days = 2,
    .finished = "2026-10-07", .as_of = "2026-10-31", .due = "2026-09-30", .used = 2,
    .remaining = 0, .light = STEWARD_LIGHT_DONE_LATE },
  { .name = "finished-on-the-weekend-before-due", .from = "2026-03-02", .days = 5,
    .finished = "2026-03-08", .as_of = "2026-03-31", .due = "2026-03-09", .used = 4,
    .remaining = 1, .light = STEWARD_LIGHT_DONE },
  { .name = "pause-after-due-does-not-heal", .from = "2026-03-02", .days = 4,
    .pauses = { { "2026-03-07", "2026-03-13" } }, .finished = "2026-03-12",
    .as_of = "2026-03-31", .due = "2026-03-06", .used = 4, .remaining = 0,
    .light = STEWARD_LIGHT_DONE_LATE },
  { .name = "zero-days-accepted-on-a-rest-day", .from = "2026-03-07", .days = 0,
    .finished = "2026-03-08", .as_of = "2026-03-31", .due = "2026-03-07", .used = 0,
    .remaining = 0, .light = STEWARD_LIGHT_DONE_LATE },
  { .name = "zero-days-is-the-same-day", .from = "2026-03-02", .days = 0, .as_of = "2026-03-02",
    .due = "2026-03-02", .used = 0, .remaining = 0, .light = STEWARD_LIGHT_YELLOW },
  { .name = "zero-days-is-late-tomorrow", .from = "2026-03-02", .days = 0,
    .as_of = "2026-03-03", .due = "2026-03-02", .used = 1, .remaining = -1,
    .light = STEWARD_LIGHT_RED },
  { .name = "acceptance-day-counts", .from = "2026-03-02", .days = 5, .from_counts = TRUE,
    .as_of = "2026-03-04", .due = "2026-03-06", .used = 3, .remaining = 2,
    .light = STEWARD_LIGHT_YELLOW },
  { .name = "acceptance-on-a-rest-day-does-not-count", .from = "2026-03-01", .days = 5,
    .from_counts = TRUE, .as_of = "2026-03-01", .due = "2026-03-06", .used = 0, .remaining = 5,
    .light = STEWARD_LIGHT_GREEN },
  { .name = "not-started", .days = 5, .as_of = "2026-03-04", .due = "", .used = 0,
    .remaining = 5, .light = STEWARD_LIGHT_NOT_STARTED },
  { .name = "asked-before-acceptance", .from = "2026-03-02", .days = 5, .as_of = "2026-02-24",
    .due = "2026-03-09", .used = 0, .remaining = 5, .light = STEWARD_LIGHT_NOT_STARTED },
  { .name = "extension", .from = "2026-03-02", .days = 20, .extension = 10,
    .as_of = "2026-03-02", .due = "2026-04-14", .used = 0, .remaining = 30,
    .light = STEWARD_LIGHT_GREEN },
  { .name = "over-national-day", .from = "2026-09-28", .days = 5, .as_of = "2026-10-07",
    .due = "2026-10-10", .used = 2, .remaining = 3, .light = STEWARD_LIGHT_GREEN },
  { .name = "over-spring-festival", .from = "2026-02-13", .days = 3, .as_of = "2026-02-23",
    .due = "2026-02-25", .used = 1, .remaining = 2, .light = STEWARD_LIGHT_GREEN },
  { .name = "pause", .from = "2026-03-02", .days = 5,
    .pauses = { { "2026-03-03", "2026-03-06" } }, .as_of = "2026-03-05",
    .due = "2026-03-12", .used = 1, .remaining = 4, .light = STEWARD_LIGHT_PAUSED },
  { .name = "first-day-of-a-pause-counts", .from = "2026-03-02", .days = 5,
    .pauses = { { "2026-03-03", "2026-03-06" } }, .as_of = "2026-03-03",
    .due = "2026-03-12", .used = 1, .remaining = 4, .light = STEWARD_LIGHT_PAUSED },
  { .name = "day-after-a-pause", .from = "2026-03-02", .days = 5,
    .pauses = { { "2026-03-03", "2026-03-06" } }, .as_of = "2026-03-09",
    .due = "2026-03-12", .used = 2, .remaining = 3, .light = STEWARD_LIGHT_GREEN },
  { .name = "overlapping-pauses-are-united", .from = "2026-03-02", .days = 5,
    .pauses = { { "2026-03-05", "2026-03-10" }, { "2026-03-03", "2026-03-06" } },
    .as_of = "2026-03-16", .due = "2026-03-16", .used = 5, .remaining = 0,
    .light = STEWARD_LIGHT_YELLOW },
  { .name = "pause-in-a-pause", .from = "2026-03-02", .days = 5,
    .pauses = { { "2026-03-03", "2026-03-10" }, { "2026-03-04", "2026-03-05" },
                { "2026-03-03", "2026-03-10" } },
    .as_of = "2026-03-16", .due = "2026-03-16", .used = 5, .remaining = 0,
    .light = STEWARD_LIGHT_YELLOW },
  { .name = "open-pause-freezes", .from = "2026-03-02", .days = 5,
    .pauses = { { "2026-03-03", NULL } }, .as_of = "2026-03-31", .due = "", .used = 1,
    .remaining = 4, .light = STEWARD_LIGHT_PAUSED },
  { .name = "open-pause-does-not-heal", .from = "2026-03-02", .days = 5,
    .pauses = { { "2026-03-12", NULL } }, .as_of = "2026-03-20", .due = "2026-03-09",
    .used = 8, .remaining = -3, .light = STEWARD_LIGHT_RED },
  { .name = "decision-ends-an-open-pause", .from = "2026-03-02", .days = 5,
    .pauses = { { "2026-03-03", NULL } }, .finished = "2026-03-05", .as_of = "2026-03-31",
    .due = "2026-03-11", .used = 1, .remaining = 4, .light = STEWARD_LIGHT_DONE },
  { .name = "pause-before-acceptance", .from = "2026-03-02", .days = 5,
    .pauses = { { "2026-02-24", "2026-02-27" } }, .as_of = "2026-03-04", .due = "2026-03-09",
    .used = 2, .remaining = 3, .light = STEWARD_LIGHT_GREEN },
  { .name = "pause-over-acceptance", .from = "2026-03-02", .days = 5,
    .pauses = { { "2026-02-26", "2026-03-04" } }, .as_of = "2026-03-05", .due = "2026-03-11",
    .used = 1, .remaining = 4, .light = STEWARD_LIGHT_GREEN },
  { .name = "pause-that-ends-before-it-begins", .from = "2026-03-02", .days = 5,
    .pauses = { { "2026-03-05", "2026-03-03" }, { "2026-03-04", "2026-03-04" } },
    .as_of = "2026-03-04", .due = "2026-03-09", .used = 2, .remaining = 3,
    .light = STEWARD_LIGHT_GREEN },
  { .name = "finished-on-time", .from = "2026-03-02", .days = 5, .finished = "2026-03-09",
    .as_of = "2026-03-31", .due = "2026-03-09", .used = 5, .remaining = 0,
    .light = STEWARD_LIGHT_DONE },
  { .name = "finished-late", .from = "2026-03-02", .days = 5, .finished = "2026-03-10",
    .as_of = "2026-03-31", .due = "2026-03-09", .used = 6, .remaining = -1,
    .light = STEWARD_LIGHT_DONE_LATE },
  { .name = "finished-later-than-asked", .from = "2026-03-02", .days = 5,
    .finished = "2026-03-09", .as_of = "2026-03-04", .due = "2026-03-09", .used = 2,
    .remaining = 3, .light = STEWARD_LIGHT_GREEN },
  { .name = "decided-before-acceptance", .from = "2026-03-02", .days = 5,
    .finished = "2026-02-27", .as_of = "2026-03-31", .due = "2026-03-09", .used = 0,
    .remaining = 5, .light = STEWARD_LIGHT_DONE },
  { .name = "provisional", .from = "2026-12-28", .days = 10, .as_of = "2026-12-30",
    .due = "2027-01-11", .used = 2, .remaining = 8, .light = STEWARD_LIGHT_GREEN,
    .provisional = TRUE },
  { .name = "last-official-day", .from = "2026-12-28", .days = 3, .as_of = "2026-12-30",
    .due = "2026-12-31", .used = 2, .remaining = 1, .light = STEWARD_LIGHT_YELLOW },
};

static StewardDay
parse_or_none (const char *text)
{
  return text != NULL ? official_days_parse (text) : STEWARD_DAY_NONE;
}

static void
test_case (gconstpointer data)
{
  const Case *expected = data;
  g_autoptr(StewardCalendar) calendar = steward_calendar_new_official ();
  g_autofree char *due = NULL;
  StewardPause pauses[G_N_ELEMENTS (expected->pauses)];
  StewardClockQuestion question = {
    .from = parse_or_none (expected->from),
    .days = expected->days,
    .extension = expected->extension,
    .from_counts = expected->from_counts,
    .pauses = pauses,
    .finished = parse_or_none (expected->finished),
    .as_of = parse_or_none (expected->as_of),
    .thresholds = STEWARD_THRESHOLDS_DEFAULT,
  };
  StewardClockAnswer answer;

  for (gsize i = 0; i < G_N_ELEMENTS (pauses) && expected->pauses[i].start != NULL; i++)
    pauses[question.n_pauses++] = (StewardPause) { parse_or_none (expected->pauses[i].start),
                                                   parse_or_none (expected->pauses[i].end),
                                                   NULL };
  answer = steward_clock_ask (calendar, &question);
  due = steward_day_format (answer.due);
  g_assert_cmpstr (due, ==, expected->due);
  g_assert_cmpint (answer.used, ==, expected->used);
  g_assert_cmpint (answer.remaining, ==, expected->remaining);
  g_assert_cmpstr (steward_light_to_word (answer.light), ==,
                   steward_light_to_word (expected->light));
  g_assert_cmpint (answer.provisional, ==, expected->provisional);
}

static void
test_explanation (void)
{
  static const struct
  {
    const char          *date;
    StewardClockDayKind  kind;
    int                  number;
    const char          *reason;
  } lines[] = {
    { "2026-09-25", STEWARD_CLOCK_START, 0, "acceptance, day 0" },
    { "2026-09-26", STEWARD_CLOCK_SKIPPED, 0, "中秋节 (国办发明电〔2025〕7号)" },
    { "2026-09-27", STEWARD_CLOCK_SKIPPED, 0, "中秋节 (国办发明电〔2025〕7号)" },
    { "2026-09-28", STEWARD_CLOCK_COUNTED, 1, "working day" },
    { "2026-09-29", STEWARD_CLOCK_PAUSED, 1, "听证" },
    { "2026-09-30", STEWARD_CLOCK_PAUSED, 1, "special procedure" },
    { "2026-10-01", STEWARD_CLOCK_SKIPPED, 1, "国庆节 (国办发明电〔2025〕7号)" },
  };
  g_autoptr(StewardCalendar) calendar = steward_calendar_new_official ();
  g_autoptr(GArray) days = NULL;
  StewardPause pauses[] = {
    { parse_or_none ("2026-09-28"), parse_or_none ("2026-09-29"), "听证" },
    { parse_or_none ("2026-09-28"), parse_or_none ("2026-10-08"), NULL },
  };
  StewardClockQuestion question = {
    .from = parse_or_none ("2026-09-25"),
    .days = 3,
    .pauses = pauses,
    .n_pauses = G_N_ELEMENTS (pauses),
    .finished = STEWARD_DAY_NONE,
    .as_of = parse_or_none ("2026-09-28"),
    .thresholds = STEWARD_THRESHOLDS_DEFAULT,
  };
  const StewardClockDay *last;

  days = steward_clock_explain (calendar, &question);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const StewardClockDay *line = &g_array_index (days, StewardClockDay, i);

      g_assert_cmpint (line->day, ==, parse_or_none (lines[i].date));
      g_assert_cmpint (line->kind, ==, lines[i].kind);
      g_assert_cmpint (line->number, ==, lines[i].number);
      g_assert_cmpstr (line->reason, ==, lines[i].reason);
    }
  /* The 9th counts, then the Saturday that is worked. */
  last = &g_array_index (days, StewardClockDay, days->len - 1);
  g_assert_cmpint (last->day, ==, parse_or_none ("2026-10-10"));
  g_assert_cmpint (last->number, ==, 3);
  g_assert_cmpint (last->day_kind, ==, STEWARD_DAY_MAKE_UP);
  g_assert_cmpstr (last->reason, ==, "make-up working day (国办发明电〔2025〕7号)");
}

static void
test_explanation_is_bounded (void)
{
  g_autoptr(StewardCalendar) calendar = steward_calendar_new_official ();
  StewardClockQuestion question = {
    .from = parse_or_none ("1950-01-01"),
    .days = 5,
    .finished = STEWARD_DAY_NONE,
    .as_of = parse_or_none ("2199-12-31"),
    .thresholds = STEWARD_THRESHOLDS_DEFAULT,
  };
  g_autoptr(GArray) days = steward_clock_explain (calendar, &question);
  g_autoptr(GArray) none = NULL;

  g_assert_cmpuint (days->len, ==, 3653);
  question.from = STEWARD_DAY_NONE;
  none = steward_clock_explain (calendar, &question);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_absurd_numbers (void)
{
  g_autoptr(StewardCalendar) calendar = steward_calendar_new_official ();
  StewardClockQuestion question = {
    .from = parse_or_none ("2026-03-02"),
    .days = G_MAXINT,
    .extension = G_MAXINT,
    .finished = STEWARD_DAY_NONE,
    .as_of = parse_or_none ("2026-03-03"),
    .thresholds = STEWARD_THRESHOLDS_DEFAULT,
  };
  StewardClockAnswer answer = steward_clock_ask (calendar, &question);

  g_assert_cmpint (answer.due, ==, STEWARD_DAY_NONE);
  g_assert_cmpint (answer.used, ==, 1);
  question.days = question.extension = G_MININT;
  answer = steward_clock_ask (calendar, &question);
  g_assert_cmpint (answer.light, ==, STEWARD_LIGHT_RED);
}

static void
test_thresholds (void)
{
  static const struct
  {
    int               total;
    int               remaining;
    StewardThresholds thresholds;
    StewardLight      light;
  } lights[] = {
    { 10, 4, { 1, 30 }, STEWARD_LIGHT_GREEN },
    { 10, 3, { 1, 30 }, STEWARD_LIGHT_YELLOW },
    { 11, 4, { 1, 30 }, STEWARD_LIGHT_YELLOW },
    { 2, 1, { 1, 30 }, STEWARD_LIGHT_YELLOW },
    { 2, 2, { 1, 30 }, STEWARD_LIGHT_GREEN },
    { 20, 3, { 2, 0 }, STEWARD_LIGHT_GREEN },
    { 20, 2, { 2, 0 }, STEWARD_LIGHT_YELLOW },
    { 20, 0, { 0, 0 }, STEWARD_LIGHT_YELLOW },
    { 20, -1, { 0, 0 }, STEWARD_LIGHT_RED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lights); i++)
    g_assert_cmpint (steward_light_for (lights[i].total, lights[i].remaining,
                                        lights[i].thresholds), ==, lights[i].light);
}

static void
test_every_light_has_its_own_word (void)
{
  g_autoptr(GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);

  for (int light = STEWARD_LIGHT_NOT_STARTED; light <= STEWARD_LIGHT_RED; light++)
    {
      g_assert_true (g_hash_table_add (words, (char *) steward_light_to_word (light)));
      g_assert_cmpint (g_utf8_strlen (steward_light_to_glyph (light), -1), ==, 1);
      g_assert_cmpint (steward_light_worse (light, STEWARD_LIGHT_RED), ==, STEWARD_LIGHT_RED);
      g_assert_cmpint (steward_light_worse (STEWARD_LIGHT_NOT_STARTED, light), ==, light);
    }
}

static void
test_acceptance (void)
{
  static const struct
  {
    const char *received;
    const char *notice;
    const char *accepted;
    const char *as_of;
    const char *day;
    gboolean    deemed;
    const char *silent_until;
  } answers[] = {
    { NULL, NULL, NULL, "2026-03-31", NULL, FALSE, NULL },
    { NULL, NULL, "2026-03-03", "2026-03-31", "2026-03-03", FALSE, NULL },
    { "2026-03-02", NULL, NULL, "2026-03-09", NULL, FALSE, "2026-03-09" },
    { "2026-03-02", NULL, NULL, "2026-03-10", "2026-03-02", TRUE, "2026-03-09" },
    { "2026-03-02", NULL, "2026-03-04", "2026-03-31", "2026-03-04", FALSE, "2026-03-09" },
    { "2026-03-02", NULL, "2026-03-09", "2026-03-31", "2026-03-09", FALSE, "2026-03-09" },
    { "2026-03-02", NULL, "2026-03-16", "2026-03-31", "2026-03-02", TRUE, "2026-03-09" },
    { "2026-03-02", "2026-03-09", NULL, "2026-03-31", NULL, FALSE, "2026-03-09" },
    { "2026-03-02", "2026-03-09", "2026-03-20", "2026-03-31", "2026-03-20", FALSE, "2026-03-09" },
    { "2026-03-02", "2026-03-10", "2026-03-20", "2026-03-31", "2026-03-02", TRUE, "2026-03-09" },
    { "2026-03-02", "2026-02-27", NULL, "2026-03-31", "2026-03-02", TRUE, "2026-03-09" },
    { "2026-09-28", NULL, NULL, "2026-10-10", NULL, FALSE, "2026-10-10" },
  };
  g_autoptr(StewardCalendar) calendar = steward_calendar_new_official ();

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      StewardAcceptance acceptance =
        steward_clock_accept (calendar, parse_or_none (answers[i].received),
                              parse_or_none (answers[i].notice),
                              parse_or_none (answers[i].accepted), 5,
                              parse_or_none (answers[i].as_of));

      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_cmpint (acceptance.day, ==, parse_or_none (answers[i].day));
      g_assert_cmpint (acceptance.deemed, ==, answers[i].deemed);
      g_assert_cmpint (acceptance.silent_until, ==, parse_or_none (answers[i].silent_until));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/clock/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/clock/explanation", test_explanation);
  g_test_add_func ("/clock/explanation-is-bounded", test_explanation_is_bounded);
  g_test_add_func ("/clock/absurd-numbers", test_absurd_numbers);
  g_test_add_func ("/clock/thresholds", test_thresholds);
  g_test_add_func ("/clock/every-light-has-its-own-word", test_every_light_has_its_own_word);
  g_test_add_func ("/clock/acceptance", test_acceptance);
  return g_test_run ();
}
