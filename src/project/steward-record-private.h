/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-project-private.h"

G_BEGIN_DECLS

/* Pieces that are plain records: a key, and a tuple of texts, days, words and
 * lists of such tuples. A table says how each lies in its C struct; reading,
 * writing, checking, copying and freeing follow from it. Every struct begins
 * with its key, "char *id", and a numbered one has "guint number" next. */

typedef enum
{
  STEWARD_MEMBER_TEXT,
  STEWARD_MEMBER_DAY,
  STEWARD_MEMBER_WORD,      /* an enum, written as one of its words */
  STEWARD_MEMBER_STRINGS,   /* char ** */
  STEWARD_MEMBER_LIST       /* GPtrArray of structs */
} StewardMemberKind;

typedef struct _StewardShape StewardShape;

/**
 * StewardMember:
 * @offset: in the struct
 * @max: most characters of a text, or elements of a list
 * @needed: neither an empty text nor day
 * @words: of a word, ended by NULL; for a text what it has to be one of
 * @of: what the elements of a list are
 *
 * One member of the tuple, in its order.
 */
typedef struct
{
  StewardMemberKind     kind;
  gsize                 offset;
  gsize                 max;
  gboolean              needed;
  const char * const   *words;
  const StewardShape   *of;
} StewardMember;

/**
 * StewardShape:
 * @type: of the value
 * @bare: the value is the only member itself, not a tuple
 * @numbered: the key is a number
 * @max: most records of a project
 */
struct _StewardShape
{
  const char          *type;
  gsize                size;
  const StewardMember *members;
  guint                n_members;
  gboolean             bare;
  gboolean             numbered;
  guint                max;
};

#define STEWARD_IS_RECORD_KIND(kind) ((kind) >= STEWARD_PIECE_MATERIAL)

const StewardShape *steward_record_get_shape   (StewardPieceKind      kind);
/* The first letters of what is wrong go to @error. */
gboolean            steward_record_check_key   (StewardProject       *self,
                                                StewardPieceKind      kind,
                                                const char           *key,
                                                GError              **error);
/* What no table says: more than one member at a time. */
gboolean            steward_record_check_whole (StewardProject       *self,
                                                StewardPieceKind      kind,
                                                const char           *key,
                                                GVariant             *value,
                                                GError              **error);

void                steward_project_init_records  (StewardProject    *self);
void                steward_project_clear_records (StewardProject    *self);

gboolean            steward_record_check       (StewardProject       *self,
                                                StewardPieceKind      kind,
                                                const char           *key,
                                                GVariant             *value,
                                                GError              **error);
void                steward_record_put         (StewardProject       *self,
                                                StewardPieceKind      kind,
                                                const char           *key,
                                                GVariant             *value);
/* (transfer floating) (nullable) */
GVariant           *steward_record_get         (StewardProject       *self,
                                                StewardPieceKind      kind,
                                                const char           *key);
/* The struct of the table, or NULL. */
gpointer            steward_record_lookup      (StewardProject       *self,
                                                StewardPieceKind      kind,
                                                const char           *key);
/* All of a kind, by number or by key. (transfer container) */
GPtrArray          *steward_record_list        (StewardProject       *self,
                                                StewardPieceKind      kind);
/* Puts a cleaned copy of the struct @value there, under its own key, as
 * set_piece() does. */
gboolean            steward_record_store       (StewardProject       *self,
                                                StewardPieceKind      kind,
                                                const char           *key,
                                                gconstpointer         value,
                                                GError              **error);
/* The same for a numbered kind; 0 is a new number, one more than the highest.
 * Returns the number, 0 with an error. */
guint               steward_record_store_numbered (StewardProject    *self,
                                                StewardPieceKind      kind,
                                                guint                 number,
                                                gconstpointer         value,
                                                GError              **error);
void                steward_record_remove      (StewardProject       *self,
                                                StewardPieceKind      kind,
                                                const char           *key);
void                steward_record_remove_numbered (StewardProject   *self,
                                                StewardPieceKind      kind,
                                                guint                 number);
/* Forgets what was recorded about a typed row, when it goes; each piece is
 * told. Returns what changed. */
StewardChange       steward_record_drop_row    (StewardProject       *self,
                                                const char           *row);
/* Index of @word in @words, which are ended by NULL; -1 when it is none. */
int                 steward_record_find_word   (const char * const   *words,
                                                const char           *word);

/* From steward-piece-check.c. */
gboolean            steward_piece_check_length (const char           *text,
                                                gsize                 max,
                                                GError              **error);
gboolean            steward_piece_check_day    (const char           *text,
                                                gboolean              required,
                                                GError              **error);
gboolean            steward_piece_check_range  (gint64                number,
                                                gint64                min,
                                                gint64                max,
                                                GError              **error);
/* An item of the pack, or what could be a row of an item group. */
gboolean            steward_piece_check_item   (StewardProject       *self,
                                                const char           *item,
                                                GError              **error);
gboolean            steward_piece_check_stage  (StewardProject       *self,
                                                const char           *stage,
                                                GError              **error);
/* The blank slot that the row @id is typed into, NULL when there is none. */
const StewardBox   *steward_piece_find_slot    (StewardProject       *self,
                                                const char           *id);

G_END_DECLS
