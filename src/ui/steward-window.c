/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-window-private.h"

#include <glib/gi18n-lib.h>

#include "steward-assessment-page.h"
#include "steward-documents-page.h"
#include "steward-flowchart-page.h"
#include "steward-overview-page.h"
#include "steward-plan-page.h"
#include "steward-session-row.h"
#include "steward-timeline-page.h"
#include "steward-ui-text.h"

static const char * const page_names[] = {
  "overview", "assessment", "plan", "flowchart", "timeline", "documents",
};

G_DEFINE_FINAL_TYPE (StewardWindow, steward_window, ADW_TYPE_APPLICATION_WINDOW)

static StewardPage *
current_page (StewardWindow *self)
{
  GtkWidget *child = adw_view_stack_get_visible_child (self->pages);

  return STEWARD_IS_PAGE (child) ? STEWARD_PAGE (child) : NULL;
}

void
steward_window_update_actions (StewardWindow *self)
{
  gboolean loaded = self->session != NULL && steward_session_get_project (self->session) != NULL;
  StewardPage *page = current_page (self);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "win.save", loaded);
  gtk_widget_action_set_enabled (widget, "win.save-as", loaded);
  gtk_widget_action_set_enabled (widget, "win.close-project",
                                 loaded && !steward_session_is_sample (self->session));
  gtk_widget_action_set_enabled (widget, "win.zoom", loaded && page != NULL && steward_page_can_zoom (page));
  gtk_widget_action_set_enabled (widget, "win.print", loaded && page != NULL && steward_page_can_print (page));
  gtk_widget_action_set_enabled (widget, "win.find", loaded && page != NULL && steward_page_can_find (page));
}

static void
update_title (StewardWindow *self)
{
  const char *name = self->session != NULL ? steward_session_get_title (self->session) : NULL;
  gboolean modified = self->session != NULL && steward_session_get_modified (self->session);
  g_autofree char *title = NULL;

  /* Translators: the mark before the name of a project with unsaved changes. */
  title = name != NULL ? g_strconcat (modified ? _("• ") : "", name, NULL) : g_strdup (_("Steward"));
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_view_switcher_title_set_title (self->switcher_title, title);
  adw_view_switcher_title_set_subtitle (self->switcher_title,
                                        self->session != NULL && steward_session_is_sample (self->session)
                                        ? _("Sample, not saved") : "");
  gtk_widget_set_sensitive (self->save_button, modified);
}

static void
show_failure (StewardWindow *self,
              const char    *title,
              const char    *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_status_page_set_title (self->failure, title);
  adw_status_page_set_description (self->failure, markup);
  gtk_stack_set_visible_child_name (self->states, "failure");
}

static void
schedule_changed_cb (StewardWindow *self)
{
  const GError *error = steward_session_get_error (self->session);

  if (error != NULL)
    steward_window_toast (self, error->message);
}

/* GTK selects the row that has the focus, even when Tab only passes through;
 * when the focus is gone, what is shown is selected again. */
static void
select_current (StewardWindow *self)
{
  guint position;

  if (self->session != NULL && g_list_store_find (self->sessions, self->session, &position))
    gtk_list_box_select_row (self->projects, gtk_list_box_get_row_at_index (self->projects, position));
}

void
steward_window_commit (StewardWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (page_names); i++)
    steward_page_commit (steward_window_get_page (self, page_names[i]));
}

void
steward_window_show_session (StewardWindow  *self,
                             StewardSession *session)
{
  g_autoptr (GError) error = NULL;
  gboolean loaded;

  g_return_if_fail (STEWARD_IS_WINDOW (self));
  g_return_if_fail (session == NULL || STEWARD_IS_SESSION (session));

  if (session == self->session)
    return;

  g_set_object (&self->session, session);
  loaded = session != NULL && steward_session_load (session, &error);
  g_signal_group_set_target (self->session_signals, session);

  for (gsize i = 0; i < G_N_ELEMENTS (page_names); i++)
    steward_page_set_session (steward_window_get_page (self, page_names[i]), loaded ? session : NULL);

  if (session == NULL)
    gtk_stack_set_visible_child_name (self->states, "empty");
  else if (loaded)
    gtk_stack_set_visible_child_name (self->states, "project");
  else
    show_failure (self, _("This Project Cannot Be Shown"), error->message);

  select_current (self);
  update_title (self);
  steward_window_update_actions (self);
}

void
steward_window_add_session (StewardWindow  *self,
                            StewardSession *session)
{
  guint position = 0;

  /* The last opened project stands first; samples keep their order below. */
  if (steward_session_is_sample (session))
    position = g_list_model_get_n_items (G_LIST_MODEL (self->sessions));
  g_list_store_insert (self->sessions, position, session);
  gtk_list_box_invalidate_headers (self->projects);
}

void
steward_window_remove_session (StewardWindow  *self,
                               StewardSession *session)
{
  g_autoptr (StewardSession) next = NULL;
  guint position;

  if (!g_list_store_find (self->sessions, session, &position))
    return;

  g_list_store_remove (self->sessions, position);
  if (session != self->session)
    return;

  next = g_list_model_get_item (G_LIST_MODEL (self->sessions), position);
  if (next == NULL && position > 0)
    next = g_list_model_get_item (G_LIST_MODEL (self->sessions), position - 1);
  steward_window_show_session (self, next);
}

static void
row_activated_cb (StewardWindow *self,
                  GtkListBoxRow *row)
{
  g_autoptr (StewardSession) session = NULL;

  session = g_list_model_get_item (G_LIST_MODEL (self->sessions), gtk_list_box_row_get_index (row));
  steward_window_show_session (self, session);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  return steward_session_row_new (item);
}

static StewardSession *
row_session (GtkListBoxRow *row)
{
  return steward_session_row_get_session (STEWARD_SESSION_ROW (row));
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  gboolean sample = steward_session_is_sample (row_session (row));
  GtkWidget *label;

  if (before != NULL && steward_session_is_sample (row_session (before)) == sample)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = steward_ui_label_new (sample ? _("Samples") : _("Projects"), "heading");
  gtk_widget_add_css_class (label, "sidebar-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
page_changed_cb (StewardWindow *self)
{
  steward_window_update_actions (self);
}

static void
back_cb (StewardWindow *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
zoom_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  StewardPage *page = current_page (STEWARD_WINDOW (widget));

  if (page != NULL)
    steward_page_zoom (page, g_variant_get_int32 (parameter));
}

static void
print_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  StewardPage *page = current_page (STEWARD_WINDOW (widget));

  if (page != NULL)
    steward_page_print (page);
}

static void
find_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  StewardPage *page = current_page (STEWARD_WINDOW (widget));

  if (page != NULL)
    steward_page_find (page);
}

static void
page_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  StewardWindow *self = STEWARD_WINDOW (widget);
  StewardPage *page;

  steward_window_show_page (self, g_variant_get_string (parameter, NULL));
  page = current_page (self);
  if (page != NULL)
    steward_page_enter (page);
}

static void
sidebar_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  StewardWindow *self = STEWARD_WINDOW (widget);

  adw_leaflet_set_visible_child (self->leaflet, self->sidebar);
  gtk_widget_child_focus (GTK_WIDGET (self->projects), GTK_DIR_TAB_FORWARD);
}

/* Samples are read one by one when there is nothing else to do, so that their
 * lights appear at the side without holding up the first frame. */
static gboolean
load_idle_cb (gpointer user_data)
{
  StewardWindow *self = user_data;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->sessions));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (StewardSession) session = g_list_model_get_item (G_LIST_MODEL (self->sessions), i);
      g_autoptr (GError) error = NULL;

      if (steward_session_get_project (session) != NULL)
        continue;
      if (steward_session_load (session, &error))
        return G_SOURCE_CONTINUE;
      /* Shown with its reason when the user selects it. */
      g_debug ("Sample not loaded: %s", error->message);
    }

  self->load_idle = 0;

  return G_SOURCE_REMOVE;
}

static gboolean
steward_window_close_request (GtkWindow *window)
{
  StewardWindow *self = STEWARD_WINDOW (window);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->sessions));

  steward_window_commit (self);
  for (guint i = 0; i < n && !self->closing; i++)
    {
      g_autoptr (StewardSession) session = g_list_model_get_item (G_LIST_MODEL (self->sessions), i);

      if (steward_session_get_modified (session))
        {
          steward_window_close_unsaved (self);
          return GDK_EVENT_STOP;
        }
    }

  return GTK_WINDOW_CLASS (steward_window_parent_class)->close_request (window);
}

static void
active_cb (StewardWindow *self)
{
  /* The desk is left on overnight; lights are those of today. */
  if (self->session != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    steward_session_check_day (self->session);
}

static void
bind_settings (StewardWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  GSettings *settings = steward_application_get_settings (STEWARD_APPLICATION (application));

  if (settings == NULL)
    return;

  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "last-page", self->pages, "visible-child-name", G_SETTINGS_BIND_DEFAULT);
}

static void
steward_window_constructed (GObject *object)
{
  StewardWindow *self = STEWARD_WINDOW (object);

  G_OBJECT_CLASS (steward_window_parent_class)->constructed (object);

  if (STEWARD_IS_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))))
    bind_settings (self);
}

static void
steward_window_dispose (GObject *object)
{
  StewardWindow *self = STEWARD_WINDOW (object);

  g_clear_handle_id (&self->load_idle, g_source_remove);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), STEWARD_TYPE_WINDOW);
  g_clear_object (&self->sessions);

  G_OBJECT_CLASS (steward_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, StewardWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, StewardWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, StewardWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, StewardWindow, content);
  gtk_widget_class_bind_template_child (widget_class, StewardWindow, projects);
  gtk_widget_class_bind_template_child (widget_class, StewardWindow, states);
  gtk_widget_class_bind_template_child (widget_class, StewardWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, StewardWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, StewardWindow, switcher_title);
  gtk_widget_class_bind_template_child (widget_class, StewardWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, StewardWindow, new_button);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, select_current);
}

static void
steward_window_class_init (StewardWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = steward_window_constructed;
  object_class->dispose = steward_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = steward_window_close_request;

  g_type_ensure (STEWARD_TYPE_OVERVIEW_PAGE);
  g_type_ensure (STEWARD_TYPE_ASSESSMENT_PAGE);
  g_type_ensure (STEWARD_TYPE_PLAN_PAGE);
  g_type_ensure (STEWARD_TYPE_FLOWCHART_PAGE);
  g_type_ensure (STEWARD_TYPE_TIMELINE_PAGE);
  g_type_ensure (STEWARD_TYPE_DOCUMENTS_PAGE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-window.ui");
  bind_children (widget_class);

  gtk_widget_class_install_action (widget_class, "win.zoom", "i", zoom_action);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.page", "s", page_action);
  gtk_widget_class_install_action (widget_class, "win.focus-sidebar", NULL, sidebar_action);
  steward_window_files_class_init (widget_class);
}

static void
steward_window_init (StewardWindow *self)
{
  self->sessions = g_list_store_new (STEWARD_TYPE_SESSION);
  self->session_signals = g_signal_group_new (STEWARD_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "schedule-changed",
                                  G_CALLBACK (schedule_changed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify", G_CALLBACK (update_title), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  steward_ui_space_tooltips (GTK_WIDGET (self));

  gtk_list_box_bind_model (self->projects, G_LIST_MODEL (self->sessions), create_row_cb, NULL, NULL);
  gtk_list_box_set_header_func (self->projects, header_cb, NULL, NULL);
  steward_window_files_init (self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);

  for (const StewardSample *sample = steward_samples_list (); sample->id != NULL; sample++)
    {
      g_autoptr (StewardSession) session = steward_session_new_for_sample (sample);

      steward_window_add_session (self, session);
      if (self->session == NULL)
        steward_window_show_session (self, session);
    }

  self->load_idle = g_idle_add_full (G_PRIORITY_LOW, load_idle_cb, self, NULL);
  update_title (self);
  steward_window_update_actions (self);
}

StewardWindow *
steward_window_new (StewardApplication *application)
{
  return g_object_new (STEWARD_TYPE_WINDOW, "application", application, NULL);
}

StewardSession *
steward_window_get_session (StewardWindow *self)
{
  g_return_val_if_fail (STEWARD_IS_WINDOW (self), NULL);

  return self->session;
}

void
steward_window_show_page (StewardWindow *self,
                          const char    *page)
{
  g_return_if_fail (STEWARD_IS_WINDOW (self));
  g_return_if_fail (page != NULL);

  if (adw_view_stack_get_child_by_name (self->pages, page) == NULL)
    return;

  adw_view_stack_set_visible_child_name (self->pages, page);
  adw_leaflet_set_visible_child (self->leaflet, self->content);
}

StewardPage *
steward_window_get_page (StewardWindow *self,
                         const char    *page)
{
  g_return_val_if_fail (STEWARD_IS_WINDOW (self), NULL);

  return STEWARD_PAGE (adw_view_stack_get_child_by_name (self->pages, page));
}

void
steward_window_toast (StewardWindow *self,
                      const char    *text)
{
  g_autofree char *markup = NULL;

  g_return_if_fail (STEWARD_IS_WINDOW (self));
  g_return_if_fail (text != NULL);

  /* Toasts read markup, and project names may hold an ampersand. */
  markup = g_markup_escape_text (text, -1);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (markup));
}
