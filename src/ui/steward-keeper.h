/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-merge.h"
#include "steward-store.h"

G_BEGIN_DECLS

/**
 * StewardKeeper:
 *
 * Keeps one open project and the store the same. What is changed in the
 * project is written as one labelled change set per gesture: at once, or for
 * typed text when the typing pauses. What others change comes into the
 * project. Nothing is lost when writing fails: it is tried again, and
 * "problem" says why.
 *
 * #StewardKeeper::conflict is emitted when somebody else changed the same
 * piece: the project then holds the other's value, and
 * steward_keeper_get_conflicts() tells both until
 * steward_keeper_resolve() is called. #StewardKeeper::gone is emitted when the
 * store no longer has the project, #StewardKeeper::moved when there it follows
 * another version of its rules: then it has to be loaded anew as soon as
 * everything of ours is on the disk.
 */
#define STEWARD_TYPE_KEEPER (steward_keeper_get_type ())

G_DECLARE_FINAL_TYPE (StewardKeeper, steward_keeper, STEWARD, KEEPER, GObject)

/* @project is what @store holds at @version, and has an id. */
StewardKeeper  *steward_keeper_new           (StewardStore   *store,
                                              StewardProject *project,
                                              gint64          version);
/* What it keeps the project in. */
StewardStore   *steward_keeper_get_store     (StewardKeeper  *self);
/* What was typed so far is a change of its own: the focus left the text. */
void            steward_keeper_flush         (StewardKeeper  *self);
/* TRUE when everything in the project is on the disk: the property "settled". */
gboolean        steward_keeper_is_settled    (StewardKeeper  *self);
/* Why the last change is not on the disk yet, or NULL; the property "problem". */
const GError   *steward_keeper_get_problem   (StewardKeeper  *self);
/* Tries again now what failed. */
void            steward_keeper_retry         (StewardKeeper  *self);
/* Empty when there are none. (element-type StewardConflict) */
GPtrArray      *steward_keeper_get_conflicts (StewardKeeper  *self);
/* Who changed the same, and what, as a sentence; NULL when not known. */
const char     *steward_keeper_get_rival     (StewardKeeper  *self);
/* Ends the conflict: with @mine our values are put over those of the other, as
 * a change that can be undone. */
void            steward_keeper_resolve       (StewardKeeper  *self,
                                              gboolean        mine);
/* Who sits here, whose name stands in the log; at first the user's account. */
const char     *steward_keeper_get_actor     (StewardKeeper  *self);
void            steward_keeper_set_actor     (StewardKeeper  *self,
                                              const char     *actor);

G_END_DECLS
