/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * StewardCanvasNode:
 *
 * An invisible, focusable widget over one painted thing: keyboard focus and
 * an accessible name for what is only paint otherwise.
 */
#define STEWARD_TYPE_CANVAS_NODE (steward_canvas_node_get_type ())

G_DECLARE_FINAL_TYPE (StewardCanvasNode, steward_canvas_node, STEWARD, CANVAS_NODE, GtkWidget)

GtkWidget  *steward_canvas_node_new    (const char        *id);
const char *steward_canvas_node_get_id (StewardCanvasNode *self);

G_END_DECLS
