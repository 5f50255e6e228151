/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fixture.h"
#include "golden.h"
#include "pixels.h"
#include "steward-flowchart-private.h"
#include "steward-timeline-private.h"

/* Pictures as a few people across a room see them: the mean of each field of a
 * grid. Letters may differ by a hair from one version of a library to the next,
 * a box that is gone or has another colour may not. */

#define WIDTH   1280
#define HEIGHT   720
#define COLUMNS   64
#define ROWS      36
#define TOLERANCE 20    /* of 255 */

typedef void (*Paint) (cairo_t          *cr,
                       StewardStyleKind  style);

static char *
look (Paint            paint,
      StewardStyleKind style)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GString) text = g_string_new (NULL);

  paint (cr, style);
  cairo_destroy (cr);
  for (int row = 0; row < ROWS; row++)
    {
      for (int column = 0; column < COLUMNS; column++)
        {
          guint sum = 0, n = 0;

          for (int y = row * HEIGHT / ROWS; y < (row + 1) * HEIGHT / ROWS; y++)
            for (int x = column * WIDTH / COLUMNS; x < (column + 1) * WIDTH / COLUMNS; x++, n += 3)
              {
                guint32 pixel = get_pixel (surface, x, y);

                sum += (pixel >> 16) + (pixel >> 8 & 255) + (pixel & 255);
              }
          g_string_append_printf (text, "%02x", sum / n);
        }
      g_string_append_c (text, '\n');
    }
  cairo_surface_destroy (surface);
  g_string_truncate (text, text->len - 1);
  return g_strdup (text->str);
}

static int
read_field (const char *text,
            gsize       at)
{
  return g_ascii_xdigit_value (text[at]) * 16 + g_ascii_xdigit_value (text[at + 1]);
}

static void
compare (const char *name,
         const char *got)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "drawing", "golden", name, NULL);
  g_autofree char *want = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("STEWARD_WRITE_GOLDEN") != NULL)
    {
      golden_compare (name, got);
      return;
    }
  g_file_get_contents (path, &want, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (want), ==, strlen (got) + 1);
  for (gsize row = 0; row < ROWS; row++)
    for (gsize column = 0; column < COLUMNS; column++)
      {
        gsize at = row * (2 * COLUMNS + 1) + 2 * column;

        if (ABS (read_field (want, at) - read_field (got, at)) > TOLERANCE)
          g_error ("%s: field %" G_GSIZE_FORMAT " of line %" G_GSIZE_FORMAT " is %d, not %d", name, column, row,
                   read_field (got, at), read_field (want, at));
      }
}

static void
paint_flowchart (cairo_t                       *cr,
                 StewardStyleKind               style,
                 const StewardFlowchartOptions *options)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardFlowchart) chart = steward_flowchart_layout (fixture_get (fixture), options);

  cairo_scale (cr, WIDTH / chart->width, HEIGHT / chart->height);
  steward_flowchart_paint (chart, cr, steward_style_get (style), NULL, NULL);
}

static void
paint_stages (cairo_t          *cr,
              StewardStyleKind  style)
{
  paint_flowchart (cr, style, &(StewardFlowchartOptions) { WIDTH, HEIGHT, 0, 1 });
}

static void
paint_lanes (cairo_t          *cr,
             StewardStyleKind  style)
{
  paint_flowchart (cr, style, &(StewardFlowchartOptions) { WIDTH, HEIGHT, 0, 1, STEWARD_ARRANGE_LANES });
}

static void
paint_screen (cairo_t          *cr,
              StewardStyleKind  style)
{
  paint_flowchart (cr, style, &(StewardFlowchartOptions) { WIDTH, HEIGHT, 3, 1, STEWARD_ARRANGE_STAGES, 1 });
}

static void
paint_timeline (cairo_t          *cr,
                StewardStyleKind  style)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardTimeline) timeline = steward_timeline_layout (fixture_get (fixture),
                                                                 &(StewardTimelineOptions) { .width = WIDTH, .zoom = STEWARD_ZOOM_FIT,
                                                                                             .height = HEIGHT });

  cairo_scale (cr, WIDTH / timeline->width, HEIGHT / timeline->height);
  steward_timeline_paint (timeline, cr, steward_style_get (style), NULL, NULL);
}

static void
test_pictures (void)
{
  static const struct { const char *name; Paint paint; StewardStyleKind style; } pictures[] = {
    { "look-stages-light.txt", paint_stages, STEWARD_STYLE_LIGHT },
    { "look-stages-grey.txt", paint_stages, STEWARD_STYLE_GREY },
    { "look-lanes-dark.txt", paint_lanes, STEWARD_STYLE_DARK },
    { "look-screen-contrast.txt", paint_screen, STEWARD_STYLE_CONTRAST },
    { "look-timeline-light.txt", paint_timeline, STEWARD_STYLE_LIGHT },
    { "look-timeline-dark.txt", paint_timeline, STEWARD_STYLE_DARK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autofree char *got = look (pictures[i].paint, pictures[i].style);

      compare (pictures[i].name, got);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/look/pictures", test_pictures);
  return g_test_run ();
}
