/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-application.h"

#include <glib/gi18n-lib.h>

#include "steward-compat.h"
#include "steward-desk.h"
#include "steward-notifier.h"
#include "steward-preferences.h"
#include "steward-resources.h"
#include "steward-window.h"

/* Looked at so often, a backup of a day falls due while somebody works, and
 * not in the night when the day changes. */
#define BACKUP_SECONDS 3600

#define RESOURCE_PATH "/io/github/xiangmuzhang/Steward"

struct _StewardApplication
{
  AdwApplication   parent_instance;

  GSettings       *settings;
  GFile           *database;
  StewardStore    *store;
  GError          *store_error;
  StewardNotifier *notifier;
  StewardDayWatch *days;
  GVariant        *wanted_case;   /* to be shown when the database is there */
  guint            backup_id;
};

enum { PROP_0, PROP_STORE, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StewardApplication, steward_application, ADW_TYPE_APPLICATION)

static StewardWindow *
ensure_window (StewardApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (STEWARD_IS_WINDOW (l->data))
        return l->data;
    }

  return steward_window_new (self);
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  adw_show_about_window (parent,
                         "application-name", _("Steward"),
                         "application-icon", STEWARD_APPLICATION_ID,
                         "version", STEWARD_VERSION,
                         "developer-name", _("The Steward contributors"),
                         "comments", _("Takes a construction project from its first meeting to its last "
                                       "certificate. The official approval system decides; this is the "
                                       "steward’s own record and plan."),
                         "website", "https://github.com/xiangmuzhang/steward",
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: your names, one per line. */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

static void
help_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  steward_compat_show_help (gtk_application_get_active_window (GTK_APPLICATION (user_data)), "help:steward");
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  StewardApplication *self = STEWARD_APPLICATION (user_data);

  gtk_window_present (steward_preferences_new (gtk_application_get_active_window (GTK_APPLICATION (self)),
                                               self->settings, self->store));
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  /* Each window waits for its last changes to be on the disk; the program ends
   * with the last one. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
today_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  StewardWindow *window = ensure_window (user_data);

  gtk_window_present (GTK_WINDOW (window));
  steward_window_show_today (window);
}

static void
show_case_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  StewardApplication *self = STEWARD_APPLICATION (user_data);
  StewardWindow *window = ensure_window (self);
  const char *project, *row;

  gtk_window_present (GTK_WINDOW (window));
  /* A notification may have started the program. */
  if (self->store == NULL)
    {
      g_clear_pointer (&self->wanted_case, g_variant_unref);
      self->wanted_case = g_variant_ref (parameter);
      return;
    }
  g_variant_get (parameter, "(&s&s)", &project, &row);
  steward_window_show_project (window, project, row);
}

static void
steward_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (ensure_window (STEWARD_APPLICATION (application))));
}

static void
steward_application_open (GApplication  *application,
                          GFile        **files,
                          int            n_files,
                          const char    *hint)
{
  StewardWindow *window = ensure_window (STEWARD_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  for (int i = 0; i < n_files; i++)
    steward_window_take_file (window, files[i]);
}

static void
set_accels (GtkApplication *application)
{
  static const struct { const char *action; const char *accels[3]; } table[] = {
    { "app.quit", { "<Primary>q" } },
    { "app.preferences", { "<Primary>comma" } },
    { "app.help", { "F1" } },
    { "win.choose-pack", { "<Primary>n" } },
    { "win.new-like", { "<Primary><Shift>n" } },
    { "win.open", { "<Primary>o" } },
    { "win.save", { "<Primary>s" } },
    { "win.export", { "<Primary><Shift>s" } },
    { "win.close-project", { "<Primary>w" } },
    { "win.print", { "<Primary>p" } },
    { "win.export-drawing", { "<Primary><Shift>p" } },
    { "win.copy-picture", { "<Primary><Shift>c" } },
    { "win.verify", { "<Primary><Shift>o" } },
    { "win.find", { "<Primary>f" } },
    { "win.backward", { "<Primary>b" } },
    { "win.levers", { "<Primary>l" } },
    { "win.present", { "F5" } },
    { "win.find-project", { "<Primary>k" } },
    { "win.ledger-entry", { "<Primary>j" } },
    { "win.today", { "<Alt>0" } },
    { "win.portfolio", { "<Alt>9" } },
    { "win.zoom(1)", { "<Primary>plus", "<Primary>equal" } },
    { "win.zoom(-1)", { "<Primary>minus" } },
    { "win.zoom(0)", { "<Primary>0" } },
    { "win.page::overview", { "<Alt>1" } },
    { "win.page::assessment", { "<Alt>2" } },
    { "win.page::plan", { "<Alt>3" } },
    { "win.page::flowchart", { "<Alt>4" } },
    { "win.page::timeline", { "<Alt>5" } },
    { "win.page::documents", { "<Alt>6" } },
    { "win.page::checks", { "<Alt>7" } },
    { "win.focus-sidebar", { "F9" } },
    { "win.show-help-overlay", { "<Primary>question", "<Shift>F1" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_application_set_accels_for_action (application, table[i].action, (const char **) table[i].accels);
}

static gboolean
back_up_cb (gpointer user_data)
{
  StewardApplication *self = user_data;

  if (self->store != NULL
      && (self->settings == NULL || g_settings_get_boolean (self->settings, "daily-backup")))
    steward_desk_back_up_due (self->database);

  return G_SOURCE_CONTINUE;
}

/* What belongs to a day, when the database is there and with each new day. */
static void
begin_day (StewardApplication *self)
{
  StewardDay today = steward_day_watch_get_today (self->days);

  if (self->store == NULL)
    return;

  steward_store_set_today (self->store, today);
  if (self->notifier != NULL)
    steward_notifier_check (self->notifier, today);
  back_up_cb (self);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (StewardApplication) self = user_data;

  self->store = steward_store_open_finish (result, &self->store_error);
  if (self->notifier != NULL)
    steward_notifier_set_store (self->notifier, self->store);
  begin_day (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORE]);
  if (self->store != NULL && self->wanted_case != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (self), "show-case", self->wanted_case);
  g_clear_pointer (&self->wanted_case, g_variant_unref);
  g_application_release (G_APPLICATION (self));
}

static void
put_back_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (StewardApplication) self = user_data;

  if (steward_desk_replace_finish (result, &self->store_error))
    steward_application_open_store (self, NULL);
  else
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORE]);
  g_application_release (G_APPLICATION (self));
}

void
steward_application_open_store (StewardApplication *self,
                                GFile              *backup)
{
  g_return_if_fail (STEWARD_IS_APPLICATION (self));
  g_return_if_fail (self->store == NULL);

  g_clear_error (&self->store_error);
  /* Not ended by the last window before the answer is there. */
  g_application_hold (G_APPLICATION (self));
  if (backup != NULL)
    steward_desk_replace_async (self->database, backup, put_back_cb, g_object_ref (self));
  else
    steward_store_open_async (self->database, NULL, opened_cb, g_object_ref (self));
}

static void
steward_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { "about", about_cb },
    { "help", help_cb },
    { "preferences", preferences_cb },
    { "quit", quit_cb },
    { "show-case", show_case_cb, "(ss)" },
    { "today", today_cb },
  };
  StewardApplication *self = STEWARD_APPLICATION (application);
  g_autoptr (GSettingsSchema) schema = NULL;
  GSettingsSchemaSource *source;

  steward_ui_register ();
  G_APPLICATION_CLASS (steward_application_parent_class)->startup (application);

  source = g_settings_schema_source_get_default ();
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, STEWARD_APPLICATION_ID, TRUE);
  if (schema != NULL)
    self->settings = g_settings_new (STEWARD_APPLICATION_ID);

  gtk_window_set_default_icon_name (STEWARD_APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "preferences")),
                               self->settings != NULL);
  set_accels (GTK_APPLICATION (self));

  if (self->database == NULL)
    self->database = steward_database_get_default_file ();
  if (self->settings != NULL)
    self->notifier = steward_notifier_new (application, self->settings);
  self->days = steward_day_watch_new ();
  g_signal_connect_object (self->days, "day-changed", G_CALLBACK (begin_day), self, G_CONNECT_SWAPPED);
  self->backup_id = g_timeout_add_seconds (BACKUP_SECONDS, back_up_cb, self);
  steward_application_open_store (self, NULL);
}

static void
steward_application_shutdown (GApplication *application)
{
  StewardApplication *self = STEWARD_APPLICATION (application);

  G_APPLICATION_CLASS (steward_application_parent_class)->shutdown (application);

  if (self->store != NULL)
    steward_store_close (self->store);
}

static int
steward_application_handle_local_options (GApplication *application,
                                          GVariantDict *options)
{
  StewardApplication *self = STEWARD_APPLICATION (application);
  const char *path = NULL;

  if (g_variant_dict_lookup (options, "database", "^&ay", &path))
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

      /* The instance that is running has the user's database. */
      g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
      steward_application_set_database (self, file);
    }

  return -1;
}

static void
steward_application_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, STEWARD_APPLICATION (object)->store);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steward_application_dispose (GObject *object)
{
  StewardApplication *self = STEWARD_APPLICATION (object);

  g_clear_handle_id (&self->backup_id, g_source_remove);
  g_clear_object (&self->days);
  g_clear_object (&self->notifier);
  g_clear_pointer (&self->wanted_case, g_variant_unref);
  g_clear_object (&self->store);
  g_clear_error (&self->store_error);
  g_clear_object (&self->database);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (steward_application_parent_class)->dispose (object);
}

static void
steward_application_class_init (StewardApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_application_dispose;
  G_OBJECT_CLASS (klass)->get_property = steward_application_get_property;
  application_class->activate = steward_application_activate;
  application_class->open = steward_application_open;
  application_class->startup = steward_application_startup;
  application_class->shutdown = steward_application_shutdown;
  application_class->handle_local_options = steward_application_handle_local_options;

  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL, STEWARD_TYPE_STORE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
steward_application_init (StewardApplication *self)
{
  static const GOptionEntry options[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, NULL,
      N_("Use this database instead of the user’s own"), N_("FILE") },
    { NULL }
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

StewardApplication *
steward_application_new (void)
{
  return g_object_new (STEWARD_TYPE_APPLICATION,
                       "application-id", STEWARD_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", RESOURCE_PATH,
                       NULL);
}

void
steward_application_set_database (StewardApplication *self,
                                  GFile              *file)
{
  g_return_if_fail (STEWARD_IS_APPLICATION (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (self->store == NULL);

  g_set_object (&self->database, file);
}

GFile *
steward_application_get_database (StewardApplication *self)
{
  g_return_val_if_fail (STEWARD_IS_APPLICATION (self), NULL);

  return self->database;
}

StewardStore *
steward_application_get_store (StewardApplication *self)
{
  g_return_val_if_fail (STEWARD_IS_APPLICATION (self), NULL);

  return self->store;
}

const GError *
steward_application_get_store_error (StewardApplication *self)
{
  g_return_val_if_fail (STEWARD_IS_APPLICATION (self), NULL);

  return self->store_error;
}

StewardDayWatch *
steward_application_get_day_watch (StewardApplication *self)
{
  g_return_val_if_fail (STEWARD_IS_APPLICATION (self), NULL);

  return self->days;
}

GSettings *
steward_application_get_settings (StewardApplication *self)
{
  g_return_val_if_fail (STEWARD_IS_APPLICATION (self), NULL);

  return self->settings;
}

char *
steward_application_find_person (GSettings *settings)
{
  const char *name = g_get_real_name ();

  if (settings != NULL)
    {
      g_autofree char *steward = g_settings_get_string (settings, "steward-name");

      if (*steward != '\0')
        return g_steal_pointer (&steward);
    }

  /* GLib's word for an account without a name. */
  return g_strdup (name == NULL || *name == '\0' || g_str_equal (name, "Unknown") ? g_get_user_name () : name);
}

char *
steward_application_dup_person (StewardApplication *self)
{
  g_return_val_if_fail (STEWARD_IS_APPLICATION (self), NULL);

  return steward_application_find_person (self->settings);
}

void
steward_ui_register (void)
{
  static gsize registered = 0;

  /* A static resource registered twice makes GLib's list of them a circle. */
  if (g_once_init_enter (&registered))
    {
      steward_register_resource ();
      g_once_init_leave (&registered, 1);
    }
}
