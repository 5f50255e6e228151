/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-day-json.h"

#include <glib/gi18n-lib.h>

StewardDay
steward_day_read_node (const StewardJsonNode *node,
                       StewardProblems       *problems)
{
  StewardDay day;

  g_return_val_if_fail (node != NULL, STEWARD_DAY_NONE);
  g_return_val_if_fail (problems != NULL, STEWARD_DAY_NONE);

  if (steward_day_parse (steward_json_node_get_string (node), &day))
    return day;
  steward_json_node_complain (node, problems, _("Expected a date written as YYYY-MM-DD."));
  return STEWARD_DAY_NONE;
}

StewardDay
steward_day_read (const StewardJsonNode *object,
                  const char            *key,
                  StewardJsonNeed        need,
                  StewardProblems       *problems)
{
  if (steward_json_read_string (object, key, need, 0, problems) == NULL)
    return STEWARD_DAY_NONE;
  return steward_day_read_node (steward_json_node_get_member (object, key), problems);
}
