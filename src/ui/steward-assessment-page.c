/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-assessment-page.h"

#include <glib/gi18n-lib.h>

#include "steward-assessment-form.h"
#include "steward-blank-slot.h"
#include "steward-form-head.h"
#include "steward-list-guard.h"
#include "steward-pinyin.h"
#include "steward-questionnaire.h"
#include "steward-sections-menu.h"
#include "steward-text-field.h"
#include "steward-ui-text.h"

struct _StewardAssessmentPage
{
  StewardPage           parent_instance;

  AdwFlap              *flap;
  GtkWidget            *questions_button;
  GtkToggleButton      *only_ticked;
  StewardSectionsMenu  *sections;
  GtkScrolledWindow    *scroller;
  GtkBox               *form;
  GtkBox               *jumps;
  GtkLabel             *summary;
  GtkButton            *accept_all;
  GtkSearchBar         *search_bar;
  GtkSearchEntry       *search_entry;
  GtkWidget            *nothing_found;
  StewardQuestionnaire *questionnaire;

  StewardFormHead      *head;        /* above the parts, once there are any */
  StewardFormWidgets    widgets;
  GHashTable           *by_box;      /* box id → StewardBoxRow */
  GPtrArray            *parts;       /* widgets of the parts built so far */
  guint                 next_part;
  guint                 build_idle;
};

G_DEFINE_FINAL_TYPE (StewardAssessmentPage, steward_assessment_page, STEWARD_TYPE_PAGE)

static GPtrArray *
pack_parts (StewardAssessmentPage *self)
{
  StewardSession *session = steward_page_get_session (STEWARD_PAGE (self));

  return steward_pack_get_parts (steward_project_get_pack (steward_session_get_project (session)));
}

static void
clear_form (StewardAssessmentPage *self)
{
  g_clear_handle_id (&self->build_idle, g_source_remove);
  self->next_part = 0;
  g_hash_table_remove_all (self->by_box);
  steward_form_widgets_forget (&self->widgets);
  g_ptr_array_set_size (self->parts, 0);
  self->head = NULL;
  steward_ui_clear (GTK_WIDGET (self->form));
  steward_ui_clear (GTK_WIDGET (self->jumps));
}

static void
update_summary (StewardAssessmentPage *self,
                guint                  n_hints,
                guint                  n_doubts)
{
  StewardSession *session = steward_page_get_session (STEWARD_PAGE (self));
  StewardProject *project = steward_session_get_project (session);
  GPtrArray *parts = pack_parts (self);
  g_autofree char *ticked = NULL;
  g_autofree char *hints = NULL;
  g_autofree char *doubts = NULL;
  g_autofree char *text = NULL;
  guint n_ticked = steward_project_get_rows (project)->len;

  for (guint p = 0; p < parts->len; p++)
    {
      const StewardPart *part = g_ptr_array_index (parts, p);

      for (guint g = 0; g < part->groups->len; g++)
        {
          const StewardGroup *group = g_ptr_array_index (part->groups, g);

          for (guint b = 0; b < group->boxes->len; b++)
            {
              const StewardBox *box = g_ptr_array_index (group->boxes, b);

              if (box->kind != STEWARD_BOX_BLANK && steward_project_is_ticked (project, box->id))
                n_ticked++;
            }
        }
    }

  ticked = g_strdup_printf (ngettext ("%u ticked", "%u ticked", n_ticked), n_ticked);
  hints = g_strdup_printf (ngettext ("%u suggestion", "%u suggestions", n_hints), n_hints);
  doubts = g_strdup_printf (ngettext ("%u no longer called for", "%u no longer called for", n_doubts), n_doubts);
  text = steward_ui_join (ticked, n_hints > 0 ? hints : "", n_doubts > 0 ? doubts : "", NULL);
  gtk_label_set_text (self->summary, text);
  gtk_widget_set_visible (GTK_WIDGET (self->accept_all), n_hints > 0);
}

static void
update_form (StewardAssessmentPage *self)
{
  guint n_hints, n_doubts;

  if (self->head != NULL)
    steward_form_head_update (self->head);
  n_hints = steward_form_widgets_update (&self->widgets, steward_page_get_session (STEWARD_PAGE (self)), &n_doubts);
  update_summary (self, n_hints, n_doubts);
}

static gboolean
has_shown (GPtrArray *inner,
           GtkWidget *outer)
{
  for (guint i = 0; i < inner->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (inner, i);

      if (gtk_widget_get_visible (widget) && gtk_widget_is_ancestor (widget, outer))
        return TRUE;
    }
  return FALSE;
}

/* Hides of @outer what has nothing left to show of @inner. */
static void
hide_empty (GPtrArray *outer,
            GPtrArray *inner)
{
  for (guint i = 0; i < outer->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (outer, i);

      gtk_widget_set_visible (widget, has_shown (inner, widget));
    }
}

static gboolean
is_part (const StewardSectionPart *part,
         const char               *id)
{
  return part == NULL || steward_section_part_has (part, id);
}

static guint
show_matches (StewardAssessmentPage *self,
              const char            *needle,
              gboolean               only)
{
  const StewardSectionPart *part = steward_sections_menu_get_part (self->sections);
  gboolean all = *needle == '\0' && !only;
  guint n_shown = 0;

  for (guint i = 0; i < self->widgets.rows->len; i++)
    {
      StewardBoxRow *row = g_ptr_array_index (self->widgets.rows, i);
      gboolean shown = steward_box_row_matches (row, needle) && (!only || steward_box_row_is_ticked (row))
                       && is_part (part, steward_box_row_get_box (row)->id);

      gtk_widget_set_visible (GTK_WIDGET (row), shown);
      n_shown += shown;
    }
  for (guint i = 0; i < self->widgets.slots->len; i++)
    {
      StewardBlankSlot *slot = g_ptr_array_index (self->widgets.slots, i);
      gboolean shown = (all || steward_blank_slot_matches (slot, needle))
                       && is_part (part, steward_blank_slot_get_box (slot)->id);

      gtk_widget_set_visible (GTK_WIDGET (slot), shown);
      n_shown += shown;
    }
  for (guint i = 0; i < self->widgets.fields->len; i++)
    {
      StewardTextField *field = g_ptr_array_index (self->widgets.fields, i);
      gboolean shown = (all || steward_text_field_matches (field, needle))
                       && is_part (part, steward_text_field_get_group (field)->id);

      gtk_widget_set_visible (GTK_WIDGET (field), shown);
      n_shown += shown;
    }
  return n_shown;
}

/* What was filtered once stays while it is ticked and unticked: nothing shall
 * vanish below the pointer. */
static void
filter (StewardAssessmentPage *self)
{
  g_autofree char *needle = steward_search_fold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  gboolean only = gtk_toggle_button_get_active (self->only_ticked);
  gboolean whole;
  guint n_shown;

  g_strstrip (needle);
  whole = !only && *needle == '\0' && steward_sections_menu_get_part (self->sections) == NULL;
  /* A folded group keeps its rows to itself. */
  for (guint i = 0; !whole && i < self->widgets.expanders->len; i++)
    gtk_expander_set_expanded (g_ptr_array_index (self->widgets.expanders, i), TRUE);

  n_shown = show_matches (self, needle, only);
  if (self->head != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->head), whole);
  for (guint i = 0; i < self->widgets.groups->len; i++)
    {
      GtkWidget *group = g_ptr_array_index (self->widgets.groups, i);

      gtk_widget_set_visible (group, whole || has_shown (self->widgets.rows, group)
                                     || has_shown (self->widgets.slots, group)
                                     || has_shown (self->widgets.fields, group));
    }
  hide_empty (self->widgets.columns, self->widgets.groups);
  hide_empty (self->widgets.sections, self->widgets.groups);
  hide_empty (self->parts, self->widgets.sections);
  gtk_widget_set_visible (self->nothing_found, n_shown == 0);
}

static void
scroll_to_part (StewardAssessmentPage *self,
                guint                  index)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_point_t point;

  if (index >= self->parts->len)
    return;
  if (gtk_widget_compute_point (g_ptr_array_index (self->parts, index), GTK_WIDGET (self->form),
                                &GRAPHENE_POINT_INIT (0, 0), &point))
    gtk_adjustment_set_value (adjustment, point.y);
}

static void
jump_cb (StewardAssessmentPage *self,
         GtkWidget             *button)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "part"));

  scroll_to_part (self, index);
  steward_assessment_form_enter (g_ptr_array_index (self->parts, index));
}

static void
add_jump (StewardAssessmentPage *self,
          const StewardPart     *part,
          guint                  index)
{
  g_autofree char *name = g_strdup_printf (_("Go to: %s"), part->title);
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), steward_ui_stage_label_new (part->stage));
  g_object_set_data (G_OBJECT (button), "part", GUINT_TO_POINTER (index));
  steward_ui_set_tooltip (button, part->title);
  steward_ui_set_label (button, name);
  g_signal_connect_object (button, "clicked", G_CALLBACK (jump_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->jumps, button);
}

static void
build_next_part (StewardAssessmentPage *self)
{
  GPtrArray *parts = pack_parts (self);
  const StewardPart *part = g_ptr_array_index (parts, self->next_part);
  guint first_row = self->widgets.rows->len;
  GtkWidget *widget;

  widget = steward_assessment_form_build_part (steward_page_get_session (STEWARD_PAGE (self)),
                                               part, &self->widgets);
  for (guint i = first_row; i < self->widgets.rows->len; i++)
    {
      StewardBoxRow *row = g_ptr_array_index (self->widgets.rows, i);

      g_hash_table_insert (self->by_box, steward_box_row_get_box (row)->id, row);
    }

  gtk_box_append (self->form, widget);
  g_ptr_array_add (self->parts, widget);
  add_jump (self, part, self->next_part);
  self->next_part++;
}

/* The first part is built at once, the others one per idle moment, so that
 * opening the page never holds up a frame for all 170 rows. */
static gboolean
build_idle_cb (gpointer user_data)
{
  StewardAssessmentPage *self = user_data;

  build_next_part (self);
  update_form (self);
  if (gtk_search_bar_get_search_mode (self->search_bar) || gtk_toggle_button_get_active (self->only_ticked)
      || steward_sections_menu_get_part (self->sections) != NULL)
    filter (self);
  if (self->next_part < pack_parts (self)->len)
    return G_SOURCE_CONTINUE;

  self->build_idle = 0;

  return G_SOURCE_REMOVE;
}

static void
build_form (StewardAssessmentPage *self)
{
  steward_questionnaire_set_session (self->questionnaire, steward_page_get_session (STEWARD_PAGE (self)));
  if (pack_parts (self)->len == 0)
    return;

  self->head = STEWARD_FORM_HEAD (steward_form_head_new (steward_page_get_session (STEWARD_PAGE (self))));
  gtk_box_append (self->form, GTK_WIDGET (self->head));
  build_next_part (self);
  if (self->next_part < pack_parts (self)->len)
    self->build_idle = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, build_idle_cb, self, NULL);
}

static void
accept_all_cb (StewardAssessmentPage *self)
{
  StewardSession *session = steward_page_get_session (STEWARD_PAGE (self));
  g_autoptr (GPtrArray) hints = steward_project_get_hints (steward_session_get_project (session));
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; i < hints->len; i++)
    {
      const StewardHint *hint = g_ptr_array_index (hints, i);

      steward_project_set_tick (steward_session_get_project (session), hint->box->id, TRUE,
                                steward_session_get_actor (session), NULL);
      if (hint->box->item != NULL)
        g_ptr_array_add (items, hint->box->item->id);
    }
  /* The unit's list is asked of once for all. */
  g_ptr_array_add (items, NULL);
  steward_list_guard_ask (GTK_WIDGET (self), session, (const char * const *) items->pdata);
}

/* Who asks for the questions wants to answer them; they can take the focus
 * only once they are there. */
static void
revealed_cb (StewardAssessmentPage *self)
{
  if (adw_flap_get_reveal_progress (self->flap) >= 1.0 && gtk_widget_has_focus (self->questions_button))
    gtk_widget_child_focus (GTK_WIDGET (self->questionnaire), GTK_DIR_TAB_FORWARD);
}

static void
search_changed_cb (StewardAssessmentPage *self)
{
  filter (self);
}

/* What is found is worked on: Enter and Down go from the words to the first
 * match, even when they were typed a moment ago. */
static void
search_activate_cb (StewardAssessmentPage *self)
{
  filter (self);
  steward_assessment_form_enter (GTK_WIDGET (self->form));
}

static gboolean
search_down_cb (GtkWidget *widget,
                GVariant  *arguments,
                gpointer   user_data)
{
  search_activate_cb (user_data);

  return TRUE;
}

/* Letters that nothing in the form takes begin a search. */
static gboolean
key_cb (StewardAssessmentPage *self,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        GtkEventController    *controller)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self->search_entry));

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0
      || !g_unichar_isgraph (gdk_keyval_to_unicode (key)))
    return FALSE;

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));

  return gtk_event_controller_key_forward (GTK_EVENT_CONTROLLER_KEY (controller), GTK_WIDGET (text));
}

static void
add_keys (StewardAssessmentPage *self)
{
  GtkEventController *typing = gtk_event_controller_key_new ();
  GtkEventController *down = gtk_shortcut_controller_new ();

  steward_assessment_form_add_keys (GTK_WIDGET (self->form));
  g_signal_connect_swapped (typing, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->form), typing);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (down),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down, 0),
                                                          gtk_callback_action_new (search_down_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), down);
}

static void
steward_assessment_page_bind (StewardPage    *page,
                              StewardSession *session)
{
  StewardAssessmentPage *self = STEWARD_ASSESSMENT_PAGE (page);

  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_toggle_button_set_active (self->only_ticked, FALSE);
  clear_form (self);
  steward_questionnaire_set_session (self->questionnaire, NULL);
  steward_sections_menu_set_session (self->sections, NULL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
steward_assessment_page_refresh (StewardPage *page)
{
  StewardAssessmentPage *self = STEWARD_ASSESSMENT_PAGE (page);

  if (self->next_part == 0)
    build_form (self);
  steward_sections_menu_set_session (self->sections, steward_page_get_session (page));
  steward_sections_menu_update (self->sections);
  update_form (self);
}

static void
steward_assessment_page_find (StewardPage *page)
{
  StewardAssessmentPage *self = STEWARD_ASSESSMENT_PAGE (page);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
steward_assessment_page_commit (StewardPage *page)
{
  steward_form_widgets_commit (&STEWARD_ASSESSMENT_PAGE (page)->widgets);
}

/* Who comes here wants to tick. */
static void
steward_assessment_page_enter (StewardPage *page)
{
  if (!steward_assessment_form_enter (GTK_WIDGET (STEWARD_ASSESSMENT_PAGE (page)->form)))
    gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
}

static void
steward_assessment_page_dispose (GObject *object)
{
  StewardAssessmentPage *self = STEWARD_ASSESSMENT_PAGE (object);

  g_clear_handle_id (&self->build_idle, g_source_remove);
  steward_page_dispose_template (STEWARD_PAGE (self), STEWARD_TYPE_ASSESSMENT_PAGE);

  G_OBJECT_CLASS (steward_assessment_page_parent_class)->dispose (object);
}

static void
steward_assessment_page_finalize (GObject *object)
{
  StewardAssessmentPage *self = STEWARD_ASSESSMENT_PAGE (object);

  steward_form_widgets_clear (&self->widgets);
  g_ptr_array_unref (self->parts);
  g_hash_table_unref (self->by_box);

  G_OBJECT_CLASS (steward_assessment_page_parent_class)->finalize (object);
}

static void
steward_assessment_page_class_init (StewardAssessmentPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  StewardPageClass *page_class = STEWARD_PAGE_CLASS (klass);

  object_class->dispose = steward_assessment_page_dispose;
  object_class->finalize = steward_assessment_page_finalize;
  page_class->bind = steward_assessment_page_bind;
  page_class->refresh = steward_assessment_page_refresh;
  page_class->find = steward_assessment_page_find;
  page_class->commit = steward_assessment_page_commit;
  page_class->enter = steward_assessment_page_enter;

  g_type_ensure (STEWARD_TYPE_QUESTIONNAIRE);
  g_type_ensure (STEWARD_TYPE_SECTIONS_MENU);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-assessment-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StewardAssessmentPage, flap);
  gtk_widget_class_bind_template_child (widget_class, StewardAssessmentPage, questions_button);
  gtk_widget_class_bind_template_child (widget_class, StewardAssessmentPage, only_ticked);
  gtk_widget_class_bind_template_child (widget_class, StewardAssessmentPage, sections);
  gtk_widget_class_bind_template_child (widget_class, StewardAssessmentPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, StewardAssessmentPage, form);
  gtk_widget_class_bind_template_child (widget_class, StewardAssessmentPage, jumps);
  gtk_widget_class_bind_template_child (widget_class, StewardAssessmentPage, summary);
  gtk_widget_class_bind_template_child (widget_class, StewardAssessmentPage, accept_all);
  gtk_widget_class_bind_template_child (widget_class, StewardAssessmentPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, StewardAssessmentPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, StewardAssessmentPage, nothing_found);
  gtk_widget_class_bind_template_child (widget_class, StewardAssessmentPage, questionnaire);
  gtk_widget_class_bind_template_callback (widget_class, accept_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, revealed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
steward_assessment_page_init (StewardAssessmentPage *self)
{
  steward_form_widgets_init (&self->widgets);
  self->parts = g_ptr_array_new ();
  self->by_box = g_hash_table_new (g_str_hash, g_str_equal);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  add_keys (self);
}

StewardBoxRow *
steward_assessment_page_find_row (StewardAssessmentPage *self,
                                  const char            *box)
{
  g_return_val_if_fail (STEWARD_IS_ASSESSMENT_PAGE (self), NULL);
  g_return_val_if_fail (box != NULL, NULL);

  return g_hash_table_lookup (self->by_box, box);
}
