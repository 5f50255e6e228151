/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-meeting.h"

#include "steward-record-private.h"

const StewardMeeting *
steward_project_get_meeting (StewardProject *self,
                             guint           number)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);

  key = g_strdup_printf ("%u", number);
  return steward_record_lookup (self, STEWARD_PIECE_MEETING, key);
}

GPtrArray *
steward_project_list_meetings (StewardProject *self)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);

  return steward_record_list (self, STEWARD_PIECE_MEETING);
}

guint
steward_project_put_meeting (StewardProject         *self,
                             const StewardMeeting  *value,
                             GError               **error)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), 0);
  g_return_val_if_fail (value != NULL, 0);

  return steward_record_store_numbered (self, STEWARD_PIECE_MEETING, value->number, value, error);
}

void
steward_project_remove_meeting (StewardProject *self,
                                guint           number)
{
  g_return_if_fail (STEWARD_IS_PROJECT (self));

  steward_record_remove_numbered (self, STEWARD_PIECE_MEETING, number);
}
