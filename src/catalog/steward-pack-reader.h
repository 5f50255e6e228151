/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-pack-private.h"

G_BEGIN_DECLS

/* What an id in `after`, `before` or `items` may name. */
typedef enum
{
  STEWARD_STEP_STAGE    = 1 << 0,
  STEWARD_STEP_BLOCK    = 1 << 1,
  STEWARD_STEP_ITEM     = 1 << 2,
  STEWARD_STEP_EVENT    = 1 << 3,
  STEWARD_STEP_ACTIVITY = 1 << 4
} StewardPackStepKind;

#define STEWARD_STEP_ANY (STEWARD_STEP_STAGE | STEWARD_STEP_BLOCK | STEWARD_STEP_ITEM | \
                          STEWARD_STEP_EVENT | STEWARD_STEP_ACTIVITY)

/**
 * StewardPackStep:
 * @index: number in the order of reading
 * @value: the StewardStage, StewardBlock, …
 * @node: where it stands
 *
 * Something that can come before something else. All of them share one name
 * space because `after` may name any.
 */
typedef struct
{
  StewardPackStepKind    kind;
  guint                  index;
  gpointer               value;
  const StewardJsonNode *node;
} StewardPackStep;

/* What a named id means for its owner. */
typedef enum
{
  STEWARD_LINK_AFTER,     /* the owner follows the target */
  STEWARD_LINK_BEFORE,    /* the owner goes before the target */
  STEWARD_LINK_MENTION    /* only has to exist */
} StewardPackLinkKind;

/* One id written somewhere, to be resolved when everything is read. */
typedef struct
{
  StewardPackLinkKind    kind;
  guint                  accepts;  /* of StewardPackStepKind */
  StewardPackStep       *owner;    /* NULL for a mention */
  const StewardJsonNode *node;
} StewardPackLink;

/**
 * StewardPackScope:
 * @layers: roots of one pack and of those it extends, own last
 * @banner: of a supplement, or NULL
 * @bases: id → StewardBasis, each scope has its own
 * @stages: id → StewardStage, with the ids this scope uses
 *
 * The pack itself, or one of its supplements.
 */
typedef struct
{
  GPtrArray  *layers;
  const char *banner;
  gboolean    supplement;
  GHashTable *bases;
  GHashTable *stages;
} StewardPackScope;

/**
 * StewardPackReader:
 * @nodes: value → where it stands, for checks that come later
 *
 * State of reading one pack; thrown away afterwards.
 */
typedef struct
{
  StewardPack      *pack;
  StewardPackScope *scope;
  GPtrArray        *scopes;
  GHashTable       *steps;    /* id → StewardPackStep */
  GHashTable       *nodes;
  GArray           *links;
  StewardProblems  *problems;
} StewardPackReader;

/* Objects of the list @key (inside the object @container, unless NULL) of all
 * layers of the scope, merged by id: the same id replaces.
 * (transfer container) (element-type StewardJsonNode) */
GPtrArray       *steward_pack_reader_collect    (StewardPackReader      *reader,
                                                 const char             *container,
                                                 const char             *key);
/* Elements of an array that are objects; complains about the others.
 * (transfer container) */
GPtrArray       *steward_pack_reader_objects    (StewardPackReader      *reader,
                                                 const StewardJsonNode  *object,
                                                 const char             *key);
/* Member @key of the last layer that has it, or NULL. */
const StewardJsonNode *steward_pack_reader_last (StewardPackReader      *reader,
                                                 const char             *key);

/* Text that is not blank when required; "" becomes NULL. (transfer full) */
char            *steward_pack_reader_text       (StewardPackReader      *reader,
                                                 const StewardJsonNode  *object,
                                                 const char             *key,
                                                 StewardJsonNeed         need,
                                                 gsize                   max_chars);
/* Id of @object, "" when it is wrong (already complained). (transfer full) */
char            *steward_pack_reader_id         (StewardPackReader      *reader,
                                                 const StewardJsonNode  *object);
char            *steward_pack_reader_name       (StewardPackReader      *reader,
                                                 const StewardJsonNode  *object);
int              steward_pack_reader_days       (StewardPackReader      *reader,
                                                 const StewardJsonNode  *object,
                                                 const char             *key);
char           **steward_pack_reader_strings    (StewardPackReader      *reader,
                                                 const StewardJsonNode  *object,
                                                 const char             *key);
StewardSource   *steward_pack_reader_source     (StewardPackReader      *reader,
                                                 const StewardJsonNode  *object);

/* Enters @value under @id; a second one is a problem and gives FALSE. */
gboolean         steward_pack_reader_register   (StewardPackReader      *reader,
                                                 StewardPackSpace        space,
                                                 const char             *id,
                                                 gpointer                value,
                                                 const StewardJsonNode  *node);
StewardPackStep *steward_pack_reader_add_step   (StewardPackReader      *reader,
                                                 StewardPackStepKind     kind,
                                                 const char             *id,
                                                 gpointer                value,
                                                 const StewardJsonNode  *node);
/* Reads a list of ids and remembers them as links. (transfer full) */
char           **steward_pack_reader_links      (StewardPackReader      *reader,
                                                 const StewardJsonNode  *object,
                                                 const char             *key,
                                                 StewardPackLinkKind     kind,
                                                 guint                   accepts,
                                                 StewardPackStep        *owner);
/* Value of @space named by member @key; an unknown id is a problem. */
gpointer         steward_pack_reader_resolve    (StewardPackReader      *reader,
                                                 StewardPackSpace        space,
                                                 const StewardJsonNode  *object,
                                                 const char             *key,
                                                 StewardJsonNeed         need);
/* The stage named by member `stage`, as this scope names it. */
StewardStage    *steward_pack_reader_stage      (StewardPackReader      *reader,
                                                 const StewardJsonNode  *object);

/* One condition on an answer. (transfer full) */
StewardCondition *steward_pack_reader_condition (StewardPackReader      *reader,
                                                 const StewardJsonNode  *node);

/* The parts of a pack, in the order in which they must be read. */
void             steward_pack_read_lists        (StewardPackReader      *reader);
void             steward_pack_read_process      (StewardPackReader      *reader);
void             steward_pack_read_materials    (StewardPackReader      *reader);
void             steward_pack_read_assessment   (StewardPackReader      *reader);
void             steward_pack_read_questions    (StewardPackReader      *reader);
void             steward_pack_read_suggestions  (StewardPackReader      *reader);
void             steward_pack_read_rules        (StewardPackReader      *reader);
void             steward_pack_read_levers       (StewardPackReader      *reader);
void             steward_pack_read_wording      (StewardPackReader      *reader);
void             steward_pack_check             (StewardPackReader      *reader);

G_END_DECLS
