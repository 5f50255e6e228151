/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-text-span-private.h"

#define RULE_WIDTH 0.6
#define GAP_CHARACTER 0xfffc
#define JOINT_CHARACTER 0x2060
/* Of a letter: the baseline below the middle of a line, the rule below the
 * baseline. Fixed instead of asked from a font, so that a line stands still
 * when a rare character comes from another font. */
#define BASELINE_DROP 0.38
#define RULE_DROP 0.24

struct _StewardParagraph
{
  gatomicrefcount   refs;
  StewardTextStyle  style;
  double            width;
  PangoLayout      *layout;
  GPtrArray        *lines;      /* of PangoLayoutLine, borrowed */
  GArray           *rules;      /* of StewardSpan, only RULE */
};

/* @start, @end in bytes of the text. */
static void
insert_tracking (PangoAttrList *list,
                 double         tracking,
                 gsize          start,
                 gsize          end)
{
  PangoAttribute *attribute = pango_attr_letter_spacing_new ((int) (tracking * PANGO_SCALE));

  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

static PangoAttrList *
make_attributes (const StewardText *text,
                 StewardFonts      *fonts)
{
  PangoAttrList *list = pango_attr_list_new ();

  if (text->style.tracking != 0)
    insert_tracking (list, text->style.tracking, 0, text->text->len);
  for (guint i = 0; i < text->spans->len; i++)
    {
      const StewardSpan *span = &g_array_index (text->spans, StewardSpan, i);
      PangoAttribute *attribute;

      if (span->kind == STEWARD_SPAN_RULE)
        continue;
      if (span->kind == STEWARD_SPAN_GAP)
        {
          PangoRectangle shape = { 0, -PANGO_SCALE, (int) (span->size * PANGO_SCALE / 2), PANGO_SCALE };

          attribute = pango_attr_shape_new (&shape, &shape);
          /* It is drawn as wide as it is, whatever stands between letters. */
          if (text->style.tracking != 0)
            insert_tracking (list, 0, span->start, span->end);
        }
      else
        {
          g_autoptr (PangoFontDescription) font =
            steward_fonts_describe (fonts, span->face, span->size);

          attribute = pango_attr_font_desc_new (font);
        }
      attribute->start_index = span->start;
      attribute->end_index = span->end;
      pango_attr_list_insert (list, attribute);
    }
  return list;
}

static gboolean
is_paragraph_end (const StewardParagraph *self,
                  guint                   line)
{
  const PangoLayoutLine *next;

  if (line + 1 >= self->lines->len)
    return TRUE;
  next = g_ptr_array_index (self->lines, line + 1);
  return next->is_paragraph_start;
}

static double
get_line_indent (const StewardParagraph *self,
                 const PangoLayoutLine  *line)
{
  double indent = self->style.indent * self->style.size;

  if (line->is_paragraph_start)
    return MAX (indent, 0);
  return MAX (-indent, 0);
}

static double
get_line_width (PangoLayoutLine *line)
{
  PangoRectangle logical;

  pango_layout_line_get_extents (line, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

static gboolean
is_wide (gunichar character)
{
  return character == GAP_CHARACTER || g_unichar_iswide (character)
         || (character >= 0x2010 && character <= 0x2027);
}

/* A check box or the number of a list keeps its distance from what follows,
 * so that labels stand in one line below each other. Pango draws a gap as wide
 * as its shape, whatever its glyph says, so it cannot be stretched. */
static gboolean
may_stretch (gunichar before,
             gunichar after)
{
  if (before == GAP_CHARACTER || before == JOINT_CHARACTER || after == JOINT_CHARACTER
      || before == STEWARD_BOX_OPEN || before == STEWARD_BOX_TICKED || g_unichar_isspace (before) || g_unichar_isspace (after))
    return FALSE;
  return is_wide (before) || is_wide (after);
}

/* Visits each place of @line where Chinese typesetting may add room: between
 * two characters of which one is wide. Adds @extra (Pango units) to each
 * place and returns how many there are. */
static int
stretch_line (PangoLayoutLine *line,
              const char      *text,
              int              extra)
{
  int places = 0;
  const char *line_end = text + line->start_index + line->length;

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = l->data;
      const char *start = text + run->item->offset;

      if (run->item->analysis.level % 2 != 0)
        continue;
      for (int i = 0; i < run->glyphs->num_glyphs; i++)
        {
          int cluster = run->glyphs->log_clusters[i];
          gboolean last = i + 1 == run->glyphs->num_glyphs;
          int next = last ? run->item->length : run->glyphs->log_clusters[i + 1];
          const char *end = start + next;

          if (next == cluster || end >= line_end)
            continue;
          if (!may_stretch (g_utf8_get_char (g_utf8_prev_char (end)), g_utf8_get_char (end)))
            continue;
          run->glyphs->glyphs[i].geometry.width += extra;
          places++;
        }
    }
  return places;
}

static void
justify (StewardParagraph *self)
{
  const char *text = pango_layout_get_text (self->layout);

  for (guint i = 0; i < self->lines->len; i++)
    {
      PangoLayoutLine *line = g_ptr_array_index (self->lines, i);
      double slack = self->width - self->style.inset_end * self->style.size
                     - get_line_indent (self, line) - get_line_width (line);
      int places;

      if (slack <= 0 || is_paragraph_end (self, i))
        continue;
      places = stretch_line (line, text, 0);
      /* A line left short by a long Latin word looks worse pulled apart. */
      if (places > 0 && slack / places < self->style.size * 0.4)
        stretch_line (line, text, (int) (slack * PANGO_SCALE / places));
    }
}

static void
set_layout (StewardParagraph  *self,
            const StewardText *text,
            StewardFonts      *fonts)
{
  g_autoptr (PangoFontDescription) font =
    steward_fonts_describe (fonts, self->style.face, self->style.size);
  g_autoptr (PangoAttrList) attributes = make_attributes (text, fonts);
  double room = self->width - self->style.inset_end * self->style.size;

  /* A code or a name broken over lines is not a word with a hyphen. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_font_description (self->layout, font);
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_auto_dir (self->layout, FALSE);
  pango_layout_set_text (self->layout, text->text->str, (int) text->text->len);
  if (self->style.stacked)
    {
      /* Narrower than two letters: each takes a line of its own, and marks
       * are turned as in vertical writing. The text stays what it was. */
      pango_attr_list_insert (attributes, pango_attr_font_features_new ("vert=1"));
      pango_layout_set_width (self->layout, (int) (self->style.size * 1.2 * PANGO_SCALE));
      pango_layout_set_wrap (self->layout, PANGO_WRAP_CHAR);
      return;
    }
  pango_layout_set_width (self->layout, (int) (MAX (room, self->style.size) * PANGO_SCALE));
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_indent (self->layout, (int) (self->style.indent * self->style.size * PANGO_SCALE));
}

StewardParagraph *
steward_paragraph_new (const StewardText *text,
                       StewardFonts      *fonts,
                       double             width)
{
  StewardParagraph *self = g_new0 (StewardParagraph, 1);

  g_return_val_if_fail (text != NULL && fonts != NULL, self);

  g_atomic_ref_count_init (&self->refs);
  self->style = text->style;
  self->width = width;
  self->layout = pango_layout_new (steward_fonts_get_context (fonts));
  self->lines = g_ptr_array_new ();
  self->rules = g_array_new (FALSE, FALSE, sizeof (StewardSpan));
  set_layout (self, text, fonts);
  steward_fonts_patch (fonts, self->layout);
  for (GSList *l = pango_layout_get_lines (self->layout); l != NULL; l = l->next)
    g_ptr_array_add (self->lines, l->data);
  for (guint i = 0; i < text->spans->len; i++)
    {
      const StewardSpan *span = &g_array_index (text->spans, StewardSpan, i);

      if (span->kind == STEWARD_SPAN_RULE)
        g_array_append_vals (self->rules, span, 1);
    }
  if (self->style.align == STEWARD_ALIGN_START && !self->style.stacked)
    justify (self);
  return self;
}

StewardParagraph *
steward_paragraph_ref (StewardParagraph *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
steward_paragraph_unref (StewardParagraph *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_ptr_array_unref (self->lines);
  g_array_unref (self->rules);
  g_object_unref (self->layout);
  g_free (self);
}

const StewardTextStyle *
steward_paragraph_get_style (const StewardParagraph *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->style;
}

double
steward_paragraph_get_line_width (const StewardParagraph *self,
                                  guint                   line)
{
  g_return_val_if_fail (self != NULL && line < self->lines->len, 0);

  return get_line_width (g_ptr_array_index (self->lines, line));
}

guint
steward_paragraph_get_n_lines (const StewardParagraph *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->lines->len;
}

double
steward_paragraph_get_pitch (const StewardParagraph *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->style.pitch > 0 ? self->style.pitch : self->style.size * 1.5;
}

static void
draw_rules (const StewardParagraph *self,
            PangoLayoutLine        *line,
            cairo_t                *cr,
            double                  x,
            double                  baseline)
{
  gsize line_start = (gsize) line->start_index;
  gsize line_end = line_start + (gsize) line->length;

  for (guint i = 0; i < self->rules->len; i++)
    {
      const StewardSpan *span = &g_array_index (self->rules, StewardSpan, i);
      int from, to;

      if (span->end <= line_start || span->start >= line_end)
        continue;
      pango_layout_line_index_to_x (line, (int) MAX (span->start, line_start), FALSE, &from);
      pango_layout_line_index_to_x (line, (int) MIN (span->end, line_end), FALSE, &to);
      cairo_set_line_width (cr, RULE_WIDTH);
      cairo_move_to (cr, x + (double) from / PANGO_SCALE, baseline + RULE_DROP * self->style.size);
      cairo_line_to (cr, x + (double) to / PANGO_SCALE, baseline + RULE_DROP * self->style.size);
      cairo_stroke (cr);
    }
}

void
steward_paragraph_use_line (const StewardParagraph *self,
                            guint                   index,
                            StewardTypecase        *typecase)
{
  g_return_if_fail (self != NULL && index < self->lines->len);

  steward_typecase_add_line (typecase, g_ptr_array_index (self->lines, index));
}

void
steward_paragraph_draw_line (const StewardParagraph *self,
                             guint                   index,
                             StewardTypecase        *typecase,
                             cairo_t                *cr,
                             double                  x,
                             double                  y)
{
  PangoLayoutLine *line;
  double slack, baseline;

  g_return_if_fail (self != NULL && index < self->lines->len);

  line = g_ptr_array_index (self->lines, index);
  slack = self->width - self->style.inset_end * self->style.size - get_line_width (line);
  if (self->style.stacked || self->style.align == STEWARD_ALIGN_CENTER)
    x += slack / 2;
  else if (self->style.align == STEWARD_ALIGN_END)
    x += slack;
  else
    x += get_line_indent (self, line);
  baseline = y + steward_paragraph_get_pitch (self) / 2 + BASELINE_DROP * self->style.size;
  steward_typecase_draw_line (typecase, line, cr, x, baseline);
  draw_rules (self, line, cr, x, baseline);
}
