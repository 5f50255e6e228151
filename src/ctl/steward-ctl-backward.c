/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl-private.h"

#include <glib/gi18n-lib.h>

#include "steward-backward-text.h"
#include "steward-error.h"

typedef struct
{
  StewardDay       wanted;
  StewardDay       as_of;
  const char      *activity;
  StewardCtlFormat format;
} StewardBackwardQuestion;

static void
build_row (JsonBuilder              *builder,
           const StewardBackwardRow *row,
           const StewardCalendar    *calendar)
{
  json_builder_begin_object (builder);
  steward_ctl_add_text (builder, "row", row->row->id);
  steward_ctl_add_text (builder, "name", row->row->name);
  steward_ctl_add_boolean (builder, "bound", row->bound);
  steward_ctl_add_boolean (builder, "outside", row->outside);
  steward_ctl_add_day (builder, "latest_start", row->latest_start);
  steward_ctl_add_day (builder, "latest_finish", row->latest_finish);
  steward_ctl_add_integer (builder, "slack", row->slack);
  steward_ctl_add_text (builder, "why", row->why_text);
  steward_ctl_add_boolean (builder, "provisional",
                           row->bound && steward_calendar_is_provisional (calendar, row->latest_finish));
  json_builder_end_object (builder);
}

static void
build_material (JsonBuilder                   *builder,
                const StewardBackwardMaterial *material,
                const StewardCalendar         *calendar)
{
  g_autofree char *uses = steward_backward_get_uses (material);

  json_builder_begin_object (builder);
  steward_ctl_add_text (builder, "paper", material->material->id);
  steward_ctl_add_text (builder, "name", material->material->name);
  steward_ctl_add_day (builder, "latest", material->latest);
  steward_ctl_add_boolean (builder, "late", material->late);
  steward_ctl_add_text (builder, "row", material->row->id);
  steward_ctl_add_text (builder, "used_for", uses);
  steward_ctl_add_boolean (builder, "provisional", steward_calendar_is_provisional (calendar, material->latest));
  json_builder_end_object (builder);
}

static void
print_as_json (const StewardBackward         *backward,
               const StewardCalendar         *calendar,
               const StewardBackwardQuestion *question)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  steward_ctl_add_text (builder, "activity", question->activity);
  steward_ctl_add_day (builder, "wanted", backward->wanted);
  steward_ctl_add_boolean (builder, "possible", backward->possible);
  steward_ctl_add_day (builder, "forecast", backward->forecast);
  steward_ctl_add_integer (builder, "slack", backward->slack);
  steward_ctl_add_day (builder, "start", backward->start);
  steward_ctl_add_text (builder, "why", backward->why_text);
  steward_ctl_add_boolean (builder, "provisional", backward->provisional);
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < backward->rows->len; i++)
    build_row (builder, backward->rows->pdata[i], calendar);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "papers");
  json_builder_begin_array (builder);
  for (guint i = 0; i < backward->materials->len; i++)
    build_material (builder, backward->materials->pdata[i], calendar);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  steward_ctl_print_json (builder);
}

static StewardCtlStatus
ask (const char                    *name,
     const StewardBackwardQuestion *question)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(StewardSchedule) schedule = steward_ctl_load_schedule (name, question->as_of, &error);
  g_autoptr(StewardBackward) backward = NULL;
  g_autofree char *text = NULL;

  if (schedule != NULL)
    backward = steward_schedule_plan_backward (schedule, question->activity, question->wanted, &error);
  if (backward == NULL)
    {
      steward_ctl_complain ("%s", error->message);
      return schedule != NULL && g_error_matches (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN) ? STEWARD_CTL_USAGE
                                                                                               : STEWARD_CTL_FAILED;
    }
  if (question->format == STEWARD_CTL_JSON)
    print_as_json (backward, schedule->calendar, question);
  else
    {
      text = steward_backward_to_text (backward, schedule->calendar);
      steward_ctl_print ("%s", text);
    }
  return backward->possible ? STEWARD_CTL_GOOD : STEWARD_CTL_FAILED;
}

static StewardCtlStatus
run_backward (const StewardCtlCommand  *command,
              int                       argc,
              char                    **argv)
{
  g_autofree char *wanted = NULL, *as_of = NULL, *activity = NULL, *format = NULL;
  const GOptionEntry entries[] = {
    { "finish-by", 0, 0, G_OPTION_ARG_STRING, &wanted, N_("Day on which it has to be reached"), N_("DATE") },
    { "activity", 0, 0, G_OPTION_ARG_STRING, &activity,
      N_("What shall begin on that day (without it, the whole plan shall be finished)"), N_("ID") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, N_("Day on which the project is looked at (today)"), N_("DATE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_("text (default) or json"), N_("FORMAT") },
    { NULL }
  };
  StewardBackwardQuestion question = { STEWARD_DAY_NONE, STEWARD_DAY_NONE, NULL, STEWARD_CTL_TEXT };

  if (!steward_ctl_parse (command, entries, &argc, &argv, 1, 1) ||
      !steward_ctl_parse_format (format, STEWARD_CTL_TEXT, FALSE, &question.format) ||
      !steward_ctl_parse_day ("--finish-by", wanted, &question.wanted) ||
      !steward_ctl_parse_day ("--as-of", as_of, &question.as_of))
    return STEWARD_CTL_USAGE;
  if (question.wanted == STEWARD_DAY_NONE)
    {
      steward_ctl_complain_usage (command, _("--finish-by is missing."));
      return STEWARD_CTL_USAGE;
    }
  question.activity = activity;
  return ask (argv[1], &question);
}

const StewardCtlCommand steward_ctl_backward = {
  "backward",
  "FILE",
  N_("Tell how late everything may be, if something has to be reached on a day."),
  N_("Actual dates count; what has not begun begins today at the earliest.\n"
     "\n"
     "Examples:\n"
     "  stewardctl backward --finish-by 2026-12-31 project.steward\n"
     "  stewardctl backward --finish-by 2026-09-01 --activity dt.construction project.steward\n"
     "\n"
     "JSON: activity, wanted, possible, forecast, slack (working days), start (the first\n"
     "of the latest days), why, provisional; rows: row, name, bound (the day depends on\n"
     "it), outside (only its stage waits for it), latest_start, latest_finish, slack, why,\n"
     "provisional; papers: paper, name, latest, late, row, used_for, provisional.\n"
     "Exit status: 0 possible, 1 impossible or failure, 2 wrong usage."),
  run_backward
};
