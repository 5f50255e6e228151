/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-flowchart-tip.h"

#include <math.h>

#include "steward-row-tip.h"
#include "steward-ui-text.h"

/* So that it does not cover the box, and stays while the pointer is on it. */
static void
place_tooltip (StewardFlowchartView    *view,
               GtkTooltip              *tooltip,
               const cairo_rectangle_t *place)
{
  double zoom = steward_canvas_get_zoom (STEWARD_CANVAS (view));
  double x, y;

  steward_canvas_to_widget (STEWARD_CANVAS (view), place->x, place->y, &x, &y);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { floor (x), floor (y), ceil (place->width * zoom),
                                                       ceil (place->height * zoom) });
}

/* What of a box may be cut is said here in full. */
static gboolean
show_box (StewardFlowchartView *view,
          const char           *id,
          GtkTooltip           *tooltip)
{
  StewardSession *session = steward_flowchart_view_get_session (view);
  const StewardSchedule *schedule = session != NULL ? steward_session_get_drawn (session) : NULL;
  const StewardScheduleRow *row = schedule != NULL ? steward_schedule_find_row (schedule, id) : NULL;
  cairo_rectangle_t place;
  g_autofree char *text = NULL;

  if (row == NULL || !STEWARD_CANVAS_GET_CLASS (view)->find (STEWARD_CANVAS (view), id, &place))
    return FALSE;
  text = steward_row_tip_tell (row);
  steward_ui_show_tooltip (tooltip, text);
  place_tooltip (view, tooltip, &place);

  return TRUE;
}

gboolean
steward_flowchart_tip_show (StewardFlowchartView *view,
                            StewardFlowchartHand *hand,
                            int                   widget_x,
                            int                   widget_y,
                            gboolean              keyboard,
                            GtkTooltip           *tooltip)
{
  const StewardFlowchart *flowchart;
  const StewardFlowchartBox *box;
  const char *id, *link;
  g_autofree char *text = NULL;
  double x, y;

  g_return_val_if_fail (STEWARD_IS_FLOWCHART_VIEW (view), FALSE);
  g_return_val_if_fail (STEWARD_IS_FLOWCHART_HAND (hand), FALSE);

  flowchart = steward_flowchart_view_get_flowchart (view);
  if (flowchart == NULL)
    return FALSE;

  steward_canvas_to_drawing (STEWARD_CANVAS (view), widget_x, widget_y, &x, &y);
  box = keyboard ? NULL : steward_flowchart_hit (flowchart, x, y);
  id = keyboard ? steward_canvas_get_selected (STEWARD_CANVAS (view)) : box != NULL ? box->id : NULL;
  if (id != NULL)
    return show_box (view, id, tooltip);
  if (keyboard)
    return FALSE;

  text = steward_flowchart_hand_describe_at (hand, x, y);
  link = text == NULL ? steward_flowchart_find_link (flowchart, x, y) : NULL;
  if (link != NULL)
    text = g_strdup (steward_flowchart_describe_link (flowchart, link));
  if (text != NULL)
    steward_ui_show_tooltip (tooltip, text);

  return text != NULL;
}
