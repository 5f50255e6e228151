/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-piece.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-error.h"

/* Texts that values written by earlier versions do not have. */
static const char *const later_names[] = { "extension_by", "extension_reason", "written", "proof", "delivered",
                                           "verified", NULL };

static JsonNode *value_to_node (GVariant           *value,
                                const char * const *names);

static JsonNode *
tuple_to_node (GVariant           *value,
               const char * const *names)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  for (gsize i = 0; names[i]; i++)
    {
      g_autoptr (GVariant) member = g_variant_get_child_value (value, i);

      json_object_set_member (object, names[i], value_to_node (member, steward_piece_member_get_names (names[i])));
    }
  json_node_set_object (node, object);
  return node;
}

/* @names: of the members of its elements, NULL when they are texts. */
static JsonNode *
array_to_node (GVariant           *value,
               const char * const *names)
{
  gsize n = g_variant_n_children (value);
  g_autoptr (JsonArray) array = json_array_sized_new (n);
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GVariant) element = g_variant_get_child_value (value, i);

      json_array_add_element (array, value_to_node (element, names));
    }
  json_node_set_array (node, array);
  return node;
}

static JsonNode *
value_to_node (GVariant           *value,
               const char * const *names)
{
  switch (g_variant_classify (value))
    {
    case G_VARIANT_CLASS_TUPLE:
      return tuple_to_node (value, names);
    case G_VARIANT_CLASS_ARRAY:
      return array_to_node (value, names);
    case G_VARIANT_CLASS_BOOLEAN:
      return json_node_init_boolean (json_node_alloc (), g_variant_get_boolean (value));
    case G_VARIANT_CLASS_UINT32:
      return json_node_init_int (json_node_alloc (), g_variant_get_uint32 (value));
    case G_VARIANT_CLASS_INT32:
      return json_node_init_int (json_node_alloc (), g_variant_get_int32 (value));
    default:
      return json_node_init_string (json_node_alloc (), g_variant_get_string (value, NULL));
    }
}

JsonNode *
steward_piece_to_json (StewardPieceKind  kind,
                       GVariant         *value)
{
  g_return_val_if_fail ((guint) kind < STEWARD_N_PIECES, NULL);
  g_return_val_if_fail (value == NULL || g_variant_is_of_type (value, steward_piece_kind_get_type (kind)), NULL);

  if (value == NULL)
    return json_node_init_null (json_node_alloc ());
  return value_to_node (value, steward_piece_kind_get_names (kind));
}

static GVariant *node_to_value (JsonNode           *node,
                                const GVariantType *type,
                                const char * const *names,
                                GError            **error);

/* What a value of @type is called in a message. */
static const char *
describe (const GVariantType *type)
{
  if (g_variant_type_is_tuple (type))
    return _("an object");
  if (g_variant_type_is_array (type))
    return _("a list");
  if (g_variant_type_equal (type, G_VARIANT_TYPE_BOOLEAN))
    return _("true or false");
  if (g_variant_type_equal (type, G_VARIANT_TYPE_STRING))
    return _("a text");
  return _("a whole number in range");
}

static GVariant *
refuse (const GVariantType  *type,
        GError             **error)
{
  /* Translators: %s is "an object", "a list", "a text" … */
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("The value of a piece is not %s."), describe (type));
  return NULL;
}

static GVariant *
node_to_tuple (JsonNode            *node,
               const GVariantType  *type,
               const char * const  *names,
               GError             **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const GVariantType *member = g_variant_type_first (type);
  GVariantBuilder builder;
  guint n_found = 0;

  if (object == NULL)
    return refuse (type, error);
  g_variant_builder_init (&builder, type);
  for (gsize i = 0; names[i]; i++, member = g_variant_type_next (member))
    {
      JsonNode *child = json_object_get_member (object, names[i]);
      GVariant *value = NULL;

      n_found += child != NULL;
      if (child)
        value = node_to_value (child, member, steward_piece_member_get_names (names[i]), error);
      else if (g_strv_contains (later_names, names[i]))
        value = g_variant_new_string ("");
      else
        g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("The value of a piece lacks “%s”."), names[i]);
      if (value == NULL)
        {
          g_variant_builder_clear (&builder);
          return NULL;
        }
      g_variant_builder_add_value (&builder, value);
    }
  if (json_object_get_size (object) != n_found)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
                   _("The value of a piece does not have exactly the members it should have."));
      g_variant_builder_clear (&builder);
      return NULL;
    }
  return g_variant_builder_end (&builder);
}

static GVariant *
node_to_array (JsonNode            *node,
               const GVariantType  *type,
               const char * const  *names,
               GError             **error)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  GVariantBuilder builder;

  if (array == NULL)
    return refuse (type, error);
  g_variant_builder_init (&builder, type);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      GVariant *value = node_to_value (json_array_get_element (array, i), g_variant_type_element (type),
                                       names, error);

      if (value == NULL)
        {
          g_variant_builder_clear (&builder);
          return NULL;
        }
      g_variant_builder_add_value (&builder, value);
    }
  return g_variant_builder_end (&builder);
}

static GVariant *
node_to_basic (JsonNode            *node,
               const GVariantType  *type,
               GError             **error)
{
  GType held = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (held == G_TYPE_STRING && g_variant_type_equal (type, G_VARIANT_TYPE_STRING))
    {
      const char *text = json_node_get_string (node);

      if (text && g_utf8_validate (text, -1, NULL))
        return g_variant_new_string (text);
    }
  else if (held == G_TYPE_BOOLEAN && g_variant_type_equal (type, G_VARIANT_TYPE_BOOLEAN))
    {
      return g_variant_new_boolean (json_node_get_boolean (node));
    }
  else if (held == G_TYPE_INT64)
    {
      gint64 number = json_node_get_int (node);

      if (g_variant_type_equal (type, G_VARIANT_TYPE_UINT32) && number >= 0 && number <= G_MAXUINT32)
        return g_variant_new_uint32 (number);
      if (g_variant_type_equal (type, G_VARIANT_TYPE_INT32) && number >= G_MININT32 && number <= G_MAXINT32)
        return g_variant_new_int32 (number);
    }
  return refuse (type, error);
}

/* @names: of the members, when @type is a tuple or a list of tuples. The value
 * is floating. */
static GVariant *
node_to_value (JsonNode            *node,
               const GVariantType  *type,
               const char * const  *names,
               GError             **error)
{
  if (g_variant_type_is_tuple (type))
    return node_to_tuple (node, type, names, error);
  if (g_variant_type_is_array (type))
    return node_to_array (node, type, names, error);
  return node_to_basic (node, type, error);
}

GVariant *
steward_piece_from_json (StewardPieceKind   kind,
                         JsonNode          *node,
                         GError           **error)
{
  GVariant *value;

  g_return_val_if_fail ((guint) kind < STEWARD_N_PIECES, NULL);
  g_return_val_if_fail (node != NULL, NULL);

  if (JSON_NODE_HOLDS_NULL (node))
    return NULL;
  value = node_to_value (node, steward_piece_kind_get_type (kind), steward_piece_kind_get_names (kind), error);
  return value ? g_variant_ref_sink (value) : NULL;
}
