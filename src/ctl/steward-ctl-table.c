/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl-private.h"

#include <glib/gi18n-lib.h>

#include "steward-file.h"
#include "steward-workbook.h"

typedef GBytes *(*MakeTable) (const StewardSchedule  *schedule,
                              GError                **error);

static StewardCtlStatus
write_table (const char *name,
             const char *output,
             StewardDay  as_of,
             MakeTable   make)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (output);
  g_autoptr (StewardSchedule) schedule = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  schedule = steward_ctl_load_schedule (name, as_of, &error);
  if (schedule != NULL)
    bytes = make (schedule, &error);
  if (bytes == NULL || !steward_file_write (file, bytes, NULL, &error))
    {
      steward_ctl_complain ("%s", error->message);
      return STEWARD_CTL_FAILED;
    }
  return STEWARD_CTL_GOOD;
}

static StewardCtlStatus
run_table (const StewardCtlCommand  *command,
           int                       argc,
           char                    **argv,
           MakeTable                 make)
{
  g_autofree char *output = NULL;
  g_autofree char *date = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Spreadsheet to write (.xlsx)"), N_("OUT.xlsx") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &date, N_("Day on which the project is looked at (today)"), N_("DATE") },
    { NULL }
  };
  StewardDay as_of = STEWARD_DAY_NONE;

  if (!steward_ctl_parse (command, entries, &argc, &argv, 1, 1) ||
      !steward_ctl_parse_day ("--as-of", date, &as_of))
    return STEWARD_CTL_USAGE;
  if (output == NULL || *output == '\0')
    {
      steward_ctl_complain_usage (command, _("-o is required."));
      return STEWARD_CTL_USAGE;
    }
  return write_table (argv[1], output, as_of, make);
}

static StewardCtlStatus
run_list (const StewardCtlCommand  *command,
          int                       argc,
          char                    **argv)
{
  return run_table (command, argc, argv, steward_workbook_of_list);
}

static StewardCtlStatus
run_ledger (const StewardCtlCommand  *command,
            int                       argc,
            char                    **argv)
{
  return run_table (command, argc, argv, steward_workbook_of_ledger);
}

const StewardCtlCommand steward_ctl_table_list = {
  "table list",
  "FILE -o OUT.xlsx",
  N_("Write the list of a project as a spreadsheet."),
  N_("The first sheet has one line per item, with stage, level, bureau, limit, dates\n"
     "and state; the second has each material once, with the items that need it.\n"
     "The same project on the same day gives the same bytes.\n"
     "\n"
     "Example:\n"
     "  stewardctl table list sample.steward -o list.xlsx"),
  run_list
};

const StewardCtlCommand steward_ctl_table_ledger = {
  "table ledger",
  "FILE -o OUT.xlsx",
  N_("Write the ledger of a project as a spreadsheet."),
  N_("The columns are those of the official form; the days are real dates.\n"
     "\n"
     "Example:\n"
     "  stewardctl table ledger sample.steward -o ledger.xlsx"),
  run_ledger
};
