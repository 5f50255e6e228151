/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-voices-list.h"

#include <glib/gi18n-lib.h>

#include "steward-answer-buttons.h"
#include "steward-ui-text.h"

struct _StewardVoicesList
{
  AdwBin               parent_instance;

  GtkListBox          *list;
  StewardPresentation *presentation;
  StewardVoicesParts   parts;
  gboolean             updating;
};

G_DEFINE_FINAL_TYPE (StewardVoicesList, steward_voices_list, ADW_TYPE_BIN)

/* The parts of a row, kept with it; those that are not asked for are NULL. */
typedef struct
{
  const StewardVoice *voice;
  StewardVoicesList  *list;
  GtkWidget          *away;         /* why it says nothing; else to how much it agreed */
  GtkWidget          *presence;
  GtkWidget          *person;
  GtkWidget          *verdict;
  GtkWidget          *words;
  GtkWidget          *items;        /* what it said of single items */
} Parts;

static Parts *
parts_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "parts");
}

static gboolean
has_turn (const Parts *parts)
{
  const StewardTurn *turn = steward_presentation_get_turn (parts->list->presentation);

  return turn != NULL && turn->item == NULL && turn->voice == parts->voice;
}

static void
set_text (GtkWidget  *entry,
          const char *text)
{
  if (entry != NULL && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static gboolean
has_focus (GtkWidget *entry)
{
  return (gtk_widget_get_state_flags (entry) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/* Words are asked of who does not simply agree. */
static void
update_opinion (const Parts *parts,
                const char  *items)
{
  const StewardVoice *voice = parts->voice;
  gboolean explains = voice->verdict > STEWARD_OPINION_AGREE && has_turn (parts);

  steward_answer_buttons_set (parts->verdict, voice->verdict);
  set_text (parts->words, voice->text);
  gtk_widget_set_visible (parts->words, *voice->text != '\0' || explains || has_focus (parts->words));
  gtk_label_set_text (GTK_LABEL (parts->items), items);
  gtk_widget_set_visible (parts->items, *items != '\0');
}

/* (transfer full) */
static char *
count_agreed (const Parts *parts)
{
  guint n = steward_presentation_count_agreed (parts->list->presentation, parts->voice->id);

  /* Translators: items of a party. */
  return n > 0 ? g_strdup_printf (ngettext ("%u item agreed", "%u items agreed", n), n) : g_strdup ("");
}

static void
update_row (GtkWidget *row)
{
  Parts *parts = parts_of (row);
  const StewardVoice *voice = parts->voice;
  const char *presence = steward_answer_buttons_name_presence (voice->heard, voice->presence);
  gboolean away = voice->heard && voice->presence != STEWARD_PRESENCE_PRESENT;
  g_autofree char *items = steward_presentation_describe_items (parts->list->presentation, voice->id);
  g_autofree char *count = parts->verdict != NULL ? count_agreed (parts) : g_strdup ("");
  g_autofree char *name = steward_ui_join (voice->name, presence, steward_ui_verdict_name (voice->verdict),
                                           voice->text, count, items, NULL);

  gtk_label_set_text (GTK_LABEL (parts->away), parts->presence == NULL && away ? presence : count);
  if (parts->presence != NULL)
    steward_answer_buttons_set (parts->presence, steward_answer_buttons_from_presence (voice->heard, voice->presence));
  set_text (parts->person, voice->person);
  if (parts->verdict != NULL)
    update_opinion (parts, items);
  steward_ui_set_label (row, name);
}

static void
presence_cb (guint    choice,
             gpointer user_data)
{
  Parts *parts = user_data;
  StewardPresentation *presentation = parts->list->presentation;

  if (choice > 0)
    steward_presentation_set_presence (presentation, parts->voice->id, steward_answer_buttons_to_presence (choice));
  else
    steward_presentation_forget_presence (presentation, parts->voice->id);
}

static void
verdict_cb (guint    choice,
            gpointer user_data)
{
  Parts *parts = user_data;

  steward_presentation_take_turn (parts->list->presentation, NULL, parts->voice->id);
  steward_presentation_set_verdict (parts->list->presentation, parts->voice->id, choice);
}

static void
words_cb (GtkEditable *entry,
          gpointer     user_data)
{
  Parts *parts = user_data;

  if (!parts->list->updating)
    steward_presentation_set_text (parts->list->presentation, parts->voice->id, gtk_editable_get_text (entry));
}

static void
person_cb (GtkEditable *entry,
           gpointer     user_data)
{
  Parts *parts = user_data;

  if (!parts->list->updating)
    steward_presentation_set_person (parts->list->presentation, parts->voice->id, gtk_editable_get_text (entry));
}

/* On with the next one. */
static void
enter_cb (StewardVoicesList *self)
{
  gtk_window_set_focus (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL);
  steward_presentation_finish_words (self->presentation);
}

static void
clicked_cb (GtkGestureClick *click,
            int              n_press,
            double           x,
            double           y,
            gpointer         user_data)
{
  Parts *parts = user_data;

  steward_presentation_take_turn (parts->list->presentation, NULL, parts->voice->id);
}

static GtkWidget *
new_entry (const char *placeholder,
           GCallback   changed,
           Parts      *parts)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  gtk_entry_set_max_length (GTK_ENTRY (entry), STEWARD_ANSWER_MAX_CHARS);
  gtk_widget_set_hexpand (entry, TRUE);
  g_signal_connect (entry, "changed", changed, parts);

  return entry;
}

/* One line where that is all; where much is asked, opinions have their own. */
static void
fill_head (Parts     *parts,
           GtkWidget *box)
{
  StewardVoicesParts asked = parts->list->parts;
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = steward_ui_label_new (parts->voice->name, "voice-name");

  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (head), name);
  parts->away = steward_ui_label_new ("", "dim-label");
  gtk_box_append (GTK_BOX (head), parts->away);
  gtk_box_append (GTK_BOX (box), head);
  if ((asked & STEWARD_VOICES_ATTENDANCE) != 0)
    {
      parts->presence = steward_answer_buttons_new (TRUE, presence_cb, parts);
      gtk_box_append (GTK_BOX (head), parts->presence);
    }
  if ((asked & STEWARD_VOICES_PERSONS) != 0)
    {
      head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      parts->person = new_entry (_("Who came"), G_CALLBACK (person_cb), parts);
      gtk_entry_set_max_length (GTK_ENTRY (parts->person), STEWARD_NAME_MAX_CHARS);
      gtk_box_append (GTK_BOX (head), parts->person);
      gtk_box_append (GTK_BOX (box), head);
    }
  if ((asked & STEWARD_VOICES_OPINIONS) != 0)
    {
      parts->verdict = steward_answer_buttons_new (FALSE, verdict_cb, parts);
      gtk_box_append (GTK_BOX (head), parts->verdict);
    }
}

static GtkWidget *
new_row (StewardVoicesList  *self,
         const StewardVoice *voice)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkGesture *click = gtk_gesture_click_new ();
  Parts *parts = g_new0 (Parts, 1);

  parts->voice = voice;
  parts->list = self;
  g_object_set_data_full (G_OBJECT (row), "parts", parts, g_free);
  fill_head (parts, box);
  if ((self->parts & STEWARD_VOICES_OPINIONS) != 0)
    {
      parts->words = new_entry (_("In its words"), G_CALLBACK (words_cb), parts);
      g_signal_connect_swapped (parts->words, "activate", G_CALLBACK (enter_cb), self);
      gtk_box_append (GTK_BOX (box), parts->words);
      parts->items = steward_ui_label_new ("", "voice-items");
      gtk_box_append (GTK_BOX (box), parts->items);
    }
  gtk_widget_add_css_class (box, "plan-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  /* The keys of the meeting lead from row to row. */
  gtk_widget_set_focusable (row, FALSE);
  g_signal_connect (click, "pressed", G_CALLBACK (clicked_cb), parts);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));

  return row;
}

static void
update_turn (StewardVoicesList *self)
{
  GtkListBoxRow *row;

  self->updating = TRUE;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      Parts *parts = parts_of (GTK_WIDGET (row));

      steward_ui_set_turn (GTK_WIDGET (row), has_turn (parts));
      if (parts->verdict != NULL)
        gtk_widget_set_visible (parts->words, *parts->voice->text != '\0' || has_focus (parts->words)
                                || (parts->voice->verdict > STEWARD_OPINION_AGREE && has_turn (parts)));
    }
  self->updating = FALSE;
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
  update_turn (self);
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

static void
steward_voices_list_class_init (StewardVoicesListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = steward_voices_list_dispose;
}

static void
steward_voices_list_init (StewardVoicesList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

GtkWidget *
steward_voices_list_new (StewardPresentation *presentation,
                         StewardVoicesParts   parts)
{
  StewardVoicesList *self;

  g_return_val_if_fail (STEWARD_IS_PRESENTATION (presentation), NULL);
  g_return_val_if_fail (parts != 0, NULL);

  self = g_object_new (STEWARD_TYPE_VOICES_LIST, NULL);
  self->presentation = g_object_ref (presentation);
  self->parts = parts;
  steward_ui_set_label (GTK_WIDGET (self->list),
                        (parts & STEWARD_VOICES_OPINIONS) != 0 ? _("Opinions") : _("Attendance"));
  g_signal_connect_object (presentation, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presentation, "turned", G_CALLBACK (update_turn), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presentation, "moved", G_CALLBACK (update_turn), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

void
steward_voices_list_enter_words (StewardVoicesList *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (STEWARD_IS_VOICES_LIST (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      Parts *parts = parts_of (GTK_WIDGET (row));

      if (parts->words == NULL || !has_turn (parts))
        continue;
      gtk_widget_set_visible (parts->words, TRUE);
      gtk_widget_grab_focus (parts->words);
    }
}
