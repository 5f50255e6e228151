/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * StewardDrawingWait:
 *
 * Somebody waits for work on another thread. When it takes longer than a
 * moment, a window over @parent tells how far it is and offers to cancel it.
 */
typedef struct _StewardDrawingWait StewardDrawingWait;

StewardDrawingWait *steward_drawing_wait_new  (GtkWindow          *parent,
                                               const char         *heading,
                                               GCancellable       *cancellable);
/* The work is over; the window goes. */
void                steward_drawing_wait_free (StewardDrawingWait *self);
/* From any thread: @done of @all pages are made. */
void                steward_drawing_wait_tell (StewardDrawingWait *self,
                                               guint               done,
                                               guint               all);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardDrawingWait, steward_drawing_wait_free)

G_END_DECLS
