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

/* The parts of a row, kept with it. */
typedef struct
{
  StewardItemsList *list;
  const StewardBox *box;
  GtkWidget        *check;
  GtkWidget        *said;      /* by its bureaus */
} Parts;

static Parts *
parts_of (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), "parts");
}

static void
toggled_cb (GtkCheckButton *check,
            gpointer        user_data)
{
  Parts *parts = user_data;

  if (!parts->list->updating)
    steward_presentation_tick (parts->list->presentation, parts->box->id, gtk_check_button_get_active (check));
}

/* Whoever has the keyboard is talked of. */
static void
focus_cb (GtkWidget  *check,
          GParamSpec *pspec,
          gpointer    user_data)
{
  Parts *parts = user_data;

  if (gtk_widget_has_focus (check) && !parts->list->updating)
    steward_presentation_take_turn (parts->list->presentation, parts->box->item->id, NULL);
}

static void
clicked_cb (GtkGestureClick *click,
            int              n_press,
            double           x,
            double           y,
            gpointer         user_data)
{
  Parts *parts = user_data;

  steward_presentation_take_turn (parts->list->presentation, parts->box->item->id, NULL);
}

static GtkWidget *
new_check (const char *label,
           const char *name)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), steward_ui_label_new (label, NULL));
  steward_ui_set_label (check, name);
  gtk_widget_set_focus_on_click (check, FALSE);
  gtk_widget_set_hexpand (check, TRUE);

  return check;
}

/* Names of those that are competent. (transfer full) */
static char *
list_bureaus (StewardItemsList *self,
              const StewardBox *box)
{
  StewardPack *pack = steward_project_get_pack (
                        steward_session_get_project (steward_presentation_get_session (self->presentation)));
  GString *names = g_string_new (NULL);

  for (guint i = 0; box->item->bureau_ids != NULL && box->item->bureau_ids[i] != NULL; i++)
    {
      const char *name = steward_pack_get_bureau_name (pack, box->item->bureau_ids[i]);

      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name != NULL ? name : box->item->bureau_ids[i]);
    }

  return g_string_free (names, FALSE);
}

static void
add_box (StewardItemsList *self,
         const StewardBox *box)
{
  GtkWidget *row, *head;
  GtkGesture *click;
  g_autofree char *bureaus = NULL, *name = NULL;
  Parts *parts;

  if (box->item == NULL)
    return;

  bureaus = list_bureaus (self, box);
  name = steward_ui_join (box->label, bureaus, NULL);
  row = gtk_list_box_row_new ();
  head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  click = gtk_gesture_click_new ();
  parts = g_new0 (Parts, 1);
  *parts = (Parts) { self, box, new_check (box->label, name), gtk_label_new ("") };
  g_object_set_data_full (G_OBJECT (row), "parts", parts, g_free);
  gtk_box_append (GTK_BOX (head), parts->check);
  gtk_box_append (GTK_BOX (head), parts->said);
  g_signal_connect (parts->check, "toggled", G_CALLBACK (toggled_cb), parts);
  g_signal_connect (parts->check, "notify::has-focus", G_CALLBACK (focus_cb), parts);
  g_signal_connect (click, "pressed", G_CALLBACK (clicked_cb), parts);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), head);
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
update_row (StewardItemsList *self,
            const Parts      *parts)
{
  StewardProject *project = steward_session_get_project (steward_presentation_get_trial (self->presentation));
  g_autofree char *said = steward_presentation_describe_item (self->presentation, parts->box->item->id);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (parts->check), steward_project_is_ticked (project, parts->box->id));
  gtk_label_set_text (GTK_LABEL (parts->said), said);
}

static gboolean
has_turn (StewardItemsList *self,
          const Parts      *parts)
{
  const StewardTurn *turn = steward_presentation_get_turn (self->presentation);

  return turn != NULL && g_strcmp0 (turn->item, parts->box->item->id) == 0;
}

static void
update_turn (StewardItemsList *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    steward_ui_set_turn (GTK_WIDGET (row), has_turn (self, parts_of (row)));
}

/* The keyboard goes along while it is in the list. */
static void
turned_cb (StewardItemsList *self)
{
  update_turn (self);
  if ((gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
update (StewardItemsList *self)
{
  GtkListBoxRow *row;

  self->updating = TRUE;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    update_row (self, parts_of (row));
  /* What was just ticked is talked of. */
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_widget_has_focus (((Parts *) parts_of (row))->check))
      steward_presentation_take_turn (self->presentation, ((Parts *) parts_of (row))->box->item->id, NULL);
  self->updating = FALSE;
  update_turn (self);
}

static void
steward_items_list_dispose (GObject *object)
{
  StewardItemsList *self = STEWARD_ITEMS_LIST (object);

  self->updating = TRUE;
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (steward_items_list_parent_class)->dispose (object);
}

/* Where it was, else to what is talked of. */
static gboolean
steward_items_list_grab_focus (GtkWidget *widget)
{
  StewardItemsList *self = STEWARD_ITEMS_LIST (widget);
  GtkListBoxRow *row, *first = gtk_list_box_get_row_at_index (self->list, 0);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (has_turn (self, parts_of (row)))
      return gtk_widget_grab_focus (((Parts *) parts_of (row))->check);

  return first != NULL && gtk_widget_grab_focus (((Parts *) parts_of (first))->check);
}

static void
steward_items_list_class_init (StewardItemsListClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = steward_items_list_grab_focus;
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
  g_signal_connect_object (presentation, "turned", G_CALLBACK (turned_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presentation, "moved", G_CALLBACK (update_turn), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

gboolean
steward_items_list_step (StewardItemsList *self,
                         int               direction)
{
  GtkListBoxRow *row;
  int at = -1;

  g_return_val_if_fail (STEWARD_IS_ITEMS_LIST (self), FALSE);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_widget_has_focus (((Parts *) parts_of (row))->check))
      at = i;
  row = at >= 0 && at + direction >= 0 ? gtk_list_box_get_row_at_index (self->list, at + direction) : NULL;
  if (row != NULL)
    gtk_window_set_focus_visible (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), TRUE);

  return row != NULL && gtk_widget_grab_focus (((Parts *) parts_of (row))->check);
}
