/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-record-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "steward-error.h"
#include "steward-lever.h"

static gboolean
invalid (GError     **error,
         const char  *message)
{
  g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, message);
  return FALSE;
}

gboolean
steward_piece_check_length (const char  *text,
                            gsize        max,
                            GError     **error)
{
  /* The bytes are never fewer than the characters, and quicker to count. */
  if (strlen (text) > max && g_utf8_strlen (text, -1) > (glong) max)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("Longer than %d characters."), (int) max);
      return FALSE;
    }
  return TRUE;
}

/* For pieces that are one text: they are absent rather than empty. */
static gboolean
check_text (GVariant  *value,
            gsize      max,
            GError   **error)
{
  const char *text = g_variant_get_string (value, NULL);

  if (*text == '\0')
    return invalid (error, _("An empty text is no value: it has to be left out."));
  return steward_piece_check_length (text, max, error);
}

gboolean
steward_piece_check_day (const char  *text,
                         gboolean     required,
                         GError     **error)
{
  StewardDay day;

  if ((*text == '\0' && !required) || steward_day_parse (text, &day))
    return TRUE;
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
               _("“%s” is not a date; expected YYYY-MM-DD, a day that exists."), text);
  return FALSE;
}

gboolean
steward_piece_check_range (gint64   number,
                           gint64   min,
                           gint64   max,
                           GError **error)
{
  if (number >= min && number <= max)
    return TRUE;
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
               _("%" PRId64 " is out of range: expected %" PRId64 " to %" PRId64 "."),
               number, min, max);
  return FALSE;
}

/* At most @max elements, unless one of them is replaced. */
static gboolean
check_room (const GPtrArray  *list,
            gboolean          replaces,
            guint             max,
            GError          **error)
{
  return steward_piece_check_range ((gint64) list->len + (replaces ? 0 : 1), 0, max, error);
}

static gboolean
check_no_key (const char  *key,
              GError     **error)
{
  if (*key == '\0')
    return TRUE;
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, _("There is no “%s” in a project."), key);
  return FALSE;
}

static gboolean
check_record (StewardProject  *self,
              const char      *key,
              GVariant        *value,
              GError         **error)
{
  const char *pack, *word;
  StewardState state;

  if (!check_no_key (key, error))
    return FALSE;
  if (value == NULL)
    return invalid (error, _("A project cannot be without its record."));
  g_variant_get (value, "(&sss&s)", &pack, NULL, NULL, &word);
  if (strcmp (pack, steward_pack_get_id (self->pack)) != 0)
    return invalid (error, _("The policy pack of a project cannot change."));
  return steward_state_from_word (word, &state) || invalid (error, _("This is not a state of a project."));
}

static gboolean
check_fact (StewardProject  *self,
            const char      *key,
            GVariant        *value,
            GError         **error)
{
  StewardFact fact;

  if (!steward_fact_from_key (key, &fact))
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, _("There is no fact “%s” of a project."), key);
      return FALSE;
    }
  return value == NULL || check_text (value, steward_fact_get_max (fact), error);
}

static gboolean
check_answer (StewardProject  *self,
              const char      *key,
              GVariant        *value,
              GError         **error)
{
  if (!steward_project_has_question (self, key))
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, _("The pack has no question “%s”."), key);
      return FALSE;
    }
  return value == NULL || check_text (value, STEWARD_ANSWER_MAX_CHARS, error);
}

static gboolean
check_tick (StewardProject  *self,
            const char      *key,
            GVariant        *value,
            GError         **error)
{
  const StewardBox *box = steward_pack_find_box (self->pack, key);
  const char *by, *at;

  if (box == NULL || box->kind == STEWARD_BOX_BLANK)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, _("The form has no box “%s”."), key);
      return FALSE;
    }
  if (value == NULL)
    return TRUE;
  g_variant_get (value, "(b&s&s)", NULL, &by, &at);
  return steward_piece_check_length (by, STEWARD_NAME_MAX_CHARS, error) &&
         steward_piece_check_length (at, STEWARD_TIME_MAX_CHARS, error);
}

/* The blank slot that the row @id is typed into, NULL when there is none. */
const StewardBox *
steward_piece_find_slot (StewardProject *self,
                         const char     *id)
{
  const char *mark = strrchr (id, '#');
  g_autofree char *name = mark ? g_strndup (id, mark - id) : NULL;
  const StewardBox *box = name && steward_row_id_fits (id, name) ? steward_pack_find_box (self->pack, name) : NULL;

  return box && box->kind == STEWARD_BOX_BLANK ? box : NULL;
}

static gboolean
check_row (StewardProject  *self,
           const char      *key,
           GVariant        *value,
           GError         **error)
{
  const StewardBox *slot = steward_piece_find_slot (self, key);
  const char *box, *text, *by, *at;
  guint position;
  int limit;

  if (slot == NULL)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, _("The form has no blank slot “%s”."), key);
      return FALSE;
    }
  if (value == NULL)
    return TRUE;
  g_variant_get (value, "(u&s&s&s&si)", &position, &box, &text, &by, &at, &limit);
  if (strcmp (slot->id, box) != 0)
    return invalid (error, _("The row does not belong to its blank slot."));
  if (*text == '\0')
    return invalid (error, _("A row cannot be empty."));
  if (limit >= 0 && slot->group->kind != STEWARD_GROUP_ITEMS)
    return invalid (error, _("Only rows of items have a limit."));
  return steward_piece_check_range (position, 0, STEWARD_POSITION_MAX, error) &&
         steward_piece_check_range (limit, -1, STEWARD_MAX_DAYS, error) &&
         steward_piece_check_length (text, STEWARD_TEXT_MAX_CHARS, error) &&
         steward_piece_check_length (by, STEWARD_NAME_MAX_CHARS, error) &&
         steward_piece_check_length (at, STEWARD_TIME_MAX_CHARS, error) &&
         check_room (self->rows, steward_project_find_row (self, key) != NULL, STEWARD_PROJECT_MAX_ROWS, error);
}

static gboolean
check_group_text (StewardProject  *self,
                  const char      *key,
                  GVariant        *value,
                  GError         **error)
{
  const StewardGroup *group = steward_pack_find_group (self->pack, key);

  if (group == NULL || !group->text)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, _("The form has no text box “%s”."), key);
      return FALSE;
    }
  return value == NULL || check_text (value, STEWARD_TEXT_MAX_CHARS, error);
}

/* An item of the pack, or what could be a row of an item group: the row itself
 * may come after what refers to it, or have gone before it. */
gboolean
steward_piece_check_item (StewardProject  *self,
                          const char      *item,
                          GError         **error)
{
  const StewardBox *slot;

  if (steward_pack_find_item (self->pack, item))
    return TRUE;
  slot = steward_piece_find_slot (self, item);
  if (slot && slot->group->kind == STEWARD_GROUP_ITEMS)
    return TRUE;
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN,
               _("Neither the pack nor the rows of the form have an item “%s”."), item);
  return FALSE;
}

static gboolean
check_events (GVariant  *events,
              GError   **error)
{
  const char *day, *actor, *kind, *note, *written, *proof, *last = "";
  GVariantIter iter;
  guint status;

  if (!steward_piece_check_range (g_variant_n_children (events), 0, STEWARD_CASE_MAX_EVENTS, error))
    return FALSE;
  g_variant_iter_init (&iter, events);
  while (g_variant_iter_next (&iter, "(u&s&s&s&s&s&s)", &status, &day, &actor, &kind, &note, &written, &proof))
    {
      if (!steward_piece_check_range (status, STEWARD_CASE_RECEIVED, STEWARD_CASE_REVOKED, error) ||
          !steward_piece_check_day (day, TRUE, error) ||
          !steward_piece_check_length (actor, STEWARD_NAME_MAX_CHARS, error) ||
          !steward_piece_check_length (kind, STEWARD_NAME_MAX_CHARS, error) ||
          !steward_piece_check_length (note, STEWARD_TEXT_MAX_CHARS, error) ||
          !steward_piece_check_day (written, FALSE, error) ||
          !steward_piece_check_length (proof, STEWARD_PROOF_MAX_CHARS, error))
        return FALSE;
      /* Days of this form compare as texts. */
      if (strcmp (day, last) < 0)
        return invalid (error, _("The events of a case are not in order of their days."));
      last = day;
    }
  return TRUE;
}

static gboolean
check_bureau (StewardProject  *self,
              const char      *bureau,
              GError         **error)
{
  if (*bureau == '\0' || steward_pack_get_bureau_name (self->pack, bureau))
    return TRUE;
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, _("The pack has no bureau “%s”."), bureau);
  return FALSE;
}

static gboolean
check_case (StewardProject  *self,
            const char      *key,
            GVariant        *value,
            GError         **error)
{
  const char *item, *segment, *number, *bureau, *start, *by, *reason, *delivered, *verified;
  guint position, mode, level;
  int limit, extension;
  g_autoptr (GVariant) events = NULL;

  if (*key == '\0')
    return invalid (error, _("The id is empty."));
  if (value == NULL)
    return TRUE;
  g_variant_get (value, "(u&s&s&suu&sii&s&s&s@a(ussssss)&s&s)", &position, &item, &segment, &number, &mode, &level,
                 &bureau, &limit, &extension, &by, &reason, &start, &events, &delivered, &verified);
  return steward_piece_check_length (key, STEWARD_NAME_MAX_CHARS, error) &&
         steward_piece_check_item (self, item, error) &&
         steward_piece_check_range (position, 0, STEWARD_POSITION_MAX, error) &&
         steward_piece_check_length (segment, STEWARD_NAME_MAX_CHARS, error) &&
         steward_piece_check_length (number, STEWARD_NAME_MAX_CHARS, error) &&
         steward_piece_check_range (mode, STEWARD_MODE_NORMAL, STEWARD_MODE_COMMITMENT, error) &&
         steward_piece_check_range (level, STEWARD_LEVEL_UNKNOWN, STEWARD_LEVEL_ZONE, error) &&
         check_bureau (self, bureau, error) &&
         steward_piece_check_range (limit, -1, STEWARD_MAX_DAYS, error) &&
         steward_piece_check_range (extension, 0, STEWARD_CASE_MAX_EXTENSION, error) &&
         steward_piece_check_length (by, STEWARD_NAME_MAX_CHARS, error) &&
         steward_piece_check_length (reason, STEWARD_TEXT_MAX_CHARS, error) &&
         steward_piece_check_day (start, FALSE, error) &&
         check_events (events, error) &&
         steward_piece_check_day (delivered, FALSE, error) &&
         steward_piece_check_day (verified, FALSE, error) &&
         check_room (self->cases, steward_project_lookup_case (self, key) != NULL, STEWARD_PROJECT_MAX_CASES, error);
}

static gboolean
check_activity (StewardProject  *self,
                const char      *key,
                GVariant        *value,
                GError         **error)
{
  const char *start, *finish;
  int days;

  if (!steward_project_has_activity (self, key))
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, _("The pack has no activity “%s”."), key);
      return FALSE;
    }
  if (value == NULL)
    return TRUE;
  g_variant_get (value, "(&s&si)", &start, &finish, &days);
  if (*start == '\0' && *finish == '\0' && days == -1)
    return invalid (error, _("This says nothing: it has to be left out."));
  return steward_piece_check_day (start, FALSE, error) && steward_piece_check_day (finish, FALSE, error) &&
         steward_piece_check_range (days, -1, STEWARD_MAX_DAYS, error);
}

gboolean
steward_piece_check_stage (StewardProject  *self,
                           const char      *stage,
                           GError         **error)
{
  if (steward_pack_find_stage (self->pack, stage))
    return TRUE;
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, _("The pack has no stage “%s”."), stage);
  return FALSE;
}

static gboolean
check_entrustment (StewardProject  *self,
                   const char      *key,
                   GVariant        *value,
                   GError         **error)
{
  g_autofree const char **stages = NULL, **items = NULL;
  const char *signed_on;

  if (!check_no_key (key, error))
    return FALSE;
  if (value == NULL)
    return TRUE;
  g_variant_get (value, "(^a&s^a&s&s)", &stages, &items, &signed_on);
  if (stages[0] == NULL && items[0] == NULL && *signed_on == '\0')
    return invalid (error, _("This says nothing: it has to be left out."));
  if (!steward_piece_check_day (signed_on, FALSE, error) ||
      !steward_piece_check_range (g_strv_length ((char **) stages), 0, STEWARD_LIST_MAX, error) ||
      !steward_piece_check_range (g_strv_length ((char **) items), 0, STEWARD_LIST_MAX, error))
    return FALSE;
  for (guint i = 0; stages[i]; i++)
    {
      if (!steward_piece_check_stage (self, stages[i], error))
        return FALSE;
    }
  for (guint i = 0; items[i]; i++)
    {
      if (!steward_piece_check_item (self, items[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_closing (StewardProject  *self,
               const char      *key,
               GVariant        *value,
               GError         **error)
{
  g_autofree const char **handed_over = NULL;
  const char *finished_on;
  guint position;

  if (!steward_piece_check_stage (self, key, error))
    return FALSE;
  if (value == NULL)
    return TRUE;
  g_variant_get (value, "(u&s^a&s)", &position, &finished_on, &handed_over);
  if (!steward_piece_check_range (position, 0, STEWARD_POSITION_MAX, error) ||
      !steward_piece_check_day (finished_on, FALSE, error) ||
      !steward_piece_check_range (g_strv_length ((char **) handed_over), 0, STEWARD_LIST_MAX, error))
    return FALSE;
  for (guint i = 0; handed_over[i]; i++)
    {
      if (!steward_piece_check_length (handed_over[i], STEWARD_TEXT_MAX_CHARS, error))
        return FALSE;
    }
  return check_room (self->closings, steward_project_lookup_closing (self, key) != NULL,
                     STEWARD_PROJECT_MAX_CLOSINGS, error);
}

static gboolean
check_ledger_entry (StewardProject  *self,
                    const char      *key,
                    GVariant        *value,
                    GError         **error)
{
  guint number = steward_piece_key_to_number (key);
  const char *day, *kind, *text, *result;

  if (number == 0)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, _("“%s” is not the number of a ledger entry."), key);
      return FALSE;
    }
  if (value == NULL)
    return TRUE;
  g_variant_get (value, "(&s&s&s&s)", &day, &kind, &text, &result);
  return steward_piece_check_day (day, TRUE, error) &&
         steward_piece_check_length (kind, STEWARD_NAME_MAX_CHARS, error) &&
         steward_piece_check_length (text, STEWARD_TEXT_MAX_CHARS, error) &&
         steward_piece_check_length (result, STEWARD_TEXT_MAX_CHARS, error) &&
         check_room (self->ledger, steward_project_lookup_entry (self, number) != NULL,
                     STEWARD_PROJECT_MAX_LEDGER, error);
}

static gboolean
check_suggestion (StewardProject  *self,
                  const char      *key,
                  GVariant        *value,
                  GError         **error)
{
  return check_no_key (key, error) && (value == NULL || check_text (value, STEWARD_TEXT_MAX_CHARS, error));
}

static gboolean
check_table_room (GHashTable  *table,
                  const char  *key,
                  GError     **error)
{
  return steward_piece_check_range ((gint64) g_hash_table_size (table) + !g_hash_table_contains (table, key), 0,
                                    STEWARD_PROJECT_MAX_DECISIONS, error);
}

static gboolean
check_acknowledgement (StewardProject  *self,
                       const char      *key,
                       GVariant        *value,
                       GError         **error)
{
  gsize length = strcspn (key, " ");
  g_autofree char *check = g_strndup (key, length);
  const char *reason, *by, *at;

  if (length == 0 || strcmp (key + length, " ") == 0)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, _("There is no check “%s”."), key);
      return FALSE;
    }
  if (!steward_piece_check_length (check, STEWARD_NAME_MAX_CHARS, error) ||
      !steward_piece_check_length (key + length, STEWARD_ROW_ID_MAX_CHARS, error))
    return FALSE;
  if (value == NULL)
    return TRUE;
  g_variant_get (value, "(&s&s&s)", &reason, &by, &at);
  if (*reason == '\0')
    return invalid (error, _("An acknowledgement needs a reason."));
  return steward_piece_check_length (reason, STEWARD_TEXT_MAX_CHARS, error) &&
         steward_piece_check_length (by, STEWARD_NAME_MAX_CHARS, error) &&
         steward_piece_check_length (at, STEWARD_TIME_MAX_CHARS, error) &&
         check_table_room (self->acknowledgements, key, error);
}

static gboolean
check_lever_key (StewardProject  *self,
                 const char      *key,
                 GError         **error)
{
  gsize length = strcspn (key, " ");
  g_autofree char *id = g_strndup (key, length);
  const StewardLever *lever = steward_pack_find_lever (self->pack, id);

  if (lever == NULL)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, _("The pack has no lever “%s”."), id);
      return FALSE;
    }
  if (key[length] == '\0' && lever->each)
    return invalid (error, _("This lever is decided for each item by itself."));
  return key[length] == '\0' || steward_piece_check_item (self, key + length + 1, error);
}

gboolean
steward_project_can_have_lever (StewardProject *self,
                                const char     *key)
{
  return check_lever_key (self, key, NULL);
}

static gboolean
check_lever (StewardProject  *self,
             const char      *key,
             GVariant        *value,
             GError         **error)
{
  const char *by, *at;

  if (!check_lever_key (self, key, error))
    return FALSE;
  if (value == NULL)
    return TRUE;
  g_variant_get (value, "(b&s&s)", NULL, &by, &at);
  return steward_piece_check_length (by, STEWARD_NAME_MAX_CHARS, error) &&
         steward_piece_check_length (at, STEWARD_TIME_MAX_CHARS, error) &&
         check_table_room (self->levers, key, error);
}

static gboolean
check_credit (StewardProject  *self,
              const char      *key,
              GVariant        *value,
              GError         **error)
{
  const char *word, *day, *note, *by;
  StewardStanding standing;

  if (!check_no_key (key, error))
    return FALSE;
  if (value == NULL)
    return TRUE;
  g_variant_get (value, "(&s&s&s&s)", &word, &day, &note, &by);
  if (!steward_standing_from_word (word, &standing))
    return invalid (error, _("This is not a word for a credit record."));
  if (standing == STEWARD_STANDING_UNKNOWN)
    return invalid (error, _("This says nothing: it has to be left out."));
  return steward_piece_check_day (day, FALSE, error) &&
         steward_piece_check_length (note, STEWARD_TEXT_MAX_CHARS, error) &&
         steward_piece_check_length (by, STEWARD_NAME_MAX_CHARS, error);
}

static gboolean (*const checks[STEWARD_PIECE_MATERIAL]) (StewardProject *, const char *, GVariant *, GError **) = {
  [STEWARD_PIECE_RECORD] = check_record,
  [STEWARD_PIECE_FACT] = check_fact,
  [STEWARD_PIECE_ANSWER] = check_answer,
  [STEWARD_PIECE_TICK] = check_tick,
  [STEWARD_PIECE_ROW] = check_row,
  [STEWARD_PIECE_TEXT] = check_group_text,
  [STEWARD_PIECE_CASE] = check_case,
  [STEWARD_PIECE_ACTIVITY] = check_activity,
  [STEWARD_PIECE_ENTRUSTMENT] = check_entrustment,
  [STEWARD_PIECE_CLOSING] = check_closing,
  [STEWARD_PIECE_LEDGER] = check_ledger_entry,
  [STEWARD_PIECE_SUGGESTION] = check_suggestion,
  [STEWARD_PIECE_ACKNOWLEDGEMENT] = check_acknowledgement,
  [STEWARD_PIECE_LEVER] = check_lever,
  [STEWARD_PIECE_CREDIT] = check_credit,
};

gboolean
steward_piece_check (StewardProject    *self,
                     StewardPieceKind   kind,
                     const char        *key,
                     GVariant          *value,
                     GError           **error)
{
  return STEWARD_IS_RECORD_KIND (kind) ? steward_record_check (self, kind, key, value, error)
                                       : checks[kind] (self, key, value, error);
}

/* The first of @items that names no row that is there; %NULL if all do. */
static const char *
find_lost (StewardProject      *self,
           const char * const  *items)
{
  for (; *items; items++)
    {
      if (!steward_pack_find_item (self->pack, *items) && !steward_project_find_row (self, *items))
        return *items;
    }
  return NULL;
}

gboolean
steward_project_check_references (StewardProject    *self,
                                  StewardPieceKind  *kind,
                                  const char       **key,
                                  const char       **row)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), FALSE);
  g_return_val_if_fail (kind != NULL && key != NULL && row != NULL, FALSE);

  for (guint i = 0; i < self->cases->len; i++)
    {
      const StewardCase *handled = self->cases->pdata[i];
      const char * const item[] = { handled->item, NULL };

      *row = find_lost (self, item);
      if (*row)
        {
          *kind = STEWARD_PIECE_CASE;
          *key = handled->id;
          return FALSE;
        }
    }
  *kind = STEWARD_PIECE_ENTRUSTMENT;
  *key = "";
  *row = find_lost (self, (const char * const *) self->entrustment.items);
  return *row == NULL;
}
