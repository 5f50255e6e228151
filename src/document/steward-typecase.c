/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-typecase-private.h"

#include <cairo-ft.h>

#include "steward-run.h"
#include "steward-trim-private.h"

/* One font of the document, in all its sizes. */
typedef struct
{
  hb_face_t          *font;
  hb_set_t           *glyphs;
  cairo_font_face_t  *face;     /* trimmed; NULL: drawn as it is */
  hb_map_t           *trimmed;
} Font;

struct _StewardTypecase
{
  GHashTable *fonts;            /* hb_face_t to Font; NULL: drawn as it is */
  gboolean    trimmed;
};

static void
font_free (gpointer data)
{
  Font *font = data;

  if (font == NULL)
    return;
  g_clear_pointer (&font->face, cairo_font_face_destroy);
  hb_map_destroy (font->trimmed);
  hb_set_destroy (font->glyphs);
  hb_face_destroy (font->font);
  g_free (font);
}

StewardTypecase *
steward_typecase_new (void)
{
  StewardTypecase *self = g_new0 (StewardTypecase, 1);

  self->fonts = g_hash_table_new_full (NULL, NULL, NULL, font_free);
  return self;
}

void
steward_typecase_free (StewardTypecase *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->fonts);
  g_free (self);
}

/* A font Cairo slants or thickens by itself is more than its file, which
 * another font of the document may be made of as it is. */
static gboolean
is_plain (PangoFont *font)
{
  cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font));
  cairo_font_face_t *face = scaled != NULL ? cairo_scaled_font_get_font_face (scaled) : NULL;
  cairo_matrix_t matrix;

  if (face == NULL || cairo_font_face_get_type (face) != CAIRO_FONT_TYPE_FT || cairo_ft_font_face_get_synthesize (face) != 0)
    return FALSE;
  cairo_scaled_font_get_font_matrix (scaled, &matrix);
  return matrix.xy == 0 && matrix.yx == 0;
}

static Font *
get_font (StewardTypecase *self,
          PangoFont       *font)
{
  hb_face_t *face;
  gpointer found = NULL;

  if (!is_plain (font))
    return NULL;
  face = hb_font_get_face (pango_font_get_hb_font (font));
  if (!g_hash_table_lookup_extended (self->fonts, face, NULL, &found))
    {
      Font *made = NULL;

      if (steward_trim_is_useful (face))
        {
          made = g_new0 (Font, 1);
          made->font = hb_face_reference (face);
          made->glyphs = hb_set_create ();
        }
      g_hash_table_insert (self->fonts, face, made);
      found = made;
    }
  return found;
}

void
steward_typecase_add_line (StewardTypecase *self,
                           PangoLayoutLine *line)
{
  g_return_if_fail (self != NULL && line != NULL && !self->trimmed);

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      const PangoGlyphItem *run = l->data;
      Font *font = get_font (self, run->item->analysis.font);

      for (int i = 0; font != NULL && i < run->glyphs->num_glyphs; i++)
        if (run->glyphs->glyphs[i].glyph < PANGO_GLYPH_EMPTY)
          hb_set_add (font->glyphs, run->glyphs->glyphs[i].glyph);
    }
}

/* The map of this thread's fonts keeps the trimmed ones. */
static void
trim_all (StewardTypecase *self)
{
  GHashTableIter iter;
  gpointer value;

  self->trimmed = TRUE;
  g_hash_table_iter_init (&iter, self->fonts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Font *font = value;
      const StewardTrim *trim = font == NULL ? NULL
                                : steward_trim_lookup (G_OBJECT (pango_cairo_font_map_get_default ()), font->font, font->glyphs);

      if (trim == NULL)
        continue;
      font->face = cairo_font_face_reference (trim->face);
      font->trimmed = hb_map_reference (trim->glyphs);
    }
}

static void
exchange_font (StewardRun *run,
               const Font *font)
{
  cairo_matrix_t matrix, ctm;
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_scaled_font_get_font_matrix (run->font, &matrix);
  cairo_scaled_font_get_ctm (run->font, &ctm);
  cairo_scaled_font_get_font_options (run->font, options);
  cairo_scaled_font_destroy (run->font);
  run->font = cairo_scaled_font_create (font->face, &matrix, &ctm, options);
  cairo_font_options_destroy (options);
  for (int i = 0; i < run->n_glyphs; i++)
    run->glyphs[i].index = hb_map_get (font->trimmed, run->glyphs[i].index);
}

/* Pango draws a box for a character that no font has; it is no glyph. */
static gboolean
has_boxes (const PangoLayoutLine *line)
{
  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      const PangoGlyphItem *run = l->data;

      for (int i = 0; i < run->glyphs->num_glyphs; i++)
        if (run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG)
          return TRUE;
    }
  return FALSE;
}

void
steward_typecase_draw_line (StewardTypecase *self,
                            PangoLayoutLine *line,
                            cairo_t         *cr,
                            double           x,
                            double           y)
{
  g_return_if_fail (self != NULL && line != NULL);

  if (!self->trimmed)
    trim_all (self);
  cairo_move_to (cr, x, y);
  if (has_boxes (line))
    {
      pango_cairo_show_layout_line (cr, line);
      cairo_new_path (cr);
      return;
    }
  /* Cairo rounds the point, and Pango would draw from there. */
  cairo_get_current_point (cr, &x, &y);
  cairo_new_path (cr);
  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *item = l->data;
      const Font *font = get_font (self, item->item->analysis.font);
      StewardRun run;

      x = steward_run_init (&run, item, pango_layout_get_text (line->layout), x, y);
      if (font != NULL && font->face != NULL)
        exchange_font (&run, font);
      steward_run_draw (&run, cr, 0, 0);
      steward_run_clear (&run);
    }
}
