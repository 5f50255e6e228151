/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "steward-file.h"
#include "steward-picture.h"

#define LEAST_SIDE      100.0
#define MOST_TEXT_SCALE 1.5
#define MOST_SIDE       14400.0      /* what readers of PDF can show */

typedef struct
{
  int                   stage;
  double                width;
  double                height;
  StewardStyleKind      style;
  StewardPictureFormat  format;
  gboolean              lanes;
} Picture;

static const struct
{
  const char *name;
  double      width;
  double      height;
} papers[] = {
  { "A0", 3370.39, 2383.94 }, { "A1", 2383.94, 1683.78 }, { "A2", 1683.78, 1190.55 },
  { "A3", STEWARD_CTL_A3_WIDTH, STEWARD_CTL_A3_HEIGHT }, { "A4", STEWARD_CTL_A3_HEIGHT, 595.28 },
};

static const char * const suffixes[] = { ".pdf", ".svg", ".png" };

/* A paper lies across; `WxH` are points, or pixels of a PNG. */
static gboolean
parse_size (const char *word,
            Picture    *picture)
{
  double width, height;
  char end;

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_ascii_strcasecmp (word, papers[i].name) == 0)
      {
        picture->width = papers[i].width;
        picture->height = papers[i].height;
        return TRUE;
      }
  if (sscanf (word, "%lfx%lf%c", &width, &height, &end) == 2 && width >= LEAST_SIDE && height >= LEAST_SIDE &&
      width <= MOST_SIDE && height <= MOST_SIDE)
    {
      picture->width = width;
      picture->height = height;
      return TRUE;
    }
  steward_ctl_complain (_("“%s” is not a size: expected A0 to A4, or WxH from %.0f to %.0f."), word, LEAST_SIDE,
                        MOST_SIDE);
  return FALSE;
}

static gboolean
parse_style (const char       *word,
             StewardStyleKind *style)
{
  if (steward_style_from_word (word, style))
    return TRUE;
  steward_ctl_complain (_("“%s” is not a style: expected light, dark, contrast or grey."), word);
  return FALSE;
}

static gboolean
parse_output (const char           *path,
              StewardPictureFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (path, suffixes[i]))
      {
        *format = i;
        return TRUE;
      }
  steward_ctl_complain (_("“%s” does not end in .pdf, .svg or .png."), path);
  return FALSE;
}

/* Laid out for a sheet of the proportions asked for, as high as an A3, so that
 * letters keep their size in the drawing whatever the pixels are. */
static void
get_layout_size (const Picture *picture,
                 double        *width,
                 double        *height)
{
  double scale = picture->format == STEWARD_PICTURE_PDF ? 1 : STEWARD_CTL_A3_HEIGHT / picture->height;

  *width = picture->width * scale;
  *height = picture->height * scale;
}

static GBytes *
draw_flowchart (const StewardSchedule  *schedule,
                const Picture          *picture,
                GError                **error)
{
  StewardFlowchartOptions options = { .stage = picture->stage, .text_scale = 1,
                                      .arrangement = picture->lanes ? STEWARD_ARRANGE_LANES : STEWARD_ARRANGE_STAGES };
  g_autoptr (StewardFlowchart) flowchart = NULL;

  get_layout_size (picture, &options.width, &options.height);
  flowchart = steward_flowchart_layout (schedule, &options);
  return steward_picture_of_flowchart (flowchart, picture->format, picture->style, picture->width, picture->height, 0,
                                       error);
}

static GBytes *
draw_timeline (const StewardSchedule  *schedule,
               const Picture          *picture,
               GError                **error)
{
  StewardTimelineOptions options = { .zoom = STEWARD_ZOOM_FIT, .text_scale = 1, .stage = picture->stage };
  g_autoptr (StewardTimeline) timeline = NULL;
  double width, height;

  get_layout_size (picture, &options.width, &options.height);
  timeline = steward_timeline_layout (schedule, &options);
  steward_timeline_get_size (timeline, &width, &height);
  /* Few rows are written larger, as people who look at a wall want them. */
  options.text_scale = CLAMP (sqrt (options.height / height * width / options.width), 1, MOST_TEXT_SCALE);
  if (options.text_scale > 1)
    {
      steward_timeline_free (timeline);
      timeline = steward_timeline_layout (schedule, &options);
    }
  return steward_picture_of_timeline (timeline, picture->format, picture->style, picture->width, picture->height, 0,
                                      error);
}

static gboolean
has_stage (const StewardSchedule *schedule,
           int                    number)
{
  for (guint i = 0; i < schedule->stages->len; i++)
    if (((StewardScheduleStage *) schedule->stages->pdata[i])->stage->number == number)
      return TRUE;
  return number == 0;
}

static StewardCtlStatus
draw (gboolean       timeline,
      const char    *name,
      const char    *output,
      StewardDay     as_of,
      const Picture *picture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardSchedule) schedule = steward_ctl_load_schedule (name, as_of, &error);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (output);
  g_autoptr (GBytes) bytes = NULL;

  if (schedule && !has_stage (schedule, picture->stage))
    {
      steward_ctl_complain (_("The project has no stage %d."), picture->stage);
      return STEWARD_CTL_FAILED;
    }
  if (schedule)
    bytes = timeline ? draw_timeline (schedule, picture, &error) : draw_flowchart (schedule, picture, &error);
  if (bytes && steward_file_write (file, bytes, NULL, &error))
    return STEWARD_CTL_GOOD;
  steward_ctl_complain ("%s", error->message);
  return STEWARD_CTL_FAILED;
}

static StewardCtlStatus
run_draw (const StewardCtlCommand  *command,
          int                       argc,
          char                    **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *size = NULL;
  g_autofree char *style = NULL;
  g_autofree char *date = NULL;
  Picture picture = { .style = STEWARD_STYLE_LIGHT };
  StewardDay as_of = STEWARD_DAY_NONE;
  gboolean timeline = g_str_has_suffix (command->name, "timeline");
  const GOptionEntry entries[] = {
    { "lanes", 0, timeline ? G_OPTION_FLAG_HIDDEN : 0, G_OPTION_ARG_NONE, &picture.lanes, N_("One row for each bureau"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("File to write: .pdf, .svg or .png"), N_("OUT") },
    { "stage", 0, 0, G_OPTION_ARG_INT, &picture.stage, N_("Only this stage"), N_("N") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &size, N_("A0 to A4 across (A3), or WxH in points or pixels"), N_("SIZE") },
    { "style", 0, 0, G_OPTION_ARG_STRING, &style, N_("light (default), dark, contrast or grey"), N_("STYLE") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &date, N_("Day on which the project is looked at (today)"), N_("DATE") },
    { NULL }
  };

  if (!steward_ctl_parse (command, entries, &argc, &argv, 1, 1) || !steward_ctl_parse_day ("--as-of", date, &as_of))
    return STEWARD_CTL_USAGE;
  if (output == NULL || *output == '\0')
    {
      steward_ctl_complain_usage (command, _("-o is required."));
      return STEWARD_CTL_USAGE;
    }
  if (!parse_size (size ? size : "A3", &picture) || !parse_style (style ? style : "light", &picture.style) ||
      !parse_output (output, &picture.format))
    return STEWARD_CTL_USAGE;
  return draw (timeline, argv[1], output, as_of, &picture);
}

const StewardCtlCommand steward_ctl_draw_flowchart = {
  "draw flowchart",
  "FILE -o OUT",
  N_("Draw the flowchart of a project."),
  N_("A PDF has as many pages as the drawing needs to be readable; SVG and PNG are one picture\n"
     "of exactly the size asked for.\n"
     "\n"
     "Examples:\n"
     "  stewardctl draw flowchart project.steward -o wall.pdf --size A0\n"
     "  stewardctl draw flowchart project.steward -o stage-2.png --stage 2 --size 1920x1080 --style dark"),
  run_draw
};

const StewardCtlCommand steward_ctl_draw_timeline = {
  "draw timeline",
  "FILE -o OUT",
  N_("Draw the timeline of a project."),
  N_("A PDF has as many pages as the drawing needs to be readable; SVG and PNG are one picture\n"
     "of exactly the size asked for.\n"
     "\n"
     "Example:\n"
     "  stewardctl draw timeline project.steward -o timeline.pdf --style grey"),
  run_draw
};
