/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-history.h"
#include "steward-portfolio-page.h"
#include "steward-project-sidebar.h"
#include "steward-today-page.h"
#include "steward-window.h"

G_BEGIN_DECLS

/* The parts of the window's class: the window itself with its pages; the
 * projects it shows and keeps; files; undo; backups. */

struct _StewardWindow
{
  AdwApplicationWindow   parent_instance;

  AdwToastOverlay       *toasts;
  AdwLeaflet            *leaflet;
  GtkWidget             *sidebar;
  GtkWidget             *content;
  GtkToggleButton       *today_button;
  GtkToggleButton       *portfolio_button;
  StewardProjectSidebar *projects;
  StewardTodayPage      *today;
  AdwBin                *portfolio_slot;
  GtkStack              *states;
  AdwStatusPage         *failure;
  GtkListBox            *samples;
  AdwViewStack          *pages;
  AdwViewSwitcherTitle  *switcher_title;
  GtkWidget             *undo_button;
  GtkWidget             *redo_button;
  GtkMenuButton         *new_button;
  GMenu                 *history_menu;
  GtkRevealer           *bar;
  GtkLabel              *bar_label;
  GtkButton             *bar_button;

  StewardStore          *store;
  StewardHistory        *history;
  StewardSession        *session;
  GSignalGroup          *session_signals;
  GPtrArray             *sessions;    /* the one shown, and those not settled yet */
  GCancellable          *loading;
  GPtrArray             *waiting;     /* files to open when the store is there */
  StewardPack           *newer;       /* rules that are offered to the project shown, or NULL */
  GHashTable            *passed_over; /* "project sha256" that somebody said not now to */
  gboolean               has_new_years; /* official ones that nobody has seen yet */
  gboolean               closing;     /* as soon as everything is on the disk */
  gboolean               given_up;    /* close although it is not */
  int                    history_step;/* -1 undo, 1 redo: when everything is on the disk */
  GtkWidget             *presenter;   /* of the meeting that is going on, or NULL */
  AdwToast              *history_toast;/* what was undone last, while it is told */
  char                  *merged;      /* project of an answer merged a moment ago, or NULL */
  gboolean               merged_comes;/* it was shown already: the news of the merge will come */
};

void        steward_window_show_session        (StewardWindow  *self,
                                                StewardSession *session);
void        steward_window_update_actions      (StewardWindow  *self);
/* The buttons above the list say where one is. */
void        steward_window_update_places       (StewardWindow  *self);
/* The page that is seen, of the project or of many; NULL when it is none. */
StewardPage *steward_window_current_page       (StewardWindow  *self);
/* Hands over what is typed and not yet entered anywhere. */
void        steward_window_commit              (StewardWindow  *self);

/* steward-window-projects.c: what is shown, and that it is kept. */
void        steward_window_projects_class_init (GtkWidgetClass *widget_class);
void        steward_window_projects_init       (StewardWindow  *self);
/* Takes over the store of the application, or the reason why there is none. */
void        steward_window_attach_store        (StewardWindow  *self);
/* The session that shows a project just written or loaded. (transfer none) */
StewardSession *steward_window_adopt           (StewardWindow  *self,
                                                StewardProject *project,
                                                gint64          version);
/* Tells the keepers who sits here. */
void        steward_window_update_person       (StewardWindow  *self);
void        steward_window_update_bar          (StewardWindow  *self);
/* TRUE when nothing is left to be written; else it is hurried up. */
gboolean    steward_window_settle              (StewardWindow  *self);
/* TRUE when writing fails, or somebody else changed the same. */
gboolean    steward_window_is_troubled         (StewardWindow  *self);
/* Asks what to do when what is not on the disk holds up closing. */
void        steward_window_ask_unkept          (StewardWindow  *self);
/* Remembers for the next start what is shown. */
void        steward_window_remember            (StewardWindow  *self,
                                                const char     *id);

/* steward-window-files.c: projects from files and into files. */
void        steward_window_files_class_init    (GtkWidgetClass *widget_class);
void        steward_window_files_init          (StewardWindow  *self);

/* steward-window-create.c: new projects. */
void        steward_window_create_class_init   (GtkWidgetClass *widget_class);
void        steward_window_create_init         (StewardWindow  *self);

/* steward-window-history.c: undo and redo. */
void        steward_window_history_class_init  (GtkWidgetClass *widget_class);
void        steward_window_history_init        (StewardWindow  *self);
/* Follows the store and the project that is shown. */
void        steward_window_history_update      (StewardWindow  *self);
/* Makes undo in a field of a project that of the project. */
void        steward_window_history_focus       (StewardWindow  *self);
/* Does what waited for everything to be on the disk. */
void        steward_window_history_go_on       (StewardWindow  *self);

/* steward-window-backup.c: backups of the whole database. */
void        steward_window_backup_class_init   (GtkWidgetClass *widget_class);

/* steward-window-calendar.c: official years that a release brought. */
void        steward_window_calendar_class_init (GtkWidgetClass *widget_class);
/* Looks whether the database was used with others. */
void        steward_window_look_for_years      (StewardWindow  *self);

/* steward-window-papers.c: the ledger, and papers of the whole project. */
void        steward_window_papers_class_init   (GtkWidgetClass *widget_class);
/* Writes the archive of the project that is shown, with the files on record. */
void        steward_window_archive             (StewardWindow  *self,
                                                GFile          *target);

/* steward-window-sections.c: requests to sections, and their answers. */
void        steward_window_sections_class_init (GtkWidgetClass *widget_class);
gboolean    steward_window_is_section_file     (GFile          *file);
/* Asks for the reason of items that an answer merged a moment ago added to the
 * list of the unit; @news: the project has changed, else it is shown anew. */
void        steward_window_guard_merged        (StewardWindow  *self,
                                                gboolean        news);
/* A request is filled in; an answer is merged where its project is. */
void        steward_window_open_section_file   (StewardWindow  *self,
                                                GFile          *file);

/* steward-window-rules.c: the rules of the project, and newer ones. */
void        steward_window_rules_class_init    (GtkWidgetClass *widget_class);
/* Looks whether there are newer rules for the project that is shown. */
void        steward_window_look_for_rules      (StewardWindow  *self);
/* The project of @keeper follows other rules in the store. */
void        steward_window_note_moved          (StewardWindow  *self,
                                                StewardKeeper  *keeper);
/* Loads such projects anew when all of theirs is written. */
void        steward_window_take_moved          (StewardWindow  *self);

/* No project is shown any more; what takes its place is up to the caller. */
void        steward_window_leave_project       (StewardWindow  *self);

/* steward-window-portfolio.c: many projects at once. */
void        steward_window_portfolio_class_init (GtkWidgetClass *widget_class);
/* The page when it is seen, else NULL. */
StewardPortfolioPage *steward_window_get_portfolio (StewardWindow *self);
/* Hands over the store, the list and the day, when there is a page for them. */
void        steward_window_portfolio_update    (StewardWindow  *self);

/* steward-window-drawing.c: printing, and drawings as files and pictures. */
void        steward_window_drawing_class_init  (GtkWidgetClass *widget_class);

/* steward-window-presentation.c: meetings. */
void        steward_window_presentation_class_init (GtkWidgetClass *widget_class);

G_END_DECLS
