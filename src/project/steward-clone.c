/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-clone.h"

#include <string.h>

#include "steward-adjustments.h"
#include "steward-record-private.h"

/* Which facts say what kind of project it is, and nothing of who and where. */
static gboolean
is_general (const char *key)
{
  StewardFact fact;

  return steward_fact_from_key (key, &fact) &&
         (fact == STEWARD_FACT_TYPE || fact == STEWARD_FACT_FUNDING || fact == STEWARD_FACT_LAND);
}

/* The flag that takes a piece along, 0 for what is never taken. */
static StewardCloneFlags
get_flag (const StewardPiece *piece)
{
  switch (piece->kind)
    {
    case STEWARD_PIECE_FACT:
      return is_general (piece->key) ? STEWARD_CLONE_FACTS : 0;
    case STEWARD_PIECE_ANSWER:
      return STEWARD_CLONE_ANSWERS;
    case STEWARD_PIECE_TICK:
      return STEWARD_CLONE_TICKS;
    case STEWARD_PIECE_ROW:
      return STEWARD_CLONE_ROWS;
    case STEWARD_PIECE_TEXT:
      return STEWARD_CLONE_TEXTS;
    case STEWARD_PIECE_EDIT:
      /* Why a project is not in line with policy says nothing of another. */
      return g_str_has_prefix (piece->key, STEWARD_EDIT_POLICY " ") ? 0 : STEWARD_CLONE_EDITS;
    case STEWARD_PIECE_ORDER:
      return STEWARD_CLONE_ORDER;
    case STEWARD_PIECE_LEVER:
      return STEWARD_CLONE_LEVERS;
    case STEWARD_PIECE_LINK:
      /* Cases stay behind, and only they have a slash in their id. */
      return strchr (piece->key, '/') == NULL ? STEWARD_CLONE_LINKS : 0;
    default:
      return 0;
    }
}

/* TRUE for what names a typed row in its key; ids of the pack have no "#". */
static gboolean
is_about_row (const StewardPiece *piece)
{
  return (piece->kind == STEWARD_PIECE_EDIT || piece->kind == STEWARD_PIECE_LEVER || piece->kind == STEWARD_PIECE_LINK) &&
         strchr (piece->key, '#') != NULL;
}

/* The value with other members "by" and "at". (transfer floating) */
static GVariant *
decide_anew (const StewardPiece *piece,
             const char         *by,
             const char         *at)
{
  const char * const *names = steward_piece_kind_get_names (piece->kind);
  GVariantBuilder builder;

  if (names[0] == NULL)
    return piece->value;
  g_variant_builder_init (&builder, g_variant_get_type (piece->value));
  for (gsize i = 0; names[i]; i++)
    {
      g_autoptr (GVariant) member = g_variant_get_child_value (piece->value, i);

      if (strcmp (names[i], "by") == 0)
        g_variant_builder_add (&builder, "s", by);
      else if (strcmp (names[i], "at") == 0)
        g_variant_builder_add (&builder, "s", at);
      else
        g_variant_builder_add_value (&builder, member);
    }
  return g_variant_builder_end (&builder);
}

StewardClone *
steward_project_clone (StewardProject    *self,
                       StewardCloneFlags  flags,
                       const char        *by,
                       const char        *at)
{
  g_autoptr (GPtrArray) pieces = NULL;
  g_autofree char *time = NULL, *who = NULL;
  StewardClone *clone;

  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);

  clone = g_new0 (StewardClone, 1);
  clone->project = steward_project_new (self->pack);
  clone->carried = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_piece_free);
  clone->left = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_piece_free);
  time = steward_project_time_or_now (at);
  who = steward_project_clip (by, STEWARD_NAME_MAX_CHARS);
  pieces = steward_project_list_pieces (self);
  for (guint i = 0; i < pieces->len; i++)
    {
      StewardPiece *piece = pieces->pdata[i];
      gboolean taken = (get_flag (piece) & flags) != 0 && (!is_about_row (piece) || flags & STEWARD_CLONE_ROWS);

      if (piece->kind == STEWARD_PIECE_RECORD)
        continue;
      if (taken && steward_project_set_piece (clone->project, piece->kind, piece->key, decide_anew (piece, who, time), NULL))
        {
          g_variant_unref (piece->value);
          piece->value = steward_project_get_piece (clone->project, piece->kind, piece->key);
          g_ptr_array_add (clone->carried, piece);
        }
      else
        {
          g_ptr_array_add (clone->left, piece);
        }
      pieces->pdata[i] = NULL;
    }
  return clone;
}

void
steward_clone_free (StewardClone *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->project);
  g_ptr_array_unref (self->carried);
  g_ptr_array_unref (self->left);
  g_free (self);
}
