/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pack-draft-private.h"

#include <glib/gi18n-lib.h>

#include "steward-error.h"

/**
 * Reference:
 * @lists: members that are lists of such ids
 * @members: members that are one such id; what is named `source.basis` stands
 *   in an object that says nothing without it
 * @box: member of a box that stands for it
 *
 * How entries of a list are named by others.
 */
typedef struct
{
  const char *list;
  const char *lists[6];
  const char *members[3];
  const char *box;
} Reference;

static const Reference references[] = {
  { "items", { "after", "before", "until", "items" }, { NULL }, "item" },
  { "materials", { "materials" }, { NULL }, "material" },
  { "blocks", { "after", "before", "until", "blocks" }, { "block" }, NULL },
  { "stages", { "after", "before", "until", "stages" }, { NULL }, NULL },
  { "events", { "after" }, { NULL }, NULL },
  { "activities", { "until" }, { NULL }, NULL },
  { "bureaus", { "bureaus" }, { "zone" }, NULL },
  { "sections", { NULL }, { "section" }, NULL },
  { "boxes", { "boxes" }, { NULL }, NULL },
};

static gboolean
is_text (JsonNode   *node,
         const char *text)
{
  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING &&
         strcmp (json_node_get_string (node), text) == 0;
}

/* FALSE when nothing is left in a list that had something. */
static gboolean
drop_text (JsonArray  *array,
           const char *text)
{
  gboolean dropped = FALSE;

  for (guint i = json_array_get_length (array); i > 0; i--)
    if (is_text (json_array_get_element (array, i - 1), text))
      {
        json_array_remove_element (array, i - 1);
        dropped = TRUE;
      }
  return !dropped || json_array_get_length (array) > 0;
}

static void forget_in (JsonNode        *node,
                       const Reference *reference,
                       const char      *id,
                       GPtrArray       *boxes);

/* A group without boxes is no group: a blank slot stays where people can still
 * type what the rules no longer name. */
static void
add_slot (JsonArray  *boxes,
          const char *gone)
{
  JsonObject *slot = json_object_new ();
  g_autofree char *id = g_strconcat (gone, "-free", NULL);

  json_object_set_string_member (slot, "id", id);
  json_object_set_boolean_member (slot, "blank", TRUE);
  json_array_add_object_element (boxes, slot);
}

/* The boxes that stand for it go; their ids are noted. */
static void
forget_boxes (JsonArray       *array,
              const Reference *reference,
              const char      *id,
              GPtrArray       *boxes)
{
  for (guint i = json_array_get_length (array); i > 0; i--)
    {
      JsonNode *node = json_array_get_element (array, i - 1);
      JsonObject *box = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

      if (box == NULL || !is_text (json_object_get_member (box, reference->box), id))
        continue;
      g_ptr_array_add (boxes, g_strdup (json_object_get_string_member_with_default (box, "id", "")));
      json_array_remove_element (array, i - 1);
      if (json_array_get_length (array) == 0)
        add_slot (array, boxes->pdata[boxes->len - 1]);
    }
}

/* Nothing suggested, and nothing that a lever acts on, is no suggestion and no
 * effect any more. */
static gboolean
is_spent (const char *key,
          JsonNode   *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (object == NULL)
    return FALSE;
  if (strcmp (key, "suggestions") == 0)
    return !json_object_has_member (object, "boxes");
  if (strcmp (key, "levers") == 0)
    return !json_object_has_member (object, "effects");
  return strcmp (key, "effects") == 0 && !json_object_has_member (object, "items") &&
         !json_object_has_member (object, "blocks") && !json_object_has_member (object, "stages");
}

static void
forget_in_array (const char      *key,
                 JsonArray       *array,
                 const Reference *reference,
                 const char      *id,
                 GPtrArray       *boxes)
{
  if (reference->box != NULL && strcmp (key, "boxes") == 0)
    forget_boxes (array, reference, id, boxes);
  for (guint i = json_array_get_length (array); i > 0; i--)
    {
      JsonNode *node = json_array_get_element (array, i - 1);
      gboolean spent = is_spent (key, node);

      forget_in (node, reference, id, boxes);
      if (!spent && is_spent (key, node))
        json_array_remove_element (array, i - 1);
    }
}

static void
forget_in (JsonNode        *node,
           const Reference *reference,
           const char      *id,
           GPtrArray       *boxes)
{
  JsonObject *object;
  g_autoptr(GList) keys = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return;
  object = json_node_get_object (node);
  keys = json_object_get_members (object);
  for (GList *link = keys; link != NULL; link = link->next)
    {
      const char *key = link->data;
      JsonNode *member = json_object_get_member (object, key);

      if (g_strv_contains (reference->members, key) && is_text (member, id))
        json_object_remove_member (object, key);
      else if (JSON_NODE_HOLDS_ARRAY (member))
        {
          JsonArray *array = json_node_get_array (member);
          gboolean had = json_array_get_length (array) > 0, left = TRUE;

          if (g_strv_contains (reference->lists, key))
            left = drop_text (array, id);
          forget_in_array (key, array, reference, id, boxes);
          if (!left || (had && json_array_get_length (array) == 0 && strcmp (key, "effects") == 0))
            json_object_remove_member (object, key);
        }
      else
        forget_in (member, reference, id, boxes);
    }
}

void
steward_pack_draft_forget (JsonNode   *root,
                           const char *list,
                           const char *id)
{
  g_autoptr(GPtrArray) boxes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    if (strcmp (references[i].list, list) == 0)
      forget_in (root, &references[i], id, boxes);
  for (guint i = 0; i < boxes->len; i++)
    steward_pack_draft_forget (root, "boxes", boxes->pdata[i]);
}

static gboolean
is_used (JsonNode   *node,
         const char *id)
{
  g_autoptr(GList) values = NULL;

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        if (is_used (json_array_get_element (array, i), id))
          return TRUE;
      return FALSE;
    }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  if (is_text (json_object_get_member (json_node_get_object (node), "id"), id))
    return TRUE;
  values = json_object_get_values (json_node_get_object (node));
  for (GList *link = values; link != NULL; link = link->next)
    if (is_used (link->data, id))
      return TRUE;
  return FALSE;
}

/* Looks in the files of everything the pack is made of. */
static gboolean
is_used_anywhere (const StewardPackDraft *self,
                  const char             *id)
{
  g_autoptr(GPtrArray) roots = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);

  g_ptr_array_add (roots, json_node_ref (self->root));
  for (guint i = 0; i < self->pack->layers->len; i++)
    g_ptr_array_add (roots, steward_pack_json_copy (self->pack->layers->pdata[i]));
  for (guint i = 0; i < self->pack->supplements->len; i++)
    {
      const StewardPack *supplement = self->pack->supplements->pdata[i];

      for (guint j = 0; j < supplement->layers->len; j++)
        g_ptr_array_add (roots, steward_pack_json_copy (supplement->layers->pdata[j]));
    }
  for (guint i = 0; i < roots->len; i++)
    if (is_used (roots->pdata[i], id))
      return TRUE;
  return FALSE;
}

char *
steward_pack_draft_make_id (const StewardPackDraft *self,
                            const char             *prefix)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (prefix != NULL, NULL);

  for (guint i = 1;; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s%u", prefix, i);

      if (!is_used_anywhere (self, id))
        return g_steal_pointer (&id);
    }
}

/* The array of boxes of @group in a part of the own form, or NULL. */
static JsonArray *
find_boxes (JsonObject *part,
            const char *group)
{
  JsonNode *groups = json_object_get_member (part, "groups");

  for (guint i = 0; groups != NULL && JSON_NODE_HOLDS_ARRAY (groups) &&
                    i < json_array_get_length (json_node_get_array (groups)); i++)
    {
      JsonNode *node = json_array_get_element (json_node_get_array (groups), i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      JsonNode *boxes;

      if (object == NULL || !is_text (json_object_get_member (object, "id"), group))
        continue;
      boxes = json_object_get_member (object, "boxes");
      if (boxes != NULL && JSON_NODE_HOLDS_ARRAY (boxes))
        return json_node_get_array (boxes);
      json_object_set_array_member (object, "boxes", json_array_new ());
      return json_object_get_array_member (object, "boxes");
    }
  return NULL;
}

/* New boxes stand before the blank slots, where a reader looks for them. */
static void
insert_box (JsonArray  *boxes,
            JsonObject *box)
{
  g_autoptr(GPtrArray) after = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  guint place = json_array_get_length (boxes);

  while (place > 0)
    {
      JsonNode *node = json_array_get_element (boxes, place - 1);

      if (!JSON_NODE_HOLDS_OBJECT (node) || !json_object_has_member (json_node_get_object (node), "blank"))
        break;
      place--;
    }
  while (json_array_get_length (boxes) > place)
    {
      g_ptr_array_add (after, json_array_dup_element (boxes, place));
      json_array_remove_element (boxes, place);
    }
  json_array_add_object_element (boxes, box);
  for (guint i = 0; i < after->len; i++)
    json_array_add_element (boxes, json_node_ref (after->pdata[i]));
}

char *
steward_pack_draft_add_box (StewardPackDraft  *self,
                            const char        *group,
                            const char        *list,
                            const char        *id,
                            GError           **error)
{
  const StewardGroup *found;
  JsonObject *part, *box;
  JsonArray *boxes;
  g_autofree char *prefix = NULL, *box_id = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (group != NULL && id != NULL, NULL);
  g_return_val_if_fail (g_strcmp0 (list, "items") == 0 || g_strcmp0 (list, "materials") == 0, NULL);

  found = steward_pack_find_group (self->pack, group);
  if (found == NULL)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, _("The form has no group “%s”."), group);
      return NULL;
    }
  if (self->step == NULL || !g_str_has_prefix (self->step, STEWARD_DRAFT_ADD) ||
      strcmp (self->step + strlen (STEWARD_DRAFT_ADD), id) != 0)
    steward_pack_draft_end_step (self);
  part = steward_pack_draft_own (self, "parts", found->stage->id, error);
  if (part == NULL)
    return NULL;
  boxes = find_boxes (part, group);
  if (boxes == NULL)
    {
      steward_pack_draft_revert (self);
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
                   _("“%s” belongs to a supplement and can only be changed there."), group);
      return NULL;
    }
  prefix = g_strconcat (group, ".", NULL);
  box_id = steward_pack_draft_make_id (self, prefix);
  box = json_object_new ();
  json_object_set_string_member (box, "id", box_id);
  json_object_set_string_member (box, strcmp (list, "items") == 0 ? "item" : "material", id);
  insert_box (boxes, box);
  return steward_pack_draft_commit (self, error) ? g_steal_pointer (&box_id) : NULL;
}
