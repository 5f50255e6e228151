/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-scenario.h"

#include <string.h>

struct _StewardScenario
{
  GHashTable *decided;    /* key of the piece → on, as a pointer */
};

StewardScenario *
steward_scenario_new (void)
{
  StewardScenario *self = g_new0 (StewardScenario, 1);

  self->decided = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

StewardScenario *
steward_scenario_new_from_project (StewardProject *project)
{
  g_autoptr (GPtrArray) keys = NULL;
  StewardScenario *self;

  g_return_val_if_fail (STEWARD_IS_PROJECT (project), NULL);

  self = steward_scenario_new ();
  keys = steward_project_list_levers (project);
  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = keys->pdata[i];
      const StewardTick *tick = steward_project_get_lever (project, key, NULL);

      g_hash_table_insert (self->decided, g_strdup (key), GINT_TO_POINTER (tick->on));
    }
  return self;
}

StewardScenario *
steward_scenario_copy (const StewardScenario *self)
{
  StewardScenario *copy;
  GHashTableIter iter;
  gpointer key, on;

  g_return_val_if_fail (self != NULL, NULL);

  copy = steward_scenario_new ();
  g_hash_table_iter_init (&iter, self->decided);
  while (g_hash_table_iter_next (&iter, &key, &on))
    g_hash_table_insert (copy->decided, g_strdup (key), on);
  return copy;
}

void
steward_scenario_free (StewardScenario *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->decided);
  g_free (self);
}

void
steward_scenario_set (StewardScenario *self,
                      const char      *lever,
                      const char      *item,
                      gboolean         on)
{
  g_return_if_fail (self != NULL && lever != NULL);

  g_hash_table_insert (self->decided, steward_lever_make_key (lever, item), GINT_TO_POINTER (!!on));
}

void
steward_scenario_unset (StewardScenario *self,
                        const char      *lever,
                        const char      *item)
{
  g_autofree char *key = NULL;

  g_return_if_fail (self != NULL && lever != NULL);

  key = steward_lever_make_key (lever, item);
  g_hash_table_remove (self->decided, key);
}

static gboolean
is_about (gpointer key,
          gpointer value,
          gpointer lever)
{
  gsize length = strlen (lever);

  return strncmp (key, lever, length) == 0 && (((char *) key)[length] == '\0' || ((char *) key)[length] == ' ');
}

void
steward_scenario_set_all (StewardScenario *self,
                          const char      *lever,
                          gboolean         on)
{
  g_return_if_fail (self != NULL && lever != NULL);

  g_hash_table_foreach_remove (self->decided, is_about, (gpointer) lever);
  steward_scenario_set (self, lever, NULL, on);
}

gboolean
steward_scenario_get (const StewardScenario *self,
                      const char            *lever,
                      const char            *item,
                      gboolean              *on)
{
  g_autofree char *key = NULL;
  gpointer value;

  g_return_val_if_fail (self != NULL && lever != NULL && on != NULL, FALSE);

  key = steward_lever_make_key (lever, item);
  if (!g_hash_table_lookup_extended (self->decided, key, NULL, &value))
    return FALSE;
  *on = GPOINTER_TO_INT (value);
  return TRUE;
}

gboolean
steward_scenario_is_on (const StewardScenario *self,
                        const StewardLever    *lever,
                        const char            *item)
{
  gboolean on;

  g_return_val_if_fail (self != NULL && lever != NULL, FALSE);

  if (item && *item && steward_scenario_get (self, lever->id, item, &on))
    return on;
  if (!lever->each && steward_scenario_get (self, lever->id, NULL, &on))
    return on;
  return lever->in_force;
}

gboolean
steward_scenario_is_untouched (const StewardScenario *self,
                               const char            *lever)
{
  GHashTableIter iter;
  gpointer key;

  g_return_val_if_fail (self != NULL && lever != NULL, TRUE);

  g_hash_table_iter_init (&iter, self->decided);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      if (is_about (key, NULL, (gpointer) lever))
        return FALSE;
    }
  return TRUE;
}

gboolean
steward_scenario_equal (const StewardScenario *a,
                        const StewardScenario *b)
{
  GHashTableIter iter;
  gpointer key, on, other;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (g_hash_table_size (a->decided) != g_hash_table_size (b->decided))
    return FALSE;
  g_hash_table_iter_init (&iter, a->decided);
  while (g_hash_table_iter_next (&iter, &key, &on))
    {
      if (!g_hash_table_lookup_extended (b->decided, key, NULL, &other) || other != on)
        return FALSE;
    }
  return TRUE;
}

gboolean
steward_scenario_adopt (const StewardScenario *self,
                        StewardProject        *project,
                        const char            *by)
{
  g_return_val_if_fail (self != NULL && STEWARD_IS_PROJECT (project), FALSE);

  return steward_project_replace_levers (project, self->decided, by, NULL);
}
