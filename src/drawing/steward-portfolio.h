/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-timeline.h"

G_BEGIN_DECLS

/**
 * StewardPortfolioStage:
 * @number: of the stage, from 1
 * @budget: its working days, or -1; @used: so many of them so far
 *
 * A stage of a project, as a bar.
 */
typedef struct
{
  char         *name;
  int           number;
  StewardDay    start;
  StewardDay    finish;
  int           budget;
  int           used;
  StewardLight  light;
} StewardPortfolioStage;

/**
 * StewardPortfolioLoad:
 * @week: its Monday
 * @days: working days that the items of @bureau have in it, together
 *
 * What a project asks of a bureau in a week.
 */
typedef struct
{
  char       *bureau;
  StewardDay  week;
  int         days;
} StewardPortfolioLoad;

/**
 * StewardPortfolioProject:
 * @id: of the project, as the caller knows it
 * @total: `34 工作日`; @summary: what is used, and when it ends
 * @stages: (element-type StewardPortfolioStage): those with anything in them
 * @loads: (element-type StewardPortfolioLoad): by bureau and week
 *
 * One project among many. Nothing of its schedule is needed any more.
 * Immutable, reference counted on any thread.
 */
typedef struct
{
  char         *id;
  char         *name;
  char         *total;
  char         *summary;
  StewardDay    start;
  StewardDay    finish;
  StewardLight  light;
  gboolean      provisional;
  GPtrArray    *stages;
  GPtrArray    *loads;
} StewardPortfolioProject;

/**
 * StewardPortfolioSpot:
 * @project: below the point, or NULL; @stage: its bar there, or NULL
 * @bureau: whose load is below the point, or NULL; @week: Monday of the week
 *   there; @days: working days asked of it
 *
 * What lies at a point of a portfolio.
 */
typedef struct
{
  const StewardPortfolioProject *project;
  const StewardPortfolioStage   *stage;
  const char                    *bureau;
  StewardDay                     week;
  int                            days;
} StewardPortfolioSpot;

/* (transfer full) */
StewardPortfolioProject *steward_portfolio_project_new   (const StewardSchedule       *schedule,
                                                          const char                  *id);
/* (transfer full) */
StewardPortfolioProject *steward_portfolio_project_ref   (StewardPortfolioProject     *self);
void                     steward_portfolio_project_unref (StewardPortfolioProject     *self);

/* A timeline with one line for each of @projects (element-type
 * StewardPortfolioProject), and below them the load of each bureau week by
 * week. It holds a reference to @projects. Of @options, width, height, zoom
 * and text_scale count. The id of a line is that of its project, or the name of
 * the bureau. (transfer full) */
StewardTimeline         *steward_portfolio_layout       (GPtrArray                    *projects,
                                                         StewardCalendar              *calendar,
                                                         StewardDay                    as_of,
                                                         const StewardTimelineOptions *options);
/* FALSE when there is neither project nor bureau. */
gboolean                 steward_portfolio_find_spot    (const StewardTimeline        *self,
                                                         double                        x,
                                                         double                        y,
                                                         StewardPortfolioSpot         *spot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardPortfolioProject, steward_portfolio_project_unref)

G_END_DECLS
