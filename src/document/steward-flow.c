/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-flow-private.h"

struct _StewardFlow
{
  StewardFonts *fonts;
  StewardPages *pages;
  StewardSheet  sheet;
  double        y;
};

StewardFlow *
steward_flow_new (StewardFonts       *fonts,
                  const StewardSheet *sheet)
{
  StewardFlow *self = g_new0 (StewardFlow, 1);

  g_return_val_if_fail (fonts != NULL && sheet != NULL, self);

  self->fonts = fonts;
  self->sheet = *sheet;
  self->pages = steward_pages_new (sheet->width, sheet->height);
  self->y = sheet->top;
  return self;
}

void
steward_flow_free (StewardFlow *self)
{
  if (self == NULL)
    return;
  steward_pages_free (self->pages);
  g_free (self);
}

StewardFonts *
steward_flow_get_fonts (StewardFlow *self)
{
  return self->fonts;
}

StewardPages *
steward_flow_get_pages (StewardFlow *self)
{
  return self->pages;
}

double
steward_flow_get_left (const StewardFlow *self)
{
  return self->sheet.left;
}

double
steward_flow_get_width (const StewardFlow *self)
{
  return self->sheet.width - self->sheet.left - self->sheet.right;
}

double
steward_flow_get_y (const StewardFlow *self)
{
  return self->y;
}

double
steward_flow_get_room (const StewardFlow *self)
{
  return self->sheet.height - self->sheet.bottom - self->y;
}

gboolean
steward_flow_is_at_top (const StewardFlow *self)
{
  return self->y <= self->sheet.top;
}

void
steward_flow_advance (StewardFlow *self,
                      double       height)
{
  self->y += height;
}

void
steward_flow_break (StewardFlow *self)
{
  steward_pages_add_page (self->pages);
  self->y = self->sheet.top;
}

void
steward_flow_need (StewardFlow *self,
                   double       height)
{
  if (height > steward_flow_get_room (self) && !steward_flow_is_at_top (self))
    steward_flow_break (self);
}

/* A single line of a paragraph looks lost at the foot or head of a page. */
static gboolean
must_break_before (const StewardFlow *self,
                   guint              line,
                   guint              n_lines,
                   double             pitch)
{
  double room = steward_flow_get_room (self) + 0.01;
  guint left = n_lines - line;

  if (steward_flow_is_at_top (self))
    return FALSE;
  if (room < pitch)
    return TRUE;
  if (line == 0 && left > 2)
    return room < 2 * pitch;
  return left == 2 && n_lines > 3 && room < 2 * pitch;
}

void
steward_flow_add_text (StewardFlow       *self,
                       const StewardText *text)
{
  g_autoptr (StewardParagraph) paragraph = NULL;
  const StewardTextStyle *style;
  const char *tag;
  double pitch;
  guint n_lines;

  g_return_if_fail (self != NULL && text != NULL);

  paragraph = steward_paragraph_new (text, self->fonts, steward_flow_get_width (self));
  style = steward_paragraph_get_style (paragraph);
  tag = style->tag != NULL ? style->tag : "P";
  pitch = steward_paragraph_get_pitch (paragraph);
  n_lines = steward_paragraph_get_n_lines (paragraph);
  if (!steward_flow_is_at_top (self))
    self->y += style->before;
  if (must_break_before (self, 0, n_lines, pitch))
    steward_flow_break (self);
  steward_pages_begin (self->pages, tag);
  for (guint i = 0; i < n_lines; i++)
    {
      if (i > 0 && must_break_before (self, i, n_lines, pitch))
        steward_flow_break (self);
      steward_pages_add_line (self->pages, paragraph, i, self->sheet.left, self->y);
      self->y += pitch;
    }
  steward_pages_end (self->pages, tag);
  self->y += style->after;
}

void
steward_flow_add_plain (StewardFlow            *self,
                        const StewardTextStyle *style,
                        const char             *text)
{
  g_autoptr (StewardText) paragraph = steward_text_new (style);

  steward_text_add (paragraph, text);
  steward_flow_add_text (self, paragraph);
}

void
steward_flow_add_outline (StewardFlow *self,
                          guint        level,
                          const char  *title)
{
  g_return_if_fail (self != NULL && title != NULL);

  steward_pages_add_outline (self->pages, level, title, self->y);
}
