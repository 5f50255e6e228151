/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-timeline-view.h"

#include <glib/gi18n-lib.h>

#include "steward-baseline.h"
#include "steward-row-details.h"
#include "steward-timeline-hand.h"
#include "steward-ui-text.h"

struct _StewardTimelineView
{
  StewardCanvas    parent_instance;

  StewardSession        *session;
  const StewardSchedule *schedule;   /* shown when there is no session */
  const StewardSchedule *baseline;
  StewardBaseline       *issued;
  StewardTimeline       *timeline;
  StewardTimelineHand   *hand;
  StewardZoom            scale;
  StewardTimelineGroup   group;
  StewardDay             anchor;     /* day to stay where it is in the next layout, or none */
  double                 anchor_x;   /* pixels of the view, where that is */
  guint                  serial;
  guint                  followed;   /* serial from which on the selected bar is to be in sight, or 0 */
  gboolean               bare;       /* without labels */
};

enum { TOLD, PLACED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardTimelineView, steward_timeline_view, STEWARD_TYPE_CANVAS)

static const StewardSchedule *
get_schedule (StewardTimelineView *self)
{
  return self->session != NULL ? steward_session_get_drawn (self->session) : self->schedule;
}

static void
steward_timeline_view_layout (StewardCanvas *canvas,
                              double         width,
                              double         height,
                              double         text_scale,
                              double        *content_width,
                              double        *content_height)
{
  StewardTimelineView *self = STEWARD_TIMELINE_VIEW (canvas);
  const StewardSchedule *schedule = get_schedule (self);
  StewardTimelineOptions options = { .width = width, .zoom = self->scale, .text_scale = text_scale,
                                     .baseline = self->baseline, .group = self->group, .no_labels = self->bare,
                                     .hints = TRUE };

  *content_width = width;
  *content_height = height;
  g_clear_pointer (&self->timeline, steward_timeline_free);
  self->serial++;
  if (schedule == NULL)
    return;

  steward_baseline_apply (self->issued, &options);
  self->timeline = steward_timeline_layout (schedule, &options);
  steward_timeline_get_size (self->timeline, content_width, content_height);
}

static void
steward_timeline_view_paint (StewardCanvas           *canvas,
                             cairo_t                 *cr,
                             const StewardStyle      *style,
                             const cairo_rectangle_t *clip,
                             const char              *focus)
{
  StewardTimelineView *self = STEWARD_TIMELINE_VIEW (canvas);

  if (self->timeline != NULL)
    {
      steward_timeline_paint (self->timeline, cr, style, clip, focus);
      steward_timeline_paint_hints (self->timeline, cr, style, clip);
    }
  steward_timeline_hand_paint (self->hand, cr, style);
}

static const char *
steward_timeline_view_hit (StewardCanvas *canvas,
                           double         x,
                           double         y)
{
  StewardTimelineView *self = STEWARD_TIMELINE_VIEW (canvas);
  const StewardScheduleRow *row = NULL;

  if (self->timeline != NULL)
    row = steward_timeline_hit (self->timeline, x, y);

  return row != NULL ? row->id : NULL;
}

static gboolean
steward_timeline_view_find (StewardCanvas     *canvas,
                            const char        *id,
                            cairo_rectangle_t *place)
{
  StewardTimelineView *self = STEWARD_TIMELINE_VIEW (canvas);

  return self->timeline != NULL && steward_timeline_find_row (self->timeline, id, place);
}

static void
steward_timeline_view_head (StewardCanvas *canvas,
                            double        *width,
                            double        *height)
{
  StewardTimelineView *self = STEWARD_TIMELINE_VIEW (canvas);

  if (self->timeline != NULL)
    steward_timeline_get_head (self->timeline, width, height);
}

/* The day at a pixel of the view, found by halving: later days stand further
 * right. */
static StewardDay
find_day (StewardTimelineView   *self,
          const StewardSchedule *schedule,
          double                 widget_x)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self));
  double offset = adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
  double x = (widget_x + offset) / steward_canvas_get_zoom (STEWARD_CANVAS (self));
  StewardDay first = schedule->start;
  StewardDay last = schedule->finish;

  while (last - first > 1)
    {
      StewardDay day = first + (last - first) / 2;

      if (steward_timeline_day_to_x (self->timeline, day) > x)
        last = day;
      else
        first = day;
    }

  return first;
}

static void
find_anchor (StewardTimelineView *self)
{
  StewardCanvas *canvas = STEWARD_CANVAS (self);
  GtkAdjustment *adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self));
  StewardDay day = self->anchor;

  if (day == STEWARD_DAY_NONE || self->timeline == NULL || adjustment == NULL)
    return;

  self->anchor = STEWARD_DAY_NONE;
  gtk_adjustment_set_value (adjustment, steward_timeline_day_to_x (self->timeline, day) * steward_canvas_get_zoom (canvas)
                                        - self->anchor_x);
}

/* A bar that keys have moved stays in sight where it comes to lie. */
static void
follow (StewardTimelineView *self)
{
  const char *selected = steward_canvas_get_selected (STEWARD_CANVAS (self));
  cairo_rectangle_t place;

  if (self->followed == 0 || self->serial < self->followed || self->timeline == NULL)
    return;
  self->followed = 0;
  if (selected != NULL && steward_timeline_find_row (self->timeline, selected, &place))
    steward_canvas_reveal (STEWARD_CANVAS (self), place.x - 12, place.y, MIN (place.width, 240) + 24, place.height);
}

static void
steward_timeline_view_placed (StewardCanvas *canvas)
{
  find_anchor (STEWARD_TIMELINE_VIEW (canvas));
  follow (STEWARD_TIMELINE_VIEW (canvas));
  g_signal_emit (canvas, signals[PLACED], 0);
}

static void
go_to_row (StewardTimelineView      *self,
           const StewardScheduleRow *row)
{
  g_autofree char *text = steward_row_details_describe (row);
  cairo_rectangle_t place;

  steward_canvas_set_selected (STEWARD_CANVAS (self), row->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  if (self->timeline != NULL && steward_timeline_find_row (self->timeline, row->id, &place))
    steward_canvas_reveal (STEWARD_CANVAS (self), place.x - 12, place.y, 80, place.height);
  g_signal_emit_by_name (self, "selected", row->id);
}

/* While a link is led by keys, the keys that move lead it. */
static gboolean
lead_link (StewardTimelineView *self,
           int                  steps)
{
  const char *at = steward_timeline_hand_get_link (self->hand);
  const char *id = at != NULL ? steward_timeline_step_line (self->timeline, at, steps) : NULL;
  cairo_rectangle_t place;

  if (id == NULL)
    return FALSE;
  if (steward_timeline_find_row (self->timeline, id, &place))
    steward_canvas_reveal (STEWARD_CANVAS (self), place.x - 12, place.y, 80, place.height);

  return steward_timeline_hand_link_to (self->hand, id);
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  StewardTimelineView *self = STEWARD_TIMELINE_VIEW (widget);
  const char *selected = steward_canvas_get_selected (STEWARD_CANVAS (self));
  const char *id;

  if (self->timeline == NULL)
    return FALSE;
  if (lead_link (self, g_variant_get_int32 (arguments)))
    return TRUE;
  id = steward_timeline_step_line (self->timeline, selected, g_variant_get_int32 (arguments));
  if (id == NULL)
    return FALSE;

  go_to_row (self, steward_schedule_find_row (get_schedule (self), id));

  return TRUE;
}

static gboolean
shift_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  StewardTimelineView *self = STEWARD_TIMELINE_VIEW (widget);
  const char *selected = steward_canvas_get_selected (STEWARD_CANVAS (self));
  int handle, steps;

  if (selected == NULL || self->timeline == NULL)
    return FALSE;

  g_variant_get (arguments, "(ii)", &handle, &steps);
  self->followed = self->serial + 1;
  steward_timeline_hand_step (self->hand, selected, handle, steps);

  return TRUE;
}

static gboolean
link_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  StewardTimelineView *self = STEWARD_TIMELINE_VIEW (widget);
  const char *selected = steward_canvas_get_selected (STEWARD_CANVAS (self));

  if (selected == NULL)
    return FALSE;

  steward_timeline_hand_link_begin (self->hand, selected);

  return TRUE;
}

static void
steward_timeline_view_activate (StewardCanvas *canvas)
{
  if (!steward_timeline_hand_link_end (STEWARD_TIMELINE_VIEW (canvas)->hand))
    STEWARD_CANVAS_CLASS (steward_timeline_view_parent_class)->activate (canvas);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  return steward_timeline_hand_cancel (STEWARD_TIMELINE_VIEW (widget)->hand);
}

static void
told_cb (StewardTimelineView *self,
         const char          *text)
{
  g_signal_emit (self, signals[TOLD], 0, text);
}

/* Everything there is to say of what the pointer rests on. */
static gboolean
tooltip_cb (StewardTimelineView *self,
            int                  widget_x,
            int                  widget_y,
            gboolean             keyboard,
            GtkTooltip          *tooltip)
{
  const char *selected = steward_canvas_get_selected (STEWARD_CANVAS (self));
  const StewardScheduleRow *row = NULL;
  const char *link;
  g_autofree char *text = NULL;
  double x, y;

  if (self->timeline == NULL)
    return FALSE;

  steward_canvas_to_drawing (STEWARD_CANVAS (self), widget_x, widget_y, &x, &y);
  if (keyboard && selected != NULL)
    row = steward_schedule_find_row (get_schedule (self), selected);
  else if (!keyboard)
    row = steward_timeline_hit (self->timeline, x, y);
  link = keyboard ? NULL : steward_timeline_find_link (self->timeline, x, y);
  if (link != NULL)
    text = g_strdup (steward_timeline_describe_link (self->timeline, link));
  else if (row != NULL)
    text = steward_timeline_describe (self->timeline, row->id);
  if (text == NULL)
    return FALSE;

  steward_ui_show_tooltip (tooltip, text);

  return TRUE;
}

static void
selected_cb (StewardTimelineView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* At once, because the layout points into the schedule that is going. */
static void
lay_out_again (StewardTimelineView *self)
{
  steward_timeline_hand_cancel (self->hand);
  g_clear_pointer (&self->timeline, steward_timeline_free);
  steward_canvas_queue_layout (STEWARD_CANVAS (self));
}

static void
schedule_changed_cb (StewardTimelineView *self)
{
  if (steward_timeline_hand_cancel (self->hand))
    told_cb (self, _("The project was changed meanwhile; what you held was let go."));
  lay_out_again (self);
}

static void
steward_timeline_view_dispose (GObject *object)
{
  StewardTimelineView *self = STEWARD_TIMELINE_VIEW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->timeline, steward_timeline_free);
  g_clear_pointer (&self->issued, steward_baseline_free);

  G_OBJECT_CLASS (steward_timeline_view_parent_class)->dispose (object);
}

static void
steward_timeline_view_finalize (GObject *object)
{
  g_object_unref (STEWARD_TIMELINE_VIEW (object)->hand);

  G_OBJECT_CLASS (steward_timeline_view_parent_class)->finalize (object);
}

static void
steward_timeline_view_class_init (StewardTimelineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  StewardCanvasClass *canvas_class = STEWARD_CANVAS_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_timeline_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = steward_timeline_view_finalize;
  canvas_class->layout = steward_timeline_view_layout;
  canvas_class->paint = steward_timeline_view_paint;
  canvas_class->hit = steward_timeline_view_hit;
  canvas_class->head = steward_timeline_view_head;
  canvas_class->placed = steward_timeline_view_placed;
  canvas_class->find = steward_timeline_view_find;
  canvas_class->activate = steward_timeline_view_activate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, move_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, move_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, move_cb, "i", -STEWARD_NETWORK_MAX_TASKS);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, move_cb, "i", STEWARD_NETWORK_MAX_TASKS);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_ALT_MASK, shift_cb, "(ii)", STEWARD_HANDLE_BODY, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, shift_cb, "(ii)", STEWARD_HANDLE_BODY, -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK, shift_cb,
                                "(ii)", STEWARD_HANDLE_START, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_CONTROL_MASK | GDK_SHIFT_MASK, shift_cb,
                                "(ii)", STEWARD_HANDLE_START, -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_ALT_MASK | GDK_SHIFT_MASK, shift_cb,
                                "(ii)", STEWARD_HANDLE_FINISH, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK | GDK_SHIFT_MASK, shift_cb,
                                "(ii)", STEWARD_HANDLE_FINISH, -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_l, 0, link_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);

  /* What would follow from a movement, or why there is none; NULL when there is
   * nothing to say any more. */
  signals[TOLD] =
    g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /* It was scrolled, zoomed or laid out. */
  signals[PLACED] =
    g_signal_new ("placed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
steward_timeline_view_init (StewardTimelineView *self)
{
  self->scale = STEWARD_ZOOM_FIT;
  self->anchor = STEWARD_DAY_NONE;
  self->hand = steward_timeline_hand_new (self);
  g_signal_connect_object (self->hand, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);
  g_signal_connect (self, "selected", G_CALLBACK (selected_cb), NULL);
}

void
steward_timeline_view_set_session (StewardTimelineView *self,
                                   StewardSession      *session)
{
  g_return_if_fail (STEWARD_IS_TIMELINE_VIEW (self));
  g_return_if_fail (session == NULL || STEWARD_IS_SESSION (session));

  if (session == self->session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, schedule_changed_cb, self);
  steward_canvas_set_selected (STEWARD_CANVAS (self), NULL);
  g_clear_pointer (&self->timeline, steward_timeline_free);
  g_clear_pointer (&self->issued, steward_baseline_free);
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      g_signal_connect_object (session, "outdated", G_CALLBACK (schedule_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "schedule-changed", G_CALLBACK (schedule_changed_cb), self, G_CONNECT_SWAPPED);
    }
  steward_canvas_queue_layout (STEWARD_CANVAS (self));
}

StewardSession *
steward_timeline_view_get_session (StewardTimelineView *self)
{
  g_return_val_if_fail (STEWARD_IS_TIMELINE_VIEW (self), NULL);

  return self->session;
}

const StewardTimeline *
steward_timeline_view_get_timeline (StewardTimelineView *self)
{
  g_return_val_if_fail (STEWARD_IS_TIMELINE_VIEW (self), NULL);

  return self->timeline;
}

guint
steward_timeline_view_get_serial (StewardTimelineView *self)
{
  g_return_val_if_fail (STEWARD_IS_TIMELINE_VIEW (self), 0);

  return self->serial;
}

void
steward_timeline_view_set_labels (StewardTimelineView *self,
                                  gboolean             labels)
{
  g_return_if_fail (STEWARD_IS_TIMELINE_VIEW (self));

  if (labels == !self->bare)
    return;

  self->bare = !labels;
  lay_out_again (self);
}

void
steward_timeline_view_set_group (StewardTimelineView  *self,
                                 StewardTimelineGroup  group)
{
  g_return_if_fail (STEWARD_IS_TIMELINE_VIEW (self));

  if (group == self->group)
    return;

  self->group = group;
  lay_out_again (self);
}

gboolean
steward_timeline_view_set_baseline (StewardTimelineView *self,
                                    guint                number)
{
  g_return_val_if_fail (STEWARD_IS_TIMELINE_VIEW (self), FALSE);

  if (number == steward_timeline_view_get_baseline (self))
    return TRUE;

  g_clear_pointer (&self->issued, steward_baseline_free);
  if (number > 0 && self->session != NULL)
    self->issued = steward_baseline_new (steward_session_get_project (self->session), number, NULL);
  lay_out_again (self);

  return number == 0 || self->issued != NULL;
}

guint
steward_timeline_view_get_baseline (StewardTimelineView *self)
{
  g_return_val_if_fail (STEWARD_IS_TIMELINE_VIEW (self), 0);

  return self->issued != NULL ? self->issued->number : 0;
}

gboolean
steward_timeline_view_next_late (StewardTimelineView *self)
{
  const char *selected;
  const StewardScheduleRow *row;

  g_return_val_if_fail (STEWARD_IS_TIMELINE_VIEW (self), FALSE);

  if (self->timeline == NULL)
    return FALSE;
  selected = steward_canvas_get_selected (STEWARD_CANVAS (self));
  row = steward_timeline_find_light (self->timeline, selected, STEWARD_LIGHT_RED);
  /* The only one there is. */
  if (row == NULL && selected != NULL)
    row = steward_timeline_find_light (self->timeline, NULL, STEWARD_LIGHT_RED);
  if (row == NULL)
    return FALSE;

  go_to_row (self, row);

  return TRUE;
}

void
steward_timeline_view_set_schedules (StewardTimelineView   *self,
                                     const StewardSchedule *schedule,
                                     const StewardSchedule *baseline)
{
  g_return_if_fail (STEWARD_IS_TIMELINE_VIEW (self));
  g_return_if_fail (self->session == NULL);

  self->schedule = schedule;
  self->baseline = baseline;
  lay_out_again (self);
}

/* Zooming keeps what is pointed or looked at. From the whole project it goes to
 * today, as long as that is in the project. */
static void
keep_day (StewardTimelineView *self)
{
  const StewardSchedule *schedule = get_schedule (self);
  gboolean chosen;
  double y;

  /* A second step before the first was laid out keeps the same day. */
  if (schedule == NULL || (self->timeline == NULL && self->anchor != STEWARD_DAY_NONE))
    return;

  chosen = steward_canvas_get_zoom_point (STEWARD_CANVAS (self), &self->anchor_x, &y);
  if (self->timeline != NULL && (chosen || self->scale != STEWARD_ZOOM_FIT))
    self->anchor = find_day (self, schedule, self->anchor_x);
  else
    self->anchor = CLAMP (steward_day_today (), schedule->start, schedule->finish);
}

void
steward_timeline_view_set_scale (StewardTimelineView *self,
                                 StewardZoom          scale)
{
  g_return_if_fail (STEWARD_IS_TIMELINE_VIEW (self));
  g_return_if_fail (scale <= STEWARD_ZOOM_FIT);

  if (scale == self->scale)
    return;

  keep_day (self);
  self->scale = scale;
  g_clear_pointer (&self->timeline, steward_timeline_free);
  steward_canvas_queue_layout (STEWARD_CANVAS (self));
}

StewardZoom
steward_timeline_view_get_scale (StewardTimelineView *self)
{
  g_return_val_if_fail (STEWARD_IS_TIMELINE_VIEW (self), STEWARD_ZOOM_FIT);

  return self->scale;
}

void
steward_timeline_view_show_day (StewardTimelineView *self,
                                StewardDay           day)
{
  double x;

  g_return_if_fail (STEWARD_IS_TIMELINE_VIEW (self));

  if (self->timeline == NULL)
    return;

  x = steward_timeline_day_to_x (self->timeline, day);
  steward_canvas_reveal (STEWARD_CANVAS (self), x - 120, 0, 240, 0);
}
