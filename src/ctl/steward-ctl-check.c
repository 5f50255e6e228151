/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl-gates-private.h"

#include <glib/gi18n-lib.h>

#include "steward-check.h"
#include "steward-project-file.h"

static void
build_clause (JsonBuilder         *builder,
              const StewardSource *source)
{
  json_builder_set_member_name (builder, "clause");
  if (source == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  steward_ctl_add_text (builder, "document", source->basis->document);
  steward_ctl_add_text (builder, "title", source->basis->title);
  steward_ctl_add_text (builder, "clause", source->clause);
  steward_ctl_add_text (builder, "quote", source->quote);
  json_builder_end_object (builder);
}

static void
build_acknowledgement (JsonBuilder          *builder,
                       const StewardFinding *finding)
{
  json_builder_set_member_name (builder, "acknowledged");
  if (finding->reason == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  steward_ctl_add_text (builder, "reason", finding->reason);
  steward_ctl_add_text (builder, "by", finding->by);
  steward_ctl_add_text (builder, "at", finding->at);
  json_builder_end_object (builder);
}

static void
build_finding (JsonBuilder          *builder,
               const StewardFinding *finding)
{
  json_builder_begin_object (builder);
  steward_ctl_add_text (builder, "code", steward_check_code_to_word (finding->code));
  steward_ctl_add_text (builder, "severity", steward_severity_to_word (finding->severity));
  steward_ctl_add_text (builder, "row", finding->row);
  steward_ctl_add_text (builder, "case", finding->case_id);
  steward_ctl_add_text (builder, "name", finding->name);
  steward_ctl_add_text (builder, "stage", finding->stage != NULL ? finding->stage->id : "");
  steward_ctl_add_day (builder, "day", finding->day);
  steward_ctl_add_text (builder, "text", finding->text);
  steward_ctl_add_text (builder, "rule", finding->rule);
  build_clause (builder, finding->source);
  steward_ctl_add_text (builder, "remedy", finding->remedy);
  build_acknowledgement (builder, finding);
  json_builder_end_object (builder);
}

static void
print_as_json (const char          *shown,
               StewardProject      *project,
               StewardDay           as_of,
               GPtrArray           *findings,
               StewardFindingTally  tally)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  steward_ctl_add_text (builder, "file", shown);
  steward_ctl_add_text (builder, "project", steward_project_get_fact (project, STEWARD_FACT_NAME));
  steward_ctl_add_day (builder, "as_of", as_of);
  json_builder_set_member_name (builder, "good");
  json_builder_add_boolean_value (builder, tally.errors == 0 && tally.warnings == 0);
  steward_ctl_add_integer (builder, "errors", tally.errors);
  steward_ctl_add_integer (builder, "warnings", tally.warnings);
  steward_ctl_add_integer (builder, "acknowledged", tally.acknowledged);
  steward_ctl_add_integer (builder, "notes", tally.notes);
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    build_finding (builder, g_ptr_array_index (findings, i));
  json_builder_end_array (builder);
  steward_ctl_build_gates (builder, project);
  json_builder_end_object (builder);
  steward_ctl_print_json (builder);
}

/* `同政办发〔2025〕12号 五（一）2 “…”` */
static char *
describe_clause (const StewardSource *source)
{
  GString *text = g_string_new (source->basis->document);

  if (source->clause != NULL)
    g_string_append_printf (text, " %s", source->clause);
  if (source->quote != NULL)
    g_string_append_printf (text, " “%s”", source->quote);
  return g_string_free (text, FALSE);
}

static const char *
name_severity (const StewardFinding *finding)
{
  if (finding->severity == STEWARD_SEVERITY_ERROR)
    return _("error");
  if (finding->severity == STEWARD_SEVERITY_NOTE)
    return _("note");
  return finding->reason != NULL ? _("acknowledged") : _("warning");
}

static void
print_finding (const StewardFinding *finding)
{
  steward_ctl_print ("%s  %s  %s\n    %s\n", name_severity (finding), steward_check_code_to_word (finding->code),
                     finding->name, finding->text);
  if (finding->source != NULL)
    {
      g_autofree char *clause = describe_clause (finding->source);

      steward_ctl_print (_("    Rule: %s; %s\n"), finding->rule, clause);
    }
  else
    {
      steward_ctl_print (_("    Rule: %s\n"), finding->rule);
    }
  steward_ctl_print (_("    Remedy: %s\n"), finding->remedy);
  if (finding->reason != NULL)
    steward_ctl_print (_("    Acknowledged by %s, %s: %s\n"), finding->by, finding->at, finding->reason);
}

static void
print_as_text (const char          *shown,
               GPtrArray           *findings,
               StewardFindingTally  tally)
{
  for (guint i = 0; i < findings->len; i++)
    print_finding (g_ptr_array_index (findings, i));
  steward_ctl_print (_("%s: errors %u, warnings %u, acknowledged %u, notes %u\n"), shown, tally.errors, tally.warnings,
                     tally.acknowledged, tally.notes);
}

/* What keeps the file from being checked: the shape of `validate`. */
static StewardCtlStatus
fail (const char       *name,
      StewardProblems  *problems,
      const char       *origin,
      const GError     *error,
      StewardCtlFormat  format)
{
  if (error != NULL)
    steward_problems_add (problems, origin, 0, 0, "", "%s", error->message);
  return steward_ctl_report (name, problems, format);
}

static StewardCtlStatus
check (const char       *name,
       StewardDay        as_of,
       StewardCtlFormat  format)
{
  g_autoptr(StewardProblems) problems = steward_problems_new ();
  g_autoptr(StewardCalendar) calendar = steward_calendar_new_official ();
  g_autoptr(StewardProject) project = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *origin = NULL;
  g_autofree char *shown = g_filename_display_name (name);
  StewardFindingTally tally;

  bytes = steward_ctl_read (name, STEWARD_PROJECT_FILE_MAX_BYTES, &origin, &error);
  if (bytes != NULL)
    project = steward_ctl_read_project (bytes, origin, problems);
  if (project != NULL)
    findings = steward_check_project (project, calendar, as_of, &error);
  if (findings == NULL)
    return fail (name, problems, origin, error, format);

  tally = steward_findings_count (findings);
  if (format == STEWARD_CTL_JSON)
    print_as_json (shown, project, as_of, findings, tally);
  else
    {
      steward_ctl_print_gates (project);
      print_as_text (shown, findings, tally);
    }
  return tally.errors == 0 && tally.warnings == 0 ? STEWARD_CTL_GOOD : STEWARD_CTL_FAILED;
}

static StewardCtlStatus
run_check (const StewardCtlCommand  *command,
           int                       argc,
           char                    **argv)
{
  g_autofree char *word = NULL;
  g_autofree char *date = NULL;
  const GOptionEntry entries[] = {
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &date, N_("Day on which projects are looked at (today)"), N_("DATE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &word, N_("text (default) or json"), N_("FORMAT") },
    { NULL }
  };
  StewardCtlStatus status = STEWARD_CTL_GOOD;
  StewardDay as_of = steward_day_today ();
  StewardCtlFormat format;

  if (!steward_ctl_parse (command, entries, &argc, &argv, 1, G_MAXINT - 1) ||
      !steward_ctl_parse_format (word, STEWARD_CTL_TEXT, FALSE, &format) ||
      !steward_ctl_parse_day ("--as-of", date, &as_of))
    return STEWARD_CTL_USAGE;

  for (int i = 1; i < argc; i++)
    if (check (argv[i], as_of, format) != STEWARD_CTL_GOOD)
      status = STEWARD_CTL_FAILED;
  return status;
}

const StewardCtlCommand steward_ctl_check = {
  "check",
  "FILE…",
  N_("Find what an inspector would find in projects: order, limits, list, commitments, events."),
  N_("Each finding names the item, what is wrong, the rule with its clause, and a remedy.\n"
     "What is an error, a warning or a note is set in the policy pack. A warning that\n"
     "was acknowledged is still listed, with the reason; errors cannot be acknowledged.\n"
     "“-” reads the standard input.\n"
     "\n"
     "Exit status: 0 when there are only notes and acknowledged warnings, 1 when there\n"
     "are errors or other warnings, or a file cannot be read, 2 wrong usage.\n"
     "\n"
     "Examples:\n"
     "  stewardctl check project.steward\n"
     "  stewardctl check --as-of 2026-08-12 --format json *.steward\n"
     "\n"
     "JSON, one line for each FILE: file, project, as_of, good, errors, warnings (not\n"
     "acknowledged), acknowledged, notes, findings: code, severity, row, case, name,\n"
     "stage, day, text, rule, clause (document, title, clause, quote; or null), remedy,\n"
     "acknowledged (reason, by, at; or null); gates: gate (scope eligibility start\n"
     "entrustment), passed, lines: name, state (met spared open missing), clause, remedy.\n"
     "A gate that is not passed changes nothing about the exit status. A file that cannot\n"
     "be read: file, good, problems."),
  run_check
};
