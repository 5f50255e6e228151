/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-flowchart-private.h"

#include "steward-word.h"
#include "steward-words-private.h"

/* Where the lines of a name or of a list of bureaus end: after a comma, between
 * two words, and never so that one character is left alone. */

#define MOST_CHARACTERS 60
#define MOST_LINES      3
#define NEVER           1e6

/* Prices of ending a line somewhere. */
#define WITHIN_WORD     4.0
#define BESIDE_SHORT    0.4    /* at a word of one character, which often is half of one */
#define WITHIN_BRACKETS 1.5
#define AT_COMMA        (-1.5)
#define ALONE           6.0    /* a line of one character */
#define SLACK           3.0    /* for what is left empty, as a part of the width, squared */
#define LAST_SLACK      1.8    /* the same of the last line, which may be the shorter one */

typedef struct
{
  gunichar  *characters;
  glong      n;
  gboolean  *begins;         /* a word */
  double     width;          /* of a line, in units of the size */
} Text;

static gboolean
is_one_of (gunichar    c,
           const char *set)
{
  return g_utf8_strchr (set, -1, c) != NULL;
}

static double
measure (const Text *text,
         glong       from,
         glong       end)
{
  double width = 0;

  for (glong i = from; i < end; i++)
    width += g_unichar_iswide (text->characters[i]) || text->characters[i] >= 0x2000 ? 1.0 : 0.62;
  return width;
}

static gboolean
is_within_brackets (const Text *text,
                    glong       at)
{
  int depth = 0;

  for (glong i = 0; i < at; i++)
    depth += is_one_of (text->characters[i], W_OPENING) - is_one_of (text->characters[i], W_CLOSING);
  return depth > 0;
}

/* What it costs that a line begins with character @at. */
static double
price_begin (const Text *text,
             glong       at)
{
  gunichar before = text->characters[at - 1], here = text->characters[at];
  double price = 0;

  if (is_one_of (here, W_NOT_FIRST W_CLOSING) || is_one_of (before, W_OPENING))
    return NEVER;
  if (is_within_brackets (text, at))
    price += WITHIN_BRACKETS;
  if (is_one_of (before, W_NOT_FIRST) || is_one_of (here, W_OPENING W_BUREAU_OR))
    return price + AT_COMMA;
  if (!text->begins[at])
    return price + WITHIN_WORD;
  if ((at < 2 || text->begins[at - 1]) || (at + 1 >= text->n || text->begins[at + 1]))
    price += BESIDE_SHORT;
  return price;
}

/* The best way to set what begins at @from in at most @lines; where its first
 * line ends is in @end. */
static double
set_rest (const Text *text,
          glong       from,
          int         lines,
          glong      *end)
{
  double all = measure (text, from, text->n), left = 1 - all / text->width, best = NEVER;

  *end = text->n;
  if (all <= text->width)
    return LAST_SLACK * left * left + (text->n - from == 1 ? ALONE : 0);
  for (glong at = from + 1; lines > 1 && at < text->n; at++)
    {
      double line = measure (text, from, at), slack = 1 - line / text->width, price = price_begin (text, at);
      double rest;
      glong next;

      if (line > text->width)
        break;
      if (price >= NEVER)
        continue;
      rest = set_rest (text, at, lines - 1, &next);
      price += rest + SLACK * slack * slack + (at - from == 1 ? ALONE : 0);
      if (rest < NEVER && price < best)
        {
          best = price;
          *end = at;
        }
    }
  return best;
}

char *
steward_flowchart_break (const char *words,
                         double      width,
                         int         lines)
{
  Text text = { .width = width };
  g_autofree gunichar *characters = g_utf8_to_ucs4_fast (words, -1, &text.n);
  g_autofree gboolean *begins = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  glong end;

  text.characters = characters;
  if (text.n < 2 || text.n > MOST_CHARACTERS || lines < 2 || measure (&text, 0, text.n) <= width)
    return g_strdup (words);
  text.begins = begins = steward_word_find_begins (words, &text.n);
  lines = MIN (lines, MOST_LINES);
  if (set_rest (&text, 0, lines, &end) >= NEVER)
    return g_strdup (words);
  for (glong from = 0; from < text.n; from = end, lines--)
    {
      if (from > 0)
        g_string_append_c (out, '\n');
      set_rest (&text, from, lines, &end);
      for (glong i = from; i < end; i++)
        g_string_append_unichar (out, text.characters[i]);
    }
  return g_strdup (out->str);
}
