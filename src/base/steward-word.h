/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the words of a Chinese @text begin, so that a line need not end within
 * one: a byte for each character, TRUE where one does. The first is always
 * TRUE; without a dictionary all are. (transfer full) */
gboolean *steward_word_find_begins (const char *text,
                                    glong      *n_characters);

G_END_DECLS
