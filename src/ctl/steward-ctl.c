/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

static const StewardCtlCommand * const commands[] = {
  &steward_ctl_due,
  &steward_ctl_calendar_list,
  &steward_ctl_calendar_add,
  &steward_ctl_calendar_news,
  &steward_ctl_calendar_remove,
  &steward_ctl_pack_list,
  &steward_ctl_pack_show,
  &steward_ctl_pack_check,
  &steward_ctl_pack_versions,
  &steward_ctl_pack_diff,
  &steward_ctl_pack_move,
  &steward_ctl_sections_list,
  &steward_ctl_sections_export,
  &steward_ctl_sections_import,
  &steward_ctl_request_make,
  &steward_ctl_request_merge,
  &steward_ctl_new,
  &steward_ctl_validate,
  &steward_ctl_check,
  &steward_ctl_schedule,
  &steward_ctl_backward,
  &steward_ctl_plan_issue,
  &steward_ctl_plan_editions,
  &steward_ctl_plan_diff,
  &steward_ctl_plan,
  &steward_ctl_form_list,
  &steward_ctl_form,
  &steward_ctl_table_list,
  &steward_ctl_table_ledger,
  &steward_ctl_archive_make,
  &steward_ctl_archive_verify,
  &steward_ctl_levers,
  &steward_ctl_item_list,
  &steward_ctl_item_add,
  &steward_ctl_item_remove,
  &steward_ctl_link_list,
  &steward_ctl_link_add,
  &steward_ctl_link_remove,
  &steward_ctl_draw_flowchart,
  &steward_ctl_draw_timeline,
  &steward_ctl_draw_portfolio,
  &steward_ctl_scan_attach,
  &steward_ctl_sign,
  &steward_ctl_verify,
  &steward_ctl_store_init,
  &steward_ctl_store_import,
  &steward_ctl_store_export,
  &steward_ctl_store_list,
  &steward_ctl_store_search,
  &steward_ctl_store_today,
  &steward_ctl_store_experience,
  &steward_ctl_store_log,
  &steward_ctl_store_undo,
  &steward_ctl_store_state,
  &steward_ctl_store_verify,
  &steward_ctl_store_backup,
  &steward_ctl_store_backups,
  &steward_ctl_store_restore,
};

static void
print_commands (FILE *file)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n  stewardctl %s\n\n%s\n\n%s\n", _("Usage:"), _("COMMAND [OPTION…] [FILE…]"),
                          _("Dates, plans and papers of construction approvals, without a window."),
                          _("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "  %-13s  %s\n", commands[i]->name, _(commands[i]->summary));
  g_string_append_printf (text, "\n%s\n%s\n",
                          _("“stewardctl COMMAND --help” tells more about each."),
                          _("Exit status: 0 good, 1 findings or failure, 2 wrong usage."));
  fputs (text->str, file);
}

/* How many words of the command line name @command, 0 when others do. */
static int
match (const StewardCtlCommand *command,
       int                      argc,
       char                   **argv)
{
  g_auto(GStrv) words = g_strsplit (command->name, " ", -1);
  int n = g_strv_length (words);

  if (argc < n + 1)
    return 0;
  for (int i = 0; i < n; i++)
    if (strcmp (words[i], argv[i + 1]) != 0)
      return 0;
  return n;
}

static StewardCtlStatus
run (const StewardCtlCommand  *command,
     int                       words,
     int                       argc,
     char                    **argv)
{
  g_autofree char *name = g_strconcat ("stewardctl ", command->name, NULL);
  g_autofree char **rest = g_new0 (char *, argc - words + 1);

  /* Usage lines and complaints then start with the words typed so far. */
  g_set_prgname (name);
  rest[0] = name;
  for (int i = words + 1; i < argc; i++)
    rest[i - words] = argv[i];
  return command->run (command, argc - words, rest);
}

static gboolean
is_word (const char *word,
         const char *a,
         const char *b)
{
  return strcmp (word, a) == 0 || strcmp (word, b) == 0;
}

static gboolean
begins_family (const StewardCtlCommand *command,
               const char              *word)
{
  gsize length = strlen (word);

  return strncmp (command->name, word, length) == 0 && command->name[length] == ' ';
}

/* `pack --help` names the commands that start with the word. */
static gboolean
print_family (const char *word)
{
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (begins_family (commands[i], word))
      {
        steward_ctl_print ("stewardctl %s %s\n  %s\n", commands[i]->name, commands[i]->arguments, _(commands[i]->summary));
        any = TRUE;
      }
  return any;
}

/* `draw` alone, or with a word that it does not know. */
static gboolean
complain_of_family (const char *word)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (begins_family (commands[i], word))
      g_string_append_printf (all, "%s%s", all->len > 0 ? ", " : "", commands[i]->name);
  if (all->len == 0)
    return FALSE;
  steward_ctl_complain (_("“%s” needs another word; one of these is: %s."), word, all->str);
  return TRUE;
}

static StewardCtlStatus
dispatch (int    argc,
          char **argv)
{
  g_set_prgname ("stewardctl");
  if (argc < 2)
    {
      print_commands (stderr);
      return STEWARD_CTL_USAGE;
    }
  if (is_word (argv[1], "--help", "-h") || (argc == 2 && strcmp (argv[1], "help") == 0))
    {
      print_commands (stdout);
      return STEWARD_CTL_GOOD;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      steward_ctl_print ("stewardctl %s\n", STEWARD_VERSION);
      return STEWARD_CTL_GOOD;
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      int words = match (commands[i], argc, argv);

      if (words > 0)
        return run (commands[i], words, argc, argv);
    }
  if (argc == 3 && is_word (argv[2], "--help", "-h") && print_family (argv[1]))
    return STEWARD_CTL_GOOD;

  if (!complain_of_family (argv[1]))
    steward_ctl_complain (_("There is no command “%s”. “stewardctl --help” lists them."), argv[1]);
  return STEWARD_CTL_USAGE;
}

StewardCtlStatus
steward_ctl_main (int    argc,
                  char **argv)
{
  StewardCtlStatus status = dispatch (argc, argv);

  /* A full disk or a closed pipe is noticed at the latest here. */
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      steward_ctl_complain (_("The output could not be written: %s"), g_strerror (errno));
      return STEWARD_CTL_FAILED;
    }
  return status;
}
