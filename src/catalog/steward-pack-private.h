/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-json.h"
#include "steward-lever.h"
#include "steward-pack-version.h"

G_BEGIN_DECLS

/* Largest pack file, and what may stand in it. */
#define STEWARD_PACK_MAX_BYTES    (4 * 1024 * 1024)
#define STEWARD_PACK_MAX_ID       80
#define STEWARD_PACK_MAX_NAME     500
#define STEWARD_PACK_MAX_TEXT     5000
#define STEWARD_PACK_MAX_LIST     5000
#define STEWARD_PACK_MAX_DAYS     1000
#define STEWARD_PACK_MAX_MONTHS   600

/* Kinds of things found by id. */
typedef enum
{
  STEWARD_SPACE_STAGE,
  STEWARD_SPACE_BLOCK,
  STEWARD_SPACE_ITEM,
  STEWARD_SPACE_MATERIAL,
  STEWARD_SPACE_BOX,
  STEWARD_SPACE_GROUP,
  STEWARD_SPACE_QUESTION,
  STEWARD_SPACE_ITEM_BOX,     /* boxes by the id of their item */
  STEWARD_N_SPACES
} StewardPackSpace;

struct _StewardPack
{
  gatomicrefcount   ref_count;

  /* The documents it was read from: the one it extends first, its own last.
   * They are kept so that a pack that builds on this one can read the same
   * values again and still point at the line they stand on. */
  StewardJson      *json;
  StewardPack      *base;
  GPtrArray        *layers;       /* of StewardJsonNode, borrowed */
  GPtrArray        *supplements;  /* of StewardPack */

  char             *id;
  char             *version;
  char             *sha256;
  char             *title;
  char             *region;
  StewardLevel      level;
  char             *banner;
  GHashTable       *settings;     /* key → number */
  GHashTable       *wording;      /* "form.key" → string */
  GHashTable       *wordings;     /* "form.key" → GStrv */
  char            **ambiguities;
  StewardDeferral  *deferral;

  GPtrArray        *bases;
  GPtrArray        *stages;
  GPtrArray        *blocks;
  GPtrArray        *items;
  GPtrArray        *materials;
  GPtrArray        *parts;
  GPtrArray        *questions;
  GPtrArray        *suggestions;
  GPtrArray        *timers;
  GPtrArray        *activities;
  GPtrArray        *levers;
  GPtrArray        *checks;
  GPtrArray        *indicators;
  GPtrArray        *lists[STEWARD_N_LISTS];
  GHashTable       *named[STEWARD_N_LISTS];  /* id → StewardNamed of the list */

  GHashTable       *index[STEWARD_N_SPACES];
};

/* An empty pack with all its containers, to be filled by the reader. */
StewardPack *steward_pack_alloc           (void);

/* The words of files, NULL-terminated, in the order of their enums. The word
 * of %STEWARD_LEVEL_UNKNOWN is left out: a file says nothing instead. */
extern const char * const steward_lane_words[];
extern const char * const steward_level_words[];
extern const char * const steward_item_kind_words[];
extern const char * const steward_material_form_words[];

/**
 * StewardPackTrail:
 *
 * The packs being read on the way to this one, so that a pack that extends
 * or supplements itself is noticed.
 */
typedef struct _StewardPackTrail StewardPackTrail;
struct _StewardPackTrail
{
  const StewardPackTrail *parent;
  const char             *id;
};

gboolean     steward_pack_is_id           (const char              *id);
StewardPack *steward_pack_read_on_trail   (GBytes                  *bytes,
                                           const char              *origin,
                                           StewardPackResolver      resolve,
                                           gpointer                 user_data,
                                           const StewardPackTrail  *trail,
                                           StewardProblems         *problems);
/* Finds @id among the bundled and the user's packs. */
StewardPack *steward_pack_library_resolve (const char              *id,
                                           const StewardPackTrail  *trail,
                                           StewardProblems         *problems);

/* The forms that can have a wording, NULL-terminated. */
const char * const *steward_pack_get_form_names     (void);
/* The wording of the program itself, which lies below that of every pack.
 * (transfer full) */
StewardJson        *steward_pack_parse_common_forms (StewardProblems *problems);

#define STEWARD_PACK_RESOURCES "/io/github/xiangmuzhang/Steward/packs"

/* The bytes of the file of a version. (transfer full) */
GBytes      *steward_pack_version_read    (const StewardPackVersion *self,
                                           GError                  **error);

/* How each value is thrown away; the arrays of a pack own their elements. */
void         steward_source_free          (StewardSource           *self);
void         steward_basis_free           (StewardBasis            *self);
void         steward_named_free           (StewardNamed            *self);
void         steward_stage_free           (StewardStage            *self);
void         steward_block_free           (StewardBlock            *self);
void         steward_item_free            (StewardItem             *self);
void         steward_material_free        (StewardMaterial         *self);
void         steward_part_free            (StewardPart             *self);
void         steward_group_free           (StewardGroup            *self);
void         steward_box_free             (StewardBox              *self);
void         steward_question_free        (StewardQuestion         *self);
void         steward_choice_free          (StewardChoice           *self);
void         steward_suggestion_free      (StewardSuggestion       *self);
void         steward_condition_free       (StewardCondition        *self);
void         steward_timer_free           (StewardTimer            *self);
void         steward_activity_free        (StewardActivity         *self);
void         steward_effect_free          (StewardEffect           *self);
void         steward_lever_free           (StewardLever            *self);
void         steward_check_free           (StewardCheck            *self);
void         steward_indicator_free       (StewardIndicator        *self);
void         steward_deferral_free        (StewardDeferral         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardGroup, steward_group_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardSuggestion, steward_suggestion_free)

G_END_DECLS
