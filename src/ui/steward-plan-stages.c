/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-plan-stages.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "steward-plan-item-edit.h"
#include "steward-plan-item-row.h"
#include "steward-plan-row.h"
#include "steward-plan-text.h"
#include "steward-receipt.h"
#include "steward-ui-text.h"

struct _StewardPlanStages
{
  AdwBin          parent_instance;

  StewardSession *session;
  GtkBox         *list;
  gboolean        stale;      /* something changed while somebody typed */
  guint           idle;
};

G_DEFINE_FINAL_TYPE (StewardPlanStages, steward_plan_stages, ADW_TYPE_BIN)

static GtkWidget *
material_row (StewardPlanStages         *self,
              const StewardPlanMaterial *material)
{
  g_autofree char *used = steward_plan_used_text (material);
  g_autofree char *key = g_strconcat ("material ", material->id, NULL);
  g_autofree char *handed_in = steward_receipt_describe (self->session, material->id);
  g_autofree char *name = NULL;
  gboolean stated = material->form != STEWARD_FORM_NOT_STATED;
  const char *form = stated ? steward_ui_form_name (material->form) : "";
  GtkWidget *row = steward_plan_row_new (NULL, material->name, used);

  if (material->supplement)
    steward_plan_row_append (row, steward_ui_chip_new (_("To be confirmed"), "confirm"));
  steward_plan_row_append (row, steward_plan_figure_new (form, "dim-label"));
  steward_plan_row_append (row, steward_receipt_button_new (self->session, material->id, material->name));
  steward_receipt_add_keys (row, self->session, material->id);
  steward_plan_row_set_key (row, key);
  name = steward_ui_join (material->name, handed_in, form, used, NULL);
  steward_ui_set_label (row, name);

  return row;
}

/* The case of an item, or the text of a stage. */
static void
activated_cb (GtkListBox    *list,
              GtkListBoxRow *row)
{
  const char *item = steward_plan_item_row_get_item (GTK_WIDGET (row));

  if (STEWARD_IS_PLAN_TEXT (row))
    steward_plan_text_edit (STEWARD_PLAN_TEXT (row));
  else if (item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (list), "win.case", "s", item);
}

static GtkWidget *
item_list (const char *label)
{
  GtkWidget *list = steward_plan_list_new (label);

  g_signal_connect (list, "row-activated", G_CALLBACK (activated_cb), NULL);

  return list;
}

static void
add_heading (StewardPlanStages *self,
             const char        *text)
{
  GtkWidget *label = steward_ui_label_new (text, "heading");

  gtk_widget_set_margin_top (label, 6);
  gtk_box_append (self->list, label);
}

/* A text of a stage is known to its row by the key "text <field> <stage>". */
static gboolean
parse_key (GtkWidget         *row,
           StewardEditField  *field,
           const char       **stage)
{
  g_auto (GStrv) parts = g_strsplit (steward_plan_row_get_key (row), " ", 3);

  *stage = steward_plan_row_get_key (row) + strlen (parts[0]) + strlen (parts[1]) + 2;

  return steward_edit_field_from_word (parts[1], field);
}

static void
entered_cb (StewardPlanStages *self,
            const char        *text,
            StewardPlanText   *row)
{
  StewardEditField field;
  const char *stage;

  if (parse_key (GTK_WIDGET (row), &field, &stage))
    steward_plan_edit_put (self->session, stage, field, text);
}

static void
reset_cb (StewardPlanStages *self,
          StewardPlanText   *row)
{
  StewardEditField field;
  const char *stage;

  if (parse_key (GTK_WIDGET (row), &field, &stage))
    steward_plan_edit_put (self->session, stage, field, NULL);
}

static gboolean
idle_cb (gpointer user_data)
{
  StewardPlanStages *self = user_data;

  self->idle = 0;
  steward_plan_stages_show (self, self->session);

  return G_SOURCE_REMOVE;
}

/* What changed meanwhile is shown, once the focus has found its place. */
static void
done_cb (StewardPlanStages *self)
{
  if (self->stale && self->idle == 0)
    self->idle = g_idle_add (idle_cb, self);
}

static void
add_text (StewardPlanStages  *self,
          GtkWidget          *list,
          const StewardStage *stage,
          StewardEditField    field,
          const char         *title,
          const char         *text)
{
  const StewardEdit *edit = steward_project_get_edit (steward_session_get_project (self->session), stage->id, field);
  g_autofree char *key = g_strdup_printf ("text %s %s", steward_edit_field_to_word (field), stage->id);
  GtkWidget *row = steward_plan_text_new (title, text != NULL ? text : "", edit != NULL ? edit->by : NULL);

  steward_plan_row_set_key (row, key);
  g_signal_connect_object (row, "entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "reset", G_CALLBACK (reset_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
add_texts (StewardPlanStages      *self,
           const StewardPlanStage *stage)
{
  GtkWidget *list = item_list (_("Remarks"));

  add_heading (self, _("Remarks"));
  add_text (self, list, stage->stage, STEWARD_EDIT_SPECIAL_STEPS, _("Special steps"), stage->special_steps);
  add_text (self, list, stage->stage, STEWARD_EDIT_FEES, _("Fees"), stage->fees);
  add_text (self, list, stage->stage, STEWARD_EDIT_KEY_POINTS, _("Key points"), stage->key_points);
  add_text (self, list, stage->stage, STEWARD_EDIT_OPTIMISATION, _("Optimisation"), stage->optimisation);
  gtk_box_append (self->list, list);
}

static void
add_stage_head (StewardPlanStages      *self,
                const StewardPlanStage *stage)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = steward_ui_label_new (stage->stage->plan_name, "stage-title");

  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_margin_top (head, 14);
  gtk_box_append (GTK_BOX (head), title);
  if (stage->limit >= 0)
    {
      g_autofree char *days = steward_ui_days (stage->limit);

      gtk_box_append (GTK_BOX (head), steward_plan_figure_new (days, "budget"));
    }
  gtk_box_append (self->list, head);
}

static void
add_stage (StewardPlanStages      *self,
           const StewardSchedule  *schedule,
           const StewardPlanStage *stage)
{
  GtkWidget *list;

  if (stage->items->len == 0 && stage->materials->len == 0)
    return;

  add_stage_head (self, stage);
  if (stage->items->len > 0)
    {
      list = item_list (_("Items"));
      for (guint i = 0; i < stage->items->len; i++)
        {
          const StewardPlanItem *item = g_ptr_array_index (stage->items, i);

          gtk_list_box_append (GTK_LIST_BOX (list),
                               steward_plan_item_row_new (self->session, item,
                                                          steward_schedule_find_row (schedule, item->id)));
        }
      gtk_box_append (self->list, list);
    }

  if (stage->materials->len > 0)
    {
      add_heading (self, _("Materials, each handed in once"));
      list = item_list (_("Materials"));
      for (guint i = 0; i < stage->materials->len; i++)
        gtk_list_box_append (GTK_LIST_BOX (list), material_row (self, g_ptr_array_index (stage->materials, i)));
      gtk_box_append (self->list, list);
    }

  add_texts (self, stage);
}

static void
steward_plan_stages_dispose (GObject *object)
{
  StewardPlanStages *self = STEWARD_PLAN_STAGES (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (steward_plan_stages_parent_class)->dispose (object);
}

static void
steward_plan_stages_class_init (StewardPlanStagesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = steward_plan_stages_dispose;
}

static void
steward_plan_stages_init (StewardPlanStages *self)
{
  GtkWidget *window = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "plan-view");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 960);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 800);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), clamp);
  adw_bin_set_child (ADW_BIN (self), window);
}

/* The row in which somebody types now, or NULL. */
static StewardPlanText *
find_typing (GtkWidget *widget)
{
  if (STEWARD_IS_PLAN_TEXT (widget))
    return steward_plan_text_is_editing (STEWARD_PLAN_TEXT (widget)) ? STEWARD_PLAN_TEXT (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      StewardPlanText *found = find_typing (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

void
steward_plan_stages_commit (StewardPlanStages *self)
{
  StewardPlanText *typing;

  g_return_if_fail (STEWARD_IS_PLAN_STAGES (self));

  typing = find_typing (GTK_WIDGET (self->list));
  if (typing != NULL)
    steward_plan_text_finish (typing, FALSE);
}

void
steward_plan_stages_show (StewardPlanStages *self,
                          StewardSession    *session)
{
  const StewardSchedule *schedule;
  g_autofree char *focus = NULL;
  guint place = 0;

  g_return_if_fail (STEWARD_IS_PLAN_STAGES (self));
  g_return_if_fail (session == NULL || STEWARD_IS_SESSION (session));

  /* While somebody types, what they see is theirs. */
  self->stale = session == self->session && find_typing (GTK_WIDGET (self->list)) != NULL;
  if (self->stale)
    return;

  focus = session == self->session ? steward_plan_rows_find_focus (GTK_WIDGET (self->list), &place) : NULL;
  g_set_object (&self->session, session);
  schedule = session != NULL ? steward_session_get_schedule (session) : NULL;
  steward_ui_clear (GTK_WIDGET (self->list));
  for (guint i = 0; schedule != NULL && i < schedule->plan->stages->len; i++)
    add_stage (self, schedule, g_ptr_array_index (schedule->plan->stages, i));
  if (focus != NULL)
    steward_plan_rows_focus (GTK_WIDGET (self->list), focus, place);
}
