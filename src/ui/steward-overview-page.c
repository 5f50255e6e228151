/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-overview-page.h"

#include <glib/gi18n-lib.h>

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
  GtkFlowBox          *stages;
  AdwPreferencesGroup *facts;

  AdwEntryRow         *rows[STEWARD_N_FACTS];
};

G_DEFINE_FINAL_TYPE (StewardOverviewPage, steward_overview_page, STEWARD_TYPE_PAGE)

static StewardProject *
get_project (StewardOverviewPage *self)
{
  return steward_session_get_project (steward_page_get_session (STEWARD_PAGE (self)));
}

static void
apply_cb (StewardOverviewPage *self,
          AdwEntryRow         *row)
{
  StewardFact fact = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "fact"));
  g_autofree char *warning = NULL;
  g_autofree char *value = NULL;

  value = steward_fact_normalise (fact, gtk_editable_get_text (GTK_EDITABLE (row)), &warning);
  gtk_editable_set_text (GTK_EDITABLE (row), value);
  steward_project_set_fact (get_project (self), fact, value);

  /* A wrong check digit is a warning and not a wall: the value is kept. */
  if (warning != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (row), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "warning");
  steward_ui_set_tooltip (GTK_WIDGET (row), warning);
}

static void
update_facts (StewardOverviewPage *self)
{
  for (guint i = 0; i < STEWARD_N_FACTS; i++)
    {
      const char *value = steward_project_get_fact (get_project (self), i);

      if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->rows[i])), value))
        gtk_editable_set_text (GTK_EDITABLE (self->rows[i]), value);
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
      g_autofree char *caption = g_strdup_printf (_("next due: %s"), next->name);

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

static GtkWidget *
stage_card (const StewardScheduleStage *stage)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *light = gtk_label_new (NULL);
  GtkWidget *title = steward_ui_label_new (stage->stage->plan_name, "heading");
  GtkWidget *bar = gtk_progress_bar_new ();
  guint n_items = 0;
  g_autofree char *start = NULL, *finish = NULL, *dates = NULL, *budget = NULL, *name = NULL;

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
  gtk_box_append (GTK_BOX (card), steward_ui_label_new (budget, "numeric"));
  gtk_box_append (GTK_BOX (card), steward_ui_label_new (dates, "dim-label"));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "stage-card");
  g_object_set (card, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  name = steward_ui_join (stage->stage->plan_name, steward_ui_light_name (stage->light), budget, dates, NULL);
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
      gtk_flow_box_append (self->stages, stage_card (g_ptr_array_index (schedule->stages, i)));
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
  if (schedule == NULL)
    return;

  update_head (self, schedule);
  update_stages (self, schedule);
}

static void
steward_overview_page_bind (StewardPage    *page,
                            StewardSession *session)
{
  StewardOverviewPage *self = STEWARD_OVERVIEW_PAGE (page);

  for (guint i = 0; i < STEWARD_N_FACTS; i++)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->rows[i]), "warning");
      steward_ui_set_tooltip (GTK_WIDGET (self->rows[i]), NULL);
    }
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
  STEWARD_PAGE_CLASS (klass)->bind = steward_overview_page_bind;

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

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
      adw_entry_row_set_show_apply_button (row, TRUE);
      g_object_set_data (G_OBJECT (row), "fact", GUINT_TO_POINTER (i));
      steward_ui_set_label (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row))), label);
      g_signal_connect_swapped (row, "apply", G_CALLBACK (apply_cb), self);
      adw_preferences_group_add (self->facts, GTK_WIDGET (row));
      self->rows[i] = row;
    }
}
