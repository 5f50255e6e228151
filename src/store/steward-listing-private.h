/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-database-parts-private.h"
#include "steward-listing.h"

G_BEGIN_DECLS

/**
 * StewardNumberSet:
 *
 * A set of numbers of projects. Small for numbers that lie close together,
 * and safe for any, since the numbers come from a file.
 */
typedef struct _StewardNumberSet StewardNumberSet;

StewardNumberSet *steward_number_set_new         (void);
void              steward_number_set_free        (StewardNumberSet  *self);
void              steward_number_set_add         (StewardNumberSet  *self,
                                                  gint64             number);
gboolean          steward_number_set_contains    (StewardNumberSet  *self,
                                                  gint64             number);

/**
 * StewardRollEntry:
 * @steward, @pack, @stage: places in the words of the roll
 *
 * All that filters ask of a project, in few bytes.
 */
typedef struct
{
  gint64  number;
  guint32 steward;
  guint32 pack;
  guint32 stage;
  guint16 state;
  guint16 light;
} StewardRollEntry;

/* What changes whenever a roll does not hold any more: the last change of a
 * project, and how often digests were only refreshed. */
typedef struct
{
  gint64  sequence;
  char   *hash;
  char   *refreshed;
} StewardStamp;

/**
 * StewardRoll:
 * @stamp: of the content of the database that it was made from
 * @entries: (element-type StewardRollEntry): by next due
 * @words: (element-type utf8): stewards, packs and stages, each once
 * @orders: all numbers by name and by change, each when it is asked for
 *
 * All projects as they are on one day, kept with the connection while nothing
 * changes: between two key strokes nothing is read twice.
 */
typedef struct
{
  StewardDay   today;
  StewardStamp stamp;
  GArray      *entries;
  GPtrArray   *words;
  GHashTable  *places;
  GArray      *orders[STEWARD_SORT_RECENT + 1];
} StewardRoll;

void              steward_stamp_clear            (StewardStamp      *self);
gboolean          steward_database_read_stamp    (StewardDatabase   *self,
                                                  StewardStamp      *stamp,
                                                  GError           **error);
gboolean          steward_stamp_equal            (const StewardStamp *a,
                                                  const StewardStamp *b);
/* The roll of @today, brought up to date when something changed. Borrowed. */
StewardRoll      *steward_database_get_roll      (StewardDatabase   *self,
                                                  StewardDay         today,
                                                  GError           **error);
/* The entry in the row of @statement. */
StewardRollEntry  steward_roll_read_entry        (StewardRoll       *self,
                                                  StewardStatement  *statement);
/* Puts the few projects that changed since in their places. FALSE without an
 * error when the roll has to be made anew. */
gboolean          steward_database_update_roll   (StewardDatabase   *self,
                                                  StewardRoll       *roll,
                                                  const StewardStamp *stamp,
                                                  GError           **error);
/* Place of @word, G_MAXUINT32 when no project has it. */
guint32           steward_roll_find_word         (StewardRoll       *self,
                                                  const char        *word);
/* All numbers in the order of @sort, which is not by due. Borrowed. */
GArray           *steward_database_get_order     (StewardDatabase   *self,
                                                  StewardRoll       *roll,
                                                  StewardListSort    sort,
                                                  GError           **error);

/* A text that a window can show, whatever the file holds. (transfer full) */
char             *steward_listing_get_text       (StewardStatement  *statement,
                                                  int                column);
StewardDay        steward_listing_get_day        (StewardStatement  *statement,
                                                  int                column);

/* What the text search looks through: @texts (NULL-terminated) and their
 * initials, folded, on one line. (transfer full) */
char             *steward_search_make_line       (const char *const *texts);
/* Makes @line what a search for @number looks through; NULL for nothing. */
gboolean          steward_database_write_search  (StewardDatabase   *self,
                                                  gint64             number,
                                                  const char        *line,
                                                  GError           **error);
/* The projects in which every word of @text is found. (transfer full) */
StewardNumberSet *steward_database_search        (StewardDatabase   *self,
                                                  const char        *text,
                                                  GError           **error);
/* TRUE when @text holds at least one word to look for. */
gboolean          steward_search_has_words       (const char        *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StewardStamp, steward_stamp_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardNumberSet, steward_number_set_free)

G_END_DECLS
