/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "steward-check-code.h"
#include "steward-clock.h"
#include "steward-problems.h"

G_BEGIN_DECLS

/**
 * StewardPack:
 *
 * The rules of one city as data: stages, blocks, items, materials, the
 * assessment form, questions, forms, timers, settings. Immutable and
 * reference counted. The format is described in `data/packs/README.md`; the
 * comments here name the JSON key where it differs. A pack handed out is
 * *resolved*: what it extends and the supplements it names are merged in.
 * All strings and arrays belong to the pack. Arrays are GPtrArrays of the
 * named struct, never NULL.
 */
typedef struct _StewardPack StewardPack;

/* The words of the pack format: lane of a block or item, level of the
 * authority, kind of an item, form in which a material is handed in. */
typedef enum { STEWARD_LANE_MAIN, STEWARD_LANE_PARALLEL, STEWARD_LANE_JOINT, STEWARD_LANE_SELF,
               STEWARD_LANE_UTILITY, STEWARD_LANE_AFTER } StewardLane;
typedef enum { STEWARD_LEVEL_UNKNOWN, STEWARD_LEVEL_NATION, STEWARD_LEVEL_PROVINCE, STEWARD_LEVEL_CITY,
               STEWARD_LEVEL_COUNTY, STEWARD_LEVEL_TOWN, STEWARD_LEVEL_ZONE } StewardLevel;
typedef enum { STEWARD_ITEM_APPROVAL, STEWARD_ITEM_FILING, STEWARD_ITEM_FEE, STEWARD_ITEM_ACCEPTANCE,
               STEWARD_ITEM_PUBLIC_SERVICE, STEWARD_ITEM_REVIEW, STEWARD_ITEM_CHECK,
               STEWARD_ITEM_REGISTRATION } StewardItemKind;
typedef enum { STEWARD_FORM_NOT_STATED, STEWARD_FORM_ORIGINAL_SEALED, STEWARD_FORM_ORIGINAL,
               STEWARD_FORM_COPY, STEWARD_FORM_COPY_UNLESS_OURS } StewardMaterialForm;

/**
 * StewardBasis:
 * @id: short id used by sources
 * @document: official number, such as `晋市审管发〔2022〕28号`
 * @verified: how far the text was read ("text", "part", "unverified")
 *
 * A document the pack rests on.
 */
typedef struct
{
  char *id;
  char *document;
  char *title;
  char *issuer;
  char *date;
  char *verified;
} StewardBasis;

/**
 * StewardSource:
 *
 * Where a fact stands: the document, the clause, the words. @quote and
 * @clause may be NULL.
 */
typedef struct
{
  const StewardBasis *basis;
  char               *clause;
  char               *quote;
} StewardSource;

/**
 * StewardNamed:
 * @note: remark of the pack, or NULL
 * @items: (array zero-terminated=1): ids a section is responsible for, else empty
 * @extras: further members as text (`zone`, `kind`, `color`, `rule`, `steps`,
 *   `days`, `applies`, `levels` and `materials` with blanks between,
 *   `needs_reminder` as "true"), or NULL; see steward_named_get()
 *
 * A thing with an id and a name: bureaus, sections, events, suspension
 * grounds and the other lists of #StewardPackList.
 */
typedef struct
{
  char          *id;
  char          *name;
  StewardSource *source;
  char          *note;
  char         **items;
  GHashTable    *extras;
} StewardNamed;

/**
 * StewardPackList:
 *
 * The lists of named things; the key of each is the word in lower case with
 * underscores (`start_gate`).
 */
typedef enum
{
  STEWARD_LIST_BUREAUS,
  STEWARD_LIST_SECTIONS,
  STEWARD_LIST_EVENTS,
  STEWARD_LIST_SUSPENSION_GROUNDS,
  STEWARD_LIST_ELIGIBILITY,
  STEWARD_LIST_START_GATE,
  STEWARD_LIST_ENTRUSTMENT_GATE,
  STEWARD_LIST_ROLES,
  STEWARD_LIST_MEMBERS,
  STEWARD_LIST_ACCOUNTABILITY,
  STEWARD_LIST_ROUTING,
  STEWARD_LIST_LIGHT_CODES,
  STEWARD_LIST_JOINT_ACTIVITIES,
  STEWARD_LIST_MODULES,
  STEWARD_LIST_SCENARIOS,
  STEWARD_LIST_OTHER,
  STEWARD_N_LISTS
} StewardPackList;

/**
 * StewardStage:
 * @number: 1–4; stages of a supplement with the same number join this one
 * @name: default; @form_name / @plan_name / @materials_name as the three
 *   official forms print it (never NULL, fall back to @name)
 * @limit: working days, or -1 when the notice gives none
 */
typedef struct
{
  char          *id;
  int            number;
  char          *name;
  char          *form_name;
  char          *plan_name;
  char          *materials_name;
  int            limit;
  StewardSource *source;
} StewardStage;

/**
 * StewardBlock:
 * @limit: shared deadline of the items inside, or -1
 * @after: ids of blocks, stages or events it follows
 * @within_stage: runs inside its stage without its own limit (utilities)
 */
typedef struct
{
  char               *id;
  const StewardStage *stage;
  char               *name;
  StewardLane         lane;
  int                 limit;
  char              **after;
  gboolean            within_stage;
  StewardSource      *source;
} StewardBlock;

/**
 * StewardCommitment:
 * @listed: on the published list of items open to informed commitment
 *
 * Whether an item may be handled by informed commitment (告知承诺).
 */
typedef struct
{
  gboolean       listed;
  char          *condition;
  char          *list_name;
  StewardSource *source;
} StewardCommitment;

/**
 * StewardValidity:
 * @months: from the decision on
 * @until: ids of the items, blocks, stages and activities that have to begin
 *   by then; empty for all activities of the pack
 *
 * How long an approval stands without what relies on it.
 */
typedef struct
{
  int             months;
  char          **until;
  StewardSource  *source;
} StewardValidity;

/**
 * StewardItem:
 * @name: as the notice words it; @short_name for narrow places (never NULL)
 * @block: NULL when the pack has no blocks
 * @limit: own limit in working days, or -1 (then the block's, if any)
 * @statutory_limit: working days that a law gives, whatever the notice
 *   promises, or -1
 * @limit_note: what the source says of time in words, or NULL
 * @bureau_ids: competent bureaus; @any_bureau: one of them is enough
 * @supplement: not from the city's notice, to be confirmed by a section
 * @default_on: FALSE for rows a user has to switch on
 * @validity: NULL when the approval does not lapse
 * @materials: (element-type StewardMaterial): suggested with the item
 */
typedef struct
{
  char               *id;
  char               *name;
  char               *short_name;
  const StewardStage *stage;
  const StewardBlock *block;
  StewardItemKind     kind;
  StewardLane         lane;
  StewardLevel        level;
  int                 limit;
  int                 statutory_limit;
  char               *limit_note;
  char              **bureau_ids;
  gboolean            any_bureau;
  char               *section;
  char               *applies_when;
  StewardCommitment  *commitment;
  StewardValidity    *validity;
  char              **after;
  GPtrArray          *materials;
  char              **aliases;
  char              **special_steps;
  char              **fees;
  gboolean            supplement;
  gboolean            default_on;
  char               *note;
  StewardSource      *source;
} StewardItem;

/**
 * StewardMaterial:
 * @same_as: key shared by ticks that mean one physical paper, so that the
 *   plan asks for it once; equals @id when the paper is named once
 * @main: a main material that may not be deferred
 * @deferrable: class of the deferral rules it falls in, or NULL
 */
typedef struct
{
  char               *id;
  char               *name;
  char               *short_name;
  StewardMaterialForm form;
  gboolean            main;
  char               *deferrable;
  gboolean            personal_data;
  char               *same_as;
  gboolean            supplement;
  StewardSource      *source;
} StewardMaterial;

/* What a box of the assessment form stands for, and what a group holds. */
typedef enum { STEWARD_BOX_ITEM, STEWARD_BOX_MATERIAL, STEWARD_BOX_FEE, STEWARD_BOX_BLANK } StewardBoxKind;
typedef enum { STEWARD_GROUP_ITEMS, STEWARD_GROUP_MATERIALS, STEWARD_GROUP_TEXT,
               STEWARD_GROUP_FEES } StewardGroupKind;
/* Where the text of a group goes in the plan. */
typedef enum { STEWARD_ROLE_NONE, STEWARD_ROLE_SPECIAL_STEPS, STEWARD_ROLE_FEES, STEWARD_ROLE_KEY_POINTS,
               STEWARD_ROLE_OPTIMISATION } StewardGroupRole;

typedef struct _StewardGroup StewardGroup;

/**
 * StewardBox:
 * @label: printed exactly as the form words it; "" for a blank slot
 * @item, @material: what it stands for, NULL for fees and blank slots
 * @right: stands in the right column of a two-column page
 * @group: the group it belongs to
 *
 * One check box of the assessment form.
 */
typedef struct
{
  char                  *id;
  StewardBoxKind         kind;
  char                  *label;
  const StewardItem     *item;
  const StewardMaterial *material;
  gboolean               right;
  const StewardGroup    *group;
  StewardSource         *source;
} StewardBox;

/**
 * StewardGroup:
 * @number: as printed, `一` or `(三)`; @title: `市级审批事项`
 * @heading_number, @heading: the larger heading it starts, `(一)` `事项清单`,
 *   or NULL when it continues the previous one
 * @note: form note as printed, `(原件, 加盖公章)`, or NULL
 * @form: form of its materials when the boxes do not say otherwise
 * @level: level of its items
 * @text: TRUE when the group has a text box (in addition to boxes)
 * @role: where that text goes in the plan
 */
struct _StewardGroup
{
  char                *id;
  StewardGroupKind     kind;
  char                *heading_number;
  char                *heading;
  char                *number;
  char                *title;
  char                *note;
  StewardMaterialForm  form;
  StewardLevel         level;
  gboolean             right;
  gboolean             text;
  const StewardStage  *stage;
  GPtrArray           *boxes;     /* of StewardBox */
  StewardSource       *source;
  StewardGroupRole     role;
};

/**
 * StewardPart:
 * @supplement: rows that are not from the city's notice
 * @banner: what the supplement says of itself, or NULL
 *
 * One stage of the assessment form.
 */
typedef struct
{
  const StewardStage *stage;
  char               *title;
  gboolean            supplement;
  GPtrArray          *groups;     /* of StewardGroup */
  char               *banner;
} StewardPart;

/* How a question is answered, and how a suggestion compares the answer. */
typedef enum { STEWARD_QUESTION_CHOICE, STEWARD_QUESTION_YES_NO, STEWARD_QUESTION_NUMBER } StewardQuestionKind;
typedef enum { STEWARD_IS, STEWARD_IS_NOT, STEWARD_AT_LEAST, STEWARD_MORE_THAN, STEWARD_LESS_THAN } StewardOperator;

/* One condition `question op value` of a suggestion. */
typedef struct
{
  char            *question;
  StewardOperator  op;
  char            *value;
  double           number;
} StewardCondition;

/**
 * StewardSuggestion:
 * @all: (element-type StewardCondition): all must hold
 * @boxes: ids of the boxes it suggests
 */
typedef struct
{
  GPtrArray     *all;
  char         **boxes;
  char          *reason;
  StewardSource *source;
} StewardSuggestion;

/* One answer of a choice: as recorded, and as shown. */
typedef struct { char *value; char *label; } StewardChoice;

/**
 * StewardQuestion:
 * @unit: of a number, such as `㎡`; NULL otherwise
 * @choices: (element-type StewardChoice): of a choice, else empty
 */
typedef struct
{
  char                *id;
  char                *text;
  StewardQuestionKind  kind;
  char                *unit;
  GPtrArray           *choices;
  StewardSource       *source;
} StewardQuestion;

/**
 * StewardTimerRole:
 * @STEWARD_TIMER_REMINDER: it has no place in the schedule
 * @STEWARD_TIMER_PUSH: the hand-over to another level, after the last item of
 *   one's own level in a stage
 * @STEWARD_TIMER_SUGGESTION: the suggestion form, after the closing form
 *
 * Where a timer stands in the schedule. A pack has one timer of each role at
 * most, of reminders any number.
 */
typedef enum
{
  STEWARD_TIMER_REMINDER,
  STEWARD_TIMER_PUSH,
  STEWARD_TIMER_SUGGESTION
} StewardTimerRole;

/**
 * StewardTimer:
 * @role: its place in the schedule
 * @days: working days, or -1 when the notice says "in time" (及时)
 */
typedef struct
{
  char             *id;
  StewardTimerRole  role;
  char             *name;
  int               days;
  char             *from;
  char             *to;
  StewardSource    *source;
} StewardTimer;

/**
 * StewardActivity:
 *
 * Time that is not approval time but lies between stages (construction):
 * starts after the stages, blocks or items @after, gates those in @before.
 */
typedef struct
{
  char  *id;
  char  *name;
  char  *owner;
  char **after;
  char **before;
} StewardActivity;

/**
 * StewardCheck:
 * @id: the word of @code
 * @name: NULL for the program's own words
 * @remedy: what to do about a finding, or NULL for the program's own words
 *
 * What the pack says of one check of the program.
 */
typedef struct
{
  char             *id;
  StewardCheckCode  code;
  char             *name;
  StewardSeverity   severity;
  char             *remedy;
  StewardSource    *source;
} StewardCheck;

/* A target the city set for itself, such as a share or a number of steps. */
typedef struct
{
  char          *id;
  char          *name;
  char          *op;       /* ">=" or "<=" */
  double         target;
  char          *unit;     /* "ratio", "step", "working-day" */
  char          *applies;
  char          *formula;
  StewardSource *source;
} StewardIndicator;

/**
 * StewardDeferral:
 * @classes: kinds of material that may be handed in later (容缺)
 * @gate: conditions, all of which must hold
 * @withdraw, @overdue: rule in words, or NULL
 * @broken: what follows a promise that is not kept
 * @supplement_days: working days to supply, or -1 when the notice gives none
 *
 * The deferral rules of a pack.
 */
typedef struct
{
  char          **classes;
  char          **gate;
  char           *withdraw;
  char           *overdue;
  char          **broken;
  int             supplement_days;
  char           *note;
  StewardSource  *source;
} StewardDeferral;

/* Reading -------------------------------------------------------------- */

/* Reads one pack, all its mistakes into @problems. @resolve finds the packs
 * named by `extends` and `supplements`; NULL uses the bundled ones and those
 * in the user's data folder. NULL when there was any problem. */
typedef StewardPack *(*StewardPackResolver) (const char      *id,
                                             gpointer         user_data,
                                             StewardProblems *problems);

StewardPack        *steward_pack_read            (GBytes              *bytes,
                                                  const char          *origin,
                                                  StewardPackResolver  resolve,
                                                  gpointer             user_data,
                                                  StewardProblems     *problems);
StewardPack        *steward_pack_ref             (StewardPack         *self);
void                steward_pack_unref           (StewardPack         *self);

/* Library: the bundled packs and the user's ($XDG_DATA_HOME/steward/packs). */
char              **steward_pack_library_list    (void);
StewardPack        *steward_pack_library_load    (const char          *id,
                                                  GError             **error);

/* Facts ---------------------------------------------------------------- */

const char         *steward_pack_get_id          (const StewardPack   *self);
const char         *steward_pack_get_version     (const StewardPack   *self);
/* SHA-256 of the bytes of the pack file itself, lower-case hex. */
const char         *steward_pack_get_sha256      (const StewardPack   *self);
const char         *steward_pack_get_title       (const StewardPack   *self);
const char         *steward_pack_get_region      (const StewardPack   *self);
/* The level of the authority whose rules it holds, by its region code: what
 * is another's is handed over. A city's when it has no code. */
StewardLevel        steward_pack_get_level       (const StewardPack   *self);
/* Banner of a pack that is not a city's notice, else that of the first
 * supplement that has one, or NULL. */
const char         *steward_pack_get_banner      (const StewardPack   *self);
/* Sum of the stage limits, -1 when a stage has none. */
int                 steward_pack_get_total_limit (const StewardPack   *self);
StewardThresholds   steward_pack_get_thresholds  (const StewardPack   *self);
/* A number from `settings` (README lists them), e.g. "notice-days". */
int                 steward_pack_get_setting     (const StewardPack   *self,
                                                  const char          *key,
                                                  int                  fallback);

/* Working days of the law for a pack that sets none: to say what is missing
 * (Administrative Licensing Law, art. 32), and to deliver (art. 44). */
#define STEWARD_NOTICE_DAYS_BY_LAW   5
#define STEWARD_DELIVERY_DAYS_BY_LAW 10

int                 steward_pack_get_notice_days   (const StewardPack *self);
int                 steward_pack_get_delivery_days (const StewardPack *self);

GPtrArray          *steward_pack_get_bases       (const StewardPack   *self);  /* StewardBasis */
GPtrArray          *steward_pack_get_stages      (const StewardPack   *self);  /* StewardStage, by number */
GPtrArray          *steward_pack_get_blocks      (const StewardPack   *self);  /* StewardBlock */
GPtrArray          *steward_pack_get_items       (const StewardPack   *self);  /* StewardItem */
GPtrArray          *steward_pack_get_materials   (const StewardPack   *self);  /* StewardMaterial */
GPtrArray          *steward_pack_get_bureaus     (const StewardPack   *self);  /* StewardNamed */
GPtrArray          *steward_pack_get_sections    (const StewardPack   *self);  /* StewardNamed */
GPtrArray          *steward_pack_get_events      (const StewardPack   *self);  /* StewardNamed */
GPtrArray          *steward_pack_get_parts       (const StewardPack   *self);  /* StewardPart, the assessment form */
GPtrArray          *steward_pack_get_questions   (const StewardPack   *self);  /* StewardQuestion */
/* An answer as people read it: the label of the choice, yes and no in their
 * language; @answer itself where there is no other word. */
const char         *steward_question_get_answer_label (const StewardQuestion *question,
                                                       const char            *answer);
/* The question with that id, or NULL. */
const StewardQuestion *steward_pack_find_question (const StewardPack  *self,
                                                   const char         *id);
GPtrArray          *steward_pack_get_suggestions (const StewardPack   *self);  /* StewardSuggestion */
GPtrArray          *steward_pack_get_timers      (const StewardPack   *self);  /* StewardTimer */
/* The timer of a role that only one can have, or NULL. */
const StewardTimer *steward_pack_find_timer      (const StewardPack   *self,
                                                  StewardTimerRole     role);
GPtrArray          *steward_pack_get_activities  (const StewardPack   *self);  /* StewardActivity */
GPtrArray          *steward_pack_get_checks      (const StewardPack   *self);  /* StewardCheck */
/* What the pack says of a check, or NULL when it says nothing. */
const StewardCheck *steward_pack_find_check      (const StewardPack   *self,
                                                  StewardCheckCode     code);
/* Of the pack, else of the program. */
StewardSeverity     steward_pack_get_severity    (const StewardPack   *self,
                                                  StewardCheckCode     code);
GPtrArray          *steward_pack_get_indicators  (const StewardPack   *self);  /* StewardIndicator */
GPtrArray          *steward_pack_get_suspension_grounds (const StewardPack *self);  /* StewardNamed */
GPtrArray          *steward_pack_get_list        (const StewardPack   *self,
                                                  StewardPackList      list);  /* StewardNamed */
/* NULL when the pack has no deferral rules. */
const StewardDeferral *steward_pack_get_deferral (const StewardPack   *self);
/* What the notice leaves open and how the pack reads it, NULL-terminated. */
const char * const *steward_pack_get_ambiguities (const StewardPack   *self);
/* A further member of a named thing as text, or NULL. */
const char         *steward_named_get            (const StewardNamed  *self,
                                                  const char          *key);

const StewardStage *steward_pack_find_stage      (const StewardPack   *self, const char *id);
const StewardBlock *steward_pack_find_block      (const StewardPack   *self, const char *id);
const StewardItem  *steward_pack_find_item       (const StewardPack   *self, const char *id);
const StewardMaterial *steward_pack_find_material(const StewardPack   *self, const char *id);
const StewardBox   *steward_pack_find_box        (const StewardPack   *self, const char *id);
const StewardGroup *steward_pack_find_group      (const StewardPack   *self, const char *id);
const char         *steward_pack_get_bureau_name (const StewardPack   *self, const char *id);
/* Box that stands for @item, or NULL. */
const StewardBox   *steward_pack_find_item_box   (const StewardPack   *self, const char *item_id);

/* Wording of a form: `forms.<form>.<key>` as written in the pack, or else in the
 * common forms, which word what notices do not; NULL when there is none. The
 * forms are in the README of the packs. Blanks are named in braces:
 * `{unit_name}`. The scope of the pack is the form `applies` with the key `note`
 * and, below, the lists `investment` and `construction`. */
const char         *steward_pack_get_wording     (const StewardPack   *self,
                                                  const char          *form,
                                                  const char          *key);
/* The same for a list of lines, NULL-terminated, or NULL. */
const char * const *steward_pack_get_wordings    (const StewardPack   *self,
                                                  const char          *form,
                                                  const char          *key);

/* Words used in files: "main", "parallel", …; "city", …; "approval", …. */
const char         *steward_lane_to_word         (StewardLane          lane);
const char         *steward_level_to_word        (StewardLevel         level);
gboolean            steward_level_from_word      (const char          *word,
                                                  StewardLevel        *level);
const char         *steward_item_kind_to_word    (StewardItemKind      kind);
const char         *steward_material_form_to_word(StewardMaterialForm  form);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardPack, steward_pack_unref)

G_END_DECLS
