/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-issue.h"

#include <glib/gi18n-lib.h>

#include "steward-edition.h"
#include "steward-error.h"
#include "steward-paper.h"
#include "steward-project-copy.h"

/**
 * Issue:
 * @generation: of the session when it was asked for
 * @content, @pdf: made on another thread, of the same copy of the project
 *
 * An edition on its way.
 */
typedef struct
{
  StewardSession     *session;
  StewardProjectCopy *copy;
  StewardDay          day;
  char               *reason;
  guint               generation;
  char               *content;
  GBytes             *pdf;
} Issue;

static void
issue_free (gpointer data)
{
  Issue *issue = data;

  g_object_unref (issue->session);
  steward_project_copy_free (issue->copy);
  g_clear_pointer (&issue->pdf, g_bytes_unref);
  g_free (issue->reason);
  g_free (issue->content);
  g_free (issue);
}

static void
draw_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Issue *issue = task_data;
  g_autoptr (StewardSchedule) schedule = NULL;
  GError *error = NULL;

  schedule = steward_project_copy_read (issue->copy, &error);
  if (schedule != NULL)
    {
      issue->content = steward_schedule_freeze (schedule);
      issue->pdf = steward_paper_render (STEWARD_PAPER_SERVICE_PLAN, schedule, NULL, NULL, &error);
    }

  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Gives the number, or the reason why there is none. */
static void
add_edition (GTask      *task,
             const char *paper)
{
  const Issue *issue = g_task_get_task_data (task);
  StewardProject *project = steward_session_get_project (issue->session);
  StewardEdition edition = {
    .day = issue->day,
    .by = (char *) steward_session_get_person (issue->session),
    .reason = issue->reason,
    .content = issue->content,
    .paper = (char *) paper,
    .notified = STEWARD_DAY_NONE,
  };
  GError *error = NULL;
  guint number;

  if (issue->generation != steward_session_get_generation (issue->session))
    {
      g_task_return_new_error (task, STEWARD_ERROR, STEWARD_ERROR_CONFLICT,
                               _("The plan was changed while its paper was made. Look at it, and issue it again."));
      return;
    }

  steward_session_flush (issue->session);
  number = steward_project_add_edition (project, &edition, &error);
  if (number == 0)
    {
      g_task_return_error (task, error);
      return;
    }
  steward_session_flush (issue->session);
  g_task_return_int (task, number);
}

static void
put_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autofree char *paper = steward_store_put_file_finish (STEWARD_STORE (source), result, &error);

  if (paper != NULL)
    add_edition (task, paper);
  else
    g_task_return_error (task, error);
}

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  const Issue *issue = g_task_get_task_data (task);
  StewardKeeper *keeper = steward_session_get_keeper (issue->session);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_error (task, error);
  else if (keeper != NULL)
    steward_store_put_file_async (steward_keeper_get_store (keeper), issue->pdf, g_task_get_cancellable (task),
                                  put_cb, g_object_ref (task));
  else
    /* A project that is kept nowhere has no place for a paper. */
    add_edition (task, "");
}

void
steward_issue_async (StewardSession      *session,
                     StewardDay           day,
                     const char          *reason,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  GTask *task;
  g_autoptr (GTask) drawing = NULL;
  Issue *issue;

  g_return_if_fail (STEWARD_IS_SESSION (session));
  g_return_if_fail (day != STEWARD_DAY_NONE);
  g_return_if_fail (reason != NULL);

  issue = g_new0 (Issue, 1);
  issue->session = g_object_ref (session);
  issue->copy = steward_project_copy_new (session);
  issue->day = day;
  issue->reason = g_strdup (reason);
  issue->generation = steward_session_get_generation (session);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, steward_issue_async);
  g_task_set_task_data (task, issue, issue_free);

  /* The first task keeps what the thread of the second works on. */
  drawing = g_task_new (NULL, cancellable, drawn_cb, task);
  g_task_set_task_data (drawing, issue, NULL);
  g_task_run_in_thread (drawing, draw_thread);
}

guint
steward_issue_finish (GAsyncResult  *result,
                      GError       **error)
{
  gssize number;

  g_return_val_if_fail (G_IS_TASK (result), 0);

  number = g_task_propagate_int (G_TASK (result), error);

  return number > 0 ? (guint) number : 0;
}
