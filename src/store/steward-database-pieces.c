/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-database-parts-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-error.h"
#include "steward-json.h"

/* A piece of one text or list has a column "value"; a tuple has a column for
 * each of its members, a list being a JSON array of texts, or of arrays of
 * texts. The events of a case are a table of their own. */

#define EVENT_TYPE "(ussssss)"
#define IS_EVENTS(type) g_variant_type_equal (type, G_VARIANT_TYPE ("a" EVENT_TYPE))

const char *
steward_piece_kind_get_table (StewardPieceKind kind)
{
  static const char * const tables[STEWARD_N_PIECES] = {
    [STEWARD_PIECE_FACT] = "facts",
    [STEWARD_PIECE_ANSWER] = "answers",
    [STEWARD_PIECE_TICK] = "ticks",
    [STEWARD_PIECE_ROW] = "rows",
    [STEWARD_PIECE_TEXT] = "texts",
    [STEWARD_PIECE_CASE] = "cases",
    [STEWARD_PIECE_ACTIVITY] = "activities",
    [STEWARD_PIECE_ENTRUSTMENT] = "entrustments",
    [STEWARD_PIECE_CLOSING] = "closings",
    [STEWARD_PIECE_LEDGER] = "ledger",
    [STEWARD_PIECE_SUGGESTION] = "suggestions",
    [STEWARD_PIECE_ACKNOWLEDGEMENT] = "acknowledgements",
    [STEWARD_PIECE_LEVER] = "levers",
    [STEWARD_PIECE_CREDIT] = "credits",
    [STEWARD_PIECE_MATERIAL] = "materials",
    [STEWARD_PIECE_ORDER] = "orders",
    [STEWARD_PIECE_EDIT] = "edits",
    [STEWARD_PIECE_EDITION] = "editions",
    [STEWARD_PIECE_REQUEST] = "requests",
    [STEWARD_PIECE_DOCUMENT] = "documents",
    [STEWARD_PIECE_STEP] = "steps",
    [STEWARD_PIECE_MEETING] = "meetings",
    [STEWARD_PIECE_TIMER] = "timers",
    [STEWARD_PIECE_WORDING] = "wordings",
    [STEWARD_PIECE_LINK] = "links",
  };

  g_return_val_if_fail (kind > STEWARD_PIECE_RECORD && kind < STEWARD_N_PIECES, NULL);

  return tables[kind];
}

static gboolean
complain (const char  *table,
          const char  *key,
          GError     **error)
{
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_CORRUPT,
               _("The table “%s” holds a value for “%s” that this program never wrote."), table, key);
  return FALSE;
}

/* A list, a tuple of texts in it, or a text. */
static void
append_list (GString  *text,
             GVariant *value)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    {
      steward_json_append_string (text, g_variant_get_string (value, NULL));
      return;
    }
  g_string_append_c (text, '[');
  for (gsize i = 0; i < g_variant_n_children (value); i++)
    {
      g_autoptr(GVariant) child = g_variant_get_child_value (value, i);

      if (i > 0)
        g_string_append_c (text, ',');
      append_list (text, child);
    }
  g_string_append_c (text, ']');
}

static char *
list_to_text (GVariant *list)
{
  GString *text = g_string_new (NULL);

  append_list (text, list);
  return g_string_free (text, FALSE);
}

/* NULL when @node has not the shape of @type. (transfer floating) */
static GVariant *
list_from_node (JsonNode           *node,
                const GVariantType *type)
{
  g_auto(GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (type);
  gboolean tuple = g_variant_type_is_tuple (type);
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return NULL;
  array = json_node_get_array (node);
  if (tuple && json_array_get_length (array) != g_variant_type_n_items (type))
    return NULL;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      GVariant *value = NULL;

      if (tuple || g_variant_type_equal (type, G_VARIANT_TYPE_STRING_ARRAY))
        value = JSON_NODE_HOLDS_VALUE (element) && json_node_get_value_type (element) == G_TYPE_STRING
                ? g_variant_new_string (json_node_get_string (element)) : NULL;
      else
        value = list_from_node (element, g_variant_type_element (type));
      if (value == NULL)
        return NULL;
      g_variant_builder_add_value (&builder, value);
    }
  return g_variant_builder_end (&builder);
}

/* NULL unless @text is exactly what list_to_text() makes. (transfer floating) */
static GVariant *
list_from_text (const char         *text,
                const GVariantType *type)
{
  g_autoptr(JsonNode) root = json_from_string (text, NULL);
  GVariant *value = root ? list_from_node (root, type) : NULL;
  g_autofree char *again = value ? list_to_text (value) : NULL;

  if (value == NULL || strcmp (again, text) == 0)
    return value;
  g_variant_unref (g_variant_ref_sink (value));
  return NULL;
}

/* NULL when the column holds what was never written for @type. */
static GVariant *
read_column (StewardStatement   *statement,
             int                 column,
             const GVariantType *type)
{
  const char *text;
  gint64 number;

  if (steward_statement_is_null (statement, column))
    return NULL;
  if (g_variant_type_equal (type, G_VARIANT_TYPE_STRING) || g_variant_type_is_array (type))
    {
      text = steward_statement_get_text (statement, column);
      return g_variant_type_is_array (type) ? list_from_text (text, type) : g_variant_new_string (text);
    }
  number = steward_statement_get_integer (statement, column);
  if (g_variant_type_equal (type, G_VARIANT_TYPE_BOOLEAN))
    return number == 0 || number == 1 ? g_variant_new_boolean (number) : NULL;
  if (g_variant_type_equal (type, G_VARIANT_TYPE_UINT32))
    return number >= 0 && number <= G_MAXUINT32 ? g_variant_new_uint32 (number) : NULL;
  g_assert (g_variant_type_equal (type, G_VARIANT_TYPE_INT32));
  return number >= G_MININT32 && number <= G_MAXINT32 ? g_variant_new_int32 (number) : NULL;
}

static void
bind_value (StewardStatement *statement,
            int               parameter,
            GVariant         *value)
{
  g_autofree char *text = NULL;

  switch (g_variant_classify (value))
    {
    case G_VARIANT_CLASS_BOOLEAN:
      steward_statement_bind_integer (statement, parameter, g_variant_get_boolean (value));
      break;
    case G_VARIANT_CLASS_UINT32:
      steward_statement_bind_integer (statement, parameter, g_variant_get_uint32 (value));
      break;
    case G_VARIANT_CLASS_INT32:
      steward_statement_bind_integer (statement, parameter, g_variant_get_int32 (value));
      break;
    case G_VARIANT_CLASS_ARRAY:
      text = list_to_text (value);
      steward_statement_bind_text (statement, parameter, text);
      break;
    default:
      steward_statement_bind_text (statement, parameter, g_variant_get_string (value, NULL));
      break;
    }
}

/* Binds the members of @value from @parameter on, but not its events. */
static void
bind_members (StewardStatement *statement,
              int               parameter,
              GVariant         *value)
{
  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_TUPLE))
    {
      bind_value (statement, parameter, value);
      return;
    }
  for (gsize i = 0; i < g_variant_n_children (value); i++)
    {
      g_autoptr(GVariant) member = g_variant_get_child_value (value, i);

      if (!IS_EVENTS (g_variant_get_type (member)))
        bind_value (statement, parameter++, member);
    }
}

/* Reads columns from @column on into a value of @type, taking @events (NULL
 * for none) where the type has them. (transfer floating) (nullable) */
static GVariant *
read_members (StewardStatement   *statement,
              int                 column,
              const GVariantType *type,
              GVariant           *events)
{
  g_auto(GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_TUPLE);

  if (!g_variant_type_is_tuple (type))
    return read_column (statement, column, type);
  for (const GVariantType *member = g_variant_type_first (type); member; member = g_variant_type_next (member))
    {
      GVariant *value;

      if (IS_EVENTS (member))
        value = events ? g_variant_ref (events) : g_variant_new_array (g_variant_type_element (member), NULL, 0);
      else
        value = read_column (statement, column++, member);
      if (value == NULL)
        return NULL;
      g_variant_builder_add_value (&builder, value);
      if (value == events)
        g_variant_unref (value);
    }
  return g_variant_builder_end (&builder);
}

/* Events of all cases of a project: key → value, as in the case. */
typedef struct
{
  GHashTable      *found;
  char            *key;       /* of the case whose events are being read */
  GVariantBuilder *builder;
  gint64           position;
} EventReader;

static void
finish_case (EventReader *reader)
{
  if (reader->key)
    g_hash_table_insert (reader->found, g_steal_pointer (&reader->key),
                         g_variant_ref_sink (g_variant_builder_end (reader->builder)));
  g_clear_pointer (&reader->builder, g_variant_builder_unref);
}

static gboolean
read_event (EventReader       *reader,
            StewardStatement  *statement,
            GError           **error)
{
  const char *key = steward_statement_get_text (statement, 0);
  GVariant *event;

  if (g_strcmp0 (key, reader->key) != 0)
    {
      finish_case (reader);
      reader->key = g_strdup (key);
      reader->builder = g_variant_builder_new (G_VARIANT_TYPE ("a" EVENT_TYPE));
      reader->position = 0;
    }
  /* Positions have no gaps: another number was not written here. */
  if (steward_statement_get_integer (statement, 1) != reader->position++)
    return complain ("events", key, error);
  event = read_members (statement, 2, G_VARIANT_TYPE (EVENT_TYPE), NULL);
  if (event == NULL)
    return complain ("events", key, error);
  g_variant_builder_add_value (reader->builder, event);
  return TRUE;
}

static GHashTable *
read_events (StewardDatabase  *self,
             gint64            number,
             GError          **error)
{
  g_autoptr(GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                       (GDestroyNotify) g_variant_unref);
  StewardStatement *statement = steward_database_prepare (self, "events", "read", error);
  EventReader reader = { .found = found };
  gboolean good = TRUE;
  StewardStep step = STEWARD_STEP_FAILED;

  if (statement == NULL)
    return NULL;
  steward_statement_bind_integer (statement, 1, number);
  while (good && (step = steward_statement_step (statement, error)) == STEWARD_STEP_ROW)
    good = read_event (&reader, statement, error);
  steward_statement_reset (statement);
  finish_case (&reader);
  return good && step == STEWARD_STEP_DONE ? g_steal_pointer (&found) : NULL;
}

static gboolean
read_piece (StewardStatement  *statement,
            StewardPieceKind   kind,
            GHashTable        *events,
            GPtrArray         *pieces,
            GError           **error)
{
  const char *key = steward_statement_get_text (statement, 0);
  GVariant *value = read_members (statement, 1, steward_piece_kind_get_type (kind),
                                  events ? g_hash_table_lookup (events, key) : NULL);
  StewardPiece *piece;

  if (value == NULL)
    return complain (steward_piece_kind_get_table (kind), key, error);
  piece = g_new (StewardPiece, 1);
  piece->kind = kind;
  piece->key = g_strdup (key);
  piece->value = g_variant_ref_sink (value);
  g_ptr_array_add (pieces, piece);
  return TRUE;
}

GPtrArray *
steward_database_read_pieces (StewardDatabase   *self,
                              gint64             number,
                              StewardPieceKind   kind,
                              GError           **error)
{
  g_autoptr(GPtrArray) pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_piece_free);
  g_autoptr(GHashTable) events = NULL;
  StewardStep step = STEWARD_STEP_FAILED;
  StewardStatement *statement;
  gboolean good = TRUE;

  if (kind == STEWARD_PIECE_CASE)
    {
      events = read_events (self, number, error);
      if (events == NULL)
        return NULL;
    }
  statement = steward_database_prepare (self, steward_piece_kind_get_table (kind), "read", error);
  if (statement == NULL)
    return NULL;
  steward_statement_bind_integer (statement, 1, number);
  while (good && (step = steward_statement_step (statement, error)) == STEWARD_STEP_ROW)
    good = read_piece (statement, kind, events, pieces, error);
  steward_statement_reset (statement);
  return good && step == STEWARD_STEP_DONE ? g_steal_pointer (&pieces) : NULL;
}

/* NULL without a case. (transfer full) */
static GVariant *
get_events (GVariant *value)
{
  for (gsize i = 0; value && i < g_variant_n_children (value); i++)
    {
      g_autoptr(GVariant) member = g_variant_get_child_value (value, i);

      if (IS_EVENTS (g_variant_get_type (member)))
        return g_steal_pointer (&member);
    }
  return NULL;
}

/* How many events at the beginning are the same. */
static gsize
count_common (GVariant *before,
              GVariant *after)
{
  gsize length = before && after ? MIN (g_variant_n_children (before), g_variant_n_children (after)) : 0;

  for (gsize i = 0; i < length; i++)
    {
      g_autoptr(GVariant) old = g_variant_get_child_value (before, i), new = g_variant_get_child_value (after, i);

      if (!g_variant_equal (old, new))
        return i;
    }
  return length;
}

static gboolean
remove_events (StewardDatabase  *self,
               gint64            number,
               const char       *key,
               gsize             from,
               GError          **error)
{
  StewardStatement *statement = steward_database_prepare (self, "events", "remove", error);

  if (statement == NULL)
    return FALSE;
  steward_statement_bind_integer (statement, 1, number);
  steward_statement_bind_text (statement, 2, key);
  steward_statement_bind_integer (statement, 3, from);
  return steward_statement_run (statement, error);
}

static gboolean
add_events (StewardDatabase  *self,
            gint64            number,
            const char       *key,
            GVariant         *events,
            gsize             from,
            GError          **error)
{
  for (gsize i = from; i < g_variant_n_children (events); i++)
    {
      StewardStatement *statement = steward_database_prepare (self, "events", "put", error);
      g_autoptr(GVariant) event = g_variant_get_child_value (events, i);

      if (statement == NULL)
        return FALSE;
      steward_statement_bind_integer (statement, 1, number);
      steward_statement_bind_text (statement, 2, key);
      steward_statement_bind_integer (statement, 3, i);
      bind_members (statement, 4, event);
      if (!steward_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
remove_piece (StewardDatabase           *self,
              gint64                     number,
              const StewardPieceChange  *change,
              GError                   **error)
{
  StewardStatement *statement;

  if (change->kind == STEWARD_PIECE_CASE && !remove_events (self, number, change->key, 0, error))
    return FALSE;
  statement = steward_database_prepare (self, steward_piece_kind_get_table (change->kind), "remove", error);
  if (statement == NULL)
    return FALSE;
  steward_statement_bind_integer (statement, 1, number);
  steward_statement_bind_text (statement, 2, change->key);
  return steward_statement_run (statement, error);
}

gboolean
steward_database_write_piece (StewardDatabase           *self,
                              gint64                     number,
                              const StewardPieceChange  *change,
                              GError                   **error)
{
  g_autoptr(GVariant) before = NULL, after = NULL;
  StewardStatement *statement;
  gsize common;

  if (change->after == NULL)
    return remove_piece (self, number, change, error);
  statement = steward_database_prepare (self, steward_piece_kind_get_table (change->kind), "put", error);
  if (statement == NULL)
    return FALSE;
  steward_statement_bind_integer (statement, 1, number);
  steward_statement_bind_text (statement, 2, change->key);
  bind_members (statement, 3, change->after);
  if (!steward_statement_run (statement, error))
    return FALSE;
  if (change->kind != STEWARD_PIECE_CASE)
    return TRUE;
  before = get_events (change->before);
  after = get_events (change->after);
  common = count_common (before, after);
  return (before == NULL || common == g_variant_n_children (before) ||
          remove_events (self, number, change->key, common, error)) &&
         add_events (self, number, change->key, after, common, error);
}
