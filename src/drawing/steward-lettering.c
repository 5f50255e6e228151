/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-lettering-private.h"

#include <math.h>

#include "steward-run.h"

#define SLOTS 12
#define MEASURE_SIZE 64.0

/* Texts kept at most. They are dropped together: a drawing that has so many
 * different ones gains little from them. */
#define MOST_SETTINGS 4096

/* Half of the height of a Chinese character above its baseline: the middle
 * of a line as the eye sees it. */
#define MIDDLE 0.375

typedef struct
{
  double        size;
  StewardWeight weight;
  PangoLayout  *layout;
} Slot;

/* A text as it was set; the members down to @lines are what it is found by. */
typedef struct
{
  char          *text;
  double         size;
  double         width;
  StewardWeight  weight;
  StewardAlign   align;
  int            lines;
  GArray        *runs;
  double         extent;        /* width of its widest line */
} Setting;

struct _StewardLettering
{
  PangoContext *context;
  const char   *families;
  Slot          slots[SLOTS];
  guint         n_slots;
  gboolean      outlines;
  GHashTable   *settings;
};

static void
setting_free (gpointer data)
{
  Setting *setting = data;

  g_free (setting->text);
  g_array_unref (setting->runs);
  g_free (setting);
}

static guint
setting_hash (gconstpointer key)
{
  const Setting *setting = key;

  return g_str_hash (setting->text) ^ (guint) (setting->size * 256) ^ (guint) setting->width << 8
         ^ (guint) setting->weight << 30;
}

static gboolean
setting_equal (gconstpointer a,
               gconstpointer b)
{
  const Setting *one = a, *other = b;

  return one->size == other->size && one->width == other->width && one->weight == other->weight
         && one->align == other->align && one->lines == other->lines && g_str_equal (one->text, other->text);
}

StewardLettering *
steward_lettering_new (cairo_t    *cr,
                       const char *families)
{
  StewardLettering *self = g_new0 (StewardLettering, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  self->families = families;
  self->settings = g_hash_table_new_full (setting_hash, setting_equal, NULL, setting_free);
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (self->context, 72);
  pango_context_set_language (self->context, pango_language_from_string ("zh-cn"));
  pango_context_set_base_dir (self->context, PANGO_DIRECTION_LTR);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  if (cr != NULL)
    pango_cairo_update_context (cr, self->context);
  return self;
}

void
steward_lettering_free (StewardLettering *self)
{
  for (guint i = 0; i < self->n_slots; i++)
    g_object_unref (self->slots[i].layout);
  g_hash_table_unref (self->settings);
  g_object_unref (self->context);
  g_free (self);
}

static PangoLayout *
make_layout (StewardLettering *self,
             double            size,
             StewardWeight     weight)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, self->families);
  pango_font_description_set_weight (font, weight == STEWARD_WEIGHT_BOLD ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

/* A drawing uses a handful of sizes: one PangoLayout for each spares Pango
 * from looking the font up again for every word. */
static PangoLayout *
get_layout (StewardLettering *self,
            double            size,
            StewardWeight     weight)
{
  Slot *slot;

  for (guint i = 0; i < self->n_slots; i++)
    {
      if (self->slots[i].size == size && self->slots[i].weight == weight)
        return self->slots[i].layout;
    }
  if (self->n_slots == SLOTS)
    {
      slot = &self->slots[SLOTS - 1];
      g_object_unref (slot->layout);
    }
  else
    slot = &self->slots[self->n_slots++];
  slot->size = size;
  slot->weight = weight;
  slot->layout = make_layout (self, size, weight);
  return slot->layout;
}

void
steward_lettering_set_outlines (StewardLettering *self,
                                gboolean          outlines)
{
  self->outlines = outlines;
}

double
steward_lettering_estimate (const char *text)
{
  double width = 0;

  for (const char *c = text; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    width += g_unichar_iswide (g_utf8_get_char (c)) || g_utf8_get_char (c) >= 0x2000 ? 1.0 : 0.62;
  return width;
}

static double
take_line (GArray          *runs,
           PangoLayoutLine *line,
           double           x,
           double           y)
{
  double begin = x;

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      StewardRun run;

      x = steward_run_init (&run, l->data, pango_layout_get_text (line->layout), x, y);
      g_array_append_val (runs, run);
    }
  return x - begin;
}

/* Where line @i of @n_lines begins, from the point the text is drawn at. */
static void
place_line (const Setting   *setting,
            PangoLayoutLine *line,
            int              i,
            int              n_lines,
            double          *x,
            double          *y)
{
  PangoRectangle rectangle;

  *x = 0;
  *y = ((i - (n_lines - 1) / 2.0) * STEWARD_INK_LINE + MIDDLE) * setting->size;
  if (setting->align == STEWARD_ALIGN_LEFT)
    return;
  pango_layout_line_get_extents (line, NULL, &rectangle);
  *x = setting->width - rectangle.width / (double) PANGO_SCALE;
  if (setting->align == STEWARD_ALIGN_CENTER)
    *x /= 2;
}

static PangoLayout *
set_text (StewardLettering *self,
          const Setting    *wanted)
{
  PangoLayout *layout = get_layout (self, wanted->size, wanted->weight);
  /* Pango pays for every width it has to keep to. */
  gboolean fits = wanted->width <= 0 || steward_lettering_estimate (wanted->text) * wanted->size <= wanted->width;

  pango_layout_set_width (layout, fits ? -1 : (int) ceil (wanted->width * PANGO_SCALE));
  pango_layout_set_height (layout, -wanted->lines);
  pango_layout_set_text (layout, wanted->text, -1);
  return layout;
}

static const Setting *
keep (StewardLettering *self,
      const Setting    *wanted,
      PangoLayout      *layout)
{
  int n_lines = MIN (pango_layout_get_line_count (layout), wanted->lines);
  Setting *setting = g_memdup2 (wanted, sizeof *wanted);

  setting->text = g_strdup (wanted->text);
  setting->runs = g_array_new (FALSE, FALSE, sizeof (StewardRun));
  g_array_set_clear_func (setting->runs, (GDestroyNotify) steward_run_clear);
  for (int i = 0; i < n_lines; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      double x, y, extent;

      place_line (setting, line, i, n_lines, &x, &y);
      extent = take_line (setting->runs, line, x, y);
      setting->extent = MAX (setting->extent, extent);
    }
  if (g_hash_table_size (self->settings) >= MOST_SETTINGS)
    g_hash_table_remove_all (self->settings);
  g_hash_table_add (self->settings, setting);
  return setting;
}

/* NULL with the layout when some characters are in no font: Pango draws
 * boxes for them, which are no glyphs. */
static const Setting *
find_setting (StewardLettering  *self,
              const Setting     *wanted,
              PangoLayout      **layout)
{
  const Setting *setting = g_hash_table_lookup (self->settings, wanted);

  if (setting != NULL)
    return setting;
  *layout = set_text (self, wanted);
  return pango_layout_get_unknown_glyphs_count (*layout) > 0 ? NULL : keep (self, wanted, *layout);
}

double
steward_lettering_measure (StewardLettering *self,
                           StewardWeight     weight,
                           const char       *text)
{
  const Setting wanted = { .text = (char *) text, .size = MEASURE_SIZE, .weight = weight, .lines = 1 };
  const Setting *setting;
  PangoLayout *layout;
  PangoRectangle rectangle;

  if (text == NULL || *text == '\0')
    return 0;
  setting = find_setting (self, &wanted, &layout);
  if (setting != NULL)
    return setting->extent / MEASURE_SIZE;
  pango_layout_get_extents (layout, NULL, &rectangle);
  return rectangle.width / (double) PANGO_SCALE / MEASURE_SIZE;
}

static void
draw_with_boxes (const Setting *wanted,
                 PangoLayout   *layout,
                 cairo_t       *cr,
                 double         x,
                 double         y)
{
  int n_lines = MIN (pango_layout_get_line_count (layout), wanted->lines);

  for (int i = 0; i < n_lines; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      double dx, dy;

      place_line (wanted, line, i, n_lines, &dx, &dy);
      cairo_move_to (cr, x + dx, y + dy);
      pango_cairo_show_layout_line (cr, line);
    }
}

void
steward_lettering_draw (StewardLettering      *self,
                        cairo_t               *cr,
                        const StewardTextSpec *spec,
                        const char            *text)
{
  const Setting wanted = { (char *) text, spec->size, spec->width, spec->weight, spec->align, MAX (1, spec->lines) };
  void (*draw_run) (const StewardRun *, cairo_t *, double, double) = self->outlines ? steward_run_draw_outlines
                                                                                   : steward_run_draw;
  const Setting *setting;
  PangoLayout *layout;

  if (text == NULL || *text == '\0')
    return;
  setting = find_setting (self, &wanted, &layout);
  if (setting == NULL)
    draw_with_boxes (&wanted, layout, cr, spec->x, spec->y);
  for (guint i = 0; setting != NULL && i < setting->runs->len; i++)
    draw_run (&g_array_index (setting->runs, StewardRun, i), cr, spec->x, spec->y);
}
