/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-plan-page.h"

#include <glib/gi18n-lib.h>

#include "steward-ui-text.h"

struct _StewardPlanPage
{
  StewardPage  parent_instance;

  GtkStack    *stack;
  GtkBox      *list;
};

G_DEFINE_FINAL_TYPE (StewardPlanPage, steward_plan_page, STEWARD_TYPE_PAGE)

static GtkWidget *
right_label (const char *text,
             const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 1.0f);
  gtk_widget_add_css_class (label, "numeric");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
list_row (GtkWidget  *light,
          const char *title,
          const char *subtitle)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  if (light != NULL)
    {
      /* Signs differ in width, and the names beside them stand in line. */
      gtk_label_set_width_chars (GTK_LABEL (light), 3);
      gtk_box_append (GTK_BOX (box), light);
    }
  gtk_box_append (GTK_BOX (texts), steward_ui_label_new (title, NULL));
  if (*subtitle != '\0')
    {
      GtkWidget *label = steward_ui_label_new (subtitle, "caption");

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (texts), label);
    }
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_widget_add_css_class (box, "plan-row");

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  return row;
}

static void
append_suffix (GtkWidget *row,
               GtkWidget *suffix)
{
  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))), suffix);
}

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

static GtkWidget *
item_row (const StewardPlanItem    *item,
          const StewardScheduleRow *schedule_row)
{
  GtkWidget *light = gtk_label_new (NULL);
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  StewardLight state = schedule_row != NULL ? schedule_row->answer.light : STEWARD_LIGHT_NOT_STARTED;
  const char *level = steward_ui_level_name (item->level);
  const char *mode = steward_ui_mode_name (item->mode);
  g_autofree char *limit = limit_text (item);
  g_autofree char *due = due_text (schedule_row);
  g_autofree char *subtitle = NULL;
  g_autofree char *name = NULL;
  GtkWidget *row;

  subtitle = steward_ui_join (item->bureau != NULL ? item->bureau : "",
                              level != NULL ? level : "",
                              steward_ui_lane_name (item->lane), NULL);
  steward_ui_set_light (GTK_LABEL (light), state);
  row = list_row (light, item->name, subtitle);

  if (mode != NULL)
    append_suffix (row, steward_ui_chip_new (mode, "accent"));
  if (item->supplement)
    append_suffix (row, steward_ui_chip_new (_("To be confirmed"), "confirm"));
  gtk_box_append (GTK_BOX (right), right_label (limit, NULL));
  if (*due != '\0')
    {
      GtkWidget *label = right_label (due, "caption");

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (right), label);
    }
  append_suffix (row, right);

  name = steward_ui_join (item->name, steward_ui_light_name (state), subtitle, limit, due,
                          mode != NULL ? mode : "", NULL);
  steward_ui_set_label (row, name);
  if (schedule_row != NULL)
    steward_ui_set_tooltip (row, schedule_row->why_text);
  g_object_set_data_full (G_OBJECT (row), "item", g_strdup (item->id), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

static char *
used_in_text (const StewardPlanMaterial *material)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < material->used_in->len; i++)
    {
      const StewardPlanItem *item = g_ptr_array_index (material->used_in, i);

      if (item->part == 0)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "、" : "", item->base_short_name);
    }

  if (names->len == 0)
    return g_strdup ("");

  /* Translators: the items that need a material. */
  return g_strdup_printf (_("for %s"), names->str);
}

static GtkWidget *
material_row (const StewardPlanMaterial *material)
{
  g_autofree char *used = used_in_text (material);
  g_autofree char *name = NULL;
  gboolean stated = material->form != STEWARD_FORM_NOT_STATED;
  const char *form = stated ? steward_ui_form_name (material->form) : "";
  GtkWidget *row = list_row (NULL, material->name, used);

  if (material->supplement)
    append_suffix (row, steward_ui_chip_new (_("To be confirmed"), "confirm"));
  append_suffix (row, right_label (form, "dim-label"));
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
boxed_list (const char *label)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  g_signal_connect (list, "row-activated", G_CALLBACK (activated_cb), NULL);
  steward_ui_set_label (list, label);

  return list;
}

static void
add_heading (StewardPlanPage *self,
             const char      *text)
{
  GtkWidget *label = steward_ui_label_new (text, "heading");

  gtk_widget_set_margin_top (label, 6);
  gtk_box_append (self->list, label);
}

static void
add_texts (StewardPlanPage        *self,
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
        list = boxed_list (_("Remarks"));
      row = list_row (NULL, texts[i].text, texts[i].title);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }

  if (list != NULL)
    {
      add_heading (self, _("Remarks"));
      gtk_box_append (self->list, list);
    }
}

static void
add_stage_head (StewardPlanPage        *self,
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

      gtk_box_append (GTK_BOX (head), right_label (days, "budget"));
    }
  gtk_box_append (self->list, head);
}

static void
add_stage (StewardPlanPage        *self,
           const StewardSchedule  *schedule,
           const StewardPlanStage *stage)
{
  GtkWidget *list;

  if (stage->items->len == 0 && stage->materials->len == 0)
    return;

  add_stage_head (self, stage);
  if (stage->items->len > 0)
    {
      list = boxed_list (_("Items"));
      for (guint i = 0; i < stage->items->len; i++)
        {
          const StewardPlanItem *item = g_ptr_array_index (stage->items, i);

          gtk_list_box_append (GTK_LIST_BOX (list),
                               item_row (item, steward_schedule_find_row (schedule, item->id)));
        }
      gtk_box_append (self->list, list);
    }

  if (stage->materials->len > 0)
    {
      add_heading (self, _("Materials, each handed in once"));
      list = boxed_list (_("Materials"));
      for (guint i = 0; i < stage->materials->len; i++)
        gtk_list_box_append (GTK_LIST_BOX (list), material_row (g_ptr_array_index (stage->materials, i)));
      gtk_box_append (self->list, list);
    }

  add_texts (self, stage);
}

static void
steward_plan_page_refresh (StewardPage *page)
{
  StewardPlanPage *self = STEWARD_PLAN_PAGE (page);
  const StewardSchedule *schedule = steward_session_get_schedule (steward_page_get_session (page));
  gboolean empty = schedule == NULL
                   || (schedule->plan->items->len == 0 && schedule->plan->materials->len == 0);

  steward_ui_clear (GTK_WIDGET (self->list));
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "plan");
  if (empty)
    return;

  for (guint i = 0; i < schedule->plan->stages->len; i++)
    add_stage (self, schedule, g_ptr_array_index (schedule->plan->stages, i));
}

static void
steward_plan_page_bind (StewardPage    *page,
                        StewardSession *session)
{
  steward_ui_clear (GTK_WIDGET (STEWARD_PLAN_PAGE (page)->list));
}

static void
steward_plan_page_dispose (GObject *object)
{
  steward_page_dispose_template (STEWARD_PAGE (object), STEWARD_TYPE_PLAN_PAGE);

  G_OBJECT_CLASS (steward_plan_page_parent_class)->dispose (object);
}

static void
steward_plan_page_class_init (StewardPlanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_plan_page_dispose;
  STEWARD_PAGE_CLASS (klass)->refresh = steward_plan_page_refresh;
  STEWARD_PAGE_CLASS (klass)->bind = steward_plan_page_bind;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StewardPlanPage, stack);
  gtk_widget_class_bind_template_child (widget_class, StewardPlanPage, list);
}

static void
steward_plan_page_init (StewardPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
