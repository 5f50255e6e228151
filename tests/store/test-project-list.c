/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database-fixture.h"
#include "steward-project-item-private.h"
#include "steward-store.h"
#include "story.h"

#define N_PROJECTS 350
#define N_CHANGES  60

typedef struct
{
  StoreFixture        store;
  StewardDatabase    *database;   /* another connection, as another program has */
  StewardStore       *opened;
  StewardProjectList *list;
  GPtrArray          *ids;
  GArray             *mirror;     /* what the signals say the list holds */
  guint               n_signals;
  guint               n_moved;    /* items that the signals told of */
} Fixture;

static StewardDay
get_today (void)
{
  return steward_day_from_ymd (2026, 8, 12);
}

static gint64
number_at (StewardProjectList *list,
           guint               position)
{
  g_autoptr(StewardProjectItem) item = g_list_model_get_item (G_LIST_MODEL (list), position);

  return item != NULL ? steward_project_item_get_number (item) : -1;
}

static void
on_items_changed (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Fixture    *fixture)
{
  g_assert_cmpuint (position + removed, <=, fixture->mirror->len);
  if (removed > 0)
    g_array_remove_range (fixture->mirror, position, removed);
  for (guint i = 0; i < added; i++)
    {
      gint64 number = number_at (fixture->list, position + i);

      g_array_insert_val (fixture->mirror, position + i, number);
    }
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, fixture->mirror->len);
  fixture->n_signals++;
  fixture->n_moved += removed + added;
}

static void
on_opened (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(GError) error = NULL;

  *(StewardStore **) data = steward_store_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
add_projects (Fixture *fixture,
              GRand   *random)
{
  g_autoptr(GPtrArray) sets = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_change_set_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(StewardPack) pack = steward_pack_library_load ("datong-2025", &error);

  for (guint i = 0; i < N_PROJECTS; i++)
    {
      g_autoptr(StewardProject) project = steward_project_new (pack);
      g_autofree char *id = story_uuid (random);

      story_tell_facts (project, random);
      g_assert_true (steward_project_set_id (project, id));
      g_ptr_array_add (sets, steward_change_set_create (project, "王", "虚构"));
      g_ptr_array_add (fixture->ids, g_steal_pointer (&id));
    }
  g_assert_cmpint (steward_database_apply_all (fixture->database, sets, &error), >, 0);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr(GFile) file = NULL;

  store_fixture_set_up (&fixture->store, data);
  file = store_fixture_get_file (&fixture->store, "steward.db");
  fixture->ids = g_ptr_array_new_with_free_func (g_free);
  fixture->mirror = g_array_new (FALSE, FALSE, sizeof (gint64));
  fixture->database = database_create (&fixture->store);
  add_projects (fixture, random);
  steward_store_open_async (file, NULL, on_opened, &fixture->opened);
  while (fixture->opened == NULL)
    g_main_context_iteration (NULL, TRUE);
  fixture->list = steward_project_list_new (fixture->opened);
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (on_items_changed), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_signal_handlers_disconnect_by_data (fixture->list, fixture);
  g_clear_object (&fixture->list);
  steward_store_close (fixture->opened);
  g_clear_object (&fixture->opened);
  g_clear_object (&fixture->database);
  g_array_unref (fixture->mirror);
  g_ptr_array_unref (fixture->ids);
  store_fixture_tear_down (&fixture->store, data);
}

static gboolean
stop (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Lets the main loop run until @done says so; fails after a while. */
static void
run_until (gboolean (*done) (Fixture *, gpointer),
           Fixture   *fixture,
           gpointer   data)
{
  gboolean late = FALSE;
  guint source = g_timeout_add_seconds (20, stop, &late);

  while (!done (fixture, data) && !late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (source);
}

static gboolean
is_loaded (Fixture  *fixture,
           gpointer  data)
{
  gboolean loading;

  g_object_get (fixture->list, "loading", &loading, NULL);
  return !loading;
}

static void
ask (Fixture                *fixture,
     const StewardListQuery *query)
{
  steward_project_list_set_query (fixture->list, query);
  run_until (is_loaded, fixture, NULL);
}

static GArray *
find (Fixture                *fixture,
      const StewardListQuery *query)
{
  g_autoptr(GError) error = NULL;
  GArray *numbers = steward_database_find (fixture->database, query, &error);

  g_assert_no_error (error);
  return numbers;
}

/* TRUE when the list holds what a question to the database answers now. */
static gboolean
holds_answer (Fixture  *fixture,
              gpointer  data)
{
  g_autoptr(GArray) numbers = find (fixture, data);

  return numbers->len == fixture->mirror->len
         && memcmp (numbers->data, fixture->mirror->data, numbers->len * sizeof (gint64)) == 0;
}

static void
check_model (Fixture *fixture)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->list));

  g_assert_cmpuint (n, ==, fixture->mirror->len);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (number_at (fixture->list, i), ==, g_array_index (fixture->mirror, gint64, i));
  g_assert_cmpint (number_at (fixture->list, n), ==, -1);
}

/* Changes a project as another program does. */
static void
change_project (Fixture    *fixture,
                const char *id,
                void      (*change) (StewardProject *, gpointer),
                gpointer    data)
{
  gint64 version;
  g_autoptr(StewardProject) project = database_load (fixture->database, id, &version);
  g_autoptr(StewardRecorder) recorder = steward_recorder_new (project, version);
  g_autoptr(StewardChangeSet) set = NULL;

  change (project, data);
  set = steward_recorder_take (recorder, "王", NULL);
  if (set != NULL)
    database_apply (fixture->database, set);
}

/* Some change that moves, removes, brings back or only edits. */
static void
change_something (StewardProject *project,
                  gpointer        data)
{
  GRand *random = data;
  g_autofree char *note = g_strdup_printf ("虚构 %d", g_rand_int_range (random, 0, 1000000));

  steward_project_set_fact (project, STEWARD_FACT_NOTE, note);
  switch (g_rand_int_range (random, 0, 3))
    {
    case 0:
      story_tell_facts (project, random);
      break;
    case 1:
      steward_project_set_state (project, g_rand_int_range (random, 0, STEWARD_N_STATES));
      break;
    default:
      break;
    }
}

static void
test_follows_changes (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (g_test_rand_int ());

  for (StewardListSort sort = STEWARD_SORT_DUE; sort <= STEWARD_SORT_RECENT; sort++)
    {
      StewardListQuery query = { .sort = sort, .today = get_today () };

      ask (fixture, &query);
      g_assert_true (holds_answer (fixture, &query));
      check_model (fixture);
      for (int i = 0; i < N_CHANGES; i++)
        {
          change_project (fixture, fixture->ids->pdata[g_rand_int_range (random, 0, N_PROJECTS)],
                          change_something, random);
          if (g_rand_boolean (random))
            continue;           /* several at once */
          run_until (holds_answer, fixture, &query);
          check_model (fixture);
        }
      run_until (holds_answer, fixture, &query);
    }
}

static void
set_place (StewardProject *project,
           gpointer        data)
{
  steward_project_set_fact (project, STEWARD_FACT_PLACE, "虚构新地点");
}

static gboolean
shows_place (Fixture  *fixture,
             gpointer  data)
{
  StewardProjectLine *line = steward_project_item_get_line (data);

  return line != NULL && g_str_equal (line->place, "虚构新地点");
}

static void
count_notify (GObject    *object,
              GParamSpec *pspec,
              guint      *count)
{
  (*count)++;
}

static void
test_edit_keeps_items (Fixture       *fixture,
                       gconstpointer  data)
{
  StewardListQuery query = { .sort = STEWARD_SORT_NAME, .today = get_today () };
  g_autoptr(StewardProjectItem) item = NULL;
  g_autoptr(StewardProjectItem) again = NULL;
  guint n_notified = 0;

  ask (fixture, &query);
  item = g_list_model_get_item (G_LIST_MODEL (fixture->list), 3);
  g_assert_nonnull (steward_project_item_get_line (item));      /* came with the answer */
  g_signal_connect (item, "notify::line", G_CALLBACK (count_notify), &n_notified);
  fixture->n_signals = 0;
  change_project (fixture, steward_project_item_get_line (item)->id, set_place, NULL);
  run_until (shows_place, fixture, item);
  run_until (is_loaded, fixture, NULL);
  g_assert_cmpuint (fixture->n_signals, ==, 0);
  g_assert_cmpuint (n_notified, ==, 1);
  again = g_list_model_get_item (G_LIST_MODEL (fixture->list), 3);
  g_assert_true (again == item);
  g_assert_cmpuint (steward_project_list_find (fixture->list, steward_project_item_get_number (item)), ==, 3);
  g_assert_cmpuint (steward_project_list_find (fixture->list, 99999), ==, G_MAXUINT);
}

/* By change, an edit moves one project to the front and nothing else. */
static void
test_move_tells_of_one (Fixture       *fixture,
                        gconstpointer  data)
{
  StewardListQuery query = { .sort = STEWARD_SORT_RECENT, .today = get_today () };

  ask (fixture, &query);
  fixture->n_signals = fixture->n_moved = 0;
  change_project (fixture, fixture->ids->pdata[200], set_place, NULL);
  run_until (holds_answer, fixture, &query);
  g_assert_cmpuint (fixture->n_signals, ==, 2);
  g_assert_cmpuint (fixture->n_moved, ==, 2);
  g_assert_cmpint (g_array_index (fixture->mirror, gint64, 0), ==, 201);
}

static gboolean
has_line (Fixture  *fixture,
          gpointer  data)
{
  return steward_project_item_get_line (data) != NULL;
}

static void
test_lines_come_in_windows (Fixture       *fixture,
                            gconstpointer  data)
{
  StewardListQuery query = { .sort = STEWARD_SORT_NAME, .today = get_today () };
  g_autoptr(StewardProjectItem) item = NULL;
  g_autoptr(StewardProjectItem) neighbour = NULL;

  ask (fixture, &query);
  item = g_list_model_get_item (G_LIST_MODEL (fixture->list), 310);
  g_assert_null (steward_project_item_get_line (item));
  run_until (has_line, fixture, item);
  g_assert_cmpint (steward_project_item_get_line (item)->number, ==, steward_project_item_get_number (item));
  neighbour = g_list_model_get_item (G_LIST_MODEL (fixture->list), 345);
  g_assert_nonnull (steward_project_item_get_line (neighbour));
}

/* Only the last question of a row of key strokes is answered. */
static void
test_typing_cancels_older_questions (Fixture       *fixture,
                                     gconstpointer  data)
{
  static const char *const typed[] = { "虚", "虚构", "虚构云", "虚构云岭" };
  StewardListQuery query = { .today = get_today () };
  const StewardListCounts *counts;

  g_assert_null (steward_project_list_get_counts (fixture->list));
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      query.text = typed[i];
      steward_project_list_set_query (fixture->list, &query);
    }
  run_until (is_loaded, fixture, NULL);
  g_assert_true (holds_answer (fixture, &query));
  g_assert_cmpuint (fixture->n_signals, <=, 1);
  counts = steward_project_list_get_counts (fixture->list);
  g_assert_cmpuint (counts->total, ==, fixture->mirror->len);
  query.text = "";
  ask (fixture, &query);
  g_assert_cmpuint (fixture->mirror->len, ==, N_PROJECTS);
}

static gboolean
is_gone (Fixture  *fixture,
         gpointer  data)
{
  return *(gpointer *) data == NULL;
}

/* A list that is given up while a question is under way lives until the answer
 * is there, and no longer. */
static void
test_gone_while_asking (Fixture       *fixture,
                        gconstpointer  data)
{
  StewardListQuery query = { .today = get_today () };
  StewardProjectList *list = steward_project_list_new (fixture->opened);

  steward_project_list_set_query (list, &query);
  g_object_add_weak_pointer (G_OBJECT (list), (gpointer *) &list);
  g_object_unref (list);
  run_until (is_gone, fixture, &list);
}

/* Steps. */

static GArray *
shuffle_some (GArray *before,
              GRand  *random,
              int     changes)
{
  GArray *after = g_array_copy (before);

  for (int i = 0; i < changes; i++)
    {
      gint64 number = g_rand_int_range (random, 1000, 100000000);

      if (after->len > 0 && g_rand_boolean (random))
        {
          guint from = g_rand_int_range (random, 0, after->len);

          if (g_rand_boolean (random))
            number = g_array_index (after, gint64, from);
          g_array_remove_index (after, from);
        }
      if (g_rand_double (random) < 0.7)
        g_array_insert_val (after, g_rand_int_range (random, 0, after->len + 1), number);
    }
  return after;
}

static void
test_steps_lead_to_the_new_list (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (g_test_rand_int ());

  for (int round = 0; round < 3000; round++)
    {
      g_autoptr(GArray) before = g_array_new (FALSE, FALSE, sizeof (gint64));
      int changes = g_rand_int_range (random, 0, 12);
      g_autoptr(GArray) after = NULL;
      g_autoptr(GArray) steps = NULL;

      for (gint64 i = g_rand_int_range (random, 0, 60); i > 0; i--)
        g_array_append_val (before, i);
      after = shuffle_some (before, random, changes);
      steps = steward_list_steps_new (before, after, g_rand_boolean (random) ? 3 : 100);
      g_assert_cmpuint (steps->len, <=, 2 * (guint) changes);
      for (guint i = 0; i < steps->len; i++)
        {
          const StewardListStep *step = &g_array_index (steps, StewardListStep, i);

          if (step->removed > 0)
            g_array_remove_range (before, step->position, step->removed);
          if (step->added > 0)
            g_array_insert_vals (before, step->position, &g_array_index (after, gint64, step->from), step->added);
        }
      g_assert_cmpmem (before->data, before->len * sizeof (gint64), after->data, after->len * sizeof (gint64));
    }
}

#define add(path, test) g_test_add ("/project-list/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("follows-what-another-program-changes", test_follows_changes);
  add ("an-edit-moves-nothing-and-keeps-the-item", test_edit_keeps_items);
  add ("a-move-tells-of-one-project", test_move_tells_of_one);
  add ("lines-come-in-windows", test_lines_come_in_windows);
  add ("typing-cancels-older-questions", test_typing_cancels_older_questions);
  add ("may-go-away-while-it-asks", test_gone_while_asking);
  g_test_add_func ("/project-list/steps-lead-from-one-list-to-another", test_steps_lead_to_the_new_list);
  return g_test_run ();
}
