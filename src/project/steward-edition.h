/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-frozen-plan.h"

G_BEGIN_DECLS

/* Issued versions of the plan (第N版). An edition is a piece (steward-piece.h)
 * that the store never changes nor removes; only its paper and the day of the
 * notice can be filled in later. Setters emit #StewardProject::changed with
 * %STEWARD_CHANGE_RECORDS. */

/* Most editions of a project, and most characters of a frozen plan. */
#define STEWARD_PROJECT_MAX_EDITIONS      999
#define STEWARD_EDITION_MAX_CONTENT_CHARS 1000000

/**
 * StewardEdition:
 * @number: 0 for one that is new
 * @day: of issue; @by: who issued it, ""; @at: ISO 8601 time, ""
 * @reason: why there is another one; of the first it may be ""
 * @content: the frozen plan, JSON text
 * @paper: SHA-256 of its PDF in the database, ""
 * @notified: day the unit was told, or NONE
 */
typedef struct
{
  char       *id;
  guint       number;
  StewardDay  day;
  char       *by;
  char       *at;
  char       *reason;
  char       *content;
  char       *paper;
  StewardDay  notified;
} StewardEdition;

/* NULL when there is none of that number. */
const StewardEdition *steward_project_get_edition   (StewardProject       *self,
                                                     guint                 number);
/* The one with the highest number, NULL before the first. */
const StewardEdition *steward_project_get_newest_edition (StewardProject  *self);
/* By number. (transfer container) (element-type StewardEdition) */
GPtrArray            *steward_project_list_editions (StewardProject       *self);
/* Adds the next edition, whatever @value->number says. A @value->at of NULL is
 * now. Returns its number, or 0 with an error: no day, an empty content, no
 * reason for another one than the first. */
guint                 steward_project_add_edition   (StewardProject       *self,
                                                     const StewardEdition *value,
                                                     GError              **error);
/* Fills in what is not known yet: @paper NULL and @notified NONE leave it.
 * STEWARD_ERROR_INVALID when it was filled in before with something else. */
gboolean              steward_project_complete_edition (StewardProject    *self,
                                                     guint                 number,
                                                     const char           *paper,
                                                     StewardDay            notified,
                                                     GError              **error);

G_END_DECLS
