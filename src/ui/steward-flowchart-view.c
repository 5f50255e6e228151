/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-flowchart-view-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "steward-canvas-node.h"
#include "steward-flowchart-tip.h"
#include "steward-flowchart-walk.h"
#include "steward-ui-text.h"

enum { TOLD, REMOVE, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardFlowchartView, steward_flowchart_view, STEWARD_TYPE_CANVAS)

static const StewardFlowchartBox *
find_box (StewardFlowchartView *self,
          const char           *id)
{
  GPtrArray *boxes = self->flowchart != NULL ? steward_flowchart_get_boxes (self->flowchart) : NULL;

  for (guint i = 0; boxes != NULL && id != NULL && i < boxes->len; i++)
    {
      const StewardFlowchartBox *box = g_ptr_array_index (boxes, i);

      if (g_str_equal (box->id, id))
        return box;
    }

  return NULL;
}

/* Screen readers hear of a box what comes directly before and after it. */
static void
describe_neighbours (StewardFlowchartView *self,
                     GtkWidget            *node)
{
  g_autofree char *text = NULL;

  if (self->flowchart == NULL)
    return;

  text = steward_flowchart_describe_neighbours (self->flowchart, steward_canvas_node_get_id (STEWARD_CANVAS_NODE (node)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (node), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
node_focus_cb (StewardFlowchartView *self,
               GtkWidget            *node)
{
  const StewardFlowchartBox *box = find_box (self, steward_canvas_node_get_id (STEWARD_CANVAS_NODE (node)));

  if (box == NULL)
    return;

  steward_canvas_set_selected (STEWARD_CANVAS (self), box->id);
  steward_canvas_reveal (STEWARD_CANVAS (self), box->x - 8, box->y - 8, box->width + 16, box->height + 16);
  describe_neighbours (self, node);
  g_signal_emit_by_name (self, "selected", box->id);
  steward_flowchart_hand_go_to (self->hand, box->id);
}

/* A click selects through the canvas; focus follows it, so that the arrow
 * keys go on from there. */
static void
selected_cb (StewardFlowchartView *self,
             const char           *id)
{
  GtkWidget *node = id != NULL ? g_hash_table_lookup (self->nodes, id) : NULL;

  if (node != NULL && !gtk_widget_has_focus (node))
    gtk_widget_grab_focus (node);
  else if (node == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* The nearest box that stays, in the order of the drawing: the next one, or else
 * the one before. */
static GtkWidget *
find_neighbour (StewardFlowchartView *self,
                GtkWidget            *node)
{
  GtkWidget *other;

  for (other = gtk_widget_get_next_sibling (node); other != NULL; other = gtk_widget_get_next_sibling (other))
    if (find_box (self, steward_canvas_node_get_id (STEWARD_CANVAS_NODE (other))) != NULL)
      return other;
  for (other = gtk_widget_get_prev_sibling (node); other != NULL; other = gtk_widget_get_prev_sibling (other))
    if (find_box (self, steward_canvas_node_get_id (STEWARD_CANVAS_NODE (other))) != NULL)
      return other;

  return NULL;
}

/* The keyboard does not get lost with the box it was at. */
static void
remove_node (StewardFlowchartView *self,
             GtkWidget            *node)
{
  GtkWidget *neighbour = gtk_widget_is_focus (node) ? find_neighbour (self, node) : NULL;

  if (neighbour != NULL)
    gtk_widget_grab_focus (neighbour);
  gtk_widget_unparent (node);
}

static void
go_to_expected (StewardFlowchartView *self)
{
  if (self->expected != NULL && steward_flowchart_view_focus (self, self->expected))
    /* It is brought into sight once it has its place. */
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Keeps the widgets of boxes that are still there, so that a tick elsewhere
 * does not take the focus away. */
static void
update_nodes (StewardFlowchartView *self)
{
  GPtrArray *boxes = steward_flowchart_get_boxes (self->flowchart);
  GtkWidget *previous = NULL;
  GHashTableIter iter;
  gpointer id, node;

  g_hash_table_iter_init (&iter, self->nodes);
  while (g_hash_table_iter_next (&iter, &id, &node))
    {
      if (find_box (self, id) != NULL)
        continue;
      remove_node (self, node);
      g_hash_table_iter_remove (&iter);
    }

  for (guint i = 0; i < boxes->len; i++)
    {
      const StewardFlowchartBox *box = g_ptr_array_index (boxes, i);
      GtkWidget *child = g_hash_table_lookup (self->nodes, box->id);

      if (child == NULL)
        {
          child = steward_canvas_node_new (box->id);
          g_signal_connect_object (child, "focused", G_CALLBACK (node_focus_cb), self, G_CONNECT_SWAPPED);
          g_hash_table_insert (self->nodes, g_strdup (box->id), child);
        }
      gtk_widget_insert_after (child, GTK_WIDGET (self), previous);
      steward_ui_set_label (child, box->description);
      previous = child;
    }
  go_to_expected (self);
}

static void
lay_out (StewardFlowchartView *self,
         double                width,
         double                height,
         double                text_scale)
{
  const StewardSchedule *schedule = self->session != NULL ? steward_session_get_drawn (self->session) : NULL;
  StewardFlowchartOptions options = steward_flowchart_view_get_options (self, width, height, text_scale);

  g_clear_pointer (&self->flowchart, steward_flowchart_free);
  if (schedule != NULL)
    self->flowchart = steward_flowchart_layout (schedule, &options);
}

static void
steward_flowchart_view_layout (StewardCanvas *canvas,
                               double         width,
                               double         height,
                               double         text_scale,
                               double        *content_width,
                               double        *content_height)
{
  StewardFlowchartView *self = STEWARD_FLOWCHART_VIEW (canvas);

  *content_width = width;
  *content_height = height;
  lay_out (self, width, height, text_scale);
  if (self->flowchart != NULL)
    steward_flowchart_get_size (self->flowchart, content_width, content_height);
  steward_flowchart_view_sync (self);
}

static void
steward_flowchart_view_paint (StewardCanvas           *canvas,
                              cairo_t                 *cr,
                              const StewardStyle      *style,
                              const cairo_rectangle_t *clip,
                              const char              *focus)
{
  StewardFlowchartView *self = STEWARD_FLOWCHART_VIEW (canvas);

  if (self->flowchart == NULL)
    return;

  /* What is being linked may be any box: none of them fades then, nor what is
   * read from the last row. */
  if (self->screen > 0)
    steward_flowchart_paint_lit (self->flowchart, cr, style, clip, steward_canvas_get_selected (canvas), NULL);
  else
    steward_flowchart_paint_lit (self->flowchart, cr, style, clip, focus,
                                 steward_flowchart_hand_is_busy (self->hand) ? NULL : focus);
  steward_flowchart_hand_paint (self->hand, cr, style);
  steward_flowchart_view_paint_over (self, cr, style);
}

static const char *
steward_flowchart_view_hit (StewardCanvas *canvas,
                            double         x,
                            double         y)
{
  StewardFlowchartView *self = STEWARD_FLOWCHART_VIEW (canvas);
  const StewardFlowchartBox *box = NULL;

  if (self->flowchart != NULL)
    box = steward_flowchart_hit (self->flowchart, x, y);

  return box != NULL ? box->id : NULL;
}

/* After a layout at the size that it really has. */
static void
reveal_expected (StewardFlowchartView *self)
{
  const StewardFlowchartBox *box = find_box (self, self->expected);

  /* It may be drawn before it can be gone to. */
  if (box == NULL || g_hash_table_lookup (self->nodes, box->id) == NULL)
    return;
  g_clear_pointer (&self->expected, g_free);
  steward_canvas_reveal (STEWARD_CANVAS (self), box->x - 8, box->y - 8, box->width + 16, box->height + 16);
}

static void
steward_flowchart_view_placed (StewardCanvas *canvas)
{
  StewardFlowchartView *self = STEWARD_FLOWCHART_VIEW (canvas);
  GPtrArray *boxes = self->flowchart != NULL ? steward_flowchart_get_boxes (self->flowchart) : NULL;
  double zoom = steward_canvas_get_zoom (canvas);
  GHashTableIter iter;
  gpointer id, child;

  g_hash_table_iter_init (&iter, self->nodes);
  while (g_hash_table_iter_next (&iter, &id, &child))
    gtk_widget_set_child_visible (child, self->screen == 0 || find_box (self, id) != NULL);
  for (guint i = 0; boxes != NULL && i < boxes->len; i++)
    {
      const StewardFlowchartBox *box = g_ptr_array_index (boxes, i);
      GtkWidget *node = g_hash_table_lookup (self->nodes, box->id);
      GtkAllocation place;
      double x, y;
      int minimum;

      if (node == NULL)
        continue;
      steward_canvas_to_widget (canvas, box->x, box->y, &x, &y);
      gtk_widget_measure (node, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      place = (GtkAllocation) { floor (x), floor (y), MAX (minimum, ceil (box->width * zoom)),
                                ceil (box->height * zoom) };
      gtk_widget_size_allocate (node, &place, -1);
    }
  reveal_expected (self);
}

static gboolean
walk_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  StewardFlowchartView *self = STEWARD_FLOWCHART_VIEW (widget);
  const char *selected = steward_canvas_get_selected (STEWARD_CANVAS (self));
  const char *id = NULL;

  if (self->flowchart != NULL)
    id = steward_flowchart_walk (self->flowchart, selected, g_variant_get_int32 (arguments));

  /* At an end the keyboard stays in the drawing. */
  return id == NULL ? self->flowchart != NULL : steward_flowchart_view_focus (self, id);
}

static gboolean
link_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  const char *selected = steward_canvas_get_selected (STEWARD_CANVAS (widget));

  return selected != NULL && steward_flowchart_hand_link_begin (STEWARD_FLOWCHART_VIEW (widget)->hand, selected);
}

static gboolean
line_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  const char *selected = steward_canvas_get_selected (STEWARD_CANVAS (widget));

  return selected != NULL && steward_flowchart_hand_step_line (STEWARD_FLOWCHART_VIEW (widget)->hand, selected,
                                                               g_variant_get_int32 (arguments));
}

static gboolean
delete_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  return steward_flowchart_view_remove (STEWARD_FLOWCHART_VIEW (widget));
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  return steward_flowchart_hand_cancel (STEWARD_FLOWCHART_VIEW (widget)->hand);
}

static void
steward_flowchart_view_activate (StewardCanvas *canvas)
{
  if (!steward_flowchart_hand_link_end (STEWARD_FLOWCHART_VIEW (canvas)->hand))
    STEWARD_CANVAS_CLASS (steward_flowchart_view_parent_class)->activate (canvas);
}

static gboolean
steward_flowchart_view_find (StewardCanvas     *canvas,
                             const char        *id,
                             cairo_rectangle_t *place)
{
  const StewardFlowchartBox *box = find_box (STEWARD_FLOWCHART_VIEW (canvas), id);

  if (box != NULL)
    *place = (cairo_rectangle_t) { box->x, box->y, box->width, box->height };

  return box != NULL;
}

static void
steward_flowchart_view_zoom_by (StewardCanvas *canvas,
                                double         steps)
{
  steward_canvas_magnify (canvas, pow (STEWARD_CANVAS_STEP, steps));
}

static void
schedule_changed_cb (StewardFlowchartView *self)
{
  gboolean linking = steward_flowchart_hand_is_linking (self->hand);

  if (steward_flowchart_hand_cancel (self->hand) && linking)
    steward_flowchart_view_tell (self, _("The project was changed meanwhile; what you held was let go."));
  /* At once, because the layout points into the schedule that is going. */
  g_clear_pointer (&self->flowchart, steward_flowchart_free);
  steward_canvas_queue_layout (STEWARD_CANVAS (self));
}

static void
clear_nodes (StewardFlowchartView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_hash_table_remove_all (self->nodes);
}

static void
steward_flowchart_view_dispose (GObject *object)
{
  StewardFlowchartView *self = STEWARD_FLOWCHART_VIEW (object);

  g_clear_handle_id (&self->syncing, g_source_remove);
  g_clear_pointer (&self->wanted, g_free);
  clear_nodes (self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->flowchart, steward_flowchart_free);

  G_OBJECT_CLASS (steward_flowchart_view_parent_class)->dispose (object);
}

static void
steward_flowchart_view_finalize (GObject *object)
{
  g_hash_table_unref (STEWARD_FLOWCHART_VIEW (object)->nodes);
  g_object_unref (STEWARD_FLOWCHART_VIEW (object)->hand);
  g_free (STEWARD_FLOWCHART_VIEW (object)->expected);

  G_OBJECT_CLASS (steward_flowchart_view_parent_class)->finalize (object);
}

static gboolean
tooltip_cb (StewardFlowchartView *self,
            int                   x,
            int                   y,
            gboolean              keyboard,
            GtkTooltip           *tooltip)
{
  /* What is written beside a case is not for the room. */
  return self->screen == 0 && steward_flowchart_tip_show (self, self->hand, x, y, keyboard, tooltip);
}

static void
steward_flowchart_view_class_init (StewardFlowchartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  StewardCanvasClass *canvas_class = STEWARD_CANVAS_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_flowchart_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = steward_flowchart_view_finalize;
  canvas_class->layout = steward_flowchart_view_layout;
  canvas_class->paint = steward_flowchart_view_paint;
  canvas_class->hit = steward_flowchart_view_hit;
  canvas_class->placed = steward_flowchart_view_placed;
  canvas_class->activate = steward_flowchart_view_activate;
  canvas_class->find = steward_flowchart_view_find;
  canvas_class->zoom_by = steward_flowchart_view_zoom_by;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, walk_cb, "i", STEWARD_WALK_RIGHT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, walk_cb, "i", STEWARD_WALK_LEFT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, walk_cb, "i", STEWARD_WALK_DOWN);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, walk_cb, "i", STEWARD_WALK_UP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, walk_cb, "i", STEWARD_WALK_FIRST);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, walk_cb, "i", STEWARD_WALK_LAST);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_l, 0, link_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_bracketright, 0, line_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_bracketleft, 0, line_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, delete_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);

  signals[TOLD] =
    g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /* The item of the box with this id is to be taken out. */
  signals[REMOVE] =
    g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
steward_flowchart_view_init (StewardFlowchartView *self)
{
  steward_canvas_set_zoom (STEWARD_CANVAS (self), 0);
  self->nodes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  /* So that the arrow keys begin somewhere before a box is chosen. */
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);
  self->hand = steward_flowchart_hand_new (self);
  g_signal_connect_object (self->hand, "told", G_CALLBACK (steward_flowchart_view_tell), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "selected", G_CALLBACK (selected_cb), NULL);
}

void
steward_flowchart_view_set_session (StewardFlowchartView *self,
                                    StewardSession       *session)
{
  g_return_if_fail (STEWARD_IS_FLOWCHART_VIEW (self));
  g_return_if_fail (session == NULL || STEWARD_IS_SESSION (session));

  if (session == self->session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, schedule_changed_cb, self);
  steward_flowchart_hand_set_active (self->hand, FALSE);
  g_clear_pointer (&self->expected, g_free);
  clear_nodes (self);
  steward_canvas_set_selected (STEWARD_CANVAS (self), NULL);
  /* The drawing points into the schedule of its session. */
  g_clear_pointer (&self->flowchart, steward_flowchart_free);
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      g_signal_connect_object (session, "outdated", G_CALLBACK (schedule_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "schedule-changed", G_CALLBACK (schedule_changed_cb), self, G_CONNECT_SWAPPED);
    }
  steward_canvas_queue_layout (STEWARD_CANVAS (self));
}

StewardSession *
steward_flowchart_view_get_session (StewardFlowchartView *self)
{
  g_return_val_if_fail (STEWARD_IS_FLOWCHART_VIEW (self), NULL);

  return self->session;
}

void
steward_flowchart_view_set_editing (StewardFlowchartView *self,
                                    gboolean              editing)
{
  g_return_if_fail (STEWARD_IS_FLOWCHART_VIEW (self));

  steward_flowchart_hand_set_active (self->hand, editing);
}

gboolean
steward_flowchart_view_get_editing (StewardFlowchartView *self)
{
  g_return_val_if_fail (STEWARD_IS_FLOWCHART_VIEW (self), FALSE);

  return steward_flowchart_hand_is_active (self->hand);
}

gboolean
steward_flowchart_view_focus (StewardFlowchartView *self,
                              const char           *id)
{
  GtkWidget *node;

  g_return_val_if_fail (STEWARD_IS_FLOWCHART_VIEW (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  node = g_hash_table_lookup (self->nodes, id);

  return node != NULL && gtk_widget_grab_focus (node);
}

void
steward_flowchart_view_enter (StewardFlowchartView *self)
{
  const char *selected;
  GPtrArray *boxes;

  g_return_if_fail (STEWARD_IS_FLOWCHART_VIEW (self));

  selected = steward_canvas_get_selected (STEWARD_CANVAS (self));
  if (selected != NULL && steward_flowchart_view_focus (self, selected))
    return;
  boxes = self->flowchart != NULL ? steward_flowchart_get_boxes (self->flowchart) : NULL;
  if (boxes != NULL && boxes->len > 0)
    steward_flowchart_view_focus (self, ((const StewardFlowchartBox *) boxes->pdata[0])->id);
}

/* Screen readers hear it as the description of the box that has the keyboard. */
void
steward_flowchart_view_tell (StewardFlowchartView *self,
                             const char           *text)
{
  const char *selected;
  GtkWidget *node;

  g_return_if_fail (STEWARD_IS_FLOWCHART_VIEW (self));

  selected = steward_canvas_get_selected (STEWARD_CANVAS (self));
  node = selected != NULL ? g_hash_table_lookup (self->nodes, selected) : NULL;
  if (node != NULL && text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (node), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  else if (node != NULL)
    describe_neighbours (self, node);
  g_signal_emit (self, signals[TOLD], 0, text);
}

void
steward_flowchart_view_want (StewardFlowchartView *self,
                             const char           *id)
{
  g_return_if_fail (STEWARD_IS_FLOWCHART_VIEW (self));
  g_return_if_fail (id != NULL);

  g_free (self->expected);
  self->expected = g_strdup (id);
}

gboolean
steward_flowchart_view_remove (StewardFlowchartView *self)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (STEWARD_IS_FLOWCHART_VIEW (self), FALSE);

  if (steward_flowchart_hand_remove_line (self->hand))
    return TRUE;
  id = g_strdup (steward_canvas_get_selected (STEWARD_CANVAS (self)));
  if (id == NULL || !steward_flowchart_hand_is_active (self->hand) || find_box (self, id) == NULL)
    return FALSE;

  steward_flowchart_hand_cancel (self->hand);
  g_signal_emit (self, signals[REMOVE], 0, id);

  return TRUE;
}

const StewardFlowchart *
steward_flowchart_view_get_flowchart (StewardFlowchartView *self)
{
  g_return_val_if_fail (STEWARD_IS_FLOWCHART_VIEW (self), NULL);

  return self->flowchart;
}

void
steward_flowchart_view_set_stage (StewardFlowchartView *self,
                                  int                   stage)
{
  g_return_if_fail (STEWARD_IS_FLOWCHART_VIEW (self));

  if (stage == self->stage)
    return;

  self->stage = stage;
  steward_canvas_set_zoom (STEWARD_CANVAS (self), self->screen > 0 ? 1 : 0);
  steward_flowchart_view_refresh (self);
}

int
steward_flowchart_view_get_stage (StewardFlowchartView *self)
{
  g_return_val_if_fail (STEWARD_IS_FLOWCHART_VIEW (self), 0);

  return self->stage;
}

void
steward_flowchart_view_set_arrangement (StewardFlowchartView        *self,
                                        StewardFlowchartArrangement  arrangement)
{
  g_return_if_fail (STEWARD_IS_FLOWCHART_VIEW (self));

  if (arrangement == self->arrangement)
    return;

  self->arrangement = arrangement;
  steward_canvas_set_zoom (STEWARD_CANVAS (self), self->screen > 0 ? 1 : 0);
  steward_flowchart_view_refresh (self);
}

StewardFlowchartArrangement
steward_flowchart_view_get_arrangement (StewardFlowchartView *self)
{
  g_return_val_if_fail (STEWARD_IS_FLOWCHART_VIEW (self), STEWARD_ARRANGE_STAGES);

  return self->arrangement;
}

void
steward_flowchart_view_refresh (StewardFlowchartView *self)
{
  int width, height;

  g_return_if_fail (STEWARD_IS_FLOWCHART_VIEW (self));

  width = gtk_widget_get_width (GTK_WIDGET (self));
  height = gtk_widget_get_height (GTK_WIDGET (self));
  /* On a desk, which boxes there are does not depend on the size, and children
   * must not come and go while the canvas is being given its size. */
  if (self->screen == 0 || width == 0)
    {
      width = MAX (600, width);
      height = MAX (400, height);
    }
  lay_out (self, width, height, 1.0);
  if (self->flowchart != NULL)
    update_nodes (self);
  else
    clear_nodes (self);
  steward_canvas_queue_layout (STEWARD_CANVAS (self));
}

guint
steward_flowchart_view_get_n_boxes (StewardFlowchartView *self)
{
  g_return_val_if_fail (STEWARD_IS_FLOWCHART_VIEW (self), 0);

  return g_hash_table_size (self->nodes);
}
