/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-slide-view.h"

#include <glib/gi18n-lib.h>

#include "steward-flowchart-view.h"
#include "steward-items-list.h"
#include "steward-ui-text.h"
#include "steward-voices-list.h"

struct _StewardSlideView
{
  AdwBin                parent_instance;

  StewardPresentation  *presentation;
  const StewardSlide   *slide;
  GtkWidget            *lines;       /* of an agenda or of decisions */
  GtkWidget            *items;       /* of a stage */
  GtkWidget            *voices;      /* of the opinions */
  StewardFlowchartView *flowchart;
  GtkWidget            *said;        /* of the item that is selected there */
};

G_DEFINE_FINAL_TYPE (StewardSlideView, steward_slide_view, ADW_TYPE_BIN)

static void
add_line (StewardSlideView *self,
          const char       *text,
          const char       *css_class)
{
  if (text != NULL && *text != '\0')
    gtk_box_append (GTK_BOX (self->lines), steward_ui_label_new (text, css_class));
}

static void
add_fact (StewardSlideView *self,
          StewardFact       fact)
{
  StewardProject *project = steward_session_get_project (steward_presentation_get_trial (self->presentation));
  const char *value = steward_project_get_fact (project, fact);
  g_autofree char *shown = NULL;
  g_autofree char *line = NULL;

  if (*value == '\0')
    return;

  shown = steward_presentation_is_masked (self->presentation) ? steward_fact_mask (fact, value) : g_strdup (value);
  line = g_strdup_printf ("%s　%s", steward_ui_fact_label (fact), shown);
  add_line (self, line, NULL);
}

static char *
stage_line (const StewardPlanStage *stage)
{
  g_autofree char *items = NULL;
  g_autofree char *days = steward_ui_days (stage->limit);

  /* Translators: items of a stage. */
  items = g_strdup_printf (ngettext ("%u item", "%u items", stage->items->len), stage->items->len);

  return steward_ui_join (stage->stage->name, items, days, NULL);
}

/* Clicking a stage of the agenda turns to it. */
static void
go_cb (StewardSlideView *self,
       GtkListBoxRow    *row)
{
  steward_presentation_move_to (self->presentation, gtk_list_box_row_get_index (row) + 1);
}

static void
update_agenda (StewardSlideView *self)
{
  static const StewardFact facts[] = { STEWARD_FACT_UNIT, STEWARD_FACT_PLACE, STEWARD_FACT_SCALE,
                                       STEWARD_FACT_LAND, STEWARD_FACT_FUNDING, STEWARD_FACT_CONTACT,
                                       STEWARD_FACT_PHONE };
  StewardProject *project = steward_session_get_project (steward_presentation_get_trial (self->presentation));
  g_autoptr (StewardPlan) plan = steward_plan_new (project);
  GtkWidget *list = gtk_list_box_new ();

  add_line (self, steward_project_get_fact (project, STEWARD_FACT_NAME), "slide-name");
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    add_fact (self, facts[i]);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  steward_ui_set_label (list, _("Agenda"));
  for (guint i = 0; i < plan->stages->len; i++)
    {
      g_autofree char *line = stage_line (g_ptr_array_index (plan->stages, i));
      GtkWidget *row = gtk_list_box_row_new ();
      GtkWidget *label = steward_ui_label_new (line, "plan-row");

      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      steward_ui_set_label (row, line);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  g_signal_connect_object (list, "row-activated", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->lines), list);
}

static void
update_decisions (StewardSlideView *self)
{
  g_autoptr (GPtrArray) decisions = steward_presentation_list_decisions (self->presentation);

  if (decisions->len == 0)
    add_line (self, _("Nothing has been decided yet."), "dim-label");
  for (guint i = 0; i < decisions->len; i++)
    add_line (self, g_ptr_array_index (decisions, i), NULL);
  add_line (self, steward_presentation_get_minutes (self->presentation), "slide-minutes");
}

/* What its bureau says of the item in focus, and how to say something else. */
static void
show_said (StewardSlideView *self)
{
  g_autofree char *item = steward_slide_view_get_item (self);
  const char *party = item != NULL ? steward_presentation_find_party (self->presentation, item) : NULL;
  const StewardOpinion *opinion;
  g_autofree char *text = NULL;

  if (self->said == NULL)
    return;

  gtk_widget_set_visible (self->said, party != NULL);
  if (party == NULL)
    return;

  opinion = steward_presentation_get_item_opinion (self->presentation, party, item);
  text = steward_ui_join (steward_presentation_get_party_name (self->presentation, party),
                          steward_ui_verdict_name (opinion != NULL ? opinion->verdict : STEWARD_OPINION_NONE),
                          opinion != NULL ? opinion->text : NULL,
                          _("Keys: 1 agrees, 2 with conditions, 3 does not agree, 0 nothing"), NULL);
  gtk_label_set_text (GTK_LABEL (self->said), text);
}

static void
update (StewardSlideView *self)
{
  show_said (self);
  if (self->lines == NULL)
    return;

  steward_ui_clear (self->lines);
  if (self->slide->kind == STEWARD_SLIDE_AGENDA)
    update_agenda (self);
  else
    update_decisions (self);
}

static void
mapped_cb (StewardSlideView *self)
{
  if (self->flowchart != NULL)
    steward_flowchart_view_refresh (self->flowchart);
}

static GtkWidget *
scrolled (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_widget_set_vexpand (scroller, TRUE);

  return scroller;
}

static GtkWidget *
new_stage (StewardSlideView *self)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->flowchart = g_object_new (STEWARD_TYPE_FLOWCHART_VIEW, "hexpand", TRUE, "vexpand", TRUE, NULL);
  steward_flowchart_view_set_stage (self->flowchart, self->slide->stage->number);
  steward_flowchart_view_set_screen (self->flowchart, 1);
  steward_flowchart_view_set_session (self->flowchart, steward_presentation_get_trial (self->presentation));
  steward_ui_set_label (GTK_WIDGET (self->flowchart), self->slide->title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->flowchart));
  self->items = scrolled (steward_items_list_new (self->presentation, self->slide->stage));
  gtk_widget_set_visible (self->items, FALSE);
  gtk_box_append (GTK_BOX (box), self->items);
  gtk_box_append (GTK_BOX (lines), box);
  self->said = steward_ui_label_new ("", "voice-items");
  gtk_widget_set_visible (self->said, FALSE);
  gtk_box_append (GTK_BOX (lines), self->said);
  g_signal_connect_object (self->flowchart, "selected", G_CALLBACK (show_said), self, G_CONNECT_SWAPPED);

  return lines;
}

static GtkWidget *
new_lines (StewardSlideView *self)
{
  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_set_valign (self->lines, GTK_ALIGN_START);

  return scrolled (self->lines);
}

static void
build (StewardSlideView *self)
{
  GtkWidget *child;

  switch (self->slide->kind)
    {
    case STEWARD_SLIDE_STAGE:
      child = new_stage (self);
      break;
    case STEWARD_SLIDE_OPINIONS:
      self->voices = steward_voices_list_new (self->presentation);
      child = scrolled (self->voices);
      break;
    default:
      child = new_lines (self);
      break;
    }
  adw_bin_set_child (ADW_BIN (self), child);
}

/* The flowchart keeps its boxes in step with what is ticked. */
static void
schedule_changed_cb (StewardSlideView *self)
{
  if (self->flowchart != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    steward_flowchart_view_refresh (self->flowchart);
}

static void
steward_slide_view_dispose (GObject *object)
{
  g_clear_object (&STEWARD_SLIDE_VIEW (object)->presentation);

  G_OBJECT_CLASS (steward_slide_view_parent_class)->dispose (object);
}

static void
steward_slide_view_class_init (StewardSlideViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = steward_slide_view_dispose;
}

static void
steward_slide_view_init (StewardSlideView *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "slide");
  g_signal_connect (self, "map", G_CALLBACK (mapped_cb), NULL);
}

GtkWidget *
steward_slide_view_new (StewardPresentation *presentation,
                        const StewardSlide  *slide)
{
  StewardSlideView *self;

  g_return_val_if_fail (STEWARD_IS_PRESENTATION (presentation), NULL);
  g_return_val_if_fail (slide != NULL, NULL);

  self = g_object_new (STEWARD_TYPE_SLIDE_VIEW, NULL);
  self->presentation = g_object_ref (presentation);
  self->slide = slide;
  build (self);
  g_signal_connect_object (presentation, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (steward_presentation_get_trial (presentation), "schedule-changed",
                           G_CALLBACK (schedule_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update (self);

  return GTK_WIDGET (self);
}

void
steward_slide_view_show_items (StewardSlideView *self,
                               gboolean          shown)
{
  g_return_if_fail (STEWARD_IS_SLIDE_VIEW (self));

  if (self->items == NULL)
    return;

  gtk_widget_set_visible (self->items, shown);
}

void
steward_slide_view_enter (StewardSlideView *self)
{
  g_return_if_fail (STEWARD_IS_SLIDE_VIEW (self));

  if (self->voices != NULL)
    gtk_widget_grab_focus (self->voices);
  else if (self->items != NULL && gtk_widget_get_visible (self->items))
    gtk_widget_child_focus (self->items, GTK_DIR_TAB_FORWARD);
}

gboolean
steward_slide_view_step (StewardSlideView *self,
                         int               direction)
{
  int screen;

  g_return_val_if_fail (STEWARD_IS_SLIDE_VIEW (self), FALSE);

  if (self->flowchart == NULL)
    return FALSE;

  screen = steward_flowchart_view_get_screen (self->flowchart) + direction;
  if (screen < 1 || screen > steward_flowchart_view_count_screens (self->flowchart))
    {
      steward_flowchart_view_set_screen (self->flowchart, 1);
      return FALSE;
    }
  steward_flowchart_view_set_screen (self->flowchart, screen);

  return TRUE;
}

char *
steward_slide_view_get_item (StewardSlideView *self)
{
  const char *selected;

  g_return_val_if_fail (STEWARD_IS_SLIDE_VIEW (self), NULL);

  selected = self->flowchart != NULL ? steward_canvas_get_selected (STEWARD_CANVAS (self->flowchart)) : NULL;

  /* A case of an item that is handled in segments is about that item. */
  return selected != NULL ? g_strndup (selected, strcspn (selected, "/")) : NULL;
}
