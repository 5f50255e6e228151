/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-changes-private.h"

#include <stdlib.h>
#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-error.h"
#include "steward-json.h"

/* Pieces of one kind stand in an order where they have one: rows, cases and
 * closings by their position, entries of the ledger by their number. */
static guint64
get_place (StewardPieceKind  kind,
           const char       *key,
           GVariant         *value)
{
  guint32 position;

  if (!g_variant_is_of_type (value, steward_piece_kind_get_type (kind)))
    return 0;
  switch (kind)
    {
    case STEWARD_PIECE_ROW:
    case STEWARD_PIECE_CASE:
    case STEWARD_PIECE_CLOSING:
      g_variant_get_child (value, 0, "u", &position);
      return position;
    case STEWARD_PIECE_LEDGER:
      return strtoull (key, NULL, 10);
    default:
      return 0;
    }
}

typedef struct
{
  const StewardPieceChange *change;
  guint64                   place;
} Placed;

static int
compare_placed (gconstpointer a,
                gconstpointer b)
{
  const Placed *first = a, *second = b;

  if (first->change->kind != second->change->kind)
    return first->change->kind < second->change->kind ? -1 : 1;
  if (first->place != second->place)
    return first->place < second->place ? -1 : 1;
  return strcmp (first->change->key, second->change->key);
}

/* In the order in which a project has to be given the new values (or the old
 * ones): rows before the cases that handle them, and each kind as it stands. */
static GArray *
put_in_order (GPtrArray *changes,
              gboolean   back)
{
  GArray *order = g_array_sized_new (FALSE, FALSE, sizeof (Placed), changes->len);

  for (guint i = 0; i < changes->len; i++)
    {
      const StewardPieceChange *change = changes->pdata[i];
      GVariant *first = back ? change->before : change->after;
      GVariant *value = first ? first : back ? change->after : change->before;
      Placed placed = { change, get_place (change->kind, change->key, value) };

      g_array_append_val (order, placed);
    }
  g_array_sort (order, compare_placed);
  return order;
}

static void
append_value (GString          *text,
              const char       *name,
              StewardPieceKind  kind,
              GVariant         *value)
{
  g_autoptr(JsonNode) node = steward_piece_to_json (kind, value);
  g_autofree char *json = json_to_string (node, FALSE);

  g_string_append_printf (text, ",\"%s\":%s", name, json);
}

char *
steward_changes_to_text (GPtrArray *changes)
{
  g_autoptr(GArray) order = NULL;
  GString *text;

  g_return_val_if_fail (changes != NULL, NULL);

  order = put_in_order (changes, FALSE);
  text = g_string_new ("[");
  for (guint i = 0; i < order->len; i++)
    {
      const StewardPieceChange *change = g_array_index (order, Placed, i).change;

      if (i > 0)
        g_string_append_c (text, ',');
      g_string_append_printf (text, "{\"kind\":\"%s\",\"key\":", steward_piece_kind_to_word (change->kind));
      steward_json_append_string (text, change->key);
      append_value (text, "before", change->kind, change->before);
      append_value (text, "after", change->kind, change->after);
      g_string_append_c (text, '}');
    }
  g_string_append_c (text, ']');
  return g_string_free (text, FALSE);
}

static gboolean
refuse (GError **error)
{
  g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("This is not a list of changes."));
  return FALSE;
}

static const char *
get_text (JsonObject *object,
          const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

/* NULL without an error when the member is `null`, with one when it is not
 * there or has the wrong shape. */
static GVariant *
read_value (JsonObject        *object,
            const char        *name,
            StewardPieceKind   kind,
            GError           **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    {
      refuse (error);
      return NULL;
    }
  return steward_piece_from_json (kind, node, error);
}

static gboolean
read_change (JsonNode   *node,
             GPtrArray  *changes,
             GError    **error)
{
  g_autoptr(GVariant) before = NULL, after = NULL;
  GError *wrong = NULL;
  JsonObject *object;
  StewardPieceKind kind;
  const char *word, *key;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (error);
  object = json_node_get_object (node);
  word = get_text (object, "kind");
  key = get_text (object, "key");
  if (word == NULL || key == NULL || json_object_get_size (object) != 4 ||
      !steward_piece_kind_from_word (word, &kind))
    return refuse (error);

  before = read_value (object, "before", kind, &wrong);
  if (wrong == NULL)
    after = read_value (object, "after", kind, &wrong);
  if (wrong)
    {
      g_propagate_error (error, wrong);
      return FALSE;
    }
  if (steward_piece_values_equal (before, after))
    return refuse (error);
  g_ptr_array_add (changes, steward_piece_change_new (kind, key, before, after));
  return TRUE;
}

GPtrArray *
steward_changes_from_text (const char  *text,
                           GError     **error)
{
  g_autoptr(GPtrArray) changes = NULL;
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  JsonArray *list;
  JsonNode *root;

  g_return_val_if_fail (text != NULL, NULL);

  if (!g_utf8_validate (text, -1, NULL) || !json_parser_load_from_data (parser, text, -1, NULL))
    {
      refuse (error);
      return NULL;
    }
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_ARRAY (root))
    {
      refuse (error);
      return NULL;
    }
  list = json_node_get_array (root);
  changes = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_piece_change_free);
  for (guint i = 0; i < json_array_get_length (list); i++)
    if (!read_change (json_array_get_element (list, i), changes, error))
      return NULL;
  return g_steal_pointer (&changes);
}

/* What goes is taken away first and backwards, then everything is put where
 * it belongs: a case never stands without its row. */
gboolean
steward_changes_apply (GPtrArray       *changes,
                       gboolean         back,
                       StewardProject  *project,
                       GError         **error)
{
  g_autoptr(GArray) order = NULL;

  g_return_val_if_fail (changes != NULL, FALSE);
  g_return_val_if_fail (STEWARD_IS_PROJECT (project), FALSE);

  order = put_in_order (changes, back);
  for (guint i = order->len; i-- > 0;)
    {
      const StewardPieceChange *change = g_array_index (order, Placed, i).change;

      if ((back ? change->before : change->after) == NULL &&
          !steward_project_set_piece (project, change->kind, change->key, NULL, error))
        return FALSE;
    }
  for (guint i = 0; i < order->len; i++)
    {
      const StewardPieceChange *change = g_array_index (order, Placed, i).change;
      GVariant *value = back ? change->before : change->after;

      if (value && !steward_project_set_piece (project, change->kind, change->key, value, error))
        return FALSE;
    }
  return TRUE;
}

/* Nothing is taken away from a project that begins without it. */
static GPtrArray *
take_what_is_put (GPtrArray *changes)
{
  GPtrArray *put = g_ptr_array_new ();

  for (guint i = 0; i < changes->len; i++)
    {
      StewardPieceChange *change = changes->pdata[i];

      if (change->kind != STEWARD_PIECE_RECORD && change->after)
        g_ptr_array_add (put, change);
    }
  return put;
}

StewardProject *
steward_changes_move (GPtrArray       *changes,
                      StewardProject  *project,
                      StewardPack     *pack,
                      GError         **error)
{
  g_autoptr(StewardProject) moved = NULL;
  g_autoptr(GHashTable) touched = NULL;
  g_autoptr(GPtrArray) pieces = NULL, put = NULL;

  g_return_val_if_fail (changes != NULL, NULL);
  g_return_val_if_fail (STEWARD_IS_PROJECT (project), NULL);
  g_return_val_if_fail (pack != NULL, NULL);

  moved = steward_project_new (pack);
  steward_project_set_id (moved, steward_project_get_id (project));
  steward_project_set_state (moved, steward_project_get_state (project));
  touched = g_hash_table_new (steward_piece_change_hash, steward_piece_change_is_same_piece);
  for (guint i = 0; i < changes->len; i++)
    g_hash_table_add (touched, changes->pdata[i]);
  pieces = steward_project_list_pieces (project);
  for (guint i = 0; i < pieces->len; i++)
    {
      const StewardPiece *piece = pieces->pdata[i];
      const StewardPieceChange same = { piece->kind, piece->key, NULL, NULL };

      if (piece->kind != STEWARD_PIECE_RECORD && !g_hash_table_contains (touched, &same) &&
          !steward_project_set_piece (moved, piece->kind, piece->key, piece->value, error))
        return NULL;
    }
  put = take_what_is_put (changes);
  return steward_changes_apply (put, FALSE, moved, error) ? g_steal_pointer (&moved) : NULL;
}
