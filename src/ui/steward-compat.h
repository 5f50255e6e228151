/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Everything that later versions of GTK and libadwaita deprecate is called in
 * steward-compat.c and nowhere else, so that the move to them touches one
 * file. */

/* @file is NULL when the user changed their mind. */
typedef void (*StewardFileChosen) (GFile    *file,
                                   gpointer  user_data);
/* @response as given to steward_compat_ask(). */
typedef void (*StewardAnswered)   (const char *response,
                                   gpointer    user_data);

/* Asks for a file to open or, when @name is given, to save as. @filter_name
 * and @suffix describe the kind of file, NULL for any. @callback is called
 * once. */
void steward_compat_choose_file (GtkWindow         *parent,
                                 const char        *title,
                                 const char        *name,
                                 const char        *filter_name,
                                 const char        *suffix,
                                 StewardFileChosen  callback,
                                 gpointer           user_data,
                                 GDestroyNotify     destroy);
/* @files: (element-type GFile): empty when the user changed their mind. */
typedef void (*StewardFilesChosen) (GPtrArray *files,
                                    gpointer   user_data);
/* Asks for one or more files to open whose names end in one of @suffixes (ended
 * by NULL). @callback is called once. */
void steward_compat_choose_files (GtkWindow         *parent,
                                  const char        *title,
                                  const char        *filter_name,
                                  const char *const *suffixes,
                                  StewardFilesChosen callback,
                                  gpointer           user_data,
                                  GDestroyNotify     destroy);
/* The same for a folder that is there. */
void steward_compat_choose_folder (GtkWindow       *parent,
                                 const char        *title,
                                 StewardFileChosen  callback,
                                 gpointer           user_data,
                                 GDestroyNotify     destroy);
/* A message that only wants to be read. */
void steward_compat_tell        (GtkWindow         *parent,
                                 const char        *heading,
                                 const char        *body);
/**
 * StewardResponse:
 * @label: with an underline; @destructive: what it does cannot be taken back
 *
 * A button of a question.
 */
typedef struct
{
  const char *id;
  const char *label;
  gboolean    destructive;
} StewardResponse;

/* Asks a question. The first of @responses (ended by an id that is NULL) is
 * also the answer of who only closes it, the last is proposed. @extra stands
 * below the text and may be NULL. @callback is called once. (transfer none) */
GtkWindow *steward_compat_ask   (GtkWindow             *parent,
                                 const char            *heading,
                                 const char            *body,
                                 GtkWidget             *extra,
                                 const StewardResponse *responses,
                                 StewardAnswered        callback,
                                 gpointer               user_data,
                                 GDestroyNotify         destroy);
/* Whether that answer of a question can be given yet. */
void steward_compat_allow       (GtkWindow             *dialog,
                                 const char            *response,
                                 gboolean               allowed);
/* Says what is missing when no program can show it. */
void steward_compat_show_help   (GtkWindow         *parent,
                                 const char        *uri);

/* The row that had the keyboard was exchanged for others: it goes to the one at
 * @position. GTK before 4.12 keeps it there by itself, and has no other way. */
void steward_compat_focus_row   (GtkListView       *view,
                                 guint              position);

G_END_DECLS
