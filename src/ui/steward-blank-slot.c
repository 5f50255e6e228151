/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-blank-slot.h"

#include <glib/gi18n-lib.h>

#include "steward-list-guard.h"
#include "steward-pinyin.h"
#include "steward-ui-text.h"

struct _StewardBlankSlot
{
  GtkWidget         parent_instance;

  GtkWidget        *rows;
  GtkWidget        *entry;

  StewardSession   *session;
  const StewardBox *box;
  char             *shown;   /* ids of the rows now on screen, to spare rebuilding them */
};

G_DEFINE_FINAL_TYPE (StewardBlankSlot, steward_blank_slot, GTK_TYPE_WIDGET)

static const char *
row_id (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "row-id");
}

/* An emptied row is removed: that is how a row is taken back. */
static void
remove_row (StewardBlankSlot *self,
            const char       *id)
{
  steward_project_set_row_text (steward_session_get_project (self->session), id, "");
}

static void
text_changed_cb (StewardBlankSlot *self,
                 GtkEditable      *entry)
{
  const char *text = gtk_editable_get_text (entry);

  /* While it is being typed anew it may well be empty. */
  if (*text != '\0')
    steward_project_set_row_text (steward_session_get_project (self->session), row_id (GTK_WIDGET (entry)), text);
}

static gboolean
remove_idle_cb (gpointer user_data)
{
  GtkWidget *entry = user_data;
  GtkWidget *slot = gtk_widget_get_ancestor (entry, STEWARD_TYPE_BLANK_SLOT);
  g_autofree char *id = g_strdup (row_id (entry));

  if (slot != NULL && *gtk_editable_get_text (GTK_EDITABLE (entry)) == '\0')
    remove_row (STEWARD_BLANK_SLOT (slot), id);

  return G_SOURCE_REMOVE;
}

static void
text_left_cb (StewardBlankSlot   *self,
              GtkEventController *controller)
{
  GtkWidget *entry = gtk_event_controller_get_widget (controller);

  /* Later, because GTK goes on with the entry that would be gone. */
  if (*gtk_editable_get_text (GTK_EDITABLE (entry)) == '\0')
    g_idle_add_full (G_PRIORITY_DEFAULT, remove_idle_cb, g_object_ref (entry), g_object_unref);
}

static void
limit_cb (StewardBlankSlot *self,
          GtkEntry         *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  guint64 limit = 0;
  gboolean good = *text == '\0' || g_ascii_string_to_unsigned (text, 10, 0, 999, &limit, NULL);

  if (good)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
      steward_project_set_row_limit (steward_session_get_project (self->session),
                                     row_id (GTK_WIDGET (entry)), *text == '\0' ? -1 : (int) limit);
    }
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
    }
}

static void
remove_cb (StewardBlankSlot *self,
           GtkWidget        *button)
{
  g_autofree char *id = g_strdup (row_id (button));

  gtk_widget_grab_focus (self->entry);
  remove_row (self, id);
}

/* Ids of the rows of this slot, kept by the array. */
static GPtrArray *
list_ids (StewardBlankSlot *self)
{
  GPtrArray *rows = steward_project_get_rows (steward_session_get_project (self->session));
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (((const StewardRow *) rows->pdata[i])->box, self->box->id))
      g_ptr_array_add (ids, g_strdup (((const StewardRow *) rows->pdata[i])->id));

  return ids;
}

/* An item that the unit's list does not have wants a reason. */
static void
guard (StewardBlankSlot *self,
       GPtrArray        *before)
{
  g_autoptr (GPtrArray) ids = list_ids (self);

  if (self->box->group->kind != STEWARD_GROUP_ITEMS)
    return;

  for (guint i = ids->len; i-- > 0;)
    if (g_ptr_array_find_with_equal_func (before, ids->pdata[i], g_str_equal, NULL))
      g_ptr_array_remove_index (ids, i);
  g_ptr_array_add (ids, NULL);
  steward_list_guard_ask (GTK_WIDGET (self), self->session, (const char * const *) ids->pdata);
}

static void
add_typed (StewardBlankSlot *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *copy = g_strdup (text);

  g_autoptr (GPtrArray) before = NULL;

  if (self->session == NULL || *g_strstrip (copy) == '\0')
    return;

  before = list_ids (self);
  steward_project_add_rows (steward_session_get_project (self->session), self->box->id, copy,
                            steward_session_get_actor (self->session));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  guard (self, before);
}

/* What is typed counts, with Enter or without; but who only looks something
 * up in another window goes on typing afterwards. */
static void
left_cb (StewardBlankSlot *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root) && gtk_window_is_active (GTK_WINDOW (root)))
    add_typed (self);
}

static void
set_row_id (GtkWidget        *widget,
            const StewardRow *row)
{
  g_object_set_data_full (G_OBJECT (widget), "row-id", g_strdup (row->id), g_free);
}

static GtkWidget *
limit_entry (StewardBlankSlot *self,
             const StewardRow *row)
{
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *text = row->limit >= 0 ? g_strdup_printf ("%d", row->limit) : NULL;
  g_autofree char *name = g_strdup_printf (_("Promised working days: %s"), row->text);

  set_row_id (entry, row);
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 4);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 4);
  gtk_entry_set_max_length (GTK_ENTRY (entry), 3);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("days"));
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
  steward_ui_set_label (entry, name);
  g_signal_connect_object (entry, "changed", G_CALLBACK (limit_cb), self, G_CONNECT_SWAPPED);

  return entry;
}

static GtkWidget *
text_entry (StewardBlankSlot *self,
            const StewardRow *row)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  set_row_id (entry, row);
  gtk_entry_set_has_frame (GTK_ENTRY (entry), FALSE);
  gtk_widget_add_css_class (entry, "row-text");
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), row->text);
  steward_ui_set_label (entry, row->text);
  steward_ui_set_tooltip (entry, row->text);
  g_signal_connect_object (entry, "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (text_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);

  return entry;
}

static GtkWidget *
row_widget (StewardBlankSlot *self,
            const StewardRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-delete-symbolic");
  g_autofree char *name = g_strdup_printf (_("Remove: %s"), row->text);

  set_row_id (button, row);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  steward_ui_set_label (button, name);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), text_entry (self, row));
  if (self->box->group->kind == STEWARD_GROUP_ITEMS)
    gtk_box_append (GTK_BOX (box), limit_entry (self, row));
  gtk_box_append (GTK_BOX (box), button);

  return box;
}

static void
steward_blank_slot_dispose (GObject *object)
{
  StewardBlankSlot *self = STEWARD_BLANK_SLOT (object);

  g_clear_pointer (&self->rows, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (steward_blank_slot_parent_class)->dispose (object);
}

static void
steward_blank_slot_class_init (StewardBlankSlotClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = steward_blank_slot_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
steward_blank_slot_init (StewardBlankSlot *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkEventController *focus;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "box-row");

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));

  self->entry = gtk_entry_new ();
  gtk_widget_add_css_class (self->entry, "blank-slot");
  /* A pasted list keeps its line breaks, so that each line becomes a row. */
  g_object_set (self->entry, "truncate-multiline", FALSE, NULL);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (add_typed), self);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (self->entry, focus);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
}

GtkWidget *
steward_blank_slot_new (StewardSession   *session,
                        const StewardBox *box)
{
  StewardBlankSlot *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (STEWARD_IS_SESSION (session), NULL);
  g_return_val_if_fail (box != NULL, NULL);

  self = g_object_new (STEWARD_TYPE_BLANK_SLOT, NULL);
  self->session = g_object_ref (session);
  self->box = box;
  name = g_strdup_printf (_("Blank slot: %s"), box->group->title != NULL && *box->group->title != '\0'
                                                 ? box->group->title : box->group->stage->form_name);
  steward_ui_set_label (self->entry, name);
  steward_blank_slot_update (self);

  return GTK_WIDGET (self);
}

static GtkWidget *
row_text (GtkWidget *row)
{
  return gtk_widget_get_next_sibling (gtk_widget_get_first_child (row));
}

/* A row whose text changed stays, and what is being typed is the user's: the
 * project may hold it with the white space tidied. */
static void
update_row (GtkWidget        *widget,
            const StewardRow *row)
{
  g_autofree char *name = g_strdup_printf (_("Remove: %s"), row->text);
  GtkWidget *entry = row_text (widget);

  if ((gtk_widget_get_state_flags (entry) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0
      && !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), row->text))
    gtk_editable_set_text (GTK_EDITABLE (entry), row->text);
  steward_ui_set_label (entry, row->text);
  steward_ui_set_tooltip (entry, row->text);
  steward_ui_set_label (gtk_widget_get_last_child (widget), name);
}

static void
update_rows (StewardBlankSlot *self,
             GPtrArray        *rows)
{
  GtkWidget *widget = gtk_widget_get_first_child (self->rows);

  for (guint i = 0; i < rows->len && widget != NULL; i++)
    {
      const StewardRow *row = g_ptr_array_index (rows, i);

      if (!g_str_equal (row->box, self->box->id))
        continue;
      update_row (widget, row);
      widget = gtk_widget_get_next_sibling (widget);
    }
}

void
steward_blank_slot_update (StewardBlankSlot *self)
{
  GPtrArray *rows;
  g_autoptr (GString) key = g_string_new (NULL);

  g_return_if_fail (STEWARD_IS_BLANK_SLOT (self));

  rows = steward_project_get_rows (steward_session_get_project (self->session));
  for (guint i = 0; i < rows->len; i++)
    {
      const StewardRow *row = g_ptr_array_index (rows, i);

      if (g_str_equal (row->box, self->box->id))
        g_string_append_printf (key, "%s\n", row->id);
    }

  if (g_strcmp0 (key->str, self->shown) == 0)
    {
      update_rows (self, rows);
      return;
    }

  g_free (self->shown);
  self->shown = g_string_free (g_steal_pointer (&key), FALSE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry),
                                  *self->shown != '\0' ? _("Type another, then Enter") : _("Type, then Enter"));
  steward_ui_clear (self->rows);
  for (guint i = 0; i < rows->len; i++)
    {
      const StewardRow *row = g_ptr_array_index (rows, i);

      if (g_str_equal (row->box, self->box->id))
        gtk_box_append (GTK_BOX (self->rows), row_widget (self, row));
    }
}

void
steward_blank_slot_commit (StewardBlankSlot *self)
{
  GtkWidget *row;
  GtkWidget *next;

  g_return_if_fail (STEWARD_IS_BLANK_SLOT (self));

  for (row = gtk_widget_get_first_child (self->rows); row != NULL; row = next)
    {
      g_autofree char *id = g_strdup (row_id (row_text (row)));

      next = gtk_widget_get_next_sibling (row);
      if (*gtk_editable_get_text (GTK_EDITABLE (row_text (row))) == '\0')
        {
          /* The others are built anew; only the one being typed can be empty. */
          remove_row (self, id);
          next = NULL;
        }
    }

  add_typed (self);
}

gboolean
steward_blank_slot_matches (StewardBlankSlot *self,
                            const char       *needle)
{
  GPtrArray *rows;
  guint start, length;

  g_return_val_if_fail (STEWARD_IS_BLANK_SLOT (self), FALSE);
  g_return_val_if_fail (needle != NULL, FALSE);

  rows = steward_project_get_rows (steward_session_get_project (self->session));
  for (guint i = 0; i < rows->len; i++)
    {
      const StewardRow *row = g_ptr_array_index (rows, i);

      if (g_str_equal (row->box, self->box->id)
          && (*needle == '\0' || steward_search_find (row->text, needle, &start, &length)))
        return TRUE;
    }

  return FALSE;
}

const StewardBox *
steward_blank_slot_get_box (StewardBlankSlot *self)
{
  g_return_val_if_fail (STEWARD_IS_BLANK_SLOT (self), NULL);

  return self->box;
}
