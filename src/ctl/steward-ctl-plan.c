/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "steward-error.h"
#include "steward-file.h"
#include "steward-paper.h"
#include "steward-picture.h"
#include "steward-plan-file.h"

/* Large enough for a wall, small enough for an office printer. */
#define PAGE_WIDTH  STEWARD_CTL_A3_WIDTH
#define PAGE_HEIGHT STEWARD_CTL_A3_HEIGHT
#define PNG_SCALE   2.0

/* One file of the result, made in memory before anything is written. */
typedef struct
{
  char   *name;
  GBytes *bytes;
} StewardOutput;

static void
output_free (StewardOutput *output)
{
  g_free (output->name);
  g_bytes_unref (output->bytes);
  g_free (output);
}

/* Takes @bytes; FALSE when there are none because making them failed. */
static gboolean
add_output (GPtrArray  *outputs,
            const char *stem,
            const char *suffix,
            GBytes     *bytes)
{
  StewardOutput *output;

  if (bytes == NULL)
    return FALSE;
  output = g_new0 (StewardOutput, 1);
  output->name = g_strconcat (stem, suffix, NULL);
  output->bytes = bytes;
  g_ptr_array_add (outputs, output);
  return TRUE;
}

/* Most papers lack the same fonts; each is worth one line. */
static void
tell_notes (GHashTable *told,
            const char *notes)
{
  g_auto(GStrv) lines = g_strsplit (notes != NULL ? notes : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && g_hash_table_add (told, g_strdup (lines[i])))
      steward_ctl_complain (_("note: %s"), lines[i]);
}

static gboolean
make_papers (const StewardSchedule  *schedule,
             GPtrArray              *outputs,
             GError                **error)
{
  g_autoptr(GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int kind = 0; kind < STEWARD_N_PAPERS; kind++)
    {
      g_autofree char *notes = NULL;
      GBytes *bytes = steward_paper_render (kind, schedule, NULL, &notes, error);

      tell_notes (told, notes);
      if (!add_output (outputs, steward_paper_get_stem (kind), ".pdf", bytes))
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

      if (!add_output (outputs, "flowchart", picture_suffixes[format], bytes))
        return FALSE;
    }
  return TRUE;
}

static gboolean
make_timeline (const StewardSchedule  *schedule,
               GPtrArray              *outputs,
               GError                **error)
{
  const StewardTimelineOptions options = { PAGE_WIDTH, STEWARD_ZOOM_FIT, 1.0, NULL, PAGE_HEIGHT };
  g_autoptr(StewardTimeline) timeline = steward_timeline_layout (schedule, &options);

  for (int format = STEWARD_PICTURE_PDF; format <= STEWARD_PICTURE_PNG; format++)
    {
      GBytes *bytes = steward_picture_of_timeline (timeline, format, STEWARD_STYLE_LIGHT, PAGE_WIDTH, PAGE_HEIGHT,
                                                   PNG_SCALE, error);

      if (!add_output (outputs, "timeline", picture_suffixes[format], bytes))
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

  add_output (outputs, "plan", ".json", g_bytes_new_take (json, strlen (json)));
  return make_papers (schedule, outputs, error) &&
         make_flowchart (schedule, outputs, error) &&
         make_timeline (schedule, outputs, error);
}

static gboolean
fail_to_write (const char  *path,
               int          code,
               GError     **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_WRITE, _("“%s” could not be written: %s"), shown, g_strerror (code));
  return FALSE;
}

static void
remove_folder (const char *folder,
               GPtrArray  *outputs)
{
  for (guint i = 0; i < outputs->len; i++)
    {
      const StewardOutput *output = g_ptr_array_index (outputs, i);
      g_autofree char *path = g_build_filename (folder, output->name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static gboolean
write_into (const char  *folder,
            GPtrArray   *outputs,
            GError     **error)
{
  for (guint i = 0; i < outputs->len; i++)
    {
      const StewardOutput *output = g_ptr_array_index (outputs, i);
      g_autofree char *path = g_build_filename (folder, output->name, NULL);
      g_autoptr(GFile) file = g_file_new_for_path (path);

      if (!steward_file_write (file, output->bytes, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* Moves what was written in @draft into @folder, where each file takes the
 * place of an older one. */
static gboolean
move_files (const char  *draft,
            const char  *folder,
            GPtrArray   *outputs,
            GError     **error)
{
  for (guint i = 0; i < outputs->len; i++)
    {
      const StewardOutput *output = g_ptr_array_index (outputs, i);
      g_autofree char *from = g_build_filename (draft, output->name, NULL);
      g_autofree char *to = g_build_filename (folder, output->name, NULL);

      if (g_rename (from, to) != 0)
        return fail_to_write (to, errno, error);
    }
  return TRUE;
}

/* Everything is written under another name on the same disk first, so that a
 * full disk changes nothing. A new folder then appears whole; in an existing
 * one the files are replaced and other files are left alone. */
static gboolean
write_folder (const char  *folder,
              GPtrArray   *outputs,
              GError     **error)
{
  g_autofree char *absolute = g_canonicalize_filename (folder, NULL);
  g_autofree char *parent = g_path_get_dirname (absolute);
  gboolean exists = g_file_test (absolute, G_FILE_TEST_IS_DIR);
  g_autofree char *draft = g_strconcat (absolute, exists ? "/.draft.XXXXXX" : ".XXXXXX", NULL);
  gboolean written;

  if (!exists && g_file_test (absolute, G_FILE_TEST_EXISTS))
    return fail_to_write (folder, ENOTDIR, error);
  if (g_mkdir_with_parents (parent, 0777) != 0 || g_mkdtemp_full (draft, 0777) == NULL)
    return fail_to_write (folder, errno, error);

  written = write_into (draft, outputs, error);
  if (written && exists)
    written = move_files (draft, absolute, outputs, error);
  else if (written && g_rename (draft, absolute) != 0)
    written = fail_to_write (folder, errno, error);
  if (!written || exists)
    remove_folder (draft, outputs);
  return written;
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
      const StewardOutput *output = g_ptr_array_index (outputs, i);
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
  g_autoptr(GPtrArray) outputs = g_ptr_array_new_with_free_func ((GDestroyNotify) output_free);
  g_autoptr(StewardSchedule) schedule = NULL;
  g_autoptr(GError) error = NULL;

  schedule = steward_ctl_load_schedule (name, as_of, &error);
  if (schedule == NULL || !make_all (schedule, outputs, &error) || !write_folder (folder, outputs, &error))
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
