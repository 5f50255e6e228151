/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-meeting.h"
#include "steward-party.h"
#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardSlideKind:
 * @STEWARD_SLIDE_AGENDA: what the meeting is about, and what is gone through
 * @STEWARD_SLIDE_STAGE: one stage as a flowchart
 * @STEWARD_SLIDE_OPINIONS: who came, and what each says
 * @STEWARD_SLIDE_DECISIONS: what was decided so far
 */
typedef enum
{
  STEWARD_SLIDE_AGENDA,
  STEWARD_SLIDE_STAGE,
  STEWARD_SLIDE_OPINIONS,
  STEWARD_SLIDE_DECISIONS
} StewardSlideKind;

/**
 * StewardSlide:
 * @stage: NULL but for %STEWARD_SLIDE_STAGE
 * @title: in the language of the user
 * @note: what the steward wants to remember there, never shown to the others
 */
typedef struct
{
  StewardSlideKind    kind;
  const StewardStage *stage;
  char               *title;
  char               *note;
} StewardSlide;

/**
 * StewardVoice:
 * @id, @name: of the section or bureau
 * @heard: FALSE when nobody said yet whether it is there
 * @verdict, @text: its opinion of the project as a whole
 *
 * A party of the meeting and what it said.
 */
typedef struct
{
  char                  *id;
  char                  *name;
  gboolean               heard;
  StewardPresence        presence;
  StewardOpinionVerdict  verdict;
  char                  *text;
} StewardVoice;

/**
 * StewardPresentation:
 *
 * A consultation about one project: what is shown, where one is, and what is
 * decided. Everything is decided on a copy, which the slides show;
 * steward_presentation_record() makes all of it one change of the project.
 *
 * #StewardPresentation::moved is emitted when another slide is to be shown, or
 * none; #StewardPresentation::changed when something else is to be shown on it.
 */
#define STEWARD_TYPE_PRESENTATION (steward_presentation_get_type ())

G_DECLARE_FINAL_TYPE (StewardPresentation, steward_presentation, STEWARD, PRESENTATION, GObject)

StewardPresentation *steward_presentation_new           (StewardSession        *session);
/* The project itself. */
StewardSession      *steward_presentation_get_session   (StewardPresentation   *self);
/* The project as it was when the meeting began. */
StewardProject      *steward_presentation_get_start     (StewardPresentation   *self);
/* Goes on with a meeting that was interrupted: it began with @start and had
 * decided @trial. Nothing is changed when FALSE. */
gboolean             steward_presentation_resume        (StewardPresentation   *self,
                                                         StewardProject        *start,
                                                         StewardProject        *trial,
                                                         GError               **error);
/* The copy that is decided on. */
StewardSession      *steward_presentation_get_trial     (StewardPresentation   *self);

/* (element-type StewardSlide) */
GPtrArray           *steward_presentation_get_slides    (StewardPresentation   *self);
guint                steward_presentation_get_position  (StewardPresentation   *self);
const StewardSlide  *steward_presentation_get_slide     (StewardPresentation   *self);
/* Beyond the ends: the first, the last. */
void                 steward_presentation_move_to       (StewardPresentation   *self,
                                                         int                    position);
void                 steward_presentation_set_note      (StewardPresentation   *self,
                                                         const char            *note);
/* Nothing is shown while the room talks of something else. */
gboolean             steward_presentation_is_black      (StewardPresentation   *self);
void                 steward_presentation_set_black     (StewardPresentation   *self,
                                                         gboolean               black);
/* Names and numbers of persons are masked, unless somebody wants them seen. */
gboolean             steward_presentation_is_masked     (StewardPresentation   *self);
void                 steward_presentation_set_masked    (StewardPresentation   *self,
                                                         gboolean               masked);
/* Since the start, in seconds. */
int                  steward_presentation_get_elapsed   (StewardPresentation   *self);

/* In the order of the list. (element-type StewardVoice) */
GPtrArray           *steward_presentation_get_voices    (StewardPresentation   *self);
void                 steward_presentation_set_presence  (StewardPresentation   *self,
                                                         const char            *party,
                                                         StewardPresence        presence);
/* Whoever says something is present. */
void                 steward_presentation_set_verdict   (StewardPresentation   *self,
                                                         const char            *party,
                                                         StewardOpinionVerdict  verdict);
void                 steward_presentation_set_text      (StewardPresentation   *self,
                                                         const char            *party,
                                                         const char            *text);
/* Who decides @item (of the list, without its segments): the bureau, else the
 * section; NULL when nobody knows. */
const char          *steward_presentation_find_party    (StewardPresentation   *self,
                                                         const char            *item);
const char          *steward_presentation_get_party_name (StewardPresentation  *self,
                                                         const char            *party);
/* What @party said of single items, a line each, "" for none. (transfer full) */
char                *steward_presentation_describe_items (StewardPresentation  *self,
                                                         const char            *party);
/* What @party said of @item alone; NULL: nothing. */
const StewardOpinion *steward_presentation_get_item_opinion (StewardPresentation *self,
                                                         const char            *party,
                                                         const char            *item);
/* No verdict and no words take it back. */
void                 steward_presentation_set_item_opinion (StewardPresentation *self,
                                                         const char            *party,
                                                         const char            *item,
                                                         StewardOpinionVerdict  verdict,
                                                         const char            *text);
/* The verdict of whoever decides @item, whose words stay; NONE takes both
 * back. FALSE when nobody is known to decide it. */
gboolean             steward_presentation_judge_item    (StewardPresentation   *self,
                                                         const char            *item,
                                                         StewardOpinionVerdict  verdict);
const char          *steward_presentation_get_minutes   (StewardPresentation   *self);
void                 steward_presentation_set_minutes   (StewardPresentation   *self,
                                                         const char            *minutes);
/* Ticks the box of an item of the form, or takes the tick away. */
void                 steward_presentation_tick          (StewardPresentation   *self,
                                                         const char            *box,
                                                         gboolean               on);

gboolean             steward_presentation_has_decisions (StewardPresentation   *self);
/* What was decided, a sentence each. (transfer full) (element-type utf8) */
GPtrArray           *steward_presentation_list_decisions(StewardPresentation   *self);
/* What somebody changed in the project meanwhile that the meeting decided
 * otherwise. (transfer full) (element-type utf8) */
GPtrArray           *steward_presentation_list_rivals   (StewardPresentation   *self);
/* A project as it will be when what was decided is part of it, and the number
 * that the meeting has there. (transfer full) */
StewardSession      *steward_presentation_rehearse      (StewardPresentation   *self,
                                                         gboolean               over,
                                                         guint                 *meeting,
                                                         GError               **error);
/* Makes what was decided part of the project, with @documents (nullable)
 * (element-type StewardDocument), as one change. What
 * steward_presentation_list_rivals() tells is left as it is there, unless
 * @over. FALSE with an error, and nothing is changed. */
gboolean             steward_presentation_record        (StewardPresentation   *self,
                                                         gboolean               over,
                                                         GPtrArray             *documents,
                                                         GError               **error);

G_END_DECLS
