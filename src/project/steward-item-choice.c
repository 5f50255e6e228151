/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-item-choice.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-decisions.h"
#include "steward-edition.h"
#include "steward-error.h"
#include "steward-piece.h"

void
steward_item_offer_free (StewardItemOffer *self)
{
  g_free (self->reasons);
  g_free (self);
}

/* All boxes of the form that stand for an item, in its order; for @item alone
 * unless that is NULL. (transfer container) (element-type StewardBox) */
static GPtrArray *
list_boxes (StewardPack       *pack,
            const StewardItem *item)
{
  GPtrArray *parts = steward_pack_get_parts (pack), *boxes = g_ptr_array_new ();

  for (guint i = 0; i < parts->len; i++)
    {
      const StewardPart *part = parts->pdata[i];

      for (guint j = 0; j < part->groups->len; j++)
        {
          const StewardGroup *group = part->groups->pdata[j];

          for (guint k = 0; group->kind == STEWARD_GROUP_ITEMS && k < group->boxes->len; k++)
            {
              const StewardBox *box = group->boxes->pdata[k];

              if (box->kind == STEWARD_BOX_ITEM && (item == NULL || box->item == item))
                g_ptr_array_add (boxes, (gpointer) box);
            }
        }
    }
  return boxes;
}

/* Items may have two boxes. */
static gboolean
is_in_plan (StewardProject    *project,
            const StewardItem *item)
{
  g_autoptr (GPtrArray) boxes = list_boxes (steward_project_get_pack (project), item);

  for (guint i = 0; i < boxes->len; i++)
    {
      if (steward_project_is_ticked (project, ((const StewardBox *) boxes->pdata[i])->id))
        return TRUE;
    }
  return FALSE;
}

static const StewardHint *
find_hint (GPtrArray         *hints,
           const StewardItem *item)
{
  for (guint i = 0; i < hints->len; i++)
    {
      const StewardHint *hint = hints->pdata[i];

      if (hint->box->item == item)
        return hint;
    }
  return NULL;
}

/* What would be suggested if nobody had decided about @item, or about any item that
 * is not in the plan when it is NULL. (transfer full) (element-type StewardHint) */
static GPtrArray *
list_undecided_hints (StewardProject    *project,
                      const StewardItem *item)
{
  g_autoptr (StewardProject) copy = steward_project_duplicate (project);
  g_autoptr (GPtrArray) boxes = list_boxes (steward_project_get_pack (project), item);

  for (guint i = 0; i < boxes->len; i++)
    {
      const StewardBox *box = boxes->pdata[i];

      if (item || !steward_project_is_ticked (project, box->id))
        steward_project_clear_tick (copy, box->id);
    }
  return steward_project_get_hints (copy);
}

static char *
dup_reasons (GPtrArray         *hints,
             const StewardItem *item)
{
  const StewardHint *hint = find_hint (hints, item);

  return g_strstrip (g_strdup (hint && !hint->off ? hint->reasons : ""));
}

GPtrArray *
steward_item_choice_list_offers (StewardProject *project)
{
  g_autoptr (GPtrArray) boxes = NULL, hints = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *offers;

  g_return_val_if_fail (STEWARD_IS_PROJECT (project), NULL);

  boxes = list_boxes (steward_project_get_pack (project), NULL);
  hints = list_undecided_hints (project, NULL);
  offers = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_item_offer_free);
  for (guint i = 0; i < boxes->len; i++)
    {
      const StewardBox *box = boxes->pdata[i];
      StewardItemOffer *offer;

      if (!g_hash_table_add (seen, (gpointer) box->item) || is_in_plan (project, box->item))
        continue;
      offer = g_new0 (StewardItemOffer, 1);
      offer->item = box->item;
      offer->box = box;
      offer->reasons = dup_reasons (hints, box->item);
      g_ptr_array_add (offers, offer);
    }
  return offers;
}

gboolean
steward_item_choice_add (StewardProject  *project,
                         const char      *id,
                         const char      *by,
                         GError         **error)
{
  StewardPack *pack;
  const StewardItem *item;
  const StewardBox *box;

  g_return_val_if_fail (STEWARD_IS_PROJECT (project), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  pack = steward_project_get_pack (project);
  item = steward_pack_find_item (pack, id);
  box = item ? steward_pack_find_item_box (pack, id) : NULL;
  if (box == NULL)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, _("The form has no item “%s”."), id);
      return FALSE;
    }
  if (is_in_plan (project, item))
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("“%s” is in the plan already."), item->name);
      return FALSE;
    }
  steward_project_set_tick (project, box->id, TRUE, by, NULL);
  return TRUE;
}

gboolean
steward_item_choice_can_remove (const StewardPlanItem  *item,
                                GError                **error)
{
  const StewardCase *handled;
  const StewardEvent *last;
  g_autofree char *day = NULL;

  g_return_val_if_fail (item != NULL, FALSE);

  handled = item->case_;
  if (handled == NULL || handled->events->len == 0)
    return TRUE;
  last = handled->events->pdata[handled->events->len - 1];
  day = steward_day_format (last->day);
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
               _("“%s” stays in the plan: its case has begun (%s, %s), and what happened stays. If it is not needed any "
                 "more, record in its case that it was withdrawn."),
               item->name, steward_case_status_get_name (last->status), day);
  return FALSE;
}

gboolean
steward_item_choice_remove (StewardProject         *project,
                            const StewardPlanItem  *item,
                            const char             *by,
                            GError                **error)
{
  g_autoptr (GPtrArray) boxes = NULL;
  g_autofree char *id = NULL;

  g_return_val_if_fail (STEWARD_IS_PROJECT (project), FALSE);
  g_return_val_if_fail (item != NULL, FALSE);

  if (!steward_item_choice_can_remove (item, error))
    return FALSE;
  if (item->n_parts > 1)
    {
      id = g_strdup (item->case_->id);
      steward_project_remove_case (project, id);
      return TRUE;
    }
  if (item->row)
    {
      id = g_strdup (item->base);
      steward_project_set_row_text (project, id, "");
      return TRUE;
    }
  boxes = list_boxes (steward_project_get_pack (project), item->item);
  for (guint i = 0; i < boxes->len; i++)
    {
      const StewardBox *box = boxes->pdata[i];

      if (steward_project_is_ticked (project, box->id))
        steward_project_set_tick (project, box->id, FALSE, by, NULL);
    }
  return TRUE;
}

char *
steward_item_choice_find_reasons (StewardProject *project,
                                  const char     *id)
{
  const StewardItem *item;
  g_autoptr (GPtrArray) hints = NULL;

  g_return_val_if_fail (STEWARD_IS_PROJECT (project), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  item = steward_pack_find_item (steward_project_get_pack (project), id);
  if (item == NULL)
    return g_strdup ("");
  hints = list_undecided_hints (project, item);
  return dup_reasons (hints, item);
}

StewardFrozenPlan *
steward_item_choice_read_list (StewardProject *project)
{
  const StewardEdition *last;

  g_return_val_if_fail (STEWARD_IS_PROJECT (project), NULL);

  last = steward_project_get_newest_edition (project);
  return last ? steward_frozen_plan_parse (last->content, NULL) : NULL;
}

gboolean
steward_item_choice_wants_reason (StewardProject          *project,
                                  const StewardFrozenPlan *list,
                                  const char              *base)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (project), FALSE);
  g_return_val_if_fail (base != NULL, FALSE);

  return list && steward_frozen_plan_find (list, STEWARD_FROZEN_ITEM, base) == NULL
         && steward_project_find_acknowledgement (project, steward_check_code_to_word (STEWARD_CHECK_OUTSIDE_LIST),
                                                  base) == NULL;
}
