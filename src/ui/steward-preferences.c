/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-preferences.h"

struct _StewardPreferences
{
  AdwPreferencesWindow  parent_instance;

  AdwEntryRow          *steward_name;
  GtkSwitch            *notifications;
  GtkSwitch            *backups;
};

G_DEFINE_FINAL_TYPE (StewardPreferences, steward_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static void
steward_preferences_class_init (StewardPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, StewardPreferences, steward_name);
  gtk_widget_class_bind_template_child (widget_class, StewardPreferences, notifications);
  gtk_widget_class_bind_template_child (widget_class, StewardPreferences, backups);
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
  return GTK_WINDOW (self);
}
