/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pack-draft-private.h"

#include <stdlib.h>
#include <string.h>

/* The member or element that @field names first; @rest is what comes after its
 * dot, NULL when that is all. (nullable) */
static JsonNode *
step_into (JsonNode    *node,
           const char  *field,
           char       **key,
           const char **rest)
{
  const char *dot = strchr (field, '.');

  *key = dot != NULL ? g_strndup (field, dot - field) : g_strdup (field);
  *rest = dot != NULL ? dot + 1 : NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_object_get_member (json_node_get_object (node), *key);
  if (JSON_NODE_HOLDS_ARRAY (node) && g_ascii_isdigit (**key))
    {
      JsonArray *array = json_node_get_array (node);
      guint64 index = g_ascii_strtoull (*key, NULL, 10);

      return index < json_array_get_length (array) ? json_array_get_element (array, index) : NULL;
    }
  return NULL;
}

JsonNode *
steward_pack_draft_path_find (JsonNode   *node,
                              const char *field)
{
  g_autofree char *key = NULL;
  const char *rest;
  JsonNode *child = step_into (node, field, &key, &rest);

  return rest == NULL || child == NULL ? child : steward_pack_draft_path_find (child, rest);
}

/* Puts @value at @index, or with NULL takes out what is there. What is put
 * behind the last one is added. */
static void
set_element (JsonArray *array,
             guint      index,
             JsonNode  *value)
{
  g_autoptr(GPtrArray) after = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);

  while (json_array_get_length (array) > index)
    {
      guint last = json_array_get_length (array) - 1;

      if (last > index)
        g_ptr_array_insert (after, 0, json_array_dup_element (array, last));
      json_array_remove_element (array, last);
    }
  if (value != NULL)
    json_array_add_element (array, json_node_ref (value));
  for (guint i = 0; i < after->len; i++)
    json_array_add_element (array, json_node_ref (after->pdata[i]));
}

static void
set_child (JsonNode   *node,
           const char *key,
           JsonNode   *value)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    set_element (json_node_get_array (node), g_ascii_strtoull (key, NULL, 10), value);
  else if (JSON_NODE_HOLDS_OBJECT (node) && value != NULL)
    json_object_set_member (json_node_get_object (node), key, json_node_ref (value));
  else if (JSON_NODE_HOLDS_OBJECT (node) && json_object_has_member (json_node_get_object (node), key))
    json_object_remove_member (json_node_get_object (node), key);
}

static gboolean
is_empty (JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_array_get_length (json_node_get_array (node)) == 0;
  return JSON_NODE_HOLDS_OBJECT (node) && json_object_get_size (json_node_get_object (node)) == 0;
}

void
steward_pack_draft_path_set (JsonNode   *node,
                             const char *field,
                             JsonNode   *value)
{
  g_autofree char *key = NULL;
  const char *rest;
  JsonNode *child = step_into (node, field, &key, &rest);

  if (rest == NULL)
    {
      set_child (node, key, value);
      return;
    }
  if (child == NULL || !(JSON_NODE_HOLDS_OBJECT (child) || JSON_NODE_HOLDS_ARRAY (child)))
    {
      g_autoptr(JsonNode) made = NULL;

      if (value == NULL)
        return;
      made = json_node_new (g_ascii_isdigit (*rest) ? JSON_NODE_ARRAY : JSON_NODE_OBJECT);
      if (JSON_NODE_HOLDS_ARRAY (made))
        json_node_take_array (made, json_array_new ());
      else
        json_node_take_object (made, json_object_new ());
      set_child (node, key, made);
      child = steward_pack_draft_path_find (node, key);
      if (child == NULL)
        return;
    }
  steward_pack_draft_path_set (child, rest, value);
  if (is_empty (child))
    set_child (node, key, NULL);
}

char *
steward_pack_draft_path_to_text (JsonNode *node)
{
  g_autoptr(GString) text = NULL;
  JsonArray *array;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return g_strdup ("");
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_value_type (node) == G_TYPE_STRING ? json_node_dup_string (node)
                                                            : g_strchomp (steward_pack_json_to_text (node));
  array = json_node_get_array (node);
  text = g_string_new (NULL);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *line = steward_pack_draft_path_to_text (json_array_get_element (array, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

typedef enum { AS_TEXT, AS_NUMBER, AS_BOOLEAN, AS_LIST } FieldType;

/* The field without the places in lists: `effects.0.days` is `effects.days`. */
static char *
leave_out_places (const char *field)
{
  g_auto(GStrv) keys = g_strsplit (field, ".", -1);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    if (!g_ascii_isdigit (*keys[i]))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "." : "", keys[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static FieldType
get_field_type (const char *list,
                const char *field)
{
  static const char * const numbers[] = {
    "limit", "days", "number", "steps", "target", "validity.months", "effects.days", NULL
  };
  static const char * const booleans[] = {
    "any_bureau", "default_on", "within_stage", "main", "personal_data", "commitment.listed", "in_force", "each",
    "credit", NULL
  };
  static const char * const texts[] = {
    "bureaus", "after", "before", "materials", "aliases", "special_steps", "fees", "items", "levels", "validity.until",
    "boxes", "gate", "agree", "effects.items", "effects.blocks", "effects.stages", "effects.waits", NULL
  };
  g_autofree char *kind = leave_out_places (field);

  if (g_strcmp0 (list, "forms") == 0)
    return AS_TEXT;
  if (list == NULL)
    return g_str_has_prefix (field, "settings.") ? AS_NUMBER : AS_TEXT;
  if (g_strv_contains (numbers, kind))
    return AS_NUMBER;
  if (g_strv_contains (booleans, kind))
    return AS_BOOLEAN;
  return g_strv_contains (texts, kind) ? AS_LIST : AS_TEXT;
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

JsonNode *
steward_pack_draft_path_from_text (const char *list,
                                   const char *field,
                                   const char *text,
                                   gboolean    is_list)
{
  FieldType type = is_list ? AS_LIST : get_field_type (list, field);
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
