/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pack-draft-private.h"

#include <glib/gi18n-lib.h>

#include "steward-check-code.h"
#include "steward-error.h"

/* The object that holds @list: the file, or for the form its `assessment`. */
static JsonObject *
get_holder (const StewardPackDraft *self,
            const char             *list,
            gboolean                make)
{
  JsonObject *root = json_node_get_object (self->root);
  JsonNode *node;

  if (strcmp (list, "parts") != 0)
    return root;
  node = json_object_get_member (root, "assessment");
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  if (!make)
    return NULL;
  json_object_set_object_member (root, "assessment", json_object_new ());
  return json_object_get_object_member (root, "assessment");
}

JsonArray *
steward_pack_draft_get_array (const StewardPackDraft *self,
                              const char             *list,
                              gboolean                make)
{
  JsonObject *holder = get_holder (self, list, make);
  JsonNode *node = holder != NULL ? json_object_get_member (holder, list) : NULL;

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  if (!make)
    return NULL;
  json_object_set_array_member (holder, list, json_array_new ());
  return json_object_get_array_member (holder, list);
}

static const char *
get_member (JsonObject *object,
            const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static JsonObject *
find_suggestion (JsonArray  *array,
                 const char *id,
                 guint      *index)
{
  StewardDraftPlace place;
  guint found;

  if (array == NULL || !steward_pack_draft_split_place (id, &place, &found) || place != STEWARD_PLACE_OWN ||
      found >= json_array_get_length (array) || !JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, found)))
    return NULL;
  if (index != NULL)
    *index = found;
  return json_array_get_object_element (array, found);
}

JsonObject *
steward_pack_draft_find (const StewardPackDraft *self,
                         const char             *list,
                         const char             *id,
                         guint                  *index)
{
  JsonArray *array = steward_pack_draft_get_array (self, list, FALSE);
  const char *key = strcmp (list, "parts") == 0 ? "stage" : "id";

  if (strcmp (list, "suggestions") == 0)
    return find_suggestion (array, id, index);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_OBJECT (node) || g_strcmp0 (get_member (json_node_get_object (node), key), id) != 0)
        continue;
      if (index != NULL)
        *index = i;
      return json_node_get_object (node);
    }
  return NULL;
}

/* The pack that it is built on. */
static const StewardPack *
get_base (const StewardPackDraft *self)
{
  if (strcmp (self->original->id, self->id) != 0)
    return self->original;
  return self->original->base;
}

/* @place is where @nodes stand. */
static const StewardJsonNode *
find_in_list (GPtrArray         *nodes,
              const char        *list,
              const char        *id,
              StewardDraftPlace  place)
{
  StewardDraftPlace named;
  guint index;

  if (strcmp (list, "suggestions") == 0)
    return steward_pack_draft_split_place (id, &named, &index) && named == place && index < nodes->len
           ? nodes->pdata[index] : NULL;
  for (guint i = 0; i < nodes->len; i++)
    if (g_strcmp0 (steward_pack_json_get_id (nodes->pdata[i]), id) == 0)
      return nodes->pdata[i];
  return NULL;
}

/* Without the supplements of @pack. (transfer none) (nullable) */
static const StewardJsonNode *
find_in_layers (const StewardPack *pack,
                const char        *list,
                const char        *id)
{
  g_autoptr(GPtrArray) nodes = pack != NULL ? steward_pack_json_collect (pack, list, FALSE) : NULL;

  return nodes != NULL ? find_in_list (nodes, list, id, STEWARD_PLACE_BELOW) : NULL;
}

static const StewardJsonNode *
find_in_supplements (const StewardPackDraft *self,
                     const char             *list,
                     const char             *id)
{
  g_autoptr(GPtrArray) nodes = steward_pack_json_collect (self->pack, list, TRUE);

  return find_in_list (nodes, list, id, STEWARD_PLACE_SUPPLEMENT);
}

gboolean
steward_pack_draft_get_origin (const StewardPackDraft *self,
                               const char             *list,
                               const char             *id,
                               StewardPackDraftOrigin *origin)
{
  gboolean own, below;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (steward_pack_draft_is_list (list), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  if (strcmp (list, "forms") == 0)
    {
      g_autoptr(JsonObject) form = steward_pack_draft_collect_form (self, get_base (self), id, origin);

      return json_object_get_size (form) > 0;
    }
  own = steward_pack_draft_find (self, list, id, NULL) != NULL;
  below = find_in_layers (get_base (self), list, id) != NULL;
  if (own)
    *origin = below ? STEWARD_DRAFT_REPLACED : STEWARD_DRAFT_OWN;
  else if (below)
    *origin = strcmp (list, "suggestions") == 0 ? STEWARD_DRAFT_BELOW : STEWARD_DRAFT_INHERITED;
  else if (steward_pack_draft_is_program_check (list, id))
    *origin = STEWARD_DRAFT_PROGRAM;
  else if (find_in_supplements (self, list, id) != NULL)
    *origin = STEWARD_DRAFT_SUPPLEMENT;
  else
    return FALSE;
  return TRUE;
}

static void
add_id (GPtrArray  *ids,
        GHashTable *seen,
        const char *id)
{
  char *copy;

  if (id == NULL || g_hash_table_contains (seen, id))
    return;
  copy = g_strdup (id);
  g_ptr_array_add (ids, copy);
  g_hash_table_add (seen, copy);
}

static void
add_places (GPtrArray         *ids,
            StewardDraftPlace  place,
            guint              n)
{
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (ids, steward_pack_draft_make_place (place, i));
}

static void
add_ids (GPtrArray  *ids,
         GHashTable *seen,
         GPtrArray  *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    add_id (ids, seen, steward_pack_json_get_id (nodes->pdata[i]));
}

static void
list_suggestions (const StewardPackDraft *self,
                  GPtrArray              *ids)
{
  g_autoptr(GPtrArray) below = NULL, supplied = steward_pack_json_collect (self->pack, "suggestions", TRUE);
  JsonArray *own = steward_pack_draft_get_array (self, "suggestions", FALSE);

  if (get_base (self) != NULL)
    below = steward_pack_json_collect (get_base (self), "suggestions", FALSE);
  add_places (ids, STEWARD_PLACE_BELOW, below != NULL ? below->len : 0);
  add_places (ids, STEWARD_PLACE_OWN, own != NULL ? json_array_get_length (own) : 0);
  add_places (ids, STEWARD_PLACE_SUPPLEMENT, supplied->len);
}

/* Lists whose entries do not stand in an array with ids. FALSE for others. */
static gboolean
list_special (const StewardPackDraft *self,
              const char             *list,
              GPtrArray              *ids)
{
  const char * const *forms = steward_pack_get_form_names ();

  if (strcmp (list, "suggestions") == 0)
    list_suggestions (self, ids);
  else if (strcmp (list, "forms") != 0)
    return FALSE;
  for (guint i = 0; strcmp (list, "forms") == 0 && forms[i] != NULL; i++)
    {
      StewardPackDraftOrigin origin;

      if (steward_pack_draft_get_origin (self, list, forms[i], &origin))
        g_ptr_array_add (ids, g_strdup (forms[i]));
    }
  g_ptr_array_add (ids, NULL);
  return TRUE;
}

char **
steward_pack_draft_list (const StewardPackDraft *self,
                         const char             *list)
{
  GPtrArray *ids = g_ptr_array_new ();
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) inherited = NULL, supplied = NULL;
  JsonArray *own;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (steward_pack_draft_is_list (list), NULL);

  if (list_special (self, list, ids))
    return (char **) g_ptr_array_free (ids, FALSE);
  if (get_base (self) != NULL)
    {
      inherited = steward_pack_json_collect (get_base (self), list, FALSE);
      add_ids (ids, seen, inherited);
    }
  own = steward_pack_draft_get_array (self, list, FALSE);
  for (guint i = 0; own != NULL && i < json_array_get_length (own); i++)
    if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (own, i)))
      add_id (ids, seen, get_member (json_array_get_object_element (own, i),
                                     strcmp (list, "parts") == 0 ? "stage" : "id"));
  supplied = steward_pack_json_collect (self->pack, list, TRUE);
  add_ids (ids, seen, supplied);
  for (guint i = 0; strcmp (list, "checks") == 0 && i < STEWARD_N_CHECKS; i++)
    add_id (ids, seen, steward_check_code_to_word (i));
  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_free (ids, FALSE);
}

JsonObject *
steward_pack_draft_get (const StewardPackDraft *self,
                        const char             *list,
                        const char             *id)
{
  const StewardJsonNode *node;
  g_autoptr(JsonNode) copy = NULL;
  JsonObject *own;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (steward_pack_draft_is_list (list), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  if (strcmp (list, "forms") == 0)
    return steward_pack_draft_collect_form (self, get_base (self), id, NULL);
  own = steward_pack_draft_find (self, list, id, NULL);
  if (own != NULL)
    return json_object_ref (own);
  node = find_in_layers (get_base (self), list, id);
  if (node == NULL)
    node = find_in_supplements (self, list, id);
  if (node == NULL && !steward_pack_draft_is_program_check (list, id))
    return NULL;
  copy = node != NULL ? steward_pack_json_copy (node) : steward_pack_draft_make_check (id);
  return JSON_NODE_HOLDS_OBJECT (copy) ? json_node_dup_object (copy) : NULL;
}

/* What the entry says in @field, which lives as long as @holder. */
static JsonNode *
find_field (const StewardPackDraft  *self,
            const char              *list,
            const char              *id,
            const char              *field,
            JsonNode               **holder)
{
  g_autoptr(JsonObject) entry = steward_pack_draft_get (self, list, id);

  if (entry == NULL)
    return NULL;
  *holder = json_node_init_object (json_node_alloc (), entry);
  return steward_pack_draft_path_find (*holder, field);
}

char *
steward_pack_draft_get_text (const StewardPackDraft *self,
                             const char             *list,
                             const char             *id,
                             const char             *field)
{
  g_autoptr(JsonNode) copy = NULL;
  JsonNode *node;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (field != NULL, NULL);

  if (list != NULL)
    {
      node = find_field (self, list, id, field, &copy);
      return steward_pack_draft_path_to_text (node);
    }
  node = steward_pack_draft_path_find (self->root, field);
  for (const StewardPack *base = get_base (self); node == NULL && base != NULL; base = base->base)
    {
      g_clear_pointer (&copy, json_node_unref);
      copy = steward_pack_json_copy (steward_json_get_root (base->json));
      node = steward_pack_draft_path_find (copy, field);
    }
  return steward_pack_draft_path_to_text (node);
}

guint
steward_pack_draft_count (const StewardPackDraft *self,
                          const char             *list,
                          const char             *id,
                          const char             *field)
{
  g_autoptr(JsonNode) holder = NULL;
  JsonNode *node;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (steward_pack_draft_is_list (list) && id != NULL, 0);
  g_return_val_if_fail (field != NULL, 0);

  node = find_field (self, list, id, field, &holder);
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_array_get_length (json_node_get_array (node)) : 0;
}

JsonObject *
steward_pack_draft_own (StewardPackDraft  *self,
                        const char        *list,
                        const char        *id,
                        GError           **error)
{
  JsonObject *own = steward_pack_draft_find (self, list, id, NULL);
  const StewardJsonNode *below;
  JsonNode *copy;

  if (own != NULL)
    return own;
  below = find_in_layers (get_base (self), list, id);
  if (below != NULL && strcmp (list, "suggestions") == 0)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
                   _("“%s” belongs to the rules below and can only be changed there."), id);
      return NULL;
    }
  if (below == NULL && steward_pack_draft_is_program_check (list, id))
    {
      copy = steward_pack_draft_make_check (id);
      json_array_add_element (steward_pack_draft_get_array (self, list, TRUE), copy);
      return json_node_get_object (copy);
    }
  if (below == NULL)
    {
      if (find_in_supplements (self, list, id) != NULL)
        g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
                     _("“%s” belongs to a supplement and can only be changed there."), id);
      else
        g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, _("There is no “%s” in the pack."), id);
      return NULL;
    }
  copy = steward_pack_json_copy (below);
  json_array_add_element (steward_pack_draft_get_array (self, list, TRUE), copy);
  return json_node_get_object (copy);
}

static gboolean
refuse_field (const char  *list,
              const char  *field,
              GError     **error)
{
  static const char * const fixed[] = { "format", "format_version", "id", "version", "extends", NULL };

  if (list != NULL ? strcmp (field, "id") != 0 : !g_strv_contains (fixed, field))
    return FALSE;
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("“%s” cannot be changed."), field);
  return TRUE;
}

/* Takes @value. */
static gboolean
set (StewardPackDraft  *self,
     const char        *list,
     const char        *id,
     const char        *field,
     JsonNode          *value,
     GError           **error)
{
  g_autoptr(JsonNode) taken = value, holder = NULL;
  g_autofree char *path = NULL;
  JsonObject *object;

  if (refuse_field (list, field, error))
    return FALSE;
  if (list == NULL || strcmp (list, "forms") == 0)
    {
      path = list != NULL ? g_strjoin (".", list, id, field, NULL) : g_strdup (field);
      steward_pack_draft_path_set (self->root, path, taken);
      return steward_pack_draft_commit (self, error);
    }
  object = steward_pack_draft_own (self, list, id, error);
  if (object == NULL)
    return FALSE;
  holder = json_node_init_object (json_node_alloc (), object);
  steward_pack_draft_path_set (holder, field, taken);
  return steward_pack_draft_commit (self, error);
}

gboolean
steward_pack_draft_set (StewardPackDraft  *self,
                        const char        *list,
                        const char        *id,
                        const char        *field,
                        JsonNode          *value,
                        GError           **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (field != NULL && *field != '\0', FALSE);
  g_return_val_if_fail (list == NULL || (steward_pack_draft_is_list (list) && id != NULL), FALSE);

  steward_pack_draft_end_step (self);
  return set (self, list, id, field, value, error);
}

/* Which texts of a form are lists is said by what was there, so that one that
 * was emptied stays a list. */
static gboolean
is_list_of_texts (const StewardPackDraft *self,
                  const char             *list,
                  const char             *id,
                  const char             *field)
{
  return list != NULL && strcmp (list, "forms") == 0 &&
         (steward_pack_get_wordings (self->original, id, field) != NULL ||
          steward_pack_draft_count (self, list, id, field) > 0);
}

gboolean
steward_pack_draft_set_text (StewardPackDraft  *self,
                             const char        *list,
                             const char        *id,
                             const char        *field,
                             const char        *text,
                             GError           **error)
{
  g_autofree char *now = NULL, *step = NULL;
  JsonNode *node;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (field != NULL && *field != '\0', FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  /* Looking at a form is no change of what it inherits. */
  now = steward_pack_draft_get_text (self, list, id, field);
  if (strcmp (now, text) == 0)
    return TRUE;
  step = g_strjoin (" ", list != NULL ? list : "", id != NULL ? id : "", field, NULL);
  if (g_strcmp0 (step, self->step) != 0)
    steward_pack_draft_end_step (self);
  node = steward_pack_draft_path_from_text (list, field, text, is_list_of_texts (self, list, id, field));
  if (!set (self, list, id, field, node, error))
    return FALSE;
  g_free (self->step);
  self->step = g_steal_pointer (&step);
  return TRUE;
}

/* Takes @entry, whose place is at the end whatever it says. */
static gboolean
add_suggestion (StewardPackDraft  *self,
                JsonObject        *entry,
                GError           **error)
{
  if (json_object_has_member (entry, "id"))
    json_object_remove_member (entry, "id");
  steward_pack_draft_end_step (self);
  json_array_add_object_element (steward_pack_draft_get_array (self, "suggestions", TRUE), entry);
  return steward_pack_draft_commit (self, error);
}

gboolean
steward_pack_draft_add (StewardPackDraft  *self,
                        const char        *list,
                        JsonObject        *entry,
                        GError           **error)
{
  g_autoptr(JsonObject) taken = entry;
  StewardPackDraftOrigin origin;
  g_autofree char *step = NULL;
  const char *id;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (steward_pack_draft_is_list (list), FALSE);
  g_return_val_if_fail (entry != NULL, FALSE);

  if (strcmp (list, "suggestions") == 0)
    return add_suggestion (self, g_steal_pointer (&taken), error);
  id = get_member (entry, strcmp (list, "parts") == 0 ? "stage" : "id");
  if (strcmp (list, "forms") == 0 || id == NULL || !steward_pack_is_id (id))
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
                   _("“%s” is not an id: only the letters a–z, digits, dots and hyphens are allowed."),
                   id != NULL ? id : "");
      return FALSE;
    }
  if (steward_pack_draft_get_origin (self, list, id, &origin))
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("The id “%s” is used twice."), id);
      return FALSE;
    }
  steward_pack_draft_end_step (self);
  step = g_strconcat (STEWARD_DRAFT_ADD, id, NULL);
  json_array_add_object_element (steward_pack_draft_get_array (self, list, TRUE), g_steal_pointer (&taken));
  if (!steward_pack_draft_commit (self, error))
    return FALSE;
  /* Its box belongs to it. */
  self->step = g_steal_pointer (&step);
  return TRUE;
}

/* The wording of this pack gives way to that below it. */
static gboolean
forget_wording (StewardPackDraft  *self,
                const char        *form,
                GError           **error)
{
  g_autofree char *path = g_strconcat ("forms.", form, NULL);

  steward_pack_draft_end_step (self);
  steward_pack_draft_path_set (self->root, path, NULL);
  return steward_pack_draft_commit (self, error);
}

gboolean
steward_pack_draft_remove (StewardPackDraft  *self,
                           const char        *list,
                           const char        *id,
                           GError           **error)
{
  StewardPackDraftOrigin origin;
  guint index;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (steward_pack_draft_is_list (list), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  if (!steward_pack_draft_get_origin (self, list, id, &origin))
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, _("There is no “%s” in the pack."), id);
      return FALSE;
    }
  if (strcmp (list, "forms") == 0 && origin == STEWARD_DRAFT_REPLACED)
    return forget_wording (self, id, error);
  if (strcmp (list, "forms") == 0)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("The wording of “%s” has no other below it."), id);
      return FALSE;
    }
  if (origin != STEWARD_DRAFT_OWN && origin != STEWARD_DRAFT_REPLACED)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
                   _("“%s” comes from another pack: it can be changed, but not taken out."), id);
      return FALSE;
    }
  steward_pack_draft_end_step (self);
  steward_pack_draft_find (self, list, id, &index);
  json_array_remove_element (steward_pack_draft_get_array (self, list, FALSE), index);
  if (origin == STEWARD_DRAFT_OWN)
    steward_pack_draft_forget (self->root, list, id);
  return steward_pack_draft_commit (self, error);
}
