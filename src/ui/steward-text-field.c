/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-text-field.h"

#include <glib/gi18n-lib.h>

#include "steward-pinyin.h"
#include "steward-ui-text.h"

/* The counter is only of interest near the limit. */
#define COUNT_FROM (STEWARD_TEXT_MAX_CHARS - 500)

struct _StewardTextField
{
  GtkWidget           parent_instance;

  GtkWidget          *frame;
  GtkTextBuffer      *buffer;
  GtkWidget          *counter;

  StewardSession     *session;
  const StewardGroup *group;
  gboolean            updating;
};

G_DEFINE_FINAL_TYPE (StewardTextField, steward_text_field, GTK_TYPE_WIDGET)

static char *
get_text (StewardTextField *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
changed_cb (StewardTextField *self)
{
  g_autofree char *text = get_text (self);
  g_autofree char *count = NULL;
  int n = gtk_text_buffer_get_char_count (self->buffer);

  count = g_strdup_printf (_("%d of %d characters"), n, STEWARD_TEXT_MAX_CHARS);
  gtk_label_set_text (GTK_LABEL (self->counter), count);
  gtk_widget_set_visible (self->counter, n >= COUNT_FROM);

  if (!self->updating)
    steward_project_set_text (steward_session_get_project (self->session), self->group->id, text);
}

/* What does not fit is refused where it is typed or pasted, not cut off
 * silently later: the part that fits goes in and the counter shows the limit. */
static void
insert_text_cb (GtkTextBuffer *buffer,
                GtkTextIter   *at,
                char          *text,
                int            length,
                GtkWidget     *field)
{
  glong room = STEWARD_TEXT_MAX_CHARS - gtk_text_buffer_get_char_count (buffer);
  glong wanted = g_utf8_strlen (text, length);

  if (wanted <= room)
    return;

  g_signal_stop_emission_by_name (buffer, "insert-text");
  gtk_widget_error_bell (field);
  if (room > 0)
    gtk_text_buffer_insert (buffer, at, text, g_utf8_offset_to_pointer (text, room) - text);
}

/* Up in the first line and Down in the last lead out of the text box. */
static void
move_cursor_cb (GtkTextView     *view,
                GtkMovementStep  movement,
                int              count,
                gboolean         extend)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GdkRectangle here, edge;
  GtkTextIter at;

  if (movement != GTK_MOVEMENT_DISPLAY_LINES || extend || (count != 1 && count != -1))
    return;

  gtk_text_buffer_get_iter_at_mark (buffer, &at, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (view, &at, &here);
  if (count > 0)
    gtk_text_buffer_get_end_iter (buffer, &at);
  else
    gtk_text_buffer_get_start_iter (buffer, &at);
  gtk_text_view_get_iter_location (view, &at, &edge);
  if (here.y == edge.y && gtk_widget_activate_action (GTK_WIDGET (view), "form.move", "i", count))
    g_signal_stop_emission_by_name (view, "move-cursor");
}

static void
steward_text_field_dispose (GObject *object)
{
  StewardTextField *self = STEWARD_TEXT_FIELD (object);

  g_clear_pointer (&self->frame, gtk_widget_unparent);
  g_clear_pointer (&self->counter, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (steward_text_field_parent_class)->dispose (object);
}

static void
steward_text_field_class_init (StewardTextFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = steward_text_field_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
steward_text_field_init (StewardTextField *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
steward_text_field_new (StewardSession     *session,
                        const StewardGroup *group,
                        const char         *name)
{
  StewardTextField *self;
  GtkWidget *view;

  g_return_val_if_fail (STEWARD_IS_SESSION (session), NULL);
  g_return_val_if_fail (group != NULL, NULL);

  self = g_object_new (STEWARD_TYPE_TEXT_FIELD, NULL);
  self->session = g_object_ref (session);
  self->group = group;

  view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  /* Tab moves on in the form; nobody types tabs into it. */
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  g_signal_connect (view, "move-cursor", G_CALLBACK (move_cursor_cb), NULL);
  steward_ui_set_label (view, name);
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  self->frame = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->frame), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->frame), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->frame), 64);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->frame), 220);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->frame), view);
  gtk_widget_add_css_class (self->frame, "text-field");
  gtk_widget_set_parent (self->frame, GTK_WIDGET (self));

  self->counter = gtk_label_new (NULL);
  gtk_widget_set_halign (self->counter, GTK_ALIGN_END);
  gtk_widget_add_css_class (self->counter, "caption");
  gtk_widget_add_css_class (self->counter, "dim-label");
  gtk_widget_set_parent (self->counter, GTK_WIDGET (self));

  steward_text_field_limit (self->buffer, GTK_WIDGET (self));
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (self->counter, FALSE);
  steward_text_field_update (self);

  return GTK_WIDGET (self);
}

void
steward_text_field_limit (GtkTextBuffer *buffer,
                          GtkWidget     *field)
{
  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));
  g_return_if_fail (GTK_IS_WIDGET (field));

  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (insert_text_cb), field, 0);
}

void
steward_text_field_update (StewardTextField *self)
{
  const char *text;
  g_autofree char *shown = NULL;

  g_return_if_fail (STEWARD_IS_TEXT_FIELD (self));

  text = steward_project_get_text (steward_session_get_project (self->session), self->group->id);
  shown = get_text (self);
  /* While somebody types, what they see is theirs: the project may hold it
   * with the white space tidied. */
  if (g_str_equal (text, shown)
      || gtk_widget_has_focus (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->frame))))
    return;

  self->updating = TRUE;
  gtk_text_buffer_set_text (self->buffer, text, -1);
  self->updating = FALSE;
}

gboolean
steward_text_field_matches (StewardTextField *self,
                            const char       *needle)
{
  g_autofree char *folded = NULL;
  const char *text;

  g_return_val_if_fail (STEWARD_IS_TEXT_FIELD (self), FALSE);
  g_return_val_if_fail (needle != NULL, FALSE);

  text = steward_project_get_text (steward_session_get_project (self->session), self->group->id);
  folded = steward_search_fold (text);

  return *folded != '\0' && strstr (folded, needle) != NULL;
}

const StewardGroup *
steward_text_field_get_group (StewardTextField *self)
{
  g_return_val_if_fail (STEWARD_IS_TEXT_FIELD (self), NULL);

  return self->group;
}
