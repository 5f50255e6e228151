/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl-private.h"

#include <glib/gi18n-lib.h>

#include "steward-pack.h"

#define PACK_MAX_BYTES (4 * 1024 * 1024)

/* The option all pack commands share. FALSE after a complaint. */
static gboolean
parse (const StewardCtlCommand *command,
       int                     *argc,
       char                  ***argv,
       int                      min,
       int                      max,
       StewardCtlFormat        *format)
{
  g_autofree char *word = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &word, N_("text (default) or json"), N_("FORMAT") },
    { NULL }
  };

  return steward_ctl_parse (command, entries, argc, argv, min, max) &&
         steward_ctl_parse_format (word, STEWARD_CTL_TEXT, FALSE, format);
}

static void
add_text (JsonBuilder *builder,
          const char  *key,
          const char  *text)
{
  json_builder_set_member_name (builder, key);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

/* Working days; null when nobody gave a number. */
static void
add_days (JsonBuilder *builder,
          const char  *key,
          int          days)
{
  json_builder_set_member_name (builder, key);
  if (days >= 0)
    json_builder_add_int_value (builder, days);
  else
    json_builder_add_null_value (builder);
}

static void
add_ids (JsonBuilder *builder,
         const char  *key,
         char       **ids)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; ids[i] != NULL; i++)
    json_builder_add_string_value (builder, ids[i]);
  json_builder_end_array (builder);
}

static void
add_head (JsonBuilder *builder,
          StewardPack *pack)
{
  add_text (builder, "id", steward_pack_get_id (pack));
  add_text (builder, "version", steward_pack_get_version (pack));
  add_text (builder, "title", steward_pack_get_title (pack));
  add_text (builder, "region", steward_pack_get_region (pack));
  add_text (builder, "sha256", steward_pack_get_sha256 (pack));
  add_text (builder, "banner", steward_pack_get_banner (pack));
  add_days (builder, "total_limit", steward_pack_get_total_limit (pack));
}

static void
add_process (JsonBuilder *builder,
             StewardPack *pack)
{
  GPtrArray *stages = steward_pack_get_stages (pack);
  GPtrArray *blocks = steward_pack_get_blocks (pack);

  json_builder_set_member_name (builder, "stages");
  json_builder_begin_array (builder);
  for (guint i = 0; i < stages->len; i++)
    {
      const StewardStage *stage = g_ptr_array_index (stages, i);

      json_builder_begin_object (builder);
      add_text (builder, "id", stage->id);
      add_days (builder, "number", stage->number);
      add_text (builder, "name", stage->name);
      add_days (builder, "limit", stage->limit);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "blocks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < blocks->len; i++)
    {
      const StewardBlock *block = g_ptr_array_index (blocks, i);

      json_builder_begin_object (builder);
      add_text (builder, "id", block->id);
      add_text (builder, "stage", block->stage->id);
      add_text (builder, "name", block->name);
      add_text (builder, "lane", steward_lane_to_word (block->lane));
      add_days (builder, "limit", block->limit);
      add_ids (builder, "after", block->after);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_items (JsonBuilder *builder,
           StewardPack *pack)
{
  GPtrArray *items = steward_pack_get_items (pack);

  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  for (guint i = 0; i < items->len; i++)
    {
      const StewardItem *item = g_ptr_array_index (items, i);

      json_builder_begin_object (builder);
      add_text (builder, "id", item->id);
      add_text (builder, "name", item->name);
      add_text (builder, "stage", item->stage->id);
      add_text (builder, "block", item->block != NULL ? item->block->id : NULL);
      add_text (builder, "kind", steward_item_kind_to_word (item->kind));
      add_text (builder, "lane", steward_lane_to_word (item->lane));
      add_text (builder, "level", item->level != STEWARD_LEVEL_UNKNOWN ? steward_level_to_word (item->level) : NULL);
      add_days (builder, "limit", item->limit);
      add_ids (builder, "bureaus", item->bureau_ids);
      add_ids (builder, "after", item->after);
      json_builder_set_member_name (builder, "supplement");
      json_builder_add_boolean_value (builder, item->supplement);
      add_text (builder, "document", item->source != NULL ? item->source->basis->document : NULL);
      add_text (builder, "clause", item->source != NULL ? item->source->clause : NULL);
      add_text (builder, "quote", item->source != NULL ? item->source->quote : NULL);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* Boxes of the form by what they stand for, without those of supplements. */
static void
count_boxes (StewardPack *pack,
             guint        counts[4])
{
  GPtrArray *parts = steward_pack_get_parts (pack);

  for (guint i = 0; i < parts->len; i++)
    {
      const StewardPart *part = g_ptr_array_index (parts, i);

      for (guint j = 0; !part->supplement && j < part->groups->len; j++)
        {
          const StewardGroup *group = g_ptr_array_index (part->groups, j);

          for (guint k = 0; k < group->boxes->len; k++)
            counts[((const StewardBox *) g_ptr_array_index (group->boxes, k))->kind]++;
        }
    }
}

static void
add_counts (JsonBuilder *builder,
            StewardPack *pack)
{
  static const char * const keys[] = { "items", "materials", "fees", "blanks" };
  guint counts[4] = { 0 };

  count_boxes (pack, counts);
  json_builder_set_member_name (builder, "boxes");
  json_builder_begin_object (builder);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    add_days (builder, keys[i], counts[i]);
  json_builder_end_object (builder);
  add_days (builder, "materials", steward_pack_get_materials (pack)->len);
  add_days (builder, "questions", steward_pack_get_questions (pack)->len);
}

static void
print_list_as_text (StewardPack *pack)
{
  steward_ctl_print ("%s  %s  %s\n", steward_pack_get_id (pack), steward_pack_get_version (pack), steward_pack_get_title (pack));
}

static StewardCtlStatus
run_list (const StewardCtlCommand  *command,
          int                       argc,
          char                    **argv)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_auto(GStrv) ids = NULL;
  StewardCtlStatus status = STEWARD_CTL_GOOD;
  StewardCtlFormat format;

  if (!parse (command, &argc, &argv, 0, 0, &format))
    return STEWARD_CTL_USAGE;

  ids = steward_pack_library_list ();
  json_builder_begin_array (builder);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(StewardPack) pack = steward_pack_library_load (ids[i], &error);

      if (pack == NULL)
        {
          steward_ctl_complain ("%s", error->message);
          status = STEWARD_CTL_FAILED;
          continue;
        }
      json_builder_begin_object (builder);
      add_head (builder, pack);
      json_builder_end_object (builder);
      if (format == STEWARD_CTL_TEXT)
        print_list_as_text (pack);
    }
  json_builder_end_array (builder);
  if (format == STEWARD_CTL_JSON)
    steward_ctl_print_json (builder);
  return status;
}

static void
show_as_json (StewardPack *pack)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_head (builder, pack);
  add_process (builder, pack);
  add_items (builder, pack);
  add_counts (builder, pack);
  json_builder_end_object (builder);
  steward_ctl_print_json (builder);
}

static void
show_items_as_text (StewardPack        *pack,
                    const StewardStage *stage)
{
  GPtrArray *items = steward_pack_get_items (pack);

  for (guint i = 0; i < items->len; i++)
    {
      const StewardItem *item = g_ptr_array_index (items, i);
      g_autofree char *limit = NULL;

      if (item->stage != stage)
        continue;
      if (item->limit >= 0)
        limit = g_strdup_printf (ngettext ("%d working day", "%d working days", item->limit), item->limit);
      else if (item->block != NULL && item->block->limit >= 0)
        limit = g_strdup_printf (ngettext ("block %s: %d working day", "block %s: %d working days", item->block->limit),
                                 item->block->name, item->block->limit);
      steward_ctl_print ("    %s  %s%s%s%s%s\n", item->id, item->name, limit != NULL ? " (" : "",
                         limit != NULL ? limit : "", limit != NULL ? ")" : "",
                         item->supplement ? _(" [supplement]") : "");
    }
}

static void
show_as_text (StewardPack *pack)
{
  GPtrArray *stages = steward_pack_get_stages (pack);
  GPtrArray *bases = steward_pack_get_bases (pack);
  guint counts[4] = { 0 };

  print_list_as_text (pack);
  if (steward_pack_get_banner (pack) != NULL)
    steward_ctl_print ("%s\n", steward_pack_get_banner (pack));
  steward_ctl_print ("SHA-256 %s\n", steward_pack_get_sha256 (pack));
  for (guint i = 0; i < bases->len; i++)
    {
      const StewardBasis *basis = g_ptr_array_index (bases, i);

      steward_ctl_print ("%s %s\n", basis->document, basis->title != NULL ? basis->title : "");
    }
  count_boxes (pack, counts);
  steward_ctl_print (_("Form: %u boxes (%u items, %u materials, %u fees, %u blank slots)\n"),
                     counts[0] + counts[1] + counts[2] + counts[3], counts[0], counts[1], counts[2], counts[3]);
  for (guint i = 0; i < stages->len; i++)
    {
      const StewardStage *stage = g_ptr_array_index (stages, i);

      if (stage->limit >= 0)
        steward_ctl_print (ngettext ("  %d. %s: %d working day\n", "  %d. %s: %d working days\n", stage->limit),
                           stage->number, stage->name, stage->limit);
      else
        steward_ctl_print ("  %d. %s\n", stage->number, stage->name);
      show_items_as_text (pack, stage);
    }
  if (steward_pack_get_total_limit (pack) >= 0)
    steward_ctl_print (_("Sum of the stages: %d working days\n"), steward_pack_get_total_limit (pack));
}

static StewardCtlStatus
run_show (const StewardCtlCommand  *command,
          int                       argc,
          char                    **argv)
{
  g_autoptr(StewardPack) pack = NULL;
  g_autoptr(GError) error = NULL;
  StewardCtlFormat format;

  if (!parse (command, &argc, &argv, 1, 1, &format))
    return STEWARD_CTL_USAGE;

  pack = steward_pack_library_load (argv[1], &error);
  if (pack == NULL)
    {
      steward_ctl_complain ("%s", error->message);
      return STEWARD_CTL_FAILED;
    }
  if (format == STEWARD_CTL_JSON)
    show_as_json (pack);
  else
    show_as_text (pack);
  return STEWARD_CTL_GOOD;
}

static StewardCtlStatus
check (const char       *name,
       StewardCtlFormat  format)
{
  g_autoptr(StewardProblems) problems = steward_problems_new ();
  g_autoptr(StewardPack) pack = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *origin = NULL;

  bytes = steward_ctl_read (name, PACK_MAX_BYTES, &origin, &error);
  if (bytes != NULL)
    pack = steward_pack_read (bytes, origin, NULL, NULL, problems);
  else
    steward_problems_add (problems, origin, 0, 0, "", "%s", error->message);
  return steward_ctl_report (name, problems, format);
}

static StewardCtlStatus
run_check (const StewardCtlCommand  *command,
           int                       argc,
           char                    **argv)
{
  StewardCtlStatus status = STEWARD_CTL_GOOD;
  StewardCtlFormat format;

  if (!parse (command, &argc, &argv, 1, G_MAXINT - 1, &format))
    return STEWARD_CTL_USAGE;

  for (int i = 1; i < argc; i++)
    if (check (argv[i], format) != STEWARD_CTL_GOOD)
      status = STEWARD_CTL_FAILED;
  return status;
}

const StewardCtlCommand steward_ctl_pack_list = {
  "pack list",
  "",
  N_("List the policy packs that can be used."),
  N_("These are the bundled packs and those in $XDG_DATA_HOME/steward/packs, each\n"
     "in its newest version.\n"
     "\n"
     "Example:\n"
     "  stewardctl pack list --format json"),
  run_list
};

const StewardCtlCommand steward_ctl_pack_show = {
  "pack show",
  "ID",
  N_("Show the stages, items and limits of a policy pack."),
  N_("What the pack extends and its supplements are merged in.\n"
     "\n"
     "Example:\n"
     "  stewardctl pack show datong-2025"),
  run_show
};

const StewardCtlCommand steward_ctl_pack_check = {
  "pack check",
  "FILE…",
  N_("Check policy pack files and list all mistakes."),
  N_("Mistakes go to the standard error as FILE:LINE:COLUMN: PATH: message. With JSON\n"
     "each FILE gives one line: file, good, problems. “-” reads the standard input.\n"
     "\n"
     "Example:\n"
     "  stewardctl pack check my-county.json"),
  run_check
};
