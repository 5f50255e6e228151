/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib-object.h>
#include <hb.h>

G_BEGIN_DECLS

/**
 * StewardTrim:
 * @face: the trimmed font
 * @glyphs: its glyph for each one of the whole font
 *
 * A font trimmed to some of its glyphs.
 */
typedef struct
{
  cairo_font_face_t *face;
  hb_map_t          *glyphs;
} StewardTrim;

/* Whether a font is worth it, and can be trimmed. */
gboolean           steward_trim_is_useful (hb_face_t       *font);
/* @font trimmed to @glyphs, or NULL when it cannot be. @owner keeps those of
 * late, because papers of one kind use mostly the same characters in their
 * printed parts. (transfer none), until the next call */
const StewardTrim *steward_trim_lookup    (GObject         *owner,
                                           hb_face_t       *font,
                                           const hb_set_t  *glyphs);

G_END_DECLS
