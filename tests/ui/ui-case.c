/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-case.h"

#include <string.h>

StewardCasePage *
case_get_page (Desk *desk)
{
  return STEWARD_CASE_PAGE (steward_window_get_page (desk->window, "case"));
}

StewardCaseEntry *
case_get_entry (Desk *desk)
{
  return steward_case_page_get_entry (case_get_page (desk));
}

void
case_collect (GtkWidget *widget,
              GType      type,
              GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    case_collect (child, type, found);
}

gpointer
case_nth (gpointer widget,
          GType    type,
          guint    index)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  case_collect (widget, type, found);
  g_assert_cmpuint (index, <, found->len);

  return g_ptr_array_index (found, index);
}

GtkEntry *
case_get_field (Desk  *desk,
                guint  field)
{
  return case_nth (case_get_entry (desk), GTK_TYPE_ENTRY, field);
}

void
case_type_text (Desk       *desk,
                guint       field,
                const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (case_get_field (desk, field)), text);
}

gboolean
case_press_letter (Desk *desk,
                   char  letter)
{
  GtkWidget *kind = case_nth (case_get_entry (desk), GTK_TYPE_DROP_DOWN, 0);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (kind);
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (GTK_EVENT_CONTROLLER (controller)) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", (guint) letter, 0, 0, &taken);
    }

  return taken;
}

void
case_record (Desk       *desk,
             char        letter,
             const char *day)
{
  g_assert_true (case_press_letter (desk, letter));
  case_type_text (desk, DAY, day);
  g_signal_emit_by_name (case_get_field (desk, DAY), "activate");
  ui_test_wait (desk_is_settled, desk);
  ui_test_settle ();
}

const StewardCase *
case_get_case (Desk *desk)
{
  return steward_project_find_case (desk_get_project (desk), steward_case_page_get_item (case_get_page (desk)));
}

guint
case_count_events (Desk *desk)
{
  return case_get_case (desk) != NULL ? case_get_case (desk)->events->len : 0;
}

void
case_assert_event (Desk              *desk,
                   guint              index,
                   StewardCaseStatus  status,
                   const char        *day)
{
  const StewardEvent *event;
  g_autofree char *date = NULL;

  g_assert_cmpuint (index, <, case_count_events (desk));
  event = g_ptr_array_index (case_get_case (desk)->events, index);
  date = steward_day_format (event->day);
  g_assert_cmpint (event->status, ==, status);
  g_assert_cmpstr (date, ==, day);
}

void
case_open_untouched (Desk *desk)
{
  desk_import_sample (desk, "datong-complex");
  steward_window_show_page (desk->window, "plan");
  steward_window_show_case (desk->window, desk_find_untouched (desk)->id);
  ui_test_settle ();
  g_assert_cmpuint (case_count_events (desk), ==, 0);
}

typedef struct
{
  StewardSession *session;
  guint           generation;
} Before;

static gboolean
has_changed (gpointer data)
{
  const Before *before = data;

  return steward_session_get_generation (before->session) != before->generation;
}

void
case_undo (Desk *desk)
{
  Before before = { desk_get_session (desk), steward_session_get_generation (desk_get_session (desk)) };

  desk_activate (desk, "win.undo");
  ui_test_wait (has_changed, &before);
  ui_test_wait (desk_is_settled, desk);
  ui_test_settle ();
}

void
case_assert_told (Desk       *desk,
                  const char *text)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  case_collect (GTK_WIDGET (case_get_page (desk)), GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    {
      if (gtk_widget_has_css_class (labels->pdata[i], "case-message")
          && strstr (gtk_label_get_text (labels->pdata[i]), text) != NULL)
        return;
    }

  g_test_message ("nothing says “%s”", text);
  g_test_fail ();
}
