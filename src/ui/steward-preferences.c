/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-preferences.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#include "steward-application.h"
#include "steward-calendar-dialog.h"
#include "steward-compat.h"
#include "steward-moved-dialog.h"
#include "steward-ui-text.h"

/* Of what was changed about the calendar, the last. */
#define SHOWN_CHANGES 20

struct _StewardPreferences
{
  AdwPreferencesWindow  parent_instance;

  AdwEntryRow          *steward_name;
  GtkSwitch            *notifications;
  GtkSwitch            *backups;
  AdwActionRow         *roots;
  GtkWidget            *clear_roots;
  AdwPreferencesGroup  *years;
  AdwPreferencesGroup  *changes;

  GSettings            *settings;
  StewardStore         *store;
  StewardCalendar      *calendar;   /* whose years are shown */
  StewardCalendar      *added;      /* the years of it that users added, or NULL */
  GPtrArray            *rows;       /* of the years, borrowed */
  GPtrArray            *lines;      /* of the changes, borrowed */
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
removed_cb (StewardPreferences *self,
            int                 year)
{
  g_autofree char *title = g_strdup_printf (_("The year %d was taken out"), year);

  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), adw_toast_new (title));
}

static void
remove_year_cb (StewardPreferences *self,
                GtkWidget          *button)
{
  int year = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "year"));
  g_autofree char *person = steward_application_find_person (self->settings);
  StewardMovedDialog *dialog = steward_moved_dialog_new_removal (GTK_WINDOW (self), self->store, year, person);

  g_signal_connect_object (dialog, "done", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Years that come with the program stay. */
static void
add_removal (StewardPreferences *self,
             GtkWidget          *row,
             int                 year)
{
  GtkWidget *button;
  g_autofree char *tooltip = NULL;

  if (self->added == NULL || steward_calendar_is_provisional (self->added, steward_day_from_ymd (year, 1, 1)))
    return;
  tooltip = g_strdup_printf (_("Take out the year %d, which was added to this database"), year);
  button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  steward_ui_set_tooltip (button, tooltip);
  steward_ui_set_label (button, tooltip);
  g_object_set_data (G_OBJECT (button), "year", GINT_TO_POINTER (year));
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_year_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_row (StewardPreferences *self,
         int                 year)
{
  StewardDay first = steward_day_from_ymd (year, 1, 1), last = steward_day_from_ymd (year, 12, 31);
  int n = steward_calendar_count (self->calendar, first - 1, last);
  GtkWidget *row = adw_action_row_new ();
  const char *notice = NULL;
  g_autofree char *title = g_strdup_printf (_("Year %d"), year);
  g_autofree char *days = g_strdup_printf (ngettext ("%d working day", "%d working days", n), n);
  g_autofree char *subtitle = NULL;

  for (StewardDay day = first; day <= last && notice == NULL; day++)
    steward_calendar_describe (self->calendar, day, NULL, &notice);
  subtitle = steward_ui_join (days, notice != NULL ? notice : "", NULL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  add_removal (self, row, year);
  adw_preferences_group_add (self->years, row);
  g_ptr_array_add (self->rows, row);
}

/* The newest first: that is the one somebody looks for. */
static void
show_years (StewardPreferences *self)
{
  int first, last;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->years, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  steward_calendar_get_years (self->calendar, &first, &last);
  for (int year = last; year >= first && year > 0; year--)
    if (!steward_calendar_is_provisional (self->calendar, steward_day_from_ymd (year, 1, 1)))
      add_row (self, year);
}

static void
add_change (StewardPreferences    *self,
            const StewardLogEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GDateTime) at = g_date_time_new_from_iso8601 (entry->at, NULL);
  g_autoptr (GDateTime) here = at != NULL ? g_date_time_to_local (at) : NULL;
  g_autofree char *time = here != NULL ? g_date_time_format (here, "%Y-%m-%d %H:%M") : NULL;
  g_autofree char *subtitle = steward_ui_join (time != NULL ? time : entry->at, entry->actor, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), entry->label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (self->changes, row);
  g_ptr_array_add (self->lines, row);
}

/* What is told of the calendar besides its days: the years that users added,
 * and what was changed. */
typedef struct
{
  StewardCalendar *added;
  GPtrArray       *entries;
} Background;

static void
background_free (gpointer data)
{
  Background *background = data;

  g_clear_pointer (&background->added, steward_calendar_unref);
  g_clear_pointer (&background->entries, g_ptr_array_unref);
  g_free (background);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Background, background_free)

static gpointer
read_background (StewardDatabase  *database,
                 gpointer          data,
                 GCancellable     *cancellable,
                 GError          **error)
{
  g_autoptr (Background) background = g_new0 (Background, 1);
  g_autofree char *years = steward_database_get_years (database, error);
  g_autoptr (GBytes) bytes = years != NULL ? g_bytes_new (years, strlen (years)) : NULL;

  if (bytes == NULL)
    return NULL;
  if (*years != '\0')
    background->added = steward_calendar_new_from_bytes (bytes, "calendar", NULL);
  background->entries = steward_database_read_log (database, STEWARD_LOG_NO_PROJECT, 0, -SHOWN_CHANGES, error);
  return background->entries != NULL ? g_steal_pointer (&background) : NULL;
}

static void
background_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (StewardPreferences) self = user_data;
  g_autoptr (Background) background = steward_store_run_finish (STEWARD_STORE (source), result, NULL);

  if (background == NULL || self->store == NULL)
    return;
  g_clear_pointer (&self->added, steward_calendar_unref);
  self->added = g_steal_pointer (&background->added);
  show_years (self);
  for (guint i = 0; i < self->lines->len; i++)
    adw_preferences_group_remove (self->changes, self->lines->pdata[i]);
  g_ptr_array_set_size (self->lines, 0);
  for (guint i = 0; i < background->entries->len; i++)
    add_change (self, background->entries->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->changes), background->entries->len > 0);
}

static void
look_behind (StewardPreferences *self)
{
  if (self->store != NULL)
    steward_store_run_async (self->store, STEWARD_STORE_READ, read_background, NULL, NULL, background_free, NULL,
                             background_cb, g_object_ref (self));
}

static void
store_changed_cb (StewardPreferences *self)
{
  StewardCalendar *calendar = steward_store_get_calendar (self->store);

  if (calendar == self->calendar)
    return;
  g_clear_pointer (&self->calendar, steward_calendar_unref);
  self->calendar = steward_calendar_ref (calendar);
  show_years (self);
  look_behind (self);
}

static void
added_cb (StewardPreferences *self,
          int                 year)
{
  g_autofree char *title = g_strdup_printf (_("The year %d was added"), year);

  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), adw_toast_new (title));
}

static void
add_year_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  StewardPreferences *self = STEWARD_PREFERENCES (widget);
  g_autofree char *person = steward_application_find_person (self->settings);
  StewardCalendarDialog *dialog = steward_calendar_dialog_new (GTK_WINDOW (self), self->store, person);

  g_signal_connect_object (dialog, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
steward_preferences_dispose (GObject *object)
{
  StewardPreferences *self = STEWARD_PREFERENCES (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->store);
  g_clear_pointer (&self->calendar, steward_calendar_unref);
  g_clear_pointer (&self->added, steward_calendar_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);

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
  gtk_widget_class_bind_template_child (widget_class, StewardPreferences, years);
  gtk_widget_class_bind_template_child (widget_class, StewardPreferences, changes);
  gtk_widget_class_install_action (widget_class, "preferences.add-year", NULL, add_year_action);
}

static void
steward_preferences_init (StewardPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  self->lines = g_ptr_array_new ();
}

GtkWindow *
steward_preferences_new (GtkWindow    *parent,
                         GSettings    *settings,
                         StewardStore *store)
{
  StewardPreferences *self = g_object_new (STEWARD_TYPE_PREFERENCES, "transient-for", parent, NULL);

  g_settings_bind (settings, "steward-name", self->steward_name, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "notifications", self->notifications, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "daily-backup", self->backups, "active", G_SETTINGS_BIND_DEFAULT);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed::trusted-roots", G_CALLBACK (show_roots), self, G_CONNECT_SWAPPED);
  show_roots (self);
  g_set_object (&self->store, store);
  self->calendar = store != NULL ? steward_calendar_ref (steward_store_get_calendar (store))
                                 : steward_calendar_new_official ();
  if (store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preferences.add-year", store != NULL);
  show_years (self);
  look_behind (self);
  return GTK_WINDOW (self);
}
