/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-test.h"

/* A newer GTK warns of widgets that are measured for less than they need, as
 * message dialogs of libadwaita and windows on their way to a size are. Nobody
 * sees anything of it, so that it is no reason to end a test. */
static GLogWriterOutput
write_log (GLogLevelFlags   level,
           const GLogField *fields,
           gsize            n_fields,
           gpointer         user_data)
{
  for (gsize i = 0; i < n_fields; i++)
    {
      if (g_str_equal (fields[i].key, "MESSAGE") && g_str_has_prefix (fields[i].value, "Trying to measure "))
        return G_LOG_WRITER_HANDLED;
    }

  return g_log_writer_default (level, fields, n_fields, user_data);
}

void
ui_test_init (int    *argc,
              char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  if (gtk_check_version (4, 10, 0) == NULL)
    g_log_set_writer_func (write_log, NULL, NULL);
  adw_init ();
  steward_ui_register ();

  /* What moves by itself is never quiet. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
}

void
ui_test_wait (gboolean (*done) (gpointer data),
              gpointer   data)
{
  gint64 end = g_get_monotonic_time () + 40 * G_TIME_SPAN_SECOND;

  while (!done (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

void
ui_test_settle (void)
{
  gint64 quiet = g_get_monotonic_time ();
  gint64 end = quiet + 5 * G_TIME_SPAN_SECOND;

  /* Frames come every 16 ms; nothing for three of them is quiet. */
  while (g_get_monotonic_time () - quiet < 50 * 1000 && g_get_monotonic_time () < end)
    {
      if (g_main_context_iteration (NULL, FALSE))
        quiet = g_get_monotonic_time ();
      else
        g_usleep (1000);
    }
}

StewardSession *
ui_test_session (const char *pack_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardPack) pack = steward_pack_library_load (pack_id, &error);
  g_autoptr (StewardProject) project = NULL;

  g_assert_no_error (error);
  project = steward_project_new (pack);
  steward_project_set_fact (project, STEWARD_FACT_NAME, "虚构测试项目");
  steward_project_set_fact (project, STEWARD_FACT_START, "2026-08-12");

  return steward_session_new (NULL, project, 0);
}

void
ui_test_tick_all (StewardSession *session)
{
  StewardProject *project = steward_session_get_project (session);
  StewardPack *pack = steward_project_get_pack (project);
  GPtrArray *items = steward_pack_get_items (pack);

  for (guint i = 0; i < items->len; i++)
    {
      const StewardItem *item = g_ptr_array_index (items, i);
      const StewardBox *box = steward_pack_find_item_box (pack, item->id);

      if (box != NULL)
        steward_project_set_tick (project, box->id, TRUE, "测试", NULL);
    }
}

GtkWidget *
ui_test_find (GtkWidget *widget,
              GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_test_find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkWidget *
ui_test_find_mapped (GtkWidget *widget,
                     GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_test_find_mapped (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
add_text (GtkWidget *widget,
          GString   *text)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_text (child, text);
}

char *
ui_test_text (GtkWidget *widget)
{
  GString *text = g_string_new (NULL);

  add_text (widget, text);

  return g_string_free (text, FALSE);
}

guint
ui_test_count (GtkWidget *widget,
               GType      type)
{
  guint n = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += ui_test_count (child, type);

  return n;
}

const StewardBox *
ui_test_item_box (StewardSession *session)
{
  GPtrArray *parts = steward_pack_get_parts (steward_project_get_pack (steward_session_get_project (session)));

  for (guint p = 0; p < parts->len; p++)
    {
      const StewardPart *part = g_ptr_array_index (parts, p);

      for (guint g = 0; g < part->groups->len; g++)
        {
          const StewardGroup *group = g_ptr_array_index (part->groups, g);

          for (guint b = 0; b < group->boxes->len; b++)
            {
              const StewardBox *box = g_ptr_array_index (group->boxes, b);

              if (box->kind == STEWARD_BOX_ITEM)
                return box;
            }
        }
    }

  g_assert_not_reached ();
}

static gboolean
answers (GtkShortcut     *shortcut,
         guint            keyval,
         GdkModifierType  modifiers)
{
  GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

  return GTK_IS_KEYVAL_TRIGGER (trigger)
         && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval
         && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers;
}

void
ui_test_press (GtkWidget       *widget,
               guint            keyval,
               GdkModifierType  modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GListModel) shortcuts = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (shortcuts) && j < g_list_model_get_n_items (shortcuts); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, j);

          if (answers (shortcut, keyval, modifiers)
              && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), GTK_SHORTCUT_ACTION_EXCLUSIVE, widget,
                                               gtk_shortcut_get_arguments (shortcut)))
            return;
        }
    }
  g_error ("%s does not answer the key %s", G_OBJECT_TYPE_NAME (widget), gdk_keyval_name (keyval));
}

GtkWidget *
ui_test_find_button (GtkWidget  *widget,
                     const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_test_find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}
