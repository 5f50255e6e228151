/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes a layout as JSON text with one object per line, so that a changed
 * golden dump reads well as a difference. Numbers have one decimal: more
 * would only tell one font version from the next. */

void steward_dump_open   (GString    *text,
                          char        bracket);
void steward_dump_close  (GString    *text,
                          char        bracket);
void steward_dump_key    (GString    *text,
                          const char *key);
void steward_dump_text   (GString    *text,
                          const char *key,
                          const char *value);
/* A string inside an array. */
void steward_dump_item   (GString    *text,
                          const char *value);
void steward_dump_number (GString    *text,
                          const char *key,
                          double      value);

G_END_DECLS
