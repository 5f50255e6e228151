/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-move.h"

G_BEGIN_DECLS

/**
 * StewardPieceChange:
 * @before, @after: value before and after, NULL when absent; never both NULL,
 *   never equal
 */
typedef struct
{
  StewardPieceKind  kind;
  char            *key;
  GVariant        *before;
  GVariant        *after;
} StewardPieceChange;

/**
 * StewardChangeSet:
 * @project: UUID of the project
 * @actor: who did it; @label: what was done, ready to show ("Tick 环评审批")
 * @base: version of the project the author saw (0 for a new one). A piece that
 *   somebody else changed after it, and that has not its @before any more, is a
 *   conflict; own sets may follow each other with the same base
 * @changes: (element-type StewardPieceChange)
 *
 * The only way to change the store: taken as a whole or not at all.
 */
typedef struct
{
  char      *project;
  char      *actor;
  char      *label;
  gint64     base;
  GPtrArray *changes;
} StewardChangeSet;

/* With no changes yet. (transfer full) */
StewardChangeSet *steward_change_set_new        (const char             *project,
                                                 const char             *actor,
                                                 const char             *label,
                                                 gint64                  base);
void              steward_change_set_free       (StewardChangeSet       *self);
/* Ignored when @before and @after are equal. A second change of the same piece
 * is folded into the first. */
void              steward_change_set_add        (StewardChangeSet       *self,
                                                 StewardPieceKind         kind,
                                                 const char             *key,
                                                 GVariant               *before,
                                                 GVariant               *after);
/* What makes @project out of nothing. (transfer full) */
StewardChangeSet *steward_change_set_create     (StewardProject         *project,
                                                 const char             *actor,
                                                 const char             *label);
/* What makes @after out of @before, two states of one project with the same
 * pack. (transfer full) */
StewardChangeSet *steward_change_set_compare    (StewardProject         *before,
                                                 StewardProject         *after,
                                                 const char             *actor,
                                                 const char             *label,
                                                 gint64                  base);
/* What moves a project to another version of its pack, as one change; the move
 * must be possible. (transfer full) */
StewardChangeSet *steward_change_set_new_move   (const StewardMove      *move,
                                                 const char             *actor,
                                                 gint64                  base);
/* The changes as canonical JSON text, and back. STEWARD_ERROR_INVALID.
 * (transfer full) (element-type StewardPieceChange) */
char             *steward_changes_to_text       (GPtrArray              *changes);
GPtrArray        *steward_changes_from_text     (const char             *text,
                                                 GError                **error);
/* Puts the new values (or with @back the old ones) into @project. */
gboolean          steward_changes_apply         (GPtrArray              *changes,
                                                 gboolean                back,
                                                 StewardProject         *project,
                                                 GError                **error);
/* @project with another version of its pack and the new values: what @changes
 * do not name is taken over as it is and has to fit @pack. STEWARD_ERROR_INVALID
 * or STEWARD_ERROR_UNKNOWN when it does not. (transfer full) */
StewardProject   *steward_changes_move          (GPtrArray              *changes,
                                                 StewardProject         *project,
                                                 StewardPack            *pack,
                                                 GError                **error);
/* A sentence in the user's language for what @changes do to @project, as it
 * stands in "Undo %s": names the box, fact or case, or counts them.
 * (transfer full) */
char             *steward_changes_describe      (GPtrArray              *changes,
                                                 StewardProject         *project);

/**
 * StewardRecorder:
 *
 * Listens to a project and remembers what was changed since the last time it
 * was asked: how the window turns setters into change sets.
 */
#define STEWARD_TYPE_RECORDER (steward_recorder_get_type ())

G_DECLARE_FINAL_TYPE (StewardRecorder, steward_recorder, STEWARD, RECORDER, GObject)

/* @version: of the stored project that @project is a copy of. */
StewardRecorder  *steward_recorder_new          (StewardProject         *project,
                                                 gint64                  version);
gboolean          steward_recorder_has_changes  (StewardRecorder        *self);
/* All changes since the last call, labelled by what they do when @label is
 * NULL; NULL when there are none. (transfer full) (nullable) */
StewardChangeSet *steward_recorder_take         (StewardRecorder        *self,
                                                 const char             *actor,
                                                 const char             *label);
/* The store took the last set (or somebody else's was put into the project)
 * and the project is now at @version. */
void              steward_recorder_set_version  (StewardRecorder        *self,
                                                 gint64                  version);
gint64            steward_recorder_get_version  (StewardRecorder        *self);
/* Puts changes that came from the store into the project without recording
 * them. Parts with own changes not taken yet are left alone; TRUE when there
 * was none of these. */
gboolean          steward_recorder_receive      (StewardRecorder        *self,
                                                 GPtrArray              *changes,
                                                 gint64                  version);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardChangeSet, steward_change_set_free)

G_END_DECLS
