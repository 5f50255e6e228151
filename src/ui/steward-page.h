/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-drawing.h"
#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardPage:
 *
 * A page of the window that shows one project. A page that nobody looks at
 * does no work: it remembers that it is out of date and catches up when it
 * is shown.
 */
#define STEWARD_TYPE_PAGE (steward_page_get_type ())

G_DECLARE_DERIVABLE_TYPE (StewardPage, steward_page, STEWARD, PAGE, AdwBin)

/**
 * StewardPageClass:
 * @bind: another session, or none (NULL), is shown: forget what belonged to
 *   the last one
 * @refresh: the project or its schedule changed; the page is visible and has
 *   a loaded session
 * @zoom: +1, −1, or 0 for the normal size; NULL when the page does not zoom
 * @find: starts searching in the page; NULL when it cannot
 * @print: asks for a printer and prints; NULL when the page has no paper
 * @draw: what is drawn on the page, to be printed, exported and copied
 *   (transfer full); NULL when the page is no drawing
 * @commit: takes over what is typed but not entered yet; NULL when the page
 *   never holds anything back
 * @enter: takes the keyboard where it is most wanted; NULL: where it scrolls
 */
struct _StewardPageClass
{
  AdwBinClass parent_class;

  void            (*bind)    (StewardPage    *self,
                              StewardSession *session);
  void            (*refresh) (StewardPage    *self);
  void            (*zoom)    (StewardPage    *self,
                              int             direction);
  void            (*find)    (StewardPage    *self);
  void            (*print)   (StewardPage    *self);
  StewardDrawing *(*draw)    (StewardPage    *self);
  void            (*commit)  (StewardPage    *self);
  void            (*enter)   (StewardPage    *self);
};

StewardSession *steward_page_get_session (StewardPage    *self);
void            steward_page_set_session (StewardPage    *self,
                                          StewardSession *session);
/* For dispose(): AdwBin does not notice that gtk_widget_dispose_template()
 * takes its child away, and would do it again. */
void            steward_page_dispose_template (StewardPage *self,
                                               GType        type);
/* Asks for a refresh now, or when the page is next shown. */
void            steward_page_queue       (StewardPage    *self);
void            steward_page_zoom        (StewardPage    *self,
                                          int             direction);
void            steward_page_find        (StewardPage    *self);
void            steward_page_print       (StewardPage    *self);
/* (transfer full) */
StewardDrawing *steward_page_draw        (StewardPage    *self);
void            steward_page_commit      (StewardPage    *self);
/* Moves the keyboard into the page, where arrows and Page Down scroll, unless
 * it is there already. */
void            steward_page_enter       (StewardPage    *self);
gboolean        steward_page_can_zoom    (StewardPage    *self);
gboolean        steward_page_can_find    (StewardPage    *self);
gboolean        steward_page_can_print   (StewardPage    *self);
gboolean        steward_page_can_draw    (StewardPage    *self);

G_END_DECLS
