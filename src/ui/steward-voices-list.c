/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-voices-list.h"

#include <glib/gi18n-lib.h>

#include "steward-ui-text.h"

struct _StewardVoicesList
{
  AdwBin               parent_instance;

  GtkListBox          *list;
  StewardPresentation *presentation;
  gboolean             updating;
};

G_DEFINE_FINAL_TYPE (StewardVoicesList, steward_voices_list, ADW_TYPE_BIN)

/* The parts of a row, kept with it. */
typedef struct
{
  const StewardVoice *voice;
  StewardVoicesList  *list;
  GtkWidget          *presence;
  GtkWidget          *verdicts[STEWARD_N_OPINIONS];   /* none for NONE */
  GtkWidget          *text;
  GtkWidget          *items;    /* what it said of single items */
} Parts;

static const char *
presence_name (const StewardVoice *voice)
{
  if (!voice->heard)
    /* Translators: nobody said yet whether it came. */
    return C_("attendance", "Not noted");

  switch (voice->presence)
    {
    case STEWARD_PRESENCE_PRESENT:
      return C_("attendance", "Present");
    case STEWARD_PRESENCE_EXCUSED:
      return C_("attendance", "Excused");
    default:
      return C_("attendance", "Absent");
    }
}

static Parts *
parts_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "parts");
}

static void
update_row (GtkWidget *row)
{
  Parts *parts = parts_of (row);
  const StewardVoice *voice = parts->voice;
  g_autofree char *items = steward_presentation_describe_items (parts->list->presentation, voice->id);
  g_autofree char *name = steward_ui_join (voice->name, presence_name (voice), steward_ui_verdict_name (voice->verdict),
                                           voice->text, items, NULL);

  gtk_button_set_label (GTK_BUTTON (parts->presence), presence_name (voice));
  for (guint i = STEWARD_OPINION_AGREE; i < STEWARD_N_OPINIONS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (parts->verdicts[i]), voice->verdict == i);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (parts->text)), voice->text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (parts->text), voice->text);
  gtk_label_set_text (GTK_LABEL (parts->items), items);
  gtk_widget_set_visible (parts->items, *items != '\0');
  steward_ui_set_label (row, name);
}

static void
next_presence (Parts *parts)
{
  static const StewardPresence next[] = {
    [STEWARD_PRESENCE_PRESENT] = STEWARD_PRESENCE_EXCUSED,
    [STEWARD_PRESENCE_EXCUSED] = STEWARD_PRESENCE_ABSENT,
    [STEWARD_PRESENCE_ABSENT] = STEWARD_PRESENCE_PRESENT
  };

  steward_presentation_set_presence (parts->list->presentation, parts->voice->id,
                                     parts->voice->heard ? next[parts->voice->presence]
                                                         : STEWARD_PRESENCE_PRESENT);
}

static void
presence_cb (GtkWidget *button,
             gpointer   row)
{
  next_presence (parts_of (row));
}

static void
verdict_cb (GtkToggleButton *button,
            gpointer         row)
{
  Parts *parts = parts_of (row);
  StewardOpinionVerdict verdict = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "verdict"));
  gboolean on = gtk_toggle_button_get_active (button);

  if (!parts->list->updating && on != (parts->voice->verdict == verdict))
    steward_presentation_set_verdict (parts->list->presentation, parts->voice->id,
                                      on ? verdict : STEWARD_OPINION_NONE);
}

static void
text_cb (GtkEditable *entry,
         gpointer     row)
{
  Parts *parts = parts_of (row);

  if (!parts->list->updating)
    steward_presentation_set_text (parts->list->presentation, parts->voice->id, gtk_editable_get_text (entry));
}

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
  if (key >= GDK_KEY_0 && key <= GDK_KEY_3)
    steward_presentation_set_verdict (parts->list->presentation, parts->voice->id, key - GDK_KEY_0);
  else if (key == GDK_KEY_p || key == GDK_KEY_P)
    next_presence (parts);
  else if (key == GDK_KEY_Return && gtk_widget_has_focus (row))
    gtk_widget_grab_focus (parts->text);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static GtkWidget *
new_verdict (GtkWidget             *row,
             StewardOpinionVerdict  verdict)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (steward_ui_verdict_name (verdict));
  g_autofree char *tip = NULL;

  /* Translators: a key of the keyboard. */
  tip = g_strdup_printf (_("Key %d"), verdict);
  steward_ui_set_tooltip (button, tip);
  g_object_set_data (G_OBJECT (button), "verdict", GUINT_TO_POINTER (verdict));
  g_signal_connect (button, "toggled", G_CALLBACK (verdict_cb), row);

  return button;
}

static GtkWidget *
new_buttons (GtkWidget *row,
             Parts     *parts)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *verdicts = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  parts->presence = gtk_button_new_with_label ("");
  steward_ui_set_tooltip (parts->presence, _("Whether it is present (P)"));
  g_signal_connect (parts->presence, "clicked", G_CALLBACK (presence_cb), row);
  gtk_box_append (GTK_BOX (box), parts->presence);
  gtk_widget_add_css_class (verdicts, "linked");
  for (guint i = STEWARD_OPINION_AGREE; i < STEWARD_N_OPINIONS; i++)
    {
      parts->verdicts[i] = new_verdict (row, i);
      gtk_box_append (GTK_BOX (verdicts), parts->verdicts[i]);
    }
  gtk_box_append (GTK_BOX (box), verdicts);

  return box;
}

static GtkWidget *
new_row (StewardVoicesList  *self,
         const StewardVoice *voice)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = steward_ui_label_new (voice->name, "voice-name");
  GtkEventController *keys = gtk_event_controller_key_new ();
  Parts *parts = g_new0 (Parts, 1);

  parts->voice = voice;
  parts->list = self;
  g_object_set_data_full (G_OBJECT (row), "parts", parts, g_free);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head), new_buttons (row, parts));
  gtk_box_append (GTK_BOX (box), head);
  parts->text = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (parts->text), _("In its words"));
  gtk_entry_set_max_length (GTK_ENTRY (parts->text), STEWARD_ANSWER_MAX_CHARS);
  g_signal_connect (parts->text, "changed", G_CALLBACK (text_cb), row);
  gtk_box_append (GTK_BOX (box), parts->text);
  parts->items = steward_ui_label_new ("", "voice-items");
  gtk_box_append (GTK_BOX (box), parts->items);
  gtk_widget_add_css_class (box, "plan-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), row);
  gtk_widget_add_controller (row, keys);

  return row;
}

static void
update (StewardVoicesList *self)
{
  GPtrArray *voices = steward_presentation_get_voices (self->presentation);

  self->updating = TRUE;
  for (guint i = 0; i < voices->len; i++)
    {
      GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, i));

      if (row == NULL)
        {
          row = new_row (self, g_ptr_array_index (voices, i));
          gtk_list_box_append (self->list, row);
        }
      update_row (row);
    }
  self->updating = FALSE;
}

static void
steward_voices_list_dispose (GObject *object)
{
  StewardVoicesList *self = STEWARD_VOICES_LIST (object);

  /* Entries tell of their end as of a change. */
  self->updating = TRUE;
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (steward_voices_list_parent_class)->dispose (object);
}

/* Into the first row, where one key says what somebody thinks. */
static gboolean
steward_voices_list_grab_focus (GtkWidget *widget)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (STEWARD_VOICES_LIST (widget)->list, 0);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
steward_voices_list_class_init (StewardVoicesListClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = steward_voices_list_grab_focus;
  G_OBJECT_CLASS (klass)->dispose = steward_voices_list_dispose;
}

static void
steward_voices_list_init (StewardVoicesList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  steward_ui_set_label (GTK_WIDGET (self->list), _("Opinions"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

GtkWidget *
steward_voices_list_new (StewardPresentation *presentation)
{
  StewardVoicesList *self;

  g_return_val_if_fail (STEWARD_IS_PRESENTATION (presentation), NULL);

  self = g_object_new (STEWARD_TYPE_VOICES_LIST, NULL);
  self->presentation = g_object_ref (presentation);
  g_signal_connect_object (presentation, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
