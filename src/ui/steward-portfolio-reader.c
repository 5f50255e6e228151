/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-portfolio-reader.h"

/* One turn on the worker looks at so many projects, and schedules them for at
 * most so long: others wait for the worker too. */
#define TURN_PROJECTS 200
#define TURN_TIME     (40 * G_TIME_SPAN_MILLISECOND)

/* What is kept of a project; @project is NULL when it could not be read. */
typedef struct
{
  gint64                   version;
  StewardPortfolioProject *project;
} Entry;

struct _StewardPortfolioReader
{
  GObject             parent_instance;

  StewardStore       *store;
  StewardProjectList *list;
  StewardCalendar    *calendar;
  StewardDay          today;
  GHashTable         *entries;     /* number → Entry */
  GPtrArray          *projects;
  GArray             *wanted;      /* numbers, of the list as it was when reading began */
  guint               done;        /* of them */
  guint               total;
  GCancellable       *cancellable; /* while reading */
  gboolean            active;
  gboolean            outdated;    /* the list changed, or nothing was read yet */
  gboolean            stopped;
};

enum { CHANGED, PROGRESS, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardPortfolioReader, steward_portfolio_reader, G_TYPE_OBJECT)

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  steward_portfolio_project_unref (entry->project);
  g_free (entry);
}

/* What the worker is asked: the projects @numbers, of which @versions (0: none)
 * are known. It answers for as many as it came to. */
typedef struct
{
  GArray          *numbers;
  GArray          *versions;
  StewardCalendar *calendar;
  StewardDay       today;
} Question;

typedef struct
{
  guint   n_done;
  GArray *numbers;     /* of those that were read */
  GPtrArray *entries;  /* Entry */
} Answer;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_array_unref (question->numbers);
  g_array_unref (question->versions);
  steward_calendar_unref (question->calendar);
  g_free (question);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_array_unref (answer->numbers);
  g_ptr_array_unref (answer->entries);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

/* NULL when it cannot be read: the other projects are shown none the less. */
static StewardPortfolioProject *
read_project (StewardDatabase *database,
              const char      *id,
              const Question  *question)
{
  g_autoptr (StewardProject) project = steward_database_load_project (database, id, NULL, NULL);
  g_autoptr (StewardSchedule) schedule = NULL;

  if (project != NULL)
    schedule = steward_schedule_new (project, question->calendar, question->today, NULL);

  return schedule != NULL ? steward_portfolio_project_new (schedule, id) : NULL;
}

static gpointer
read_some (StewardDatabase  *database,
           gpointer          data,
           GCancellable     *cancellable,
           GError          **error)
{
  const Question *question = data;
  gint64 end = g_get_monotonic_time () + TURN_TIME;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);

  answer->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  answer->entries = g_ptr_array_new_with_free_func (entry_free);
  lines = steward_database_read_lines (database, (const gint64 *) question->numbers->data, question->numbers->len,
                                       question->today, error);
  if (lines == NULL)
    return NULL;
  for (guint i = 0; i < lines->len && (answer->n_done == 0 || g_get_monotonic_time () < end); i++, answer->n_done++)
    {
      const StewardProjectLine *line = g_ptr_array_index (lines, i);
      Entry *entry;

      if (line == NULL || line->version == g_array_index (question->versions, gint64, i))
        continue;
      entry = g_new (Entry, 1);
      *entry = (Entry) { line->version, read_project (database, line->id, question) };
      g_array_append_val (answer->numbers, line->number);
      g_ptr_array_add (answer->entries, entry);
    }

  return g_steal_pointer (&answer);
}

/* What is no longer in the list is forgotten when there is much of it. */
static void
forget (StewardPortfolioReader *self,
        GHashTable             *shown)
{
  GHashTableIter iter;
  gpointer number;

  if (g_hash_table_size (self->entries) < 2 * STEWARD_PORTFOLIO_MOST)
    return;
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &number, NULL))
    if (!g_hash_table_contains (shown, number))
      g_hash_table_iter_remove (&iter);
}

static gboolean
is_same (GPtrArray *left,
         GPtrArray *right)
{
  if (left->len != right->len)
    return FALSE;
  for (guint i = 0; i < left->len; i++)
    if (left->pdata[i] != right->pdata[i])
      return FALSE;

  return TRUE;
}

/* Puts the projects that are there in the order of the list. */
static void
gather (StewardPortfolioReader *self)
{
  GPtrArray *projects = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_portfolio_project_unref);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GHashTable) shown = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->wanted->len; i++)
    {
      gint64 *number = &g_array_index (self->wanted, gint64, i);
      const Entry *entry = g_hash_table_lookup (self->entries, number);

      g_hash_table_add (shown, number);
      if (entry != NULL && entry->project != NULL)
        g_ptr_array_add (projects, steward_portfolio_project_ref (entry->project));
    }
  forget (self, shown);
  before = g_steal_pointer (&self->projects);
  self->projects = projects;
  if (!is_same (before, projects))
    g_signal_emit (self, signals[CHANGED], 0);
}

static void tell_and_read_on (StewardPortfolioReader *self);

static void
end_reading (StewardPortfolioReader *self)
{
  g_clear_object (&self->cancellable);
  gather (self);
  g_signal_emit (self, signals[PROGRESS], 0);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (StewardPortfolioReader) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = steward_store_run_finish (STEWARD_STORE (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (answer == NULL)
    {
      /* The store tells the window why; it is tried again with its next change. */
      self->outdated = TRUE;
      end_reading (self);
      return;
    }
  g_ptr_array_set_free_func (answer->entries, NULL);
  for (guint i = 0; i < answer->entries->len; i++)
    g_hash_table_insert (self->entries, g_memdup2 (&g_array_index (answer->numbers, gint64, i), sizeof (gint64)),
                         answer->entries->pdata[i]);
  self->done += answer->n_done;
  if (self->done >= self->wanted->len)
    {
      end_reading (self);
      return;
    }
  /* Something to look at while the others are read; the rest comes at once. */
  if (self->projects->len == 0)
    gather (self);
  tell_and_read_on (self);
}

static void
read_on (StewardPortfolioReader *self)
{
  Question *question = g_new0 (Question, 1);
  guint n = MIN (TURN_PROJECTS, self->wanted->len - self->done);

  question->numbers = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);
  question->versions = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);
  question->calendar = steward_calendar_ref (self->calendar);
  question->today = self->today;
  for (guint i = self->done; i < self->done + n; i++)
    {
      gint64 *number = &g_array_index (self->wanted, gint64, i);
      const Entry *entry = g_hash_table_lookup (self->entries, number);
      gint64 version = entry != NULL ? entry->version : 0;

      g_array_append_val (question->numbers, *number);
      g_array_append_val (question->versions, version);
    }
  steward_store_run_async (self->store, STEWARD_STORE_READ, read_some, question, question_free, answer_free,
                           self->cancellable, read_cb, g_object_ref (self));
}

/* Who is told of the progress may stop it, or ask for something else. */
static void
tell_and_read_on (StewardPortfolioReader *self)
{
  g_autoptr (GCancellable) cancellable = g_object_ref (self->cancellable);

  g_signal_emit (self, signals[PROGRESS], 0);
  if (cancellable == self->cancellable)
    read_on (self);
}

static void
cancel (StewardPortfolioReader *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static gboolean
is_loading (StewardPortfolioReader *self)
{
  gboolean loading = FALSE;

  g_object_get (self->list, "loading", &loading, NULL);

  return loading;
}

/* Begins from the first of the list; what is known goes by in no time. */
static void
begin (StewardPortfolioReader *self)
{
  if (self->list == NULL || !self->active || self->stopped || is_loading (self))
    return;

  self->outdated = FALSE;
  g_array_unref (self->wanted);
  self->wanted = steward_project_list_get_numbers (self->list, STEWARD_PORTFOLIO_MOST);
  self->total = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  self->done = 0;
  if (self->wanted->len == 0)
    {
      end_reading (self);
      return;
    }
  self->cancellable = g_cancellable_new ();
  tell_and_read_on (self);
}

/* What is being read was asked of what is no longer so. */
static void
outdate (StewardPortfolioReader *self)
{
  cancel (self);
  self->outdated = TRUE;
  begin (self);
}

/* Whatever the store tells, the list asks anew and its answer comes here. */
static void
loading_cb (StewardPortfolioReader *self)
{
  if (!is_loading (self))
    outdate (self);
}

static void
calendar_cb (StewardPortfolioReader *self)
{
  StewardCalendar *calendar = steward_store_get_calendar (self->store);

  if (calendar == self->calendar)
    return;
  g_clear_pointer (&self->calendar, steward_calendar_unref);
  self->calendar = steward_calendar_ref (calendar);
  g_hash_table_remove_all (self->entries);
  outdate (self);
}

static void
steward_portfolio_reader_dispose (GObject *object)
{
  steward_portfolio_reader_set_source (STEWARD_PORTFOLIO_READER (object), NULL, NULL);

  G_OBJECT_CLASS (steward_portfolio_reader_parent_class)->dispose (object);
}

static void
steward_portfolio_reader_finalize (GObject *object)
{
  StewardPortfolioReader *self = STEWARD_PORTFOLIO_READER (object);

  g_hash_table_unref (self->entries);
  g_ptr_array_unref (self->projects);
  g_array_unref (self->wanted);
  g_clear_pointer (&self->calendar, steward_calendar_unref);

  G_OBJECT_CLASS (steward_portfolio_reader_parent_class)->finalize (object);
}

static void
steward_portfolio_reader_class_init (StewardPortfolioReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = steward_portfolio_reader_dispose;
  object_class->finalize = steward_portfolio_reader_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[PROGRESS] = g_signal_new ("progress", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
}

static void
steward_portfolio_reader_init (StewardPortfolioReader *self)
{
  self->today = steward_day_today ();
  self->entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, entry_free);
  self->projects = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_portfolio_project_unref);
  self->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
}

StewardPortfolioReader *
steward_portfolio_reader_new (void)
{
  return g_object_new (STEWARD_TYPE_PORTFOLIO_READER, NULL);
}

void
steward_portfolio_reader_set_source (StewardPortfolioReader *self,
                                     StewardStore           *store,
                                     StewardProjectList     *list)
{
  g_return_if_fail (STEWARD_IS_PORTFOLIO_READER (self));
  g_return_if_fail ((store == NULL) == (list == NULL));

  if (list == self->list)
    return;

  cancel (self);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_set_object (&self->store, store);
  g_set_object (&self->list, list);
  g_hash_table_remove_all (self->entries);
  if (list == NULL)
    return;

  g_signal_connect_object (store, "changed", G_CALLBACK (calendar_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::loading", G_CALLBACK (loading_cb), self, G_CONNECT_SWAPPED);
  self->stopped = FALSE;
  calendar_cb (self);
  outdate (self);
}

void
steward_portfolio_reader_set_today (StewardPortfolioReader *self,
                                    StewardDay              today)
{
  g_return_if_fail (STEWARD_IS_PORTFOLIO_READER (self));

  if (today == self->today)
    return;
  self->today = today;
  g_hash_table_remove_all (self->entries);
  outdate (self);
}

void
steward_portfolio_reader_set_active (StewardPortfolioReader *self,
                                     gboolean                active)
{
  g_return_if_fail (STEWARD_IS_PORTFOLIO_READER (self));

  if (active == self->active)
    return;
  self->active = active;
  if (active && self->outdated)
    begin (self);
  else if (!active && self->cancellable != NULL)
    {
      cancel (self);
      self->outdated = TRUE;
    }
}

void
steward_portfolio_reader_stop (StewardPortfolioReader *self)
{
  g_return_if_fail (STEWARD_IS_PORTFOLIO_READER (self));

  if (self->cancellable == NULL)
    return;
  cancel (self);
  self->stopped = TRUE;
  self->outdated = TRUE;
  end_reading (self);
}

void
steward_portfolio_reader_go_on (StewardPortfolioReader *self)
{
  g_return_if_fail (STEWARD_IS_PORTFOLIO_READER (self));

  self->stopped = FALSE;
  if (self->outdated)
    begin (self);
}

GPtrArray *
steward_portfolio_reader_get_projects (StewardPortfolioReader *self)
{
  g_return_val_if_fail (STEWARD_IS_PORTFOLIO_READER (self), NULL);

  return self->projects;
}

StewardCalendar *
steward_portfolio_reader_get_calendar (StewardPortfolioReader *self)
{
  g_return_val_if_fail (STEWARD_IS_PORTFOLIO_READER (self), NULL);

  return self->calendar;
}

StewardDay
steward_portfolio_reader_get_today (StewardPortfolioReader *self)
{
  g_return_val_if_fail (STEWARD_IS_PORTFOLIO_READER (self), STEWARD_DAY_NONE);

  return self->today;
}

gboolean
steward_portfolio_reader_is_reading (StewardPortfolioReader *self)
{
  g_return_val_if_fail (STEWARD_IS_PORTFOLIO_READER (self), FALSE);

  return self->cancellable != NULL;
}

gboolean
steward_portfolio_reader_is_stopped (StewardPortfolioReader *self)
{
  g_return_val_if_fail (STEWARD_IS_PORTFOLIO_READER (self), FALSE);

  return self->stopped;
}

guint
steward_portfolio_reader_get_done (StewardPortfolioReader *self,
                                   guint                  *wanted,
                                   guint                  *total)
{
  g_return_val_if_fail (STEWARD_IS_PORTFOLIO_READER (self), 0);

  if (wanted != NULL)
    *wanted = self->wanted->len;
  if (total != NULL)
    *total = self->total;

  return self->done;
}

guint
steward_portfolio_reader_get_failed (StewardPortfolioReader *self)
{
  guint n = 0;

  g_return_val_if_fail (STEWARD_IS_PORTFOLIO_READER (self), 0);

  for (guint i = 0; i < self->wanted->len; i++)
    {
      const Entry *entry = g_hash_table_lookup (self->entries, &g_array_index (self->wanted, gint64, i));

      n += entry != NULL && entry->project == NULL;
    }

  return n;
}
