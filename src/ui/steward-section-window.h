/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-box-row.h"
#include "steward-section-form.h"
#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardSectionWindow:
 *
 * What one section is asked, on the desk of the section: the facts of the
 * project, its part of the form, and the name of who fills it in. It needs no
 * database; what it makes is an answer file.
 */
#define STEWARD_TYPE_SECTION_WINDOW (steward_section_window_get_type ())

G_DECLARE_FINAL_TYPE (StewardSectionWindow, steward_section_window, STEWARD, SECTION_WINDOW, AdwWindow)

/* Takes @form over, with @pack the one it names. @settings remember the name
 * of the officer; may be NULL. */
GtkWindow      *steward_section_window_new         (GtkWindow            *parent,
                                                    GSettings            *settings,
                                                    StewardSectionForm   *form,
                                                    StewardPack          *pack);
/* The copy of the project that is filled in. */
StewardSession *steward_section_window_get_session (StewardSectionWindow *self);
/* The row of a labelled box, NULL when it is not asked for. */
StewardBoxRow  *steward_section_window_find_row    (StewardSectionWindow *self,
                                                    const char           *box);
void            steward_section_window_set_officer (StewardSectionWindow *self,
                                                    const char           *name);
/* Writes the answer. FALSE with an error, also when nobody's name is given. */
gboolean        steward_section_window_save        (StewardSectionWindow *self,
                                                    GFile                *file,
                                                    GError              **error);

G_END_DECLS
