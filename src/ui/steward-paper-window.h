/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-paper-preview.h"
#include "steward-paper-record.h"

G_BEGIN_DECLS

/**
 * StewardPaperWindow:
 *
 * A PDF of a file, own or from outside: its pages, and what its signatures are
 * worth. Unlike the papers of a project nothing in it changes by itself.
 */
#define STEWARD_TYPE_PAPER_WINDOW (steward_paper_window_get_type ())

G_DECLARE_FINAL_TYPE (StewardPaperWindow, steward_paper_window, STEWARD, PAPER_WINDOW, AdwWindow)

/* The folder of trusted certificates that was chosen, or NULL. @settings:
 * (nullable). (transfer full) */
GFile                     *steward_paper_window_dup_roots   (GSettings          *settings);
/* @settings: (nullable): where the folder of trusted certificates is kept.
 * @session: (nullable): project with whose records it is compared. */
GtkWindow                 *steward_paper_window_new         (GtkWindow          *parent,
                                                             GSettings          *settings,
                                                             StewardSession     *session,
                                                             GFile              *file);
/* Shows a document of the project. Who signs it there makes another document:
 * what was recorded stays. NULL when there is no such document. */
GtkWindow                 *steward_paper_window_new_recorded (GtkWindow         *parent,
                                                             GSettings          *settings,
                                                             StewardSession     *session,
                                                             const char         *document);
/* Asks for a signature as soon as the paper is shown. */
void                       steward_paper_window_sign_when_shown (StewardPaperWindow *self);
/* Of what is shown, as far as it was compared. */
StewardPaperMatch          steward_paper_window_get_match   (StewardPaperWindow *self);
/* What is shown; NULL while it is read, and when it cannot be. */
const StewardPaperPreview *steward_paper_window_get_preview (StewardPaperWindow *self);

G_END_DECLS
