/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-verification-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "steward-error.h"

#define PAGE 200

/* What the log says that the tables hold of one project. */
typedef struct
{
  StewardVerification *verification;
  const char          *id;
  gint64               read;      /* the last entry that was read */
  GHashTable          *values;    /* StewardPieceChange, whose `after` is the last value */
  GHashTable          *undone;    /* sequence → sequence of the undo, as pointers to gint64 */
  GHashTable          *undoes;    /* sequence of an undo → what it takes back */
  gint64               version;   /* 0 while the project does not exist */
} Expected;

static gint64 *
box (gint64 number)
{
  return g_memdup2 (&number, sizeof number);
}

static GHashTable *
new_number_table (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

static void
expected_init (Expected            *self,
               StewardVerification *verification,
               const char          *id)
{
  self->verification = verification;
  self->id = id;
  self->values = g_hash_table_new_full (steward_piece_change_hash, steward_piece_change_is_same_piece,
                                        (GDestroyNotify) steward_piece_change_free, NULL);
  self->undone = new_number_table ();
  self->undoes = new_number_table ();
}

static void
expected_clear (Expected *self)
{
  g_hash_table_unref (self->values);
  g_hash_table_unref (self->undone);
  g_hash_table_unref (self->undoes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Expected, expected_clear)

static void
replay_undo (Expected              *self,
             const StewardLogEntry *entry)
{
  const gint64 *original;

  if (entry->undoes == 0)
    return;
  g_hash_table_insert (self->undoes, box (entry->sequence), box (entry->undoes));
  original = g_hash_table_lookup (self->undoes, &entry->undoes);
  if (original)
    g_hash_table_remove (self->undone, original);
  else
    g_hash_table_insert (self->undone, box (entry->undoes), box (entry->sequence));
}

static void
replay (Expected              *self,
        const StewardLogEntry *entry)
{
  g_autoptr(GPtrArray) changes = steward_changes_from_text (entry->changes, NULL);

  if (changes == NULL)
    {
      steward_verification_add (self->verification,
                                _("Log entry %" PRId64 " holds changes that cannot be read."),
                                entry->sequence);
      return;
    }
  replay_undo (self, entry);
  self->version = entry->sequence;
  for (guint i = 0; i < changes->len; i++)
    {
      StewardPieceChange *change = changes->pdata[i];

      if (change->kind == STEWARD_PIECE_RECORD && change->after == NULL)
        self->version = 0;
      if (change->after)
        {
          g_clear_pointer (&change->before, g_variant_unref);
          g_hash_table_replace (self->values, change, change);
          changes->pdata[i] = NULL;
        }
      else
        {
          g_hash_table_remove (self->values, change);
        }
    }
}

static gboolean
replay_log (Expected  *self,
            GError   **error)
{
  for (;;)
    {
      g_autoptr(GPtrArray) page = steward_database_read_log (self->verification->database, self->id, self->read,
                                                             PAGE, error);

      if (page == NULL || g_cancellable_set_error_if_cancelled (self->verification->cancellable, error))
        return FALSE;
      if (page->len == 0)
        return TRUE;
      self->verification->n_read += page->len;
      for (guint i = 0; i < page->len; i++)
        {
          const StewardLogEntry *entry = page->pdata[i];

          replay (self, entry);
          self->read = entry->sequence;
        }
    }
}

static void
compare_piece (Expected         *self,
               StewardPieceKind  kind,
               const char       *key,
               GVariant         *value)
{
  const StewardPieceChange wanted = { kind, (char *) key, NULL, NULL };
  const StewardPieceChange *found = g_hash_table_lookup (self->values, &wanted);

  if (found == NULL)
    steward_verification_add (self->verification,
                              _("Project %s: %s “%s” is stored, but the log does not know it."),
                              self->id, steward_piece_kind_to_word (kind), key);
  else if (!g_variant_equal (found->after, value))
    steward_verification_add (self->verification,
                              _("Project %s: %s “%s” is not what the log last wrote."),
                              self->id, steward_piece_kind_to_word (kind), key);
  g_hash_table_remove (self->values, &wanted);
}

static gboolean
compare_tables (Expected             *self,
                const StewardStored  *stored,
                GError              **error)
{
  compare_piece (self, STEWARD_PIECE_RECORD, "", stored->record);
  if (stored->version != self->version)
    steward_verification_add (self->verification,
                              _("Project %s: it says that log entry %" PRId64 " changed it last, but it was %" PRId64 "."),
                              self->id, stored->version, self->version);
  for (StewardPieceKind kind = STEWARD_PIECE_RECORD + 1; kind < STEWARD_N_PIECES; kind++)
    {
      g_autoptr(GPtrArray) pieces = steward_database_read_pieces (self->verification->database, stored->number, kind,
                                                                  error);

      if (pieces == NULL)
        return FALSE;
      for (guint i = 0; i < pieces->len; i++)
        {
          const StewardPiece *piece = pieces->pdata[i];

          compare_piece (self, kind, piece->key, piece->value);
        }
    }
  return TRUE;
}

static void
note_missing (Expected *self)
{
  GHashTableIter iter;
  gpointer data;

  g_hash_table_iter_init (&iter, self->values);
  while (g_hash_table_iter_next (&iter, &data, NULL))
    {
      const StewardPieceChange *missing = data;

      steward_verification_add (self->verification,
                                _("Project %s: %s “%s” is not stored any more."),
                                self->id, steward_piece_kind_to_word (missing->kind), missing->key);
    }
}

static gboolean
compare_undone (Expected  *self,
                GError   **error)
{
  StewardStatement *statement = steward_database_prepare (self->verification->database, "undone", "read", error);
  StewardStep step;

  if (statement == NULL)
    return FALSE;
  steward_statement_bind_text (statement, 1, self->id);
  while ((step = steward_statement_step (statement, error)) == STEWARD_STEP_ROW)
    {
      gint64 sequence = steward_statement_get_integer (statement, 0);
      const gint64 *by = g_hash_table_lookup (self->undone, &sequence);

      if (by == NULL || *by != steward_statement_get_integer (statement, 1))
        steward_verification_add (self->verification,
                                  _("Project %s: log entry %" PRId64 " is said to be taken back, but it was not."),
                                  self->id, sequence);
      g_hash_table_remove (self->undone, &sequence);
    }
  steward_statement_reset (statement);
  if (g_hash_table_size (self->undone) > 0)
    steward_verification_add (self->verification,
                              _("Project %s: it is not recorded any more what was taken back."),
                              self->id);
  return step == STEWARD_STEP_DONE;
}

static gboolean
compare (Expected  *self,
         GError   **error)
{
  g_auto(StewardStored) stored = { 0 };

  if (!replay_log (self, error) || !compare_undone (self, error) ||
      !steward_database_find_stored (self->verification->database, self->id, &stored, error))
    return FALSE;
  if (stored.number && !compare_tables (self, &stored, error))
    return FALSE;
  note_missing (self);
  return TRUE;
}

/* The long part, reading the log, while others write; then what was written
 * meanwhile and the tables, of one moment. */
static gboolean
check_project (Expected  *self,
               GError   **error)
{
  StewardDriver *driver = steward_database_get_driver (self->verification->database);
  gboolean done;

  if (!replay_log (self, error) || !steward_driver_begin_reading (driver, error))
    return FALSE;
  done = compare (self, error);
  steward_driver_rollback (driver);
  return done;
}

gboolean
steward_verification_check_project (StewardVerification  *self,
                                    const char           *id,
                                    GError              **error)
{
  g_auto(Expected) expected = { 0 };
  g_autoptr(GError) wrong = NULL;

  expected_init (&expected, self, id);
  if (check_project (&expected, &wrong) || steward_verification_is_finding (self, &wrong))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&wrong));
  return FALSE;
}
