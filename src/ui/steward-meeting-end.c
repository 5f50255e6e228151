/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-meeting-end.h"

#include <glib/gi18n-lib.h>

#include "steward-error.h"
#include "steward-paper.h"
#include "steward-papers.h"
#include "steward-project-copy.h"
#include "steward-ui-text.h"

/* Drawn anew when somebody changes the project meanwhile, so many times. */
#define MAX_ROUNDS 5

static const StewardPaperKind kinds[] = { STEWARD_PAPER_OPINION, STEWARD_PAPER_MINUTES };

/**
 * End:
 * @meeting: its number in the project as it will be
 * @generation, @decided: of the project and of what the meeting decided, when
 *   the papers were begun
 * @papers: (element-type GBytes); @hashes: (element-type utf8): of the files
 *
 * A meeting on its way into the project.
 */
typedef struct
{
  gboolean            over;
  StewardProjectCopy *copy;
  guint               meeting;
  guint               generation;
  guint               decided;
  guint               round;
  GPtrArray          *papers;
  GPtrArray          *hashes;
} End;

static void begin (GTask *task);

static void
end_free (gpointer data)
{
  End *end = data;

  g_clear_pointer (&end->copy, steward_project_copy_free);
  g_clear_pointer (&end->papers, g_ptr_array_unref);
  g_clear_pointer (&end->hashes, g_ptr_array_unref);
  g_free (end);
}

static StewardSession *
get_session (GTask *task)
{
  return steward_presentation_get_session (g_task_get_source_object (task));
}

static void
draw_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  End *end = task_data;
  GError *error = NULL;
  g_autoptr (StewardSchedule) schedule = steward_project_copy_read (end->copy, &error);
  g_autofree char *subject = g_strdup_printf ("%u", end->meeting);

  for (gsize i = 0; schedule != NULL && error == NULL && i < G_N_ELEMENTS (kinds); i++)
    {
      GBytes *paper = steward_paper_render (kinds[i], schedule, subject, NULL, &error);

      if (paper != NULL)
        g_ptr_array_add (end->papers, paper);
    }
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
fill_document (GTask           *task,
               guint            place,
               StewardDocument *document)
{
  StewardPresentation *presentation = g_task_get_source_object (task);
  const End *end = g_task_get_task_data (task);
  StewardPack *pack = steward_project_get_pack (steward_session_get_project (get_session (task)));

  document->id = g_uuid_string_random ();
  document->form = (char *) steward_paper_get_form (kinds[place]);
  document->subject = g_strdup_printf ("%u", end->meeting);
  document->title = (char *) steward_paper_get_title (kinds[place], pack);
  document->state = STEWARD_DOCUMENT_MADE;
  document->day = steward_day_today ();
  document->sha256 = g_ptr_array_index (end->hashes, place);
  document->name = steward_meeting_end_name_paper (presentation, place);
  document->by = (char *) steward_session_get_actor (get_session (task));
}

static void
record (GTask *task)
{
  StewardPresentation *presentation = g_task_get_source_object (task);
  End *end = g_task_get_task_data (task);
  StewardDocument documents[G_N_ELEMENTS (kinds)] = { { NULL } };
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  GError *error = NULL;

  /* A project that is kept nowhere has no place for papers. */
  for (guint i = 0; end->hashes != NULL && i < G_N_ELEMENTS (kinds); i++)
    {
      fill_document (task, i, &documents[i]);
      g_ptr_array_add (list, &documents[i]);
    }
  if (steward_presentation_record (presentation, end->over, list, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_free (documents[i].id);
      g_free (documents[i].subject);
      g_free (documents[i].name);
    }
}

/* What the papers say has to be what is recorded. */
static void
record_or_begin_anew (GTask *task)
{
  StewardSession *trial = steward_presentation_get_trial (g_task_get_source_object (task));
  End *end = g_task_get_task_data (task);

  if (end->generation == steward_session_get_generation (get_session (task))
      && end->decided == steward_session_get_generation (trial))
    record (task);
  else if (end->round < MAX_ROUNDS)
    begin (task);
  else
    g_task_return_new_error (task, STEWARD_ERROR, STEWARD_ERROR_CONFLICT,
                             _("The project was changed while the papers of the meeting were made. Try again."));
}

static void
free_hashes (gpointer hashes)
{
  g_ptr_array_unref (hashes);
}

static gpointer
put_files (StewardDatabase  *database,
           gpointer          data,
           GCancellable     *cancellable,
           GError          **error)
{
  GPtrArray *papers = data;
  g_autoptr (GPtrArray) hashes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < papers->len; i++)
    {
      char *sha256 = steward_database_put_file (database, g_ptr_array_index (papers, i), error);

      if (sha256 == NULL)
        return NULL;
      g_ptr_array_add (hashes, sha256);
    }

  return g_steal_pointer (&hashes);
}

static void
put_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  End *end = g_task_get_task_data (task);
  GError *error = NULL;

  g_clear_pointer (&end->hashes, g_ptr_array_unref);
  end->hashes = steward_store_run_finish (STEWARD_STORE (source), result, &error);
  if (end->hashes != NULL)
    record_or_begin_anew (task);
  else
    g_task_return_error (task, error);
}

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  End *end = g_task_get_task_data (task);
  StewardKeeper *keeper = steward_session_get_keeper (get_session (task));
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_error (task, error);
  else if (keeper != NULL)
    steward_store_run_async (steward_keeper_get_store (keeper), STEWARD_STORE_WRITE, put_files,
                             g_ptr_array_ref (end->papers), free_hashes, free_hashes, NULL, put_cb, g_object_ref (task));
  else
    record_or_begin_anew (task);
}

static void
begin (GTask *task)
{
  End *end = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (StewardSession) rehearsal = NULL;
  g_autoptr (GTask) drawing = NULL;

  end->round++;
  rehearsal = steward_presentation_rehearse (g_task_get_source_object (task), end->over, &end->meeting, &error);
  if (rehearsal == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  end->generation = steward_session_get_generation (get_session (task));
  end->decided = steward_session_get_generation (steward_presentation_get_trial (g_task_get_source_object (task)));
  g_clear_pointer (&end->copy, steward_project_copy_free);
  end->copy = steward_project_copy_new (rehearsal);
  g_clear_pointer (&end->papers, g_ptr_array_unref);
  end->papers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  drawing = g_task_new (NULL, NULL, drawn_cb, g_object_ref (task));
  g_task_set_task_data (drawing, end, NULL);
  g_task_run_in_thread (drawing, draw_thread);
}

void
steward_meeting_end_async (StewardPresentation *presentation,
                           gboolean             over,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  End *end;

  g_return_if_fail (STEWARD_IS_PRESENTATION (presentation));

  end = g_new0 (End, 1);
  end->over = over;
  task = g_task_new (presentation, NULL, callback, user_data);
  g_task_set_source_tag (task, steward_meeting_end_async);
  g_task_set_task_data (task, end, end_free);
  begin (task);
}

gboolean
steward_meeting_end_finish (StewardPresentation  *presentation,
                            GAsyncResult         *result,
                            GPtrArray           **papers,
                            GError              **error)
{
  End *end;

  g_return_val_if_fail (g_task_is_valid (result, presentation), FALSE);
  g_return_val_if_fail (papers != NULL, FALSE);

  *papers = NULL;
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  end = g_task_get_task_data (G_TASK (result));
  *papers = g_ptr_array_ref (end->papers);

  return TRUE;
}

char *
steward_meeting_end_name_paper (StewardPresentation *presentation,
                                guint                place)
{
  StewardSession *session;

  g_return_val_if_fail (STEWARD_IS_PRESENTATION (presentation), NULL);
  g_return_val_if_fail (place < G_N_ELEMENTS (kinds), NULL);

  session = steward_presentation_get_session (presentation);

  return steward_ui_file_name (steward_session_get_title (session),
                               steward_paper_get_title (kinds[place],
                                                        steward_project_get_pack (steward_session_get_project (session))),
                               "pdf");
}
