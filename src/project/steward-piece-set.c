/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-record-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-error.h"

/* Every value that comes here was checked before. */

static StewardDay
to_day (const char *text)
{
  StewardDay day;

  return steward_day_parse (text, &day) ? day : STEWARD_DAY_NONE;
}

static char *
to_text (GVariant *value)
{
  return value ? g_variant_dup_string (value, NULL) : g_strdup ("");
}

static void
put_record (StewardProject *self,
            const char     *key,
            GVariant       *value)
{
  const char *word;

  g_variant_get (value, "(sss&s)", NULL, NULL, NULL, &word);
  steward_state_from_word (word, &self->state);
}

static void
put_fact (StewardProject *self,
          const char     *key,
          GVariant       *value)
{
  StewardFact fact;

  if (!steward_fact_from_key (key, &fact))
    return;
  g_free (self->facts[fact]);
  self->facts[fact] = to_text (value);
}

static void
put_answer (StewardProject *self,
            const char     *key,
            GVariant       *value)
{
  steward_project_store_text (self->answers, key, to_text (value));
}

static void
put_in_table (GHashTable *ticks,
              const char *key,
              GVariant   *value)
{
  StewardTick *tick;

  if (value == NULL)
    {
      g_hash_table_remove (ticks, key);
      return;
    }
  tick = g_new0 (StewardTick, 1);
  g_variant_get (value, "(bss)", &tick->on, &tick->by, &tick->at);
  g_hash_table_insert (ticks, g_strdup (key), tick);
}

static void
put_tick (StewardProject *self,
          const char     *key,
          GVariant       *value)
{
  put_in_table (self->ticks, key, value);
}

static void
put_row (StewardProject *self,
         const char     *key,
         GVariant       *value)
{
  StewardRow *row;

  if (value == NULL)
    {
      steward_project_drop_row (self, key);
      return;
    }
  row = g_new0 (StewardRow, 1);
  row->id = g_strdup (key);
  g_variant_get (value, "(ussssi)", &row->position, &row->box, &row->text, &row->by, &row->at, &row->limit);
  steward_project_take_row (self, row);
}

static void
put_text (StewardProject *self,
          const char     *key,
          GVariant       *value)
{
  steward_project_store_text (self->texts, key, to_text (value));
}

static void
add_events (StewardCase *handled,
            GVariant    *events)
{
  const char *day, *written;
  GVariantIter iter;
  StewardEvent event;
  guint status;

  g_variant_iter_init (&iter, events);
  while (g_variant_iter_next (&iter, "(u&s&s&s&s&s&s)", &status, &day, &event.actor, &event.kind, &event.note,
                              &written, &event.proof))
    {
      event.status = status;
      event.day = to_day (day);
      event.written = to_day (written);
      steward_case_put_event (handled, &event);
    }
}

static void
put_case (StewardProject *self,
          const char     *key,
          GVariant       *value)
{
  const char *item, *start, *delivered, *verified;
  StewardCase *handled;
  g_autoptr (GVariant) events = NULL;
  guint mode, level;

  if (value == NULL)
    {
      steward_project_drop_case (self, key);
      return;
    }
  g_variant_get_child (value, 1, "&s", &item);
  handled = steward_case_new (key, item);
  g_free (handled->segment);
  g_free (handled->number);
  g_free (handled->bureau);
  g_free (handled->extension_by);
  g_free (handled->extension_reason);
  g_variant_get (value, "(u&sssuusiiss&s@a(ussssss)&s&s)", &handled->position, &item, &handled->segment, &handled->number,
                 &mode, &level, &handled->bureau, &handled->limit, &handled->extension,
                 &handled->extension_by, &handled->extension_reason, &start, &events, &delivered, &verified);
  handled->mode = mode;
  handled->level = level;
  handled->planned_start = to_day (start);
  handled->delivered = to_day (delivered);
  handled->verified = to_day (verified);
  add_events (handled, events);
  steward_project_take_case (self, handled);
}

static void
put_activity (StewardProject *self,
              const char     *key,
              GVariant       *value)
{
  StewardActivityRecord record = { STEWARD_DAY_NONE, STEWARD_DAY_NONE, -1 };
  const char *start, *finish;

  if (value)
    {
      g_variant_get (value, "(&s&si)", &start, &finish, &record.days);
      record.start = to_day (start);
      record.finish = to_day (finish);
    }
  steward_project_store_activity (self, key, &record);
}

static void
put_entrustment (StewardProject *self,
                 const char     *key,
                 GVariant       *value)
{
  char **stages, **items;
  const char *signed_on;

  if (value == NULL)
    {
      steward_project_take_entrustment (self, g_new0 (char *, 1), g_new0 (char *, 1), STEWARD_DAY_NONE);
      return;
    }
  g_variant_get (value, "(^as^as&s)", &stages, &items, &signed_on);
  steward_project_take_entrustment (self, stages, items, to_day (signed_on));
}

static void
put_closing (StewardProject *self,
             const char     *key,
             GVariant       *value)
{
  StewardClosing *closing;
  const char *finished_on;

  if (value == NULL)
    {
      steward_project_drop_closing (self, key);
      return;
    }
  closing = g_new0 (StewardClosing, 1);
  closing->stage = g_strdup (key);
  g_variant_get (value, "(u&s^as)", &closing->position, &finished_on, &closing->handed_over);
  closing->finished_on = to_day (finished_on);
  steward_project_take_closing (self, closing);
}

static void
put_ledger_entry (StewardProject *self,
                  const char     *key,
                  GVariant       *value)
{
  StewardLedgerEntry *entry;
  const char *day;

  if (value == NULL)
    {
      steward_project_drop_entry (self, steward_piece_key_to_number (key));
      return;
    }
  entry = g_new0 (StewardLedgerEntry, 1);
  entry->number = steward_piece_key_to_number (key);
  g_variant_get (value, "(&ssss)", &day, &entry->kind, &entry->text, &entry->result);
  entry->day = to_day (day);
  steward_project_take_entry (self, entry);
}

static void
put_suggestion (StewardProject *self,
                const char     *key,
                GVariant       *value)
{
  g_free (self->suggestion);
  self->suggestion = to_text (value);
}

static void
put_acknowledgement (StewardProject *self,
                     const char     *key,
                     GVariant       *value)
{
  char *reason, *by, *at;

  if (value == NULL)
    {
      g_hash_table_remove (self->acknowledgements, key);
      return;
    }
  g_variant_get (value, "(sss)", &reason, &by, &at);
  steward_project_take_acknowledgement (self, key, reason, by, at);
}

static void
put_lever (StewardProject *self,
           const char     *key,
           GVariant       *value)
{
  put_in_table (self->levers, key, value);
}

static void
put_credit (StewardProject *self,
            const char     *key,
            GVariant       *value)
{
  StewardStanding standing = STEWARD_STANDING_UNKNOWN;
  const char *word, *day;
  char *note, *by;

  if (value == NULL)
    {
      steward_project_take_credit (self, standing, STEWARD_DAY_NONE, g_strdup (""), g_strdup (""));
      return;
    }
  g_variant_get (value, "(&s&sss)", &word, &day, &note, &by);
  steward_standing_from_word (word, &standing);
  steward_project_take_credit (self, standing, to_day (day), note, by);
}

static const struct
{
  void          (*put) (StewardProject *, const char *, GVariant *);
  StewardChange   change;
} writers[STEWARD_PIECE_MATERIAL] = {
  [STEWARD_PIECE_RECORD] = { put_record, STEWARD_CHANGE_RECORD },
  [STEWARD_PIECE_FACT] = { put_fact, STEWARD_CHANGE_FACTS },
  [STEWARD_PIECE_ANSWER] = { put_answer, STEWARD_CHANGE_ANSWERS },
  [STEWARD_PIECE_TICK] = { put_tick, STEWARD_CHANGE_TICKS },
  [STEWARD_PIECE_ROW] = { put_row, STEWARD_CHANGE_TICKS },
  [STEWARD_PIECE_TEXT] = { put_text, STEWARD_CHANGE_TEXTS },
  [STEWARD_PIECE_CASE] = { put_case, STEWARD_CHANGE_CASES },
  [STEWARD_PIECE_ACTIVITY] = { put_activity, STEWARD_CHANGE_CASES },
  [STEWARD_PIECE_ENTRUSTMENT] = { put_entrustment, STEWARD_CHANGE_PAPERS },
  [STEWARD_PIECE_CLOSING] = { put_closing, STEWARD_CHANGE_PAPERS },
  [STEWARD_PIECE_LEDGER] = { put_ledger_entry, STEWARD_CHANGE_PAPERS },
  [STEWARD_PIECE_SUGGESTION] = { put_suggestion, STEWARD_CHANGE_PAPERS },
  [STEWARD_PIECE_ACKNOWLEDGEMENT] = { put_acknowledgement, STEWARD_CHANGE_DECISIONS },
  [STEWARD_PIECE_LEVER] = { put_lever, STEWARD_CHANGE_DECISIONS },
  [STEWARD_PIECE_CREDIT] = { put_credit, STEWARD_CHANGE_DECISIONS },
};

static StewardChange
get_change (StewardPieceKind kind)
{
  if (!STEWARD_IS_RECORD_KIND (kind))
    return writers[kind].change;
  return kind == STEWARD_PIECE_ORDER || kind == STEWARD_PIECE_EDIT || kind == STEWARD_PIECE_LINK
         ? STEWARD_CHANGE_PLAN : STEWARD_CHANGE_RECORDS;
}

static gboolean
check_type (StewardPieceKind   kind,
            GVariant          *value,
            GError           **error)
{
  if (value == NULL ||
      (g_variant_is_of_type (value, steward_piece_kind_get_type (kind)) && g_variant_is_normal_form (value)))
    return TRUE;
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("A value of the type “%s” cannot be a piece “%s”."),
               g_variant_get_type_string (value), steward_piece_kind_to_word (kind));
  return FALSE;
}

gboolean
steward_project_set_piece (StewardProject    *self,
                           StewardPieceKind   kind,
                           const char        *key,
                           GVariant          *value,
                           GError           **error)
{
  g_autoptr (GVariant) wanted = NULL, old = NULL, now = NULL;

  g_return_val_if_fail (STEWARD_IS_PROJECT (self), FALSE);
  g_return_val_if_fail ((guint) kind < STEWARD_N_PIECES, FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  wanted = value ? g_variant_ref_sink (value) : NULL;
  if (!check_type (kind, wanted, error) || !steward_piece_check (self, kind, key, wanted, error))
    return FALSE;
  old = steward_project_get_piece (self, kind, key);
  if (old == wanted || (old && wanted && g_variant_equal (old, wanted)))
    return TRUE;
  if (STEWARD_IS_RECORD_KIND (kind))
    steward_record_put (self, kind, key, wanted);
  else
    writers[kind].put (self, key, wanted);
  now = steward_project_get_piece (self, kind, key);
  /* Of a record only the state can change. */
  if (old && now && g_variant_equal (old, now))
    return TRUE;
  steward_project_emit_piece (self, kind, key);
  steward_project_emit_changed (self, get_change (kind));
  return TRUE;
}
