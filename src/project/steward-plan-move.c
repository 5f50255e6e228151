/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-plan-move.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "steward-error.h"

static gboolean
names (char * const *ids,
       const char   *id)
{
  return ids && id && g_strv_contains ((const char * const *) ids, id);
}

/* Whether @block comes after the block @id, or after one that does. A pack has
 * no circles; @depth is for one that was never checked. */
static gboolean
follows_block (const StewardPack  *pack,
               const StewardBlock *block,
               const char         *id,
               guint               depth)
{
  if (block == NULL || block->after == NULL || depth == 0)
    return FALSE;
  for (guint i = 0; block->after[i]; i++)
    {
      if (strcmp (block->after[i], id) == 0 ||
          follows_block (pack, steward_pack_find_block (pack, block->after[i]), id, depth - 1))
        return TRUE;
    }
  return FALSE;
}

gboolean
steward_plan_item_precedes (const StewardPlan     *self,
                            const StewardPlanItem *before,
                            const StewardPlanItem *after)
{
  const char *block;

  g_return_val_if_fail (self != NULL && before != NULL && after != NULL, FALSE);

  block = before->block ? before->block->id : NULL;
  if (after->item && (names (after->item->after, before->base) || names (after->item->after, block)))
    return TRUE;
  if (after->block == NULL || after->block == before->block)
    return FALSE;
  return names (after->block->after, before->base) ||
         (block && follows_block (self->pack, after->block, block, steward_pack_get_blocks (self->pack)->len));
}

/* Items with several cases stand together and move together. */
static GPtrArray *
list_bases (const StewardPlanStage *stage)
{
  GPtrArray *bases = g_ptr_array_new ();

  for (guint i = 0; i < stage->items->len; i++)
    {
      const StewardPlanItem *item = stage->items->pdata[i];

      if (item->part == 0)
        g_ptr_array_add (bases, (gpointer) item);
    }
  return bases;
}

static GPtrArray *
find_bases (const StewardPlan *self,
            const char        *base,
            guint             *place)
{
  for (guint i = 0; i < self->stages->len; i++)
    {
      g_autoptr (GPtrArray) bases = list_bases (self->stages->pdata[i]);

      for (guint j = 0; j < bases->len; j++)
        {
          if (strcmp (((const StewardPlanItem *) bases->pdata[j])->base, base) == 0)
            {
              *place = j;
              return g_steal_pointer (&bases);
            }
        }
    }
  return NULL;
}

/* The first that @item must not pass on its way from @from to @to. */
static gboolean
judge (const StewardPlan  *self,
       GPtrArray          *bases,
       guint               from,
       guint               to,
       GError            **error)
{
  const StewardPlanItem *item = bases->pdata[from];
  gboolean up = to < from;

  for (guint i = from; i != to;)
    {
      const StewardPlanItem *other;

      i = up ? i - 1 : i + 1;
      other = bases->pdata[i];
      if (up ? steward_plan_item_precedes (self, other, item) : steward_plan_item_precedes (self, item, other))
        {
          g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
                       up ? _("“%s” cannot come before “%s”: it follows it by the rules of the pack.")
                          : _("“%s” cannot come after “%s”, which follows it by the rules of the pack."),
                       item->base_short_name, other->base_short_name);
          return FALSE;
        }
    }
  return TRUE;
}

char **
steward_plan_move_item (const StewardPlan  *self,
                        const char         *base,
                        guint               place,
                        GError            **error)
{
  g_autoptr (GPtrArray) bases = NULL;
  GPtrArray *order;
  gpointer moved;
  guint from = 0;

  g_return_val_if_fail (self != NULL && base != NULL, NULL);

  bases = find_bases (self, base, &from);
  if (bases == NULL)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, _("The plan has no item “%s”."), base);
      return NULL;
    }
  place = MIN (place, bases->len - 1);
  moved = bases->pdata[from];
  if (place == from)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("“%s” is there already; it stays in its stage."),
                   ((const StewardPlanItem *) moved)->base_short_name);
      return NULL;
    }
  if (!judge (self, bases, from, place, error))
    return NULL;

  g_ptr_array_remove_index (bases, from);
  g_ptr_array_insert (bases, (int) place, moved);
  order = g_ptr_array_new ();
  for (guint i = 0; i < bases->len; i++)
    g_ptr_array_add (order, g_strdup (((const StewardPlanItem *) bases->pdata[i])->base));
  g_ptr_array_add (order, NULL);
  return (char **) g_ptr_array_free (order, FALSE);
}

int
steward_plan_get_place (const StewardPlan *self,
                        const char        *base)
{
  g_autoptr (GPtrArray) bases = NULL;
  guint place;

  g_return_val_if_fail (self != NULL && base != NULL, -1);

  bases = find_bases (self, base, &place);
  return bases ? (int) place : -1;
}
