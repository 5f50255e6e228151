/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-findings-box.h"

#include <glib/gi18n-lib.h>

#include "steward-finding-edit.h"
#include "steward-ui-text.h"

/* Nobody reads more in one go, and each line costs time. */
#define MAX_ROWS 300

struct _StewardFindingsBox
{
  GtkBox          parent_instance;

  GtkListBox     *standing;
  GtkExpander    *fold;
  GtkListBox     *answered;
  GtkWidget      *rest;

  StewardSession *session;
  GPtrArray      *findings;   /* all of the project, as they are shown */
  GArray         *shown;      /* indices of those shown */
  gboolean        alone;
};

G_DEFINE_FINAL_TYPE (StewardFindingsBox, steward_findings_box, GTK_TYPE_BOX)

static StewardWindow *
get_window (StewardFindingsBox *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return STEWARD_IS_WINDOW (root) ? STEWARD_WINDOW (root) : NULL;
}

static void
activated_cb (StewardFindingsBox *self,
              StewardFindingRow  *row)
{
  StewardWindow *window = get_window (self);

  if (window != NULL && self->session != NULL)
    steward_finding_go (window, self->session, steward_finding_row_get_finding (row));
}

static void
answer_cb (StewardFindingsBox *self,
           StewardFindingRow  *row)
{
  const StewardFinding *finding = steward_finding_row_get_finding (row);
  StewardWindow *window = get_window (self);

  if (window == NULL || self->session == NULL)
    return;
  if (steward_finding_is_open (finding))
    steward_finding_acknowledge (window, self->session, finding);
  else
    steward_finding_take_back (window, self->session, finding);
}

/* Of the row in which the keyboard is, or −1. */
static int
find_focus (StewardFindingsBox *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, STEWARD_TYPE_FINDING_ROW) : NULL;
  GtkWidget *list = row != NULL ? gtk_widget_get_parent (row) : NULL;

  if (list == GTK_WIDGET (self->standing) || list == GTK_WIDGET (self->answered))
    return gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  return -1;
}

/* Where the row was that is gone now stands the next one. */
static void
restore_focus (StewardFindingsBox *self,
               int                 index)
{
  GtkListBoxRow *row = NULL;

  for (; row == NULL && index >= 0; index--)
    row = gtk_list_box_get_row_at_index (self->standing, index);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else if (gtk_widget_get_visible (GTK_WIDGET (self->fold)))
    gtk_widget_grab_focus (GTK_WIDGET (self->fold));
}

static void
fill (StewardFindingsBox *self)
{
  guint n_rest = self->shown->len > MAX_ROWS ? self->shown->len - MAX_ROWS : 0;
  guint n_standing = 0;
  g_autofree char *text = NULL;
  g_autofree char *rest = NULL;
  int focus = find_focus (self);

  steward_ui_clear (GTK_WIDGET (self->standing));
  steward_ui_clear (GTK_WIDGET (self->answered));
  for (guint i = 0; i < self->shown->len; i++)
    {
      guint index = g_array_index (self->shown, guint, i);
      const StewardFinding *finding = g_ptr_array_index (self->findings, index);
      GtkWidget *row;

      n_standing += finding->reason == NULL;
      if (i >= MAX_ROWS)
        continue;
      row = steward_finding_row_new (self->findings, index, self->alone);
      g_signal_connect_object (row, "answer", G_CALLBACK (answer_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (finding->reason == NULL ? self->standing : self->answered, row);
    }

  text = g_strdup_printf (ngettext ("%u acknowledged", "%u acknowledged", self->shown->len - n_standing),
                          self->shown->len - n_standing);
  gtk_expander_set_label (self->fold, text);
  gtk_widget_set_visible (GTK_WIDGET (self->standing), n_standing > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->fold), n_standing < self->shown->len);
  rest = g_strdup_printf (ngettext ("%u more is not shown here. The copied text has all of them.",
                                    "%u more are not shown here. The copied text has all of them.", n_rest), n_rest);
  gtk_label_set_text (GTK_LABEL (self->rest), rest);
  gtk_widget_set_visible (self->rest, n_rest > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), self->shown->len > 0);
  if (focus >= 0)
    restore_focus (self, focus);
}

static GArray *
choose (StewardSession *session,
        GPtrArray      *findings,
        const char     *item)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  const StewardCase *handled = NULL;

  if (item != NULL)
    handled = steward_project_find_case (steward_session_get_project (session), item);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const StewardFinding *finding = g_ptr_array_index (findings, i);

      if (item == NULL || g_str_equal (finding->row, item)
          || (handled != NULL && g_str_equal (finding->case_id, handled->id)))
        g_array_append_val (chosen, i);
    }

  return chosen;
}

static gboolean
is_same (const StewardFinding *a,
         const StewardFinding *b)
{
  return a->code == b->code && a->severity == b->severity && g_str_equal (a->row, b->row)
         && g_str_equal (a->name, b->name) && g_str_equal (a->text, b->text) && g_str_equal (a->remedy, b->remedy)
         && g_str_equal (a->rule, b->rule) && g_strcmp0 (a->reason, b->reason) == 0
         && g_strcmp0 (a->by, b->by) == 0 && g_strcmp0 (a->at, b->at) == 0 && a->pack == b->pack;
}

static gboolean
is_shown (StewardFindingsBox *self,
          GPtrArray          *findings,
          GArray             *chosen)
{
  if (chosen->len != self->shown->len)
    return FALSE;
  for (guint i = 0; i < chosen->len; i++)
    if (!is_same (g_ptr_array_index (findings, g_array_index (chosen, guint, i)),
                  g_ptr_array_index (self->findings, g_array_index (self->shown, guint, i))))
      return FALSE;

  return TRUE;
}

static void
steward_findings_box_dispose (GObject *object)
{
  StewardFindingsBox *self = STEWARD_FINDINGS_BOX (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_array_unref);

  G_OBJECT_CLASS (steward_findings_box_parent_class)->dispose (object);
}

static void
steward_findings_box_class_init (StewardFindingsBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = steward_findings_box_dispose;
}

static GtkListBox *
list_new (StewardFindingsBox *self,
          const char         *label)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  steward_ui_set_label (list, label);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  return GTK_LIST_BOX (list);
}

static void
steward_findings_box_init (StewardFindingsBox *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  self->standing = list_new (self, _("Findings"));
  self->answered = list_new (self, _("Acknowledged warnings"));
  self->fold = GTK_EXPANDER (gtk_expander_new (NULL));
  gtk_widget_set_margin_top (GTK_WIDGET (self->answered), 8);
  gtk_expander_set_child (self->fold, GTK_WIDGET (self->answered));
  self->rest = steward_ui_label_new ("", "dim-label");
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->standing));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->fold));
  gtk_box_append (GTK_BOX (self), self->rest);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
steward_findings_box_show (StewardFindingsBox *self,
                           StewardSession     *session,
                           const char         *item)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GArray) chosen = NULL;
  gboolean same;

  g_return_if_fail (STEWARD_IS_FINDINGS_BOX (self));
  g_return_if_fail (session == NULL || STEWARD_IS_SESSION (session));

  if (session != NULL && steward_session_get_findings (session) != NULL)
    findings = g_ptr_array_ref (steward_session_get_findings (session));
  chosen = choose (session, findings, item);
  same = session == self->session && self->alone == (item != NULL) && is_shown (self, findings, chosen);
  /* Another project, or case, begins folded. */
  if (session != self->session)
    gtk_expander_set_expanded (self->fold, FALSE);
  g_set_object (&self->session, session);
  if (same)
    return;

  self->alone = item != NULL;
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_array_unref);
  self->findings = g_steal_pointer (&findings);
  self->shown = g_steal_pointer (&chosen);
  fill (self);
}

guint
steward_findings_box_get_n_shown (StewardFindingsBox *self)
{
  g_return_val_if_fail (STEWARD_IS_FINDINGS_BOX (self), 0);

  return self->shown->len;
}
