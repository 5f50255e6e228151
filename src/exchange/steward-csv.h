/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends one field as RFC 4180 wants it: in double quotes when it holds a
 * comma, a quote, a line break or space at an end. A text that a spreadsheet
 * would run as a formula (it begins with = + - @, their full-width forms, a
 * tab or a line break) gets an apostrophe in front, which spreadsheets do not
 * show as part of the text and other readers must take off. NULL is an empty
 * field. Numbers are to be appended as they are, not through this. */
void steward_csv_append_text (GString    *csv,
                              const char *text);

G_END_DECLS
