/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-project-file-private.h"

#include <glib/gi18n-lib.h>

const StewardJsonNode *
steward_project_file_read_on (const StewardJsonNode *object,
                              StewardProblems       *problems)
{
  const StewardJsonNode *on = steward_json_node_get_member (object, "on");

  if (on && steward_json_node_get_kind (on) == STEWARD_JSON_BOOLEAN)
    return on;
  steward_json_node_complain (on ? on : object, problems, _("`on` must be true or false."));
  return NULL;
}

static void
read_tick (const StewardJsonNode *node,
           const char            *id,
           StewardProject        *project,
           StewardProblems       *problems)
{
  static const char *const keys[] = { "on", "by", "at", NULL };
  const StewardBox *box = steward_pack_find_box (steward_project_get_pack (project), id);
  const StewardJsonNode *on;
  const char *by, *at;

  if (!steward_project_file_is_object (node, problems))
    return;
  steward_json_check_keys (node, keys, problems);
  by = steward_json_read_string (node, "by", STEWARD_JSON_OPTIONAL, STEWARD_NAME_MAX_CHARS, problems);
  at = steward_json_read_string (node, "at", STEWARD_JSON_OPTIONAL, STEWARD_TIME_MAX_CHARS, problems);
  on = steward_project_file_read_on (node, problems);
  if (on == NULL)
    return;
  if (box == NULL)
    steward_json_node_complain (node, problems, _("The form has no box “%s”."), id);
  else if (box->kind == STEWARD_BOX_BLANK)
    steward_json_node_complain (node, problems, _("“%s” is a blank slot: it has rows, not a tick."), id);
  else
    steward_project_set_tick (project, id, steward_json_node_get_boolean (on), by ? by : "", at ? at : "");
}

void
steward_project_file_read_ticks (const StewardJsonNode *root,
                                 StewardProject        *project,
                                 StewardProblems       *problems)
{
  const StewardJsonNode *ticks = steward_json_read_object (root, "ticks", STEWARD_JSON_OPTIONAL, problems);

  for (guint i = 0; ticks && i < steward_json_node_get_length (ticks); i++)
    {
      const StewardJsonNode *node = steward_json_node_get_element (ticks, i);

      if (steward_json_node_get_kind (node) != STEWARD_JSON_NULL)
        read_tick (node, steward_json_node_get_key (ticks, i), project, problems);
    }
}

/* TRUE when the slot and the id of @row can be used. */
static gboolean
check_row (const StewardJsonNode *node,
           const StewardRow      *row,
           StewardProject        *project,
           StewardProblems       *problems)
{
  const StewardBox *box = steward_pack_find_box (steward_project_get_pack (project), row->box);

  if (box == NULL || box->kind != STEWARD_BOX_BLANK)
    {
      steward_json_node_complain (steward_json_node_get_member (node, "box"), problems,
                                  _("The form has no blank slot “%s”."), row->box);
      return FALSE;
    }
  if (!steward_row_id_fits (row->id, row->box))
    {
      steward_json_node_complain (steward_json_node_get_member (node, "id"), problems,
                                  _("The id of this row must be “%s#” and a number from 1."), row->box);
      return FALSE;
    }
  if (steward_project_find_row (project, row->id))
    {
      steward_json_node_complain (steward_json_node_get_member (node, "id"), problems,
                                  _("There are two rows “%s”."), row->id);
      return FALSE;
    }
  if (row->limit >= 0 && box->group->kind != STEWARD_GROUP_ITEMS)
    {
      steward_json_node_complain (steward_json_node_get_member (node, "limit"), problems,
                                  _("Only rows of items have a limit."));
      return FALSE;
    }
  return TRUE;
}

static void
read_row (const StewardJsonNode *node,
          StewardProject        *project,
          StewardProblems       *problems)
{
  static const char *const keys[] = { "id", "box", "text", "by", "at", "limit", NULL };
  StewardRow row;

  if (!steward_project_file_is_object (node, problems))
    return;
  steward_json_check_keys (node, keys, problems);
  row.id = (char *) steward_json_read_string (node, "id", STEWARD_JSON_REQUIRED, STEWARD_NAME_MAX_CHARS, problems);
  row.box = (char *) steward_json_read_string (node, "box", STEWARD_JSON_REQUIRED, STEWARD_NAME_MAX_CHARS, problems);
  row.text = (char *) steward_json_read_string (node, "text", STEWARD_JSON_REQUIRED, STEWARD_TEXT_MAX_CHARS, problems);
  row.by = (char *) steward_json_read_string (node, "by", STEWARD_JSON_OPTIONAL, STEWARD_NAME_MAX_CHARS, problems);
  row.at = (char *) steward_json_read_string (node, "at", STEWARD_JSON_OPTIONAL, STEWARD_TIME_MAX_CHARS, problems);
  row.limit = steward_json_read_integer (node, "limit", STEWARD_JSON_OPTIONAL, 0, STEWARD_MAX_DAYS, -1, problems);
  if (row.id == NULL || row.box == NULL || row.text == NULL)
    return;
  if (*row.text == '\0')
    steward_json_node_complain (steward_json_node_get_member (node, "text"), problems, _("A row cannot be empty."));
  else if (check_row (node, &row, project, problems))
    steward_project_put_row (project, &row);
}

void
steward_project_file_read_rows (const StewardJsonNode *root,
                                StewardProject        *project,
                                StewardProblems       *problems)
{
  const StewardJsonNode *rows = steward_project_file_read_list (root, "rows", STEWARD_PROJECT_MAX_ROWS, problems);

  for (guint i = 0; rows && i < steward_json_node_get_length (rows); i++)
    read_row (steward_json_node_get_element (rows, i), project, problems);
}
