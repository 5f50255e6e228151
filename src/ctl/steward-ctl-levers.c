/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl-private.h"

#include <glib/gi18n-lib.h>

#include "steward-levers.h"

typedef struct
{
  char  *as_of;
  char  *format;
  char  *items;
  char **with;
  char **without;
} StewardLeversOptions;

static void
clear_options (StewardLeversOptions *options)
{
  g_free (options->as_of);
  g_free (options->format);
  g_free (options->items);
  g_strfreev (options->with);
  g_strfreev (options->without);
}

/* `LEVER`, or `LEVER:ITEM`. */
static gboolean
switch_lever (StewardProject  *project,
              StewardScenario *scenario,
              const char      *text,
              gboolean         on)
{
  const char *colon = strchr (text, ':');
  g_autofree char *id = colon != NULL ? g_strndup (text, colon - text) : g_strdup (text);
  const StewardLever *lever = steward_pack_find_lever (steward_project_get_pack (project), id);
  g_autoptr(StewardPlan) plan = NULL;

  if (lever == NULL)
    {
      steward_ctl_complain (_("The pack has no lever “%s”."), id);
      return FALSE;
    }
  if (colon == NULL && lever->each)
    {
      steward_ctl_complain (_("The lever “%s” is decided for each item: expected %s:ITEM."), id, id);
      return FALSE;
    }
  plan = steward_plan_new (project);
  if (colon != NULL && steward_plan_find_item (plan, colon + 1) == NULL)
    {
      steward_ctl_complain (_("The plan has no item “%s”."), colon + 1);
      return FALSE;
    }
  if (colon != NULL)
    steward_scenario_set (scenario, id, colon + 1, on);
  else
    steward_scenario_set_all (scenario, id, on);
  return TRUE;
}

/* What the project has decided, and what is tried out. NULL after a
 * complaint. */
static StewardScenario *
make_scenario (StewardProject             *project,
               const StewardLeversOptions *options)
{
  g_autoptr(StewardScenario) scenario = steward_scenario_new_from_project (project);

  for (guint i = 0; options->with != NULL && options->with[i] != NULL; i++)
    if (!switch_lever (project, scenario, options->with[i], TRUE))
      return NULL;
  for (guint i = 0; options->without != NULL && options->without[i] != NULL; i++)
    if (!switch_lever (project, scenario, options->without[i], FALSE))
      return NULL;
  return g_steal_pointer (&scenario);
}

static void
build_offer (JsonBuilder             *builder,
             const StewardLeverOffer *offer)
{
  json_builder_begin_object (builder);
  steward_ctl_add_text (builder, "lever", offer->lever->id);
  steward_ctl_add_text (builder, "kind", steward_lever_kind_to_word (offer->lever->kind));
  steward_ctl_add_text (builder, "item", offer->item);
  steward_ctl_add_text (builder, "name", offer->name);
  steward_ctl_add_boolean (builder, "on", offer->on);
  steward_ctl_add_boolean (builder, "decided", offer->decided);
  steward_ctl_add_boolean (builder, "in_force", offer->lever->in_force);
  steward_ctl_add_integer (builder, "items", offer->n_items);
  steward_ctl_add_text (builder, "eligible", steward_eligibility_to_word (offer->eligibility));
  steward_ctl_add_texts (builder, "reasons", (const char * const *) offer->reasons);
  steward_ctl_add_texts (builder, "gate", offer->gate);
  steward_ctl_add_texts (builder, "agree", offer->agree);
  steward_ctl_add_texts (builder, "bureaus", (const char * const *) offer->bureaus);
  steward_ctl_add_integer (builder, "saved", offer->saved);
  steward_ctl_add_integer (builder, "saved_approval", offer->saved_approval);
  steward_ctl_add_day (builder, "finish_with", offer->finish_with);
  steward_ctl_add_day (builder, "finish_without", offer->finish_without);
  steward_ctl_add_boolean (builder, "provisional", offer->provisional);
  json_builder_end_object (builder);
}

static void
build_row (JsonBuilder              *builder,
           const StewardComparedRow *row)
{
  json_builder_begin_object (builder);
  steward_ctl_add_text (builder, "row", row->id);
  steward_ctl_add_text (builder, "name", row->name);
  steward_ctl_add_day (builder, "start_now", row->start_a);
  steward_ctl_add_day (builder, "finish_now", row->finish_a);
  steward_ctl_add_day (builder, "start", row->start_b);
  steward_ctl_add_day (builder, "finish", row->finish_b);
  json_builder_end_object (builder);
}

static void
build_comparison (JsonBuilder             *builder,
                  const StewardComparison *comparison)
{
  json_builder_set_member_name (builder, "scenario");
  json_builder_begin_object (builder);
  steward_ctl_add_day (builder, "finish_now", comparison->finish_a);
  steward_ctl_add_day (builder, "finish", comparison->finish_b);
  steward_ctl_add_integer (builder, "approval_days_now", comparison->approval_a);
  steward_ctl_add_integer (builder, "approval_days", comparison->approval_b);
  steward_ctl_add_integer (builder, "saved", comparison->saved);
  steward_ctl_add_integer (builder, "saved_approval", comparison->saved_approval);
  steward_ctl_add_boolean (builder, "provisional", comparison->provisional);
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < comparison->rows->len; i++)
    build_row (builder, g_ptr_array_index (comparison->rows, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_as_json (GPtrArray               *offers,
               const StewardComparison *comparison)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "levers");
  json_builder_begin_array (builder);
  for (guint i = 0; i < offers->len; i++)
    build_offer (builder, g_ptr_array_index (offers, i));
  json_builder_end_array (builder);
  if (comparison != NULL)
    build_comparison (builder, comparison);
  json_builder_end_object (builder);
  steward_ctl_print_json (builder);
}

static const char *
name_eligibility (StewardEligibility eligibility)
{
  switch (eligibility)
    {
    case STEWARD_ELIGIBLE:
      return _("may be used");
    case STEWARD_ELIGIBLE_OPEN:
      return _("to be found out");
    case STEWARD_NOT_ELIGIBLE:
    default:
      return _("may not be used");
    }
}

static void
print_lines (const char         *head,
             const char * const *lines)
{
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    steward_ctl_print ("  %s %s\n", head, lines[i]);
}

static void
print_offer (const StewardLeverOffer *offer)
{
  g_autofree char *finish = steward_day_format (offer->finish_with);

  steward_ctl_print ("%s %s  %s\n", offer->on ? "☑" : "☐", offer->name,
                     offer->item != NULL ? offer->item : offer->lever->id);
  steward_ctl_print (ngettext ("  saves %d working day, %d approval days; the end is then %s\n",
                               "  saves %d working days, %d approval days; the end is then %s\n", offer->saved),
                     offer->saved, offer->saved_approval, finish);
  steward_ctl_print ("  %s\n", name_eligibility (offer->eligibility));
  print_lines ("–", (const char * const *) offer->reasons);
  print_lines (_("gate:"), offer->gate);
  print_lines (_("agree:"), offer->agree);
}

static void
print_as_text (GPtrArray               *offers,
               const StewardComparison *comparison)
{
  g_autofree char *now = NULL, *then = NULL;

  for (guint i = 0; i < offers->len; i++)
    print_offer (g_ptr_array_index (offers, i));
  if (comparison == NULL)
    return;
  now = steward_day_format (comparison->finish_a);
  then = steward_day_format (comparison->finish_b);
  steward_ctl_print (_("Now: %s, %d approval days. Then: %s, %d approval days. Saved: %d working days.\n"),
                     now, comparison->approval_a, then, comparison->approval_b, comparison->saved);
}

static StewardCtlStatus
show (const char                 *name,
      const StewardLeversOptions *options,
      StewardDay                  as_of,
      StewardCtlFormat            format)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(StewardProject) project = steward_ctl_load_project (name, &error);
  g_autoptr(StewardCalendar) calendar = steward_calendar_new_official ();
  g_autoptr(StewardScenario) now = NULL, scenario = NULL;
  g_autoptr(StewardComparison) comparison = NULL;
  g_autoptr(GPtrArray) offers = NULL;

  if (project != NULL)
    {
      scenario = make_scenario (project, options);
      if (scenario == NULL)
        return STEWARD_CTL_USAGE;
      now = steward_scenario_new_from_project (project);
      offers = options->items != NULL
                 ? steward_levers_list_items (project, calendar, as_of, scenario, options->items, &error)
                 : steward_levers_list (project, calendar, as_of, scenario, &error);
    }
  if (offers != NULL && (options->with != NULL || options->without != NULL))
    comparison = steward_levers_compare (project, calendar, as_of, now, scenario, &error);
  if (error != NULL)
    {
      steward_ctl_complain ("%s", error->message);
      return STEWARD_CTL_FAILED;
    }
  if (format == STEWARD_CTL_JSON)
    print_as_json (offers, comparison);
  else
    print_as_text (offers, comparison);
  return STEWARD_CTL_GOOD;
}

static StewardCtlStatus
run_levers (const StewardCtlCommand  *command,
            int                       argc,
            char                    **argv)
{
  StewardLeversOptions options = { NULL };
  const GOptionEntry entries[] = {
    { "with", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.with,
      N_("Try it with this lever, for the plan or for one item; may be repeated"), N_("LEVER[:ITEM]") },
    { "without", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.without,
      N_("Try it without this lever; may be repeated"), N_("LEVER[:ITEM]") },
    { "items", 0, 0, G_OPTION_ARG_STRING, &options.items, N_("List the items that this lever is about"), N_("LEVER") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of, N_("Day on which the project is looked at (today)"),
      N_("DATE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, N_("text (default) or json"), N_("FORMAT") },
    { NULL }
  };
  StewardCtlStatus status = STEWARD_CTL_USAGE;
  StewardDay as_of = steward_day_today ();
  StewardCtlFormat format;

  if (steward_ctl_parse (command, entries, &argc, &argv, 1, 1) &&
      steward_ctl_parse_format (options.format, STEWARD_CTL_TEXT, FALSE, &format) &&
      steward_ctl_parse_day ("--as-of", options.as_of, &as_of))
    status = show (argv[1], &options, as_of, format);
  clear_options (&options);
  return status;
}

const StewardCtlCommand steward_ctl_levers = {
  "levers",
  "FILE",
  N_("Tell what each way to speed a project up would save, and whether it may be used."),
  N_("Each lever of the policy pack is measured by scheduling with and without it. None\n"
     "is ever switched on by itself; --with and --without only try out, and the file is\n"
     "not changed.\n"
     "\n"
     "Examples:\n"
     "  stewardctl levers project.steward\n"
     "  stewardctl levers project.steward --with deferral --format json\n"
     "  stewardctl levers project.steward --items commitment\n"
     "\n"
     "JSON: levers: lever, kind, item, name, on, decided, in_force, items, eligible (yes,\n"
     "open, no), reasons, gate, agree, bureaus, saved, saved_approval, finish_with,\n"
     "finish_without, provisional. With --with or --without also scenario: finish_now,\n"
     "finish, approval_days_now, approval_days, saved, saved_approval, provisional, rows\n"
     "that move: row, name, start_now, finish_now, start, finish."),
  run_levers
};
