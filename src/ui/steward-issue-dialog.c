/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-issue.h"

#include <glib/gi18n-lib.h>

#include "steward-compat.h"
#include "steward-day-ask.h"
#include "steward-edition.h"
#include "steward-edition-text.h"
#include "steward-finding-edit.h"
#include "steward-gate-view.h"
#include "steward-ui-text.h"

/* Lines of changes and of findings that are shown; more are counted. */
#define MAX_CHANGES  8
#define MAX_FINDINGS 3

/**
 * Question:
 * @although: why it is issued although conditions are open, or NULL
 * @again: there are editions before it, so that a reason is wanted
 *
 * What is asked, until it is answered.
 */
typedef struct
{
  StewardWindow  *window;
  StewardSession *session;
  GtkWindow      *dialog;
  GtkEditable    *day;
  GtkEditable    *reason;
  GtkEditable    *although;
  GtkLabel       *message;
  gboolean        again;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->window);
  g_object_unref (question->session);
  g_object_unref (question->day);
  g_object_unref (question->reason);
  g_clear_object (&question->although);
  g_object_unref (question->message);
  g_free (question);
}

static void
issued_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (StewardWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  guint number = steward_issue_finish (result, &error);
  g_autofree char *text = NULL;

  if (number == 0)
    {
      steward_compat_tell (GTK_WINDOW (window), _("The Plan Was Not Issued"), error->message);
      return;
    }

  text = g_strdup_printf (_("Edition %u of the plan is issued"), number);
  if (number > 1)
    steward_window_toast_action (window, text, _("Notice of Change"), "win.change-notice", g_variant_new_uint32 (number));
  else
    steward_window_toast (window, text);
}

static char *
get_text (GtkEditable *entry)
{
  return g_strstrip (g_strdup (entry != NULL ? gtk_editable_get_text (entry) : ""));
}

static void
answered_cb (const char *response,
             gpointer    user_data)
{
  const Question *question = user_data;
  g_autofree char *reason = get_text (question->reason);
  g_autofree char *although = get_text (question->although);
  StewardDay day;

  if (!g_str_equal (response, "issue")
      || !steward_day_ask_read (gtk_editable_get_text (question->day),
                                steward_session_get_calendar (question->session), &day, NULL))
    return;
  if (question->although != NULL)
    {
      steward_gate_override (steward_session_get_project (question->session), STEWARD_GATE_START, although,
                             steward_session_get_person (question->session));
      steward_session_flush (question->session);
    }
  steward_issue_async (question->session, day, reason, NULL, issued_cb, g_object_ref (question->window));
}

static void
changed_cb (Question *question)
{
  g_autofree char *reason = get_text (question->reason);
  g_autofree char *although = get_text (question->although);
  g_autoptr (GError) error = NULL;
  StewardDay day;
  gboolean good = steward_day_ask_read (gtk_editable_get_text (question->day),
                                        steward_session_get_calendar (question->session), &day, &error);

  gtk_label_set_text (question->message, good ? "" : error->message);
  gtk_widget_set_visible (GTK_WIDGET (question->message), !good);
  steward_compat_allow (question->dialog, "issue", good && (!question->again || *reason != '\0')
                                                    && (question->although == NULL || *although != '\0'));
}

static GtkEditable *
add_entry (GtkGrid    *grid,
           int         line,
           const char *caption,
           const char *placeholder)
{
  GtkWidget *label = gtk_label_new (caption);
  GtkWidget *entry = gtk_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_widget_set_hexpand (entry, TRUE);
  steward_ui_set_label (entry, caption);
  gtk_grid_attach (grid, label, 0, line, 1, 1);
  gtk_grid_attach (grid, entry, 1, line, 1, 1);

  return GTK_EDITABLE (g_object_ref_sink (entry));
}

static void
add_section (GtkBox     *box,
             const char *heading,
             const char *text)
{
  if (*text == '\0')
    return;

  gtk_box_append (box, steward_ui_label_new (heading, "heading"));
  gtk_box_append (box, steward_ui_label_new (text, NULL));
}

/* What the checks say does not stop anybody: it reminds. */
static char *
findings_text (StewardSession *session)
{
  GPtrArray *findings = steward_session_get_findings (session);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const StewardFinding *finding = findings->pdata[i];

      if (finding->severity < STEWARD_SEVERITY_WARNING || !steward_finding_is_open (finding))
        continue;
      if (n++ < MAX_FINDINGS)
        g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", finding->name, finding->text);
    }
  if (n > MAX_FINDINGS)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", n - MAX_FINDINGS), n - MAX_FINDINGS);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The assessment may only begin where the project is known well enough; a plan
 * that comes of it all the same is issued with a reason. */
static void
add_gate (Question *question,
          GtkBox   *box,
          GtkGrid  *grid)
{
  StewardProject *project = steward_session_get_project (question->session);
  g_autoptr (StewardGate) gate = steward_gate_new (project, STEWARD_GATE_START);
  GtkWidget *view = gate != NULL ? steward_gate_view_new (project, gate) : NULL;

  if (view == NULL)
    return;
  gtk_box_append (box, view);
  if (steward_gate_wants_reason (project, gate))
    question->although = add_entry (grid, 2, _("Why all the same"), _("Why it is issued before all is known"));
}

static GtkWidget *
content_new (Question *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *grid = gtk_grid_new ();
  g_autofree char *changes = NULL;
  g_autofree char *findings = findings_text (question->session);

  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 10);
  question->day = add_entry (GTK_GRID (grid), 0, _("Day"), _("Today"));
  question->reason = add_entry (GTK_GRID (grid), 1, _("Reason"),
                                question->again ? _("Why there is a new edition") : _("May be left empty"));
  question->message = g_object_ref_sink (GTK_LABEL (steward_ui_label_new ("", "error-text")));
  add_gate (question, GTK_BOX (box), GTK_GRID (grid));
  gtk_box_append (GTK_BOX (box), grid);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (question->message));
  if (question->again)
    {
      changes = steward_edition_describe_since (question->session, MAX_CHANGES);
      add_section (GTK_BOX (box), _("Changed since the last edition"),
                   *changes != '\0' ? changes : _("Nothing has changed."));
    }
  add_section (GTK_BOX (box), _("What the checks say"), findings);

  return box;
}

void
steward_issue_ask (StewardWindow  *window,
                   StewardSession *session)
{
  const StewardResponse responses[] = {
    { "cancel", _("_Cancel") },
    { "issue", _("_Issue") },
    { NULL }
  };
  const StewardEdition *last;
  g_autofree char *heading = NULL;
  Question *question;
  GtkWidget *content;

  g_return_if_fail (STEWARD_IS_WINDOW (window));
  g_return_if_fail (STEWARD_IS_SESSION (session));

  last = steward_project_get_newest_edition (steward_session_get_project (session));
  heading = g_strdup_printf (_("Issue Edition %u of the Plan?"), last != NULL ? last->number + 1 : 1);
  question = g_new0 (Question, 1);
  question->window = g_object_ref (window);
  question->session = g_object_ref (session);
  question->again = last != NULL;
  content = content_new (question);
  question->dialog = steward_compat_ask (GTK_WINDOW (window), heading,
                                         _("The plan is frozen as it is now and kept with its PDF. It cannot be "
                                           "changed or taken back; what comes later is another edition."),
                                         content, responses, answered_cb, question, question_free);
  g_signal_connect_swapped (question->day, "changed", G_CALLBACK (changed_cb), question);
  g_signal_connect_swapped (question->reason, "changed", G_CALLBACK (changed_cb), question);
  if (question->although != NULL)
    g_signal_connect_swapped (question->although, "changed", G_CALLBACK (changed_cb), question);
  changed_cb (question);
  gtk_widget_grab_focus (GTK_WIDGET (question->again ? question->reason
                                     : question->although != NULL ? question->although : question->day));
}
