/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-section-form.h"

G_BEGIN_DECLS

/**
 * StewardSectionVerdict:
 * @STEWARD_SECTION_SAME: nothing to do: we have it like that already
 * @STEWARD_SECTION_CHANGE: only the section decided since it was asked
 * @STEWARD_SECTION_CONFLICT: we decided since too, and otherwise
 * @STEWARD_SECTION_HELD: the section took a row away that has a case or is
 *   entrusted; it stays
 * @STEWARD_SECTION_UNKNOWN: this version of the form has no such place
 *
 * What becomes of one decision of an answer.
 */
typedef enum
{
  STEWARD_SECTION_SAME,
  STEWARD_SECTION_CHANGE,
  STEWARD_SECTION_CONFLICT,
  STEWARD_SECTION_HELD,
  STEWARD_SECTION_UNKNOWN
} StewardSectionVerdict;

/* Whose decision is taken over; both is for texts, one below the other. */
typedef enum
{
  STEWARD_SECTION_OURS,
  STEWARD_SECTION_THEIRS,
  STEWARD_SECTION_BOTH
} StewardSectionChoice;

/**
 * StewardSectionLine:
 * @kind: tick, row or text
 * @key: of the piece in our project
 * @label: of the place, as the form words it
 * @was: id that the place has in the form of the answer when it is another
 *   one, else NULL
 * @base, @ours, @theirs: value when it was asked, now, and in the answer; NULL
 *   where there is none
 * @choice: what will be done; at first what nobody decided otherwise
 *
 * One place of the answer beside ours.
 */
typedef struct
{
  StewardSectionVerdict  verdict;
  StewardPieceKind       kind;
  char                  *key;
  char                  *label;
  char                  *was;
  GVariant              *base;
  GVariant              *ours;
  GVariant              *theirs;
  StewardSectionChoice   choice;
} StewardSectionLine;

/**
 * StewardSectionMerge:
 * @lines: (element-type StewardSectionLine): in the order of the form
 * @other_form: the answer was made with another version of the form
 *
 * An answer laid beside the project as it is now. A decision of either side is
 * in the project afterwards, or in a line that says so; no tick of a person is
 * changed by a conflict unless somebody chooses it.
 */
typedef struct
{
  GPtrArray *lines;
  gboolean   other_form;
} StewardSectionMerge;

/* STEWARD_ERROR_INVALID when the answer is of another project or pack, or is
 * no answer. (transfer full) */
StewardSectionMerge *steward_section_merge_new    (StewardProject             *project,
                                                   const StewardSectionForm   *answer,
                                                   GError                    **error);
void                 steward_section_merge_free   (StewardSectionMerge        *self);
guint                steward_section_merge_count  (const StewardSectionMerge  *self,
                                                   StewardSectionVerdict       verdict);
/* The same choice for all conflicts. */
void                 steward_section_merge_prefer (StewardSectionMerge        *self,
                                                   StewardSectionChoice        choice);
/* Whether @choice can be made for this line. */
gboolean             steward_section_line_allows  (const StewardSectionLine   *line,
                                                   StewardSectionChoice        choice);
/* Puts what was chosen into @project, the one it was made with, unchanged
 * since, or an equal copy. The number of pieces changed, or -1 and nothing is
 * changed. */
int                  steward_section_merge_apply  (const StewardSectionMerge  *self,
                                                   StewardProject             *project,
                                                   GError                    **error);
/* "Ticked", "Left out", the text: what @value says, in the user's language;
 * for NULL that nobody decided. (transfer full) */
char                *steward_section_value_text   (StewardPieceKind            kind,
                                                   GVariant                   *value);
/* Who decided and when, "" when the value does not say. (transfer full) */
char                *steward_section_value_author (StewardPieceKind            kind,
                                                   GVariant                   *value);
const char          *steward_section_verdict_to_word
                                                  (StewardSectionVerdict       verdict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardSectionMerge, steward_section_merge_free)

G_END_DECLS
