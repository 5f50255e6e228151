/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-presenter-window.h"

#include <glib/gi18n-lib.h>

#include "steward-compat.h"
#include "steward-error.h"
#include "steward-items-list.h"
#include "steward-meeting-draft.h"
#include "steward-meeting-end.h"
#include "steward-projector-keys.h"
#include "steward-slide-view.h"
#include "steward-turn-bar.h"
#include "steward-ui-text.h"
#include "steward-voices-list.h"

struct _StewardPresenterWindow
{
  AdwWindow               parent_instance;

  GtkPicture             *picture;
  GtkLabel               *place;
  GtkLabel               *next;
  GtkLabel               *time;
  GtkTextView            *note;
  GtkTextView            *minutes;
  GtkStack               *items;
  AdwBin                 *voices;
  AdwBin                 *turn;
  GtkWidget              *list;        /* of the voices */
  AdwBin                 *decisions;
  AdwViewStack           *stack;
  GtkEditable            *title;
  GtkEditable            *venue;
  GtkMenuButton          *monitors;

  StewardPresentation    *presentation;
  StewardProjectorWindow *projector;
  StewardMeetingDraft    *draft;
  GtkWidget              *over;        /* what the question at the end asks besides */
  guint                   tick;
  gboolean                turning;
  gboolean                asking;      /* or ending */
  gboolean                put_over;
};

enum { RECORDED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardPresenterWindow, steward_presenter_window, ADW_TYPE_WINDOW)

static void
show_note (StewardPresenterWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note);

  self->turning = TRUE;
  gtk_text_buffer_set_text (buffer, steward_presentation_get_slide (self->presentation)->note, -1);
  self->turning = FALSE;
}

static void
note_cb (StewardPresenterWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note);
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  if (self->turning)
    return;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  steward_presentation_set_note (self->presentation, text);
}

static void
show_items (StewardPresenterWindow *self,
            const StewardStage     *stage)
{
  const char *name = stage != NULL ? stage->id : "none";

  if (gtk_stack_get_child_by_name (self->items, name) == NULL)
    gtk_stack_add_named (self->items, steward_items_list_new (self->presentation, stage), name);
  gtk_stack_set_visible_child_name (self->items, name);
}

/* What can be decided on the slide, unless the steward is writing. */
static void
show_page (StewardPresenterWindow *self,
           StewardSlideKind        kind)
{
  static const char * const pages[] = {
    [STEWARD_SLIDE_AGENDA] = "items", [STEWARD_SLIDE_ATTENDANCE] = "opinions", [STEWARD_SLIDE_STAGE] = "items",
    [STEWARD_SLIDE_OPINIONS] = "opinions", [STEWARD_SLIDE_DECISIONS] = "decisions"
  };

  if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->stack), "minutes") != 0)
    adw_view_stack_set_visible_child_name (self->stack, pages[kind]);
}

static void
moved_cb (StewardPresenterWindow *self)
{
  GPtrArray *slides = steward_presentation_get_slides (self->presentation);
  guint position = steward_presentation_get_position (self->presentation);
  const StewardSlide *slide = steward_presentation_get_slide (self->presentation);
  g_autofree char *place = NULL, *next = NULL;

  /* Translators: number of a slide, how many there are, and its title. */
  place = g_strdup_printf (_("%u of %u: %s"), position + 1, slides->len, slide->title);
  gtk_label_set_text (self->place, place);
  if (position + 1 < slides->len)
    /* Translators: title of the slide that comes next. */
    next = g_strdup_printf (_("Next: %s"),
                            ((const StewardSlide *) g_ptr_array_index (slides, position + 1))->title);
  gtk_label_set_text (self->next, next != NULL ? next : "");
  show_note (self);
  show_items (self, slide->stage);
  show_page (self, slide->kind);
}

static void
words_wanted_cb (StewardPresenterWindow *self)
{
  const StewardTurn *turn = steward_presentation_get_turn (self->presentation);

  if (turn == NULL || !gtk_window_is_active (GTK_WINDOW (self)))
    return;

  if (turn->item != NULL)
    {
      gtk_widget_grab_focus (adw_bin_get_child (self->turn));
      return;
    }
  adw_view_stack_set_visible_child_name (self->stack, "opinions");
  steward_voices_list_enter_words (STEWARD_VOICES_LIST (self->list));
}

static void
title_cb (StewardPresenterWindow *self)
{
  steward_presentation_set_title (self->presentation, gtk_editable_get_text (self->title));
}

static void
venue_cb (StewardPresenterWindow *self)
{
  steward_presentation_set_place (self->presentation, gtk_editable_get_text (self->venue));
}

/* The minutes are the steward's; what was changed is there to begin with. */
static void
insert_cb (StewardPresenterWindow *self)
{
  g_autoptr (GPtrArray) decisions = steward_presentation_list_decisions (self->presentation);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->minutes);

  for (guint i = 0; i < decisions->len; i++)
    {
      g_autofree char *line = g_strdup_printf ("%s\n", (const char *) g_ptr_array_index (decisions, i));

      gtk_text_buffer_insert_at_cursor (buffer, line, -1);
    }
  if (decisions->len == 0)
    gtk_widget_error_bell (GTK_WIDGET (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->minutes));
}

static gboolean
tick_cb (gpointer user_data)
{
  StewardPresenterWindow *self = user_data;
  int seconds = steward_presentation_get_elapsed (self->presentation);
  g_autofree char *text = g_strdup_printf ("%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);

  gtk_label_set_text (self->time, text);

  return G_SOURCE_CONTINUE;
}

static void
close_cb (gpointer user_data)
{
  g_autoptr (StewardPresenterWindow) self = user_data;

  if (self->projector != NULL)
    gtk_window_destroy (GTK_WINDOW (self->projector));
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Not while the question or a key of one of the windows is being answered. */
static void
finish (StewardPresenterWindow *self)
{
  steward_meeting_draft_drop (self->draft);
  g_idle_add_once (close_cb, g_object_ref (self));
}

/* What was decided is not lost for want of its papers. */
static gboolean
record_without_papers (StewardPresenterWindow *self,
                       const GError           *reason)
{
  g_autoptr (GError) error = NULL;

  if (!g_error_matches (reason, STEWARD_ERROR, STEWARD_ERROR_RENDER)
      || !steward_presentation_record (self->presentation, self->put_over, NULL, &error))
    return FALSE;

  steward_compat_tell (gtk_window_get_transient_for (GTK_WINDOW (self)), _("The Papers of the Meeting Cannot Be Made"),
                       reason->message);

  return TRUE;
}

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (StewardPresenterWindow) self = user_data;
  g_autoptr (GPtrArray) papers = NULL;
  g_autoptr (GError) error = NULL;

  /* The program ended while the papers were made; the draft is kept. */
  if (self->presentation == NULL)
    return;

  self->asking = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (!steward_meeting_end_finish (STEWARD_PRESENTATION (source), result, &papers, &error)
      && !record_without_papers (self, error))
    {
      steward_compat_tell (GTK_WINDOW (self), _("The Meeting Cannot Be Recorded"), error->message);
      return;
    }
  if (papers == NULL)
    papers = g_ptr_array_new ();
  g_signal_emit (self, signals[RECORDED], 0, papers);
  finish (self);
}

static void
answered_cb (const char *response,
             gpointer    user_data)
{
  StewardPresenterWindow *self = user_data;

  self->put_over = self->over != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->over));
  self->over = NULL;
  self->asking = g_str_equal (response, "record");
  if (g_str_equal (response, "discard"))
    finish (self);
  if (!self->asking)
    return;

  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  steward_meeting_end_async (self->presentation, self->put_over, ended_cb, g_object_ref (self));
}

/* NULL when nobody else decided otherwise meanwhile. */
static GtkWidget *
new_question (StewardPresenterWindow *self)
{
  g_autoptr (GPtrArray) rivals = steward_presentation_list_rivals (self->presentation);
  g_autofree char *label = NULL, *names = NULL;

  if (rivals->len == 0)
    return NULL;

  g_ptr_array_add (rivals, NULL);
  names = g_strjoinv ("\n", (char **) rivals->pdata);
  /* Translators: a list of changes, a line each. */
  label = g_strdup_printf (_("Also put over what somebody else changed meanwhile:\n%s"), names);

  return gtk_check_button_new_with_label (label);
}

/* In figures; the room has seen the rest. */
static char *
describe (StewardPresenterWindow *self)
{
  g_autoptr (GPtrArray) voices = steward_presentation_list_voices (self->presentation);
  g_autoptr (GPtrArray) decisions = steward_presentation_list_decisions (self->presentation);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (2, voices->len); i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (voices, i));
  if (decisions->len > 0)
    g_string_append_printf (text, ngettext ("%u change of the project", "%u changes of the project", decisions->len),
                            decisions->len);
  if (decisions->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, _("All of it becomes part of the project as one change that can be undone, with the opinion "
                           "and the minutes as PDF."));

  return g_string_free (text, FALSE);
}

static void
end_cb (StewardPresenterWindow *self)
{
  static const StewardResponse responses[] = {
    { "stay", N_("_Go On"), FALSE },
    { "discard", N_("_Discard"), TRUE },
    { "record", N_("_Record"), FALSE },
    { NULL, NULL, FALSE }
  };
  StewardResponse labelled[G_N_ELEMENTS (responses)];
  g_autofree char *body = NULL;

  if (self->asking)
    return;
  if (!steward_presentation_has_decisions (self->presentation))
    {
      finish (self);
      return;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (responses); i++)
    {
      labelled[i] = responses[i];
      labelled[i].label = responses[i].label != NULL ? _(responses[i].label) : NULL;
    }
  body = describe (self);
  self->over = new_question (self);
  self->asking = TRUE;
  steward_compat_ask (GTK_WINDOW (self), _("End the Meeting?"), body, self->over, labelled, answered_cb, self, NULL);
  gtk_window_present (GTK_WINDOW (self));
}

static gboolean
steward_presenter_window_close_request (GtkWindow *window)
{
  end_cb (STEWARD_PRESENTER_WINDOW (window));

  return GDK_EVENT_STOP;
}

static void
steward_presenter_window_dispose (GObject *object)
{
  StewardPresenterWindow *self = STEWARD_PRESENTER_WINDOW (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  if (self->picture != NULL)
    gtk_picture_set_paintable (self->picture, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), STEWARD_TYPE_PRESENTER_WINDOW);
  g_clear_object (&self->draft);
  g_clear_object (&self->projector);
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (steward_presenter_window_parent_class)->dispose (object);
}

static void
steward_presenter_window_class_init (StewardPresenterWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_presenter_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = steward_presenter_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-presenter-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StewardPresenterWindow, picture);
  gtk_widget_class_bind_template_child (widget_class, StewardPresenterWindow, place);
  gtk_widget_class_bind_template_child (widget_class, StewardPresenterWindow, next);
  gtk_widget_class_bind_template_child (widget_class, StewardPresenterWindow, time);
  gtk_widget_class_bind_template_child (widget_class, StewardPresenterWindow, note);
  gtk_widget_class_bind_template_child (widget_class, StewardPresenterWindow, minutes);
  gtk_widget_class_bind_template_child (widget_class, StewardPresenterWindow, items);
  gtk_widget_class_bind_template_child (widget_class, StewardPresenterWindow, voices);
  gtk_widget_class_bind_template_child (widget_class, StewardPresenterWindow, turn);
  gtk_widget_class_bind_template_child (widget_class, StewardPresenterWindow, decisions);
  gtk_widget_class_bind_template_child (widget_class, StewardPresenterWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, StewardPresenterWindow, title);
  gtk_widget_class_bind_template_child (widget_class, StewardPresenterWindow, venue);
  gtk_widget_class_bind_template_child (widget_class, StewardPresenterWindow, monitors);
  gtk_widget_class_bind_template_callback (widget_class, end_cb);
  gtk_widget_class_bind_template_callback (widget_class, insert_cb);

  /* What was decided is part of the project now; its papers, as GBytes. */
  signals[RECORDED] =
    g_signal_new ("recorded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
steward_presenter_window_init (StewardPresenterWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  steward_ui_space_tooltips (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->note), "changed", G_CALLBACK (note_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
attach_projector (StewardPresenterWindow *self)
{
  GtkWidget *content;
  g_autoptr (GdkPaintable) paintable = NULL;

  self->projector = g_object_ref (STEWARD_PROJECTOR_WINDOW (steward_projector_window_new (self->presentation)));
  content = steward_projector_window_get_content (self->projector);
  paintable = gtk_widget_paintable_new (content);
  gtk_picture_set_paintable (self->picture, paintable);
  gtk_text_view_set_buffer (self->minutes, steward_projector_window_get_minutes (self->projector));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "present", steward_projector_window_get_actions (self->projector));
  steward_projector_keys_add (GTK_WIDGET (self));
  g_signal_connect_object (self->projector, "end-wanted", G_CALLBACK (end_cb), self, G_CONNECT_SWAPPED);
}

/* As they are now: one may have been plugged in. */
static void
fill_monitors (GtkMenuButton *button,
               gpointer       user_data)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (button)));
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      g_autofree char *name = steward_projector_window_name_monitor (monitor);
      g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

      g_menu_item_set_action_and_target (item, "present.project-on", "s", gdk_monitor_get_connector (monitor));
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
add_decisions (StewardPresenterWindow *self)
{
  GPtrArray *slides = steward_presentation_get_slides (self->presentation);

  for (guint i = 0; i < slides->len; i++)
    {
      const StewardSlide *slide = g_ptr_array_index (slides, i);

      if (slide->kind == STEWARD_SLIDE_DECISIONS)
        adw_bin_set_child (self->decisions, steward_slide_view_new (self->presentation, slide));
    }
}

GtkWidget *
steward_presenter_window_new (GtkWindow           *parent,
                              StewardPresentation *presentation)
{
  StewardPresenterWindow *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (STEWARD_IS_PRESENTATION (presentation), NULL);

  self = g_object_new (STEWARD_TYPE_PRESENTER_WINDOW, "transient-for", parent, NULL);
  self->presentation = g_object_ref (presentation);
  self->draft = steward_meeting_draft_new (presentation);
  attach_projector (self);
  self->list = steward_voices_list_new (presentation, STEWARD_VOICES_ATTENDANCE | STEWARD_VOICES_PERSONS
                                                      | STEWARD_VOICES_OPINIONS);
  adw_bin_set_child (self->voices, self->list);
  adw_bin_set_child (self->turn, steward_turn_bar_new (presentation, TRUE));
  add_decisions (self);
  gtk_editable_set_text (self->title, steward_presentation_get_title (presentation));
  gtk_editable_set_text (self->venue, steward_presentation_get_place (presentation));
  g_signal_connect_object (self->title, "changed", G_CALLBACK (title_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->venue, "changed", G_CALLBACK (venue_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_create_popup_func (self->monitors, fill_monitors, self, NULL);
  g_signal_connect_object (presentation, "words-wanted", G_CALLBACK (words_wanted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presentation, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  moved_cb (self);
  self->tick = g_timeout_add_seconds (1, tick_cb, self);
  tick_cb (self);

  return GTK_WIDGET (self);
}

StewardPresentation *
steward_presenter_window_get_presentation (StewardPresenterWindow *self)
{
  g_return_val_if_fail (STEWARD_IS_PRESENTER_WINDOW (self), NULL);

  return self->presentation;
}

StewardProjectorWindow *
steward_presenter_window_get_projector (StewardPresenterWindow *self)
{
  g_return_val_if_fail (STEWARD_IS_PRESENTER_WINDOW (self), NULL);

  return self->projector;
}
