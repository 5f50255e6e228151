/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-turn-bar.h"

#include <glib/gi18n-lib.h>

#include "steward-ui-text.h"
#include "steward-answer-buttons.h"

struct _StewardTurnBar
{
  AdwBin               parent_instance;

  GtkWidget           *name;
  GtkWidget           *party;
  GtkWidget           *count;      /* how far the stage is */
  GtkWidget           *verdicts;
  GtkWidget           *words;
  StewardPresentation *presentation;
  gboolean             updating;
};

G_DEFINE_FINAL_TYPE (StewardTurnBar, steward_turn_bar, ADW_TYPE_BIN)

static const StewardOpinion *
get_opinion (StewardTurnBar *self)
{
  const StewardTurn *turn = steward_presentation_get_turn (self->presentation);

  return steward_presentation_get_item_opinion (self->presentation, turn->voice->id, turn->item);
}

static void
update (StewardTurnBar *self)
{
  const StewardTurn *turn = steward_presentation_get_turn (self->presentation);
  const StewardOpinion *opinion;
  const char *words;
  g_autofree char *count = NULL;
  guint turns, said;

  gtk_widget_set_visible (GTK_WIDGET (self), turn != NULL && turn->item != NULL);
  if (turn == NULL || turn->item == NULL)
    return;

  self->updating = TRUE;
  opinion = get_opinion (self);
  words = opinion != NULL ? opinion->text : "";
  steward_presentation_count_stage (self->presentation, turn->stage, &turns, &said);
  /* Translators: how many opinions were given of how many that are asked for. */
  count = g_strdup_printf (_("%u of %u heard"), said, turns);
  gtk_label_set_text (GTK_LABEL (self->name), turn->name);
  gtk_label_set_text (GTK_LABEL (self->party), turn->voice->name);
  gtk_label_set_text (GTK_LABEL (self->count), count);
  steward_answer_buttons_set (self->verdicts, opinion != NULL ? opinion->verdict : STEWARD_OPINION_NONE);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->words)), words) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->words), words);
  gtk_widget_set_visible (self->words, opinion != NULL && (opinion->verdict != STEWARD_OPINION_AGREE || *words != '\0'));
  self->updating = FALSE;
}

static void
judged_cb (guint    verdict,
           gpointer user_data)
{
  StewardTurnBar *self = user_data;

  steward_presentation_judge (self->presentation, verdict);
}

static void
words_cb (StewardTurnBar *self)
{
  const StewardTurn *turn = self->presentation != NULL ? steward_presentation_get_turn (self->presentation) : NULL;
  const StewardOpinion *opinion;

  if (self->updating || turn == NULL || turn->item == NULL)
    return;

  opinion = get_opinion (self);
  steward_presentation_set_item_opinion (self->presentation, turn->voice->id, turn->item,
                                         opinion != NULL ? opinion->verdict : STEWARD_OPINION_NONE,
                                         gtk_editable_get_text (GTK_EDITABLE (self->words)));
}

/* On with the next one. */
static void
enter_cb (StewardTurnBar *self)
{
  gtk_window_set_focus (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL);
  steward_presentation_finish_words (self->presentation);
}

static gboolean
steward_turn_bar_grab_focus (GtkWidget *widget)
{
  StewardTurnBar *self = STEWARD_TURN_BAR (widget);

  gtk_widget_set_visible (self->words, TRUE);

  return gtk_widget_grab_focus (self->words);
}

static void
steward_turn_bar_dispose (GObject *object)
{
  StewardTurnBar *self = STEWARD_TURN_BAR (object);

  /* Entries tell of their end as of a change. */
  self->updating = TRUE;
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (steward_turn_bar_parent_class)->dispose (object);
}

static void
steward_turn_bar_class_init (StewardTurnBarClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = steward_turn_bar_grab_focus;
  G_OBJECT_CLASS (klass)->dispose = steward_turn_bar_dispose;
}

static GtkWidget *
new_head (StewardTurnBar *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->name = gtk_label_new ("");
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->name, "voice-name");
  gtk_box_append (GTK_BOX (head), self->name);
  self->party = gtk_label_new ("");
  gtk_label_set_xalign (GTK_LABEL (self->party), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->party), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->party, TRUE);
  gtk_box_append (GTK_BOX (head), self->party);
  self->count = gtk_label_new ("");
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_box_append (GTK_BOX (head), self->count);

  return head;
}

static void
steward_turn_bar_init (StewardTurnBar *self)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *says = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (lines), new_head (self));
  self->verdicts = steward_answer_buttons_new (FALSE, judged_cb, self);
  gtk_box_append (GTK_BOX (says), self->verdicts);
  self->words = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->words), _("In its words"));
  gtk_entry_set_max_length (GTK_ENTRY (self->words), STEWARD_ANSWER_MAX_CHARS);
  gtk_widget_set_hexpand (self->words, TRUE);
  g_signal_connect_swapped (self->words, "changed", G_CALLBACK (words_cb), self);
  g_signal_connect_swapped (self->words, "activate", G_CALLBACK (enter_cb), self);
  gtk_box_append (GTK_BOX (says), self->words);
  gtk_box_append (GTK_BOX (lines), says);
  gtk_widget_add_css_class (GTK_WIDGET (self), "turn-bar");
  adw_bin_set_child (ADW_BIN (self), lines);
}

GtkWidget *
steward_turn_bar_new (StewardPresentation *presentation,
                      gboolean             narrow)
{
  StewardTurnBar *self;

  g_return_val_if_fail (STEWARD_IS_PRESENTATION (presentation), NULL);

  self = g_object_new (STEWARD_TYPE_TURN_BAR, NULL);
  self->presentation = g_object_ref (presentation);
  if (narrow)
    gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_parent (self->words)), GTK_ORIENTATION_VERTICAL);
  g_signal_connect_object (presentation, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presentation, "turned", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presentation, "moved", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
