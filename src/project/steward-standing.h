/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-decisions.h"

G_BEGIN_DECLS

/* The credit record belongs to the enterprise (统一社会信用代码), not to one of
 * its projects. What the other projects of a database know of it is told to a
 * project from outside, as a value: it is no piece of the project, is never
 * written, and the project does not look for it. */

/**
 * StewardSharedCredit:
 * @standing, @day: as the other project records them
 * @project: its id; @name: its name, ready to show
 *
 * What another project of the same enterprise says.
 */
typedef struct
{
  StewardStanding  standing;
  StewardDay       day;
  char            *project;
  char            *name;
} StewardSharedCredit;

/* With strings of its own. (transfer full) */
StewardSharedCredit       *steward_shared_credit_copy        (const StewardSharedCredit *self);
void                       steward_shared_credit_free        (StewardSharedCredit       *self);
/* NULL: no other project knows anything. Emits #StewardProject::changed with
 * %STEWARD_CHANGE_DECISIONS when it is another value, and no piece. */
void                       steward_project_set_shared_credit (StewardProject            *self,
                                                              const StewardSharedCredit *value);
const StewardSharedCredit *steward_project_get_shared_credit (StewardProject            *self);
/* The standing that counts, and its day: that of the later record, of this
 * project or another one; of two records of one day, or without one, a breach.
 * @from gets the other project when it is its record, else NULL. */
StewardStanding            steward_project_find_standing     (StewardProject             *self,
                                                              StewardDay                 *day,
                                                              const StewardSharedCredit **from);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardSharedCredit, steward_shared_credit_free)

G_END_DECLS
