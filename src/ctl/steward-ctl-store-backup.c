/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl-store-private.h"

#include <glib/gi18n-lib.h>

#include "steward-backup.h"

static StewardCtlStatus
run_backup (const StewardCtlCommand  *command,
            int                       argc,
            char                    **argv)
{
  g_auto (StewardCtlStore) store = { NULL };
  g_autoptr (StewardDatabase) database = NULL;
  g_autoptr (GFile) target = NULL;
  g_autoptr (GFile) made = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("File to make (default: one in the folder of backups)"),
      N_("FILE") },
    { NULL }
  };

  if (!steward_ctl_store_parse (&store, command, entries, FALSE, &argc, &argv, 0, 0))
    return STEWARD_CTL_USAGE;
  database = steward_ctl_store_open (&store, FALSE);
  if (database == NULL)
    return STEWARD_CTL_FAILED;

  target = output ? g_file_new_for_commandline_arg (output) : NULL;
  made = steward_backup_make (database, target, NULL, NULL, NULL, &error);
  if (made == NULL)
    {
      steward_ctl_complain ("%s", error->message);
      return STEWARD_CTL_FAILED;
    }
  steward_ctl_print ("%s\n", g_file_peek_path (made));
  return STEWARD_CTL_GOOD;
}

static void
print_backup (const StewardBackup *backup,
              StewardCtlFormat     format)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (format == STEWARD_CTL_TEXT)
    {
      g_autofree char *size = g_format_size (backup->size);

      steward_ctl_print ("%s  %s  %s\n", backup->at, size, g_file_peek_path (backup->file));
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  steward_ctl_add_text (builder, "file", g_file_peek_path (backup->file));
  steward_ctl_add_text (builder, "at", backup->at);
  steward_ctl_add_integer (builder, "size", backup->size);
  json_builder_end_object (builder);
  steward_ctl_print_json (builder);
}

static StewardCtlStatus
run_backups (const StewardCtlCommand  *command,
             int                       argc,
             char                    **argv)
{
  g_auto (StewardCtlStore) store = { NULL };
  g_autoptr (StewardDatabase) database = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  if (!steward_ctl_store_parse (&store, command, NULL, FALSE, &argc, &argv, 0, 0))
    return STEWARD_CTL_USAGE;
  database = steward_ctl_store_open (&store, FALSE);
  if (database == NULL)
    return STEWARD_CTL_FAILED;

  folder = steward_backup_get_folder (database);
  backups = steward_backup_list (folder, &error);
  if (backups == NULL)
    {
      steward_ctl_complain ("%s", error->message);
      return STEWARD_CTL_FAILED;
    }
  for (guint i = 0; i < backups->len; i++)
    print_backup (backups->pdata[i], store.format);
  return STEWARD_CTL_GOOD;
}

static StewardCtlStatus
run_restore (const StewardCtlCommand  *command,
             int                       argc,
             char                    **argv)
{
  g_auto (StewardCtlStore) store = { NULL };
  g_autoptr (StewardDatabase) database = NULL;
  g_autoptr (GFile) source = NULL;
  g_autoptr (GError) error = NULL;

  if (!steward_ctl_store_parse (&store, command, NULL, FALSE, &argc, &argv, 1, 1))
    return STEWARD_CTL_USAGE;
  database = steward_ctl_store_open (&store, FALSE);
  if (database == NULL)
    return STEWARD_CTL_FAILED;

  source = g_file_new_for_commandline_arg (argv[1]);
  if (steward_backup_restore (database, source, NULL, NULL, NULL, &error))
    return STEWARD_CTL_GOOD;
  steward_ctl_complain ("%s", error->message);
  return STEWARD_CTL_FAILED;
}

const StewardCtlCommand steward_ctl_store_backup = {
  "store backup",
  "",
  N_("Copy the whole database while it is in use, and check the copy."),
  N_("Prints the name of the file made.\n"
     "\n"
     "Example:\n"
     "  stewardctl store backup -o /media/stick/steward.db"),
  run_backup
};

const StewardCtlCommand steward_ctl_store_backups = {
  "store backups",
  "",
  N_("List the backups of the database, newest first."),
  N_("Example:\n"
     "  stewardctl store backups --format json"),
  run_backups
};

const StewardCtlCommand steward_ctl_store_restore = {
  "store restore",
  "BACKUP",
  N_("Put everything back as it was in a backup."),
  N_("What is in the database now is kept as a backup first; “stewardctl store backups”\n"
     "lists it. A backup that is damaged is refused and nothing changes.\n"
     "\n"
     "Example:\n"
     "  stewardctl store restore backups/2026-08-12.db"),
  run_restore
};
