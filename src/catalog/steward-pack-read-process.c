/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pack-reader.h"

#include <glib/gi18n-lib.h>

static char *
text_or (StewardPackReader     *reader,
         const StewardJsonNode *node,
         const char            *key,
         const char            *fallback)
{
  char *text = steward_pack_reader_text (reader, node, key, STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_NAME);

  return text != NULL ? text : g_strdup (fallback);
}

static StewardStage *
find_stage_by_number (StewardPackReader *reader,
                      int                number)
{
  for (guint i = 0; i < reader->pack->stages->len; i++)
    {
      StewardStage *stage = g_ptr_array_index (reader->pack->stages, i);

      if (stage->number == number)
        return stage;
    }
  return NULL;
}

/* The supplement's id becomes another name of our stage. */
static void
join_stage (StewardPackReader     *reader,
            const StewardJsonNode *node,
            StewardStage          *ours)
{
  g_autofree char *id = steward_pack_reader_id (reader, node);

  g_hash_table_replace (reader->scope->stages, g_strdup (id), ours);
  if (steward_pack_find_stage (reader->pack, id) == ours)
    return;

  if (steward_pack_reader_add_step (reader, STEWARD_STEP_STAGE, id, ours, node) != NULL)
    g_hash_table_insert (reader->pack->index[STEWARD_SPACE_STAGE], g_strdup (id), ours);
}

static void
read_stage (StewardPackReader     *reader,
            const StewardJsonNode *node)
{
  static const char * const keys[] = {
    "id", "number", "name", "form_name", "plan_name", "materials_name", "limit", "arithmetic", "source", NULL
  };
  int number = steward_json_read_integer (node, "number", STEWARD_JSON_REQUIRED, 1, 9, 0, reader->problems);
  StewardStage *same = number > 0 ? find_stage_by_number (reader, number) : NULL;
  g_autofree char *arithmetic = NULL;
  StewardStage *stage;

  if (same != NULL && reader->scope->supplement)
    {
      join_stage (reader, node, same);
      return;
    }
  if (same != NULL)
    steward_json_node_complain (steward_json_node_get_member (node, "number"), reader->problems,
                                _("The stage “%s” already has number %d."), same->id, number);

  stage = g_new0 (StewardStage, 1);
  g_ptr_array_add (reader->pack->stages, stage);
  steward_json_check_keys (node, keys, reader->problems);
  stage->id = steward_pack_reader_id (reader, node);
  stage->number = number;
  stage->name = steward_pack_reader_name (reader, node);
  stage->form_name = text_or (reader, node, "form_name", stage->name);
  stage->plan_name = text_or (reader, node, "plan_name", stage->name);
  stage->materials_name = text_or (reader, node, "materials_name", stage->name);
  stage->limit = steward_pack_reader_days (reader, node, "limit");
  arithmetic = steward_pack_reader_text (reader, node, "arithmetic", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_NAME);
  stage->source = steward_pack_reader_source (reader, node);
  if (steward_pack_reader_add_step (reader, STEWARD_STEP_STAGE, stage->id, stage, node) != NULL)
    {
      steward_pack_reader_register (reader, STEWARD_SPACE_STAGE, stage->id, stage, node);
      g_hash_table_replace (reader->scope->stages, g_strdup (stage->id), stage);
    }
}

static int
compare_stages (gconstpointer a,
                gconstpointer b)
{
  const StewardStage *first = *(const StewardStage * const *) a;
  const StewardStage *second = *(const StewardStage * const *) b;

  return first->number - second->number;
}

static void
read_block (StewardPackReader     *reader,
            const StewardJsonNode *node)
{
  static const char * const keys[] = {
    "id", "stage", "name", "lane", "limit", "after", "within_stage", "source", "note", NULL
  };
  StewardBlock *block = g_new0 (StewardBlock, 1);
  g_autofree char *note = NULL;
  StewardPackStep *step;

  g_ptr_array_add (reader->pack->blocks, block);
  steward_json_check_keys (node, keys, reader->problems);
  block->id = steward_pack_reader_id (reader, node);
  block->stage = steward_pack_reader_stage (reader, node);
  block->name = steward_pack_reader_name (reader, node);
  block->lane = steward_json_read_word (node, "lane", STEWARD_JSON_REQUIRED, steward_lane_words, STEWARD_LANE_MAIN, reader->problems);
  block->limit = steward_pack_reader_days (reader, node, "limit");
  block->within_stage = steward_json_read_boolean (node, "within_stage", FALSE, reader->problems);
  block->source = steward_pack_reader_source (reader, node);
  note = steward_pack_reader_text (reader, node, "note", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_TEXT);

  step = steward_pack_reader_add_step (reader, STEWARD_STEP_BLOCK, block->id, block, node);
  if (step != NULL)
    steward_pack_reader_register (reader, STEWARD_SPACE_BLOCK, block->id, block, node);
  block->after = steward_pack_reader_links (reader, node, "after", STEWARD_LINK_AFTER,
                                            STEWARD_STEP_BLOCK | STEWARD_STEP_STAGE | STEWARD_STEP_EVENT, step);
}

static StewardCommitment *
read_commitment (StewardPackReader     *reader,
                 const StewardJsonNode *item)
{
  static const char * const keys[] = { "listed", "list_name", "condition", "source", NULL };
  const StewardJsonNode *node;
  StewardCommitment *commitment;

  node = steward_json_read_object (item, "commitment", STEWARD_JSON_OPTIONAL, reader->problems);
  if (node == NULL)
    return NULL;

  steward_json_check_keys (node, keys, reader->problems);
  commitment = g_new0 (StewardCommitment, 1);
  if (steward_json_node_get_member (node, "listed") == NULL)
    steward_json_node_complain (node, reader->problems, _("“%s” is required here."), "listed");
  commitment->listed = steward_json_read_boolean (node, "listed", FALSE, reader->problems);
  commitment->list_name = steward_pack_reader_text (reader, node, "list_name", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_NAME);
  commitment->condition = steward_pack_reader_text (reader, node, "condition", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_TEXT);
  commitment->source = steward_pack_reader_source (reader, node);
  return commitment;
}

/* An id of another list that was read before. */
static void
check_named (StewardPackReader     *reader,
             const StewardJsonNode *node,
             StewardPackList        list,
             const char            *list_key)
{
  if (steward_json_node_get_kind (node) == STEWARD_JSON_STRING &&
      !g_hash_table_contains (reader->pack->named[list], steward_json_node_get_string (node)))
    steward_json_node_complain (node, reader->problems, _("“%s” is not an id in “%s”."),
                                steward_json_node_get_string (node), list_key);
}

static void
read_item_people (StewardPackReader     *reader,
                  const StewardJsonNode *node,
                  StewardItem           *item)
{
  const StewardJsonNode *bureaus = steward_json_node_get_member (node, "bureaus");

  item->bureau_ids = steward_pack_reader_strings (reader, node, "bureaus");
  if (bureaus != NULL && steward_json_node_get_kind (bureaus) == STEWARD_JSON_ARRAY)
    {
      for (guint i = 0; i < steward_json_node_get_length (bureaus); i++)
        check_named (reader, steward_json_node_get_element (bureaus, i), STEWARD_LIST_BUREAUS, "bureaus");
    }
  item->any_bureau = steward_json_read_boolean (node, "any_bureau", FALSE, reader->problems);
  item->section = steward_pack_reader_text (reader, node, "section", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_ID);
  if (item->section != NULL)
    check_named (reader, steward_json_node_get_member (node, "section"), STEWARD_LIST_SECTIONS, "sections");
}

static void
read_item_materials (StewardPackReader     *reader,
                     const StewardJsonNode *node,
                     StewardItem           *item)
{
  const StewardJsonNode *array = steward_json_node_get_member (node, "materials");
  g_auto(GStrv) ids = steward_pack_reader_strings (reader, node, "materials");

  item->materials = g_ptr_array_new ();
  for (guint i = 0; ids[i] != NULL; i++)
    {
      gpointer material = g_hash_table_lookup (reader->pack->index[STEWARD_SPACE_MATERIAL], ids[i]);

      if (material == NULL)
        steward_json_node_complain (steward_json_node_get_element (array, i), reader->problems,
                                    _("There is no %s with the id “%s”."), _("material"), ids[i]);
      else if (g_ptr_array_find (item->materials, material, NULL))
        steward_json_node_complain (steward_json_node_get_element (array, i), reader->problems,
                                    _("“%s” is named twice."), ids[i]);
      else
        g_ptr_array_add (item->materials, material);
    }
}

/* Where the item stands in the process and how long it may take. */
static void
read_item_place (StewardPackReader     *reader,
                 const StewardJsonNode *node,
                 StewardItem           *item)
{
  const StewardLane missing = (StewardLane) -1;
  int level;

  item->stage = steward_pack_reader_stage (reader, node);
  item->block = steward_pack_reader_resolve (reader, STEWARD_SPACE_BLOCK, node, "block", STEWARD_JSON_OPTIONAL);
  if (item->block != NULL && item->stage != NULL && item->block->stage != NULL && item->block->stage != item->stage)
    steward_json_node_complain (steward_json_node_get_member (node, "block"), reader->problems,
                                _("The block “%s” belongs to the stage “%s”, the item to “%s”."),
                                item->block->id, item->block->stage->id, item->stage->id);
  item->kind = steward_json_read_word (node, "kind", STEWARD_JSON_OPTIONAL, steward_item_kind_words,
                                       STEWARD_ITEM_APPROVAL, reader->problems);
  item->lane = steward_json_read_word (node, "lane", STEWARD_JSON_OPTIONAL, steward_lane_words, missing, reader->problems);
  if (item->lane == missing)
    item->lane = item->block != NULL ? item->block->lane : STEWARD_LANE_MAIN;
  level = steward_json_read_word (node, "level", STEWARD_JSON_OPTIONAL, steward_level_words, -1, reader->problems);
  item->level = (StewardLevel) (level + 1);
  item->limit = steward_pack_reader_days (reader, node, "limit");
  item->statutory_limit = steward_pack_reader_days (reader, node, "statutory_limit");
  item->limit_note = steward_pack_reader_text (reader, node, "limit_note", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_NAME);
}

/* What has to begin before the approval lapses. */
static StewardValidity *
read_validity (StewardPackReader     *reader,
               const StewardJsonNode *item)
{
  static const char * const keys[] = { "months", "until", "source", NULL };
  const StewardJsonNode *node = steward_json_read_object (item, "validity", STEWARD_JSON_OPTIONAL, reader->problems);
  StewardValidity *validity;

  if (node == NULL)
    return NULL;
  validity = g_new0 (StewardValidity, 1);
  steward_json_check_keys (node, keys, reader->problems);
  validity->months = steward_json_read_integer (node, "months", STEWARD_JSON_REQUIRED, 1, STEWARD_PACK_MAX_MONTHS, 1,
                                                reader->problems);
  validity->until = steward_pack_reader_links (reader, node, "until", STEWARD_LINK_MENTION,
                                               STEWARD_STEP_ANY & ~STEWARD_STEP_EVENT, NULL);
  validity->source = steward_pack_reader_source (reader, node);
  return validity;
}

static void
read_item (StewardPackReader     *reader,
           const StewardJsonNode *node)
{
  static const char * const keys[] = {
    "id", "name", "short_name", "stage", "block", "kind", "lane", "level", "limit", "statutory_limit", "limit_note",
    "bureaus", "any_bureau", "section", "applies_when", "commitment", "validity", "after", "materials", "aliases", "special_steps",
    "fees", "default_on", "note", "source", NULL
  };
  StewardItem *item = g_new0 (StewardItem, 1);
  StewardPackStep *step;

  g_ptr_array_add (reader->pack->items, item);
  steward_json_check_keys (node, keys, reader->problems);
  item->id = steward_pack_reader_id (reader, node);
  item->name = steward_pack_reader_name (reader, node);
  item->short_name = text_or (reader, node, "short_name", item->name);
  read_item_place (reader, node, item);
  read_item_people (reader, node, item);
  item->applies_when = steward_pack_reader_text (reader, node, "applies_when", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_TEXT);
  item->commitment = read_commitment (reader, node);
  item->validity = read_validity (reader, node);
  read_item_materials (reader, node, item);
  item->aliases = steward_pack_reader_strings (reader, node, "aliases");
  item->special_steps = steward_pack_reader_strings (reader, node, "special_steps");
  item->fees = steward_pack_reader_strings (reader, node, "fees");
  item->default_on = steward_json_read_boolean (node, "default_on", TRUE, reader->problems);
  item->supplement = reader->scope->supplement;
  item->note = steward_pack_reader_text (reader, node, "note", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_TEXT);
  item->source = steward_pack_reader_source (reader, node);

  step = steward_pack_reader_add_step (reader, STEWARD_STEP_ITEM, item->id, item, node);
  if (step != NULL)
    steward_pack_reader_register (reader, STEWARD_SPACE_ITEM, item->id, item, node);
  item->after = steward_pack_reader_links (reader, node, "after", STEWARD_LINK_AFTER,
                                           STEWARD_STEP_ANY & ~STEWARD_STEP_ACTIVITY, step);
}

void
steward_pack_read_process (StewardPackReader *reader)
{
  g_autoptr(GPtrArray) stages = steward_pack_reader_collect (reader, NULL, "stages");
  g_autoptr(GPtrArray) blocks = steward_pack_reader_collect (reader, NULL, "blocks");
  g_autoptr(GPtrArray) items = steward_pack_reader_collect (reader, NULL, "items");

  for (guint i = 0; i < stages->len; i++)
    read_stage (reader, g_ptr_array_index (stages, i));
  g_ptr_array_sort (reader->pack->stages, compare_stages);
  for (guint i = 0; i < blocks->len; i++)
    read_block (reader, g_ptr_array_index (blocks, i));
  for (guint i = 0; i < items->len; i++)
    read_item (reader, g_ptr_array_index (items, i));
}
