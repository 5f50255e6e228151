/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-own-link.h"

#include <string.h>

#include "steward-record-private.h"

char *
steward_own_link_make_key (const char *from,
                           const char *to)
{
  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  return g_strconcat (from, " ", to, NULL);
}

gboolean
steward_own_link_split (const char  *key,
                        char       **from,
                        char       **to)
{
  const char *space;

  g_return_val_if_fail (key != NULL && from != NULL && to != NULL, FALSE);

  *from = *to = NULL;
  space = strchr (key, ' ');
  if (space == NULL || space == key || space[1] == '\0' || strchr (space + 1, ' ') != NULL)
    return FALSE;
  *from = g_strndup (key, space - key);
  *to = g_strdup (space + 1);
  return TRUE;
}

gboolean
steward_own_link_end_is_of (const char *end,
                            const char *base)
{
  gsize length;

  g_return_val_if_fail (end != NULL && base != NULL, FALSE);

  length = strlen (base);
  return strncmp (end, base, length) == 0 && (end[length] == '\0' || end[length] == '/');
}

const StewardOwnLink *
steward_project_get_own_link (StewardProject *self,
                              const char     *from,
                              const char     *to)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);
  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  key = steward_own_link_make_key (from, to);
  return steward_record_lookup (self, STEWARD_PIECE_LINK, key);
}

GPtrArray *
steward_project_list_own_links (StewardProject *self)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);

  return steward_record_list (self, STEWARD_PIECE_LINK);
}

gboolean
steward_project_put_own_link (StewardProject  *self,
                              const char      *from,
                              const char      *to,
                              const char      *note,
                              const char      *by,
                              const char      *at,
                              GError         **error)
{
  g_autofree char *key = NULL, *time = NULL;
  StewardOwnLink value;

  g_return_val_if_fail (STEWARD_IS_PROJECT (self), FALSE);
  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  key = steward_own_link_make_key (from, to);
  time = steward_project_time_or_now (at);
  value = (StewardOwnLink) { key, (char *) by, time, (char *) note };
  return steward_record_store (self, STEWARD_PIECE_LINK, key, &value, error);
}

void
steward_project_remove_own_link (StewardProject *self,
                                 const char     *from,
                                 const char     *to)
{
  g_autofree char *key = NULL;

  g_return_if_fail (STEWARD_IS_PROJECT (self));
  g_return_if_fail (from != NULL && to != NULL);

  key = steward_own_link_make_key (from, to);
  steward_record_remove (self, STEWARD_PIECE_LINK, key);
}
