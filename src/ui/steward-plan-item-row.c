/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-plan-item-row.h"

#include <glib/gi18n-lib.h>

#include "steward-adjustments.h"
#include "steward-plan-item-edit.h"
#include "steward-plan-move.h"
#include "steward-plan-row.h"
#include "steward-route.h"
#include "steward-ui-text.h"
#include "steward-window.h"

/* What a row acts on. */
typedef struct
{
  StewardSession *session;
  char           *id;
  char           *base;
} Subject;

static void
subject_free (gpointer data)
{
  Subject *subject = data;

  g_object_unref (subject->session);
  g_free (subject->id);
  g_free (subject->base);
  g_free (subject);
}

static Subject *
get_subject (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "plan-item");
}

const char *
steward_plan_item_row_get_item (GtkWidget *row)
{
  const Subject *subject;

  g_return_val_if_fail (GTK_IS_WIDGET (row), NULL);

  subject = get_subject (row);

  return subject != NULL ? subject->id : NULL;
}

gboolean
steward_plan_item_move (StewardSession  *session,
                        const char      *base,
                        guint            place,
                        GError         **error)
{
  const StewardSchedule *schedule;
  const StewardPlanItem *item;
  g_auto (GStrv) order = NULL;

  g_return_val_if_fail (STEWARD_IS_SESSION (session), FALSE);
  g_return_val_if_fail (base != NULL, FALSE);

  schedule = steward_session_get_schedule (session);
  item = schedule != NULL ? steward_plan_find_item (schedule->plan, base) : NULL;
  order = schedule != NULL ? steward_plan_move_item (schedule->plan, base, place, error) : NULL;
  if (order == NULL || item == NULL)
    return FALSE;
  steward_session_flush (session);
  if (!steward_project_set_order (steward_session_get_project (session), item->stage->id,
                                  (const char * const *) order, error))
    return FALSE;
  steward_session_flush (session);

  return TRUE;
}

/* What is refused is told, not only left undone. */
static void
move_to (GtkWidget  *row,
         const char *base,
         int         place)
{
  GtkRoot *root = gtk_widget_get_root (row);
  g_autoptr (GError) error = NULL;

  if (steward_plan_item_move (get_subject (row)->session, base, MAX (place, 0), &error))
    return;

  gtk_widget_error_bell (row);
  if (error != NULL && STEWARD_IS_WINDOW (root))
    steward_window_toast (STEWARD_WINDOW (root), error->message);
}

static int
get_place (GtkWidget  *row,
           const char *base)
{
  const StewardSchedule *schedule = steward_session_get_schedule (get_subject (row)->session);

  return schedule != NULL ? steward_plan_get_place (schedule->plan, base) : -1;
}

static const char *
computed_name (const StewardPlanItem *item)
{
  return item->item != NULL ? item->item->name : item->row->text;
}

static void
edit (GtkWidget *row)
{
  const Subject *subject = get_subject (row);
  const StewardSchedule *schedule = steward_session_get_schedule (subject->session);
  const StewardPlanItem *item = schedule != NULL ? steward_plan_find_item (schedule->plan, subject->id) : NULL;

  if (item != NULL)
    steward_plan_item_edit_ask (row, subject->session, subject->base, computed_name (item));
}

static gboolean
key_cb (GtkWidget       *row,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  const Subject *subject = get_subject (row);
  gboolean alt = (state & GDK_ALT_MASK) != 0;

  if (keyval == GDK_KEY_F2)
    edit (row);
  else if (alt && (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up))
    move_to (row, subject->base, get_place (row, subject->base) - 1);
  else if (alt && (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down))
    move_to (row, subject->base, get_place (row, subject->base) + 1);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static GdkContentProvider *
prepare_cb (GtkWidget *row)
{
  return gdk_content_provider_new_typed (G_TYPE_STRING, get_subject (row)->base);
}

/* The row under the pointer goes along, as a picture. */
static void
drag_begin_cb (GtkDragSource *source)
{
  g_autoptr (GdkPaintable) picture =
    gtk_widget_paintable_new (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source)));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static gboolean
drop_cb (GtkWidget    *row,
         const GValue *value)
{
  const char *base = g_value_get_string (value);

  if (base == NULL || get_place (row, base) < 0)
    return FALSE;

  move_to (row, base, get_place (row, get_subject (row)->base));

  return TRUE;
}

static void
add_controllers (GtkWidget *row)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_MOVE);

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), row);
  gtk_widget_add_controller (row, keys);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), row);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), NULL);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}

static char *
limit_text (const StewardPlanItem *item)
{
  g_autofree char *days = NULL;

  if (item->limit < 0)
    return g_strdup (_("no limit stated"));

  days = steward_ui_days (item->limit);
  if (item->block_limit)
    /* Translators: a limit that the items of a block share. */
    return g_strdup_printf (_("%s, shared"), days);

  return g_steal_pointer (&days);
}

static char *
due_text (const StewardScheduleRow *row)
{
  g_autofree char *date = NULL;

  if (row == NULL)
    return g_strdup ("");
  if (row->decided != STEWARD_DAY_NONE)
    {
      date = steward_ui_date (row->decided, FALSE);
      return g_strdup_printf (_("decided %s"), date);
    }
  if (row->answer.light == STEWARD_LIGHT_PAUSED)
    return g_strdup (_("clock stopped"));
  if (row->answer.due != STEWARD_DAY_NONE)
    {
      date = steward_ui_date (row->answer.due, row->answer.provisional);
      return g_strdup_printf (_("due %s"), date);
    }

  date = steward_ui_date (row->finish, row->provisional);

  return g_strdup_printf (_("planned %s"), date);
}

/* Why it lies where it lies, and how an item of another level reaches who
 * decides it. */
static char *
explain (const StewardSchedule    *schedule,
         const StewardPlanItem    *item,
         const StewardScheduleRow *schedule_row,
         gboolean                 *pushed)
{
  const char *why = schedule_row != NULL && schedule_row->why_text != NULL ? schedule_row->why_text : "";
  g_autoptr (StewardRoute) route = steward_route_new (schedule->plan, item);
  g_autofree char *way = steward_route_to_text (route);

  *pushed = route->pushed;

  return g_strconcat (why, *why != '\0' && *way != '\0' ? "\n" : "", way, NULL);
}

static char *
subtitle_text (const StewardPlanItem *item,
               const StewardEdit     *note)
{
  const char *level = steward_ui_level_name (item->level);
  g_autofree char *bureau = steward_ui_bureau (item);
  g_autofree char *facts = steward_ui_join (bureau, level != NULL ? level : "", steward_ui_lane_name (item->lane),
                                            NULL);

  return note != NULL ? g_strconcat (facts, "\n", note->text, NULL) : g_steal_pointer (&facts);
}

static void
add_chips (GtkWidget             *row,
           const StewardPlanItem *item,
           gboolean               pushed,
           gboolean               edited)
{
  const char *mode = steward_ui_mode_name (item->mode);

  if (mode != NULL)
    steward_plan_row_append (row, steward_ui_chip_new (mode, "accent"));
  if (edited)
    steward_plan_row_append (row, steward_ui_chip_new (_("Edited"), "accent"));
  if (pushed)
    steward_plan_row_append (row, steward_ui_chip_new (_("Handed over"), NULL));
  if (item->supplement)
    steward_plan_row_append (row, steward_ui_chip_new (_("To be confirmed"), "confirm"));
}

static void
set_subject (GtkWidget             *row,
             StewardSession        *session,
             const StewardPlanItem *item)
{
  g_autofree char *key = g_strconcat ("item ", item->id, NULL);
  Subject *subject = g_new0 (Subject, 1);

  subject->session = g_object_ref (session);
  subject->id = g_strdup (item->id);
  subject->base = g_strdup (item->base);
  g_object_set_data_full (G_OBJECT (row), "plan-item", subject, subject_free);
  steward_plan_row_set_key (row, key);
}

GtkWidget *
steward_plan_item_row_new (StewardSession           *session,
                           const StewardPlanItem    *item,
                           const StewardScheduleRow *schedule_row)
{
  g_return_val_if_fail (STEWARD_IS_SESSION (session), NULL);
  g_return_val_if_fail (item != NULL, NULL);

  StewardProject *project = steward_session_get_project (session);
  const StewardEdit *note = steward_project_get_edit (project, item->base, STEWARD_EDIT_NOTE);
  gboolean edited = note != NULL || steward_project_get_edit (project, item->base, STEWARD_EDIT_NAME) != NULL;
  StewardLight state = schedule_row != NULL ? schedule_row->answer.light : STEWARD_LIGHT_NOT_STARTED;
  const char *mode = steward_ui_mode_name (item->mode);
  gboolean pushed;
  g_autofree char *explanation = explain (steward_session_get_schedule (session), item, schedule_row, &pushed);
  g_autofree char *limit = limit_text (item);
  g_autofree char *due = due_text (schedule_row);
  g_autofree char *subtitle = subtitle_text (item, note);
  g_autofree char *name = NULL;
  g_autofree char *spoken = NULL;
  GtkWidget *light = gtk_label_new (NULL);
  GtkWidget *row;

  steward_ui_set_light (GTK_LABEL (light), state);
  row = steward_plan_row_new (light, item->name, subtitle);
  set_subject (row, session, item);
  add_chips (row, item, pushed, edited);
  if (schedule_row != NULL && schedule_row->stale_since != STEWARD_DAY_NONE)
    steward_plan_row_append (row, steward_ui_chip_new (_("⁇ not verified"), "confirm"));
  steward_plan_row_append (row, steward_plan_figures_new (limit, due));
  add_controllers (row);

  spoken = schedule_row != NULL ? steward_ui_row_state (schedule_row) : g_strdup (steward_ui_light_name (state));
  name = steward_ui_join (item->name, spoken, subtitle, limit, due, mode != NULL ? mode : "",
                          pushed ? _("Handed over") : "", edited ? _("Edited") : "", NULL);
  steward_ui_set_label (row, name);
  if (*explanation != '\0')
    steward_ui_set_tooltip (row, explanation);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}
