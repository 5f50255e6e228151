/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-keeper.h"

#include <glib/gi18n-lib.h>

#include "steward-error.h"

/* Typing that pauses so long is one change; typing without a pause is kept in
 * parts, so that little would be lost with the power. */
#define PAUSE_MS       1000
#define LONGEST_MS     8000
#define FIRST_RETRY_S  5
#define LAST_RETRY_S   60

/* A change that came from the store and waits to be put into the project. */
typedef struct
{
  gint64  sequence;
  char   *actor;
  char   *label;
  char   *changes;
} Arrival;

struct _StewardKeeper
{
  GObject           parent_instance;

  StewardStore     *store;
  StewardProject   *project;
  StewardRecorder  *recorder;
  char             *actor;

  StewardChangeSet *pending;     /* taken from the recorder, not on the disk */
  gboolean          sending;
  gboolean          rebasing;
  gboolean          rebase_next; /* when what is under way is over */
  gboolean          flush_next;

  gint64            received;    /* last sequence that is in the project */
  GQueue            arrivals;
  GHashTable       *own;         /* sequences that we wrote ourselves */

  guint             flush_id;
  gint64            typing_since;
  guint             retry_id;
  guint             retry_s;
  GError           *problem;

  GPtrArray        *conflicts;
  char             *rival;
  gboolean          receiving;
  gboolean          moved;       /* the store follows other rules */
  gboolean          settled;
};

enum { PROP_0, PROP_SETTLED, PROP_PROBLEM, N_PROPS };
enum { CONFLICT, GONE, MOVED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardKeeper, steward_keeper, G_TYPE_OBJECT)

static void send_pending (StewardKeeper *self);
static void rebase (StewardKeeper *self);

static void
arrival_free (gpointer data)
{
  Arrival *arrival = data;

  g_free (arrival->actor);
  g_free (arrival->label);
  g_free (arrival->changes);
  g_free (arrival);
}

static void
update_settled (StewardKeeper *self)
{
  gboolean settled = self->pending == NULL && !self->sending && !self->rebasing
                     && self->conflicts->len == 0 && !steward_recorder_has_changes (self->recorder);

  if (settled == self->settled)
    return;

  self->settled = settled;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SETTLED]);
}

static void
set_problem (StewardKeeper *self,
             GError        *problem)
{
  if (problem == NULL && self->problem == NULL)
    return;

  g_clear_error (&self->problem);
  self->problem = problem;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

/* The label follows the sum: what was changed and changed back is gone, and so
 * is what gave way to others. */
static void
relabel (StewardKeeper *self)
{
  if (self->pending == NULL)
    return;

  g_free (self->pending->label);
  self->pending->label = steward_changes_describe (self->pending->changes, self->project);
}

/* Everything of our own that is not on the disk goes into @pending. */
static void
take (StewardKeeper *self)
{
  g_autoptr (StewardChangeSet) set = NULL;

  g_clear_handle_id (&self->flush_id, g_source_remove);
  self->typing_since = 0;
  set = steward_recorder_take (self->recorder, self->actor, NULL);
  if (set == NULL)
    return;

  if (self->pending == NULL)
    {
      self->pending = g_steal_pointer (&set);
      return;
    }

  steward_merge_add (self->pending, set->changes);
  if (self->pending->changes->len == 0)
    g_clear_pointer (&self->pending, steward_change_set_free);
  relabel (self);
}

static void
receive (StewardKeeper *self,
         GPtrArray     *changes,
         gint64         version)
{
  self->receiving = TRUE;
  steward_recorder_receive (self->recorder, changes, version);
  self->receiving = FALSE;
}

static gboolean
retry_cb (gpointer user_data)
{
  StewardKeeper *self = user_data;

  self->retry_id = 0;
  steward_keeper_retry (self);

  return G_SOURCE_REMOVE;
}

/* Takes @error over. */
static void
fail (StewardKeeper *self,
      GError        *error)
{
  set_problem (self, error);

  self->retry_s = self->retry_s == 0 ? FIRST_RETRY_S : MIN (self->retry_s * 2, LAST_RETRY_S);
  if (self->retry_id == 0)
    self->retry_id = g_timeout_add_seconds (self->retry_s, retry_cb, self);
}

static void
succeed (StewardKeeper *self)
{
  g_clear_handle_id (&self->retry_id, g_source_remove);
  self->retry_s = 0;
  set_problem (self, NULL);
}

static void
set_rival (StewardKeeper *self,
           char          *rival)
{
  g_free (self->rival);
  self->rival = rival;
}

/* A project in memory cannot change its rules: what comes from now on is for
 * one that is loaded anew. */
static void
note_moved (StewardKeeper *self)
{
  if (self->moved)
    return;
  self->moved = TRUE;
  g_signal_emit (self, signals[MOVED], 0);
}

static gboolean
moves_away (GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const StewardPieceChange *change = g_ptr_array_index (changes, i);
      const char *before, *after;

      if (change->kind != STEWARD_PIECE_RECORD || change->before == NULL || change->after == NULL)
        continue;
      g_variant_get_child (change->before, 2, "&s", &before);
      g_variant_get_child (change->after, 2, "&s", &after);
      return !g_str_equal (before, after);
    }
  return FALSE;
}

static void
put_arrivals (StewardKeeper *self)
{
  Arrival *arrival;

  while (!self->rebase_next && (arrival = g_queue_pop_head (&self->arrivals)) != NULL)
    {
      g_autoptr (GPtrArray) changes = NULL;
      g_autoptr (GError) error = NULL;

      self->received = arrival->sequence;
      if (!g_hash_table_remove (self->own, &arrival->sequence))
        {
          take (self);
          changes = steward_changes_from_text (arrival->changes, &error);
          if (self->moved || (changes != NULL && moves_away (changes)))
            {
              arrival_free (arrival);
              note_moved (self);
              continue;
            }
          self->rebase_next = changes == NULL || steward_merge_takes_away (changes)
                              || steward_merge_collides (self->pending, changes);
          if (self->rebase_next)
            /* Translators: a person, and what they did ("Tick …"). */
            set_rival (self, g_strdup_printf (_("%s: %s"), arrival->actor, arrival->label));
          else
            receive (self, changes, arrival->sequence);
        }
      arrival_free (arrival);
    }
}

/* What is to be done when nothing is under way. */
static void
go_on (StewardKeeper *self)
{
  if (self->sending || self->rebasing)
    return;

  put_arrivals (self);
  if (self->rebase_next)
    {
      rebase (self);
    }
  else if (self->pending != NULL || self->flush_next)
    {
      self->flush_next = FALSE;
      take (self);
      if (self->pending != NULL)
        send_pending (self);
    }
  update_settled (self);
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (StewardKeeper) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 version = steward_store_apply_finish (STEWARD_STORE (source), result, &error);

  self->sending = FALSE;
  if (version > 0)
    {
      g_hash_table_add (self->own, g_memdup2 (&version, sizeof version));
      g_clear_pointer (&self->pending, steward_change_set_free);
      steward_recorder_set_version (self->recorder, version);
      succeed (self);
      go_on (self);
    }
  else if (g_error_matches (error, STEWARD_ERROR, STEWARD_ERROR_CONFLICT))
    {
      set_rival (self, g_strdup (error->message));
      self->rebase_next = TRUE;
      go_on (self);
    }
  else if (g_error_matches (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN))
    {
      self->rebase_next = TRUE;
      go_on (self);
    }
  else
    {
      fail (self, g_steal_pointer (&error));
    }
  update_settled (self);
}

static void
send_pending (StewardKeeper *self)
{
  self->sending = TRUE;
  steward_store_apply_async (self->store, steward_merge_copy (self->pending), sent_cb, g_object_ref (self));
}

static void
forget_arrivals (StewardKeeper *self,
                 gint64         version)
{
  Arrival *arrival;

  while ((arrival = g_queue_peek_head (&self->arrivals)) != NULL && arrival->sequence <= version)
    arrival_free (g_queue_pop_head (&self->arrivals));
}

/* What the store would refuse for what somebody else did to another piece. */
static void
give_way (StewardKeeper *self,
          gint64         version)
{
  GPtrArray *back;

  while ((back = steward_merge_give_way (&self->pending, self->project, self->conflicts)) != NULL)
    {
      receive (self, back, version);
      g_ptr_array_unref (back);
    }
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (StewardKeeper) self = user_data;
  g_autoptr (StewardProject) stored = NULL;
  g_autoptr (GPtrArray) way = NULL;
  g_autoptr (GError) error = NULL;
  guint n_before = self->conflicts->len;
  gint64 version = 0;

  stored = steward_store_load_finish (STEWARD_STORE (source), result, &version, &error);
  self->rebasing = FALSE;
  if (g_error_matches (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN))
    {
      g_signal_emit (self, signals[GONE], 0);
      return;
    }
  if (stored == NULL)
    {
      self->rebase_next = TRUE;
      fail (self, g_steal_pointer (&error));
      update_settled (self);
      return;
    }

  take (self);
  forget_arrivals (self, version);
  self->received = version;
  steward_merge_sort (&self->pending, stored, version, self->conflicts);
  way = steward_merge_follow (self->project, stored, self->pending);
  receive (self, way, version);
  give_way (self, version);
  relabel (self);
  succeed (self);
  if (self->conflicts->len > n_before)
    g_signal_emit (self, signals[CONFLICT], 0);
  go_on (self);
  if (!g_str_equal (steward_pack_get_sha256 (steward_project_get_pack (stored)),
                    steward_pack_get_sha256 (steward_project_get_pack (self->project))))
    note_moved (self);
}

static void
rebase (StewardKeeper *self)
{
  self->rebase_next = FALSE;
  self->rebasing = TRUE;
  steward_store_load_async (self->store, steward_project_get_id (self->project), NULL,
                            loaded_cb, g_object_ref (self));
}

static void
store_changed_cb (StewardKeeper *self,
                  GPtrArray     *entries)
{
  const char *id = steward_project_get_id (self->project);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const StewardLogEntry *entry = g_ptr_array_index (entries, i);
      Arrival *arrival;

      if (entry->sequence <= self->received || !g_str_equal (entry->project, id))
        continue;

      arrival = g_new0 (Arrival, 1);
      arrival->sequence = entry->sequence;
      arrival->actor = g_strdup (entry->actor);
      arrival->label = g_strdup (entry->label);
      arrival->changes = g_strdup (entry->changes);
      g_queue_push_tail (&self->arrivals, arrival);
    }

  if (entries == NULL)
    self->rebase_next = TRUE;
  if (entries == NULL || !g_queue_is_empty (&self->arrivals))
    go_on (self);
}

static gboolean
flush_cb (gpointer user_data)
{
  StewardKeeper *self = user_data;

  self->flush_id = 0;
  steward_keeper_flush (self);

  return G_SOURCE_REMOVE;
}

/* Typed letter by letter, unlike a tick. */
static gboolean
is_typed (StewardKeeper    *self,
          StewardPieceKind  kind,
          const char       *key)
{
  GPtrArray *questions;

  if (kind == STEWARD_PIECE_FACT || kind == STEWARD_PIECE_TEXT || kind == STEWARD_PIECE_SUGGESTION)
    return TRUE;
  if (kind != STEWARD_PIECE_ANSWER)
    return FALSE;

  questions = steward_pack_get_questions (steward_project_get_pack (self->project));
  for (guint i = 0; i < questions->len; i++)
    {
      const StewardQuestion *question = g_ptr_array_index (questions, i);

      if (g_str_equal (question->id, key))
        return question->kind == STEWARD_QUESTION_NUMBER;
    }

  return FALSE;
}

static void
piece_changed_cb (StewardKeeper *self,
                  guint          kind,
                  const char    *key)
{
  gint64 now = g_get_monotonic_time () / 1000;
  guint wait = 0;

  if (self->receiving)
    return;

  if (is_typed (self, kind, key))
    {
      if (self->typing_since == 0)
        self->typing_since = now;
      wait = (guint) CLAMP (self->typing_since + LONGEST_MS - now, 0, PAUSE_MS);
    }

  g_clear_handle_id (&self->flush_id, g_source_remove);
  if (wait > 0)
    self->flush_id = g_timeout_add (wait, flush_cb, self);
  else
    self->flush_id = g_idle_add (flush_cb, self);
  update_settled (self);
}

static void
steward_keeper_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  StewardKeeper *self = STEWARD_KEEPER (object);

  switch (prop_id)
    {
    case PROP_SETTLED:
      g_value_set_boolean (value, self->settled);
      break;
    case PROP_PROBLEM:
      g_value_set_boxed (value, self->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steward_keeper_dispose (GObject *object)
{
  StewardKeeper *self = STEWARD_KEEPER (object);

  g_clear_handle_id (&self->flush_id, g_source_remove);
  g_clear_handle_id (&self->retry_id, g_source_remove);
  g_queue_clear_full (&self->arrivals, arrival_free);
  g_clear_pointer (&self->pending, steward_change_set_free);
  g_clear_object (&self->recorder);
  g_clear_object (&self->project);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (steward_keeper_parent_class)->dispose (object);
}

static void
steward_keeper_finalize (GObject *object)
{
  StewardKeeper *self = STEWARD_KEEPER (object);

  g_hash_table_unref (self->own);
  g_ptr_array_unref (self->conflicts);
  g_clear_error (&self->problem);
  g_free (self->rival);
  g_free (self->actor);

  G_OBJECT_CLASS (steward_keeper_parent_class)->finalize (object);
}

static void
steward_keeper_class_init (StewardKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = steward_keeper_dispose;
  object_class->finalize = steward_keeper_finalize;
  object_class->get_property = steward_keeper_get_property;

  properties[PROP_SETTLED] =
    g_param_spec_boolean ("settled", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROBLEM] =
    g_param_spec_boxed ("problem", NULL, NULL, G_TYPE_ERROR, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CONFLICT] =
    g_signal_new ("conflict", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVED] =
    g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[GONE] =
    g_signal_new ("gone", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
steward_keeper_init (StewardKeeper *self)
{
  g_queue_init (&self->arrivals);
  self->own = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->conflicts = g_ptr_array_new_with_free_func (steward_conflict_free);
  self->settled = TRUE;
}

StewardKeeper *
steward_keeper_new (StewardStore   *store,
                    StewardProject *project,
                    gint64          version)
{
  StewardKeeper *self;

  g_return_val_if_fail (STEWARD_IS_STORE (store), NULL);
  g_return_val_if_fail (STEWARD_IS_PROJECT (project), NULL);
  g_return_val_if_fail (*steward_project_get_id (project) != '\0', NULL);

  self = g_object_new (STEWARD_TYPE_KEEPER, NULL);
  self->store = g_object_ref (store);
  self->project = g_object_ref (project);
  self->recorder = steward_recorder_new (project, version);
  self->actor = g_strdup (g_get_user_name ());
  self->received = version;
  g_signal_connect_object (project, "piece-changed", G_CALLBACK (piece_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

const char *
steward_keeper_get_actor (StewardKeeper *self)
{
  g_return_val_if_fail (STEWARD_IS_KEEPER (self), "");

  return self->actor;
}

void
steward_keeper_set_actor (StewardKeeper *self,
                          const char    *actor)
{
  g_return_if_fail (STEWARD_IS_KEEPER (self));
  g_return_if_fail (actor != NULL && *actor != '\0');

  if (g_str_equal (self->actor, actor))
    return;

  g_free (self->actor);
  self->actor = g_strdup (actor);
}

void
steward_keeper_flush (StewardKeeper *self)
{
  g_return_if_fail (STEWARD_IS_KEEPER (self));

  if (!steward_recorder_has_changes (self->recorder))
    return;

  self->flush_next = TRUE;
  go_on (self);
}

gboolean
steward_keeper_is_settled (StewardKeeper *self)
{
  g_return_val_if_fail (STEWARD_IS_KEEPER (self), TRUE);

  return self->settled;
}

const GError *
steward_keeper_get_problem (StewardKeeper *self)
{
  g_return_val_if_fail (STEWARD_IS_KEEPER (self), NULL);

  return self->problem;
}

void
steward_keeper_retry (StewardKeeper *self)
{
  g_return_if_fail (STEWARD_IS_KEEPER (self));

  g_clear_handle_id (&self->retry_id, g_source_remove);
  go_on (self);
}

GPtrArray *
steward_keeper_get_conflicts (StewardKeeper *self)
{
  g_return_val_if_fail (STEWARD_IS_KEEPER (self), NULL);

  return self->conflicts;
}

const char *
steward_keeper_get_rival (StewardKeeper *self)
{
  g_return_val_if_fail (STEWARD_IS_KEEPER (self), NULL);

  return self->rival;
}

void
steward_keeper_resolve (StewardKeeper *self,
                        gboolean       mine)
{
  g_autoptr (GPtrArray) conflicts = NULL;

  g_return_if_fail (STEWARD_IS_KEEPER (self));

  conflicts = g_steal_pointer (&self->conflicts);
  self->conflicts = g_ptr_array_new_with_free_func (steward_conflict_free);
  for (guint i = 0; mine && i < conflicts->len; i++)
    {
      const StewardConflict *conflict = g_ptr_array_index (conflicts, i);
      g_autoptr (GError) error = NULL;

      if (!steward_project_set_piece (self->project, conflict->kind, conflict->key, conflict->mine, &error))
        g_info ("A value no longer fits after the change of another: %s", error->message);
    }
  steward_keeper_flush (self);
  update_settled (self);
}

StewardStore *
steward_keeper_get_store (StewardKeeper *self)
{
  g_return_val_if_fail (STEWARD_IS_KEEPER (self), NULL);

  return self->store;
}
