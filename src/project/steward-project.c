/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-record-private.h"

#include <string.h>

enum { CHANGED, PIECE_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardProject, steward_project, G_TYPE_OBJECT)

static void
steward_project_finalize (GObject *object)
{
  StewardProject *self = STEWARD_PROJECT (object);

  for (guint i = 0; i < STEWARD_N_FACTS; i++)
    g_free (self->facts[i]);
  g_hash_table_unref (self->answers);
  g_hash_table_unref (self->ticks);
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->activities);
  g_hash_table_unref (self->row_index);
  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->case_index);
  g_hash_table_unref (self->case_ids);
  g_ptr_array_unref (self->cases);
  steward_project_clear_papers (self);
  steward_project_clear_decisions (self);
  steward_project_clear_records (self);
  g_free (self->id);
  g_clear_pointer (&self->pack, steward_pack_unref);

  G_OBJECT_CLASS (steward_project_parent_class)->finalize (object);
}

static void
steward_project_class_init (StewardProjectClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = steward_project_finalize;

  /**
   * StewardProject::changed:
   * @change: #StewardChange flags, as guint
   *
   * Something was changed, and the change is complete.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /**
   * StewardProject::piece-changed:
   * @kind: #StewardPieceKind, as guint
   * @key: of the piece
   *
   * A piece was added, changed or removed; comes before
   * #StewardProject::changed, when all pieces of that change are in place.
   */
  signals[PIECE_CHANGED] = g_signal_new ("piece-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
}

static void
steward_project_init (StewardProject *self)
{
  for (guint i = 0; i < STEWARD_N_FACTS; i++)
    self->facts[i] = g_strdup ("");
  self->id = g_strdup ("");
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->ticks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) steward_tick_free);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->activities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_row_free);
  self->row_index = g_hash_table_new (g_str_hash, g_str_equal);
  self->cases = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_case_free);
  self->case_index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->case_ids = g_hash_table_new (g_str_hash, g_str_equal);
  steward_project_init_papers (self);
  steward_project_init_decisions (self);
  steward_project_init_records (self);
}

void
steward_project_emit_changed (StewardProject *self,
                              StewardChange   change)
{
  g_signal_emit (self, signals[CHANGED], 0, (guint) change);
}

void
steward_project_emit_piece (StewardProject   *self,
                            StewardPieceKind  kind,
                            const char       *key)
{
  g_signal_emit (self, signals[PIECE_CHANGED], 0, (guint) kind, key);
}

char *
steward_project_clip (const char *text,
                      gsize       max)
{
  char *valid = g_utf8_make_valid (text ? text : "", -1);

  if (g_utf8_strlen (valid, -1) > (glong) max)
    *g_utf8_offset_to_pointer (valid, max) = '\0';
  return valid;
}

char *
steward_project_clean_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text ? text : "", -1);
  char *to = valid;

  /* A lone carriage return ends a line as well (old spreadsheets). */
  for (const char *from = valid; *from; from++)
    {
      if (from[0] == '\r' && from[1] == '\n')
        continue;
      *to++ = *from == '\r' ? '\n' : *from;
    }
  *to = '\0';
  return steward_project_clip (g_strstrip (valid), STEWARD_TEXT_MAX_CHARS);
}

gboolean
steward_project_store_text (GHashTable *table,
                            const char *key,
                            char       *value)
{
  const char *old = g_hash_table_lookup (table, key);

  if (g_strcmp0 (old ? old : "", value) == 0)
    {
      g_free (value);
      return FALSE;
    }
  if (*value == '\0')
    {
      g_hash_table_remove (table, key);
      g_free (value);
    }
  else
    {
      g_hash_table_insert (table, g_strdup (key), value);
    }
  return TRUE;
}

gboolean
steward_project_has_question (StewardProject *self,
                              const char     *question)
{
  GPtrArray *questions = steward_pack_get_questions (self->pack);

  for (guint i = 0; i < questions->len; i++)
    {
      if (strcmp (((StewardQuestion *) questions->pdata[i])->id, question) == 0)
        return TRUE;
    }
  return FALSE;
}

StewardProject *
steward_project_new (const StewardPack *pack)
{
  StewardProject *self;

  g_return_val_if_fail (pack != NULL, NULL);

  self = g_object_new (STEWARD_TYPE_PROJECT, NULL);
  self->pack = steward_pack_ref ((StewardPack *) pack);
  return self;
}

StewardPack *
steward_project_get_pack (StewardProject *self)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);

  return self->pack;
}

const char *
steward_project_get_fact (StewardProject *self,
                          StewardFact     fact)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);
  g_return_val_if_fail ((guint) fact < STEWARD_N_FACTS, NULL);

  return self->facts[fact];
}

void
steward_project_set_fact (StewardProject *self,
                          StewardFact     fact,
                          const char     *value)
{
  g_autofree char *normal = NULL;

  g_return_if_fail (STEWARD_IS_PROJECT (self));
  g_return_if_fail ((guint) fact < STEWARD_N_FACTS);

  normal = steward_fact_normalise (fact, value, NULL);
  if (strcmp (self->facts[fact], normal) == 0)
    return;
  g_free (self->facts[fact]);
  self->facts[fact] = g_steal_pointer (&normal);
  steward_project_emit_piece (self, STEWARD_PIECE_FACT, steward_fact_get_key (fact));
  steward_project_emit_changed (self, STEWARD_CHANGE_FACTS);
}

const char *
steward_project_get_answer (StewardProject *self,
                            const char     *question)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);
  g_return_val_if_fail (question != NULL, NULL);

  return g_hash_table_lookup (self->answers, question);
}

void
steward_project_set_answer (StewardProject *self,
                            const char     *question,
                            const char     *value)
{
  g_return_if_fail (STEWARD_IS_PROJECT (self));
  g_return_if_fail (question != NULL && steward_project_has_question (self, question));

  if (!steward_project_store_text (self->answers, question, steward_project_clip (value, STEWARD_ANSWER_MAX_CHARS)))
    return;
  steward_project_emit_piece (self, STEWARD_PIECE_ANSWER, question);
  steward_project_emit_changed (self, STEWARD_CHANGE_ANSWERS);
}

const char *
steward_project_get_text (StewardProject *self,
                          const char     *group)
{
  const char *text;

  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);
  g_return_val_if_fail (group != NULL, NULL);

  text = g_hash_table_lookup (self->texts, group);
  return text ? text : "";
}

void
steward_project_set_text (StewardProject *self,
                          const char     *group,
                          const char     *text)
{
  const StewardGroup *known;

  g_return_if_fail (STEWARD_IS_PROJECT (self));
  g_return_if_fail (group != NULL);
  known = steward_pack_find_group (self->pack, group);
  g_return_if_fail (known != NULL && known->text);

  if (!steward_project_store_text (self->texts, group, steward_project_clean_text (text)))
    return;
  steward_project_emit_piece (self, STEWARD_PIECE_TEXT, group);
  steward_project_emit_changed (self, STEWARD_CHANGE_TEXTS);
}

void
steward_project_get_activity (StewardProject *self,
                              const char     *activity,
                              StewardDay     *start,
                              StewardDay     *finish,
                              int            *days)
{
  const StewardActivityRecord *record;

  g_return_if_fail (STEWARD_IS_PROJECT (self));
  g_return_if_fail (activity != NULL);

  record = g_hash_table_lookup (self->activities, activity);
  if (start)
    *start = record ? record->start : STEWARD_DAY_NONE;
  if (finish)
    *finish = record ? record->finish : STEWARD_DAY_NONE;
  if (days)
    *days = record ? record->days : -1;
}

gboolean
steward_project_has_activity (StewardProject *self,
                              const char     *activity)
{
  GPtrArray *activities = steward_pack_get_activities (self->pack);

  for (guint i = 0; i < activities->len; i++)
    {
      if (strcmp (((StewardActivity *) activities->pdata[i])->id, activity) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
steward_project_store_activity (StewardProject              *self,
                                const char                  *activity,
                                const StewardActivityRecord *record)
{
  const StewardActivityRecord *old = g_hash_table_lookup (self->activities, activity);

  if (record->start == STEWARD_DAY_NONE && record->finish == STEWARD_DAY_NONE && record->days == -1)
    return g_hash_table_remove (self->activities, activity);
  if (old && old->start == record->start && old->finish == record->finish && old->days == record->days)
    return FALSE;
  g_hash_table_insert (self->activities, g_strdup (activity), g_memdup2 (record, sizeof *record));
  return TRUE;
}

void
steward_project_set_activity (StewardProject *self,
                              const char     *activity,
                              StewardDay      start,
                              StewardDay      finish,
                              int             days)
{
  const StewardActivityRecord wanted = { start, finish, days };

  g_return_if_fail (STEWARD_IS_PROJECT (self));
  g_return_if_fail (activity != NULL && steward_project_has_activity (self, activity));
  g_return_if_fail (days >= -1 && days <= STEWARD_MAX_DAYS);

  if (!steward_project_store_activity (self, activity, &wanted))
    return;
  steward_project_emit_piece (self, STEWARD_PIECE_ACTIVITY, activity);
  steward_project_emit_changed (self, STEWARD_CHANGE_CASES);
}
