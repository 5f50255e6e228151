/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-schedule-link.h"

#include <string.h>

/* The links that the pack names, as rows of the plan. */
typedef struct
{
  const StewardSchedule *schedule;
  GHashTable            *rows;     /* id of an item, block or activity → GPtrArray of rows */
  GHashTable            *seen;     /* key of each pair */
  GPtrArray             *links;
} Lister;

static void
add_named (Lister                   *self,
           const char               *id,
           const StewardScheduleRow *row)
{
  GPtrArray *rows = g_hash_table_lookup (self->rows, id);

  if (rows == NULL)
    {
      rows = g_ptr_array_new ();
      g_hash_table_insert (self->rows, (gpointer) id, rows);
    }
  g_ptr_array_add (rows, (gpointer) row);
}

static void
collect_rows (Lister *self)
{
  for (guint i = 0; i < self->schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = self->schedule->rows->pdata[i];

      if (row->kind == STEWARD_ROW_ACTIVITY)
        add_named (self, row->id, row);
      if (row->kind != STEWARD_ROW_ITEM)
        continue;
      add_named (self, row->item->base, row);
      if (row->item->block)
        add_named (self, row->item->block->id, row);
    }
}

static void
add_link (Lister     *self,
          const char *from,
          const char *to)
{
  char *key = steward_own_link_make_key (from, to);
  StewardScheduleLink *link;

  if (!g_hash_table_add (self->seen, key))
    return;
  link = g_new0 (StewardScheduleLink, 1);
  link->from = g_strdup (from);
  link->to = g_strdup (to);
  link->text = g_strdup ("");
  g_ptr_array_add (self->links, link);
}

/* Segments that go by themselves wait for the one of the same name. */
static gboolean
goes_with_another (const Lister             *self,
                   const GPtrArray          *all,
                   const StewardScheduleRow *from,
                   const StewardScheduleRow *to)
{
  if (from->item == NULL || to->item == NULL || *to->item->segment == '\0' ||
      !steward_pack_get_setting (self->schedule->plan->pack, "segments-pair", 0) ||
      strcmp (from->item->segment, to->item->segment) == 0)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      const StewardScheduleRow *row = all->pdata[i];

      if (row->item && strcmp (row->item->base, from->item->base) == 0 &&
          strcmp (row->item->segment, to->item->segment) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
link_ids (Lister     *self,
          const char *from,
          const char *to)
{
  const GPtrArray *first = g_hash_table_lookup (self->rows, from);
  const GPtrArray *second = g_hash_table_lookup (self->rows, to);

  for (guint i = 0; first && i < first->len; i++)
    {
      for (guint j = 0; second && j < second->len; j++)
        {
          const StewardScheduleRow *a = first->pdata[i], *b = second->pdata[j];

          if (a != b && !goes_with_another (self, first, a, b))
            add_link (self, a->id, b->id);
        }
    }
}

static void
link_all_after (Lister     *self,
                char      **after,
                const char *to)
{
  for (guint i = 0; after && after[i]; i++)
    link_ids (self, after[i], to);
}

GPtrArray *
steward_schedule_list_links (const StewardSchedule *self)
{
  Lister lister = { .schedule = self };
  GPtrArray *items, *blocks, *activities;

  g_return_val_if_fail (self != NULL, NULL);

  lister.rows = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  lister.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lister.links = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_schedule_link_free);
  items = steward_pack_get_items (self->plan->pack);
  blocks = steward_pack_get_blocks (self->plan->pack);
  activities = steward_pack_get_activities (self->plan->pack);
  collect_rows (&lister);
  for (guint i = 0; i < blocks->len; i++)
    link_all_after (&lister, ((StewardBlock *) blocks->pdata[i])->after, ((StewardBlock *) blocks->pdata[i])->id);
  for (guint i = 0; i < items->len; i++)
    link_all_after (&lister, ((StewardItem *) items->pdata[i])->after, ((StewardItem *) items->pdata[i])->id);
  for (guint i = 0; i < activities->len; i++)
    {
      const StewardActivity *activity = activities->pdata[i];

      link_all_after (&lister, activity->after, activity->id);
      for (guint j = 0; activity->before && activity->before[j]; j++)
        link_ids (&lister, activity->id, activity->before[j]);
    }
  for (guint i = 0; i < self->own_links->len; i++)
    {
      const StewardScheduleLink *own = self->own_links->pdata[i];
      StewardScheduleLink *link = g_new (StewardScheduleLink, 1);

      *link = (StewardScheduleLink) { g_strdup (own->from), g_strdup (own->to), own->own, own->rests, g_strdup (own->text) };
      g_ptr_array_add (lister.links, link);
    }
  g_hash_table_unref (lister.rows);
  g_hash_table_unref (lister.seen);
  return lister.links;
}
