/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-edition-paper.h"

#include <glib/gi18n-lib.h>

#include "steward-compat.h"
#include "steward-edition.h"
#include "steward-file.h"
#include "steward-paper.h"
#include "steward-project-copy.h"
#include "steward-ui-text.h"

/* A paper on its way from the store to the window that shows it. */
typedef struct
{
  StewardWindow *window;
  char          *name;
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->window);
  g_free (opening->name);
  g_free (opening);
}

/* Where what is shown lies while the program runs; only its owner may look. */
static GFile *
place_file (const char  *name,
            GError     **error)
{
  g_autofree char *folder = g_dir_make_tmp ("steward-XXXXXX", error);

  return folder != NULL ? g_file_new_build_filename (folder, name, NULL) : NULL;
}

static void
tell (StewardWindow *window,
      const GError  *error)
{
  steward_compat_tell (GTK_WINDOW (window), _("The Paper Cannot Be Shown"), error->message);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Opening *opening = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = steward_store_get_file_finish (STEWARD_STORE (source), result, &error);

  if (bytes != NULL)
    steward_edition_paper_show (opening->window, bytes, opening->name);
  else
    tell (opening->window, error);
  opening_free (opening);
}

void
steward_edition_paper_show (StewardWindow *window,
                            GBytes        *pdf,
                            const char    *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;

  g_return_if_fail (STEWARD_IS_WINDOW (window));
  g_return_if_fail (pdf != NULL && name != NULL);

  file = place_file (name, &error);
  if (file != NULL && steward_file_write (file, pdf, NULL, &error))
    steward_window_show_paper (window, file);
  else
    tell (window, error);
}

void
steward_edition_paper_open (StewardWindow  *window,
                            StewardSession *session,
                            guint           number)
{
  const StewardEdition *edition;
  g_autofree char *part = NULL;
  StewardKeeper *keeper;
  Opening *opening;

  g_return_if_fail (STEWARD_IS_WINDOW (window));
  g_return_if_fail (STEWARD_IS_SESSION (session));

  edition = steward_project_get_edition (steward_session_get_project (session), number);
  keeper = steward_session_get_keeper (session);
  if (edition == NULL || *edition->paper == '\0' || keeper == NULL)
    return;

  part = g_strdup_printf ("%s-%u", steward_paper_get_stem (STEWARD_PAPER_SERVICE_PLAN), number);
  opening = g_new0 (Opening, 1);
  opening->window = g_object_ref (window);
  opening->name = steward_ui_file_name (steward_session_get_title (session), part, "pdf");
  steward_store_get_file_async (steward_keeper_get_store (keeper), edition->paper, NULL, read_cb, opening);
}

/* A comparison that is being drawn. */
typedef struct
{
  StewardProjectCopy *copy;
  char               *subject;
} Comparison;

static void
comparison_free (gpointer data)
{
  Comparison *comparison = data;

  steward_project_copy_free (comparison->copy);
  g_free (comparison->subject);
  g_free (comparison);
}

static void
compare_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Comparison *comparison = task_data;
  g_autoptr (StewardSchedule) schedule = NULL;
  GBytes *pdf = NULL;
  GError *error = NULL;

  schedule = steward_project_copy_read (comparison->copy, &error);
  if (schedule != NULL)
    pdf = steward_paper_render (STEWARD_PAPER_CHANGE, schedule, comparison->subject, NULL, &error);

  if (pdf != NULL)
    g_task_return_pointer (task, pdf, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Opening *opening = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = g_task_propagate_pointer (G_TASK (result), &error);

  if (pdf != NULL)
    steward_edition_paper_show (opening->window, pdf, opening->name);
  else
    tell (opening->window, error);
  opening_free (opening);
}

void
steward_edition_paper_compare (StewardWindow  *window,
                               StewardSession *session,
                               guint           older,
                               guint           newer)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *part = NULL;
  Comparison *comparison;
  Opening *opening;

  g_return_if_fail (STEWARD_IS_WINDOW (window));
  g_return_if_fail (STEWARD_IS_SESSION (session));

  comparison = g_new0 (Comparison, 1);
  comparison->copy = steward_project_copy_new (session);
  comparison->subject = g_strdup_printf ("%u-%u", older, newer);
  part = g_strdup_printf ("%s-%s", steward_paper_get_stem (STEWARD_PAPER_CHANGE), comparison->subject);
  opening = g_new0 (Opening, 1);
  opening->window = g_object_ref (window);
  opening->name = steward_ui_file_name (steward_session_get_title (session), part, "pdf");
  task = g_task_new (NULL, NULL, compared_cb, opening);
  g_task_set_source_tag (task, steward_edition_paper_compare);
  g_task_set_task_data (task, comparison, comparison_free);
  g_task_run_in_thread (task, compare_thread);
}
