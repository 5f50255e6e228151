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
  GtkWidget        *verdict;
  GtkWidget        *words;     /* of the bureau, where it does not simply agree */
} Parts;

static Parts *
parts_of (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), "parts");
}

static void
toggled_cb (GtkCheckButton *check,
            gpointer        row)
{
  Parts *parts = parts_of (row);

  if (!parts->list->updating)
    steward_presentation_tick (parts->list->presentation, parts->box->id, gtk_check_button_get_active (check));
}

static void
words_cb (GtkEditable *entry,
          gpointer     row)
{
  Parts *parts = parts_of (row);
  StewardPresentation *presentation = parts->list->presentation;
  const char *item = parts->box->item->id;
  const char *party = parts->list->updating ? NULL : steward_presentation_find_party (presentation, item);
  const StewardOpinion *opinion = party != NULL ? steward_presentation_get_item_opinion (presentation, party, item) : NULL;

  if (opinion != NULL)
    steward_presentation_set_item_opinion (presentation, party, item, opinion->verdict, gtk_editable_get_text (entry));
}

/* One key says what the bureau of the item thinks of it. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        gpointer               row)
{
  Parts *parts = parts_of (row);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  if (key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_3)
    key = GDK_KEY_0 + (key - GDK_KEY_KP_0);
  if (key < GDK_KEY_0 || key > GDK_KEY_3)
    return GDK_EVENT_PROPAGATE;

  steward_presentation_judge_item (parts->list->presentation, parts->box->item->id, key - GDK_KEY_0);

  return GDK_EVENT_STOP;
}

static GtkWidget *
new_check (const char *label,
           const char *name)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), steward_ui_label_new (label, NULL));
  steward_ui_set_label (check, name);
  steward_ui_set_tooltip (check, _("What its bureau says: 1 agrees, 2 with conditions, 3 does not agree, 0 nothing"));
  gtk_widget_set_hexpand (check, TRUE);

  return check;
}

static GtkWidget *
new_words (void)
{
  GtkWidget *words = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (words), _("In its words"));
  gtk_entry_set_max_length (GTK_ENTRY (words), STEWARD_ANSWER_MAX_CHARS);
  gtk_widget_set_visible (words, FALSE);

  return words;
}

static const char *
find_bureau (StewardItemsList *self,
             const StewardBox *box)
{
  StewardPack *pack = steward_project_get_pack (
                        steward_session_get_project (steward_presentation_get_session (self->presentation)));

  return box->item->bureau_ids != NULL && box->item->bureau_ids[0] != NULL
         ? steward_pack_get_bureau_name (pack, box->item->bureau_ids[0]) : NULL;
}

static void
add_box (StewardItemsList *self,
         const StewardBox *box)
{
  GtkWidget *row, *lines, *head;
  GtkEventController *keys;
  g_autofree char *name = NULL;
  Parts *parts;

  if (box->item == NULL)
    return;

  name = steward_ui_join (box->label, find_bureau (self, box), NULL);
  row = gtk_list_box_row_new ();
  lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  keys = gtk_event_controller_key_new ();
  parts = g_new0 (Parts, 1);
  *parts = (Parts) { self, box, new_check (box->label, name), steward_ui_label_new ("", "voice-items"), new_words () };
  g_object_set_data_full (G_OBJECT (row), "parts", parts, g_free);
  gtk_box_append (GTK_BOX (head), parts->check);
  gtk_box_append (GTK_BOX (head), parts->verdict);
  gtk_box_append (GTK_BOX (lines), head);
  gtk_box_append (GTK_BOX (lines), parts->words);
  g_signal_connect (parts->check, "toggled", G_CALLBACK (toggled_cb), row);
  g_signal_connect (parts->words, "changed", G_CALLBACK (words_cb), row);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), row);
  gtk_widget_add_controller (row, keys);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), lines);
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
  gboolean ticked = steward_project_is_ticked (project, parts->box->id);
  const char *party = ticked ? steward_presentation_find_party (self->presentation, parts->box->item->id) : NULL;
  const StewardOpinion *opinion = NULL;
  const char *words;

  if (party != NULL)
    opinion = steward_presentation_get_item_opinion (self->presentation, party, parts->box->item->id);
  words = opinion != NULL ? opinion->text : "";
  gtk_check_button_set_active (GTK_CHECK_BUTTON (parts->check), ticked);
  gtk_label_set_text (GTK_LABEL (parts->verdict), opinion != NULL ? steward_ui_verdict_name (opinion->verdict) : "");
  gtk_widget_set_visible (parts->words, opinion != NULL && opinion->verdict != STEWARD_OPINION_AGREE);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (parts->words)), words) != 0)
    gtk_editable_set_text (GTK_EDITABLE (parts->words), words);
}

static void
update (StewardItemsList *self)
{
  GtkListBoxRow *row;

  self->updating = TRUE;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    update_row (self, parts_of (row));
  self->updating = FALSE;
}

static void
steward_items_list_dispose (GObject *object)
{
  StewardItemsList *self = STEWARD_ITEMS_LIST (object);

  /* Entries tell of their end as of a change. */
  self->updating = TRUE;
  g_clear_object (&self->presentation);

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
