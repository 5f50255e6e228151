/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-window-private.h"

#include <glib/gi18n-lib.h>

#include "steward-compat.h"
#include "steward-edition-paper.h"
#include "steward-list-guard.h"
#include "steward-meeting-draft.h"
#include "steward-meeting-end.h"
#include "steward-presenter-window.h"

static void
recorded_cb (StewardWindow          *self,
             GPtrArray              *papers,
             StewardPresenterWindow *presenter)
{
  StewardPresentation *presentation = steward_presenter_window_get_presentation (presenter);

  for (guint i = 0; i < papers->len; i++)
    {
      g_autofree char *name = steward_meeting_end_name_paper (presentation, i);

      steward_edition_paper_show (self, g_ptr_array_index (papers, i), name);
    }
  steward_window_toast (self, papers->len > 0 ? _("The meeting and its papers are part of the project now")
                                              : _("The meeting is part of the project now"));
  if (self->session != NULL)
    steward_list_guard_check (GTK_WIDGET (self), self->session);
}

static void
begin (StewardWindow *self,
       gboolean       go_on)
{
  g_autoptr (StewardPresentation) presentation = steward_presentation_new (self->session);
  g_autoptr (GError) error = NULL;
  GtkWidget *presenter;

  if (go_on && !steward_meeting_draft_resume (presentation, &error))
    {
      steward_compat_tell (GTK_WINDOW (self), _("The Meeting Cannot Go On"), error->message);
      return;
    }

  presenter = steward_presenter_window_new (GTK_WINDOW (self), presentation);
  g_set_weak_pointer (&self->presenter, presenter);
  g_signal_connect_object (presenter, "recorded", G_CALLBACK (recorded_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (presenter));
  steward_projector_window_show (steward_presenter_window_get_projector (STEWARD_PRESENTER_WINDOW (presenter)),
                                 GTK_WINDOW (self));
}

static void
answered_cb (const char *response,
             gpointer    user_data)
{
  StewardWindow *self = user_data;

  if (self->session == NULL || g_str_equal (response, "cancel"))
    return;

  if (g_str_equal (response, "forget"))
    steward_meeting_draft_remove (steward_session_get_project (self->session));
  begin (self, g_str_equal (response, "go-on"));
}

static void
ask_to_go_on (StewardWindow *self)
{
  const StewardResponse responses[] = {
    { "cancel", _("_Cancel"), FALSE },
    { "forget", _("_Begin Anew"), TRUE },
    { "go-on", _("_Go On"), FALSE },
    { NULL, NULL, FALSE }
  };

  steward_compat_ask (GTK_WINDOW (self), _("Go On with the Meeting?"),
                      _("The last meeting about this project did not come to its end. What it decided is kept."),
                      NULL, responses, answered_cb, g_object_ref (self), g_object_unref);
}

/* One meeting at a time: there is one room. */
static void
present_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  StewardWindow *self = STEWARD_WINDOW (widget);

  if (self->presenter != NULL)
    {
      gtk_window_present (GTK_WINDOW (self->presenter));
      return;
    }

  steward_window_commit (self);
  if (steward_meeting_draft_exists (steward_session_get_project (self->session)))
    ask_to_go_on (self);
  else
    begin (self, FALSE);
}

void
steward_window_presentation_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.present", NULL, present_action);
}
