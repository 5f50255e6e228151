/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-finding-row.h"

#include <glib/gi18n-lib.h>

#include "steward-finding-edit.h"
#include "steward-finding-text.h"
#include "steward-ui-text.h"

struct _StewardFindingRow
{
  GtkListBoxRow         parent_instance;

  GPtrArray            *findings;   /* keeps @finding */
  const StewardFinding *finding;
};

enum
{
  ANSWER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardFindingRow, steward_finding_row, GTK_TYPE_LIST_BOX_ROW)

static void
clicked_cb (StewardFindingRow *self)
{
  g_signal_emit (self, signals[ANSWER], 0);
}

static void
add_head (StewardFindingRow *self,
          GtkBox            *box,
          gboolean           alone)
{
  const StewardFinding *finding = self->finding;
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *mark = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sign = steward_finding_sign_new (finding);
  GtkWidget *word = gtk_label_new (steward_finding_get_word (finding));
  GtkWidget *name = steward_ui_label_new (alone ? finding->text : finding->name, "heading");

  /* Beside the first line of a long name, whatever the size of the text. */
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_add_css_class (word, "finding-word");
  for (const char * const *css_class = (const char * const []) { "finding-error", "finding-warning", "finding-note",
                                                                 "finding-acknowledged", NULL };
       *css_class != NULL; css_class++)
    if (gtk_widget_has_css_class (sign, *css_class))
      gtk_widget_add_css_class (word, *css_class);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (mark), sign);
  gtk_box_append (GTK_BOX (mark), word);
  gtk_box_append (GTK_BOX (line), mark);
  gtk_box_append (GTK_BOX (line), name);
  if (!alone)
    {
      GtkWidget *stage = finding->stage != NULL ? steward_ui_stage_label_new (finding->stage) : NULL;

      if (stage != NULL)
        gtk_box_append (GTK_BOX (line), stage);
      gtk_box_append (GTK_BOX (line), g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
    }
  gtk_box_append (box, line);
}

static void
add_line (GtkGrid    *grid,
          int         line,
          const char *caption,
          const char *text)
{
  GtkWidget *head = gtk_label_new (caption);
  GtkWidget *label = steward_ui_label_new (text, NULL);

  gtk_label_set_xalign (GTK_LABEL (head), 0.0f);
  gtk_widget_set_valign (head, GTK_ALIGN_START);
  gtk_widget_add_css_class (head, "dim-label");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_grid_attach (grid, head, 0, line, 1, 1);
  gtk_grid_attach (grid, label, 1, line, 1, 1);
}

static void
add_button (StewardFindingRow *self,
            GtkGrid           *grid,
            int                line)
{
  const StewardFinding *finding = self->finding;
  gboolean open = steward_finding_is_open (finding);
  g_autofree char *spoken = NULL;
  GtkWidget *button;

  if (!open && finding->reason == NULL)
    return;

  button = gtk_button_new_with_label (open ? _("Acknowledge…") : _("Take Back"));
  gtk_widget_set_valign (button, GTK_ALIGN_END);
  /* Translators: what a button does, and to which finding. */
  spoken = g_strdup_printf (_("%s: %s"), gtk_button_get_label (GTK_BUTTON (button)), finding->name);
  steward_ui_set_label (button, spoken);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (grid, button, 2, 0, 1, line);
}

static void
build (StewardFindingRow *self,
       gboolean           alone)
{
  const StewardFinding *finding = self->finding;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  g_autofree char *rule = steward_finding_get_rule (finding);
  g_autofree char *answer = steward_finding_get_answer (finding);
  g_autofree char *spoken = NULL;
  int line = 0;

  add_head (self, GTK_BOX (box), alone);
  if (!alone)
    gtk_box_append (GTK_BOX (box), steward_ui_label_new (finding->text, NULL));
  gtk_grid_set_column_spacing (grid, 12);
  gtk_grid_set_row_spacing (grid, 2);
  gtk_widget_add_css_class (GTK_WIDGET (grid), "finding-details");
  if (answer != NULL)
    add_line (grid, line++, _("Reason"), answer);
  add_line (grid, line++, _("What to do"), finding->remedy);
  add_line (grid, line++, _("Rule"), rule);
  add_button (self, grid, line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (grid));
  gtk_widget_add_css_class (box, "finding-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), !alone);

  spoken = steward_ui_join (steward_finding_get_word (finding), finding->name, finding->text,
                            answer != NULL ? answer : "", finding->remedy, rule, NULL);
  steward_ui_set_label (GTK_WIDGET (self), spoken);
}

static void
steward_finding_row_finalize (GObject *object)
{
  g_clear_pointer (&STEWARD_FINDING_ROW (object)->findings, g_ptr_array_unref);

  G_OBJECT_CLASS (steward_finding_row_parent_class)->finalize (object);
}

static void
steward_finding_row_class_init (StewardFindingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = steward_finding_row_finalize;

  signals[ANSWER] =
    g_signal_new ("answer", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
steward_finding_row_init (StewardFindingRow *self)
{
}

GtkWidget *
steward_finding_row_new (GPtrArray *findings,
                         guint      index,
                         gboolean   alone)
{
  StewardFindingRow *self;

  g_return_val_if_fail (findings != NULL && index < findings->len, NULL);

  self = g_object_new (STEWARD_TYPE_FINDING_ROW, NULL);
  self->findings = g_ptr_array_ref (findings);
  self->finding = g_ptr_array_index (findings, index);
  build (self, alone);

  return GTK_WIDGET (self);
}

const StewardFinding *
steward_finding_row_get_finding (StewardFindingRow *self)
{
  g_return_val_if_fail (STEWARD_IS_FINDING_ROW (self), NULL);

  return self->finding;
}
