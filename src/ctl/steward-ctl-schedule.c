/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl-private.h"

#include <glib/gi18n-lib.h>

#include "steward-error.h"
#include "steward-network-file.h"
#include "steward-plan-file.h"
#include "steward-project-file.h"

/* One line of the text form; @limit < 0 is not known. */
static void
print_row (const char *id,
           StewardDay  start,
           StewardDay  finish,
           int         limit,
           int         total_float,
           gboolean    critical)
{
  g_autofree char *from = steward_day_format (start);
  g_autofree char *to = steward_day_format (finish);
  g_autofree char *days = limit >= 0 ? g_strdup_printf ("%d", limit) : g_strdup ("–");

  steward_ctl_print ("%s  %s  %5s  %5d  %s %s\n", from, to, days, total_float, critical ? "*" : " ", id);
}

static void
print_head (StewardDay  start,
            StewardDay  finish,
            const char *days)
{
  g_autofree char *from = steward_day_format (start);
  g_autofree char *to = steward_day_format (finish);

  steward_ctl_print (_("%s to %s, %s (start, finish, days, float, * critical, id)\n"), from, to, days);
}

static void
print_network_as_text (const StewardNetwork *network)
{
  int total = steward_network_get_total (network);
  g_autofree char *days = g_strdup_printf (ngettext ("%d working day", "%d working days", total), total);

  print_head (steward_network_offset_to_day (network, 0), steward_network_offset_to_day (network, total), days);
  for (guint i = 0; i < steward_network_get_length (network); i++)
    {
      const StewardTaskResult *result = steward_network_get_result (network, i);

      print_row (steward_network_get_id (network, i), steward_network_offset_to_day (network, result->early_start),
                 steward_network_offset_to_day (network, result->early_finish), steward_network_get_days (network, i),
                 result->total_float, result->critical);
    }
}

static gboolean
schedule_network (GBytes            *bytes,
                  const char        *origin,
                  StewardCtlFormat   format,
                  StewardProblems   *problems)
{
  g_autoptr(StewardNetwork) network = steward_network_file_read (bytes, origin, problems);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  if (network == NULL)
    return FALSE;
  if (!steward_network_solve (network, &error))
    {
      steward_problems_add (problems, origin, 0, 0, "", "%s", error->message);
      return FALSE;
    }
  if (format == STEWARD_CTL_TEXT)
    {
      print_network_as_text (network);
      return TRUE;
    }
  text = format == STEWARD_CTL_CSV ? steward_network_file_to_csv (network) : steward_network_file_to_json (network);
  steward_ctl_print ("%s\n", g_strchomp (text));
  return TRUE;
}

static void
print_schedule_as_text (const StewardSchedule *schedule)
{
  int total = schedule->approval_days;
  g_autofree char *days = NULL;

  days = g_strdup_printf (ngettext ("%d approval working day", "%d approval working days", total), total);
  print_head (schedule->start, schedule->finish, days);
  for (guint i = 0; i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = g_ptr_array_index (schedule->rows, i);
      g_autofree char *label = g_strdup_printf ("%s  %s %s", row->id, row->name, steward_light_to_glyph (row->answer.light));

      print_row (label, row->start, row->finish, row->limit, row->total_float, row->critical);
    }
}

static gboolean
schedule_project (GBytes            *bytes,
                  const char        *origin,
                  StewardDay         as_of,
                  StewardCtlFormat   format,
                  StewardProblems   *problems)
{
  g_autoptr(StewardProject) project = steward_ctl_read_project (bytes, origin, problems);
  g_autoptr(StewardCalendar) calendar = steward_calendar_new_official ();
  g_autoptr(StewardSchedule) schedule = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  if (project == NULL)
    return FALSE;
  schedule = steward_schedule_new (project, calendar, as_of, &error);
  if (schedule == NULL)
    {
      steward_problems_add (problems, origin, 0, 0, "", "%s", error->message);
      return FALSE;
    }
  if (format == STEWARD_CTL_TEXT)
    {
      print_schedule_as_text (schedule);
      return TRUE;
    }
  text = format == STEWARD_CTL_CSV ? steward_schedule_file_to_csv (schedule) : steward_schedule_file_to_json (schedule);
  steward_ctl_print ("%s\n", g_strchomp (text));
  return TRUE;
}

static gboolean
schedule (const char       *name,
          StewardDay        as_of,
          StewardCtlFormat  format)
{
  g_autoptr(StewardProblems) problems = steward_problems_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *origin = NULL;
  g_autofree char *lines = NULL;

  bytes = steward_ctl_read (name, STEWARD_NETWORK_FILE_MAX_BYTES, &origin, &error);
  if (bytes == NULL)
    {
      steward_ctl_complain ("%s", error->message);
      return FALSE;
    }
  if (steward_network_file_probe (bytes) ? schedule_network (bytes, origin, format, problems)
                                         : schedule_project (bytes, origin, as_of, format, problems))
    return TRUE;

  lines = steward_problems_to_string (problems);
  steward_ctl_complain ("%s", lines);
  return FALSE;
}

static StewardCtlStatus
run_schedule (const StewardCtlCommand  *command,
              int                       argc,
              char                    **argv)
{
  g_autofree char *word = NULL;
  g_autofree char *date = NULL;
  const GOptionEntry entries[] = {
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &date, N_("Day on which projects are looked at (today)"), N_("DATE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &word, N_("json (default), csv or text"), N_("FORMAT") },
    { NULL }
  };
  StewardCtlStatus status = STEWARD_CTL_GOOD;
  StewardDay as_of = STEWARD_DAY_NONE;
  StewardCtlFormat format;

  if (!steward_ctl_parse (command, entries, &argc, &argv, 1, G_MAXINT - 1) ||
      !steward_ctl_parse_format (word, STEWARD_CTL_JSON, TRUE, &format) ||
      !steward_ctl_parse_day ("--as-of", date, &as_of))
    return STEWARD_CTL_USAGE;

  for (int i = 1; i < argc; i++)
    if (!schedule (argv[i], as_of, format))
      status = STEWARD_CTL_FAILED;
  return status;
}

const StewardCtlCommand steward_ctl_schedule = {
  "schedule",
  "FILE…",
  N_("Compute the dates, floats and critical path of projects or bare networks."),
  N_("FILE is a project file, or a bare network:\n"
     "  {\"start\": \"2026-01-04\", \"calendar\": \"official\",\n"
     "   \"tasks\": [{\"id\": \"a\", \"days\": 3}, {\"id\": \"b\", \"days\": 2, \"after\": [\"a\"]}]}\n"
     "Each FILE gives one JSON document on one line. “-” reads the standard input.\n"
     "\n"
     "Examples:\n"
     "  stewardctl schedule project.steward\n"
     "  stewardctl schedule --format csv network.json"),
  run_schedule
};
