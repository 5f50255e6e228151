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
  int                total;
};

/* Whether a link holds: a hammock holds back hammocks only, and nothing holds
 * back what has begun. */
static inline gboolean
steward_link_holds (const StewardTask *from,
                    const StewardTask *to)
{
  return (!from->hammock || to->hammock) && to->actual_start < 0;
}

/* Whether @to, where the link holds, gives @from a latest finish: a hammock
 * does not press on what is not one. */
static inline gboolean
steward_link_presses (const StewardTask *from,
                      const StewardTask *to)
{
  return steward_link_holds (from, to) && (!to->hammock || from->hammock);
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
