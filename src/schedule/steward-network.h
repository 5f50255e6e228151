/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-calendar.h"

G_BEGIN_DECLS

/**
 * StewardNetwork:
 *
 * A network of tasks with durations in working days and finish-to-start
 * precedence. Positions are *offsets*: offset 0 is the start date, offset k
 * the k-th working day after it. A task that starts at offset s and takes n
 * days finishes at offset s + n, exactly as the legal clock counts (day 0 is
 * the acceptance day), so a chain's length is the sum of its limits and a
 * successor starts on the day its predecessor finishes.
 */
typedef struct _StewardNetwork StewardNetwork;

#define STEWARD_NETWORK_MAX_TASKS 200000
#define STEWARD_NETWORK_MAX_LINKS 2000000
#define STEWARD_NETWORK_MAX_DAYS  10000

/**
 * StewardBound:
 *
 * What holds a task where it is.
 */
typedef enum
{
  STEWARD_BOUND_START,
  STEWARD_BOUND_PREDECESSOR,
  STEWARD_BOUND_NOT_BEFORE,
  STEWARD_BOUND_ACTUAL
} StewardBound;

/**
 * StewardTaskResult:
 * @early_start … @late_finish: offsets
 * @total_float, @free_float: working days; negative total float means a
 *   deadline cannot be met
 * @critical: total float is zero or less
 * @binding: index of the predecessor that decides the early start, or -1
 *
 * With an actual start, the links into a task no longer hold it, nor do they
 * give its predecessors a latest finish.
 */
typedef struct
{
  int          early_start;
  int          early_finish;
  int          late_start;
  int          late_finish;
  int          total_float;
  int          free_float;
  gboolean     critical;
  StewardBound bound;
  int          binding;
} StewardTaskResult;

/* Holds a reference to @calendar. */
StewardNetwork          *steward_network_new          (StewardCalendar       *calendar,
                                                       StewardDay             start);
void                     steward_network_free         (StewardNetwork        *self);
/* Index of the new task, or -1: empty or duplicate ids and @days outside 0 to
 * STEWARD_NETWORK_MAX_DAYS are STEWARD_ERROR_INVALID, too many tasks are
 * STEWARD_ERROR_LIMIT. */
int                      steward_network_add          (StewardNetwork        *self,
                                                       const char            *id,
                                                       int                    days,
                                                       GError               **error);
void                     steward_network_set_not_before (StewardNetwork      *self,
                                                       int                    task,
                                                       StewardDay             day);
void                     steward_network_set_deadline (StewardNetwork        *self,
                                                       int                    task,
                                                       StewardDay             day);
/* Actual offsets win over everything computed; either may be -1, unknown. */
void                     steward_network_set_actual   (StewardNetwork        *self,
                                                       int                    task,
                                                       int                    start,
                                                       int                    finish);
/* A task outside the gate: it does not lengthen the project, holds back no
 * task that is not a hammock too, and is never critical (utilities that run
 * inside a stage), unless a firm link says otherwise. */
void                     steward_network_set_hammock  (StewardNetwork        *self,
                                                       int                    task,
                                                       gboolean               hammock);
/* Changes the duration, 0 to STEWARD_NETWORK_MAX_DAYS; the next solve
 * recomputes dates and floats but keeps the order of the tasks. */
void                     steward_network_set_days     (StewardNetwork        *self,
                                                       int                    task,
                                                       int                    days);
void                     steward_network_link         (StewardNetwork        *self,
                                                       int                    predecessor,
                                                       int                    successor);
/* A link that holds even from a hammock to what is none: somebody wants just
 * that. Such a hammock can be critical, and so can what holds it; it still
 * lengthens nothing but through these links. */
void                     steward_network_link_firmly  (StewardNetwork        *self,
                                                       int                    predecessor,
                                                       int                    successor);
int                      steward_network_find         (const StewardNetwork  *self,
                                                       const char            *id);
guint                    steward_network_get_length   (const StewardNetwork  *self);
const char              *steward_network_get_id       (const StewardNetwork  *self,
                                                       int                    task);
int                      steward_network_get_days     (const StewardNetwork  *self,
                                                       int                    task);
/* Forward and backward pass, floats, binding predecessors: O(tasks + links).
 * STEWARD_ERROR_CYCLE names the tasks of one circle, STEWARD_ERROR_LIMIT means
 * too many links or an end beyond the valid dates. */
gboolean                 steward_network_solve        (StewardNetwork        *self,
                                                       GError               **error);
/* Valid after a successful solve. */
const StewardTaskResult *steward_network_get_result   (const StewardNetwork  *self,
                                                       int                    task);
int                      steward_network_get_total    (const StewardNetwork  *self);
StewardCalendar         *steward_network_get_calendar (const StewardNetwork  *self);
StewardDay               steward_network_offset_to_day(const StewardNetwork  *self,
                                                       int                    offset);
/* Smallest offset whose day is not before @day. */
int                      steward_network_day_to_offset(const StewardNetwork  *self,
                                                       StewardDay             day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardNetwork, steward_network_free)

G_END_DECLS
