/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-decisions.h"
#include "steward-standing.h"
#include "steward-piece.h"

G_BEGIN_DECLS

typedef struct
{
  StewardDay start;
  StewardDay finish;
  int        days;
} StewardActivityRecord;

/* The kinds that steward-record.c keeps are the last ones. */
#define STEWARD_N_RECORD_KINDS (STEWARD_N_PIECES - STEWARD_PIECE_MATERIAL)

struct _StewardProject
{
  GObject             parent_instance;
  StewardPack        *pack;
  char               *id;          /* UUID in lower case, "" */
  StewardState        state;
  char               *facts[STEWARD_N_FACTS];
  GHashTable         *answers;     /* question id → value */
  GHashTable         *ticks;       /* box id → StewardTick */
  GHashTable         *texts;       /* group id → text */
  GHashTable         *activities;  /* activity id → StewardActivityRecord */
  GPtrArray          *rows;        /* StewardRow, by position */
  GHashTable         *row_index;   /* row id → StewardRow, borrowed */
  GPtrArray          *cases;       /* StewardCase, by position */
  GHashTable         *case_index;  /* item id → its StewardCases by position, borrowed */
  GHashTable         *case_ids;    /* case id → StewardCase, borrowed */
  StewardEntrustment  entrustment;
  GPtrArray          *closings;    /* StewardClosing, by position */
  GPtrArray          *ledger;      /* StewardLedgerEntry, by number */
  char               *suggestion;
  GHashTable         *acknowledgements; /* key of the piece → StewardAcknowledgement */
  GHashTable         *levers;      /* key of the piece → StewardTick */
  StewardCredit       credit;
  StewardSharedCredit *shared_credit;   /* told from outside, or NULL */
  GHashTable         *records[STEWARD_N_RECORD_KINDS]; /* key of the piece → its struct, of each kind of record */
};

void      steward_project_emit_changed     (StewardProject     *self,
                                            StewardChange       change);
/* To be followed by the emission above. */
void      steward_project_emit_piece       (StewardProject     *self,
                                            StewardPieceKind    kind,
                                            const char         *key);
/* A valid copy of at most @max characters; "" for NULL. (transfer full) */
char     *steward_project_clip             (const char         *text,
                                            gsize               max);
/* Text boxes keep their line breaks; the ends are trimmed. (transfer full) */
char     *steward_project_clean_text       (const char         *text);
/* The local time, as ticks and rows keep it. (transfer full) */
char     *steward_project_now              (void);
/* @at cut to its length, or now when it is NULL. (transfer full) */
char     *steward_project_time_or_now      (const char         *at);
void      steward_tick_free                (StewardTick        *tick);
/* FALSE when it is what the table of ticks has already. */
gboolean  steward_project_store_tick       (GHashTable         *table,
                                            const char         *key,
                                            gboolean            on,
                                            const char         *by,
                                            const char         *at);
/* The keys of a table in order. (transfer container) (element-type utf8) */
GPtrArray *steward_project_sort_keys       (GHashTable         *table);
/* Stores @value under @key, or removes the key when @value is empty; FALSE
 * when that changes nothing. Takes @value. */
gboolean  steward_project_store_text       (GHashTable         *table,
                                            const char         *key,
                                            char               *value);
gboolean  steward_project_has_question     (StewardProject     *self,
                                            const char         *question);
gboolean  steward_project_has_activity     (StewardProject     *self,
                                            const char         *activity);
/* Stores @record, or removes it when it says nothing; FALSE when that changes
 * nothing. */
gboolean  steward_project_store_activity   (StewardProject     *self,
                                            const char         *activity,
                                            const StewardActivityRecord *record);

/* Lists ordered by @compare. Finding and adding costs a binary search;
 * removing frees the element as the list does. */
guint     steward_ordered_find             (GPtrArray          *list,
                                            gconstpointer       element,
                                            GCompareFunc        compare);
void      steward_ordered_add              (GPtrArray          *list,
                                            gpointer            element,
                                            GCompareFunc        compare);
void      steward_ordered_remove           (GPtrArray          *list,
                                            gconstpointer       element,
                                            GCompareFunc        compare);
int       steward_row_compare              (gconstpointer       a,
                                            gconstpointer       b);
int       steward_case_compare             (gconstpointer       a,
                                            gconstpointer       b);
int       steward_closing_compare          (gconstpointer       a,
                                            gconstpointer       b);
int       steward_ledger_compare           (gconstpointer       a,
                                            gconstpointer       b);

void      steward_row_free                 (StewardRow         *row);
/* Each takes an element with its position and puts it into its list, in the
 * place of the one of the same id; the indexes follow. */
void      steward_project_take_row         (StewardProject     *self,
                                            StewardRow         *row);
void      steward_project_take_case        (StewardProject     *self,
                                            StewardCase        *handled);
void      steward_project_take_closing     (StewardProject     *self,
                                            StewardClosing     *closing);
void      steward_project_take_entry       (StewardProject     *self,
                                            StewardLedgerEntry *entry);
/* Nothing happens when there is none of that id. */
void      steward_project_drop_row         (StewardProject     *self,
                                            const char         *id);
void      steward_project_drop_case        (StewardProject     *self,
                                            const char         *id);
void      steward_project_drop_closing     (StewardProject     *self,
                                            const char         *stage);
void      steward_project_drop_entry       (StewardProject     *self,
                                            guint               number);
const StewardCase        *steward_project_lookup_case    (StewardProject *self,
                                                          const char     *id);
const StewardClosing     *steward_project_lookup_closing (StewardProject *self,
                                                          const char     *stage);
const StewardLedgerEntry *steward_project_lookup_entry   (StewardProject *self,
                                                          guint           number);
/* Takes both lists. */
void      steward_project_take_entrustment (StewardProject     *self,
                                            char              **stages,
                                            char              **items,
                                            StewardDay          signed_on);
/* What set_piece() asks before it changes anything: STEWARD_ERROR_UNKNOWN or
 * STEWARD_ERROR_INVALID. @value is of the type of @kind, or NULL. */
gboolean  steward_piece_check              (StewardProject     *self,
                                            StewardPieceKind    kind,
                                            const char         *key,
                                            GVariant           *value,
                                            GError            **error);
/* Number of a ledger entry from its key, 0 when that is none. */
guint     steward_piece_key_to_number      (const char         *key);
/* TRUE when @key, "lever" or "lever item", can be decided about. */
gboolean  steward_project_can_have_lever   (StewardProject     *self,
                                            const char         *key);
/* Sets up and frees what steward-project-decisions.c keeps. */
void      steward_project_init_decisions   (StewardProject     *self);
void      steward_project_clear_decisions  (StewardProject     *self);
/* Each takes the texts. */
void      steward_project_take_acknowledgement (StewardProject *self,
                                            const char         *key,
                                            char               *reason,
                                            char               *by,
                                            char               *at);
void      steward_project_take_credit      (StewardProject     *self,
                                            StewardStanding     standing,
                                            StewardDay          day,
                                            char               *note,
                                            char               *by);
/* Sets up and frees what steward-project-papers.c keeps. */
void      steward_project_init_papers      (StewardProject     *self);
void      steward_project_clear_papers     (StewardProject     *self);
/* Forgets @item in the entrustment, when its row goes; TRUE when it stood
 * there. */
gboolean  steward_project_drop_entrusted   (StewardProject     *self,
                                            const char         *item);

G_END_DECLS
