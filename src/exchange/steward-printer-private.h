/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-day.h"

G_BEGIN_DECLS

/**
 * StewardPrinter:
 * @pretty: two spaces of indentation, else all on one line
 *
 * Writes JSON member by member in the order of the calls, so that two
 * versions of a file can be compared line by line. @key is NULL inside
 * arrays and for the outermost value.
 */
typedef struct
{
  GString  *text;
  gboolean  pretty;
  gboolean  empty;    /* nothing stands yet in the open brackets */
  int       depth;
} StewardPrinter;

void steward_printer_open      (StewardPrinter *self,
                                const char     *key,
                                char            bracket);
void steward_printer_close     (StewardPrinter *self,
                                char            bracket);
void steward_printer_string    (StewardPrinter *self,
                                const char     *key,
                                const char     *value);
/* Nothing at all when @value is NULL or empty. */
void steward_printer_optional  (StewardPrinter *self,
                                const char     *key,
                                const char     *value);
void steward_printer_integer   (StewardPrinter *self,
                                const char     *key,
                                gint64          value);
void steward_printer_boolean   (StewardPrinter *self,
                                const char     *key,
                                gboolean        value);
/* A date, or null for %STEWARD_DAY_NONE. */
void steward_printer_day       (StewardPrinter *self,
                                const char     *key,
                                StewardDay      day);
/* An array of strings; nothing at all when it is empty. */
void steward_printer_strings   (StewardPrinter *self,
                                const char     *key,
                                char * const   *values);

G_END_DECLS
