/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl-store-private.h"

#include <glib/gi18n-lib.h>

#include "steward-error.h"
#include "steward-file.h"
#include "steward-section-file.h"
#include "steward-section-merge.h"

static StewardCtlStatus
complain (GError *error)
{
  steward_ctl_complain ("%s", error->message);
  return STEWARD_CTL_FAILED;
}

/* `request make` ------------------------------------------------------- */

static StewardSectionForm *
ask (StewardDatabase        *database,
     StewardProject         *project,
     const char             *section,
     const StewardCtlStore  *store,
     GError                **error)
{
  g_autoptr (StewardSections) sections = NULL;

  sections = steward_database_load_sections (database, steward_project_get_pack (project), error);
  return sections ? steward_section_form_new (project, sections, section, store->actor, error) : NULL;
}

/* That it was asked stands in the project once the file is written. */
static gboolean
record (StewardDatabase           *database,
        StewardProject            *project,
        gint64                     version,
        const StewardSectionForm  *form,
        const char                *actor,
        GError                   **error)
{
  g_autoptr (StewardProject) after = steward_project_duplicate (project);
  g_autoptr (StewardChangeSet) set = NULL;

  if (!steward_section_form_record (form, after, error))
    return FALSE;
  set = steward_change_set_compare (project, after, actor, "", version);
  if (set->changes->len == 0)
    return TRUE;
  g_free (set->label);
  set->label = steward_changes_describe (set->changes, after);
  return steward_database_apply (database, set, error) > 0;
}

static gboolean
write_request (const StewardSectionForm  *form,
               const char                *output,
               gboolean                   force,
               GError                   **error)
{
  g_autoptr (GBytes) bytes = steward_section_file_write (form);
  g_autoptr (GFile) file = NULL;
  g_autofree char *name = steward_section_file_name (form);

  if (g_strcmp0 (output, "-") == 0)
    {
      steward_ctl_print ("%.*s", (int) g_bytes_get_size (bytes), (const char *) g_bytes_get_data (bytes, NULL));
      return TRUE;
    }
  file = g_file_new_for_commandline_arg (output ? output : name);
  if (!force && g_file_query_exists (file, NULL))
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_WRITE, _("%s: the file exists already; --force replaces it."),
                   g_file_peek_path (file));
      return FALSE;
    }
  return steward_file_write (file, bytes, NULL, error);
}

static StewardCtlStatus
run_make (const StewardCtlCommand  *command,
          int                       argc,
          char                    **argv)
{
  g_auto (StewardCtlStore) store = { NULL };
  g_autofree char *section = NULL, *output = NULL, *id = NULL;
  gboolean force = FALSE;
  g_autoptr (StewardDatabase) database = NULL;
  g_autoptr (StewardProject) project = NULL;
  g_autoptr (StewardSectionForm) form = NULL;
  g_autoptr (GError) error = NULL;
  gint64 version = 0;
  const GOptionEntry entries[] = {
    { "section", 0, 0, G_OPTION_ARG_STRING, &section, N_("The section that is asked"), N_("ID") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("File to write, “-” for the standard output"), N_("FILE") },
    { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_("Replace an existing file"), NULL },
    { NULL }
  };

  if (!steward_ctl_store_parse (&store, command, entries, FALSE, &argc, &argv, 1, 1))
    return STEWARD_CTL_USAGE;
  if (section == NULL)
    {
      steward_ctl_complain_usage (command, _("--section is required."));
      return STEWARD_CTL_USAGE;
    }
  database = steward_ctl_store_open (&store, FALSE);
  id = database ? steward_ctl_store_resolve (database, argv[1]) : NULL;
  if (id == NULL)
    return STEWARD_CTL_FAILED;
  project = steward_database_load_project (database, id, &version, &error);
  form = project ? ask (database, project, section, &store, &error) : NULL;
  if (form == NULL || !write_request (form, output, force, &error)
      || !record (database, project, version, form, store.actor, &error))
    return complain (error);
  return STEWARD_CTL_GOOD;
}

/* `request merge` ------------------------------------------------------ */

/* What is asked for with the answers. */
typedef struct
{
  StewardCtlStore  store;
  char            *prefer;
  gboolean         dry_run;
} MergeOptions;

static void
merge_options_clear (MergeOptions *self)
{
  steward_ctl_store_clear (&self->store);
  g_free (self->prefer);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MergeOptions, merge_options_clear)

static void
print_line (const StewardSectionLine *line,
            StewardCtlFormat          format)
{
  static const char *const choices[] = { "ours", "theirs", "both" };
  g_autofree char *ours = steward_section_value_text (line->kind, line->ours);
  g_autofree char *theirs = steward_section_value_text (line->kind, line->theirs);
  g_autofree char *ours_by = steward_section_value_author (line->kind, line->ours);
  g_autofree char *theirs_by = steward_section_value_author (line->kind, line->theirs);
  g_autoptr (JsonBuilder) builder = NULL;

  if (format == STEWARD_CTL_TEXT)
    {
      if (line->verdict != STEWARD_SECTION_SAME)
        steward_ctl_print ("%s  %s  %s: %s %s → %s %s\n", steward_section_verdict_to_word (line->verdict),
                           choices[line->choice], line->label, ours, ours_by, theirs, theirs_by);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  steward_ctl_add_text (builder, "verdict", steward_section_verdict_to_word (line->verdict));
  steward_ctl_add_text (builder, "choice", choices[line->choice]);
  steward_ctl_add_text (builder, "kind", steward_piece_kind_to_word (line->kind));
  steward_ctl_add_text (builder, "key", line->key);
  steward_ctl_add_text (builder, "was", line->was);
  steward_ctl_add_text (builder, "label", line->label);
  steward_ctl_add_text (builder, "ours", line->ours ? ours : NULL);
  steward_ctl_add_text (builder, "ours_by", ours_by);
  steward_ctl_add_text (builder, "theirs", line->theirs ? theirs : NULL);
  steward_ctl_add_text (builder, "theirs_by", theirs_by);
  json_builder_end_object (builder);
  steward_ctl_print_json (builder);
}

/* TRUE when all of the answer found its place. */
static gboolean
merge_file (StewardDatabase     *database,
            const char          *name,
            const MergeOptions  *options,
            GError             **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (StewardSectionForm) answer = steward_section_file_load (file, NULL, error);
  g_autoptr (StewardProject) project = NULL;
  g_autoptr (StewardSectionMerge) merge = NULL;
  gint64 version = 0;

  if (answer == NULL)
    return FALSE;
  project = steward_database_load_project (database, answer->project, &version, error);
  merge = project ? steward_section_merge_new (project, answer, error) : NULL;
  if (merge == NULL)
    return FALSE;
  if (options->prefer != NULL)
    steward_section_merge_prefer (merge, g_str_equal (options->prefer, "theirs") ? STEWARD_SECTION_THEIRS
                                                                                  : STEWARD_SECTION_OURS);
  for (guint i = 0; i < merge->lines->len; i++)
    print_line (merge->lines->pdata[i], options->store.format);
  if (merge->other_form)
    steward_ctl_complain (_("%s: note: the answer was made with another version of the form."), name);
  if (!options->dry_run
      && steward_database_merge_answer (database, project, version, merge, answer, options->store.actor, error) <= 0)
    return FALSE;
  return (options->prefer != NULL || steward_section_merge_count (merge, STEWARD_SECTION_CONFLICT) == 0)
         && steward_section_merge_count (merge, STEWARD_SECTION_HELD) == 0
         && steward_section_merge_count (merge, STEWARD_SECTION_UNKNOWN) == 0;
}

static StewardCtlStatus
run_merge (const StewardCtlCommand  *command,
           int                       argc,
           char                    **argv)
{
  g_auto (MergeOptions) options = { { NULL } };
  g_autoptr (StewardDatabase) database = NULL;
  StewardCtlStatus status = STEWARD_CTL_GOOD;
  const GOptionEntry entries[] = {
    { "prefer", 0, 0, G_OPTION_ARG_STRING, &options.prefer, N_("Whose decision counts in a conflict: ours or theirs"),
      N_("SIDE") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run, N_("Only tell what would be done"), NULL },
    { NULL }
  };

  if (!steward_ctl_store_parse (&options.store, command, entries, FALSE, &argc, &argv, 1, G_MAXINT - 1))
    return STEWARD_CTL_USAGE;
  if (options.prefer != NULL && !g_str_equal (options.prefer, "ours") && !g_str_equal (options.prefer, "theirs"))
    {
      steward_ctl_complain_usage (command, _("--prefer is “ours” or “theirs”."));
      return STEWARD_CTL_USAGE;
    }
  database = steward_ctl_store_open (&options.store, FALSE);
  if (database == NULL)
    return STEWARD_CTL_FAILED;
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!merge_file (database, argv[i], &options, &error))
        status = STEWARD_CTL_FAILED;
      if (error != NULL)
        steward_ctl_complain ("%s", error->message);
    }
  return status;
}

const StewardCtlCommand steward_ctl_request_make = {
  "request make",
  "--section ID PROJECT",
  N_("Write a request for what one section has to fill in."),
  N_("PROJECT is the id or the code of a project of the database. “stewardctl sections list”\n"
     "names the sections. The section opens the file with Steward and sends back an answer.\n"
     "\n"
     "Example:\n"
     "  stewardctl request make --section jc.sec.approval-1 2405-140500-89-01-123456"),
  run_make
};

const StewardCtlCommand steward_ctl_request_merge = {
  "request merge",
  "FILE…",
  N_("Merge the answers of sections into their projects."),
  N_("Each answer is one change that can be undone. What the project and the section decided\n"
     "differently stays as it is in the project unless --prefer says otherwise; then, and when\n"
     "something could not be taken over, the exit status is 1. With JSON each line is a place:\n"
     "verdict (same change conflict held unknown), choice, kind, key, was, label, ours, theirs.\n"
     "\n"
     "Example:\n"
     "  stewardctl request merge answer.steward-answer --dry-run"),
  run_merge
};
