/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-window-private.h"
#include "ui-test.h"

G_BEGIN_DECLS

/**
 * Desk:
 *
 * The program with a database of its own and one window: a fixture of GTest.
 */
typedef struct
{
  char               *folder;
  GFile              *database;
  StewardApplication *application;
  StewardWindow      *window;
} Desk;

/* Starts the program as well, unless there is @data. */
void            desk_set_up         (Desk          *desk,
                                     gconstpointer  data);
void            desk_tear_down      (Desk          *desk,
                                     gconstpointer  data);
/* Starts the program, as it is started anew each day. */
void            desk_start          (Desk          *desk);
/* Closes the window and what is behind it. */
void            desk_stop           (Desk          *desk);

StewardSession *desk_get_session    (Desk          *desk);
StewardProject *desk_get_project    (Desk          *desk);
StewardKeeper  *desk_get_keeper     (Desk          *desk);
/* What is shown: project, today, welcome, failure. */
const char     *desk_get_state      (Desk          *desk);
/* Waits until that is shown. */
void            desk_assert_state   (Desk          *desk,
                                     const char    *state);
void            desk_activate       (Desk          *desk,
                                     const char    *action);
/* Takes a sample into the database and shows it. */
void            desk_import_sample  (Desk          *desk,
                                     const char    *id);
/* An item of which nothing has happened yet, with a limit. */
const StewardScheduleRow *
                desk_find_untouched (Desk          *desk);
/* Writes the note, and waits until it is on the disk. */
void            desk_set_note       (Desk          *desk,
                                     const char    *note);
/* Waits until that is the note. */
void            desk_assert_note    (Desk          *desk,
                                     const char    *note);

/* What somebody sees who opens the file by other means. (transfer full) */
StewardProject *desk_load_stored    (Desk          *desk,
                                     const char    *id);
/* The file that the project on the disk would be, without times of the day.
 * (transfer full) */
char           *desk_save           (Desk          *desk);
/* Waits until there are so many projects on the disk. */
void            desk_assert_projects (Desk         *desk,
                                      guint         n_projects);

/* The message dialog that is shown, or NULL. */
GtkWindow      *desk_find_dialog    (void);
/* Waits for a dialog and chooses an answer. */
void            desk_answer         (const char    *response);

/* For ui_test_wait(). */
gboolean        desk_has_session    (gpointer       desk);
gboolean        desk_has_no_session (gpointer       desk);
gboolean        desk_is_settled     (gpointer       desk);
gboolean        desk_has_dialog     (gpointer       unused);

G_END_DECLS
