/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-plan-missing.h"

#include <glib/gi18n-lib.h>

#include "steward-material-need.h"
#include "steward-plan-row.h"
#include "steward-receipt.h"
#include "steward-ui-text.h"

/* Names of the items in a row; more are counted. */
#define MAX_NAMES 4

struct _StewardPlanMissing
{
  AdwBin          parent_instance;

  StewardSession *session;
  GtkStack       *stack;
  GtkLabel       *summary;
  GtkListBox     *list;
};

G_DEFINE_FINAL_TYPE (StewardPlanMissing, steward_plan_missing, ADW_TYPE_BIN)

static char *
waiting_text (const StewardMaterialNeed *need)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = MIN (need->items->len, MAX_NAMES);

  for (guint i = 0; i < n; i++)
    {
      const StewardScheduleRow *row = need->items->pdata[i];

      g_string_append_printf (names, "%s%s", i > 0 ? "、" : "", row->item->short_name);
    }
  if (need->by_stage)
    /* Translators: a material of which the form does not say what it is for;
     * %s is the first item of its stage. */
    return g_strdup_printf (_("for this stage, wanted by %s or later"), names->str);
  if (need->items->len > n)
    return g_strdup_printf (_("for %s and %u more"), names->str, need->items->len - n);

  return g_strdup_printf (_("for %s"), names->str);
}

static char *
count_text (const StewardMaterialNeed *need)
{
  guint n = need->items->len + need->n_behind;

  return g_strdup_printf (ngettext ("%u item waits", "%u items wait", n), n);
}

static char *
path_text (const StewardMaterialNeed *need)
{
  if (need->days == 0)
    return g_strdup (_("none of the critical path"));

  return g_strdup_printf (ngettext ("%d working day of the critical path", "%d working days of the critical path",
                                    need->days), need->days);
}

static GtkWidget *
need_row (StewardPlanMissing        *self,
          const StewardMaterialNeed *need)
{
  const StewardPlanMaterial *material = need->material;
  g_autofree char *waiting = waiting_text (need);
  g_autofree char *count = count_text (need);
  g_autofree char *path = path_text (need);
  g_autofree char *day = steward_ui_date (need->wanted, FALSE);
  g_autofree char *wanted = g_strdup_printf (_("wanted %s"), day);
  const char *form = material->form != STEWARD_FORM_NOT_STATED ? steward_ui_form_name (material->form) : "";
  g_autofree char *subtitle = steward_ui_join (waiting, wanted, form, NULL);
  const char *holds = need->holds ? _("Holds up now") : "";
  g_autofree char *name = steward_ui_join (material->name, holds, count, path, subtitle, NULL);
  GtkWidget *row = steward_plan_row_new (NULL, material->name, subtitle);

  if (need->holds)
    steward_plan_row_append (row, steward_ui_chip_new (holds, "confirm"));
  steward_plan_row_append (row, steward_plan_figures_new (count, path));
  steward_plan_row_append (row, steward_receipt_button_new (self->session, material->id, material->name));
  steward_receipt_add_keys (row, self->session, material->id);
  steward_plan_row_set_key (row, material->id);
  steward_ui_set_label (row, name);

  return row;
}

static void
show_summary (StewardPlanMissing    *self,
              const StewardSchedule *schedule,
              GPtrArray             *needs)
{
  g_autofree char *text = NULL;
  guint n_holding = 0;

  for (guint i = 0; i < needs->len; i++)
    n_holding += ((const StewardMaterialNeed *) needs->pdata[i])->holds;
  text = g_strdup_printf (ngettext ("%u of %u paper is missing; %u of them holds something up now.",
                                    "%u of %u papers are missing; %u of them hold something up now.", needs->len),
                          needs->len, schedule->plan->materials->len, n_holding);
  gtk_label_set_text (self->summary, text);
}

static void
steward_plan_missing_dispose (GObject *object)
{
  g_clear_object (&STEWARD_PLAN_MISSING (object)->session);
  /* AdwBin does not notice that its child is taken away. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), STEWARD_TYPE_PLAN_MISSING);

  G_OBJECT_CLASS (steward_plan_missing_parent_class)->dispose (object);
}

static void
steward_plan_missing_class_init (StewardPlanMissingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_plan_missing_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-plan-missing.ui");
  gtk_widget_class_bind_template_child (widget_class, StewardPlanMissing, stack);
  gtk_widget_class_bind_template_child (widget_class, StewardPlanMissing, summary);
  gtk_widget_class_bind_template_child (widget_class, StewardPlanMissing, list);
}

static void
steward_plan_missing_init (StewardPlanMissing *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
steward_plan_missing_show (StewardPlanMissing *self,
                           StewardSession     *session)
{
  const StewardSchedule *schedule;
  g_autoptr (GPtrArray) needs = NULL;
  g_autofree char *focus = NULL;
  guint place = 0;

  g_return_if_fail (STEWARD_IS_PLAN_MISSING (self));
  g_return_if_fail (session == NULL || STEWARD_IS_SESSION (session));

  focus = session == self->session ? steward_plan_rows_find_focus (GTK_WIDGET (self->list), &place) : NULL;
  g_set_object (&self->session, session);
  schedule = session != NULL ? steward_session_get_schedule (session) : NULL;
  if (schedule != NULL)
    needs = steward_schedule_list_material_needs (schedule, NULL);
  steward_ui_clear (GTK_WIDGET (self->list));
  gtk_stack_set_visible_child_name (self->stack, needs != NULL && needs->len > 0 ? "list" : "none");
  if (needs == NULL)
    return;

  show_summary (self, schedule, needs);
  for (guint i = 0; i < needs->len; i++)
    gtk_list_box_append (self->list, need_row (self, needs->pdata[i]));
  /* What was handed in is gone; the next one takes its place. */
  if (focus != NULL)
    steward_plan_rows_focus (GTK_WIDGET (self->list), focus, place);
}

void
steward_plan_missing_focus (StewardPlanMissing *self)
{
  g_return_if_fail (STEWARD_IS_PLAN_MISSING (self));

  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}
