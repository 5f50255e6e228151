/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-project-file.h"
#include "steward-schedule-link.h"

typedef struct
{
  char     *note;
  char     *by;
  char     *output;
  char     *word;
  gboolean  all;
} LinkOptions;

static void
clear_options (LinkOptions *options)
{
  g_free (options->note);
  g_free (options->by);
  g_free (options->output);
  g_free (options->word);
}

static void
list_link (JsonBuilder               *builder,
           const StewardScheduleLink *link,
           StewardCtlFormat           format)
{
  const char *kind = link->own == NULL ? "rule" : link->rests ? "rests" : "own";

  if (format == STEWARD_CTL_TEXT)
    {
      steward_ctl_print ("%s\t%s\t%s\t%s\n", kind, link->from, link->to, link->text);
      return;
    }
  json_builder_begin_object (builder);
  steward_ctl_add_text (builder, "from", link->from);
  steward_ctl_add_text (builder, "to", link->to);
  steward_ctl_add_text (builder, "kind", kind);
  if (link->own)
    {
      steward_ctl_add_text (builder, "by", link->own->by);
      steward_ctl_add_text (builder, "at", link->own->at);
      steward_ctl_add_text (builder, "note", link->own->note);
      steward_ctl_add_text (builder, "text", link->text);
    }
  json_builder_end_object (builder);
}

static StewardCtlStatus
list_links (const char       *name,
            gboolean          all,
            StewardCtlFormat  format)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(StewardSchedule) schedule = steward_ctl_load_schedule (name, STEWARD_DAY_NONE, &error);
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(GPtrArray) links = NULL;

  if (schedule == NULL)
    {
      steward_ctl_complain ("%s", error->message);
      return STEWARD_CTL_FAILED;
    }
  links = steward_schedule_list_links (schedule);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "links");
  json_builder_begin_array (builder);
  for (guint i = 0; i < links->len; i++)
    {
      const StewardScheduleLink *link = links->pdata[i];

      if (all || link->own)
        list_link (builder, link, format);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (format == STEWARD_CTL_JSON)
    steward_ctl_print_json (builder);
  return STEWARD_CTL_GOOD;
}

static StewardCtlStatus
run_list (const StewardCtlCommand  *command,
          int                       argc,
          char                    **argv)
{
  LinkOptions options = { 0 };
  const GOptionEntry entries[] = {
    { "all", 0, 0, G_OPTION_ARG_NONE, &options.all, N_("The links of the rules too"), NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.word, N_("text (default) or json"), N_("FORMAT") },
    { NULL }
  };
  StewardCtlStatus status = STEWARD_CTL_USAGE;
  StewardCtlFormat format;

  if (steward_ctl_parse (command, entries, &argc, &argv, 1, 1) &&
      steward_ctl_parse_format (options.word, STEWARD_CTL_TEXT, FALSE, &format))
    status = list_links (argv[1], options.all, format);
  clear_options (&options);
  return status;
}

static gboolean
change (const StewardSchedule  *schedule,
        gboolean                add,
        const char             *from,
        const char             *to,
        const LinkOptions      *options,
        GError                **error)
{
  StewardProject *project = schedule->plan->project;
  const StewardOwnLink *own;
  g_autofree char *first = NULL, *second = NULL;

  if (add)
    return steward_schedule_check_link (schedule, from, to, error) &&
           steward_project_put_own_link (project, from, to, options->note, options->by, NULL, error);
  own = steward_schedule_find_removable (schedule, from, to, error);
  if (own == NULL || !steward_own_link_split (own->id, &first, &second))
    return FALSE;
  steward_project_remove_own_link (project, first, second);
  return TRUE;
}

/* Saved as it is changed: the schedule holds the project. */
static StewardCtlStatus
change_file (gboolean            add,
             char              **words,
             const LinkOptions  *options)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(StewardSchedule) schedule = steward_ctl_load_schedule (words[0], STEWARD_DAY_NONE, &error);
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (options->output ? options->output : words[0]);

  if (schedule && change (schedule, add, words[1], words[2], options, &error) &&
      steward_project_file_save (schedule->plan->project, file, NULL, &error))
    return STEWARD_CTL_GOOD;
  steward_ctl_complain ("%s", error->message);
  return STEWARD_CTL_FAILED;
}

static StewardCtlStatus
run_change (const StewardCtlCommand  *command,
            int                       argc,
            char                    **argv)
{
  gboolean add = g_str_has_suffix (command->name, "add");
  LinkOptions options = { 0 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("File to write instead of FILE"), N_("OUT") },
    /* The rest is about a new link; without a name the list ends here. */
    { add ? "note" : NULL, 0, 0, G_OPTION_ARG_STRING, &options.note, N_("Why they are linked"), N_("TEXT") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by, N_("Who links them"), N_("NAME") },
    { NULL }
  };
  StewardCtlStatus status = STEWARD_CTL_USAGE;

  if (!steward_ctl_parse (command, entries, &argc, &argv, 3, 3))
    ;
  else if (strcmp (argv[1], "-") == 0 && options.output == NULL)
    steward_ctl_complain_usage (command, _("-o is required."));
  else
    status = change_file (add, argv + 1, &options);
  clear_options (&options);
  return status;
}

const StewardCtlCommand steward_ctl_link_list = {
  "link list",
  "FILE",
  N_("List what waits for what by links of the steward's own."),
  N_("As text: kind, what comes first, what waits for it, who linked them or why the link\n"
     "rests; between tabs. The kind is own, rests (without effect) or, with --all, rule.\n"
     "\n"
     "Example:\n"
     "  stewardctl link list project.steward --all"),
  run_list
};

const StewardCtlCommand steward_ctl_link_add = {
  "link add",
  "FILE FROM TO",
  N_("Let one item begin only when another is decided."),
  N_("FROM and TO are ids of items, typed rows or activities; of an item with several cases,\n"
     "ITEM/CASE is one of them. A link that would close a circle, or that the rules demand\n"
     "already, is refused with the chain that says so.\n"
     "\n"
     "Example:\n"
     "  stewardctl link add project.steward dt.s1.eia dt.s1.energy-review --note 先环评"),
  run_change
};

const StewardCtlCommand steward_ctl_link_remove = {
  "link remove",
  "FILE FROM TO",
  N_("Remove a link of the steward's own."),
  N_("What the rules demand cannot be removed.\n"
     "\n"
     "Example:\n"
     "  stewardctl link remove project.steward dt.s1.eia dt.s1.energy-review"),
  run_change
};
