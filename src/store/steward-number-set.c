/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-listing-private.h"

/* Pages of bits: numbers are given in order, so a page is nearly full, and
 * nearly all are among the first ones. */
#define PAGE_BITS  12
#define PAGE_WORDS (1 << (PAGE_BITS - 6))
#define N_NEAR     256

struct _StewardNumberSet
{
  guint64    *near[N_NEAR];
  GHashTable *pages;      /* number >> PAGE_BITS → guint64[PAGE_WORDS], all */
};

StewardNumberSet *
steward_number_set_new (void)
{
  StewardNumberSet *self = g_new0 (StewardNumberSet, 1);

  self->pages = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return self;
}

void
steward_number_set_free (StewardNumberSet *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->pages);
  g_free (self);
}

static guint64 *
find_page (StewardNumberSet *self,
           gint64            key)
{
  return key >= 0 && key < N_NEAR ? self->near[key] : g_hash_table_lookup (self->pages, &key);
}

void
steward_number_set_add (StewardNumberSet *self,
                        gint64            number)
{
  gint64 key = number >> PAGE_BITS;
  guint64 *page = find_page (self, key);

  if (page == NULL)
    {
      page = g_new0 (guint64, PAGE_WORDS);
      g_hash_table_insert (self->pages, g_memdup2 (&key, sizeof key), page);
      if (key >= 0 && key < N_NEAR)
        self->near[key] = page;
    }
  page[(number >> 6) & (PAGE_WORDS - 1)] |= G_GUINT64_CONSTANT (1) << (number & 63);
}

gboolean
steward_number_set_contains (StewardNumberSet *self,
                             gint64            number)
{
  const guint64 *page = find_page (self, number >> PAGE_BITS);

  return page != NULL && ((page[(number >> 6) & (PAGE_WORDS - 1)] >> (number & 63)) & 1) != 0;
}
