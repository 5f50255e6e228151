/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-presenter-window.h"

#include <glib/gi18n-lib.h>

#include "steward-compat.h"
#include "steward-error.h"
#include "steward-items-list.h"
#include "steward-meeting-draft.h"
#include "steward-meeting-end.h"
#include "steward-slide-view.h"
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
  AdwBin                 *decisions;
  AdwViewStack           *stack;

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
  g_autoptr (GPtrArray) decisions = steward_presentation_list_decisions (self->presentation);
  g_autofree char *body = NULL;

  if (self->asking)
    return;
  if (decisions->len == 0)
    {
      finish (self);
      return;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (responses); i++)
    {
      labelled[i] = responses[i];
      labelled[i].label = responses[i].label != NULL ? _(responses[i].label) : NULL;
    }
  body = g_strdup_printf (ngettext ("%u decision becomes part of the project, as one change that can be undone.",
                                    "%u decisions become part of the project, as one change that can be undone.",
                                    decisions->len),
                          decisions->len);
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
  gtk_widget_class_bind_template_child (widget_class, StewardPresenterWindow, decisions);
  gtk_widget_class_bind_template_child (widget_class, StewardPresenterWindow, stack);
  gtk_widget_class_bind_template_callback (widget_class, end_cb);

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
  gtk_widget_add_controller (GTK_WIDGET (self), steward_projector_window_new_keys ());
  g_signal_connect_object (self->projector, "end-wanted", G_CALLBACK (end_cb), self, G_CONNECT_SWAPPED);
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
  adw_bin_set_child (self->voices, steward_voices_list_new (presentation));
  add_decisions (self);
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
