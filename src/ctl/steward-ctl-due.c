/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl-private.h"

#include <glib/gi18n-lib.h>

#include "steward-clock.h"

#define MAX_DAYS 10000

typedef struct
{
  char      *from;
  int        days;
  char     **pauses;
  int        extension;
  char      *as_of;
  char      *finished;
  char      *calendar;
  char      *format;
  gboolean   explain;
} StewardDueOptions;

static void
clear_options (StewardDueOptions *options)
{
  g_free (options->from);
  g_strfreev (options->pauses);
  g_free (options->as_of);
  g_free (options->finished);
  g_free (options->calendar);
  g_free (options->format);
}

static gboolean
parse_options (const StewardCtlCommand *command,
               StewardDueOptions       *options,
               int                     *argc,
               char                  ***argv)
{
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &options->from, N_("Day of acceptance, day 0"), N_("DATE") },
    { "days", 0, 0, G_OPTION_ARG_INT, &options->days, N_("Limit in working days; 0 is the same day"), N_("N") },
    { "pause", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->pauses,
      N_("Special procedure; may be repeated, “A..” is still open"), N_("A..B") },
    { "extend", 0, 0, G_OPTION_ARG_INT, &options->extension, N_("Working days added by an approved extension"), N_("N") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options->as_of, N_("Day of the question (today)"), N_("DATE") },
    { "finished", 0, 0, G_OPTION_ARG_STRING, &options->finished, N_("Day of the decision"), N_("DATE") },
    { "calendar", 0, 0, G_OPTION_ARG_STRING, &options->calendar,
      N_("official (default), weekdays or every-day"), N_("NAME") },
    { "explain", 0, 0, G_OPTION_ARG_NONE, &options->explain, N_("List every day, counted or not, and why"), NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format, N_("json (default) or text"), N_("FORMAT") },
    { NULL }
  };

  return steward_ctl_parse (command, entries, argc, argv, 0, 0);
}

static StewardCalendar *
find_calendar (const char *name)
{
  if (name == NULL || strcmp (name, "official") == 0)
    return steward_calendar_new_official ();
  if (strcmp (name, "weekdays") == 0)
    return steward_calendar_new_weekdays ();
  if (strcmp (name, "every-day") == 0)
    return steward_calendar_new_every_day ();

  steward_ctl_complain (_("“%s” is not a calendar: expected official, weekdays or every-day."), name);
  return NULL;
}

/* `A..B`, or `A..` while it is open. */
static gboolean
parse_pause (const char   *text,
             StewardPause *pause)
{
  const char *dots = strstr (text, "..");
  g_autofree char *start = dots != NULL ? g_strndup (text, dots - text) : NULL;

  pause->end = STEWARD_DAY_NONE;
  if (start == NULL || !steward_day_parse (start, &pause->start) ||
      (dots[2] != '\0' && !steward_day_parse (dots + 2, &pause->end)))
    {
      steward_ctl_complain (_("“%s” (of --pause) is not a pause: expected A..B or A.. with dates YYYY-MM-DD."), text);
      return FALSE;
    }
  if (pause->end != STEWARD_DAY_NONE && pause->end < pause->start)
    {
      steward_ctl_complain (_("The pause “%s” ends before it starts."), text);
      return FALSE;
    }
  return TRUE;
}

/* The question, with the pauses in @pauses; FALSE after a complaint. */
static gboolean
read_question (const StewardDueOptions *options,
               GArray                  *pauses,
               StewardClockQuestion    *question)
{
  question->as_of = steward_day_today ();
  question->finished = STEWARD_DAY_NONE;
  question->days = options->days;
  question->extension = options->extension;
  question->thresholds = STEWARD_THRESHOLDS_DEFAULT;

  if (!steward_ctl_parse_day ("--from", options->from, &question->from) ||
      !steward_ctl_parse_day ("--as-of", options->as_of, &question->as_of) ||
      !steward_ctl_parse_day ("--finished", options->finished, &question->finished))
    return FALSE;

  for (guint i = 0; options->pauses != NULL && options->pauses[i] != NULL; i++)
    {
      StewardPause pause = { 0 };

      if (!parse_pause (options->pauses[i], &pause))
        return FALSE;
      g_array_append_val (pauses, pause);
    }
  question->pauses = (const StewardPause *) pauses->data;
  question->n_pauses = pauses->len;

  /* A decision is known on the day it is asked about: without --as-of the
   * question is put on that day, even if it lies in the future. */
  if (question->finished != STEWARD_DAY_NONE && options->as_of == NULL)
    question->as_of = MAX (question->as_of, question->finished);
  if (question->finished != STEWARD_DAY_NONE && question->finished < question->from)
    {
      steward_ctl_complain (_("The decision (--finished) lies before the acceptance (--from)."));
      return FALSE;
    }
  return TRUE;
}

static const char *
get_day_word (const StewardClockDay *day)
{
  static const char * const words[] = { "working", "make-up", "rest", "holiday" };

  if (day->kind == STEWARD_CLOCK_START)
    return "acceptance";
  if (day->kind == STEWARD_CLOCK_PAUSED)
    return "paused";
  return words[day->day_kind];
}

static gboolean
is_counted (const StewardClockDay *day)
{
  return day->kind == STEWARD_CLOCK_COUNTED || (day->kind == STEWARD_CLOCK_START && day->number > 0);
}

static void
build_days (JsonBuilder *builder,
            GArray      *days)
{
  json_builder_set_member_name (builder, "days");
  json_builder_begin_array (builder);
  for (guint i = 0; i < days->len; i++)
    {
      const StewardClockDay *day = &g_array_index (days, StewardClockDay, i);
      g_autofree char *date = steward_day_format (day->day);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "date");
      json_builder_add_string_value (builder, date);
      json_builder_set_member_name (builder, "counted");
      json_builder_add_boolean_value (builder, is_counted (day));
      json_builder_set_member_name (builder, "number");
      json_builder_add_int_value (builder, day->number);
      json_builder_set_member_name (builder, "kind");
      json_builder_add_string_value (builder, get_day_word (day));
      json_builder_set_member_name (builder, "reason");
      json_builder_add_string_value (builder, day->reason != NULL ? day->reason : "");
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_as_json (const StewardClockAnswer *answer,
               GArray                   *days)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *due = steward_day_format (answer->due);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "due");
  if (answer->due != STEWARD_DAY_NONE)
    json_builder_add_string_value (builder, due);
  else
    json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "provisional");
  json_builder_add_boolean_value (builder, answer->provisional);
  json_builder_set_member_name (builder, "used");
  json_builder_add_int_value (builder, answer->used);
  json_builder_set_member_name (builder, "remaining");
  json_builder_add_int_value (builder, answer->remaining);
  json_builder_set_member_name (builder, "light");
  json_builder_add_string_value (builder, steward_light_to_word (answer->light));
  if (days != NULL)
    build_days (builder, days);
  json_builder_end_object (builder);
  steward_ctl_print_json (builder);
}

static void
print_as_text (const StewardClockAnswer *answer,
               GArray                   *days)
{
  g_autofree char *due = steward_day_format (answer->due);

  if (answer->due == STEWARD_DAY_NONE)
    steward_ctl_print (_("Due: not known while a pause is open\n"));
  else if (answer->provisional)
    steward_ctl_print (_("Due: %s (provisional: no official calendar for that year yet)\n"), due);
  else
    steward_ctl_print (_("Due: %s\n"), due);
  steward_ctl_print (_("Used: %d\nRemaining: %d\n"), answer->used, answer->remaining);
  steward_ctl_print (_("Light: %s %s\n"), steward_light_to_glyph (answer->light), steward_light_to_word (answer->light));

  for (guint i = 0; days != NULL && i < days->len; i++)
    {
      const StewardClockDay *day = &g_array_index (days, StewardClockDay, i);
      g_autofree char *date = steward_day_format (day->day);
      g_autofree char *number = is_counted (day) ? g_strdup_printf ("%d", day->number) : g_strdup ("–");

      steward_ctl_print ("%s  %4s  %-10s  %s\n", date, number, get_day_word (day), day->reason != NULL ? day->reason : "");
    }
}

/* Without a day to look at, the list ends where the limit ended: the days since
 * then are many and say nothing. A decision is a day to look at. */
static GArray *
explain (const StewardCalendar    *calendar,
         StewardClockQuestion      question,
         const StewardClockAnswer *said,
         gboolean                  asked)
{
  if (!asked && question.finished == STEWARD_DAY_NONE && said->due != STEWARD_DAY_NONE)
    question.as_of = MIN (question.as_of, said->due);
  return steward_clock_explain (calendar, &question);
}

static StewardCtlStatus
answer (const StewardDueOptions *options,
        StewardCtlFormat         format)
{
  g_autoptr(GArray) pauses = g_array_new (FALSE, FALSE, sizeof (StewardPause));
  g_autoptr(StewardCalendar) calendar = NULL;
  g_autoptr(GArray) days = NULL;
  StewardClockQuestion question = { 0 };
  StewardClockAnswer said;

  if (!read_question (options, pauses, &question))
    return STEWARD_CTL_USAGE;
  calendar = find_calendar (options->calendar);
  if (calendar == NULL)
    return STEWARD_CTL_USAGE;

  said = steward_clock_ask (calendar, &question);
  if (options->explain)
    days = explain (calendar, question, &said, options->as_of != NULL);
  if (format == STEWARD_CTL_JSON)
    print_as_json (&said, days);
  else
    print_as_text (&said, days);
  return STEWARD_CTL_GOOD;
}

static StewardCtlStatus
run_due (const StewardCtlCommand  *command,
         int                       argc,
         char                    **argv)
{
  StewardDueOptions options = { .days = G_MININT };
  StewardCtlStatus status = STEWARD_CTL_USAGE;
  StewardCtlFormat format;

  if (!parse_options (command, &options, &argc, &argv))
    ;
  else if (options.from == NULL || options.days == G_MININT)
    steward_ctl_complain_usage (command, _("--from and --days are required."));
  else if (options.days < 0 || options.days > MAX_DAYS || options.extension < 0 || options.extension > MAX_DAYS)
    steward_ctl_complain (_("Numbers of days go from 0 to %d."), MAX_DAYS);
  else if (steward_ctl_parse_format (options.format, STEWARD_CTL_JSON, FALSE, &format))
    status = answer (&options, format);

  clear_options (&options);
  return status;
}

const StewardCtlCommand steward_ctl_due = {
  "due",
  "--from DATE --days N",
  N_("Tell when a time limit ends, how much of it is used, and its light."),
  N_("The day of acceptance is day 0. Working days of a pause after its start, up to\n"
     "and including its end, do not count. Dates after the last official calendar are\n"
     "provisional.\n"
     "\n"
     "Examples:\n"
     "  stewardctl due --from 2026-09-16 --days 5\n"
     "  stewardctl due --from 2026-09-16 --days 20 --pause 2026-09-21..2026-09-25 --explain\n"
     "  stewardctl due --from 2026-09-16 --days 20 --pause 2026-09-21.. --as-of 2026-10-12\n"
     "\n"
     "--explain lists the days up to the due day or the decision; with --as-of also\n"
     "the days after it, up to that day.\n"
     "\n"
     "JSON: due (null while a pause is open), provisional, used, remaining, light; with\n"
     "--explain also days: date, counted, number, kind, reason."),
  run_due
};
