/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-project-file-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

static void
read_event (const StewardJsonNode *node,
            StewardCase           *handled,
            StewardProblems       *problems)
{
  static const char *const keys[] = { "status", "day", "actor", "kind", "note", "written", "proof", NULL };
  StewardEvent event;

  if (!steward_project_file_is_object (node, problems))
    return;
  steward_json_check_keys (node, keys, problems);
  event.status = steward_json_read_integer (node, "status", STEWARD_JSON_REQUIRED, STEWARD_CASE_RECEIVED,
                                            STEWARD_CASE_REVOKED, 0, problems);
  event.day = steward_project_file_read_day (node, "day", STEWARD_JSON_REQUIRED, problems);
  event.actor = (char *) steward_json_read_string (node, "actor", STEWARD_JSON_OPTIONAL, STEWARD_NAME_MAX_CHARS, problems);
  event.kind = (char *) steward_json_read_string (node, "kind", STEWARD_JSON_OPTIONAL, STEWARD_NAME_MAX_CHARS, problems);
  event.note = (char *) steward_json_read_string (node, "note", STEWARD_JSON_OPTIONAL, STEWARD_TEXT_MAX_CHARS, problems);
  event.written = steward_project_file_read_day (node, "written", STEWARD_JSON_OPTIONAL, problems);
  event.proof = (char *) steward_json_read_string (node, "proof", STEWARD_JSON_OPTIONAL, STEWARD_PROOF_MAX_CHARS, problems);
  if (event.status > 0 && event.day != STEWARD_DAY_NONE)
    steward_case_put_event (handled, &event);
}

static void
set_text (char       **field,
          const char  *value)
{
  if (value == NULL)
    return;
  g_free (*field);
  *field = g_strdup (value);
}

static void
read_level (const StewardJsonNode *node,
            StewardCase           *handled,
            StewardProblems       *problems)
{
  const char *word = steward_json_read_string (node, "level", STEWARD_JSON_OPTIONAL, STEWARD_NAME_MAX_CHARS, problems);

  if (word && !steward_level_from_word (word, &handled->level))
    steward_json_node_complain (steward_json_node_get_member (node, "level"), problems,
                                _("“%s” is not a level of government."), word);
}

static void
read_bureau (const StewardJsonNode *node,
             StewardCase           *handled,
             StewardProject        *project,
             StewardProblems       *problems)
{
  const char *bureau = steward_json_read_string (node, "bureau", STEWARD_JSON_OPTIONAL, STEWARD_NAME_MAX_CHARS, problems);

  if (bureau && *bureau && steward_pack_get_bureau_name (steward_project_get_pack (project), bureau) == NULL)
    steward_json_node_complain (steward_json_node_get_member (node, "bureau"), problems,
                                _("The pack has no bureau “%s”."), bureau);
  else
    set_text (&handled->bureau, bureau);
}

static void
read_details (const StewardJsonNode *node,
              StewardCase           *handled,
              StewardProblems       *problems)
{
  const char *const modes[] = { steward_mode_to_word (STEWARD_MODE_NORMAL),
                                steward_mode_to_word (STEWARD_MODE_DEFERRAL),
                                steward_mode_to_word (STEWARD_MODE_COMMITMENT), NULL };
  const StewardJsonNode *events;

  set_text (&handled->segment, steward_json_read_string (node, "segment", STEWARD_JSON_OPTIONAL,
                                                         STEWARD_NAME_MAX_CHARS, problems));
  set_text (&handled->number, steward_json_read_string (node, "number", STEWARD_JSON_OPTIONAL,
                                                        STEWARD_NAME_MAX_CHARS, problems));
  handled->mode = steward_json_read_word (node, "mode", STEWARD_JSON_OPTIONAL, modes,
                                          STEWARD_MODE_NORMAL, problems);
  handled->limit = steward_json_read_integer (node, "limit", STEWARD_JSON_OPTIONAL, 0, STEWARD_MAX_DAYS, -1, problems);
  handled->extension = steward_json_read_integer (node, "extension", STEWARD_JSON_OPTIONAL, 0,
                                                  STEWARD_CASE_MAX_EXTENSION, 0, problems);
  set_text (&handled->extension_by, steward_json_read_string (node, "extension_by", STEWARD_JSON_OPTIONAL,
                                                              STEWARD_NAME_MAX_CHARS, problems));
  set_text (&handled->extension_reason, steward_json_read_string (node, "extension_reason", STEWARD_JSON_OPTIONAL,
                                                                  STEWARD_TEXT_MAX_CHARS, problems));
  handled->planned_start = steward_project_file_read_day (node, "planned_start", STEWARD_JSON_OPTIONAL, problems);
  handled->delivered = steward_project_file_read_day (node, "delivered", STEWARD_JSON_OPTIONAL, problems);
  handled->verified = steward_project_file_read_day (node, "verified", STEWARD_JSON_OPTIONAL, problems);
  events = steward_project_file_read_list (node, "events", STEWARD_CASE_MAX_EVENTS, problems);
  for (guint i = 0; events && i < steward_json_node_get_length (events); i++)
    read_event (steward_json_node_get_element (events, i), handled, problems);
}

static void
read_case (const StewardJsonNode *node,
           StewardProject        *project,
           GHashTable            *seen,
           StewardProblems       *problems)
{
  static const char *const keys[] = { "id", "item", "segment", "number", "mode", "level", "bureau", "limit",
                                      "extension", "extension_by", "extension_reason", "planned_start", "events",
                                      "delivered", "verified", NULL };
  g_autoptr (StewardCase) handled = NULL;
  const char *id, *item;

  if (!steward_project_file_is_object (node, problems))
    return;
  steward_json_check_keys (node, keys, problems);
  id = steward_json_read_string (node, "id", STEWARD_JSON_REQUIRED, STEWARD_NAME_MAX_CHARS, problems);
  item = steward_json_read_string (node, "item", STEWARD_JSON_REQUIRED, STEWARD_NAME_MAX_CHARS, problems);
  handled = steward_case_new (id ? id : "", item ? item : "");
  read_level (node, handled, problems);
  read_bureau (node, handled, project, problems);
  read_details (node, handled, problems);
  if (id == NULL || item == NULL)
    return;
  if (*id == '\0')
    steward_json_node_complain (steward_json_node_get_member (node, "id"), problems, _("The id is empty."));
  else if (!g_hash_table_add (seen, g_strdup (id)))
    steward_json_node_complain (steward_json_node_get_member (node, "id"), problems,
                                _("There are two cases “%s”."), id);
  else if (!steward_project_file_knows_item (project, item))
    steward_json_node_complain (steward_json_node_get_member (node, "item"), problems,
                                _("Neither the pack nor the rows of the form have an item “%s”."), item);
  else
    steward_project_put_case (project, handled);
}

void
steward_project_file_read_cases (const StewardJsonNode *root,
                                 StewardProject        *project,
                                 StewardProblems       *problems)
{
  const StewardJsonNode *cases = steward_project_file_read_list (root, "cases", STEWARD_PROJECT_MAX_CASES, problems);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; cases && i < steward_json_node_get_length (cases); i++)
    read_case (steward_json_node_get_element (cases, i), project, seen, problems);
}
