/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A hash of @text that depends on @seed. With a seed drawn per table, a file
 * whose keys were chosen to collide (easy with g_str_hash()) cannot make
 * look-ups slow. */
guint32 steward_hash_text      (const char *text,
                                guint32     seed);
/* Slots of an open addressing table for @length entries: a power of two, at
 * most half full. */
guint32 steward_hash_n_slots   (guint32     length);

G_END_DECLS
