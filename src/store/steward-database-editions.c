/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-database-parts-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-error.h"

/* An edition of the plan was handed out: it stays what it is. Only its paper
 * and the day of the notice, which come later, may be filled in, once. */

#define PAPER    5
#define NOTIFIED 6

/* A member of the value of an edition; it stays with the value. */
static const char *
get_member (GVariant *value,
            gsize     index)
{
  const char *text;

  g_variant_get_child (value, index, "&s", &text);
  return text;
}

static gboolean
is_later (gsize index)
{
  return index == PAPER || index == NOTIFIED;
}

/* The same edition, whatever of it is filled in. */
static gboolean
is_same_edition (GVariant *a,
                 GVariant *b)
{
  for (gsize i = 0; i < g_variant_n_children (a); i++)
    {
      if (!is_later (i) && strcmp (get_member (a, i), get_member (b, i)) != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
only_fills (GVariant *before,
            GVariant *after)
{
  if (!is_same_edition (before, after))
    return FALSE;
  for (gsize i = PAPER; i <= NOTIFIED; i++)
    {
      if (*get_member (before, i) && strcmp (get_member (before, i), get_member (after, i)) != 0)
        return FALSE;
    }
  return TRUE;
}

gboolean
steward_database_guard_editions (GPtrArray  *changes,
                                 GError    **error)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const StewardPieceChange *change = changes->pdata[i];

      if (change->kind != STEWARD_PIECE_EDITION || change->before == NULL ||
          (change->after && only_fills (change->before, change->after)))
        continue;
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
                   _("Edition %s of the plan has been issued. It stays: it can be neither changed, nor undone, nor "
                     "taken away. Issue another edition instead."), change->key);
      return FALSE;
    }
  return TRUE;
}

/* What both know of one edition. (transfer floating) */
static GVariant *
unite (GVariant *ours,
       GVariant *theirs)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, g_variant_get_type (ours));
  for (gsize i = 0; i < g_variant_n_children (ours); i++)
    {
      const char *text = get_member (ours, i);

      g_variant_builder_add (&builder, "s", *text ? text : get_member (theirs, i));
    }
  return g_variant_builder_end (&builder);
}

gboolean
steward_database_keep_editions (StewardProject  *stored,
                                StewardProject  *wanted,
                                GError         **error)
{
  g_autoptr(GPtrArray) pieces = steward_project_list_pieces (stored);

  for (guint i = 0; i < pieces->len; i++)
    {
      const StewardPiece *piece = pieces->pdata[i];
      g_autoptr(GVariant) theirs = NULL;
      GVariant *value;

      if (piece->kind != STEWARD_PIECE_EDITION)
        continue;
      theirs = steward_project_get_piece (wanted, piece->kind, piece->key);
      if (theirs && !is_same_edition (piece->value, theirs))
        {
          g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
                       _("The file holds another edition %s of the plan than the database. An issued edition cannot "
                         "be replaced: import the file as a new project instead."), piece->key);
          return FALSE;
        }
      value = theirs ? unite (piece->value, theirs) : piece->value;
      if (!steward_project_set_piece (wanted, piece->kind, piece->key, value, error))
        return FALSE;
    }
  return TRUE;
}
