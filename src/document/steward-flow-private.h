/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-pages-private.h"
#include "steward-table-private.h"

G_BEGIN_DECLS

/* Millimetres as points. */
#define STEWARD_MM(mm) ((mm) * 72.0 / 25.4)

/**
 * StewardSheet:
 *
 * Size of the paper and its margins, points.
 */
typedef struct
{
  double width;
  double height;
  double left;
  double right;
  double top;
  double bottom;
} StewardSheet;

/* A4 with the type area of GB/T 9704—2012, 5.2: top 37 mm, left 28 mm,
 * 156 × 225 mm. */
#define STEWARD_SHEET_OFFICIAL                                                                     \
  ((StewardSheet) { STEWARD_MM (210), STEWARD_MM (297), STEWARD_MM (28), STEWARD_MM (26),          \
                    STEWARD_MM (37), STEWARD_MM (35) })
/* From the type area to the upper edge of the numbers of pages: the dashes
 * beside them stand 7 mm below it. */
#define STEWARD_FOLIO_DROP (STEWARD_MM (7) - 10.5)
/* A4 for dense tables. */
#define STEWARD_SHEET_DENSE                                                                        \
  ((StewardSheet) { STEWARD_MM (210), STEWARD_MM (297), STEWARD_MM (20), STEWARD_MM (20),          \
                    STEWARD_MM (22), STEWARD_MM (24) })

/**
 * StewardFlow:
 *
 * Sets paragraphs and tables one below the other and begins a further page
 * when one is full.
 */
typedef struct _StewardFlow StewardFlow;

/* Borrows @fonts. */
StewardFlow  *steward_flow_new         (StewardFonts       *fonts,
                                        const StewardSheet *sheet);
void          steward_flow_free        (StewardFlow        *self);
StewardFonts *steward_flow_get_fonts   (StewardFlow        *self);
StewardPages *steward_flow_get_pages   (StewardFlow        *self);
double        steward_flow_get_left    (const StewardFlow  *self);
double        steward_flow_get_width   (const StewardFlow  *self);
/* Where the next thing will stand, and how much room is below it. */
double        steward_flow_get_y       (const StewardFlow  *self);
double        steward_flow_get_room    (const StewardFlow  *self);
gboolean      steward_flow_is_at_top   (const StewardFlow  *self);
void          steward_flow_advance     (StewardFlow        *self,
                                        double              height);
void          steward_flow_break       (StewardFlow        *self);
/* Begins a further page unless @height fits on this one. */
void          steward_flow_need        (StewardFlow        *self,
                                        double              height);
void          steward_flow_add_text    (StewardFlow        *self,
                                        const StewardText  *text);
/* A paragraph of filled-in text in one go. */
void          steward_flow_add_plain   (StewardFlow        *self,
                                        const StewardTextStyle *style,
                                        const char         *text);
void          steward_flow_add_table   (StewardFlow        *self,
                                        StewardTable       *table);
void          steward_flow_add_outline (StewardFlow        *self,
                                        guint               level,
                                        const char         *title);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardFlow, steward_flow_free)

G_END_DECLS
