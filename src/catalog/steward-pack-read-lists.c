/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pack-reader.h"

#include <glib/gi18n-lib.h>

/* Members a list of named things may have beside id, name, note, source. */
typedef struct
{
  const char *key;
  const char *texts[4];
  const char *numbers[3];
  const char *flag;
  gboolean    items;
  gboolean    levels;
  gboolean    materials;
} StewardListRule;

static const StewardListRule list_rules[STEWARD_N_LISTS] = {
  [STEWARD_LIST_BUREAUS]            = { "bureaus", { "zone" } },
  [STEWARD_LIST_SECTIONS]           = { "sections", .items = TRUE },
  [STEWARD_LIST_EVENTS]             = { "events" },
  [STEWARD_LIST_SUSPENSION_GROUNDS] = { "suspension_grounds", .flag = "needs_reminder" },
  [STEWARD_LIST_ELIGIBILITY]        = { "eligibility" },
  [STEWARD_LIST_START_GATE]         = { "start_gate", { "kind" }, .materials = TRUE },
  [STEWARD_LIST_ENTRUSTMENT_GATE]   = { "entrustment_gate", .materials = TRUE },
  [STEWARD_LIST_ROLES]              = { "roles" },
  [STEWARD_LIST_MEMBERS]            = { "members" },
  [STEWARD_LIST_ACCOUNTABILITY]     = { "accountability" },
  [STEWARD_LIST_ROUTING]            = { "routing", .levels = TRUE },
  [STEWARD_LIST_LIGHT_CODES]        = { "light_codes", { "color", "rule" } },
  [STEWARD_LIST_JOINT_ACTIVITIES]   = { "joint_activities" },
  [STEWARD_LIST_MODULES]            = { "modules" },
  [STEWARD_LIST_SCENARIOS]          = { "scenarios", { "applies" }, { "steps", "days" } },
  [STEWARD_LIST_OTHER]              = { "other" },
};

static gboolean
is_basis_date (const char *date)
{
  return g_regex_match_simple ("^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$", date,
                               G_REGEX_DOLLAR_ENDONLY, 0);
}

static void
read_basis (StewardPackReader     *reader,
            const StewardJsonNode *node)
{
  static const char * const keys[] = {
    "id", "document", "title", "issuer", "date", "url", "verified", "note", NULL
  };
  static const char * const verified[] = { "text", "part", "unverified", NULL };
  StewardBasis *basis = g_new0 (StewardBasis, 1);
  g_autofree char *url = NULL;
  g_autofree char *note = NULL;
  int word;

  g_ptr_array_add (reader->pack->bases, basis);
  steward_json_check_keys (node, keys, reader->problems);
  basis->id = steward_pack_reader_id (reader, node);
  basis->document = steward_pack_reader_text (reader, node, "document", STEWARD_JSON_REQUIRED, STEWARD_PACK_MAX_NAME);
  basis->title = steward_pack_reader_text (reader, node, "title", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_NAME);
  basis->issuer = steward_pack_reader_text (reader, node, "issuer", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_NAME);
  basis->date = steward_pack_reader_text (reader, node, "date", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_NAME);
  if (basis->date != NULL && !is_basis_date (basis->date))
    steward_json_node_complain (steward_json_node_get_member (node, "date"), reader->problems,
                                _("“%s” is not a date: expected YYYY-MM-DD, YYYY-MM or YYYY."), basis->date);
  word = steward_json_read_word (node, "verified", STEWARD_JSON_OPTIONAL, verified, -1, reader->problems);
  basis->verified = g_strdup (word >= 0 ? verified[word] : NULL);
  url = steward_pack_reader_text (reader, node, "url", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_NAME);
  note = steward_pack_reader_text (reader, node, "note", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_TEXT);

  if (*basis->id == '\0')
    return;
  if (!g_hash_table_contains (reader->scope->bases, basis->id))
    g_hash_table_insert (reader->scope->bases, basis->id, basis);
  else
    steward_json_node_complain (steward_json_node_get_member (node, "id"), reader->problems,
                                _("The id “%s” is used twice."), basis->id);
}

static void
check_named_keys (StewardPackReader     *reader,
                  const StewardJsonNode *node,
                  const StewardListRule *rule)
{
  const char *keys[16] = { "id", "name", "note", "source" };
  guint n = 4;

  for (guint i = 0; rule->texts[i] != NULL; i++)
    keys[n++] = rule->texts[i];
  for (guint i = 0; rule->numbers[i] != NULL; i++)
    keys[n++] = rule->numbers[i];
  if (rule->flag != NULL)
    keys[n++] = rule->flag;
  if (rule->items)
    keys[n++] = "items";
  if (rule->levels)
    keys[n++] = "levels";
  if (rule->materials)
    keys[n++] = "materials";
  g_assert (n < G_N_ELEMENTS (keys));

  steward_json_check_keys (node, keys, reader->problems);
}

static void
read_extras (StewardPackReader     *reader,
             const StewardJsonNode *node,
             const StewardListRule *rule,
             StewardNamed          *named)
{
  for (guint i = 0; rule->texts[i] != NULL; i++)
    {
      char *text = steward_pack_reader_text (reader, node, rule->texts[i], STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_TEXT);

      if (text != NULL)
        g_hash_table_insert (named->extras, (gpointer) rule->texts[i], text);
    }
  for (guint i = 0; rule->numbers[i] != NULL; i++)
    {
      int number = steward_pack_reader_days (reader, node, rule->numbers[i]);

      if (number >= 0)
        g_hash_table_insert (named->extras, (gpointer) rule->numbers[i], g_strdup_printf ("%d", number));
    }
  if (rule->flag != NULL && steward_json_read_boolean (node, rule->flag, FALSE, reader->problems))
    g_hash_table_insert (named->extras, (gpointer) rule->flag, g_strdup ("true"));
}

/* The levels whose items take a route, as one text: "province county". */
static void
read_levels (StewardPackReader     *reader,
             const StewardJsonNode *node,
             StewardNamed          *named)
{
  const StewardJsonNode *array = steward_json_node_get_member (node, "levels");
  g_auto(GStrv) words = steward_pack_reader_strings (reader, node, "levels");

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (!g_strv_contains (steward_level_words, words[i]))
        steward_json_node_complain (steward_json_node_get_element (array, i), reader->problems,
                                    _("“%s” is no level."), words[i]);
    }
  if (words[0] != NULL)
    g_hash_table_insert (named->extras, (gpointer) "levels", g_strjoinv (" ", words));
}

/* The papers any of which shows that a condition holds, as one text: the ids
 * with blanks between. Whether there are such is checked in the end. */
static void
read_materials (StewardPackReader     *reader,
                const StewardJsonNode *node,
                StewardNamed          *named)
{
  g_auto(GStrv) ids = steward_pack_reader_strings (reader, node, "materials");

  g_hash_table_insert (reader->nodes, named, (gpointer) node);
  if (ids[0] != NULL)
    g_hash_table_insert (named->extras, (gpointer) "materials", g_strjoinv (" ", ids));
}

static void
enter_named (StewardPackReader     *reader,
             const StewardJsonNode *node,
             StewardPackList        list,
             StewardNamed          *named)
{
  if (list == STEWARD_LIST_EVENTS)
    steward_pack_reader_add_step (reader, STEWARD_STEP_EVENT, named->id, named, node);
  else if (g_hash_table_contains (reader->pack->named[list], named->id))
    steward_json_node_complain (steward_json_node_get_member (node, "id"), reader->problems,
                                _("The id “%s” is used twice."), named->id);
  if (*named->id != '\0')
    g_hash_table_insert (reader->pack->named[list], named->id, named);
}

static void
read_named (StewardPackReader     *reader,
            const StewardJsonNode *node,
            StewardPackList        list)
{
  static const char * const gate_kinds[] = { "fact", "land", NULL };
  const StewardListRule *rule = &list_rules[list];
  StewardNamed *named = g_new0 (StewardNamed, 1);

  g_ptr_array_add (reader->pack->lists[list], named);
  check_named_keys (reader, node, rule);
  named->id = steward_pack_reader_id (reader, node);
  named->name = steward_pack_reader_name (reader, node);
  named->note = steward_pack_reader_text (reader, node, "note", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_TEXT);
  named->source = steward_pack_reader_source (reader, node);
  if (rule->items)
    named->items = steward_pack_reader_links (reader, node, "items", STEWARD_LINK_MENTION, STEWARD_STEP_ITEM, NULL);
  else
    named->items = g_new0 (char *, 1);
  if (rule->texts[0] != NULL || rule->numbers[0] != NULL || rule->flag != NULL || rule->levels || rule->materials)
    named->extras = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  if (named->extras != NULL)
    read_extras (reader, node, rule, named);
  if (rule->levels)
    read_levels (reader, node, named);
  if (rule->materials)
    read_materials (reader, node, named);
  if (list == STEWARD_LIST_START_GATE)
    steward_json_read_word (node, "kind", STEWARD_JSON_REQUIRED, gate_kinds, -1, reader->problems);
  enter_named (reader, node, list, named);
}

static const char *
get_id (const StewardJsonNode *node)
{
  const StewardJsonNode *id = steward_json_node_get_member (node, "id");

  return id != NULL && steward_json_node_get_kind (id) == STEWARD_JSON_STRING ? steward_json_node_get_string (id) : NULL;
}

/* A bureau is paired with another bureau, that of the development zone. */
static void
check_zones (StewardPackReader *reader,
             GPtrArray         *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const StewardJsonNode *zone = steward_json_node_get_member (g_ptr_array_index (nodes, i), "zone");

      if (zone != NULL && steward_json_node_get_kind (zone) == STEWARD_JSON_STRING &&
          steward_pack_get_bureau_name (reader->pack, steward_json_node_get_string (zone)) == NULL)
        steward_json_node_complain (zone, reader->problems, _("“%s” is not an id in “%s”."),
                                    steward_json_node_get_string (zone), "bureaus");
    }
}

static void
read_list (StewardPackReader *reader,
           StewardPackList    list)
{
  g_autoptr(GPtrArray) nodes = steward_pack_reader_collect (reader, NULL, list_rules[list].key);
  GHashTable *named = reader->pack->named[list];

  for (guint i = 0; i < nodes->len; i++)
    {
      const StewardJsonNode *node = g_ptr_array_index (nodes, i);
      const char *id = get_id (node);

      /* A bureau, section or event known to the city keeps the city's name. */
      if (!reader->scope->supplement || id == NULL || !g_hash_table_contains (named, id))
        read_named (reader, node, list);
    }
  if (list == STEWARD_LIST_BUREAUS)
    check_zones (reader, nodes);
}

void
steward_pack_read_lists (StewardPackReader *reader)
{
  g_autoptr(GPtrArray) bases = steward_pack_reader_collect (reader, NULL, "basis");

  for (guint i = 0; i < bases->len; i++)
    read_basis (reader, g_ptr_array_index (bases, i));

  /* A supplement brings the things its items speak of; the other lists are
   * rules of its own place and stay there. */
  for (guint i = 0; i < STEWARD_N_LISTS; i++)
    if (!reader->scope->supplement || i <= STEWARD_LIST_EVENTS)
      read_list (reader, i);
}
