/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-project.h"

#include <string.h>

#include "steward-project-file.h"

/* Everything that one project file holds is in its pieces, once. */

static char *
write_text (StewardProject *project)
{
  g_autoptr (GBytes) bytes = steward_project_file_write (project);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static char *
address (guint       kind,
         const char *key)
{
  return g_strdup_printf ("%s %s", steward_piece_kind_to_word (kind), key);
}

static void
shuffle (GPtrArray *list,
         GRand     *random)
{
  for (guint i = list->len; i > 1; i--)
    {
      guint other = g_rand_int_range (random, 0, i);
      gpointer held = list->pdata[i - 1];

      list->pdata[i - 1] = list->pdata[other];
      list->pdata[other] = held;
    }
}

/* Another project made of the pieces of @project, put in any order, each
 * after a way through JSON text. */
static StewardProject *
make_again (StewardProject *project,
            GRand          *random)
{
  StewardProject *again = steward_project_new (steward_project_get_pack (project));
  g_autoptr (GPtrArray) pieces = steward_project_list_pieces (project);

  shuffle (pieces, random);
  for (guint i = 0; i < pieces->len; i++)
    {
      const StewardPiece *piece = pieces->pdata[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = steward_piece_to_json (piece->kind, piece->value), read = NULL;
      g_autofree char *json = json_to_string (node, FALSE);
      g_autoptr (GVariant) value = NULL;

      read = json_from_string (json, &error);
      g_assert_no_error (error);
      value = steward_piece_from_json (piece->kind, read, &error);
      g_assert_no_error (error);
      g_assert_true (g_variant_equal (value, piece->value));
      steward_project_set_piece (again, piece->kind, piece->key, value, &error);
      g_assert_no_error (error);
    }
  if (*steward_project_get_id (project))
    g_assert_true (steward_project_set_id (again, steward_project_get_id (project)));
  return again;
}

static void
assert_made_of_pieces (StewardProject *project,
                       GRand          *random)
{
  g_autoptr (StewardProject) again = make_again (project, random);
  g_autofree char *before = write_text (project), *after = write_text (again);

  g_assert_cmpstr (before, ==, after);
}

static void
test_a_file_is_made_of_its_pieces (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (31);

  for (const StewardSample *sample = steward_samples_list (); sample->id; sample++)
    {
      g_autoptr (StewardProject) project = steward_sample_load (sample->id, NULL);

      assert_made_of_pieces (project, random);
      for (int i = 0; i < 30; i++)
        {
          for (int n = 0; n < 20; n++)
            random_project_change (project, random);
          if (i == 10)
            g_assert_true (steward_project_set_id (project, "0f8fad5b-d9cb-469f-a165-70867728950e"));
          assert_made_of_pieces (project, random);
        }
    }
}

typedef struct
{
  GHashTable *old;       /* address → value, of every piece at the start */
  GHashTable *touched;   /* address → StewardPiece as it was, value may be NULL */
  guint       pending;   /* pieces told since the last "changed" */
} Watch;

static GHashTable *
index_pieces (StewardProject *project)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_variant_unref);
  g_autoptr (GPtrArray) pieces = steward_project_list_pieces (project);

  for (guint i = 0; i < pieces->len; i++)
    {
      const StewardPiece *piece = pieces->pdata[i];

      g_assert_true (g_hash_table_insert (index, address (piece->kind, piece->key), g_variant_ref (piece->value)));
    }
  return index;
}

static void
piece_changed_cb (StewardProject *project,
                  guint           kind,
                  const char     *key,
                  Watch          *watch)
{
  g_autofree char *where = address (kind, key);
  GVariant *old = g_hash_table_lookup (watch->old, where);
  StewardPiece *piece;

  watch->pending++;
  if (g_hash_table_contains (watch->touched, where))
    return;
  piece = g_new0 (StewardPiece, 1);
  piece->kind = kind;
  piece->key = g_strdup (key);
  piece->value = old ? g_variant_ref (old) : NULL;
  g_hash_table_insert (watch->touched, g_steal_pointer (&where), piece);
}

static void
changed_cb (StewardProject *project,
            guint           change,
            Watch          *watch)
{
  watch->pending = 0;
}

/* Nothing is another than at the start but what the signals named. */
static void
assert_nothing_untold (Watch          *watch,
                       StewardProject *project)
{
  g_autoptr (GHashTable) now = index_pieces (project);
  GHashTableIter iter;
  const char *where;
  GVariant *value;

  g_assert_cmpuint (watch->pending, ==, 0);
  g_hash_table_iter_init (&iter, now);
  while (g_hash_table_iter_next (&iter, (gpointer *) &where, (gpointer *) &value))
    {
      GVariant *old = g_hash_table_lookup (watch->old, where);

      g_assert_true (g_hash_table_contains (watch->touched, where) || (old && g_variant_equal (old, value)));
    }
  g_hash_table_iter_init (&iter, watch->old);
  while (g_hash_table_iter_next (&iter, (gpointer *) &where, NULL))
    g_assert_true (g_hash_table_contains (watch->touched, where) || g_hash_table_contains (now, where));
}

static void
put_back (Watch          *watch,
          StewardProject *project,
          GRand          *random)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer piece;

  g_hash_table_iter_init (&iter, watch->touched);
  while (g_hash_table_iter_next (&iter, NULL, &piece))
    g_ptr_array_add (pieces, piece);
  shuffle (pieces, random);
  for (guint i = 0; i < pieces->len; i++)
    {
      const StewardPiece *old = pieces->pdata[i];
      g_autoptr (GError) error = NULL;

      steward_project_set_piece (project, old->kind, old->key, old->value, &error);
      g_assert_no_error (error);
    }
}

static void
test_old_pieces_put_back_restore_the_file (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (77);

  for (const StewardSample *sample = steward_samples_list (); sample->id; sample++)
    {
      g_autoptr (StewardProject) project = steward_sample_load (sample->id, NULL);

      for (int round = 0; round < 60; round++)
        {
          g_autofree char *before = write_text (project), *after = NULL;
          Watch watch = { index_pieces (project),
                          g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) steward_piece_free),
                          0 };
          gulong piece_handler = g_signal_connect (project, "piece-changed", G_CALLBACK (piece_changed_cb), &watch);
          gulong handler = g_signal_connect (project, "changed", G_CALLBACK (changed_cb), &watch);

          for (int n = g_rand_int_range (random, 1, 60); n > 0; n--)
            random_project_change (project, random);
          assert_nothing_untold (&watch, project);
          g_signal_handler_disconnect (project, piece_handler);
          g_signal_handler_disconnect (project, handler);
          put_back (&watch, project, random);
          after = write_text (project);
          g_assert_cmpstr (before, ==, after);
          g_hash_table_unref (watch.old);
          g_hash_table_unref (watch.touched);
          /* The next round starts from another project. */
          for (int n = 0; n < 10; n++)
            random_project_change (project, random);
        }
    }
}

static void
test_a_duplicate_is_equal_and_goes_its_own_way (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (const StewardSample *sample = steward_samples_list (); sample->id; sample++)
    {
      g_autoptr (StewardProject) project = steward_sample_load (sample->id, NULL), other = NULL;
      g_autofree char *before = NULL, *same = NULL, *after = NULL, *changed = NULL;

      for (int n = 0; n < 40; n++)
        random_project_change (project, random);
      g_assert_true (steward_project_set_id (project, "0f8fad5b-d9cb-469f-a165-70867728950e"));
      other = steward_project_duplicate (project);
      before = write_text (project);
      same = write_text (other);
      g_assert_cmpstr (before, ==, same);
      steward_project_set_fact (other, STEWARD_FACT_NAME, "虚构的另一个项目");
      after = write_text (project);
      changed = write_text (other);
      g_assert_cmpstr (before, ==, after);
      g_assert_cmpstr (before, !=, changed);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pieces/a-file-is-made-of-its-pieces", test_a_file_is_made_of_its_pieces);
  g_test_add_func ("/pieces/old-pieces-put-back-restore-the-file", test_old_pieces_put_back_restore_the_file);
  g_test_add_func ("/pieces/a-duplicate-is-equal-and-goes-its-own-way",
                   test_a_duplicate_is_equal_and_goes_its_own_way);
  return g_test_run ();
}
