/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-papers.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-error.h"

#define STEP(kind) (1u << STEWARD_ENTRUSTMENT_STEP_##kind)

static const char *const state_words[] = {
  "none", "drafted", "sent", "in-force", "declined", "suspended", "closed"
};

G_STATIC_ASSERT (G_N_ELEMENTS (state_words) == STEWARD_N_ENTRUSTMENT_STATES);

/* What may come next in each state. While one paper is in force another one
 * may be drafted, sent, and signed in its place. */
static const guint possible[STEWARD_N_ENTRUSTMENT_STATES] = {
  [STEWARD_ENTRUSTMENT_NONE] = STEP (DRAFTED),
  [STEWARD_ENTRUSTMENT_DRAFTED] = STEP (DRAFTED) | STEP (PRINTED) | STEP (SENT) | STEP (SIGNED) | STEP (DECLINED),
  [STEWARD_ENTRUSTMENT_SENT] = STEP (DRAFTED) | STEP (SENT) | STEP (REMINDED) | STEP (SIGNED) | STEP (DECLINED),
  [STEWARD_ENTRUSTMENT_IN_FORCE] = STEP (DRAFTED) | STEP (REMINDED) | STEP (CHANGED) | STEP (SUSPENDED) |
                                   STEP (STAGE_CLOSED) | STEP (CLOSED),
  [STEWARD_ENTRUSTMENT_DECLINED] = STEP (DRAFTED),
  [STEWARD_ENTRUSTMENT_SUSPENDED] = STEP (REMINDED) | STEP (RESUMED) | STEP (CLOSED),
  [STEWARD_ENTRUSTMENT_CLOSED] = STEP (DRAFTED),
};
static const guint renewing = STEP (PRINTED) | STEP (SENT) | STEP (SIGNED) | STEP (DECLINED);

const char *
steward_entrustment_state_to_word (StewardEntrustmentState state)
{
  g_return_val_if_fail ((guint) state < STEWARD_N_ENTRUSTMENT_STATES, NULL);

  return state_words[state];
}

const char *
steward_entrustment_state_get_name (StewardEntrustmentState state)
{
  static const char *const names[] = {
    NC_("entrustment", "not drafted"), NC_("entrustment", "drafted"), NC_("entrustment", "sent"),
    NC_("entrustment", "in force"), NC_("entrustment", "declined"), NC_("entrustment", "suspended"),
    NC_("entrustment", "closed"),
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == STEWARD_N_ENTRUSTMENT_STATES);
  g_return_val_if_fail ((guint) state < STEWARD_N_ENTRUSTMENT_STATES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "entrustment", names[state]);
}

const char *
steward_entrustment_kind_get_name (StewardEntrustmentKind kind)
{
  static const char *const names[] = {
    NC_("entrustment step", "drafted"), NC_("entrustment step", "printed"), NC_("entrustment step", "sent"),
    NC_("entrustment step", "signed"), NC_("entrustment step", "declined"), NC_("entrustment step", "reminded"),
    NC_("entrustment step", "changed"), NC_("entrustment step", "suspended"), NC_("entrustment step", "resumed"),
    NC_("entrustment step", "stage closed"), NC_("entrustment step", "closed"),
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == STEWARD_N_ENTRUSTMENT_STEPS);
  g_return_val_if_fail ((guint) kind < STEWARD_N_ENTRUSTMENT_STEPS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "entrustment step", names[kind]);
}

static guint
get_possible (const StewardEntrustmentStatus *status)
{
  return possible[status->state] | (status->renewing ? renewing : 0);
}

static void
come_into (StewardEntrustmentStatus     *status,
           StewardEntrustmentState       state,
           const StewardEntrustmentStep *step)
{
  status->state = state;
  status->since = step->day;
  status->step = step->number;
  status->ground = state == STEWARD_ENTRUSTMENT_SUSPENDED ? step->ground : "";
}

static void
come_into_force (StewardEntrustmentStatus     *status,
                 const StewardEntrustmentStep *step)
{
  if (step->kind == STEWARD_ENTRUSTMENT_STEP_SIGNED)
    {
      status->n_replaced += status->signed_on != STEWARD_DAY_NONE;
      status->signed_on = step->day;
    }
  status->reminded = STEWARD_DAY_NONE;
  status->renewing = FALSE;
  come_into (status, STEWARD_ENTRUSTMENT_IN_FORCE, step);
}

/* @step is possible. */
static void
take_step (StewardEntrustmentStatus     *status,
           const StewardEntrustmentStep *step)
{
  gboolean in_force = status->state == STEWARD_ENTRUSTMENT_IN_FORCE;

  switch (step->kind)
    {
    case STEWARD_ENTRUSTMENT_STEP_DRAFTED:
      status->renewing = in_force;
      if (!in_force)
        {
          /* What was closed before is not replaced by another one. */
          status->signed_on = STEWARD_DAY_NONE;
          come_into (status, STEWARD_ENTRUSTMENT_DRAFTED, step);
        }
      break;
    case STEWARD_ENTRUSTMENT_STEP_SENT:
      if (!in_force)
        come_into (status, STEWARD_ENTRUSTMENT_SENT, step);
      break;
    case STEWARD_ENTRUSTMENT_STEP_DECLINED:
      status->renewing = FALSE;
      if (!in_force)
        come_into (status, STEWARD_ENTRUSTMENT_DECLINED, step);
      break;
    case STEWARD_ENTRUSTMENT_STEP_SIGNED:
    case STEWARD_ENTRUSTMENT_STEP_RESUMED:
      come_into_force (status, step);
      break;
    case STEWARD_ENTRUSTMENT_STEP_REMINDED:
      status->reminded = step->day;
      break;
    case STEWARD_ENTRUSTMENT_STEP_SUSPENDED:
      status->renewing = FALSE;
      come_into (status, STEWARD_ENTRUSTMENT_SUSPENDED, step);
      break;
    case STEWARD_ENTRUSTMENT_STEP_CLOSED:
      status->renewing = FALSE;
      come_into (status, STEWARD_ENTRUSTMENT_CLOSED, step);
      break;
    case STEWARD_ENTRUSTMENT_STEP_PRINTED:
    case STEWARD_ENTRUSTMENT_STEP_CHANGED:
    case STEWARD_ENTRUSTMENT_STEP_STAGE_CLOSED:
    case STEWARD_N_ENTRUSTMENT_STEPS:
    default:
      break;
    }
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const StewardEntrustmentStep *step = *(const StewardEntrustmentStep *const *) a;
  const StewardEntrustmentStep *other = *(const StewardEntrustmentStep *const *) b;

  if (step->day != other->day)
    return step->day < other->day ? -1 : 1;
  return step->number < other->number ? -1 : step->number > other->number;
}

/* The signature that the entrustment itself tells of, unless a step does. */
static gboolean
needs_signature (StewardProject *self,
                 GPtrArray      *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      if (((StewardEntrustmentStep *) steps->pdata[i])->kind == STEWARD_ENTRUSTMENT_STEP_SIGNED)
        return FALSE;
    }
  return steward_project_get_entrustment (self)->signed_on != STEWARD_DAY_NONE;
}

/* Whether the recorded signature stands before @step: what needs an
 * entrustment in force on the same day comes after it. */
static gboolean
comes_before (StewardDay                    signed_on,
              const StewardEntrustmentStep *step)
{
  if (step->day != signed_on)
    return signed_on < step->day;
  return step->kind >= STEWARD_ENTRUSTMENT_STEP_REMINDED;
}

void
steward_entrustment_replay (StewardProject           *self,
                            StewardDay                until,
                            StewardEntrustmentStatus *status)
{
  g_autoptr (GPtrArray) steps = NULL;
  StewardEntrustmentStep recorded = { .kind = STEWARD_ENTRUSTMENT_STEP_SIGNED, .ground = (char *) "" };
  gboolean pending;

  g_return_if_fail (STEWARD_IS_PROJECT (self));
  g_return_if_fail (status != NULL);

  *status = (StewardEntrustmentStatus) { .since = STEWARD_DAY_NONE, .signed_on = STEWARD_DAY_NONE,
                                         .reminded = STEWARD_DAY_NONE, .ground = "" };
  steps = steward_project_list_steps (self);
  g_ptr_array_sort (steps, compare_days);
  recorded.day = steward_project_get_entrustment (self)->signed_on;
  pending = needs_signature (self, steps) && (until == STEWARD_DAY_NONE || recorded.day <= until);
  for (guint i = 0; i <= steps->len; i++)
    {
      const StewardEntrustmentStep *step = i < steps->len ? steps->pdata[i] : NULL;

      if (step && until != STEWARD_DAY_NONE && step->day > until)
        step = NULL;
      if (pending && (step == NULL || comes_before (recorded.day, step)))
        {
          come_into_force (status, &recorded);
          pending = FALSE;
        }
      if (step == NULL)
        break;
      if (get_possible (status) & (1u << step->kind))
        take_step (status, step);
    }
  status->possible = get_possible (status);
}

static gboolean
refuse (GError     **error,
        const char  *format,
        ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError     **error,
        const char  *format,
        ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, message);
  return FALSE;
}

/* (transfer full) */
static char *
list_possible (guint bits)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < STEWARD_N_ENTRUSTMENT_STEPS; i++)
    {
      if (!(bits & (1u << i)))
        continue;
      /* Translators: between two of several things that are listed */
      if (text->len > 0)
        g_string_append (text, C_("list", ", "));
      g_string_append (text, steward_entrustment_kind_get_name (i));
    }
  return g_string_free (text, FALSE);
}

static const StewardNamed *
find_ground (StewardProject *self,
             const char     *id)
{
  GPtrArray *grounds = steward_pack_get_suspension_grounds (steward_project_get_pack (self));

  for (guint i = 0; i < grounds->len; i++)
    {
      if (strcmp (((StewardNamed *) grounds->pdata[i])->id, id) == 0)
        return grounds->pdata[i];
    }
  return NULL;
}

static gboolean
judge_suspension (StewardProject                  *self,
                  const StewardEntrustmentStatus  *status,
                  const char                      *ground,
                  GError                         **error)
{
  GPtrArray *grounds = steward_pack_get_suspension_grounds (steward_project_get_pack (self));
  const StewardNamed *known = ground ? find_ground (self, ground) : NULL;

  /* A place that names no grounds leaves them to the note. */
  if (grounds->len == 0)
    return TRUE;
  if (known == NULL)
    return refuse (error, _("A suspension needs one of the grounds that the entrustment names."));
  if (steward_named_get (known, "needs_reminder") && status->reminded == STEWARD_DAY_NONE)
    return refuse (error, _("The ground “%s” needs a reminder before it, and none is recorded since the entrustment "
                            "is in force. Record the reminder first, or choose another ground."), known->name);
  return TRUE;
}

static gboolean
judge_stage (StewardProject  *self,
             const char      *stage,
             GError         **error)
{
  const StewardEntrustment *entrustment = steward_project_get_entrustment (self);
  const StewardStage *known = stage ? steward_pack_find_stage (steward_project_get_pack (self), stage) : NULL;
  g_autoptr (GPtrArray) steps = steward_project_list_steps (self);

  if (known == NULL)
    return refuse (error, _("Closing a stage needs to say which stage."));
  if (entrustment->stages[0] && !g_strv_contains ((const char * const *) entrustment->stages, stage))
    return refuse (error, _("The stage “%s” is not entrusted."), known->name);
  for (guint i = 0; i < steps->len; i++)
    {
      const StewardEntrustmentStep *step = steps->pdata[i];

      if (step->kind == STEWARD_ENTRUSTMENT_STEP_STAGE_CLOSED && strcmp (step->ground, stage) == 0)
        return refuse (error, _("The stage “%s” has been closed already."), known->name);
    }
  return TRUE;
}

/* The day of the last thing that is recorded, or NONE. */
static StewardDay
get_last_day (StewardProject *self)
{
  g_autoptr (GPtrArray) steps = steward_project_list_steps (self);
  StewardDay last = needs_signature (self, steps) ? steward_project_get_entrustment (self)->signed_on : STEWARD_DAY_NONE;

  for (guint i = 0; i < steps->len; i++)
    {
      const StewardEntrustmentStep *step = steps->pdata[i];

      if (last == STEWARD_DAY_NONE || step->day > last)
        last = step->day;
    }
  return last;
}

static gboolean
judge_day (StewardProject  *self,
           StewardDay       day,
           StewardDay       today,
           GError         **error)
{
  StewardDay last = get_last_day (self);
  g_autofree char *text = steward_day_format (last);

  if (day == STEWARD_DAY_NONE)
    return refuse (error, _("The step has no date."));
  if (day > today)
    return refuse (error, _("The day has not come yet."));
  if (last != STEWARD_DAY_NONE && day < last)
    return refuse (error, _("The last step was on %s: another one cannot come before it."), text);
  return TRUE;
}

gboolean
steward_entrustment_judge_step (StewardProject                *self,
                                const StewardEntrustmentStep  *step,
                                StewardDay                     today,
                                GError                       **error)
{
  StewardEntrustmentStatus status;

  g_return_val_if_fail (STEWARD_IS_PROJECT (self), FALSE);
  g_return_val_if_fail (step != NULL && (guint) step->kind < STEWARD_N_ENTRUSTMENT_STEPS, FALSE);

  if (!judge_day (self, step->day, today == STEWARD_DAY_NONE ? steward_day_today () : today, error))
    return FALSE;
  steward_entrustment_replay (self, STEWARD_DAY_NONE, &status);
  if (!(status.possible & (1u << step->kind)))
    {
      g_autofree char *others = list_possible (status.possible);

      /* Translators: a state of the entrustment, what cannot happen, and what can */
      return refuse (error, _("The entrustment is %s; it cannot be “%s” now. Possible is: %s."),
                     steward_entrustment_state_get_name (status.state),
                     steward_entrustment_kind_get_name (step->kind), others);
    }
  if (step->kind == STEWARD_ENTRUSTMENT_STEP_SUSPENDED)
    return judge_suspension (self, &status, step->ground, error);
  if (step->kind == STEWARD_ENTRUSTMENT_STEP_STAGE_CLOSED)
    return judge_stage (self, step->ground, error);
  return TRUE;
}
