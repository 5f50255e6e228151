/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-desk.h"

void
desk_take_result (GObject      *source,
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

void
desk_wait_for (guint (*done) (gpointer data),
               gpointer data)
{
  guint late = g_timeout_add_seconds (60, late_cb, NULL);

  while (done (data) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
}

guint
desk_has_result (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

static void
changed_cb (StewardStore *store,
            GPtrArray    *entries,
            Desk         *desk)
{
  desk->n_news++;
  desk->n_everything += entries == NULL;
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    g_array_append_val (desk->news, ((StewardLogEntry *) g_ptr_array_index (entries, i))->sequence);
}

StewardStore *
desk_open_store (GFile   *file,
                 GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  steward_store_open_async (file, NULL, desk_take_result, &result);
  desk_wait_for (desk_has_result, &result);

  return steward_store_open_finish (result, error);
}

static gpointer
import_func (StewardDatabase  *database,
             gpointer          data,
             GCancellable     *cancellable,
             GError          **error)
{
  return GINT_TO_POINTER ((int) steward_database_import (database, data, FALSE, "测试", "Import", error));
}

guint
desk_has_news (gpointer data)
{
  return ((Desk *) data)->n_news;
}

Desk *
desk_new (StoreFixture *fixture)
{
  Desk *desk = g_new0 (Desk, 1);
  g_autoptr (GFile) file = store_fixture_get_file (fixture, "new-folder/steward.db");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  desk->store = desk_open_store (file, &error);
  g_assert_no_error (error);
  desk->news = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_signal_connect (desk->store, "changed", G_CALLBACK (changed_cb), desk);
  desk->project = database_load_sample ("jincheng-factory");
  steward_store_run_async (desk->store, STEWARD_STORE_WRITE, import_func, desk->project, NULL, NULL, NULL,
                           desk_take_result, &result);
  desk_wait_for (desk_has_result, &result);
  desk->version = GPOINTER_TO_INT (steward_store_run_finish (desk->store, result, &error));
  g_assert_no_error (error);
  g_assert_cmpint (desk->version, ==, 1);

  /* The news of this come after the answer; the tests begin after them. */
  desk_wait_for (desk_has_news, desk);
  desk->n_news = 0;
  g_array_set_size (desk->news, 0);

  return desk;
}

void
desk_free (Desk *desk)
{
  steward_store_close (desk->store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_handlers_disconnect_by_data (desk->store, desk);
  g_assert_finalize_object (desk->store);
  g_object_unref (desk->project);
  g_array_unref (desk->news);
  g_free (desk);
}

guint
desk_has_everything (gpointer data)
{
  return ((Desk *) data)->n_everything;
}

StewardChangeSet *
desk_new_note (Desk       *desk,
               const char *before,
               const char *after,
               gint64      base)
{
  StewardChangeSet *set = steward_change_set_new (steward_project_get_id (desk->project), "测试", "Note", base);

  steward_change_set_add (set, STEWARD_PIECE_FACT, "note",
                          *before != '\0' ? g_variant_new_string (before) : NULL, g_variant_new_string (after));

  return set;
}

const char *
desk_get_note (Desk *desk)
{
  return steward_project_get_fact (desk->project, STEWARD_FACT_NOTE);
}

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Applied *applied = user_data;
  g_autoptr (GError) error = NULL;
  gint64 version = steward_store_apply_finish (STEWARD_STORE (source), result, &error);

  g_assert_no_error (error);
  g_array_append_val (applied->versions, version);
  applied->n_left--;
}

guint
desk_has_applied (gpointer data)
{
  return ((Applied *) data)->n_left == 0;
}

void
desk_apply_many (Desk    *desk,
                 Applied *applied,
                 guint    n)
{
  g_autofree char *before = g_strdup (desk_get_note (desk));

  applied->versions = g_array_new (FALSE, FALSE, sizeof (gint64));
  applied->n_left = n;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *after = g_strdup_printf ("Note %u", i);

      steward_store_apply_async (desk->store, desk_new_note (desk, before, after, desk->version + i),
                                 applied_cb, applied);
      g_free (before);
      before = g_steal_pointer (&after);
    }
}

void
desk_assert_in_order (GArray *numbers,
                      guint   n,
                      gint64  first)
{
  g_assert_cmpuint (numbers->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (g_array_index (numbers, gint64, i), ==, first + i);
}
