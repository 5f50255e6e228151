/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-page.h"
#include "steward-portfolio-reader.h"
#include "steward-portfolio-view.h"

G_BEGIN_DECLS

/**
 * StewardPortfolioPage:
 *
 * The projects of the list beside it, as they are filtered there, as one
 * timeline with the load of each bureau. It belongs to no project, and has no
 * session. #StewardPortfolioPage::activate-project is emitted with the UUID of
 * a project and NULL.
 */
#define STEWARD_TYPE_PORTFOLIO_PAGE (steward_portfolio_page_get_type ())

G_DECLARE_FINAL_TYPE (StewardPortfolioPage, steward_portfolio_page, STEWARD, PORTFOLIO_PAGE, StewardPage)

/* Shows the projects of @list, which are those of @store. */
void                    steward_portfolio_page_set_source (StewardPortfolioPage *self,
                                                           StewardStore         *store,
                                                           StewardProjectList   *list);
void                    steward_portfolio_page_set_today  (StewardPortfolioPage *self,
                                                           StewardDay            today);
StewardPortfolioReader *steward_portfolio_page_get_reader (StewardPortfolioPage *self);
StewardPortfolioView   *steward_portfolio_page_get_view   (StewardPortfolioPage *self);

G_END_DECLS
