/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-edition.h"
#include "steward-error.h"
#include "steward-gate.h"
#include "steward-project-file.h"

typedef struct
{
  char *reason;
  char *although;
  char *by;
  char *output;
  char *word;
  char *date;
} IssueOptions;

/* Whether enough is known of @project, or somebody says why it is issued all
 * the same. */
static gboolean
pass_gate (StewardProject      *project,
           const IssueOptions  *options,
           GError             **error)
{
  g_autoptr(StewardGate) gate = steward_gate_new (project, STEWARD_GATE_START);
  g_autoptr(GString) names = g_string_new (NULL);

  if (gate == NULL || !steward_gate_wants_reason (project, gate)
      || steward_gate_override (project, STEWARD_GATE_START, options->although ? options->although : "",
                                options->by ? options->by : ""))
    return TRUE;
  for (guint i = 0; i < gate->lines->len; i++)
    if (steward_gate_line_fails (gate->lines->pdata[i]))
      g_string_append_printf (names, "%s%s", names->len > 0 ? _(", ") : "",
                              ((const StewardGateLine *) gate->lines->pdata[i])->name);
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
               _("%s: %s is open. Say with --although why the plan is issued all the same."),
               steward_gate_get_title (gate->kind), names->str);
  return FALSE;
}

/* Freezes the plan of @schedule and adds it to its project. 0 with an error. */
static guint
issue (const StewardSchedule  *schedule,
       const IssueOptions     *options,
       StewardDay              day,
       GError                **error)
{
  g_autofree char *content = steward_schedule_freeze (schedule);
  const StewardEdition edition = {
    .day = day != STEWARD_DAY_NONE ? day : steward_day_today (),
    .by = options->by,
    .reason = options->reason,
    .content = content,
    .notified = STEWARD_DAY_NONE,
  };

  return pass_gate (schedule->plan->project, options, error)
         ? steward_project_add_edition (schedule->plan->project, &edition, error) : 0;
}

static StewardCtlStatus
issue_file (const char          *name,
            const IssueOptions  *options,
            StewardDay           day,
            StewardCtlFormat     format)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(StewardSchedule) schedule = steward_ctl_load_schedule (name, STEWARD_DAY_NONE, &error);
  StewardProject *project = schedule ? schedule->plan->project : NULL;
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (options->output ? options->output : name);
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  guint number = schedule ? issue (schedule, options, day, &error) : 0;

  if (number == 0 || !steward_project_file_save (project, file, NULL, &error))
    {
      steward_ctl_complain ("%s", error->message);
      return STEWARD_CTL_FAILED;
    }
  json_builder_begin_object (builder);
  steward_ctl_add_integer (builder, "edition", number);
  steward_ctl_add_day (builder, "day", steward_project_get_edition (project, number)->day);
  json_builder_end_object (builder);
  if (format == STEWARD_CTL_JSON)
    steward_ctl_print_json (builder);
  else
    steward_ctl_print ("%u\n", number);
  return STEWARD_CTL_GOOD;
}

static StewardCtlStatus
run_issue (const StewardCtlCommand  *command,
           int                       argc,
           char                    **argv)
{
  IssueOptions options = { 0 };
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason, N_("Why this edition is issued"), N_("TEXT") },
    { "although", 0, 0, G_OPTION_ARG_STRING, &options.although,
      N_("Why it is issued although conditions are open"), N_("TEXT") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by, N_("Who issues it"), N_("NAME") },
    { "day", 0, 0, G_OPTION_ARG_STRING, &options.date, N_("Day of issue (today)"), N_("DATE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("File to write instead of FILE"), N_("OUT") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.word, N_("text (default) or json"), N_("FORMAT") },
    { NULL }
  };
  StewardCtlStatus status = STEWARD_CTL_USAGE;
  StewardDay day = STEWARD_DAY_NONE;
  StewardCtlFormat format;

  if (!steward_ctl_parse (command, entries, &argc, &argv, 1, 1) ||
      !steward_ctl_parse_format (options.word, STEWARD_CTL_TEXT, FALSE, &format) ||
      !steward_ctl_parse_day ("--day", options.date, &day))
    ;
  else if (options.reason == NULL || *options.reason == '\0')
    steward_ctl_complain_usage (command, _("--reason is required."));
  else if (strcmp (argv[1], "-") == 0 && options.output == NULL)
    steward_ctl_complain_usage (command, _("-o is required."));
  else
    status = issue_file (argv[1], &options, day, format);

  g_free (options.reason);
  g_free (options.although);
  g_free (options.by);
  g_free (options.output);
  g_free (options.word);
  g_free (options.date);
  return status;
}

/* How many items the frozen plan has; 0 when it cannot be read. */
static guint
count_items (const StewardEdition *edition)
{
  g_autoptr(StewardFrozenPlan) plan = steward_frozen_plan_parse (edition->content, NULL);
  guint n = 0;

  for (guint i = 0; plan && i < plan->things->len; i++)
    n += ((StewardFrozenThing *) plan->things->pdata[i])->kind == STEWARD_FROZEN_ITEM;
  return n;
}

static void
list_edition (JsonBuilder          *builder,
              const StewardEdition *edition,
              StewardCtlFormat      format)
{
  g_autofree char *day = steward_day_format (edition->day);
  guint n = count_items (edition);

  json_builder_begin_object (builder);
  steward_ctl_add_integer (builder, "edition", edition->number);
  steward_ctl_add_day (builder, "day", edition->day);
  steward_ctl_add_text (builder, "by", edition->by);
  steward_ctl_add_text (builder, "at", edition->at);
  steward_ctl_add_text (builder, "reason", edition->reason);
  steward_ctl_add_text (builder, "paper", edition->paper);
  steward_ctl_add_day (builder, "notified", edition->notified);
  steward_ctl_add_integer (builder, "items", n);
  json_builder_end_object (builder);
  if (format == STEWARD_CTL_TEXT)
    steward_ctl_print ("%u\t%s\t%u\t%s\t%s\n", edition->number, day, n, edition->by, edition->reason);
}

static StewardCtlStatus
run_editions (const StewardCtlCommand  *command,
              int                       argc,
              char                    **argv)
{
  g_autofree char *word = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &word, N_("text (default) or json"), N_("FORMAT") },
    { NULL }
  };
  g_autoptr(StewardProject) project = NULL;
  g_autoptr(GPtrArray) editions = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(GError) error = NULL;
  StewardCtlFormat format;

  if (!steward_ctl_parse (command, entries, &argc, &argv, 1, 1) ||
      !steward_ctl_parse_format (word, STEWARD_CTL_TEXT, FALSE, &format))
    return STEWARD_CTL_USAGE;
  project = steward_ctl_load_project (argv[1], &error);
  if (project == NULL)
    {
      steward_ctl_complain ("%s", error->message);
      return STEWARD_CTL_FAILED;
    }
  editions = steward_project_list_editions (project);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "editions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < editions->len; i++)
    list_edition (builder, editions->pdata[i], format);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (format == STEWARD_CTL_JSON)
    steward_ctl_print_json (builder);
  return STEWARD_CTL_GOOD;
}

static const char *
get_change (const StewardPlanDifference *difference)
{
  return difference->before == NULL ? "added" : difference->after == NULL ? "dropped" : "changed";
}

static void
print_difference (const StewardPlanDifference *difference)
{
  const char *kind = steward_frozen_kind_to_word (difference->kind);

  if (difference->before == NULL)
    steward_ctl_print ("+ %s %s\t%s\n", kind, difference->id, difference->name);
  else if (difference->after == NULL)
    steward_ctl_print ("- %s %s\t%s\n", kind, difference->id, difference->name);
  else
    steward_ctl_print ("~ %s %s\t%s\t%s: %s → %s\n", kind, difference->id, difference->name,
                       steward_frozen_field_get_name (difference->field), difference->before, difference->after);
}

static void
add_difference (JsonBuilder                 *builder,
                const StewardPlanDifference *difference)
{
  json_builder_begin_object (builder);
  steward_ctl_add_text (builder, "change", get_change (difference));
  steward_ctl_add_text (builder, "kind", steward_frozen_kind_to_word (difference->kind));
  steward_ctl_add_text (builder, "id", difference->id);
  steward_ctl_add_text (builder, "name", difference->name);
  steward_ctl_add_text (builder, "stage", difference->stage);
  if (difference->before && difference->after)
    {
      steward_ctl_add_text (builder, "field", steward_frozen_field_to_word (difference->field));
      steward_ctl_add_text (builder, "before", difference->before);
      steward_ctl_add_text (builder, "after", difference->after);
    }
  json_builder_end_object (builder);
}

static StewardCtlStatus
compare (const char       *name,
         guint             older,
         guint             newer,
         StewardCtlFormat  format)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(StewardProject) project = steward_ctl_load_project (name, &error);
  g_autoptr(GPtrArray) differences = NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  if (project)
    differences = steward_project_compare_editions (project, older, newer, &error);
  if (differences == NULL)
    {
      steward_ctl_complain ("%s", error->message);
      return STEWARD_CTL_FAILED;
    }
  json_builder_begin_object (builder);
  steward_ctl_add_integer (builder, "older", older);
  json_builder_set_member_name (builder, "newer");
  if (newer > 0)
    json_builder_add_int_value (builder, newer);
  else
    json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "differences");
  json_builder_begin_array (builder);
  for (guint i = 0; i < differences->len; i++)
    {
      if (format == STEWARD_CTL_TEXT)
        print_difference (differences->pdata[i]);
      add_difference (builder, differences->pdata[i]);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (format == STEWARD_CTL_JSON)
    steward_ctl_print_json (builder);
  return STEWARD_CTL_GOOD;
}

/* FALSE after a complaint. */
static gboolean
parse_number (const StewardCtlCommand *command,
              const char              *text,
              guint                   *number)
{
  guint64 value;

  if (g_ascii_string_to_unsigned (text, 10, 1, STEWARD_PROJECT_MAX_EDITIONS, &value, NULL))
    {
      *number = value;
      return TRUE;
    }
  steward_ctl_complain_usage (command, _("“%s” is not the number of an edition."), text);
  return FALSE;
}

static StewardCtlStatus
run_diff (const StewardCtlCommand  *command,
          int                       argc,
          char                    **argv)
{
  g_autofree char *word = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &word, N_("text (default) or json"), N_("FORMAT") },
    { NULL }
  };
  StewardCtlFormat format;
  guint older = 0, newer = 0;

  if (!steward_ctl_parse (command, entries, &argc, &argv, 2, 3) ||
      !steward_ctl_parse_format (word, STEWARD_CTL_TEXT, FALSE, &format) ||
      !parse_number (command, argv[2], &older) || (argc > 3 && !parse_number (command, argv[3], &newer)))
    return STEWARD_CTL_USAGE;
  return compare (argv[1], older, newer, format);
}

const StewardCtlCommand steward_ctl_plan_issue = {
  "plan issue",
  "FILE --reason TEXT",
  N_("Issue the plan of a project as its next edition."),
  N_("The plan is frozen as it is now and kept in the file, which is replaced unless\n"
     "-o names another one. An edition is never changed afterwards. Prints its number.\n"
     "Where not all is known that the pack asks for, --although says why it is issued.\n"
     "\n"
     "Example:\n"
     "  stewardctl plan issue project.steward --reason 首次发出"),
  run_issue
};

const StewardCtlCommand steward_ctl_plan_editions = {
  "plan editions",
  "FILE",
  N_("List the issued editions of the plan of a project."),
  N_("As text: number, day, items, who issued it, the reason; between tabs.\n"
     "\n"
     "Example:\n"
     "  stewardctl plan editions project.steward"),
  run_editions
};

const StewardCtlCommand steward_ctl_plan_diff = {
  "plan diff",
  "FILE A [B]",
  N_("Tell what edition B of the plan has that edition A has not."),
  N_("Without B the plan as it is now. Lines begin with + for what was added, - for what\n"
     "was dropped, ~ for what was changed.\n"
     "\n"
     "Examples:\n"
     "  stewardctl plan diff project.steward 1 2\n"
     "  stewardctl plan diff project.steward 2"),
  run_diff
};
