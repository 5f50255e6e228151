/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-project-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

static const char *const mode_words[] = { "normal", "deferral", "commitment" };

static void
event_free (StewardEvent *event)
{
  g_free (event->actor);
  g_free (event->kind);
  g_free (event->note);
  g_free (event->proof);
  g_free (event);
}

StewardCase *
steward_case_new (const char *id,
                  const char *item)
{
  StewardCase *self;

  g_return_val_if_fail (id != NULL && item != NULL, NULL);

  self = g_new0 (StewardCase, 1);
  self->id = g_strdup (id);
  self->item = g_strdup (item);
  self->segment = g_strdup ("");
  self->number = g_strdup ("");
  self->bureau = g_strdup ("");
  self->extension_by = g_strdup ("");
  self->extension_reason = g_strdup ("");
  self->limit = -1;
  self->planned_start = STEWARD_DAY_NONE;
  self->delivered = STEWARD_DAY_NONE;
  self->verified = STEWARD_DAY_NONE;
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) event_free);
  return self;
}

StewardCase *
steward_case_copy (const StewardCase *self)
{
  StewardCase *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = steward_case_new (self->id, self->item);
  g_free (copy->segment);
  g_free (copy->number);
  g_free (copy->bureau);
  g_free (copy->extension_by);
  g_free (copy->extension_reason);
  copy->segment = steward_project_clip (self->segment, STEWARD_NAME_MAX_CHARS);
  copy->number = steward_project_clip (self->number, STEWARD_NAME_MAX_CHARS);
  copy->bureau = steward_project_clip (self->bureau, STEWARD_NAME_MAX_CHARS);
  copy->mode = self->mode;
  copy->level = self->level;
  copy->limit = CLAMP (self->limit, -1, STEWARD_MAX_DAYS);
  copy->extension = CLAMP (self->extension, 0, STEWARD_CASE_MAX_EXTENSION);
  copy->extension_by = steward_project_clip (self->extension_by, STEWARD_NAME_MAX_CHARS);
  copy->extension_reason = steward_project_clip (self->extension_reason, STEWARD_TEXT_MAX_CHARS);
  copy->planned_start = self->planned_start;
  copy->delivered = self->delivered;
  copy->verified = self->verified;
  for (guint i = 0; i < self->events->len; i++)
    steward_case_put_event (copy, self->events->pdata[i]);
  return copy;
}

void
steward_case_free (StewardCase *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->item);
  g_free (self->segment);
  g_free (self->number);
  g_free (self->bureau);
  g_free (self->extension_by);
  g_free (self->extension_reason);
  g_ptr_array_unref (self->events);
  g_free (self);
}

void
steward_case_add_event (StewardCase       *self,
                        StewardCaseStatus  status,
                        StewardDay         day,
                        const char        *actor,
                        const char        *kind,
                        const char        *note)
{
  const StewardEvent event = { status, day, (char *) actor, (char *) kind, (char *) note, STEWARD_DAY_NONE, NULL };

  steward_case_put_event (self, &event);
}

void
steward_case_put_event (StewardCase        *self,
                        const StewardEvent *event)
{
  StewardEvent *mine;
  guint at;

  g_return_if_fail (self != NULL && event != NULL);
  g_return_if_fail (event->status >= STEWARD_CASE_RECEIVED && event->status <= STEWARD_CASE_REVOKED);
  g_return_if_fail (event->day != STEWARD_DAY_NONE);
  g_return_if_fail (self->events->len < STEWARD_CASE_MAX_EVENTS);

  mine = g_new0 (StewardEvent, 1);
  mine->status = event->status;
  mine->day = event->day;
  mine->actor = steward_project_clip (event->actor, STEWARD_NAME_MAX_CHARS);
  mine->kind = steward_project_clip (event->kind, STEWARD_NAME_MAX_CHARS);
  mine->note = steward_project_clip (event->note, STEWARD_TEXT_MAX_CHARS);
  mine->written = event->written;
  mine->proof = steward_project_clip (event->proof, STEWARD_PROOF_MAX_CHARS);
  for (at = self->events->len; at > 0; at--)
    {
      if (((StewardEvent *) self->events->pdata[at - 1])->day <= event->day)
        break;
    }
  g_ptr_array_insert (self->events, at, mine);
}

const char *
steward_mode_to_word (StewardMode mode)
{
  g_return_val_if_fail ((guint) mode < G_N_ELEMENTS (mode_words), NULL);

  return mode_words[mode];
}

const char *
steward_case_status_get_name (StewardCaseStatus status)
{
  static const char * const words[] = {
    [STEWARD_CASE_RECEIVED] = N_("received"),
    [STEWARD_CASE_WITHDRAWN] = N_("withdrawn"),
    [STEWARD_CASE_ACCEPTED] = N_("accepted"),
    [STEWARD_CASE_NOT_ACCEPTED] = N_("not accepted"),
    [STEWARD_CASE_REFUSED] = N_("refused"),
    [STEWARD_CASE_CORRECTION_STARTS] = N_("correction starts"),
    [STEWARD_CASE_CORRECTION_ENDS] = N_("correction ends"),
    [STEWARD_CASE_BUREAU_STARTS] = N_("bureau starts"),
    [STEWARD_CASE_PROCEDURE_STARTS] = N_("special procedure starts"),
    [STEWARD_CASE_PROCEDURE_ENDS] = N_("special procedure ends"),
    [STEWARD_CASE_GRANTED] = N_("granted"),
    [STEWARD_CASE_GRANTED_DEFERRED] = N_("granted with deferral"),
    [STEWARD_CASE_NOT_GRANTED] = N_("not granted"),
    [STEWARD_CASE_REVOKED_APPLICATION] = N_("application withdrawn"),
    [STEWARD_CASE_REVOKED] = N_("revoked"),
  };

  return status > 0 && (guint) status < G_N_ELEMENTS (words) ? _(words[status]) : "?";
}
