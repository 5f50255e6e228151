/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-adjustments.h"

#include <string.h>

#include "steward-record-private.h"

const char * const *
steward_project_get_order (StewardProject *self,
                           const char     *stage)
{
  const StewardOrder *order;

  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);
  g_return_val_if_fail (stage != NULL, NULL);

  order = steward_record_lookup (self, STEWARD_PIECE_ORDER, stage);
  return order ? (const char * const *) order->items : NULL;
}

GPtrArray *
steward_project_list_orders (StewardProject *self)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);

  return steward_record_list (self, STEWARD_PIECE_ORDER);
}

gboolean
steward_project_set_order (StewardProject      *self,
                           const char          *stage,
                           const char * const  *items,
                           GError             **error)
{
  StewardOrder value = { (char *) stage, (char **) items };

  g_return_val_if_fail (STEWARD_IS_PROJECT (self), FALSE);
  g_return_val_if_fail (stage != NULL, FALSE);

  if (items == NULL || items[0] == NULL)
    return steward_project_set_piece (self, STEWARD_PIECE_ORDER, stage, NULL, error);
  return steward_record_store (self, STEWARD_PIECE_ORDER, stage, &value, error);
}

static char *
make_edit_key (const char       *of,
               StewardEditField  field)
{
  return g_strconcat (of, " ", steward_edit_field_to_word (field), NULL);
}

const StewardEdit *
steward_project_get_edit (StewardProject   *self,
                          const char       *of,
                          StewardEditField  field)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);
  g_return_val_if_fail (of != NULL && (guint) field < STEWARD_N_EDIT_FIELDS, NULL);

  key = make_edit_key (of, field);
  return steward_record_lookup (self, STEWARD_PIECE_EDIT, key);
}

GPtrArray *
steward_project_list_edits (StewardProject *self)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);

  return steward_record_list (self, STEWARD_PIECE_EDIT);
}

gboolean
steward_project_put_edit (StewardProject    *self,
                          const char        *of,
                          StewardEditField   field,
                          const char        *text,
                          const char        *by,
                          const char        *at,
                          GError           **error)
{
  g_autofree char *key = NULL, *clean = NULL, *time = NULL;
  const StewardEdit *old;
  StewardEdit value;

  g_return_val_if_fail (STEWARD_IS_PROJECT (self), FALSE);
  g_return_val_if_fail (of != NULL && (guint) field < STEWARD_N_EDIT_FIELDS, FALSE);

  key = make_edit_key (of, field);
  old = steward_record_lookup (self, STEWARD_PIECE_EDIT, key);
  clean = steward_project_clean_text (text);
  /* The same words of the same person are not new: their time stays. */
  if (old && at == NULL && strcmp (old->text, clean) == 0 && strcmp (old->by, by ? by : "") == 0)
    return TRUE;
  time = steward_project_time_or_now (at);
  value = (StewardEdit) { key, clean, (char *) by, time };
  return steward_record_store (self, STEWARD_PIECE_EDIT, key, &value, error);
}

void
steward_project_remove_edit (StewardProject   *self,
                             const char       *of,
                             StewardEditField  field)
{
  g_autofree char *key = NULL;

  g_return_if_fail (STEWARD_IS_PROJECT (self));
  g_return_if_fail (of != NULL && (guint) field < STEWARD_N_EDIT_FIELDS);

  key = make_edit_key (of, field);
  steward_record_remove (self, STEWARD_PIECE_EDIT, key);
}

const StewardRequest *
steward_project_get_request (StewardProject *self,
                             const char     *section)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);
  g_return_val_if_fail (section != NULL, NULL);

  return steward_record_lookup (self, STEWARD_PIECE_REQUEST, section);
}

GPtrArray *
steward_project_list_requests (StewardProject *self)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);

  return steward_record_list (self, STEWARD_PIECE_REQUEST);
}

gboolean
steward_project_put_request (StewardProject         *self,
                             const StewardRequest  *value,
                             GError               **error)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), FALSE);
  g_return_val_if_fail (value != NULL && value->id != NULL, FALSE);

  return steward_record_store (self, STEWARD_PIECE_REQUEST, value->id, value, error);
}

void
steward_project_remove_request (StewardProject *self,
                                const char     *section)
{
  g_return_if_fail (STEWARD_IS_PROJECT (self));
  g_return_if_fail (section != NULL);

  steward_record_remove (self, STEWARD_PIECE_REQUEST, section);
}

const StewardStartedTimer *
steward_project_get_timer (StewardProject *self,
                           guint           number)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);

  key = g_strdup_printf ("%u", number);
  return steward_record_lookup (self, STEWARD_PIECE_TIMER, key);
}

GPtrArray *
steward_project_list_timers (StewardProject *self)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);

  return steward_record_list (self, STEWARD_PIECE_TIMER);
}

guint
steward_project_put_timer (StewardProject              *self,
                           const StewardStartedTimer  *value,
                           GError                    **error)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), 0);
  g_return_val_if_fail (value != NULL, 0);

  return steward_record_store_numbered (self, STEWARD_PIECE_TIMER, value->number, value, error);
}

void
steward_project_remove_timer (StewardProject *self,
                              guint           number)
{
  g_return_if_fail (STEWARD_IS_PROJECT (self));

  steward_record_remove_numbered (self, STEWARD_PIECE_TIMER, number);
}
