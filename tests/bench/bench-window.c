/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "bench.h"
#include "steward-application.h"
#include "steward-project-sidebar.h"
#include "steward-window-private.h"

/* The program over a database of 100,000 projects, given as argument, against
 * a floor measured in the same run: a bare list of as many strings. An empty
 * libadwaita window tells what the toolkit needs without one. Each starts several
 * times as a process of its own, which says on its standard output what it
 * measured of itself. */

#define ROUNDS   5
#define N_CALM   60       /* frames in which the rest of the rows are made */
#define N_FRAMES 240      /* frames of scrolling */
#define N_ROWS   100000

/* Of one process at its first usable frame; then of the frames after it, and of
 * those of scrolling. Its words on standard output are these numbers in this
 * order. */
typedef struct
{
  double usable_at;     /* seconds of the clock that all processes share */
  double processor;     /* seconds that all its threads worked */
  double memory;        /* MB, what it shares with others counted in part */
  double memory_later;  /* after scrolling */
  double calm_frame;    /* of 95 in 100 frames after it, seconds of work */
  double frame;         /* median of frames of scrolling */
  double late_frame;    /* of 95 in 100 of them */
} Measure;

typedef struct
{
  GtkApplication *application;
  GtkWindow      *window;
  GtkWidget      *view;         /* what is scrolled, NULL for an empty window */
  gboolean      (*is_usable)    (gpointer bench);
  Measure         measure;
  GArray         *frames;       /* (element-type double) */
  double          frame_began;
  guint           n_after;
} Bench;

static double
now (void)
{
  return g_get_monotonic_time () / 1e6;
}

/* Of this thread alone, whatever else the machine does. */
static double
work_seconds (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

/* The pages of libraries that others use too count in part, as the system
 * divides them. */
static double
get_memory (void)
{
  g_autofree char *text = NULL;
  const char *line;
  double kilobytes = 0;

  if (g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL)
      && (line = strstr (text, "\nPss:")) != NULL)
    kilobytes = g_ascii_strtod (line + strlen ("\nPss:"), NULL);
  return kilobytes * 1024 / 1e6;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

/* The time that @share in 100 of @frames keep. */
static double
get_share (GArray *frames,
           guint   share)
{
  if (frames->len == 0)
    return 0;
  g_array_sort (frames, compare_times);
  return g_array_index (frames, double, frames->len * share / 100);
}

static void
finish (Bench *bench)
{
  Measure *measure = &bench->measure;

  measure->memory_later = get_memory ();
  measure->frame = get_share (bench->frames, 50);
  measure->late_frame = get_share (bench->frames, 95);
  printf ("%.6f %.6f %.3f %.3f %.6f %.6f %.6f\n", measure->usable_at, measure->processor, measure->memory,
          measure->memory_later, measure->calm_frame, measure->frame, measure->late_frame);
  fflush (stdout);
  gtk_window_close (bench->window);
}

/* A page and a bit further, so that every row is another one. */
static void
scroll (Bench *bench)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (bench->view));
  double step = gtk_adjustment_get_page_size (adjustment) * 1.1;
  double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  double value = gtk_adjustment_get_value (adjustment) + step;

  gtk_adjustment_set_value (adjustment, value > end ? 0 : value);
}

static void
before_paint_cb (Bench *bench)
{
  bench->frame_began = work_seconds ();
}

static void
after_paint_cb (Bench         *bench,
                GdkFrameClock *clock)
{
  double work = work_seconds () - bench->frame_began;

  if (bench->measure.usable_at == 0)
    {
      if (bench->is_usable != NULL && !bench->is_usable (bench))
        return;
      bench->measure.usable_at = now ();
      bench->measure.processor = bench_seconds ();
      bench->measure.memory = get_memory ();
      if (bench->view == NULL)
        finish (bench);
    }
  else
    {
      g_array_append_val (bench->frames, work);
      bench->n_after++;
    }
  if (bench->n_after == N_CALM)
    {
      bench->measure.calm_frame = get_share (bench->frames, 95);
      g_array_set_size (bench->frames, 0);
    }
  if (bench->n_after == N_CALM + N_FRAMES)
    finish (bench);
  if (bench->view == NULL || bench->n_after >= N_CALM + N_FRAMES)
    return;
  if (bench->n_after >= N_CALM)
    scroll (bench);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
}

static void
watch_frames (Bench *bench)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench->window));

  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (before_paint_cb), bench);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_paint_cb), bench);
}

/* The floors. */

static void
setup_row (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (row), gtk_label_new (NULL));
  gtk_box_append (GTK_BOX (row), texts);
  for (int i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (GTK_BOX (texts), label);
    }
  gtk_list_item_set_child (item, row);
}

static void
bind_row (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *light = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_next_sibling (light));
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (light), "●");
  gtk_label_set_text (GTK_LABEL (title), text);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (title)), text);
}

static GtkWidget *
make_bare_list (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkStringList *strings = gtk_string_list_new (NULL);

  for (int i = 0; i < N_ROWS; i++)
    {
      char text[96];

      g_snprintf (text, sizeof text, "虚构云岭市城东区%d号标准厂房%d期项目", i % 400, i);
      gtk_string_list_append (strings, text);
    }
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row), NULL);
  return gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (strings))), factory);
}

/* As wide as the list of the program, beside as much as it has beside it. */
static void
activate_floor_cb (GtkApplication *application,
                   Bench          *bench)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  bench->window = GTK_WINDOW (adw_application_window_new (application));
  gtk_window_set_default_size (bench->window, 1100, 720);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (bench->window), box);
  if (bench->view != NULL)
    {
      GtkWidget *scrolled = gtk_scrolled_window_new ();

      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), bench->view);
      gtk_widget_set_vexpand (scrolled, TRUE);
      gtk_widget_set_halign (scrolled, GTK_ALIGN_START);
      gtk_widget_set_size_request (scrolled, 320, -1);
      gtk_box_append (GTK_BOX (box), scrolled);
    }
  gtk_window_present (bench->window);
  watch_frames (bench);
}

static int
run_floor (gboolean list)
{
  Bench bench = { .frames = g_array_new (FALSE, FALSE, sizeof (double)) };

  adw_init ();
  if (list)
    bench.view = make_bare_list ();
  bench.application = GTK_APPLICATION (adw_application_new (NULL, G_APPLICATION_NON_UNIQUE));
  g_signal_connect (bench.application, "activate", G_CALLBACK (activate_floor_cb), &bench);
  return g_application_run (G_APPLICATION (bench.application), 0, NULL);
}

/* The program. */

/* The list answers and the first line of it is there, which the frame before
 * has drawn. */
static gboolean
has_lines (gpointer data)
{
  Bench *bench = data;
  StewardProjectList *list = steward_project_sidebar_get_list (STEWARD_WINDOW (bench->window)->projects);
  g_autoptr (StewardProjectItem) first = list != NULL ? g_list_model_get_item (G_LIST_MODEL (list), 0) : NULL;

  return first != NULL && steward_project_item_get_line (first) != NULL;
}

static GtkWidget *
find_view (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LIST_VIEW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_view (child);
  return found;
}

static void
window_added_cb (Bench     *bench,
                 GtkWindow *window)
{
  if (!STEWARD_IS_WINDOW (window))
    return;
  bench->window = window;
  bench->view = find_view (GTK_WIDGET (STEWARD_WINDOW (window)->projects));
  g_signal_connect_swapped (window, "realize", G_CALLBACK (watch_frames), bench);
}

static void
startup_cb (GApplication *application)
{
  GSettings *settings = steward_application_get_settings (STEWARD_APPLICATION (application));

  /* A backup of the whole database has nothing to do with the window. */
  g_settings_set_boolean (settings, "daily-backup", FALSE);
}

static int
run_program (const char *path)
{
  Bench bench = { .is_usable = has_lines, .frames = g_array_new (FALSE, FALSE, sizeof (double)) };
  g_autoptr (GFile) file = g_file_new_for_path (path);
  StewardApplication *application = steward_application_new ();

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  steward_application_set_database (application, file);
  bench.application = GTK_APPLICATION (application);
  g_signal_connect (application, "startup", G_CALLBACK (startup_cb), NULL);
  g_signal_connect_swapped (application, "window-added", G_CALLBACK (window_added_cb), &bench);
  return g_application_run (G_APPLICATION (application), 0, NULL);
}

/* The run. */

/* One process of @mode; its times count from its beginning. */
static void
measure_once (const char *self,
              const char *mode,
              const char *path,
              Measure    *best)
{
  const char *arguments[] = { self, mode, path, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  Measure measure = { 0 };
  double began = now ();
  int status = 0;

  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error)
      || !g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s", mode, error->message);
  if (sscanf (output, "%lf %lf %lf %lf %lf %lf %lf", &measure.usable_at, &measure.processor, &measure.memory,
              &measure.memory_later, &measure.calm_frame, &measure.frame, &measure.late_frame) != 7)
    g_error ("%s said: %s", mode, output);
  measure.usable_at -= began;
  best->usable_at = MIN (best->usable_at, measure.usable_at);
  best->processor = MIN (best->processor, measure.processor);
  best->memory = MIN (best->memory, measure.memory);
  best->memory_later = MIN (best->memory_later, measure.memory_later);
  best->calm_frame = MIN (best->calm_frame, measure.calm_frame);
  best->frame = MIN (best->frame, measure.frame);
  best->late_frame = MIN (best->late_frame, measure.late_frame);
}

static const Measure unmeasured = {
  G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE
};

static void
report_memory (const char *what,
               double      memory,
               double      floor)
{
  g_print ("%-40s %10.1f MB %8.2f x floor, %.1f MB\n", what, memory, memory / floor, floor);
}

static void
report_empty (const char *what,
              double      seconds,
              double      empty)
{
  g_print ("%-40s %10.3f ms %8.2f x as long\n", what, empty * 1e3, seconds / empty);
}

int
main (int    argc,
      char **argv)
{
  Measure empty = unmeasured, list = unmeasured, program = unmeasured;
  gboolean good;

  if (argc == 3 && g_str_equal (argv[1], "--program"))
    return run_program (argv[2]);
  if (argc == 3)
    return run_floor (g_str_equal (argv[1], "--list"));

  /* In turn, so that what else the machine does is shared fairly. */
  for (int i = 0; i < ROUNDS; i++)
    {
      measure_once (argv[0], "--empty", argv[1], &empty);
      measure_once (argv[0], "--list", argv[1], &list);
      measure_once (argv[0], "--program", argv[1], &program);
    }
  report_empty ("an empty window, to a bare list", list.usable_at, empty.usable_at);
  report_empty ("an empty window, to the program", program.usable_at, empty.usable_at);
  g_print ("%-40s %10.3f ms\n", "floor: a bare list, first frame", list.usable_at * 1e3);
  good = bench_report ("first usable frame", program.usable_at, list.usable_at, 5);
  g_print ("%-40s %10.3f ms\n", "floor: processor time of a bare list", list.processor * 1e3);
  good &= bench_report ("processor time until then", program.processor, list.processor, 4);
  report_memory ("memory of a bare list, to an empty window", list.memory, empty.memory);
  report_memory ("memory at the first usable frame", program.memory, list.memory);
  report_memory ("memory after scrolling", program.memory_later, list.memory_later);
  g_print ("%-40s %10.3f ms\n", "floor: a frame of scrolling a bare list", list.frame * 1e3);
  good &= bench_report ("a frame of scrolling, median", program.frame, list.frame, 4);
  good &= bench_report ("a frame of scrolling, 95 in 100", program.late_frame, list.late_frame, 10);
  good &= bench_report ("a frame after the first, 95 in 100", program.calm_frame, list.frame, 30);
  g_print ("targets: first usable frame, processor time and memory 2 x the bare list, a frame 16 ms\n");
  return good ? 0 : 1;
}
