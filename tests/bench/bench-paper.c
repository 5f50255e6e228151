/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a service plan takes, alone and as one of a hundred, against a
 * bare Pango and Cairo loop that draws the same text in the same fonts with no
 * table, tags or outline. That loop hands Cairo the whole fonts, as everybody
 * does; a paper hands it trimmed ones, and may so take less than its floor. */
#include <cairo-pdf.h>

#include "bench.h"
#include "steward-fonts-private.h"
#include "steward-paper.h"

#define N_ROUNDS 40
#define N_PLANS 100
/* Far above what is seen (0.5): the table, the tags and the outline must not
 * cost more than the fonts. */
#define BOUND 1.5
#define LINES_PER_PAGE 44

static cairo_status_t
count_bytes (void                *closure,
             const unsigned char *data,
             unsigned int         length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

/* A third of the boxes of the form gives a plan of three pages; which ones,
 * and so what is printed, differs with @seed. */
static void
tick_some (StewardProject *project,
           guint           seed)
{
  GPtrArray *parts = steward_pack_get_parts (steward_project_get_pack (project));
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  for (guint i = 0; i < parts->len; i++)
    {
      const StewardPart *part = g_ptr_array_index (parts, i);

      for (guint j = 0; j < part->groups->len; j++)
        {
          const StewardGroup *group = g_ptr_array_index (part->groups, j);

          for (guint k = 0; k < group->boxes->len; k++)
            {
              const StewardBox *box = g_ptr_array_index (group->boxes, k);

              if (box->kind != STEWARD_BOX_BLANK && g_rand_int_range (random, 0, 3) == 0)
                steward_project_set_tick (project, box->id, TRUE, "试验", "2026-08-12T09:00:00");
            }
        }
    }
}

/* The lines a reader sees, for the floor to draw. */
static char **
read_lines (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "steward-bench-paper.pdf", NULL);
  const char *argv[] = { "pdftotext", "-raw", "-nopgbrk", path, "-", NULL };
  g_autofree char *text = NULL;

  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_strsplit (text, "\n", -1);
}

/* The faces of the form in about its shares: mostly what was filled in. */
static gsize
draw_bare (char **lines)
{
  g_autoptr (StewardFonts) fonts = steward_fonts_new ();
  gsize n_bytes = 0;
  cairo_surface_t *surface =
    cairo_pdf_surface_create_for_stream (count_bytes, &n_bytes, 595.28, 841.89);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      StewardFace face = i == 1 ? STEWARD_FACE_TITLE : i % 12 == 0 ? STEWARD_FACE_HEAD
                         : i % 12 == 6 ? STEWARD_FACE_BODY : STEWARD_FACE_FILLED;
      g_autoptr (PangoLayout) layout = pango_layout_new (steward_fonts_get_context (fonts));
      g_autoptr (PangoFontDescription) font = steward_fonts_describe (fonts, face, 10.5);

      pango_layout_set_font_description (layout, font);
      pango_layout_set_text (layout, lines[i], -1);
      cairo_move_to (cr, 60, 60 + 16 * (i % LINES_PER_PAGE));
      pango_cairo_show_layout (cr, layout);
      if (i % LINES_PER_PAGE == LINES_PER_PAGE - 1)
        cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return n_bytes;
}

static GBytes *
render (const StewardSchedule *schedule)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = steward_paper_render (STEWARD_PAPER_SERVICE_PLAN, schedule, NULL, NULL, &error);

  g_assert_no_error (error);
  return pdf;
}

static gint64
draw_plan (gpointer data)
{
  g_autoptr (GBytes) pdf = render (data);

  return (gint64) g_bytes_get_size (pdf);
}

/* Of schedules that all differ. */
static gint64
draw_plans (gpointer data)
{
  GPtrArray *schedules = data;
  gint64 n_bytes = 0;

  for (guint i = 0; i < schedules->len; i++)
    n_bytes += draw_plan (g_ptr_array_index (schedules, i));
  return n_bytes;
}

static gint64
draw_lines (gpointer data)
{
  return (gint64) draw_bare (data);
}

static gint64
draw_all_lines (gpointer data)
{
  gint64 n_bytes = 0;

  for (guint i = 0; i < N_PLANS; i++)
    n_bytes += draw_lines (data);
  return n_bytes;
}

static GPtrArray *
make_schedules (StewardPack     *pack,
                StewardCalendar *calendar)
{
  GPtrArray *schedules = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_schedule_free);

  for (guint i = 0; i < N_PLANS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (StewardProject) project = steward_project_new (pack);

      tick_some (project, i);
      g_ptr_array_add (schedules,
                       steward_schedule_new (project, calendar, steward_day_from_ymd (2026, 8, 12), &error));
      g_assert_no_error (error);
    }
  return schedules;
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardPack) pack = steward_pack_library_load ("jincheng-2022", &error);
  g_autoptr (StewardCalendar) calendar = steward_calendar_new_official ();
  g_autoptr (GPtrArray) schedules = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_auto (GStrv) lines = NULL;
  double plan, bare, first;
  gboolean good;

  g_assert_no_error (error);
  schedules = make_schedules (pack, calendar);
  first = bench_measure (draw_plan, schedules->pdata[0], 1);
  pdf = render (schedules->pdata[0]);
  lines = read_lines (pdf);
  bare = bench_measure (draw_lines, lines, N_ROUNDS);
  plan = bench_measure (draw_plan, schedules->pdata[0], N_ROUNDS);
  good = bench_report ("service plan of three pages", plan, bare, BOUND);
  g_print ("  %.0f kB; the first of the process, which looks for the fonts: %.0f ms\n",
           g_bytes_get_size (pdf) / 1e3, first * 1e3);
  bare = bench_measure (draw_all_lines, lines, 2);
  plan = bench_measure (draw_plans, schedules, 2);
  good &= bench_report ("a hundred different service plans", plan, bare, BOUND);
  return good ? 0 : 1;
}
