/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-fonts-private.h"
#include "steward-typecase-private.h"

G_BEGIN_DECLS

typedef enum { STEWARD_ALIGN_START, STEWARD_ALIGN_CENTER, STEWARD_ALIGN_END } StewardAlign;

/**
 * StewardTextStyle:
 * @size, @pitch: of letters and of lines, points
 * @indent: first line, in letters; negative: all the other lines
 * @inset_end: room left free at the end of each line, in letters
 * @tracking: added between letters, points; may be negative
 * @before, @after: free space, points; not at the top of a page
 * @tag: structure element of the tagged PDF, "P" when NULL
 * @keep_with_next: a heading: in a cell, not the last on a page
 * @stacked: one letter below the other, for narrow row heads
 *
 * How a paragraph is set. Lines of Chinese are justified when @align is
 * START.
 */
typedef struct
{
  StewardFace   face;
  double        size;
  double        pitch;
  StewardAlign  align;
  double        indent;
  double        inset_end;
  double        tracking;
  double        before;
  double        after;
  const char   *tag;
  gboolean      keep_with_next;
  gboolean      stacked;
} StewardTextStyle;

/**
 * StewardText:
 *
 * A paragraph while it is written: plain text, filled-in text, check boxes
 * and blanks. Text is made safe first: broken UTF-8 and control characters
 * never reach the page.
 */
typedef struct _StewardText StewardText;

StewardText  *steward_text_new        (const StewardTextStyle *style);
void          steward_text_free       (StewardText            *self);
void          steward_text_add        (StewardText            *self,
                                       const char             *text);
void          steward_text_add_styled (StewardText            *self,
                                       const char             *text,
                                       StewardFace             face,
                                       double                  size);
void          steward_text_add_box    (StewardText            *self,
                                       gboolean                ticked);
/* An underlined gap of at least @letters, with @value set in its middle. */
void          steward_text_add_blank  (StewardText            *self,
                                       const char             *value,
                                       double                  letters);
gboolean      steward_text_is_empty   (const StewardText      *self);
const StewardTextStyle *steward_text_get_style (const StewardText *self);

/**
 * StewardParagraph:
 *
 * A #StewardText broken into lines for one width. Reference counted, because
 * the lines of one paragraph may stand on different pages.
 */
typedef struct _StewardParagraph StewardParagraph;

StewardParagraph *steward_paragraph_new         (const StewardText *text,
                                                 StewardFonts      *fonts,
                                                 double             width);
StewardParagraph *steward_paragraph_ref         (StewardParagraph  *self);
void              steward_paragraph_unref       (StewardParagraph  *self);
const StewardTextStyle *steward_paragraph_get_style (const StewardParagraph *self);
guint             steward_paragraph_get_n_lines (const StewardParagraph *self);
/* Width of what stands on one line, points. */
double            steward_paragraph_get_line_width (const StewardParagraph *self,
                                                 guint              line);
/* Distance from one line to the next, points. */
double            steward_paragraph_get_pitch   (const StewardParagraph *self);
/* Says that one line will be drawn. */
void              steward_paragraph_use_line    (const StewardParagraph *self,
                                                 guint              line,
                                                 StewardTypecase   *typecase);
/* Draws one line with its upper left corner at @x, @y. */
void              steward_paragraph_draw_line   (const StewardParagraph *self,
                                                 guint              line,
                                                 StewardTypecase   *typecase,
                                                 cairo_t           *cr,
                                                 double             x,
                                                 double             y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardText, steward_text_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardParagraph, steward_paragraph_unref)

G_END_DECLS
