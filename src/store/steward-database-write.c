/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-database-parts-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-error.h"

/* Log entries looked through to say who else changed a piece. */
#define MAX_LOOKED_AT 1000

/* One change on its way in. */
typedef struct
{
  StewardLogEntry *entry;
  GPtrArray       *changes;
  gint64           base;
  StewardStored    stored;
  StewardProject  *project;    /* as it is in the database, then as it becomes */
  gboolean         removes;    /* the whole project goes */
} Write;

static void
write_clear (Write *write)
{
  steward_stored_clear (&write->stored);
  g_clear_object (&write->project);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Write, write_clear)

static StewardPieceChange *
find_record (GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    if (((StewardPieceChange *) changes->pdata[i])->kind == STEWARD_PIECE_RECORD)
      return changes->pdata[i];
  return NULL;
}

static StewardPieceChange *
find_change (GPtrArray                *changes,
             const StewardPieceChange *piece)
{
  for (guint i = 0; i < changes->len; i++)
    if (steward_piece_change_is_same_piece (changes->pdata[i], piece))
      return changes->pdata[i];
  return NULL;
}

static gboolean
touches (const StewardLogEntry    *entry,
         const StewardPieceChange *change)
{
  g_autoptr(GPtrArray) changes = steward_changes_from_text (entry->changes, NULL);

  return changes && find_change (changes, change);
}

/* Who changed the piece last. (transfer full) (nullable) */
static StewardLogEntry *
find_culprit (StewardDatabase          *self,
              const char               *project,
              gint64                    base,
              const StewardPieceChange *change)
{
  g_autoptr(GPtrArray) entries = steward_database_read_log (self, project, base, -MAX_LOOKED_AT, NULL);

  for (guint i = 0; entries && i < entries->len; i++)
    if (touches (entries->pdata[i], change))
      {
        StewardLogEntry *entry = entries->pdata[i];

        entries->pdata[i] = NULL;
        return entry;
      }
  return NULL;
}

/* `2026-08-12T03:04:05.000000Z` as people here read the clock. */
static char *
format_time (const char *at)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_iso8601 (at, NULL);
  g_autoptr(GDateTime) local = utc ? g_date_time_to_local (utc) : NULL;

  return local ? g_date_time_format (local, "%Y-%m-%d %H:%M") : g_strdup (at);
}

static gboolean
refuse (StewardDatabase           *self,
        const Write               *write,
        const StewardPieceChange  *change,
        GError                   **error)
{
  g_autoptr(StewardLogEntry) culprit = find_culprit (self, write->entry->project, write->base, change);
  g_autofree char *at = culprit ? format_time (culprit->at) : NULL;

  if (culprit == NULL)
    g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_CONFLICT,
                 _("“%s” does not fit what is stored now. Nothing was changed."), write->entry->label);
  else if (*culprit->actor)
    /* Translators: who, when, what somebody else did, what could not be done. */
    g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_CONFLICT,
                 _("%s changed the same thing on %s: “%s”. “%s” was not done."),
                 culprit->actor, at, culprit->label, write->entry->label);
  else
    g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_CONFLICT,
                 _("Somebody changed the same thing on %s: “%s”. “%s” was not done."),
                 at, culprit->label, write->entry->label);
  return FALSE;
}

/* A project in memory carries the version of the pack that is installed now,
 * the table the one that was recorded: only the state and the id can differ
 * between what an author saw and what is stored. */
static gboolean
is_same_record (GVariant *a,
                GVariant *b)
{
  const char *pack_a, *pack_b, *state_a, *state_b;

  if (a == NULL || b == NULL)
    return a == b;
  g_variant_get (a, "(&s&s&s&s)", &pack_a, NULL, NULL, &state_a);
  g_variant_get (b, "(&s&s&s&s)", &pack_b, NULL, NULL, &state_b);
  return strcmp (pack_a, pack_b) == 0 && strcmp (state_a, state_b) == 0;
}

/* The id, with @members 3 also the version and hash. */
static gboolean
is_same_pack (GVariant *a,
              GVariant *b,
              gsize     members)
{
  for (gsize i = 0; i < members; i++)
    {
      g_autoptr(GVariant) first = g_variant_get_child_value (a, i), second = g_variant_get_child_value (b, i);

      if (!g_variant_equal (first, second))
        return FALSE;
    }
  return TRUE;
}

static GVariant *
with_state_of (GVariant *record,
               GVariant *other)
{
  const char *pack, *version, *sha256, *state;

  g_variant_get (record, "(&s&s&s&s)", &pack, &version, &sha256, NULL);
  g_variant_get_child (other, 3, "&s", &state);
  return g_variant_new ("(ssss)", pack, version, sha256, state);
}

static void
set_value (GVariant **value,
           GVariant  *wanted)
{
  GVariant *old = *value;

  *value = wanted ? g_variant_ref_sink (wanted) : NULL;
  g_clear_pointer (&old, g_variant_unref);
}

/* Whoever moves a project has to have seen the rules it is moved from: those
 * that are recorded, or those used because the recorded ones are gone. */
static gboolean
is_pack_in_use (const Write *write,
                GVariant    *record)
{
  const char *sha256;

  g_variant_get_child (record, 2, "&s", &sha256);
  return is_same_pack (record, write->stored.record, 3) ||
         strcmp (sha256, steward_pack_get_sha256 (steward_project_get_pack (write->project))) == 0;
}

static gboolean
check_record (StewardDatabase     *self,
              Write               *write,
              StewardPieceChange  *record,
              GError             **error)
{
  GVariant *stored = write->stored.record;

  if (!is_same_record (record->before, stored))
    return refuse (self, write, record, error);
  if (stored && record->after)
    {
      if (!is_same_pack (record->after, stored, 1))
        {
          g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
                               _("The pack of a project cannot be exchanged for another one."));
          return FALSE;
        }
      /* The author did not mean the pack: its recorded version stays. */
      if (is_same_pack (record->before, record->after, 3))
        set_value (&record->after, with_state_of (stored, record->after));
      else if (!is_pack_in_use (write, record->before))
        return refuse (self, write, record, error);
    }
  set_value (&record->before, stored);
  return TRUE;
}

/* A change applies to the value its author saw. That somebody else changed
 * the piece and changed it back is no conflict, nor is an own change of it
 * that the author sent just before. */
static gboolean
check_changes (StewardDatabase  *self,
               Write            *write,
               GError          **error)
{
  for (guint i = 0; i < write->changes->len; i++)
    {
      StewardPieceChange *change = write->changes->pdata[i];
      g_autoptr(GVariant) now = NULL;

      if (change->kind == STEWARD_PIECE_RECORD)
        {
          if (!check_record (self, write, change, error))
            return FALSE;
          continue;
        }
      if (write->stored.number)
        now = steward_project_get_piece (write->project, change->kind, change->key);
      if (!steward_piece_values_equal (change->before, now))
        return refuse (self, write, change, error);
    }
  return TRUE;
}

/* The project that the change begins with: the one in memory or in the
 * tables, or an empty one for what will be a new project. */
static gboolean
find_project (StewardDatabase  *self,
              Write            *write,
              GError          **error)
{
  const StewardPieceChange *record = find_record (write->changes);
  g_autoptr(StewardPack) pack = NULL;
  const char *id, *sha256;

  if (!steward_database_find_stored (self, write->entry->project, &write->stored, error))
    return FALSE;
  write->removes = write->stored.number && record && record->after == NULL;
  if (write->stored.number)
    {
      write->project = steward_database_take_kept (self, write->stored.hash);
      if (write->project == NULL)
        write->project = steward_database_read_project (self, write->entry->project, &write->stored, error);
      return write->project != NULL;
    }
  if (record == NULL || record->after == NULL)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN,
                   _("There is no project “%s” in the database."), write->entry->project);
      return FALSE;
    }
  g_variant_get (record->after, "(&s&s&s&s)", &id, NULL, &sha256, NULL);
  pack = steward_database_load_pack (self, id, sha256, error);
  if (pack == NULL)
    return FALSE;
  write->project = steward_project_new (pack);
  if (steward_project_set_id (write->project, write->entry->project))
    return TRUE;
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("“%s” is no identifier of a project."),
               write->entry->project);
  return FALSE;
}

/* Another version of its pack is a move: what is not changed with it has to fit
 * the new rules as it is. */
static gboolean
move_to_pack (StewardDatabase           *self,
              Write                     *write,
              const StewardPieceChange  *record,
              GError                   **error)
{
  g_autoptr(StewardPack) pack = NULL;
  g_autoptr(StewardProject) moved = NULL;
  const char *id, *sha256;

  g_variant_get (record->after, "(&s&s&s&s)", &id, NULL, &sha256, NULL);
  pack = steward_database_load_pack (self, id, sha256, error);
  if (pack == NULL)
    return FALSE;
  moved = steward_changes_move (write->changes, write->project, pack, error);
  if (moved == NULL)
    return FALSE;
  g_set_object (&write->project, moved);
  return TRUE;
}

/* Everything but the record by the project's own rules; of the record only
 * the state, since its pack is what it is. */
static gboolean
change_project (StewardDatabase  *self,
                Write            *write,
                GError          **error)
{
  g_autoptr(GPtrArray) pieces = g_ptr_array_new ();
  const StewardPieceChange *record = find_record (write->changes);

  for (guint i = 0; i < write->changes->len; i++)
    if (write->changes->pdata[i] != record)
      g_ptr_array_add (pieces, write->changes->pdata[i]);
  if (record && record->after)
    {
      const char *word;
      StewardState state;

      g_variant_get_child (record->after, 3, "&s", &word);
      if (!steward_state_from_word (word, &state))
        {
          g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("“%s” is no state of a project."), word);
          return FALSE;
        }
      steward_project_set_state (write->project, state);
      if (write->stored.number && !is_same_pack (write->stored.record, record->after, 3))
        return move_to_pack (self, write, record, error);
    }
  return steward_changes_apply (pieces, FALSE, write->project, error);
}

/* Two who changed different pieces can still be in each other's way: one
 * removed a row, the other gave it a case. */
static gboolean
check_references (StewardDatabase  *self,
                  const Write      *write,
                  GError          **error)
{
  StewardPieceChange referrer = { 0 }, row = { .kind = STEWARD_PIECE_ROW };
  const char *key, *lost;

  if (steward_project_check_references (write->project, &referrer.kind, &key, &lost))
    return TRUE;
  referrer.key = (char *) key;
  row.key = (char *) lost;
  if (find_change (write->changes, &referrer))
    return refuse (self, write, &row, error);
  return find_change (write->changes, &row) == NULL || refuse (self, write, &referrer, error);
}

/* A project only goes as a whole: what was put into it since stays in the way. */
static gboolean
check_removal (StewardDatabase  *self,
               const Write      *write,
               GError          **error)
{
  g_autoptr(GPtrArray) left = write->removes ? steward_project_list_pieces (write->project) : NULL;

  for (guint i = 0; left && i < left->len; i++)
    {
      const StewardPiece *piece = left->pdata[i];
      const StewardPieceChange change = { piece->kind, piece->key, NULL, piece->value };

      if (piece->kind != STEWARD_PIECE_RECORD)
        return refuse (self, write, &change, error);
    }
  return TRUE;
}

static gboolean
write_record (StewardDatabase  *self,
              Write            *write,
              GError          **error)
{
  const StewardPieceChange *record = find_record (write->changes);
  gboolean adds = write->stored.number == 0;
  StewardStatement *statement = steward_database_prepare (self, "projects", adds ? "add" : "update", error);
  GVariant *value = record ? record->after : write->stored.record;
  int parameter = 1;

  if (statement == NULL)
    return FALSE;
  /* The sequence of its first change is a number that was never used. */
  if (adds)
    write->stored.number = write->entry->sequence;
  steward_statement_bind_integer (statement, parameter++, write->stored.number);
  if (adds)
    steward_statement_bind_text (statement, parameter++, write->entry->project);
  steward_statement_bind_integer (statement, parameter++, write->entry->sequence);
  for (gsize i = 0; i < g_variant_n_children (value); i++)
    {
      const char *text;

      g_variant_get_child (value, i, "&s", &text);
      steward_statement_bind_text (statement, parameter++, text);
    }
  return steward_statement_run (statement, error);
}

static gboolean
remove_record (StewardDatabase  *self,
               gint64            number,
               GError          **error)
{
  StewardStatement *statement;

  if (!steward_database_remove_digest (self, number, error))
    return FALSE;
  statement = steward_database_prepare (self, "projects", "remove", error);
  if (statement == NULL)
    return FALSE;
  steward_statement_bind_integer (statement, 1, number);
  return steward_statement_run (statement, error);
}

static gboolean
write_tables (StewardDatabase  *self,
              Write            *write,
              GError          **error)
{
  if (!write->removes && !write_record (self, write, error))
    return FALSE;
  for (guint i = 0; i < write->changes->len; i++)
    {
      const StewardPieceChange *change = write->changes->pdata[i];

      if (change->kind != STEWARD_PIECE_RECORD &&
          !steward_database_write_piece (self, write->stored.number, change, error))
        return FALSE;
    }
  if (write->removes)
    return remove_record (self, write->stored.number, error);
  if (!steward_database_write_digest (self, write->stored.number, write->project, steward_day_today (), error))
    return FALSE;
  steward_database_keep (self, write->entry->hash, write->project);
  return TRUE;
}

gboolean
steward_database_write_change (StewardDatabase  *self,
                               StewardLogEntry  *entry,
                               GPtrArray        *changes,
                               gint64            base,
                               GError          **error)
{
  g_auto(Write) write = { .entry = entry, .changes = changes, .base = base };

  if (!steward_database_guard_editions (changes, error) || !find_project (self, &write, error) ||
      !check_changes (self, &write, error) || !change_project (self, &write, error) ||
      !check_references (self, &write, error) || !check_removal (self, &write, error))
    return FALSE;
  g_free (entry->changes);
  entry->changes = steward_changes_to_text (changes);
  return steward_database_append_log (self, entry, error) && write_tables (self, &write, error);
}
