/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-case-page.h"
#include "ui-desk.h"

G_BEGIN_DECLS

/* What the tests of the case page share. */

/* The fields of the entry in the order in which they stand in it. */
enum { DAY, PAUSE_KIND, WRITTEN, ACTOR, NOTE };

StewardCasePage   *case_get_page       (Desk *desk);
StewardCaseEntry  *case_get_entry      (Desk *desk);
/* The widgets of @type inside @widget, in order. */
void               case_collect        (GtkWidget *widget,
                                        GType      type,
                                        GPtrArray *found);
gpointer           case_nth            (gpointer widget,
                                        GType    type,
                                        guint    index);
GtkEntry          *case_get_field      (Desk *desk,
                                        guint field);
void               case_type_text      (Desk       *desk,
                                        guint       field,
                                        const char *text);
/* As a key pressed while the kind of event has the focus. */
gboolean           case_press_letter   (Desk *desk,
                                        char  letter);
/* Letter, day, Enter. */
void               case_record         (Desk       *desk,
                                        char        letter,
                                        const char *day);
const StewardCase *case_get_case       (Desk *desk);
guint              case_count_events   (Desk *desk);
void               case_assert_event   (Desk             *desk,
                                        guint             index,
                                        StewardCaseStatus status,
                                        const char       *day);
/* Shows the case of an item of which nothing has happened yet. */
void               case_open_untouched (Desk *desk);
/* What is undone comes back through the store. */
void               case_undo           (Desk *desk);
/* One of the messages of the page says so. */
void               case_assert_told    (Desk       *desk,
                                        const char *text);

G_END_DECLS
