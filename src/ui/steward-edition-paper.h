/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-window.h"

G_BEGIN_DECLS

/* Shows the PDF that was kept with edition @number of @session in a window of
 * its own; what fails is told in @window. */
void steward_edition_paper_open (StewardWindow  *window,
                                 StewardSession *session,
                                 guint           number);

/* Draws what edition @newer of @session has that edition @older, an earlier one,
 * has not, on a thread, and shows it like steward_edition_paper_open(). */
void steward_edition_paper_compare (StewardWindow  *window,
                                    StewardSession *session,
                                    guint           older,
                                    guint           newer);

/* Shows @pdf in a window of its own, as a file called @name that lies in a
 * folder of the program only. */
void steward_edition_paper_show (StewardWindow  *window,
                                 GBytes         *pdf,
                                 const char     *name);

G_END_DECLS
