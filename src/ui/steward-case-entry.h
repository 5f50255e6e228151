/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-event-rule.h"

G_BEGIN_DECLS

/**
 * StewardCaseEntry:
 *
 * The row in which one event of a case is typed: kind, day, who, note; for
 * pauses and corrections also what kind and when it was told in writing. What
 * cannot have happened is refused with the reason, what is unlikely is asked
 * about in place.
 *
 * #StewardCaseEntry::record is emitted when the event is to be kept:
 * steward_case_entry_get_case() then is the case with it.
 * #StewardCaseEntry::foresee is emitted when what is typed is another event
 * than before, or none.
 */
#define STEWARD_TYPE_CASE_ENTRY (steward_case_entry_get_type ())

G_DECLARE_FINAL_TYPE (StewardCaseEntry, steward_case_entry, STEWARD, CASE_ENTRY, AdwBin)

/**
 * StewardCaseEntrySetting:
 * @handled: the case as it is
 * @bureau: who acts for the bureau; @unit: the project unit; may be ""
 * @kinds: (array zero-terminated=1): kinds of special procedures to offer
 *
 * All are borrowed while they are set.
 */
typedef struct
{
  const StewardCase *handled;
  StewardEventRule   rule;
  const char        *bureau;
  const char        *unit;
  const char *const *kinds;
} StewardCaseEntrySetting;

/* Keeps what is typed when it is the same case. NULL: nothing can be typed. */
void               steward_case_entry_set       (StewardCaseEntry              *self,
                                                 const StewardCaseEntrySetting *setting);
/* Begins anew with the event most likely to come next. */
void               steward_case_entry_clear     (StewardCaseEntry              *self);
/* Shows the event at @index to be changed. */
void               steward_case_entry_edit      (StewardCaseEntry              *self,
                                                 guint                          index);
gboolean           steward_case_entry_is_editing (StewardCaseEntry             *self);
/* @current, the case as it is now, with the typed event in it, in place of the
 * one that is changed. (transfer full) */
StewardCase       *steward_case_entry_get_case  (StewardCaseEntry              *self,
                                                 const StewardCase             *current);
/* As Enter does; with @surely what is unlikely is taken too. TRUE when it was
 * recorded. */
gboolean           steward_case_entry_record    (StewardCaseEntry              *self,
                                                 gboolean                       surely);
/* Whether what is typed is an event that could be recorded. */
gboolean           steward_case_entry_is_possible (StewardCaseEntry            *self);
/* Says what would follow from the event; "" for nothing. */
void               steward_case_entry_set_outlook (StewardCaseEntry            *self,
                                                 const char                    *text);
const char        *steward_case_entry_get_outlook (StewardCaseEntry            *self);
/* What is said below the row, "" for nothing. */
const char        *steward_case_entry_get_message (StewardCaseEntry            *self);
void               steward_case_entry_focus     (StewardCaseEntry              *self);

G_END_DECLS
