/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pack-reader.h"

#include <glib/gi18n-lib.h>

#include "steward-packs.h"

#define COMMON_FORMS "/io/github/xiangmuzhang/Steward/forms/common-forms.json"

typedef struct
{
  const char *key;
  int         min;
  int         max;
  gboolean    boolean;
} StewardSettingRule;

static const StewardSettingRule setting_rules[] = {
  { "yellow-days", 0, 100 },
  { "yellow-percent", 0, 100 },
  { "acceptance-day-counts", 0, 1, TRUE },
  { "notice-days", 0, 100 },
  { "delivery-days", 0, 100 },
  { "instant-limit", 0, STEWARD_PACK_MAX_DAYS },
  { "stale-days", 0, STEWARD_PACK_MAX_DAYS },
  { "deferral-days", 0, STEWARD_PACK_MAX_DAYS },
  { "segments-pair", 0, 1, TRUE },
};

static const char * const form_names[] = {
  "assessment", "service_plan", "entrustment", "closing", "ledger", "suggestion",
  "common", "notice", "materials", "change", "parallel_plan", "deferral", "commitment", "opinion", "minutes",
  "correction", "suspension", "resumption", "policy", "hand_over", "push", NULL
};

static void
read_settings (StewardPackReader     *reader,
               const StewardJsonNode *root)
{
  const StewardJsonNode *node = steward_json_read_object (root, "settings", STEWARD_JSON_OPTIONAL, reader->problems);
  const char *keys[G_N_ELEMENTS (setting_rules) + 1] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (setting_rules); i++)
    keys[i] = setting_rules[i].key;
  steward_json_check_keys (node, keys, reader->problems);

  for (guint i = 0; i < G_N_ELEMENTS (setting_rules); i++)
    {
      const StewardSettingRule *rule = &setting_rules[i];
      int value;

      if (steward_json_node_get_member (node, rule->key) == NULL)
        continue;
      if (rule->boolean)
        value = steward_json_read_boolean (node, rule->key, FALSE, reader->problems);
      else
        value = steward_json_read_integer (node, rule->key, STEWARD_JSON_OPTIONAL, rule->min, rule->max, -1,
                                           reader->problems);
      if (value >= 0)
        g_hash_table_insert (reader->pack->settings, g_strdup (rule->key), GINT_TO_POINTER (value));
    }
}

/* One text of a form: a string or a list of strings. A layer above replaces
 * the other kind too. */
static void
read_form_text (StewardPackReader     *reader,
                const char            *form,
                const StewardJsonNode *object,
                guint                  index)
{
  const char *key = steward_json_node_get_key (object, index);
  const StewardJsonNode *node = steward_json_node_get_member (object, key);
  g_autofree char *path = g_strconcat (form, ".", key, NULL);

  if (strspn (key, "abcdefghijklmnopqrstuvwxyz0123456789_") != strlen (key))
    steward_json_node_complain (node, reader->problems,
                                _("“%s” is not a key: only the letters a–z, digits and underscores are allowed."), key);

  switch (steward_json_node_get_kind (node))
    {
    case STEWARD_JSON_STRING:
      {
        char *text = steward_pack_reader_text (reader, object, key, STEWARD_JSON_REQUIRED, STEWARD_PACK_MAX_TEXT);

        g_hash_table_remove (reader->pack->wordings, path);
        if (text != NULL)
          g_hash_table_insert (reader->pack->wording, g_steal_pointer (&path), text);
      }
      break;

    case STEWARD_JSON_ARRAY:
      g_hash_table_remove (reader->pack->wording, path);
      g_hash_table_insert (reader->pack->wordings, g_steal_pointer (&path),
                           steward_pack_reader_strings (reader, object, key));
      break;

    case STEWARD_JSON_NULL:
      break;

    case STEWARD_JSON_BOOLEAN:
    case STEWARD_JSON_NUMBER:
    case STEWARD_JSON_OBJECT:
    default:
      steward_json_node_complain (node, reader->problems, _("Expected a text or a list of texts."));
      break;
    }
}

static void
read_forms (StewardPackReader     *reader,
            const StewardJsonNode *root)
{
  const StewardJsonNode *forms = steward_json_read_object (root, "forms", STEWARD_JSON_OPTIONAL, reader->problems);

  steward_json_check_keys (forms, form_names, reader->problems);
  for (guint i = 0; forms != NULL && form_names[i] != NULL; i++)
    {
      const StewardJsonNode *form;

      form = steward_json_read_object (forms, form_names[i], STEWARD_JSON_OPTIONAL, reader->problems);
      if (form == NULL)
        continue;
      for (guint j = 0; j < steward_json_node_get_length (form); j++)
        read_form_text (reader, form_names[i], form, j);
      if (steward_pack_get_wording (reader->pack, form_names[i], "title") == NULL)
        steward_json_node_complain (form, reader->problems, _("“%s” is required here."), "title");
    }
}

/* The digits of a region code go from the province by pairs to the county. */
static StewardLevel
region_code_to_level (const char *code)
{
  if (strcmp (code, "100000") == 0)
    return STEWARD_LEVEL_NATION;
  if (strcmp (code + 2, "0000") == 0)
    return STEWARD_LEVEL_PROVINCE;
  return strcmp (code + 4, "00") == 0 ? STEWARD_LEVEL_CITY : STEWARD_LEVEL_COUNTY;
}

/* A development zone has a code like a county or none of its own. */
static gboolean
is_code_of (StewardLevel level,
            StewardLevel stated)
{
  return level == stated ||
         (stated == STEWARD_LEVEL_ZONE && (level == STEWARD_LEVEL_COUNTY || level == STEWARD_LEVEL_CITY)) ||
         (stated == STEWARD_LEVEL_TOWN && level == STEWARD_LEVEL_COUNTY);
}

static void
read_code (StewardPackReader     *reader,
           const StewardJsonNode *node,
           const char            *code,
           gboolean               stated)
{
  StewardLevel level;

  if (strlen (code) != 6 || strspn (code, "0123456789") != 6)
    {
      steward_json_node_complain (steward_json_node_get_member (node, "code"), reader->problems,
                                  _("“%s” is not a region code: expected six digits."), code);
      return;
    }
  level = region_code_to_level (code);
  if (!stated)
    reader->pack->level = level;
  else if (!is_code_of (level, reader->pack->level))
    steward_json_node_complain (steward_json_node_get_member (node, "code"), reader->problems,
                                _("“%s” is the code of another level: that of a city ends with 00, that of a county does not."),
                                code);
}

static void
read_region (StewardPackReader     *reader,
             const StewardJsonNode *root)
{
  static const char * const keys[] = { "name", "code", "level", NULL };
  const StewardJsonNode *node = steward_json_read_object (root, "region", STEWARD_JSON_OPTIONAL, reader->problems);
  gboolean stated;
  g_autofree char *code = NULL;

  if (node == NULL)
    return;
  steward_json_check_keys (node, keys, reader->problems);
  g_free (reader->pack->region);
  reader->pack->region = steward_pack_reader_name (reader, node);
  stated = steward_json_node_get_member (node, "level") != NULL;
  if (stated)
    reader->pack->level = 1 + steward_json_read_word (node, "level", STEWARD_JSON_REQUIRED, steward_level_words,
                                                      STEWARD_LEVEL_COUNTY - 1, reader->problems);
  code = steward_pack_reader_text (reader, node, "code", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_ID);
  if (code != NULL)
    read_code (reader, node, code, stated);
}

/* What the pack is for, in words: kept as wordings of "applies". */
static void
read_applies (StewardPackReader     *reader,
              const StewardJsonNode *root)
{
  static const char * const keys[] = { "investment", "construction", "note", NULL };
  const StewardJsonNode *node = steward_json_read_object (root, "applies", STEWARD_JSON_OPTIONAL, reader->problems);
  char *note;

  if (node == NULL)
    return;
  steward_json_check_keys (node, keys, reader->problems);
  for (guint i = 0; i < 2; i++)
    g_hash_table_insert (reader->pack->wordings, g_strconcat ("applies.", keys[i], NULL),
                         steward_pack_reader_strings (reader, node, keys[i]));
  note = steward_pack_reader_text (reader, node, "note", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_TEXT);
  if (note != NULL)
    g_hash_table_insert (reader->pack->wording, g_strdup ("applies.note"), note);
}

static void
add_ambiguities (StewardPackReader     *reader,
                 const StewardJsonNode *root,
                 GStrvBuilder          *ambiguities)
{
  g_auto(GStrv) lines = steward_pack_reader_strings (reader, root, "ambiguities");

  g_strv_builder_addv (ambiguities, (const char **) lines);
}

/* The papers that no notice words have a wording of the program below that of
 * every pack, so that a city need not write letters to have them. */
StewardJson *
steward_pack_parse_common_forms (StewardProblems *problems)
{
  g_autoptr(GBytes) bytes = g_resource_lookup_data (steward_packs_get_resource (), COMMON_FORMS, 0, NULL);

  return steward_json_parse (bytes, "common-forms.json", problems);
}

const char * const *
steward_pack_get_form_names (void)
{
  return form_names;
}

void
steward_pack_read_wording (StewardPackReader *reader)
{
  g_autoptr(GStrvBuilder) ambiguities = g_strv_builder_new ();
  g_autoptr(StewardJson) common = steward_pack_parse_common_forms (reader->problems);

  read_forms (reader, steward_json_get_root (common));
  for (guint i = 0; i < reader->scope->layers->len; i++)
    {
      const StewardJsonNode *root = g_ptr_array_index (reader->scope->layers, i);

      read_settings (reader, root);
      read_forms (reader, root);
      read_region (reader, root);
      read_applies (reader, root);
      add_ambiguities (reader, root, ambiguities);
    }
  add_ambiguities (reader, steward_json_get_root (common), ambiguities);
  reader->pack->ambiguities = g_strv_builder_end (ambiguities);
}
