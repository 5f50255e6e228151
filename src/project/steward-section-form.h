/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-piece.h"
#include "steward-sections.h"

G_BEGIN_DECLS

/**
 * StewardSectionPlace:
 * @id: of a box, or with @text of a group
 * @label: as the form words it; of a blank slot or text the title of the group
 * @stands_for: id of the item or material, ""
 * @same_as: key of a material that is the same paper elsewhere, ""
 *
 * One place of the form that a section is asked to fill in. It says more than
 * its id, so that it can be found again, or at least named, in another version
 * of the form.
 */
typedef struct
{
  char     *id;
  char     *label;
  char     *stands_for;
  char     *same_as;
  gboolean  blank;
  gboolean  text;
} StewardSectionPlace;

/**
 * StewardSectionForm:
 * @pack, @version, @sha256: the form that was asked with
 * @project: UUID; @name: for people
 * @about: (element-type StewardPiece): facts and answers to questions that the
 *   section needs to decide; no person, phone or credit code is among them
 * @section: id; @section_name, @officer: for people
 * @sent: ISO day; @sent_by: who asked
 * @places: (element-type StewardSectionPlace): in form order
 * @base: (element-type StewardPiece): ticks, rows and texts of these places
 *   when it was sent
 * @answered_by, @answered_at: person and ISO time, both "" in a request
 * @answer: (element-type StewardPiece): the same of the answer; NULL in a
 *   request
 * @note: what the officer adds, ""
 *
 * What one section is asked about one project, and what it answered.
 */
typedef struct
{
  char      *pack;
  char      *version;
  char      *sha256;
  char      *project;
  char      *name;
  GPtrArray *about;
  char      *section;
  char      *section_name;
  char      *officer;
  char      *sent;
  char      *sent_by;
  GPtrArray *places;
  GPtrArray *base;
  char      *answered_by;
  char      *answered_at;
  GPtrArray *answer;
  char      *note;
} StewardSectionForm;

/* With empty texts and lists, and no answer. (transfer full) */
StewardSectionForm  *steward_section_form_alloc      (void);
void                 steward_section_form_free       (StewardSectionForm        *self);
void                 steward_section_place_free      (StewardSectionPlace       *self);
/* Asks @section of @sections for its part of @project. STEWARD_ERROR_UNKNOWN
 * for an unknown section, STEWARD_ERROR_INVALID when nothing belongs to it or
 * the project has no id. (transfer full) */
StewardSectionForm  *steward_section_form_new        (StewardProject            *project,
                                                      const StewardSections     *sections,
                                                      const char                *section,
                                                      const char                *sent_by,
                                                      GError                   **error);
gboolean             steward_section_form_is_answer  (const StewardSectionForm  *self);
/* NULL when the form did not ask for it. */
const StewardSectionPlace *steward_section_form_find_place
                                                     (const StewardSectionForm  *self,
                                                      const char                *id);
/* Where the place stands in the form of @pack: itself, or what has come in its
 * stead: the box of the same item or material, of an item that had the label
 * as another name, or of the same paper. NULL when it is gone. */
const char          *steward_section_place_locate    (const StewardSectionPlace *self,
                                                      StewardPack               *pack);
/* The place of a tick, row or text. */
const StewardSectionPlace *steward_section_form_find_place_of
                                                     (const StewardSectionForm  *self,
                                                      const StewardPiece        *piece);
/* A project of its own to fill in: what the form says about it, and what was
 * answered, or else was there. Nothing else is in it. What @pack does not have
 * is left out. (transfer full) */
StewardProject      *steward_section_form_open       (const StewardSectionForm  *self,
                                                      StewardPack               *pack);
/* Makes the form an answer: what stands in @project at its places. @at NULL:
 * now. */
void                 steward_section_form_answer     (StewardSectionForm        *self,
                                                      StewardProject            *project,
                                                      const char                *by,
                                                      const char                *at);

/* Writes into @project that the section was asked, or with an answer that it
 * answered, and when. */
gboolean             steward_section_form_record     (const StewardSectionForm  *self,
                                                      StewardProject            *project,
                                                      GError                   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardSectionForm, steward_section_form_free)

G_END_DECLS
