/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-overview-page.h"

#include <glib/gi18n-lib.h>

#include "steward-credit-row.h"
#include "steward-findings-card.h"
#include "steward-gates-box.h"
#include "steward-time-bar.h"
#include "steward-timers-card.h"
#include "steward-ui-text.h"

struct _StewardOverviewPage
{
  StewardPage          parent_instance;

  GtkLabel            *name;
  GtkLabel            *basis;
  GtkLabel            *days;
  GtkLabel            *days_caption;
  GtkLabel            *next;
  GtkLabel            *next_caption;
  GtkLabel            *finish;
  GtkLabel            *finish_caption;
  StewardFindingsCard *checks;
  StewardTimersCard   *timers;
  StewardGatesBox     *gates;
  GtkFlowBox          *stages;
  AdwPreferencesGroup *facts;
  StewardCreditRow    *credit;

  AdwEntryRow         *rows[STEWARD_N_FACTS];
};

G_DEFINE_FINAL_TYPE (StewardOverviewPage, steward_overview_page, STEWARD_TYPE_PAGE)

static StewardProject *
get_project (StewardOverviewPage *self)
{
  return steward_session_get_project (steward_page_get_session (STEWARD_PAGE (self)));
}

/* Every key reaches the project, so that nothing typed is lost, whatever the
 * user does next; the field itself is tidied when the user is done with it. */
static void
changed_cb (StewardOverviewPage *self,
            AdwEntryRow         *row)
{
  if (steward_page_get_session (STEWARD_PAGE (self)) != NULL)
    steward_project_set_fact (get_project (self), GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "fact")),
                              gtk_editable_get_text (GTK_EDITABLE (row)));
}

/* What the project holds, in its normal form, and what looks wrong with it. A
 * wrong check digit is a warning and not a wall: the value is kept. */
static void
show_fact (StewardOverviewPage *self,
           StewardFact          fact)
{
  AdwEntryRow *row = self->rows[fact];
  const char *value = steward_project_get_fact (get_project (self), fact);
  const char *label = steward_ui_fact_label (fact);
  g_autofree char *warning = NULL;
  g_autofree char *same = steward_fact_normalise (fact, value, &warning);
  /* Most warnings say themselves which fact is meant. */
  gboolean named = warning != NULL && g_str_has_prefix (warning, label);
  g_autofree char *title = steward_ui_join (named ? "" : label, warning != NULL ? warning : "", NULL);

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row)), value))
    {
      /* The old text goes before the new one comes, which is nobody typing. */
      g_signal_handlers_block_by_func (row, changed_cb, self);
      gtk_editable_set_text (GTK_EDITABLE (row), value);
      g_signal_handlers_unblock_by_func (row, changed_cb, self);
    }
  if (warning != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (row), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "warning");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  steward_ui_set_tooltip (GTK_WIDGET (row), warning);
}

static void
tidy_cb (StewardOverviewPage *self,
         AdwEntryRow         *row)
{
  if (steward_page_get_session (STEWARD_PAGE (self)) != NULL)
    show_fact (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "fact")));
}

static void
left_cb (StewardOverviewPage *self,
         GtkEventController  *controller)
{
  tidy_cb (self, ADW_ENTRY_ROW (gtk_event_controller_get_widget (controller)));
}

/* Is what stands in the row being typed, and only not tidied yet? */
static gboolean
is_typing (StewardOverviewPage *self,
           StewardFact          fact)
{
  GtkWidget *row = GTK_WIDGET (self->rows[fact]);
  g_autofree char *normal = NULL;

  if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    return FALSE;

  normal = steward_fact_normalise (fact, gtk_editable_get_text (GTK_EDITABLE (row)), NULL);

  return g_str_equal (normal, steward_project_get_fact (get_project (self), fact));
}

static void
update_facts (StewardOverviewPage *self)
{
  for (guint i = 0; i < STEWARD_N_FACTS; i++)
    {
      if (!is_typing (self, i))
        show_fact (self, i);
    }
}

static void
update_head (StewardOverviewPage   *self,
             const StewardSchedule *schedule)
{
  StewardSession *session = steward_page_get_session (STEWARD_PAGE (self));
  const StewardScheduleRow *next = steward_session_get_next_due (session);
  StewardPack *pack = steward_project_get_pack (get_project (self));
  g_autofree char *days = NULL;
  g_autofree char *days_caption = NULL;
  g_autofree char *basis = NULL;

  basis = steward_ui_join (steward_project_get_fact (get_project (self), STEWARD_FACT_UNIT),
                           steward_pack_get_title (pack), NULL);
  gtk_label_set_text (self->name, steward_session_get_title (session));
  gtk_label_set_text (self->basis, basis);

  if (schedule->approval_days > 0)
    {
      days = g_strdup_printf ("%d", schedule->approval_days);
      days_caption = g_strdup_printf (ngettext ("working day of approval, %d used",
                                                "working days of approval, %d used",
                                                schedule->approval_days), schedule->used);
    }
  else
    {
      days = g_strdup ("–");
      days_caption = g_strdup_printf (ngettext ("no limit stated, %d working day used",
                                                "no limit stated, %d working days used",
                                                schedule->used), schedule->used);
    }
  gtk_label_set_text (self->days, days);
  gtk_label_set_text (self->days_caption, days_caption);

  if (next != NULL)
    {
      StewardDay due = next->answer.due != STEWARD_DAY_NONE ? next->answer.due : next->finish;
      g_autofree char *date = steward_day_format (due);
      gboolean late = next->answer.light == STEWARD_LIGHT_RED;
      g_autofree char *caption = g_strdup_printf (late ? _("overdue: %s") : _("next due: %s"), next->name);

      gtk_label_set_text (self->next, date);
      gtk_label_set_text (self->next_caption, caption);
    }
  else
    {
      gtk_label_set_text (self->next, "–");
      gtk_label_set_text (self->next_caption, _("nothing is due"));
    }

  if (schedule->plan->items->len > 0)
    {
      g_autofree char *date = steward_day_format (schedule->finish);

      gtk_label_set_text (self->finish, date);
      gtk_label_set_text (self->finish_caption, schedule->provisional ? _("expected end (provisional)")
                                                                      : _("expected end"));
    }
  else
    {
      gtk_label_set_text (self->finish, "–");
      gtk_label_set_text (self->finish_caption, _("Tick items on the Assessment page to see a plan"));
    }
}

/* A stage within its budget may still hold cases that were late: without this
 * its light would be a riddle. */
static char *
late_text (const StewardScheduleStage *stage)
{
  g_autofree char *overdue = NULL;
  g_autofree char *late = NULL;
  guint n_overdue = 0;
  guint n_late = 0;

  for (guint i = 0; i < stage->rows->len; i++)
    {
      const StewardScheduleRow *row = g_ptr_array_index (stage->rows, i);

      n_overdue += row->answer.light == STEWARD_LIGHT_RED;
      n_late += row->answer.light == STEWARD_LIGHT_DONE_LATE;
    }

  if (n_overdue > 0)
    overdue = g_strdup_printf (ngettext ("%u overdue", "%u overdue", n_overdue), n_overdue);
  if (n_late > 0)
    late = g_strdup_printf (ngettext ("%u finished late", "%u finished late", n_late), n_late);

  return steward_ui_join (overdue != NULL ? overdue : "", late != NULL ? late : "", NULL);
}

static GtkWidget *
stage_card (const StewardSchedule      *schedule,
            const StewardScheduleStage *stage)
{
  StewardStageTime time = steward_schedule_split_time (schedule, stage);
  GtkWidget *time_bar = steward_time_bar_new (&time);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *light = gtk_label_new (NULL);
  GtkWidget *title = steward_ui_label_new (stage->stage->plan_name, "heading");
  GtkWidget *bar = gtk_progress_bar_new ();
  guint n_items = 0;
  g_autofree char *start = NULL, *finish = NULL, *dates = NULL, *budget = NULL, *used = NULL, *name = NULL;
  g_autofree char *late = late_text (stage);
  g_autofree char *whose = steward_time_bar_describe (&time);

  for (guint i = 0; i < stage->rows->len; i++)
    {
      const StewardScheduleRow *row = g_ptr_array_index (stage->rows, i);

      n_items += row->kind == STEWARD_ROW_ITEM;
    }

  steward_ui_set_light (GTK_LABEL (light), stage->light);
  gtk_box_append (GTK_BOX (line), light);
  gtk_box_append (GTK_BOX (line), title);
  gtk_widget_set_hexpand (title, TRUE);

  if (stage->budget >= 0)
    budget = g_strdup_printf (ngettext ("%d of %d working day used", "%d of %d working days used", stage->budget),
                              stage->used, stage->budget);
  else
    budget = g_strdup_printf (ngettext ("no limit stated, %d working day used",
                                        "no limit stated, %d working days used", stage->used), stage->used);
  if (stage->budget > 0)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), MIN (1.0, (double) stage->used / stage->budget));
  steward_ui_set_label (bar, budget);

  start = steward_ui_date (stage->start, FALSE);
  finish = steward_ui_date (stage->finish, stage->provisional);
  /* Translators: a span of dates. */
  dates = n_items > 0 ? g_strdup_printf (_("%s to %s"), start, finish) : g_strdup (_("Nothing ticked yet"));

  gtk_box_append (GTK_BOX (card), line);
  gtk_widget_set_visible (bar, stage->budget > 0);
  gtk_box_append (GTK_BOX (card), bar);
  used = steward_ui_join (budget, late, NULL);
  gtk_box_append (GTK_BOX (card), steward_ui_label_new (used, "numeric"));
  gtk_box_append (GTK_BOX (card), steward_ui_label_new (dates, "dim-label"));
  if (time_bar != NULL)
    gtk_box_append (GTK_BOX (card), time_bar);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "stage-card");
  g_object_set (card, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  name = steward_ui_join (stage->stage->plan_name, steward_ui_light_name (stage->light), used, dates, whose, NULL);
  steward_ui_set_label (card, name);

  return card;
}

static void
update_stages (StewardOverviewPage   *self,
               const StewardSchedule *schedule)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->stages))) != NULL)
    gtk_flow_box_remove (self->stages, child);

  for (guint i = 0; i < schedule->stages->len; i++)
    {
      gtk_flow_box_append (self->stages, stage_card (schedule, g_ptr_array_index (schedule->stages, i)));
      child = gtk_widget_get_last_child (GTK_WIDGET (self->stages));
      gtk_widget_set_focusable (child, FALSE);
    }
}

static void
steward_overview_page_refresh (StewardPage *page)
{
  StewardOverviewPage *self = STEWARD_OVERVIEW_PAGE (page);
  const StewardSchedule *schedule = steward_session_get_schedule (steward_page_get_session (page));

  update_facts (self);
  steward_credit_row_show (self->credit, steward_page_get_session (page));
  steward_findings_card_show (self->checks, steward_page_get_session (page));
  steward_timers_card_show (self->timers, steward_page_get_session (page));
  steward_gates_box_show (self->gates, steward_page_get_session (page));
  if (schedule == NULL)
    return;

  update_head (self, schedule);
  update_stages (self, schedule);
}

static void
steward_overview_page_dispose (GObject *object)
{
  steward_page_dispose_template (STEWARD_PAGE (object), STEWARD_TYPE_OVERVIEW_PAGE);

  G_OBJECT_CLASS (steward_overview_page_parent_class)->dispose (object);
}

static void
steward_overview_page_class_init (StewardOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_overview_page_dispose;
  STEWARD_PAGE_CLASS (klass)->refresh = steward_overview_page_refresh;

  g_type_ensure (STEWARD_TYPE_FINDINGS_CARD);
  g_type_ensure (STEWARD_TYPE_TIMERS_CARD);
  g_type_ensure (STEWARD_TYPE_GATES_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StewardOverviewPage, name);
  gtk_widget_class_bind_template_child (widget_class, StewardOverviewPage, basis);
  gtk_widget_class_bind_template_child (widget_class, StewardOverviewPage, days);
  gtk_widget_class_bind_template_child (widget_class, StewardOverviewPage, days_caption);
  gtk_widget_class_bind_template_child (widget_class, StewardOverviewPage, next);
  gtk_widget_class_bind_template_child (widget_class, StewardOverviewPage, next_caption);
  gtk_widget_class_bind_template_child (widget_class, StewardOverviewPage, finish);
  gtk_widget_class_bind_template_child (widget_class, StewardOverviewPage, finish_caption);
  gtk_widget_class_bind_template_child (widget_class, StewardOverviewPage, checks);
  gtk_widget_class_bind_template_child (widget_class, StewardOverviewPage, timers);
  gtk_widget_class_bind_template_child (widget_class, StewardOverviewPage, gates);
  gtk_widget_class_bind_template_child (widget_class, StewardOverviewPage, stages);
  gtk_widget_class_bind_template_child (widget_class, StewardOverviewPage, facts);
}

static void
steward_overview_page_init (StewardOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < STEWARD_N_FACTS; i++)
    {
      const char *label = steward_ui_fact_label (i);
      AdwEntryRow *row = ADW_ENTRY_ROW (adw_entry_row_new ());
      GtkEventController *focus = gtk_event_controller_focus_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      g_object_set_data (G_OBJECT (row), "fact", GUINT_TO_POINTER (i));
      steward_ui_set_label (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row))), label);
      g_signal_connect_swapped (row, "changed", G_CALLBACK (changed_cb), self);
      g_signal_connect_swapped (row, "entry-activated", G_CALLBACK (tidy_cb), self);
      g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
      gtk_widget_add_controller (GTK_WIDGET (row), focus);
      adw_preferences_group_add (self->facts, GTK_WIDGET (row));
      self->rows[i] = row;
    }
  self->credit = g_object_new (STEWARD_TYPE_CREDIT_ROW, NULL);
  adw_preferences_group_add (self->facts, GTK_WIDGET (self->credit));
}

void
steward_overview_page_edit (StewardOverviewPage *self,
                            StewardFact          fact)
{
  g_return_if_fail (STEWARD_IS_OVERVIEW_PAGE (self));
  g_return_if_fail ((guint) fact < STEWARD_N_FACTS);

  gtk_widget_grab_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->rows[fact]))));
}
