/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "steward-pack.h"

G_BEGIN_DECLS

/**
 * StewardProject:
 *
 * One construction project as the steward records it: facts, the ticks of
 * the assessment form with who and when, answers, texts, cases with their
 * clock events, entrustment, closing, ledger. Nothing that can be computed
 * from these is stored. Every setter that changes something emits
 * #StewardProject::piece-changed for each piece it touched (steward-piece.h)
 * and then #StewardProject::changed once with the kind of change.
 */
#define STEWARD_TYPE_PROJECT (steward_project_get_type ())

G_DECLARE_FINAL_TYPE (StewardProject, steward_project, STEWARD, PROJECT, GObject)

/* Longest text, name, answer and time, in characters: longer ones are cut by
 * the setters and refused in files. Most cases, rows and ledger entries of a
 * project, events of a case, and days of a limit. */
#define STEWARD_TEXT_MAX_CHARS     3000
#define STEWARD_NAME_MAX_CHARS     100
#define STEWARD_ANSWER_MAX_CHARS   200
#define STEWARD_TIME_MAX_CHARS     40
#define STEWARD_PROOF_MAX_CHARS    1000
#define STEWARD_ROW_ID_MAX_CHARS   200
#define STEWARD_PROJECT_MAX_CASES  20000
#define STEWARD_PROJECT_MAX_ROWS   20000
#define STEWARD_PROJECT_MAX_LEDGER 20000
#define STEWARD_PROJECT_MAX_CLOSINGS 100
#define STEWARD_CASE_MAX_EVENTS    1000
#define STEWARD_CASE_MAX_EXTENSION 1000
#define STEWARD_MAX_DAYS           10000
/* Most strings of a list (stages, items, papers handed over), and the highest
 * position or number. */
#define STEWARD_LIST_MAX           1000
#define STEWARD_POSITION_MAX       999999999

/**
 * StewardChange:
 *
 * What a #StewardProject::changed signal is about (flags).
 */
typedef enum
{
  STEWARD_CHANGE_FACTS   = 1 << 0,
  STEWARD_CHANGE_TICKS   = 1 << 1,
  STEWARD_CHANGE_TEXTS   = 1 << 2,
  STEWARD_CHANGE_ANSWERS = 1 << 3,
  STEWARD_CHANGE_CASES   = 1 << 4,
  STEWARD_CHANGE_PAPERS  = 1 << 5,
  STEWARD_CHANGE_RECORD  = 1 << 6,  /* id, state */
  STEWARD_CHANGE_DECISIONS = 1 << 7,  /* acknowledgements, levers, credit record */
  STEWARD_CHANGE_PLAN    = 1 << 8,  /* order, own wording and own links of the plan */
  STEWARD_CHANGE_RECORDS = 1 << 9,  /* papers, editions, requests, steps, meetings, timers */
  STEWARD_CHANGE_ALL     = 0x3ff
} StewardChange;

/**
 * StewardFact:
 *
 * Facts of a project. The table in steward-fact.c gives each its key in
 * files ("name", "code" …), kind and longest length; values are normalised
 * text ("" when not known).
 */
typedef enum
{
  STEWARD_FACT_NAME,            /* name: 项目名称 */
  STEWARD_FACT_CODE,            /* code: 项目代码 */
  STEWARD_FACT_UNIT,            /* unit: 项目单位 */
  STEWARD_FACT_CREDIT_CODE,     /* credit_code: 统一社会信用代码 */
  STEWARD_FACT_CONTACT,         /* contact: 联系人 */
  STEWARD_FACT_PHONE,           /* phone: 联系电话 */
  STEWARD_FACT_STEWARD,         /* steward: 项目长 */
  STEWARD_FACT_AGENCY,          /* agency: 代办机构 */
  STEWARD_FACT_FILLED_BY,       /* filled_by: 填表人 */
  STEWARD_FACT_FILLED_ON,       /* filled_on: date of the assessment */
  STEWARD_FACT_TYPE,            /* type: 项目类型 */
  STEWARD_FACT_PLACE,           /* place: 建设地点 */
  STEWARD_FACT_SCALE,           /* scale: 建设规模 */
  STEWARD_FACT_CONTENT,         /* content: 建设内容 */
  STEWARD_FACT_FUNDING,         /* funding: 资金来源 */
  STEWARD_FACT_INVESTMENT,      /* investment: 总投资, 万元 */
  STEWARD_FACT_LAND,            /* land: 用地情况 */
  STEWARD_FACT_PLOT,            /* plot: 地块编号 */
  STEWARD_FACT_NOTE,            /* note: free note */
  STEWARD_FACT_START,           /* start: planned start of the first stage, date */
  STEWARD_N_FACTS
} StewardFact;

/* What kind of value a fact is: decides how it is cleaned and checked. */
typedef enum { STEWARD_FACT_TEXT, STEWARD_FACT_DATE, STEWARD_FACT_NUMBER, STEWARD_FACT_PHONE_NUMBER,
               STEWARD_FACT_PROJECT_CODE, STEWARD_FACT_CREDIT } StewardFactKind;

const char      *steward_fact_get_key     (StewardFact   fact);
gboolean         steward_fact_from_key    (const char   *key,
                                           StewardFact  *fact);
StewardFactKind  steward_fact_get_kind    (StewardFact   fact);
gsize            steward_fact_get_max     (StewardFact   fact);
/* Official Chinese label, for papers and as the msgstr of the label. */
const char      *steward_fact_get_label   (StewardFact   fact);
/* In the user's language. */
const char      *steward_fact_get_name    (StewardFact   fact);
/* Amounts are numbers of 10,000 yuan: `1.2亿元` becomes `12000`. Normalising
 * twice gives the same. Setting a fact normalises it.
 * Cleans what people type (full-width characters, spaces, line breaks,
 * dates); @warning says what looks wrong (check digit), or is set to NULL.
 * (transfer full) */
char            *steward_fact_normalise   (StewardFact   fact,
                                           const char   *typed,
                                           char        **warning);

/* @value as it may be shown in a room with others: of a contact the first
 * character, of long numbers (phones, identity and credit codes) the first three
 * and last four; the project code is public. (transfer full) */
char            *steward_fact_mask        (StewardFact   fact,
                                           const char   *value);

/**
 * StewardTick:
 * @on: ticked or deliberately not ticked
 * @by: section or person; @at: ISO 8601 time; both may be ""
 */
typedef struct
{
  gboolean  on;
  char     *by;
  char     *at;
} StewardTick;

/**
 * StewardRow:
 * @id: `<box id>#<n>`, stable; @box: the blank slot it was typed into
 * @limit: promised working days typed for an item row, or -1
 * @position: its place among the rows (equal ones stand in order of their
 *   id); given by the project to a new row
 *
 * A row typed into a blank slot of the form.
 */
typedef struct
{
  char  *id;
  char  *box;
  char  *text;
  char  *by;
  char  *at;
  int    limit;
  guint  position;
} StewardRow;

/**
 * StewardCaseStatus:
 *
 * Status codes of the public exchange system (1–15).
 */
typedef enum
{
  STEWARD_CASE_RECEIVED = 1,
  STEWARD_CASE_WITHDRAWN,
  STEWARD_CASE_ACCEPTED,
  STEWARD_CASE_NOT_ACCEPTED,
  STEWARD_CASE_REFUSED,
  STEWARD_CASE_CORRECTION_STARTS,
  STEWARD_CASE_CORRECTION_ENDS,
  STEWARD_CASE_BUREAU_STARTS,
  STEWARD_CASE_PROCEDURE_STARTS,
  STEWARD_CASE_PROCEDURE_ENDS,
  STEWARD_CASE_GRANTED,
  STEWARD_CASE_GRANTED_DEFERRED,
  STEWARD_CASE_NOT_GRANTED,
  STEWARD_CASE_REVOKED_APPLICATION,
  STEWARD_CASE_REVOKED
} StewardCaseStatus;

/**
 * StewardEvent:
 * @kind: of a special procedure (听证, 专家评审 …) or correction, else ""
 * @written: day of the written notice of a pause or correction, or
 *   %STEWARD_DAY_NONE
 * @proof: path or name of the attached proof, ""
 */
typedef struct
{
  StewardCaseStatus  status;
  StewardDay         day;
  char              *actor;
  char              *kind;
  char              *note;
  StewardDay         written;
  char              *proof;
} StewardEvent;

/* How a case is accepted: complete, with deferred material (容缺受理), or on
 * informed commitment (告知承诺). */
typedef enum { STEWARD_MODE_NORMAL, STEWARD_MODE_DEFERRAL, STEWARD_MODE_COMMITMENT } StewardMode;

/**
 * StewardCase:
 * @item: id of the item or of the typed row it handles
 * @limit: promised working days typed by the steward, or -1 (pack's limit)
 * @extension: approved further working days
 * @extension_by: who approved them, ""; @extension_reason: why, ""
 * @planned_start: wished earliest acceptance, or %STEWARD_DAY_NONE
 * @events: (element-type StewardEvent): in order of date, then of entry
 * @position: its place among the cases, given by the project to a new case
 * @delivered: day on which the result was handed to the unit, or NONE
 * @verified: day on which the status was last compared with the official
 *   system, or NONE
 */
typedef struct
{
  char        *id;
  char        *item;
  char        *segment;
  char        *number;        /* case number of the official system, "" */
  StewardMode  mode;
  StewardLevel level;         /* UNKNOWN: the item's own */
  char        *bureau;        /* bureau id, "" for the item's own */
  int          limit;
  int          extension;
  char        *extension_by;
  char        *extension_reason;
  StewardDay   planned_start;
  GPtrArray   *events;
  guint        position;
  StewardDay   delivered;
  StewardDay   verified;
} StewardCase;

/**
 * StewardCaseClock:
 * @silent_until: last day of a silence that makes the case accepted; NONE when
 *   the bureau has answered, and when there is nothing to answer
 *
 * The case seen by the legal clock: question ready to ask, and facts.
 */
typedef struct
{
  StewardDay    received;
  StewardDay    accepted;      /* with deemed acceptance resolved */
  gboolean      deemed;
  StewardDay    finished;
  StewardCaseStatus status;    /* last event, 0 when none */
  StewardPause *pauses;
  gsize         n_pauses;
  StewardDay    silent_until;
} StewardCaseClock;

void             steward_case_clock_clear (StewardCaseClock      *clock);
/* Replays the events up to and including @as_of. */
void             steward_case_replay      (const StewardCase     *self,
                                           const StewardCalendar *calendar,
                                           int                    notice_days,
                                           StewardDay             as_of,
                                           StewardCaseClock      *clock);

/* Entrustment, closing, ledger, suggestion: what their papers need. */
typedef struct
{
  char      **stages;         /* stage ids */
  char      **items;          /* item or row ids; empty: all of the stages */
  StewardDay  signed_on;
} StewardEntrustment;

/* The closing form (办结单) of one stage; the project gives its position. */
typedef struct
{
  char       *stage;          /* stage id */
  StewardDay  finished_on;
  char      **handed_over;
  guint       position;
} StewardClosing;

/* One line of the ledger (台账); the project gives it a number of its own, by
 * which the ledger is ordered. */
typedef struct
{
  StewardDay  day;
  char       *kind;
  char       *text;
  char       *result;
  guint       number;
} StewardLedgerEntry;

StewardProject *steward_project_new             (const StewardPack  *pack);
StewardPack    *steward_project_get_pack        (StewardProject     *self);

const char     *steward_project_get_fact        (StewardProject     *self,
                                                 StewardFact         fact);
void            steward_project_set_fact        (StewardProject     *self,
                                                 StewardFact         fact,
                                                 const char         *value);
/* Answer to a question of the pack; NULL when not answered. */
const char     *steward_project_get_answer      (StewardProject     *self,
                                                 const char         *question);
void            steward_project_set_answer      (StewardProject     *self,
                                                 const char         *question,
                                                 const char         *value);
/* NULL when nobody decided about the box. */
const StewardTick *steward_project_get_tick     (StewardProject     *self,
                                                 const char         *box);
/* TRUE for a ticked box, and for a blank slot that has rows. */
gboolean        steward_project_is_ticked       (StewardProject     *self,
                                                 const char         *box);
/* @at NULL: now. Blank slots have rows instead of ticks. */
void            steward_project_set_tick        (StewardProject     *self,
                                                 const char         *box,
                                                 gboolean            on,
                                                 const char         *by,
                                                 const char         *at);
void            steward_project_clear_tick      (StewardProject     *self,
                                                 const char         *box);
/* Rows typed into blank slots, all boxes, in order. (element-type StewardRow) */
GPtrArray      *steward_project_get_rows        (StewardProject     *self);
const StewardRow *steward_project_find_row      (StewardProject     *self,
                                                 const char         *id);
/* Splits @text at line breaks, 、 lists are left alone; returns the id of the
 * first new row, or NULL when @text is empty. */
const char     *steward_project_add_rows        (StewardProject     *self,
                                                 const char         *box,
                                                 const char         *text,
                                                 const char         *by);
/* TRUE when @id is `@box#n`, with n from 1 to 999999. */
gboolean        steward_row_id_fits             (const char         *id,
                                                 const char         *box);
/* Adds a copy of @row under its own id, or replaces the row of that id. */
void            steward_project_put_row         (StewardProject     *self,
                                                 const StewardRow   *row);
/* Empty @text removes the row, with a case of it that has no events yet and
 * what was recorded about it; a row whose case has events keeps its text, for
 * what happened stays. */
void            steward_project_set_row_text    (StewardProject     *self,
                                                 const char         *id,
                                                 const char         *text);
void            steward_project_set_row_limit   (StewardProject     *self,
                                                 const char         *id,
                                                 int                 limit);
/* Text of a group (特殊环节, 要点提示 …), "" when empty; ≤ 3,000 characters. */
const char     *steward_project_get_text        (StewardProject     *self,
                                                 const char         *group);
void            steward_project_set_text        (StewardProject     *self,
                                                 const char         *group,
                                                 const char         *text);

/* (element-type StewardCase) */
GPtrArray      *steward_project_get_cases       (StewardProject     *self);
/* The (first) case of an item or typed row, or that of one of its segments
 * when @item is the id of its row; NULL when there is none. */
const StewardCase *steward_project_find_case    (StewardProject     *self,
                                                 const char         *item);
/* All cases of an item or typed row, one for each of its segments, in their
 * order; NULL when there is none. (transfer none) (element-type StewardCase) */
const GPtrArray *steward_project_list_cases     (StewardProject     *self,
                                                 const char         *item);
/* Id of the row of a further segment: `<item>/<case id>`. No item, typed row,
 * stage or timer has a slash in its id. (transfer full) */
char            *steward_case_make_row_id       (const StewardCase  *self);
/* Adds a copy of @template; an existing case with the same id is replaced. */
void            steward_project_put_case        (StewardProject     *self,
                                                 const StewardCase  *template_case);
void            steward_project_remove_case     (StewardProject     *self,
                                                 const char         *id);
/* Dates of an activity of the pack (construction): either may be NONE. */
void            steward_project_get_activity    (StewardProject     *self,
                                                 const char         *activity,
                                                 StewardDay         *start,
                                                 StewardDay         *finish,
                                                 int                *days);
void            steward_project_set_activity    (StewardProject     *self,
                                                 const char         *activity,
                                                 StewardDay          start,
                                                 StewardDay          finish,
                                                 int                 days);

/* Never NULL; empty when nothing was recorded. */
const StewardEntrustment *steward_project_get_entrustment (StewardProject *self);
void            steward_project_set_entrustment (StewardProject     *self,
                                                 const StewardEntrustment *value);
GPtrArray      *steward_project_get_closings    (StewardProject     *self);  /* StewardClosing */
void            steward_project_put_closing     (StewardProject     *self,
                                                 const StewardClosing *value);
GPtrArray      *steward_project_get_ledger      (StewardProject     *self);  /* StewardLedgerEntry */
void            steward_project_add_ledger_entry(StewardProject     *self,
                                                 const StewardLedgerEntry *value);
const char     *steward_project_get_suggestion  (StewardProject     *self);
void            steward_project_set_suggestion  (StewardProject     *self,
                                                 const char         *text);

/* Cases are plain values: copied into a project, never shared with it. */
StewardCase    *steward_case_new                (const char         *id,
                                                 const char         *item);
StewardCase    *steward_case_copy               (const StewardCase  *self);
void            steward_case_free               (StewardCase        *self);
void            steward_case_add_event          (StewardCase        *self,
                                                 StewardCaseStatus   status,
                                                 StewardDay          day,
                                                 const char         *actor,
                                                 const char         *kind,
                                                 const char         *note);
/* Adds a copy of @event with all it says, in its place. */
void            steward_case_put_event          (StewardCase        *self,
                                                 const StewardEvent *event);
const char     *steward_mode_to_word            (StewardMode         mode);
/* In the user's language, "accepted"; "?" for no status. */
const char     *steward_case_status_get_name    (StewardCaseStatus   status);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardCase, steward_case_free)

/**
 * StewardHint:
 * @box: the box suggested; @reasons: why, one line per reason
 * @off: whether it is suggested to take the tick off
 *
 * A suggestion of the questionnaire or of an already ticked item. Hints
 * never change a tick; they only look like an offer.
 */
typedef struct
{
  const StewardBox *box;
  char             *reasons;
  gboolean          off;
} StewardHint;

/* Boxes suggested by answers and by materials of ticked items, about which
 * nobody has decided yet, in form order. (transfer full) (element-type StewardHint) */
GPtrArray      *steward_project_get_hints       (StewardProject     *self);
/* Ticked boxes that nothing calls for any more, in form order: every
 * suggestion of the box is contradicted by an answer, or every item that needs
 * the paper was left out by somebody. What is not answered contradicts nothing.
 * (transfer full) (element-type StewardHint) */
GPtrArray      *steward_project_get_doubts      (StewardProject     *self);

G_END_DECLS
