/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * StewardPenLayer:
 *
 * A transparent sheet over what is shown, on which one highlights with a pen, a
 * finger or the mouse. It lets everything through while no pen is taken. What
 * is drawn keeps its place when the sheet gets another size.
 */
#define STEWARD_TYPE_PEN_LAYER (steward_pen_layer_get_type ())

G_DECLARE_FINAL_TYPE (StewardPenLayer, steward_pen_layer, STEWARD, PEN_LAYER, GtkWidget)

GtkWidget *steward_pen_layer_new           (void);
void       steward_pen_layer_set_active    (StewardPenLayer *self,
                                            gboolean         active);
/* Takes away everything that was drawn. */
void       steward_pen_layer_clear         (StewardPenLayer *self);
guint      steward_pen_layer_get_n_strokes (StewardPenLayer *self);

G_END_DECLS
