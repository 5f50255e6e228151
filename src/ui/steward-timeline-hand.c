/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-timeline-hand.h"

#include <glib/gi18n-lib.h>

#include "steward-case-edit.h"
#include "steward-consequence.h"
#include "steward-link-hand.h"
#include "steward-ui-text.h"

/* Pixels; less is a click. */
#define DRAG_THRESHOLD 6
/* What follows is computed when the pointer rests for a moment: at once in a
 * project of usual size. */
#define REST_MS        20
#define REST_LARGE_MS  150
#define LARGE_ROWS     1000

struct _StewardTimelineHand
{
  GObject                parent_instance;

  StewardTimelineView   *view;         /* keeps us */
  GtkGesture            *drag;         /* of the view */
  gboolean               held;
  char                  *id;
  StewardTimelineHandle  handle;
  double                 grip;         /* where it was taken, as a part of the length of the bar */
  StewardTimelineMove    move;
  GPtrArray             *shifted;      /* of StewardShiftedRow: what follows for others, or NULL */
  guint                  rest;
  StewardLinkHand       *link;         /* active instead of moving */
  gboolean               by_keys;
  double                 from_widget_x, from_widget_y;
  double                 dx, dy;       /* how far it was dragged from there */
  double                 x, y;         /* where the pointer is now, in the drawing */
};

enum { TOLD, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardTimelineHand, steward_timeline_hand, G_TYPE_OBJECT)

static void
tell (StewardTimelineHand *self,
      const char          *text)
{
  g_signal_emit (self, signals[TOLD], 0, text);
}

static const char *
refusal_text (StewardMoveRefusal refusal)
{
  switch (refusal)
    {
    case STEWARD_MOVE_FOLLOWS:
      return _("This follows from other rows and cannot be moved by itself.");
    case STEWARD_MOVE_BEGUN:
      return _("What has happened has its dates. They are changed on the page of the case.");
    case STEWARD_MOVE_FILLS_STAGE:
      return _("This runs as long as its stage: it has no limit of its own.");
    default:
      return NULL;
    }
}

/* Puts what the move says into the project of @session. */
static void
apply (StewardSession            *session,
       const StewardScheduleRow  *row,
       const StewardTimelineMove *move)
{
  StewardProject *project = steward_session_get_project (session);

  if (row->kind == STEWARD_ROW_ITEM)
    {
      g_autoptr (StewardCase) handled = steward_case_edit_begin (session, row->id);

      if (move->planned_start != STEWARD_DAY_NONE)
        handled->planned_start = move->planned_start;
      if (move->limit >= 0)
        handled->limit = move->limit;
      steward_case_edit_end (session, handled);
    }
  else if (row->kind == STEWARD_ROW_ACTIVITY)
    {
      StewardDay start, finish;
      int days;

      steward_project_get_activity (project, row->id, &start, &finish, &days);
      steward_project_set_activity (project, row->id,
                                    move->planned_start != STEWARD_DAY_NONE ? move->planned_start : start, finish,
                                    move->limit >= 0 ? move->limit : days);
      if (steward_session_get_keeper (session) != NULL)
        steward_keeper_flush (steward_session_get_keeper (session));
    }
}

static void
set_shifted (StewardTimelineHand *self,
             GPtrArray           *shifted)
{
  g_clear_pointer (&self->shifted, g_ptr_array_unref);
  self->shifted = shifted;
}

static gboolean
rest_cb (gpointer user_data)
{
  StewardTimelineHand *self = user_data;
  StewardSession *session = steward_timeline_view_get_session (self->view);
  const StewardSchedule *now = session != NULL ? steward_session_get_schedule (session) : NULL;
  const StewardScheduleRow *row = now != NULL && self->id != NULL ? steward_schedule_find_row (now, self->id) : NULL;
  g_autoptr (StewardSession) trial = NULL;
  g_autofree char *follows = NULL, *text = NULL;
  const StewardSchedule *then;

  self->rest = 0;
  if (row == NULL)
    return G_SOURCE_REMOVE;

  trial = steward_session_new_trial (session);
  apply (trial, row, &self->move);
  then = steward_session_get_schedule (trial);
  if (then == NULL)
    {
      tell (self, steward_session_get_error (trial)->message);
      return G_SOURCE_REMOVE;
    }

  set_shifted (self, steward_consequence_list (now, then, self->id));
  follows = steward_consequence_describe (now, then, self->shifted->len);
  text = steward_ui_join (follows, self->move.held ? _("it cannot begin earlier") : NULL, NULL);
  tell (self, text);
  gtk_widget_queue_draw (GTK_WIDGET (self->view));

  return G_SOURCE_REMOVE;
}

static void
try_move (StewardTimelineHand *self)
{
  const StewardSchedule *schedule = steward_session_get_schedule (steward_timeline_view_get_session (self->view));

  g_clear_handle_id (&self->rest, g_source_remove);
  set_shifted (self, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
  if (self->move.refusal != STEWARD_MOVE_ALLOWED)
    tell (self, refusal_text (self->move.refusal));
  else if (!self->move.changes)
    tell (self, NULL);
  else
    self->rest = g_timeout_add (schedule != NULL && schedule->rows->len > LARGE_ROWS ? REST_LARGE_MS : REST_MS,
                                rest_cb, self);
}

/* TRUE when what is drawn is no plan but a trial, which has been told. */
static gboolean
refuse_trial (StewardTimelineHand *self)
{
  StewardSession *session = steward_timeline_view_get_session (self->view);

  if (session == NULL || !steward_session_has_trial (session))
    return FALSE;

  tell (self, _("This is a trial of levers: bars can be moved when it has ended."));

  return TRUE;
}

static void
drag_begin_cb (StewardTimelineHand *self,
               double               x,
               double               y,
               GtkGesture          *gesture)
{
  const StewardTimeline *timeline = steward_timeline_view_get_timeline (self->view);
  StewardTimelineSpot spot = { NULL, STEWARD_HANDLE_NONE, STEWARD_DAY_NONE };
  cairo_rectangle_t place;

  self->from_widget_x = x;
  self->from_widget_y = y;
  steward_canvas_to_drawing (STEWARD_CANVAS (self->view), x, y, &x, &y);
  if (timeline == NULL || steward_timeline_view_get_session (self->view) == NULL
      || !steward_timeline_find_spot (timeline, x, y, &spot) || spot.handle == STEWARD_HANDLE_NONE)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  g_free (self->id);
  self->id = g_strdup (spot.row->id);
  self->handle = spot.handle;
  self->grip = 0;
  if (steward_timeline_find_row (timeline, self->id, &place) && place.width > 0)
    self->grip = (x - place.x) / place.width;
}

/* A link begins at the row that is held. */
static void
begin_link (StewardTimelineHand *self,
            gboolean             by_keys)
{
  StewardSession *session = steward_timeline_view_get_session (self->view);
  const StewardScheduleRow *row = steward_schedule_find_row (steward_session_get_schedule (session), self->id);
  g_autofree char *prompt = NULL;

  g_clear_handle_id (&self->rest, g_source_remove);
  set_shifted (self, NULL);
  self->held = TRUE;
  self->by_keys = by_keys;
  prompt = g_strdup_printf (by_keys ? _("Which row is to wait for “%s”? Up and Down choose, Enter links, Esc leaves.")
                                    : _("Drag to the row that is to wait for “%s”."), row->name);
  steward_link_hand_begin (self->link, session, self->id, prompt);
}

/* Whether the end of a bar was dragged out of its row: to be linked, not moved. */
static gboolean
drag_link (StewardTimelineHand   *self,
           const StewardTimeline *timeline)
{
  const StewardScheduleRow *row = steward_timeline_hit (timeline, self->x, self->y);
  cairo_rectangle_t place;

  if (self->handle != STEWARD_HANDLE_FINISH || !steward_timeline_find_row (timeline, self->id, &place))
    return FALSE;
  if (self->y >= place.y && self->y < place.y + place.height)
    {
      steward_link_hand_cancel (self->link);
      return FALSE;
    }
  if (!steward_link_hand_is_active (self->link))
    begin_link (self, FALSE);
  steward_link_hand_lead (self->link, row != NULL ? row->id : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self->view));

  return TRUE;
}

static void
drag_update_cb (StewardTimelineHand *self,
                double               dx,
                double               dy,
                GtkGesture          *gesture)
{
  const StewardTimeline *timeline = steward_timeline_view_get_timeline (self->view);
  StewardTimelineMove before = self->move;
  gboolean linking, linked = steward_link_hand_is_active (self->link);
  cairo_rectangle_t place;

  if (timeline == NULL || self->id == NULL || !steward_timeline_find_row (timeline, self->id, &place)
      || (!self->held && MAX (ABS (dx), ABS (dy)) < DRAG_THRESHOLD))
    return;

  if (!self->held)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      if (refuse_trial (self))
        return;
    }
  self->dx = dx;
  self->dy = dy;
  /* What lies below the pointer now: it may have been scrolled meanwhile. */
  steward_canvas_to_drawing (STEWARD_CANVAS (self->view), self->from_widget_x + dx, self->from_widget_y + dy,
                             &self->x, &self->y);
  linking = drag_link (self, timeline);
  /* Days lie to the sides; only a link goes to other rows. */
  steward_canvas_drag_to (STEWARD_CANVAS (self->view), self->from_widget_x + dx,
                          self->from_widget_y + (linking ? dy : 0));
  if (linking)
    return;
  /* The bar may lie elsewhere by now: the window may have another size. */
  steward_timeline_drag (timeline, self->id, self->handle, place.x + self->grip * place.width, self->x, &self->move);
  if (!self->held || linked || before.start != self->move.start || before.finish != self->move.finish
      || before.held != self->move.held)
    {
      self->held = TRUE;
      try_move (self);
    }
}

static void
let_go (StewardTimelineHand *self)
{
  g_clear_handle_id (&self->rest, g_source_remove);
  set_shifted (self, NULL);
  self->held = self->by_keys = FALSE;
  steward_link_hand_cancel (self->link);
  steward_canvas_drag_end (STEWARD_CANVAS (self->view));
  self->move = (StewardTimelineMove) { STEWARD_MOVE_UNKNOWN };
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
}

/* The move as it is becomes the project's. */
static void
finish (StewardTimelineHand *self)
{
  StewardSession *session = steward_timeline_view_get_session (self->view);
  const StewardSchedule *schedule = steward_session_get_schedule (session);
  const StewardScheduleRow *row = schedule != NULL ? steward_schedule_find_row (schedule, self->id) : NULL;
  StewardTimelineMove move = self->move;
  gboolean linking = steward_link_hand_is_active (self->link);

  if (linking && !steward_link_hand_finish (self->link, self->by_keys))
    steward_link_hand_cancel (self->link);
  let_go (self);
  if (!linking && row != NULL && move.refusal == STEWARD_MOVE_ALLOWED && move.changes)
    apply (session, row, &move);
}

/* Other days and rows lie below the pointer. */
static void
scrolled_cb (StewardTimelineHand *self)
{
  if (self->held && !self->by_keys)
    drag_update_cb (self, self->dx, self->dy, self->drag);
}

/* Another button was pressed, say. What would have followed does not. */
static void
drag_cancel_cb (StewardTimelineHand *self)
{
  if (!self->held)
    return;

  let_go (self);
  tell (self, NULL);
}

static void
drag_end_cb (StewardTimelineHand *self)
{
  if (self->held && steward_timeline_view_get_session (self->view) != NULL)
    finish (self);
  else
    let_go (self);
}

/* Shows by the pointer where a bar can be taken hold of. */
static void
motion_cb (StewardTimelineHand *self,
           double               x,
           double               y)
{
  static const char * const cursors[] = { NULL, "grab", "w-resize", "e-resize" };
  const StewardTimeline *timeline = steward_timeline_view_get_timeline (self->view);
  StewardTimelineSpot spot = { NULL, STEWARD_HANDLE_NONE, STEWARD_DAY_NONE };

  steward_canvas_to_drawing (STEWARD_CANVAS (self->view), x, y, &x, &y);
  if (timeline != NULL && steward_timeline_view_get_session (self->view) != NULL)
    steward_timeline_find_spot (timeline, x, y, &spot);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->view), cursors[spot.handle]);
}

static void
steward_timeline_hand_finalize (GObject *object)
{
  StewardTimelineHand *self = STEWARD_TIMELINE_HAND (object);

  g_clear_handle_id (&self->rest, g_source_remove);
  set_shifted (self, NULL);
  g_object_unref (self->link);
  g_free (self->id);

  G_OBJECT_CLASS (steward_timeline_hand_parent_class)->finalize (object);
}

static void
steward_timeline_hand_class_init (StewardTimelineHandClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = steward_timeline_hand_finalize;

  /* What would follow, or why nothing moves; NULL when there is nothing to say. */
  signals[TOLD] =
    g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
link_changed_cb (StewardTimelineHand *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
}

static void
steward_timeline_hand_init (StewardTimelineHand *self)
{
  self->link = steward_link_hand_new ();
  g_signal_connect_object (self->link, "told", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->link, "changed", G_CALLBACK (link_changed_cb), self, G_CONNECT_SWAPPED);
  self->move.refusal = STEWARD_MOVE_UNKNOWN;
}

StewardTimelineHand *
steward_timeline_hand_new (StewardTimelineView *view)
{
  StewardTimelineHand *self;
  GtkEventController *motion;

  g_return_val_if_fail (STEWARD_IS_TIMELINE_VIEW (view), NULL);

  self = g_object_new (STEWARD_TYPE_TIMELINE_HAND, NULL);
  self->view = view;
  self->drag = gtk_gesture_drag_new ();
  g_signal_connect_object (self->drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag, "cancel", G_CALLBACK (drag_cancel_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (self->drag));
  g_signal_connect_object (view, "drag-scrolled", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  motion = gtk_event_controller_motion_new ();
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), motion);

  return self;
}

gboolean
steward_timeline_hand_cancel (StewardTimelineHand *self)
{
  g_return_val_if_fail (STEWARD_IS_TIMELINE_HAND (self), FALSE);

  if (!self->held)
    return FALSE;

  /* In this order: the end of the gesture comes at once, and would be taken for
   * that of a movement. */
  let_go (self);
  gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
  tell (self, NULL);

  return TRUE;
}

void
steward_timeline_hand_step (StewardTimelineHand   *self,
                            const char            *id,
                            StewardTimelineHandle  handle,
                            int                    steps)
{
  const StewardTimeline *timeline;

  g_return_if_fail (STEWARD_IS_TIMELINE_HAND (self));
  g_return_if_fail (id != NULL);

  timeline = steward_timeline_view_get_timeline (self->view);
  if (timeline == NULL || self->held || steward_timeline_view_get_session (self->view) == NULL || refuse_trial (self))
    return;

  g_free (self->id);
  self->id = g_strdup (id);
  steward_timeline_step (timeline, id, handle, steps, &self->move);
  if (self->move.refusal == STEWARD_MOVE_ALLOWED && self->move.changes)
    {
      rest_cb (self);
      finish (self);
    }
  else
    {
      tell (self, self->move.held ? _("It cannot begin earlier.") : refusal_text (self->move.refusal));
      let_go (self);
    }
}

void
steward_timeline_hand_paint (StewardTimelineHand *self,
                             cairo_t             *cr,
                             const StewardStyle  *style)
{
  const StewardTimeline *timeline;
  GPtrArray *shifted;
  gboolean linking;

  g_return_if_fail (STEWARD_IS_TIMELINE_HAND (self));

  timeline = steward_timeline_view_get_timeline (self->view);
  if (timeline == NULL || !self->held)
    return;

  linking = steward_link_hand_is_active (self->link);
  shifted = linking ? steward_link_hand_get_shifted (self->link) : self->shifted;
  for (guint i = 0; shifted != NULL && i < shifted->len; i++)
    {
      const StewardShiftedRow *row = g_ptr_array_index (shifted, i);
      const StewardTimelineMove move = { STEWARD_MOVE_ALLOWED, TRUE, FALSE, row->start, row->finish,
                                         STEWARD_DAY_NONE, -1 };

      steward_timeline_paint_move (timeline, cr, style, row->id, &move);
    }
  if (linking)
    steward_timeline_paint_link (timeline, cr, style, self->id, steward_link_hand_get_to (self->link), self->x, self->y,
                                 steward_link_hand_is_allowed (self->link));
  else if (self->move.refusal == STEWARD_MOVE_ALLOWED)
    steward_timeline_paint_move (timeline, cr, style, self->id, &self->move);
}

void
steward_timeline_hand_link_begin (StewardTimelineHand *self,
                                  const char          *id)
{
  StewardSession *session;
  const StewardTimeline *timeline;
  cairo_rectangle_t place;

  g_return_if_fail (STEWARD_IS_TIMELINE_HAND (self));
  g_return_if_fail (id != NULL);

  session = steward_timeline_view_get_session (self->view);
  timeline = steward_timeline_view_get_timeline (self->view);
  if (self->held || session == NULL || timeline == NULL || !steward_timeline_find_row (timeline, id, &place)
      || refuse_trial (self))
    return;

  g_free (self->id);
  self->id = g_strdup (id);
  self->x = place.x + place.width + 40;
  self->y = place.y + place.height / 2;
  begin_link (self, TRUE);
}

gboolean
steward_timeline_hand_link_to (StewardTimelineHand *self,
                               const char          *to)
{
  g_return_val_if_fail (STEWARD_IS_TIMELINE_HAND (self), FALSE);

  if (!self->by_keys)
    return FALSE;

  steward_link_hand_lead (self->link, to);

  return TRUE;
}

gboolean
steward_timeline_hand_link_end (StewardTimelineHand *self)
{
  g_return_val_if_fail (STEWARD_IS_TIMELINE_HAND (self), FALSE);

  if (!self->by_keys)
    return FALSE;

  /* What is refused has been told; another row may be chosen. */
  if (steward_link_hand_is_allowed (self->link))
    finish (self);

  return TRUE;
}

const char *
steward_timeline_hand_get_link (StewardTimelineHand *self)
{
  g_return_val_if_fail (STEWARD_IS_TIMELINE_HAND (self), NULL);

  if (!self->by_keys)
    return NULL;

  if (steward_link_hand_get_to (self->link) != NULL)
    return steward_link_hand_get_to (self->link);

  return self->id;
}
