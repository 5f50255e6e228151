/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-network.h"

G_BEGIN_DECLS

/* Given by the caller, one per task, side by side so that a pass over all
 * tasks walks through memory in order. */
typedef struct
{
  int      days;
  int      not_before;      /* offset, -1: none */
  int      deadline;        /* offset, G_MAXINT: none */
  int      actual_start;    /* offset, -1: none */
  int      actual_finish;
  gboolean hammock;
} StewardTask;

typedef struct
{
  int from;
  int to;
} StewardLink;

struct _StewardNetwork
{
  StewardCalendar   *calendar;
  StewardDay         start;
  GArray            *tasks;         /* StewardTask */
  GPtrArray         *ids;
  GArray            *links;         /* StewardLink */
  guint              n_refused;     /* links beyond the limit */
  GHashTable        *firm;          /* ends of firm links as one number, or NULL */
  guint32            seed;
  guint32            n_slots;
  gint32            *slots;         /* index + 1 by id, 0 is free */

  /* Made from the links, kept until they change: predecessors of task i are
   * before[before_at[i]] to before[before_at[i + 1] - 1]. */
  gboolean           ordered;
  int               *before_at;
  int               *before;
  int               *after_at;
  int               *after;
  int               *order;         /* every task after its predecessors */

  gboolean           solved;
  StewardTaskResult *results;
  gboolean          *pulled;        /* hammocks that a firm link ties to what is none; NULL without any */
  int                total;
};

static inline const StewardTask *
steward_network_get_task (const StewardNetwork *self,
                          int                   task)
{
  return &g_array_index (self->tasks, StewardTask, task);
}

gboolean steward_network_is_firm (const StewardNetwork *self,
                                  int                   from,
                                  int                   to);

/* Whether a link is there for dates at all: a hammock holds back hammocks only,
 * but for a firm link. */
static inline gboolean
steward_link_counts (const StewardNetwork *self,
                     int                   from,
                     int                   to)
{
  return !steward_network_get_task (self, from)->hammock || steward_network_get_task (self, to)->hammock ||
         (self->firm && steward_network_is_firm (self, from, to));
}

/* Whether a link holds: nothing holds back what has begun. */
static inline gboolean
steward_link_holds (const StewardNetwork *self,
                    int                   from,
                    int                   to)
{
  return steward_link_counts (self, from, to) && steward_network_get_task (self, to)->actual_start < 0;
}

/* Whether the end of the project may depend on @task. */
static inline gboolean
steward_network_gates (const StewardNetwork *self,
                       int                   task)
{
  return !steward_network_get_task (self, task)->hammock || (self->pulled && self->pulled[task]);
}

/* Whether @to, where the link holds, gives @from a latest finish: what gates
 * nothing does not press on what does. */
static inline gboolean
steward_link_presses (const StewardNetwork *self,
                      int                   from,
                      int                   to)
{
  return steward_link_holds (self, from, to) &&
         (steward_network_gates (self, to) || !steward_network_gates (self, from));
}

/* Latest offsets at which each task of the solved network may start and
 * finish so that every task meets its offset in @deadlines; G_MAXINT stands
 * for none, in @deadlines as in the answers. Each array has an element per
 * task; answers may be negative. */
void     steward_network_find_latest (const StewardNetwork *self,
                                      const int            *deadlines,
                                      int                  *late_starts,
                                      int                  *late_finishes);
/* Fills the link arrays and the order; STEWARD_ERROR_CYCLE. */
gboolean steward_network_sort (StewardNetwork  *self,
                               GError         **error);

G_END_DECLS
