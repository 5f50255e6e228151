/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-project-file-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

static gboolean
has_activity (StewardProject *project,
              const char     *id)
{
  GPtrArray *activities = steward_pack_get_activities (steward_project_get_pack (project));

  for (guint i = 0; i < activities->len; i++)
    {
      if (strcmp (((StewardActivity *) activities->pdata[i])->id, id) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
read_activity (const StewardJsonNode *node,
               const char            *id,
               StewardProject        *project,
               StewardProblems       *problems)
{
  static const char *const keys[] = { "start", "finish", "days", NULL };
  StewardDay start, finish;
  int days;

  if (!steward_project_file_is_object (node, problems))
    return;
  steward_json_check_keys (node, keys, problems);
  start = steward_project_file_read_day (node, "start", STEWARD_JSON_OPTIONAL, problems);
  finish = steward_project_file_read_day (node, "finish", STEWARD_JSON_OPTIONAL, problems);
  days = steward_json_read_integer (node, "days", STEWARD_JSON_OPTIONAL, 0, STEWARD_MAX_DAYS, -1, problems);
  if (has_activity (project, id))
    steward_project_set_activity (project, id, start, finish, days);
  else
    steward_json_node_complain (node, problems, _("The pack has no activity “%s”."), id);
}

static void
read_activities (const StewardJsonNode *root,
                 StewardProject        *project,
                 StewardProblems       *problems)
{
  const StewardJsonNode *object = steward_json_read_object (root, "activities", STEWARD_JSON_OPTIONAL, problems);

  for (guint i = 0; object && i < steward_json_node_get_length (object); i++)
    {
      const StewardJsonNode *node = steward_json_node_get_element (object, i);

      if (steward_json_node_get_kind (node) != STEWARD_JSON_NULL)
        read_activity (node, steward_json_node_get_key (object, i), project, problems);
    }
}

typedef gboolean (*KnowsFunc) (StewardProject *project,
                               const char     *id);

static gboolean
knows_stage (StewardProject *project,
             const char     *id)
{
  return steward_pack_find_stage (steward_project_get_pack (project), id) != NULL;
}

/* Strings of an array, each no longer than the longest text and known to
 * @knows, if that is given. */
static char **
read_strings (const StewardJsonNode *object,
              const char            *key,
              StewardProject        *project,
              KnowsFunc              knows,
              StewardProblems       *problems)
{
  const StewardJsonNode *list = steward_project_file_read_list (object, key, STEWARD_LIST_MAX, problems);
  GPtrArray *strings = g_ptr_array_new ();

  for (guint i = 0; list && i < steward_json_node_get_length (list); i++)
    {
      const StewardJsonNode *node = steward_json_node_get_element (list, i);
      const char *text = steward_json_node_get_string (node);

      if (steward_json_node_get_kind (node) != STEWARD_JSON_STRING)
        steward_json_node_complain (node, problems, _("Expected a text."));
      else if (g_utf8_strlen (text, -1) > STEWARD_TEXT_MAX_CHARS)
        steward_json_node_complain (node, problems, _("Longer than %d characters."), STEWARD_TEXT_MAX_CHARS);
      else if (knows && !knows (project, text))
        steward_json_node_complain (node, problems, _("The project has no “%s”."), text);
      else
        g_ptr_array_add (strings, g_strdup (text));
    }
  g_ptr_array_add (strings, NULL);
  return (char **) g_ptr_array_free (strings, FALSE);
}

static void
read_entrustment (const StewardJsonNode *root,
                  StewardProject        *project,
                  StewardProblems       *problems)
{
  static const char *const keys[] = { "stages", "items", "signed_on", NULL };
  const StewardJsonNode *object = steward_json_read_object (root, "entrustment", STEWARD_JSON_OPTIONAL, problems);
  g_auto (GStrv) stages = NULL, items = NULL;
  StewardEntrustment value;

  if (object == NULL)
    return;
  steward_json_check_keys (object, keys, problems);
  value.stages = stages = read_strings (object, "stages", project, knows_stage, problems);
  value.items = items = read_strings (object, "items", project, steward_project_file_knows_item, problems);
  value.signed_on = steward_project_file_read_day (object, "signed_on", STEWARD_JSON_OPTIONAL, problems);
  steward_project_set_entrustment (project, &value);
}

static void
read_closing (const StewardJsonNode *node,
              StewardProject        *project,
              GHashTable            *seen,
              StewardProblems       *problems)
{
  static const char *const keys[] = { "stage", "finished_on", "handed_over", NULL };
  g_auto (GStrv) handed_over = NULL;
  StewardClosing value;

  if (!steward_project_file_is_object (node, problems))
    return;
  steward_json_check_keys (node, keys, problems);
  value.stage = (char *) steward_json_read_string (node, "stage", STEWARD_JSON_REQUIRED,
                                                   STEWARD_NAME_MAX_CHARS, problems);
  value.finished_on = steward_project_file_read_day (node, "finished_on", STEWARD_JSON_OPTIONAL, problems);
  value.handed_over = handed_over = read_strings (node, "handed_over", project, NULL, problems);
  if (value.stage == NULL)
    return;
  if (!knows_stage (project, value.stage))
    steward_json_node_complain (steward_json_node_get_member (node, "stage"), problems,
                                _("The pack has no stage “%s”."), value.stage);
  else if (!g_hash_table_add (seen, value.stage))
    steward_json_node_complain (steward_json_node_get_member (node, "stage"), problems,
                                _("The stage “%s” is closed twice."), value.stage);
  else
    steward_project_put_closing (project, &value);
}

static void
read_closings (const StewardJsonNode *root,
               StewardProject        *project,
               StewardProblems       *problems)
{
  const StewardJsonNode *list = steward_project_file_read_list (root, "closings", STEWARD_PROJECT_MAX_CLOSINGS,
                                                                problems);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; list && i < steward_json_node_get_length (list); i++)
    read_closing (steward_json_node_get_element (list, i), project, seen, problems);
}

static void
read_ledger_entry (const StewardJsonNode *node,
                   StewardProject        *project,
                   StewardProblems       *problems)
{
  static const char *const keys[] = { "day", "kind", "text", "result", NULL };
  StewardLedgerEntry value;

  if (!steward_project_file_is_object (node, problems))
    return;
  steward_json_check_keys (node, keys, problems);
  value.day = steward_project_file_read_day (node, "day", STEWARD_JSON_REQUIRED, problems);
  value.kind = (char *) steward_json_read_string (node, "kind", STEWARD_JSON_OPTIONAL,
                                                  STEWARD_NAME_MAX_CHARS, problems);
  value.text = (char *) steward_json_read_string (node, "text", STEWARD_JSON_REQUIRED,
                                                  STEWARD_TEXT_MAX_CHARS, problems);
  value.result = (char *) steward_json_read_string (node, "result", STEWARD_JSON_OPTIONAL,
                                                    STEWARD_TEXT_MAX_CHARS, problems);
  if (value.day != STEWARD_DAY_NONE && value.text)
    steward_project_add_ledger_entry (project, &value);
}

void
steward_project_file_read_papers (const StewardJsonNode *root,
                                  StewardProject        *project,
                                  StewardProblems       *problems)
{
  const StewardJsonNode *ledger;
  const char *suggestion;

  read_activities (root, project, problems);
  read_entrustment (root, project, problems);
  read_closings (root, project, problems);
  ledger = steward_project_file_read_list (root, "ledger", STEWARD_PROJECT_MAX_LEDGER, problems);
  for (guint i = 0; ledger && i < steward_json_node_get_length (ledger); i++)
    read_ledger_entry (steward_json_node_get_element (ledger, i), project, problems);
  suggestion = steward_json_read_string (root, "suggestion", STEWARD_JSON_OPTIONAL, STEWARD_TEXT_MAX_CHARS, problems);
  steward_project_set_suggestion (project, suggestion);
}
