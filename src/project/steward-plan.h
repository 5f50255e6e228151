/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-project.h"

G_BEGIN_DECLS

/**
 * StewardPlanItem:
 * @id: of the row, unambiguous in the plan: for the first case that of the
 *   item or typed row, for each further one steward_case_make_row_id()
 * @base: id of the item or typed row, the same for all its segments
 * @segment: which part of it the case is for (一期 …), "" for all of it
 * @part: number of the segment among those of its item, from 0
 * @n_parts: how many rows the item has, at least 1
 * @item: NULL for a typed row
 * @row: NULL for an item of the pack
 * @name, @short_name: never NULL, with the segment behind it;
 *   @base_name, @base_short_name: of the item, without it. Where the steward
 *   gave a name of his own (steward-adjustments.h), all four are made of it
 * @limit: working days this item may take: promised in the case, else its
 *   own, else its block's; -1 when nobody gave one
 * @block_limit: TRUE when @limit is the shared deadline of its block
 * @note: of the steward's own, "" when there is none
 * @bureau: names joined for display, "" when unknown
 * @bureau_open: any one of several bureaus is competent, and the case has not
 *   chosen one yet
 *
 * One line of the list (清单). An item that is handled in segments (分期,
 * 分段验收) has a line for each of its cases: they have dates, lights and
 * findings of their own.
 */
typedef struct
{
  const char         *id;
  const char         *base;
  const char         *segment;
  guint               part;
  guint               n_parts;
  const StewardItem  *item;
  const StewardRow   *row;
  const StewardCase  *case_;
  const StewardStage *stage;
  const StewardBlock *block;
  const char         *name;
  const char         *short_name;
  const char         *base_name;
  const char         *base_short_name;
  StewardLane         lane;
  StewardLevel        level;
  StewardMode         mode;
  int                 limit;
  gboolean            block_limit;
  const char         *note;
  char               *bureau;
  gboolean            bureau_open;
  gboolean            supplement;
} StewardPlanItem;

/**
 * StewardPlanMaterial:
 * @first_stage: the stage that asks for it; later stages only refer to it
 * @used_in: (element-type StewardPlanItem): ticked items that need it
 * @stages: (element-type StewardStage): stages whose form ticks it
 *
 * One paper the project unit hands in, once (只提交一次).
 */
typedef struct
{
  const char            *id;
  const StewardMaterial *material;
  const StewardRow      *row;
  const char            *name;
  StewardMaterialForm    form;
  const StewardGroup    *group;
  const StewardStage    *first_stage;
  GPtrArray             *stages;
  GPtrArray             *used_in;
  gboolean               supplement;
} StewardPlanMaterial;

/**
 * StewardPlanStage:
 * @limit: of the stage, or -1
 * @items, @materials: of StewardPlanItem and StewardPlanMaterial; a material
 *   stands only in its first stage
 * @special_steps, @fees, @key_points, @optimisation: text, "" when empty;
 *   ticked fee boxes first, then typed text
 */
typedef struct
{
  const StewardStage *stage;
  int                 limit;
  GPtrArray          *items;
  GPtrArray          *materials;
  char               *special_steps;
  char               *fees;
  char               *key_points;
  char               *optimisation;
} StewardPlanStage;

/**
 * StewardPlan:
 *
 * The service plan (方案) with its list, computed from the assessment, in the
 * order and with the wording that the steward wishes: the order as far as the
 * pack lets an item pass another one. An
 * immutable value; it borrows from @project and its pack and must not
 * outlive a change of the project (it holds references to both).
 */
typedef struct
{
  StewardProject *project;
  StewardPack    *pack;
  GPtrArray      *stages;     /* StewardPlanStage, every stage of the pack */
  GPtrArray      *items;      /* StewardPlanItem, all stages */
  GPtrArray      *materials;  /* StewardPlanMaterial, all stages */
  int             total_limit; /* sum of stage limits, -1 when one is unknown */
  GHashTable     *parts;      /* base → GPtrArray of StewardPlanItem, of items with several */
  GStringChunk   *strings;    /* ids and names of segments */
} StewardPlan;

StewardPlan           *steward_plan_new       (StewardProject    *project);
void                   steward_plan_free      (StewardPlan       *self);
const StewardPlanItem *steward_plan_find_item (const StewardPlan *self,
                                               const char        *id);
/* The rows of all segments of an item or typed row, in order; NULL when it has
 * one row or none. (element-type StewardPlanItem) */
const GPtrArray       *steward_plan_get_parts (const StewardPlan *self,
                                               const char        *base);
/* Name of the item with all its segments behind it, for papers that name an
 * item once. (transfer full) */
char                  *steward_plan_name_item (const StewardPlan     *self,
                                               const StewardPlanItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardPlan, steward_plan_free)

G_END_DECLS
