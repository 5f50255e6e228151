/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list-fixture.h"

#include <glib/gstdio.h>

#include "steward-plan.h"
#include "../store/story.h"

/* The file that is copied for each test. */
static char *template_folder;
/* What is ticked in a project that is late. */
static char *late_box;

StewardDay
list_fixture_today (void)
{
  return steward_day_from_ymd (2026, 8, 12);
}

static StewardDatabase *
open_database (GFile           *file,
               StewardOpenMode  mode)
{
  g_autoptr (GError) error = NULL;
  StewardDatabase *database = steward_database_open (file, mode, &error);

  g_assert_no_error (error);
  return database;
}

void
list_fixture_make_projects (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (StewardDatabase) database = NULL;
  g_autoptr (StewardSession) session = ui_test_session ("datong-2025");

  late_box = g_strdup (ui_test_item_box (session)->id);
  template_folder = g_dir_make_tmp ("steward-XXXXXX", NULL);
  g_assert_nonnull (template_folder);
  path = g_build_filename (template_folder, "steward.db", NULL);
  file = g_file_new_for_path (path);
  database = open_database (file, STEWARD_OPEN_CREATE);
  story_add_projects (database, random, LIST_FIXTURE_PROJECTS, list_fixture_today ());
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

void
list_fixture_drop_projects (void)
{
  remove_folder (template_folder);
  g_clear_pointer (&template_folder, g_free);
  g_clear_pointer (&late_box, g_free);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  *(StewardStore **) user_data = steward_store_open_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
is_opened (gpointer data)
{
  return *(StewardStore **) data != NULL;
}

void
list_fixture_set_up (ListFixture   *fixture,
                     gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("steward-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "steward.db", NULL);
  fixture->file = g_file_new_for_path (path);
  if (data == NULL)
    {
      g_autofree char *template = g_build_filename (template_folder, "steward.db", NULL);
      g_autoptr (GFile) source = g_file_new_for_path (template);

      g_file_copy (source, fixture->file, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  fixture->other = open_database (fixture->file, data == NULL ? STEWARD_OPEN_EXISTING : STEWARD_OPEN_CREATE);
  steward_store_open_async (fixture->file, NULL, opened_cb, &fixture->store);
  ui_test_wait (is_opened, &fixture->store);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 500, 600);
}

void
list_fixture_tear_down (ListFixture   *fixture,
                        gconstpointer  data)
{
  gtk_window_destroy (fixture->window);
  steward_store_close (fixture->store);
  ui_test_settle ();
  g_object_unref (fixture->store);
  g_object_unref (fixture->other);
  g_object_unref (fixture->file);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

/* One item, three working days for it, nine gone by. */
static StewardChangeSet *
make_late (const char *name,
           char      **id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardPack) pack = steward_pack_library_load ("datong-2025", &error);
  g_autoptr (StewardProject) project = NULL;
  g_autoptr (StewardPlan) plan = NULL;
  StewardCase *told;

  g_assert_no_error (error);
  project = steward_project_new (pack);
  *id = g_uuid_string_random ();
  g_assert_true (steward_project_set_id (project, *id));
  steward_project_set_fact (project, STEWARD_FACT_NAME, name);
  steward_project_set_fact (project, STEWARD_FACT_START, "2026-07-01");
  steward_project_set_tick (project, late_box, TRUE, "综合窗口", "2026-07-01T09:30:00+08:00");
  plan = steward_plan_new (project);
  g_assert_cmpuint (plan->items->len, ==, 1);
  told = steward_case_new ("c01", ((StewardPlanItem *) plan->items->pdata[0])->id);
  told->limit = 3;
  steward_case_add_event (told, STEWARD_CASE_RECEIVED, steward_day_from_ymd (2026, 8, 3), "综合窗口", "", "");
  steward_case_add_event (told, STEWARD_CASE_ACCEPTED, steward_day_from_ymd (2026, 8, 3), "审批部门", "", "");
  steward_project_put_case (project, told);
  steward_case_free (told);

  return steward_change_set_create (project, "王", "虚构");
}

char *
list_fixture_add_late (ListFixture *fixture,
                       const char  *name)
{
  g_autoptr (GError) error = NULL;
  char *id = NULL;
  g_autoptr (StewardChangeSet) set = make_late (name, &id);

  g_assert_cmpint (steward_database_apply (fixture->other, set, &error), >, 0);
  g_assert_no_error (error);
  return id;
}

void
list_fixture_add_many_late (ListFixture *fixture,
                            guint        n)
{
  g_autoptr (GPtrArray) sets = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_change_set_free);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("虚构第%03u号工程", i);
      g_autofree char *id = NULL;

      g_ptr_array_add (sets, make_late (name, &id));
    }
  g_assert_cmpint (steward_database_apply_all (fixture->other, sets, &error), >, 0);
  g_assert_no_error (error);
}

void
list_fixture_set_fact (ListFixture *fixture,
                       const char  *id,
                       StewardFact  fact,
                       const char  *value)
{
  g_autoptr (GError) error = NULL;
  gint64 version = 0;
  g_autoptr (StewardProject) before = steward_database_load_project (fixture->other, id, &version, &error);
  g_autoptr (StewardProject) after = NULL;
  g_autoptr (StewardChangeSet) set = NULL;

  g_assert_no_error (error);
  after = steward_database_load_project (fixture->other, id, NULL, &error);
  g_assert_no_error (error);
  steward_project_set_fact (after, fact, value);
  set = steward_change_set_compare (before, after, "王", "虚构：改动", version);
  g_assert_cmpint (steward_database_apply (fixture->other, set, &error), >, 0);
  g_assert_no_error (error);
}

static gpointer
do_nothing (StewardDatabase  *database,
            gpointer          data,
            GCancellable     *cancellable,
            GError          **error)
{
  return GINT_TO_POINTER (1);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  steward_store_run_finish (STEWARD_STORE (source), result, NULL);
  ++*(int *) user_data;
}

static gboolean
are_both_done (gpointer data)
{
  return *(int *) data == 2;
}

void
list_fixture_drain (ListFixture *fixture)
{
  int done = 0;

  steward_store_run_async (fixture->store, STEWARD_STORE_WRITE, do_nothing, NULL, NULL, NULL, NULL, done_cb, &done);
  steward_store_run_async (fixture->store, STEWARD_STORE_READ, do_nothing, NULL, NULL, NULL, NULL, done_cb, &done);
  ui_test_wait (are_both_done, &done);
}
