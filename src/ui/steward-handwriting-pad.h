/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-handwriting.h"

G_BEGIN_DECLS

/**
 * StewardHandwritingPad:
 *
 * A white sheet on which one signs with a pen, a finger or the mouse.
 * #StewardHandwritingPad::changed is emitted when what is drawn has changed.
 */
#define STEWARD_TYPE_HANDWRITING_PAD (steward_handwriting_pad_get_type ())

G_DECLARE_FINAL_TYPE (StewardHandwritingPad, steward_handwriting_pad, STEWARD, HANDWRITING_PAD, GtkWidget)

GtkWidget *steward_handwriting_pad_new         (void);
/* As the devices tell it; @pressure is negative when they do not. @x, @y in
 * pixels. */
void       steward_handwriting_pad_begin       (StewardHandwritingPad *self,
                                                double                 x,
                                                double                 y,
                                                double                 pressure);
void       steward_handwriting_pad_move        (StewardHandwritingPad *self,
                                                double                 x,
                                                double                 y,
                                                double                 pressure);
/* Wipes the last stroke, or all. */
void       steward_handwriting_pad_undo        (StewardHandwritingPad *self);
void       steward_handwriting_pad_clear       (StewardHandwritingPad *self);
/* What was drawn, or NULL when it is nothing. (transfer full)
 * (element-type StewardStrokePoint) */
GArray    *steward_handwriting_pad_get_strokes (StewardHandwritingPad *self);

/* A picture of @strokes, at most @side pixels wide and high. (transfer full) */
GdkPaintable *steward_handwriting_to_picture   (const GArray          *strokes,
                                                int                    side);
/* @strokes: (transfer full) */
typedef void (*StewardHandwritten) (GArray   *strokes,
                                    gpointer  user_data);
/* Asks for a signature by hand in a window of its own; @callback is called
 * unless the window is only closed. (transfer none) */
GtkWindow *steward_handwriting_ask             (GtkWindow             *parent,
                                                StewardHandwritten     callback,
                                                gpointer               user_data,
                                                GDestroyNotify         destroy);

G_END_DECLS
