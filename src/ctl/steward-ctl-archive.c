/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl-store-private.h"

#include <glib/gi18n-lib.h>

#include "steward-archive.h"
#include "steward-error.h"
#include "steward-file.h"

/* `minutes=talk.pdf`: a place and a file; without a place, the rest. */
static gboolean
attach (GPtrArray   *attached,
        const char  *word,
        GError     **error)
{
  const char *equals = strchr (word, '=');
  g_autofree char *place_word = equals != NULL ? g_strndup (word, equals - word) : NULL;
  StewardArchivePlace place = STEWARD_PLACE_OTHER;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (steward_archive_place_from_word (place_word, &place))
    word = equals + 1;
  file = g_file_new_for_commandline_arg (word);
  bytes = steward_file_read (file, STEWARD_ARCHIVE_MAX_FILE_BYTES, NULL, error);
  if (bytes == NULL)
    return FALSE;
  g_ptr_array_add (attached, steward_archive_file_new (word, place, bytes));
  return TRUE;
}

static gboolean
is_zip (const char *output)
{
  g_autofree char *lower = g_ascii_strdown (output, -1);

  return g_str_has_suffix (lower, ".zip");
}

/* An archive holds what its index says and nothing else, so it is not mixed
 * with what lies in a folder already. */
static gboolean
is_free (const char  *folder,
         GError     **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  if (dir == NULL || g_dir_read_name (dir) == NULL)
    return TRUE;
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_WRITE, _("The folder “%s” is not empty."), folder);
  return FALSE;
}

static gboolean
write_archive (GPtrArray   *files,
               const char  *output,
               GError     **error)
{
  g_autoptr (GPtrArray) outputs = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_ctl_output_free);

  if (is_zip (output))
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (output);
      g_autoptr (GBytes) bytes = steward_archive_to_zip (files, error);

      return bytes != NULL && steward_file_write (file, bytes, NULL, error);
    }
  for (guint i = 0; i < files->len; i++)
    {
      const StewardArchiveFile *file = g_ptr_array_index (files, i);

      steward_ctl_add_output (outputs, file->name, "", g_bytes_ref (file->bytes));
    }
  return is_free (output, error) && steward_ctl_write_folder (output, outputs, error);
}

static GBytes *
read_recorded (const char  *sha256,
               gpointer     data,
               GError     **error)
{
  return steward_database_read_file (data, sha256, error);
}

/* The project that @word names in the database, its documents attached with
 * the very files that are on record. */
static StewardSchedule *
load_recorded (StewardCtlStore  *store,
               const char       *word,
               StewardDay        as_of,
               GPtrArray        *attached,
               GError          **error)
{
  g_autoptr (StewardDatabase) database = steward_ctl_store_open (store, FALSE);
  g_autofree char *id = database != NULL ? steward_ctl_store_resolve (database, word) : NULL;
  g_autoptr (StewardProject) project = id != NULL ? steward_database_load_project (database, id, NULL, error) : NULL;
  g_autoptr (StewardCalendar) calendar = project != NULL ? steward_database_load_calendar (database, error) : NULL;
  g_autoptr (GPtrArray) files = calendar != NULL ? steward_archive_collect (project, read_recorded, database, error)
                                                 : NULL;

  if (files == NULL)
    return NULL;
  g_ptr_array_extend_and_steal (attached, g_steal_pointer (&files));
  return steward_schedule_new (project, calendar, as_of, error);
}

static StewardCtlStatus
make (const char  *name,
      const char  *database,
      const char  *output,
      char       **words,
      StewardDay   as_of)
{
  g_autoptr (GPtrArray) attached = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_archive_file_free);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (StewardSchedule) schedule = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *notes = NULL;
  StewardCtlStore store = { .file = (char *) database };
  gboolean good = TRUE;

  for (guint i = 0; good && words != NULL && words[i] != NULL; i++)
    good = attach (attached, words[i], &error);
  if (good)
    schedule = database != NULL ? load_recorded (&store, name, as_of, attached, &error)
                                : steward_ctl_load_schedule (name, as_of, &error);
  if (schedule != NULL)
    files = steward_archive_compose (schedule, attached, &notes, &error);
  if (files == NULL || !write_archive (files, output, &error))
    {
      if (error != NULL)
        steward_ctl_complain ("%s", error->message);
      return STEWARD_CTL_FAILED;
    }
  steward_ctl_tell_notes (told, notes);
  for (guint i = 0; i < files->len; i++)
    steward_ctl_print ("%s\n", ((const StewardArchiveFile *) g_ptr_array_index (files, i))->name);
  return STEWARD_CTL_GOOD;
}

static StewardCtlStatus
run_make (const StewardCtlCommand  *command,
          int                       argc,
          char                    **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *database = NULL;
  g_auto (GStrv) words = NULL;
  g_autofree char *date = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Zip (its name ends in .zip) or new folder to write"),
      N_("OUT") },
    { "attach", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words, N_("A further paper, such as a signed one; may be repeated"),
      N_("[PLACE=]PAPER") },
    { "db", 0, 0, G_OPTION_ARG_FILENAME, &database,
      N_("Database in which FILE, an id or a code, is a project; its papers on record are in the archive"), N_("DB") },
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
  return make (argv[1], database, output, words, as_of);
}

const StewardCtlCommand steward_ctl_archive_make = {
  "archive make",
  "FILE -o OUT.zip|DIR",
  N_("Put the papers of a project into one folder or zip, with an index."),
  N_("The papers stand in archive order with running numbers; the index is there as\n"
     "PDF, CSV and JSON with the size and SHA-256 of each file. No program but a PDF\n"
     "reader is needed to read it. PLACE is where a paper belongs: entrustment,\n"
     "assessment, plan, minutes, notice, commitment, ledger, certificate, closing,\n"
     "suggestion, log or other (default). Attached papers are copied byte for byte, and\n"
     "so are those on record in a database: each drawing, signed copy and scan.\n"
     "\n"
     "Example:\n"
     "  stewardctl archive make sample.steward -o sample.zip --attach minutes=talk.pdf"),
  run_make
};

static void
print_json (const StewardArchiveReport *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  steward_ctl_add_text (builder, "verdict", report->findings->len == 0 ? "good" : "changed");
  steward_ctl_add_integer (builder, "files", report->n_files);
  steward_ctl_add_text (builder, "index_sha256", report->index_sha256);
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < report->findings->len; i++)
    {
      const StewardArchiveFinding *finding = g_ptr_array_index (report->findings, i);

      json_builder_begin_object (builder);
      steward_ctl_add_text (builder, "kind", finding->kind);
      steward_ctl_add_text (builder, "name", finding->name);
      steward_ctl_add_text (builder, "message", finding->message);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  steward_ctl_print_json (builder);
}

static void
print_text (const StewardArchiveReport *report)
{
  for (guint i = 0; i < report->findings->len; i++)
    {
      const StewardArchiveFinding *finding = g_ptr_array_index (report->findings, i);

      steward_ctl_print ("%s: %s\n", finding->name, finding->message);
    }
  steward_ctl_print (ngettext ("%u file is as the index says.\n", "%u files are as the index says.\n",
                               report->n_files), report->n_files);
  steward_ctl_print (_("SHA-256 of the index: %s\n"), report->index_sha256);
}

static StewardCtlStatus
run_verify (const StewardCtlCommand  *command,
            int                       argc,
            char                    **argv)
{
  g_autofree char *word = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &word, N_("text (default) or json"), N_("FORMAT") },
    { NULL }
  };
  g_autoptr (GFile) file = NULL;
  g_autoptr (StewardArchiveReport) report = NULL;
  g_autoptr (GError) error = NULL;
  StewardCtlFormat format;

  if (!steward_ctl_parse (command, entries, &argc, &argv, 1, 1) ||
      !steward_ctl_parse_format (word, STEWARD_CTL_TEXT, FALSE, &format))
    return STEWARD_CTL_USAGE;
  file = g_file_new_for_commandline_arg (argv[1]);
  report = steward_archive_verify (file, &error);
  if (report == NULL)
    {
      steward_ctl_complain ("%s: %s", argv[1], error->message);
      return STEWARD_CTL_FAILED;
    }
  if (format == STEWARD_CTL_JSON)
    print_json (report);
  else
    print_text (report);
  return report->findings->len == 0 ? STEWARD_CTL_GOOD : STEWARD_CTL_FAILED;
}

const StewardCtlCommand steward_ctl_archive_verify = {
  "archive verify",
  "OUT.zip|DIR",
  N_("Say whether every file of an archive is as its index says."),
  N_("Changed, missing, added and doubled files are named, and names that lead out of\n"
     "the archive. Nothing is unpacked. Who changes a file can change the index too:\n"
     "note down the SHA-256 of the index, which is printed, and compare it.\n"
     "\n"
     "JSON has verdict (good or changed), files, index_sha256 and findings (kind,\n"
     "name, message).\n"
     "\n"
     "Example:\n"
     "  stewardctl archive verify sample.zip"),
  run_verify
};
