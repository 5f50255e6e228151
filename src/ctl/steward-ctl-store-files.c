/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl-store-private.h"

#include <glib/gi18n-lib.h>

#include "steward-error.h"

#include "steward-file.h"
#include "steward-project-file.h"

static void
print_imported (const char       *name,
                StewardProject   *project,
                gint64            version,
                StewardCtlFormat  format)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *shown = g_filename_display_name (name);

  if (format == STEWARD_CTL_TEXT)
    {
      steward_ctl_print ("%s  %s  %s\n", steward_project_get_id (project), shown,
                         steward_project_get_fact (project, STEWARD_FACT_NAME));
      return;
    }
  json_builder_begin_object (builder);
  steward_ctl_add_text (builder, "file", shown);
  steward_ctl_add_text (builder, "id", steward_project_get_id (project));
  steward_ctl_add_integer (builder, "version", version);
  steward_ctl_add_text (builder, "name", steward_project_get_fact (project, STEWARD_FACT_NAME));
  json_builder_end_object (builder);
  steward_ctl_print_json (builder);
}

/* Reads @name; NULL after its mistakes were listed. */
static StewardProject *
read_file (const char *name)
{
  g_autoptr (StewardProblems) problems = steward_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *origin = NULL;
  g_autoptr (GBytes) bytes = steward_ctl_read (name, STEWARD_PROJECT_FILE_MAX_BYTES, &origin, &error);
  StewardProject *project = NULL;

  if (bytes == NULL)
    steward_problems_add (problems, origin, 0, 0, "", "%s", error->message);
  else
    project = steward_ctl_read_project (bytes, origin, problems);
  if (project == NULL)
    {
      g_autofree char *lines = steward_problems_to_string (problems);

      steward_ctl_complain ("%s", lines);
    }
  return project;
}

static gboolean
import_file (StewardDatabase       *database,
             const StewardCtlStore *store,
             const char            *name,
             gboolean               as_new)
{
  g_autoptr (StewardProject) project = read_file (name);
  g_autofree char *shown = g_filename_display_basename (name);
  g_autofree char *label = g_strdup_printf (_("Import %s"), shown);
  g_autoptr (GError) error = NULL;
  gint64 version;

  if (project == NULL)
    return FALSE;
  version = steward_database_import (database, project, as_new, store->actor, label, &error);
  if (version <= 0)
    {
      steward_ctl_complain ("%s: %s", shown, error->message);
      return FALSE;
    }
  print_imported (name, project, version, store->format);
  return TRUE;
}

static StewardCtlStatus
run_import (const StewardCtlCommand  *command,
            int                       argc,
            char                    **argv)
{
  g_auto (StewardCtlStore) store = { NULL };
  g_autoptr (StewardDatabase) database = NULL;
  gboolean as_new = FALSE;
  const GOptionEntry entries[] = {
    { "as-new", 0, 0, G_OPTION_ARG_NONE, &as_new, N_("As new projects, even those that are there already"), NULL },
    { NULL }
  };
  StewardCtlStatus status = STEWARD_CTL_GOOD;

  if (!steward_ctl_store_parse (&store, command, entries, FALSE, &argc, &argv, 1, G_MAXINT - 1))
    return STEWARD_CTL_USAGE;
  /* A database that was named has to be there; a mistyped name would otherwise
   * take the projects in where nobody looks for them. */
  database = steward_ctl_store_open (&store, store.file == NULL);
  if (database == NULL)
    return STEWARD_CTL_FAILED;

  for (int i = 1; i < argc; i++)
    if (!import_file (database, &store, argv[i], as_new))
      status = STEWARD_CTL_FAILED;
  return status;
}

/* The file for @id: @output itself, or one in it named by the id. */
static GFile *
target_of (const char *output,
           const char *id)
{
  g_autoptr (GFile) target = g_file_new_for_commandline_arg (output ? output : ".");
  g_autofree char *name = g_strconcat (id, ".steward", NULL);

  if (g_file_query_file_type (target, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
    return g_file_get_child (target, name);
  return g_steal_pointer (&target);
}

static gboolean
write_project (StewardProject  *project,
               const char      *output,
               gboolean         force,
               GError         **error)
{
  g_autoptr (GFile) file = NULL;

  if (g_strcmp0 (output, "-") == 0)
    {
      g_autoptr (GBytes) bytes = steward_project_file_write (project);

      steward_ctl_print ("%.*s", (int) g_bytes_get_size (bytes), (const char *) g_bytes_get_data (bytes, NULL));
      return TRUE;
    }
  file = target_of (output, steward_project_get_id (project));
  if (!force && g_file_query_exists (file, NULL))
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_WRITE, _("%s: the file exists already; --force replaces it."),
                   g_file_peek_path (file));
      return FALSE;
    }
  return steward_project_file_save (project, file, NULL, error);
}

static gboolean
export_project (StewardDatabase *database,
                const char      *word,
                const char      *output,
                gboolean         force)
{
  g_autofree char *id = steward_ctl_store_resolve (database, word);
  g_autoptr (StewardProject) project = NULL;
  g_autoptr (GError) error = NULL;

  if (id == NULL)
    return FALSE;
  project = steward_database_load_project (database, id, NULL, &error);
  if (project != NULL && write_project (project, output, force, &error))
    return TRUE;
  steward_ctl_complain ("%s", error->message);
  return FALSE;
}

static StewardCtlStatus
run_export (const StewardCtlCommand  *command,
            int                       argc,
            char                    **argv)
{
  g_auto (StewardCtlStore) store = { NULL };
  g_autoptr (StewardDatabase) database = NULL;
  g_autofree char *output = NULL;
  gboolean force = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("File or folder to write to, “-” for the standard output"),
      N_("FILE") },
    { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_("Replace an existing file"), NULL },
    { NULL }
  };
  StewardCtlStatus status = STEWARD_CTL_GOOD;

  if (!steward_ctl_store_parse (&store, command, entries, FALSE, &argc, &argv, 1, G_MAXINT - 1))
    return STEWARD_CTL_USAGE;
  if (argc > 2 && output != NULL && !g_file_test (output, G_FILE_TEST_IS_DIR))
    {
      steward_ctl_complain_usage (command, _("Several projects need a folder to be written to."));
      return STEWARD_CTL_USAGE;
    }
  database = steward_ctl_store_open (&store, FALSE);
  if (database == NULL)
    return STEWARD_CTL_FAILED;

  for (int i = 1; i < argc; i++)
    if (!export_project (database, argv[i], output, force))
      status = STEWARD_CTL_FAILED;
  return status;
}

const StewardCtlCommand steward_ctl_store_import = {
  "store import",
  "FILE…",
  N_("Take project files into the database."),
  N_("A project that is there already (by the id in the file) is made equal to the file, by\n"
     "one change that can be undone. Each FILE is taken whole or not at all, and its line is\n"
     "printed when it is on the disk: id, file, name.\n"
     "\n"
     "Example:\n"
     "  stewardctl store import --db team.db project.steward"),
  run_import
};

const StewardCtlCommand steward_ctl_store_export = {
  "store export",
  "ID…",
  N_("Write projects of the database as project files."),
  N_("ID is the UUID or the code of a project. Without -o the file is named by the UUID\n"
     "and written here. Importing it again gives the same project.\n"
     "\n"
     "Example:\n"
     "  stewardctl store export 2604-140500-89-01-000009 -o project.steward"),
  run_export
};
