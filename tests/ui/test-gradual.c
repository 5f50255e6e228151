/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-gradual-selection.h"
#include "ui-test.h"

/* A list that is shown gradually is the list, seen from its top. */

#define N_ROUNDS 600

typedef struct
{
  GtkWindow         *window;
  GtkListView       *view;
  GtkStringList     *strings;
  GtkSelectionModel *shown;     /* what the view sees */
  GPtrArray         *told;      /* what somebody knows who only listens */
  guint              n_selection_changes;
} Fixture;

/* As a view follows its model. */
static void
items_changed_cb (Fixture *fixture,
                  guint    position,
                  guint    removed,
                  guint    added)
{
  g_assert_cmpuint (position + removed, <=, fixture->told->len);
  if (removed > 0)
    g_ptr_array_remove_range (fixture->told, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (fixture->told, position + i,
                        g_list_model_get_item (G_LIST_MODEL (fixture->shown), position + i));
}

static void
selection_changed_cb (Fixture *fixture,
                      guint    position,
                      guint    n_items)
{
  g_assert_cmpuint (position + n_items, <=, g_list_model_get_n_items (G_LIST_MODEL (fixture->shown)));
  fixture->n_selection_changes++;
}

static void
splice (Fixture *fixture,
        guint    position,
        guint    removed,
        guint    added)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  static guint next;

  for (guint i = 0; i < added; i++)
    g_ptr_array_add (texts, g_strdup_printf ("%u", next++));
  g_ptr_array_add (texts, NULL);
  gtk_string_list_splice (fixture->strings, position, removed, (const char *const *) texts->pdata);
}

static guint
get_n (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->shown));
}

static guint
get_total (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->strings));
}

static void
check (Fixture *fixture)
{
  g_assert_cmpuint (fixture->told->len, ==, get_n (fixture));
  g_assert_cmpuint (get_n (fixture), <=, get_total (fixture));
  for (guint i = 0; i < fixture->told->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (fixture->strings), i);

      g_assert_true (fixture->told->pdata[i] == item);
    }
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, gtk_label_new ("虚构"));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  g_autoptr (GtkSingleSelection) selection = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  fixture->told = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->strings = gtk_string_list_new (NULL);
  splice (fixture, 0, 0, GPOINTER_TO_UINT (data));
  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (fixture->strings)));
  fixture->view = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  steward_gradual_selection_show (GTK_SELECTION_MODEL (selection), fixture->view);
  fixture->shown = gtk_list_view_get_model (fixture->view);
  items_changed_cb (fixture, 0, 0, get_n (fixture));
  g_signal_connect_swapped (fixture->shown, "items-changed", G_CALLBACK (items_changed_cb), fixture);
  g_signal_connect_swapped (fixture->shown, "selection-changed", G_CALLBACK (selection_changed_cb), fixture);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->view));
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 300, 300);
  gtk_window_set_child (fixture->window, scrolled);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->window);
  ui_test_settle ();
  g_object_unref (fixture->strings);
  g_ptr_array_unref (fixture->told);
}

static gboolean
is_whole (gpointer data)
{
  return get_n (data) == get_total (data);
}

static void
test_first_comes_first (Fixture       *fixture,
                        gconstpointer  data)
{
  guint first = get_n (fixture);

  g_assert_cmpuint (first, >, 0);
  g_assert_cmpuint (first, <, 100);
  gtk_window_present (fixture->window);
  ui_test_wait (is_whole, fixture);
  check (fixture);

  /* Other items altogether begin again at the top, but not for whoever reads
   * further down. */
  splice (fixture, 0, get_total (fixture), 900);
  g_assert_cmpuint (get_n (fixture), ==, first);
  ui_test_wait (is_whole, fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "list.scroll-to-item", "u", 800);
  ui_test_settle ();
  splice (fixture, 0, get_total (fixture), 850);
  g_assert_cmpuint (get_n (fixture), ==, 850);
  check (fixture);
}

static void
test_random_changes (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());

  gtk_window_present (fixture->window);
  for (int i = 0; i < N_ROUNDS; i++)
    {
      guint total = get_total (fixture);
      guint position = g_rand_int_range (random, 0, MIN (total, 60) + 1);
      gboolean all = g_rand_double (random) < 0.05;
      guint removed = g_rand_int_range (random, 0, MIN (total - position, 40) + 1);

      splice (fixture, all ? 0 : position, all ? total : removed,
              g_rand_int_range (random, 0, g_rand_double (random) < 0.1 ? 400 : 40));
      check (fixture);
      if (g_rand_double (random) < 0.3)
        g_main_context_iteration (NULL, FALSE);
      check (fixture);
    }
  ui_test_wait (is_whole, fixture);
  check (fixture);
}

static void
test_selection (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GtkBitset) selected = NULL;

  /* Not yet shown, but remembered. */
  gtk_selection_model_select_item (fixture->shown, 700, TRUE);
  gtk_window_present (fixture->window);
  ui_test_wait (is_whole, fixture);
  g_assert_true (gtk_selection_model_is_selected (fixture->shown, 700));
  g_assert_true (gtk_selection_model_select_item (fixture->shown, 3, TRUE));
  g_assert_true (gtk_selection_model_is_selected (fixture->shown, 3));
  g_assert_cmpuint (fixture->n_selection_changes, >, 0);
  selected = gtk_selection_model_get_selection (fixture->shown);
  g_assert_cmpuint (gtk_bitset_get_size (selected), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add ("/gradual/the-first-come-first", Fixture, GUINT_TO_POINTER (1000), set_up, test_first_comes_first,
              tear_down);
  g_test_add ("/gradual/random-changes-are-told-rightly", Fixture, GUINT_TO_POINTER (100), set_up,
              test_random_changes, tear_down);
  g_test_add ("/gradual/what-is-selected-stays-so", Fixture, GUINT_TO_POINTER (1000), set_up, test_selection,
              tear_down);
  return g_test_run ();
}
