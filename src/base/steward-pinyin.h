/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @text folded for searching: lower case, full-width forms made half-width,
 * white space to single spaces. One character stays one character, so that an
 * offset in characters means the same in both. (transfer full) */
char     *steward_search_fold      (const char  *text);
/* As above, and each Chinese character replaced by the first letter of its
 * most common reading ("大同" gives "dt"): what people type to find a name.
 * (transfer full) */
char     *steward_pinyin_initials  (const char  *text);
/* Finds @needle (as typed) in @text by itself or by initials. TRUE when found;
 * then @start and @length are in characters of @text. An empty needle is not
 * found. */
gboolean  steward_search_find      (const char  *text,
                                    const char  *needle,
                                    guint       *start,
                                    guint       *length);

G_END_DECLS
