/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-json.h"

static void
append_escaped (GString *json,
                char     c)
{
  switch (c)
    {
    case '"':
    case '\\':
      g_string_append_c (json, '\\');
      g_string_append_c (json, c);
      break;
    case '\n':
      g_string_append (json, "\\n");
      break;
    case '\t':
      g_string_append (json, "\\t");
      break;
    default:
      g_string_append_printf (json, "\\u%04x", (guchar) c);
      break;
    }
}

void
steward_json_append_string (GString    *json,
                            const char *text)
{
  g_autofree char *valid = NULL;
  const char *run;

  g_return_if_fail (json != NULL);

  if (text == NULL)
    {
      g_string_append (json, "null");
      return;
    }
  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);

  g_string_append_c (json, '"');
  for (run = text; *text != '\0'; text++)
    if ((guchar) *text < 0x20 || *text == '"' || *text == '\\' || *text == 0x7f)
      {
        g_string_append_len (json, run, text - run);
        append_escaped (json, *text);
        run = text + 1;
      }
  g_string_append_len (json, run, text - run);
  g_string_append_c (json, '"');
}
