/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the syntax of PDF strictly. Where the standard leaves it to readers
 * what to make of a mistake, readers differ, and a file that two of them show
 * differently cannot be judged: such a file is refused. */
#include "steward-pdf-value-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
steward_pdf_is_white (guint8 c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static gboolean
is_delimiter (guint8 c)
{
  return c != '\0' && strchr ("()<>[]{}/%", c) != NULL;
}

static gboolean
is_regular (guint8 c)
{
  return !steward_pdf_is_white (c) && !is_delimiter (c);
}

static int
peek (const StewardPdfParser *parser,
      gsize                   ahead)
{
  return ahead < parser->end - parser->position ? parser->data[parser->position + ahead] : -1;
}

static gpointer
fail (StewardPdfParser *parser,
      const char       *problem)
{
  if (parser->problem == NULL)
    parser->problem = problem;
  return NULL;
}

/* White space and comments. */
void
steward_pdf_skip_white (StewardPdfParser *parser)
{
  while (parser->position < parser->end)
    {
      guint8 c = parser->data[parser->position];

      if (c == '%')
        while (parser->position < parser->end &&
               parser->data[parser->position] != '\r' && parser->data[parser->position] != '\n')
          parser->position++;
      else if (!steward_pdf_is_white (c))
        return;
      else
        parser->position++;
    }
}

gboolean
steward_pdf_skip_word (StewardPdfParser *parser,
                       const char       *word)
{
  gsize length = strlen (word);
  int next;

  if (parser->end - parser->position < length ||
      memcmp (parser->data + parser->position, word, length) != 0)
    return FALSE;
  next = peek (parser, length);
  if (next >= 0 && is_regular (next))
    return FALSE;
  parser->position += length;
  return TRUE;
}

gboolean
steward_pdf_parse_number (StewardPdfParser *parser,
                          guint64          *number)
{
  gsize digits = 0;

  *number = 0;
  for (int c; (c = peek (parser, digits)) >= '0' && c <= '9'; digits++)
    {
      if (digits == 10)
        return FALSE;
      *number = *number * 10 + (c - '0');
    }
  if (digits == 0 || (peek (parser, digits) >= 0 && is_regular (peek (parser, digits))))
    return FALSE;
  parser->position += digits;
  return TRUE;
}

static StewardPdfValue *
new_value (StewardPdfParser *parser,
           StewardPdfKind    kind)
{
  StewardPdfValue *value;

  if (*parser->budget == 0)
    return fail (parser, N_("more values than are read"));
  (*parser->budget)--;
  value = g_new0 (StewardPdfValue, 1);
  value->kind = kind;
  value->start = parser->position;
  return value;
}

static void
take_text (StewardPdfValue *value,
           GString         *text)
{
  value->length = text->len;
  value->text = g_string_free (text, FALSE);
}

/* The characters after a backslash; a line broken there goes on. */
static void
parse_escape (StewardPdfParser *parser,
              GString          *text)
{
  static const char letters[] = "nrtbf";
  static const char meanings[] = "\n\r\t\b\f";
  int c = peek (parser, 0);
  const char *found = c > 0 ? strchr (letters, c) : NULL;

  if (c < 0)
    return;
  if (c >= '0' && c <= '7')
    {
      guint code = 0;

      for (guint i = 0; i < 3 && (c = peek (parser, 0)) >= '0' && c <= '7'; i++, parser->position++)
        code = code * 8 + (c - '0');
      g_string_append_c (text, (char) (code & 0xff));
      return;
    }
  parser->position++;
  if (found != NULL)
    g_string_append_c (text, meanings[found - letters]);
  else if (c == '\r')
    parser->position += peek (parser, 0) == '\n';
  else if (c != '\n')
    g_string_append_c (text, c);
}

static StewardPdfValue *
parse_string (StewardPdfParser *parser)
{
  StewardPdfValue *value = new_value (parser, STEWARD_PDF_STRING);
  GString *text = g_string_new (NULL);
  guint open = 0;

  while (value != NULL && parser->position < parser->end)
    {
      guint8 c = parser->data[parser->position++];

      if (c == '\\')
        {
          parse_escape (parser, text);
          continue;
        }
      open += c == '(';
      if (c == ')' && --open == 0)
        {
          take_text (value, text);
          return value;
        }
      if (c != '(' || open > 1)
        g_string_append_c (text, c);
    }
  g_string_free (text, TRUE);
  steward_pdf_value_free (value);
  return fail (parser, N_("a string does not end"));
}

static StewardPdfValue *
parse_hex (StewardPdfParser *parser)
{
  StewardPdfValue *value = new_value (parser, STEWARD_PDF_STRING);
  GString *text = g_string_new (NULL);
  guint digits = 0, byte = 0;

  parser->position++;
  while (value != NULL && parser->position < parser->end)
    {
      guint8 c = parser->data[parser->position++];

      if (c == '>')
        {
          if (digits % 2 == 1)
            g_string_append_c (text, (char) (byte << 4));
          value->hex = TRUE;
          take_text (value, text);
          return value;
        }
      if (steward_pdf_is_white (c))
        continue;
      if (!g_ascii_isxdigit (c))
        break;
      byte = (byte << 4 | g_ascii_xdigit_value (c)) & 0xff;
      if (++digits % 2 == 0)
        g_string_append_c (text, (char) byte);
    }
  g_string_free (text, TRUE);
  steward_pdf_value_free (value);
  return fail (parser, N_("a string of hexadecimal digits is wrong or does not end"));
}

static StewardPdfValue *
parse_name (StewardPdfParser *parser)
{
  StewardPdfValue *value = new_value (parser, STEWARD_PDF_NAME);
  GString *text = g_string_new (NULL);
  gboolean good = value != NULL;

  parser->position++;
  while (good && parser->position < parser->end && is_regular (parser->data[parser->position]))
    {
      guint8 c = parser->data[parser->position++];

      if (c == '#')
        {
          int high = peek (parser, 0), low = peek (parser, 1);

          good = high > 0 && low > 0 && g_ascii_isxdigit (high) && g_ascii_isxdigit (low) &&
                 (high != '0' || low != '0');
          c = good ? g_ascii_xdigit_value (high) << 4 | g_ascii_xdigit_value (low) : c;
          parser->position += good ? 2 : 0;
        }
      g_string_append_c (text, c);
    }
  if (good)
    {
      take_text (value, text);
      return value;
    }
  g_string_free (text, TRUE);
  steward_pdf_value_free (value);
  return fail (parser, N_("a name is wrong"));
}

/* After a first number: is it a reference, "12 0 R"? */
static gboolean
parse_reference (StewardPdfParser *parser,
                 StewardPdfValue  *value)
{
  StewardPdfParser ahead = *parser;
  guint64 number, generation;

  ahead.position = value->start;
  if (!steward_pdf_parse_number (&ahead, &number))
    return FALSE;
  steward_pdf_skip_white (&ahead);
  if (!steward_pdf_parse_number (&ahead, &generation))
    return FALSE;
  steward_pdf_skip_white (&ahead);
  if (!steward_pdf_skip_word (&ahead, "R") || number > G_MAXINT || generation > G_MAXUINT16)
    return FALSE;
  value->kind = STEWARD_PDF_REFERENCE;
  value->number = number;
  value->generation = generation;
  parser->position = ahead.position;
  return TRUE;
}

static StewardPdfValue *
parse_numeric (StewardPdfParser *parser)
{
  StewardPdfValue *value = new_value (parser, STEWARD_PDF_INTEGER);
  char text[40] = { 0 };
  guint length = 0, digits = 0, dots = 0;
  gboolean good = value != NULL;
  int c;

  for (; good && (c = peek (parser, 0)) >= 0 && is_regular (c); parser->position++)
    {
      digits += g_ascii_isdigit (c) != 0;
      dots += c == '.';
      good = length < sizeof text - 1 && (g_ascii_isdigit (c) || c == '.' || ((c == '-' || c == '+') && length == 0));
      if (good)
        text[length++] = c;
    }
  if (!good || digits == 0 || dots > 1 || (dots == 0 && digits > 18))
    {
      steward_pdf_value_free (value);
      return fail (parser, N_("a number is wrong"));
    }
  if (dots == 1)
    {
      value->kind = STEWARD_PDF_REAL;
      value->real = g_ascii_strtod (text, NULL);
    }
  else
    {
      value->integer = g_ascii_strtoll (text, NULL, 10);
      parse_reference (parser, value);
    }
  return value;
}

static StewardPdfValue *parse_any (StewardPdfParser *parser,
                                   guint             depth);

static StewardPdfValue *
parse_array (StewardPdfParser *parser,
             guint             depth)
{
  g_autoptr (StewardPdfValue) value = new_value (parser, STEWARD_PDF_ARRAY);

  if (value == NULL)
    return NULL;
  value->items = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_pdf_value_free);
  parser->position++;
  for (;;)
    {
      StewardPdfValue *item;

      steward_pdf_skip_white (parser);
      if (peek (parser, 0) == ']')
        {
          parser->position++;
          return g_steal_pointer (&value);
        }
      item = parse_any (parser, depth + 1);
      if (item == NULL)
        return NULL;
      g_ptr_array_add (value->items, item);
    }
}

typedef struct
{
  StewardPdfValue *key;
  StewardPdfValue *value;
} Pair;

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const Pair *one = a, *other = b;

  return strcmp (one->key->text, other->key->text);
}

/* A key that is there twice means one thing to one reader and another to the
 * next. */
static gboolean
sort_pairs (StewardPdfValue *dictionary)
{
  Pair *pairs = (Pair *) dictionary->items->pdata;
  guint n = dictionary->items->len / 2;

  if (n > 1)
    qsort (pairs, n, sizeof *pairs, compare_pairs);
  for (guint i = 1; i < n; i++)
    if (compare_pairs (&pairs[i - 1], &pairs[i]) == 0)
      return FALSE;
  return TRUE;
}

static StewardPdfValue *
parse_dictionary (StewardPdfParser *parser,
                  guint             depth)
{
  g_autoptr (StewardPdfValue) value = new_value (parser, STEWARD_PDF_DICTIONARY);

  if (value == NULL)
    return NULL;
  value->items = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_pdf_value_free);
  parser->position += 2;
  for (;;)
    {
      StewardPdfValue *item;

      steward_pdf_skip_white (parser);
      if (peek (parser, 0) == '>' && peek (parser, 1) == '>')
        {
          parser->position += 2;
          return sort_pairs (value) ? g_steal_pointer (&value) : fail (parser, N_("a key is there twice"));
        }
      if (peek (parser, 0) != '/')
        return fail (parser, N_("a key of a dictionary is missing"));
      item = parse_name (parser);
      if (item == NULL)
        return NULL;
      item->end = parser->position;
      g_ptr_array_add (value->items, item);
      item = parse_any (parser, depth + 1);
      if (item == NULL)
        return NULL;
      g_ptr_array_add (value->items, item);
    }
}

static StewardPdfValue *
parse_word (StewardPdfParser *parser)
{
  static const struct { const char *word; StewardPdfKind kind; gint64 integer; } words[] = {
    { "null", STEWARD_PDF_NULL, 0 }, { "true", STEWARD_PDF_BOOLEAN, 1 }, { "false", STEWARD_PDF_BOOLEAN, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize start = parser->position;
      StewardPdfValue *value;

      if (!steward_pdf_skip_word (parser, words[i].word))
        continue;
      value = new_value (parser, words[i].kind);
      if (value != NULL)
        {
          value->start = start;
          value->integer = words[i].integer;
        }
      return value;
    }
  return fail (parser, N_("a value is missing"));
}

static StewardPdfValue *
parse_any (StewardPdfParser *parser,
           guint             depth)
{
  StewardPdfValue *value;
  int c;

  if (depth > STEWARD_PDF_MAX_DEPTH)
    return fail (parser, N_("values are nested too deep"));
  steward_pdf_skip_white (parser);
  c = peek (parser, 0);
  if (c == '/')
    value = parse_name (parser);
  else if (c == '(')
    value = parse_string (parser);
  else if (c == '[')
    value = parse_array (parser, depth);
  else if (c == '<')
    value = peek (parser, 1) == '<' ? parse_dictionary (parser, depth) : parse_hex (parser);
  else if (c >= 0 && (g_ascii_isdigit (c) || strchr ("+-.", c) != NULL) && c != '\0')
    value = parse_numeric (parser);
  else
    value = parse_word (parser);
  if (value != NULL)
    value->end = parser->position;
  return value;
}

StewardPdfValue *
steward_pdf_parse_value (StewardPdfParser *parser)
{
  return parse_any (parser, 0);
}
