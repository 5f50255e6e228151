/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-session.h"

#include <glib/gi18n-lib.h>

#include "steward-shared-credit.h"

#include "steward-piece.h"

struct _StewardSession
{
  GObject          parent_instance;

  StewardProject  *project;
  StewardKeeper   *keeper;
  StewardCalendar *calendar;
  StewardSchedule *schedule;
  StewardScenario *trial;       /* levers that are tried, or NULL */
  StewardSchedule *drawn;       /* with these, NULL without */
  GCancellable    *asking;      /* other projects about the enterprise */
  char            *credit_code; /* that was asked about */
  GPtrArray       *retired;     /* schedules that views may still point into */
  GPtrArray       *findings;    /* of the schedule, once somebody asked */
  GError          *error;
  char            *title;
  guint            idle;
  guint            generation;
  gboolean         stale;
};

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

enum
{
  OUTDATED,
  SCHEDULE_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardSession, steward_session, G_TYPE_OBJECT)

static void
update_title (StewardSession *self)
{
  const char *name = steward_project_get_fact (self->project, STEWARD_FACT_NAME);
  g_autofree char *title = g_strdup (*name != '\0' ? name : _("New project"));

  if (g_strcmp0 (title, self->title) == 0)
    return;

  g_free (self->title);
  self->title = g_steal_pointer (&title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
compute (StewardSession *self)
{
  self->stale = FALSE;
  g_clear_error (&self->error);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  /* Drawings point into the old schedule until they hear of the new one. */
  if (self->schedule != NULL)
    g_ptr_array_add (self->retired, g_steal_pointer (&self->schedule));
  self->schedule = steward_schedule_new (self->project, self->calendar, STEWARD_DAY_NONE, &self->error);
  if (self->drawn != NULL)
    g_ptr_array_add (self->retired, g_steal_pointer (&self->drawn));
  if (self->trial != NULL)
    self->drawn = steward_schedule_new_with (self->project, self->calendar, STEWARD_DAY_NONE, self->trial, NULL);
}

static gboolean
idle_cb (gpointer user_data)
{
  StewardSession *self = user_data;

  self->idle = 0;
  if (self->stale)
    compute (self);
  g_signal_emit (self, signals[SCHEDULE_CHANGED], 0);
  g_ptr_array_set_size (self->retired, 0);

  return G_SOURCE_REMOVE;
}

static void
queue_compute (StewardSession *self)
{
  gboolean outdated = !self->stale;

  self->stale = TRUE;
  self->generation++;
  if (outdated)
    g_signal_emit (self, signals[OUTDATED], 0);

  /* Before the next frame is drawn, so that a tick and its consequences
   * appear together. */
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 10, idle_cb, self, NULL);
}

/* Whose record is asked for. */
typedef struct
{
  char *code;
  char *project;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_free (asked->code);
  g_free (asked->project);
  g_free (asked);
}

static gpointer
read_credit (StewardDatabase  *database,
             gpointer          data,
             GCancellable     *cancellable,
             GError          **error)
{
  const Asked *asked = data;

  return steward_database_find_credit (database, asked->code, asked->project, error);
}

static void
credit_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (StewardSession) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardSharedCredit) credit = steward_store_run_finish (STEWARD_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->asking);
  /* A database that fails says so where something is at stake; until then what
   * was known stays. */
  if (error == NULL && self->project != NULL)
    steward_project_set_shared_credit (self->project, credit);
}

/* The record of the enterprise is the same for all its projects. */
static void
ask_credit (StewardSession *self)
{
  const char *code = steward_project_get_fact (self->project, STEWARD_FACT_CREDIT_CODE);
  Asked *asked;

  if (self->keeper == NULL)
    return;
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_free (self->credit_code);
  self->credit_code = g_strdup (code);
  if (*code == '\0')
    {
      steward_project_set_shared_credit (self->project, NULL);
      return;
    }

  asked = g_new (Asked, 1);
  asked->code = g_strdup (code);
  asked->project = g_strdup (steward_project_get_id (self->project));
  self->asking = g_cancellable_new ();
  steward_store_run_async (steward_keeper_get_store (self->keeper), STEWARD_STORE_READ, read_credit, asked, asked_free,
                           (GDestroyNotify) steward_shared_credit_free, self->asking, credit_cb, g_object_ref (self));
}

static void
project_changed_cb (StewardSession *self)
{
  queue_compute (self);
  update_title (self);
  if (g_strcmp0 (self->credit_code, steward_project_get_fact (self->project, STEWARD_FACT_CREDIT_CODE)) != 0)
    ask_credit (self);
}

/* Somebody may have added a year. */
static void
store_changed_cb (StewardSession *self,
                  GPtrArray      *entries,
                  StewardStore   *store)
{
  StewardCalendar *calendar = steward_store_get_calendar (store);

  ask_credit (self);
  if (calendar == self->calendar)
    return;
  steward_calendar_unref (self->calendar);
  self->calendar = steward_calendar_ref (calendar);
  queue_compute (self);
}

static void
steward_session_dispose (GObject *object)
{
  StewardSession *self = STEWARD_SESSION (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_pointer (&self->credit_code, g_free);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_error (&self->error);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->schedule, steward_schedule_free);
  g_clear_pointer (&self->drawn, steward_schedule_free);
  g_clear_pointer (&self->trial, steward_scenario_free);
  g_clear_pointer (&self->retired, g_ptr_array_unref);
  g_clear_pointer (&self->calendar, steward_calendar_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_object (&self->keeper);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (steward_session_parent_class)->dispose (object);
}

static void
steward_session_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  StewardSession *self = STEWARD_SESSION (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steward_session_class_init (StewardSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = steward_session_dispose;
  object_class->get_property = steward_session_get_property;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* What the schedule points into has changed or gone. Drawings let go of it at
   * once: keys are handled within a frame, so that it may be painted before
   * anything idle comes. */
  signals[OUTDATED] =
    g_signal_new ("outdated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* The schedule, or the reason why there is none, is new. */
  signals[SCHEDULE_CHANGED] =
    g_signal_new ("schedule-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
steward_session_init (StewardSession *self)
{
  self->retired = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_schedule_free);
}

StewardSession *
steward_session_new (StewardStore   *store,
                     StewardProject *project,
                     gint64          version)
{
  StewardSession *self;

  g_return_val_if_fail (store == NULL || STEWARD_IS_STORE (store), NULL);
  g_return_val_if_fail (STEWARD_IS_PROJECT (project), NULL);

  self = g_object_new (STEWARD_TYPE_SESSION, NULL);
  self->project = g_object_ref (project);
  self->calendar = store != NULL ? steward_calendar_ref (steward_store_get_calendar (store))
                                 : steward_calendar_new_official ();
  if (store != NULL)
    {
      self->keeper = steward_keeper_new (store, project, version);
      g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (project, "changed", G_CALLBACK (project_changed_cb), self, G_CONNECT_SWAPPED);
  update_title (self);
  queue_compute (self);
  ask_credit (self);

  return self;
}

StewardSession *
steward_session_new_trial (StewardSession *origin)
{
  g_autoptr (StewardProject) copy = NULL;
  StewardSession *self;

  g_return_val_if_fail (STEWARD_IS_SESSION (origin), NULL);

  copy = steward_project_duplicate (origin->project);
  self = steward_session_new (NULL, copy, 0);
  steward_calendar_unref (self->calendar);
  self->calendar = steward_calendar_ref (origin->calendar);

  return self;
}

StewardProject *
steward_session_get_project (StewardSession *self)
{
  g_return_val_if_fail (STEWARD_IS_SESSION (self), NULL);

  return self->project;
}

StewardKeeper *
steward_session_get_keeper (StewardSession *self)
{
  g_return_val_if_fail (STEWARD_IS_SESSION (self), NULL);

  return self->keeper;
}

void
steward_session_flush (StewardSession *self)
{
  g_return_if_fail (STEWARD_IS_SESSION (self));

  if (self->keeper != NULL)
    steward_keeper_flush (self->keeper);
}

const StewardSchedule *
steward_session_get_schedule (StewardSession *self)
{
  g_return_val_if_fail (STEWARD_IS_SESSION (self), NULL);

  if (self->stale)
    compute (self);

  return self->schedule;
}

void
steward_session_set_trial (StewardSession        *self,
                           const StewardScenario *scenario)
{
  g_return_if_fail (STEWARD_IS_SESSION (self));

  if (scenario == NULL && self->trial == NULL)
    return;
  if (scenario != NULL && self->trial != NULL && steward_scenario_equal (scenario, self->trial))
    return;

  g_clear_pointer (&self->trial, steward_scenario_free);
  if (scenario != NULL)
    self->trial = steward_scenario_copy (scenario);
  queue_compute (self);
}

gboolean
steward_session_has_trial (StewardSession *self)
{
  g_return_val_if_fail (STEWARD_IS_SESSION (self), FALSE);

  return self->trial != NULL;
}

const StewardSchedule *
steward_session_get_drawn (StewardSession *self)
{
  const StewardSchedule *schedule;

  g_return_val_if_fail (STEWARD_IS_SESSION (self), NULL);

  schedule = steward_session_get_schedule (self);

  return self->drawn != NULL ? self->drawn : schedule;
}

GPtrArray *
steward_session_get_findings (StewardSession *self)
{
  const StewardSchedule *schedule;

  g_return_val_if_fail (STEWARD_IS_SESSION (self), NULL);

  schedule = steward_session_get_schedule (self);
  if (self->findings == NULL && schedule != NULL)
    self->findings = steward_check_schedule (schedule);

  return self->findings;
}

const GError *
steward_session_get_error (StewardSession *self)
{
  g_return_val_if_fail (STEWARD_IS_SESSION (self), NULL);

  return self->error;
}

StewardCalendar *
steward_session_get_calendar (StewardSession *self)
{
  g_return_val_if_fail (STEWARD_IS_SESSION (self), NULL);

  return self->calendar;
}

const char *
steward_session_get_title (StewardSession *self)
{
  g_return_val_if_fail (STEWARD_IS_SESSION (self), NULL);

  return self->title;
}

guint
steward_session_get_generation (StewardSession *self)
{
  g_return_val_if_fail (STEWARD_IS_SESSION (self), 0);

  return self->generation;
}

const char *
steward_session_get_actor (StewardSession *self)
{
  static const StewardFact facts[] = { STEWARD_FACT_FILLED_BY, STEWARD_FACT_STEWARD };

  g_return_val_if_fail (STEWARD_IS_SESSION (self), "");

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      const char *name = steward_project_get_fact (self->project, facts[i]);

      if (*name != '\0')
        return name;
    }

  return self->keeper != NULL ? steward_keeper_get_actor (self->keeper) : g_get_user_name ();
}

const char *
steward_session_get_person (StewardSession *self)
{
  g_return_val_if_fail (STEWARD_IS_SESSION (self), "");

  return self->keeper != NULL ? steward_keeper_get_actor (self->keeper) : steward_session_get_actor (self);
}

const StewardScheduleRow *
steward_session_get_next_due (StewardSession *self)
{
  const StewardSchedule *schedule = steward_session_get_schedule (self);
  const StewardScheduleRow *next = NULL;
  StewardDay next_due = STEWARD_DAY_NONE;

  for (guint i = 0; schedule != NULL && i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = g_ptr_array_index (schedule->rows, i);
      StewardDay due = row->answer.due != STEWARD_DAY_NONE ? row->answer.due : row->finish;

      if (row->kind != STEWARD_ROW_ITEM || row->decided != STEWARD_DAY_NONE)
        continue;
      if (next == NULL || due < next_due)
        {
          next = row;
          next_due = due;
        }
    }

  return next;
}

void
steward_session_check_day (StewardSession *self)
{
  g_return_if_fail (STEWARD_IS_SESSION (self));

  if (self->schedule != NULL && self->schedule->as_of != steward_day_today ())
    queue_compute (self);
}
