/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-entrustment-box.h"

#include <glib/gi18n-lib.h>

#include "steward-day-entry.h"
#include "steward-entrustment-edit.h"
#include "steward-gate-view.h"
#include "steward-ui-text.h"

/* What a step is asked with. */
typedef struct
{
  StewardSession         *session;
  StewardEntrustmentKind  kind;
  GtkEditable            *day;
  GtkEditable            *note;
  GtkDropDown            *choice;    /* of a ground or a stage, or NULL */
  GStrv                   ids;       /* of what can be chosen */
  gboolean                although;  /* the note has to say why it is signed before all is there */
} Asking;

static void
asking_free (Asking *asking)
{
  g_object_unref (asking->session);
  g_strfreev (asking->ids);
  g_free (asking);
}

static void
accepted_cb (StewardFormDialog *dialog,
             Asking            *asking)
{
  g_autofree char *note = g_strstrip (g_strdup (gtk_editable_get_text (asking->note)));
  StewardEntrustmentStep step = { .kind = asking->kind, .note = note };
  g_autoptr (GError) error = NULL;

  if (asking->choice != NULL && asking->ids[0] != NULL)
    step.ground = asking->ids[gtk_drop_down_get_selected (asking->choice)];
  if (!steward_day_parse_entry (gtk_editable_get_text (asking->day), steward_session_get_calendar (asking->session),
                                steward_day_today (), &step.day))
    steward_form_dialog_tell (dialog, _("That is no day. Type for example 2026-08-12, 8.12, today or -2."));
  else if (asking->although && *note == '\0')
    steward_form_dialog_tell (dialog, _("What has to be there before the entrustment is not there: say why it is signed "
                                        "all the same."));
  else if (!steward_entrustment_edit_take (asking->session, &step, &error))
    steward_form_dialog_tell (dialog, error->message);
  else
    {
      if (asking->although)
        {
          steward_gate_override (steward_session_get_project (asking->session), STEWARD_GATE_ENTRUSTMENT, note,
                                 steward_session_get_person (asking->session));
          steward_session_flush (asking->session);
        }
      gtk_window_destroy (GTK_WINDOW (dialog));
    }
}

static void
add_grounds (StewardFormDialog *dialog,
             Asking            *asking)
{
  StewardPack *pack = steward_project_get_pack (steward_session_get_project (asking->session));
  GPtrArray *grounds = steward_pack_get_suspension_grounds (pack);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < grounds->len; i++)
    {
      const StewardNamed *ground = grounds->pdata[i];

      g_strv_builder_add (ids, ground->id);
      g_ptr_array_add (names, ground->name);
    }
  g_ptr_array_add (names, NULL);
  asking->ids = g_strv_builder_end (ids);
  if (grounds->len > 0)
    asking->choice = steward_form_dialog_add_choice (dialog, _("Ground"), (const char * const *) names->pdata);
}

static void
add_stages (StewardFormDialog *dialog,
            Asking            *asking)
{
  StewardProject *project = steward_session_get_project (asking->session);
  const StewardEntrustment *entrustment = steward_project_get_entrustment (project);
  GPtrArray *stages = steward_pack_get_stages (steward_project_get_pack (project));
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < stages->len; i++)
    {
      const StewardStage *stage = stages->pdata[i];

      if (entrustment->stages[0] != NULL
          && !g_strv_contains ((const char * const *) entrustment->stages, stage->id))
        continue;
      g_strv_builder_add (ids, stage->id);
      g_ptr_array_add (names, (gpointer) stage->plan_name);
    }
  g_ptr_array_add (names, NULL);
  asking->ids = g_strv_builder_end (ids);
  if (names->len > 1)
    asking->choice = steward_form_dialog_add_choice (dialog, _("Stage"), (const char * const *) names->pdata);
}

static gboolean
wants_reason (StewardSession *session)
{
  StewardProject *project = steward_session_get_project (session);
  g_autoptr (StewardGate) gate = steward_gate_new (project, STEWARD_GATE_ENTRUSTMENT);

  return gate != NULL && !gate->passed && steward_gate_wants_reason (project, gate);
}

StewardFormDialog *
steward_entrustment_ask (GtkWindow              *parent,
                         StewardSession         *session,
                         StewardEntrustmentKind  kind)
{
  StewardFormDialog *dialog;
  Asking *asking;
  g_autofree char *today = steward_day_format (steward_day_today ());

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (STEWARD_IS_SESSION (session), NULL);
  g_return_val_if_fail (kind < STEWARD_N_ENTRUSTMENT_STEPS, NULL);

  dialog = steward_form_dialog_new (parent, _("Entrustment"), steward_entrustment_kind_get_name (kind), _("_Record"));
  asking = g_new0 (Asking, 1);
  asking->session = g_object_ref (session);
  asking->kind = kind;
  if (kind == STEWARD_ENTRUSTMENT_STEP_SUSPENDED)
    add_grounds (dialog, asking);
  else if (kind == STEWARD_ENTRUSTMENT_STEP_STAGE_CLOSED)
    add_stages (dialog, asking);
  asking->although = kind == STEWARD_ENTRUSTMENT_STEP_SIGNED && wants_reason (session);
  asking->day = steward_form_dialog_add_text (dialog, _("Day"), today);
  asking->note = steward_form_dialog_add_text (dialog, asking->although ? _("Why it is signed all the same")
                                                                       : _("Note (may stay empty)"), NULL);
  g_signal_connect_data (dialog, "accepted", G_CALLBACK (accepted_cb), asking,
                         (GClosureNotify) (void (*) (void)) asking_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

static void
step_clicked_cb (GtkButton *button,
                 gpointer   kind)
{
  StewardSession *session = g_object_get_data (G_OBJECT (button), "session");

  steward_entrustment_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button))), session, GPOINTER_TO_UINT (kind));
}

/* What the user does, where the word of the log says what was done. */
static const char *
get_button_label (StewardEntrustmentKind kind)
{
  switch (kind)
    {
    case STEWARD_ENTRUSTMENT_STEP_DRAFTED:
      return _("Draft");
    case STEWARD_ENTRUSTMENT_STEP_PRINTED:
      return _("Printed");
    case STEWARD_ENTRUSTMENT_STEP_SENT:
      return _("Sent");
    case STEWARD_ENTRUSTMENT_STEP_SIGNED:
      return _("Signed…");
    case STEWARD_ENTRUSTMENT_STEP_DECLINED:
      return _("Declined…");
    case STEWARD_ENTRUSTMENT_STEP_REMINDED:
      return _("Reminded…");
    case STEWARD_ENTRUSTMENT_STEP_CHANGED:
      return _("Change by a New One…");
    case STEWARD_ENTRUSTMENT_STEP_SUSPENDED:
      return _("Suspend…");
    case STEWARD_ENTRUSTMENT_STEP_RESUMED:
      return _("Resume…");
    case STEWARD_ENTRUSTMENT_STEP_STAGE_CLOSED:
      return _("Close a Stage…");
    case STEWARD_ENTRUSTMENT_STEP_CLOSED:
    default:
      return _("Close…");
    }
}

static GtkWidget *
buttons_new (StewardSession *session,
             guint           possible)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), STEWARD_N_ENTRUSTMENT_STEPS);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 6);
  for (guint kind = 0; kind < STEWARD_N_ENTRUSTMENT_STEPS; kind++)
    {
      GtkWidget *button;

      if ((possible & 1u << kind) == 0)
        continue;
      button = gtk_button_new_with_label (get_button_label (kind));
      g_object_set_data_full (G_OBJECT (button), "session", g_object_ref (session), g_object_unref);
      g_signal_connect (button, "clicked", G_CALLBACK (step_clicked_cb), GUINT_TO_POINTER (kind));
      gtk_flow_box_append (GTK_FLOW_BOX (flow), button);
      gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
    }
  steward_ui_set_label (flow, _("What may happen next"));
  return flow;
}

static const char *
get_ground_name (StewardPack                  *pack,
                 const StewardEntrustmentStep *step)
{
  GPtrArray *grounds = steward_pack_get_suspension_grounds (pack);
  const StewardStage *stage = step->kind == STEWARD_ENTRUSTMENT_STEP_STAGE_CLOSED
                              ? steward_pack_find_stage (pack, step->ground) : NULL;

  if (stage != NULL)
    return stage->plan_name;
  for (guint i = 0; i < grounds->len; i++)
    if (g_str_equal (((const StewardNamed *) grounds->pdata[i])->id, step->ground))
      return ((const StewardNamed *) grounds->pdata[i])->name;
  return step->ground;
}

static void
add_steps (GtkWidget      *box,
           StewardProject *project)
{
  g_autoptr (GPtrArray) steps = steward_project_list_steps (project);

  for (guint i = 0; i < steps->len; i++)
    {
      const StewardEntrustmentStep *step = steps->pdata[i];
      g_autofree char *day = steward_day_format (step->day);
      g_autofree char *text = steward_ui_join (day, steward_entrustment_kind_get_name (step->kind),
                                               get_ground_name (steward_project_get_pack (project), step),
                                               step->note, step->by, NULL);

      gtk_box_append (GTK_BOX (box), steward_ui_label_new (text, "dim-label"));
    }
}

/* What the unit has to have before it entrusts, until it has. */
static void
add_gate (GtkWidget                      *box,
          StewardProject                 *project,
          const StewardEntrustmentStatus *status)
{
  g_autoptr (StewardGate) gate = steward_gate_new (project, STEWARD_GATE_ENTRUSTMENT);
  GtkWidget *view = gate != NULL && (status->possible & 1u << STEWARD_ENTRUSTMENT_STEP_SIGNED) != 0
                    ? steward_gate_view_new (project, gate) : NULL;

  if (view != NULL)
    gtk_box_append (GTK_BOX (box), view);
}

GtkWidget *
steward_entrustment_box_new (StewardSession *session)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  StewardProject *project;
  StewardEntrustmentStatus status;
  g_autofree char *since = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (STEWARD_IS_SESSION (session), box);

  project = steward_session_get_project (session);
  steward_entrustment_replay (project, STEWARD_DAY_NONE, &status);
  since = status.since != STEWARD_DAY_NONE ? steward_day_format (status.since) : g_strdup ("");
  text = steward_ui_join (steward_entrustment_state_get_name (status.state), since,
                          status.renewing ? _("a new one is under way") : "", NULL);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "verdict-details");
  gtk_box_append (GTK_BOX (box), steward_ui_label_new (text, "heading"));
  add_gate (box, project, &status);
  add_steps (box, project);
  gtk_box_append (GTK_BOX (box), buttons_new (session, status.possible));
  steward_ui_set_label (box, _("Entrustment"));
  return box;
}
