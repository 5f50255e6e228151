/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-edition.h"
#include "steward-flow-private.h"
#include "steward-meeting.h"
#include "steward-paper.h"
#include "steward-papers.h"
#include "steward-sections.h"

G_BEGIN_DECLS

/**
 * StewardForm:
 * @name: of the form in the pack: "assessment", "service_plan" …
 * @official: one of the forms of a notice: it uses no words but its own
 * @stage: (nullable): the stage it is about
 * @row: (nullable): of the case it is about
 * @meeting, @step, @edition: (nullable): what else it may be about
 * @older: (nullable): what @edition is compared with, when it was chosen
 * @section, @part: (nullable): the section whose part alone is on the form
 * @blanks: what is known for the blanks of the wording, by name
 *
 * One form while it is filled in.
 */
typedef struct
{
  const char            *name;
  const StewardSchedule *schedule;
  const StewardPlan     *plan;
  StewardProject        *project;
  StewardPack           *pack;
  gboolean               official;
  const char            *stage;
  const StewardScheduleRow *row;
  const StewardMeeting  *meeting;
  const StewardEntrustmentStep *step;
  const StewardEdition  *edition;
  const StewardEdition  *older;
  const StewardSection  *section;
  const StewardSectionPart *part;
  StewardFlow           *flow;
  GHashTable            *blanks;
} StewardForm;

/* The forms, one file each. */
void        steward_form_write_assessment   (StewardForm *self);
void        steward_form_write_service_plan (StewardForm *self);
void        steward_form_write_entrustment  (StewardForm *self);
void        steward_form_write_closing      (StewardForm *self);
void        steward_form_write_ledger       (StewardForm *self);
void        steward_form_write_suggestion   (StewardForm *self);
void        steward_form_write_notice       (StewardForm *self);
void        steward_form_write_materials    (StewardForm *self);
void        steward_form_write_change       (StewardForm *self);
void        steward_form_write_parallel_plan (StewardForm *self);
void        steward_form_write_deferral     (StewardForm *self);
void        steward_form_write_commitment   (StewardForm *self);
void        steward_form_write_opinion      (StewardForm *self);
void        steward_form_write_minutes      (StewardForm *self);
void        steward_form_write_suspension   (StewardForm *self);
void        steward_form_write_resumption   (StewardForm *self);
void        steward_form_write_correction   (StewardForm *self);
void        steward_form_write_policy       (StewardForm *self);
void        steward_form_write_hand_over    (StewardForm *self);
void        steward_form_write_push         (StewardForm *self);

/* The last closing recorded, of @stage unless it is NULL; NULL when there is
 * none. */
const StewardClosing *
            steward_form_find_closing (StewardProject         *project,
                                       const char             *stage);
/* The day the last item of a stage was decided; NONE while any is open, and
 * when it has none. */
StewardDay  steward_form_get_stage_end (const StewardScheduleStage *stage);
/* The stage the paper is about, else the first one with items, else the first;
 * NULL when there is none. */
const StewardPlanStage *
            steward_form_get_plan_stage (const StewardForm     *self);
/* Sets what is known of the case it is about: `{item}` `{bureau}` `{limit}`
 * `{stage}` `{case_number}`. */
void        steward_form_set_case     (StewardForm            *self);

/* Wording of this form, or of what letters share; "" when the pack has none. */
const char *steward_form_get_wording  (const StewardForm      *self,
                                       const char             *key);
/* Line @index of a list of the wording; "" when there is none. */
const char *steward_form_get_line     (const StewardForm      *self,
                                       const char             *key,
                                       guint                   index);
/* A list of the wording; NULL when there is none. */
const char *const *
            steward_form_get_wordings (const StewardForm      *self,
                                       const char             *key);
const char *steward_form_get_fact     (const StewardForm      *self,
                                       StewardFact             fact);
void        steward_form_set_blank    (StewardForm            *self,
                                       const char             *name,
                                       const char             *value);
/* Leaves no gap for it in letters: nothing belongs there. */
void        steward_form_omit_blank   (StewardForm            *self,
                                       const char             *name);
/* Sets a blank, or leaves no gap when @value is empty. */
void        steward_form_set_or_omit  (StewardForm            *self,
                                       const char             *name,
                                       const char             *value);
/* Sets the blanks `{year}` `{month}` `{day}`; NONE leaves them. */
void        steward_form_set_date     (StewardForm            *self,
                                       StewardDay              day);
/* Adds @wording to @text, its blanks as underlined gaps. */
void        steward_form_fill         (const StewardForm      *self,
                                       StewardText            *text,
                                       const char             *wording);
/* The same with what is known of the blanks and no rule below. */
void        steward_form_fill_plain   (const StewardForm      *self,
                                       StewardText            *text,
                                       const char             *wording);
/* The same with what is known set like the text around it, and an underlined
 * gap for what is not. */
void        steward_form_fill_known   (const StewardForm      *self,
                                       StewardText            *text,
                                       const char             *wording);
/* The same with room to write by hand instead of its blanks: the date of a
 * signature. */
void        steward_form_fill_date    (const StewardForm      *self,
                                       StewardText            *text,
                                       const char             *wording);
/* A form prints `{stage}阶段` and a stage is called `施工许可阶段`: @value
 * without the ending that @following begins with. (transfer full) */
char       *steward_form_drop_overlap (const char             *value,
                                       const char             *following);
/* @wording with its blanks replaced, for lines in a table. (transfer full) */
char       *steward_form_expand       (const StewardForm      *self,
                                       const char             *wording);
/* Annex line and title. */
void        steward_form_write_title  (StewardForm            *self,
                                       const StewardTextStyle *style);
/* The footnote of the form, if it has one. */
void        steward_form_write_footnote (StewardForm          *self,
                                       const StewardTextStyle *style);
/* A line to sign on and the date below it, at the right of the page, with an
 * empty signature field over the free room. */
void        steward_form_write_signature (StewardForm         *self,
                                       const char             *wording_key,
                                       const char             *field);
/* Call before the last paragraph (of up to two lines) above the signatures:
 * it goes with them to the next page. */
void        steward_form_keep_signatures (StewardForm         *self,
                                       guint                   n_signatures);

/* GB/T 9704—2012: title and body text. */
extern const StewardTextStyle steward_style_title;
extern const StewardTextStyle steward_style_annex;
extern const StewardTextStyle steward_style_body;
/* Footnotes. */
extern const StewardTextStyle steward_style_note;

G_END_DECLS
