/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-text-private.h"

#include "steward-text-span-private.h"

#define NO_BREAK_SPACE 0x00a0
/* Letters of the longest blank that is not broken. */
#define LONGEST_PIECE 4.0
#define JOINT_SIZE 0.01

StewardText *
steward_text_new (const StewardTextStyle *style)
{
  StewardText *self = g_new0 (StewardText, 1);

  g_return_val_if_fail (style != NULL && style->size > 0, self);

  self->style = *style;
  self->text = g_string_new (NULL);
  self->spans = g_array_new (FALSE, FALSE, sizeof (StewardSpan));
  return self;
}

void
steward_text_free (StewardText *self)
{
  if (self == NULL)
    return;
  g_string_free (self->text, TRUE);
  g_array_unref (self->spans);
  g_free (self);
}

const StewardTextStyle *
steward_text_get_style (const StewardText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->style;
}

gboolean
steward_text_is_empty (const StewardText *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->text->len == 0;
}

/* Pasted text brings control characters, byte order marks, direction marks
 * and our own gap character; only line breaks mean something on paper. */
static gboolean
is_printable (gunichar character)
{
  switch (g_unichar_type (character))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_UNASSIGNED:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return FALSE;
    default:
      return character != 0xfffc;
    }
}

static void
append_clean (StewardText *self,
              const char  *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (character == '\n' || character == 0x2028 || character == 0x2029
          || (character == '\r' && p[1] != '\n'))
        {
          if (!self->style.stacked)
            g_string_append_c (self->text, '\n');
          continue;
        }
      if (character == '\t')
        g_string_append_c (self->text, ' ');
      else if (is_printable (character))
        g_string_append_unichar (self->text, character);
    }
}

static void
add_span (StewardText     *self,
          StewardSpanKind  kind,
          gsize            start,
          StewardFace      face,
          double           size)
{
  StewardSpan span = { kind, face, size > 0 ? size : self->style.size, start, self->text->len };

  if (span.end > span.start)
    g_array_append_val (self->spans, span);
}

void
steward_text_add (StewardText *self,
                  const char  *text)
{
  g_return_if_fail (self != NULL);

  if (text != NULL)
    append_clean (self, text);
}

void
steward_text_add_styled (StewardText *self,
                         const char  *text,
                         StewardFace  face,
                         double       size)
{
  gsize start;

  g_return_if_fail (self != NULL && face < STEWARD_N_FACES);

  start = self->text->len;
  steward_text_add (self, text);
  add_span (self, STEWARD_SPAN_FACE, start, face, size);
}

void
steward_text_add_box (StewardText *self,
                      gboolean     ticked)
{
  gsize start;

  g_return_if_fail (self != NULL);

  start = self->text->len;
  g_string_append_unichar (self->text, ticked ? STEWARD_BOX_TICKED : STEWARD_BOX_OPEN);
  /* DejaVu draws the box smaller than a Chinese letter. */
  add_span (self, STEWARD_SPAN_FACE, start, STEWARD_FACE_BOX, self->style.size * 1.08);
  /* Keeps the label from being parted from its box at the end of a line. */
  start = self->text->len;
  g_string_append_unichar (self->text, NO_BREAK_SPACE);
  add_span (self, STEWARD_SPAN_FACE, start, STEWARD_FACE_BOX, self->style.size * 0.4);
}

/* @n_halves pieces of half of @size each. */
static void
add_gap (StewardText *self,
         guint        n_halves,
         double       size)
{
  gsize start = self->text->len;

  for (guint i = 0; i < n_halves; i++)
    g_string_append (self->text, STEWARD_GAP);
  add_span (self, STEWARD_SPAN_GAP, start, self->style.face, size);
}

/* No line ends here: a gap stays with the value beside it. */
static void
add_joint (StewardText *self)
{
  gsize start = self->text->len;

  g_string_append (self->text, STEWARD_JOINT);
  add_span (self, STEWARD_SPAN_GAP, start, self->style.face, JOINT_SIZE);
}

/* Width in letters without asking a font; Latin letters count half. */
static double
estimate_width (const char *text)
{
  double width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += g_unichar_iswide (g_utf8_get_char (p)) ? 1 : 0.55;
  return width;
}

void
steward_text_add_blank (StewardText *self,
                        const char  *value,
                        double       letters)
{
  gsize start, text_start;
  double room;

  g_return_if_fail (self != NULL);

  start = self->text->len;
  if (value == NULL || *value == '\0')
    {
      /* Room for a date stays in one piece, a long blank may be broken. */
      if (letters <= LONGEST_PIECE)
        add_gap (self, 1, 2 * letters * self->style.size);
      else
        add_gap (self, (guint) (2 * letters + 0.5), self->style.size);
    }
  else
    {
      g_autofree char *valid = g_utf8_make_valid (value, -1);

      room = MAX (letters - estimate_width (valid), 1);
      add_gap (self, 1, room * self->style.size);
      add_joint (self);
      text_start = self->text->len;
      append_clean (self, valid);
      add_span (self, STEWARD_SPAN_FACE, text_start, STEWARD_FACE_FILLED, 0);
      add_joint (self);
      add_gap (self, 1, room * self->style.size);
    }
  add_span (self, STEWARD_SPAN_RULE, start, self->style.face, 0);
}
