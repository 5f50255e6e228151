/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-pack.h"

G_BEGIN_DECLS

/**
 * StewardLeverKind:
 *
 * The ways to speed a project up that notices know: 并联, 容缺, 告知承诺, 多评合一,
 * 拿地即开工, 模拟审批. What each does is not in the kind but in its effects.
 */
typedef enum
{
  STEWARD_LEVER_PARALLEL,
  STEWARD_LEVER_DEFERRAL,
  STEWARD_LEVER_COMMITMENT,
  STEWARD_LEVER_MERGE,
  STEWARD_LEVER_LAND,
  STEWARD_LEVER_SIMULATED,
  STEWARD_N_LEVER_KINDS
} StewardLeverKind;

/**
 * StewardEffectKind:
 * @STEWARD_EFFECT_TOGETHER: the items run beside each other; without the
 *   lever, one after the other
 * @STEWARD_EFFECT_OVERLAP: an item may be accepted while what it waits for is
 *   still under way, and is decided with that at the earliest
 * @STEWARD_EFFECT_MERGE: the items are reviewed as one: none waits for another
 * @STEWARD_EFFECT_LIMIT: an item takes no more than a number of days
 *
 * What a lever does to the network.
 */
typedef enum
{
  STEWARD_EFFECT_TOGETHER,
  STEWARD_EFFECT_OVERLAP,
  STEWARD_EFFECT_MERGE,
  STEWARD_EFFECT_LIMIT
} StewardEffectKind;

/* What an overlapping item need not wait for the end of (flags): the items it
 * comes after, the blocks its block comes after, the stage before its own. */
typedef enum
{
  STEWARD_WAIT_ITEM  = 1 << 0,
  STEWARD_WAIT_BLOCK = 1 << 1,
  STEWARD_WAIT_STAGE = 1 << 2
} StewardWait;

/**
 * StewardEffect:
 * @items, @blocks, @stages: ids of what it is about: items, all items of
 *   blocks, all items and typed rows of stages that stand in no block. Of a
 *   stage, %STEWARD_EFFECT_TOGETHER takes only what has the parallel lane
 * @waits: for %STEWARD_EFFECT_OVERLAP
 * @days: for %STEWARD_EFFECT_LIMIT, working days
 * @when: (element-type StewardCondition): it works only where all of them
 *   hold; an answer that nobody gave is left to people
 */
typedef struct
{
  StewardEffectKind   kind;
  char              **items;
  char              **blocks;
  char              **stages;
  guint               waits;
  int                 days;
  GPtrArray          *when;
} StewardEffect;

/**
 * StewardLever:
 * @in_force: the notice lays the plan like this; it is used unless somebody
 *   decided otherwise. No other lever is used unless somebody decided so
 * @each: decided for each item by itself, never for the whole plan
 * @credit: barred to an enterprise whose credit record has a breach
 * @when: (element-type StewardCondition): of the project; see #StewardEffect
 * @gate: what people have to make sure of, in words
 * @agree: who must agree, in words
 * @line: sentence for the plan with the blanks {items} and {days}, or NULL
 * @note: remark, or NULL
 *
 * One way to speed a project up.
 */
typedef struct
{
  char              *id;
  StewardLeverKind   kind;
  char              *name;
  gboolean           in_force;
  gboolean           each;
  gboolean           credit;
  GPtrArray         *effects;   /* StewardEffect */
  GPtrArray         *when;
  char             **gate;
  char             **agree;
  char              *line;
  char              *note;
  StewardSource     *source;
} StewardLever;

GPtrArray          *steward_pack_get_levers  (const StewardPack *self);  /* StewardLever */
const StewardLever *steward_pack_find_lever  (const StewardPack *self,
                                              const char        *id);
/* "parallel", "deferral", "commitment", "merge", "land", "simulated". */
const char         *steward_lever_kind_to_word (StewardLeverKind  kind);

G_END_DECLS
