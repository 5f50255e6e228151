/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "list-fixture.h"
#include "steward-notifier.h"
#include "steward-preferences.h"

/* The program on a private bus with a desktop that shows notifications. */

static const char desktop_xml[] =
  "<node><interface name='org.freedesktop.Notifications'>"
  "<method name='Notify'><arg direction='in' type='s'/><arg direction='in' type='u'/><arg direction='in' type='s'/>"
  "<arg direction='in' type='s'/><arg direction='in' type='s'/><arg direction='in' type='as'/>"
  "<arg direction='in' type='a{sv}'/><arg direction='in' type='i'/><arg direction='out' type='u'/></method>"
  "<method name='CloseNotification'><arg direction='in' type='u'/></method>"
  "<method name='GetCapabilities'><arg direction='out' type='as'/></method>"
  "<method name='GetServerInformation'><arg direction='out' type='s'/><arg direction='out' type='s'/>"
  "<arg direction='out' type='s'/><arg direction='out' type='s'/></method>"
  "<signal name='ActionInvoked'><arg type='u'/><arg type='s'/></signal>"
  "<signal name='NotificationClosed'><arg type='u'/><arg type='u'/></signal>"
  "</interface></node>";

typedef struct
{
  ListFixture      list;
  GTestDBus       *bus;
  GDBusConnection *desktop;
  GDBusNodeInfo   *node;
  GPtrArray       *shown;       /* titles and texts in turn */
  guint            last_id;     /* of what was shown, markers too */
  guint            clickable;   /* id of the last that was no marker */
  gboolean         named;
  GApplication    *application;
  GSettings       *settings;
  StewardNotifier *notifier;
  guint            n_changes;   /* that the store told of */
  char            *opened;      /* what a click on a notification asked for */
} Fixture;

static void
called_cb (GDBusConnection       *connection,
           const char            *sender,
           const char            *path,
           const char            *interface,
           const char            *method,
           GVariant              *parameters,
           GDBusMethodInvocation *invocation,
           gpointer               user_data)
{
  Fixture *fixture = user_data;

  if (g_str_equal (method, "Notify"))
    {
      const char *title, *text;

      g_variant_get_child (parameters, 3, "&s", &title);
      g_variant_get_child (parameters, 4, "&s", &text);
      g_ptr_array_add (fixture->shown, g_strdup (title));
      g_ptr_array_add (fixture->shown, g_strdup (text));
      fixture->last_id++;
      if (!g_str_equal (title, "marker"))
        fixture->clickable = fixture->last_id;
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", fixture->last_id));
    }
  else if (g_str_equal (method, "GetCapabilities"))
    {
      g_dbus_method_invocation_return_value (invocation, g_variant_new_parsed ("(['actions', 'body'],)"));
    }
  else if (g_str_equal (method, "GetServerInformation"))
    {
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(ssss)", "test", "test", "1", "1.2"));
    }
  else
    {
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
}

static void
named_cb (GDBusConnection *connection,
          const char      *name,
          gpointer         user_data)
{
  ((Fixture *) user_data)->named = TRUE;
}

static gboolean
is_named (gpointer data)
{
  return ((Fixture *) data)->named;
}

static void
start_desktop (Fixture *fixture)
{
  static const GDBusInterfaceVTable table = { called_cb, NULL, NULL, { NULL } };
  g_autoptr (GError) error = NULL;

  fixture->desktop = g_dbus_connection_new_for_address_sync (
    g_test_dbus_get_bus_address (fixture->bus),
    G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->node = g_dbus_node_info_new_for_xml (desktop_xml, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_dbus_connection_register_object (fixture->desktop, "/org/freedesktop/Notifications",
                                                       fixture->node->interfaces[0], &table, fixture, NULL, &error),
                    >, 0);
  g_assert_no_error (error);
  g_bus_own_name_on_connection (fixture->desktop, "org.freedesktop.Notifications", G_BUS_NAME_OWNER_FLAGS_NONE,
                                named_cb, NULL, fixture, NULL);
  ui_test_wait (is_named, fixture);
}

static void
opened_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  Fixture *fixture = user_data;

  g_free (fixture->opened);
  fixture->opened = parameter != NULL ? g_variant_print (parameter, FALSE) : g_strdup ("today");
}

static void
start_program (Fixture *fixture)
{
  static const GActionEntry entries[] = { { "today", opened_cb }, { "show-case", opened_cb, "(ss)" } };
  g_autoptr (GError) error = NULL;

  fixture->application = g_application_new ("io.github.xiangmuzhang.StewardTest", G_APPLICATION_DEFAULT_FLAGS);
  g_action_map_add_action_entries (G_ACTION_MAP (fixture->application), entries, G_N_ELEMENTS (entries), fixture);
  g_assert_true (g_application_register (fixture->application, NULL, &error));
  g_assert_no_error (error);
}

static void
emit (Fixture    *fixture,
      const char *signal,
      GVariant   *parameters)
{
  g_autoptr (GError) error = NULL;

  g_dbus_connection_emit_signal (fixture->desktop, NULL, "/org/freedesktop/Notifications",
                                 "org.freedesktop.Notifications", signal, parameters, &error);
  g_assert_no_error (error);
}

static void
click (Fixture *fixture)
{
  g_clear_pointer (&fixture->opened, g_free);
  emit (fixture, "ActionInvoked", g_variant_new ("(us)", fixture->clickable, "default"));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  list_fixture_set_up (&fixture->list, data);
  fixture->shown = g_ptr_array_new_with_free_func (g_free);
  fixture->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (fixture->bus);
  start_desktop (fixture);
  start_program (fixture);
  fixture->settings = g_settings_new (STEWARD_APPLICATION_ID);
  fixture->notifier = steward_notifier_new (fixture->application, fixture->settings);
  steward_notifier_check (fixture->notifier, list_fixture_today ());
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_settings_reset (fixture->settings, "steward-name");
  g_settings_reset (fixture->settings, "notifications");
  g_signal_handlers_disconnect_by_data (fixture->list.store, fixture);
  steward_notifier_set_store (fixture->notifier, NULL);
  /* GLib lets go of those that are shown a second time when the bus goes. */
  for (guint id = 1; id <= fixture->last_id; id++)
    emit (fixture, "NotificationClosed", g_variant_new ("(uu)", id, 1));
  ui_test_settle ();
  g_object_unref (fixture->notifier);
  g_object_unref (fixture->settings);
  g_object_unref (fixture->application);
  g_dbus_connection_close_sync (fixture->desktop, NULL, NULL);
  g_object_unref (fixture->desktop);
  g_dbus_node_info_unref (fixture->node);
  g_test_dbus_down (fixture->bus);
  g_object_unref (fixture->bus);
  g_ptr_array_unref (fixture->shown);
  g_free (fixture->opened);
  list_fixture_tear_down (&fixture->list, data);
}

static gboolean
is_marked (gpointer data)
{
  GPtrArray *shown = ((Fixture *) data)->shown;

  return shown->len > 0 && g_str_equal (shown->pdata[shown->len - 2], "marker");
}

/* Everything that was to be told is told: a marker comes after it. */
static guint
count_shown (Fixture *fixture)
{
  g_autoptr (GNotification) marker = g_notification_new ("marker");

  list_fixture_drain (&fixture->list);
  ui_test_settle ();
  g_application_send_notification (fixture->application, NULL, marker);
  ui_test_wait (is_marked, fixture);
  g_ptr_array_set_size (fixture->shown, fixture->shown->len - 2);
  return fixture->shown->len / 2;
}

static const char *
get_shown (Fixture *fixture,
           guint    i)
{
  return fixture->shown->pdata[i];
}

static void
test_once_a_day (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  guint counts[STEWARD_N_SECTIONS];
  g_autofree char *text = NULL;

  g_assert_true (steward_database_count_sections (fixture->list.other, NULL, list_fixture_today (),
                                                  list_fixture_today (), counts, &error));
  text = g_strdup_printf ("%u are late, %u %s due today", counts[STEWARD_SECTION_LATE], counts[STEWARD_SECTION_DUE],
                          counts[STEWARD_SECTION_DUE] == 1 ? "is" : "are");
  steward_notifier_set_store (fixture->notifier, fixture->list.store);
  g_assert_cmpuint (count_shown (fixture), ==, 1);
  g_assert_cmpstr (get_shown (fixture, 0), ==, "What is due today");
  g_assert_cmpstr (get_shown (fixture, 1), ==, text);

  /* Looking again, and starting the program again, on the same day. */
  steward_notifier_check (fixture->notifier, list_fixture_today ());
  g_assert_cmpuint (count_shown (fixture), ==, 1);
  g_object_unref (fixture->notifier);
  fixture->notifier = steward_notifier_new (fixture->application, fixture->settings);
  steward_notifier_check (fixture->notifier, list_fixture_today ());
  steward_notifier_set_store (fixture->notifier, fixture->list.store);
  g_assert_cmpuint (count_shown (fixture), ==, 1);

  /* The next day tells once, however much turned red overnight; a clock that
   * was set back tells nothing. */
  steward_notifier_check (fixture->notifier, list_fixture_today () + 5);
  g_assert_cmpuint (count_shown (fixture), ==, 2);
  steward_notifier_check (fixture->notifier, list_fixture_today () - 3);
  g_assert_cmpuint (count_shown (fixture), ==, 2);
}

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static gboolean
has_changed (gpointer data)
{
  return ((Fixture *) data)->n_changes > 0;
}

static gboolean
is_opened (gpointer data)
{
  return ((Fixture *) data)->opened != NULL;
}

static gboolean
has_shown (gpointer data)
{
  return ((Fixture *) data)->shown->len > 0;
}

static void
test_turned_red (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *id = NULL;

  steward_notifier_set_store (fixture->notifier, fixture->list.store);
  g_assert_cmpuint (count_shown (fixture), ==, 0);      /* nothing is due: nothing to tell */
  id = list_fixture_add_late (&fixture->list, "虚构甲工程");
  ui_test_wait (has_shown, fixture);
  g_assert_cmpuint (count_shown (fixture), ==, 1);
  g_assert_true (g_str_has_suffix (get_shown (fixture, 0), "” is late"));
  g_assert_cmpstr (get_shown (fixture, 1), ==, "虚构甲工程");

  /* It leads to its case. */
  click (fixture);
  ui_test_wait (is_opened, fixture);
  g_assert_nonnull (strstr (fixture->opened, id));

  /* What was told is not told again. */
  g_signal_connect_swapped (fixture->list.store, "changed", G_CALLBACK (changed_cb), fixture);
  list_fixture_set_fact (&fixture->list, id, STEWARD_FACT_NOTE, "改动");
  ui_test_wait (has_changed, fixture);
  for (int i = 0; i < 3; i++)
    g_assert_cmpuint (count_shown (fixture), ==, 1);
}

static void
test_many_at_once (Fixture       *fixture,
                   gconstpointer  data)
{
  steward_notifier_set_store (fixture->notifier, fixture->list.store);
  g_assert_cmpuint (count_shown (fixture), ==, 0);
  list_fixture_add_many_late (&fixture->list, 7);
  ui_test_wait (has_shown, fixture);
  g_assert_cmpuint (count_shown (fixture), ==, 1);
  g_assert_cmpstr (get_shown (fixture, 0), ==, "More is late");
  g_assert_cmpstr (get_shown (fixture, 1), ==, "7 have just turned late");
  click (fixture);
  ui_test_wait (is_opened, fixture);
  g_assert_cmpstr (fixture->opened, ==, "today");
}

static void
test_switched_off (Fixture       *fixture,
                   gconstpointer  data)
{
  g_settings_set_boolean (fixture->settings, "notifications", FALSE);
  steward_notifier_set_store (fixture->notifier, fixture->list.store);
  g_signal_connect_swapped (fixture->list.store, "changed", G_CALLBACK (changed_cb), fixture);
  list_fixture_add_many_late (&fixture->list, 2);
  ui_test_wait (has_changed, fixture);
  for (int i = 0; i < 3; i++)
    g_assert_cmpuint (count_shown (fixture), ==, 0);
}

/* Only what is the steward's own; another name is no news by itself. */
static void
test_mine (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *id = NULL;

  g_settings_set_string (fixture->settings, "steward-name", "没有此人");
  steward_notifier_set_store (fixture->notifier, fixture->list.store);
  g_assert_cmpuint (count_shown (fixture), ==, 0);
  g_signal_connect_swapped (fixture->list.store, "changed", G_CALLBACK (changed_cb), fixture);
  id = list_fixture_add_late (&fixture->list, "虚构他人工程");
  ui_test_wait (has_changed, fixture);
  for (int i = 0; i < 3; i++)
    g_assert_cmpuint (count_shown (fixture), ==, 0);
  g_settings_set_string (fixture->settings, "steward-name", "甲示例");
  for (int i = 0; i < 3; i++)
    g_assert_cmpuint (count_shown (fixture), ==, 0);
}

static void
test_a_store_that_fails (Fixture       *fixture,
                         gconstpointer  data)
{
  steward_store_close (fixture->list.store);
  steward_notifier_set_store (fixture->notifier, fixture->list.store);
  ui_test_settle ();
  g_assert_cmpuint (fixture->shown->len, ==, 0);
}

/* The settings and what shows them are the same thing. */
static void
test_preferences (void)
{
  g_autoptr (GSettings) settings = g_settings_new (STEWARD_APPLICATION_ID);
  GtkWindow *window = steward_preferences_new (NULL, settings, NULL);
  GtkWidget *name, *notifications, *list;

  gtk_window_present (window);
  ui_test_settle ();
  name = ui_test_find (GTK_WIDGET (window), ADW_TYPE_ENTRY_ROW);
  notifications = ui_test_find (GTK_WIDGET (window), GTK_TYPE_SWITCH);
  g_assert_cmpuint (ui_test_count (GTK_WIDGET (window), GTK_TYPE_SWITCH), ==, 2);
  gtk_editable_set_text (GTK_EDITABLE (name), "甲示例");
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (notifications)));
  gtk_switch_set_active (GTK_SWITCH (notifications), FALSE);
  ui_test_settle ();
  g_assert_false (g_settings_get_boolean (settings, "notifications"));
  g_assert_true (g_settings_get_boolean (settings, "daily-backup"));
  g_settings_set_boolean (settings, "notifications", TRUE);
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (notifications)));
  list = gtk_widget_get_ancestor (notifications, GTK_TYPE_LIST_BOX);
  g_assert_nonnull (list);
  gtk_window_destroy (window);
  ui_test_settle ();
  g_settings_reset (settings, "steward-name");
  g_settings_reset (settings, "notifications");
}

#define add(path, data, test) g_test_add (path, Fixture, data, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_autofree char *daemon = NULL;
  int status;

  ui_test_init (&argc, &argv);
  list_fixture_make_projects ();
  g_test_add_func ("/notifier/preferences", test_preferences);
  daemon = g_find_program_in_path ("dbus-daemon");
  if (daemon != NULL)
    {
      add ("/notifier/tells-once-a-day", NULL, test_once_a_day);
      add ("/notifier/tells-what-turned-red", "empty", test_turned_red);
      add ("/notifier/tells-many-at-once", "empty", test_many_at_once);
      add ("/notifier/says-nothing-when-switched-off", "empty", test_switched_off);
      add ("/notifier/tells-of-own-projects", "empty", test_mine);
      add ("/notifier/a-store-that-fails", "empty", test_a_store_that_fails);
    }
  status = g_test_run ();
  list_fixture_drop_projects ();
  return status;
}
