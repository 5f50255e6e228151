/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-canvas.h"
#include "steward-portfolio.h"

G_BEGIN_DECLS

/**
 * StewardPortfolioView:
 *
 * Many projects as a timeline, with what they ask of each bureau week by week
 * below. Up and Down move from line to line; each is told to screen readers. The
 * id of a line is that of its project, or the name of its bureau.
 */
#define STEWARD_TYPE_PORTFOLIO_VIEW (steward_portfolio_view_get_type ())

G_DECLARE_FINAL_TYPE (StewardPortfolioView, steward_portfolio_view, STEWARD, PORTFOLIO_VIEW, StewardCanvas)

/* @projects (element-type StewardPortfolioProject) as they are on @today by
 * @calendar; NULL: none. */
void                   steward_portfolio_view_set_projects (StewardPortfolioView *self,
                                                            GPtrArray            *projects,
                                                            StewardCalendar      *calendar,
                                                            StewardDay            today);
void                   steward_portfolio_view_set_scale    (StewardPortfolioView *self,
                                                            StewardZoom           scale);
StewardZoom            steward_portfolio_view_get_scale    (StewardPortfolioView *self);
void                   steward_portfolio_view_show_day     (StewardPortfolioView *self,
                                                            StewardDay            day);
/* Scrolls to the load of the bureaus; once more, back to the first project. */
void                   steward_portfolio_view_show_load    (StewardPortfolioView *self);
/* The layout that is seen, NULL before the first; valid until the next frame. */
const StewardTimeline *steward_portfolio_view_get_timeline (StewardPortfolioView *self);
/* The project with that id, NULL when it is none. */
const StewardPortfolioProject *
                       steward_portfolio_view_find_project (StewardPortfolioView *self,
                                                            const char           *id);

G_END_DECLS
