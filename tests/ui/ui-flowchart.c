/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-flowchart.h"

#include "steward-canvas-node.h"

static void
told_cb (Chart      *chart,
         const char *text)
{
  g_free (chart->told);
  chart->told = g_strdup (text);
}

void
chart_settle (Chart *chart)
{
  ui_test_settle ();
  ui_test_wait (desk_is_settled, &chart->desk);
  ui_test_settle ();
}

void
chart_set_up (Chart *chart)
{
  desk_set_up (&chart->desk, NULL);
  desk_import_sample (&chart->desk, "jincheng-factory");
  steward_window_show_page (chart->desk.window, "flowchart");
  chart_settle (chart);
  chart->page = steward_window_get_page (chart->desk.window, "flowchart");
  chart->view = steward_flowchart_page_get_view (STEWARD_FLOWCHART_PAGE (chart->page));
  /* All of it is in sight, so that nothing is scrolled while it is dragged. */
  steward_canvas_set_zoom (STEWARD_CANVAS (chart->view), 0.4);
  chart_settle (chart);
  g_signal_connect_swapped (chart->view, "told", G_CALLBACK (told_cb), chart);
}

void
chart_tear_down (Chart *chart)
{
  g_signal_handlers_disconnect_by_data (chart->view, chart);
  desk_tear_down (&chart->desk, NULL);
  g_free (chart->told);
}

void
chart_edit (Chart *chart)
{
  if (steward_flowchart_view_get_editing (chart->view))
    return;
  ui_test_press (GTK_WIDGET (chart->page), GDK_KEY_e, GDK_CONTROL_MASK);
  chart_settle (chart);
  g_assert_true (steward_flowchart_view_get_editing (chart->view));
}

void
chart_press (Chart *chart,
             guint  key)
{
  ui_test_press (GTK_WIDGET (chart->view), key, 0);
  chart_settle (chart);
}

void
chart_undo (Chart *chart)
{
  desk_activate (&chart->desk, "win.undo");
  chart_settle (chart);
}

const StewardFlowchartBox *
chart_find_box (Chart      *chart,
                const char *id)
{
  GPtrArray *boxes = steward_flowchart_get_boxes (steward_flowchart_view_get_flowchart (chart->view));

  for (guint i = 0; i < boxes->len; i++)
    if (g_str_equal (((const StewardFlowchartBox *) boxes->pdata[i])->id, id))
      return boxes->pdata[i];
  return NULL;
}

const char *
chart_get_focus (Chart *chart)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (chart->desk.window));

  return STEWARD_IS_CANVAS_NODE (focus) ? steward_canvas_node_get_id (STEWARD_CANVAS_NODE (focus)) : NULL;
}

char *
chart_save (Chart *chart)
{
  return desk_save (&chart->desk);
}
