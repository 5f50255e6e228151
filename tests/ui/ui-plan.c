/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-plan.h"

#include "steward-plan-row.h"

GtkWidget *
plan_get_page (Desk *desk)
{
  return GTK_WIDGET (steward_window_get_page (desk->window, "plan"));
}

gpointer
plan_find (Desk  *desk,
           GType  type)
{
  GtkWidget *found = ui_test_find (plan_get_page (desk), type);

  g_assert_nonnull (found);

  return found;
}

void
plan_show_view (Desk       *desk,
                const char *view)
{
  steward_window_show_page (desk->window, "plan");
  ui_test_settle ();
  g_assert_true (gtk_widget_activate_action (plan_get_page (desk), "plan.view", "s", view));
  ui_test_settle ();
}

/* The row of the plan that is about @key. */
static GtkWidget *
find_row (GtkWidget  *widget,
          const char *key)
{
  if (g_strcmp0 (steward_plan_row_get_key (widget), key) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, key);

      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkWidget *
plan_get_row (Desk       *desk,
              const char *key)
{
  GtkWidget *row = find_row (plan_get_page (desk), key);

  g_assert_nonnull (row);

  return row;
}

void
plan_undo (Desk *desk)
{
  ui_test_wait (desk_is_settled, desk);
  desk_activate (desk, "win.undo");
  ui_test_settle ();
  ui_test_wait (desk_is_settled, desk);
}
