/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-gates-box.h"

#include <glib/gi18n-lib.h>

#include "steward-compat.h"
#include "steward-ui-text.h"

struct _StewardGatesBox
{
  AdwBin               parent_instance;

  AdwPreferencesGroup *group;
  GPtrArray           *rows;      /* of the group, one for each gate */
  GPtrArray           *buttons;   /* that confirm a condition */
  char                *shown;     /* what they say, to spare making them anew */

  StewardSession      *session;   /* weak: the page forgets it when another is shown */
};

G_DEFINE_FINAL_TYPE (StewardGatesBox, steward_gates_box, ADW_TYPE_BIN)

static const char *
name_state (StewardGateState state)
{
  switch (state)
    {
    case STEWARD_GATE_MET:
      return _("met");
    case STEWARD_GATE_SPARED:
      return _("not needed");
    case STEWARD_GATE_OPEN:
      return _("to be confirmed");
    case STEWARD_GATE_MISSING:
    default:
      return _("missing");
    }
}

/* Told by a character before it is told by colour. */
static const char *
glyph_of (StewardGateState state)
{
  static const char *const glyphs[] = { "✓", "–", "?", "✗" };

  return glyphs[state];
}

/* The condition that stands at @index of the gate @kind is put on record. */
static void
claim_cb (StewardGatesBox *self,
          GtkWidget       *button)
{
  StewardGateKind kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "kind"));
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));
  StewardProject *project = self->session != NULL ? steward_session_get_project (self->session) : NULL;
  g_autoptr (StewardGate) gate = project != NULL ? steward_gate_new (project, kind) : NULL;
  const StewardGateLine *line = gate != NULL && index < gate->lines->len ? g_ptr_array_index (gate->lines, index) : NULL;

  if (line != NULL && line->claimable && !steward_gate_claim (project, line))
    {
      g_autofree char *body = g_strdup_printf (_("“%s” on this page is full. Shorten it, then confirm again."),
                                               steward_ui_fact_label (line->fact));

      steward_compat_tell (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Not Confirmed"), body);
    }
}

static GtkWidget *
claim_button (StewardGatesBox       *self,
              StewardGateKind        kind,
              guint                  index,
              const StewardGateLine *line)
{
  GtkWidget *button = gtk_button_new_with_label (_("Confirm"));
  g_autofree char *name = g_strdup_printf (_("%s: %s"), _("Confirm"), line->name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  steward_ui_set_label (button, name);
  g_object_set_data (G_OBJECT (button), "kind", GUINT_TO_POINTER (kind));
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_object_set_data_full (G_OBJECT (button), "name", g_strdup (line->name), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (claim_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->buttons, button);
  return button;
}

/* Why somebody went on without it, "" when nobody did. (transfer full) */
static char *
describe_reason (StewardGatesBox       *self,
                 const StewardGate     *gate,
                 const StewardGateLine *line)
{
  const StewardAcknowledgement *reason = NULL;

  if (steward_gate_line_fails (line))
    reason = steward_gate_find_reason (steward_session_get_project (self->session), gate, line);

  return reason != NULL ? g_strdup_printf (_("gone on all the same: %s (%s)"), reason->reason, reason->by)
                        : g_strdup ("");
}

/* What is on record, if it is a paper that shows it. (transfer full) */
static char *
describe_paper (const StewardGateLine *line)
{
  g_autofree char *day = NULL;

  if (line->handed_in == STEWARD_DAY_NONE)
    return g_strdup ("");
  day = steward_day_format (line->handed_in);

  return g_strdup_printf (_("handed in %s"), day);
}

static GtkWidget *
line_row (StewardGatesBox       *self,
          const StewardGate     *gate,
          guint                  index)
{
  const StewardGateLine *line = gate->lines->pdata[index];
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *glyph = gtk_label_new (glyph_of (line->state));
  g_autofree char *remedy = steward_gate_get_remedy (line);
  g_autofree char *source = steward_ui_source (line->source);
  g_autofree char *reason = describe_reason (self, gate, line);
  g_autofree char *paper = describe_paper (line);
  g_autofree char *said = steward_ui_join (name_state (line->state), paper, reason, *reason == '\0' ? remedy : "",
                                           line->note != NULL ? line->note : "", NULL);
  g_autofree char *markup = g_markup_escape_text (said, -1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), line->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), markup);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), glyph);
  steward_ui_set_tooltip (row, source);
  if (line->state == STEWARD_GATE_OPEN && line->claimable)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), claim_button (self, gate->kind, index, line));
  return row;
}

static void
add_gate (StewardGatesBox *self,
          StewardGate     *gate)
{
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), steward_gate_get_title (gate->kind));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), gate->passed ? _("✓ all there") : _("✗ something is open"));
  for (guint i = 0; i < gate->lines->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), line_row (self, gate, i));
  g_object_set_data (G_OBJECT (row), "kind", GUINT_TO_POINTER (gate->kind));
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static char *
describe (StewardGatesBox *self,
          GPtrArray       *gates)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < gates->len; i++)
    {
      const StewardGate *gate = g_ptr_array_index (gates, i);

      g_string_append_printf (text, "%d:", gate->kind);
      for (guint l = 0; l < gate->lines->len; l++)
        {
          const StewardGateLine *line = g_ptr_array_index (gate->lines, l);
          g_autofree char *reason = describe_reason (self, gate, line);

          g_string_append_printf (text, "%s%d %d %s ", line->name, line->state, line->handed_in, reason);
        }
    }
  return g_string_free (text, FALSE);
}

static gboolean
was_expanded (GPtrArray       *rows,
              StewardGateKind  kind)
{
  for (guint i = 0; i < rows->len; i++)
    if (GPOINTER_TO_UINT (g_object_get_data (g_ptr_array_index (rows, i), "kind")) == kind)
      return adw_expander_row_get_expanded (g_ptr_array_index (rows, i));

  return FALSE;
}

static void
rebuild (StewardGatesBox *self,
         GPtrArray       *gates)
{
  gboolean expanded[STEWARD_N_GATES];

  for (guint i = 0; i < STEWARD_N_GATES; i++)
    expanded[i] = was_expanded (self->rows, i);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->buttons, 0);
  for (guint i = 0; i < gates->len; i++)
    {
      StewardGate *gate = g_ptr_array_index (gates, i);

      add_gate (self, gate);
      adw_expander_row_set_expanded (g_ptr_array_index (self->rows, i), expanded[gate->kind]);
    }
}

static void
steward_gates_box_finalize (GObject *object)
{
  StewardGatesBox *self = STEWARD_GATES_BOX (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->buttons);
  g_free (self->shown);
  g_clear_weak_pointer (&self->session);

  G_OBJECT_CLASS (steward_gates_box_parent_class)->finalize (object);
}

static void
steward_gates_box_class_init (StewardGatesBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = steward_gates_box_finalize;
}

static void
steward_gates_box_init (StewardGatesBox *self)
{
  self->rows = g_ptr_array_new ();
  self->buttons = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Conditions"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

void
steward_gates_box_show (StewardGatesBox *self,
                        StewardSession  *session)
{
  g_autoptr (GPtrArray) gates = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_gate_free);
  g_autofree char *text = NULL;

  g_return_if_fail (STEWARD_IS_GATES_BOX (self));
  g_return_if_fail (STEWARD_IS_SESSION (session));

  g_set_weak_pointer (&self->session, session);
  for (guint kind = 0; kind < STEWARD_N_GATES; kind++)
    {
      StewardGate *gate = steward_gate_new (steward_session_get_project (session), kind);

      if (gate != NULL)
        g_ptr_array_add (gates, gate);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), gates->len > 0);
  text = describe (self, gates);
  if (g_strcmp0 (text, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&text);
  rebuild (self, gates);
}

GtkWidget *
steward_gates_box_find (StewardGatesBox *self,
                        const char      *name)
{
  g_return_val_if_fail (STEWARD_IS_GATES_BOX (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < self->buttons->len; i++)
    if (g_strcmp0 (g_object_get_data (g_ptr_array_index (self->buttons, i), "name"), name) == 0)
      return g_ptr_array_index (self->buttons, i);

  return NULL;
}
