/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pack-diff.h"

#include "steward-pack-json-private.h"

/* The lists whose entries are found by their ids. */
static const char * const lists[] = {
  "basis", "bureaus", "sections", "events", "suspension_grounds", "eligibility", "start_gate", "entrustment_gate",
  "roles", "members", "accountability", "routing", "light_codes", "joint_activities", "modules", "scenarios", "other",
  "stages", "blocks", "items", "materials", "parts", "groups", "boxes", "questions", "suggestions", "timers",
  "activities", "levers", "checks", "indicators"
};

/**
 * Entry:
 * @fields: key → text of the value
 *
 * One entry of a list as far as it is compared.
 */
typedef struct
{
  char       *id;
  char       *name;
  GHashTable *fields;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->id);
  g_free (entry->name);
  g_hash_table_unref (entry->fields);
  g_free (entry);
}

/* All entries of a list, by id and in their order. */
typedef struct
{
  GPtrArray  *entries;
  GHashTable *by_id;
} Entries;

static void
entries_init (Entries *self)
{
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
entries_clear (Entries *self)
{
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->entries);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Entries, entries_clear)

static Entry *
add_entry (Entries    *self,
           const char *id,
           const char *name)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->id = g_strdup (id);
  entry->name = g_strdup (name);
  entry->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_ptr_array_add (self->entries, entry);
  g_hash_table_insert (self->by_id, entry->id, entry);
  return entry;
}

static void
set_field (Entry      *entry,
           const char *key,
           char       *text)
{
  if (text != NULL)
    g_hash_table_replace (entry->fields, g_strdup (key), text);
}

static gboolean
is_list_of_texts (const StewardJsonNode *node)
{
  if (steward_json_node_get_kind (node) != STEWARD_JSON_ARRAY || steward_json_node_get_length (node) == 0)
    return FALSE;
  for (guint i = 0; i < steward_json_node_get_length (node); i++)
    if (steward_json_node_get_kind (steward_json_node_get_element (node, i)) != STEWARD_JSON_STRING)
      return FALSE;
  return TRUE;
}

/* A condition in the words of its question; NULL for anything else. (transfer full) */
static char *
condition_to_text (const StewardPack     *pack,
                   const StewardJsonNode *node)
{
  static const struct { const char *word; const char *sign; } signs[] = {
    { "is", "=" }, { "is-not", "≠" }, { "at-least", "≥" }, { "more-than", ">" }, { "less-than", "<" }
  };
  const char *id = steward_pack_json_get_text (node, "question"), *op = steward_pack_json_get_text (node, "op");
  const StewardQuestion *question = id != NULL ? steward_pack_find_question (pack, id) : NULL;
  const StewardJsonNode *value = steward_json_node_get_member (node, "value");
  g_autofree char *text = NULL;

  if (question == NULL || value == NULL)
    return NULL;
  text = steward_json_node_get_kind (value) == STEWARD_JSON_STRING ? g_strdup (steward_json_node_get_string (value))
                                                                   : steward_pack_json_to_line (value);
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_strcmp0 (signs[i].word, op) == 0)
      return g_strdup_printf ("%s %s %s", question->text, signs[i].sign, steward_question_get_answer_label (question, text));
  return NULL;
}

static char *value_to_text (const StewardPack     *pack,
                            const StewardJsonNode *node);

/* What stands in an object, one value after the other. (transfer full) */
static char *
object_to_text (const StewardPack     *pack,
                const StewardJsonNode *node)
{
  char *condition = condition_to_text (pack, node);
  g_autoptr(GString) text = NULL;

  if (condition != NULL)
    return condition;
  text = g_string_new (NULL);
  for (guint i = 0; i < steward_json_node_get_length (node); i++)
    {
      g_autofree char *value = value_to_text (pack, steward_json_node_get_element (node, i));

      if (value != NULL && *value != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", value);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A text as it is, a list joined, anything else as JSON. (transfer full) (nullable) */
static char *
value_to_text (const StewardPack     *pack,
               const StewardJsonNode *node)
{
  gboolean texts = is_list_of_texts (node);
  g_autoptr(GString) joined = NULL;

  if (steward_json_node_get_kind (node) == STEWARD_JSON_NULL)
    return NULL;
  if (steward_json_node_get_kind (node) == STEWARD_JSON_STRING)
    return g_strdup (steward_json_node_get_string (node));
  if (steward_json_node_get_kind (node) == STEWARD_JSON_OBJECT)
    return object_to_text (pack, node);
  if (steward_json_node_get_kind (node) != STEWARD_JSON_ARRAY)
    return steward_pack_json_to_line (node);
  joined = g_string_new (NULL);
  for (guint i = 0; i < steward_json_node_get_length (node); i++)
    {
      g_autofree char *text = value_to_text (pack, steward_json_node_get_element (node, i));

      g_string_append_printf (joined, "%s%s", i == 0 ? "" : texts ? "、" : "；", text != NULL ? text : "");
    }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/* Members of @object but those named in @without. Objects inside are taken
 * apart once: `source.clause`. */
static void
set_members (Entry                 *entry,
             const StewardPack     *pack,
             const StewardJsonNode *object,
             const char            *prefix,
             const char            *without)
{
  for (guint i = 0; i < steward_json_node_get_length (object); i++)
    {
      const char *key = steward_json_node_get_key (object, i);
      const StewardJsonNode *member = steward_json_node_get_element (object, i);
      g_autofree char *field = g_strconcat (prefix, key, NULL);

      if (g_strcmp0 (key, without) == 0 || (*prefix == '\0' && strcmp (key, "id") == 0))
        continue;
      if (*prefix == '\0' && steward_json_node_get_kind (member) == STEWARD_JSON_OBJECT)
        {
          g_autofree char *inner = g_strconcat (key, ".", NULL);

          set_members (entry, pack, member, inner, NULL);
        }
      else
        set_field (entry, field, value_to_text (pack, member));
    }
}

static const char *
get_name (const StewardJsonNode *node)
{
  static const char * const keys[] = { "name", "title", "text", "document", "reason", "label", "id", "stage" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *text = steward_pack_json_get_text (node, keys[i]);

      if (text != NULL && *text != '\0')
        return text;
    }
  return "";
}

/* The box by what it stands for, since most have no label of their own. */
static const char *
get_box_name (const StewardPack     *pack,
              const StewardJsonNode *node)
{
  const char *id = steward_pack_json_get_text (node, "id");
  const StewardBox *box = id != NULL ? steward_pack_find_box (pack, id) : NULL;

  return box != NULL && *box->label != '\0' ? box->label : get_name (node);
}

static void
add_boxes (Entries               *self,
           const StewardPack     *pack,
           const StewardJsonNode *group)
{
  const StewardJsonNode *boxes = steward_json_node_get_member (group, "boxes");

  for (guint i = 0; boxes != NULL && i < steward_json_node_get_length (boxes); i++)
    {
      const StewardJsonNode *box = steward_json_node_get_element (boxes, i);
      Entry *entry = add_entry (self, steward_pack_json_get_id (box), get_box_name (pack, box));

      set_members (entry, pack, box, "", NULL);
      set_field (entry, "group", g_strdup (steward_pack_json_get_id (group)));
    }
}

static void
add_groups (Entries               *self,
            const StewardPack     *pack,
            const StewardJsonNode *part,
            gboolean               boxes)
{
  const StewardJsonNode *groups = steward_json_node_get_member (part, "groups");

  for (guint i = 0; groups != NULL && i < steward_json_node_get_length (groups); i++)
    {
      const StewardJsonNode *group = steward_json_node_get_element (groups, i);
      Entry *entry;

      if (boxes)
        {
          add_boxes (self, pack, group);
          continue;
        }
      entry = add_entry (self, steward_pack_json_get_id (group), get_name (group));
      set_members (entry, pack, group, "", "boxes");
      set_field (entry, "stage", g_strdup (steward_pack_json_get_id (part)));
    }
}

/* Suggestions have no ids; people know them by their reason, which several may
 * share. (transfer full) */
static char *
name_suggestion (Entries               *self,
                 const StewardJsonNode *node)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s %u", get_name (node), i);

      if (!g_hash_table_contains (self->by_id, id))
        return g_steal_pointer (&id);
    }
}

/* Adds what is in @nodes; what the city says goes before a supplement. */
static void
collect_nodes (Entries           *self,
               const StewardPack *pack,
               const char        *list,
               GPtrArray         *nodes)
{
  gboolean groups = strcmp (list, "groups") == 0, boxes = strcmp (list, "boxes") == 0;

  for (guint i = 0; i < nodes->len; i++)
    {
      const StewardJsonNode *node = nodes->pdata[i];
      g_autofree char *id = NULL;

      if (groups || boxes)
        {
          add_groups (self, pack, node, boxes);
          continue;
        }
      id = strcmp (list, "suggestions") == 0 ? name_suggestion (self, node)
                                             : g_strdup (steward_pack_json_get_id (node));
      if (!g_hash_table_contains (self->by_id, id))
        set_members (add_entry (self, id, get_name (node)), pack, node, "",
                     strcmp (list, "parts") == 0 ? "groups" : NULL);
    }
}

static void
collect (Entries           *self,
         const StewardPack *pack,
         const char        *list)
{
  const char *key = strcmp (list, "groups") == 0 || strcmp (list, "boxes") == 0 ? "parts" : list;
  g_autoptr(GPtrArray) own = steward_pack_json_collect (pack, key, FALSE);
  g_autoptr(GPtrArray) supplied = steward_pack_json_collect (pack, key, TRUE);

  collect_nodes (self, pack, list, own);
  collect_nodes (self, pack, list, supplied);
}

/* Members of the objects @key of all layers, the later over the earlier. */
static void
collect_members (Entries           *self,
                 const StewardPack *pack,
                 const char        *key)
{
  for (guint i = 0; i < pack->layers->len; i++)
    {
      const StewardJsonNode *object = steward_json_node_get_member (pack->layers->pdata[i], key);

      for (guint j = 0; object != NULL && j < steward_json_node_get_length (object); j++)
        {
          const char *id = steward_json_node_get_key (object, j);
          Entry *entry = g_hash_table_lookup (self->by_id, id);

          if (entry == NULL)
            {
              g_autofree char *field = g_strconcat (key, ".", id, NULL);

              entry = add_entry (self, id, steward_pack_get_field_label (field));
            }
          set_field (entry, "", value_to_text (pack, steward_json_node_get_element (object, j)));
        }
    }
}

/* Named by the title of the form and what the text is in it. */
static Entry *
add_wording (Entries           *self,
             const StewardPack *pack,
             const char        *form,
             const char        *key)
{
  const char *title = steward_pack_get_wording (pack, form, "title");
  g_autofree char *id = g_strconcat (form, ".", key, NULL);
  g_autofree char *name = g_strdup_printf ("%s: %s", title != NULL ? title : form,
                                           steward_pack_get_wording_label (key));

  return add_entry (self, id, name);
}

static void
collect_wordings (Entries           *self,
                  const StewardPack *pack)
{
  for (guint i = 0; i < pack->layers->len; i++)
    {
      const StewardJsonNode *forms = steward_json_node_get_member (pack->layers->pdata[i], "forms");

      for (guint j = 0; forms != NULL && j < steward_json_node_get_length (forms); j++)
        {
          const StewardJsonNode *form = steward_json_node_get_element (forms, j);

          for (guint k = 0; k < steward_json_node_get_length (form); k++)
            {
              g_autofree char *id = g_strconcat (steward_json_node_get_key (forms, j), ".",
                                                 steward_json_node_get_key (form, k), NULL);
              Entry *entry = g_hash_table_lookup (self->by_id, id);

              if (entry == NULL)
                entry = add_wording (self, pack, steward_json_node_get_key (forms, j),
                                     steward_json_node_get_key (form, k));
              set_field (entry, "", value_to_text (pack, steward_json_node_get_element (form, k)));
            }
        }
    }
}

/* What is one value of the whole pack; its version is what the difference is
 * between. */
static void
collect_root (Entries           *self,
              const StewardPack *pack)
{
  static const char * const keys[] = { "title", "banner", "region", "applies", "deferral" };
  g_auto(GStrv) ambiguities = g_strdupv (pack->ambiguities);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    for (guint j = pack->layers->len; j > 0; j--)
      {
        const StewardJsonNode *node = steward_json_node_get_member (pack->layers->pdata[j - 1], keys[i]);

        if (node == NULL || steward_json_node_get_kind (node) == STEWARD_JSON_NULL)
          continue;
        if (steward_json_node_get_kind (node) == STEWARD_JSON_OBJECT)
          set_members (add_entry (self, keys[i], keys[i]), pack, node, "", NULL);
        else
          set_field (add_entry (self, keys[i], keys[i]), "", value_to_text (pack, node));
        break;
      }
  if (ambiguities[0] != NULL)
    set_field (add_entry (self, "ambiguities", "ambiguities"), "", g_strjoinv ("\n", ambiguities));
}

static void
field_free (gpointer data)
{
  StewardPackDiffField *field = data;

  g_free (field->field);
  g_free (field->before);
  g_free (field->after);
  g_free (field);
}

static StewardPackDiff *
diff_new (StewardPackDiffKind  kind,
          const char          *list,
          const Entry         *entry)
{
  StewardPackDiff *self = g_new0 (StewardPackDiff, 1);

  self->kind = kind;
  self->list = g_strdup (list);
  self->id = g_strdup (entry->id);
  self->name = g_strdup (entry->name);
  self->fields = g_ptr_array_new_with_free_func (field_free);
  return self;
}

void
steward_pack_diff_free (StewardPackDiff *self)
{
  if (self == NULL)
    return;
  g_free (self->list);
  g_free (self->id);
  g_free (self->name);
  g_ptr_array_unref (self->fields);
  g_free (self);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* The keys of both in their order. (transfer container) */
static GPtrArray *
join_keys (GHashTable *first,
           GHashTable *second)
{
  g_autoptr(GHashTable) all = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *keys = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, first);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_hash_table_add (all, key))
      g_ptr_array_add (keys, key);
  g_hash_table_iter_init (&iter, second);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_hash_table_add (all, key))
      g_ptr_array_add (keys, key);
  g_ptr_array_sort (keys, compare_texts);
  return keys;
}

static void
compare_entry (GPtrArray   *differences,
               const char  *list,
               const Entry *before,
               const Entry *after)
{
  g_autoptr(StewardPackDiff) diff = diff_new (STEWARD_PACK_CHANGED, list, after);
  g_autoptr(GPtrArray) keys = join_keys (before->fields, after->fields);

  for (guint i = 0; i < keys->len; i++)
    {
      const char *old = g_hash_table_lookup (before->fields, keys->pdata[i]);
      const char *now = g_hash_table_lookup (after->fields, keys->pdata[i]);
      StewardPackDiffField *field;

      if (g_strcmp0 (old, now) == 0)
        continue;
      field = g_new0 (StewardPackDiffField, 1);
      field->field = g_strdup (keys->pdata[i]);
      field->before = g_strdup (old);
      field->after = g_strdup (now);
      g_ptr_array_add (diff->fields, field);
    }
  if (diff->fields->len > 0)
    g_ptr_array_add (differences, g_steal_pointer (&diff));
}

static void
compare (GPtrArray     *differences,
         const char    *list,
         const Entries *before,
         const Entries *after)
{
  for (guint i = 0; i < after->entries->len; i++)
    {
      const Entry *entry = after->entries->pdata[i];
      const Entry *old = g_hash_table_lookup (before->by_id, entry->id);

      if (old != NULL)
        compare_entry (differences, list, old, entry);
    }
  for (guint i = 0; i < after->entries->len; i++)
    {
      const Entry *entry = after->entries->pdata[i];

      if (!g_hash_table_contains (before->by_id, entry->id))
        g_ptr_array_add (differences, diff_new (STEWARD_PACK_ADDED, list, entry));
    }
  for (guint i = 0; i < before->entries->len; i++)
    {
      const Entry *entry = before->entries->pdata[i];

      if (!g_hash_table_contains (after->by_id, entry->id))
        g_ptr_array_add (differences, diff_new (STEWARD_PACK_DROPPED, list, entry));
    }
}

typedef void (* Collector) (Entries           *entries,
                            const StewardPack *pack);

static void
collect_settings (Entries           *self,
                  const StewardPack *pack)
{
  collect_members (self, pack, "settings");
}

GPtrArray *
steward_pack_diff_new (const StewardPack *before,
                       const StewardPack *after)
{
  static const struct { const char *list; Collector collect; } others[] = {
    { "setting", collect_settings }, { "form", collect_wordings }, { "pack", collect_root }
  };
  GPtrArray *differences = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_pack_diff_free);

  g_return_val_if_fail (before != NULL, differences);
  g_return_val_if_fail (after != NULL, differences);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_auto(Entries) old = { NULL }, now = { NULL };

      entries_init (&old);
      entries_init (&now);
      collect (&old, before, lists[i]);
      collect (&now, after, lists[i]);
      compare (differences, lists[i], &old, &now);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_auto(Entries) old = { NULL }, now = { NULL };

      entries_init (&old);
      entries_init (&now);
      others[i].collect (&old, before);
      others[i].collect (&now, after);
      compare (differences, others[i].list, &old, &now);
    }
  return differences;
}
