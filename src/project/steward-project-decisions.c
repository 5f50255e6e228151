/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-project-private.h"

#include <string.h>

#include "steward-lever.h"

static const char *const standing_words[] = { "unknown", "good", "breach", "repaired" };

G_STATIC_ASSERT (G_N_ELEMENTS (standing_words) == STEWARD_N_STANDINGS);

static void
acknowledgement_free (StewardAcknowledgement *self)
{
  g_free (self->check);
  g_free (self->row);
  g_free (self->reason);
  g_free (self->by);
  g_free (self->at);
  g_free (self);
}

void
steward_project_init_decisions (StewardProject *self)
{
  self->acknowledgements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                  (GDestroyNotify) acknowledgement_free);
  self->levers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) steward_tick_free);
  self->credit = (StewardCredit) { STEWARD_STANDING_UNKNOWN, STEWARD_DAY_NONE, g_strdup (""), g_strdup ("") };
}

void
steward_project_clear_decisions (StewardProject *self)
{
  g_hash_table_unref (self->acknowledgements);
  g_hash_table_unref (self->levers);
  g_free (self->credit.note);
  g_free (self->credit.by);
  steward_shared_credit_free (self->shared_credit);
}

static void
announce (StewardProject   *self,
          StewardPieceKind  kind,
          const char       *key)
{
  steward_project_emit_piece (self, kind, key);
  steward_project_emit_changed (self, STEWARD_CHANGE_DECISIONS);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
steward_project_sort_keys (GHashTable *table)
{
  GPtrArray *keys = g_ptr_array_sized_new (g_hash_table_size (table));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, key);
  g_ptr_array_sort (keys, compare_keys);
  return keys;
}

static char *
make_key (const char *first,
          const char *second)
{
  return second && *second ? g_strconcat (first, " ", second, NULL) : g_strdup (first);
}

char *
steward_acknowledgement_make_key (const char *check,
                                  const char *row)
{
  g_return_val_if_fail (check != NULL, NULL);

  return make_key (check, row);
}

const StewardAcknowledgement *
steward_project_find_acknowledgement (StewardProject *self,
                                      const char     *check,
                                      const char     *row)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);
  g_return_val_if_fail (check != NULL, NULL);

  key = make_key (check, row);
  return g_hash_table_lookup (self->acknowledgements, key);
}

GPtrArray *
steward_project_list_acknowledgements (StewardProject *self)
{
  GPtrArray *list;

  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);

  list = steward_project_sort_keys (self->acknowledgements);
  for (guint i = 0; i < list->len; i++)
    list->pdata[i] = g_hash_table_lookup (self->acknowledgements, list->pdata[i]);
  return list;
}

void
steward_project_take_acknowledgement (StewardProject *self,
                                      const char     *key,
                                      char           *reason,
                                      char           *by,
                                      char           *at)
{
  gsize length = strcspn (key, " ");
  StewardAcknowledgement *mine = g_new0 (StewardAcknowledgement, 1);

  mine->check = g_strndup (key, length);
  mine->row = g_strdup (key[length] ? key + length + 1 : "");
  mine->reason = reason;
  mine->by = by;
  mine->at = at;
  g_hash_table_insert (self->acknowledgements, g_strdup (key), mine);
}

gboolean
steward_project_acknowledge (StewardProject *self,
                             const char     *check,
                             const char     *row,
                             const char     *reason,
                             const char     *by,
                             const char     *at)
{
  const StewardAcknowledgement *old;
  g_autofree char *key = NULL, *clean = NULL, *who = NULL;

  g_return_val_if_fail (STEWARD_IS_PROJECT (self), FALSE);
  g_return_val_if_fail (check != NULL && *check != '\0' && strchr (check, ' ') == NULL, FALSE);

  key = make_key (check, row);
  old = g_hash_table_lookup (self->acknowledgements, key);
  clean = steward_project_clean_text (reason);
  who = steward_project_clip (by, STEWARD_NAME_MAX_CHARS);
  if (*clean == '\0')
    return FALSE;
  g_return_val_if_fail (old || g_hash_table_size (self->acknowledgements) < STEWARD_PROJECT_MAX_DECISIONS, FALSE);
  /* The same words of the same person are not new: their time stays. */
  if (old && strcmp (old->reason, clean) == 0 && strcmp (old->by, who) == 0 && (at == NULL || strcmp (old->at, at) == 0))
    return TRUE;
  steward_project_take_acknowledgement (self, key, g_steal_pointer (&clean), g_steal_pointer (&who),
                                        steward_project_time_or_now (at));
  announce (self, STEWARD_PIECE_ACKNOWLEDGEMENT, key);
  return TRUE;
}

void
steward_project_withdraw_acknowledgement (StewardProject *self,
                                          const char     *check,
                                          const char     *row)
{
  g_autofree char *key = NULL;

  g_return_if_fail (STEWARD_IS_PROJECT (self));
  g_return_if_fail (check != NULL);

  key = make_key (check, row);
  if (g_hash_table_remove (self->acknowledgements, key))
    announce (self, STEWARD_PIECE_ACKNOWLEDGEMENT, key);
}

char *
steward_lever_make_key (const char *lever,
                        const char *item)
{
  g_return_val_if_fail (lever != NULL, NULL);

  return make_key (lever, item);
}

const StewardTick *
steward_project_get_lever (StewardProject *self,
                           const char     *lever,
                           const char     *item)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);
  g_return_val_if_fail (lever != NULL, NULL);

  key = make_key (lever, item);
  return g_hash_table_lookup (self->levers, key);
}

gboolean
steward_project_is_lever_on (StewardProject *self,
                             const char     *lever,
                             const char     *item)
{
  const StewardTick *decided = steward_project_get_lever (self, lever, item);
  const StewardLever *known;

  if (decided == NULL && item)
    decided = steward_project_get_lever (self, lever, NULL);
  if (decided)
    return decided->on;
  known = steward_pack_find_lever (self->pack, lever);
  return known && known->in_force;
}

void
steward_project_set_lever (StewardProject *self,
                           const char     *lever,
                           const char     *item,
                           gboolean        on,
                           const char     *by,
                           const char     *at)
{
  g_autofree char *key = NULL;

  g_return_if_fail (STEWARD_IS_PROJECT (self));
  g_return_if_fail (lever != NULL);

  key = make_key (lever, item);
  g_return_if_fail (steward_project_can_have_lever (self, key));
  g_return_if_fail (g_hash_table_contains (self->levers, key) ||
                    g_hash_table_size (self->levers) < STEWARD_PROJECT_MAX_DECISIONS);
  if (steward_project_store_tick (self->levers, key, on, by, at))
    announce (self, STEWARD_PIECE_LEVER, key);
}

void
steward_project_clear_lever (StewardProject *self,
                             const char     *lever,
                             const char     *item)
{
  g_autofree char *key = NULL;

  g_return_if_fail (STEWARD_IS_PROJECT (self));
  g_return_if_fail (lever != NULL);

  key = make_key (lever, item);
  if (g_hash_table_remove (self->levers, key))
    announce (self, STEWARD_PIECE_LEVER, key);
}

/* Takes out what @decided does not have, and adds its keys to @touched. */
static void
drop_levers (StewardProject *self,
             GHashTable     *decided,
             GPtrArray      *touched)
{
  g_autoptr (GPtrArray) keys = steward_project_sort_keys (self->levers);

  for (guint i = 0; i < keys->len; i++)
    {
      if (g_hash_table_contains (decided, keys->pdata[i]))
        continue;
      g_ptr_array_add (touched, g_strdup (keys->pdata[i]));
      g_hash_table_remove (self->levers, keys->pdata[i]);
    }
}

gboolean
steward_project_replace_levers (StewardProject *self,
                                GHashTable     *decided,
                                const char     *by,
                                const char     *at)
{
  g_autoptr (GPtrArray) keys = NULL, touched = NULL;

  g_return_val_if_fail (STEWARD_IS_PROJECT (self), FALSE);
  g_return_val_if_fail (decided != NULL, FALSE);
  g_return_val_if_fail (g_hash_table_size (decided) <= STEWARD_PROJECT_MAX_DECISIONS, FALSE);

  touched = g_ptr_array_new_with_free_func (g_free);
  drop_levers (self, decided, touched);
  keys = steward_project_sort_keys (decided);
  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = keys->pdata[i];
      gboolean on = GPOINTER_TO_INT (g_hash_table_lookup (decided, key));
      const StewardTick *old = g_hash_table_lookup (self->levers, key);

      if ((old && old->on == on) || !steward_project_can_have_lever (self, key))
        continue;
      steward_project_store_tick (self->levers, key, on, by, at);
      g_ptr_array_add (touched, g_strdup (key));
    }
  for (guint i = 0; i < touched->len; i++)
    steward_project_emit_piece (self, STEWARD_PIECE_LEVER, touched->pdata[i]);
  if (touched->len > 0)
    steward_project_emit_changed (self, STEWARD_CHANGE_DECISIONS);
  return touched->len > 0;
}

GPtrArray *
steward_project_list_levers (StewardProject *self)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);

  return steward_project_sort_keys (self->levers);
}

const char *
steward_standing_to_word (StewardStanding standing)
{
  g_return_val_if_fail ((guint) standing < STEWARD_N_STANDINGS, NULL);

  return standing_words[standing];
}

gboolean
steward_standing_from_word (const char      *word,
                            StewardStanding *standing)
{
  g_return_val_if_fail (standing != NULL, FALSE);

  for (guint i = 0; i < STEWARD_N_STANDINGS; i++)
    {
      if (g_strcmp0 (standing_words[i], word) == 0)
        {
          *standing = i;
          return TRUE;
        }
    }
  return FALSE;
}

const StewardCredit *
steward_project_get_credit (StewardProject *self)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);

  return &self->credit;
}

void
steward_project_take_credit (StewardProject  *self,
                             StewardStanding  standing,
                             StewardDay       day,
                             char            *note,
                             char            *by)
{
  g_free (self->credit.note);
  g_free (self->credit.by);
  self->credit = (StewardCredit) { standing, day, note, by };
}

void
steward_project_set_credit (StewardProject      *self,
                            const StewardCredit *value)
{
  g_autofree char *note = NULL, *by = NULL;
  StewardDay day;

  g_return_if_fail (STEWARD_IS_PROJECT (self));
  g_return_if_fail (value != NULL && (guint) value->standing < STEWARD_N_STANDINGS);

  day = value->standing == STEWARD_STANDING_UNKNOWN ? STEWARD_DAY_NONE : value->day;
  note = steward_project_clean_text (value->standing == STEWARD_STANDING_UNKNOWN ? NULL : value->note);
  by = steward_project_clip (value->standing == STEWARD_STANDING_UNKNOWN ? NULL : value->by, STEWARD_NAME_MAX_CHARS);
  if (self->credit.standing == value->standing && self->credit.day == day &&
      strcmp (self->credit.note, note) == 0 && strcmp (self->credit.by, by) == 0)
    return;
  steward_project_take_credit (self, value->standing, day, g_steal_pointer (&note), g_steal_pointer (&by));
  announce (self, STEWARD_PIECE_CREDIT, "");
}
