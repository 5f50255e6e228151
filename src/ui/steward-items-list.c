/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-items-list.h"

#include <glib/gi18n-lib.h>

#include "steward-ui-text.h"

struct _StewardItemsList
{
  AdwBin               parent_instance;

  GtkListBox          *list;
  StewardPresentation *presentation;
  gboolean             updating;
};

G_DEFINE_FINAL_TYPE (StewardItemsList, steward_items_list, ADW_TYPE_BIN)

static GtkWidget *
check_of (GtkListBoxRow *row)
{
  return gtk_list_box_row_get_child (row);
}

static const StewardBox *
box_of (GtkWidget *check)
{
  return g_object_get_data (G_OBJECT (check), "box");
}

static void
toggled_cb (StewardItemsList *self,
            GtkCheckButton   *check)
{
  if (!self->updating)
    steward_presentation_tick (self->presentation, box_of (GTK_WIDGET (check))->id,
                               gtk_check_button_get_active (check));
}

static void
add_box (StewardItemsList *self,
         const StewardBox *box)
{
  StewardPack *pack = steward_project_get_pack (
                        steward_session_get_project (steward_presentation_get_session (self->presentation)));
  GtkWidget *row, *check, *text;
  g_autofree char *label = NULL;
  const char *bureau = NULL;

  if (box->item == NULL)
    return;

  if (box->item->bureau_ids != NULL && box->item->bureau_ids[0] != NULL)
    bureau = steward_pack_get_bureau_name (pack, box->item->bureau_ids[0]);
  label = steward_ui_join (box->label, bureau, NULL);
  row = gtk_list_box_row_new ();
  check = gtk_check_button_new ();
  text = steward_ui_label_new (box->label, NULL);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), text);
  steward_ui_set_label (check, label);
  g_object_set_data (G_OBJECT (check), "box", (gpointer) box);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), check);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  /* The check button takes the keyboard; the row would only be one more step. */
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->list, row);
}

static void
list_boxes (StewardItemsList   *self,
            const StewardStage *stage)
{
  StewardPack *pack = steward_project_get_pack (
                        steward_session_get_project (steward_presentation_get_session (self->presentation)));
  GPtrArray *parts = steward_pack_get_parts (pack);

  for (guint i = 0; i < parts->len; i++)
    {
      const StewardPart *part = g_ptr_array_index (parts, i);

      for (guint j = 0; j < part->groups->len && part->stage == stage; j++)
        {
          const StewardGroup *group = g_ptr_array_index (part->groups, j);

          for (guint k = 0; group->boxes != NULL && k < group->boxes->len; k++)
            add_box (self, g_ptr_array_index (group->boxes, k));
        }
    }
}

static void
update (StewardItemsList *self)
{
  StewardProject *project = steward_session_get_project (steward_presentation_get_trial (self->presentation));
  GtkListBoxRow *row;

  self->updating = TRUE;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check_of (row)),
                                 steward_project_is_ticked (project, box_of (check_of (row))->id));
  self->updating = FALSE;
}

static void
steward_items_list_dispose (GObject *object)
{
  g_clear_object (&STEWARD_ITEMS_LIST (object)->presentation);

  G_OBJECT_CLASS (steward_items_list_parent_class)->dispose (object);
}

static void
steward_items_list_class_init (StewardItemsListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = steward_items_list_dispose;
}

static void
steward_items_list_init (StewardItemsList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  steward_ui_set_label (GTK_WIDGET (self->list), _("Items of the stage"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

GtkWidget *
steward_items_list_new (StewardPresentation *presentation,
                        const StewardStage  *stage)
{
  StewardItemsList *self;

  g_return_val_if_fail (STEWARD_IS_PRESENTATION (presentation), NULL);
  g_return_val_if_fail (stage != NULL, NULL);

  self = g_object_new (STEWARD_TYPE_ITEMS_LIST, NULL);
  self->presentation = g_object_ref (presentation);
  list_boxes (self, stage);
  g_signal_connect_object (presentation, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
