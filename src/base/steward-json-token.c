/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-json-parser.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define CHUNK_SIZE (64 * 1024)
/* DBL_MAX written out has 309 digits; nobody means more than this. */
#define NUMBER_MAX_CHARS 512

gpointer
steward_json_alloc (StewardJson *self,
                gsize        size)
{
  gpointer memory;

  size = (size + 7) & ~(gsize) 7;
  if (size > self->n_free)
    {
      gsize chunk = MAX (size, CHUNK_SIZE);

      memory = g_malloc (chunk);
      g_ptr_array_add (self->chunks, memory);
      /* A large piece of its own leaves the rest of the chunk usable. */
      if (chunk > CHUNK_SIZE)
        return memory;
      self->free_space = memory;
      self->n_free = chunk;
    }
  memory = self->free_space;
  self->free_space += size;
  self->n_free -= size;
  return memory;
}

void
steward_json_parser_locate (StewardJsonParser     *self,
               const char *at)
{
  g_assert (at >= self->mark);

  self->column += g_utf8_strlen (self->mark, at - self->mark);
  self->mark = at;
}

/* Reports that the text at @at is wrong. Parsing ends there. */
void
steward_json_parser_fail (StewardJsonParser       *self,
             StewardError  code,
             const char   *at,
             const char   *format,
             ...)
{
  g_autofree char *message = NULL;
  va_list args;

  steward_json_parser_locate (self, at);
  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  self->code = code;
  steward_problems_add (self->problems, self->document->origin, self->line, self->column, "",
                        "%s", message);
}

void
steward_json_parser_fail_expecting (StewardJsonParser     *self,
                       const char *expected)
{
  g_autofree char *found = NULL;

  if (self->at == self->end)
    {
      steward_json_parser_fail (self, STEWARD_ERROR_SYNTAX, self->at,
                   _("The text ends here; expected %s."), expected);
      return;
    }
  if (g_ascii_iscntrl (*self->at))
    found = g_strdup_printf ("U+%04X", (guchar) *self->at);
  else
    found = g_strndup (self->at, g_utf8_next_char (self->at) - self->at);
  steward_json_parser_fail (self, STEWARD_ERROR_SYNTAX, self->at,
               _("Expected %s, found “%s”."), expected, found);
}

void
steward_json_parser_skip_space (StewardJsonParser *self)
{
  for (; self->at < self->end; self->at++)
    {
      char c = *self->at;

      if (c == '\n' || (c == '\r' && (self->at + 1 == self->end || self->at[1] != '\n')))
        {
          self->line++;
          self->column = 1;
          self->mark = self->at + 1;
        }
      else if (c != ' ' && c != '\t' && c != '\r')
        return;
    }
}

StewardJsonNode *
steward_json_parser_add_node (StewardJsonParser          *self,
                 StewardJsonKind  kind,
                 const char      *key)
{
  StewardJsonNode *node;

  if (++self->n_values > STEWARD_JSON_MAX_VALUES)
    {
      steward_json_parser_fail (self, STEWARD_ERROR_LIMIT, self->at,
                   _("More than %d values; this is the most that is read."),
                   STEWARD_JSON_MAX_VALUES);
      return NULL;
    }
  steward_json_parser_locate (self, self->at);
  node = steward_json_alloc (self->document, sizeof *node);
  memset (node, 0, sizeof *node);
  node->document = self->document;
  node->key = key;
  node->kind = kind;
  node->line = self->line;
  node->column = self->column;
  return node;
}

static gboolean
parse_hex (const char *at,
           const char *end,
           gunichar   *unit)
{
  *unit = 0;
  if (end - at < 4)
    return FALSE;
  for (int i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (at[i]))
        return FALSE;
      *unit = *unit * 16 + g_ascii_xdigit_value (at[i]);
    }
  return TRUE;
}

/* Reads the four digits after `\u`, and a second escape when they are the
 * first half of a surrogate pair. */
static gboolean
parse_unicode_escape (StewardJsonParser *self)
{
  const char *escape = self->at - 2;
  gunichar unit, low;

  if (!parse_hex (self->at, self->end, &unit))
    {
      steward_json_parser_fail (self, STEWARD_ERROR_SYNTAX, escape,
                   _("“\\u” needs four hexadecimal digits."));
      return FALSE;
    }
  self->at += 4;
  if (unit >= 0xd800 && unit <= 0xdbff && self->end - self->at >= 6 &&
      self->at[0] == '\\' && self->at[1] == 'u' &&
      parse_hex (self->at + 2, self->end, &low) && low >= 0xdc00 && low <= 0xdfff)
    {
      unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
      self->at += 6;
    }
  if (unit >= 0xd800 && unit <= 0xdfff)
    {
      steward_json_parser_fail (self, STEWARD_ERROR_SYNTAX, escape,
                   _("Half of a surrogate pair stands alone; it is no character."));
      return FALSE;
    }
  if (unit == 0)
    {
      steward_json_parser_fail (self, STEWARD_ERROR_SYNTAX, escape,
                   _("The character U+0000 is not allowed in a text."));
      return FALSE;
    }
  g_string_append_unichar (self->buffer, unit);
  return TRUE;
}

static gboolean
parse_escape (StewardJsonParser *self)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *letter;

  self->at++;
  if (self->at < self->end && *self->at == 'u')
    {
      self->at++;
      return parse_unicode_escape (self);
    }
  letter = self->at < self->end ? memchr (letters, *self->at, strlen (letters)) : NULL;
  if (letter == NULL)
    {
      steward_json_parser_fail_expecting (self, _("one of \"\\/bfnrtu after a backslash"));
      return FALSE;
    }
  g_string_append_c (self->buffer, meanings[letter - letters]);
  self->at++;
  return TRUE;
}

/* The decoded text in the memory of the document, or NULL after a problem. */
const char *
steward_json_parser_read_string (StewardJsonParser *self)
{
  char *text;

  g_assert (*self->at == '"');

  g_string_truncate (self->buffer, 0);
  self->at++;
  for (;;)
    {
      const char *run = self->at;

      while (self->at < self->end && *self->at != '"' && *self->at != '\\' &&
             (guchar) *self->at >= 0x20)
        self->at++;
      g_string_append_len (self->buffer, run, self->at - run);
      if (self->at == self->end)
        {
          steward_json_parser_fail (self, STEWARD_ERROR_SYNTAX, self->at,
                       _("The text ends inside a string; expected “\"”."));
          return NULL;
        }
      if (*self->at == '"')
        break;
      if (*self->at != '\\')
        {
          steward_json_parser_fail (self, STEWARD_ERROR_SYNTAX, self->at,
                       _("The control character U+%04X must be escaped in a string."),
                       (guchar) *self->at);
          return NULL;
        }
      if (!parse_escape (self))
        return NULL;
    }
  self->at++;

  text = steward_json_alloc (self->document, self->buffer->len + 1);
  memcpy (text, self->buffer->str, self->buffer->len + 1);
  return text;
}

static gboolean
skip_digits (StewardJsonParser *self)
{
  const char *first = self->at;

  while (self->at < self->end && g_ascii_isdigit (*self->at))
    self->at++;
  if (self->at > first)
    return TRUE;
  steward_json_parser_fail_expecting (self, _("a digit"));
  return FALSE;
}

/* Moves over a number by the grammar of RFC 8259; @integer tells whether it
 * has neither fraction nor exponent. */
static gboolean
skip_number (StewardJsonParser   *self,
             gboolean *integer)
{
  const char *first;

  *integer = TRUE;
  if (*self->at == '-')
    self->at++;
  first = self->at;
  if (!skip_digits (self))
    return FALSE;
  if (*first == '0' && self->at - first > 1)
    {
      steward_json_parser_fail (self, STEWARD_ERROR_SYNTAX, first, _("A number must not begin with 0."));
      return FALSE;
    }
  if (self->at < self->end && *self->at == '.')
    {
      *integer = FALSE;
      self->at++;
      if (!skip_digits (self))
        return FALSE;
    }
  if (self->at < self->end && (*self->at == 'e' || *self->at == 'E'))
    {
      *integer = FALSE;
      self->at++;
      if (self->at < self->end && (*self->at == '+' || *self->at == '-'))
        self->at++;
      if (!skip_digits (self))
        return FALSE;
    }
  return TRUE;
}

StewardJsonNode *
steward_json_parser_read_number (StewardJsonParser     *self,
              const char *key)
{
  const char *first = self->at;
  char text[NUMBER_MAX_CHARS + 1];
  StewardJsonNode *node;
  gboolean integer;

  node = steward_json_parser_add_node (self, STEWARD_JSON_NUMBER, key);
  if (node == NULL || !skip_number (self, &integer))
    return NULL;

  if (self->at - first > NUMBER_MAX_CHARS)
    {
      steward_json_parser_fail (self, STEWARD_ERROR_LIMIT, first,
                   _("The number has more than %d characters."), NUMBER_MAX_CHARS);
      return NULL;
    }
  memcpy (text, first, self->at - first);
  text[self->at - first] = '\0';

  if (integer && g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64,
                                           &node->value.whole, NULL))
    {
      node->integer = TRUE;
      return node;
    }
  node->value.number = g_ascii_strtod (text, NULL);
  if (!isfinite (node->value.number))
    {
      steward_json_parser_fail (self, STEWARD_ERROR_SYNTAX, first, _("The number is too large."));
      return NULL;
    }
  return node;
}

StewardJsonNode *
steward_json_parser_read_word (StewardJsonParser *self,
            const char *key)
{
  static const struct
  {
    const char      *text;
    StewardJsonKind  kind;
    gboolean         value;
  } words[] = {
    { "null", STEWARD_JSON_NULL, FALSE },
    { "true", STEWARD_JSON_BOOLEAN, TRUE },
    { "false", STEWARD_JSON_BOOLEAN, FALSE },
  };
  const char *end = self->at;

  while (end < self->end && (g_ascii_isalnum (*end) || *end == '_'))
    end++;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i].text) == (gsize) (end - self->at) &&
        memcmp (words[i].text, self->at, end - self->at) == 0)
      {
        StewardJsonNode *node = steward_json_parser_add_node (self, words[i].kind, key);

        if (node != NULL && node->kind == STEWARD_JSON_BOOLEAN)
          node->value.boolean = words[i].value;
        self->at = end;
        return node;
      }
  if (end - self->at > 1)
    {
      g_autofree char *word = g_strndup (self->at, MIN (end - self->at, 60));

      steward_json_parser_fail (self, STEWARD_ERROR_SYNTAX, self->at,
                   _("“%s” is no JSON value; expected a value."), word);
    }
  else
    steward_json_parser_fail_expecting (self, _("a value"));
  return NULL;
}
