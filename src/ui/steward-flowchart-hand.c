/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-flowchart-hand.h"

#include <glib/gi18n-lib.h>

#include "steward-consequence.h"
#include "steward-flowchart-edit.h"
#include "steward-link-edit.h"
#include "steward-link-hand.h"

/* Pixels; less is a click. */
#define DRAG_THRESHOLD 6
/* Links of a line that are told; of more it is enough to know that there are more. */
#define MAX_TOLD 8

struct _StewardFlowchartHand
{
  GObject               parent_instance;

  StewardFlowchartView *view;         /* keeps us */
  GtkGesture           *drag;         /* of the view */
  gboolean              active;
  StewardLinkHand      *link;
  gboolean              by_keys;
  char                 *pressed;      /* box that the pointer went down on, or NULL */
  double                from_x, from_y;  /* pixels of the view */
  double                dx, dy;       /* how far it was dragged from there */
  double                x, y;         /* where the pointer is now, in the drawing */
  gboolean              over_line;    /* and that is a line */
  char                 *line_from;    /* the line that is chosen, or NULL */
  char                 *line_to;
};

enum { TOLD, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardFlowchartHand, steward_flowchart_hand, G_TYPE_OBJECT)

static void
tell (StewardFlowchartHand *self,
      const char           *text)
{
  g_signal_emit (self, signals[TOLD], 0, text);
}

static void
redraw (StewardFlowchartHand *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
}

static const char *
find_box_at (StewardFlowchartHand *self,
             double                x,
             double                y)
{
  const StewardFlowchart *flowchart = steward_flowchart_view_get_flowchart (self->view);
  const StewardFlowchartBox *box = flowchart != NULL ? steward_flowchart_hit (flowchart, x, y) : NULL;

  return box != NULL ? box->id : NULL;
}

static gboolean
begin_link (StewardFlowchartHand *self,
            const char           *id,
            gboolean              by_keys)
{
  StewardSession *session = steward_flowchart_view_get_session (self->view);
  const StewardSchedule *schedule = session != NULL ? steward_session_get_schedule (session) : NULL;
  const StewardScheduleRow *row = schedule != NULL ? steward_schedule_find_row (schedule, id) : NULL;
  g_autofree char *prompt = NULL;

  if (row == NULL)
    return FALSE;

  self->by_keys = by_keys;
  prompt = g_strdup_printf (by_keys ? _("Which box is to wait for “%s”? The arrow keys choose, Enter links, Esc leaves.")
                                    : _("Drag to the box that is to wait for “%s”."), row->name);
  steward_link_hand_begin (self->link, session, id, prompt);

  return TRUE;
}

static void
let_go (StewardFlowchartHand *self)
{
  g_clear_pointer (&self->pressed, g_free);
  steward_canvas_drag_end (STEWARD_CANVAS (self->view));
  steward_link_hand_cancel (self->link);
  self->by_keys = FALSE;
}

static void
drag_begin_cb (StewardFlowchartHand *self,
               double                x,
               double                y,
               GtkGesture           *gesture)
{
  const char *id = NULL;

  self->from_x = x;
  self->from_y = y;
  steward_canvas_to_drawing (STEWARD_CANVAS (self->view), x, y, &x, &y);
  if (self->active)
    id = find_box_at (self, x, y);
  if (id == NULL)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  let_go (self);
  self->pressed = g_strdup (id);
}

static void
drag_update_cb (StewardFlowchartHand *self,
                double                dx,
                double                dy,
                GtkGesture           *gesture)
{
  gboolean held = steward_link_hand_is_active (self->link);

  if (self->pressed == NULL || (!held && MAX (ABS (dx), ABS (dy)) < DRAG_THRESHOLD))
    return;

  if (!held)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      if (!begin_link (self, self->pressed, FALSE))
        return;
    }
  /* What lies below the pointer now: it may have been scrolled meanwhile. */
  steward_canvas_to_drawing (STEWARD_CANVAS (self->view), self->from_x + dx, self->from_y + dy, &self->x, &self->y);
  self->dx = dx;
  self->dy = dy;
  steward_canvas_drag_to (STEWARD_CANVAS (self->view), self->from_x + dx, self->from_y + dy);
  steward_link_hand_lead (self->link, find_box_at (self, self->x, self->y));
  redraw (self);
}

/* Other boxes lie below the pointer. */
static void
scrolled_cb (StewardFlowchartHand *self)
{
  if (self->pressed != NULL && steward_link_hand_is_active (self->link))
    drag_update_cb (self, self->dx, self->dy, self->drag);
}

static void
drag_end_cb (StewardFlowchartHand *self)
{
  if (!self->by_keys)
    {
      steward_link_hand_finish (self->link, FALSE);
      let_go (self);
    }
}

static void
drag_cancel_cb (StewardFlowchartHand *self)
{
  gboolean linking = steward_link_hand_is_active (self->link);

  if (self->by_keys)
    return;

  let_go (self);
  if (linking)
    tell (self, NULL);
}

static void
forget_line (StewardFlowchartHand *self)
{
  g_clear_pointer (&self->line_from, g_free);
  g_clear_pointer (&self->line_to, g_free);
  redraw (self);
}

/* The keyboard is at the box @at, one of its ends. */
static void
choose_line (StewardFlowchartHand       *self,
             const StewardFlowchartLine *line,
             const char                 *at)
{
  g_autofree char *from = g_strdup (line->from), *to = g_strdup (line->to), *box = g_strdup (at), *text = NULL;

  forget_line (self);
  /* First, as the line of another box is not chosen any more. */
  steward_flowchart_view_focus (self->view, box);
  self->line_from = g_steal_pointer (&from);
  self->line_to = g_steal_pointer (&to);
  text = steward_link_edit_describe (steward_flowchart_view_get_session (self->view), self->line_from, self->line_to);
  tell (self, text);
}

/* The end of a line that lies nearer, so that nothing has to be scrolled. */
static const char *
find_near_end (StewardFlowchartHand       *self,
               const StewardFlowchartLine *line,
               double                      x)
{
  GPtrArray *boxes = steward_flowchart_get_boxes (steward_flowchart_view_get_flowchart (self->view));
  double from = G_MAXDOUBLE, to = G_MAXDOUBLE;

  for (guint i = 0; i < boxes->len; i++)
    {
      const StewardFlowchartBox *box = g_ptr_array_index (boxes, i);

      if (g_str_equal (box->id, line->from))
        from = ABS (x - box->x - box->width);
      else if (g_str_equal (box->id, line->to))
        to = ABS (x - box->x);
    }

  return from < to ? line->from : line->to;
}

/* The lines at a point where no box is; NULL when there are none. */
static GPtrArray *
find_lines_at (StewardFlowchartHand *self,
               double                x,
               double                y)
{
  const StewardFlowchart *flowchart = steward_flowchart_view_get_flowchart (self->view);
  g_autoptr (GPtrArray) lines = NULL;

  if (!self->active || flowchart == NULL || find_box_at (self, x, y) != NULL)
    return NULL;
  lines = steward_flowchart_find_lines (flowchart, x, y);

  return lines->len > 0 ? g_steal_pointer (&lines) : NULL;
}

/* Later than the press, which chooses boxes and so no line. */
static void
released_cb (StewardFlowchartHand *self,
             int                   n_press,
             double                x,
             double                y)
{
  g_autoptr (GPtrArray) lines = NULL;

  steward_canvas_to_drawing (STEWARD_CANVAS (self->view), x, y, &x, &y);
  lines = find_lines_at (self, x, y);
  if (lines == NULL || steward_link_hand_is_active (self->link))
    return;

  choose_line (self, g_ptr_array_index (lines, 0), find_near_end (self, g_ptr_array_index (lines, 0), x));
}

static void
motion_cb (StewardFlowchartHand *self,
           double                x,
           double                y)
{
  g_autoptr (GPtrArray) lines = NULL;
  gboolean over_line;

  if (!self->active || steward_link_hand_is_active (self->link))
    return;

  steward_canvas_to_drawing (STEWARD_CANVAS (self->view), x, y, &self->x, &self->y);
  lines = find_lines_at (self, self->x, self->y);
  over_line = lines != NULL;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->view),
                                   over_line ? "pointer" : find_box_at (self, self->x, self->y) != NULL ? "grab" : NULL);
  if (over_line || self->over_line)
    redraw (self);
  self->over_line = over_line;
}

static void
leave_cb (StewardFlowchartHand *self)
{
  if (self->over_line)
    redraw (self);
  self->over_line = FALSE;
}

static void
steward_flowchart_hand_finalize (GObject *object)
{
  StewardFlowchartHand *self = STEWARD_FLOWCHART_HAND (object);

  g_object_unref (self->link);
  g_free (self->pressed);
  g_free (self->line_from);
  g_free (self->line_to);

  G_OBJECT_CLASS (steward_flowchart_hand_parent_class)->finalize (object);
}

static void
steward_flowchart_hand_class_init (StewardFlowchartHandClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = steward_flowchart_hand_finalize;

  signals[TOLD] =
    g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
steward_flowchart_hand_init (StewardFlowchartHand *self)
{
  self->link = steward_link_hand_new ();
  g_signal_connect_object (self->link, "told", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->link, "changed", G_CALLBACK (redraw), self, G_CONNECT_SWAPPED);
}

StewardFlowchartHand *
steward_flowchart_hand_new (StewardFlowchartView *view)
{
  StewardFlowchartHand *self;
  GtkEventController *motion;
  GtkGesture *click;

  g_return_val_if_fail (STEWARD_IS_FLOWCHART_VIEW (view), NULL);

  self = g_object_new (STEWARD_TYPE_FLOWCHART_HAND, NULL);
  self->view = view;
  self->drag = gtk_gesture_drag_new ();
  gtk_event_controller_set_name (GTK_EVENT_CONTROLLER (self->drag), "link");
  g_signal_connect_object (self->drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag, "cancel", G_CALLBACK (drag_cancel_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (self->drag));
  g_signal_connect_object (view, "drag-scrolled", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  click = gtk_gesture_click_new ();
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
  motion = gtk_event_controller_motion_new ();
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), motion);

  return self;
}

void
steward_flowchart_hand_set_active (StewardFlowchartHand *self,
                                   gboolean              active)
{
  g_return_if_fail (STEWARD_IS_FLOWCHART_HAND (self));

  if (active == self->active)
    return;

  steward_flowchart_hand_cancel (self);
  self->active = active;
  self->over_line = FALSE;
  gtk_widget_set_cursor (GTK_WIDGET (self->view), NULL);
}

gboolean
steward_flowchart_hand_is_active (StewardFlowchartHand *self)
{
  g_return_val_if_fail (STEWARD_IS_FLOWCHART_HAND (self), FALSE);

  return self->active;
}

gboolean
steward_flowchart_hand_is_linking (StewardFlowchartHand *self)
{
  g_return_val_if_fail (STEWARD_IS_FLOWCHART_HAND (self), FALSE);

  return steward_link_hand_is_active (self->link);
}

gboolean
steward_flowchart_hand_is_busy (StewardFlowchartHand *self)
{
  g_return_val_if_fail (STEWARD_IS_FLOWCHART_HAND (self), FALSE);

  return steward_link_hand_is_active (self->link) || self->line_from != NULL || self->over_line;
}

gboolean
steward_flowchart_hand_cancel (StewardFlowchartHand *self)
{
  g_autofree char *from = NULL;
  gboolean by_keys;

  g_return_val_if_fail (STEWARD_IS_FLOWCHART_HAND (self), FALSE);

  if (self->line_from == NULL && !steward_link_hand_is_active (self->link))
    return FALSE;

  forget_line (self);
  /* In this order: the end of the gesture comes at once, and would be taken for
   * that of a link. */
  from = g_strdup (steward_link_hand_get_from (self->link));
  by_keys = self->by_keys;
  let_go (self);
  gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
  tell (self, NULL);
  /* Back to where the keys set out. */
  if (by_keys)
    steward_flowchart_view_focus (self->view, from);

  return TRUE;
}

gboolean
steward_flowchart_hand_link_begin (StewardFlowchartHand *self,
                                   const char           *id)
{
  g_return_val_if_fail (STEWARD_IS_FLOWCHART_HAND (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  if (!self->active || steward_link_hand_is_active (self->link))
    return self->active;

  forget_line (self);

  return begin_link (self, id, TRUE);
}

void
steward_flowchart_hand_go_to (StewardFlowchartHand *self,
                              const char           *id)
{
  g_return_if_fail (STEWARD_IS_FLOWCHART_HAND (self));
  g_return_if_fail (id != NULL);

  if (self->by_keys)
    steward_link_hand_lead (self->link, id);
  else if (self->line_from != NULL && !g_str_equal (id, self->line_from) && !g_str_equal (id, self->line_to))
    forget_line (self);
}

gboolean
steward_flowchart_hand_step_line (StewardFlowchartHand *self,
                                  const char           *id,
                                  int                   step)
{
  const StewardFlowchart *flowchart;
  g_autoptr (GPtrArray) lines = NULL;
  int at = -1;

  g_return_val_if_fail (STEWARD_IS_FLOWCHART_HAND (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  flowchart = steward_flowchart_view_get_flowchart (self->view);
  if (!self->active || flowchart == NULL || steward_link_hand_is_active (self->link))
    return FALSE;

  lines = steward_flowchart_list_lines (flowchart, id);
  if (lines->len == 0)
    {
      tell (self, _("No line begins or ends at this box."));
      return TRUE;
    }
  for (guint i = 0; i < lines->len && self->line_from != NULL; i++)
    {
      const StewardFlowchartLine *line = g_ptr_array_index (lines, i);

      if (g_str_equal (line->from, self->line_from) && g_str_equal (line->to, self->line_to))
        at = i;
    }
  if (at < 0)
    at = step > 0 ? 0 : (int) lines->len - 1;
  else
    at = (at + step + (int) lines->len) % (int) lines->len;
  choose_line (self, g_ptr_array_index (lines, at), id);

  return TRUE;
}

gboolean
steward_flowchart_hand_remove_line (StewardFlowchartHand *self)
{
  StewardSession *session;
  g_autofree char *done = NULL, *text = NULL;

  g_return_val_if_fail (STEWARD_IS_FLOWCHART_HAND (self), FALSE);

  session = steward_flowchart_view_get_session (self->view);
  if (!self->active || self->line_from == NULL || session == NULL)
    return FALSE;

  steward_link_edit_try (session, self->line_from, self->line_to, &done);
  if (steward_link_edit_remove (session, self->line_from, self->line_to, &text))
    {
      forget_line (self);
      tell (self, done);
    }
  else
    {
      tell (self, text);
    }

  return TRUE;
}

static const char *
find_name (StewardFlowchartHand *self,
           const char           *id)
{
  GPtrArray *boxes = steward_flowchart_get_boxes (steward_flowchart_view_get_flowchart (self->view));

  for (guint i = 0; i < boxes->len; i++)
    if (g_str_equal (((const StewardFlowchartBox *) boxes->pdata[i])->id, id))
      return ((const StewardFlowchartBox *) boxes->pdata[i])->name;

  return id;
}

/* One in full; of several, which all are of the rules, what follows what. */
char *
steward_flowchart_hand_describe_at (StewardFlowchartHand *self,
                                    double                x,
                                    double                y)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GString) text = NULL;
  const StewardFlowchartLine *line;

  g_return_val_if_fail (STEWARD_IS_FLOWCHART_HAND (self), NULL);

  lines = find_lines_at (self, x, y);
  if (lines == NULL)
    return NULL;
  line = g_ptr_array_index (lines, 0);
  if (lines->len == 1)
    return steward_link_edit_describe (steward_flowchart_view_get_session (self->view), line->from, line->to);

  text = g_string_new (NULL);
  g_string_append_printf (text, ngettext ("%u link of the rules:", "%u links of the rules:", lines->len), lines->len);
  for (guint i = 0; i < lines->len && i < MAX_TOLD; i++)
    {
      line = g_ptr_array_index (lines, i);
      g_string_append_printf (text, "\n%s → %s", find_name (self, line->from), find_name (self, line->to));
    }
  if (lines->len > MAX_TOLD)
    g_string_append (text, "\n…");

  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
steward_flowchart_hand_link_end (StewardFlowchartHand *self)
{
  g_return_val_if_fail (STEWARD_IS_FLOWCHART_HAND (self), FALSE);

  if (!self->by_keys)
    return FALSE;

  /* What is refused has been told; another box may be chosen. */
  if (steward_link_hand_finish (self->link, TRUE))
    let_go (self);

  return TRUE;
}

/* What is pointed at, and what is chosen. */
static void
paint_lines (StewardFlowchartHand   *self,
             const StewardFlowchart *flowchart,
             cairo_t                *cr,
             const StewardStyle     *style)
{
  const StewardFlowchartLine chosen = { self->line_from, self->line_to, NULL };
  g_autoptr (GPtrArray) lines = self->over_line ? find_lines_at (self, self->x, self->y) : NULL;

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    steward_flowchart_paint_line (flowchart, cr, style, g_ptr_array_index (lines, i));
  if (self->line_from != NULL)
    steward_flowchart_paint_line (flowchart, cr, style, &chosen);
}

void
steward_flowchart_hand_paint (StewardFlowchartHand *self,
                              cairo_t              *cr,
                              const StewardStyle   *style)
{
  const StewardFlowchart *flowchart;
  GPtrArray *shifted;
  const char *from, *to;

  g_return_if_fail (STEWARD_IS_FLOWCHART_HAND (self));

  flowchart = steward_flowchart_view_get_flowchart (self->view);
  from = steward_link_hand_get_from (self->link);
  to = steward_link_hand_get_to (self->link);
  if (flowchart == NULL)
    return;
  if (from == NULL)
    {
      paint_lines (self, flowchart, cr, style);
      return;
    }

  shifted = steward_link_hand_get_shifted (self->link);
  for (guint i = 0; shifted != NULL && i < shifted->len; i++)
    {
      const StewardShiftedRow *row = g_ptr_array_index (shifted, i);

      steward_flowchart_paint_shifted (flowchart, cr, style, row->id, row->start, row->finish);
    }
  if (to != NULL || !self->by_keys)
    steward_flowchart_paint_lead (flowchart, cr, style, from, to, self->x, self->y,
                                  steward_link_hand_is_allowed (self->link));
}

