/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl-store-private.h"

#include <glib/gi18n-lib.h>

#include "steward-error.h"

/* Projects that may have the same code before it is called ambiguous. */
#define RESOLVE_LIMIT 20

void
steward_ctl_store_clear (StewardCtlStore *self)
{
  g_clear_pointer (&self->file, g_free);
  g_clear_pointer (&self->actor, g_free);
  g_clear_pointer (&self->format_word, g_free);
}

static char *
default_actor (void)
{
  const char *name = g_get_real_name ();

  /* What GLib says when the system knows no name. */
  if (name == NULL || *name == '\0' || g_strcmp0 (name, "Unknown") == 0)
    name = g_get_user_name ();
  return g_strdup (name);
}

gboolean
steward_ctl_store_parse (StewardCtlStore         *self,
                         const StewardCtlCommand *command,
                         const GOptionEntry      *entries,
                         gboolean                 csv,
                         int                     *argc,
                         char                  ***argv,
                         int                      min,
                         int                      max)
{
  const GOptionEntry shared[] = {
    { "db", 0, 0, G_OPTION_ARG_FILENAME, &self->file, N_("Database (default: your own)"), N_("FILE") },
    { "actor", 0, 0, G_OPTION_ARG_STRING, &self->actor, N_("Name written into the log (default: yours)"), N_("NAME") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &self->format_word,
      csv ? N_("text (default), json or csv") : N_("text (default) or json"), N_("FORMAT") },
    { NULL }
  };
  g_autoptr (GArray) all = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  for (const GOptionEntry *entry = entries; entry != NULL && entry->long_name != NULL; entry++)
    g_array_append_vals (all, entry, 1);
  g_array_append_vals (all, shared, G_N_ELEMENTS (shared) - 1);

  if (!steward_ctl_parse (command, (const GOptionEntry *) (gpointer) all->data, argc, argv, min, max) ||
      !steward_ctl_parse_format (self->format_word, STEWARD_CTL_TEXT, csv, &self->format))
    return FALSE;
  if (self->actor == NULL)
    self->actor = default_actor ();
  return TRUE;
}

static GFile *
get_file (const StewardCtlStore *self)
{
  return self->file ? g_file_new_for_commandline_arg (self->file) : steward_database_get_default_file ();
}

StewardDatabase *
steward_ctl_store_open (const StewardCtlStore *self,
                        gboolean               create)
{
  g_autoptr (GFile) file = get_file (self);
  g_autoptr (GError) error = NULL;
  gboolean exists = g_file_query_exists (file, NULL);
  StewardDatabase *database;

  database = steward_database_open (file, exists || !create ? STEWARD_OPEN_EXISTING : STEWARD_OPEN_CREATE, &error);
  if (database == NULL)
    steward_ctl_complain ("%s", error->message);
  return database;
}

/* The lines of all projects, removed ones too, in which @code can be found. */
static GPtrArray *
find_code (StewardDatabase  *database,
           const char       *code,
           GError          **error)
{
  const StewardListQuery query = {
    .text = code,
    .states = (1 << STEWARD_N_STATES) - 1,
    .today = steward_day_today (),
  };
  g_autoptr (GArray) numbers = steward_database_find (database, &query, error);

  if (numbers == NULL)
    return NULL;
  return steward_database_read_lines (database, (const gint64 *) (gpointer) numbers->data,
                                      MIN (numbers->len, RESOLVE_LIMIT), query.today, error);
}

static char *
resolve_code (StewardDatabase  *database,
              const char       *word,
              GError          **error)
{
  g_autofree char *code = steward_fact_normalise (STEWARD_FACT_CODE, word, NULL);
  g_autoptr (GPtrArray) lines = find_code (database, code, error);
  g_autofree char *id = NULL;

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const StewardProjectLine *line = lines->pdata[i];

      if (line == NULL || g_strcmp0 (line->code, code) != 0)
        continue;
      if (id != NULL)
        {
          g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN,
                       _("Several projects have the code “%s”; please name one by its UUID."), word);
          return NULL;
        }
      id = g_strdup (line->id);
    }
  if (id == NULL && lines != NULL)
    g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, _("No project has the UUID or code “%s”."), word);
  return g_steal_pointer (&id);
}

char *
steward_ctl_store_resolve (StewardDatabase *database,
                           const char      *word)
{
  g_autofree char *lower = g_ascii_strdown (word, -1);
  g_autoptr (GError) error = NULL;
  char *id = NULL;

  if (steward_database_get_version (database, lower, &error) > 0)
    return g_steal_pointer (&lower);
  if (error == NULL)
    id = resolve_code (database, word, &error);
  if (id == NULL)
    steward_ctl_complain ("%s", error->message);
  return id;
}

static StewardCtlStatus
run_init (const StewardCtlCommand  *command,
          int                       argc,
          char                    **argv)
{
  g_autoptr (StewardDatabase) database = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = { { NULL } };

  if (!steward_ctl_parse (command, entries, &argc, &argv, 1, 1))
    return STEWARD_CTL_USAGE;

  file = g_file_new_for_commandline_arg (argv[1]);
  database = steward_database_open (file, STEWARD_OPEN_CREATE, &error);
  if (database != NULL)
    return STEWARD_CTL_GOOD;
  steward_ctl_complain ("%s", error->message);
  return STEWARD_CTL_FAILED;
}

static void
print_findings (const GPtrArray  *findings,
                StewardCtlFormat  format)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (format == STEWARD_CTL_TEXT)
    {
      for (guint i = 0; i < findings->len; i++)
        steward_ctl_print ("%s\n", (const char *) findings->pdata[i]);
      if (findings->len == 0)
        steward_ctl_print ("%s\n", _("The database is whole, and the log is unbroken."));
      return;
    }
  json_builder_begin_object (builder);
  steward_ctl_add_boolean (builder, "good", findings->len == 0);
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    json_builder_add_string_value (builder, findings->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  steward_ctl_print_json (builder);
}

static StewardCtlStatus
run_verify (const StewardCtlCommand  *command,
            int                       argc,
            char                    **argv)
{
  g_auto (StewardCtlStore) store = { NULL };
  g_autoptr (StewardDatabase) database = NULL;
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  if (!steward_ctl_store_parse (&store, command, NULL, FALSE, &argc, &argv, 0, 0))
    return STEWARD_CTL_USAGE;
  database = steward_ctl_store_open (&store, FALSE);
  if (database == NULL)
    return STEWARD_CTL_FAILED;

  if (!steward_database_verify (database, findings, NULL, NULL, NULL, &error))
    {
      steward_ctl_complain ("%s", error->message);
      return STEWARD_CTL_FAILED;
    }
  print_findings (findings, store.format);
  return findings->len == 0 ? STEWARD_CTL_GOOD : STEWARD_CTL_FAILED;
}

const StewardCtlCommand steward_ctl_store_init = {
  "store init",
  "FILE",
  N_("Make a new, empty database."),
  N_("An existing file is never replaced.\n"
     "\n"
     "Example:\n"
     "  stewardctl store init team.db"),
  run_init
};

const StewardCtlCommand steward_ctl_store_verify = {
  "store verify",
  "",
  N_("Check the file, the log and that the projects are what the log says."),
  N_("Each finding is a line; the first broken row of the log is named by its number. The\n"
     "exit status is 1 when there is any.\n"
     "\n"
     "Example:\n"
     "  stewardctl store verify --db team.db"),
  run_verify
};
