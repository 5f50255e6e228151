/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-preferences.h"

#include <glib/gi18n-lib.h>

#include "steward-compat.h"

struct _StewardPreferences
{
  AdwPreferencesWindow  parent_instance;

  AdwEntryRow          *steward_name;
  GtkSwitch            *notifications;
  GtkSwitch            *backups;
  AdwActionRow         *roots;
  GtkWidget            *clear_roots;

  GSettings            *settings;
};

G_DEFINE_FINAL_TYPE (StewardPreferences, steward_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static void
show_roots (StewardPreferences *self)
{
  g_autofree char *uri = g_settings_get_string (self->settings, "trusted-roots");
  g_autoptr (GFile) folder = *uri != '\0' ? g_file_new_for_uri (uri) : NULL;
  g_autofree char *name = folder != NULL ? g_file_get_parse_name (folder) : NULL;
  g_autofree char *markup = name != NULL ? g_markup_escape_text (name, -1) : NULL;

  adw_action_row_set_subtitle (self->roots, markup != NULL ? markup : _("None chosen: nobody who signs is trusted"));
  gtk_widget_set_visible (self->clear_roots, folder != NULL);
}

static void
roots_chosen_cb (GFile    *folder,
                 gpointer  user_data)
{
  StewardPreferences *self = user_data;
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (uri != NULL)
    g_settings_set_string (self->settings, "trusted-roots", uri);
}

static void
choose_roots_cb (StewardPreferences *self)
{
  steward_compat_choose_folder (GTK_WINDOW (self), _("Trusted Certificates"), roots_chosen_cb, g_object_ref (self),
                                g_object_unref);
}

static void
clear_roots_cb (StewardPreferences *self)
{
  g_settings_reset (self->settings, "trusted-roots");
}

static void
steward_preferences_dispose (GObject *object)
{
  g_clear_object (&STEWARD_PREFERENCES (object)->settings);

  G_OBJECT_CLASS (steward_preferences_parent_class)->dispose (object);
}

static void
steward_preferences_class_init (StewardPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_preferences_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, StewardPreferences, steward_name);
  gtk_widget_class_bind_template_child (widget_class, StewardPreferences, notifications);
  gtk_widget_class_bind_template_child (widget_class, StewardPreferences, backups);
  gtk_widget_class_bind_template_child (widget_class, StewardPreferences, roots);
  gtk_widget_class_bind_template_child (widget_class, StewardPreferences, clear_roots);
  gtk_widget_class_bind_template_callback (widget_class, choose_roots_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_roots_cb);
}

static void
steward_preferences_init (StewardPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
steward_preferences_new (GtkWindow *parent,
                         GSettings *settings)
{
  StewardPreferences *self = g_object_new (STEWARD_TYPE_PREFERENCES, "transient-for", parent, NULL);

  g_settings_bind (settings, "steward-name", self->steward_name, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "notifications", self->notifications, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "daily-backup", self->backups, "active", G_SETTINGS_BIND_DEFAULT);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed::trusted-roots", G_CALLBACK (show_roots), self, G_CONNECT_SWAPPED);
  show_roots (self);
  return GTK_WINDOW (self);
}
