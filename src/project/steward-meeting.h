/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-project.h"

G_BEGIN_DECLS

/* Consultations with bureaus. Each meeting is a piece (steward-piece.h);
 * setters emit #StewardProject::changed with %STEWARD_CHANGE_RECORDS. */

/* Most bureaus at a meeting, and most opinions given there. */
#define STEWARD_MEETING_MAX_ENTRIES 500

/**
 * StewardPresence:
 *
 * Whether an invited bureau came.
 */
typedef enum
{
  STEWARD_PRESENCE_PRESENT,
  STEWARD_PRESENCE_ABSENT,
  STEWARD_PRESENCE_EXCUSED,
  STEWARD_N_PRESENCES
} StewardPresence;

/* "present", "absent", "excused". */
const char *steward_presence_to_word (StewardPresence presence);

/**
 * StewardOpinionVerdict:
 *
 * What a bureau said of what it was asked; NONE when it only remarked.
 */
typedef enum
{
  STEWARD_OPINION_NONE,
  STEWARD_OPINION_AGREE,
  STEWARD_OPINION_CONDITIONS,
  STEWARD_OPINION_DISAGREE,
  STEWARD_N_OPINIONS
} StewardOpinionVerdict;

/* "", "agree", "conditions", "disagree". */
const char *steward_opinion_to_word  (StewardOpinionVerdict verdict);

/**
 * StewardAttendance:
 * @bureau: id of the pack, or the name of another office
 * @person: who came, ""
 */
typedef struct
{
  char            *bureau;
  StewardPresence  presence;
  char            *person;
} StewardAttendance;

/**
 * StewardOpinion:
 * @bureau: id of the pack, or the name of another office
 * @about: id of the item, or what it is about in words, ""
 */
typedef struct
{
  char                  *bureau;
  char                  *about;
  StewardOpinionVerdict  verdict;
  char                  *text;
} StewardOpinion;

/**
 * StewardMeeting:
 * @number: 0 for one that is new
 * @attendance: (element-type StewardAttendance) (nullable)
 * @opinions: (element-type StewardOpinion) (nullable): NULL means none to the
 *   setter; neither is NULL in what a getter returns
 * @minutes: id of the document, or the minutes as text, ""
 *
 * One consultation.
 */
typedef struct
{
  char       *id;
  guint       number;
  StewardDay  day;
  char       *title;
  char       *place;
  GPtrArray  *attendance;
  GPtrArray  *opinions;
  char       *minutes;
} StewardMeeting;

/* NULL when there is none of that number. */
const StewardMeeting *steward_project_get_meeting    (StewardProject       *self,
                                                      guint                 number);
/* By number. (transfer container) (element-type StewardMeeting) */
GPtrArray            *steward_project_list_meetings  (StewardProject       *self);
/* A @value->number of 0 is a new meeting. Returns its number, or 0 with an
 * error (no day, or longer than what is kept). */
guint                 steward_project_put_meeting    (StewardProject       *self,
                                                      const StewardMeeting *value,
                                                      GError              **error);
void                  steward_project_remove_meeting (StewardProject       *self,
                                                      guint                 number);

G_END_DECLS
