/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "ui-test.h"

/* The window of shortcuts tells of what there is. */

static char *
normalise (const char *accelerator)
{
  GdkModifierType modifiers;
  guint key;

  g_assert_true (gtk_accelerator_parse (accelerator, &key, &modifiers));
  g_assert_cmpuint (key, !=, 0);
  return gtk_accelerator_name (key, modifiers);
}

/* Every accelerator of the window, which may stand several to a line. */
static GHashTable *
read_overlay (void)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/io/github/xiangmuzhang/Steward/gtk/help-overlay.ui");
  g_autoptr (GSList) objects = gtk_builder_get_objects (builder);
  GHashTable *listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (GSList *l = objects; l != NULL; l = l->next)
    {
      g_autofree char *accelerators = NULL;
      g_autofree char *title = NULL;
      g_auto (GStrv) parts = NULL;

      if (!GTK_IS_SHORTCUTS_SHORTCUT (l->data))
        continue;
      g_object_get (l->data, "accelerator", &accelerators, "title", &title, NULL);
      g_assert_cmpstr (title, !=, "");
      parts = g_strsplit (accelerators, " ", -1);
      for (guint i = 0; parts[i] != NULL; i++)
        g_hash_table_add (listed, normalise (parts[i]));
    }
  gtk_window_destroy (GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
  return listed;
}

static gboolean
has_answer (gpointer data)
{
  return steward_application_get_store (data) != NULL;
}

static void
test_every_accelerator_is_listed (void)
{
  g_autofree char *folder = g_dir_make_tmp ("steward-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "steward.db", NULL);
  g_autoptr (GFile) database = g_file_new_for_path (path);
  g_autoptr (GHashTable) listed = read_overlay ();
  StewardApplication *application = steward_application_new ();
  g_auto (GStrv) actions = NULL;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  steward_application_set_database (application, database);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  actions = gtk_application_list_action_descriptions (GTK_APPLICATION (application));
  g_assert_cmpuint (g_strv_length (actions), >, 15);
  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) accels = gtk_application_get_accels_for_action (GTK_APPLICATION (application), actions[i]);
      /* There is nothing to save; the key answers those who press it by habit. */
      gboolean found = g_str_equal (actions[i], "win.save");

      for (guint k = 0; accels[k] != NULL; k++)
        {
          g_autofree char *accel = normalise (accels[k]);

          found = found || g_hash_table_contains (listed, accel);
        }
      if (!found)
        g_error ("the window of shortcuts says nothing of %s", actions[i]);
    }

  ui_test_wait (has_answer, application);
  steward_store_close (steward_application_get_store (application));
  ui_test_settle ();
  g_object_unref (application);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/shortcuts/every-accelerator-is-listed", test_every_accelerator_is_listed);
  return g_test_run ();
}
