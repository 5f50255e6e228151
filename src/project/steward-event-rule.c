/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-event-rule.h"

#include <glib/gi18n-lib.h>

/**
 * Walk:
 * @received, @notice, @accepted: of the application under way, as recorded;
 *   @notice is the first one before the acceptance
 * @ended, @end: its last day and what ended it, NONE and 0 while it goes on
 * @procedures, @corrections: (element-type StewardEvent): that are open
 * @date: the last one that get_date() has written
 *
 * Where a case stands on the way through its events.
 */
typedef struct
{
  const StewardEventRule *rule;
  StewardMode             mode;
  GPtrArray              *remarks;
  guint                   index;
  const StewardEvent     *event;
  StewardDay              received;
  StewardDay              notice;
  StewardDay              accepted;
  StewardDay              ended;
  StewardCaseStatus       end;
  GPtrArray              *procedures;
  GPtrArray              *corrections;
  char                   *date;
} Walk;

static void
remark_free (StewardEventRemark *remark)
{
  g_free (remark->why);
  g_free (remark);
}

static void remark (Walk               *walk,
                    StewardEventReason  reason,
                    const char         *format,
                    ...) G_GNUC_PRINTF (3, 4);

static void
remark (Walk               *walk,
        StewardEventReason  reason,
        const char         *format,
        ...)
{
  StewardEventRemark *made = g_new0 (StewardEventRemark, 1);
  va_list args;

  made->index = walk->index;
  made->reason = reason;
  made->verdict = reason == STEWARD_EVENT_ORDER ? STEWARD_EVENT_IMPOSSIBLE : STEWARD_EVENT_UNLIKELY;
  va_start (args, format);
  made->why = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (walk->remarks, made);
}

/* Good until it is asked again. */
static const char *
get_date (Walk       *walk,
          StewardDay  day)
{
  g_free (walk->date);
  walk->date = steward_day_format (day);
  return walk->date;
}

static gboolean
is_grant (StewardCaseStatus status)
{
  return status == STEWARD_CASE_GRANTED || status == STEWARD_CASE_GRANTED_DEFERRED;
}

/* The bureau's word by law, with its silence: NONE while there is none. */
static StewardDay
find_acceptance (const Walk *walk)
{
  const StewardEventRule *rule = walk->rule;

  return steward_clock_accept (rule->calendar, walk->received, walk->notice, walk->accepted, rule->notice_days,
                               walk->event->day).day;
}

static gboolean
is_too_late (const Walk *walk)
{
  StewardDay last;

  if (walk->received == STEWARD_DAY_NONE)
    return FALSE;
  last = steward_calendar_add (walk->rule->calendar, walk->received, walk->rule->notice_days);
  return last != STEWARD_DAY_NONE && walk->event->day > last;
}

static void
remark_silence (Walk *walk)
{
  int days = walk->rule->notice_days;

  remark (walk, STEWARD_EVENT_LATE_NOTICE,
          ngettext ("Nobody gave notice within %d working day of the receipt on %s: the case counts as accepted from that day.",
                    "Nobody gave notice within %d working days of the receipt on %s: the case counts as accepted from that day.",
                    days),
          days, get_date (walk, walk->received));
}

/* Something must have been received or accepted. FALSE after a remark. */
static gboolean
has_begun (Walk *walk)
{
  if (walk->received != STEWARD_DAY_NONE || walk->accepted != STEWARD_DAY_NONE)
    return TRUE;
  remark (walk, STEWARD_EVENT_ORDER, _("Nothing was received before it. Record the receipt first."));
  return FALSE;
}

static const StewardEvent *
get_last (GPtrArray *events)
{
  return events->len > 0 ? events->pdata[events->len - 1] : NULL;
}

static void
take_receipt (Walk *walk)
{
  /* On one day the order of entry says nothing: the receipt was typed later. */
  if (walk->ended == STEWARD_DAY_NONE && walk->received == STEWARD_DAY_NONE && walk->accepted == walk->event->day)
    {
      walk->received = walk->event->day;
      return;
    }
  if (walk->ended == STEWARD_DAY_NONE && walk->accepted != STEWARD_DAY_NONE)
    {
      remark (walk, STEWARD_EVENT_ORDER, _("The case was accepted on %s; a receipt comes before that."),
              get_date (walk, walk->accepted));
      return;
    }
  if (walk->ended == STEWARD_DAY_NONE && walk->received != STEWARD_DAY_NONE)
    {
      remark (walk, STEWARD_EVENT_ORDER, _("The case was received on %s already, and that application is not over."),
              get_date (walk, walk->received));
      return;
    }
  if (is_grant (walk->end))
    remark (walk, STEWARD_EVENT_SEQUENCE, _("The case was granted on %s; this begins it once more."),
            get_date (walk, walk->ended));
  walk->received = walk->event->day;
  walk->notice = walk->accepted = walk->ended = STEWARD_DAY_NONE;
  walk->end = 0;
  g_ptr_array_set_size (walk->procedures, 0);
  g_ptr_array_set_size (walk->corrections, 0);
}

static void
finish (Walk *walk)
{
  walk->ended = walk->event->day;
  walk->end = walk->event->status;
}

static void
take_acceptance (Walk *walk)
{
  const StewardEvent *correction = get_last (walk->corrections);

  if (walk->accepted != STEWARD_DAY_NONE)
    {
      remark (walk, STEWARD_EVENT_ORDER, _("The case was accepted on %s already."), get_date (walk, walk->accepted));
      return;
    }
  if (correction)
    remark (walk, STEWARD_EVENT_SEQUENCE, _("The correction of %s has no end on record."),
            get_date (walk, correction->day));
  if (walk->notice == STEWARD_DAY_NONE && is_too_late (walk))
    remark_silence (walk);
  walk->accepted = walk->event->day;
}

/* Not accepted, or sent back. Materials that were deferred and never came send
 * a case back after its acceptance too. */
static void
take_refusal (Walk *walk)
{
  gboolean sent_back = walk->event->status == STEWARD_CASE_REFUSED;

  if (!has_begun (walk))
    return;
  if (walk->accepted != STEWARD_DAY_NONE && !sent_back)
    {
      remark (walk, STEWARD_EVENT_ORDER, _("The case was accepted on %s; what is accepted has to be decided."),
              get_date (walk, walk->accepted));
      return;
    }
  if (walk->accepted != STEWARD_DAY_NONE && walk->mode == STEWARD_MODE_NORMAL)
    remark (walk, STEWARD_EVENT_SEQUENCE, _("The case was accepted on %s; what is accepted has to be decided."),
            get_date (walk, walk->accepted));
  else if (walk->accepted == STEWARD_DAY_NONE && walk->notice == STEWARD_DAY_NONE && is_too_late (walk))
    remark_silence (walk);
  finish (walk);
}

static void
take_withdrawal (Walk *walk)
{
  if (has_begun (walk))
    finish (walk);
}

static const StewardEvent *
find_open (GPtrArray          *events,
           const StewardEvent *event)
{
  for (guint i = 0; i < events->len; i++)
    {
      const StewardEvent *open = events->pdata[i];

      if (g_strcmp0 (open->kind, event->kind) == 0)
        return open;
    }
  return NULL;
}

/* After a decision with deferral, and before one. */
static void
take_correction (Walk *walk)
{
  const StewardEvent *open = find_open (walk->corrections, walk->event);

  if (walk->ended == STEWARD_DAY_NONE && !has_begun (walk))
    return;
  if (open)
    {
      remark (walk, STEWARD_EVENT_ORDER, _("The correction of %s is still open."), get_date (walk, open->day));
      return;
    }
  g_ptr_array_add (walk->corrections, (gpointer) walk->event);
  if (walk->ended != STEWARD_DAY_NONE || walk->accepted != STEWARD_DAY_NONE)
    return;
  if (walk->notice != STEWARD_DAY_NONE)
    remark (walk, STEWARD_EVENT_SEQUENCE,
            _("All corrections have to be told at once, and there was a notice on %s already."),
            get_date (walk, walk->notice));
  else if (is_too_late (walk))
    remark_silence (walk);
  else
    walk->notice = walk->event->day;
}

/* The unit supplies what it promised without a notice before. */
static gboolean
is_supply (const Walk *walk)
{
  return walk->end == STEWARD_CASE_GRANTED_DEFERRED ||
         (walk->ended == STEWARD_DAY_NONE && walk->mode != STEWARD_MODE_NORMAL &&
          find_acceptance (walk) != STEWARD_DAY_NONE);
}

/* Ends what is open of the same kind, else the oldest, as the clock does. */
static void
close_open (Walk       *walk,
            GPtrArray  *events,
            const char *complaint)
{
  const StewardEvent *open = find_open (events, walk->event);

  if (open)
    g_ptr_array_remove (events, (gpointer) open);
  else if (events->len > 0)
    g_ptr_array_remove_index (events, 0);
  else
    remark (walk, STEWARD_EVENT_ORDER, "%s", complaint);
}

static void
take_correction_end (Walk *walk)
{
  if (walk->corrections->len == 0 && is_supply (walk))
    return;
  close_open (walk, walk->corrections, _("No correction is open that could end."));
}

static void
take_procedure (Walk *walk)
{
  const StewardEvent *open = find_open (walk->procedures, walk->event);

  if (!has_begun (walk))
    return;
  if (open)
    {
      remark (walk, STEWARD_EVENT_ORDER, _("The special procedure of %s is still open."), get_date (walk, open->day));
      return;
    }
  if (find_acceptance (walk) == STEWARD_DAY_NONE)
    remark (walk, STEWARD_EVENT_SEQUENCE, _("The case is not accepted yet: no time limit runs that could be paused."));
  g_ptr_array_add (walk->procedures, (gpointer) walk->event);
}

static void
take_bureau (Walk *walk)
{
  if (has_begun (walk) && find_acceptance (walk) == STEWARD_DAY_NONE)
    remark (walk, STEWARD_EVENT_SEQUENCE, _("The case is not accepted yet."));
}

static void
take_decision (Walk *walk)
{
  const StewardEventRule *rule = walk->rule;
  StewardDay accepted = find_acceptance (walk);
  const StewardEvent *procedure = get_last (walk->procedures);
  const StewardEvent *correction = get_last (walk->corrections);

  if (accepted == STEWARD_DAY_NONE)
    remark (walk, STEWARD_EVENT_ORDER, _("The case was not accepted before it. Record the acceptance first."));
  if (procedure)
    remark (walk, STEWARD_EVENT_SEQUENCE, _("The special procedure of %s has no end on record."),
            get_date (walk, procedure->day));
  else if (correction)
    remark (walk, STEWARD_EVENT_SEQUENCE, _("The correction of %s has no end on record."),
            get_date (walk, correction->day));
  if (walk->event->status == STEWARD_CASE_GRANTED_DEFERRED && walk->mode != STEWARD_MODE_DEFERRAL)
    remark (walk, STEWARD_EVENT_SEQUENCE, _("The case is not marked as accepted with deferred material."));
  if (accepted == walk->event->day && rule->instant_limit > 0 && rule->limit >= rule->instant_limit &&
      walk->mode != STEWARD_MODE_COMMITMENT)
    remark (walk, STEWARD_EVENT_INSTANT,
            ngettext ("Decided on the day of its acceptance, although it has %d working day.",
                      "Decided on the day of its acceptance, although it has %d working days.", rule->limit),
            rule->limit);
  finish (walk);
  g_ptr_array_set_size (walk->procedures, 0);
  g_ptr_array_set_size (walk->corrections, 0);
}

static void
take_revocation (Walk *walk)
{
  if (!is_grant (walk->end))
    remark (walk, STEWARD_EVENT_ORDER, _("Only what was granted can be revoked."));
  else
    finish (walk);
}

/* Whether anything may follow the end of the application. FALSE after a
 * remark. */
static gboolean
goes_on (Walk *walk)
{
  StewardCaseStatus status = walk->event->status;
  gboolean deferred = walk->end == STEWARD_CASE_GRANTED_DEFERRED;

  if (walk->ended == STEWARD_DAY_NONE || status == STEWARD_CASE_RECEIVED || status == STEWARD_CASE_REVOKED ||
      (deferred && (status == STEWARD_CASE_CORRECTION_STARTS || status == STEWARD_CASE_CORRECTION_ENDS)))
    return TRUE;
  if (status == STEWARD_CASE_WITHDRAWN || status == STEWARD_CASE_REVOKED_APPLICATION)
    remark (walk, STEWARD_EVENT_ORDER, _("The application ended on %s; it can only be withdrawn before."),
            get_date (walk, walk->ended));
  else
    remark (walk, STEWARD_EVENT_ORDER, _("The application ended on %s; only a new receipt goes on from there."),
            get_date (walk, walk->ended));
  return FALSE;
}

/* What the unit does, and procedures such as a hearing, may be on any day. */
static gboolean
is_act_of_bureau (StewardCaseStatus status)
{
  return status == STEWARD_CASE_ACCEPTED || status == STEWARD_CASE_NOT_ACCEPTED || status == STEWARD_CASE_REFUSED ||
         status == STEWARD_CASE_BUREAU_STARTS || status == STEWARD_CASE_CORRECTION_STARTS || is_grant (status) ||
         status == STEWARD_CASE_NOT_GRANTED || status == STEWARD_CASE_REVOKED;
}

static void
judge_day (Walk *walk)
{
  const StewardEvent *event = walk->event;
  const char *name = NULL;

  if (event->day > walk->rule->today)
    remark (walk, STEWARD_EVENT_FUTURE, _("%s is still to come."), get_date (walk, event->day));
  if (!is_act_of_bureau (event->status) || steward_calendar_is_working (walk->rule->calendar, event->day))
    return;
  steward_calendar_describe (walk->rule->calendar, event->day, &name, NULL);
  if (name)
    remark (walk, STEWARD_EVENT_REST_DAY, _("%s is not a working day (%s)."), get_date (walk, event->day), name);
  else
    remark (walk, STEWARD_EVENT_REST_DAY, _("%s is not a working day."), get_date (walk, event->day));
}

static void
take_event (Walk *walk)
{
  typedef void (*Step) (Walk *walk);
  static const Step steps[] = {
    [STEWARD_CASE_RECEIVED] = take_receipt,
    [STEWARD_CASE_WITHDRAWN] = take_withdrawal,
    [STEWARD_CASE_ACCEPTED] = take_acceptance,
    [STEWARD_CASE_NOT_ACCEPTED] = take_refusal,
    [STEWARD_CASE_REFUSED] = take_refusal,
    [STEWARD_CASE_CORRECTION_STARTS] = take_correction,
    [STEWARD_CASE_CORRECTION_ENDS] = take_correction_end,
    [STEWARD_CASE_BUREAU_STARTS] = take_bureau,
    [STEWARD_CASE_PROCEDURE_STARTS] = take_procedure,
    [STEWARD_CASE_GRANTED] = take_decision,
    [STEWARD_CASE_GRANTED_DEFERRED] = take_decision,
    [STEWARD_CASE_NOT_GRANTED] = take_decision,
    [STEWARD_CASE_REVOKED_APPLICATION] = take_withdrawal,
    [STEWARD_CASE_REVOKED] = take_revocation,
  };

  if (goes_on (walk))
    {
      if (walk->event->status == STEWARD_CASE_PROCEDURE_ENDS)
        close_open (walk, walk->procedures, _("No special procedure is open that could end."));
      else
        steps[walk->event->status] (walk);
    }
  judge_day (walk);
}

static GPtrArray *
judge (const StewardEventRule *self,
       StewardMode             mode,
       const GPtrArray        *events)
{
  GPtrArray *remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) remark_free);
  g_autoptr (GPtrArray) procedures = g_ptr_array_new ();
  g_autoptr (GPtrArray) corrections = g_ptr_array_new ();
  Walk walk = {
    .rule = self,
    .mode = mode,
    .remarks = remarks,
    .received = STEWARD_DAY_NONE,
    .notice = STEWARD_DAY_NONE,
    .accepted = STEWARD_DAY_NONE,
    .ended = STEWARD_DAY_NONE,
    .procedures = procedures,
    .corrections = corrections,
  };

  for (walk.index = 0; walk.index < events->len; walk.index++)
    {
      walk.event = events->pdata[walk.index];
      take_event (&walk);
    }
  g_free (walk.date);
  return remarks;
}

void
steward_event_rule_init (StewardEventRule      *self,
                         const StewardPack     *pack,
                         const StewardCalendar *calendar,
                         int                    limit,
                         StewardDay             today)
{
  g_return_if_fail (self != NULL && pack != NULL && calendar != NULL);

  *self = (StewardEventRule) {
    .calendar = calendar,
    .notice_days = steward_pack_get_notice_days (pack),
    .instant_limit = steward_pack_get_setting (pack, "instant-limit", 0),
    .limit = limit,
    .today = today != STEWARD_DAY_NONE ? today : steward_day_today (),
  };
}

GPtrArray *
steward_event_rule_judge (const StewardEventRule *self,
                          const StewardCase      *handled)
{
  g_return_val_if_fail (self != NULL && self->calendar != NULL, NULL);
  g_return_val_if_fail (handled != NULL, NULL);

  return judge (self, handled->mode, handled->events);
}

/* Whether @remarks say @reason of the event at @index with the same words. */
static gboolean
was_said (GPtrArray                *remarks,
          guint                     index,
          const StewardEventRemark *remarked)
{
  for (guint i = 0; i < remarks->len; i++)
    {
      const StewardEventRemark *old = remarks->pdata[i];

      if (old->index == index && old->reason == remarked->reason && g_strcmp0 (old->why, remarked->why) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The place where steward_case_add_event() puts an event of @day. */
static guint
find_place (const GPtrArray *events,
            StewardDay       day)
{
  guint at = events->len;

  while (at > 0 && ((StewardEvent *) events->pdata[at - 1])->day > day)
    at--;
  return at;
}

static char *
join_lines (char       *text,
            const char *line)
{
  char *joined = text ? g_strconcat (text, "\n", line, NULL) : g_strdup (line);

  g_free (text);
  return joined;
}

StewardEventVerdict
steward_event_rule_may_add (const StewardEventRule *self,
                            const StewardCase      *handled,
                            StewardCaseStatus       status,
                            StewardDay              day,
                            const char             *kind,
                            char                  **why)
{
  StewardEvent added = { .status = status, .day = day, .actor = (char *) "", .kind = (char *) (kind ? kind : ""),
                         .note = (char *) "" };
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  StewardEventVerdict worst = STEWARD_EVENT_LIKELY;
  g_autofree char *text = NULL;
  guint at;

  g_return_val_if_fail (self != NULL && self->calendar != NULL, STEWARD_EVENT_IMPOSSIBLE);
  g_return_val_if_fail (handled != NULL, STEWARD_EVENT_IMPOSSIBLE);
  g_return_val_if_fail (status >= STEWARD_CASE_RECEIVED && status <= STEWARD_CASE_REVOKED, STEWARD_EVENT_IMPOSSIBLE);
  g_return_val_if_fail (day != STEWARD_DAY_NONE, STEWARD_EVENT_IMPOSSIBLE);

  at = find_place (handled->events, day);
  events = g_ptr_array_sized_new (handled->events->len + 1);
  g_ptr_array_extend (events, handled->events, NULL, NULL);
  g_ptr_array_insert (events, at, &added);
  before = judge (self, handled->mode, handled->events);
  after = judge (self, handled->mode, events);
  for (guint i = 0; i < after->len; i++)
    {
      const StewardEventRemark *remarked = after->pdata[i];

      if (remarked->verdict < worst ||
          (remarked->index != at && was_said (before, remarked->index - (remarked->index > at), remarked)))
        continue;
      if (remarked->verdict > worst)
        g_clear_pointer (&text, g_free);
      worst = remarked->verdict;
      text = join_lines (g_steal_pointer (&text), remarked->why);
    }
  if (why)
    *why = g_steal_pointer (&text);
  return worst;
}

const char * const *
steward_event_rule_list_procedures (void)
{
  static const char * const procedures[] = {
    "听证", "招标", "拍卖", "检验", "检测", "检疫", "鉴定", "专家评审", NULL,
  };

  return procedures;
}
