/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-projector-window.h"

#include <glib/gi18n-lib.h>

#include "steward-answer-buttons.h"
#include "steward-flowchart.h"
#include "steward-pen-layer.h"
#include "steward-projector-keys.h"
#include "steward-slide-view.h"
#include "steward-ui-text.h"

/* Type of 20 points on a projector of 1024 × 768, and as much larger as the
 * monitor is. */
#define BASE_WIDTH  1024.0
#define BASE_HEIGHT 768.0
#define BASE_SIZE   27.0

struct _StewardProjectorWindow
{
  GtkWindow            parent_instance;

  StewardPresentation *presentation;
  GSimpleActionGroup  *actions;
  GtkTextBuffer       *minutes;
  GtkCssProvider      *type;

  GtkWidget           *content;
  GtkLabel            *title;
  GtkLabel            *place;        /* which slide of how many */
  GtkStack            *stack;
  GtkWidget           *pen;
  GtkWidget           *black;
  GtkWidget           *paper;        /* of the minutes */
  double               size;
  int                  width;
  int                  height;
  guint                resizing;
};

enum { END_WANTED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardProjectorWindow, steward_projector_window, GTK_TYPE_WINDOW)

static StewardSlideView *
get_view (StewardProjectorWindow *self)
{
  return STEWARD_SLIDE_VIEW (gtk_stack_get_visible_child (self->stack));
}

static gboolean
get_state (StewardProjectorWindow *self,
           const char             *name)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self->actions), name);

  return g_variant_get_boolean (state);
}

static void
set_state (StewardProjectorWindow *self,
           const char             *name,
           gboolean                on)
{
  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), name, g_variant_new_boolean (on));
}

static void
moved_cb (StewardProjectorWindow *self)
{
  const StewardSlide *slide = steward_presentation_get_slide (self->presentation);
  g_autofree char *name = g_strdup_printf ("%u", steward_presentation_get_position (self->presentation));
  g_autofree char *place = NULL;

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_label_set_text (self->title, slide->title);
  /* Translators: number of a slide, and how many there are. */
  place = g_strdup_printf (C_("slide", "%u of %u"), steward_presentation_get_position (self->presentation) + 1,
                           steward_presentation_get_slides (self->presentation)->len);
  gtk_label_set_text (self->place, place);
  /* A flowchart has its own head, and wants the room. */
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->title)), slide->kind != STEWARD_SLIDE_STAGE);
  gtk_widget_set_visible (self->black, steward_presentation_is_black (self->presentation));
  steward_pen_layer_clear (STEWARD_PEN_LAYER (self->pen));
  steward_slide_view_show_items (get_view (self), get_state (self, "items"));
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  steward_slide_view_enter (get_view (self));
  set_state (self, "black", steward_presentation_is_black (self->presentation));
}

static void
step_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  StewardProjectorWindow *self = user_data;
  int step = g_variant_get_int32 (parameter);

  if (!steward_presentation_is_black (self->presentation) && ABS (step) == 1
      && steward_slide_view_step (get_view (self), step))
    return;

  steward_presentation_move_to (self->presentation,
                                (int) steward_presentation_get_position (self->presentation) + step);
}

static void
clear_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  steward_pen_layer_clear (STEWARD_PEN_LAYER (((StewardProjectorWindow *) user_data)->pen));
}

static void
opinions_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  StewardProjectorWindow *self = user_data;
  GPtrArray *slides = steward_presentation_get_slides (self->presentation);

  for (guint i = 0; i < slides->len; i++)
    if (((const StewardSlide *) g_ptr_array_index (slides, i))->kind == STEWARD_SLIDE_OPINIONS)
      steward_presentation_move_to (self->presentation, i);
}

static void
turn_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  steward_slide_view_turn (get_view (user_data), g_variant_get_int32 (parameter));
}

/* What the party says whose turn it is. */
static void
answer_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  StewardProjectorWindow *self = user_data;
  int verdict = g_variant_get_int32 (parameter);

  if (verdict < 0 || verdict >= STEWARD_N_OPINIONS || !steward_presentation_answer (self->presentation, verdict))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
rest_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  StewardProjectorWindow *self = user_data;

  if (steward_presentation_answer_rest (self->presentation) == 0)
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
words_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  g_signal_emit_by_name (((StewardProjectorWindow *) user_data)->presentation, "words-wanted");
}

/* Round: present, excused, absent. */
static void
presence_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  StewardProjectorWindow *self = user_data;
  const StewardTurn *turn = steward_presentation_get_turn (self->presentation);
  guint choice;

  if (turn == NULL)
    return;
  choice = steward_answer_buttons_from_presence (turn->voice->heard, turn->voice->presence);
  steward_presentation_set_presence (self->presentation, turn->voice->id,
                                     steward_answer_buttons_to_presence (choice % 3 + 1));
}

static void
words_wanted_cb (StewardProjectorWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    steward_slide_view_enter_words (get_view (self));
}

/* The first Escape puts things away, the next one asks to end. */
static void
leave_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  static const char * const put_away[] = { "minutes", "pen", "items", "black" };
  StewardProjectorWindow *self = user_data;

  for (gsize i = 0; i < G_N_ELEMENTS (put_away); i++)
    if (get_state (self, put_away[i]))
      {
        set_state (self, put_away[i], FALSE);
        return;
      }
  g_signal_emit (self, signals[END_WANTED], 0);
}

static GdkMonitor *
find_monitor (StewardProjectorWindow *self,
              GdkMonitor             *other_than)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));
  guint n = g_list_model_get_n_items (monitors), first = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (monitor == other_than)
        first = i + 1;
    }

  return n > 0 ? g_list_model_get_item (monitors, first % n) : NULL;
}

static GdkMonitor *
monitor_of (GtkWidget *window)
{
  GdkSurface *surface = gtk_widget_get_realized (window) ? gtk_native_get_surface (GTK_NATIVE (window)) : NULL;

  return surface != NULL ? gdk_display_get_monitor_at_surface (gtk_widget_get_display (window), surface) : NULL;
}

char *
steward_projector_window_name_monitor (GdkMonitor *monitor)
{
  GdkRectangle place;
  const char *model;

  g_return_val_if_fail (GDK_IS_MONITOR (monitor), NULL);

  gdk_monitor_get_geometry (monitor, &place);
  model = gdk_monitor_get_model (monitor);

  return g_strdup_printf ("%s %d × %d", model != NULL ? model : gdk_monitor_get_connector (monitor),
                          place.width * gdk_monitor_get_scale_factor (monitor),
                          place.height * gdk_monitor_get_scale_factor (monitor));
}

/* NULL when it was unplugged. */
static GdkMonitor *
find_connector (StewardProjectorWindow *self,
                const char             *connector)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (g_strcmp0 (gdk_monitor_get_connector (monitor), connector) == 0)
        return g_steal_pointer (&monitor);
    }

  return NULL;
}

static void
project_on (StewardProjectorWindow *self,
            GdkMonitor             *monitor)
{
  const char *connector = monitor != NULL ? gdk_monitor_get_connector (monitor) : NULL;

  if (monitor == NULL)
    return;

  gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "project-on")),
                             g_variant_new_string (connector != NULL ? connector : ""));
}

static void
change_project_on_cb (GSimpleAction *action,
                      GVariant      *state,
                      gpointer       user_data)
{
  g_autoptr (GdkMonitor) monitor = find_connector (user_data, g_variant_get_string (state, NULL));

  project_on (user_data, monitor);
}

static void
monitor_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  g_autoptr (GdkMonitor) monitor = find_monitor (user_data, monitor_of (user_data));

  project_on (user_data, monitor);
}

static void
change_black_cb (GSimpleAction *action,
                 GVariant      *state,
                 gpointer       user_data)
{
  StewardProjectorWindow *self = user_data;

  g_simple_action_set_state (action, state);
  steward_presentation_set_black (self->presentation, g_variant_get_boolean (state));
}

static void
change_masked_cb (GSimpleAction *action,
                  GVariant      *state,
                  gpointer       user_data)
{
  StewardProjectorWindow *self = user_data;

  g_simple_action_set_state (action, state);
  steward_presentation_set_masked (self->presentation, g_variant_get_boolean (state));
}

static void
change_pen_cb (GSimpleAction *action,
               GVariant      *state,
               gpointer       user_data)
{
  g_simple_action_set_state (action, state);
  steward_pen_layer_set_active (STEWARD_PEN_LAYER (((StewardProjectorWindow *) user_data)->pen),
                                g_variant_get_boolean (state));
}

static void
change_items_cb (GSimpleAction *action,
                 GVariant      *state,
                 gpointer       user_data)
{
  g_simple_action_set_state (action, state);
  steward_slide_view_show_items (get_view (user_data), g_variant_get_boolean (state));
  steward_slide_view_enter (get_view (user_data));
}

static void
change_minutes_cb (GSimpleAction *action,
                   GVariant      *state,
                   gpointer       user_data)
{
  StewardProjectorWindow *self = user_data;

  g_simple_action_set_state (action, state);
  gtk_widget_set_visible (self->paper, g_variant_get_boolean (state));
  if (g_variant_get_boolean (state))
    gtk_widget_child_focus (self->paper, GTK_DIR_TAB_FORWARD);
}

static void
add_actions (StewardProjectorWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "step", .activate = step_cb, .parameter_type = "i" },
    { .name = "clear", .activate = clear_cb },
    { .name = "opinions", .activate = opinions_cb },
    { .name = "turn", .activate = turn_cb, .parameter_type = "i" },
    { .name = "answer", .activate = answer_cb, .parameter_type = "i" },
    { .name = "rest", .activate = rest_cb },
    { .name = "words", .activate = words_cb },
    { .name = "presence", .activate = presence_cb },
    { .name = "leave", .activate = leave_cb },
    { .name = "monitor", .activate = monitor_cb },
    { .name = "project-on", .parameter_type = "s", .state = "''", .change_state = change_project_on_cb },
    { .name = "black", .state = "false", .change_state = change_black_cb },
    { .name = "masked", .state = "true", .change_state = change_masked_cb },
    { .name = "pen", .state = "false", .change_state = change_pen_cb },
    { .name = "items", .state = "false", .change_state = change_items_cb },
    { .name = "minutes", .state = "false", .change_state = change_minutes_cb },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "present", G_ACTION_GROUP (self->actions));
  steward_projector_keys_add (GTK_WIDGET (self));
}

static void
minutes_changed_cb (StewardProjectorWindow *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (self->minutes, &start, &end);
  text = gtk_text_buffer_get_text (self->minutes, &start, &end, FALSE);
  steward_presentation_set_minutes (self->presentation, text);
}

static void
minutes_insert_cb (GtkTextBuffer          *buffer,
                   GtkTextIter            *at,
                   char                   *text,
                   int                     length,
                   StewardProjectorWindow *self)
{
  glong room = STEWARD_TEXT_MAX_CHARS - gtk_text_buffer_get_char_count (buffer);

  if (g_utf8_strlen (text, length) <= room)
    return;

  g_signal_stop_emission_by_name (buffer, "insert-text");
  gtk_widget_error_bell (GTK_WIDGET (self));
}

/* Of the whole monitor, whatever else is on it. */
static void
update_letters (StewardProjectorWindow *self)
{
  for (GtkWidget *view = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); view != NULL;
       view = gtk_widget_get_next_sibling (view))
    steward_slide_view_set_letters (STEWARD_SLIDE_VIEW (view),
                                    self->size / BASE_SIZE * BASE_HEIGHT * STEWARD_PROJECTOR_TEXT);
}

static void
update_type (StewardProjectorWindow *self,
             int                     width,
             int                     height)
{
  double size = BASE_SIZE * MIN (width / BASE_WIDTH, height / BASE_HEIGHT);
  g_autofree char *css = NULL;

  if (ABS (size - self->size) < 0.5)
    return;

  self->size = size;
  update_letters (self);
  css = g_strdup_printf (".projector { font-size: %dpx; }", MAX (8, (int) size));
  gtk_css_provider_load_from_data (self->type, css, -1);
}

static gboolean
resized_cb (gpointer user_data)
{
  StewardProjectorWindow *self = user_data;

  self->resizing = 0;
  update_type (self, self->width, self->height);

  return G_SOURCE_REMOVE;
}

/* Type must not change while what is set in it is being placed. */
static void
layout_cb (GdkSurface             *surface,
           int                     width,
           int                     height,
           StewardProjectorWindow *self)
{
  self->width = width;
  self->height = height;
  if (self->resizing == 0)
    self->resizing = g_idle_add_full (G_PRIORITY_HIGH, resized_cb, self, NULL);
}

static void
steward_projector_window_realize (GtkWidget *widget)
{
  StewardProjectorWindow *self = STEWARD_PROJECTOR_WINDOW (widget);

  GTK_WIDGET_CLASS (steward_projector_window_parent_class)->realize (widget);

  gtk_style_context_add_provider_for_display (gtk_widget_get_display (widget), GTK_STYLE_PROVIDER (self->type),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "layout", G_CALLBACK (layout_cb), self, 0);
}

static void
steward_projector_window_unrealize (GtkWidget *widget)
{
  StewardProjectorWindow *self = STEWARD_PROJECTOR_WINDOW (widget);

  gtk_style_context_remove_provider_for_display (gtk_widget_get_display (widget), GTK_STYLE_PROVIDER (self->type));
  GTK_WIDGET_CLASS (steward_projector_window_parent_class)->unrealize (widget);
}

/* Nothing that was decided goes with a window that somebody closes. */
static gboolean
steward_projector_window_close_request (GtkWindow *window)
{
  g_signal_emit (window, signals[END_WANTED], 0);

  return GDK_EVENT_STOP;
}

static void
steward_projector_window_dispose (GObject *object)
{
  StewardProjectorWindow *self = STEWARD_PROJECTOR_WINDOW (object);

  g_clear_handle_id (&self->resizing, g_source_remove);
  if (self->presentation != NULL)
    g_signal_handlers_disconnect_by_data (self->presentation, self);
  g_clear_object (&self->presentation);
  g_clear_object (&self->actions);
  g_clear_object (&self->minutes);
  g_clear_object (&self->type);

  G_OBJECT_CLASS (steward_projector_window_parent_class)->dispose (object);
}

static void
steward_projector_window_class_init (StewardProjectorWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = steward_projector_window_dispose;
  GTK_WIDGET_CLASS (klass)->realize = steward_projector_window_realize;
  GTK_WIDGET_CLASS (klass)->unrealize = steward_projector_window_unrealize;
  GTK_WINDOW_CLASS (klass)->close_request = steward_projector_window_close_request;

  signals[END_WANTED] =
    g_signal_new ("end-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
new_head (StewardProjectorWindow *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->title = GTK_LABEL (steward_ui_label_new ("", "slide-title"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  self->place = GTK_LABEL (steward_ui_label_new ("", "dim-label"));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->place));
  gtk_widget_add_css_class (head, "slide-head");

  return head;
}

static GtkWidget *
new_paper (StewardProjectorWindow *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new_with_buffer (self->minutes);

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  steward_ui_set_label (view, _("Minutes"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_add_css_class (scroller, "text-field");
  gtk_widget_add_css_class (scroller, "minutes-paper");
  gtk_widget_set_visible (scroller, FALSE);

  return scroller;
}

static void
add_slides (StewardProjectorWindow *self)
{
  GPtrArray *slides = steward_presentation_get_slides (self->presentation);

  for (guint i = 0; i < slides->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);

      gtk_stack_add_named (self->stack,
                           steward_slide_view_new (self->presentation, g_ptr_array_index (slides, i)), name);
    }
}

static void
build (StewardProjectorWindow *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), new_head (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  self->paper = new_paper (self);
  gtk_box_append (GTK_BOX (box), self->paper);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), box);
  self->pen = steward_pen_layer_new ();
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->pen);
  self->black = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->black, "blackout");
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->black);
  self->content = overlay;
  gtk_widget_add_css_class (GTK_WIDGET (self), "projector");
  gtk_window_set_child (GTK_WINDOW (self), overlay);
}

static void
steward_projector_window_init (StewardProjectorWindow *self)
{
  self->type = gtk_css_provider_new ();
  self->minutes = gtk_text_buffer_new (NULL);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_window_set_default_size (GTK_WINDOW (self), (int) BASE_WIDTH, (int) BASE_HEIGHT);
  gtk_window_set_decorated (GTK_WINDOW (self), FALSE);
  build (self);
  add_actions (self);
}

GtkWidget *
steward_projector_window_new (StewardPresentation *presentation)
{
  StewardProjectorWindow *self;

  g_return_val_if_fail (STEWARD_IS_PRESENTATION (presentation), NULL);

  self = g_object_new (STEWARD_TYPE_PROJECTOR_WINDOW, "title", _("Presentation"), NULL);
  self->presentation = g_object_ref (presentation);
  add_slides (self);
  gtk_text_buffer_set_text (self->minutes, steward_presentation_get_minutes (presentation), -1);
  g_signal_connect (self->minutes, "insert-text", G_CALLBACK (minutes_insert_cb), self);
  g_signal_connect_object (self->minutes, "changed", G_CALLBACK (minutes_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presentation, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presentation, "words-wanted", G_CALLBACK (words_wanted_cb), self, G_CONNECT_SWAPPED);
  moved_cb (self);

  return GTK_WIDGET (self);
}

void
steward_projector_window_show (StewardProjectorWindow *self,
                               GtkWindow              *desk)
{
  g_autoptr (GdkMonitor) monitor = NULL;

  g_return_if_fail (STEWARD_IS_PROJECTOR_WINDOW (self));
  g_return_if_fail (desk == NULL || GTK_IS_WINDOW (desk));

  gtk_widget_realize (GTK_WIDGET (self));
  monitor = find_monitor (self, desk != NULL ? monitor_of (GTK_WIDGET (desk)) : NULL);
  project_on (self, monitor);
  gtk_window_present (GTK_WINDOW (self));
}

GtkTextBuffer *
steward_projector_window_get_minutes (StewardProjectorWindow *self)
{
  g_return_val_if_fail (STEWARD_IS_PROJECTOR_WINDOW (self), NULL);

  return self->minutes;
}

GActionGroup *
steward_projector_window_get_actions (StewardProjectorWindow *self)
{
  g_return_val_if_fail (STEWARD_IS_PROJECTOR_WINDOW (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

GtkWidget *
steward_projector_window_get_content (StewardProjectorWindow *self)
{
  g_return_val_if_fail (STEWARD_IS_PROJECTOR_WINDOW (self), NULL);

  return self->content;
}
