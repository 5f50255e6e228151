/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * StewardPaperSpot:
 * @page: counted from 0
 * @x, @y, @width, @height: in parts of the page, from its upper left corner
 *
 * A place on a page, where something was found.
 */
typedef struct
{
  guint page;
  float x;
  float y;
  float width;
  float height;
} StewardPaperSpot;

/**
 * StewardPaperSheet:
 *
 * One page of a paper as a picture, with what was found on it marked.
 */
#define STEWARD_TYPE_PAPER_SHEET (steward_paper_sheet_get_type ())

G_DECLARE_FINAL_TYPE (StewardPaperSheet, steward_paper_sheet, STEWARD, PAPER_SHEET, GtkWidget)

/* @width: in pixels of the screen at which it is not scaled; it shrinks with
 * the window unless it is to stay @whole. */
GtkWidget *steward_paper_sheet_new       (GdkTexture        *texture,
                                          int                width,
                                          gboolean           whole);
/* Marks those of @spots (element-type StewardPaperSpot) (nullable) that are on
 * page @page, and the one at index @current more. */
void       steward_paper_sheet_set_spots (StewardPaperSheet *self,
                                          GArray            *spots,
                                          guint              page,
                                          guint              current);

G_END_DECLS
