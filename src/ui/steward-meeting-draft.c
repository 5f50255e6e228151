/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-meeting-draft.h"

#include <glib/gstdio.h>

#include "steward-file.h"
#include "steward-project-file.h"

/* After the last change; typing goes on meanwhile. */
#define PAUSE_MS 700

#define START "start.steward"
#define TRIAL "decided.steward"

struct _StewardMeetingDraft
{
  GObject              parent_instance;

  StewardPresentation *presentation;
  StewardProject      *project;     /* as it was at the start */
  guint                pause;
  gboolean             started;     /* the project as it was is written */
  gboolean             writing;
  gboolean             again;       /* something changed meanwhile */
  gboolean             dropped;
};

G_DEFINE_FINAL_TYPE (StewardMeetingDraft, steward_meeting_draft, G_TYPE_OBJECT)

static void changed_cb (StewardMeetingDraft *self);

static GFile *
find_file (StewardProject *project,
           const char     *name)
{
  return g_file_new_build_filename (g_get_user_state_dir (), "steward", "meetings",
                                    steward_project_get_id (project), name, NULL);
}

/* What a thread writes: @start may be NULL. */
typedef struct
{
  GFile  *files[2];
  GBytes *bytes[2];
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  for (guint i = 0; i < G_N_ELEMENTS (work->files); i++)
    {
      g_clear_object (&work->files[i]);
      g_clear_pointer (&work->bytes[i], g_bytes_unref);
    }
  g_free (work);
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Work *work = data;
  g_autoptr (GFile) folder = g_file_get_parent (work->files[1]);

  g_mkdir_with_parents (g_file_peek_path (folder), 0700);
  for (guint i = 0; i < G_N_ELEMENTS (work->files); i++)
    {
      GError *error = NULL;

      if (work->bytes[i] != NULL && !steward_file_write (work->files[i], work->bytes[i], cancellable, &error))
        {
          g_task_return_error (task, error);
          return;
        }
    }
  g_task_return_boolean (task, TRUE);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  StewardMeetingDraft *self = STEWARD_MEETING_DRAFT (source);
  g_autoptr (GError) error = NULL;

  self->writing = FALSE;
  /* The meeting goes on without a net. */
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_message ("The draft of a meeting is not written: %s", error->message);
  else
    self->started = TRUE;
  if (self->dropped)
    steward_meeting_draft_remove (self->project);
  else if (self->again)
    changed_cb (self);
}

static gboolean
write_cb (gpointer user_data)
{
  StewardMeetingDraft *self = user_data;
  g_autoptr (GTask) task = g_task_new (self, NULL, written_cb, NULL);
  Work *work = g_new0 (Work, 1);

  self->pause = 0;
  self->writing = TRUE;
  self->again = FALSE;
  if (!self->started)
    work->bytes[0] = steward_project_file_write (steward_presentation_get_start (self->presentation));
  work->bytes[1] = steward_project_file_write (
                     steward_session_get_project (steward_presentation_get_trial (self->presentation)));
  work->files[0] = find_file (self->project, START);
  work->files[1] = find_file (self->project, TRIAL);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, write_thread);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (StewardMeetingDraft *self)
{
  if (!steward_presentation_has_decisions (self->presentation))
    return;

  self->again = TRUE;
  g_clear_handle_id (&self->pause, g_source_remove);
  if (!self->writing)
    self->pause = g_timeout_add (PAUSE_MS, write_cb, self);
}

static void
steward_meeting_draft_dispose (GObject *object)
{
  StewardMeetingDraft *self = STEWARD_MEETING_DRAFT (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->presentation != NULL)
    g_signal_handlers_disconnect_by_data (self->presentation, self);
  g_clear_object (&self->presentation);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (steward_meeting_draft_parent_class)->dispose (object);
}

static void
steward_meeting_draft_class_init (StewardMeetingDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = steward_meeting_draft_dispose;
}

static void
steward_meeting_draft_init (StewardMeetingDraft *self)
{
}

StewardMeetingDraft *
steward_meeting_draft_new (StewardPresentation *presentation)
{
  StewardMeetingDraft *self;

  g_return_val_if_fail (STEWARD_IS_PRESENTATION (presentation), NULL);

  self = g_object_new (STEWARD_TYPE_MEETING_DRAFT, NULL);
  self->presentation = g_object_ref (presentation);
  self->project = g_object_ref (steward_presentation_get_start (presentation));
  g_signal_connect_swapped (presentation, "changed", G_CALLBACK (changed_cb), self);

  return self;
}

gboolean
steward_meeting_draft_exists (StewardProject *project)
{
  g_autoptr (GFile) trial = find_file (project, TRIAL);

  /* It is written last. */
  return g_file_query_exists (trial, NULL);
}

gboolean
steward_meeting_draft_resume (StewardPresentation  *presentation,
                              GError              **error)
{
  g_autoptr (StewardProject) start = NULL, trial = NULL;
  g_autoptr (GFile) start_file = NULL, trial_file = NULL;
  StewardProject *project;

  g_return_val_if_fail (STEWARD_IS_PRESENTATION (presentation), FALSE);

  project = steward_session_get_project (steward_presentation_get_session (presentation));
  start_file = find_file (project, START);
  trial_file = find_file (project, TRIAL);
  start = steward_project_file_load (start_file, NULL, error);
  trial = start != NULL ? steward_project_file_load (trial_file, NULL, error) : NULL;

  return trial != NULL && steward_presentation_resume (presentation, start, trial, error);
}

void
steward_meeting_draft_drop (StewardMeetingDraft *self)
{
  g_return_if_fail (STEWARD_IS_MEETING_DRAFT (self));

  g_clear_handle_id (&self->pause, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->presentation, self);
  self->dropped = TRUE;
  steward_meeting_draft_remove (self->project);
}

void
steward_meeting_draft_remove (StewardProject *project)
{
  g_autoptr (GFile) start = NULL, trial = NULL, folder = NULL;

  g_return_if_fail (STEWARD_IS_PROJECT (project));

  start = find_file (project, START);
  trial = find_file (project, TRIAL);
  folder = g_file_get_parent (start);
  g_file_delete (trial, NULL, NULL);
  g_file_delete (start, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
}
