/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * StewardFace:
 * @STEWARD_FACE_TITLE: 小标宋, titles
 * @STEWARD_FACE_BODY: 仿宋, the wording of a form
 * @STEWARD_FACE_FILLED: 楷体, what was filled in, so that it stands apart
 * @STEWARD_FACE_HEAD: 黑体, headings inside a form
 * @STEWARD_FACE_FOLIO: 宋体, page numbers of letters
 * @STEWARD_FACE_BOX: the check boxes, which no Chinese font has
 *
 * The faces of official papers. Each is a search list that begins with the
 * fonts of office machines and ends with one that the program installs.
 */
typedef enum
{
  STEWARD_FACE_TITLE,
  STEWARD_FACE_BODY,
  STEWARD_FACE_FILLED,
  STEWARD_FACE_HEAD,
  STEWARD_FACE_FOLIO,
  STEWARD_FACE_BOX,
  STEWARD_N_FACES
} StewardFace;

/**
 * StewardFonts:
 *
 * Faces as Pango fonts, and what had to be replaced on the way. One for each
 * paper; not to be shared between threads.
 */
typedef struct _StewardFonts StewardFonts;

StewardFonts         *steward_fonts_new         (void);
void                  steward_fonts_free        (StewardFonts *self);
/* Context in which one Pango unit of size is one point of paper. */
PangoContext         *steward_fonts_get_context (StewardFonts *self);
/* @size in points. (transfer full) */
PangoFontDescription *steward_fonts_describe    (StewardFonts *self,
                                                 StewardFace   face,
                                                 double        size);
/* Puts the mark 〓 where no font has a glyph (the text keeps the character)
 * and remembers the character. Call once after the last change to @layout. */
void                  steward_fonts_patch       (StewardFonts *self,
                                                 PangoLayout  *layout);
/* One line for each substituted face and each character without a glyph;
 * NULL when there is nothing to say. (transfer full) */
char                 *steward_fonts_get_notes   (StewardFonts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardFonts, steward_fonts_free)

G_END_DECLS
