/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl-private.h"

#include <glib/gi18n-lib.h>

#include "steward-clone.h"
#include "steward-error.h"
#include "steward-file.h"
#include "steward-network-file.h"
#include "steward-project-file.h"

StewardProject *
steward_ctl_read_project (GBytes          *bytes,
                          const char      *origin,
                          StewardProblems *problems)
{
  gboolean pack_changed = FALSE;
  StewardProject *project;

  /* Bare networks may be larger, so the file was read with their limit. */
  if (g_bytes_get_size (bytes) > STEWARD_PROJECT_FILE_MAX_BYTES)
    {
      g_autofree char *limit = g_format_size_full (STEWARD_PROJECT_FILE_MAX_BYTES, G_FORMAT_SIZE_IEC_UNITS);

      steward_problems_add (problems, origin, 0, 0, "", _("The file is larger than %s."), limit);
      return NULL;
    }
  project = steward_project_file_read (bytes, origin, &pack_changed, problems);
  if (project != NULL && pack_changed)
    steward_ctl_complain (_("%s: note: the policy pack has changed since the project was saved."), origin);
  return project;
}

StewardProject *
steward_ctl_load_project (const char  *name,
                          GError     **error)
{
  g_autoptr(StewardProblems) problems = steward_problems_new ();
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *origin = NULL;
  StewardProject *project;

  bytes = steward_ctl_read (name, STEWARD_PROJECT_FILE_MAX_BYTES, &origin, error);
  if (bytes == NULL)
    return NULL;
  project = steward_ctl_read_project (bytes, origin, problems);
  if (project == NULL)
    steward_problems_to_error (problems, STEWARD_ERROR_INVALID, error);
  return project;
}

/* A network has no problem when it can also be solved: a circle is one. */
static void
check_network (GBytes          *bytes,
               const char      *origin,
               StewardProblems *problems)
{
  g_autoptr(StewardNetwork) network = steward_network_file_read (bytes, origin, problems);
  g_autoptr(GError) error = NULL;

  if (network != NULL && !steward_network_solve (network, &error))
    steward_problems_add (problems, origin, 0, 0, "tasks", "%s", error->message);
}

static StewardCtlStatus
validate (const char       *name,
          StewardCtlFormat  format)
{
  g_autoptr(StewardProblems) problems = steward_problems_new ();
  g_autoptr(StewardProject) project = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *origin = NULL;

  bytes = steward_ctl_read (name, STEWARD_NETWORK_FILE_MAX_BYTES, &origin, &error);
  if (bytes == NULL)
    steward_problems_add (problems, origin, 0, 0, "", "%s", error->message);
  else if (steward_network_file_probe (bytes))
    check_network (bytes, origin, problems);
  else
    project = steward_ctl_read_project (bytes, origin, problems);
  return steward_ctl_report (name, problems, format);
}

static StewardCtlStatus
run_validate (const StewardCtlCommand  *command,
              int                       argc,
              char                    **argv)
{
  g_autofree char *word = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &word, N_("text (default) or json"), N_("FORMAT") },
    { NULL }
  };
  StewardCtlStatus status = STEWARD_CTL_GOOD;
  StewardCtlFormat format;

  if (!steward_ctl_parse (command, entries, &argc, &argv, 1, G_MAXINT - 1) ||
      !steward_ctl_parse_format (word, STEWARD_CTL_TEXT, FALSE, &format))
    return STEWARD_CTL_USAGE;

  for (int i = 1; i < argc; i++)
    if (validate (argv[i], format) != STEWARD_CTL_GOOD)
      status = STEWARD_CTL_FAILED;
  return status;
}

typedef struct
{
  char     *pack;
  char     *output;
  char     *like;               /* a project file, or NULL */
  gboolean  sample;
  char     *sample_id;          /* NULL: the first one of the pack */
  gboolean  force;
} StewardNewOptions;

/* The sample @id written for @pack, or the first one. */
static StewardProject *
load_sample (const char  *pack,
             const char  *id,
             GError     **error)
{
  g_autoptr(GString) ids = g_string_new (NULL);

  for (const StewardSample *sample = steward_samples_list (); sample->id != NULL; sample++)
    {
      if (strcmp (sample->pack, pack) != 0)
        continue;
      if (id == NULL || strcmp (sample->id, id) == 0)
        return steward_sample_load (sample->id, error);
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? ", " : "", sample->id);
    }

  if (ids->len > 0)
    g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN,
                 _("“%s” is not a sample project of the pack “%s”; these are: %s."), id, pack, ids->str);
  else
    g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, _("There is no sample project for the pack “%s”."), pack);
  return NULL;
}

/* Kinds and numbers of @pieces, "tick 32, row 3". (transfer full) */
static char *
count_kinds (GPtrArray *pieces)
{
  GString *text = g_string_new (NULL);
  guint n = 0;

  /* Pieces come kind by kind. */
  for (guint i = 0; i < pieces->len; i++)
    {
      const StewardPiece *piece = pieces->pdata[i];
      const StewardPiece *next = i + 1 < pieces->len ? pieces->pdata[i + 1] : NULL;

      n++;
      if (next != NULL && next->kind == piece->kind)
        continue;
      g_string_append_printf (text, "%s%s %u", text->len > 0 ? ", " : "", steward_piece_kind_to_word (piece->kind), n);
      n = 0;
    }
  return g_string_free (text, FALSE);
}

/* What kind of thing was taken is told in passing. */
static StewardProject *
create_like (const char  *name,
             GError     **error)
{
  g_autoptr(StewardProject) like = steward_ctl_load_project (name, error);
  g_autoptr(StewardClone) clone = NULL;
  g_autofree char *carried = NULL, *left = NULL;

  if (like == NULL)
    return NULL;
  clone = steward_project_clone (like, STEWARD_CLONE_ALL, NULL, NULL);
  carried = count_kinds (clone->carried);
  left = count_kinds (clone->left);
  steward_ctl_complain (_("carried over: %s"), *carried ? carried : "0");
  steward_ctl_complain (_("left behind: %s"), *left ? left : "0");
  return g_object_ref (clone->project);
}

static StewardProject *
create_project (const StewardNewOptions  *options,
                GError                  **error)
{
  g_autoptr(StewardPack) pack = NULL;

  if (options->like != NULL)
    return create_like (options->like, error);
  pack = steward_pack_library_load (options->pack, error);
  if (pack == NULL)
    return NULL;
  return options->sample ? load_sample (options->pack, options->sample_id, error) : steward_project_new (pack);
}

static StewardCtlStatus
create (const StewardNewOptions *options)
{
  g_autoptr(StewardProject) project = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = NULL;
  g_autofree char *shown = g_filename_display_name (options->output);

  if (strcmp (options->output, "-") != 0)
    file = g_file_new_for_commandline_arg (options->output);
  if (file != NULL && !options->force && g_file_query_exists (file, NULL))
    {
      steward_ctl_complain (_("%s: the file exists already; --force replaces it."), shown);
      return STEWARD_CTL_FAILED;
    }
  project = create_project (options, &error);
  if (project != NULL && file != NULL)
    {
      if (steward_project_file_save (project, file, NULL, &error))
        return STEWARD_CTL_GOOD;
    }
  else if (project != NULL)
    {
      g_autoptr(GBytes) bytes = steward_project_file_write (project);

      steward_ctl_print ("%.*s", (int) g_bytes_get_size (bytes), (const char *) g_bytes_get_data (bytes, NULL));
      return STEWARD_CTL_GOOD;
    }
  steward_ctl_complain ("%s", error->message);
  return STEWARD_CTL_FAILED;
}

/* `--sample` or `--sample=ID`. */
static gboolean
take_sample (const char  *name,
             const char  *value,
             gpointer     data,
             GError     **error)
{
  StewardNewOptions *options = data;

  options->sample = TRUE;
  g_free (options->sample_id);
  options->sample_id = g_strdup (value);
  return TRUE;
}

static gboolean
parse_new (const StewardCtlCommand *command,
           StewardNewOptions       *options,
           int                     *argc,
           char                  ***argv)
{
  const GOptionEntry entries[] = {
    { "pack", 0, 0, G_OPTION_ARG_STRING, &options->pack, N_("Policy pack of the project"), N_("ID") },
    { "sample", 0, G_OPTION_FLAG_OPTIONAL_ARG, G_OPTION_ARG_CALLBACK, take_sample,
      N_("A fictional sample project of that pack: the first, or the one named"), N_("ID") },
    { "like", 0, 0, G_OPTION_ARG_FILENAME, &options->like,
      N_("Take ticks, rows, answers, texts and the order of the plan from a similar project"), N_("FILE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, N_("File to write, “-” for the standard output"),
      N_("FILE") },
    { "force", 0, 0, G_OPTION_ARG_NONE, &options->force, N_("Replace an existing file"), NULL },
    { NULL }
  };

  return steward_ctl_parse_into (options, command, entries, argc, argv, 0, 0);
}

static StewardCtlStatus
run_new (const StewardCtlCommand  *command,
         int                       argc,
         char                    **argv)
{
  StewardNewOptions options = { 0 };
  StewardCtlStatus status = STEWARD_CTL_USAGE;

  if (!parse_new (command, &options, &argc, &argv))
    ;
  else if (options.like != NULL && (options.pack != NULL || options.sample))
    steward_ctl_complain_usage (command, _("--like brings its own pack: leave --pack and --sample out."));
  else if ((options.pack == NULL && options.like == NULL) || options.output == NULL)
    steward_ctl_complain_usage (command, _("--pack and -o are required."));
  else
    status = create (&options);

  g_free (options.pack);
  g_free (options.output);
  g_free (options.like);
  g_free (options.sample_id);
  return status;
}

const StewardCtlCommand steward_ctl_validate = {
  "validate",
  "FILE…",
  N_("Check project files and bare networks and list all mistakes."),
  N_("Mistakes go to the standard error as FILE:LINE:COLUMN: PATH: message. With JSON\n"
     "each FILE gives one line: file, good, problems. “-” reads the standard input.\n"
     "\n"
     "Example:\n"
     "  stewardctl validate project.steward"),
  run_validate
};

const StewardCtlCommand steward_ctl_new = {
  "new",
  "--pack ID|--like FILE -o FILE",
  N_("Start a project file, empty, like another one, or a fictional sample."),
  N_("“stewardctl pack list” names the packs. What --like takes over, and what it leaves\n"
     "(names, persons, dates, cases, papers), is told on the standard error.\n"
     "\n"
     "Examples:\n"
     "  stewardctl new --like school.steward -o other.steward\n"
     "  stewardctl new --pack jincheng-2022 -o project.steward\n"
     "  stewardctl new --pack datong-2025 --sample -o sample.steward\n"
     "  stewardctl new --pack jincheng-2022 --sample=jincheng-school -o school.steward"),
  run_new
};
