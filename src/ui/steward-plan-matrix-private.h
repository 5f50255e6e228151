/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-material-use.h"
#include "steward-style.h"

G_BEGIN_DECLS

/* One line of the table: a material, or the heading of a stage (no @id). */
typedef struct
{
  char       *id;
  char       *name;
  char       *used;       /* where it is used, as a sentence */
  const char *form;       /* of the interface, "" when not stated */
  gboolean    handed_in;
} StewardMatrixRow;

/* One column: an item. @head is its short name, written downwards. */
typedef struct
{
  char *id;
  char *name;
  char *head;
  int   stage;
} StewardMatrixColumn;

/**
 * StewardMatrix:
 * @cells: #StewardMaterialUse of each row and column, row by row
 * @current_row, @current_column: -1: none; column -1 is that of the names
 *
 * What is painted, with its measures in points.
 */
typedef struct
{
  GPtrArray *rows;
  GPtrArray *columns;
  GPtrArray *stages;         /* names, by number of the column's stage */
  guint8    *cells;
  double     scale;          /* of text */
  double     name_width;
  double     column_width;
  double     row_height;
  double     head_height;
  double     band_height;    /* of the stages above the heads */
  double     width;
} StewardMatrix;

void               steward_matrix_free    (StewardMatrix           *self);
void               steward_matrix_lay_out (StewardMatrix           *self,
                                           double                   width,
                                           double                   text_scale);
StewardMaterialUse steward_matrix_get_use (const StewardMatrix     *self,
                                           int                      row,
                                           int                      column);
/* The rectangle of a cell, in points. */
void               steward_matrix_get_cell (const StewardMatrix    *self,
                                           int                      row,
                                           int                      column,
                                           cairo_rectangle_t       *place);
/* FALSE where there is no material, as in a head. @column: -1 for the names. */
gboolean           steward_matrix_find    (const StewardMatrix     *self,
                                           double                   x,
                                           double                   y,
                                           int                     *row,
                                           int                     *column);
/* With a light cross through the cell of @row and @column. */
void               steward_matrix_paint   (const StewardMatrix     *self,
                                           cairo_t                 *cr,
                                           const StewardStyle      *style,
                                           const cairo_rectangle_t *clip,
                                           int                      row,
                                           int                      column);

G_END_DECLS
