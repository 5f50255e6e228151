/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-window-private.h"

#include "steward-ui-text.h"

static StewardPortfolioPage *
get_page (StewardWindow *self)
{
  GtkWidget *page = adw_bin_get_child (self->portfolio_slot);

  return page != NULL ? STEWARD_PORTFOLIO_PAGE (page) : NULL;
}

StewardPortfolioPage *
steward_window_get_portfolio (StewardWindow *self)
{
  const char *state = gtk_stack_get_visible_child_name (self->states);

  return g_strcmp0 (state, "portfolio") == 0 ? get_page (self) : NULL;
}

void
steward_window_portfolio_update (StewardWindow *self)
{
  StewardPortfolioPage *page = get_page (self);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (page == NULL || !STEWARD_IS_APPLICATION (application))
    return;

  steward_portfolio_page_set_today (page, steward_day_watch_get_today (steward_application_get_day_watch (
                                            STEWARD_APPLICATION (application))));
  if (self->store != NULL)
    steward_portfolio_page_set_source (page, self->store, steward_project_sidebar_get_list (self->projects));
}

static void
activated_cb (StewardWindow *self,
              const char    *id,
              const char    *row)
{
  steward_window_show_project (self, id, row);
}

/* Made when somebody first asks for it: a quicker start. */
static void
make_page (StewardWindow *self)
{
  GtkWidget *page;

  if (get_page (self) != NULL)
    return;

  page = g_object_new (STEWARD_TYPE_PORTFOLIO_PAGE, NULL);
  steward_ui_space_tooltips (page);
  g_signal_connect_object (page, "activate-project", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->portfolio_slot, page);
  steward_window_portfolio_update (self);
}

static void
portfolio_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  StewardWindow *self = STEWARD_WINDOW (widget);

  make_page (self);
  steward_window_leave_project (self);
  gtk_stack_set_visible_child_name (self->states, "portfolio");
  adw_leaflet_set_visible_child (self->leaflet, self->content);
  steward_page_enter (STEWARD_PAGE (get_page (self)));
}

void
steward_window_portfolio_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.portfolio", NULL, portfolio_action);
}
