/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-meeting.h"
#include "steward-party.h"
#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardSlideKind:
 * @STEWARD_SLIDE_AGENDA: what the meeting is about, and what is gone through
 * @STEWARD_SLIDE_ATTENDANCE: who came
 * @STEWARD_SLIDE_STAGE: one stage as a flowchart, with what is said of its items
 * @STEWARD_SLIDE_OPINIONS: what each party says of the whole project
 * @STEWARD_SLIDE_DECISIONS: what was decided so far
 */
typedef enum
{
  STEWARD_SLIDE_AGENDA,
  STEWARD_SLIDE_ATTENDANCE,
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
 * @person: who came for it, never shown to the room
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
  char                  *person;
  StewardOpinionVerdict  verdict;
  char                  *text;
} StewardVoice;

/**
 * StewardTurn:
 * @item, @name, @stage: of the list, without its segments; NULL for the project
 *   as a whole
 * @voice: borrowed
 *
 * Whose turn it is to say something, and of what. Each party that is competent
 * for an item has one, else its section.
 */
typedef struct
{
  char               *item;
  char               *name;
  const StewardStage *stage;
  StewardVoice       *voice;
} StewardTurn;

/**
 * StewardPresentation:
 *
 * A consultation about one project: what is shown, where one is, and what is
 * decided. Everything is decided on a copy, which the slides show;
 * steward_presentation_record() makes all of it one change of the project.
 *
 * #StewardPresentation::moved is emitted when another slide is to be shown, or
 * none; #StewardPresentation::changed when something else is to be shown on it;
 * #StewardPresentation::turned when it is another party's turn;
 * #StewardPresentation::words-wanted when the party whose turn it is has to say
 * why.
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
/* Nobody said whether it came. */
void                 steward_presentation_forget_presence (StewardPresentation *self,
                                                         const char            *party);
void                 steward_presentation_set_person    (StewardPresentation   *self,
                                                         const char            *party,
                                                         const char            *person);
/* Whoever says something is present. */
void                 steward_presentation_set_verdict   (StewardPresentation   *self,
                                                         const char            *party,
                                                         StewardOpinionVerdict  verdict);
void                 steward_presentation_set_text      (StewardPresentation   *self,
                                                         const char            *party,
                                                         const char            *text);
/* To how many items @party simply agreed. */
guint                steward_presentation_count_agreed  (StewardPresentation   *self,
                                                         const char            *party);
/* What else @party said of single items, a line each; "" for none.
 * (transfer full) */
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
/* The weightiest opinion of @item, with how many were heard of several; "" when
 * nothing was said. (transfer full) */
char                *steward_presentation_describe_item (StewardPresentation   *self,
                                                         const char            *item);

/* The weightiest opinion of @item, and how many of those that are asked gave
 * one. */
void                 steward_presentation_weigh_item    (StewardPresentation   *self,
                                                         const char            *item,
                                                         StewardOpinionVerdict *verdict,
                                                         guint                 *said,
                                                         guint                 *asked);

/* Whose turn it is on the slide that is shown; NULL: nobody's. */
const StewardTurn   *steward_presentation_get_turn      (StewardPresentation   *self);
/* To the next (1) or the last (-1) turn of the slide. FALSE at its ends. */
gboolean             steward_presentation_step_turn     (StewardPresentation   *self,
                                                         int                    direction);
/* To the turn of @party (NULL: any) about @item (NULL: the whole project).
 * FALSE when the slide has none. */
gboolean             steward_presentation_take_turn     (StewardPresentation   *self,
                                                         const char            *item,
                                                         const char            *party);
/* What the party says whose turn it is; on the slide of the attendance AGREE is
 * present, CONDITIONS excused, DISAGREE absent. NONE takes it back. FALSE when
 * it is nobody's turn. */
gboolean             steward_presentation_judge         (StewardPresentation   *self,
                                                         StewardOpinionVerdict  verdict);
/* The same by one key: on to the next party that said nothing yet, or into
 * what it has to say. */
gboolean             steward_presentation_answer        (StewardPresentation   *self,
                                                         StewardOpinionVerdict  verdict);
/* The words are said: on to the next party. */
void                 steward_presentation_finish_words  (StewardPresentation   *self);
/* Whoever on the slide said nothing yet agrees (attendance: is there), but for
 * those who are not there. Returns how many did. */
guint                steward_presentation_answer_rest   (StewardPresentation   *self);
/* How many turns @stage has, and in how many something was said. */
void                 steward_presentation_count_stage   (StewardPresentation   *self,
                                                         const StewardStage    *stage,
                                                         guint                 *turns,
                                                         guint                 *said);

/* Of the meeting, as on its papers. */
const char          *steward_presentation_get_title     (StewardPresentation   *self);
void                 steward_presentation_set_title     (StewardPresentation   *self,
                                                         const char            *title);
const char          *steward_presentation_get_place     (StewardPresentation   *self);
void                 steward_presentation_set_place     (StewardPresentation   *self,
                                                         const char            *place);
const char          *steward_presentation_get_minutes   (StewardPresentation   *self);
void                 steward_presentation_set_minutes   (StewardPresentation   *self,
                                                         const char            *minutes);
/* Ticks the box of an item of the form, or takes the tick away. */
void                 steward_presentation_tick          (StewardPresentation   *self,
                                                         const char            *box,
                                                         gboolean               on);

gboolean             steward_presentation_has_decisions (StewardPresentation   *self);
/* What was changed in the project, a sentence each, without what was said.
 * (transfer full) (element-type utf8) */
GPtrArray           *steward_presentation_list_decisions(StewardPresentation   *self);
/* Who came and what was said in figures, and a line for each that did not
 * simply agree. (transfer full) (element-type utf8) */
GPtrArray           *steward_presentation_list_voices   (StewardPresentation   *self);
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
