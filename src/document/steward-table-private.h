/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-text-private.h"

G_BEGIN_DECLS

/**
 * StewardTable:
 *
 * A ruled table. A cell holds paragraphs; cells may span columns and rows.
 * Tall rows break over pages line by line. A cell over several rows is a row
 * head: it is repeated in the middle of its part of each page. Leading rows
 * marked as heads are repeated on each page.
 */
typedef struct _StewardTable StewardTable;
typedef struct _StewardCell StewardCell;

struct _StewardCell
{
  guint      row;
  guint      column;
  guint      n_rows;
  guint      n_columns;
  gboolean   head;              /* TH in the tagged PDF */
  gboolean   middle;            /* centred between top and bottom */
  gboolean   open_start;        /* no rule on its left */
  char      *outline;           /* bookmark, or NULL */
  guint      outline_level;
  GPtrArray *texts;             /* of StewardText */
  /* Set while the table is laid out. */
  GArray    *lines;             /* of StewardCellLine */
  double     height;
};

typedef struct
{
  StewardParagraph *paragraph;
  guint             index;
  double            before;     /* free space above, not at the top of a cell */
  double            pitch;
} StewardCellLine;

/* @whole: not parted at the foot of a page, unless it is very tall */
typedef struct
{
  gboolean   head;
  gboolean   keep_with_next;
  gboolean   whole;
  double     min_height;
  double     height;
  GPtrArray *cells;             /* of StewardCell, by column */
} StewardTableRow;

struct _StewardTable
{
  GArray    *columns;           /* of double: widths */
  GPtrArray *rows;              /* of StewardTableRow */
  double     padding_x;
  double     padding_y;
};

/* @widths add up to the width of the table. */
StewardTable    *steward_table_new      (const double     *widths,
                                         guint             n_columns);
void             steward_table_free     (StewardTable     *self);
StewardTableRow *steward_table_add_row  (StewardTable     *self,
                                         double            min_height);
/* A cell in the last row that was added. */
StewardCell     *steward_table_add_cell (StewardTable     *self,
                                         guint             column,
                                         guint             n_columns,
                                         guint             n_rows);
/* A paragraph of @cell, to be filled by the caller. (transfer none) */
StewardText     *steward_cell_add       (StewardCell      *cell,
                                         const StewardTextStyle *style);
/* The same with its text; @text may be NULL. */
StewardText     *steward_cell_add_plain (StewardCell      *cell,
                                         const StewardTextStyle *style,
                                         const char       *text);
double           steward_table_get_left (const StewardTable *self,
                                         guint             column);
double           steward_table_get_span (const StewardTable *self,
                                         guint             column,
                                         guint             n_columns);
/* Breaks the texts of all cells into lines and computes heights. */
void             steward_table_measure  (StewardTable     *self,
                                         StewardFonts     *fonts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardTable, steward_table_free)

G_END_DECLS
