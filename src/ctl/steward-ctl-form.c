/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl-private.h"

#include <glib/gi18n-lib.h>

#include "steward-adjustments.h"
#include "steward-error.h"
#include "steward-file.h"
#include "steward-paper.h"

/* What is asked for on the command line. */
typedef struct
{
  char *output;
  char *subject;
  char *date;
  char *section;
  char *directory;
  char *reasons;
} FormOptions;

static void
form_options_clear (FormOptions *self)
{
  g_free (self->output);
  g_free (self->subject);
  g_free (self->date);
  g_free (self->section);
  g_free (self->directory);
  g_free (self->reasons);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FormOptions, form_options_clear)

static StewardSections *
load_sections (StewardPack  *pack,
               const char   *name,
               GError      **error)
{
  g_autofree char *origin = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (name == NULL)
    return steward_sections_new (pack);
  bytes = steward_ctl_read (name, STEWARD_SECTIONS_MAX_BYTES, &origin, error);
  if (bytes == NULL)
    return NULL;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return steward_sections_read (pack, text, error);
}

/* Takes the reasons of the notice on policy from a file instead. */
static gboolean
set_reasons (StewardProject  *project,
             const char      *name,
             GError         **error)
{
  g_autofree char *origin = NULL;
  g_autofree char *text = NULL;
  g_autofree char *stripped = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (name == NULL)
    return TRUE;
  bytes = steward_ctl_read (name, STEWARD_TEXT_MAX_CHARS * 6, &origin, error);
  if (bytes == NULL)
    return FALSE;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_SYNTAX, _("“%s” is not UTF-8 text."), origin);
      return FALSE;
    }
  if (g_utf8_strlen (text, -1) > STEWARD_TEXT_MAX_CHARS)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_LIMIT, _("“%s” has more than %d characters."), origin,
                   STEWARD_TEXT_MAX_CHARS);
      return FALSE;
    }
  stripped = g_strstrip (g_strdup (text));
  if (*stripped != '\0')
    return steward_project_put_edit (project, STEWARD_EDIT_POLICY, STEWARD_EDIT_REASONS, text, NULL, NULL, error);
  steward_project_remove_edit (project, STEWARD_EDIT_POLICY, STEWARD_EDIT_REASONS);
  return TRUE;
}

static GBytes *
render (StewardPaperKind        kind,
        const StewardSchedule  *schedule,
        const FormOptions      *options,
        char                  **notes,
        GError                **error)
{
  g_autoptr (StewardSections) sections = NULL;

  if (options->section == NULL)
    return steward_paper_render (kind, schedule, options->subject, notes, error);
  sections = load_sections (schedule->plan->pack, options->directory, error);
  return sections ? steward_paper_render_section (schedule, sections, options->section, notes, error) : NULL;
}

static StewardCtlStatus
make_form (StewardPaperKind   kind,
           const char        *name,
           const FormOptions *options,
           StewardDay         as_of)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardSchedule) schedule = steward_ctl_load_schedule (name, as_of, &error);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (options->output);
  g_autofree char *notes = NULL;
  g_autoptr (GBytes) pdf = NULL;

  if (schedule != NULL && set_reasons (schedule->plan->project, options->reasons, &error))
    pdf = render (kind, schedule, options, &notes, &error);
  steward_ctl_tell_notes (told, notes);
  if (pdf != NULL && steward_file_write (file, pdf, NULL, &error))
    return STEWARD_CTL_GOOD;
  steward_ctl_complain ("%s", error->message);
  return STEWARD_CTL_FAILED;
}

static StewardCtlStatus
run_form (const StewardCtlCommand  *command,
          int                       argc,
          char                    **argv)
{
  g_auto (FormOptions) options = { NULL };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("File to write"), N_("OUT") },
    { "subject", 0, 0, G_OPTION_ARG_STRING, &options.subject, N_("What it is about; “form list” tells"), N_("ID") },
    { "section", 0, 0, G_OPTION_ARG_STRING, &options.section, N_("Only the part of this section (assessment)"),
      N_("ID") },
    { "sections", 0, 0, G_OPTION_ARG_FILENAME, &options.directory,
      N_("Directory of the sections, from “sections export”"), N_("FILE") },
    { "reasons", 0, 0, G_OPTION_ARG_FILENAME, &options.reasons,
      N_("Why the project is not in line with policy (policy), a line for each"), N_("FILE") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.date, N_("Day on which the project is looked at (today)"),
      N_("DATE") },
    { NULL }
  };
  StewardDay as_of = STEWARD_DAY_NONE;
  StewardPaperKind kind;

  if (!steward_ctl_parse (command, entries, &argc, &argv, 2, 2) ||
      !steward_ctl_parse_day ("--as-of", options.date, &as_of))
    return STEWARD_CTL_USAGE;
  if (options.output == NULL || *options.output == '\0')
    {
      steward_ctl_complain_usage (command, _("-o is required."));
      return STEWARD_CTL_USAGE;
    }
  if (!steward_paper_from_stem (argv[1], &kind))
    {
      steward_ctl_complain_usage (command, _("There is no paper “%s”."), argv[1]);
      return STEWARD_CTL_USAGE;
    }
  if (options.section != NULL && kind != STEWARD_PAPER_ASSESSMENT)
    {
      steward_ctl_complain_usage (command, _("Only the assessment form has parts of sections."));
      return STEWARD_CTL_USAGE;
    }
  if (options.reasons != NULL && kind != STEWARD_PAPER_POLICY)
    {
      steward_ctl_complain_usage (command, _("Only the notice on policy has reasons."));
      return STEWARD_CTL_USAGE;
    }
  return make_form (kind, argv[2], &options, as_of);
}

/* Text is for people, one line for each paper. */
static void
print_entry (const StewardPaperEntry *entry,
             const char              *title)
{
  steward_ctl_print ("%-14s %-12s %s%s%s%s  %s\n", steward_paper_get_stem (entry->kind),
                     *entry->subject != '\0' ? entry->subject : "-", title, *entry->about != '\0' ? "　" : "",
                     entry->about, entry->due && !entry->recorded ? " *" : "", entry->reason);
}

static void
add_entry (JsonBuilder             *builder,
           const StewardPaperEntry *entry,
           const char              *title)
{
  json_builder_begin_object (builder);
  steward_ctl_add_text (builder, "paper", steward_paper_get_stem (entry->kind));
  steward_ctl_add_text (builder, "about", steward_paper_subject_to_word (steward_paper_get_subject (entry->kind)));
  steward_ctl_add_text (builder, "subject", entry->subject);
  steward_ctl_add_text (builder, "title", title);
  steward_ctl_add_text (builder, "name", entry->about);
  steward_ctl_add_text (builder, "reason", entry->reason);
  steward_ctl_add_boolean (builder, "due", entry->due);
  steward_ctl_add_boolean (builder, "recorded", entry->recorded);
  json_builder_end_object (builder);
}

static StewardCtlStatus
list_forms (const char       *name,
            StewardDay        as_of,
            StewardCtlFormat  format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardSchedule) schedule = steward_ctl_load_schedule (name, as_of, &error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) entries = NULL;

  if (schedule == NULL)
    {
      steward_ctl_complain ("%s", error->message);
      return STEWARD_CTL_FAILED;
    }
  entries = steward_paper_list (schedule);
  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    {
      const StewardPaperEntry *entry = g_ptr_array_index (entries, i);
      const char *title = steward_paper_get_title (entry->kind, schedule->plan->pack);

      add_entry (builder, entry, title);
      if (format == STEWARD_CTL_TEXT)
        print_entry (entry, title);
    }
  json_builder_end_array (builder);
  if (format == STEWARD_CTL_JSON)
    steward_ctl_print_json (builder);
  return STEWARD_CTL_GOOD;
}

static StewardCtlStatus
run_list (const StewardCtlCommand  *command,
          int                       argc,
          char                    **argv)
{
  g_autofree char *word = NULL;
  g_autofree char *date = NULL;
  const GOptionEntry entries[] = {
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &date, N_("Day on which the project is looked at (today)"), N_("DATE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &word, N_("text (default) or json"), N_("FORMAT") },
    { NULL }
  };
  StewardDay as_of = STEWARD_DAY_NONE;
  StewardCtlFormat format;

  if (!steward_ctl_parse (command, entries, &argc, &argv, 1, 1) ||
      !steward_ctl_parse_format (word, STEWARD_CTL_TEXT, FALSE, &format) ||
      !steward_ctl_parse_day ("--as-of", date, &as_of))
    return STEWARD_CTL_USAGE;
  return list_forms (argv[1], as_of, format);
}

const StewardCtlCommand steward_ctl_form = {
  "form",
  "KIND FILE -o OUT",
  N_("Make one paper of a project as a PDF."),
  N_("KIND: assessment, service-plan, entrustment, closing, ledger, suggestion, notice,\n"
     "materials, change, parallel-plan, deferral, commitment, opinion, minutes, correction,\n"
     "suspension, resumption, policy, hand-over or push. A paper about a stage, a case or\n"
     "something else that happened needs its id, which “form list” tells; without it a blank\n"
     "form is made, or the stage that comes first. “change” takes two editions as well, 1-3.\n"
     "Substituted fonts and characters that no font has are reported on the standard error.\n"
     "\n"
     "Examples:\n"
     "  stewardctl form service-plan project.steward -o plan.pdf\n"
     "  stewardctl form notice project.steward --subject jc.s1 -o notice.pdf"),
  run_form
};

const StewardCtlCommand steward_ctl_form_list = {
  "form list",
  "FILE",
  N_("List the papers that a project has now."),
  N_("Each line says which paper, what it is about, and why it exists; * marks those\n"
     "that the state of the project asks for and that are not on record.\n"
     "JSON: paper, about, subject, title, name, reason, due, recorded.\n"
     "\n"
     "Example:\n"
     "  stewardctl form list project.steward"),
  run_list
};
