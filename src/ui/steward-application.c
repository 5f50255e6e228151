/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-application.h"

#include <glib/gi18n-lib.h>

#include "steward-compat.h"
#include "steward-resources.h"
#include "steward-window.h"

#define RESOURCE_PATH "/io/github/xiangmuzhang/Steward"

struct _StewardApplication
{
  AdwApplication  parent_instance;

  GSettings      *settings;
};

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
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  /* Each window asks about its unsaved changes; the program ends with the
   * last one. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
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
    steward_window_open_file (window, files[i]);
}

static void
set_accels (GtkApplication *application)
{
  static const struct { const char *action; const char *accels[3]; } table[] = {
    { "app.quit", { "<Primary>q" } },
    { "app.help", { "F1" } },
    { "win.choose-pack", { "<Primary>n" } },
    { "win.open", { "<Primary>o" } },
    { "win.save", { "<Primary>s" } },
    { "win.save-as", { "<Primary><Shift>s" } },
    { "win.close-project", { "<Primary>w" } },
    { "win.print", { "<Primary>p" } },
    { "win.find", { "<Primary>f" } },
    { "win.zoom(1)", { "<Primary>plus", "<Primary>equal" } },
    { "win.zoom(-1)", { "<Primary>minus" } },
    { "win.zoom(0)", { "<Primary>0" } },
    { "win.page::overview", { "<Alt>1" } },
    { "win.page::assessment", { "<Alt>2" } },
    { "win.page::plan", { "<Alt>3" } },
    { "win.page::flowchart", { "<Alt>4" } },
    { "win.page::timeline", { "<Alt>5" } },
    { "win.page::documents", { "<Alt>6" } },
    { "win.focus-sidebar", { "F9" } },
    { "win.show-help-overlay", { "<Primary>question", "<Shift>F1" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_application_set_accels_for_action (application, table[i].action, (const char **) table[i].accels);
}

static void
steward_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { "about", about_cb },
    { "help", help_cb },
    { "quit", quit_cb },
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
  set_accels (GTK_APPLICATION (self));
}

static void
steward_application_dispose (GObject *object)
{
  g_clear_object (&STEWARD_APPLICATION (object)->settings);

  G_OBJECT_CLASS (steward_application_parent_class)->dispose (object);
}

static void
steward_application_class_init (StewardApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_application_dispose;
  application_class->activate = steward_application_activate;
  application_class->open = steward_application_open;
  application_class->startup = steward_application_startup;
}

static void
steward_application_init (StewardApplication *self)
{
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

GSettings *
steward_application_get_settings (StewardApplication *self)
{
  g_return_val_if_fail (STEWARD_IS_APPLICATION (self), NULL);

  return self->settings;
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
