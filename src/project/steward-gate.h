/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-decisions.h"

G_BEGIN_DECLS

/**
 * StewardGateKind:
 * @STEWARD_GATE_SCOPE: whether the pack is made for such a project
 * @STEWARD_GATE_ELIGIBILITY: whether it is one that gets a steward
 * @STEWARD_GATE_START: what has to be known before the assessment begins
 * @STEWARD_GATE_ENTRUSTMENT: what has to be there before the unit entrusts
 *
 * The gates of a project, in the order in which it comes to them.
 */
typedef enum
{
  STEWARD_GATE_SCOPE,
  STEWARD_GATE_ELIGIBILITY,
  STEWARD_GATE_START,
  STEWARD_GATE_ENTRUSTMENT,
  STEWARD_N_GATES
} StewardGateKind;

/**
 * StewardGateState:
 * @STEWARD_GATE_MET: on record
 * @STEWARD_GATE_SPARED: not on record, and not needed because an alternative is
 * @STEWARD_GATE_OPEN: a person has to say
 * @STEWARD_GATE_MISSING: not on record, or the record speaks against it
 */
typedef enum
{
  STEWARD_GATE_MET,
  STEWARD_GATE_SPARED,
  STEWARD_GATE_OPEN,
  STEWARD_GATE_MISSING
} StewardGateState;

/**
 * StewardGateLine:
 * @name: as the pack words it
 * @note: of the pack, or NULL
 * @fact: where it is, or would be, on record; STEWARD_N_FACTS for none
 * @alternative: one of the alternatives of this gate is enough
 * @id: of the pack, or NULL
 * @materials: ids of the materials with blanks between, any of which shows that
 *   it holds; or NULL
 * @handed_in: day on which the unit brought one of them, %STEWARD_DAY_NONE when
 *   it did not
 * @claimable: a person may say that it holds, with steward_gate_claim()
 *
 * One condition of a gate.
 */
typedef struct
{
  const char          *name;
  const char          *note;
  const StewardSource *source;
  const char          *id;
  const char          *materials;
  StewardDay           handed_in;
  StewardFact          fact;
  gboolean             alternative;
  gboolean             claimable;
  StewardGateState     state;
} StewardGateLine;

/**
 * StewardGate:
 * @passed: nothing is missing or open that is needed
 * @lines: (element-type StewardGateLine): in the order of the pack
 * @note: what the pack says of the whole, or NULL
 *
 * One gate as a project stands before it. It borrows from the pack.
 */
typedef struct
{
  StewardGateKind  kind;
  gboolean         passed;
  GPtrArray       *lines;
  const char      *note;
  StewardPack     *pack;
} StewardGate;

/* NULL when the pack has no such gate. (transfer full) (nullable) */
StewardGate *steward_gate_new          (StewardProject         *project,
                                        StewardGateKind         kind);
void         steward_gate_free         (StewardGate            *self);
/* Whether @line is needed and not there. */
gboolean     steward_gate_line_fails  (const StewardGateLine  *line);
/* Why somebody goes on although @kind is not passed: an acknowledgement of each
 * line that fails now. FALSE when @reason is blank. */
gboolean     steward_gate_override    (StewardProject         *project,
                                        StewardGateKind         kind,
                                        const char             *reason,
                                        const char             *by);
/* Whether a reason is missing still: something fails that nobody gave one for. */
gboolean     steward_gate_wants_reason(StewardProject         *project,
                                        const StewardGate      *gate);
/* The reason that was given for @line of @gate, NULL for none. (transfer none) */
const StewardAcknowledgement *
             steward_gate_find_reason  (StewardProject         *project,
                                        const StewardGate      *gate,
                                        const StewardGateLine  *line);
/* Puts on record that @line, one that can be claimed, holds: its words become
 * a clause of the fact. FALSE when the fact has no room for them. */
gboolean     steward_gate_claim        (StewardProject         *project,
                                        const StewardGateLine  *line);
/* In the user's language: "Start of the assessment". */
const char  *steward_gate_get_title    (StewardGateKind         kind);
/* "start", "scope" …: the word used in output. */
const char  *steward_gate_kind_to_word (StewardGateKind         kind);
const char  *steward_gate_state_to_word(StewardGateState        state);
/* What to do about a line that is not met, in the user's language; "" for one
 * that is. (transfer full) */
char        *steward_gate_get_remedy   (const StewardGateLine  *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardGate, steward_gate_free)

G_END_DECLS
