/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-projector-keys.h"

/* @typing: also while somebody types, when the text has no use for the key: an
 * input method looks at it first. */
static const struct { guint key; const char *action; int target; gboolean typing; } keys[] = {
  { GDK_KEY_Page_Down, "present.step", 1, TRUE },
  { GDK_KEY_Page_Up, "present.step", -1, TRUE },
  { GDK_KEY_Right, "present.step", 1, FALSE },
  { GDK_KEY_Left, "present.step", -1, FALSE },
  { GDK_KEY_space, "present.step", 1, FALSE },
  { GDK_KEY_BackSpace, "present.step", -1, FALSE },
  { GDK_KEY_n, "present.step", 1, FALSE },
  { GDK_KEY_Home, "present.step", -1000, FALSE },
  { GDK_KEY_End, "present.step", 1000, FALSE },
  { GDK_KEY_Down, "present.turn", 1, FALSE },
  { GDK_KEY_Up, "present.turn", -1, FALSE },
  { GDK_KEY_0, "present.answer", 0, FALSE },
  { GDK_KEY_1, "present.answer", 1, FALSE },
  { GDK_KEY_2, "present.answer", 2, FALSE },
  { GDK_KEY_3, "present.answer", 3, FALSE },
  { GDK_KEY_a, "present.rest", G_MININT, FALSE },
  { GDK_KEY_Return, "present.words", G_MININT, FALSE },
  { GDK_KEY_p, "present.presence", G_MININT, FALSE },
  { GDK_KEY_b, "present.black", G_MININT, FALSE },
  { GDK_KEY_period, "present.black", G_MININT, FALSE },
  { GDK_KEY_h, "present.pen", G_MININT, FALSE },
  { GDK_KEY_c, "present.clear", G_MININT, FALSE },
  { GDK_KEY_Delete, "present.clear", G_MININT, FALSE },
  { GDK_KEY_t, "present.items", G_MININT, FALSE },
  { GDK_KEY_m, "present.minutes", G_MININT, FALSE },
  { GDK_KEY_o, "present.opinions", G_MININT, FALSE },
  { GDK_KEY_x, "present.masked", G_MININT, FALSE },
  { GDK_KEY_d, "present.monitor", G_MININT, FALSE },
  { GDK_KEY_Escape, "present.leave", G_MININT, TRUE },
};

static guint
simplify (guint key)
{
  if (key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9)
    return GDK_KEY_0 + (key - GDK_KEY_KP_0);
  if (key == GDK_KEY_KP_Enter)
    return GDK_KEY_Return;

  return gdk_keyval_to_lower (key);
}

static gboolean
is_text (GtkWidget *widget)
{
  return GTK_IS_EDITABLE (widget) || GTK_IS_TEXT_VIEW (widget);
}

/* Space and Enter are for the button that has the keyboard. */
static gboolean
wants_key (GtkWidget *focus,
           guint      key)
{
  return (key == GDK_KEY_space || key == GDK_KEY_Return) && (GTK_IS_BUTTON (focus) || GTK_IS_CHECK_BUTTON (focus)
                                                             || GTK_IS_LIST_BOX_ROW (focus));
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        gpointer               user_data)
{
  GtkWidget *window = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  gboolean after = gtk_event_controller_get_propagation_phase (GTK_EVENT_CONTROLLER (controller)) == GTK_PHASE_BUBBLE;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  key = simplify (key);
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || after != is_text (focus)
      || wants_key (focus, key))
    return GDK_EVENT_PROPAGATE;

  if (after && key == GDK_KEY_Escape && !GTK_IS_TEXT_VIEW (focus))
    {
      /* Done with the words of a bureau. */
      gtk_window_set_focus (GTK_WINDOW (window), NULL);
      return GDK_EVENT_STOP;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == key && (keys[i].typing || !after))
      {
        gtk_widget_activate_action_variant (window, keys[i].action,
                                            keys[i].target != G_MININT ? g_variant_new_int32 (keys[i].target) : NULL);
        return GDK_EVENT_STOP;
      }

  return GDK_EVENT_PROPAGATE;
}

void
steward_projector_keys_add (GtkWidget *window)
{
  static const GtkPropagationPhase phases[] = { GTK_PHASE_CAPTURE, GTK_PHASE_BUBBLE };

  g_return_if_fail (GTK_IS_WINDOW (window));

  for (gsize i = 0; i < G_N_ELEMENTS (phases); i++)
    {
      GtkEventController *controller = gtk_event_controller_key_new ();

      gtk_event_controller_set_propagation_phase (controller, phases[i]);
      g_signal_connect (controller, "key-pressed", G_CALLBACK (key_cb), NULL);
      gtk_widget_add_controller (window, controller);
    }
}
