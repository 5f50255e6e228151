/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-project.h"

G_BEGIN_DECLS

/* What people decided about a project besides the ticks of the form: warnings
 * that they know of and leave, levers that they use, and what is known of the
 * credit record of the enterprise. Each is a piece of its own
 * (steward-piece.h). The setters emit #StewardProject::changed with
 * %STEWARD_CHANGE_DECISIONS. */

/* Most acknowledgements, and most lever decisions, of a project. */
#define STEWARD_PROJECT_MAX_DECISIONS 20000

/**
 * StewardAcknowledgement:
 * @check: code of the check
 * @row: id of the row, item, case or stage it is about, "" for the project
 * @reason: why the warning is left as it is; never empty
 * @by: who; @at: ISO 8601 time; both may be ""
 *
 * A warning that somebody knows of and accepts, with the reason.
 */
typedef struct
{
  char *check;
  char *row;
  char *reason;
  char *by;
  char *at;
} StewardAcknowledgement;

/* Key of the piece: "@check", or "@check @row". (transfer full) */
char                *steward_acknowledgement_make_key          (const char     *check,
                                                                const char     *row);
/* NULL when nobody acknowledged it. @row may be NULL for "". */
const StewardAcknowledgement *
                     steward_project_find_acknowledgement      (StewardProject *self,
                                                                const char     *check,
                                                                const char     *row);
/* In the order of their keys. (transfer container) (element-type StewardAcknowledgement) */
GPtrArray           *steward_project_list_acknowledgements     (StewardProject *self);
/* @check: without spaces. @at NULL: now. An empty @reason is none: nothing
 * happens, and FALSE is returned. */
gboolean             steward_project_acknowledge               (StewardProject *self,
                                                                const char     *check,
                                                                const char     *row,
                                                                const char     *reason,
                                                                const char     *by,
                                                                const char     *at);
void                 steward_project_withdraw_acknowledgement  (StewardProject *self,
                                                                const char     *check,
                                                                const char     *row);

/* Key of the piece of a lever: "@lever" for the whole plan, "@lever @item" for
 * one item or row. (transfer full) */
char                *steward_lever_make_key                    (const char     *lever,
                                                                const char     *item);
/* What was decided about exactly this: the plan when @item is NULL or "",
 * else the item. NULL when nobody decided. */
const StewardTick   *steward_project_get_lever                 (StewardProject *self,
                                                                const char     *lever,
                                                                const char     *item);
/* What holds for @item: its own decision, else that of the plan, else whether
 * the notice has it in force. */
gboolean             steward_project_is_lever_on               (StewardProject *self,
                                                                const char     *lever,
                                                                const char     *item);
/* @lever: an id of the pack; one that is decided item by item needs @item. @item: of the pack, or a row, or NULL. @at NULL: now. */
void                 steward_project_set_lever                 (StewardProject *self,
                                                                const char     *lever,
                                                                const char     *item,
                                                                gboolean        on,
                                                                const char     *by,
                                                                const char     *at);
void                 steward_project_clear_lever               (StewardProject *self,
                                                                const char     *lever,
                                                                const char     *item);
/* Makes all decisions about levers those of @decided (key → on, as a pointer),
 * as one change: what is not in it is taken out, and what says the same
 * already stays with its time. Keys that the project cannot have are left
 * out. @at NULL: now. FALSE when nothing changed. */
gboolean             steward_project_replace_levers            (StewardProject *self,
                                                                GHashTable     *decided,
                                                                const char     *by,
                                                                const char     *at);
/* Keys of everything decided, sorted. (transfer container) (element-type utf8) */
GPtrArray           *steward_project_list_levers               (StewardProject *self);

/* Whether the answers fulfil @condition. A question nobody answered fulfils
 * nothing, not even "is not"; @answered (may be NULL) tells. */
gboolean             steward_project_fulfils                   (StewardProject         *self,
                                                                const StewardCondition *condition,
                                                                gboolean               *answered);

/**
 * StewardStanding:
 *
 * What is known of the credit record of the enterprise. A breach shuts it out
 * of deferral and commitment until it is repaired.
 */
typedef enum
{
  STEWARD_STANDING_UNKNOWN,
  STEWARD_STANDING_GOOD,
  STEWARD_STANDING_BREACH,
  STEWARD_STANDING_REPAIRED,
  STEWARD_N_STANDINGS
} StewardStanding;

/**
 * StewardCredit:
 * @day: of the breach, else of the look into the record; may be NONE
 * @note: what it was about, or where it was looked up; may be ""
 */
typedef struct
{
  StewardStanding  standing;
  StewardDay       day;
  char            *note;
  char            *by;
} StewardCredit;

/* "unknown", "good", "breach", "repaired". */
const char          *steward_standing_to_word                  (StewardStanding  standing);
gboolean             steward_standing_from_word                (const char      *word,
                                                                StewardStanding *standing);
/* Never NULL; UNKNOWN when nothing was recorded. */
const StewardCredit *steward_project_get_credit                (StewardProject      *self);
/* UNKNOWN takes the record out, with its day and note. */
void                 steward_project_set_credit                (StewardProject      *self,
                                                                const StewardCredit *value);

G_END_DECLS
