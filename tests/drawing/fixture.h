/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-schedule.h"

G_BEGIN_DECLS

/**
 * Fixture:
 *
 * A schedule put together by hand, so that the drawings are tested without
 * the rooms that compute schedules. Everything in it belongs to the fixture.
 */
typedef struct _Fixture Fixture;

/* One item: @accepted and @decided are days after the block's start, -1 for
 * "not yet"; a pause from @pause_from to @pause_to when @pause_to > 0. */
typedef struct
{
  const char   *name;
  const char   *bureau;
  StewardLevel  level;
  int           limit;        /* own limit, -1: the block's */
  int           accepted;
  int           decided;
  int           pause_from;
  int           pause_to;
  StewardMode   mode;
  gboolean      supplement;
  gboolean      critical;
} FixtureItem;

Fixture         *fixture_new          (StewardDay          start,
                                       StewardDay          as_of);
void             fixture_free         (Fixture            *self);
void             fixture_add_stage    (Fixture            *self,
                                       int                 number,
                                       const char         *name,
                                       int                 limit);
/* Opens a block in the last stage. @after: comes after the block opened
 * before it; otherwise it begins with it. */
void             fixture_add_block    (Fixture            *self,
                                       StewardLane         lane,
                                       int                 limit,
                                       gboolean            after);
/* Items that follow belong to no block. */
void             fixture_close_block  (Fixture            *self);
void             fixture_add_item     (Fixture            *self,
                                       const FixtureItem  *item);
void             fixture_add_activity (Fixture            *self,
                                       const char         *name,
                                       int                 days);
void             fixture_add_node     (Fixture            *self,
                                       const char         *name,
                                       int                 days);
StewardSchedule *fixture_get          (Fixture            *self);

/* A commercial complex: 4 stages, 10 blocks, 27 items, some under way. */
Fixture         *fixture_new_complex  (void);
/* A factory in a pack without blocks, limits partly unknown. */
Fixture         *fixture_new_factory  (void);
/* Anything: up to @most items in a stage. */
Fixture         *fixture_new_random   (guint32             seed,
                                       int                 most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

G_END_DECLS
