/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-window-private.h"

#include <glib/gi18n-lib.h>

#include "steward-case-page.h"
#include "steward-compat.h"
#include "steward-conflict.h"
#include "steward-error.h"
#include "steward-timeline-page.h"

/* Settings of the database: what was shown last, and on which day. */
#define LAST_PROJECT "last-project"
#define LAST_DAY     "last-day"

static StewardApplication *
get_application (StewardWindow *self)
{
  return STEWARD_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

static StewardKeeper *
keeper_at (StewardWindow *self,
           guint          i)
{
  return steward_session_get_keeper (g_ptr_array_index (self->sessions, i));
}

/* A keeper whose project needs the user: the one shown first. */
static StewardKeeper *
find_troubled (StewardWindow *self)
{
  StewardKeeper *troubled = NULL;

  for (guint i = 0; i < self->sessions->len; i++)
    {
      StewardKeeper *keeper = keeper_at (self, i);

      if (steward_keeper_get_problem (keeper) == NULL && steward_keeper_get_conflicts (keeper)->len == 0)
        continue;
      if (troubled == NULL || g_ptr_array_index (self->sessions, i) == self->session)
        troubled = keeper;
    }

  return troubled;
}

gboolean
steward_window_is_troubled (StewardWindow *self)
{
  return find_troubled (self) != NULL;
}

static void
show_bar (StewardWindow *self,
          const char    *text,
          const char    *button,
          const char    *action,
          gboolean       warning)
{
  gtk_label_set_text (self->bar_label, text);
  gtk_button_set_label (self->bar_button, button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->bar_button), action);
  if (warning)
    gtk_widget_add_css_class (GTK_WIDGET (self->bar), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->bar), "warning");
  gtk_revealer_set_reveal_child (self->bar, TRUE);
}

void
steward_window_update_bar (StewardWindow *self)
{
  StewardKeeper *troubled = find_troubled (self);
  const GError *problem = troubled != NULL ? steward_keeper_get_problem (troubled) : NULL;
  const char *rival = troubled != NULL ? steward_keeper_get_rival (troubled) : NULL;
  g_autofree char *text = NULL;

  if (problem != NULL)
    {
      /* Translators: why the last changes are not on the disk. */
      text = g_strdup_printf (_("Not kept yet: %s"), problem->message);
      if (g_error_matches (problem, STEWARD_ERROR, STEWARD_ERROR_CORRUPT))
        show_bar (self, text, _("Res_tore…"), "win.restore", TRUE);
      else
        show_bar (self, text, _("_Try Again"), "win.retry", TRUE);
    }
  else if (troubled != NULL)
    {
      text = rival != NULL ? g_strdup_printf (_("Somebody else changed the same (%s)."), rival)
                           : g_strdup (_("Somebody else changed the same."));
      show_bar (self, text, _("_Choose…"), "win.resolve", TRUE);
    }
  else if (self->session != NULL
           && steward_project_get_state (steward_session_get_project (self->session)) == STEWARD_STATE_REMOVED)
    {
      show_bar (self, _("This project is removed."), _("_Bring Back"), "win.bring-back", FALSE);
    }
  else if (self->has_new_years)
    {
      show_bar (self, _("This version of the program knows other official holidays than the one before. Dates may "
                        "have moved."), _("See _Dates…"), "win.show-new-years", FALSE);
    }
  else if (self->newer != NULL)
    {
      /* Translators: title and version of the rules. */
      text = g_strdup_printf (_("There is a newer version of the rules: %s, %s."),
                              steward_pack_get_title (self->newer), steward_pack_get_version (self->newer));
      show_bar (self, text, _("See What Chan_ges…"), "win.move-rules", FALSE);
    }
  else
    {
      gtk_revealer_set_reveal_child (self->bar, FALSE);
    }
}

/* Lets go of sessions that are not shown and have nothing left to write. */
static void
prune (StewardWindow *self)
{
  for (guint i = self->sessions->len; i-- > 0;)
    {
      if (g_ptr_array_index (self->sessions, i) != self->session && steward_keeper_is_settled (keeper_at (self, i)))
        g_ptr_array_remove_index (self->sessions, i);
    }
}

gboolean
steward_window_settle (StewardWindow *self)
{
  gboolean settled = TRUE;

  for (guint i = 0; i < self->sessions->len; i++)
    {
      steward_keeper_flush (keeper_at (self, i));
      settled = settled && steward_keeper_is_settled (keeper_at (self, i));
    }

  return settled;
}

static void
unkept_answer_cb (const char *response,
                  gpointer    user_data)
{
  StewardWindow *self = user_data;

  self->closing = g_str_equal (response, "retry");
  self->given_up = g_str_equal (response, "close");
  if (self->given_up)
    gtk_window_close (GTK_WINDOW (self));
  else if (g_str_equal (response, "choose"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.resolve", NULL);
  else if (self->closing)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.retry", NULL);
}

void
steward_window_ask_unkept (StewardWindow *self)
{
  StewardResponse responses[] = {
    { "stay", _("_Keep Open") },
    { "close", _("_Close Anyway"), TRUE },
    { "retry", _("_Try Again") },
    { NULL }
  };
  StewardKeeper *troubled = find_troubled (self);
  const GError *problem;
  g_autofree char *body = NULL;

  if (troubled == NULL)
    return;

  problem = steward_keeper_get_problem (troubled);
  body = g_strdup_printf (_("The last changes are not on the disk and would be lost: %s"),
                          problem != NULL ? problem->message : _("somebody else changed the same."));
  if (problem == NULL)
    responses[2] = (StewardResponse) { "choose", _("Ch_oose…") };
  self->closing = FALSE;
  steward_compat_ask (GTK_WINDOW (self), _("Close Without the Last Changes?"), body, NULL, responses,
                      unkept_answer_cb, g_object_ref (self), g_object_unref);
}

static void
keeper_cb (StewardWindow *self)
{
  if (self->sessions == NULL)
    return;

  steward_window_take_moved (self);
  prune (self);
  steward_window_update_bar (self);
  steward_window_history_go_on (self);
  if (self->closing && steward_window_settle (self))
    gtk_window_close (GTK_WINDOW (self));
  else if (self->closing)
    steward_window_ask_unkept (self);
}

static void
conflict_cb (StewardWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  /* The text under the cursor may be the other's now: what is typed blindly
   * would end up in the middle of it. */
  if (GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus))
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  keeper_cb (self);
}

static void
gone_cb (StewardWindow *self,
         StewardKeeper *keeper)
{
  for (guint i = self->sessions->len; i-- > 0;)
    {
      StewardSession *session = g_ptr_array_index (self->sessions, i);

      if (steward_session_get_keeper (session) != keeper)
        continue;
      if (session == self->session)
        {
          g_autofree char *text = g_strdup_printf (_("“%s” is not in the database any more"),
                                                   steward_session_get_title (session));

          steward_window_toast (self, text);
          steward_window_show_today (self);
        }
      g_ptr_array_remove (self->sessions, session);
    }
}

StewardSession *
steward_window_adopt (StewardWindow  *self,
                      StewardProject *project,
                      gint64          version)
{
  g_autoptr (StewardSession) session = steward_session_new (self->store, project, version);
  StewardKeeper *keeper = steward_session_get_keeper (session);

  g_signal_connect_object (keeper, "notify", G_CALLBACK (keeper_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keeper, "conflict", G_CALLBACK (conflict_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keeper, "gone", G_CALLBACK (gone_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keeper, "moved", G_CALLBACK (steward_window_note_moved), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->sessions, g_object_ref (session));
  steward_window_update_person (self);

  return session;
}

void
steward_window_update_person (StewardWindow *self)
{
  g_autofree char *person = steward_application_dup_person (get_application (self));

  for (guint i = 0; i < self->sessions->len; i++)
    steward_keeper_set_actor (keeper_at (self, i), person);
}

static StewardSession *
find_session (StewardWindow *self,
              const char    *id)
{
  for (guint i = 0; i < self->sessions->len; i++)
    {
      StewardSession *session = g_ptr_array_index (self->sessions, i);

      if (g_str_equal (steward_project_get_id (steward_session_get_project (session)), id))
        return session;
    }

  return NULL;
}

/* What is to be shown when the project has come. */
typedef struct
{
  StewardWindow *window;
  GCancellable  *cancellable;
  char          *row;
} Wanted;

static void
wanted_free (Wanted *wanted)
{
  g_object_unref (wanted->window);
  g_object_unref (wanted->cancellable);
  g_free (wanted->row);
  g_free (wanted);
}

/* An item by its case, from which one comes back to Today; any other row where
 * it stands on the timeline. */
static void
show_row (StewardWindow *self,
          const char    *row)
{
  const StewardSchedule *schedule = steward_session_get_schedule (self->session);

  if (row == NULL || *row == '\0')
    return;

  if (schedule != NULL && steward_plan_find_item (schedule->plan, row) != NULL)
    {
      steward_case_page_show_item (STEWARD_CASE_PAGE (steward_window_get_page (self, "case")), row, "today");
      steward_window_show_page (self, "case");
      return;
    }

  steward_window_show_page (self, "timeline");
  steward_timeline_page_select (STEWARD_TIMELINE_PAGE (steward_window_get_page (self, "timeline")), row);
}

static void
show_loaded (StewardWindow  *self,
             StewardSession *session,
             const char     *row)
{
  steward_window_show_session (self, session);
  steward_window_remember (self, steward_project_get_id (steward_session_get_project (session)));
  show_row (self, row);
  prune (self);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Wanted *wanted = user_data;
  StewardWindow *self = wanted->window;
  g_autoptr (StewardProject) project = NULL;
  g_autoptr (GError) error = NULL;
  gint64 version = 0;

  project = steward_store_load_finish (STEWARD_STORE (source), result, &version, &error);
  /* Something else is wanted by now, or the window is gone. */
  if (g_cancellable_is_cancelled (wanted->cancellable) || self->store != STEWARD_STORE (source))
    ;
  else if (project != NULL)
    show_loaded (self, steward_window_adopt (self, project, version), wanted->row);
  else
    steward_compat_tell (GTK_WINDOW (self), _("This Project Cannot Be Shown"), error->message);
  wanted_free (wanted);
}

static void
stop_loading (StewardWindow *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

void
steward_window_show_project (StewardWindow *self,
                             const char    *id,
                             const char    *row)
{
  StewardSession *session;
  Wanted *wanted;

  g_return_if_fail (STEWARD_IS_WINDOW (self));
  g_return_if_fail (id != NULL);

  if (self->store == NULL)
    return;

  stop_loading (self);
  session = find_session (self, id);
  if (session != NULL)
    {
      show_loaded (self, session, row);
      return;
    }

  self->loading = g_cancellable_new ();
  wanted = g_new0 (Wanted, 1);
  wanted->window = g_object_ref (self);
  wanted->cancellable = g_object_ref (self->loading);
  wanted->row = g_strdup (row);
  steward_store_load_async (self->store, id, self->loading, loaded_cb, wanted);
}

static gpointer
count_func (StewardDatabase  *database,
            gpointer          data,
            GCancellable     *cancellable,
            GError          **error)
{
  const StewardListQuery query = { .states = (1 << STEWARD_N_STATES) - 1, .today = steward_day_today () };
  g_autoptr (GArray) numbers = steward_database_find (database, &query, error);

  return numbers != NULL ? GUINT_TO_POINTER (numbers->len + 1) : NULL;
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (StewardWindow) self = user_data;
  guint count = GPOINTER_TO_UINT (steward_store_run_finish (STEWARD_STORE (source), result, NULL));

  if (self->session == NULL && steward_window_get_portfolio (self) == NULL && self->store == STEWARD_STORE (source))
    gtk_stack_set_visible_child_name (self->states, count == 1 ? "welcome" : "today");
}

void
steward_window_leave_project (StewardWindow *self)
{
  stop_loading (self);
  steward_window_show_session (self, NULL);
  prune (self);
  if (self->store != NULL)
    steward_window_remember (self, "");
}

void
steward_window_show_today (StewardWindow *self)
{
  g_return_if_fail (STEWARD_IS_WINDOW (self));

  /* Until it is known whether there is anything, nothing is shown but what was. */
  if (steward_window_get_portfolio (self) != NULL)
    gtk_stack_set_visible_child_name (self->states, "opening");
  steward_window_leave_project (self);
  if (self->store == NULL)
    return;

  /* Where there are no projects at all, the first one is offered. */
  steward_store_run_async (self->store, STEWARD_STORE_READ, count_func, NULL, NULL, NULL, NULL,
                           counted_cb, g_object_ref (self));
}

static void
store_changed_cb (StewardWindow *self)
{
  const char *state = gtk_stack_get_visible_child_name (self->states);

  /* Somebody else may have brought the first project. */
  if (self->session == NULL && g_strcmp0 (state, "welcome") == 0)
    steward_store_run_async (self->store, STEWARD_STORE_READ, count_func, NULL, NULL, NULL, NULL,
                             counted_cb, g_object_ref (self));
}

static gpointer
remember_func (StewardDatabase  *database,
               gpointer          data,
               GCancellable     *cancellable,
               GError          **error)
{
  g_autofree char *day = steward_day_format (steward_day_today ());

  return GINT_TO_POINTER (steward_database_set_setting (database, LAST_PROJECT, data, error)
                          && steward_database_set_setting (database, LAST_DAY, day, error));
}

void
steward_window_remember (StewardWindow *self,
                         const char    *id)
{
  /* Not worth a word when it fails. */
  steward_store_run_async (self->store, STEWARD_STORE_WRITE, remember_func, g_strdup (id), g_free, NULL, NULL,
                           NULL, NULL);
}

/* What was shown last, if that was today: a day begins with what is due. */
static gpointer
recall_func (StewardDatabase  *database,
             gpointer          data,
             GCancellable     *cancellable,
             GError          **error)
{
  g_autofree char *today = steward_day_format (steward_day_today ());
  g_autofree char *day = steward_database_get_setting (database, LAST_DAY, error);
  g_autofree char *id = NULL;

  if (g_strcmp0 (day, today) != 0)
    return NULL;

  id = steward_database_get_setting (database, LAST_PROJECT, error);
  if (id == NULL || *id == '\0' || steward_database_get_version (database, id, error) <= 0)
    return NULL;

  return g_steal_pointer (&id);
}

static void
recalled_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (StewardWindow) self = user_data;
  g_autofree char *id = steward_store_run_finish (STEWARD_STORE (source), result, NULL);

  if (self->store != STEWARD_STORE (source) || self->session != NULL || self->loading != NULL)
    return;

  if (id != NULL)
    steward_window_show_project (self, id, NULL);
  else
    steward_window_show_today (self);
}

static void
show_store_failure (StewardWindow *self,
                    const GError  *error)
{
  g_autofree char *path = g_file_get_parse_name (steward_application_get_database (get_application (self)));
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;

  text = strstr (error->message, path) != NULL ? g_strdup (error->message)
                                               : g_strdup_printf ("%s\n\n%s", error->message, path);
  markup = g_markup_escape_text (text, -1);
  adw_status_page_set_title (self->failure, g_error_matches (error, STEWARD_ERROR, STEWARD_ERROR_NEWER)
                                            ? _("Made by a Newer Version") : _("The Database Cannot Be Opened"));
  adw_status_page_set_description (self->failure, markup);
  gtk_stack_set_visible_child_name (self->states, "failure");
}

static void
set_store_actions (StewardWindow *self,
                   gboolean       open)
{
  static const char * const actions[] = {
    "win.choose-pack", "win.new-project", "win.new-like", "win.open", "win.import-sample", "win.today",
    "win.portfolio", "win.find-project", "win.back-up",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], open);
  gtk_widget_set_sensitive (GTK_WIDGET (self->new_button), open);
}

void
steward_window_attach_store (StewardWindow *self)
{
  StewardStore *store = steward_application_get_store (get_application (self));
  const GError *error = steward_application_get_store_error (get_application (self));

  set_store_actions (self, store != NULL);
  if (error != NULL)
    show_store_failure (self, error);
  if (store == NULL || store == self->store)
    return;

  g_set_object (&self->store, store);
  self->history = steward_history_new (store);
  steward_window_history_update (self);
  /* The short question first: the window shows nothing before its answer. */
  if (self->waiting->len == 0)
    steward_store_run_async (store, STEWARD_STORE_READ, recall_func, NULL, NULL, g_free, NULL,
                             recalled_cb, g_object_ref (self));
  steward_project_sidebar_set_store (self->projects, store);
  steward_today_page_set_store (self->today, store);
  steward_window_portfolio_update (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  steward_window_look_for_years (self);
  if (steward_store_get_calendar_problem (store) != NULL)
    steward_window_toast (self, steward_store_get_calendar_problem (store));

  for (guint i = 0; i < self->waiting->len; i++)
    steward_window_open_file (self, g_ptr_array_index (self->waiting, i));
  g_ptr_array_set_size (self->waiting, 0);
}

static void
today_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  StewardWindow *self = STEWARD_WINDOW (widget);

  steward_window_show_today (self);
  adw_leaflet_set_visible_child (self->leaflet, self->content);
  steward_today_page_focus (self->today);
}

static void
close_project_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  steward_window_show_today (STEWARD_WINDOW (widget));
}

/* What hands do by habit. */
static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  StewardWindow *self = STEWARD_WINDOW (widget);

  steward_window_commit (self);
  steward_window_settle (self);
  if (self->store != NULL && !steward_window_is_troubled (self))
    steward_window_toast (self, _("Whatever you change is kept at once; there is nothing to save"));
}

static void
retry_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  StewardWindow *self = STEWARD_WINDOW (widget);

  for (guint i = 0; i < self->sessions->len; i++)
    steward_keeper_retry (keeper_at (self, i));
}

static void
resolve_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  StewardWindow *self = STEWARD_WINDOW (widget);

  for (guint i = 0; i < self->sessions->len; i++)
    {
      StewardSession *session = g_ptr_array_index (self->sessions, i);

      if (steward_keeper_get_conflicts (steward_session_get_keeper (session))->len > 0)
        {
          steward_conflict_ask (GTK_WINDOW (self), session);
          return;
        }
    }
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  StewardWindow *self = STEWARD_WINDOW (widget);
  gboolean remove = g_str_equal (action_name, "win.remove-project");
  StewardProject *project = steward_session_get_project (self->session);
  g_autofree char *text = NULL;

  steward_project_set_state (project, remove ? STEWARD_STATE_REMOVED : STEWARD_STATE_OPEN);
  steward_keeper_flush (steward_session_get_keeper (self->session));
  if (!remove)
    return;

  text = g_strdup_printf (_("“%s” removed"), steward_session_get_title (self->session));
  steward_window_toast_action (self, text, _("_Undo"), "win.undo", NULL);
  steward_window_show_today (self);
}

void
steward_window_projects_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.today", NULL, today_action);
  gtk_widget_class_install_action (widget_class, "win.close-project", NULL, close_project_action);
  gtk_widget_class_install_action (widget_class, "win.remove-project", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "win.bring-back", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "win.retry", NULL, retry_action);
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.resolve", NULL, resolve_action);
}

void
steward_window_projects_init (StewardWindow *self)
{
  self->sessions = g_ptr_array_new_with_free_func (g_object_unref);
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}
