/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-decisions.h"
#include "steward-error.h"
#include "steward-item-choice.h"
#include "steward-project-file.h"

typedef struct
{
  char *reason;
  char *by;
  char *output;
  char *word;
} ItemOptions;

static void
clear_options (ItemOptions *options)
{
  g_free (options->reason);
  g_free (options->by);
  g_free (options->output);
  g_free (options->word);
}

static void
list_offer (JsonBuilder            *builder,
            const StewardItemOffer *offer,
            StewardCtlFormat        format)
{
  const StewardItem *item = offer->item;
  g_autofree char *reasons = g_strdelimit (g_strdup (offer->reasons), "\n\t", ' ');

  if (format == STEWARD_CTL_TEXT)
    {
      steward_ctl_print ("%s\t%d\t%s\t%s\n", item->id, item->stage->number, item->name, reasons);
      return;
    }
  json_builder_begin_object (builder);
  steward_ctl_add_text (builder, "id", item->id);
  json_builder_set_member_name (builder, "stage");
  json_builder_add_int_value (builder, item->stage->number);
  steward_ctl_add_text (builder, "name", item->name);
  steward_ctl_add_text (builder, "reasons", offer->reasons);
  json_builder_end_object (builder);
}

static StewardCtlStatus
list_offers (const char       *name,
             StewardCtlFormat  format)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(StewardProject) project = steward_ctl_load_project (name, &error);
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(GPtrArray) offers = NULL;

  if (project == NULL)
    {
      steward_ctl_complain ("%s", error->message);
      return STEWARD_CTL_FAILED;
    }
  offers = steward_item_choice_list_offers (project);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  for (guint i = 0; i < offers->len; i++)
    list_offer (builder, offers->pdata[i], format);
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
  ItemOptions options = { 0 };
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.word, N_("text (default) or json"), N_("FORMAT") },
    { NULL }
  };
  StewardCtlStatus status = STEWARD_CTL_USAGE;
  StewardCtlFormat format;

  if (steward_ctl_parse (command, entries, &argc, &argv, 1, 1) &&
      steward_ctl_parse_format (options.word, STEWARD_CTL_TEXT, FALSE, &format))
    status = list_offers (argv[1], format);
  clear_options (&options);
  return status;
}

/* Beyond the list that the unit was given, an item wants a reason. */
static gboolean
add_item (StewardProject     *project,
          const char         *id,
          const ItemOptions  *options,
          GError            **error)
{
  g_autoptr(StewardFrozenPlan) list = steward_item_choice_read_list (project);
  const char *reason = options->reason ? options->reason : "", *check;

  if (steward_pack_find_item (steward_project_get_pack (project), id) &&
      steward_item_choice_wants_reason (project, list, id))
    {
      check = steward_check_code_to_word (STEWARD_CHECK_OUTSIDE_LIST);
      if (!steward_project_acknowledge (project, check, id, reason, options->by, NULL))
        {
          g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
                       _("“%s” is not in the list that the unit was given. Say why it has to be added: --reason."), id);
          return FALSE;
        }
    }
  return steward_item_choice_add (project, id, options->by, error);
}

static gboolean
remove_item (StewardProject     *project,
             const char         *id,
             const ItemOptions  *options,
             GError            **error)
{
  g_autoptr(StewardPlan) plan = steward_plan_new (project);
  const StewardPlanItem *item = steward_plan_find_item (plan, id);

  if (item == NULL)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, _("“%s” is not in the plan."), id);
      return FALSE;
    }
  return steward_item_choice_remove (project, item, options->by, error);
}

static StewardCtlStatus
change_file (gboolean            add,
             char              **words,
             const ItemOptions  *options)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(StewardProject) project = steward_ctl_load_project (words[0], &error);
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (options->output ? options->output : words[0]);

  if (project && (add ? add_item : remove_item) (project, words[1], options, &error) &&
      steward_project_file_save (project, file, NULL, &error))
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
  ItemOptions options = { 0 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("File to write instead of FILE"), N_("OUT") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by, N_("Who decides it"), N_("NAME") },
    /* Without a name the list ends here. */
    { add ? "reason" : NULL, 0, 0, G_OPTION_ARG_STRING, &options.reason,
      N_("Why it has to be added to the list of the unit"), N_("TEXT") },
    { NULL }
  };
  StewardCtlStatus status = STEWARD_CTL_USAGE;

  if (!steward_ctl_parse (command, entries, &argc, &argv, 2, 2))
    ;
  else if (strcmp (argv[1], "-") == 0 && options.output == NULL)
    steward_ctl_complain_usage (command, _("-o is required."));
  else
    status = change_file (add, argv + 1, &options);
  clear_options (&options);
  return status;
}

const StewardCtlCommand steward_ctl_item_list = {
  "item list",
  "FILE",
  N_("List the items of the form that are not in the plan."),
  N_("As text: id, number of the stage, name, and what suggests it; between tabs.\n"
     "\n"
     "Example:\n"
     "  stewardctl item list project.steward"),
  run_list
};

const StewardCtlCommand steward_ctl_item_add = {
  "item add",
  "FILE ITEM",
  N_("Add an item of the form to the plan."),
  N_("As ticking its box does. Once a plan is issued, an item that its newest edition does\n"
     "not have is only added with a reason.\n"
     "\n"
     "Example:\n"
     "  stewardctl item add project.steward dt.s1.energy-review --by 王"),
  run_change
};

const StewardCtlCommand steward_ctl_item_remove = {
  "item remove",
  "FILE ITEM",
  N_("Take an item or typed row out of the plan."),
  N_("As clearing its box does. ITEM/CASE is one of several cases of an item. What has begun\n"
     "stays: its case tells what became of it.\n"
     "\n"
     "Example:\n"
     "  stewardctl item remove project.steward dt.s1.energy-review"),
  run_change
};
