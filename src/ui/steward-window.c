/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-window-private.h"

#include <glib/gi18n-lib.h>

#include "steward-assessment-page.h"
#include "steward-backward-window.h"
#include "steward-case-page.h"
#include "steward-documents-page.h"
#include "steward-findings-page.h"
#include "steward-flowchart-page.h"
#include "steward-levers-window.h"
#include "steward-overview-page.h"
#include "steward-plan-page.h"
#include "steward-timeline-page.h"
#include "steward-ui-text.h"

/* Made when somebody first looks at them: a quicker start. */
static const struct
{
  const char *name;
  GType     (*get_type) (void);
} page_kinds[] = {
  { "overview", steward_overview_page_get_type },
  { "assessment", steward_assessment_page_get_type },
  { "plan", steward_plan_page_get_type },
  { "flowchart", steward_flowchart_page_get_type },
  { "timeline", steward_timeline_page_get_type },
  { "documents", steward_documents_page_get_type },
  { "case", steward_case_page_get_type },
  { "checks", steward_findings_page_get_type },
};

G_DEFINE_FINAL_TYPE (StewardWindow, steward_window, ADW_TYPE_APPLICATION_WINDOW)

/* What @slot of the stack holds, NULL when it is not made yet. */
static StewardPage *
page_in (GtkWidget *slot)
{
  GtkWidget *page = slot != NULL ? adw_bin_get_child (ADW_BIN (slot)) : NULL;

  return page != NULL ? STEWARD_PAGE (page) : NULL;
}

static StewardPage *
find_page (StewardWindow *self,
           const char    *name)
{
  return page_in (adw_view_stack_get_child_by_name (self->pages, name));
}

StewardPage *
steward_window_current_page (StewardWindow *self)
{
  StewardPortfolioPage *portfolio = steward_window_get_portfolio (self);

  if (portfolio != NULL)
    return STEWARD_PAGE (portfolio);

  return self->session != NULL ? page_in (adw_view_stack_get_visible_child (self->pages)) : NULL;
}

void
steward_window_update_actions (StewardWindow *self)
{
  gboolean loaded = self->session != NULL;
  StewardPage *page = steward_window_current_page (self);
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean removed = loaded && steward_project_get_state (steward_session_get_project (self->session))
                               == STEWARD_STATE_REMOVED;

  gtk_widget_action_set_enabled (widget, "win.export", loaded);
  gtk_widget_action_set_enabled (widget, "win.archive", loaded && self->store != NULL);
  gtk_widget_action_set_enabled (widget, "win.levers", loaded);
  gtk_widget_action_set_enabled (widget, "win.present", loaded);
  gtk_widget_action_set_enabled (widget, "win.backward", loaded);
  gtk_widget_action_set_enabled (widget, "win.close-project", loaded);
  gtk_widget_action_set_enabled (widget, "win.remove-project", loaded && !removed);
  gtk_widget_action_set_enabled (widget, "win.bring-back", removed);
  gtk_widget_action_set_enabled (widget, "win.zoom", page != NULL && steward_page_can_zoom (page));
  gtk_widget_action_set_enabled (widget, "win.print",
                                 page != NULL && (steward_page_can_print (page) || steward_page_can_draw (page)));
  gtk_widget_action_set_enabled (widget, "win.export-drawing", page != NULL && steward_page_can_draw (page));
  gtk_widget_action_set_enabled (widget, "win.copy-picture", page != NULL && steward_page_can_draw (page));
  gtk_widget_action_set_enabled (widget, "win.find", page != NULL && steward_page_can_find (page));
}

static void
update_title (StewardWindow *self)
{
  const char *title = self->session != NULL ? steward_session_get_title (self->session) : _("Steward");

  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_view_switcher_title_set_title (self->switcher_title, title);
}

static void
schedule_changed_cb (StewardWindow *self)
{
  const GError *error = steward_session_get_error (self->session);

  if (error != NULL)
    steward_window_toast (self, error->message);
  steward_window_update_actions (self);
  steward_window_update_bar (self);
  steward_window_guard_merged (self, TRUE);
}

void
steward_window_commit (StewardWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (page_kinds); i++)
    {
      StewardPage *page = find_page (self, page_kinds[i].name);

      if (page != NULL)
        steward_page_commit (page);
    }
}

/* What was typed so far is one change when the user goes elsewhere. */
static void
focus_cb (StewardWindow *self)
{
  if (self->session != NULL && steward_session_get_keeper (self->session) != NULL)
    steward_keeper_flush (steward_session_get_keeper (self->session));
  steward_window_history_focus (self);
}

static void
make_current_page (StewardWindow *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->pages);

  if (self->session != NULL && name != NULL)
    steward_window_get_page (self, name);
}

static void
set_session_of_pages (StewardWindow  *self,
                      StewardSession *session)
{
  for (gsize i = 0; i < G_N_ELEMENTS (page_kinds); i++)
    {
      StewardPage *page = find_page (self, page_kinds[i].name);

      if (page != NULL)
        steward_page_set_session (page, session);
    }
}

/* A case belongs to its project. */
static void
leave_case (StewardWindow *self)
{
  StewardPage *page = find_page (self, "case");

  if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->pages), "case") == 0
      && (page == NULL || steward_case_page_get_item (STEWARD_CASE_PAGE (page)) == NULL))
    adw_view_stack_set_visible_child_name (self->pages, "plan");
}

void
steward_window_show_session (StewardWindow  *self,
                             StewardSession *session)
{
  const char *id = session != NULL ? steward_project_get_id (steward_session_get_project (session)) : NULL;

  g_return_if_fail (STEWARD_IS_WINDOW (self));
  g_return_if_fail (session == NULL || STEWARD_IS_SESSION (session));

  /* The pages hand over what is still being typed into the one before. */
  set_session_of_pages (self, session);
  if (self->session != NULL && self->session != session)
    focus_cb (self);
  /* Its button would take back something of the project shown now. */
  if (session != NULL && self->session != session && self->history_toast != NULL)
    adw_toast_dismiss (self->history_toast);
  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);

  /* The switcher of a project means nothing where there is none. */
  adw_view_switcher_title_set_view_switcher_enabled (self->switcher_title, session != NULL);
  if (session != NULL)
    gtk_stack_set_visible_child_name (self->states, "project");
  leave_case (self);
  make_current_page (self);
  steward_window_update_places (self);
  steward_project_sidebar_set_selected (self->projects, id);
  steward_window_history_update (self);
  update_title (self);
  steward_window_update_actions (self);
  steward_window_look_for_rules (self);
  steward_window_update_bar (self);
  steward_window_guard_merged (self, FALSE);
}

static void
activated_cb (StewardWindow *self,
              const char    *id,
              const char    *row)
{
  steward_window_show_project (self, id, row);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

void
steward_window_update_places (StewardWindow *self)
{
  gboolean many = steward_window_get_portfolio (self) != NULL;

  gtk_toggle_button_set_active (self->today_button, self->session == NULL && !many);
  gtk_toggle_button_set_active (self->portfolio_button, many);
  steward_window_update_actions (self);
}

/* A second click does not turn Today off. */
static void
today_clicked_cb (StewardWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.today", NULL);
  steward_window_update_places (self);
}

static void
portfolio_clicked_cb (StewardWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.portfolio", NULL);
  steward_window_update_places (self);
}

static void
page_changed_cb (StewardWindow *self)
{
  make_current_page (self);
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
  StewardPage *page = steward_window_current_page (STEWARD_WINDOW (widget));

  if (page != NULL)
    steward_page_zoom (page, g_variant_get_int32 (parameter));
}

static void
find_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  StewardPage *page = steward_window_current_page (STEWARD_WINDOW (widget));

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
  page = steward_window_current_page (self);
  if (page != NULL)
    steward_page_enter (page);
}

static void
case_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  steward_window_show_case (STEWARD_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* What is still being typed belongs to what the levers are tried on. */
static void
levers_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  StewardWindow *self = STEWARD_WINDOW (widget);

  steward_window_commit (self);
  gtk_window_present (GTK_WINDOW (steward_levers_window_new (GTK_WINDOW (self), self->session)));
}

static void
backward_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  StewardWindow *self = STEWARD_WINDOW (widget);

  steward_window_commit (self);
  gtk_window_present (GTK_WINDOW (steward_backward_window_new (GTK_WINDOW (self), self->session)));
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

static void
find_project_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  StewardWindow *self = STEWARD_WINDOW (widget);

  adw_leaflet_set_visible_child (self->leaflet, self->sidebar);
  steward_project_sidebar_find (self->projects);
}

static gboolean
steward_window_close_request (GtkWindow *window)
{
  StewardWindow *self = STEWARD_WINDOW (window);

  steward_window_commit (self);
  if (!self->given_up && !steward_window_settle (self))
    {
      /* A matter of milliseconds, unless there is a problem. */
      self->closing = TRUE;
      steward_window_ask_unkept (self);
      return GDK_EVENT_STOP;
    }

  return GTK_WINDOW_CLASS (steward_window_parent_class)->close_request (window);
}

static StewardDayWatch *
get_days (StewardWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  return STEWARD_IS_APPLICATION (application)
         ? steward_application_get_day_watch (STEWARD_APPLICATION (application)) : NULL;
}

static void
active_cb (StewardWindow *self)
{
  StewardDayWatch *days = get_days (self);

  /* The desk is left on overnight; lights are those of today. */
  if (days != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    steward_day_watch_check (days);
}

static void
day_changed_cb (StewardWindow *self)
{
  StewardDay today = steward_day_watch_get_today (get_days (self));

  steward_project_sidebar_set_today (self->projects, today);
  steward_today_page_set_today (self->today, today);
  steward_window_portfolio_update (self);
  if (self->session != NULL)
    steward_session_check_day (self->session);
}

static void
steward_name_cb (StewardWindow *self,
                 const char    *key,
                 GSettings     *settings)
{
  g_autofree char *name = g_settings_get_string (settings, "steward-name");
  const char *steward = *name != '\0' ? name : g_get_user_name ();

  steward_project_sidebar_set_steward (self->projects, steward);
  steward_today_page_set_steward (self->today, steward);
  steward_window_update_person (self);
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
  g_signal_connect_object (settings, "changed::steward-name", G_CALLBACK (steward_name_cb), self,
                           G_CONNECT_SWAPPED);
  steward_name_cb (self, NULL, settings);
}

static void
bind_application (StewardWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  g_signal_connect_object (get_days (self), "day-changed", G_CALLBACK (day_changed_cb), self, G_CONNECT_SWAPPED);
  day_changed_cb (self);
  g_signal_connect_object (application, "notify::store", G_CALLBACK (steward_window_attach_store), self,
                           G_CONNECT_SWAPPED);
  steward_window_attach_store (self);
}

static void
steward_window_dispose (GObject *object)
{
  StewardWindow *self = STEWARD_WINDOW (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_pointer (&self->newer, steward_pack_unref);
  g_clear_pointer (&self->passed_over, g_hash_table_unref);
  g_clear_pointer (&self->merged, g_free);
  g_clear_object (&self->history);
  g_clear_weak_pointer (&self->history_toast);
  g_clear_weak_pointer (&self->presenter);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), STEWARD_TYPE_WINDOW);

  G_OBJECT_CLASS (steward_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, StewardWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, StewardWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, StewardWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, StewardWindow, content);
  gtk_widget_class_bind_template_child (widget_class, StewardWindow, today_button);
  gtk_widget_class_bind_template_child (widget_class, StewardWindow, portfolio_button);
  gtk_widget_class_bind_template_child (widget_class, StewardWindow, projects);
  gtk_widget_class_bind_template_child (widget_class, StewardWindow, today);
  gtk_widget_class_bind_template_child (widget_class, StewardWindow, portfolio_slot);
  gtk_widget_class_bind_template_child (widget_class, StewardWindow, states);
  gtk_widget_class_bind_template_child (widget_class, StewardWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, StewardWindow, samples);
  gtk_widget_class_bind_template_child (widget_class, StewardWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, StewardWindow, switcher_title);
  gtk_widget_class_bind_template_child (widget_class, StewardWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, StewardWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, StewardWindow, new_button);
  gtk_widget_class_bind_template_child (widget_class, StewardWindow, history_menu);
  gtk_widget_class_bind_template_child (widget_class, StewardWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, StewardWindow, bar_label);
  gtk_widget_class_bind_template_child (widget_class, StewardWindow, bar_button);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, portfolio_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, steward_window_update_places);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

static void
steward_window_class_init (StewardWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = steward_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = steward_window_close_request;

  g_type_ensure (STEWARD_TYPE_PROJECT_SIDEBAR);
  g_type_ensure (STEWARD_TYPE_TODAY_PAGE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-window.ui");
  bind_children (widget_class);

  gtk_widget_class_install_action (widget_class, "win.zoom", "i", zoom_action);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.page", "s", page_action);
  gtk_widget_class_install_action (widget_class, "win.case", "s", case_action);
  gtk_widget_class_install_action (widget_class, "win.backward", NULL, backward_action);
  gtk_widget_class_install_action (widget_class, "win.levers", NULL, levers_action);
  gtk_widget_class_install_action (widget_class, "win.focus-sidebar", NULL, sidebar_action);
  gtk_widget_class_install_action (widget_class, "win.find-project", NULL, find_project_action);
  steward_window_projects_class_init (widget_class);
  steward_window_files_class_init (widget_class);
  steward_window_create_class_init (widget_class);
  steward_window_history_class_init (widget_class);
  steward_window_backup_class_init (widget_class);
  steward_window_calendar_class_init (widget_class);
  steward_window_drawing_class_init (widget_class);
  steward_window_papers_class_init (widget_class);
  steward_window_sections_class_init (widget_class);
  steward_window_portfolio_class_init (widget_class);
  steward_window_presentation_class_init (widget_class);
  steward_window_rules_class_init (widget_class);
}

static void
steward_window_init (StewardWindow *self)
{
  self->session_signals = g_signal_group_new (STEWARD_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "schedule-changed",
                                  G_CALLBACK (schedule_changed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify", G_CALLBACK (update_title), self);

  self->passed_over = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  steward_ui_space_tooltips (GTK_WIDGET (self));

  steward_window_projects_init (self);
  steward_window_files_init (self);
  steward_window_create_init (self);
  steward_window_history_init (self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_cb), NULL);
  steward_window_show_session (self, NULL);
}

StewardWindow *
steward_window_new (StewardApplication *application)
{
  StewardWindow *self;

  g_return_val_if_fail (STEWARD_IS_APPLICATION (application), NULL);

  self = g_object_new (STEWARD_TYPE_WINDOW, "application", application, NULL);
  bind_settings (self);
  bind_application (self);

  return self;
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

  /* Before it is turned to, so that the keyboard can go there. */
  if (self->session != NULL)
    steward_window_get_page (self, page);
  adw_view_stack_set_visible_child_name (self->pages, page);
  adw_leaflet_set_visible_child (self->leaflet, self->content);
}

void
steward_window_show_case (StewardWindow *self,
                          const char    *item)
{
  const char *from = adw_view_stack_get_visible_child_name (self->pages);
  StewardPage *page;

  g_return_if_fail (STEWARD_IS_WINDOW (self));
  g_return_if_fail (item != NULL);

  page = steward_window_get_page (self, "case");
  if (g_str_equal (gtk_stack_get_visible_child_name (self->states), "today"))
    from = "today";
  else if (g_strcmp0 (from, "case") == 0)
    from = NULL;
  steward_case_page_show_item (STEWARD_CASE_PAGE (page), item, from);
  steward_window_show_page (self, "case");
}

StewardPage *
steward_window_get_page (StewardWindow *self,
                         const char    *page)
{
  StewardPage *found;

  g_return_val_if_fail (STEWARD_IS_WINDOW (self), NULL);
  g_return_val_if_fail (page != NULL, NULL);

  found = find_page (self, page);
  for (gsize i = 0; i < G_N_ELEMENTS (page_kinds) && found == NULL; i++)
    if (g_str_equal (page_kinds[i].name, page))
      {
        found = g_object_new (page_kinds[i].get_type (), NULL);
        steward_ui_space_tooltips (GTK_WIDGET (found));
        steward_page_set_session (found, self->session);
        adw_bin_set_child (ADW_BIN (adw_view_stack_get_child_by_name (self->pages, page)), GTK_WIDGET (found));
      }

  return found;
}

/* Toasts read markup, and project names may hold an ampersand. */
static AdwToast *
toast_new (const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  return adw_toast_new (markup);
}

void
steward_window_toast (StewardWindow *self,
                      const char    *text)
{
  g_return_if_fail (STEWARD_IS_WINDOW (self));
  g_return_if_fail (text != NULL);

  adw_toast_overlay_add_toast (self->toasts, toast_new (text));
}

void
steward_window_toast_action (StewardWindow *self,
                             const char    *text,
                             const char    *button,
                             const char    *action,
                             GVariant      *target)
{
  AdwToast *toast;

  g_return_if_fail (STEWARD_IS_WINDOW (self));
  g_return_if_fail (text != NULL && button != NULL && action != NULL);

  toast = toast_new (text);
  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
  adw_toast_set_action_target_value (toast, target);
  adw_toast_overlay_add_toast (self->toasts, toast);
}
