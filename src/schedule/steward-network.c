/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-network-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "steward-error.h"
#include "steward-hash.h"

/* No valid offset is larger: all days of the calendar. */
#define OFFSET_MAX 100000

StewardNetwork *
steward_network_new (StewardCalendar *calendar,
                     StewardDay       start)
{
  StewardNetwork *self;

  g_return_val_if_fail (calendar != NULL, NULL);
  g_return_val_if_fail (start != STEWARD_DAY_NONE, NULL);

  self = g_new0 (StewardNetwork, 1);
  self->calendar = steward_calendar_ref (calendar);
  self->start = start;
  self->tasks = g_array_new (FALSE, FALSE, sizeof (StewardTask));
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->links = g_array_new (FALSE, FALSE, sizeof (StewardLink));
  self->seed = g_random_int ();
  self->n_slots = steward_hash_n_slots (0);
  self->slots = g_new0 (gint32, self->n_slots);
  return self;
}

void
steward_network_free (StewardNetwork *self)
{
  if (self == NULL)
    return;

  steward_calendar_unref (self->calendar);
  g_array_unref (self->tasks);
  g_ptr_array_unref (self->ids);
  g_array_unref (self->links);
  g_free (self->slots);
  g_free (self->before_at);
  g_free (self->before);
  g_free (self->after_at);
  g_free (self->after);
  g_free (self->order);
  g_free (self->results);
  g_free (self->pulled);
  g_clear_pointer (&self->firm, g_hash_table_unref);
  g_free (self);
}

/* The slot of @id, or the free one where it would go. */
static guint32
find_slot (const StewardNetwork *self,
           const char           *id)
{
  guint32 mask = self->n_slots - 1;
  guint32 slot = steward_hash_text (id, self->seed) & mask;

  while (self->slots[slot] != 0 &&
         !g_str_equal (g_ptr_array_index (self->ids, self->slots[slot] - 1), id))
    slot = (slot + 1) & mask;
  return slot;
}

static void
grow_slots (StewardNetwork *self)
{
  self->n_slots = steward_hash_n_slots (self->n_slots);
  g_free (self->slots);
  self->slots = g_new0 (gint32, self->n_slots);
  for (guint i = 0; i < self->ids->len; i++)
    self->slots[find_slot (self, g_ptr_array_index (self->ids, i))] = i + 1;
}

static gboolean
check_task (const StewardNetwork  *self,
            const char            *id,
            int                    days,
            GError               **error)
{
  if (self->tasks->len >= STEWARD_NETWORK_MAX_TASKS)
    g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_LIMIT,
                 _("More than %d tasks; this is the most that is computed."),
                 STEWARD_NETWORK_MAX_TASKS);
  else if (*id == '\0')
    g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
                         _("The id of a task must not be empty."));
  else if (days < 0 || days > STEWARD_NETWORK_MAX_DAYS)
    g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
                 _("Task “%s”: %d is no number of days from 0 to %d."),
                 id, days, STEWARD_NETWORK_MAX_DAYS);
  else
    return TRUE;
  return FALSE;
}

int
steward_network_add (StewardNetwork  *self,
                     const char      *id,
                     int              days,
                     GError         **error)
{
  StewardTask task = { days, -1, G_MAXINT, -1, -1, FALSE };
  guint32 slot;

  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (id != NULL, -1);

  if (!check_task (self, id, days, error))
    return -1;
  slot = find_slot (self, id);
  if (self->slots[slot] != 0)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
                   _("Two tasks have the id “%s”."), id);
      return -1;
    }

  g_array_append_val (self->tasks, task);
  g_ptr_array_add (self->ids, g_strdup (id));
  self->slots[slot] = self->tasks->len;
  if (2 * self->tasks->len >= self->n_slots)
    grow_slots (self);
  self->ordered = self->solved = FALSE;
  return self->tasks->len - 1;
}

static StewardTask *
get_task (StewardNetwork *self,
          int             task)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (task >= 0 && task < (int) self->tasks->len, NULL);

  self->solved = FALSE;
  return &g_array_index (self->tasks, StewardTask, task);
}

void
steward_network_set_not_before (StewardNetwork *self,
                                int             task,
                                StewardDay      day)
{
  StewardTask *given = get_task (self, task);

  if (given != NULL)
    given->not_before = day != STEWARD_DAY_NONE ? steward_network_day_to_offset (self, day) : -1;
}

void
steward_network_set_deadline (StewardNetwork *self,
                              int             task,
                              StewardDay      day)
{
  StewardTask *given = get_task (self, task);

  /* The last offset whose day is not after the deadline. */
  if (given != NULL)
    given->deadline = day != STEWARD_DAY_NONE
                        ? steward_calendar_count (self->calendar, self->start, day)
                        : G_MAXINT;
}

void
steward_network_set_actual (StewardNetwork *self,
                            int             task,
                            int             start,
                            int             finish)
{
  StewardTask *given = get_task (self, task);

  if (given == NULL)
    return;
  given->actual_start = CLAMP (start, -1, OFFSET_MAX);
  given->actual_finish = CLAMP (finish, -1, OFFSET_MAX);
}

void
steward_network_set_hammock (StewardNetwork *self,
                             int             task,
                             gboolean        hammock)
{
  StewardTask *given = get_task (self, task);

  if (given != NULL)
    given->hammock = hammock;
}

void
steward_network_set_days (StewardNetwork *self,
                          int             task,
                          int             days)
{
  StewardTask *given = get_task (self, task);

  g_return_if_fail (days >= 0 && days <= STEWARD_NETWORK_MAX_DAYS);

  if (given != NULL)
    given->days = days;
}

void
steward_network_link (StewardNetwork *self,
                      int             predecessor,
                      int             successor)
{
  StewardLink link = { predecessor, successor };

  g_return_if_fail (self != NULL);
  g_return_if_fail (predecessor >= 0 && predecessor < (int) self->tasks->len);
  g_return_if_fail (successor >= 0 && successor < (int) self->tasks->len);

  self->ordered = self->solved = FALSE;
  if (self->links->len < STEWARD_NETWORK_MAX_LINKS)
    g_array_append_val (self->links, link);
  else
    self->n_refused++;
}

static gint64
make_link_number (int from,
                  int to)
{
  return (gint64) from * STEWARD_NETWORK_MAX_TASKS + to;
}

void
steward_network_link_firmly (StewardNetwork *self,
                             int             predecessor,
                             int             successor)
{
  gint64 number = make_link_number (predecessor, successor);

  g_return_if_fail (self != NULL);

  steward_network_link (self, predecessor, successor);
  if (self->firm == NULL)
    self->firm = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_hash_table_add (self->firm, g_memdup2 (&number, sizeof number));
}

gboolean
steward_network_is_firm (const StewardNetwork *self,
                         int                   from,
                         int                   to)
{
  gint64 number = make_link_number (from, to);

  return self->firm && g_hash_table_contains (self->firm, &number);
}

int
steward_network_find (const StewardNetwork *self,
                      const char           *id)
{
  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (id != NULL, -1);

  return self->slots[find_slot (self, id)] - 1;
}

guint
steward_network_get_length (const StewardNetwork *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->tasks->len;
}

const char *
steward_network_get_id (const StewardNetwork *self,
                        int                   task)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (task >= 0 && task < (int) self->tasks->len, NULL);

  return g_ptr_array_index (self->ids, task);
}

int
steward_network_get_days (const StewardNetwork *self,
                          int                   task)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (task >= 0 && task < (int) self->tasks->len, 0);

  return g_array_index (self->tasks, StewardTask, task).days;
}

StewardCalendar *
steward_network_get_calendar (const StewardNetwork *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->calendar;
}

StewardDay
steward_network_offset_to_day (const StewardNetwork *self,
                               int                   offset)
{
  g_return_val_if_fail (self != NULL, STEWARD_DAY_NONE);

  return steward_calendar_add (self->calendar, self->start, offset);
}

int
steward_network_day_to_offset (const StewardNetwork *self,
                               StewardDay            day)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (day != STEWARD_DAY_NONE, 0);

  if (day <= self->start)
    return 0;
  return steward_calendar_count (self->calendar, self->start, day - 1) + 1;
}
