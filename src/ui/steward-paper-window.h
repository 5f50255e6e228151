/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-paper-preview.h"

G_BEGIN_DECLS

/**
 * StewardPaperWindow:
 *
 * A PDF of a file, own or from outside: its pages, and what its signatures are
 * worth. Unlike the papers of a project nothing in it changes by itself.
 */
#define STEWARD_TYPE_PAPER_WINDOW (steward_paper_window_get_type ())

G_DECLARE_FINAL_TYPE (StewardPaperWindow, steward_paper_window, STEWARD, PAPER_WINDOW, AdwWindow)

/* @settings: (nullable): where the folder of trusted certificates is kept. */
GtkWindow                 *steward_paper_window_new         (GtkWindow          *parent,
                                                             GSettings          *settings,
                                                             GFile              *file);
/* What is shown; NULL while it is read, and when it cannot be. */
const StewardPaperPreview *steward_paper_window_get_preview (StewardPaperWindow *self);

G_END_DECLS
