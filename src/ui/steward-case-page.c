/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-case-page.h"

#include <glib/gi18n-lib.h>

#include "steward-case-dates.h"
#include "steward-case-edit.h"
#include "steward-case-events.h"
#include "steward-case-experience.h"
#include "steward-case-facts.h"
#include "steward-case-follow.h"
#include "steward-case-outlook.h"
#include "steward-case-segments.h"
#include "steward-case-status.h"
#include "steward-case-text.h"
#include "steward-columns.h"
#include "steward-findings-box.h"
#include "steward-ui-text.h"
#include "steward-window.h"

/* Two columns side by side need so many pixels. */
#define COLUMNS_WIDTH 820
/* Milliseconds of rest in typing after which it is computed what would follow. */
#define OUTLOOK_DELAY 250

struct _StewardCasePage
{
  StewardPage        parent_instance;

  GtkStack          *stack;
  GtkLabel          *light;
  GtkLabel          *title;
  GtkToggleButton   *explain;
  GtkPaned          *paned;
  GtkScrolledWindow *scroller;
  GtkBox            *body;
  GtkLabel          *subtitle;
  StewardCaseSegments *segments;
  GtkFlowBox        *figures;
  GtkBox            *messages;
  StewardCaseFollow *follow;
  StewardCaseStrip  *strip;

  StewardCaseEntry  *entry;
  StewardFindingsBox *findings;
  StewardCaseEvents *events;
  GtkGrid           *dates;
  StewardCaseExperience *experience;
  StewardCaseFacts  *facts;

  char              *item;
  char              *back;
  gboolean           enter;     /* the keyboard goes to the entry when it is filled */
  guint              enter_id;
  guint              room_id;
  guint              outlook_id;
};

G_DEFINE_FINAL_TYPE (StewardCasePage, steward_case_page, STEWARD_TYPE_PAGE)

static StewardSession *
get_session (StewardCasePage *self)
{
  return steward_page_get_session (STEWARD_PAGE (self));
}

static const StewardSchedule *
get_schedule (StewardCasePage *self)
{
  StewardSession *session = get_session (self);

  return session != NULL ? steward_session_get_schedule (session) : NULL;
}

static const StewardScheduleRow *
get_row (StewardCasePage *self)
{
  const StewardSchedule *schedule = get_schedule (self);
  const StewardScheduleRow *row;

  if (schedule == NULL || self->item == NULL)
    return NULL;
  row = steward_schedule_find_row (schedule, self->item);

  return row != NULL && row->kind == STEWARD_ROW_ITEM ? row : NULL;
}

static void
add_kind (GPtrArray  *kinds,
          const char *kind)
{
  if (*kind != '\0' && !g_ptr_array_find_with_equal_func (kinds, kind, g_str_equal, NULL))
    g_ptr_array_add (kinds, (gpointer) kind);
}

/* Of the item itself, of the law, and what this project used before. */
static GPtrArray *
list_kinds (StewardCasePage          *self,
            const StewardScheduleRow *row)
{
  GPtrArray *kinds = g_ptr_array_new ();
  GPtrArray *cases = steward_project_get_cases (steward_session_get_project (get_session (self)));
  const char * const *lawful = steward_event_rule_list_procedures ();

  for (gsize i = 0; row->item->item != NULL && row->item->item->special_steps != NULL
                    && row->item->item->special_steps[i] != NULL; i++)
    add_kind (kinds, row->item->item->special_steps[i]);
  for (gsize i = 0; lawful[i] != NULL; i++)
    add_kind (kinds, lawful[i]);
  for (guint i = 0; i < cases->len; i++)
    {
      const StewardCase *handled = g_ptr_array_index (cases, i);

      for (guint k = 0; k < handled->events->len; k++)
        {
          const StewardEvent *event = g_ptr_array_index (handled->events, k);

          if (event->status == STEWARD_CASE_PROCEDURE_STARTS)
            add_kind (kinds, event->kind);
        }
    }
  g_ptr_array_add (kinds, NULL);

  return kinds;
}

static StewardEventRule
make_rule (const StewardSchedule    *schedule,
           const StewardScheduleRow *row)
{
  StewardEventRule rule;

  steward_event_rule_init (&rule, schedule->plan->pack, schedule->calendar, row->limit, schedule->as_of);

  return rule;
}

static void
show_entry (StewardCasePage          *self,
            const StewardSchedule    *schedule,
            const StewardScheduleRow *row)
{
  g_autoptr (StewardCase) handled = steward_case_edit_begin (get_session (self), self->item);
  g_autoptr (GPtrArray) kinds = list_kinds (self, row);
  StewardProject *project = steward_session_get_project (get_session (self));
  StewardCaseEntrySetting setting = {
    .handled = handled,
    .rule = make_rule (schedule, row),
    .bureau = row->item->bureau_open ? "" : row->item->bureau,
    .unit = steward_project_get_fact (project, STEWARD_FACT_UNIT),
    .kinds = (const char *const *) kinds->pdata,
  };

  steward_case_entry_set (self->entry, &setting);
  steward_case_events_fill (self->events, row->item->case_, &setting.rule);
}

static void
show_head (StewardCasePage          *self,
           const StewardScheduleRow *row)
{
  const char *level = steward_ui_level_name (row->item->level);
  const char *mode = steward_ui_mode_name (row->item->mode);
  g_autofree char *limit = row->limit >= 0 ? steward_ui_days (row->limit) : g_strdup (_("no limit stated"));
  g_autofree char *bureau = steward_ui_bureau (row->item);
  g_autofree char *text = NULL;
  const StewardCase *handled = row->item->case_;

  steward_ui_set_light (self->light, row->answer.light);
  gtk_label_set_text (self->title, row->name);
  steward_ui_set_tooltip (GTK_WIDGET (self->title), row->name);
  text = steward_ui_join (row->stage != NULL ? row->stage->plan_name : "", bureau,
                          level != NULL ? level : "", steward_ui_lane_name (row->item->lane),
                          mode != NULL ? mode : "", limit, handled != NULL ? handled->number : "", NULL);
  gtk_label_set_text (self->subtitle, text);
}

/* After the stack of pages has moved the focus to where it thinks best. */
static gboolean
enter_cb (gpointer user_data)
{
  StewardCasePage *self = user_data;

  self->enter_id = 0;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return G_SOURCE_REMOVE;

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  steward_case_entry_focus (self->entry);

  return G_SOURCE_REMOVE;
}

static void
steward_case_page_refresh (StewardPage *page)
{
  StewardCasePage *self = STEWARD_CASE_PAGE (page);
  const StewardSchedule *schedule = get_schedule (self);
  const StewardScheduleRow *row = get_row (self);

  gtk_stack_set_visible_child_name (self->stack, row != NULL ? "case" : "empty");
  if (row == NULL)
    {
      steward_case_entry_set (self->entry, NULL);
      steward_case_facts_show (self->facts, NULL, NULL);
      steward_case_experience_show (self->experience, NULL, NULL);
      steward_case_strip_show (self->strip, NULL, NULL);
      steward_findings_box_show (self->findings, NULL, NULL);
      steward_case_segments_show (self->segments, NULL, NULL);
      steward_case_follow_show (self->follow, NULL, NULL);
      return;
    }

  show_head (self, row);
  steward_case_segments_show (self->segments, get_session (self), row);
  steward_case_status_fill_figures (self->figures, schedule, row);
  steward_case_status_fill_messages (self->messages, schedule, row);
  steward_case_follow_show (self->follow, get_session (self), row);
  steward_findings_box_show (self->findings, get_session (self), self->item);
  show_entry (self, schedule, row);
  steward_case_dates_fill (self->dates, schedule, row);
  steward_case_experience_show (self->experience, get_session (self), row);
  steward_case_facts_show (self->facts, get_session (self), row);
  steward_case_strip_show (self->strip, get_session (self), self->item);
  if (self->enter && self->enter_id == 0)
    self->enter_id = g_idle_add (enter_cb, self);
  self->enter = FALSE;
}

static void
steward_case_page_bind (StewardPage    *page,
                        StewardSession *session)
{
  StewardCasePage *self = STEWARD_CASE_PAGE (page);

  g_clear_pointer (&self->item, g_free);
  steward_case_entry_set (self->entry, NULL);
  steward_case_facts_show (self->facts, NULL, NULL);
  steward_case_experience_show (self->experience, NULL, NULL);
  steward_case_strip_show (self->strip, NULL, NULL);
  steward_findings_box_show (self->findings, NULL, NULL);
  steward_case_segments_show (self->segments, NULL, NULL);
  steward_case_follow_show (self->follow, NULL, NULL);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
steward_case_page_commit (StewardPage *page)
{
  steward_case_facts_commit (STEWARD_CASE_PAGE (page)->facts);
}

static void
steward_case_page_zoom (StewardPage *page,
                        int          direction)
{
  StewardCanvas *canvas = STEWARD_CANVAS (STEWARD_CASE_PAGE (page)->strip);
  double factor = direction > 0 ? 1.2 : 1 / 1.2;

  steward_canvas_set_zoom (canvas, direction == 0 ? 1.0 : steward_canvas_get_zoom (canvas) * factor);
}

static void
record_cb (StewardCasePage *self)
{
  /* Other facts of the case may have changed since the page was filled. */
  g_autoptr (StewardCase) current = steward_case_edit_begin (get_session (self), self->item);
  g_autoptr (StewardCase) handled = steward_case_entry_get_case (self->entry, current);

  self->enter = TRUE;
  steward_case_entry_clear (self->entry);
  steward_case_edit_end (get_session (self), handled);
}

static gboolean
tell_outlook_cb (gpointer user_data)
{
  StewardCasePage *self = user_data;

  self->outlook_id = 0;
  if (get_row (self) != NULL)
    steward_case_outlook_tell (self->entry, get_session (self), self->item);

  return G_SOURCE_REMOVE;
}

static void
foresee_cb (StewardCasePage *self)
{
  steward_case_entry_set_outlook (self->entry, "");
  g_clear_handle_id (&self->outlook_id, g_source_remove);
  if (steward_case_entry_is_possible (self->entry))
    self->outlook_id = g_timeout_add (OUTLOOK_DELAY, tell_outlook_cb, self);
}

static void
edit_cb (StewardCasePage *self,
         guint            index)
{
  steward_case_entry_edit (self->entry, index);
  steward_case_entry_focus (self->entry);
}

static void
remove_cb (StewardCasePage *self,
           guint            index)
{
  g_autoptr (StewardCase) handled = steward_case_edit_begin (get_session (self), self->item);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *text = NULL;

  if (index >= handled->events->len)
    return;

  text = g_strdup_printf (_("“%s” taken out; Undo brings it back"),
                          steward_case_status_name (((StewardEvent *) handled->events->pdata[index])->status));
  g_ptr_array_remove_index (handled->events, index);
  steward_case_edit_end (get_session (self), handled);
  if (STEWARD_IS_WINDOW (root))
    steward_window_toast (STEWARD_WINDOW (root), text);
}

/* The days get what they need: who asks for them wants to read them. */
static gboolean
make_room_cb (gpointer user_data)
{
  StewardCasePage *self = user_data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->strip));
  int height = gtk_widget_get_height (GTK_WIDGET (self->paned));

  self->room_id = 0;
  if (adjustment != NULL)
    gtk_paned_set_position (self->paned, CLAMP (height - (int) gtk_adjustment_get_upper (adjustment),
                                                height / 5, height * 7 / 10));

  return G_SOURCE_REMOVE;
}

static void
explain_cb (StewardCasePage *self)
{
  if (!gtk_toggle_button_get_active (self->explain))
    return;

  /* First as small as can be: what it needs shows when it has been laid out
   * and has to scroll. */
  gtk_paned_set_position (self->paned, gtk_widget_get_height (GTK_WIDGET (self->paned)) * 7 / 10);
  if (self->room_id == 0)
    self->room_id = g_timeout_add (50, make_room_cb, self);
}

static void
explain_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  StewardCasePage *self = STEWARD_CASE_PAGE (widget);
  gboolean shown = !gtk_toggle_button_get_active (self->explain);

  gtk_toggle_button_set_active (self->explain, shown);
  if (shown)
    gtk_widget_child_focus (GTK_WIDGET (self->strip), GTK_DIR_TAB_FORWARD);
  else
    steward_case_entry_focus (self->entry);
}

static void
back_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  StewardCasePage *self = STEWARD_CASE_PAGE (widget);

  if (steward_case_entry_is_editing (self->entry))
    {
      steward_case_entry_clear (self->entry);
      return;
    }
  if (g_strcmp0 (self->back, "today") == 0)
    gtk_widget_activate_action (widget, "win.today", NULL);
  else
    gtk_widget_activate_action (widget, "win.page", "s", self->back != NULL ? self->back : "plan");
}

static void
step (StewardCasePage *self,
      int              distance)
{
  const StewardSchedule *schedule = get_schedule (self);
  GPtrArray *items = schedule != NULL ? schedule->plan->items : NULL;

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const StewardPlanItem *item = g_ptr_array_index (items, i);
      int next = (int) i + distance;

      if (g_strcmp0 (item->id, self->item) != 0)
        continue;
      if (next >= 0 && next < (int) items->len)
        steward_case_page_show_item (self, ((StewardPlanItem *) g_ptr_array_index (items, next))->id, NULL);
      return;
    }
}

static void
step_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  step (STEWARD_CASE_PAGE (widget), g_variant_get_int32 (parameter));
}

/* Buttons do not name these actions themselves: GTK 4.8 takes the actions of a
 * class for gone when a widget above gets actions of its own. */
static void
back_cb (StewardCasePage *self)
{
  back_action (GTK_WIDGET (self), NULL, NULL);
}

static void
previous_cb (StewardCasePage *self)
{
  step (self, -1);
}

static void
next_cb (StewardCasePage *self)
{
  step (self, 1);
}

static void
segment_cb (StewardCasePage *self,
            const char      *row)
{
  steward_case_page_show_item (self, row, NULL);
}

static GtkWidget *
build_work (StewardCasePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->entry = g_object_new (STEWARD_TYPE_CASE_ENTRY, NULL);
  self->findings = g_object_new (STEWARD_TYPE_FINDINGS_BOX, NULL);
  self->events = g_object_new (STEWARD_TYPE_CASE_EVENTS, NULL);
  g_signal_connect_object (self->entry, "record", G_CALLBACK (record_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "foresee", G_CALLBACK (foresee_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->events, "edit", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->events, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  /* Below what is typed, which stays where it is. */
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->findings));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->events));

  return box;
}

static GtkWidget *
build_facts (StewardCasePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *inside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *card = adw_bin_new ();

  self->dates = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->dates, 16);
  gtk_grid_set_row_spacing (self->dates, 6);
  steward_ui_set_label (GTK_WIDGET (self->dates), _("Days side by side"));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "case-entry");
  self->experience = STEWARD_CASE_EXPERIENCE (steward_case_experience_new ());
  gtk_box_append (GTK_BOX (inside), GTK_WIDGET (self->dates));
  gtk_box_append (GTK_BOX (inside), GTK_WIDGET (self->experience));
  adw_bin_set_child (ADW_BIN (card), inside);
  self->facts = g_object_new (STEWARD_TYPE_CASE_FACTS, NULL);
  gtk_box_append (GTK_BOX (box), card);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->facts));

  return box;
}

static void
steward_case_page_dispose (GObject *object)
{
  StewardCasePage *self = STEWARD_CASE_PAGE (object);

  g_clear_handle_id (&self->enter_id, g_source_remove);
  g_clear_handle_id (&self->room_id, g_source_remove);
  g_clear_handle_id (&self->outlook_id, g_source_remove);
  g_clear_pointer (&self->item, g_free);
  g_clear_pointer (&self->back, g_free);
  steward_page_dispose_template (STEWARD_PAGE (object), STEWARD_TYPE_CASE_PAGE);

  G_OBJECT_CLASS (steward_case_page_parent_class)->dispose (object);
}

static void
deliver_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  steward_case_follow_deliver (STEWARD_CASE_PAGE (widget)->follow);
}

static void
verify_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  steward_case_follow_verify (STEWARD_CASE_PAGE (widget)->follow);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "case.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "case.step", "i", step_action);
  gtk_widget_class_install_action (widget_class, "case.explain", NULL, explain_action);
  gtk_widget_class_install_action (widget_class, "case.deliver", NULL, deliver_action);
  gtk_widget_class_install_action (widget_class, "case.verify", NULL, verify_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "case.deliver", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, GDK_CONTROL_MASK, "case.verify", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "case.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "case.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_ALT_MASK, "case.step", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_ALT_MASK, "case.step", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "case.explain", NULL);
}

static void
steward_case_page_class_init (StewardCasePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  StewardPageClass *page_class = STEWARD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_case_page_dispose;
  page_class->bind = steward_case_page_bind;
  page_class->refresh = steward_case_page_refresh;
  page_class->commit = steward_case_page_commit;
  page_class->zoom = steward_case_page_zoom;

  g_type_ensure (STEWARD_TYPE_CASE_STRIP);
  g_type_ensure (STEWARD_TYPE_CASE_SEGMENTS);
  g_type_ensure (STEWARD_TYPE_CASE_FOLLOW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-case-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StewardCasePage, stack);
  gtk_widget_class_bind_template_child (widget_class, StewardCasePage, light);
  gtk_widget_class_bind_template_child (widget_class, StewardCasePage, title);
  gtk_widget_class_bind_template_child (widget_class, StewardCasePage, explain);
  gtk_widget_class_bind_template_child (widget_class, StewardCasePage, paned);
  gtk_widget_class_bind_template_child (widget_class, StewardCasePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, StewardCasePage, body);
  gtk_widget_class_bind_template_child (widget_class, StewardCasePage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, StewardCasePage, segments);
  gtk_widget_class_bind_template_child (widget_class, StewardCasePage, figures);
  gtk_widget_class_bind_template_child (widget_class, StewardCasePage, messages);
  gtk_widget_class_bind_template_child (widget_class, StewardCasePage, follow);
  gtk_widget_class_bind_template_child (widget_class, StewardCasePage, strip);
  gtk_widget_class_bind_template_callback (widget_class, explain_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  add_keys (widget_class);
}

static void
steward_case_page_init (StewardCasePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  steward_ui_space_tooltips (GTK_WIDGET (self));
  g_signal_connect_object (self->segments, "choose", G_CALLBACK (segment_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->body, steward_columns_new (build_work (self), build_facts (self), COLUMNS_WIDTH));
}

void
steward_case_page_show_item (StewardCasePage *self,
                             const char      *item,
                             const char      *back)
{
  g_autofree char *shown = g_strdup (item);

  g_return_if_fail (STEWARD_IS_CASE_PAGE (self));
  g_return_if_fail (item != NULL);

  /* What is typed belongs to the case before. */
  if (self->item != NULL)
    steward_case_facts_commit (self->facts);
  g_free (self->item);
  self->item = g_steal_pointer (&shown);
  if (back != NULL)
    {
      g_free (self->back);
      self->back = g_strdup (back);
    }
  self->enter = TRUE;
  steward_page_queue (STEWARD_PAGE (self));
}

const char *
steward_case_page_get_item (StewardCasePage *self)
{
  g_return_val_if_fail (STEWARD_IS_CASE_PAGE (self), NULL);

  return self->item;
}

StewardCaseEntry *
steward_case_page_get_entry (StewardCasePage *self)
{
  g_return_val_if_fail (STEWARD_IS_CASE_PAGE (self), NULL);

  return self->entry;
}

StewardCaseStrip *
steward_case_page_get_strip (StewardCasePage *self)
{
  g_return_val_if_fail (STEWARD_IS_CASE_PAGE (self), NULL);

  return self->strip;
}
