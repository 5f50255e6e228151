/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-gate-view.h"

#include <glib/gi18n-lib.h>

#include "steward-ui-text.h"

static gboolean
same_source (const StewardSource *a,
             const StewardSource *b)
{
  return a == b || (a != NULL && b != NULL && a->basis == b->basis && g_strcmp0 (a->clause, b->clause) == 0
                    && g_strcmp0 (a->quote, b->quote) == 0);
}

/* Document, clause and words in one line. */
static void
add_source (GtkBox              *box,
            const StewardSource *source)
{
  g_autofree char *quote = NULL;
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (source == NULL)
    return;
  quote = source->quote != NULL ? g_strdup_printf (_("“%s”"), source->quote) : g_strdup ("");
  text = steward_ui_join (source->basis != NULL ? source->basis->document : "",
                          source->clause != NULL ? source->clause : "", quote, NULL);
  label = steward_ui_label_new (text, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_start (label, 20);
  gtk_box_append (box, label);
}

/* What is to be done about @line, or why nothing was. (transfer full) */
static char *
describe (StewardProject        *project,
          const StewardGate     *gate,
          const StewardGateLine *line)
{
  const StewardAcknowledgement *reason = steward_gate_find_reason (project, gate, line);

  if (reason != NULL)
    /* Translators: why somebody went on, and who. */
    return g_strdup_printf (_("gone on all the same: %s (%s)"), reason->reason, reason->by);
  if (line->state == STEWARD_GATE_MISSING)
    return g_strdup (_("not filled in on the overview"));
  return g_strdup (line->alternative ? _("one of these, confirmed on the overview or shown by its paper")
                                     : _("not confirmed on the overview"));
}

/* Lines that one clause asks for and of which the same is to be said. */
typedef struct
{
  const StewardGateLine *first;
  char                  *said;
  GString               *names;
} Together;

static void
add_together (GtkBox   *box,
              Together *together)
{
  g_autofree char *text = NULL;

  if (together->first == NULL)
    return;
  /* Told by a character before it is told by anything else. */
  text = g_strdup_printf ("%s  %s · %s", together->first->state == STEWARD_GATE_OPEN ? "?" : "✗", together->names->str,
                          together->said);
  gtk_box_append (box, steward_ui_label_new (text, NULL));
  add_source (box, together->first->source);
  g_clear_pointer (&together->said, g_free);
  g_string_set_size (together->names, 0);
  together->first = NULL;
}

static void
add_line (GtkBox                *box,
          Together              *together,
          const StewardGateLine *line,
          const char            *said)
{
  if (together->first != NULL
      && (!same_source (together->first->source, line->source) || g_strcmp0 (together->said, said) != 0))
    add_together (box, together);
  if (together->first == NULL)
    {
      together->first = line;
      together->said = g_strdup (said);
    }
  g_string_append_printf (together->names, "%s%s", together->names->len > 0 ? _(", ") : "", line->name);
}

GtkWidget *
steward_gate_view_new (StewardProject    *project,
                       const StewardGate *gate)
{
  Together together = { NULL, NULL, NULL };
  GtkWidget *box;

  g_return_val_if_fail (STEWARD_IS_PROJECT (project), NULL);
  g_return_val_if_fail (gate != NULL, NULL);

  if (gate->passed)
    return NULL;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_box_append (GTK_BOX (box), steward_ui_label_new (steward_gate_get_title (gate->kind), "heading"));
  together.names = g_string_new (NULL);
  for (guint i = 0; i < gate->lines->len; i++)
    {
      const StewardGateLine *line = gate->lines->pdata[i];
      g_autofree char *said = describe (project, gate, line);

      if (steward_gate_line_fails (line))
        add_line (GTK_BOX (box), &together, line, said);
    }
  add_together (GTK_BOX (box), &together);
  g_string_free (together.names, TRUE);
  steward_ui_set_label (box, steward_gate_get_title (gate->kind));

  return box;
}
