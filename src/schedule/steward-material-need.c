/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-material-need.h"

#include "steward-network-private.h"
#include "steward-papers.h"
#include "steward-schedule-private.h"

/* The network of limits alone: its length is the days of approval, and its
 * links say what comes after what. */
typedef struct
{
  const StewardSchedule *schedule;
  StewardNetwork        *network;
  GHashTable            *rows;    /* id → row */
} Search;

static void
need_free (StewardMaterialNeed *need)
{
  g_ptr_array_unref (need->items);
  g_free (need);
}

static gboolean
is_waiting (const StewardScheduleRow *row)
{
  return row->kind == STEWARD_ROW_ITEM && row->accepted == STEWARD_DAY_NONE && row->decided == STEWARD_DAY_NONE;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const StewardScheduleRow *x = *(gpointer *) a, *y = *(gpointer *) b;

  return (x->start > y->start) - (x->start < y->start);
}

static void
collect_named (const Search        *search,
               StewardMaterialNeed *need)
{
  for (guint i = 0; i < need->material->used_in->len; i++)
    {
      const StewardPlanItem *item = need->material->used_in->pdata[i];
      StewardScheduleRow *row = g_hash_table_lookup (search->rows, item->id);

      if (row && is_waiting (row))
        g_ptr_array_add (need->items, row);
    }
  g_ptr_array_sort (need->items, compare_rows);
}

/* As when planning backward: nobody knows which item it is, so that the first
 * of the stage may be it. Where that is accepted, so is the paper. */
static void
collect_of_stage (const Search        *search,
                  StewardMaterialNeed *need)
{
  StewardScheduleRow *first = NULL;

  for (guint i = 0; i < search->schedule->rows->len; i++)
    {
      StewardScheduleRow *row = search->schedule->rows->pdata[i];

      if (row->kind == STEWARD_ROW_ITEM && row->stage == need->material->first_stage
          && (first == NULL || row->start < first->start))
        first = row;
    }
  if (first && is_waiting (first))
    g_ptr_array_add (need->items, first);
}

/* Marks @task and all that it holds back. */
static void
mark_behind (const StewardNetwork *network,
             int                   task,
             gboolean             *marks)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (int));

  marks[task] = TRUE;
  g_array_append_val (open, task);
  while (open->len > 0)
    {
      int at = g_array_index (open, int, open->len - 1);

      g_array_set_size (open, open->len - 1);
      for (int i = network->after_at[at]; i < network->after_at[at + 1]; i++)
        {
          int next = network->after[i];

          if (marks[next] || !steward_link_holds (network, at, next))
            continue;
          marks[next] = TRUE;
          g_array_append_val (open, next);
        }
    }
}

static void
measure (const Search        *search,
         StewardMaterialNeed *need)
{
  guint n = steward_network_get_length (search->network);
  g_autofree gboolean *marks = g_new0 (gboolean, n);
  const StewardScheduleRow *first = need->items->pdata[0];
  int total = steward_network_get_total (search->network);
  int begin = total;
  guint n_all = 0;

  for (guint i = 0; i < need->items->len; i++)
    mark_behind (search->network,
                 steward_network_find (search->network, ((StewardScheduleRow *) need->items->pdata[i])->id), marks);
  for (guint i = 0; i < n; i++)
    {
      const StewardTaskResult *result = steward_network_get_result (search->network, i);
      const StewardScheduleRow *row = marks[i] ? g_hash_table_lookup (search->rows,
                                                                      steward_network_get_id (search->network, i)) : NULL;

      if (row == NULL || !is_waiting (row))
        continue;
      n_all++;
      if (result->critical)
        begin = MIN (begin, result->early_start);
    }
  need->n_behind = n_all - need->items->len;
  need->days = total - begin;
  need->wanted = first->start;
  need->holds = first->ready_since != STEWARD_DAY_NONE && first->ready_since <= search->schedule->as_of;
}

static int
compare_needs (gconstpointer a,
               gconstpointer b)
{
  const StewardMaterialNeed *x = *(gpointer *) a, *y = *(gpointer *) b;
  guint n_x = x->items->len + x->n_behind, n_y = y->items->len + y->n_behind;

  if (n_x != n_y)
    return n_x < n_y ? 1 : -1;
  if (x->days != y->days)
    return x->days < y->days ? 1 : -1;
  return (x->wanted > y->wanted) - (x->wanted < y->wanted);
}

static void
search_clear (Search *search)
{
  g_clear_pointer (&search->network, steward_network_free);
  g_clear_pointer (&search->rows, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

GPtrArray *
steward_schedule_list_material_needs (const StewardSchedule  *self,
                                      GError                **error)
{
  g_auto (Search) search = { self, NULL, NULL };
  GPtrArray *needs;

  g_return_val_if_fail (self != NULL, NULL);

  search.network = steward_schedule_build_network (self, STEWARD_PASS_APPROVAL, self->origin, error);
  if (search.network == NULL)
    return NULL;
  search.rows = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->rows->len; i++)
    g_hash_table_insert (search.rows, ((StewardScheduleRow *) self->rows->pdata[i])->id, self->rows->pdata[i]);

  needs = g_ptr_array_new_with_free_func ((GDestroyNotify) need_free);
  for (guint i = 0; i < self->plan->materials->len; i++)
    {
      const StewardPlanMaterial *material = self->plan->materials->pdata[i];
      StewardMaterialNeed *need;

      if (steward_project_get_receipt (self->plan->project, material->id))
        continue;
      need = g_new0 (StewardMaterialNeed, 1);
      need->material = material;
      need->items = g_ptr_array_new ();
      need->by_stage = need->material->used_in->len == 0;
      if (need->by_stage)
        collect_of_stage (&search, need);
      else
        collect_named (&search, need);
      if (need->items->len > 0)
        {
          measure (&search, need);
          g_ptr_array_add (needs, need);
        }
      else
        need_free (need);
    }
  g_ptr_array_sort (needs, compare_needs);
  return needs;
}
