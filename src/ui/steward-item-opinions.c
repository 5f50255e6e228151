/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-item-opinions.h"

static void
opinion_free (gpointer data)
{
  StewardOpinion *opinion = data;

  g_free (opinion->bureau);
  g_free (opinion->about);
  g_free (opinion->text);
  g_free (opinion);
}

GPtrArray *
steward_item_opinions_new (void)
{
  return g_ptr_array_new_with_free_func (opinion_free);
}

static guint
find_place (GPtrArray  *opinions,
            const char *bureau,
            const char *item)
{
  guint i = 0;

  for (; i < opinions->len; i++)
    {
      const StewardOpinion *opinion = g_ptr_array_index (opinions, i);

      if (g_str_equal (opinion->bureau, bureau) && g_str_equal (opinion->about, item))
        break;
    }

  return i;
}

const StewardOpinion *
steward_item_opinions_find (GPtrArray  *opinions,
                            const char *bureau,
                            const char *item)
{
  guint place;

  g_return_val_if_fail (opinions != NULL && bureau != NULL && item != NULL, NULL);

  place = find_place (opinions, bureau, item);

  return place < opinions->len ? g_ptr_array_index (opinions, place) : NULL;
}

gboolean
steward_item_opinions_put (GPtrArray             *opinions,
                           const char            *bureau,
                           const char            *item,
                           StewardOpinionVerdict  verdict,
                           const char            *text)
{
  StewardOpinion *opinion;
  char *words;
  guint place;

  g_return_val_if_fail (opinions != NULL && bureau != NULL && item != NULL && text != NULL, FALSE);

  place = find_place (opinions, bureau, item);
  opinion = place < opinions->len ? g_ptr_array_index (opinions, place) : NULL;
  if (verdict == STEWARD_OPINION_NONE && *text == '\0')
    return opinion != NULL && g_ptr_array_remove_index (opinions, place) != NULL;
  if (opinion != NULL && opinion->verdict == verdict && g_str_equal (opinion->text, text))
    return FALSE;

  if (opinion == NULL)
    {
      opinion = g_new0 (StewardOpinion, 1);
      opinion->bureau = g_strdup (bureau);
      opinion->about = g_strdup (item);
      g_ptr_array_add (opinions, opinion);
    }
  opinion->verdict = verdict;
  /* What is put may be what is there. */
  words = g_strdup (text);
  g_free (opinion->text);
  opinion->text = words;

  return TRUE;
}

static void
add_copy (GPtrArray            *all,
          const StewardOpinion *opinion)
{
  g_ptr_array_add (all, g_memdup2 (opinion, sizeof *opinion));
}

void
steward_item_opinions_list (GPtrArray         *opinions,
                            const StewardPlan *plan,
                            GPtrArray         *all)
{
  g_return_if_fail (opinions != NULL && plan != NULL && all != NULL);

  for (guint i = 0; i < plan->items->len; i++)
    {
      const StewardPlanItem *item = g_ptr_array_index (plan->items, i);

      for (guint j = 0; j < opinions->len && item->part == 0; j++)
        {
          const StewardOpinion *opinion = g_ptr_array_index (opinions, j);

          if (g_str_equal (opinion->about, item->base))
            add_copy (all, opinion);
        }
    }
  for (guint j = 0; j < opinions->len; j++)
    {
      const StewardOpinion *opinion = g_ptr_array_index (opinions, j);

      if (steward_plan_find_item (plan, opinion->about) == NULL)
        add_copy (all, opinion);
    }
}
