/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-sections.h"
#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardSectionsMenu:
 *
 * The sections beside the assessment form: who was asked and who answered, as
 * a button that says it and opens the list. From there a section is asked, or
 * the form shows only its part. Emits #StewardSectionsMenu::filter when another
 * section, or none, was chosen for that.
 */
#define STEWARD_TYPE_SECTIONS_MENU (steward_sections_menu_get_type ())

G_DECLARE_FINAL_TYPE (StewardSectionsMenu, steward_sections_menu, STEWARD, SECTIONS_MENU, AdwBin)

/* The project that is shown, or NULL. */
void                   steward_sections_menu_set_session  (StewardSectionsMenu  *self,
                                                           StewardSession       *session);
/* Shows what the project says now. */
void                   steward_sections_menu_update       (StewardSectionsMenu  *self);
/* NULL until they have been read. */
const StewardSections *steward_sections_menu_get_sections (StewardSectionsMenu  *self);
/* The part of the form to show, NULL for all of it. (transfer none) */
const StewardSectionPart *steward_sections_menu_get_part  (StewardSectionsMenu  *self);
/* Shows only the part of @section, NULL for all. */
void                   steward_sections_menu_filter       (StewardSectionsMenu  *self,
                                                           const char           *section);
/* Writes the request for @section into @file and notes in the project that it
 * was asked. FALSE with an error. */
gboolean               steward_sections_menu_ask          (StewardSectionsMenu  *self,
                                                           const char           *section,
                                                           GFile                *file,
                                                           GError              **error);
/* Writes the form with the part of @section, filled in as far as it is, as a
 * PDF. FALSE with an error. */
gboolean               steward_sections_menu_print        (StewardSectionsMenu  *self,
                                                           const char           *section,
                                                           GFile                *file,
                                                           GError              **error);

G_END_DECLS
