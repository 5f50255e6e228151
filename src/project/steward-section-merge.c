/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-section-merge.h"

#include <stdlib.h>
#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-error.h"

/* Positions of the members of a row. */
enum { ROW_POSITION, ROW_BOX, ROW_TEXT, ROW_BY, ROW_AT, ROW_LIMIT };

static void
line_free (StewardSectionLine *line)
{
  g_free (line->key);
  g_free (line->label);
  g_free (line->was);
  g_clear_pointer (&line->base, g_variant_unref);
  g_clear_pointer (&line->ours, g_variant_unref);
  g_clear_pointer (&line->theirs, g_variant_unref);
  g_free (line);
}

void
steward_section_merge_free (StewardSectionMerge *self)
{
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/* Whether both say the same; who said it, and when, is no difference. */
static gboolean
same_decision (StewardPieceKind  kind,
               GVariant         *one,
               GVariant         *other)
{
  static const int of_row[] = { ROW_TEXT, ROW_LIMIT };

  if (one == NULL || other == NULL)
    return one == other;
  if (kind == STEWARD_PIECE_TEXT)
    return g_variant_equal (one, other);
  for (guint i = 0; i < (kind == STEWARD_PIECE_ROW ? G_N_ELEMENTS (of_row) : 1); i++)
    {
      int member = kind == STEWARD_PIECE_ROW ? of_row[i] : 0;
      g_autoptr (GVariant) a = g_variant_get_child_value (one, member);
      g_autoptr (GVariant) b = g_variant_get_child_value (other, member);

      if (!g_variant_equal (a, b))
        return FALSE;
    }
  return TRUE;
}

static GVariant *
find_value (GPtrArray        *pieces,
            StewardPieceKind  kind,
            const char       *key)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const StewardPiece *piece = pieces->pdata[i];

      if (piece->kind == kind && strcmp (piece->key, key) == 0)
        return piece->value;
    }
  return NULL;
}

static gboolean
is_needed (StewardProject *project,
           const char     *row)
{
  char **items = steward_project_get_entrustment (project)->items;

  return steward_project_find_case (project, row) != NULL
         || (items && g_strv_contains ((const char * const *) items, row));
}

static void
judge (StewardSectionLine *line,
       StewardProject     *project)
{
  if (line->verdict == STEWARD_SECTION_UNKNOWN)
    return;
  line->choice = STEWARD_SECTION_OURS;
  if (same_decision (line->kind, line->base, line->theirs) || same_decision (line->kind, line->ours, line->theirs))
    line->verdict = STEWARD_SECTION_SAME;
  else if (line->theirs == NULL && line->kind == STEWARD_PIECE_ROW && is_needed (project, line->key))
    line->verdict = STEWARD_SECTION_HELD;
  else if (!same_decision (line->kind, line->base, line->ours))
    line->verdict = STEWARD_SECTION_CONFLICT;
  else
    {
      line->verdict = STEWARD_SECTION_CHANGE;
      line->choice = STEWARD_SECTION_THEIRS;
    }
}

static GVariant *
ref_or_null (GVariant *value)
{
  return value ? g_variant_ref (value) : NULL;
}

/* @key is that of the answer, @ours of our project, NULL when it has no such
 * place. Decisions that nobody made are no lines. */
static StewardSectionLine *
add_line (StewardSectionMerge       *self,
          StewardProject            *project,
          const StewardSectionForm  *answer,
          const StewardSectionPlace *place,
          StewardPieceKind           kind,
          const char                *key,
          const char                *ours)
{
  StewardSectionLine *line = g_new0 (StewardSectionLine, 1);

  line->kind = kind;
  line->key = g_strdup (ours ? ours : key);
  line->label = g_strdup (place->label);
  line->was = ours && strcmp (ours, key) != 0 ? g_strdup (key) : NULL;
  line->base = ref_or_null (find_value (answer->base, kind, key));
  line->theirs = ref_or_null (find_value (answer->answer, kind, key));
  line->ours = ours ? steward_project_get_piece (project, kind, ours) : NULL;
  if (ours == NULL)
    line->verdict = STEWARD_SECTION_UNKNOWN;
  if ((line->base == NULL && line->theirs == NULL)
      || (ours == NULL && same_decision (kind, line->base, line->theirs)))
    {
      line_free (line);
      return NULL;
    }
  judge (line, project);
  g_ptr_array_add (self->lines, line);
  return line;
}

static guint
row_number (const char *id)
{
  const char *mark = strrchr (id, '#');

  return mark ? (guint) strtoul (mark + 1, NULL, 10) : 0;
}

/* One more than any row of the slot has, ours and those that came. */
static char *
free_row_id (StewardSectionMerge *self,
             StewardProject      *project,
             const char          *box)
{
  GPtrArray *rows = steward_project_get_rows (project);
  guint last = 0;

  for (guint i = 0; i < rows->len; i++)
    if (strcmp (((const StewardRow *) rows->pdata[i])->box, box) == 0)
      last = MAX (last, row_number (((const StewardRow *) rows->pdata[i])->id));
  for (guint i = 0; i < self->lines->len; i++)
    {
      const StewardSectionLine *line = self->lines->pdata[i];

      if (line->kind == STEWARD_PIECE_ROW && steward_row_id_fits (line->key, box))
        last = MAX (last, row_number (line->key));
    }
  return g_strdup_printf ("%s#%u", box, last + 1);
}

/* Rows that were there before have lines of their own. */
static const StewardRow *
find_new_row (StewardProject           *project,
              const StewardSectionForm *answer,
              const char               *box,
              const char               *text)
{
  GPtrArray *rows = steward_project_get_rows (project);

  for (guint i = 0; i < rows->len; i++)
    {
      const StewardRow *row = rows->pdata[i];

      if (strcmp (row->box, box) == 0 && strcmp (row->text, text) == 0
          && find_value (answer->base, STEWARD_PIECE_ROW, row->id) == NULL)
        return row;
    }
  return NULL;
}

/* A new row of theirs never takes the place of a new row of ours that has the
 * same number, and is none when we typed the same. */
static void
add_new_row (StewardSectionMerge       *self,
             StewardProject            *project,
             const StewardSectionForm  *answer,
             const StewardSectionPlace *place,
             const StewardPiece        *piece)
{
  const char *text;
  const StewardRow *same;
  StewardSectionLine *line;
  g_autofree char *id = NULL;

  g_variant_get_child (piece->value, ROW_TEXT, "&s", &text);
  same = find_new_row (project, answer, place->id, text);
  id = same ? g_strdup (same->id) : free_row_id (self, project, place->id);
  line = add_line (self, project, answer, place, STEWARD_PIECE_ROW, piece->key, id);
  /* A number that is given anew is no other name. */
  g_clear_pointer (&line->was, g_free);
}

static gboolean
is_of (const StewardPiece *piece,
       const char         *box)
{
  const char *of = NULL;

  if (piece->kind == STEWARD_PIECE_ROW)
    g_variant_get_child (piece->value, ROW_BOX, "&s", &of);
  return of && strcmp (of, box) == 0;
}

static void
add_rows (StewardSectionMerge       *self,
          StewardProject            *project,
          const StewardSectionForm  *answer,
          const StewardSectionPlace *place,
          gboolean                   known)
{
  for (guint i = 0; i < answer->base->len; i++)
    {
      const StewardPiece *piece = answer->base->pdata[i];

      if (is_of (piece, place->id))
        add_line (self, project, answer, place, STEWARD_PIECE_ROW, piece->key, known ? piece->key : NULL);
    }
  for (guint i = 0; i < answer->answer->len; i++)
    {
      const StewardPiece *piece = answer->answer->pdata[i];

      if (!is_of (piece, place->id) || find_value (answer->base, STEWARD_PIECE_ROW, piece->key) != NULL)
        continue;
      if (known)
        add_new_row (self, project, answer, place, piece);
      else
        add_line (self, project, answer, place, STEWARD_PIECE_ROW, piece->key, NULL);
    }
}

static gboolean
check_answer (StewardProject            *project,
              const StewardSectionForm  *answer,
              GError                   **error)
{
  StewardPack *pack = steward_project_get_pack (project);

  if (answer->answer == NULL)
    g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
                         _("This is a request that nobody has answered yet."));
  else if (strcmp (answer->project, steward_project_get_id (project)) != 0)
    g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("The answer is about another project: %s."),
                 *answer->name ? answer->name : answer->project);
  else if (strcmp (answer->pack, steward_pack_get_id (pack)) != 0)
    g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
                 _("The answer was made with the policy pack “%s”, the project uses “%s”."), answer->pack,
                 steward_pack_get_id (pack));
  else
    return TRUE;
  return FALSE;
}

StewardSectionMerge *
steward_section_merge_new (StewardProject            *project,
                           const StewardSectionForm  *answer,
                           GError                   **error)
{
  StewardSectionMerge *self;
  StewardPack *pack;

  g_return_val_if_fail (STEWARD_IS_PROJECT (project), NULL);
  g_return_val_if_fail (answer != NULL, NULL);

  if (!check_answer (project, answer, error))
    return NULL;
  pack = steward_project_get_pack (project);
  self = g_new0 (StewardSectionMerge, 1);
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  self->other_form = strcmp (answer->sha256, steward_pack_get_sha256 (pack)) != 0;
  for (guint i = 0; i < answer->places->len; i++)
    {
      const StewardSectionPlace *place = answer->places->pdata[i];
      const char *ours = steward_section_place_locate (place, pack);

      if (place->blank)
        add_rows (self, project, answer, place, ours != NULL);
      else
        add_line (self, project, answer, place, place->text ? STEWARD_PIECE_TEXT : STEWARD_PIECE_TICK, place->id, ours);
    }
  return self;
}

guint
steward_section_merge_count (const StewardSectionMerge *self,
                             StewardSectionVerdict      verdict)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->lines->len; i++)
    n += ((const StewardSectionLine *) self->lines->pdata[i])->verdict == verdict;
  return n;
}

static char *
join_texts (const StewardSectionLine *line)
{
  return g_strconcat (g_variant_get_string (line->ours, NULL), "\n", g_variant_get_string (line->theirs, NULL), NULL);
}

gboolean
steward_section_line_allows (const StewardSectionLine *line,
                             StewardSectionChoice      choice)
{
  g_autofree char *both = NULL;

  g_return_val_if_fail (line != NULL, FALSE);

  if (choice == STEWARD_SECTION_OURS)
    return TRUE;
  if (line->verdict != STEWARD_SECTION_CHANGE && line->verdict != STEWARD_SECTION_CONFLICT)
    return FALSE;
  if (choice == STEWARD_SECTION_THEIRS)
    return TRUE;
  if (line->kind != STEWARD_PIECE_TEXT || line->ours == NULL || line->theirs == NULL)
    return FALSE;
  both = join_texts (line);
  return g_utf8_strlen (both, -1) <= STEWARD_TEXT_MAX_CHARS;
}

void
steward_section_merge_prefer (StewardSectionMerge  *self,
                              StewardSectionChoice  choice)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      StewardSectionLine *line = self->lines->pdata[i];

      if (line->verdict == STEWARD_SECTION_CONFLICT && steward_section_line_allows (line, choice))
        line->choice = choice;
    }
}

/* A row keeps its place among ours, or comes after them. */
static GVariant *
place_row (const StewardSectionLine *line,
           StewardProject           *project)
{
  GPtrArray *rows = steward_project_get_rows (project);
  guint position = rows->len > 0 ? ((const StewardRow *) rows->pdata[rows->len - 1])->position + 1 : 1;
  const char *box, *text, *by, *at;
  int limit;

  if (line->ours)
    g_variant_get_child (line->ours, ROW_POSITION, "u", &position);
  g_variant_get (line->theirs, "(u&s&s&s&si)", NULL, &box, &text, &by, &at, &limit);
  return g_variant_new ("(ussssi)", MIN (position, STEWARD_POSITION_MAX), box, text, by, at, limit);
}

static GVariant *
chosen_value (const StewardSectionLine *line,
              StewardProject           *project)
{
  if (line->choice == STEWARD_SECTION_BOTH)
    return g_variant_ref_sink (g_variant_new_take_string (join_texts (line)));
  if (line->theirs == NULL)
    return NULL;
  if (line->kind == STEWARD_PIECE_ROW)
    return g_variant_ref_sink (place_row (line, project));
  return g_variant_ref (line->theirs);
}

/* Puts what was chosen into @project, and adds nothing more after a failure. */
static int
put_lines (const StewardSectionMerge  *self,
           StewardProject             *project,
           GError                    **error)
{
  int n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const StewardSectionLine *line = self->lines->pdata[i];
      g_autoptr (GVariant) value = NULL;

      if (line->choice == STEWARD_SECTION_OURS || !steward_section_line_allows (line, line->choice))
        continue;
      value = chosen_value (line, project);
      if (!steward_project_set_piece (project, line->kind, line->key, value, error))
        return -1;
      n++;
    }
  return n;
}

int
steward_section_merge_apply (const StewardSectionMerge  *self,
                             StewardProject             *project,
                             GError                    **error)
{
  g_autoptr (StewardProject) trial = NULL;

  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (STEWARD_IS_PROJECT (project), -1);

  /* On a copy first, so that what cannot be put changes nothing. */
  trial = steward_project_duplicate (project);
  return put_lines (self, trial, error) < 0 ? -1 : put_lines (self, project, error);
}

char *
steward_section_value_text (StewardPieceKind  kind,
                            GVariant         *value)
{
  gboolean on;
  const char *text;
  int limit;

  if (value == NULL)
    return g_strdup (kind == STEWARD_PIECE_TICK ? _("Not decided") : _("Empty"));
  if (kind == STEWARD_PIECE_TICK)
    {
      g_variant_get_child (value, 0, "b", &on);
      return g_strdup (on ? _("Ticked") : _("Left out"));
    }
  if (kind == STEWARD_PIECE_TEXT)
    return g_variant_dup_string (value, NULL);
  g_variant_get_child (value, ROW_TEXT, "&s", &text);
  g_variant_get_child (value, ROW_LIMIT, "i", &limit);
  if (limit < 0)
    return g_strdup (text);
  return g_strdup_printf (ngettext ("%s (%d working day)", "%s (%d working days)", limit), text, limit);
}

char *
steward_section_value_author (StewardPieceKind  kind,
                              GVariant         *value)
{
  const char *by, *at;
  g_autofree char *when = NULL;

  if (value == NULL || kind == STEWARD_PIECE_TEXT)
    return g_strdup ("");
  g_variant_get_child (value, kind == STEWARD_PIECE_ROW ? ROW_BY : 1, "&s", &by);
  g_variant_get_child (value, kind == STEWARD_PIECE_ROW ? ROW_AT : 2, "&s", &at);
  when = g_strdup (at);
  /* To the minute. */
  if (g_utf8_strlen (when, -1) > 16)
    when[g_utf8_offset_to_pointer (when, 16) - when] = '\0';
  g_strdelimit (when, "T", ' ');
  return g_strconcat (by, *by && *when ? " · " : "", when, NULL);
}

const char *
steward_section_verdict_to_word (StewardSectionVerdict verdict)
{
  static const char *const words[] = { "same", "change", "conflict", "held", "unknown" };

  g_return_val_if_fail (verdict < G_N_ELEMENTS (words), "");

  return words[verdict];
}
