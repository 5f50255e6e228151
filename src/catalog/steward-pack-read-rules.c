/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pack-reader.h"

#include <glib/gi18n-lib.h>

/* Members every rule has, so that the readers below only say what differs. */
static void
check_id_once (StewardPackReader     *reader,
               GHashTable            *seen,
               const char            *id,
               const StewardJsonNode *node)
{
  if (*id != '\0' && !g_hash_table_add (seen, (gpointer) id))
    steward_json_node_complain (steward_json_node_get_member (node, "id"), reader->problems,
                                _("The id “%s” is used twice."), id);
}

/* In the order of StewardTimerRole, without the reminders. */
static const char * const timer_role_words[] = { "push", "suggestion", NULL };

/* Nobody could tell which of two timers is meant. */
static StewardTimerRole
read_timer_role (StewardPackReader     *reader,
                 const StewardJsonNode *node)
{
  int word = steward_json_read_word (node, "role", STEWARD_JSON_OPTIONAL, timer_role_words, -1, reader->problems);
  StewardTimerRole role = word + 1;

  if (role != STEWARD_TIMER_REMINDER && steward_pack_find_timer (reader->pack, role) != NULL)
    steward_json_node_complain (steward_json_node_get_member (node, "role"), reader->problems,
                                _("Another timer has the role “%s” already."), timer_role_words[word]);
  return role;
}

static void
read_timer (StewardPackReader     *reader,
            GHashTable            *seen,
            const StewardJsonNode *node)
{
  static const char * const keys[] = { "id", "role", "name", "days", "from", "to", "note", "source", NULL };
  StewardTimer *timer = g_new0 (StewardTimer, 1);
  g_autofree char *note = NULL;

  timer->role = read_timer_role (reader, node);
  g_ptr_array_add (reader->pack->timers, timer);
  steward_json_check_keys (node, keys, reader->problems);
  timer->id = steward_pack_reader_id (reader, node);
  check_id_once (reader, seen, timer->id, node);
  timer->name = steward_pack_reader_name (reader, node);
  timer->days = steward_pack_reader_days (reader, node, "days");
  timer->from = steward_pack_reader_text (reader, node, "from", STEWARD_JSON_REQUIRED, STEWARD_PACK_MAX_NAME);
  timer->to = steward_pack_reader_text (reader, node, "to", STEWARD_JSON_REQUIRED, STEWARD_PACK_MAX_NAME);
  note = steward_pack_reader_text (reader, node, "note", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_TEXT);
  timer->source = steward_pack_reader_source (reader, node);
}

static void
read_activity (StewardPackReader     *reader,
               GHashTable            *seen,
               const StewardJsonNode *node)
{
  static const char * const keys[] = { "id", "name", "owner", "after", "before", NULL };
  const guint accepts = STEWARD_STEP_STAGE | STEWARD_STEP_BLOCK | STEWARD_STEP_ITEM;
  StewardActivity *activity = g_new0 (StewardActivity, 1);
  StewardPackStep *step;

  g_ptr_array_add (reader->pack->activities, activity);
  steward_json_check_keys (node, keys, reader->problems);
  activity->id = steward_pack_reader_id (reader, node);
  activity->name = steward_pack_reader_name (reader, node);
  activity->owner = steward_pack_reader_text (reader, node, "owner", STEWARD_JSON_REQUIRED, STEWARD_PACK_MAX_NAME);
  step = steward_pack_reader_add_step (reader, STEWARD_STEP_ACTIVITY, activity->id, activity, node);
  activity->after = steward_pack_reader_links (reader, node, "after", STEWARD_LINK_AFTER, accepts, step);
  activity->before = steward_pack_reader_links (reader, node, "before", STEWARD_LINK_BEFORE, accepts, step);
}

static void
read_check (StewardPackReader     *reader,
            GHashTable            *seen,
            const StewardJsonNode *node)
{
  static const char * const keys[] = { "id", "name", "severity", "remedy", "source", NULL };
  static const char * const severities[] = { "off", "note", "warning", "error", NULL };
  StewardCheck *check = g_new0 (StewardCheck, 1);

  g_ptr_array_add (reader->pack->checks, check);
  steward_json_check_keys (node, keys, reader->problems);
  check->id = steward_pack_reader_id (reader, node);
  check_id_once (reader, seen, check->id, node);
  if (*check->id != '\0' && !steward_check_code_from_word (check->id, &check->code))
    steward_json_node_complain (steward_json_node_get_member (node, "id"), reader->problems,
                                _("The program has no check “%s”."), check->id);
  check->name = steward_pack_reader_text (reader, node, "name", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_NAME);
  check->severity = steward_json_read_word (node, "severity", STEWARD_JSON_REQUIRED, severities, 0, reader->problems);
  check->remedy = steward_pack_reader_text (reader, node, "remedy", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_TEXT);
  check->source = steward_pack_reader_source (reader, node);
}

static void
read_indicator (StewardPackReader     *reader,
                GHashTable            *seen,
                const StewardJsonNode *node)
{
  static const char * const keys[] = {
    "id", "name", "op", "target", "unit", "applies", "formula", "source", NULL
  };
  static const char * const ops[] = { ">=", "<=", NULL };
  StewardIndicator *indicator = g_new0 (StewardIndicator, 1);
  int word;

  g_ptr_array_add (reader->pack->indicators, indicator);
  steward_json_check_keys (node, keys, reader->problems);
  indicator->id = steward_pack_reader_id (reader, node);
  check_id_once (reader, seen, indicator->id, node);
  indicator->name = steward_pack_reader_name (reader, node);
  word = steward_json_read_word (node, "op", STEWARD_JSON_REQUIRED, ops, 0, reader->problems);
  indicator->op = g_strdup (ops[word]);
  indicator->target = steward_json_read_number (node, "target", STEWARD_JSON_REQUIRED, 0, 1e9, 0, reader->problems);
  indicator->unit = steward_pack_reader_text (reader, node, "unit", STEWARD_JSON_REQUIRED, STEWARD_PACK_MAX_ID);
  indicator->applies = steward_pack_reader_text (reader, node, "applies", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_NAME);
  indicator->formula = steward_pack_reader_text (reader, node, "formula", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_TEXT);
  indicator->source = steward_pack_reader_source (reader, node);
}

static void
read_deferral (StewardPackReader *reader)
{
  static const char * const keys[] = {
    "classes", "gate", "withdraw", "overdue", "broken", "supplement_days", "note", "source", NULL
  };
  const StewardJsonNode *node = steward_pack_reader_last (reader, "deferral");
  StewardDeferral *deferral;

  if (node == NULL)
    return;
  steward_json_check_keys (node, keys, reader->problems);
  if (steward_json_node_get_kind (node) != STEWARD_JSON_OBJECT)
    return;

  deferral = g_new0 (StewardDeferral, 1);
  reader->pack->deferral = deferral;
  deferral->classes = steward_pack_reader_strings (reader, node, "classes");
  deferral->gate = steward_pack_reader_strings (reader, node, "gate");
  deferral->withdraw = steward_pack_reader_text (reader, node, "withdraw", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_TEXT);
  deferral->overdue = steward_pack_reader_text (reader, node, "overdue", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_TEXT);
  deferral->broken = steward_pack_reader_strings (reader, node, "broken");
  deferral->supplement_days = steward_pack_reader_days (reader, node, "supplement_days");
  deferral->note = steward_pack_reader_text (reader, node, "note", STEWARD_JSON_OPTIONAL, STEWARD_PACK_MAX_TEXT);
  deferral->source = steward_pack_reader_source (reader, node);
}

/* Where classes are named, a material may only fall in one of them. */
static void
check_deferrable (StewardPackReader *reader)
{
  const StewardDeferral *deferral = reader->pack->deferral;

  for (guint i = 0; deferral != NULL && i < reader->pack->materials->len; i++)
    {
      const StewardMaterial *material = g_ptr_array_index (reader->pack->materials, i);
      const StewardJsonNode *node = g_hash_table_lookup (reader->nodes, material);

      if (material->deferrable != NULL && !material->supplement &&
          !g_strv_contains ((const char * const *) deferral->classes, material->deferrable))
        steward_json_node_complain (steward_json_node_get_member (node, "deferrable"), reader->problems,
                                    _("“%s” is not one of the classes in “deferral”."), material->deferrable);
    }
}

typedef void (*ReadRule) (StewardPackReader     *reader,
                          GHashTable            *seen,
                          const StewardJsonNode *node);

static void
read_all (StewardPackReader *reader,
          const char        *key,
          ReadRule           read_one)
{
  g_autoptr(GPtrArray) nodes = steward_pack_reader_collect (reader, NULL, key);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < nodes->len; i++)
    read_one (reader, seen, g_ptr_array_index (nodes, i));
}

void
steward_pack_read_rules (StewardPackReader *reader)
{
  read_all (reader, "timers", read_timer);
  read_all (reader, "activities", read_activity);
  read_all (reader, "checks", read_check);
  read_all (reader, "indicators", read_indicator);
  read_deferral (reader);
  check_deferrable (reader);
}
