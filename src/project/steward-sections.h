/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-pack.h"

G_BEGIN_DECLS

/**
 * StewardSections:
 *
 * The directory of the sections (科室) for one pack, and which part of the
 * assessment form each has to fill in. It starts with what the pack says,
 * without a person's name; what users change is kept with the database, for
 * all projects of the pack.
 *
 * What somebody assigned goes before what the pack says, the nearer before the
 * wider: a box, then its group, then the section of its item. Where nobody
 * said anything, a material belongs to the sections of the items that ask for
 * it, a blank slot to those of its group, a fee and a text to those that have
 * an item in the stage. What is left over belongs to the section that takes
 * the rest, if there is one, else to nobody. So a box may have several
 * sections.
 */
typedef struct _StewardSections StewardSections;

/* Most sections of a directory, most assignments, and the largest text of a
 * directory that is read. */
#define STEWARD_SECTIONS_MAX        200
#define STEWARD_ASSIGNMENTS_MAX     5000
#define STEWARD_SECTIONS_MAX_BYTES  (1024 * 1024)
/* What the ids of sections that users add begin with. */
#define STEWARD_SECTION_ADDED       "section."

/**
 * StewardSection:
 * @officer: who fills the form in there, "" when not known
 * @added: TRUE when it is not from the pack, and can be removed
 *
 * One section of the directory.
 */
typedef struct
{
  char     *id;
  char     *name;
  char     *officer;
  gboolean  added;
} StewardSection;

/* What the pack says. (transfer full) */
StewardSections      *steward_sections_new           (StewardPack            *pack);
StewardSections      *steward_sections_copy          (const StewardSections  *self);
void                  steward_sections_free          (StewardSections        *self);
/* The directory in @text, JSON as steward_sections_write() gives it; what the
 * pack says when @text is "". Assignments of what this version of the pack does
 * not have are kept and mean nothing. STEWARD_ERROR_INVALID with all mistakes.
 * (transfer full) */
StewardSections      *steward_sections_read          (StewardPack            *pack,
                                                      const char             *text,
                                                      GError                **error);
/* Reading it back gives an equal directory. (transfer full) */
char                 *steward_sections_write         (const StewardSections  *self);
StewardPack          *steward_sections_get_pack      (const StewardSections  *self);

/* In the order of the pack, then of entry. (element-type StewardSection) */
GPtrArray            *steward_sections_list          (const StewardSections  *self);
const StewardSection *steward_sections_find          (const StewardSections  *self,
                                                      const char             *id);
/* Adds a section and returns its id, NULL for an empty name or when there are
 * too many. */
const char           *steward_sections_add           (StewardSections        *self,
                                                      const char             *name,
                                                      const char             *officer);
/* Changes name and officer. FALSE for an unknown section or an empty name. */
gboolean              steward_sections_set           (StewardSections        *self,
                                                      const char             *id,
                                                      const char             *name,
                                                      const char             *officer);
/* Removes an added section with what was assigned to it. FALSE for others. */
gboolean              steward_sections_remove        (StewardSections        *self,
                                                      const char             *id);

/* The section that somebody assigned to the box or group @id, NULL for none. */
const char           *steward_sections_get_assigned  (const StewardSections  *self,
                                                      const char             *id);
/* @section NULL takes the assignment back. FALSE for an unknown section, or
 * when there are too many assignments. */
gboolean              steward_sections_assign        (StewardSections        *self,
                                                      const char             *id,
                                                      const char             *section);
/* The section that takes what belongs to nobody, NULL for none. */
const char           *steward_sections_get_rest      (const StewardSections  *self);
gboolean              steward_sections_set_rest      (StewardSections        *self,
                                                      const char             *section);

/* Ids of the sections a box belongs to, in the order of the directory; empty
 * for nobody's. (transfer container) (element-type utf8) */
GPtrArray            *steward_sections_of_box        (const StewardSections  *self,
                                                      const StewardBox       *box);
/* The same for the text of a group that has one. */
GPtrArray            *steward_sections_of_text       (const StewardSections  *self,
                                                      const StewardGroup     *group);

/**
 * StewardSectionPart:
 * @boxes: (element-type StewardBox): in form order
 * @groups: (element-type StewardGroup): whose text belongs to it
 *
 * What one section has to fill in.
 */
typedef struct
{
  GPtrArray *boxes;
  GPtrArray *groups;
} StewardSectionPart;

/* @section NULL: what belongs to nobody. (transfer full) */
StewardSectionPart   *steward_sections_get_part      (const StewardSections  *self,
                                                      const char             *section);
void                  steward_section_part_free      (StewardSectionPart     *self);
/* Whether a box or group, by its id, is part of it. */
gboolean              steward_section_part_has       (const StewardSectionPart *self,
                                                      const char             *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardSections, steward_sections_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardSectionPart, steward_section_part_free)

G_END_DECLS
