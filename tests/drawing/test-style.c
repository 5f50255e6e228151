/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "steward-flowchart-private.h"

/* The table of colours: what has to be read can be read, what has to be told
 * apart can be told apart, on every style, by everybody. */

#define TEXT  4.5
#define SHAPE 3.0

static const char * const kinds[] = { "light", "dark", "contrast", "grey" };

static double
linear (double part)
{
  return part <= 0.03928 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
luminance (const StewardColor *color)
{
  return 0.2126 * linear (color->red) + 0.7152 * linear (color->green) + 0.0722 * linear (color->blue);
}

static double
contrast (const StewardColor *a,
          const StewardColor *b)
{
  double one = luminance (a) + 0.05, two = luminance (b) + 0.05;

  return MAX (one, two) / MIN (one, two);
}

static void
assert_contrast (int                 kind,
                 const char         *what,
                 const StewardColor *color,
                 const StewardColor *ground,
                 double              least)
{
  if (contrast (color, ground) < least)
    g_error ("%s: %s has a contrast of %.2f", kinds[kind], what, contrast (color, ground));
}

static void
test_contrast (void)
{
  for (int kind = STEWARD_STYLE_LIGHT; kind <= STEWARD_STYLE_GREY; kind++)
    {
      const StewardStyle *style = steward_style_get (kind);
      const StewardColor *grounds[] = { &style->paper, &style->card, &style->band, &style->rest, &style->holiday,
                                        &style->make_up };
      const StewardColor *chips[] = { &style->commitment, &style->deferral, &style->today };
      const struct { const char *name; const StewardColor *color; } shapes[] = {
        { "plan_line", &style->plan_line }, { "critical", &style->critical }, { "due", &style->due },
        { "today", &style->today }, { "accent", &style->accent }, { "node", &style->commitment },
      };

      for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
        {
          StewardColor faint = steward_color_mix (&style->dim, &style->paper, 0.25);

          assert_contrast (kind, "text", &style->text, grounds[i], TEXT);
          assert_contrast (kind, "dim", &style->dim, grounds[i], TEXT);
          for (guint light = 0; light < G_N_ELEMENTS (style->lights); light++)
            assert_contrast (kind, steward_light_to_word (light), &style->lights[light], grounds[i], SHAPE);
          for (guint j = 0; j < G_N_ELEMENTS (shapes); j++)
            assert_contrast (kind, shapes[j].name, shapes[j].color, grounds[i], SHAPE);
          /* The baseline, on the days it lies on. */
          assert_contrast (kind, "baseline", &faint, grounds[i], 2.5);
        }
      /* Titles of the main flow, and what stands on a chip. */
      assert_contrast (kind, "accent", &style->accent, &style->card, TEXT);
      for (guint i = 0; i < G_N_ELEMENTS (chips); i++)
        assert_contrast (kind, "letters on a chip", &style->paper, chips[i], TEXT);
    }
}

/* The flowchart mixes colours: the tint of the main flow and of its frame, of an
 * activity, of every other row of bureaus. All that stands on them is read. */
static void
test_contrast_on_tints (void)
{
  for (int kind = STEWARD_STYLE_LIGHT; kind <= STEWARD_STYLE_GREY; kind++)
    {
      const StewardStyle *style = steward_style_get (kind);
      StewardColor main = steward_color_mix (&style->card, &style->accent, 0.06);
      StewardColor activity = steward_color_mix (&style->card, &style->deferral, 0.14);
      StewardColor row = steward_color_mix (&style->card, &style->band, 0.75);
      StewardColor line = steward_color_mix (&style->dim, &style->card, 0.25);
      const StewardColor *grounds[] = { &style->card, &main, &activity, &row };

      for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
        {
          assert_contrast (kind, "text on a tint", &style->text, grounds[i], TEXT);
          assert_contrast (kind, "dim on a tint", &style->dim, grounds[i], TEXT);
          assert_contrast (kind, "lines on a tint", &line, grounds[i], SHAPE);
          assert_contrast (kind, "bars on a tint", &style->text, grounds[i], SHAPE);
          assert_contrast (kind, "own links on a tint", &style->commitment, grounds[i], SHAPE);
          for (guint light = 0; light < G_N_ELEMENTS (style->lights); light++)
            assert_contrast (kind, steward_light_to_word (light), &style->lights[light], grounds[i], SHAPE);
        }
      line = steward_color_mix (&style->text, &style->card, FLOW_FADED);
      assert_contrast (kind, "faded names", &line, &style->card, SHAPE);
      assert_contrast (kind, "frame of the main flow", &style->accent, &style->card, SHAPE);
      assert_contrast (kind, "frame of an activity", &style->deferral, &style->paper, SHAPE);
    }
}

static double
count_difference (cairo_surface_t *a,
                  cairo_surface_t *b)
{
  int stride = cairo_image_surface_get_stride (a);
  double sum = 0;

  for (int y = 0; y < 24; y++)
    for (int x = 0; x < 24; x++)
      sum += ABS (cairo_image_surface_get_data (a)[y * stride + x] - cairo_image_surface_get_data (b)[y * stride + x]) / 255.0;
  return sum;
}

static cairo_surface_t *
draw_chip (const char *character,
           gboolean    filled,
           gboolean    dashed)
{
  static const StewardColor grey = { 0.3, 0.3, 0.3, 1 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 24, 24);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (StewardInk) ink = steward_ink_new (cr, steward_style_get (STEWARD_STYLE_GREY));

  steward_ink_chip (ink, character, filled ? &grey : NULL, dashed, 12, 12, 20);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Levels are outlined, modes are filled, what an office still has to confirm is
 * dashed: three kinds of marks on a printer without colours too. */
static void
test_marks_differ_by_shape (void)
{
  cairo_surface_t *marks[] = { draw_chip ("市", FALSE, FALSE), draw_chip ("市", TRUE, FALSE), draw_chip ("市", FALSE, TRUE) };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    for (guint j = 0; j < i; j++)
      {
        double difference = count_difference (marks[i], marks[j]);

        if (difference < 12)
          g_error ("marks %u and %u differ by %.1f of 576 pixels", i, j, difference);
      }
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    cairo_surface_destroy (marks[i]);
}

static cairo_surface_t *
draw_light (StewardLight light)
{
  static const StewardColor black = { 0, 0, 0, 1 };
  StewardStyle style = *steward_style_get (STEWARD_STYLE_LIGHT);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 24, 24);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (StewardInk) ink = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (style.lights); i++)
    style.lights[i] = black;
  ink = steward_ink_new (cr, &style);
  steward_ink_light (ink, light, 12, 12, 16);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Whoever sees no colours, or has a printer without them: all lights in one
 * colour still have seven shapes. */
static void
test_lights_differ_by_shape (void)
{
  cairo_surface_t *shapes[7];

  for (int i = 0; i < 7; i++)
    shapes[i] = draw_light (i);
  for (int i = 0; i < 7; i++)
    for (int j = 0; j < i; j++)
      {
        double difference = count_difference (shapes[i], shapes[j]);

        if (difference < 12)
          g_error ("%s and %s differ by %.1f of 256 pixels", steward_light_to_word (i), steward_light_to_word (j), difference);
      }
  for (int i = 0; i < 7; i++)
    cairo_surface_destroy (shapes[i]);
}

/* What is left of a colour without one kind of cones (Viénot, Brettel and
 * Mollon 1999, for those that see red or green). */
static StewardColor
simulate (const StewardColor *color,
          gboolean            red)
{
  double r = linear (color->red), g = linear (color->green), b = linear (color->blue);
  double both = red ? 0.11238 * r + 0.88762 * g : 0.29275 * r + 0.70725 * g;
  double blue = red ? 0.00401 * r - 0.00401 * g + b : -0.02234 * r + 0.02234 * g + b;

  return (StewardColor) { both, both, CLAMP (blue, 0, 1), 1 };
}

/* The two that call for somebody are also told apart by colour, by people who
 * do not see red or green, and from all that is well. */
static void
test_urgent_lights_for_colour_blind (void)
{
  static const StewardLight well[] = { STEWARD_LIGHT_DONE, STEWARD_LIGHT_GREEN };

  for (int kind = STEWARD_STYLE_LIGHT; kind <= STEWARD_STYLE_DARK; kind++)
    for (int red = 0; red <= 1; red++)
      {
        const StewardStyle *style = steward_style_get (kind);
        StewardColor late = simulate (&style->lights[STEWARD_LIGHT_RED], red);
        StewardColor soon = simulate (&style->lights[STEWARD_LIGHT_YELLOW], red);

        for (guint i = 0; i < G_N_ELEMENTS (well); i++)
          {
            StewardColor good = simulate (&style->lights[well[i]], red);
            double from_late = hypot (late.red - good.red, late.blue - good.blue);
            double from_soon = hypot (soon.red - good.red, soon.blue - good.blue);

            g_assert_cmpfloat (from_late, >, 0.05);
            g_assert_cmpfloat (from_soon, >, 0.05);
          }
      }
}

static void
test_words (void)
{
  StewardStyleKind kind = STEWARD_STYLE_LIGHT;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_assert_true (steward_style_from_word (kinds[i], &kind));
      g_assert_cmpint (kind, ==, i);
      g_assert_true (g_str_has_suffix (steward_style_get (kind)->font, "Noto Sans CJK SC"));
    }
  g_assert_false (steward_style_from_word ("sepia", &kind));
  g_assert_false (steward_style_from_word (NULL, &kind));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/style/contrast", test_contrast);
  g_test_add_func ("/style/contrast-on-tints", test_contrast_on_tints);
  g_test_add_func ("/style/marks-differ-by-shape", test_marks_differ_by_shape);
  g_test_add_func ("/style/lights-differ-by-shape", test_lights_differ_by_shape);
  g_test_add_func ("/style/urgent-lights-for-colour-blind", test_urgent_lights_for_colour_blind);
  g_test_add_func ("/style/words", test_words);
  return g_test_run ();
}
