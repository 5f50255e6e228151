/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <xlsxwriter.h>

#include "steward-workbook.h"

G_BEGIN_DECLS

/* How a cell looks. */
typedef enum
{
  STEWARD_CELL_TITLE,
  STEWARD_CELL_NOTE,
  STEWARD_CELL_HEAD,
  STEWARD_CELL_TEXT,
  STEWARD_CELL_CENTER,
  STEWARD_CELL_DATE,
  STEWARD_CELL_PROVISIONAL,     /* a date with an asterisk */
  STEWARD_N_CELLS
} StewardCellLook;

/**
 * StewardColumn:
 * @width: in characters of the sheet's font
 */
typedef struct
{
  const char *heading;
  double      width;
} StewardColumn;

/**
 * StewardWorkbook:
 * @folder: holds the file while it is made, for the library only writes files
 * @failure: the first failure of any cell; the rest is then of no use
 *
 * A workbook while it is filled in.
 */
typedef struct
{
  char        *folder;
  char        *path;
  lxw_workbook *book;
  lxw_format  *looks[STEWARD_N_CELLS];
  lxw_error    failure;
} StewardWorkbook;

/* FALSE with @error set when there is no room for temporary files. */
gboolean       steward_workbook_open      (StewardWorkbook        *self,
                                           const char             *title,
                                           StewardDay              made_on,
                                           GError                **error);
/* Ends the workbook and clears @self. (transfer full) */
GBytes        *steward_workbook_finish    (StewardWorkbook        *self,
                                           GError                **error);
/* A sheet for A4 with @title, a line of notes, and a row of headings that is
 * repeated on every printed page. */
lxw_worksheet *steward_workbook_add_sheet (StewardWorkbook        *self,
                                           const char             *name,
                                           const char             *title,
                                           const char             *note,
                                           const StewardColumn    *columns,
                                           guint                   n_columns,
                                           gboolean                across);
/* The row below the headings. */
#define STEWARD_WORKBOOK_FIRST_ROW 3
void           steward_workbook_put_text  (StewardWorkbook        *self,
                                           lxw_worksheet          *sheet,
                                           guint                   row,
                                           guint                   column,
                                           StewardCellLook         look,
                                           const char             *text);
void           steward_workbook_put_number (StewardWorkbook       *self,
                                           lxw_worksheet          *sheet,
                                           guint                   row,
                                           guint                   column,
                                           int                     number);
/* A real date, marked when @provisional; an empty cell for %STEWARD_DAY_NONE. */
void           steward_workbook_put_day   (StewardWorkbook        *self,
                                           lxw_worksheet          *sheet,
                                           guint                   row,
                                           guint                   column,
                                           StewardDay              day,
                                           gboolean                provisional);
/* One text over @n_rows rows of a column. */
void           steward_workbook_put_tall  (StewardWorkbook        *self,
                                           lxw_worksheet          *sheet,
                                           guint                   row,
                                           guint                   n_rows,
                                           guint                   column,
                                           const char             *text);
/* Wording of @form in the pack; "" when it has none. */
const char    *steward_workbook_word      (const StewardPack      *pack,
                                           const char             *form,
                                           const char             *key);
/* Heading number @index of @form; "" when it has none. */
const char    *steward_workbook_heading   (const StewardPack      *pack,
                                           const char             *form,
                                           guint                   index);

G_END_DECLS
