/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pack-draft-private.h"

#include <glib/gi18n-lib.h>

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

JsonObject *
steward_pack_draft_find (const StewardPackDraft *self,
                         const char             *list,
                         const char             *id,
                         guint                  *index)
{
  JsonArray *array = steward_pack_draft_get_array (self, list, FALSE);
  const char *key = strcmp (list, "parts") == 0 ? "stage" : "id";

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

static const StewardJsonNode *
find_in_list (GPtrArray  *nodes,
              const char *id)
{
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

  return nodes != NULL ? find_in_list (nodes, id) : NULL;
}

static const StewardJsonNode *
find_in_supplements (const StewardPackDraft *self,
                     const char             *list,
                     const char             *id)
{
  g_autoptr(GPtrArray) nodes = steward_pack_json_collect (self->pack, list, TRUE);

  return find_in_list (nodes, id);
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

  own = steward_pack_draft_find (self, list, id, NULL) != NULL;
  below = find_in_layers (get_base (self), list, id) != NULL;
  if (own)
    *origin = below ? STEWARD_DRAFT_REPLACED : STEWARD_DRAFT_OWN;
  else if (below)
    *origin = STEWARD_DRAFT_INHERITED;
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
add_ids (GPtrArray  *ids,
         GHashTable *seen,
         GPtrArray  *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    add_id (ids, seen, steward_pack_json_get_id (nodes->pdata[i]));
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

  own = steward_pack_draft_find (self, list, id, NULL);
  if (own != NULL)
    return json_object_ref (own);
  node = find_in_layers (get_base (self), list, id);
  if (node == NULL)
    node = find_in_supplements (self, list, id);
  if (node == NULL)
    return NULL;
  copy = steward_pack_json_copy (node);
  return JSON_NODE_HOLDS_OBJECT (copy) ? json_node_dup_object (copy) : NULL;
}

static char *
node_to_text (JsonNode *node)
{
  g_autoptr(GString) text = NULL;
  GType type;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return g_strdup ("");
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      text = g_string_new (NULL);
      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          g_autofree char *line = node_to_text (json_array_get_element (array, i));

          g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
        }
      return g_string_free (g_steal_pointer (&text), FALSE);
    }
  type = json_node_get_value_type (node);
  if (type == G_TYPE_STRING)
    return json_node_dup_string (node);
  return g_strchomp (steward_pack_json_to_text (node));
}

/* The member @field of @object, where a dot reaches into an object. */
static JsonNode *
find_member (JsonObject *object,
             const char *field)
{
  const char *dot = strchr (field, '.');
  g_autofree char *key = dot != NULL ? g_strndup (field, dot - field) : g_strdup (field);
  JsonNode *node = json_object_get_member (object, key);

  if (dot == NULL || node == NULL)
    return node;
  return JSON_NODE_HOLDS_OBJECT (node) ? find_member (json_node_get_object (node), dot + 1) : NULL;
}

char *
steward_pack_draft_get_text (const StewardPackDraft *self,
                             const char             *list,
                             const char             *id,
                             const char             *field)
{
  g_autoptr(JsonObject) entry = NULL;
  g_autoptr(JsonNode) copy = NULL;
  JsonNode *node;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (field != NULL, NULL);

  if (list != NULL)
    {
      entry = steward_pack_draft_get (self, list, id);
      return node_to_text (entry != NULL ? find_member (entry, field) : NULL);
    }
  node = find_member (json_node_get_object (self->root), field);
  for (const StewardPack *base = get_base (self); node == NULL && base != NULL; base = base->base)
    {
      g_clear_pointer (&copy, json_node_unref);
      copy = steward_pack_json_copy (steward_json_get_root (base->json));
      node = find_member (json_node_get_object (copy), field);
    }
  return node_to_text (node);
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

/* Sets or leaves out the member; an object that becomes empty goes as well. */
static void
set_member (JsonObject *object,
            const char *field,
            JsonNode   *value)
{
  const char *dot = strchr (field, '.');
  g_autofree char *key = dot != NULL ? g_strndup (field, dot - field) : g_strdup (field);
  JsonNode *node = json_object_get_member (object, key);

  if (dot == NULL && value != NULL)
    json_object_set_member (object, key, json_node_ref (value));
  else if (dot == NULL && node != NULL)
    json_object_remove_member (object, key);
  if (dot == NULL)
    return;
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      if (value == NULL)
        return;
      json_object_set_object_member (object, key, json_object_new ());
      node = json_object_get_member (object, key);
    }
  set_member (json_node_get_object (node), dot + 1, value);
  if (json_object_get_size (json_node_get_object (node)) == 0)
    json_object_remove_member (object, key);
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
  g_autoptr(JsonNode) taken = value;
  JsonObject *object;

  if (refuse_field (list, field, error))
    return FALSE;
  object = list != NULL ? steward_pack_draft_own (self, list, id, error) : json_node_get_object (self->root);
  if (object == NULL)
    return FALSE;
  set_member (object, field, taken);
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

typedef enum { AS_TEXT, AS_NUMBER, AS_BOOLEAN, AS_LIST } FieldType;

static FieldType
get_field_type (const char *list,
                const char *field)
{
  static const char * const numbers[] = { "limit", "days", "number", "steps", "target", "validity.months", NULL };
  static const char * const booleans[] = { "any_bureau", "default_on", "within_stage", "main", "personal_data",
                                           "commitment.listed", "in_force", "each", NULL };
  static const char * const texts[] = { "bureaus", "after", "before", "materials", "aliases", "special_steps", "fees",
                                        "items", "levels", "validity.until", NULL };

  if (list == NULL)
    return g_str_has_prefix (field, "settings.") ? AS_NUMBER : AS_TEXT;
  if (g_strv_contains (numbers, field))
    return AS_NUMBER;
  if (g_strv_contains (booleans, field))
    return AS_BOOLEAN;
  return g_strv_contains (texts, field) ? AS_LIST : AS_TEXT;
}

static JsonNode *
text_to_list (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr(JsonArray) array = json_array_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      json_array_add_string_element (array, lines[i]);
  return json_node_init_array (json_node_alloc (), array);
}

static JsonNode *
text_to_number (const char *text)
{
  char *end;
  gint64 integer = g_ascii_strtoll (text, &end, 10);
  double number;

  if (*end == '\0')
    return json_node_init_int (json_node_alloc (), integer);
  number = g_ascii_strtod (text, &end);
  if (*end == '\0' && number == number && number - number == 0)
    return json_node_init_double (json_node_alloc (), number);
  return NULL;
}

/* NULL to leave the member out. (transfer full) (nullable) */
static JsonNode *
text_to_node (FieldType   type,
              const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_utf8_make_valid (text, -1));
  JsonNode *node = NULL;

  if (*trimmed == '\0')
    return NULL;
  if (type == AS_LIST)
    return text_to_list (trimmed);
  if (type != AS_TEXT && (strcmp (trimmed, "true") == 0 || strcmp (trimmed, "false") == 0))
    return json_node_init_boolean (json_node_alloc (), *trimmed == 't');
  if (type == AS_NUMBER)
    node = text_to_number (trimmed);
  return node != NULL ? node : json_node_init_string (json_node_alloc (), trimmed);
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
  node = text_to_node (get_field_type (list, field), text);
  if (!set (self, list, id, field, node, error))
    return FALSE;
  g_free (self->step);
  self->step = g_steal_pointer (&step);
  return TRUE;
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

  id = get_member (entry, strcmp (list, "parts") == 0 ? "stage" : "id");
  if (id == NULL || !steward_pack_is_id (id))
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
  if (origin == STEWARD_DRAFT_INHERITED || origin == STEWARD_DRAFT_SUPPLEMENT)
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
