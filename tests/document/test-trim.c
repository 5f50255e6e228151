/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fonts trimmed to some of their glyphs. */
#include <string.h>

#include <pango/pangocairo.h>

#include "steward-trim-private.h"

#define WORDS "项目服务方案"
#define SIDE 400

typedef struct
{
  PangoContext *context;
  PangoFont    *font;
  hb_font_t    *hb;
  hb_face_t    *face;
  hb_set_t     *glyphs;
} Fixture;

static void
add_glyphs (Fixture    *fixture,
            const char *words)
{
  for (const char *c = words; *c != '\0'; c = g_utf8_next_char (c))
    {
      hb_codepoint_t glyph = 0;

      g_assert_true (hb_font_get_nominal_glyph (fixture->hb, g_utf8_get_char (c), &glyph));
      hb_set_add (fixture->glyphs, glyph);
    }
}

static void
set_up (Fixture       *fixture,
        gconstpointer  family)
{
  g_autoptr (PangoFontDescription) wanted = pango_font_description_from_string (family);

  fixture->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_font_description_set_absolute_size (wanted, 48 * PANGO_SCALE);
  fixture->font = pango_context_load_font (fixture->context, wanted);
  fixture->hb = pango_font_get_hb_font (fixture->font);
  fixture->face = hb_font_get_face (fixture->hb);
  fixture->glyphs = hb_set_create ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  hb_set_destroy (fixture->glyphs);
  g_object_unref (fixture->font);
  g_object_unref (fixture->context);
}

static const StewardTrim *
trim (Fixture *fixture)
{
  return steward_trim_lookup (G_OBJECT (fixture->context), fixture->face, fixture->glyphs);
}

/* All glyphs one below the other; with @map NULL as they are. */
static cairo_surface_t *
draw (Fixture           *fixture,
      cairo_font_face_t *face,
      const hb_map_t    *map)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);
  cairo_font_options_t *options = cairo_font_options_create ();
  hb_codepoint_t glyph = HB_SET_VALUE_INVALID;

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_set_font_face (cr, face);
  cairo_set_font_options (cr, options);
  cairo_set_font_size (cr, 48);
  for (double y = 60; hb_set_next (fixture->glyphs, &glyph); y += 60)
    cairo_show_glyphs (cr, &(cairo_glyph_t) { map != NULL ? hb_map_get (map, glyph) : glyph, 60, y }, 1);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_font_options_destroy (options);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
test_looks_the_same (Fixture       *fixture,
                     gconstpointer  data)
{
  const StewardTrim *trimmed;
  cairo_surface_t *whole, *part;
  const guint8 *a, *b;
  gsize size;

  g_assert_true (steward_trim_is_useful (fixture->face));
  add_glyphs (fixture, WORDS);
  trimmed = trim (fixture);
  g_assert_nonnull (trimmed);
  whole = draw (fixture, cairo_scaled_font_get_font_face (pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (fixture->font))),
                NULL);
  part = draw (fixture, trimmed->face, trimmed->glyphs);
  a = cairo_image_surface_get_data (whole);
  b = cairo_image_surface_get_data (part);
  size = (gsize) cairo_image_surface_get_stride (whole) * SIDE;
  g_assert_cmpmem (a, size, b, size);
  g_assert_nonnull (memchr (a, 255, size));
  cairo_surface_destroy (whole);
  cairo_surface_destroy (part);
}

static void
test_is_kept (Fixture       *fixture,
              gconstpointer  data)
{
  cairo_font_face_t *first, *other;

  add_glyphs (fixture, WORDS);
  first = trim (fixture)->face;
  g_assert_true (trim (fixture)->face == first);
  add_glyphs (fixture, "表");
  other = trim (fixture)->face;
  g_assert_true (other != first);
  g_assert_true (trim (fixture)->face == other);
}

/* The oldest ones go, and the font in use stays whole. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  cairo_font_face_t *first;

  add_glyphs (fixture, WORDS);
  first = cairo_font_face_reference (trim (fixture)->face);
  for (gunichar c = 0x4e00; c < 0x4e00 + 70; c++)
    {
      char word[7] = "";

      g_unichar_to_utf8 (c, word);
      add_glyphs (fixture, word);
      g_assert_nonnull (trim (fixture));
    }
  g_assert_cmpint (cairo_font_face_status (first), ==, CAIRO_STATUS_SUCCESS);
  cairo_font_face_destroy (first);
}

/* Cairo takes these glyph by glyph. */
static void
test_not_useful (Fixture       *fixture,
                 gconstpointer  data)
{
  g_assert_false (steward_trim_is_useful (fixture->face));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, family, function) g_test_add (path, Fixture, family, set_up, function, tear_down)
  ADD ("/trim/looks-the-same", "Noto Serif CJK SC", test_looks_the_same);
  ADD ("/trim/is-kept", "Noto Serif CJK SC", test_is_kept);
  ADD ("/trim/old-ones-go", "Noto Sans CJK SC", test_many);
  ADD ("/trim/small-fonts-stay-whole", "DejaVu Sans", test_not_useful);
#undef ADD
  return g_test_run ();
}
