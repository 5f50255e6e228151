/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-portfolio-view.h"

#include "steward-ui-text.h"

struct _StewardPortfolioView
{
  StewardCanvas    parent_instance;

  GPtrArray       *projects;
  StewardCalendar *calendar;
  StewardDay       today;
  StewardTimeline *timeline;
  StewardZoom      scale;
  StewardDay       anchor;     /* day to be in the middle after the next layout, or none */
  gboolean         told;       /* that there is a layout of these projects */
};

enum { LAID_OUT, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardPortfolioView, steward_portfolio_view, STEWARD_TYPE_CANVAS)

static void
steward_portfolio_view_layout (StewardCanvas *canvas,
                               double         width,
                               double         height,
                               double         text_scale,
                               double        *content_width,
                               double        *content_height)
{
  StewardPortfolioView *self = STEWARD_PORTFOLIO_VIEW (canvas);
  StewardTimelineOptions options = { .width = width, .zoom = self->scale, .text_scale = text_scale };

  *content_width = width;
  *content_height = height;
  g_clear_pointer (&self->timeline, steward_timeline_free);
  if (self->projects == NULL)
    return;

  self->timeline = steward_portfolio_layout (self->projects, self->calendar, self->today, &options);
  steward_timeline_get_size (self->timeline, content_width, content_height);
}

static void
steward_portfolio_view_paint (StewardCanvas           *canvas,
                              cairo_t                 *cr,
                              const StewardStyle      *style,
                              const cairo_rectangle_t *clip,
                              const char              *focus)
{
  StewardPortfolioView *self = STEWARD_PORTFOLIO_VIEW (canvas);

  if (self->timeline != NULL)
    steward_timeline_paint (self->timeline, cr, style, clip, focus);
}

static const char *
steward_portfolio_view_hit (StewardCanvas *canvas,
                            double         x,
                            double         y)
{
  StewardPortfolioView *self = STEWARD_PORTFOLIO_VIEW (canvas);
  StewardPortfolioSpot spot;

  if (self->timeline == NULL || !steward_portfolio_find_spot (self->timeline, x, y, &spot))
    return NULL;

  return spot.project != NULL ? spot.project->id : spot.bureau;
}

static void
steward_portfolio_view_head (StewardCanvas *canvas,
                             double        *width,
                             double        *height)
{
  StewardPortfolioView *self = STEWARD_PORTFOLIO_VIEW (canvas);

  if (self->timeline != NULL)
    steward_timeline_get_head (self->timeline, width, height);
}

static void
steward_portfolio_view_placed (StewardCanvas *canvas)
{
  StewardPortfolioView *self = STEWARD_PORTFOLIO_VIEW (canvas);
  GtkAdjustment *adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self));
  StewardDay day = self->anchor;
  double head_width, head_height, zoom = steward_canvas_get_zoom (canvas);

  if (self->timeline == NULL)
    return;
  if (!self->told)
    {
      self->told = TRUE;
      g_signal_emit (self, signals[LAID_OUT], 0);
    }
  if (day == STEWARD_DAY_NONE || adjustment == NULL)
    return;

  self->anchor = STEWARD_DAY_NONE;
  steward_timeline_get_head (self->timeline, &head_width, &head_height);
  gtk_adjustment_set_value (adjustment, steward_timeline_day_to_x (self->timeline, day) * zoom
                                        - (head_width * zoom + gtk_widget_get_width (GTK_WIDGET (self))) / 2);
}

/* Of what is seen, in points. */
static double
middle (StewardPortfolioView *self)
{
  GtkAdjustment *sideways = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self));

  return (gtk_adjustment_get_value (sideways) + gtk_widget_get_width (GTK_WIDGET (self)) / 2.0)
         / steward_canvas_get_zoom (STEWARD_CANVAS (self));
}

static void
tell (StewardPortfolioView *self)
{
  const char *selected = steward_canvas_get_selected (STEWARD_CANVAS (self));
  g_autofree char *text = self->timeline != NULL && selected != NULL
                          ? steward_timeline_describe (self->timeline, selected) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  StewardPortfolioView *self = STEWARD_PORTFOLIO_VIEW (widget);
  StewardCanvas *canvas = STEWARD_CANVAS (widget);
  cairo_rectangle_t place;
  g_autofree char *id = NULL;

  if (self->timeline == NULL)
    return FALSE;
  id = g_strdup (steward_timeline_step_line (self->timeline, steward_canvas_get_selected (canvas),
                                             g_variant_get_int32 (arguments)));
  if (id == NULL)
    return FALSE;

  steward_canvas_set_selected (canvas, id);
  /* Up and down only: who goes through the projects has not asked for other days. */
  if (steward_timeline_find_row (self->timeline, id, &place))
    steward_canvas_reveal (canvas, middle (self), place.y, 0, place.height);
  g_signal_emit_by_name (self, "selected", id);

  return TRUE;
}

static gboolean
tooltip_cb (StewardPortfolioView *self,
            int                   widget_x,
            int                   widget_y,
            gboolean              keyboard,
            GtkTooltip           *tooltip)
{
  const char *id = steward_canvas_get_selected (STEWARD_CANVAS (self));
  g_autofree char *text = NULL;
  double x, y;

  if (self->timeline == NULL)
    return FALSE;
  steward_canvas_to_drawing (STEWARD_CANVAS (self), widget_x, widget_y, &x, &y);
  if (!keyboard)
    id = steward_portfolio_view_hit (STEWARD_CANVAS (self), x, y);
  text = id != NULL ? steward_timeline_describe (self->timeline, id) : NULL;
  if (text == NULL)
    return FALSE;

  steward_ui_show_tooltip (tooltip, text);

  return TRUE;
}

static void
selected_cb (StewardPortfolioView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  tell (self);
}

static void
lay_out_again (StewardPortfolioView *self)
{
  g_clear_pointer (&self->timeline, steward_timeline_free);
  steward_canvas_queue_layout (STEWARD_CANVAS (self));
}

static void
steward_portfolio_view_dispose (GObject *object)
{
  StewardPortfolioView *self = STEWARD_PORTFOLIO_VIEW (object);

  g_clear_pointer (&self->timeline, steward_timeline_free);
  g_clear_pointer (&self->projects, g_ptr_array_unref);
  g_clear_pointer (&self->calendar, steward_calendar_unref);

  G_OBJECT_CLASS (steward_portfolio_view_parent_class)->dispose (object);
}

static void
steward_portfolio_view_class_init (StewardPortfolioViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  StewardCanvasClass *canvas_class = STEWARD_CANVAS_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_portfolio_view_dispose;
  canvas_class->layout = steward_portfolio_view_layout;
  canvas_class->paint = steward_portfolio_view_paint;
  canvas_class->hit = steward_portfolio_view_hit;
  canvas_class->head = steward_portfolio_view_head;
  canvas_class->placed = steward_portfolio_view_placed;
  /* The projects that were set last can be asked for now. */
  signals[LAID_OUT] = g_signal_new ("laid-out", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, move_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, move_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, move_cb, "i", 10);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, move_cb, "i", -10);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, move_cb, "i", -G_MAXINT16);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, move_cb, "i", G_MAXINT16);
}

static void
steward_portfolio_view_init (StewardPortfolioView *self)
{
  self->scale = STEWARD_ZOOM_FIT;
  self->anchor = STEWARD_DAY_NONE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);
  g_signal_connect (self, "selected", G_CALLBACK (selected_cb), NULL);
}

void
steward_portfolio_view_set_projects (StewardPortfolioView *self,
                                     GPtrArray            *projects,
                                     StewardCalendar      *calendar,
                                     StewardDay            today)
{
  g_return_if_fail (STEWARD_IS_PORTFOLIO_VIEW (self));
  g_return_if_fail (projects == NULL || calendar != NULL);

  g_clear_pointer (&self->timeline, steward_timeline_free);
  g_clear_pointer (&self->projects, g_ptr_array_unref);
  g_clear_pointer (&self->calendar, steward_calendar_unref);
  if (projects != NULL)
    {
      self->projects = g_ptr_array_ref (projects);
      self->calendar = steward_calendar_ref (calendar);
    }
  self->today = today;
  self->told = FALSE;
  lay_out_again (self);
}

void
steward_portfolio_view_set_scale (StewardPortfolioView *self,
                                  StewardZoom           scale)
{
  g_return_if_fail (STEWARD_IS_PORTFOLIO_VIEW (self));
  g_return_if_fail (scale <= STEWARD_ZOOM_FIT);

  if (scale == self->scale)
    return;

  /* What is going on now is what many projects are looked at for. */
  self->anchor = self->today;
  self->scale = scale;
  lay_out_again (self);
}

StewardZoom
steward_portfolio_view_get_scale (StewardPortfolioView *self)
{
  g_return_val_if_fail (STEWARD_IS_PORTFOLIO_VIEW (self), STEWARD_ZOOM_FIT);

  return self->scale;
}

void
steward_portfolio_view_show_day (StewardPortfolioView *self,
                                 StewardDay            day)
{
  g_return_if_fail (STEWARD_IS_PORTFOLIO_VIEW (self));

  self->anchor = day;
  steward_portfolio_view_placed (STEWARD_CANVAS (self));
}

void
steward_portfolio_view_show_load (StewardPortfolioView *self)
{
  GtkAdjustment *adjustment;
  StewardTimelineLineInfo head;
  double y, head_width, head_height;

  g_return_if_fail (STEWARD_IS_PORTFOLIO_VIEW (self));

  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));
  /* A head, the projects, and the head of the bureaus. */
  if (self->timeline == NULL || adjustment == NULL
      || steward_timeline_get_n_lines (self->timeline) < self->projects->len + 2)
    return;

  steward_timeline_get_line (self->timeline, self->projects->len + 1, &head);
  steward_timeline_get_head (self->timeline, &head_width, &head_height);
  y = MIN ((head.y - head_height) * steward_canvas_get_zoom (STEWARD_CANVAS (self)),
           gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment));
  /* Once there, it leads back. */
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) > y - 1 ? 0 : y);
}

const StewardTimeline *
steward_portfolio_view_get_timeline (StewardPortfolioView *self)
{
  g_return_val_if_fail (STEWARD_IS_PORTFOLIO_VIEW (self), NULL);

  return self->timeline;
}

const StewardPortfolioProject *
steward_portfolio_view_find_project (StewardPortfolioView *self,
                                     const char           *id)
{
  g_return_val_if_fail (STEWARD_IS_PORTFOLIO_VIEW (self), NULL);

  for (guint i = 0; id != NULL && self->projects != NULL && i < self->projects->len; i++)
    {
      const StewardPortfolioProject *project = g_ptr_array_index (self->projects, i);

      if (g_str_equal (project->id, id))
        return project;
    }

  return NULL;
}
