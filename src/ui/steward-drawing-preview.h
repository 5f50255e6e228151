/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-sheets.h"

G_BEGIN_DECLS

/* Called once; @print: when it is to be printed now. */
typedef void (*StewardDrawingPreviewClosed) (gboolean print,
                                             gpointer user_data);

/* Shows the sheets that would be printed, one at a time: @width and @height
 * of them are in points. @sheets are borrowed until @closed is called.
 * (transfer none) */
GtkWindow *steward_drawing_preview_new (StewardSheets               *sheets,
                                        double                       width,
                                        double                       height,
                                        const char                  *title,
                                        GtkWindow                   *parent,
                                        StewardDrawingPreviewClosed  closed,
                                        gpointer                     user_data);

G_END_DECLS
