/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-project-item-private.h"

/* Lines are fetched in windows, so that scrolling finds them already there,
 * and this many items are kept after they were looked at. */
#define WINDOW     100
#define MAX_RECENT 500
/* More changes of positions than this are told as one. */
#define MAX_STEPS  32

struct _StewardProjectList
{
  GObject            parent_instance;
  StewardStore      *store;
  StewardListQuery   query;        /* its texts are owned */
  gboolean           has_query;
  GArray            *numbers;
  StewardListCounts *counts;
  GHashTable        *items;        /* number → StewardProjectItem, not owned */
  GHashTable        *recent;       /* StewardProjectItem → its link in the queue */
  GQueue             queue;        /* of items, owned: those looked at lately, latest first */
  GHashTable        *windows;      /* positions / WINDOW that are being fetched */
  GCancellable      *asking;       /* the question that waits for its answer */
  gboolean           outdated;     /* the store changed after it was asked */
};

enum { PROP_0, PROP_LOADING, N_PROPS };

static GParamSpec *properties[N_PROPS];

static void steward_project_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StewardProjectList, steward_project_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, steward_project_list_model_init))

static void ask (StewardProjectList *self);

/* Questions and answers: what is handed to the worker and what it hands back. */

typedef struct
{
  StewardListQuery  query;
  GArray           *before;     /* numbers that are shown now; NULL: only lines are wanted */
  GArray           *wanted;     /* numbers whose lines are wanted */
} Question;

typedef struct
{
  GArray            *numbers;
  GArray            *steps;
  StewardListCounts *counts;
  GPtrArray         *lines;
} Answer;

static void
query_copy (StewardListQuery       *copy,
            const StewardListQuery *query)
{
  *copy = *query;
  copy->text = g_strdup (query->text);
  copy->steward = g_strdup (query->steward);
  copy->me = g_strdup (query->me);
  copy->stage = g_strdup (query->stage);
  copy->pack = g_strdup (query->pack);
}

static void
query_clear (StewardListQuery *query)
{
  g_free ((char *) query->text);
  g_free ((char *) query->steward);
  g_free ((char *) query->me);
  g_free ((char *) query->stage);
  g_free ((char *) query->pack);
  *query = (StewardListQuery) { NULL };
}

static void
question_free (gpointer data)
{
  Question *question = data;

  query_clear (&question->query);
  g_clear_pointer (&question->before, g_array_unref);
  g_array_unref (question->wanted);
  g_free (question);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->numbers, g_array_unref);
  g_clear_pointer (&answer->steps, g_array_unref);
  g_clear_pointer (&answer->counts, steward_list_counts_free);
  g_clear_pointer (&answer->lines, g_ptr_array_unref);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

/* The first page of an answer is nearly always looked at. */
static void
want_first_page (Question *question,
                 GArray   *numbers)
{
  g_array_append_vals (question->wanted, numbers->data, MIN (WINDOW, numbers->len));
}

/* On the worker. */
static gpointer
answer_question (StewardDatabase  *database,
                 gpointer          data,
                 GCancellable     *cancellable,
                 GError          **error)
{
  Question *question = data;
  g_autoptr(Answer) answer = g_new0 (Answer, 1);

  if (question->before != NULL)
    {
      answer->numbers = steward_database_find (database, &question->query, error);
      if (answer->numbers == NULL)
        return NULL;
      answer->counts = steward_database_count (database, &question->query, error);
      if (answer->counts == NULL)
        return NULL;
      answer->steps = steward_list_steps_new (question->before, answer->numbers, MAX_STEPS);
      want_first_page (question, answer->numbers);
    }
  answer->lines = steward_database_read_lines (database, (gint64 *) (gpointer) question->wanted->data,
                                               question->wanted->len, question->query.today, error);
  return answer->lines != NULL ? g_steal_pointer (&answer) : NULL;
}

/* Items. */

static void
forget_item (gpointer  data,
             GObject  *item)
{
  StewardProjectList *self = data;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (value == item)
      {
        g_hash_table_iter_remove (&iter);
        return;
      }
}

/* The item of @number, moved to the front of those looked at lately. Borrowed. */
static StewardProjectItem *
get_item (StewardProjectList *self,
          gint64              number)
{
  StewardProjectItem *item = g_hash_table_lookup (self->items, &number);
  GList *link = item != NULL ? g_hash_table_lookup (self->recent, item) : NULL;

  if (link != NULL)
    {
      g_queue_unlink (&self->queue, link);
      g_queue_push_head_link (&self->queue, link);
      return item;
    }
  if (item == NULL)
    {
      item = steward_project_item_new (number);
      g_hash_table_insert (self->items, g_memdup2 (&number, sizeof number), item);
      g_object_weak_ref (G_OBJECT (item), forget_item, self);
    }
  else
    {
      g_object_ref (item);
    }
  g_queue_push_head (&self->queue, item);
  g_hash_table_insert (self->recent, item, self->queue.head);
  if (self->queue.length > MAX_RECENT)
    {
      StewardProjectItem *last = g_queue_pop_tail (&self->queue);

      g_hash_table_remove (self->recent, last);
      g_object_unref (last);
    }
  return item;
}

static void
take_lines (StewardProjectList *self,
            GPtrArray          *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      StewardProjectLine *line = lines->pdata[i];

      if (line != NULL)
        {
          g_autoptr(StewardProjectItem) item = g_object_ref (get_item (self, line->number));

          steward_project_item_set_line (item, line);
        }
    }
}

/* Windows of lines. */

typedef struct
{
  StewardProjectList *list;
  guint               window;
} Fetch;

static void
on_fetched (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  g_autofree Fetch *fetch = data;
  g_autoptr(StewardProjectList) self = fetch->list;
  g_autoptr(GError) error = NULL;
  g_autoptr(Answer) answer = steward_store_run_finish (STEWARD_STORE (object), result, &error);

  g_hash_table_remove (self->windows, GUINT_TO_POINTER (fetch->window));
  if (answer != NULL)
    take_lines (self, answer->lines);
  else
    g_info ("lines of the project list: %s", error->message);
}

static void
fetch_window (StewardProjectList *self,
              guint               position)
{
  guint window = position / WINDOW;
  guint first = window * WINDOW;
  Question *question;
  Fetch *fetch;

  if (!g_hash_table_add (self->windows, GUINT_TO_POINTER (window)))
    return;
  question = g_new0 (Question, 1);
  question->query.today = self->query.today;
  question->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (question->wanted, &g_array_index (self->numbers, gint64, first),
                       MIN (WINDOW, self->numbers->len - first));
  fetch = g_new (Fetch, 1);
  fetch->list = g_object_ref (self);
  fetch->window = window;
  steward_store_run_async (self->store, STEWARD_STORE_READ, answer_question, question, question_free,
                           answer_free, NULL, on_fetched, fetch);
}

/* The list. */

static void
set_asking (StewardProjectList *self,
            GCancellable       *asking)
{
  gboolean was_loading = self->asking != NULL;

  if (self->asking != NULL && asking != NULL)
    g_cancellable_cancel (self->asking);
  g_set_object (&self->asking, asking);
  if (was_loading != (asking != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
take_steps (StewardProjectList *self,
            const Answer       *answer)
{
  if (answer->steps->len > 0)   /* what is on its way is about other places now */
    g_hash_table_remove_all (self->windows);
  for (guint i = 0; i < answer->steps->len; i++)
    {
      const StewardListStep *step = &g_array_index (answer->steps, StewardListStep, i);

      if (step->removed > 0)
        g_array_remove_range (self->numbers, step->position, step->removed);
      if (step->added > 0)
        g_array_insert_vals (self->numbers, step->position,
                             &g_array_index (answer->numbers, gint64, step->from), step->added);
      g_list_model_items_changed (G_LIST_MODEL (self), step->position, step->removed, step->added);
    }
}

static void
on_answered (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(StewardProjectList) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(Answer) answer = steward_store_run_finish (STEWARD_STORE (object), result, &error);
  gboolean outdated;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;                     /* a newer question was asked */
  outdated = self->outdated;
  self->outdated = FALSE;
  if (answer != NULL)
    {
      g_clear_pointer (&self->counts, steward_list_counts_free);
      self->counts = g_steal_pointer (&answer->counts);
      take_lines (self, answer->lines);
      take_steps (self, answer);
    }
  else
    {
      g_info ("project list: %s", error->message);
    }
  set_asking (self, NULL);
  if (outdated && answer != NULL)
    ask (self);
}

/* Asks for the numbers, and for the lines that are held: one answer, so that
 * what is shown is of one moment. */
static void
ask (StewardProjectList *self)
{
  g_autoptr(GCancellable) asking = g_cancellable_new ();
  Question *question = g_new0 (Question, 1);
  GHashTableIter iter;
  gpointer number;

  query_copy (&question->query, &self->query);
  question->before = g_array_copy (self->numbers);
  question->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &number, NULL))
    g_array_append_vals (question->wanted, number, 1);
  self->outdated = FALSE;
  set_asking (self, asking);
  steward_store_run_async (self->store, STEWARD_STORE_READ, answer_question, question, question_free,
                           answer_free, asking, on_answered, g_object_ref (self));
}

/* A stream of changes must not keep the list from ever being answered: the
 * running question is left to end, and asked once more. */
static void
on_store_changed (StewardProjectList *self)
{
  if (!self->has_query)
    return;
  if (self->asking != NULL)
    self->outdated = TRUE;
  else
    ask (self);
}

static GType
get_item_type (GListModel *model)
{
  return STEWARD_TYPE_PROJECT_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return STEWARD_PROJECT_LIST (model)->numbers->len;
}

static gpointer
get_item_at (GListModel *model,
             guint       position)
{
  StewardProjectList *self = STEWARD_PROJECT_LIST (model);
  StewardProjectItem *item;

  if (position >= self->numbers->len)
    return NULL;
  item = g_object_ref (get_item (self, g_array_index (self->numbers, gint64, position)));
  if (steward_project_item_get_line (item) == NULL)
    fetch_window (self, position);
  return item;
}

static void
steward_project_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item_at;
}

static void
steward_project_list_get_property (GObject    *object,
                                   guint       property_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  if (property_id == PROP_LOADING)
    g_value_set_boolean (value, STEWARD_PROJECT_LIST (object)->asking != NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
steward_project_list_dispose (GObject *object)
{
  StewardProjectList *self = STEWARD_PROJECT_LIST (object);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    g_object_weak_unref (item, forget_item, self);
  g_hash_table_remove_all (self->items);
  g_hash_table_remove_all (self->recent);
  g_queue_clear_full (&self->queue, g_object_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (steward_project_list_parent_class)->dispose (object);
}

static void
steward_project_list_finalize (GObject *object)
{
  StewardProjectList *self = STEWARD_PROJECT_LIST (object);

  query_clear (&self->query);
  g_array_unref (self->numbers);
  g_clear_pointer (&self->counts, steward_list_counts_free);
  g_hash_table_unref (self->items);
  g_hash_table_unref (self->recent);
  g_hash_table_unref (self->windows);
  g_clear_object (&self->asking);

  G_OBJECT_CLASS (steward_project_list_parent_class)->finalize (object);
}

static void
steward_project_list_class_init (StewardProjectListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = steward_project_list_get_property;
  object_class->dispose = steward_project_list_dispose;
  object_class->finalize = steward_project_list_finalize;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS
                                                   | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
steward_project_list_init (StewardProjectList *self)
{
  self->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->items = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->recent = g_hash_table_new (NULL, NULL);
  self->windows = g_hash_table_new (NULL, NULL);
  g_queue_init (&self->queue);
}

StewardProjectList *
steward_project_list_new (StewardStore *store)
{
  StewardProjectList *self;

  g_return_val_if_fail (STEWARD_IS_STORE (store), NULL);

  self = g_object_new (STEWARD_TYPE_PROJECT_LIST, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  return self;
}

void
steward_project_list_set_query (StewardProjectList     *self,
                                const StewardListQuery *query)
{
  StewardListQuery copy;

  g_return_if_fail (STEWARD_IS_PROJECT_LIST (self));
  g_return_if_fail (query != NULL);

  query_copy (&copy, query);
  query_clear (&self->query);
  self->query = copy;
  self->has_query = TRUE;
  ask (self);
}

const StewardListCounts *
steward_project_list_get_counts (StewardProjectList *self)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT_LIST (self), NULL);

  return self->counts;
}

guint
steward_project_list_find (StewardProjectList *self,
                           gint64              number)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT_LIST (self), G_MAXUINT);

  for (guint i = 0; i < self->numbers->len; i++)
    if (g_array_index (self->numbers, gint64, i) == number)
      return i;
  return G_MAXUINT;
}

GArray *
steward_project_list_get_numbers (StewardProjectList *self,
                                  guint               most)
{
  GArray *numbers;

  g_return_val_if_fail (STEWARD_IS_PROJECT_LIST (self), NULL);

  numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (numbers, self->numbers->data, MIN (most, self->numbers->len));

  return numbers;
}
