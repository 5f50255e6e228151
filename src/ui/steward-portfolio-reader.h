/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "steward-portfolio.h"
#include "steward-store.h"

G_BEGIN_DECLS

/**
 * StewardPortfolioReader:
 *
 * The projects of a list as a portfolio shows them: read and scheduled on the
 * worker of the store, a few at a time, so that searching the list does not
 * wait for them. What was read is kept and read again only when the project has
 * changed. #StewardPortfolioReader::changed says that there are other projects,
 * #StewardPortfolioReader::progress that there are more of them, or that
 * reading began or ended.
 */
#define STEWARD_TYPE_PORTFOLIO_READER (steward_portfolio_reader_get_type ())

G_DECLARE_FINAL_TYPE (StewardPortfolioReader, steward_portfolio_reader, STEWARD, PORTFOLIO_READER, GObject)

/* So many projects of the list are shown at most: more lines nobody compares. */
#define STEWARD_PORTFOLIO_MOST 1000

StewardPortfolioReader *steward_portfolio_reader_new          (void);
/* Follows @list, whose projects are those of @store; both NULL: nothing. */
void                    steward_portfolio_reader_set_source   (StewardPortfolioReader *self,
                                                               StewardStore           *store,
                                                               StewardProjectList     *list);
void                    steward_portfolio_reader_set_today    (StewardPortfolioReader *self,
                                                               StewardDay              today);
/* Reads only as long as somebody looks. */
void                    steward_portfolio_reader_set_active   (StewardPortfolioReader *self,
                                                               gboolean                active);
/* Stops, and shows what is there. */
void                    steward_portfolio_reader_stop         (StewardPortfolioReader *self);
void                    steward_portfolio_reader_go_on        (StewardPortfolioReader *self);
/* In the order of the list. Immutable; another array after ::changed.
 * (transfer none) (element-type StewardPortfolioProject) */
GPtrArray              *steward_portfolio_reader_get_projects (StewardPortfolioReader *self);
/* The calendar they were scheduled by; NULL before there is a store. */
StewardCalendar        *steward_portfolio_reader_get_calendar (StewardPortfolioReader *self);
StewardDay              steward_portfolio_reader_get_today    (StewardPortfolioReader *self);
gboolean                steward_portfolio_reader_is_reading   (StewardPortfolioReader *self);
gboolean                steward_portfolio_reader_is_stopped   (StewardPortfolioReader *self);
/* Of @wanted projects so many are read; the list has @total. */
guint                   steward_portfolio_reader_get_done     (StewardPortfolioReader *self,
                                                               guint                  *wanted,
                                                               guint                  *total);
/* How many could not be read or scheduled. */
guint                   steward_portfolio_reader_get_failed   (StewardPortfolioReader *self);

G_END_DECLS
