/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl-store-private.h"

#include <glib/gi18n-lib.h>

#include "steward-csv.h"
#include "steward-experience.h"

static void
print_json (const StewardExperience *experience)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  steward_ctl_add_text (builder, "item", experience->item);
  steward_ctl_add_text (builder, "name", experience->name);
  steward_ctl_add_text (builder, "bureau", experience->bureau);
  steward_ctl_add_integer (builder, "cases", experience->n);
  steward_ctl_add_integer (builder, "median", experience->median);
  steward_ctl_add_integer (builder, "percentile_80", experience->percentile80);
  json_builder_set_member_name (builder, "promised");
  if (experience->promised >= 0)
    json_builder_add_int_value (builder, experience->promised);
  else
    json_builder_add_null_value (builder);
  steward_ctl_add_integer (builder, "late", experience->n_late);
  json_builder_end_object (builder);
  steward_ctl_print_json (builder);
}

static void
print_csv (const StewardExperience *experience)
{
  const char *texts[] = { experience->item, experience->name, experience->bureau };
  g_autoptr (GString) csv = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      steward_csv_append_text (csv, texts[i]);
      g_string_append_c (csv, ',');
    }
  g_string_append_printf (csv, "%u,%d,%d,", experience->n, experience->median, experience->percentile80);
  if (experience->promised >= 0)
    g_string_append_printf (csv, "%d", experience->promised);
  steward_ctl_print ("%s,%u\r\n", csv->str, experience->n_late);
}

static void
print_text (const StewardExperience *experience)
{
  g_autofree char *promised = experience->promised >= 0 ? g_strdup_printf ("%d", experience->promised) : g_strdup ("–");

  steward_ctl_print ("%6u %6d %6d %6s %6u  %s  %s\n", experience->n, experience->median, experience->percentile80,
                     promised, experience->n_late, experience->name, experience->bureau);
}

static void
print_experience (GPtrArray        *all,
                  StewardCtlFormat  format)
{
  if (format == STEWARD_CTL_CSV)
    steward_ctl_print ("item,name,bureau,cases,median,percentile_80,promised,late\r\n");
  else if (format == STEWARD_CTL_TEXT && all->len > 0)
    steward_ctl_print ("%s\n", _(" cases median   80th promis   late  item  bureau"));
  for (guint i = 0; i < all->len; i++)
    {
      if (format == STEWARD_CTL_JSON)
        print_json (all->pdata[i]);
      else if (format == STEWARD_CTL_CSV)
        print_csv (all->pdata[i]);
      else
        print_text (all->pdata[i]);
    }
}

static StewardCtlStatus
run_experience (const StewardCtlCommand  *command,
                int                       argc,
                char                    **argv)
{
  g_auto (StewardCtlStore) store = { NULL };
  g_autoptr (StewardDatabase) database = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *item = NULL;
  const GOptionEntry entries[] = {
    { "item", 0, 0, G_OPTION_ARG_STRING, &item, N_("Only this item of a policy pack"), N_("ID") },
    { NULL }
  };

  if (!steward_ctl_store_parse (&store, command, entries, TRUE, &argc, &argv, 0, 0))
    return STEWARD_CTL_USAGE;
  database = steward_ctl_store_open (&store, FALSE);
  if (database == NULL)
    return STEWARD_CTL_FAILED;
  all = steward_database_read_experience (database, item, NULL, &error);
  if (all == NULL)
    {
      steward_ctl_complain ("%s", error->message);
      return STEWARD_CTL_FAILED;
    }
  print_experience (all, store.format);
  return STEWARD_CTL_GOOD;
}

const StewardCtlCommand steward_ctl_store_experience = {
  "store experience",
  "",
  N_("Tell how long items really take, learnt from the decided cases."),
  N_("For each item and bureau: decided cases, working days that half of them and four fifths\n"
     "needed at most, the days promised, and how many took longer than promised.\n"
     "\n"
     "Example:\n"
     "  stewardctl store experience --format csv"),
  run_experience
};
