/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ctl-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "steward-baseline.h"
#include "steward-file.h"
#include "steward-picture.h"
#include "steward-portfolio.h"
#include "steward-sheets.h"

#define LEAST_SIDE      100.0
#define MOST_PROJECTS   10000
#define MOST_SIDE       14400.0      /* what readers of PDF can show */

typedef enum { FLOWCHART, TIMELINE, PORTFOLIO } Drawing;

typedef struct
{
  Drawing               drawing;
  int                   stage;
  double                width;
  double                height;
  StewardStyleKind      style;
  StewardPictureFormat  format;
  gboolean              lanes;
  int                   screen;
  StewardTimelineGroup  group;
  StewardZoom           zoom;
  int                   baseline;
  gboolean              portrait;
  gboolean              one_page;
} Picture;

/* As they are typed. */
typedef struct
{
  char *output;
  char *size;
  char *style;
  char *date;
  char *group;
  char *zoom;
} Words;

static const struct
{
  const char *name;
  double      width;
  double      height;
} papers[] = {
  { "A0", 3370.39, 2383.94 }, { "A1", 2383.94, 1683.78 }, { "A2", 1683.78, 1190.55 },
  { "A3", STEWARD_CTL_A3_WIDTH, STEWARD_CTL_A3_HEIGHT }, { "A4", STEWARD_CTL_A3_HEIGHT, 595.28 },
};

static const char * const suffixes[] = { ".pdf", ".svg", ".png", NULL };
static const char * const groups[] = { "stage", "bureau", "light", NULL };
static const char * const zooms[] = { "day", "week", "month", "quarter", "fit", NULL };

/* Digits and perhaps a fraction, up to the letter @end; NULL when it is
 * something else. */
static const char *
parse_side (const char *word,
            char        end,
            double     *side)
{
  gsize length = strspn (word, "0123456789.");

  *side = g_ascii_strtod (word, NULL);
  return length > 0 && word[length] == end && *side >= LEAST_SIDE && *side <= MOST_SIDE ? word + length + 1 : NULL;
}

/* A paper lies across; `WxH` are points, or pixels of a PNG. */
static gboolean
parse_size (const char *word,
            Picture    *picture)
{
  const char *rest;

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_ascii_strcasecmp (word, papers[i].name) == 0)
      {
        picture->width = picture->portrait ? papers[i].height : papers[i].width;
        picture->height = picture->portrait ? papers[i].width : papers[i].height;
        return TRUE;
      }
  rest = parse_side (word, 'x', &picture->width);
  if (rest != NULL && parse_side (rest, '\0', &picture->height) != NULL)
    {
      if (!picture->portrait)
        return TRUE;
      steward_ctl_complain (_("--portrait is said of a paper, and “%s” is none."), word);
      return FALSE;
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
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; suffixes[i] != NULL; i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      {
        *format = i;
        return TRUE;
      }
  steward_ctl_complain (_("“%s” does not end in .pdf, .svg or .png."), path);
  return FALSE;
}

/* Place of @word in @words; that of @fallback when it is NULL. FALSE after a
 * complaint. */
static gboolean
parse_word (const char         *option,
            const char         *word,
            const char * const *words,
            const char         *fallback,
            guint              *place)
{
  g_autofree char *all = NULL;

  for (*place = 0; words[*place] != NULL; *place += 1)
    if (strcmp (words[*place], word != NULL ? word : fallback) == 0)
      return TRUE;
  all = g_strjoinv (", ", (char **) words);
  steward_ctl_complain (_("“%s” is not known to %s; one of these is: %s."), word, option, all);
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
make_pdf (StewardSheets  *sheets,
          GError        **error)
{
  return steward_ctl_finish_drawing (sheets != NULL ? steward_sheets_make_pdf (sheets, error) : NULL, error);
}

static double
get_least_scale (const Picture *picture)
{
  return picture->one_page ? 0 : STEWARD_SHEETS_READABLE;
}

static GBytes *
draw_flowchart (const StewardSchedule  *schedule,
                const Picture          *picture,
                GError                **error)
{
  StewardFlowchartOptions options = { .stage = picture->stage, .text_scale = 1,
                                      .arrangement = picture->lanes ? STEWARD_ARRANGE_LANES : STEWARD_ARRANGE_STAGES,
                                      .screen = picture->screen };
  g_autoptr (StewardFlowchart) flowchart = NULL;
  g_autoptr (StewardSheets) sheets = NULL;

  get_layout_size (picture, &options.width, &options.height);
  flowchart = steward_flowchart_layout (schedule, &options);
  if (picture->format != STEWARD_PICTURE_PDF)
    return steward_picture_of_flowchart (flowchart, picture->format, picture->style, picture->width, picture->height, 0,
                                         error);
  sheets = steward_sheets_of_flowchart (flowchart, picture->style, picture->width, picture->height,
                                        get_least_scale (picture), error);
  return make_pdf (sheets, error);
}

/* What the layouts of one project and of many are made from. */
typedef struct
{
  const StewardSchedule *schedule;     /* NULL: of many */
  GPtrArray             *projects;
  StewardCalendar       *calendar;
  StewardDay             as_of;
} Rows;

static StewardTimeline *
lay_out_rows (const StewardTimelineOptions *options,
              gpointer                      data)
{
  const Rows *rows = data;

  return rows->schedule != NULL ? steward_timeline_layout (rows->schedule, options)
                                : steward_portfolio_layout (rows->projects, rows->calendar, rows->as_of, options);
}

/* As large as it can be on one page. On many it is as wide as a page, since its
 * rows go on below: in the proportions of one it would be many pages wide, too. */
static StewardTimeline *
fill_pages (Rows                    *rows,
            StewardTimelineOptions  *options,
            const Picture           *picture)
{
  StewardTimeline *timeline = steward_sheets_fill_page (options, lay_out_rows, rows);
  double width, height;

  steward_timeline_get_size (timeline, &width, &height);
  if (picture->format != STEWARD_PICTURE_PDF || picture->one_page
      || MIN (options->width / width, options->height / height) >= STEWARD_SHEETS_READABLE)
    return timeline;
  steward_timeline_free (timeline);
  options->height = 0;
  options->text_scale = 1;
  return lay_out_rows (options, rows);
}

static GBytes *
draw_rows (Rows                    *rows,
           StewardTimelineOptions  *options,
           const Picture           *picture,
           GError                 **error)
{
  g_autoptr (StewardTimeline) timeline = NULL;
  g_autoptr (StewardSheets) sheets = NULL;

  get_layout_size (picture, &options->width, &options->height);
  timeline = picture->zoom == STEWARD_ZOOM_FIT ? fill_pages (rows, options, picture) : lay_out_rows (options, rows);
  if (picture->format != STEWARD_PICTURE_PDF)
    return steward_picture_of_timeline (timeline, picture->format, picture->style, picture->width, picture->height, 0,
                                        error);
  sheets = steward_sheets_of_timeline (timeline, picture->style, picture->width, picture->height,
                                       get_least_scale (picture), error);
  return make_pdf (sheets, error);
}

static GBytes *
draw_timeline (const StewardSchedule  *schedule,
               const Picture          *picture,
               GError                **error)
{
  StewardTimelineOptions options = { .zoom = picture->zoom, .text_scale = 1, .stage = picture->stage,
                                     .group = picture->group };
  Rows rows = { .schedule = schedule };
  g_autoptr (StewardBaseline) baseline = NULL;

  if (picture->baseline > 0)
    {
      baseline = steward_baseline_new (schedule->plan->project, picture->baseline, error);
      if (baseline == NULL)
        return NULL;
      steward_baseline_apply (baseline, &options);
    }
  return draw_rows (&rows, &options, picture, error);
}

static GBytes *
draw_portfolio (GPtrArray        *projects,
                StewardCalendar  *calendar,
                StewardDay        as_of,
                const Picture    *picture,
                GError          **error)
{
  StewardTimelineOptions options = { .zoom = picture->zoom, .text_scale = 1 };
  Rows rows = { NULL, projects, calendar, as_of };

  return draw_rows (&rows, &options, picture, error);
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

static int
count_screens (const StewardSchedule *schedule,
               const Picture         *picture)
{
  StewardFlowchartOptions options = { .stage = picture->stage };

  get_layout_size (picture, &options.width, &options.height);
  return steward_flowchart_count_screens (schedule, &options);
}

/* NULL after a complaint. */
static GBytes *
draw_one (const char    *name,
          StewardDay     as_of,
          const Picture *picture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardSchedule) schedule = steward_ctl_load_schedule (name, as_of, &error);
  GBytes *bytes = NULL;

  if (schedule && !has_stage (schedule, picture->stage))
    {
      steward_ctl_complain (_("The project has no stage %d."), picture->stage);
      return NULL;
    }
  if (schedule && picture->screen > 0 && picture->screen > count_screens (schedule, picture))
    {
      steward_ctl_complain (_("The stage has no screen %d."), picture->screen);
      return NULL;
    }
  if (schedule)
    bytes = picture->drawing == TIMELINE ? draw_timeline (schedule, picture, &error)
                                         : draw_flowchart (schedule, picture, &error);
  if (bytes == NULL)
    steward_ctl_complain ("%s", error->message);
  return bytes;
}

/* One schedule at a time is held, however many projects there are. NULL after
 * a complaint. */
static GBytes *
draw_many (char          **names,
           StewardDay      as_of,
           const Picture  *picture)
{
  g_autoptr (GPtrArray) projects = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_portfolio_project_unref);
  g_autoptr (StewardCalendar) calendar = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (StewardSchedule) schedule = steward_ctl_load_schedule (names[i], as_of, &error);

      if (schedule == NULL)
        {
          steward_ctl_complain ("%s", error->message);
          return NULL;
        }
      if (calendar == NULL)
        calendar = steward_calendar_ref (schedule->calendar);
      as_of = schedule->as_of;
      g_ptr_array_add (projects, steward_portfolio_project_new (schedule, names[i]));
    }
  bytes = draw_portfolio (projects, calendar, as_of, picture, &error);
  if (bytes == NULL)
    steward_ctl_complain ("%s", error->message);
  return bytes;
}

static StewardCtlStatus
draw (char          **names,
      const char     *output,
      StewardDay      as_of,
      const Picture  *picture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (output);
  g_autoptr (GBytes) bytes = picture->drawing == PORTFOLIO ? draw_many (names, as_of, picture)
                                                           : draw_one (names[0], as_of, picture);

  if (bytes == NULL)
    return STEWARD_CTL_FAILED;
  if (steward_file_write (file, bytes, NULL, &error))
    return STEWARD_CTL_GOOD;
  steward_ctl_complain ("%s", error->message);
  return STEWARD_CTL_FAILED;
}

static gboolean
parse_words (const StewardCtlCommand *command,
             const Words             *words,
             Picture                 *picture)
{
  if (words->output == NULL || *words->output == '\0')
    {
      steward_ctl_complain_usage (command, _("-o is required."));
      return FALSE;
    }
  if (picture->baseline < 0)
    {
      steward_ctl_complain_usage (command, _("“%d” is not the number of an edition."), picture->baseline);
      return FALSE;
    }
  if (picture->screen < 0 || (picture->screen > 0 && picture->stage == 0))
    {
      steward_ctl_complain_usage (command, _("--screen needs --stage."));
      return FALSE;
    }
  if (!(parse_size (words->size ? words->size : "A3", picture) &&
        parse_style (words->style ? words->style : "light", &picture->style) &&
        parse_word ("--group", words->group, groups, "stage", &picture->group) &&
        parse_word ("--zoom", words->zoom, zooms, "fit", &picture->zoom) &&
        parse_output (words->output, &picture->format)))
    return FALSE;
  if (!picture->one_page || picture->format == STEWARD_PICTURE_PDF)
    return TRUE;
  steward_ctl_complain_usage (command, _("--one-page is said of a PDF; other pictures have no pages."));
  return FALSE;
}

/* Each drawing knows its own options, and all know the same others. */
static gboolean
parse (const StewardCtlCommand   *command,
       int                       *argc,
       char                    ***argv,
       Words                     *words,
       Picture                   *picture)
{
  const GOptionEntry own[][4] = {
    [FLOWCHART] = {
      { "lanes", 0, 0, G_OPTION_ARG_NONE, &picture->lanes, N_("One row for each bureau"), NULL },
      { "screen", 0, 0, G_OPTION_ARG_INT, &picture->screen, N_("For a projector: this screen of the stage, from 1"), N_("N") },
      { "stage", 0, 0, G_OPTION_ARG_INT, &picture->stage, N_("Only this stage"), N_("N") } },
    [TIMELINE] = {
      { "group", 0, 0, G_OPTION_ARG_STRING, &words->group, N_("Rows by stage (default), bureau or light"), N_("BY") },
      { "zoom", 0, 0, G_OPTION_ARG_STRING, &words->zoom, N_("day, week, month, quarter or fit (default)"), N_("ZOOM") },
      { "baseline", 0, 0, G_OPTION_ARG_INT, &picture->baseline, N_("Show where this issued edition of the plan had the rows"), N_("N") },
      { "stage", 0, 0, G_OPTION_ARG_INT, &picture->stage, N_("Only this stage"), N_("N") } },
    [PORTFOLIO] = {
      { "zoom", 0, 0, G_OPTION_ARG_STRING, &words->zoom, N_("day, week, month, quarter or fit (default)"), N_("ZOOM") } },
  };
  const GOptionEntry common[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &words->output, N_("File to write: .pdf, .svg or .png"), N_("OUT") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &words->size, N_("A0 to A4 across (A3), or WxH in points or pixels"), N_("SIZE") },
    { "portrait", 0, 0, G_OPTION_ARG_NONE, &picture->portrait, N_("The paper stands upright"), NULL },
    { "one-page", 0, 0, G_OPTION_ARG_NONE, &picture->one_page, N_("A PDF of one page, however small the letters get"), NULL },
    { "style", 0, 0, G_OPTION_ARG_STRING, &words->style, N_("light (default), dark, contrast or grey"), N_("STYLE") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &words->date, N_("Day on which the project is looked at (today)"), N_("DATE") },
  };
  g_autoptr (GArray) entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  for (guint i = 0; i < G_N_ELEMENTS (own[0]) && own[picture->drawing][i].long_name != NULL; i++)
    g_array_append_val (entries, own[picture->drawing][i]);
  g_array_append_vals (entries, common, G_N_ELEMENTS (common));
  return steward_ctl_parse (command, (const GOptionEntry *) entries->data, argc, argv, 1,
                            picture->drawing == PORTFOLIO ? MOST_PROJECTS : 1);
}

static StewardCtlStatus
run_draw (const StewardCtlCommand  *command,
          int                       argc,
          char                    **argv)
{
  Picture picture = { .style = STEWARD_STYLE_LIGHT };
  Words words = { NULL };
  StewardDay as_of = STEWARD_DAY_NONE;
  StewardCtlStatus status = STEWARD_CTL_USAGE;

  picture.drawing = g_str_has_suffix (command->name, "flowchart") ? FLOWCHART
                    : g_str_has_suffix (command->name, "timeline") ? TIMELINE : PORTFOLIO;
  if (parse (command, &argc, &argv, &words, &picture) && steward_ctl_parse_day ("--as-of", words.date, &as_of) &&
      parse_words (command, &words, &picture))
    status = draw (argv + 1, words.output, as_of, &picture);
  g_free (words.output);
  g_free (words.size);
  g_free (words.style);
  g_free (words.date);
  g_free (words.group);
  g_free (words.zoom);
  return status;
}

const StewardCtlCommand steward_ctl_draw_flowchart = {
  "draw flowchart",
  "FILE -o OUT",
  N_("Draw the flowchart of a project."),
  N_("A PDF has as many pages as the drawing needs to be readable: what lies next to a cut is on\n"
     "both pages, and each has head, signs and its place among the others. SVG and PNG are one\n"
     "picture of exactly the size asked for.\n"
     "\n"
     "Examples:\n"
     "  stewardctl draw flowchart project.steward -o wall.pdf --size A0\n"
     "  stewardctl draw flowchart project.steward -o stage-2.png --stage 2 --size 1920x1080 --style dark\n"
     "  stewardctl draw flowchart project.steward -o bureaus.pdf --lanes"),
  run_draw
};

const StewardCtlCommand steward_ctl_draw_timeline = {
  "draw timeline",
  "FILE -o OUT",
  N_("Draw the timeline of a project."),
  N_("A PDF has as many pages as the drawing needs to be readable: what lies next to a cut is on\n"
     "both pages, and each has head, signs and its place among the others. SVG and PNG are one\n"
     "picture of exactly the size asked for.\n"
     "\n"
     "Examples:\n"
     "  stewardctl draw timeline project.steward -o timeline.pdf --style grey\n"
     "  stewardctl draw timeline project.steward -o days.pdf --zoom day --size A4 --portrait\n"
     "  stewardctl draw timeline project.steward -o moved.pdf --baseline 1"),
  run_draw
};

const StewardCtlCommand steward_ctl_draw_portfolio = {
  "draw portfolio",
  "FILE… -o OUT",
  N_("Draw many projects below one another."),
  N_("One line for each project with its stages, and below them how many working days are asked\n"
     "of each bureau in each week.\n"
     "\n"
     "Example:\n"
     "  stewardctl draw portfolio *.steward -o projects.pdf --zoom month"),
  run_draw
};
