/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that is kept after it has been set looks as it did at first. */
#include <string.h>

#include "steward-lettering-private.h"

#define WIDTH 600
#define HEIGHT 80
#define FAMILIES "Noto Sans CJK SC"

static const StewardColor black = { 0, 0, 0, 1 };

/* The text drawn by @lettering, as coverage of pixels. (transfer full) */
static GBytes *
draw (StewardLettering      *lettering,
      const StewardTextSpec *spec,
      const char            *text)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  GBytes *bytes;

  steward_lettering_draw (lettering, cr, spec, text);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) cairo_image_surface_get_stride (surface) * HEIGHT);
  cairo_surface_destroy (surface);
  return bytes;
}

static gboolean
is_blank (GBytes *picture)
{
  gsize size;
  const guint8 *pixels = g_bytes_get_data (picture, &size);

  for (gsize i = 0; i < size; i++)
    if (pixels[i] != 0)
      return FALSE;
  return TRUE;
}

/* First and last column that have a mark. */
static void
find_extent (GBytes *picture,
             int    *left,
             int    *right)
{
  gsize size;
  const guint8 *pixels = g_bytes_get_data (picture, &size);
  gsize stride = size / HEIGHT;

  *left = WIDTH;
  *right = -1;
  for (int x = 0; x < WIDTH; x++)
    for (int y = 0; y < HEIGHT; y++)
      if (pixels[y * stride + x] > 64)
        {
          *left = MIN (*left, x);
          *right = x;
        }
}

static void
test_kept (void)
{
  static const struct { const char *text; double width; int lines; } cases[] = {
    { "建设工程规划许可证", 0, 1 },
    { "12 天* · 告知承诺 A3", 0, 1 },
    { "建设工程规划许可证核发", 80, 1 },
    { "建设工程规划许可证核发之后办理", 120, 2 },
    { "مشروع 项目", 0, 1 },
    { "项目\xf4\x8f\xbf\xbd号", 0, 1 },
    { "e\xcc\x81 𠮷", 0, 1 },
  };
  StewardLettering *used = steward_lettering_new (NULL, FAMILIES);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (StewardAlign align = STEWARD_ALIGN_LEFT; align <= STEWARD_ALIGN_RIGHT; align++)
      {
        StewardLettering *fresh = steward_lettering_new (NULL, FAMILIES);
        StewardTextSpec spec = { .x = 20, .y = 40, .width = cases[i].width, .size = 16, .lines = cases[i].lines,
                                 .align = cases[i].width > 0 ? align : STEWARD_ALIGN_LEFT, .color = &black };
        g_autoptr (GBytes) first = draw (fresh, &spec, cases[i].text);
        g_autoptr (GBytes) set = draw (used, &spec, cases[i].text);
        g_autoptr (GBytes) again = draw (used, &spec, cases[i].text);

        g_assert_false (is_blank (first));
        g_assert_true (g_bytes_equal (first, set));
        g_assert_true (g_bytes_equal (first, again));
        steward_lettering_free (fresh);
      }
  steward_lettering_free (used);
}

/* The text at a scale, set for that scale or for another one. (transfer full) */
static GBytes *
draw_scaled (StewardLettering *kept,
             double            scale)
{
  const StewardTextSpec spec = { .x = 20, .y = 20, .size = 14, .width = 150, .lines = 2, .color = &black };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  StewardLettering *lettering = kept;
  GBytes *bytes;

  cairo_scale (cr, scale, scale);
  if (kept == NULL)
    lettering = steward_lettering_new (cr, FAMILIES);
  steward_lettering_draw (lettering, cr, &spec, "建设工程规划许可证核发 A3");
  if (kept == NULL)
    steward_lettering_free (lettering);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) cairo_image_surface_get_stride (surface) * HEIGHT);
  cairo_surface_destroy (surface);
  return bytes;
}

/* A drawing keeps its letters while it is zoomed. */
static void
test_scaled (void)
{
  static const double scales[] = { 1, 0.72, 1.44, 3.1, 1 };
  StewardLettering *kept = steward_lettering_new (NULL, FAMILIES);

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr (GBytes) fresh = draw_scaled (NULL, scales[i]);
      g_autoptr (GBytes) again = draw_scaled (kept, scales[i]);

      g_assert_false (is_blank (fresh));
      g_assert_true (g_bytes_equal (fresh, again));
    }
  steward_lettering_free (kept);
}

/* More different texts than are kept. */
static void
test_many (void)
{
  StewardLettering *lettering = steward_lettering_new (NULL, FAMILIES);
  const StewardTextSpec spec = { .x = 20, .y = 40, .size = 16, .color = &black };
  g_autoptr (GBytes) first = draw (lettering, &spec, "第0项");
  g_autoptr (GBytes) again = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  for (int i = 1; i < 10000; i++)
    {
      g_autofree char *text = g_strdup_printf ("第%d项", i);

      steward_lettering_draw (lettering, cr, &spec, text);
    }
  again = draw (lettering, &spec, "第0项");
  g_assert_true (g_bytes_equal (first, again));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  steward_lettering_free (lettering);
}

static void
test_aligned (void)
{
  StewardLettering *lettering = steward_lettering_new (NULL, FAMILIES);
  StewardTextSpec spec = { .x = 100, .y = 40, .width = 400, .size = 20, .color = &black };
  int lefts[3], rights[3];

  for (StewardAlign align = STEWARD_ALIGN_LEFT; align <= STEWARD_ALIGN_RIGHT; align++)
    {
      g_autoptr (GBytes) picture = NULL;

      spec.align = align;
      picture = draw (lettering, &spec, "国国");
      find_extent (picture, &lefts[align], &rights[align]);
    }
  g_assert_cmpint (ABS (lefts[STEWARD_ALIGN_LEFT] - 101), <=, 2);
  g_assert_cmpint (ABS (lefts[STEWARD_ALIGN_CENTER] - 281), <=, 2);
  g_assert_cmpint (ABS (rights[STEWARD_ALIGN_RIGHT] - 498), <=, 2);
  steward_lettering_free (lettering);
}

static void
test_measure (void)
{
  StewardLettering *lettering = steward_lettering_new (NULL, FAMILIES);

  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpfloat_with_epsilon (steward_lettering_measure (lettering, STEWARD_WEIGHT_NORMAL, "国家"), 2, 0.01);
      g_assert_cmpfloat_with_epsilon (steward_lettering_measure (lettering, STEWARD_WEIGHT_NORMAL, "国家项目"), 4, 0.01);
      g_assert_cmpfloat (steward_lettering_measure (lettering, STEWARD_WEIGHT_BOLD, "x"), >, 0.3);
      g_assert_cmpfloat (steward_lettering_measure (lettering, STEWARD_WEIGHT_BOLD, "\xf4\x8f\xbf\xbd"), >, 0);
    }
  g_assert_cmpfloat (steward_lettering_measure (lettering, STEWARD_WEIGHT_NORMAL, NULL), ==, 0);
  g_assert_cmpfloat (steward_lettering_measure (lettering, STEWARD_WEIGHT_NORMAL, ""), ==, 0);
  steward_lettering_free (lettering);
}

/* Middle of what is drawn in the columns from @first to before @end. */
static double
find_middle (GBytes *picture,
             int     first,
             int     end)
{
  gsize size;
  const guint8 *pixels = g_bytes_get_data (picture, &size);
  gsize stride = size / HEIGHT;
  double weight = 0, sum = 0;

  for (int x = first; x < end; x++)
    for (int y = 0; y < HEIGHT; y++)
      {
        weight += pixels[y * stride + x];
        sum += pixels[y * stride + x] * (x + 0.5);
      }
  g_assert_cmpfloat (weight, >, 0);
  return sum / weight;
}

/* At a size that is no whole number of pixels, as in a picture that was made
 * to measure. */
static void
test_outlines (void)
{
  const StewardTextSpec spec = { .y = 40, .size = 9.4, .color = &black };
  StewardLettering *lettering = steward_lettering_new (NULL, FAMILIES);
  double widest = 0, narrowest = WIDTH, before = 0;
  g_autoptr (GBytes) picture = NULL;

  steward_lettering_set_outlines (lettering, TRUE);
  picture = draw (lettering, &spec, "田田田田田田田田田田");
  for (int i = 0; i < 10; i++)
    {
      double middle = find_middle (picture, (int) (i * spec.size + 0.5), (int) ((i + 1) * spec.size + 0.5));

      if (i > 0)
        {
          widest = MAX (widest, middle - before);
          narrowest = MIN (narrowest, middle - before);
        }
      before = middle;
    }
  g_assert_cmpfloat (widest - narrowest, <, 0.25);
  steward_lettering_free (lettering);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lettering/kept-text-looks-the-same", test_kept);
  g_test_add_func ("/lettering/a-scale-does-not-matter", test_scaled);
  g_test_add_func ("/lettering/more-texts-than-are-kept", test_many);
  g_test_add_func ("/lettering/is-aligned", test_aligned);
  g_test_add_func ("/lettering/is-measured", test_measure);
  g_test_add_func ("/lettering/outlines-stand-evenly", test_outlines);
  return g_test_run ();
}
