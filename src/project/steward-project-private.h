/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-project.h"

G_BEGIN_DECLS

typedef struct
{
  StewardDay start;
  StewardDay finish;
  int        days;
} StewardActivityRecord;

struct _StewardProject
{
  GObject             parent_instance;
  StewardPack        *pack;
  char               *facts[STEWARD_N_FACTS];
  GHashTable         *answers;     /* question id → value */
  GHashTable         *ticks;       /* box id → StewardTick */
  GHashTable         *texts;       /* group id → text */
  GHashTable         *activities;  /* activity id → StewardActivityRecord */
  GPtrArray          *rows;        /* StewardRow */
  GHashTable         *row_index;   /* row id → StewardRow, borrowed */
  GPtrArray          *cases;       /* StewardCase */
  GHashTable         *case_index;  /* item id → its first StewardCase, borrowed */
  GHashTable         *case_ids;    /* case id → StewardCase, borrowed */
  StewardEntrustment  entrustment;
  GPtrArray          *closings;    /* StewardClosing */
  GPtrArray          *ledger;      /* StewardLedgerEntry */
  char               *suggestion;
};

void  steward_project_emit_changed (StewardProject *self,
                                    StewardChange   change);
/* A valid copy of at most @max characters; "" for NULL. (transfer full) */
char *steward_project_clip         (const char     *text,
                                    gsize           max);
/* Text boxes keep their line breaks; the ends are trimmed. (transfer full) */
char *steward_project_clean_text   (const char     *text);
/* Sets up and frees what steward-project-papers.c keeps. */
void  steward_project_init_papers  (StewardProject *self);
void  steward_project_clear_papers (StewardProject *self);
/* Forgets @item in the entrustment, when its row goes. */
void  steward_project_drop_entrusted (StewardProject *self,
                                      const char     *item);

G_END_DECLS
