/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl-store-private.h"

#include <glib/gi18n-lib.h>

/* Entries fetched at once, so that a long log needs little memory. */
#define ENTRIES_AT_ONCE 500

static gboolean
print_entry_json (const StewardLogEntry  *entry,
                  GError                **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) changes = json_from_string (entry->changes, error);

  if (changes == NULL)
    return FALSE;
  json_builder_begin_object (builder);
  steward_ctl_add_integer (builder, "sequence", entry->sequence);
  steward_ctl_add_text (builder, "at", entry->at);
  steward_ctl_add_text (builder, "project", entry->project);
  steward_ctl_add_text (builder, "actor", entry->actor);
  steward_ctl_add_text (builder, "label", entry->label);
  json_builder_set_member_name (builder, "undoes");
  if (entry->undoes > 0)
    json_builder_add_int_value (builder, entry->undoes);
  else
    json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "changes");
  json_builder_add_value (builder, g_steal_pointer (&changes));
  steward_ctl_add_text (builder, "hash", entry->hash);
  json_builder_end_object (builder);
  steward_ctl_print_json (builder);
  return TRUE;
}

static gboolean
print_entry (const StewardLogEntry  *entry,
             StewardCtlFormat        format,
             GError                **error)
{
  if (format == STEWARD_CTL_JSON)
    return print_entry_json (entry, error);
  steward_ctl_print ("%" G_GINT64_FORMAT "  %s  %s  %s  %s", entry->sequence, entry->at, entry->project,
                     entry->actor, entry->label);
  /* It has the label of what it takes back; a redo takes back an undo. */
  if (entry->undoes > 0)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, entry->undoes);

      steward_ctl_print ("  ");
      /* TRANSLATORS: the number of another change in the log. */
      steward_ctl_print (_("(undoes %s)"), number);
    }
  steward_ctl_print ("\n");
  return TRUE;
}

static gboolean
print_log (StewardDatabase   *database,
           const char        *project,
           gint64             after,
           gint64             limit,
           StewardCtlFormat   format,
           GError           **error)
{
  while (limit > 0)
    {
      int wanted = MIN (limit, ENTRIES_AT_ONCE);
      g_autoptr (GPtrArray) entries = steward_database_read_log (database, project, after, wanted, error);

      if (entries == NULL)
        return FALSE;
      for (guint i = 0; i < entries->len; i++)
        {
          const StewardLogEntry *entry = entries->pdata[i];

          if (!print_entry (entry, format, error))
            return FALSE;
          after = entry->sequence;
        }
      if (entries->len < (guint) wanted)
        return TRUE;
      limit -= entries->len;
    }
  return TRUE;
}

/* Opens the database and resolves the optional project @word. FALSE after a
 * complaint. */
static gboolean
open_for (const StewardCtlStore  *store,
          const char             *word,
          StewardDatabase       **database,
          char                  **project)
{
  *database = steward_ctl_store_open (store, FALSE);
  if (*database == NULL)
    return FALSE;
  if (word == NULL)
    return TRUE;
  *project = steward_ctl_store_resolve (*database, word);
  return *project != NULL;
}

static StewardCtlStatus
run_log (const StewardCtlCommand  *command,
         int                       argc,
         char                    **argv)
{
  g_auto (StewardCtlStore) store = { NULL };
  g_autoptr (StewardDatabase) database = NULL;
  g_autofree char *project = NULL;
  g_autoptr (GError) error = NULL;
  gint64 after = 0, limit = G_MAXINT64;
  const GOptionEntry entries[] = {
    { "after", 0, 0, G_OPTION_ARG_INT64, &after, N_("Only entries after this number"), N_("N") },
    { "limit", 0, 0, G_OPTION_ARG_INT64, &limit, N_("At most so many"), N_("N") },
    { NULL }
  };

  if (!steward_ctl_store_parse (&store, command, entries, FALSE, &argc, &argv, 0, 1))
    return STEWARD_CTL_USAGE;
  if (!open_for (&store, argc > 1 ? argv[1] : NULL, &database, &project))
    return STEWARD_CTL_FAILED;
  if (print_log (database, project, after, limit, store.format, &error))
    return STEWARD_CTL_GOOD;
  steward_ctl_complain ("%s", error->message);
  return STEWARD_CTL_FAILED;
}

static StewardCtlStatus
run_undo (const StewardCtlCommand  *command,
          int                       argc,
          char                    **argv)
{
  g_auto (StewardCtlStore) store = { NULL };
  g_autoptr (StewardDatabase) database = NULL;
  g_autoptr (StewardLogEntry) entry = NULL;
  g_autofree char *project = NULL;
  g_autoptr (GError) error = NULL;
  gboolean redo = FALSE;
  const GOptionEntry entries[] = {
    { "redo", 0, 0, G_OPTION_ARG_NONE, &redo, N_("Do again what was undone last"), NULL },
    { NULL }
  };

  if (!steward_ctl_store_parse (&store, command, entries, FALSE, &argc, &argv, 0, 1))
    return STEWARD_CTL_USAGE;
  if (!open_for (&store, argc > 1 ? argv[1] : NULL, &database, &project))
    return STEWARD_CTL_FAILED;
  entry = steward_database_undo (database, project, redo, store.actor, &error);
  if (entry != NULL && print_entry (entry, store.format, &error))
    return STEWARD_CTL_GOOD;
  steward_ctl_complain ("%s", error->message);
  return STEWARD_CTL_FAILED;
}

/* One change of the state, with its own entry in the log. */
static gboolean
change_state (StewardDatabase        *database,
              const StewardCtlStore  *store,
              const char             *id,
              StewardState            state,
              GError                **error)
{
  gint64 version = 0;
  g_autoptr (StewardProject) project = steward_database_load_project (database, id, &version, error);
  g_autoptr (StewardRecorder) recorder = NULL;
  g_autoptr (StewardChangeSet) set = NULL;

  if (project == NULL)
    return FALSE;
  recorder = steward_recorder_new (project, version);
  steward_project_set_state (project, state);
  set = steward_recorder_take (recorder, store->actor, NULL);
  return set == NULL || steward_database_apply (database, set, error) > 0;
}

static StewardCtlStatus
run_state (const StewardCtlCommand  *command,
           int                       argc,
           char                    **argv)
{
  g_auto (StewardCtlStore) store = { NULL };
  g_autoptr (StewardDatabase) database = NULL;
  g_autofree char *project = NULL;
  g_autoptr (GError) error = NULL;
  StewardState state;

  if (!steward_ctl_store_parse (&store, command, NULL, FALSE, &argc, &argv, 2, 2))
    return STEWARD_CTL_USAGE;
  if (!steward_state_from_word (argv[2], &state))
    {
      steward_ctl_complain_usage (command, _("“%s” is not a state: expected open, suspended, closed or removed."),
                                  argv[2]);
      return STEWARD_CTL_USAGE;
    }
  if (!open_for (&store, argv[1], &database, &project))
    return STEWARD_CTL_FAILED;
  if (change_state (database, &store, project, state, &error))
    return STEWARD_CTL_GOOD;
  steward_ctl_complain ("%s", error->message);
  return STEWARD_CTL_FAILED;
}

const StewardCtlCommand steward_ctl_store_log = {
  "store log",
  "[ID]",
  N_("Show every change of the database, or of one project, oldest first."),
  N_("With JSON each entry is one line with the values before and after.\n"
     "\n"
     "Example:\n"
     "  stewardctl store log --after 1200 --format json"),
  run_log
};

const StewardCtlCommand steward_ctl_store_undo = {
  "store undo",
  "[ID]",
  N_("Take back the last change, of one project or of any."),
  N_("Undoing is a change too and can be undone: --redo does that. What somebody else\n"
     "has changed since is not touched; then nothing is done and the exit status is 1.\n"
     "\n"
     "Examples:\n"
     "  stewardctl store undo 2604-140500-89-01-000009\n"
     "  stewardctl store undo --redo"),
  run_undo
};

const StewardCtlCommand steward_ctl_store_state = {
  "store state",
  "ID STATE",
  N_("Say what became of a project: open, suspended, closed or removed."),
  N_("A removed project stays in the database and can be made open again.\n"
     "\n"
     "Example:\n"
     "  stewardctl store state 2604-140500-89-01-000009 closed"),
  run_state
};
