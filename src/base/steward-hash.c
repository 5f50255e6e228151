/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-hash.h"

guint32
steward_hash_text (const char *text,
                   guint32     seed)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325) ^ seed;

  g_return_val_if_fail (text != NULL, 0);

  for (; *text != '\0'; text++)
    hash = (hash ^ (guchar) *text) * G_GUINT64_CONSTANT (0x100000001b3);
  /* The low bits of the products depend on the low bits of the text only. */
  hash ^= hash >> 32;
  hash *= G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return hash >> 32;
}

guint32
steward_hash_n_slots (guint32 length)
{
  guint32 n = 4;

  while (n < 2 * length)
    n *= 2;
  return n;
}
