/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pack-reader.h"

#include <string.h>
#include <glib/gi18n-lib.h>

static const char * const lever_kind_words[] = {
  "parallel", "deferral", "commitment", "merge", "land", "simulated", NULL
};

G_STATIC_ASSERT (G_N_ELEMENTS (lever_kind_words) == STEWARD_N_LEVER_KINDS + 1);

const char *
steward_lever_kind_to_word (StewardLeverKind kind)
{
  g_return_val_if_fail ((guint) kind < STEWARD_N_LEVER_KINDS, NULL);

  return lever_kind_words[kind];
}

static GPtrArray *
read_conditions (StewardPackReader     *reader,
                 const StewardJsonNode *node)
{
  GPtrArray *conditions = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_condition_free);
  g_autoptr(GPtrArray) nodes = NULL;

  if (steward_json_node_get_member (node, "when") == NULL)
    return conditions;
  nodes = steward_pack_reader_objects (reader, node, "when");
  for (guint i = 0; i < nodes->len; i++)
    g_ptr_array_add (conditions, steward_pack_reader_condition (reader, g_ptr_array_index (nodes, i)));
  return conditions;
}

/* Only an overlap waits for less, and only of what it names. */
static guint
read_waits (StewardPackReader     *reader,
            const StewardJsonNode *node,
            StewardEffectKind      kind)
{
  static const char * const words[] = { "item", "block", "stage", NULL };
  const StewardJsonNode *array = steward_json_node_get_member (node, "waits");
  g_auto(GStrv) waits = steward_pack_reader_strings (reader, node, "waits");
  guint flags = 0;

  for (guint i = 0; waits[i] != NULL; i++)
    {
      guint word = 0;

      while (words[word] != NULL && strcmp (words[word], waits[i]) != 0)
        word++;
      if (words[word] == NULL)
        steward_json_node_complain (array, reader->problems, _("“%s” is not “item”, “block” or “stage”."), waits[i]);
      else
        flags |= 1u << word;
    }
  if (kind == STEWARD_EFFECT_OVERLAP && waits[0] == NULL)
    steward_json_node_complain (array != NULL ? array : node, reader->problems,
                                _("An overlap has to say in “waits” what need not be waited for."));
  if (kind != STEWARD_EFFECT_OVERLAP && waits[0] != NULL)
    steward_json_node_complain (array, reader->problems, _("Only an effect of the kind “overlap” has “waits”."));
  return flags;
}

static int
read_limit (StewardPackReader     *reader,
            const StewardJsonNode *node,
            StewardEffectKind      kind)
{
  int days = steward_pack_reader_days (reader, node, "days");

  if (kind == STEWARD_EFFECT_LIMIT && days < 0)
    steward_json_node_complain (node, reader->problems, _("“%s” is required here."), "days");
  if (kind != STEWARD_EFFECT_LIMIT && days >= 0)
    steward_json_node_complain (steward_json_node_get_member (node, "days"), reader->problems,
                                _("Only an effect of the kind “limit” has “days”."));
  return days;
}

static StewardEffect *
read_effect (StewardPackReader     *reader,
             const StewardJsonNode *node)
{
  static const char * const keys[] = { "kind", "items", "blocks", "stages", "waits", "days", "when", NULL };
  static const char * const kinds[] = { "together", "overlap", "merge", "limit", NULL };
  StewardEffect *effect = g_new0 (StewardEffect, 1);

  steward_json_check_keys (node, keys, reader->problems);
  effect->kind = steward_json_read_word (node, "kind", STEWARD_JSON_REQUIRED, kinds, STEWARD_EFFECT_TOGETHER,
                                         reader->problems);
  effect->items = steward_pack_reader_links (reader, node, "items", STEWARD_LINK_MENTION, STEWARD_STEP_ITEM, NULL);
  effect->blocks = steward_pack_reader_links (reader, node, "blocks", STEWARD_LINK_MENTION, STEWARD_STEP_BLOCK, NULL);
  effect->stages = steward_pack_reader_links (reader, node, "stages", STEWARD_LINK_MENTION, STEWARD_STEP_STAGE, NULL);
  if (effect->items[0] == NULL && effect->blocks[0] == NULL && effect->stages[0] == NULL)
    steward_json_node_complain (node, reader->problems, _("An effect needs “items”, “blocks” or “stages”."));
  effect->waits = read_waits (reader, node, effect->kind);
  effect->days = read_limit (reader, node, effect->kind);
  effect->when = read_conditions (reader, node);
  return effect;
}

static void
read_lever (StewardPackReader     *reader,
            const StewardJsonNode *node)
{
  static const char * const keys[] = {
    "id", "kind", "name", "in_force", "each", "credit", "effects", "when", "gate", "agree", "line", "note", "source", NULL
  };
  StewardLever *lever = g_new0 (StewardLever, 1);
  g_autoptr(GPtrArray) effects = steward_pack_reader_objects (reader, node, "effects");

  steward_json_check_keys (node, keys, reader->problems);
  lever->id = steward_pack_reader_id (reader, node);
  if (steward_pack_find_lever (reader->pack, lever->id) != NULL && *lever->id != '\0')
    steward_json_node_complain (steward_json_node_get_member (node, "id"), reader->problems,
                                _("The id “%s” is used twice."), lever->id);
  g_ptr_array_add (reader->pack->levers, lever);
  lever->kind = steward_json_read_word (node, "kind", STEWARD_JSON_REQUIRED, lever_kind_words,
                                        STEWARD_LEVER_PARALLEL, reader->problems);
  lever->name = steward_pack_reader_name (reader, node);
  lever->in_force = steward_json_read_boolean (node, "in_force", FALSE, reader->problems);
  lever->each = steward_json_read_boolean (node, "each", FALSE, reader->problems);
  lever->credit = steward_json_read_boolean (node, "credit", FALSE, reader->problems);
  if (lever->each && lever->in_force)
    steward_json_node_complain (steward_json_node_get_member (node, "each"), reader->problems,
                                _("What is decided for each item cannot be in force for all."));
  lever->effects = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_effect_free);
  for (guint i = 0; i < effects->len; i++)
    g_ptr_array_add (lever->effects, read_effect (reader, g_ptr_array_index (effects, i)));
  if (effects->len == 0)
    steward_json_node_complain (node, reader->problems, _("A lever needs at least one effect."));
  lever->when = read_conditions (reader, node);
  lever->gate = steward_pack_reader_strings (reader, node, "gate");
  lever->agree = steward_pack_reader_strings (reader, node, "agree");
  lever->line = steward_pack_reader_text (reader, node, "line", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_TEXT);
  lever->note = steward_pack_reader_text (reader, node, "note", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_TEXT);
  lever->source = steward_pack_reader_source (reader, node);
}

void
steward_pack_read_levers (StewardPackReader *reader)
{
  g_autoptr(GPtrArray) nodes = steward_pack_reader_collect (reader, NULL, "levers");

  for (guint i = 0; i < nodes->len; i++)
    read_lever (reader, g_ptr_array_index (nodes, i));
}
