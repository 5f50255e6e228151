/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl-private.h"

#include <glib/gi18n-lib.h>

#include "steward-paper.h"
#include "steward-picture.h"
#include "steward-plan-file.h"
#include "steward-sheets.h"

/* Large enough for a wall, small enough for an office printer. */
#define PAGE_WIDTH  STEWARD_CTL_A3_WIDTH
#define PAGE_HEIGHT STEWARD_CTL_A3_HEIGHT
#define PNG_SCALE   2.0

static gboolean
make_papers (const StewardSchedule  *schedule,
             GPtrArray              *outputs,
             GError                **error)
{
  g_autoptr(GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int kind = 0; kind < STEWARD_N_OFFICIAL_PAPERS; kind++)
    {
      g_autofree char *notes = NULL;
      GBytes *bytes = steward_paper_render (kind, schedule, NULL, &notes, error);

      steward_ctl_tell_notes (told, notes);
      if (!steward_ctl_add_output (outputs, steward_paper_get_stem (kind), ".pdf", bytes))
        return FALSE;
    }
  return TRUE;
}

static const char * const picture_suffixes[] = { ".pdf", ".svg", ".png" };

static gboolean
make_flowchart (const StewardSchedule  *schedule,
                GPtrArray              *outputs,
                GError                **error)
{
  const StewardFlowchartOptions options = { PAGE_WIDTH, PAGE_HEIGHT, 0, 1.0 };
  g_autoptr(StewardFlowchart) flowchart = steward_flowchart_layout (schedule, &options);

  for (int format = STEWARD_PICTURE_PDF; format <= STEWARD_PICTURE_PNG; format++)
    {
      GBytes *bytes = steward_picture_of_flowchart (flowchart, format, STEWARD_STYLE_LIGHT, PAGE_WIDTH, PAGE_HEIGHT,
                                                    PNG_SCALE, error);

      if (format == STEWARD_PICTURE_PDF)
        bytes = steward_ctl_finish_drawing (bytes, error);
      if (!steward_ctl_add_output (outputs, "flowchart", picture_suffixes[format], bytes))
        return FALSE;
    }
  return TRUE;
}

static StewardTimeline *
lay_out (const StewardTimelineOptions *options,
         gpointer                      schedule)
{
  return steward_timeline_layout (schedule, options);
}

static gboolean
make_timeline (const StewardSchedule  *schedule,
               GPtrArray              *outputs,
               GError                **error)
{
  StewardTimelineOptions options = { PAGE_WIDTH, STEWARD_ZOOM_FIT, 1.0, NULL, PAGE_HEIGHT };
  g_autoptr(StewardTimeline) timeline = steward_sheets_fill_page (&options, lay_out, (gpointer) schedule);

  for (int format = STEWARD_PICTURE_PDF; format <= STEWARD_PICTURE_PNG; format++)
    {
      GBytes *bytes = steward_picture_of_timeline (timeline, format, STEWARD_STYLE_LIGHT, PAGE_WIDTH, PAGE_HEIGHT,
                                                   PNG_SCALE, error);

      if (format == STEWARD_PICTURE_PDF)
        bytes = steward_ctl_finish_drawing (bytes, error);
      if (!steward_ctl_add_output (outputs, "timeline", picture_suffixes[format], bytes))
        return FALSE;
    }
  return TRUE;
}

static gboolean
make_all (const StewardSchedule  *schedule,
          GPtrArray              *outputs,
          GError                **error)
{
  char *json = steward_plan_file_to_json (schedule);

  steward_ctl_add_output (outputs, "plan", ".json", g_bytes_new_take (json, strlen (json)));
  return make_papers (schedule, outputs, error) &&
         make_flowchart (schedule, outputs, error) &&
         make_timeline (schedule, outputs, error);
}

static void
print_outputs (const char       *folder,
               GPtrArray        *outputs,
               StewardCtlFormat  format)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);
  for (guint i = 0; i < outputs->len; i++)
    {
      const StewardCtlOutput *output = g_ptr_array_index (outputs, i);
      g_autofree char *path = g_build_filename (folder, output->name, NULL);
      g_autofree char *shown = g_filename_display_name (path);

      if (format == STEWARD_CTL_TEXT)
        steward_ctl_print ("%s\n", shown);
      json_builder_add_string_value (builder, shown);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (format == STEWARD_CTL_JSON)
    steward_ctl_print_json (builder);
}

static StewardCtlStatus
plan (const char       *name,
      const char       *folder,
      StewardDay        as_of,
      StewardCtlFormat  format)
{
  g_autoptr(GPtrArray) outputs = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_ctl_output_free);
  g_autoptr(StewardSchedule) schedule = NULL;
  g_autoptr(GError) error = NULL;

  schedule = steward_ctl_load_schedule (name, as_of, &error);
  if (schedule == NULL || !make_all (schedule, outputs, &error) || !steward_ctl_write_folder (folder, outputs, &error))
    {
      steward_ctl_complain ("%s", error->message);
      return STEWARD_CTL_FAILED;
    }
  print_outputs (folder, outputs, format);
  return STEWARD_CTL_GOOD;
}

static StewardCtlStatus
run_plan (const StewardCtlCommand  *command,
          int                       argc,
          char                    **argv)
{
  g_autofree char *folder = NULL;
  g_autofree char *word = NULL;
  g_autofree char *date = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &folder, N_("Folder to write; made when it is not there"), N_("DIR") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &date, N_("Day on which the project is looked at (today)"), N_("DATE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &word, N_("text (default) or json: how the files are listed"), N_("FORMAT") },
    { NULL }
  };
  StewardDay as_of = STEWARD_DAY_NONE;
  StewardCtlFormat format;

  if (!steward_ctl_parse (command, entries, &argc, &argv, 1, 1) ||
      !steward_ctl_parse_format (word, STEWARD_CTL_TEXT, FALSE, &format) ||
      !steward_ctl_parse_day ("--as-of", date, &as_of))
    return STEWARD_CTL_USAGE;
  if (folder == NULL || *folder == '\0')
    {
      steward_ctl_complain_usage (command, _("-o is required."));
      return STEWARD_CTL_USAGE;
    }
  return plan (argv[1], folder, as_of, format);
}

const StewardCtlCommand steward_ctl_plan = {
  "plan",
  "FILE -o DIR",
  N_("Make the plan, the drawings and the papers of a project."),
  N_("DIR then holds plan.json, the six official papers as PDF (unsigned), and the\n"
     "flowchart and the timeline as PDF, SVG and PNG. Nothing is written when any of\n"
     "them cannot be made. Substituted fonts are reported on the standard error.\n"
     "\n"
     "Example:\n"
     "  stewardctl plan sample.steward -o papers"),
  run_plan
};
