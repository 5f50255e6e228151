/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-levers-trial.h"

#include "steward-piece.h"

struct _StewardLeversTrial
{
  GObject             parent_instance;

  StewardSession     *session;
  StewardScenario    *scenarios[STEWARD_N_TRIALS];
  StewardTrial        chosen;
  GHashTable         *wanted;        /* ids of levers */
  StewardTrialAnswer *answer;
  GError             *error;
  gboolean            busy;
  gboolean            again;         /* something changed meanwhile */
};

/* What a thread computes with: nothing of it belongs to anybody else. */
typedef struct
{
  StewardProject   *project;
  StewardCalendar  *calendar;
  StewardDay        as_of;
  StewardScenario  *scenarios[STEWARD_N_TRIALS];
  StewardTrial      chosen;
  char            **wanted;
} Work;

enum { ANSWERED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardLeversTrial, steward_levers_trial, G_TYPE_OBJECT)

static void
work_free (gpointer data)
{
  Work *work = data;

  g_object_unref (work->project);
  steward_calendar_unref (work->calendar);
  for (guint i = 0; i < STEWARD_N_TRIALS; i++)
    steward_scenario_free (work->scenarios[i]);
  g_strfreev (work->wanted);
  g_free (work);
}

static void
answer_free (StewardTrialAnswer *answer)
{
  if (answer == NULL)
    return;

  for (guint i = 0; i < STEWARD_N_TRIALS; i++)
    steward_schedule_free (answer->figures[i].schedule);
  g_clear_pointer (&answer->offers, g_ptr_array_unref);
  g_clear_pointer (&answer->items, g_hash_table_unref);
  steward_comparison_free (answer->comparison);
  g_free (answer->text);
  g_object_unref (answer->project);
  g_free (answer);
}

static void
answer_destroy (gpointer data)
{
  answer_free (data);
}

static gboolean
compute_figures (StewardTrialAnswer  *answer,
                 const Work          *work,
                 StewardTrial         trial,
                 GError             **error)
{
  StewardTrialFigures *figures = &answer->figures[trial];
  const StewardSchedule *now = answer->figures[STEWARD_TRIAL_NOW].schedule;
  StewardSchedule *schedule = steward_schedule_new_with (work->project, work->calendar, work->as_of,
                                                         work->scenarios[trial], error);

  if (schedule == NULL)
    return FALSE;

  figures->schedule = schedule;
  figures->construction = STEWARD_DAY_NONE;
  for (guint i = 0; i < schedule->rows->len && figures->construction == STEWARD_DAY_NONE; i++)
    {
      const StewardScheduleRow *row = g_ptr_array_index (schedule->rows, i);

      if (row->kind == STEWARD_ROW_ACTIVITY)
        figures->construction = row->start;
    }
  if (now != NULL)
    {
      figures->saved = steward_calendar_count (work->calendar, schedule->finish, now->finish);
      figures->saved_approval = now->approval_days - schedule->approval_days;
    }

  return TRUE;
}

static gboolean
compute_offers (StewardTrialAnswer  *answer,
                const Work          *work,
                GError             **error)
{
  const StewardScenario *scenario = work->scenarios[work->chosen];

  answer->offers = steward_levers_list (work->project, work->calendar, work->as_of, scenario, error);
  for (guint i = 0; answer->offers != NULL && work->wanted[i] != NULL; i++)
    {
      GPtrArray *items = steward_levers_list_items (work->project, work->calendar, work->as_of, scenario,
                                                    work->wanted[i], error);

      if (items == NULL)
        return FALSE;
      g_hash_table_insert (answer->items, g_strdup (work->wanted[i]), items);
    }

  return answer->offers != NULL;
}

static gboolean
compute (StewardTrialAnswer  *answer,
         const Work          *work,
         GError             **error)
{
  const StewardScenario *scenario = work->scenarios[work->chosen];

  for (guint i = 0; i < STEWARD_N_TRIALS; i++)
    {
      if (!compute_figures (answer, work, i, error))
        return FALSE;
    }
  if (!compute_offers (answer, work, error))
    return FALSE;

  answer->comparison = steward_levers_compare (work->project, work->calendar, work->as_of,
                                               work->scenarios[STEWARD_TRIAL_NOW], scenario, error);
  if (answer->comparison == NULL)
    return FALSE;
  answer->text = steward_levers_to_text (work->project, work->calendar, work->as_of, scenario, error);

  return answer->text != NULL;
}

static void
work_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const Work *work = task_data;
  StewardTrialAnswer *answer = g_new0 (StewardTrialAnswer, 1);
  GError *error = NULL;

  answer->project = g_object_ref (work->project);
  answer->items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  if (compute (answer, work, &error))
    {
      g_task_return_pointer (task, answer, answer_destroy);
    }
  else
    {
      answer_free (answer);
      g_task_return_error (task, error);
    }
}

static void compute_again (StewardLeversTrial *self);

static void
computed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  StewardLeversTrial *self = STEWARD_LEVERS_TRIAL (source);
  GError *error = NULL;
  StewardTrialAnswer *answer = g_task_propagate_pointer (G_TASK (result), &error);

  self->busy = FALSE;
  /* What is out of date already is not shown, or switches would jump back. */
  if (self->again)
    {
      answer_free (answer);
      g_clear_error (&error);
      compute_again (self);
      return;
    }

  g_clear_error (&self->error);
  self->error = error;
  if (answer != NULL)
    {
      StewardTrialAnswer *old = self->answer;

      self->answer = answer;
      g_signal_emit (self, signals[ANSWERED], 0);
      answer_free (old);
    }
  else
    {
      g_signal_emit (self, signals[ANSWERED], 0);
    }
}

static void
compute_again (StewardLeversTrial *self)
{
  g_autoptr (GTask) task = NULL;
  Work *work;

  self->again = self->busy;
  if (self->again)
    return;

  work = g_new0 (Work, 1);
  work->project = steward_project_duplicate (steward_session_get_project (self->session));
  work->calendar = steward_calendar_ref (steward_session_get_calendar (self->session));
  work->as_of = steward_day_today ();
  for (guint i = 0; i < STEWARD_N_TRIALS; i++)
    work->scenarios[i] = steward_scenario_copy (self->scenarios[i]);
  work->chosen = self->chosen;
  work->wanted = (char **) g_hash_table_get_keys_as_array (self->wanted, NULL);
  for (guint i = 0; work->wanted[i] != NULL; i++)
    work->wanted[i] = g_strdup (work->wanted[i]);

  self->busy = TRUE;
  task = g_task_new (self, NULL, computed_cb, NULL);
  g_task_set_source_tag (task, compute_again);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, work_thread);
}

/* The project was changed, by somebody else or by an adoption. */
static void
schedule_changed_cb (StewardLeversTrial *self)
{
  steward_scenario_free (self->scenarios[STEWARD_TRIAL_NOW]);
  self->scenarios[STEWARD_TRIAL_NOW] =
    steward_scenario_new_from_project (steward_session_get_project (self->session));
  compute_again (self);
}

static void
steward_levers_trial_dispose (GObject *object)
{
  StewardLeversTrial *self = STEWARD_LEVERS_TRIAL (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (steward_levers_trial_parent_class)->dispose (object);
}

static void
steward_levers_trial_finalize (GObject *object)
{
  StewardLeversTrial *self = STEWARD_LEVERS_TRIAL (object);

  for (guint i = 0; i < STEWARD_N_TRIALS; i++)
    steward_scenario_free (self->scenarios[i]);
  g_hash_table_unref (self->wanted);
  answer_free (self->answer);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (steward_levers_trial_parent_class)->finalize (object);
}

static void
steward_levers_trial_class_init (StewardLeversTrialClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = steward_levers_trial_dispose;
  object_class->finalize = steward_levers_trial_finalize;

  signals[ANSWERED] =
    g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
steward_levers_trial_init (StewardLeversTrial *self)
{
  self->chosen = STEWARD_TRIAL_A;
  self->wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

StewardLeversTrial *
steward_levers_trial_new (StewardSession *session)
{
  StewardLeversTrial *self;

  g_return_val_if_fail (STEWARD_IS_SESSION (session), NULL);

  self = g_object_new (STEWARD_TYPE_LEVERS_TRIAL, NULL);
  self->session = g_object_ref (session);
  for (guint i = 0; i < STEWARD_N_TRIALS; i++)
    self->scenarios[i] = steward_scenario_new_from_project (steward_session_get_project (session));
  g_signal_connect_object (session, "schedule-changed", G_CALLBACK (schedule_changed_cb), self, G_CONNECT_SWAPPED);
  compute_again (self);

  return self;
}

StewardSession *
steward_levers_trial_get_session (StewardLeversTrial *self)
{
  g_return_val_if_fail (STEWARD_IS_LEVERS_TRIAL (self), NULL);

  return self->session;
}

const StewardTrialAnswer *
steward_levers_trial_get_answer (StewardLeversTrial *self)
{
  g_return_val_if_fail (STEWARD_IS_LEVERS_TRIAL (self), NULL);

  return self->answer;
}

const GError *
steward_levers_trial_get_error (StewardLeversTrial *self)
{
  g_return_val_if_fail (STEWARD_IS_LEVERS_TRIAL (self), NULL);

  return self->error;
}

gboolean
steward_levers_trial_is_busy (StewardLeversTrial *self)
{
  g_return_val_if_fail (STEWARD_IS_LEVERS_TRIAL (self), FALSE);

  return self->busy;
}

StewardTrial
steward_levers_trial_get_chosen (StewardLeversTrial *self)
{
  g_return_val_if_fail (STEWARD_IS_LEVERS_TRIAL (self), STEWARD_TRIAL_A);

  return self->chosen;
}

void
steward_levers_trial_choose (StewardLeversTrial *self,
                             StewardTrial        trial)
{
  g_return_if_fail (STEWARD_IS_LEVERS_TRIAL (self));
  g_return_if_fail (trial == STEWARD_TRIAL_A || trial == STEWARD_TRIAL_B);

  if (trial == self->chosen)
    return;

  self->chosen = trial;
  compute_again (self);
}

/* What the project has decided about @lever, for the plan and for its items. */
static void
restore_lever (StewardLeversTrial *self,
               const char         *lever)
{
  const StewardScenario *now = self->scenarios[STEWARD_TRIAL_NOW];
  StewardScenario *scenario = self->scenarios[self->chosen];
  const StewardSchedule *schedule = steward_session_get_schedule (self->session);
  gboolean on;

  steward_scenario_set_all (scenario, lever, FALSE);
  steward_scenario_unset (scenario, lever, NULL);
  if (steward_scenario_get (now, lever, NULL, &on))
    steward_scenario_set (scenario, lever, NULL, on);
  for (guint i = 0; schedule != NULL && i < schedule->plan->items->len; i++)
    {
      const StewardPlanItem *item = g_ptr_array_index (schedule->plan->items, i);

      if (steward_scenario_get (now, lever, item->base, &on))
        steward_scenario_set (scenario, lever, item->base, on);
    }
}

void
steward_levers_trial_switch (StewardLeversTrial *self,
                             const char         *id,
                             const char         *item,
                             gboolean            on)
{
  const StewardScenario *now;
  StewardScenario *scenario;
  const StewardLever *lever;
  gboolean was;

  g_return_if_fail (STEWARD_IS_LEVERS_TRIAL (self));
  g_return_if_fail (id != NULL);

  lever = steward_pack_find_lever (steward_project_get_pack (steward_session_get_project (self->session)), id);
  g_return_if_fail (lever != NULL);

  now = self->scenarios[STEWARD_TRIAL_NOW];
  scenario = self->scenarios[self->chosen];
  if (item == NULL && steward_scenario_is_on (now, lever, NULL) == on)
    {
      restore_lever (self, id);
    }
  else if (item == NULL)
    {
      steward_scenario_set_all (scenario, id, on);
    }
  else
    {
      steward_scenario_unset (scenario, id, item);
      if (steward_scenario_is_on (scenario, lever, item) != on
          || (steward_scenario_get (now, id, item, &was) && was == on))
        steward_scenario_set (scenario, id, item, on);
    }
  compute_again (self);
}

void
steward_levers_trial_want_items (StewardLeversTrial *self,
                                 const char         *lever,
                                 gboolean            wanted)
{
  g_return_if_fail (STEWARD_IS_LEVERS_TRIAL (self));
  g_return_if_fail (lever != NULL);

  if (!wanted)
    g_hash_table_remove (self->wanted, lever);
  else if (g_hash_table_add (self->wanted, g_strdup (lever)))
    compute_again (self);
}

gboolean
steward_levers_trial_is_changed (StewardLeversTrial *self)
{
  g_return_val_if_fail (STEWARD_IS_LEVERS_TRIAL (self), FALSE);

  return !steward_scenario_equal (self->scenarios[STEWARD_TRIAL_NOW], self->scenarios[self->chosen]);
}

char *
steward_levers_trial_get_news (StewardLeversTrial *self,
                               const char         *group)
{
  g_autoptr (GString) news = g_string_new (NULL);
  g_auto (GStrv) old = NULL;
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (STEWARD_IS_LEVERS_TRIAL (self), NULL);
  g_return_val_if_fail (group != NULL, NULL);

  old = g_strsplit (steward_project_get_text (steward_session_get_project (self->session), group), "\n", -1);
  lines = g_strsplit (self->answer != NULL ? self->answer->text : "", "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] == '\0' || g_strv_contains ((const char * const *) old, lines[i]))
        continue;
      g_string_append_printf (news, "%s%s", news->len > 0 ? "\n" : "", lines[i]);
    }

  return g_string_free (g_steal_pointer (&news), FALSE);
}

/* What was typed stays as it is, and the news stand below. */
static char *
append_news (StewardLeversTrial *self,
             const char         *group)
{
  const char *old = steward_project_get_text (steward_session_get_project (self->session), group);
  g_autofree char *news = steward_levers_trial_get_news (self, group);

  if (*old == '\0' || *news == '\0')
    return g_strconcat (old, news, NULL);

  return g_strconcat (old, g_str_has_suffix (old, "\n") ? "" : "\n", news, NULL);
}

gboolean
steward_levers_trial_has_room (StewardLeversTrial *self,
                               const char         *group)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (STEWARD_IS_LEVERS_TRIAL (self), FALSE);
  g_return_val_if_fail (group != NULL, FALSE);

  text = append_news (self, group);

  return g_utf8_strlen (text, -1) <= STEWARD_TEXT_MAX_CHARS;
}

void
steward_levers_trial_adopt (StewardLeversTrial *self,
                            const char         *group)
{
  StewardProject *project;
  StewardKeeper *keeper;

  g_return_if_fail (STEWARD_IS_LEVERS_TRIAL (self));

  project = steward_session_get_project (self->session);
  keeper = steward_session_get_keeper (self->session);
  /* What was typed before is a change of its own, and so is this, at once:
   * text alone would wait for more. */
  if (keeper != NULL)
    steward_keeper_flush (keeper);
  steward_scenario_adopt (self->scenarios[self->chosen], project, steward_session_get_actor (self->session));
  if (group != NULL && steward_levers_trial_has_room (self, group))
    {
      g_autofree char *text = append_news (self, group);

      steward_project_set_text (project, group, text);
    }
  if (keeper != NULL)
    steward_keeper_flush (keeper);
}
