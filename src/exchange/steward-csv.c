/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-csv.h"

#include <string.h>

static gboolean
looks_like_formula (const char *text)
{
  switch (g_utf8_get_char_validated (text, -1))
    {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
    case '\n':
    case 0xff1d:
    case 0xff0b:
    case 0xff0d:
    case 0xff20:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
needs_quotes (const char *text)
{
  gsize length = strlen (text);

  return strpbrk (text, ",\"\r\n") != NULL ||
         (length > 0 && (g_ascii_isspace (text[0]) || g_ascii_isspace (text[length - 1])));
}

void
steward_csv_append_text (GString    *csv,
                         const char *text)
{
  gboolean quotes;

  g_return_if_fail (csv != NULL);

  if (text == NULL || *text == '\0')
    return;

  quotes = needs_quotes (text);
  if (quotes)
    g_string_append_c (csv, '"');
  if (looks_like_formula (text))
    g_string_append_c (csv, '\'');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *text);
    }
  if (quotes)
    g_string_append_c (csv, '"');
}
