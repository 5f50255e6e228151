/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-check-private.h"

#include <glib/gi18n-lib.h>

/* The words of the program, for packs that have none of their own. */
static const struct
{
  const char *name;
  const char *remedy;
} texts[STEWARD_N_CHECKS] = {
  [STEWARD_CHECK_STAGE_MISMATCH] = {
    N_("Item in the wrong stage"),
    N_("Tick the item in its own stage and handle it there.") },
  [STEWARD_CHECK_DECIDED_BEFORE_PREDECESSOR] = {
    N_("Decided before what it follows"),
    N_("Compare both dates with the official system; correct the wrong one, or have the bureau explain the order in writing.") },
  [STEWARD_CHECK_ACCEPTED_BEFORE_PREDECESSOR] = {
    N_("Accepted before what it follows was decided"),
    N_("Mark the case as accepted with deferred material if it was, else write down what the bureau agreed to.") },
  [STEWARD_CHECK_MAIN_IN_PARALLEL] = {
    N_("Main-flow item handled in parallel"),
    N_("Handle it in the main flow: tick its own box and take it out of the parallel items.") },
  [STEWARD_CHECK_INSTANT_DECISION] = {
    N_("Decided on the day of acceptance"),
    N_("Ask whether the acceptance was entered late; correct its date, or write down why it could be that fast.") },
  [STEWARD_CHECK_OVER_LIMIT] = {
    N_("Over its time limit"),
    N_("Press for the decision, and record pauses and extensions that are missing here.") },
  [STEWARD_CHECK_STAGE_OVER_BUDGET] = {
    N_("Stage over its budget"),
    N_("See which items took the days, and record pauses that are missing here.") },
  [STEWARD_CHECK_OUTSIDE_LIST] = {
    N_("Approval outside the list"),
    N_("Have the section tick it and issue a new version of the plan, or remove the case.") },
  [STEWARD_CHECK_LEVEL_MISMATCH] = {
    N_("Handled by another level"),
    N_("Ask which level is competent, and correct the case or the assessment.") },
  [STEWARD_CHECK_MATERIAL_TWICE] = {
    N_("Material asked for twice"),
    N_("Keep one of the two; the unit hands a paper in once.") },
  [STEWARD_CHECK_COMMITMENT_NOT_ELIGIBLE] = {
    N_("Not open to informed commitment"),
    N_("Handle the case the ordinary way, with all its materials.") },
  [STEWARD_CHECK_DEFERRAL_NOT_ELIGIBLE] = {
    N_("Not open to deferred material"),
    N_("Handle the case the ordinary way, with all its materials.") },
  [STEWARD_CHECK_PROMISE_OVERDUE] = {
    N_("Promised material overdue"),
    N_("Get the material from the unit and record its supply; otherwise the case is sent back.") },
  [STEWARD_CHECK_APPROVAL_LAPSED] = {
    N_("Approval lapses before it is relied on"),
    N_("Apply for an extension or a review of the approval before it lapses.") },
  [STEWARD_CHECK_NOTICE_LATE] = {
    N_("Notice given too late"),
    N_("The case counts as accepted from its receipt: record the acceptance of that day.") },
  [STEWARD_CHECK_NOTICE_NOT_WRITTEN] = {
    N_("Written notice missing"),
    N_("Have the written notice sent, and record its day and the proof.") },
  [STEWARD_CHECK_EXTENSION_NOT_APPROVED] = {
    N_("Extension without approval"),
    N_("Record who approved the extension and why, or take it out.") },
  [STEWARD_CHECK_EVENT_ORDER] = {
    N_("Impossible order of events"),
    N_("Compare the events with the official system and correct the wrong one.") },
  [STEWARD_CHECK_EVENT_UNUSUAL] = {
    N_("Unusual order of events"),
    N_("Compare the events with the official system.") },
  [STEWARD_CHECK_EVENT_DAY] = {
    N_("Doubtful day"),
    N_("Compare the date with the official system.") },
  [STEWARD_CHECK_STATUS_STALE] = {
    N_("Status not verified"),
    N_("Look the case up in the official system, and record what has happened.") },
  [STEWARD_CHECK_OFF_SYSTEM] = {
    N_("Case without a number"),
    N_("Record the case number of the official system.") },
  [STEWARD_CHECK_DATA_STANDARD] = {
    N_("Doubtful entry"),
    N_("Compare it with the certificate.") },
  [STEWARD_CHECK_DELIVERY_LATE] = {
    N_("Result not delivered in time"),
    N_("Deliver the certificate to the unit, and record the day.") },
};

const char *
steward_check_get_name (const StewardPack *pack,
                        StewardCheckCode   code)
{
  const StewardCheck *check;

  g_return_val_if_fail (pack != NULL, NULL);
  g_return_val_if_fail ((guint) code < STEWARD_N_CHECKS, NULL);

  check = steward_pack_find_check (pack, code);
  return check != NULL && check->name != NULL ? check->name : _(texts[code].name);
}

const char *
steward_check_get_remedy (StewardCheckCode code)
{
  return _(texts[code].remedy);
}
