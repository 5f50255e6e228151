/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-portfolio-page.h"

#include <glib/gi18n-lib.h>

#include "steward-ui-text.h"

/* Reading that is over by then is not worth a word. */
#define PATIENCE 500

struct _StewardPortfolioPage
{
  StewardPage             parent_instance;

  GtkStack               *stack;
  GtkDropDown            *scale;
  GtkWidget              *bar;
  GtkLabel               *bar_label;
  GtkWidget              *go_on;
  GtkRevealer            *waiting;
  GtkProgressBar         *progress;
  StewardPortfolioView   *view;
  GtkWidget              *details;
  GtkLabel               *name;
  GtkLabel               *about;
  GtkWidget              *open;

  StewardPortfolioReader *reader;
  guint                   patience;   /* source that shows the progress, or 0 */
};

enum { ACTIVATE_PROJECT, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardPortfolioPage, steward_portfolio_page, STEWARD_TYPE_PAGE)

static void
show_details (StewardPortfolioPage *self)
{
  const char *id = steward_canvas_get_selected (STEWARD_CANVAS (self->view));
  const StewardTimeline *timeline = steward_portfolio_view_get_timeline (self->view);
  g_autofree char *text = timeline != NULL && id != NULL ? steward_timeline_describe (timeline, id) : NULL;
  g_auto (GStrv) lines = text != NULL ? g_strsplit (text, "\n", -1) : NULL;
  g_autofree char *about = NULL;

  gtk_widget_set_visible (self->details, lines != NULL);
  if (lines == NULL)
    return;

  about = g_strjoinv (" · ", lines + 1);
  gtk_label_set_text (self->name, lines[0]);
  gtk_label_set_text (self->about, about);
  gtk_widget_set_visible (self->open, steward_portfolio_view_find_project (self->view, id) != NULL);
}

/* Which projects are missing, and why. */
static char *
tell_missing (StewardPortfolioPage *self)
{
  guint wanted, total, done = steward_portfolio_reader_get_done (self->reader, &wanted, &total);
  guint failed = steward_portfolio_reader_get_failed (self->reader);
  g_autofree char *unread = NULL;
  g_autofree char *rest = NULL;

  if (steward_portfolio_reader_is_stopped (self->reader))
    return g_strdup_printf (_("Stopped after %u of %u projects."), done, wanted);
  if (steward_portfolio_reader_is_reading (self->reader))
    return NULL;
  if (failed > 0)
    unread = g_strdup_printf (ngettext ("%u project could not be read and is not shown.",
                                        "%u projects could not be read and are not shown.", failed), failed);
  if (total > wanted)
    rest = g_strdup_printf (_("The first %u of the %u projects in the list. Search or filter the list to see others."),
                            wanted, total);

  if (unread != NULL && rest != NULL)
    return g_strconcat (unread, "\n", rest, NULL);

  return unread != NULL ? g_steal_pointer (&unread) : g_steal_pointer (&rest);
}

static gboolean
patience_cb (gpointer user_data)
{
  StewardPortfolioPage *self = user_data;

  self->patience = 0;
  gtk_revealer_set_reveal_child (self->waiting, TRUE);

  return G_SOURCE_REMOVE;
}

static void
show_progress (StewardPortfolioPage *self)
{
  guint wanted, done = steward_portfolio_reader_get_done (self->reader, &wanted, NULL);
  gboolean reading = steward_portfolio_reader_is_reading (self->reader);
  g_autofree char *text = NULL;

  if (!reading)
    {
      g_clear_handle_id (&self->patience, g_source_remove);
      gtk_revealer_set_reveal_child (self->waiting, FALSE);
      return;
    }
  if (self->patience == 0 && !gtk_revealer_get_reveal_child (self->waiting))
    self->patience = g_timeout_add (PATIENCE, patience_cb, self);
  text = g_strdup_printf (ngettext ("%u of %u project", "%u of %u projects", wanted), done, wanted);
  gtk_progress_bar_set_fraction (self->progress, wanted > 0 ? done / (double) wanted : 0);
  gtk_progress_bar_set_text (self->progress, text);
}

static void
progress_cb (StewardPortfolioPage *self)
{
  guint shown = steward_portfolio_reader_get_projects (self->reader)->len;
  gboolean reading = steward_portfolio_reader_is_reading (self->reader);
  g_autofree char *missing = tell_missing (self);

  show_progress (self);
  gtk_label_set_text (self->bar_label, missing != NULL ? missing : "");
  gtk_widget_set_visible (self->bar, missing != NULL);
  gtk_widget_set_visible (self->go_on, steward_portfolio_reader_is_stopped (self->reader));
  if (shown > 0)
    gtk_stack_set_visible_child_name (self->stack, "drawing");
  else if (!reading)
    gtk_stack_set_visible_child_name (self->stack, "empty");
}

/* A project that is still there stays selected: somebody may be going through
 * them while others change theirs. What is told of it follows when it is drawn. */
static void
changed_cb (StewardPortfolioPage *self)
{
  GPtrArray *projects = steward_portfolio_reader_get_projects (self->reader);
  StewardCalendar *calendar = steward_portfolio_reader_get_calendar (self->reader);
  g_autofree char *selected = g_strdup (steward_canvas_get_selected (STEWARD_CANVAS (self->view)));

  steward_portfolio_view_set_projects (self->view, calendar != NULL ? projects : NULL, calendar,
                                       steward_portfolio_reader_get_today (self->reader));
  if (steward_portfolio_view_find_project (self->view, selected) != NULL)
    return;
  steward_canvas_set_selected (STEWARD_CANVAS (self->view), NULL);
  show_details (self);
}

static void
activated_cb (StewardPortfolioPage *self)
{
  g_autofree char *id = g_strdup (steward_canvas_get_selected (STEWARD_CANVAS (self->view)));

  if (steward_portfolio_view_find_project (self->view, id) != NULL)
    g_signal_emit (self, signals[ACTIVATE_PROJECT], 0, id, NULL);
}

static void
scale_cb (StewardPortfolioPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->scale);

  if (selected <= STEWARD_ZOOM_FIT)
    steward_portfolio_view_set_scale (self->view, selected);
}

static void
today_cb (StewardPortfolioPage *self)
{
  steward_portfolio_view_show_day (self->view, steward_portfolio_reader_get_today (self->reader));
}

static void
load_cb (StewardPortfolioPage *self)
{
  steward_portfolio_view_show_load (self->view);
}

static void
stop_cb (StewardPortfolioPage *self)
{
  steward_portfolio_reader_stop (self->reader);
}

static void
go_on_cb (StewardPortfolioPage *self)
{
  steward_portfolio_reader_go_on (self->reader);
}

static void
steward_portfolio_page_zoom (StewardPage *page,
                             int          direction)
{
  StewardPortfolioPage *self = STEWARD_PORTFOLIO_PAGE (page);

  gtk_drop_down_set_selected (self->scale,
                              steward_timeline_step_zoom (steward_portfolio_view_get_timeline (self->view),
                                                          steward_portfolio_view_get_scale (self->view), direction));
}

static StewardDrawing *
steward_portfolio_page_draw (StewardPage *page)
{
  StewardPortfolioPage *self = STEWARD_PORTFOLIO_PAGE (page);
  StewardCalendar *calendar = steward_portfolio_reader_get_calendar (self->reader);

  if (calendar == NULL)
    return NULL;

  return steward_drawing_new_portfolio (steward_portfolio_reader_get_projects (self->reader), calendar,
                                        steward_portfolio_reader_get_today (self->reader),
                                        steward_portfolio_view_get_scale (self->view));
}

static void
steward_portfolio_page_enter (StewardPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (STEWARD_PORTFOLIO_PAGE (page)->view));
}

static void
steward_portfolio_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (steward_portfolio_page_parent_class)->map (widget);

  steward_portfolio_reader_set_active (STEWARD_PORTFOLIO_PAGE (widget)->reader, TRUE);
}

static void
steward_portfolio_page_unmap (GtkWidget *widget)
{
  steward_portfolio_reader_set_active (STEWARD_PORTFOLIO_PAGE (widget)->reader, FALSE);

  GTK_WIDGET_CLASS (steward_portfolio_page_parent_class)->unmap (widget);
}

static void
steward_portfolio_page_dispose (GObject *object)
{
  StewardPortfolioPage *self = STEWARD_PORTFOLIO_PAGE (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  if (self->reader != NULL)
    g_signal_handlers_disconnect_by_data (self->reader, self);
  g_clear_object (&self->reader);
  steward_page_dispose_template (STEWARD_PAGE (self), STEWARD_TYPE_PORTFOLIO_PAGE);

  G_OBJECT_CLASS (steward_portfolio_page_parent_class)->dispose (object);
}

static void
steward_portfolio_page_class_init (StewardPortfolioPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  StewardPageClass *page_class = STEWARD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_portfolio_page_dispose;
  widget_class->map = steward_portfolio_page_map;
  widget_class->unmap = steward_portfolio_page_unmap;
  page_class->zoom = steward_portfolio_page_zoom;
  page_class->draw = steward_portfolio_page_draw;
  page_class->enter = steward_portfolio_page_enter;
  signals[ACTIVATE_PROJECT] = g_signal_new ("activate-project", STEWARD_TYPE_PORTFOLIO_PAGE, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  g_type_ensure (STEWARD_TYPE_PORTFOLIO_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-portfolio-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StewardPortfolioPage, stack);
  gtk_widget_class_bind_template_child (widget_class, StewardPortfolioPage, scale);
  gtk_widget_class_bind_template_child (widget_class, StewardPortfolioPage, bar);
  gtk_widget_class_bind_template_child (widget_class, StewardPortfolioPage, bar_label);
  gtk_widget_class_bind_template_child (widget_class, StewardPortfolioPage, go_on);
  gtk_widget_class_bind_template_child (widget_class, StewardPortfolioPage, waiting);
  gtk_widget_class_bind_template_child (widget_class, StewardPortfolioPage, progress);
  gtk_widget_class_bind_template_child (widget_class, StewardPortfolioPage, view);
  gtk_widget_class_bind_template_child (widget_class, StewardPortfolioPage, details);
  gtk_widget_class_bind_template_child (widget_class, StewardPortfolioPage, name);
  gtk_widget_class_bind_template_child (widget_class, StewardPortfolioPage, about);
  gtk_widget_class_bind_template_child (widget_class, StewardPortfolioPage, open);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_details);
  gtk_widget_class_bind_template_callback (widget_class, scale_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_cb);
  gtk_widget_class_bind_template_callback (widget_class, load_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_on_cb);
}

static void
steward_portfolio_page_init (StewardPortfolioPage *self)
{
  self->reader = steward_portfolio_reader_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_selected (self->scale, STEWARD_ZOOM_FIT);
  g_signal_connect_object (self->reader, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
}

void
steward_portfolio_page_set_source (StewardPortfolioPage *self,
                                   StewardStore         *store,
                                   StewardProjectList   *list)
{
  g_return_if_fail (STEWARD_IS_PORTFOLIO_PAGE (self));

  steward_portfolio_reader_set_source (self->reader, store, list);
}

void
steward_portfolio_page_set_today (StewardPortfolioPage *self,
                                  StewardDay            today)
{
  g_return_if_fail (STEWARD_IS_PORTFOLIO_PAGE (self));

  steward_portfolio_reader_set_today (self->reader, today);
}

StewardPortfolioReader *
steward_portfolio_page_get_reader (StewardPortfolioPage *self)
{
  g_return_val_if_fail (STEWARD_IS_PORTFOLIO_PAGE (self), NULL);

  return self->reader;
}

StewardPortfolioView *
steward_portfolio_page_get_view (StewardPortfolioPage *self)
{
  g_return_val_if_fail (STEWARD_IS_PORTFOLIO_PAGE (self), NULL);

  return self->view;
}
