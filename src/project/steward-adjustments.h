/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-project.h"

G_BEGIN_DECLS

/* What the steward does by hand to a plan that is computed: the order of its
 * items and wording of his own, both of which survive recomputation; and what
 * he starts: requests to sections and timers. Each is a piece
 * (steward-piece.h). Setters emit #StewardProject::changed with
 * %STEWARD_CHANGE_PLAN (order and wording) or %STEWARD_CHANGE_RECORDS. */

/**
 * StewardOrder:
 * @id: of the stage
 * @items: (array zero-terminated=1): ids of items and rows, as wished
 */
typedef struct
{
  char  *id;
  char **items;
} StewardOrder;

/* The wished order of a stage, NULL when it is that of the form. */
const char * const *steward_project_get_order   (StewardProject      *self,
                                                 const char          *stage);
/* By stage. (transfer container) (element-type StewardOrder) */
GPtrArray          *steward_project_list_orders (StewardProject      *self);
/* Ids that the plan does not have are kept and passed over; a second naming
 * is left out. NULL or an empty list: no order of his own. */
gboolean            steward_project_set_order   (StewardProject      *self,
                                                 const char          *stage,
                                                 const char * const  *items,
                                                 GError             **error);

/**
 * StewardEditField:
 * @STEWARD_EDIT_OPTIMISATION: the last of those that a stage has
 * @STEWARD_EDIT_NAME: of an item or row, like NOTE
 * @STEWARD_EDIT_REASONS: of %STEWARD_EDIT_POLICY alone, a line for each
 */
typedef enum
{
  STEWARD_EDIT_SPECIAL_STEPS,
  STEWARD_EDIT_FEES,
  STEWARD_EDIT_KEY_POINTS,
  STEWARD_EDIT_OPTIMISATION,
  STEWARD_EDIT_NAME,
  STEWARD_EDIT_NOTE,
  STEWARD_EDIT_REASONS,
  STEWARD_N_EDIT_FIELDS
} StewardEditField;

/* What the reasons are of: the notice that a project is not in line with
 * policy. Nothing computes them. */
#define STEWARD_EDIT_POLICY "policy"

/* "special-steps", "fees", "key-points", "optimisation", "name", "note",
 * "reasons". */
const char *steward_edit_field_to_word   (StewardEditField  field);
gboolean    steward_edit_field_from_word (const char       *word,
                                          StewardEditField *field);

/**
 * StewardEdit:
 * @id: "<id> <field>": of the stage, item, row or notice, and what of it
 * @text: instead of what is computed; "" only for a text of a stage
 */
typedef struct
{
  char *id;
  char *text;
  char *by;
  char *at;
} StewardEdit;

/* NULL when the computed text stands. */
const StewardEdit *steward_project_get_edit    (StewardProject    *self,
                                                const char        *of,
                                                StewardEditField   field);
/* By key. (transfer container) (element-type StewardEdit) */
GPtrArray         *steward_project_list_edits  (StewardProject    *self);
/* @at NULL: now. STEWARD_ERROR_UNKNOWN when @of has no such field. */
gboolean           steward_project_put_edit    (StewardProject    *self,
                                                const char        *of,
                                                StewardEditField   field,
                                                const char        *text,
                                                const char        *by,
                                                const char        *at,
                                                GError           **error);
/* Back to the computed text. */
void               steward_project_remove_edit (StewardProject    *self,
                                                const char        *of,
                                                StewardEditField   field);

/**
 * StewardRequest:
 * @id: of the section
 * @sent: day on which its part was sent to it, may be NONE
 * @answered: day of its answer, or NONE; @answered_by: who answered, ""
 *
 * A section that was asked for its ticks.
 */
typedef struct
{
  char       *id;
  StewardDay  sent;
  char       *by;
  StewardDay  answered;
  char       *answered_by;
  char       *note;
} StewardRequest;

/* NULL when it has not been asked. */
const StewardRequest *steward_project_get_request    (StewardProject       *self,
                                                      const char           *section);
/* By section. (transfer container) (element-type StewardRequest) */
GPtrArray            *steward_project_list_requests  (StewardProject       *self);
/* STEWARD_ERROR_UNKNOWN when the pack has no such section, and nobody could have
 * added it to the directory. */
gboolean              steward_project_put_request    (StewardProject       *self,
                                                      const StewardRequest *value,
                                                      GError              **error);
void                  steward_project_remove_request (StewardProject       *self,
                                                      const char           *section);

/**
 * StewardStartedTimer:
 * @number: 0 for one that is new
 * @timer: id of the timer of the pack
 * @subject: id of the row, case or stage it is about, or words, ""
 * @from: day it was started
 * @due: a day that was set by hand, NONE: @from and the days of the pack
 * @done: day it was done, or NONE
 */
typedef struct
{
  char       *id;
  guint       number;
  char       *timer;
  char       *subject;
  StewardDay  from;
  StewardDay  due;
  StewardDay  done;
  char       *note;
} StewardStartedTimer;

/* NULL when there is none of that number. */
const StewardStartedTimer *steward_project_get_timer    (StewardProject            *self,
                                                         guint                      number);
/* By number. (transfer container) (element-type StewardStartedTimer) */
GPtrArray                 *steward_project_list_timers  (StewardProject            *self);
/* A @value->number of 0 is a new one. Returns its number, or 0 with an error. */
guint                      steward_project_put_timer    (StewardProject            *self,
                                                         const StewardStartedTimer *value,
                                                         GError                   **error);
void                       steward_project_remove_timer (StewardProject            *self,
                                                         guint                      number);

G_END_DECLS
