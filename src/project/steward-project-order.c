/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-project-private.h"

#include <string.h>

static int
compare_places (guint       a,
                const char *a_id,
                guint       b,
                const char *b_id)
{
  return a != b ? (a < b ? -1 : 1) : strcmp (a_id, b_id);
}

int
steward_row_compare (gconstpointer a,
                     gconstpointer b)
{
  const StewardRow *row = a, *other = b;

  return compare_places (row->position, row->id, other->position, other->id);
}

int
steward_case_compare (gconstpointer a,
                      gconstpointer b)
{
  const StewardCase *handled = a, *other = b;

  return compare_places (handled->position, handled->id, other->position, other->id);
}

int
steward_closing_compare (gconstpointer a,
                         gconstpointer b)
{
  const StewardClosing *closing = a, *other = b;

  return compare_places (closing->position, closing->stage, other->position, other->stage);
}

int
steward_ledger_compare (gconstpointer a,
                        gconstpointer b)
{
  const StewardLedgerEntry *entry = a, *other = b;

  return compare_places (entry->number, "", other->number, "");
}

/* The place of @element, or where it belongs. */
guint
steward_ordered_find (GPtrArray     *list,
                      gconstpointer  element,
                      GCompareFunc   compare)
{
  guint low = 0, high = list->len;

  /* New elements come last as a rule. */
  if (high > 0 && compare (list->pdata[high - 1], element) < 0)
    return high;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare (list->pdata[middle], element) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

void
steward_ordered_add (GPtrArray    *list,
                     gpointer      element,
                     GCompareFunc  compare)
{
  g_ptr_array_insert (list, steward_ordered_find (list, element, compare), element);
}

void
steward_ordered_remove (GPtrArray     *list,
                        gconstpointer  element,
                        GCompareFunc   compare)
{
  guint at = steward_ordered_find (list, element, compare);

  g_return_if_fail (at < list->len && list->pdata[at] == element);

  g_ptr_array_remove_index (list, at);
}
