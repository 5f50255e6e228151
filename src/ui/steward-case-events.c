/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-case-events.h"

#include <glib/gi18n-lib.h>

#include "steward-case-text.h"
#include "steward-ui-text.h"

struct _StewardCaseEvents
{
  AdwBin      parent_instance;

  GtkWidget  *list;
};

enum { EDIT, REMOVE, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardCaseEvents, steward_case_events, ADW_TYPE_BIN)

static void
emit (StewardCaseEvents *self,
      GtkWidget         *widget,
      guint              signal)
{
  GtkWidget *row = GTK_IS_LIST_BOX_ROW (widget) ? widget : gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);

  if (row != NULL && gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)))
    g_signal_emit (self, signals[signal], 0, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static void
edit_cb (StewardCaseEvents *self,
         GtkWidget         *widget)
{
  emit (self, widget, EDIT);
}

static void
remove_cb (StewardCaseEvents *self,
           GtkWidget         *widget)
{
  emit (self, widget, REMOVE);
}

static void
activated_cb (StewardCaseEvents *self,
              GtkListBoxRow     *row)
{
  emit (self, GTK_WIDGET (row), EDIT);
}

static gboolean
delete_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  StewardCaseEvents *self = STEWARD_CASE_EVENTS (widget);
  GtkWidget *row = gtk_widget_get_focus_child (self->list);

  if (row == NULL)
    return FALSE;

  emit (self, row, REMOVE);

  return TRUE;
}

static GtkWidget *
button_new (StewardCaseEvents *self,
            const char        *icon,
            const char        *name,
            GCallback          callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  steward_ui_set_tooltip (button, name);
  steward_ui_set_label (button, name);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);

  return button;
}

static char *
describe_details (const StewardEvent *event)
{
  g_autofree char *written = NULL;
  g_autofree char *date = NULL;

  if (event->written != STEWARD_DAY_NONE)
    {
      date = steward_day_format (event->written);
      written = g_strdup_printf (_("told in writing %s"), date);
    }

  return steward_ui_join (event->kind, event->actor, written != NULL ? written : "", event->note, NULL);
}

/* What is odd about the event at @index, one sentence per line. The law wants
 * all corrections, and the time that a procedure needs, told in writing. */
static char *
describe_remarks (const StewardEvent *event,
                  GPtrArray          *remarks,
                  guint               index)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (steward_case_status_begins (event->status) && event->written == STEWARD_DAY_NONE)
    g_string_append_printf (text, "▲ %s", _("No written notice is recorded."));
  for (guint i = 0; i < remarks->len; i++)
    {
      const StewardEventRemark *remark = g_ptr_array_index (remarks, i);

      if (remark->index == index)
        g_string_append_printf (text, "%s▲ %s", text->len > 0 ? "\n" : "", remark->why);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_label (GtkWidget  *box,
              const char *text,
              const char *css_class)
{
  GtkWidget *label;

  if (*text == '\0')
    return;

  label = steward_ui_label_new (text, css_class);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), label);
}

static GtkWidget *
row_new (StewardCaseEvents  *self,
         const StewardEvent *event,
         const char         *remarks)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *day = steward_case_day (event->day);
  g_autofree char *details = describe_details (event);
  /* Translators: the number of a status in the exchange of the approval
   * systems, and its name. */
  g_autofree char *name = g_strdup_printf (_("%d %s"), event->status, steward_case_status_name (event->status));
  g_autofree char *spoken = NULL;
  GtkWidget *date = gtk_label_new (day);

  gtk_widget_add_css_class (date, "numeric");
  gtk_widget_add_css_class (date, "dim-label");
  gtk_box_append (GTK_BOX (line), date);
  gtk_box_append (GTK_BOX (line), steward_ui_label_new (name, "heading"));
  gtk_box_append (GTK_BOX (texts), line);
  append_label (texts, details, "dim-label");
  if (*event->proof != '\0')
    {
      g_autofree char *proof = g_strdup_printf (_("Proof: %s"), event->proof);

      append_label (texts, proof, "dim-label");
    }
  append_label (texts, remarks, "warning-text");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), button_new (self, "document-edit-symbolic", _("Change this event"),
                                             G_CALLBACK (edit_cb)));
  gtk_box_append (GTK_BOX (box), button_new (self, "user-trash-symbolic", _("Take this event out"),
                                             G_CALLBACK (remove_cb)));
  gtk_widget_add_css_class (box, "plan-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  spoken = steward_ui_join (day, name, details, event->proof, remarks, NULL);
  steward_ui_set_label (row, spoken);

  return row;
}

static void
append_empty (StewardCaseEvents *self)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = steward_ui_label_new (_("Nothing has happened yet. Record the receipt, and the acceptance: "
                                             "from then on the clock runs."), "dim-label");

  gtk_widget_add_css_class (label, "plan-row");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
steward_case_events_class_init (StewardCaseEventsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[EDIT] =
    g_signal_new ("edit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[REMOVE] =
    g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_cb, NULL);
}

static void
steward_case_events_init (StewardCaseEvents *self)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  steward_ui_set_label (self->list, _("Events"));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), self->list);
}

void
steward_case_events_fill (StewardCaseEvents      *self,
                          const StewardCase      *handled,
                          const StewardEventRule *rule)
{
  g_autoptr (GPtrArray) remarks = NULL;

  g_return_if_fail (STEWARD_IS_CASE_EVENTS (self));
  g_return_if_fail (handled == NULL || rule != NULL);

  steward_ui_clear (self->list);
  if (handled == NULL || handled->events->len == 0)
    {
      append_empty (self);
      return;
    }

  remarks = steward_event_rule_judge (rule, handled);
  for (guint i = 0; i < handled->events->len; i++)
    {
      const StewardEvent *event = g_ptr_array_index (handled->events, i);
      g_autofree char *said = describe_remarks (event, remarks, i);

      gtk_list_box_append (GTK_LIST_BOX (self->list), row_new (self, event, said));
    }
}
