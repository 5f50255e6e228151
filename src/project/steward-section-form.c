/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-section-form.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-adjustments.h"
#include "steward-error.h"
#include "steward-project-private.h"

/* What a section has to know. Who the people are and how to reach them is none
 * of it: a file goes through many hands. */
static const StewardFact shown_facts[] = {
  STEWARD_FACT_NAME, STEWARD_FACT_CODE, STEWARD_FACT_UNIT, STEWARD_FACT_STEWARD, STEWARD_FACT_TYPE,
  STEWARD_FACT_PLACE, STEWARD_FACT_SCALE, STEWARD_FACT_CONTENT, STEWARD_FACT_FUNDING, STEWARD_FACT_INVESTMENT,
  STEWARD_FACT_LAND, STEWARD_FACT_PLOT, STEWARD_FACT_START,
};

void
steward_section_place_free (StewardSectionPlace *self)
{
  g_free (self->id);
  g_free (self->label);
  g_free (self->stands_for);
  g_free (self->same_as);
  g_free (self);
}

static GPtrArray *
new_pieces (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) steward_piece_free);
}

StewardSectionForm *
steward_section_form_alloc (void)
{
  StewardSectionForm *self = g_new0 (StewardSectionForm, 1);
  char **texts[] = { &self->pack, &self->version, &self->sha256, &self->project, &self->name, &self->section,
                     &self->section_name, &self->officer, &self->sent, &self->sent_by, &self->answered_by,
                     &self->answered_at, &self->note };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i] = g_strdup ("");
  self->about = new_pieces ();
  self->base = new_pieces ();
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_section_place_free);
  return self;
}

void
steward_section_form_free (StewardSectionForm *self)
{
  char *texts[] = { self->pack, self->version, self->sha256, self->project, self->name, self->section,
                    self->section_name, self->officer, self->sent, self->sent_by, self->answered_by,
                    self->answered_at, self->note };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_ptr_array_unref (self->about);
  g_ptr_array_unref (self->base);
  g_ptr_array_unref (self->places);
  g_clear_pointer (&self->answer, g_ptr_array_unref);
  g_free (self);
}

static void
add_piece (GPtrArray        *pieces,
           StewardProject   *project,
           StewardPieceKind  kind,
           const char       *key)
{
  GVariant *value = steward_project_get_piece (project, kind, key);
  StewardPiece *piece;

  if (value == NULL)
    return;
  piece = g_new0 (StewardPiece, 1);
  piece->kind = kind;
  piece->key = g_strdup (key);
  piece->value = value;
  g_ptr_array_add (pieces, piece);
}

static void
add_about (StewardSectionForm *self,
           StewardProject     *project)
{
  GPtrArray *questions = steward_pack_get_questions (steward_project_get_pack (project));

  for (guint i = 0; i < G_N_ELEMENTS (shown_facts); i++)
    add_piece (self->about, project, STEWARD_PIECE_FACT, steward_fact_get_key (shown_facts[i]));
  for (guint i = 0; i < questions->len; i++)
    add_piece (self->about, project, STEWARD_PIECE_ANSWER, ((const StewardQuestion *) questions->pdata[i])->id);
}

static const char *
title_of (const StewardGroup *group)
{
  return group->title && *group->title ? group->title : group->heading ? group->heading : group->id;
}

static void
add_box (StewardSectionForm *self,
         const StewardBox   *box)
{
  StewardSectionPlace *place = g_new0 (StewardSectionPlace, 1);

  place->id = g_strdup (box->id);
  place->blank = box->kind == STEWARD_BOX_BLANK;
  place->label = g_strdup (place->blank ? title_of (box->group) : box->label);
  place->stands_for = g_strdup (box->item ? box->item->id : box->material ? box->material->id : "");
  place->same_as = g_strdup (box->material ? box->material->same_as : "");
  g_ptr_array_add (self->places, place);
}

static void
add_text (StewardSectionForm *self,
          const StewardGroup *group)
{
  StewardSectionPlace *place = g_new0 (StewardSectionPlace, 1);

  place->id = g_strdup (group->id);
  place->text = TRUE;
  place->label = g_strdup (title_of (group));
  place->stands_for = g_strdup ("");
  place->same_as = g_strdup ("");
  g_ptr_array_add (self->places, place);
}

/* What @project has at the places of the form. (transfer full) */
static GPtrArray *
take_pieces (const StewardSectionForm *self,
             StewardProject           *project)
{
  GPtrArray *rows = steward_project_get_rows (project);
  GPtrArray *pieces = new_pieces ();

  for (guint i = 0; i < self->places->len; i++)
    {
      const StewardSectionPlace *place = self->places->pdata[i];

      if (!place->blank)
        add_piece (pieces, project, place->text ? STEWARD_PIECE_TEXT : STEWARD_PIECE_TICK, place->id);
      for (guint r = 0; place->blank && r < rows->len; r++)
        {
          const StewardRow *row = rows->pdata[r];

          if (strcmp (row->box, place->id) == 0)
            add_piece (pieces, project, STEWARD_PIECE_ROW, row->id);
        }
    }
  return pieces;
}

static gboolean
check_new (StewardProject            *project,
           const StewardSection      *section,
           const char                *id,
           const StewardSectionPart  *part,
           GError                   **error)
{
  if (section == NULL)
    g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, _("There is no section “%s”."), id);
  else if (part->boxes->len + part->groups->len == 0)
    g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
                 _("Nothing of the form belongs to the section “%s”. Assign groups or boxes to it first."),
                 section->name);
  else if (*steward_project_get_id (project) == '\0')
    g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
                         _("The project has to be in the database first."));
  else
    return TRUE;
  return FALSE;
}

static void
set_text (char       **place,
          const char  *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

StewardSectionForm *
steward_section_form_new (StewardProject         *project,
                          const StewardSections  *sections,
                          const char             *section,
                          const char             *sent_by,
                          GError                **error)
{
  g_autoptr (StewardSectionForm) self = NULL;
  g_autoptr (StewardSectionPart) part = NULL;
  const StewardSection *found;
  StewardPack *pack;

  g_return_val_if_fail (STEWARD_IS_PROJECT (project), NULL);
  g_return_val_if_fail (sections != NULL && section != NULL && sent_by != NULL, NULL);

  pack = steward_project_get_pack (project);
  found = steward_sections_find (sections, section);
  part = steward_sections_get_part (sections, section);
  if (!check_new (project, found, section, part, error))
    return NULL;
  self = steward_section_form_alloc ();
  set_text (&self->pack, steward_pack_get_id (pack));
  set_text (&self->version, steward_pack_get_version (pack));
  set_text (&self->sha256, steward_pack_get_sha256 (pack));
  set_text (&self->project, steward_project_get_id (project));
  set_text (&self->name, steward_project_get_fact (project, STEWARD_FACT_NAME));
  set_text (&self->section, found->id);
  set_text (&self->section_name, found->name);
  set_text (&self->officer, found->officer);
  set_text (&self->sent_by, sent_by);
  g_free (self->sent);
  self->sent = steward_day_format (steward_day_today ());
  add_about (self, project);
  for (guint i = 0; i < part->boxes->len; i++)
    add_box (self, part->boxes->pdata[i]);
  for (guint i = 0; i < part->groups->len; i++)
    add_text (self, part->groups->pdata[i]);
  g_ptr_array_unref (self->base);
  self->base = take_pieces (self, project);
  return g_steal_pointer (&self);
}

gboolean
steward_section_form_is_answer (const StewardSectionForm *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->answer != NULL;
}

const StewardSectionPlace *
steward_section_form_find_place (const StewardSectionForm *self,
                                 const char               *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->places->len; i++)
    if (strcmp (((const StewardSectionPlace *) self->places->pdata[i])->id, id) == 0)
      return self->places->pdata[i];
  return NULL;
}

const StewardSectionPlace *
steward_section_form_find_place_of (const StewardSectionForm *self,
                                    const StewardPiece       *piece)
{
  const StewardSectionPlace *place;
  const char *box;

  g_return_val_if_fail (self != NULL && piece != NULL, NULL);

  if (piece->kind != STEWARD_PIECE_ROW)
    {
      place = steward_section_form_find_place (self, piece->key);
      return place && !place->blank && place->text == (piece->kind == STEWARD_PIECE_TEXT) ? place : NULL;
    }
  g_variant_get_child (piece->value, 1, "&s", &box);
  place = steward_section_form_find_place (self, box);
  return place && place->blank ? place : NULL;
}

static gboolean
was_called (const StewardItem *item,
            const char        *name)
{
  return g_strv_contains ((const char * const *) item->aliases, name);
}

static gboolean
stands_in (const StewardSectionPlace *self,
           const StewardBox          *box)
{
  if (box->item != NULL)
    return strcmp (box->item->id, self->stands_for) == 0 || was_called (box->item, self->stands_for)
           || was_called (box->item, self->label);
  return box->material != NULL && *self->stands_for != '\0'
         && (strcmp (box->material->id, self->stands_for) == 0
             || (*self->same_as != '\0' && strcmp (box->material->same_as, self->same_as) == 0));
}

/* One box that stands in for it; several would be a guess. */
static const StewardBox *
find_stand_in (const StewardSectionPlace *self,
               StewardPack               *pack)
{
  GPtrArray *parts = steward_pack_get_parts (pack);
  const StewardBox *found = NULL;

  for (guint p = 0; p < parts->len; p++)
    {
      GPtrArray *groups = ((const StewardPart *) parts->pdata[p])->groups;

      for (guint g = 0; g < groups->len; g++)
        {
          GPtrArray *boxes = ((const StewardGroup *) groups->pdata[g])->boxes;

          for (guint b = 0; b < boxes->len; b++)
            {
              if (!stands_in (self, boxes->pdata[b]))
                continue;
              if (found != NULL)
                return NULL;
              found = boxes->pdata[b];
            }
        }
    }
  return found;
}

const char *
steward_section_place_locate (const StewardSectionPlace *self,
                              StewardPack               *pack)
{
  const StewardBox *box;

  g_return_val_if_fail (self != NULL && pack != NULL, NULL);

  if (self->text)
    {
      const StewardGroup *group = steward_pack_find_group (pack, self->id);

      return group && group->text ? group->id : NULL;
    }
  box = steward_pack_find_box (pack, self->id);
  if (box != NULL && (box->kind == STEWARD_BOX_BLANK) == self->blank)
    return box->id;
  box = self->blank ? NULL : find_stand_in (self, pack);
  return box ? box->id : NULL;
}

StewardProject *
steward_section_form_open (const StewardSectionForm *self,
                           StewardPack              *pack)
{
  StewardProject *project;
  GPtrArray *lists[2];

  g_return_val_if_fail (self != NULL && pack != NULL, NULL);

  project = steward_project_new (pack);
  lists[0] = self->about;
  lists[1] = self->answer ? self->answer : self->base;
  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; i < lists[l]->len; i++)
      {
        const StewardPiece *piece = lists[l]->pdata[i];

        /* What an older or newer form has besides is not for this desk. */
        steward_project_set_piece (project, piece->kind, piece->key, piece->value, NULL);
      }
  return project;
}

static gboolean
has_place (StewardPack               *pack,
           const StewardSectionPlace *place)
{
  return place->text ? steward_pack_find_group (pack, place->id) != NULL
                     : steward_pack_find_box (pack, place->id) != NULL;
}

/* A desk whose form does not have a place cannot have changed it either. */
static void
keep_unseen (const StewardSectionForm *self,
             StewardPack              *pack,
             GPtrArray                *pieces)
{
  GPtrArray *before = self->answer ? self->answer : self->base;

  for (guint i = 0; i < before->len; i++)
    {
      const StewardPiece *piece = before->pdata[i];
      const StewardSectionPlace *place = steward_section_form_find_place_of (self, piece);
      StewardPiece *copy;

      if (place == NULL || has_place (pack, place))
        continue;
      copy = g_new0 (StewardPiece, 1);
      copy->kind = piece->kind;
      copy->key = g_strdup (piece->key);
      copy->value = g_variant_ref (piece->value);
      g_ptr_array_add (pieces, copy);
    }
}

void
steward_section_form_answer (StewardSectionForm *self,
                             StewardProject     *project,
                             const char         *by,
                             const char         *at)
{
  GPtrArray *answer;

  g_return_if_fail (self != NULL && by != NULL);
  g_return_if_fail (STEWARD_IS_PROJECT (project));

  answer = take_pieces (self, project);
  keep_unseen (self, steward_project_get_pack (project), answer);
  g_clear_pointer (&self->answer, g_ptr_array_unref);
  self->answer = answer;
  set_text (&self->answered_by, by);
  g_free (self->answered_at);
  self->answered_at = steward_project_time_or_now (at);
}

static StewardDay
day_of (const char *time)
{
  g_autofree char *day = g_strndup (time, strlen ("2026-01-01"));
  StewardDay parsed;

  return steward_day_parse (day, &parsed) ? parsed : STEWARD_DAY_NONE;
}

gboolean
steward_section_form_record (const StewardSectionForm  *self,
                             StewardProject            *project,
                             GError                   **error)
{
  StewardRequest request = { 0 };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (STEWARD_IS_PROJECT (project), FALSE);

  request.id = self->section;
  request.sent = day_of (self->sent);
  request.by = self->sent_by;
  request.answered = self->answer ? day_of (self->answered_at) : STEWARD_DAY_NONE;
  request.answered_by = self->answered_by;
  request.note = self->note;
  return steward_project_put_request (project, &request, error);
}
