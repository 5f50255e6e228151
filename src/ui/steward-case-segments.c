/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-case-segments.h"

#include <glib/gi18n-lib.h>

#include "steward-case-edit.h"
#include "steward-compat.h"
#include "steward-ui-text.h"

struct _StewardCaseSegments
{
  GtkBox          parent_instance;

  GtkDropDown    *choice;
  GtkWidget      *remove;

  StewardSession *session;
  char           *base;
  char           *row;
  GPtrArray      *rows;      /* ids, as they stand in the choice */
  gboolean        filling;
  guint           choose_id;
};

G_DEFINE_FINAL_TYPE (StewardCaseSegments, steward_case_segments, GTK_TYPE_BOX)

enum { CHOOSE, N_SIGNALS };

static guint signals[N_SIGNALS];

/* The question for a name, while it is asked. */
typedef struct
{
  StewardCaseSegments *self;
  StewardSession      *session;
  char                *base;
  GtkEditable         *name;
  GtkWindow           *dialog;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_signal_handlers_disconnect_by_data (question->name, question);
  g_object_unref (question->self);
  g_object_unref (question->session);
  g_object_unref (question->name);
  g_free (question->base);
  g_free (question);
}

static char *
clean_name (const char *name)
{
  g_autofree char *text = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);

  return text != NULL ? g_strdup (g_strstrip (text)) : g_strdup ("");
}

static gboolean
is_free (StewardSession *session,
         const char     *base,
         const char     *name)
{
  const GPtrArray *cases = steward_project_list_cases (steward_session_get_project (session), base);

  for (guint i = 0; cases != NULL && i < cases->len; i++)
    if (g_str_equal (((const StewardCase *) g_ptr_array_index (cases, i))->segment, name))
      return FALSE;

  return TRUE;
}

gboolean
steward_case_segments_add (StewardCaseSegments *self,
                           const char          *name)
{
  g_autofree char *clean = NULL;
  g_autofree char *row = NULL;

  g_return_val_if_fail (STEWARD_IS_CASE_SEGMENTS (self), FALSE);
  g_return_val_if_fail (self->session != NULL && name != NULL, FALSE);

  clean = clean_name (name);
  if (*clean == '\0' || !is_free (self->session, self->base, clean))
    return FALSE;

  row = steward_case_edit_add_segment (self->session, self->base, clean);
  g_signal_emit (self, signals[CHOOSE], 0, row);

  return TRUE;
}

static void
answered_cb (const char *response,
             gpointer    user_data)
{
  Question *question = user_data;

  /* Another item may be shown by now. */
  if (g_str_equal (response, "add") && question->session == question->self->session
      && g_strcmp0 (question->base, question->self->base) == 0)
    steward_case_segments_add (question->self, gtk_editable_get_text (question->name));
}

static void
name_changed_cb (Question *question)
{
  g_autofree char *name = clean_name (gtk_editable_get_text (question->name));

  steward_compat_allow (question->dialog, "add",
                        *name != '\0' && is_free (question->session, question->base, name));
}

static void
add_cb (StewardCaseSegments *self)
{
  const StewardResponse responses[] = {
    { "cancel", _("_Cancel") },
    { "add", _("_Add") },
    { NULL }
  };
  GtkWidget *entry = gtk_entry_new ();
  Question *question;

  if (self->session == NULL)
    return;

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Phase 2, block A …"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_entry_set_max_length (GTK_ENTRY (entry), STEWARD_NAME_MAX_CHARS);
  steward_ui_set_label (entry, _("Name of the segment"));

  question = g_new0 (Question, 1);
  question->self = g_object_ref (self);
  question->session = g_object_ref (self->session);
  question->base = g_strdup (self->base);
  question->name = g_object_ref_sink (GTK_EDITABLE (entry));
  question->dialog = steward_compat_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Add a Segment"),
                                         _("A segment of the item is a case of its own, with its own number, days and "
                                           "light. What follows the item waits for all its segments."),
                                         entry, responses, answered_cb, question, question_free);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (name_changed_cb), question);
  name_changed_cb (question);
  gtk_widget_grab_focus (entry);
}

static void
remove_cb (StewardCaseSegments *self)
{
  const StewardCase *handled;
  g_autofree char *base = g_strdup (self->base);

  if (self->session == NULL)
    return;
  handled = steward_project_find_case (steward_session_get_project (self->session), self->row);
  if (handled == NULL || handled->events->len > 0)
    return;

  steward_case_edit_remove (self->session, handled->id);
  g_signal_emit (self, signals[CHOOSE], 0, base);
}

static gboolean
choose_cb (gpointer user_data)
{
  StewardCaseSegments *self = user_data;
  guint selected = gtk_drop_down_get_selected (self->choice);

  self->choose_id = 0;
  if (selected < self->rows->len && g_strcmp0 (g_ptr_array_index (self->rows, selected), self->row) != 0)
    {
      g_autofree char *row = g_strdup (g_ptr_array_index (self->rows, selected));

      g_signal_emit (self, signals[CHOOSE], 0, row);
    }

  return G_SOURCE_REMOVE;
}

/* Later: what is shown then fills the choice anew, which cannot be done while
 * it is still telling what was selected. */
static void
selected_cb (StewardCaseSegments *self)
{
  if (!self->filling && self->choose_id == 0)
    self->choose_id = g_idle_add (choose_cb, self);
}

static char *
describe (const StewardSchedule *schedule,
          const StewardPlanItem *item)
{
  const StewardScheduleRow *row = steward_schedule_find_row (schedule, item->id);
  StewardLight light = row != NULL ? row->answer.light : STEWARD_LIGHT_NOT_STARTED;
  g_autofree char *number = g_strdup_printf (_("Segment %u"), item->part + 1);

  /* Translators: glyph of the light, the segment, the light in words. */
  return g_strdup_printf (_("%s %s, %s"), steward_ui_light_glyph (light), *item->segment != '\0' ? item->segment : number,
                          steward_ui_light_name (light));
}

static void
fill (StewardCaseSegments      *self,
      const StewardScheduleRow *row)
{
  const StewardSchedule *schedule = steward_session_get_schedule (self->session);
  const GPtrArray *parts = steward_plan_get_parts (schedule->plan, row->item->base);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->filling = TRUE;
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const StewardPlanItem *item = g_ptr_array_index (parts, i);
      g_autofree char *text = describe (schedule, item);

      gtk_string_list_append (names, text);
      g_ptr_array_add (self->rows, g_strdup (item->id));
    }
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->choice, row->item->part);
  gtk_widget_set_visible (GTK_WIDGET (self->choice), self->rows->len > 0);
  gtk_widget_set_visible (self->remove, self->rows->len > 0 && row->item->case_ != NULL
                                        && row->item->case_->events->len == 0);
  self->filling = FALSE;
}

void
steward_case_segments_show (StewardCaseSegments      *self,
                            StewardSession           *session,
                            const StewardScheduleRow *row)
{
  g_return_if_fail (STEWARD_IS_CASE_SEGMENTS (self));
  g_return_if_fail (row == NULL || (session != NULL && row->item != NULL));

  session = row != NULL ? session : NULL;
  g_set_object (&self->session, session);
  g_free (self->base);
  g_free (self->row);
  self->base = g_strdup (row != NULL ? row->item->base : NULL);
  self->row = g_strdup (row != NULL ? row->id : NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self), row != NULL);
  if (row != NULL)
    fill (self, row);
}

guint
steward_case_segments_get_count (StewardCaseSegments *self)
{
  g_return_val_if_fail (STEWARD_IS_CASE_SEGMENTS (self), 0);

  return self->rows->len;
}

static void
steward_case_segments_dispose (GObject *object)
{
  StewardCaseSegments *self = STEWARD_CASE_SEGMENTS (object);

  g_clear_handle_id (&self->choose_id, g_source_remove);
  g_clear_object (&self->session);
  g_clear_pointer (&self->base, g_free);
  g_clear_pointer (&self->row, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (steward_case_segments_parent_class)->dispose (object);
}

static void
steward_case_segments_class_init (StewardCaseSegmentsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = steward_case_segments_dispose;

  signals[CHOOSE] = g_signal_new ("choose", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
steward_case_segments_init (StewardCaseSegments *self)
{
  GtkWidget *add = gtk_button_new_with_mnemonic (_("Add a _Segment…"));

  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->choice = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  steward_ui_set_label (GTK_WIDGET (self->choice), _("Segment"));
  self->remove = gtk_button_new_with_mnemonic (_("_Take Out"));
  steward_ui_set_tooltip (self->remove, _("Take out this segment, of which nothing has happened"));
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_add_css_class (self->remove, "flat");
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->choice));
  gtk_box_append (GTK_BOX (self), self->remove);
  gtk_box_append (GTK_BOX (self), add);
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
}
