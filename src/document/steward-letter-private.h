/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-form-private.h"

G_BEGIN_DECLS

/* Letters, in the style of GB/T 9704—2012: number, title and main recipient,
 * paragraphs of 28 letters in 22 lines, tables, attachment, office and date,
 * contact. Blanks that are known are set like the text around them. */

/* Height of one of the 22 lines. */
#define STEWARD_LETTER_LINE (STEWARD_MM (225) / 22)

/* Number (`number`), `title` and main recipient (`to`), each unless its
 * wording is empty. */
void          steward_letter_begin       (StewardForm           *self);
/* A paragraph with blanks; nothing when @wording is empty. */
void          steward_letter_add         (StewardForm           *self,
                                          const char            *wording);
/* All paragraphs of the wording @key, a text or a list. */
void          steward_letter_add_all     (StewardForm           *self,
                                          const char            *key);
/* Heading of the first level, `一、…`, which is also a bookmark. */
void          steward_letter_add_heading (StewardForm           *self,
                                          const char            *key);
/* A line in the middle, with a free one below. */
void          steward_letter_add_centered (StewardForm          *self,
                                          const char            *key);
/* A text that somebody typed: a paragraph for each of its lines. */
void          steward_letter_add_typed   (StewardForm           *self,
                                          const char            *text);
/* A label in black letters before a list that goes on below its first letter. */
void          steward_letter_add_labelled (StewardForm          *self,
                                          const char            *label,
                                          const char            *text);
/* The lines of @text that say something, without numbers of their own when they
 * are numbered 1, 2, 3. (transfer full) */
char        **steward_letter_split_points (const char           *text);
/* A numbered line for each of @points: `{number}` and the blank @blank of
 * @line_key. Without any, the lines of @empty_key to be filled by hand. */
void          steward_letter_add_points  (StewardForm           *self,
                                          const char            *line_key,
                                          const char            *blank,
                                          const char *const     *points,
                                          const char            *empty_key);
/* `附件：…`, below one free line. */
void          steward_letter_add_attachment (StewardForm        *self,
                                          const char            *name);
/* Office @name and the date of the paper, with the field @field for its seal,
 * then the contact. */
void          steward_letter_sign        (StewardForm           *self,
                                          const char            *name,
                                          const char            *field);
/* The same with the office of the project, and what the unit signs when it
 * gets the letter. */
void          steward_letter_end         (StewardForm           *self);
/* The same as steward_letter_add_all(); the last paragraph stays with the
 * office and the date that follow. */
void          steward_letter_add_close   (StewardForm           *self,
                                          const char            *key);
/* Two who sign and seal side by side, each with a date by hand (`pair_date`). */
void          steward_letter_sign_pair   (StewardForm           *self,
                                          const char            *left_key,
                                          const char            *left_field,
                                          const char            *right_key,
                                          const char            *right_field);
/* The slip (送达回执) on which whoever gets the letter, in the words of @to,
 * signs that it came: @field. */
void          steward_letter_add_receipt (StewardForm           *self,
                                          const char            *to,
                                          const char            *field);

/* A table with the columns of the wording @key; @shares of the width. */
StewardTable *steward_letter_table_new   (StewardForm           *self,
                                          const char            *key,
                                          const double          *shares,
                                          guint                  n_columns);
/* One row; narrow columns (bit set in @centered) are centred. */
void          steward_letter_table_add   (StewardTable          *table,
                                          const char *const     *values,
                                          guint                  centered);
/* A row over all columns, in black letters; it stays with the next one. */
void          steward_letter_table_add_band (StewardTable       *table,
                                          const char            *text);

void          steward_letter_place_table (StewardForm           *self,
                                          StewardTable          *table);

/* What a shared limit means, when any of @items (of StewardPlanItem) has one. */
void          steward_letter_add_block_note (StewardForm        *self,
                                          const GPtrArray       *items);

/* Words for what stands in tables; (transfer full) unless they are const. */
const char   *steward_letter_get_level   (const StewardForm     *self,
                                          StewardLevel           level);
/* Level and bureau, one below the other. */
char         *steward_letter_get_office  (const StewardForm     *self,
                                          const StewardPlanItem *item);
char         *steward_letter_get_limit   (StewardForm           *self,
                                          const StewardPlanItem *item);
const char   *steward_letter_get_material_form (const StewardForm *self,
                                          StewardMaterialForm    form);
/* 2026年8月12日; "" for NONE. */
char         *steward_letter_format_day  (StewardDay             day);
/* Names of @items (of StewardPlanItem) of stage @stage, or all, with 、. */
char         *steward_letter_join_items  (GPtrArray             *items,
                                          const StewardStage    *stage);
/* @text without the marks at its end, to stand inside a sentence. */
char         *steward_letter_chop        (const char            *text);

G_END_DECLS
