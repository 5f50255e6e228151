/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-edition.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-error.h"
#include "steward-record-private.h"

const StewardEdition *
steward_project_get_edition (StewardProject *self,
                             guint           number)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);

  key = g_strdup_printf ("%u", number);
  return steward_record_lookup (self, STEWARD_PIECE_EDITION, key);
}

const StewardEdition *
steward_project_get_newest_edition (StewardProject *self)
{
  g_autoptr (GPtrArray) list = steward_project_list_editions (self);

  return list && list->len > 0 ? list->pdata[list->len - 1] : NULL;
}

GPtrArray *
steward_project_list_editions (StewardProject *self)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);

  return steward_record_list (self, STEWARD_PIECE_EDITION);
}

guint
steward_project_add_edition (StewardProject        *self,
                             const StewardEdition  *value,
                             GError               **error)
{
  g_autofree char *now = NULL;
  StewardEdition stamped;

  g_return_val_if_fail (STEWARD_IS_PROJECT (self), 0);
  g_return_val_if_fail (value != NULL, 0);

  /* A frozen plan that was cut would be no plan. */
  if (value->content && !steward_piece_check_length (value->content, STEWARD_EDITION_MAX_CONTENT_CHARS, error))
    return 0;
  stamped = *value;
  stamped.at = now = steward_project_time_or_now (value->at);
  return steward_record_store_numbered (self, STEWARD_PIECE_EDITION, 0, &stamped, error);
}

gboolean
steward_project_complete_edition (StewardProject  *self,
                                  guint            number,
                                  const char      *paper,
                                  StewardDay       notified,
                                  GError         **error)
{
  const StewardEdition *old = steward_project_get_edition (self, number);
  StewardEdition value;

  g_return_val_if_fail (STEWARD_IS_PROJECT (self), FALSE);

  if (old == NULL)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, _("There is no edition %u of the plan."), number);
      return FALSE;
    }
  value = *old;
  if (paper)
    value.paper = (char *) paper;
  if (notified != STEWARD_DAY_NONE)
    value.notified = notified;
  if ((*old->paper && strcmp (old->paper, value.paper) != 0) ||
      (old->notified != STEWARD_DAY_NONE && old->notified != value.notified))
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
                   _("Edition %u of the plan has been issued and cannot be changed."), number);
      return FALSE;
    }
  return steward_record_store (self, STEWARD_PIECE_EDITION, old->id, &value, error);
}
