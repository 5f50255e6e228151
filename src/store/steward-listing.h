/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-database.h"

G_BEGIN_DECLS

/**
 * StewardListSort:
 * @STEWARD_SORT_DUE: next due first, projects without one last, then by name
 * @STEWARD_SORT_NAME: by the initials of the name, so that Chinese names stand
 *   as in a register
 * @STEWARD_SORT_RECENT: last changed first
 */
typedef enum { STEWARD_SORT_DUE, STEWARD_SORT_NAME, STEWARD_SORT_RECENT } StewardListSort;

/**
 * StewardListQuery:
 * @text: as typed; words separated by spaces must all be found, each in name,
 *   unit, code, place or their pinyin initials; NULL or "" for all
 * @steward: only projects of this steward ("mine"), NULL for all
 * @me: whose projects are counted as mine; NULL: those of @steward
 * @lights: bit `1 << StewardLight` per wanted light, 0 for all
 * @stage, @pack: id, or NULL for all
 * @states: bit per #StewardState, 0 for all but removed ones
 * @today: the day the lights are asked for
 */
typedef struct
{
  const char      *text;
  const char      *steward;
  const char      *me;
  guint            lights;
  const char      *stage;
  const char      *pack;
  guint            states;
  StewardListSort  sort;
  StewardDay       today;
} StewardListQuery;

/**
 * StewardProjectLine:
 *
 * What the list shows of one project. Immutable, reference counted.
 * @number identifies it inside this database, @id everywhere.
 */
typedef struct
{
  gatomicrefcount  ref_count;
  gint64           number;
  char            *id;
  gint64           version;
  char            *name;
  char            *unit;
  char            *code;
  char            *place;
  char            *steward;
  char            *pack;
  char            *stage;
  StewardState     state;
  StewardLight     light;
  char            *next_row;
  char            *next_name;
  StewardDay       next_due;
  gboolean         provisional;
  StewardDay       stale_since;   /* of the case that was not verified for longest, where that is too long; or NONE */
} StewardProjectLine;

/**
 * StewardListCounts:
 *
 * How many projects each value of a filter would show, the other filters of
 * the query being as they are: so @total is what "all" shows instead of "mine",
 * and @mine what "mine" shows.
 */
typedef struct
{
  guint       total;
  guint       mine;
  guint       lights[STEWARD_LIGHT_RED + 1];
  guint       states[STEWARD_N_STATES];
  GHashTable *stages;    /* id → guint */
  GHashTable *packs;     /* id → guint */
} StewardListCounts;

/**
 * StewardAgendaLine:
 *
 * One line of Today: an entry of the digest of a project, with the project.
 */
typedef struct
{
  StewardAgendaKind  kind;
  char              *project;       /* UUID */
  char              *project_name;
  char              *steward;
  char              *row;
  char              *name;
  StewardDay         due;
  StewardLight       light;         /* on the day asked for */
  gboolean           provisional;
  StewardDay         stale_since;   /* its status is not verified for too long; or NONE */
} StewardAgendaLine;

/**
 * StewardAgendaSection:
 * @STEWARD_SECTION_LATE: the day has passed
 * @STEWARD_SECTION_DUE: due today
 * @STEWARD_SECTION_WAITING: later or without a day, but the steward can do it
 *   now: cases to hand in or to be told of, forms to write
 * @STEWARD_SECTION_SOON: a bureau has to decide in the next days
 * @STEWARD_SECTION_PROMISED: the project unit has to bring something
 *
 * Where a line stands in Today; each line stands in one section.
 */
typedef enum
{
  STEWARD_SECTION_LATE,
  STEWARD_SECTION_DUE,
  STEWARD_SECTION_WAITING,
  STEWARD_SECTION_SOON,
  STEWARD_SECTION_PROMISED,
  STEWARD_N_SECTIONS
} StewardAgendaSection;

#define STEWARD_TYPE_PROJECT_LINE (steward_project_line_get_type ())

GType               steward_project_line_get_type (void);
StewardProjectLine *steward_project_line_ref     (StewardProjectLine      *self);
void                steward_project_line_unref   (StewardProjectLine      *self);
void                steward_agenda_line_free     (StewardAgendaLine       *self);
void                steward_list_counts_free     (StewardListCounts       *self);

/* Numbers of all projects that @query wants, in its order. (transfer full)
 * (element-type gint64) */
GArray             *steward_database_find        (StewardDatabase         *self,
                                                  const StewardListQuery  *query,
                                                  GError                 **error);
/* The lines of @numbers, in their order; NULL for one that is gone.
 * (transfer full) (element-type StewardProjectLine) */
GPtrArray          *steward_database_read_lines  (StewardDatabase         *self,
                                                  const gint64            *numbers,
                                                  gsize                    n_numbers,
                                                  StewardDay               today,
                                                  GError                 **error);
/* The number of a project, 0 when there is none, -1 with an error. */
gint64              steward_database_get_number  (StewardDatabase         *self,
                                                  const char              *id,
                                                  GError                 **error);
StewardListCounts  *steward_database_count       (StewardDatabase         *self,
                                                  const StewardListQuery  *query,
                                                  GError                 **error);
/* Of the open projects of one steward or (NULL) all: what is due up to @until,
 * all that waits for the steward, and promises without a day; by due day, those
 * without one last; at most @limit. (transfer full) (element-type StewardAgendaLine) */
GPtrArray          *steward_database_read_agenda (StewardDatabase         *self,
                                                  const char              *steward,
                                                  StewardDay               today,
                                                  StewardDay               until,
                                                  guint                    limit,
                                                  GError                 **error);
/* How many lines of that each section of Today has; fills @counts, which has
 * %STEWARD_N_SECTIONS places. */
gboolean            steward_database_count_sections (StewardDatabase      *self,
                                                  const char              *steward,
                                                  StewardDay               today,
                                                  StewardDay               until,
                                                  guint                   *counts,
                                                  GError                 **error);
/* The first @limit of the lines of one section. (transfer full) (element-type
 * StewardAgendaLine) */
GPtrArray          *steward_database_read_section (StewardDatabase        *self,
                                                  const char              *steward,
                                                  StewardAgendaSection     section,
                                                  StewardDay               today,
                                                  StewardDay               until,
                                                  guint                    limit,
                                                  GError                 **error);
/* What is red on @today, latest first. (transfer full) (element-type
 * StewardAgendaLine) */
GPtrArray          *steward_database_read_red    (StewardDatabase         *self,
                                                  const char              *steward,
                                                  StewardDay               today,
                                                  guint                    limit,
                                                  GError                 **error);
/* Computes up to @max digests again that do not hold on @today or were made
 * with another calendar, in one transaction. How many were, -1 with an error;
 * call again until it is 0. */
int                 steward_database_refresh     (StewardDatabase         *self,
                                                  StewardDay               today,
                                                  int                      max,
                                                  GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardProjectLine, steward_project_line_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardAgendaLine, steward_agenda_line_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardListCounts, steward_list_counts_free)

G_END_DECLS
