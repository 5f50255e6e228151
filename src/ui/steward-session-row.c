/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-session-row.h"

#include <glib/gi18n-lib.h>

#include "steward-ui-text.h"

struct _StewardSessionRow
{
  GtkListBoxRow   parent_instance;

  GtkLabel       *light;
  GtkLabel       *title;
  GtkLabel       *subtitle;

  StewardSession *session;
};

G_DEFINE_FINAL_TYPE (StewardSessionRow, steward_session_row, GTK_TYPE_LIST_BOX_ROW)

static char *
describe_next (StewardSession *session)
{
  const StewardScheduleRow *next = steward_session_get_next_due (session);
  int year, month, mday;

  if (steward_session_get_project (session) == NULL)
    return g_strdup ("");
  if (next == NULL)
    return g_strdup (steward_session_get_schedule (session) != NULL
                     && steward_session_get_schedule (session)->plan->items->len == 0
                     ? _("Nothing ticked yet") : _("Everything is decided"));

  steward_day_to_ymd (next->answer.due != STEWARD_DAY_NONE ? next->answer.due : next->finish,
                      &year, &month, &mday);

  /* Translators: month, day, and the item that is due then. */
  return g_strdup_printf (_("%02d-%02d %s"), month, mday, next->item->short_name);
}

static void
update (StewardSessionRow *self)
{
  const StewardSchedule *schedule = steward_session_get_schedule (self->session);
  StewardLight light = schedule != NULL ? schedule->light : STEWARD_LIGHT_NOT_STARTED;
  gboolean modified = steward_session_get_modified (self->session);
  g_autofree char *subtitle = describe_next (self->session);
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  title = g_strconcat (modified ? _("• ") : "", steward_session_get_title (self->session), NULL);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *subtitle != '\0');
  steward_ui_set_light (self->light, light);

  name = steward_ui_join (title, steward_ui_light_name (light), subtitle, NULL);
  steward_ui_set_label (GTK_WIDGET (self), name);
  steward_ui_set_tooltip (GTK_WIDGET (self), name);
}

static void
steward_session_row_dispose (GObject *object)
{
  g_clear_object (&STEWARD_SESSION_ROW (object)->session);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), STEWARD_TYPE_SESSION_ROW);

  G_OBJECT_CLASS (steward_session_row_parent_class)->dispose (object);
}

static void
steward_session_row_class_init (StewardSessionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_session_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-session-row.ui");
  gtk_widget_class_bind_template_child (widget_class, StewardSessionRow, light);
  gtk_widget_class_bind_template_child (widget_class, StewardSessionRow, title);
  gtk_widget_class_bind_template_child (widget_class, StewardSessionRow, subtitle);
}

static void
steward_session_row_init (StewardSessionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
steward_session_row_new (StewardSession *session)
{
  StewardSessionRow *self;

  g_return_val_if_fail (STEWARD_IS_SESSION (session), NULL);

  self = g_object_new (STEWARD_TYPE_SESSION_ROW, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "schedule-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

StewardSession *
steward_session_row_get_session (StewardSessionRow *self)
{
  g_return_val_if_fail (STEWARD_IS_SESSION_ROW (self), NULL);

  return self->session;
}
