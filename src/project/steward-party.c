/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-party.h"

static void
party_free (gpointer data)
{
  StewardParty *self = data;

  g_ptr_array_unref (self->items);
  g_free (self);
}

static StewardParty *
find_or_add (GPtrArray  *parties,
             GHashTable *known,
             const char *id,
             const char *name)
{
  StewardParty *party = g_hash_table_lookup (known, id);

  if (party != NULL)
    return party;

  party = g_new0 (StewardParty, 1);
  party->id = id;
  party->name = name != NULL ? name : id;
  party->items = g_ptr_array_new ();
  g_ptr_array_add (parties, party);
  g_hash_table_insert (known, (gpointer) id, party);

  return party;
}

static void
add_sections (GPtrArray         *parties,
              GHashTable        *known,
              const StewardPlan *plan)
{
  GPtrArray *sections = steward_pack_get_list (plan->pack, STEWARD_LIST_SECTIONS);

  for (guint i = 0; i < sections->len; i++)
    {
      const StewardNamed *section = g_ptr_array_index (sections, i);
      StewardParty *party = find_or_add (parties, known, section->id, section->name);

      for (guint j = 0; j < plan->items->len; j++)
        {
          const StewardPlanItem *item = g_ptr_array_index (plan->items, j);
          gboolean named = section->items != NULL && item->item != NULL
                           && g_strv_contains ((const char * const *) section->items, item->item->id);

          if (named || (item->item != NULL && g_strcmp0 (item->item->section, section->id) == 0))
            g_ptr_array_add (party->items, (gpointer) item);
        }
    }
}

static void
add_bureau (GPtrArray             *parties,
            GHashTable            *known,
            const StewardPlan     *plan,
            const StewardPlanItem *item,
            const char            *bureau)
{
  g_ptr_array_add (find_or_add (parties, known, bureau, steward_pack_get_bureau_name (plan->pack, bureau))->items,
                   (gpointer) item);
}

/* Where one of several is enough, or another one took it over, the one that was
 * chosen has the say; where all are competent, that one of them handles the
 * case takes it from none. */
static void
add_bureaus (GPtrArray             *parties,
             GHashTable            *known,
             const StewardPlan     *plan,
             const StewardPlanItem *item)
{
  const char *chosen = item->case_ != NULL ? item->case_->bureau : "";
  char **ids = item->item != NULL ? item->item->bureau_ids : NULL;

  gboolean among = ids != NULL && !item->item->any_bureau && g_strv_contains ((const char * const *) ids, chosen);

  if (*chosen != '\0')
    add_bureau (parties, known, plan, item, chosen);
  if (*chosen != '\0' && !among)
    return;
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (!g_str_equal (ids[i], chosen))
      add_bureau (parties, known, plan, item, ids[i]);
}

GPtrArray *
steward_plan_list_parties (const StewardPlan *plan)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *parties;

  g_return_val_if_fail (plan != NULL, NULL);

  parties = g_ptr_array_new_with_free_func (party_free);
  add_sections (parties, known, plan);
  for (guint i = 0; i < plan->items->len; i++)
    add_bureaus (parties, known, plan, g_ptr_array_index (plan->items, i));

  return parties;
}
