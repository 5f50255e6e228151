/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pack-json-private.h"

#include <string.h>

static JsonNode *
copy_number (const StewardJsonNode *node)
{
  JsonNode *copy = json_node_alloc ();
  gint64 integer;

  if (steward_json_node_get_integer (node, &integer))
    return json_node_init_int (copy, integer);
  return json_node_init_double (copy, steward_json_node_get_number (node));
}

static JsonNode *
copy_array (const StewardJsonNode *node)
{
  JsonNode *copy = json_node_alloc ();
  g_autoptr(JsonArray) array = json_array_new ();

  for (guint i = 0; i < steward_json_node_get_length (node); i++)
    json_array_add_element (array, steward_pack_json_copy (steward_json_node_get_element (node, i)));
  return json_node_init_array (copy, array);
}

static JsonNode *
copy_object (const StewardJsonNode *node)
{
  JsonNode *copy = json_node_alloc ();
  g_autoptr(JsonObject) object = json_object_new ();

  for (guint i = 0; i < steward_json_node_get_length (node); i++)
    json_object_set_member (object, steward_json_node_get_key (node, i),
                            steward_pack_json_copy (steward_json_node_get_element (node, i)));
  return json_node_init_object (copy, object);
}

JsonNode *
steward_pack_json_copy (const StewardJsonNode *node)
{
  switch (steward_json_node_get_kind (node))
    {
    case STEWARD_JSON_BOOLEAN:
      return json_node_init_boolean (json_node_alloc (), steward_json_node_get_boolean (node));
    case STEWARD_JSON_NUMBER:
      return copy_number (node);
    case STEWARD_JSON_STRING:
      return json_node_init_string (json_node_alloc (), steward_json_node_get_string (node));
    case STEWARD_JSON_ARRAY:
      return copy_array (node);
    case STEWARD_JSON_OBJECT:
      return copy_object (node);
    case STEWARD_JSON_NULL:
    default:
      return json_node_init_null (json_node_alloc ());
    }
}

/* The shortest of the forms that give the same number again. */
static void
append_double (GString *text,
               double   number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (digits, sizeof digits, "%.15g", number);
  if (g_ascii_strtod (digits, NULL) != number)
    g_ascii_formatd (digits, sizeof digits, "%.17g", number);
  g_string_append (text, digits);
}

static void
append_break (GString *text,
              guint    depth)
{
  g_string_append_c (text, '\n');
  for (guint i = 0; i < depth; i++)
    g_string_append (text, "  ");
}

static void append_node (GString  *text,
                         JsonNode *node,
                         guint     depth);

static gboolean
is_flat (JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!JSON_NODE_HOLDS_VALUE (json_array_get_element (array, i)))
      return FALSE;
  return TRUE;
}

static void
append_array (GString   *text,
              JsonArray *array,
              guint      depth)
{
  gboolean flat = is_flat (array);

  g_string_append_c (text, '[');
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (i > 0)
        g_string_append (text, flat ? ", " : ",");
      if (!flat)
        append_break (text, depth + 1);
      append_node (text, json_array_get_element (array, i), depth + 1);
    }
  if (!flat)
    append_break (text, depth);
  g_string_append_c (text, ']');
}

static void
append_object (GString    *text,
               JsonObject *object,
               guint       depth)
{
  g_autoptr(GList) keys = json_object_get_members (object);

  g_string_append_c (text, '{');
  for (GList *link = keys; link != NULL; link = link->next)
    {
      if (link != keys)
        g_string_append_c (text, ',');
      append_break (text, depth + 1);
      steward_json_append_string (text, link->data);
      g_string_append (text, ": ");
      append_node (text, json_object_get_member (object, link->data), depth + 1);
    }
  if (keys != NULL)
    append_break (text, depth);
  g_string_append_c (text, '}');
}

static void
append_value (GString  *text,
              JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    steward_json_append_string (text, json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (text, json_node_get_boolean (node) ? "true" : "false");
  else if (type == G_TYPE_INT64)
    g_string_append_printf (text, "%" G_GINT64_FORMAT, json_node_get_int (node));
  else
    append_double (text, json_node_get_double (node));
}

static void
append_node (GString  *text,
             JsonNode *node,
             guint     depth)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    append_array (text, json_node_get_array (node), depth);
  else if (JSON_NODE_HOLDS_OBJECT (node))
    append_object (text, json_node_get_object (node), depth);
  else if (JSON_NODE_HOLDS_VALUE (node))
    append_value (text, node);
  else
    g_string_append (text, "null");
}

char *
steward_pack_json_to_text (JsonNode *node)
{
  GString *text = g_string_new (NULL);

  append_node (text, node, 0);
  g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static void append_line (GString               *text,
                         const StewardJsonNode *node);

static void
append_members (GString               *text,
                const StewardJsonNode *object)
{
  g_autoptr(GPtrArray) keys = g_ptr_array_new ();
  gboolean first = TRUE;

  for (guint i = 0; i < steward_json_node_get_length (object); i++)
    g_ptr_array_add (keys, (gpointer) steward_json_node_get_key (object, i));
  g_ptr_array_sort (keys, compare_keys);

  g_string_append_c (text, '{');
  for (guint i = 0; i < keys->len; i++)
    {
      const StewardJsonNode *member = steward_json_node_get_member (object, keys->pdata[i]);

      /* `null` is the same as leaving the key out. */
      if (steward_json_node_get_kind (member) == STEWARD_JSON_NULL)
        continue;
      if (!first)
        g_string_append (text, ", ");
      first = FALSE;
      steward_json_append_string (text, keys->pdata[i]);
      g_string_append (text, ": ");
      append_line (text, member);
    }
  g_string_append_c (text, '}');
}

static void
append_line (GString               *text,
             const StewardJsonNode *node)
{
  switch (steward_json_node_get_kind (node))
    {
    case STEWARD_JSON_OBJECT:
      append_members (text, node);
      break;
    case STEWARD_JSON_ARRAY:
      g_string_append_c (text, '[');
      for (guint i = 0; i < steward_json_node_get_length (node); i++)
        {
          if (i > 0)
            g_string_append (text, ", ");
          append_line (text, steward_json_node_get_element (node, i));
        }
      g_string_append_c (text, ']');
      break;
    case STEWARD_JSON_STRING:
      steward_json_append_string (text, steward_json_node_get_string (node));
      break;
    case STEWARD_JSON_BOOLEAN:
      g_string_append (text, steward_json_node_get_boolean (node) ? "true" : "false");
      break;
    case STEWARD_JSON_NUMBER:
      append_double (text, steward_json_node_get_number (node));
      break;
    case STEWARD_JSON_NULL:
    default:
      g_string_append (text, "null");
    }
}

char *
steward_pack_json_to_line (const StewardJsonNode *node)
{
  GString *text = g_string_new (NULL);

  append_line (text, node);
  return g_string_free (text, FALSE);
}

const char *
steward_pack_json_get_text (const StewardJsonNode *object,
                            const char            *key)
{
  const StewardJsonNode *node = steward_json_node_get_member (object, key);

  return node != NULL && steward_json_node_get_kind (node) == STEWARD_JSON_STRING
         ? steward_json_node_get_string (node) : NULL;
}

/* Parts of the form have no id: there is one per stage. */
const char *
steward_pack_json_get_id (const StewardJsonNode *entry)
{
  const char *id = steward_pack_json_get_text (entry, "id");

  return id != NULL ? id : steward_pack_json_get_text (entry, "stage");
}

/* What a supplement brings; the rest of it stays in its own place. */
static gboolean
is_taken_from_supplements (const char *key)
{
  static const char * const keys[] = {
    "bureaus", "sections", "events", "stages", "blocks", "items", "materials", "parts", "questions", "suggestions", NULL
  };

  return g_strv_contains (keys, key);
}

static void
collect_layer (GPtrArray             *entries,
               GHashTable            *places,
               const StewardJsonNode *root,
               const char            *key,
               gboolean               joined)
{
  const StewardJsonNode *list;

  if (strcmp (key, "parts") == 0)
    root = steward_json_node_get_member (root, "assessment");
  list = steward_json_node_get_member (root, key);
  if (list == NULL || steward_json_node_get_kind (list) != STEWARD_JSON_ARRAY)
    return;
  for (guint i = 0; i < steward_json_node_get_length (list); i++)
    {
      const StewardJsonNode *entry = steward_json_node_get_element (list, i);
      const char *id = joined ? NULL : steward_pack_json_get_id (entry);
      gpointer place;

      if (id != NULL && g_hash_table_lookup_extended (places, id, NULL, &place))
        {
          entries->pdata[GPOINTER_TO_UINT (place)] = (gpointer) entry;
          continue;
        }
      if (id != NULL)
        g_hash_table_insert (places, (gpointer) id, GUINT_TO_POINTER (entries->len));
      g_ptr_array_add (entries, (gpointer) entry);
    }
}

GPtrArray *
steward_pack_json_collect (const StewardPack *pack,
                           const char        *key,
                           gboolean           supplements)
{
  GPtrArray *entries = g_ptr_array_new ();
  g_autoptr(GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean joined = strcmp (key, "suggestions") == 0;

  for (guint i = 0; !supplements && i < pack->layers->len; i++)
    collect_layer (entries, places, pack->layers->pdata[i], key, joined);
  for (guint i = 0; supplements && is_taken_from_supplements (key) && i < pack->supplements->len; i++)
    {
      const StewardPack *supplement = pack->supplements->pdata[i];

      for (guint j = 0; j < supplement->layers->len; j++)
        collect_layer (entries, places, supplement->layers->pdata[j], key, joined);
    }
  return entries;
}
