/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-project-private.h"

#include <string.h>

static const char *const mode_words[] = { "normal", "deferral", "commitment" };

static void
event_free (StewardEvent *event)
{
  g_free (event->actor);
  g_free (event->kind);
  g_free (event->note);
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
  self->limit = -1;
  self->planned_start = STEWARD_DAY_NONE;
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
  copy->segment = steward_project_clip (self->segment, STEWARD_NAME_MAX_CHARS);
  copy->number = steward_project_clip (self->number, STEWARD_NAME_MAX_CHARS);
  copy->bureau = steward_project_clip (self->bureau, STEWARD_NAME_MAX_CHARS);
  copy->mode = self->mode;
  copy->level = self->level;
  copy->limit = CLAMP (self->limit, -1, STEWARD_MAX_DAYS);
  copy->extension = CLAMP (self->extension, 0, STEWARD_CASE_MAX_EXTENSION);
  copy->planned_start = self->planned_start;
  for (guint i = 0; i < self->events->len; i++)
    {
      const StewardEvent *event = self->events->pdata[i];

      steward_case_add_event (copy, event->status, event->day, event->actor, event->kind, event->note);
    }
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
  StewardEvent *event;
  guint at;

  g_return_if_fail (self != NULL);
  g_return_if_fail (status >= STEWARD_CASE_RECEIVED && status <= STEWARD_CASE_REVOKED);
  g_return_if_fail (day != STEWARD_DAY_NONE);
  g_return_if_fail (self->events->len < STEWARD_CASE_MAX_EVENTS);

  event = g_new0 (StewardEvent, 1);
  event->status = status;
  event->day = day;
  event->actor = steward_project_clip (actor, STEWARD_NAME_MAX_CHARS);
  event->kind = steward_project_clip (kind, STEWARD_NAME_MAX_CHARS);
  event->note = steward_project_clip (note, STEWARD_TEXT_MAX_CHARS);
  for (at = self->events->len; at > 0; at--)
    {
      if (((StewardEvent *) self->events->pdata[at - 1])->day <= day)
        break;
    }
  g_ptr_array_insert (self->events, at, event);
}

const char *
steward_mode_to_word (StewardMode mode)
{
  g_return_val_if_fail ((guint) mode < G_N_ELEMENTS (mode_words), NULL);

  return mode_words[mode];
}
