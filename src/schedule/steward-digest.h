/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-schedule.h"

G_BEGIN_DECLS

/**
 * StewardAgendaKind:
 * @STEWARD_AGENDA_CASE: a bureau has to decide a case by @due
 * @STEWARD_AGENDA_TIMER: the steward has to do something by @due (push,
 *   suggestion form, closing form …)
 * @STEWARD_AGENDA_PROMISE: the unit promised something: accepted with deferred
 *   material or on commitment and not decided, or granted with deferral; until
 *   a correction ends after it or the case ends otherwise. Due after the days
 *   of the notice, else after those that the pack proposes
 * @STEWARD_AGENDA_READY: a case can be handed in since @due: what it waits for
 *   is finished, and nobody has handed it in, or it was turned away. None while
 *   the project has neither a planned start nor a first event
 * @STEWARD_AGENDA_SILENT: received, and no notice yet; counts as accepted
 *   after @due
 * @STEWARD_AGENDA_DELIVERY: granted, and the result has to reach the unit by
 *   @due
 * @STEWARD_AGENDA_STALE: no line of its own, but a mark on the others of its
 *   row: nobody has looked at the status of the case since @due, and from
 *   @red_from on that is too long
 *
 * Why a line stands in Today. Timers, deliveries, ready and silent cases wait
 * for the steward. The numbers are those of the table, and never change.
 */
typedef enum
{
  STEWARD_AGENDA_CASE,
  STEWARD_AGENDA_TIMER,
  STEWARD_AGENDA_PROMISE,
  STEWARD_AGENDA_READY,
  STEWARD_AGENDA_SILENT,
  STEWARD_AGENDA_DELIVERY,
  STEWARD_AGENDA_STALE,
  STEWARD_N_AGENDA_KINDS
} StewardAgendaKind;

/**
 * StewardAgendaEntry:
 * @row: id of the row of the schedule
 * @name: of the item or node, ready to show
 * @due: %STEWARD_DAY_NONE while a pause is open, or when no limit is known
 * @yellow_from, @red_from: first days of these lights, or NONE; so the light
 *   of any later day follows without computing again. Of a light that is on
 *   already, the day the digest was made for, or before
 * @paused: a pause is open, or ends today; the light is that of a pause until
 *   @yellow_from or @red_from (a pause that began on the last day does not keep
 *   the due day from passing)
 * @provisional: @due lies beyond the official calendar
 */
typedef struct
{
  StewardAgendaKind  kind;
  char              *row;
  char              *name;
  StewardDay         due;
  StewardDay         yellow_from;
  StewardDay         red_from;
  gboolean           paused;
  gboolean           provisional;
} StewardAgendaEntry;

/**
 * StewardDuration:
 * @item: of the pack
 * @name, @bureau: as shown
 * @limit: working days it had, or -1
 * @used: working days it took, without pauses
 *
 * How long a decided item took, to learn from.
 */
typedef struct
{
  char *item;
  char *name;
  char *bureau;
  int   limit;
  int   used;
} StewardDuration;

/**
 * StewardDigest:
 * @stage: id of the first stage with an undecided item inside the gate, ""
 *   when there is none; the first one while nothing is ticked
 * @next_row, @next_name: of the running case or timer that is due first, ""
 * @next_due: its day, or NONE (all that runs is paused or without limit)
 * @provisional: @next_due lies beyond the official calendar
 * @base_light: light of the project before @yellow_from
 * @yellow_from, @red_from: first day on which the light of the whole project
 *   is yellow or red if nothing happens, or NONE
 * @valid_until: last day for which all this holds without computing again:
 *   after it an acceptance by silence, an event, closing, activity or wished
 *   start dated later, or the end of a pause that ends today changes it. NONE
 *   when it holds for ever
 * @agenda: (element-type StewardAgendaEntry): by due day, NONE last
 * @durations: (element-type StewardDuration): of the decided items of the pack
 *
 * What a list over many projects shows of one. A pure function of project,
 * calendar and day that stays true as days pass: a list of 100,000 projects
 * compares dates and computes nothing at midnight.
 */
typedef struct
{
  char         *stage;
  char         *next_row;
  char         *next_name;
  StewardDay    next_due;
  gboolean      provisional;
  StewardLight  base_light;
  StewardDay    yellow_from;
  StewardDay    red_from;
  StewardDay    valid_until;
  GPtrArray    *agenda;
  GPtrArray    *durations;
} StewardDigest;

/* @as_of NONE: today. Never fails: a project whose schedule cannot be computed
 * has an empty agenda and is not started. (transfer full) */
StewardDigest *steward_digest_new       (StewardProject      *project,
                                         StewardCalendar     *calendar,
                                         StewardDay           as_of);
void           steward_digest_free      (StewardDigest       *self);
/* The light on @day; equals the light of the schedule of that day for every
 * day from the one it was made for up to valid_until. */
StewardLight   steward_digest_get_light (const StewardDigest *self,
                                         StewardDay           day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardDigest, steward_digest_free)

G_END_DECLS
