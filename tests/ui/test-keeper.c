/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include <glib/gstdio.h>

#include "steward-error.h"
#include "steward-keeper.h"
#include "steward-project-file.h"

/**
 * Desk:
 * @other: a connection of somebody else
 *
 * An open project that is kept in a store.
 */
typedef struct
{
  char            *folder;
  StewardStore    *store;
  StewardProject  *project;
  StewardKeeper   *keeper;
  StewardDatabase *other;
} Desk;

static void
take_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
late_cb (gpointer user_data)
{
  g_assert_not_reached ();
}

static void
wait_for (gboolean (*done) (gpointer data),
          gpointer   data)
{
  guint late = g_timeout_add_seconds (30, late_cb, NULL);

  while (!done (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
}

static gboolean
has_result (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

static gboolean
is_settled (gpointer data)
{
  return steward_keeper_is_settled (data);
}

static gboolean
has_problem (gpointer data)
{
  return steward_keeper_get_problem (data) != NULL;
}

static gboolean
has_conflict (gpointer data)
{
  return steward_keeper_get_conflicts (data)->len > 0;
}

static void
desk_set_up (Desk          *desk,
             gconstpointer  data)
{
  g_autoptr (GAsyncResult) opened = NULL, created = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  g_autofree char *id = g_uuid_string_random ();
  gint64 version;

  desk->folder = g_dir_make_tmp ("steward-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (desk->folder, "steward.db", NULL);
  file = g_file_new_for_path (path);
  steward_store_open_async (file, NULL, take_result, &opened);
  wait_for (has_result, &opened);
  desk->store = steward_store_open_finish (opened, &error);
  g_assert_no_error (error);

  desk->project = steward_sample_load ("jincheng-factory", &error);
  g_assert_no_error (error);
  steward_project_set_id (desk->project, id);
  steward_store_apply_async (desk->store, steward_change_set_create (desk->project, "测试", "New"),
                             take_result, &created);
  wait_for (has_result, &created);
  version = steward_store_apply_finish (desk->store, created, &error);
  g_assert_no_error (error);
  desk->keeper = steward_keeper_new (desk->store, desk->project, version);
  desk->other = steward_database_open (file, STEWARD_OPEN_EXISTING, &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      g_file_delete (file, NULL, NULL);
    }
  g_rmdir (folder);
}

static void
desk_tear_down (Desk          *desk,
                gconstpointer  data)
{
  g_object_unref (desk->other);
  steward_store_close (desk->store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (desk->keeper);
  g_assert_finalize_object (desk->store);
  g_object_unref (desk->project);
  remove_folder (desk->folder);
  g_free (desk->folder);
}

static const char *
get_id (Desk *desk)
{
  return steward_project_get_id (desk->project);
}

static GPtrArray *
read_log (Desk *desk)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = steward_database_read_log (desk->other, get_id (desk), 1, 1000, &error);

  g_assert_no_error (error);

  return entries;
}

/* What is on the disk is what is in the window. */
static void
assert_kept (Desk *desk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardProject) stored = NULL;
  g_autoptr (GBytes) one = NULL, other = NULL;

  stored = steward_database_load_project (desk->other, get_id (desk), NULL, &error);
  g_assert_no_error (error);
  one = steward_project_file_write (stored);
  other = steward_project_file_write (desk->project);
  g_assert_cmpmem (g_bytes_get_data (one, NULL), g_bytes_get_size (one),
                   g_bytes_get_data (other, NULL), g_bytes_get_size (other));
}

/* What another process, which sees the project as it is now, does to it. */
static StewardRecorder *
begin_elsewhere (Desk            *desk,
                 StewardProject **project)
{
  g_autoptr (GError) error = NULL;
  gint64 version = 0;

  *project = steward_database_load_project (desk->other, get_id (desk), &version, &error);
  g_assert_no_error (error);

  return steward_recorder_new (*project, version);
}

static void
end_elsewhere (Desk            *desk,
               StewardRecorder *recorder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardChangeSet) set = steward_recorder_take (recorder, "李示例", NULL);

  steward_database_apply (desk->other, set, &error);
  g_assert_no_error (error);
}

static void
change_elsewhere (Desk        *desk,
                  StewardFact  fact,
                  const char  *value)
{
  g_autoptr (StewardProject) project = NULL;
  g_autoptr (StewardRecorder) recorder = begin_elsewhere (desk, &project);

  steward_project_set_fact (project, fact, value);
  end_elsewhere (desk, recorder);
}

static void
test_typing_is_one_change (Desk          *desk,
                           gconstpointer  data)
{
  g_autoptr (GPtrArray) entries = NULL;
  static const char * const typed[] = { "虚", "虚构", "虚构改", "虚构改名" };

  g_assert_true (steward_keeper_is_settled (desk->keeper));
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      steward_project_set_fact (desk->project, STEWARD_FACT_NAME, typed[i]);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_false (steward_keeper_is_settled (desk->keeper));
  wait_for (is_settled, desk->keeper);
  entries = read_log (desk);
  g_assert_cmpuint (entries->len, ==, 1);
  assert_kept (desk);
}

static void
test_leaving_ends_the_burst (Desk          *desk,
                             gconstpointer  data)
{
  g_autoptr (GPtrArray) entries = NULL;

  steward_project_set_fact (desk->project, STEWARD_FACT_NAME, "虚构甲");
  steward_keeper_flush (desk->keeper);
  steward_project_set_fact (desk->project, STEWARD_FACT_NOTE, "记一笔");
  steward_keeper_flush (desk->keeper);
  wait_for (is_settled, desk->keeper);
  entries = read_log (desk);
  g_assert_cmpuint (entries->len, ==, 2);
  assert_kept (desk);
}

static void
test_gesture_is_kept_at_once (Desk          *desk,
                              gconstpointer  data)
{
  GPtrArray *items = steward_pack_get_items (steward_project_get_pack (desk->project));
  g_autoptr (GPtrArray) entries = NULL;
  guint n = 0;

  /* Accepting hints ticks several boxes at once: one step to undo. What is
   * done after it is another, however soon it comes. */
  for (guint i = 0; i < items->len && n < 4; i++)
    {
      const StewardItem *item = g_ptr_array_index (items, i);
      const StewardBox *box = steward_pack_find_item_box (steward_project_get_pack (desk->project), item->id);

      if (box == NULL || steward_project_is_ticked (desk->project, box->id))
        continue;
      steward_project_set_tick (desk->project, box->id, TRUE, "测试", NULL);
      n++;
      while (n == 3 && g_main_context_iteration (NULL, FALSE))
        ;
    }
  g_assert_cmpuint (n, ==, 4);
  wait_for (is_settled, desk->keeper);
  entries = read_log (desk);
  g_assert_cmpuint (entries->len, ==, 2);
  assert_kept (desk);
}

static gboolean
has_other_note (gpointer data)
{
  return g_str_equal (steward_project_get_fact (data, STEWARD_FACT_NOTE), "别人写的");
}

static void
test_others_flow_in (Desk          *desk,
                     gconstpointer  data)
{
  g_autoptr (GPtrArray) entries = NULL;

  /* While something else is being typed here. */
  steward_project_set_fact (desk->project, STEWARD_FACT_NAME, "虚构正在输入");
  change_elsewhere (desk, STEWARD_FACT_NOTE, "别人写的");
  wait_for (has_other_note, desk->project);
  g_assert_cmpstr (steward_project_get_fact (desk->project, STEWARD_FACT_NAME), ==, "虚构正在输入");
  wait_for (is_settled, desk->keeper);
  assert_kept (desk);
  entries = read_log (desk);
  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_cmpuint (steward_keeper_get_conflicts (desk->keeper)->len, ==, 0);
}

/* Both wrote the note; @mine says who is chosen. */
static void
test_conflict_is_chosen (Desk          *desk,
                         gconstpointer  data)
{
  gboolean mine = GPOINTER_TO_INT (data);
  const StewardConflict *conflict;

  steward_project_set_fact (desk->project, STEWARD_FACT_NOTE, "我写的");
  steward_project_set_fact (desk->project, STEWARD_FACT_NAME, "虚构只有我改");
  change_elsewhere (desk, STEWARD_FACT_NOTE, "别人写的");
  steward_keeper_flush (desk->keeper);
  wait_for (has_conflict, desk->keeper);

  g_assert_cmpuint (steward_keeper_get_conflicts (desk->keeper)->len, ==, 1);
  conflict = g_ptr_array_index (steward_keeper_get_conflicts (desk->keeper), 0);
  g_assert_cmpstr (g_variant_get_string (conflict->mine, NULL), ==, "我写的");
  g_assert_cmpstr (g_variant_get_string (conflict->theirs, NULL), ==, "别人写的");
  g_assert_nonnull (strstr (steward_keeper_get_rival (desk->keeper), "李示例"));
  g_assert_cmpstr (steward_project_get_fact (desk->project, STEWARD_FACT_NOTE), ==, "别人写的");
  /* What only we changed does not wait for the choice. */
  g_assert_cmpstr (steward_project_get_fact (desk->project, STEWARD_FACT_NAME), ==, "虚构只有我改");
  g_assert_false (steward_keeper_is_settled (desk->keeper));

  steward_keeper_resolve (desk->keeper, mine);
  wait_for (is_settled, desk->keeper);
  g_assert_cmpstr (steward_project_get_fact (desk->project, STEWARD_FACT_NOTE), ==, mine ? "我写的" : "别人写的");
  g_assert_cmpstr (steward_project_get_fact (desk->project, STEWARD_FACT_NAME), ==, "虚构只有我改");
  assert_kept (desk);
}

static void
add_case (StewardProject *project,
          const char     *id,
          const char     *item)
{
  g_autoptr (StewardCase) handled = steward_case_new (id, item);

  steward_project_put_case (project, handled);
}

/* One removes a row, the other gives it a case; @data says whether we are the
 * one who removes it. What we did is not done, and everything else is. */
static void
test_what_lost_its_row_gives_way (Desk          *desk,
                                  gconstpointer  data)
{
  gboolean removes = GPOINTER_TO_INT (data);
  g_autofree char *row = g_strdup (steward_project_add_rows (desk->project, "nat.s3.box.item.blank", "临时", "测试"));
  g_autoptr (StewardProject) project = NULL;
  g_autoptr (StewardRecorder) recorder = NULL;
  const StewardConflict *conflict;

  steward_keeper_flush (desk->keeper);
  wait_for (is_settled, desk->keeper);
  recorder = begin_elsewhere (desk, &project);
  if (removes)
    add_case (project, "theirs", row);
  else
    steward_project_set_row_text (project, row, "");
  end_elsewhere (desk, recorder);

  steward_project_set_fact (desk->project, STEWARD_FACT_NAME, "虚构只有我改");
  if (removes)
    steward_project_set_row_text (desk->project, row, "");
  else
    add_case (desk->project, "ours", row);
  steward_keeper_flush (desk->keeper);
  wait_for (has_conflict, desk->keeper);
  g_assert_cmpuint (steward_keeper_get_conflicts (desk->keeper)->len, ==, 1);
  conflict = g_ptr_array_index (steward_keeper_get_conflicts (desk->keeper), 0);
  g_assert_cmpuint (conflict->kind, ==, removes ? STEWARD_PIECE_ROW : STEWARD_PIECE_CASE);
  g_assert_cmpstr (conflict->key, ==, removes ? row : "ours");
  g_assert_true ((conflict->mine == NULL) == removes);
  g_assert_true ((conflict->theirs == NULL) == !removes);
  g_assert_nonnull (strstr (steward_keeper_get_rival (desk->keeper), "李示例"));

  steward_keeper_resolve (desk->keeper, FALSE);
  wait_for (is_settled, desk->keeper);
  g_assert_true ((steward_project_find_row (desk->project, row) != NULL) == removes);
  g_assert_cmpstr (steward_project_get_fact (desk->project, STEWARD_FACT_NAME), ==, "虚构只有我改");
  assert_kept (desk);
}

static gboolean
is_old_again (gpointer data)
{
  return !g_str_equal (steward_project_get_fact (data, STEWARD_FACT_NOTE), "记一笔");
}

static void
test_undo_comes_into_the_project (Desk          *desk,
                                  gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (StewardLogEntry) entry = NULL;
  g_autoptr (GError) error = NULL;

  steward_project_set_fact (desk->project, STEWARD_FACT_NOTE, "记一笔");
  steward_keeper_flush (desk->keeper);
  wait_for (is_settled, desk->keeper);
  steward_store_undo_async (desk->store, get_id (desk), FALSE, "测试", take_result, &result);
  wait_for (has_result, &result);
  entry = steward_store_undo_finish (desk->store, result, &error);
  g_assert_no_error (error);
  wait_for (is_old_again, desk->project);
  assert_kept (desk);

  /* And the next change is no conflict with it. */
  steward_project_set_fact (desk->project, STEWARD_FACT_NOTE, "再记一笔");
  steward_keeper_flush (desk->keeper);
  wait_for (is_settled, desk->keeper);
  assert_kept (desk);
}

static void
limit_files (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = bytes == RLIM_INFINITY ? limit.rlim_max : bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
test_full_disk_loses_nothing (Desk          *desk,
                              gconstpointer  data)
{
  g_autoptr (GPtrArray) entries = NULL;

  signal (SIGXFSZ, SIG_IGN);
  limit_files (512);
  steward_project_set_fact (desk->project, STEWARD_FACT_NOTE, "磁盘满了");
  steward_keeper_flush (desk->keeper);
  wait_for (has_problem, desk->keeper);
  g_assert_false (steward_keeper_is_settled (desk->keeper));
  g_assert_true (steward_keeper_get_problem (desk->keeper)->domain == STEWARD_ERROR);
  g_assert_cmpstr (steward_project_get_fact (desk->project, STEWARD_FACT_NOTE), ==, "磁盘满了");
  /* Work goes on meanwhile. */
  steward_project_set_fact (desk->project, STEWARD_FACT_NAME, "虚构还在写");

  limit_files (RLIM_INFINITY);
  steward_keeper_retry (desk->keeper);
  wait_for (is_settled, desk->keeper);
  g_assert_null (steward_keeper_get_problem (desk->keeper));
  assert_kept (desk);
}

static void
gone_cb (StewardKeeper *keeper,
         gboolean      *gone)
{
  *gone = TRUE;
}

static gboolean
is_gone (gpointer data)
{
  return *(gboolean *) data;
}

static void
test_project_that_is_gone_is_told (Desk          *desk,
                                   gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (StewardLogEntry) entry = NULL;
  g_autoptr (GError) error = NULL;
  gboolean gone = FALSE;

  g_signal_connect (desk->keeper, "gone", G_CALLBACK (gone_cb), &gone);
  /* Undoing its creation. */
  steward_store_undo_async (desk->store, NULL, FALSE, "测试", take_result, &result);
  wait_for (has_result, &result);
  entry = steward_store_undo_finish (desk->store, result, &error);
  g_assert_no_error (error);
  wait_for (is_gone, &gone);
}

#define desk_add(path, data, test) g_test_add (path, Desk, data, desk_set_up, test, desk_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  desk_add ("/keeper/typing-is-one-change", NULL, test_typing_is_one_change);
  desk_add ("/keeper/leaving-a-text-ends-the-burst", NULL, test_leaving_ends_the_burst);
  desk_add ("/keeper/a-gesture-is-kept-at-once", NULL, test_gesture_is_kept_at_once);
  desk_add ("/keeper/what-others-change-flows-in", NULL, test_others_flow_in);
  desk_add ("/keeper/a-conflict-is-chosen/theirs", GINT_TO_POINTER (FALSE), test_conflict_is_chosen);
  desk_add ("/keeper/a-conflict-is-chosen/mine", GINT_TO_POINTER (TRUE), test_conflict_is_chosen);
  desk_add ("/keeper/what-lost-its-row-gives-way/ours", GINT_TO_POINTER (FALSE), test_what_lost_its_row_gives_way);
  desk_add ("/keeper/what-lost-its-row-gives-way/theirs", GINT_TO_POINTER (TRUE), test_what_lost_its_row_gives_way);
  desk_add ("/keeper/undo-comes-into-the-project", NULL, test_undo_comes_into_the_project);
  desk_add ("/keeper/a-full-disk-loses-nothing", NULL, test_full_disk_loses_nothing);
  desk_add ("/keeper/a-project-that-is-gone-is-told", NULL, test_project_that_is_gone_is_told);

  return g_test_run ();
}
