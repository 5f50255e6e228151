/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-record-private.h"

#include <stdlib.h>
#include <string.h>

static GVariant *
day_value (StewardDay day)
{
  return g_variant_new_take_string (steward_day_format (day));
}

static GVariant *
text_value (const char *text)
{
  return text && *text ? g_variant_new_string (text) : NULL;
}

static GVariant *
tick_value (const StewardTick *tick)
{
  return tick ? g_variant_new ("(bss)", tick->on, tick->by, tick->at) : NULL;
}

static GVariant *
get_record (StewardProject *self,
            const char     *key)
{
  if (*key != '\0')
    return NULL;
  return g_variant_new ("(ssss)", steward_pack_get_id (self->pack), steward_pack_get_version (self->pack),
                        steward_pack_get_sha256 (self->pack), steward_state_to_word (self->state));
}

static GVariant *
get_fact (StewardProject *self,
          const char     *key)
{
  StewardFact fact;

  return steward_fact_from_key (key, &fact) ? text_value (self->facts[fact]) : NULL;
}

static GVariant *
get_answer (StewardProject *self,
            const char     *key)
{
  return text_value (g_hash_table_lookup (self->answers, key));
}

static GVariant *
get_tick (StewardProject *self,
          const char     *key)
{
  const StewardTick *tick = g_hash_table_lookup (self->ticks, key);

  return tick_value (tick);
}

static GVariant *
get_row (StewardProject *self,
         const char     *key)
{
  const StewardRow *row = g_hash_table_lookup (self->row_index, key);

  if (row == NULL)
    return NULL;
  return g_variant_new ("(ussssi)", row->position, row->box, row->text, row->by, row->at, row->limit);
}

static GVariant *
get_text (StewardProject *self,
          const char     *key)
{
  return text_value (g_hash_table_lookup (self->texts, key));
}

static GVariant *
get_case (StewardProject *self,
          const char     *key)
{
  const StewardCase *handled = steward_project_lookup_case (self, key);
  GVariantBuilder events;

  if (handled == NULL)
    return NULL;
  g_variant_builder_init (&events, G_VARIANT_TYPE ("a(ussssss)"));
  for (guint i = 0; i < handled->events->len; i++)
    {
      const StewardEvent *event = handled->events->pdata[i];

      g_variant_builder_add (&events, "(u@ssss@ss)", (guint) event->status, day_value (event->day), event->actor,
                             event->kind, event->note, day_value (event->written), event->proof);
    }
  return g_variant_new ("(usssuusiiss@sa(ussssss)@s@s)", handled->position, handled->item, handled->segment, handled->number,
                        (guint) handled->mode, (guint) handled->level, handled->bureau, handled->limit,
                        handled->extension, handled->extension_by, handled->extension_reason,
                        day_value (handled->planned_start), &events, day_value (handled->delivered),
                        day_value (handled->verified));
}

static GVariant *
get_activity (StewardProject *self,
              const char     *key)
{
  const StewardActivityRecord *record = g_hash_table_lookup (self->activities, key);

  if (record == NULL)
    return NULL;
  return g_variant_new ("(@s@si)", day_value (record->start), day_value (record->finish), record->days);
}

static GVariant *
get_entrustment (StewardProject *self,
                 const char     *key)
{
  const StewardEntrustment *value = &self->entrustment;

  if (*key != '\0' || (value->stages[0] == NULL && value->items[0] == NULL && value->signed_on == STEWARD_DAY_NONE))
    return NULL;
  return g_variant_new ("(^as^as@s)", value->stages, value->items, day_value (value->signed_on));
}

static GVariant *
get_closing (StewardProject *self,
             const char     *key)
{
  const StewardClosing *closing = steward_project_lookup_closing (self, key);

  if (closing == NULL)
    return NULL;
  return g_variant_new ("(u@s^as)", closing->position, day_value (closing->finished_on), closing->handed_over);
}

guint
steward_piece_key_to_number (const char *key)
{
  gsize length = strlen (key);

  if (*key < '1' || *key > '9' || length > 9 || strspn (key, "0123456789") != length)
    return 0;
  return strtoul (key, NULL, 10);
}

static GVariant *
get_ledger_entry (StewardProject *self,
                  const char     *key)
{
  guint number = steward_piece_key_to_number (key);
  const StewardLedgerEntry *entry = number > 0 ? steward_project_lookup_entry (self, number) : NULL;

  if (entry == NULL)
    return NULL;
  return g_variant_new ("(@ssss)", day_value (entry->day), entry->kind, entry->text, entry->result);
}

static GVariant *
get_suggestion (StewardProject *self,
                const char     *key)
{
  return *key == '\0' ? text_value (self->suggestion) : NULL;
}

static GVariant *
get_acknowledgement (StewardProject *self,
                     const char     *key)
{
  const StewardAcknowledgement *value = g_hash_table_lookup (self->acknowledgements, key);

  return value ? g_variant_new ("(sss)", value->reason, value->by, value->at) : NULL;
}

static GVariant *
get_lever (StewardProject *self,
           const char     *key)
{
  return tick_value (g_hash_table_lookup (self->levers, key));
}

static GVariant *
get_credit (StewardProject *self,
            const char     *key)
{
  const StewardCredit *credit = &self->credit;

  if (*key != '\0' || credit->standing == STEWARD_STANDING_UNKNOWN)
    return NULL;
  return g_variant_new ("(s@sss)", steward_standing_to_word (credit->standing), day_value (credit->day),
                        credit->note, credit->by);
}

static GVariant *(*const getters[STEWARD_PIECE_MATERIAL]) (StewardProject *, const char *) = {
  [STEWARD_PIECE_RECORD] = get_record,
  [STEWARD_PIECE_FACT] = get_fact,
  [STEWARD_PIECE_ANSWER] = get_answer,
  [STEWARD_PIECE_TICK] = get_tick,
  [STEWARD_PIECE_ROW] = get_row,
  [STEWARD_PIECE_TEXT] = get_text,
  [STEWARD_PIECE_CASE] = get_case,
  [STEWARD_PIECE_ACTIVITY] = get_activity,
  [STEWARD_PIECE_ENTRUSTMENT] = get_entrustment,
  [STEWARD_PIECE_CLOSING] = get_closing,
  [STEWARD_PIECE_LEDGER] = get_ledger_entry,
  [STEWARD_PIECE_SUGGESTION] = get_suggestion,
  [STEWARD_PIECE_ACKNOWLEDGEMENT] = get_acknowledgement,
  [STEWARD_PIECE_LEVER] = get_lever,
  [STEWARD_PIECE_CREDIT] = get_credit,
};

GVariant *
steward_project_get_piece (StewardProject   *self,
                           StewardPieceKind  kind,
                           const char       *key)
{
  GVariant *value;

  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);
  g_return_val_if_fail ((guint) kind < STEWARD_N_PIECES, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  value = STEWARD_IS_RECORD_KIND (kind) ? steward_record_get (self, kind, key) : getters[kind] (self, key);
  return value ? g_variant_ref_sink (value) : NULL;
}

/* Adds the piece when it is there. */
static void
list_piece (StewardProject   *self,
            StewardPieceKind  kind,
            const char       *key,
            GPtrArray        *pieces)
{
  GVariant *value = steward_project_get_piece (self, kind, key);
  StewardPiece *piece;

  if (value == NULL)
    return;
  piece = g_new0 (StewardPiece, 1);
  piece->kind = kind;
  piece->key = g_strdup (key);
  piece->value = value;
  g_ptr_array_add (pieces, piece);
}

static void
list_facts_and_answers (StewardProject *self,
                        GPtrArray      *pieces)
{
  GPtrArray *questions = steward_pack_get_questions (self->pack);

  for (guint i = 0; i < STEWARD_N_FACTS; i++)
    list_piece (self, STEWARD_PIECE_FACT, steward_fact_get_key (i), pieces);
  for (guint i = 0; i < questions->len; i++)
    list_piece (self, STEWARD_PIECE_ANSWER, ((StewardQuestion *) questions->pdata[i])->id, pieces);
}

/* Ticks of the boxes, or texts of the groups, in the order of the form. */
static void
list_form (StewardProject   *self,
           StewardPieceKind  kind,
           GPtrArray        *pieces)
{
  GPtrArray *parts = steward_pack_get_parts (self->pack);

  for (guint i = 0; i < parts->len; i++)
    {
      const GPtrArray *groups = ((StewardPart *) parts->pdata[i])->groups;

      for (guint j = 0; j < groups->len; j++)
        {
          const StewardGroup *group = groups->pdata[j];

          if (kind == STEWARD_PIECE_TEXT)
            list_piece (self, kind, group->id, pieces);
          for (guint k = 0; kind == STEWARD_PIECE_TICK && k < group->boxes->len; k++)
            list_piece (self, kind, ((StewardBox *) group->boxes->pdata[k])->id, pieces);
        }
    }
}

static void
list_papers (StewardProject *self,
             GPtrArray      *pieces)
{
  list_piece (self, STEWARD_PIECE_ENTRUSTMENT, "", pieces);
  for (guint i = 0; i < self->closings->len; i++)
    list_piece (self, STEWARD_PIECE_CLOSING, ((StewardClosing *) self->closings->pdata[i])->stage, pieces);
  for (guint i = 0; i < self->ledger->len; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", ((StewardLedgerEntry *) self->ledger->pdata[i])->number);

      list_piece (self, STEWARD_PIECE_LEDGER, key, pieces);
    }
  list_piece (self, STEWARD_PIECE_SUGGESTION, "", pieces);
}

static void
list_decisions (StewardProject *self,
                GPtrArray      *pieces)
{
  g_autoptr (GPtrArray) acknowledged = steward_project_sort_keys (self->acknowledgements);
  g_autoptr (GPtrArray) levers = steward_project_sort_keys (self->levers);

  for (guint i = 0; i < acknowledged->len; i++)
    list_piece (self, STEWARD_PIECE_ACKNOWLEDGEMENT, acknowledged->pdata[i], pieces);
  for (guint i = 0; i < levers->len; i++)
    list_piece (self, STEWARD_PIECE_LEVER, levers->pdata[i], pieces);
  list_piece (self, STEWARD_PIECE_CREDIT, "", pieces);
}

static void
list_records (StewardProject *self,
              GPtrArray      *pieces)
{
  for (StewardPieceKind kind = STEWARD_PIECE_MATERIAL; kind < STEWARD_N_PIECES; kind++)
    {
      g_autoptr (GPtrArray) records = steward_record_list (self, kind);

      for (guint i = 0; i < records->len; i++)
        list_piece (self, kind, *(char **) records->pdata[i], pieces);
    }
}

GPtrArray *
steward_project_list_pieces (StewardProject *self)
{
  GPtrArray *pieces, *activities;

  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);

  pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_piece_free);
  activities = steward_pack_get_activities (self->pack);
  list_piece (self, STEWARD_PIECE_RECORD, "", pieces);
  list_facts_and_answers (self, pieces);
  list_form (self, STEWARD_PIECE_TICK, pieces);
  for (guint i = 0; i < self->rows->len; i++)
    list_piece (self, STEWARD_PIECE_ROW, ((StewardRow *) self->rows->pdata[i])->id, pieces);
  list_form (self, STEWARD_PIECE_TEXT, pieces);
  for (guint i = 0; i < self->cases->len; i++)
    list_piece (self, STEWARD_PIECE_CASE, ((StewardCase *) self->cases->pdata[i])->id, pieces);
  for (guint i = 0; i < activities->len; i++)
    list_piece (self, STEWARD_PIECE_ACTIVITY, ((StewardActivity *) activities->pdata[i])->id, pieces);
  list_papers (self, pieces);
  list_decisions (self, pieces);
  list_records (self, pieces);
  return pieces;
}
