/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-store.h"

G_BEGIN_DECLS

/**
 * StewardSectionsDialog:
 *
 * The directory of the sections for one pack: names, officers, and which
 * section fills in which group or box of the form. What is changed is kept
 * with the database when it is saved. Emits #StewardSectionsDialog::saved.
 */
#define STEWARD_TYPE_SECTIONS_DIALOG (steward_sections_dialog_get_type ())

G_DECLARE_FINAL_TYPE (StewardSectionsDialog, steward_sections_dialog, STEWARD, SECTIONS_DIALOG, AdwWindow)

/* @sections as @store has them. */
GtkWindow       *steward_sections_dialog_new          (GtkWindow              *parent,
                                                       StewardStore           *store,
                                                       const StewardSections  *sections);
/* What it shows, with what was changed. */
StewardSections *steward_sections_dialog_get_sections (StewardSectionsDialog  *self);
/* The choice of a section for a group or box of the form, NULL when it is not
 * shown. */
GtkDropDown     *steward_sections_dialog_find         (StewardSectionsDialog  *self,
                                                       const char             *id);

G_END_DECLS
