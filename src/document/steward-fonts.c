/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-fonts-private.h"

#include <glib/gi18n-lib.h>
#include <hb.h>

/* The geta mark: printers set it where a character is missing. */
#define MISSING_MARK 0x3013

typedef struct
{
  const char  *families;        /* office fonts first, then what we install */
  guint        n_office;
  const char  *official;        /* shown to users when it is substituted */
  PangoWeight  fallback_weight; /* of a substitute, to keep the page's colour */
} FaceInfo;

static const FaceInfo faces[STEWARD_N_FACES] = {
  [STEWARD_FACE_TITLE] = { "方正小标宋简体,FZXiaoBiaoSong-B05S,Noto Serif CJK SC",
                           2, "方正小标宋简体", PANGO_WEIGHT_BOLD },
  [STEWARD_FACE_BODY] = { "仿宋_GB2312,FangSong_GB2312,FangSong,仿宋,"
                          "FandolFang R,FandolFang,Noto Serif CJK SC",
                          4, "仿宋_GB2312", PANGO_WEIGHT_NORMAL },
  [STEWARD_FACE_FILLED] = { "楷体_GB2312,KaiTi_GB2312,KaiTi,楷体,LXGW WenKai,"
                            "AR PL KaitiM GB,Noto Serif CJK SC",
                            4, "楷体_GB2312", PANGO_WEIGHT_NORMAL },
  [STEWARD_FACE_HEAD] = { "黑体,SimHei,Noto Sans CJK SC",
                          2, "黑体", PANGO_WEIGHT_MEDIUM },
  [STEWARD_FACE_FOLIO] = { "宋体,SimSun,Noto Serif CJK SC", 2, "宋体", PANGO_WEIGHT_NORMAL },
  [STEWARD_FACE_BOX] = { "DejaVu Sans", 1, "DejaVu Sans", PANGO_WEIGHT_NORMAL },
};

struct _StewardFonts
{
  PangoContext *context;
  gboolean      resolved[STEWARD_N_FACES];
  char         *substitute[STEWARD_N_FACES];
  GArray       *missing;        /* gunichar, in the order found */
};

StewardFonts *
steward_fonts_new (void)
{
  StewardFonts *self = g_new0 (StewardFonts, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_resolution (self->context, 72);
  pango_context_set_language (self->context, pango_language_from_string ("zh-cn"));
  pango_context_set_base_dir (self->context, PANGO_DIRECTION_LTR);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  self->missing = g_array_new (FALSE, FALSE, sizeof (gunichar));
  return self;
}

void
steward_fonts_free (StewardFonts *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < STEWARD_N_FACES; i++)
    g_free (self->substitute[i]);
  g_array_unref (self->missing);
  g_object_unref (self->context);
  g_free (self);
}

PangoContext *
steward_fonts_get_context (StewardFonts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->context;
}

static gboolean
is_office_font (const FaceInfo *info,
                const char     *family)
{
  g_auto (GStrv) names = g_strsplit (info->families, ",", -1);

  for (guint i = 0; i < info->n_office && names[i] != NULL; i++)
    if (g_ascii_strcasecmp (names[i], family) == 0)
      return TRUE;
  return FALSE;
}

static void
resolve_face (StewardFonts *self,
              StewardFace   face)
{
  const FaceInfo *info = &faces[face];
  g_autoptr (PangoFontDescription) wanted = pango_font_description_new ();
  g_autoptr (PangoFont) font = NULL;
  g_autoptr (PangoFontDescription) found = NULL;
  const char *family;

  self->resolved[face] = TRUE;
  pango_font_description_set_family_static (wanted, info->families);
  font = pango_context_load_font (self->context, wanted);
  if (font == NULL)
    return;
  found = pango_font_describe (font);
  family = pango_font_description_get_family (found);
  if (family != NULL && !is_office_font (info, family))
    self->substitute[face] = g_strdup (family);
}

PangoFontDescription *
steward_fonts_describe (StewardFonts *self,
                        StewardFace   face,
                        double        size)
{
  PangoFontDescription *description;

  g_return_val_if_fail (self != NULL && face < STEWARD_N_FACES, NULL);

  if (!self->resolved[face])
    resolve_face (self, face);
  description = pango_font_description_new ();
  pango_font_description_set_family_static (description, faces[face].families);
  pango_font_description_set_size (description, (int) (size * PANGO_SCALE + 0.5));
  if (self->substitute[face] != NULL)
    pango_font_description_set_weight (description, faces[face].fallback_weight);
  return description;
}

static void
remember_missing (StewardFonts *self,
                  gunichar      character)
{
  for (guint i = 0; i < self->missing->len; i++)
    if (g_array_index (self->missing, gunichar, i) == character)
      return;
  g_array_append_val (self->missing, character);
}

static void
patch_run (StewardFonts   *self,
           PangoGlyphItem *run)
{
  hb_font_t *font = NULL;

  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    {
      PangoGlyphInfo *info = &run->glyphs->glyphs[i];
      hb_codepoint_t glyph;

      if (info->glyph == PANGO_GLYPH_EMPTY || !(info->glyph & PANGO_GLYPH_UNKNOWN_FLAG))
        continue;
      remember_missing (self, info->glyph & ~PANGO_GLYPH_UNKNOWN_FLAG);
      if (font == NULL)
        font = pango_font_get_hb_font (run->item->analysis.font);
      if (hb_font_get_nominal_glyph (font, MISSING_MARK, &glyph))
        info->glyph = glyph;
    }
}

void
steward_fonts_patch (StewardFonts *self,
                     PangoLayout  *layout)
{
  g_return_if_fail (self != NULL && PANGO_IS_LAYOUT (layout));

  if (pango_layout_get_unknown_glyphs_count (layout) == 0)
    return;
  for (GSList *l = pango_layout_get_lines (layout); l != NULL; l = l->next)
    for (GSList *r = ((PangoLayoutLine *) l->data)->runs; r != NULL; r = r->next)
      patch_run (self, r->data);
}

char *
steward_fonts_get_notes (StewardFonts *self)
{
  g_autoptr (GString) notes = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < STEWARD_N_FACES; i++)
    if (self->substitute[i] != NULL)
      {
        /* Translators: both are names of fonts. */
        g_string_append_printf (notes, _("Font %s is not installed; %s is used instead."),
                                faces[i].official, self->substitute[i]);
        g_string_append_c (notes, '\n');
      }
  for (guint i = 0; i < self->missing->len; i++)
    {
      gunichar character = g_array_index (self->missing, gunichar, i);
      char utf8[7] = "";

      utf8[g_unichar_to_utf8 (character, utf8)] = '\0';
      /* Translators: a code point in hexadecimal and the character itself. */
      g_string_append_printf (notes, _("No font has the character U+%04X %s; 〓 is printed."),
                              character, utf8);
      g_string_append_c (notes, '\n');
    }
  if (notes->len == 0)
    return NULL;
  g_string_truncate (notes, notes->len - 1);
  return g_string_free (g_steal_pointer (&notes), FALSE);
}
