/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pack-reader.h"

#include <glib/gi18n-lib.h>

gboolean
steward_pack_is_id (const char *id)
{
  gsize length = strlen (id);

  return length > 0 && length <= STEWARD_PACK_MAX_ID &&
         strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789.-") == length;
}

/* TRUE when @array may be walked: short enough. */
static gboolean
check_length (StewardPackReader     *reader,
              const StewardJsonNode *array)
{
  if (array == NULL || steward_json_node_get_length (array) <= STEWARD_PACK_MAX_LIST)
    return TRUE;

  steward_json_node_complain (array, reader->problems,
                              _("The list has %u entries; at most %u are allowed."),
                              steward_json_node_get_length (array), STEWARD_PACK_MAX_LIST);
  return FALSE;
}

GPtrArray *
steward_pack_reader_objects (StewardPackReader     *reader,
                             const StewardJsonNode *object,
                             const char            *key)
{
  const StewardJsonNode *array;
  GPtrArray *objects = g_ptr_array_new ();

  array = steward_json_read_array (object, key, STEWARD_JSON_OPTIONAL, reader->problems);
  if (array == NULL || !check_length (reader, array))
    return objects;

  for (guint i = 0; i < steward_json_node_get_length (array); i++)
    {
      const StewardJsonNode *element = steward_json_node_get_element (array, i);

      if (steward_json_node_get_kind (element) == STEWARD_JSON_OBJECT)
        g_ptr_array_add (objects, (gpointer) element);
      else
        steward_json_node_complain (element, reader->problems, _("Expected an object here."));
    }
  return objects;
}

/* What an element is merged by. Only parts of the form have no id: there is
 * one per stage. */
static const char *
get_merge_key (const StewardJsonNode *element)
{
  const StewardJsonNode *id = steward_json_node_get_member (element, "id");

  if (id == NULL)
    id = steward_json_node_get_member (element, "stage");
  return id != NULL && steward_json_node_get_kind (id) == STEWARD_JSON_STRING
         ? steward_json_node_get_string (id) : NULL;
}

/* Adds the elements of one layer to @merged. @places holds where each id of
 * the layers below stands, so that two equal ids of one layer both stay and
 * are complained about where they are registered. */
static void
merge_layer (GPtrArray  *merged,
             GHashTable *places,
             GPtrArray  *elements)
{
  guint below = merged->len;
  g_autoptr(GHashTable) replaced = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < elements->len; i++)
    {
      gpointer element = g_ptr_array_index (elements, i);
      const char *id = get_merge_key (element);
      gpointer place;

      if (id != NULL && g_hash_table_lookup_extended (places, id, NULL, &place) &&
          GPOINTER_TO_UINT (place) < below && g_hash_table_add (replaced, (gpointer) id))
        {
          g_ptr_array_index (merged, GPOINTER_TO_UINT (place)) = element;
          continue;
        }
      if (id != NULL)
        g_hash_table_insert (places, (gpointer) id, GUINT_TO_POINTER (merged->len));
      g_ptr_array_add (merged, element);
    }
}

GPtrArray *
steward_pack_reader_collect (StewardPackReader *reader,
                             const char        *container,
                             const char        *key)
{
  GPtrArray *merged = g_ptr_array_new ();
  g_autoptr(GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < reader->scope->layers->len; i++)
    {
      const StewardJsonNode *object = g_ptr_array_index (reader->scope->layers, i);
      g_autoptr(GPtrArray) elements = NULL;

      if (container != NULL)
        object = steward_json_read_object (object, container, STEWARD_JSON_OPTIONAL, reader->problems);
      elements = steward_pack_reader_objects (reader, object, key);
      merge_layer (merged, places, elements);
    }
  return merged;
}

const StewardJsonNode *
steward_pack_reader_last (StewardPackReader *reader,
                          const char        *key)
{
  for (guint i = reader->scope->layers->len; i > 0; i--)
    {
      const StewardJsonNode *root = g_ptr_array_index (reader->scope->layers, i - 1);
      const StewardJsonNode *node = steward_json_node_get_member (root, key);

      if (node != NULL && steward_json_node_get_kind (node) != STEWARD_JSON_NULL)
        return node;
    }
  return NULL;
}

static gboolean
is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

char *
steward_pack_reader_text (StewardPackReader     *reader,
                          const StewardJsonNode *object,
                          const char            *key,
                          StewardJsonNeed        need,
                          gsize                  max_chars)
{
  const char *text;

  text = steward_json_read_string (object, key, need, max_chars, reader->problems);
  if (text == NULL || !is_blank (text))
    return g_strdup (text);

  if (need == STEWARD_JSON_REQUIRED)
    steward_json_node_complain (steward_json_node_get_member (object, key), reader->problems,
                                _("“%s” must not be empty."), key);
  return NULL;
}

char *
steward_pack_reader_id (StewardPackReader     *reader,
                        const StewardJsonNode *object)
{
  g_autofree char *id = NULL;

  id = steward_pack_reader_text (reader, object, "id", STEWARD_JSON_REQUIRED, STEWARD_PACK_MAX_ID);
  if (id != NULL && !steward_pack_is_id (id))
    {
      steward_json_node_complain (steward_json_node_get_member (object, "id"), reader->problems,
                                  _("“%s” is not an id: only the letters a–z, digits, dots and hyphens are allowed."),
                                  id);
      return g_strdup ("");
    }
  return id != NULL ? g_steal_pointer (&id) : g_strdup ("");
}

char *
steward_pack_reader_name (StewardPackReader     *reader,
                          const StewardJsonNode *object)
{
  char *name;

  name = steward_pack_reader_text (reader, object, "name", STEWARD_JSON_REQUIRED, STEWARD_PACK_MAX_NAME);
  return name != NULL ? name : g_strdup ("");
}

int
steward_pack_reader_days (StewardPackReader     *reader,
                          const StewardJsonNode *object,
                          const char            *key)
{
  return steward_json_read_integer (object, key, STEWARD_JSON_OPTIONAL, 0, STEWARD_PACK_MAX_DAYS, -1,
                                    reader->problems);
}

char **
steward_pack_reader_strings (StewardPackReader     *reader,
                             const StewardJsonNode *object,
                             const char            *key)
{
  const StewardJsonNode *array = steward_json_node_get_member (object, key);
  g_auto(GStrv) strings = steward_json_read_strings (object, key, STEWARD_JSON_OPTIONAL, reader->problems);

  if (array == NULL || steward_json_node_get_kind (array) != STEWARD_JSON_ARRAY ||
      !check_length (reader, array))
    return g_steal_pointer (&strings);

  for (guint i = 0; i < steward_json_node_get_length (array); i++)
    {
      const StewardJsonNode *element = steward_json_node_get_element (array, i);
      const char *text;

      if (steward_json_node_get_kind (element) != STEWARD_JSON_STRING)
        continue;
      text = steward_json_node_get_string (element);
      if (is_blank (text))
        steward_json_node_complain (element, reader->problems, _("The text must not be empty."));
      else if (g_utf8_strlen (text, -1) > STEWARD_PACK_MAX_TEXT)
        steward_json_node_complain (element, reader->problems,
                                    _("The text has more than %u characters."), STEWARD_PACK_MAX_TEXT);
    }
  return g_steal_pointer (&strings);
}

StewardSource *
steward_pack_reader_source (StewardPackReader     *reader,
                            const StewardJsonNode *object)
{
  static const char * const keys[] = { "basis", "clause", "quote", NULL };
  const StewardJsonNode *node;
  g_autofree char *basis = NULL;
  StewardSource *source;

  node = steward_json_read_object (object, "source", STEWARD_JSON_OPTIONAL, reader->problems);
  if (node == NULL)
    return NULL;

  steward_json_check_keys (node, keys, reader->problems);
  source = g_new0 (StewardSource, 1);
  source->clause = steward_pack_reader_text (reader, node, "clause", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_NAME);
  source->quote = steward_pack_reader_text (reader, node, "quote", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_TEXT);
  basis = steward_pack_reader_text (reader, node, "basis", STEWARD_JSON_REQUIRED, STEWARD_PACK_MAX_ID);
  if (basis != NULL)
    source->basis = g_hash_table_lookup (reader->scope->bases, basis);
  if (basis != NULL && source->basis == NULL)
    steward_json_node_complain (steward_json_node_get_member (node, "basis"), reader->problems,
                                _("“%s” is not the id of a document in “basis”."), basis);
  return source;
}

static void
complain_duplicate (StewardPackReader     *reader,
                    const char            *id,
                    const StewardJsonNode *node,
                    const StewardJsonNode *first)
{
  const StewardJsonNode *place = steward_json_node_get_member (node, "id");

  steward_json_node_complain (place != NULL ? place : node, reader->problems,
                              _("The id “%s” is used twice; the first stands in line %u."),
                              id, first != NULL ? steward_json_node_get_line (first) : 0);
}

gboolean
steward_pack_reader_register (StewardPackReader     *reader,
                              StewardPackSpace       space,
                              const char            *id,
                              gpointer               value,
                              const StewardJsonNode *node)
{
  GHashTable *index = reader->pack->index[space];
  gpointer first;

  if (node != NULL)
    g_hash_table_insert (reader->nodes, value, (gpointer) node);
  if (*id == '\0')
    return FALSE;

  first = g_hash_table_lookup (index, id);
  if (first != NULL)
    {
      complain_duplicate (reader, id, node, g_hash_table_lookup (reader->nodes, first));
      return FALSE;
    }
  g_hash_table_insert (index, g_strdup (id), value);
  return TRUE;
}

StewardPackStep *
steward_pack_reader_add_step (StewardPackReader     *reader,
                              StewardPackStepKind    kind,
                              const char            *id,
                              gpointer               value,
                              const StewardJsonNode *node)
{
  StewardPackStep *step;

  g_hash_table_insert (reader->nodes, value, (gpointer) node);
  if (*id == '\0')
    return NULL;

  step = g_hash_table_lookup (reader->steps, id);
  if (step != NULL)
    {
      complain_duplicate (reader, id, node, step->node);
      return NULL;
    }
  step = g_new0 (StewardPackStep, 1);
  step->kind = kind;
  step->index = g_hash_table_size (reader->steps);
  step->value = value;
  step->node = node;
  g_hash_table_insert (reader->steps, g_strdup (id), step);
  return step;
}

char **
steward_pack_reader_links (StewardPackReader     *reader,
                           const StewardJsonNode *object,
                           const char            *key,
                           StewardPackLinkKind    kind,
                           guint                  accepts,
                           StewardPackStep       *owner)
{
  const StewardJsonNode *array = steward_json_node_get_member (object, key);
  char **ids = steward_pack_reader_strings (reader, object, key);

  if (array == NULL || steward_json_node_get_kind (array) != STEWARD_JSON_ARRAY)
    return ids;

  for (guint i = 0; i < steward_json_node_get_length (array); i++)
    {
      StewardPackLink link = { kind, accepts, owner, steward_json_node_get_element (array, i) };

      if (steward_json_node_get_kind (link.node) == STEWARD_JSON_STRING)
        g_array_append_val (reader->links, link);
    }
  return ids;
}

/* How a space is called in a complaint. */
static const char *
space_to_noun (StewardPackSpace space)
{
  switch (space)
    {
    case STEWARD_SPACE_STAGE:    return _("stage");
    case STEWARD_SPACE_BLOCK:    return _("block");
    case STEWARD_SPACE_ITEM:     return _("item");
    case STEWARD_SPACE_MATERIAL: return _("material");
    case STEWARD_SPACE_QUESTION: return _("question");
    case STEWARD_SPACE_BOX:
    case STEWARD_SPACE_ITEM_BOX: return _("box");
    case STEWARD_SPACE_GROUP:    return _("group");
    case STEWARD_N_SPACES:
    default:                     g_return_val_if_reached ("");
    }
}

static gpointer
resolve_in (StewardPackReader     *reader,
            GHashTable            *table,
            StewardPackSpace       space,
            const StewardJsonNode *object,
            const char            *key,
            StewardJsonNeed        need)
{
  const char *id = steward_json_read_string (object, key, need, STEWARD_PACK_MAX_ID, reader->problems);
  gpointer value;

  if (id == NULL)
    return NULL;

  value = g_hash_table_lookup (table, id);
  if (value == NULL)
    steward_json_node_complain (steward_json_node_get_member (object, key), reader->problems,
                                _("There is no %s with the id “%s”."), space_to_noun (space), id);
  return value;
}

gpointer
steward_pack_reader_resolve (StewardPackReader     *reader,
                             StewardPackSpace       space,
                             const StewardJsonNode *object,
                             const char            *key,
                             StewardJsonNeed        need)
{
  return resolve_in (reader, reader->pack->index[space], space, object, key, need);
}

StewardStage *
steward_pack_reader_stage (StewardPackReader     *reader,
                           const StewardJsonNode *object)
{
  return resolve_in (reader, reader->scope->stages, STEWARD_SPACE_STAGE, object, "stage", STEWARD_JSON_REQUIRED);
}
