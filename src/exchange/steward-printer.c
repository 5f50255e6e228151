/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-printer-private.h"

#include "steward-json.h"

static void
break_line (StewardPrinter *self)
{
  if (!self->pretty)
    return;
  g_string_append_c (self->text, '\n');
  for (int i = 0; i < self->depth; i++)
    g_string_append (self->text, "  ");
}

static void
begin (StewardPrinter *self,
       const char     *key)
{
  if (self->depth > 0)
    {
      if (!self->empty)
        g_string_append_c (self->text, ',');
      break_line (self);
    }
  if (key)
    {
      steward_json_append_string (self->text, key);
      g_string_append (self->text, self->pretty ? ": " : ":");
    }
  self->empty = FALSE;
}

void
steward_printer_open (StewardPrinter *self,
                      const char     *key,
                      char            bracket)
{
  begin (self, key);
  g_string_append_c (self->text, bracket);
  self->depth++;
  self->empty = TRUE;
}

void
steward_printer_close (StewardPrinter *self,
                       char            bracket)
{
  self->depth--;
  if (!self->empty)
    break_line (self);
  g_string_append_c (self->text, bracket);
  self->empty = FALSE;
}

void
steward_printer_string (StewardPrinter *self,
                        const char     *key,
                        const char     *value)
{
  begin (self, key);
  steward_json_append_string (self->text, value);
}

void
steward_printer_optional (StewardPrinter *self,
                          const char     *key,
                          const char     *value)
{
  if (value && *value)
    steward_printer_string (self, key, value);
}

void
steward_printer_integer (StewardPrinter *self,
                         const char     *key,
                         gint64          value)
{
  begin (self, key);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

void
steward_printer_boolean (StewardPrinter *self,
                         const char     *key,
                         gboolean        value)
{
  begin (self, key);
  g_string_append (self->text, value ? "true" : "false");
}

void
steward_printer_day (StewardPrinter *self,
                     const char     *key,
                     StewardDay      day)
{
  g_autofree char *text = day != STEWARD_DAY_NONE ? steward_day_format (day) : NULL;

  steward_printer_string (self, key, text);
}

void
steward_printer_strings (StewardPrinter *self,
                         const char     *key,
                         char * const   *values)
{
  if (values == NULL || values[0] == NULL)
    return;
  steward_printer_open (self, key, '[');
  for (guint i = 0; values[i]; i++)
    steward_printer_string (self, NULL, values[i]);
  steward_printer_close (self, ']');
}
