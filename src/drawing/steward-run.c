/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-run.h"

/* Runs up to this length are moved on the stack. */
#define SHORT_RUN 64

static double
take_glyphs (StewardRun           *self,
             const PangoGlyphItem *item,
             double                x,
             double                y)
{
  self->glyphs = g_new (cairo_glyph_t, item->glyphs->num_glyphs);
  for (int i = 0; i < item->glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &item->glyphs->glyphs[i];

      if (info->glyph != PANGO_GLYPH_EMPTY)
        self->glyphs[self->n_glyphs++] = (cairo_glyph_t) { info->glyph, x + info->geometry.x_offset / (double) PANGO_SCALE,
                                                           y + info->geometry.y_offset / (double) PANGO_SCALE };
      x += info->geometry.width / (double) PANGO_SCALE;
    }
  return x;
}

static void
take_clusters (StewardRun     *self,
               PangoGlyphItem *item,
               const char     *text)
{
  PangoGlyphItemIter at;
  gboolean backward = item->item->analysis.level % 2 != 0;

  self->flags = backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0;
  self->text = g_strndup (text + item->item->offset, item->item->length);
  self->clusters = g_new (cairo_text_cluster_t, item->glyphs->num_glyphs);
  for (gboolean more = pango_glyph_item_iter_init_start (&at, item, text); more;
       more = pango_glyph_item_iter_next_cluster (&at))
    {
      int first = backward ? at.end_glyph + 1 : at.start_glyph;
      int end = backward ? at.start_glyph + 1 : at.end_glyph;
      cairo_text_cluster_t cluster = { at.end_index - at.start_index, 0 };

      for (int i = first; i < end; i++)
        cluster.num_glyphs += item->glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY;
      self->clusters[self->n_clusters++] = cluster;
    }
}

double
steward_run_init (StewardRun     *self,
                  PangoGlyphItem *item,
                  const char     *text,
                  double          x,
                  double          y)
{
  cairo_scaled_font_t *font = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (item->item->analysis.font));

  *self = (StewardRun) { .font = cairo_scaled_font_reference (font) };
  take_clusters (self, item, text);
  x = take_glyphs (self, item, x + item->start_x_offset / (double) PANGO_SCALE, y - item->y_offset / (double) PANGO_SCALE);
  return x + item->end_x_offset / (double) PANGO_SCALE;
}

void
steward_run_clear (StewardRun *self)
{
  g_clear_pointer (&self->font, cairo_scaled_font_destroy);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->glyphs, g_free);
  g_clear_pointer (&self->clusters, g_free);
}

static void
draw (const StewardRun *self,
      cairo_t          *cr,
      double            x,
      double            y,
      gboolean          outlines)
{
  cairo_glyph_t few[SHORT_RUN];
  cairo_glyph_t *moved = self->n_glyphs <= SHORT_RUN ? few : g_new (cairo_glyph_t, self->n_glyphs);

  for (int i = 0; i < self->n_glyphs; i++)
    moved[i] = (cairo_glyph_t) { self->glyphs[i].index, self->glyphs[i].x + x, self->glyphs[i].y + y };
  cairo_set_scaled_font (cr, self->font);
  if (outlines)
    {
      cairo_new_path (cr);
      cairo_glyph_path (cr, moved, self->n_glyphs);
      cairo_fill (cr);
    }
  else if (self->n_glyphs > 0)
    cairo_show_text_glyphs (cr, self->text, -1, moved, self->n_glyphs, self->clusters, self->n_clusters, self->flags);
  if (moved != few)
    g_free (moved);
}

void
steward_run_draw (const StewardRun *self,
                  cairo_t          *cr,
                  double            x,
                  double            y)
{
  draw (self, cr, x, y, FALSE);
}

void
steward_run_draw_outlines (const StewardRun *self,
                           cairo_t          *cr,
                           double            x,
                           double            y)
{
  draw (self, cr, x, y, TRUE);
}
