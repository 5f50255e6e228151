/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * StewardTypecase:
 *
 * The characters of a document's fonts that the document uses. Cairo copies
 * the whole table of outlines of a font two times to embed some characters
 * of it, and embeds the index of all shared parts of outlines; for a Chinese
 * font that is 2 × 20 MB to copy and 90 KB to embed. It is given fonts that
 * have been trimmed to the characters of the document instead.
 */
typedef struct _StewardTypecase StewardTypecase;

StewardTypecase *steward_typecase_new       (void);
void             steward_typecase_free      (StewardTypecase *self);
/* Says that @line will be drawn; all lines before the first is drawn. */
void             steward_typecase_add_line  (StewardTypecase *self,
                                             PangoLayoutLine *line);
/* Draws @line with its baseline beginning at @x, @y. */
void             steward_typecase_draw_line (StewardTypecase *self,
                                             PangoLayoutLine *line,
                                             cairo_t         *cr,
                                             double           x,
                                             double           y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardTypecase, steward_typecase_free)

G_END_DECLS
