/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-answer-buttons.h"

#include <glib/gi18n-lib.h>

#include "steward-ui-text.h"

#define N_CHOICES 4

/* Kept with the row. */
typedef struct
{
  GtkWidget         *buttons[N_CHOICES];   /* none for 0 */
  StewardAnswerFunc  func;
  gpointer           user_data;
  gboolean           updating;
} Parts;

static const StewardPresence presences[N_CHOICES] = {
  [1] = STEWARD_PRESENCE_PRESENT, [2] = STEWARD_PRESENCE_EXCUSED, [3] = STEWARD_PRESENCE_ABSENT
};

static const char * const classes[N_CHOICES] = { NULL, "verdict-good", "verdict-doubt", "verdict-bad" };

static Parts *
parts_of (GtkWidget *buttons)
{
  return g_object_get_data (G_OBJECT (buttons), "parts");
}

const char *
steward_answer_buttons_name_presence (gboolean        heard,
                                      StewardPresence presence)
{
  if (!heard)
    /* Translators: nobody said yet whether it came. */
    return C_("attendance", "Not noted");

  switch (presence)
    {
    case STEWARD_PRESENCE_PRESENT:
      return C_("attendance", "Present");
    case STEWARD_PRESENCE_EXCUSED:
      return C_("attendance", "Excused");
    default:
      return C_("attendance", "Absent");
    }
}

guint
steward_answer_buttons_from_presence (gboolean        heard,
                                      StewardPresence presence)
{
  guint choice = 1;

  if (!heard)
    return 0;
  while (choice + 1 < N_CHOICES && presences[choice] != presence)
    choice++;

  return choice;
}

StewardPresence
steward_answer_buttons_to_presence (guint choice)
{
  g_return_val_if_fail (choice > 0 && choice < N_CHOICES, STEWARD_PRESENCE_PRESENT);

  return presences[choice];
}

static void
toggled_cb (GtkToggleButton *button,
            gpointer         buttons)
{
  Parts *parts = parts_of (buttons);
  guint choice = 1;

  if (parts->updating)
    return;

  while (parts->buttons[choice] != GTK_WIDGET (button))
    choice++;
  parts->func (gtk_toggle_button_get_active (button) ? choice : 0, parts->user_data);
}

static GtkWidget *
new_button (gboolean attendance,
            guint    choice)
{
  const char *name = attendance ? steward_answer_buttons_name_presence (TRUE, presences[choice])
                                : steward_ui_verdict_name (choice);
  g_autofree char *label = g_strdup_printf ("%u %s", choice, name);
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  /* The keys of the meeting go on to work. */
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_add_css_class (button, classes[choice]);
  steward_ui_set_label (button, name);

  return button;
}

GtkWidget *
steward_answer_buttons_new (gboolean          attendance,
                            StewardAnswerFunc func,
                            gpointer          user_data)
{
  GtkWidget *buttons;
  Parts *parts;

  g_return_val_if_fail (func != NULL, NULL);

  buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  parts = g_new0 (Parts, 1);
  parts->func = func;
  parts->user_data = user_data;
  g_object_set_data_full (G_OBJECT (buttons), "parts", parts, g_free);
  gtk_widget_add_css_class (buttons, "linked");
  gtk_widget_set_valign (buttons, GTK_ALIGN_CENTER);
  for (guint i = 1; i < N_CHOICES; i++)
    {
      parts->buttons[i] = new_button (attendance, i);
      g_signal_connect (parts->buttons[i], "toggled", G_CALLBACK (toggled_cb), buttons);
      gtk_box_append (GTK_BOX (buttons), parts->buttons[i]);
    }

  return buttons;
}

void
steward_answer_buttons_set (GtkWidget *buttons,
                            guint      choice)
{
  Parts *parts;

  g_return_if_fail (GTK_IS_BOX (buttons) && choice < N_CHOICES);

  parts = parts_of (buttons);
  parts->updating = TRUE;
  for (guint i = 1; i < N_CHOICES; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (parts->buttons[i]), i == choice);
  parts->updating = FALSE;
}
