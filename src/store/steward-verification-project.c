/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-verification-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "steward-error.h"

#define PAGE 200

/* How often a project that others change meanwhile is compared anew. */
#define MAX_TRIES 100

/* What the log says that the tables hold of one project. */
typedef struct
{
  const char *id;
  GHashTable *values;      /* StewardPieceChange, whose `after` is the last value */
  GHashTable *undone;      /* sequence → sequence of the undo, as pointers to gint64 */
  GHashTable *undoes;      /* sequence of an undo → what it takes back */
  gint64      version;     /* 0 while the project does not exist */
  GPtrArray  *findings;    /* of this try */
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
expected_init (Expected   *self,
               const char *id)
{
  self->id = id;
  self->values = g_hash_table_new_full (steward_piece_change_hash, steward_piece_change_is_same_piece,
                                        (GDestroyNotify) steward_piece_change_free, NULL);
  self->undone = new_number_table ();
  self->undoes = new_number_table ();
  self->version = 0;
  self->findings = g_ptr_array_new_with_free_func (g_free);
}

static void
expected_clear (Expected *self)
{
  g_hash_table_unref (self->values);
  g_hash_table_unref (self->undone);
  g_hash_table_unref (self->undoes);
  g_ptr_array_unref (self->findings);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Expected, expected_clear)

static void G_GNUC_PRINTF (2, 3)
note (Expected   *self,
      const char *format,
      ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (self->findings, g_strdup_vprintf (format, args));
  va_end (args);
}

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
      note (self, _("Log entry %" PRId64 " holds changes that cannot be read."), entry->sequence);
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
replay_log (StewardVerification  *verification,
            Expected             *self,
            GError              **error)
{
  gint64 after = 0;

  for (;;)
    {
      g_autoptr(GPtrArray) page = steward_database_read_log (verification->database, self->id, after, PAGE, error);

      if (page == NULL || g_cancellable_set_error_if_cancelled (verification->cancellable, error))
        return FALSE;
      if (page->len == 0)
        return TRUE;
      verification->n_read += page->len;
      for (guint i = 0; i < page->len; i++)
        {
          const StewardLogEntry *entry = page->pdata[i];

          replay (self, entry);
          after = entry->sequence;
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
    note (self, _("Project %s: %s “%s” is stored, but the log does not know it."),
          self->id, steward_piece_kind_to_word (kind), key);
  else if (!g_variant_equal (found->after, value))
    note (self, _("Project %s: %s “%s” is not what the log last wrote."),
          self->id, steward_piece_kind_to_word (kind), key);
  g_hash_table_remove (self->values, &wanted);
}

static gboolean
compare_tables (StewardVerification  *verification,
                Expected             *self,
                const StewardStored  *stored,
                GError              **error)
{
  compare_piece (self, STEWARD_PIECE_RECORD, "", stored->record);
  if (stored->version != self->version)
    note (self, _("Project %s: it says that log entry %" PRId64 " changed it last, but it was %"
                  PRId64 "."), self->id, stored->version, self->version);
  for (StewardPieceKind kind = STEWARD_PIECE_RECORD + 1; kind < STEWARD_N_PIECES; kind++)
    {
      g_autoptr(GPtrArray) pieces = steward_database_read_pieces (verification->database, stored->number, kind, error);

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

      note (self, _("Project %s: %s “%s” is not stored any more."),
            self->id, steward_piece_kind_to_word (missing->kind), missing->key);
    }
}

static gboolean
compare_undone (StewardVerification  *verification,
                Expected             *self,
                GError              **error)
{
  StewardStatement *statement = steward_database_prepare (verification->database, "undone", "read", error);
  StewardStep step;

  if (statement == NULL)
    return FALSE;
  steward_statement_bind_text (statement, 1, self->id);
  while ((step = steward_statement_step (statement, error)) == STEWARD_STEP_ROW)
    {
      gint64 sequence = steward_statement_get_integer (statement, 0);
      const gint64 *by = g_hash_table_lookup (self->undone, &sequence);

      if (by == NULL || *by != steward_statement_get_integer (statement, 1))
        note (self, _("Project %s: log entry %" PRId64 " is said to be taken back, but it was not."),
              self->id, sequence);
      g_hash_table_remove (self->undone, &sequence);
    }
  steward_statement_reset (statement);
  if (g_hash_table_size (self->undone) > 0)
    note (self, _("Project %s: it is not recorded any more what was taken back."), self->id);
  return step == STEWARD_STEP_DONE;
}

static gboolean
compare (StewardVerification  *verification,
         Expected             *self,
         const StewardStored  *stored,
         GError              **error)
{
  if (!replay_log (verification, self, error) || !compare_undone (verification, self, error))
    return FALSE;
  if (stored->number && !compare_tables (verification, self, stored, error))
    return FALSE;
  note_missing (self);
  return TRUE;
}

/* As loading does, without locking others out: what was found counts when the
 * project is the same before and after. */
static gboolean
try_project (StewardVerification  *verification,
             const char           *id,
             gboolean             *whole,
             GError              **error)
{
  g_auto(StewardStored) stored = { 0 }, again = { 0 };
  g_auto(Expected) expected = { 0 };
  g_autoptr(GError) wrong = NULL;

  expected_init (&expected, id);
  if (!steward_database_find_stored (verification->database, id, &stored, error))
    return FALSE;
  compare (verification, &expected, &stored, &wrong);
  if (wrong && !g_error_matches (wrong, STEWARD_ERROR, STEWARD_ERROR_CORRUPT))
    {
      g_propagate_error (error, g_steal_pointer (&wrong));
      return FALSE;
    }
  if (!steward_database_find_stored (verification->database, id, &again, error))
    return FALSE;
  *whole = stored.version == again.version;
  if (!*whole)
    return TRUE;
  if (wrong)
    steward_verification_add (verification, "%s", wrong->message);
  for (guint i = 0; i < expected.findings->len; i++)
    steward_verification_add (verification, "%s", (char *) expected.findings->pdata[i]);
  return TRUE;
}

gboolean
steward_verification_check_project (StewardVerification  *self,
                                    const char           *id,
                                    GError              **error)
{
  for (int i = 0; i < MAX_TRIES; i++)
    {
      g_autoptr(GError) wrong = NULL;
      gboolean whole = FALSE;

      if (!try_project (self, id, &whole, &wrong))
        {
          if (steward_verification_is_finding (self, &wrong))
            return TRUE;
          g_propagate_error (error, g_steal_pointer (&wrong));
          return FALSE;
        }
      if (whole)
        return TRUE;
    }
  g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_BUSY, _("The project is being changed all the time."));
  return FALSE;
}
