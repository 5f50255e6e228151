/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-dump-private.h"

#include <math.h>

static void
separate (GString *text)
{
  char last = text->len > 0 ? text->str[text->len - 1] : '[';

  if (last != '{' && last != '[' && last != ':')
    g_string_append_c (text, ',');
}

void
steward_dump_open (GString *text,
                   char     bracket)
{
  separate (text);
  if (bracket == '{' && text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append_c (text, bracket);
}

void
steward_dump_close (GString *text,
                    char     bracket)
{
  g_string_append_c (text, bracket);
}

static void
append_string (GString    *text,
               const char *value)
{
  g_string_append_c (text, '"');
  for (const char *c = value; *c != '\0'; c++)
    {
      if (*c == '"' || *c == '\\')
        g_string_append_c (text, '\\');
      if ((guchar) *c < 0x20)
        g_string_append_printf (text, "\\u%04x", *c);
      else
        g_string_append_c (text, *c);
    }
  g_string_append_c (text, '"');
}

void
steward_dump_key (GString    *text,
                  const char *key)
{
  separate (text);
  append_string (text, key);
  g_string_append_c (text, ':');
}

void
steward_dump_text (GString    *text,
                   const char *key,
                   const char *value)
{
  steward_dump_key (text, key);
  append_string (text, value != NULL ? value : "");
}

void
steward_dump_item (GString    *text,
                   const char *value)
{
  separate (text);
  append_string (text, value);
}

void
steward_dump_number (GString    *text,
                     const char *key,
                     double      value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  steward_dump_key (text, key);
  g_ascii_formatd (buffer, sizeof buffer, "%.1f", round (value * 10) / 10 + 0.0);
  if (g_str_has_suffix (buffer, ".0"))
    buffer[strlen (buffer) - 2] = '\0';
  g_string_append (text, buffer);
}
