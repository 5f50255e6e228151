/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-slide-view.h"

#include <glib/gi18n-lib.h>

#include "steward-flowchart-view.h"
#include "steward-items-list.h"
#include "steward-slide-marks.h"
#include "steward-turn-bar.h"
#include "steward-ui-text.h"
#include "steward-voices-list.h"

struct _StewardSlideView
{
  AdwBin                parent_instance;

  StewardPresentation  *presentation;
  const StewardSlide   *slide;
  GtkWidget            *lines;       /* of an agenda or of decisions */
  GtkWidget            *items;       /* of a stage */
  GtkWidget            *scroller;    /* with the items in it */
  GtkWidget            *voices;      /* of attendance or opinions */
  StewardFlowchartView *flowchart;
  GtkWidget            *bar;         /* of what is said of its items */
};

G_DEFINE_FINAL_TYPE (StewardSlideView, steward_slide_view, ADW_TYPE_BIN)

/* Numbers of persons that somebody typed are none for the room either. */
static void
add_line (StewardSlideView *self,
          const char       *text,
          const char       *css_class)
{
  g_autofree char *shown = steward_presentation_is_masked (self->presentation)
                           ? steward_fact_mask (STEWARD_FACT_NAME, text) : g_strdup (text);

  if (*shown != '\0')
    gtk_box_append (GTK_BOX (self->lines), steward_ui_label_new (shown, css_class));
}

/* NULL when it is not known. (transfer full) */
static char *
show_fact (StewardSlideView *self,
           StewardFact       fact)
{
  StewardProject *project = steward_session_get_project (steward_presentation_get_trial (self->presentation));
  const char *value = steward_project_get_fact (project, fact);

  if (*value == '\0')
    return NULL;

  return steward_presentation_is_masked (self->presentation) ? steward_fact_mask (fact, value) : g_strdup (value);
}

/* Names in a column, values in the next. */
static void
add_fact (StewardSlideView *self,
          GtkGrid          *grid,
          StewardFact       fact)
{
  g_autofree char *value = show_fact (self, fact);
  /* Who, and the number below which. */
  g_autofree char *phone = fact == STEWARD_FACT_CONTACT ? show_fact (self, STEWARD_FACT_PHONE) : NULL;
  g_autofree char *shown = steward_ui_join (value != NULL ? value : "", phone, NULL);
  GtkWidget *label;
  int row = 0;

  if (*shown == '\0')
    return;

  while (gtk_grid_get_child_at (grid, 0, row) != NULL)
    row++;
  label = steward_ui_label_new (steward_ui_fact_label (fact), "dim-label");
  gtk_widget_add_css_class (label, "slide-fact");
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  label = steward_ui_label_new (shown, NULL);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_grid_attach (grid, label, 1, row, 1, 1);
}

/* Of @slide, with what is known of it. (transfer full) */
static char *
describe_slide (StewardSlideView   *self,
                const StewardSlide *slide,
                const StewardPlan  *plan)
{
  g_autofree char *items = NULL, *days = NULL, *heard = NULL;
  guint turns, said;

  for (guint i = 0; slide->stage != NULL && i < plan->stages->len; i++)
    {
      const StewardPlanStage *stage = g_ptr_array_index (plan->stages, i);

      if (stage->stage != slide->stage)
        continue;
      /* Translators: items of a stage. */
      items = g_strdup_printf (ngettext ("%u item", "%u items", stage->items->len), stage->items->len);
      days = steward_ui_days (stage->limit);
      steward_presentation_count_stage (self->presentation, slide->stage, &turns, &said);
      if (said > 0)
        /* Translators: how many opinions were given of how many that are asked for. */
        heard = g_strdup_printf (_("%u of %u heard"), said, turns);
    }

  return steward_ui_join (slide->title, items, days, heard, NULL);
}

/* Clicking a line of the agenda turns to it. */
static void
go_cb (StewardSlideView *self,
       GtkListBoxRow    *row)
{
  steward_presentation_move_to (self->presentation, gtk_list_box_row_get_index (row) + 1);
}

static GtkWidget *
new_agenda (StewardSlideView  *self,
            const StewardPlan *plan)
{
  GPtrArray *slides = steward_presentation_get_slides (self->presentation);
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  steward_ui_set_label (list, _("Agenda"));
  /* What was decided comes out of it. */
  for (guint i = 1; i + 1 < slides->len; i++)
    {
      g_autofree char *line = describe_slide (self, g_ptr_array_index (slides, i), plan);
      GtkWidget *row = gtk_list_box_row_new ();

      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), steward_ui_label_new (line, "agenda-row"));
      gtk_widget_set_focus_on_click (row, FALSE);
      steward_ui_set_label (row, line);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  g_signal_connect_object (list, "row-activated", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);

  return list;
}

static void
update_agenda (StewardSlideView *self)
{
  static const StewardFact facts[] = { STEWARD_FACT_UNIT, STEWARD_FACT_PLACE, STEWARD_FACT_SCALE,
                                       STEWARD_FACT_LAND, STEWARD_FACT_FUNDING, STEWARD_FACT_CONTACT };
  StewardProject *project = steward_session_get_project (steward_presentation_get_trial (self->presentation));
  g_autoptr (StewardPlan) plan = steward_plan_new (project);
  GtkWidget *grid = gtk_grid_new ();

  add_line (self, steward_project_get_fact (project, STEWARD_FACT_NAME), "slide-name");
  gtk_grid_set_column_spacing (GTK_GRID (grid), 24);
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    add_fact (self, GTK_GRID (grid), facts[i]);
  gtk_box_append (GTK_BOX (self->lines), grid);
  gtk_box_append (GTK_BOX (self->lines), new_agenda (self, plan));
}

static void
add_lines (StewardSlideView *self,
           GPtrArray        *lines,
           const char       *css_class)
{
  for (guint i = 0; i < lines->len; i++)
    add_line (self, g_ptr_array_index (lines, i), css_class);
}

static void
update_decisions (StewardSlideView *self)
{
  g_autoptr (GPtrArray) voices = steward_presentation_list_voices (self->presentation);
  g_autoptr (GPtrArray) decisions = steward_presentation_list_decisions (self->presentation);
  const char *minutes = steward_presentation_get_minutes (self->presentation);

  if (voices->len + decisions->len == 0 && *minutes == '\0')
    add_line (self, _("Nothing has been decided yet."), "dim-label");
  add_lines (self, voices, NULL);
  if (decisions->len > 0)
    add_line (self, _("Changed in the project"), "voice-name");
  add_lines (self, decisions, NULL);
  if (*minutes != '\0')
    add_line (self, _("Minutes"), "voice-name");
  add_line (self, minutes, NULL);
}

/* What is talked of is in sight, on the screen of the stage that has it. */
static void
show_turn (StewardSlideView *self)
{
  const StewardTurn *turn = steward_presentation_get_turn (self->presentation);

  if (self->flowchart == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  if (turn != NULL && turn->item != NULL && turn->stage == self->slide->stage)
    steward_flowchart_view_turn_to (self->flowchart, turn->item);
  steward_canvas_set_selected (STEWARD_CANVAS (self->flowchart), turn != NULL ? turn->item : NULL);
}

static void
selected_cb (StewardSlideView *self,
             const char       *id)
{
  /* A case of an item that is handled in segments is about that item. */
  g_autofree char *item = id != NULL ? g_strndup (id, strcspn (id, "/")) : NULL;

  if (item != NULL)
    steward_presentation_take_turn (self->presentation, item, NULL);
}

static void
update (StewardSlideView *self)
{
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
  show_turn (self);
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
  steward_slide_marks_add (self->flowchart, self->presentation);
  steward_ui_set_label (GTK_WIDGET (self->flowchart), self->slide->title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->flowchart));
  self->items = steward_items_list_new (self->presentation, self->slide->stage);
  self->scroller = scrolled (self->items);
  gtk_widget_set_visible (self->scroller, FALSE);
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_box_append (GTK_BOX (lines), box);
  self->bar = steward_turn_bar_new (self->presentation, FALSE);
  gtk_box_append (GTK_BOX (lines), self->bar);
  g_signal_connect_object (self->flowchart, "selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);

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
    case STEWARD_SLIDE_ATTENDANCE:
    case STEWARD_SLIDE_OPINIONS:
      self->voices = steward_voices_list_new (self->presentation,
                                              self->slide->kind == STEWARD_SLIDE_OPINIONS ? STEWARD_VOICES_OPINIONS
                                                                                          : STEWARD_VOICES_ATTENDANCE);
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
  if (self->flowchart == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  steward_flowchart_view_refresh (self->flowchart);
  show_turn (self);
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
  g_signal_connect_object (presentation, "turned", G_CALLBACK (show_turn), self, G_CONNECT_SWAPPED);
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

  gtk_widget_set_visible (self->scroller, shown);
}

void
steward_slide_view_enter (StewardSlideView *self)
{
  g_return_if_fail (STEWARD_IS_SLIDE_VIEW (self));

  if (self->items != NULL && gtk_widget_get_visible (self->scroller))
    gtk_widget_grab_focus (self->items);
}

void
steward_slide_view_enter_words (StewardSlideView *self)
{
  g_return_if_fail (STEWARD_IS_SLIDE_VIEW (self));

  if (self->voices != NULL)
    steward_voices_list_enter_words (STEWARD_VOICES_LIST (self->voices));
  else if (self->bar != NULL && gtk_widget_get_visible (self->bar))
    gtk_widget_grab_focus (self->bar);
}

void
steward_slide_view_turn (StewardSlideView *self,
                         int               direction)
{
  g_return_if_fail (STEWARD_IS_SLIDE_VIEW (self));

  if (self->items == NULL || !steward_items_list_step (STEWARD_ITEMS_LIST (self->items), direction))
    steward_presentation_step_turn (self->presentation, direction);
}

void
steward_slide_view_set_letters (StewardSlideView *self,
                                double            letters)
{
  g_return_if_fail (STEWARD_IS_SLIDE_VIEW (self));

  if (self->flowchart != NULL)
    steward_flowchart_view_set_letters (self->flowchart, letters);
}

/* Whoever is asked first of what is on the screen. */
static void
take_turn_in_sight (StewardSlideView *self)
{
  const StewardTurn *turn = steward_presentation_get_turn (self->presentation);
  g_autoptr (StewardPlan) plan = NULL;

  if (turn == NULL || turn->item == NULL || steward_flowchart_view_shows (self->flowchart, turn->item))
    return;

  plan = steward_plan_new (steward_session_get_project (steward_presentation_get_trial (self->presentation)));
  for (guint i = 0; i < plan->items->len; i++)
    {
      const char *item = ((const StewardPlanItem *) g_ptr_array_index (plan->items, i))->base;

      if (steward_flowchart_view_shows (self->flowchart, item)
          && steward_presentation_take_turn (self->presentation, item, NULL))
        return;
    }
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
  take_turn_in_sight (self);

  return TRUE;
}
