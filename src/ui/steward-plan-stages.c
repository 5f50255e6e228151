/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-plan-stages.h"

#include <glib/gi18n-lib.h>

#include "steward-plan-row.h"
#include "steward-route.h"
#include "steward-ui-text.h"

struct _StewardPlanStages
{
  AdwBin   parent_instance;

  GtkBox  *list;
};

G_DEFINE_FINAL_TYPE (StewardPlanStages, steward_plan_stages, ADW_TYPE_BIN)

static char *
limit_text (const StewardPlanItem *item)
{
  g_autofree char *days = NULL;

  if (item->limit < 0)
    return g_strdup (_("no limit stated"));

  days = steward_ui_days (item->limit);
  if (item->block_limit)
    /* Translators: a limit that the items of a block share. */
    return g_strdup_printf (_("%s, shared"), days);

  return g_steal_pointer (&days);
}

static char *
due_text (const StewardScheduleRow *row)
{
  g_autofree char *date = NULL;

  if (row == NULL)
    return g_strdup ("");
  if (row->decided != STEWARD_DAY_NONE)
    {
      date = steward_ui_date (row->decided, FALSE);
      return g_strdup_printf (_("decided %s"), date);
    }
  if (row->answer.light == STEWARD_LIGHT_PAUSED)
    return g_strdup (_("clock stopped"));
  if (row->answer.due != STEWARD_DAY_NONE)
    {
      date = steward_ui_date (row->answer.due, row->answer.provisional);
      return g_strdup_printf (_("due %s"), date);
    }

  date = steward_ui_date (row->finish, row->provisional);

  return g_strdup_printf (_("planned %s"), date);
}

/* How an item of another level reaches who decides it. */
static char *
route_text (const StewardPlan     *plan,
            const StewardPlanItem *item,
            gboolean              *pushed)
{
  g_autoptr (StewardRoute) route = steward_route_new (plan, item);

  *pushed = route->pushed;

  return steward_route_to_text (route);
}

static char *
explain_item (const StewardScheduleRow *schedule_row,
              const char               *route)
{
  const char *why = schedule_row != NULL && schedule_row->why_text != NULL ? schedule_row->why_text : "";

  return g_strconcat (why, *why != '\0' && *route != '\0' ? "\n" : "", route, NULL);
}

static GtkWidget *
item_row (const StewardPlan        *plan,
          const StewardPlanItem    *item,
          const StewardScheduleRow *schedule_row)
{
  GtkWidget *light = gtk_label_new (NULL);
  StewardLight state = schedule_row != NULL ? schedule_row->answer.light : STEWARD_LIGHT_NOT_STARTED;
  const char *level = steward_ui_level_name (item->level);
  const char *mode = steward_ui_mode_name (item->mode);
  gboolean pushed;
  g_autofree char *route = route_text (plan, item, &pushed);
  g_autofree char *explanation = explain_item (schedule_row, route);
  g_autofree char *limit = limit_text (item);
  g_autofree char *due = due_text (schedule_row);
  g_autofree char *bureau = steward_ui_bureau (item);
  g_autofree char *subtitle = NULL;
  g_autofree char *name = NULL;
  GtkWidget *row;

  subtitle = steward_ui_join (bureau,
                              level != NULL ? level : "",
                              steward_ui_lane_name (item->lane), NULL);
  steward_ui_set_light (GTK_LABEL (light), state);
  row = steward_plan_row_new (light, item->name, subtitle);

  if (mode != NULL)
    steward_plan_row_append (row, steward_ui_chip_new (mode, "accent"));
  if (pushed)
    steward_plan_row_append (row, steward_ui_chip_new (_("Handed over"), NULL));
  if (item->supplement)
    steward_plan_row_append (row, steward_ui_chip_new (_("To be confirmed"), "confirm"));
  steward_plan_row_append (row, steward_plan_figures_new (limit, due));

  name = steward_ui_join (item->name, steward_ui_light_name (state), subtitle, limit, due,
                          mode != NULL ? mode : "", pushed ? _("Handed over") : "", NULL);
  steward_ui_set_label (row, name);
  if (*explanation != '\0')
    steward_ui_set_tooltip (row, explanation);
  g_object_set_data_full (G_OBJECT (row), "item", g_strdup (item->id), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

static GtkWidget *
material_row (const StewardPlanMaterial *material)
{
  g_autofree char *used = steward_plan_used_text (material);
  g_autofree char *name = NULL;
  gboolean stated = material->form != STEWARD_FORM_NOT_STATED;
  const char *form = stated ? steward_ui_form_name (material->form) : "";
  GtkWidget *row = steward_plan_row_new (NULL, material->name, used);

  if (material->supplement)
    steward_plan_row_append (row, steward_ui_chip_new (_("To be confirmed"), "confirm"));
  steward_plan_row_append (row, steward_plan_figure_new (form, "dim-label"));
  name = steward_ui_join (material->name, form, used, NULL);
  steward_ui_set_label (row, name);

  return row;
}

/* The case of an item; other rows are only read. */
static void
activated_cb (GtkListBox    *list,
              GtkListBoxRow *row)
{
  const char *item = g_object_get_data (G_OBJECT (row), "item");

  if (item != NULL)
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
             const char      *text)
{
  GtkWidget *label = steward_ui_label_new (text, "heading");

  gtk_widget_set_margin_top (label, 6);
  gtk_box_append (self->list, label);
}

static void
add_texts (StewardPlanStages      *self,
           const StewardPlanStage *stage)
{
  const struct { const char *title; const char *text; } texts[] = {
    { _("Special steps"), stage->special_steps },
    { _("Fees"), stage->fees },
    { _("Key points"), stage->key_points },
    { _("Optimisation"), stage->optimisation },
  };
  GtkWidget *list = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkWidget *row;

      if (texts[i].text == NULL || *texts[i].text == '\0')
        continue;
      if (list == NULL)
        list = item_list (_("Remarks"));
      row = steward_plan_row_new (NULL, texts[i].text, texts[i].title);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }

  if (list != NULL)
    {
      add_heading (self, _("Remarks"));
      gtk_box_append (self->list, list);
    }
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
                               item_row (schedule->plan, item,
                                         steward_schedule_find_row (schedule, item->id)));
        }
      gtk_box_append (self->list, list);
    }

  if (stage->materials->len > 0)
    {
      add_heading (self, _("Materials, each handed in once"));
      list = item_list (_("Materials"));
      for (guint i = 0; i < stage->materials->len; i++)
        gtk_list_box_append (GTK_LIST_BOX (list), material_row (g_ptr_array_index (stage->materials, i)));
      gtk_box_append (self->list, list);
    }

  add_texts (self, stage);
}


static void
steward_plan_stages_class_init (StewardPlanStagesClass *klass)
{
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

void
steward_plan_stages_show (StewardPlanStages *self,
                          StewardSession    *session)
{
  const StewardSchedule *schedule;

  g_return_if_fail (STEWARD_IS_PLAN_STAGES (self));
  g_return_if_fail (session == NULL || STEWARD_IS_SESSION (session));

  schedule = session != NULL ? steward_session_get_schedule (session) : NULL;
  steward_ui_clear (GTK_WIDGET (self->list));
  for (guint i = 0; schedule != NULL && i < schedule->plan->stages->len; i++)
    add_stage (self, schedule, g_ptr_array_index (schedule->plan->stages, i));
}
