/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gstdio.h>

#include "fixture.h"
#include "steward-error.h"
#include "steward-picture.h"

#define A3_WIDTH 1190.55
#define A3_HEIGHT 841.89

static StewardFlowchart *
flowchart (Fixture *fixture,
           double   width,
           double   height)
{
  return steward_flowchart_layout (fixture_get (fixture), &(StewardFlowchartOptions) { width, height, 0, 1 });
}

static StewardTimeline *
timeline (Fixture     *fixture,
          StewardZoom  zoom)
{
  return steward_timeline_layout (fixture_get (fixture), &(StewardTimelineOptions) { A3_WIDTH, zoom, 1, NULL, 0 });
}

/* What a reader gets out of the PDF by searching and copying. */
static char *
read_text (GBytes *pdf)
{
  g_autofree char *path = NULL;
  char *text = NULL;
  int fd = g_file_open_tmp ("steward-XXXXXX.pdf", &path, NULL);
  const char *argv[] = { "pdftotext", "-layout", path, "-", NULL };

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL));
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, NULL));
  g_unlink (path);
  return text;
}

static gboolean
can_read_text (void)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");

  if (program == NULL)
    g_test_skip ("pdftotext is not installed");
  return program != NULL;
}

static guint
count (const char *text,
       const char *word)
{
  guint n = 0;

  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    n++;
  return n;
}

static void
test_flowchart_pdf (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardFlowchart) chart = flowchart (fixture, A3_WIDTH, A3_HEIGHT);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = steward_picture_of_flowchart (chart, STEWARD_PICTURE_PDF, STEWARD_STYLE_LIGHT, A3_WIDTH,
                                                         A3_HEIGHT, 1, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_true (memcmp (g_bytes_get_data (pdf, NULL), "%PDF-1.5", 8) == 0);
  g_assert_cmpuint (g_bytes_get_size (pdf), <, 400000);
  if (!can_read_text ())
    return;
  text = read_text (pdf);
  g_assert_cmpuint (count (text, "\f"), ==, 1);
  g_assert_nonnull (strstr (text, "34 工作日"));
  g_assert_nonnull (strstr (text, "项目备案"));
  g_assert_nonnull (strstr (text, "城建档案验收"));
  g_assert_nonnull (strstr (text, "联合验收"));
  g_assert_nonnull (strstr (text, "审批结果以审批系统为准"));
}

/* At 60 % it would still not fit, so it is tiled; every page has the head
 * with its own part of the days, the labels and a number. */
static void
test_timeline_is_tiled (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardTimeline) chart = timeline (fixture, STEWARD_ZOOM_DAY);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = steward_picture_of_timeline (chart, STEWARD_PICTURE_PDF, STEWARD_STYLE_GREY, 595, 842, 1,
                                                        &error);
  g_autofree char *text = NULL;
  guint pages;

  g_assert_no_error (error);
  if (!can_read_text ())
    return;
  text = read_text (pdf);
  pages = count (text, "\f");
  g_assert_cmpuint (pages, >, 3);
  g_assert_cmpuint (count (text, "34 工作日"), ==, pages);
  g_assert_cmpuint (count (text, "第1/"), ==, 1);
  {
    g_autofree char *last = g_strdup_printf ("第%u/%u页", pages, pages);

    g_assert_nonnull (strstr (text, last));
  }
}

static void
test_timeline_on_one_page (void)
{
  g_autoptr (Fixture) fixture = fixture_new_factory ();
  g_autoptr (StewardTimeline) chart = timeline (fixture, STEWARD_ZOOM_FIT);
  g_autoptr (GBytes) pdf = steward_picture_of_timeline (chart, STEWARD_PICTURE_PDF, STEWARD_STYLE_LIGHT, A3_WIDTH,
                                                        A3_HEIGHT, 1, NULL);
  g_autofree char *text = NULL;

  g_assert_nonnull (pdf);
  if (!can_read_text ())
    return;
  text = read_text (pdf);
  g_assert_cmpuint (count (text, "\f"), ==, 1);
  g_assert_nonnull (strstr (text, "专家评审"));
  g_assert_nonnull (strstr (text, "劳动节"));
}

static void
test_flowchart_is_tiled (void)
{
  g_autoptr (Fixture) fixture = fixture_new_random (5, 12);
  g_autoptr (StewardFlowchart) chart = flowchart (fixture, 1587, 842);
  g_autoptr (GBytes) pdf = steward_picture_of_flowchart (chart, STEWARD_PICTURE_PDF, STEWARD_STYLE_LIGHT, 420, 595, 1,
                                                         NULL);
  g_autofree char *text = NULL;

  g_assert_nonnull (pdf);
  if (!can_read_text ())
    return;
  text = read_text (pdf);
  g_assert_cmpuint (count (text, "\f"), >, 1);
}

static void
test_svg_and_png (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardFlowchart) chart = flowchart (fixture, 1024, 768);
  g_autoptr (StewardTimeline) gantt = timeline (fixture, STEWARD_ZOOM_FIT);
  g_autoptr (GBytes) svg = steward_picture_of_flowchart (chart, STEWARD_PICTURE_SVG, STEWARD_STYLE_LIGHT, 0, 0, 1, NULL);
  g_autoptr (GBytes) other = steward_picture_of_timeline (gantt, STEWARD_PICTURE_SVG, STEWARD_STYLE_DARK, 0, 0, 1, NULL);
  g_autoptr (GBytes) png = steward_picture_of_flowchart (chart, STEWARD_PICTURE_PNG, STEWARD_STYLE_LIGHT, 0, 0, 2, NULL);
  const guint8 *bytes = g_bytes_get_data (png, NULL);

  g_assert_true (memcmp (g_bytes_get_data (svg, NULL), "<?xml", 5) == 0);
  g_assert_true (memcmp (g_bytes_get_data (other, NULL), "<?xml", 5) == 0);
  g_assert_true (memcmp (bytes, "\x89PNG", 4) == 0);
  g_assert_cmpint (bytes[18] << 8 | bytes[19], ==, 2048);
  g_assert_cmpint (bytes[22] << 8 | bytes[23], ==, 1536);
}

static void
test_refusals (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardTimeline) gantt = timeline (fixture, STEWARD_ZOOM_DAY);
  g_autoptr (GError) small = NULL;
  g_autoptr (GError) large = NULL;

  g_assert_null (steward_picture_of_timeline (gantt, STEWARD_PICTURE_PDF, STEWARD_STYLE_LIGHT, 100, 100, 1, &small));
  g_assert_error (small, STEWARD_ERROR, STEWARD_ERROR_RENDER);
  g_assert_null (steward_picture_of_timeline (gantt, STEWARD_PICTURE_PNG, STEWARD_STYLE_LIGHT, 0, 0, 50, &large));
  g_assert_error (large, STEWARD_ERROR, STEWARD_ERROR_RENDER);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/flowchart-pdf-can-be-searched", test_flowchart_pdf);
  g_test_add_func ("/picture/flowchart-is-tiled", test_flowchart_is_tiled);
  g_test_add_func ("/picture/timeline-is-tiled", test_timeline_is_tiled);
  g_test_add_func ("/picture/timeline-on-one-page", test_timeline_on_one_page);
  g_test_add_func ("/picture/svg-and-png", test_svg_and_png);
  g_test_add_func ("/picture/refusals", test_refusals);
  return g_test_run ();
}
