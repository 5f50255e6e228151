/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl-store-private.h"

#include <glib/gi18n-lib.h>

#include "steward-error.h"
#include "steward-file.h"

/* What the three commands begin with: a database and a pack. */
typedef struct
{
  StewardCtlStore  store;
  char            *pack_id;
  char            *output;
  StewardDatabase *database;
  StewardPack     *pack;
} Desk;

static void
desk_clear (Desk *self)
{
  steward_ctl_store_clear (&self->store);
  g_free (self->pack_id);
  g_free (self->output);
  g_clear_object (&self->database);
  g_clear_pointer (&self->pack, steward_pack_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Desk, desk_clear)

static StewardCtlStatus
open_desk (Desk                    *self,
           const StewardCtlCommand *command,
           gboolean                 writes_file,
           int                      arguments,
           int                     *argc,
           char                  ***argv)
{
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "pack", 0, 0, G_OPTION_ARG_STRING, &self->pack_id, N_("Policy pack whose sections are meant"), N_("ID") },
    { writes_file ? "output" : NULL, 'o', 0, G_OPTION_ARG_FILENAME, &self->output,
      N_("File to write (default: the standard output)"), N_("FILE") },
    { NULL }
  };

  if (!steward_ctl_store_parse (&self->store, command, entries, FALSE, argc, argv, arguments, arguments))
    return STEWARD_CTL_USAGE;
  if (self->pack_id == NULL)
    {
      steward_ctl_complain_usage (command, _("--pack is required."));
      return STEWARD_CTL_USAGE;
    }
  self->pack = steward_pack_library_load (self->pack_id, &error);
  if (self->pack == NULL)
    steward_ctl_complain ("%s", error->message);
  else
    self->database = steward_ctl_store_open (&self->store, FALSE);
  return self->database != NULL ? STEWARD_CTL_GOOD : STEWARD_CTL_FAILED;
}

static StewardCtlStatus
complain (GError *error)
{
  steward_ctl_complain ("%s", error->message);
  return STEWARD_CTL_FAILED;
}

static void
add_boxes (JsonBuilder              *builder,
           const StewardSectionPart *part)
{
  json_builder_set_member_name (builder, "boxes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < part->boxes->len; i++)
    json_builder_add_string_value (builder, ((const StewardBox *) part->boxes->pdata[i])->id);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "texts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < part->groups->len; i++)
    json_builder_add_string_value (builder, ((const StewardGroup *) part->groups->pdata[i])->id);
  json_builder_end_array (builder);
}

/* @section NULL: what belongs to nobody. */
static void
print_section (const StewardSections *sections,
               const StewardSection  *section,
               StewardCtlFormat       format)
{
  g_autoptr (StewardSectionPart) part = steward_sections_get_part (sections, section ? section->id : NULL);
  g_autoptr (JsonBuilder) builder = NULL;

  if (format == STEWARD_CTL_TEXT)
    {
      steward_ctl_print ("%-18s  %3u  %2u  %s  %s\n", section ? section->id : "-", part->boxes->len, part->groups->len,
                         section ? section->name : _("(nobody)"), section ? section->officer : "");
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  steward_ctl_add_text (builder, "id", section ? section->id : "");
  steward_ctl_add_text (builder, "name", section ? section->name : "");
  steward_ctl_add_text (builder, "officer", section ? section->officer : "");
  steward_ctl_add_boolean (builder, "rest",
                           section && g_strcmp0 (section->id, steward_sections_get_rest (sections)) == 0);
  add_boxes (builder, part);
  json_builder_end_object (builder);
  steward_ctl_print_json (builder);
}

static StewardCtlStatus
run_list (const StewardCtlCommand  *command,
          int                       argc,
          char                    **argv)
{
  g_auto (Desk) desk = { { NULL } };
  g_autoptr (StewardSections) sections = NULL;
  g_autoptr (GError) error = NULL;
  StewardCtlStatus status = open_desk (&desk, command, FALSE, 0, &argc, &argv);
  GPtrArray *list;

  if (status != STEWARD_CTL_GOOD)
    return status;
  sections = steward_database_load_sections (desk.database, desk.pack, &error);
  if (sections == NULL)
    return complain (error);
  list = steward_sections_list (sections);
  for (guint i = 0; i < list->len; i++)
    print_section (sections, list->pdata[i], desk.store.format);
  print_section (sections, NULL, desk.store.format);
  return STEWARD_CTL_GOOD;
}

static StewardCtlStatus
run_export (const StewardCtlCommand  *command,
            int                       argc,
            char                    **argv)
{
  g_auto (Desk) desk = { { NULL } };
  g_autoptr (StewardSections) sections = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  StewardCtlStatus status = open_desk (&desk, command, TRUE, 0, &argc, &argv);

  if (status != STEWARD_CTL_GOOD)
    return status;
  sections = steward_database_load_sections (desk.database, desk.pack, &error);
  if (sections == NULL)
    return complain (error);
  text = steward_sections_write (sections);
  if (desk.output == NULL || g_str_equal (desk.output, "-"))
    {
      steward_ctl_print ("%s", text);
    }
  else
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (desk.output);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

      if (!steward_file_write (file, bytes, NULL, &error))
        return complain (error);
    }
  return STEWARD_CTL_GOOD;
}

static StewardCtlStatus
run_import (const StewardCtlCommand  *command,
            int                       argc,
            char                    **argv)
{
  g_auto (Desk) desk = { { NULL } };
  g_autoptr (StewardSections) sections = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *origin = NULL;
  g_autofree char *text = NULL;
  StewardCtlStatus status = open_desk (&desk, command, FALSE, 1, &argc, &argv);

  if (status != STEWARD_CTL_GOOD)
    return status;
  bytes = steward_ctl_read (argv[1], STEWARD_SECTIONS_MAX_BYTES, &origin, &error);
  if (bytes == NULL)
    return complain (error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  sections = steward_sections_read (desk.pack, text, &error);
  if (sections == NULL || !steward_database_save_sections (desk.database, NULL, sections, &error))
    return complain (error);
  return STEWARD_CTL_GOOD;
}

const StewardCtlCommand steward_ctl_sections_list = {
  "sections list",
  "--pack ID",
  N_("List the sections with their officers and how much of the form is theirs."),
  N_("Each line: id, boxes, texts, name, officer. The last line counts what belongs to nobody.\n"
     "\n"
     "Example:\n"
     "  stewardctl sections list --pack jincheng-2022"),
  run_list
};

const StewardCtlCommand steward_ctl_sections_export = {
  "sections export",
  "--pack ID",
  N_("Write the directory of the sections as a file."),
  N_("Example:\n"
     "  stewardctl sections export --pack jincheng-2022 -o sections.json"),
  run_export
};

const StewardCtlCommand steward_ctl_sections_import = {
  "sections import",
  "--pack ID FILE",
  N_("Replace the directory of the sections by that of a file."),
  N_("The file is as “sections export” writes it. “assigned” gives the section of a box or of a\n"
     "group of the form, “rest” the section that takes what belongs to nobody.\n"
     "\n"
     "Example:\n"
     "  stewardctl sections import --pack jincheng-2022 sections.json"),
  run_import
};
