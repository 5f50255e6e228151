/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-move-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-adjustments.h"
#include "steward-own-link.h"

/* What was put on record: papers handed in, orders and wordings of the plan,
 * requests, steps of the entrustment, timers, documents. */

static void
move_receipt (StewardMove        *self,
              const StewardPiece *piece)
{
  const StewardMaterial *old = steward_pack_find_material (steward_move_get_old (self), piece->key);
  const char *now = g_hash_table_lookup (self->materials, piece->key);
  GPtrArray *stages = steward_pack_get_stages (steward_move_get_old (self));
  const char *by;

  if (old == NULL)
    now = steward_move_map_id (self, piece->key);
  if (steward_move_put (self, piece->kind, now != NULL ? now : piece->key, piece->value))
    return;
  g_variant_get_child (piece->value, 2, "&s", &by);
  /* Nobody ticked it, so any stage may keep it. */
  for (guint i = 0; old != NULL && i < stages->len; i++)
    if (steward_move_has_slot (self, STEWARD_GROUP_MATERIALS, ((const StewardStage *) stages->pdata[i])->id) &&
        steward_move_keep (self, piece, STEWARD_GROUP_MATERIALS, ((const StewardStage *) stages->pdata[i])->id,
                           old->id, old->name, by, "", -1) &&
        steward_move_put (self, piece->kind, g_hash_table_lookup (self->materials, old->id), piece->value))
      return;
  steward_move_block (self, piece, old != NULL ? old->name : piece->key);
}

static void
move_order (StewardMove        *self,
            const StewardPiece *piece)
{
  const char *stage = steward_move_map_stage (self, piece->key);
  g_autofree const char **items = g_variant_get_strv (piece->value, NULL);

  for (guint i = 0; items[i] != NULL; i++)
    items[i] = steward_move_map_id (self, items[i]);
  if (stage == NULL || !steward_move_put (self, piece->kind, stage, g_variant_new_strv (items, -1)))
    steward_move_drop (self, piece, g_strdup_printf (_("The order of the stage “%s” goes with the stage."), piece->key));
}

/* The key is an id and a field: of a stage, or of an item or row. */
static void
move_edit (StewardMove        *self,
           const StewardPiece *piece)
{
  const char *space = strrchr (piece->key, ' ');
  g_autofree char *id = space != NULL ? g_strndup (piece->key, space - piece->key) : g_strdup (piece->key);
  gboolean staged = steward_pack_find_stage (steward_move_get_old (self), id) != NULL;
  const char *now = staged ? steward_move_map_stage (self, id) : steward_move_map_id (self, id);
  g_autofree char *key = g_strconcat (now != NULL ? now : id, space, NULL);
  const char *text;

  g_variant_get_child (piece->value, 0, "&s", &text);
  if (!steward_move_put (self, piece->kind, key, piece->value))
    steward_move_drop (self, piece, g_strdup_printf (_("The wording “%s” belongs to what is not in the new rules."), text));
}

static void
move_request (StewardMove        *self,
              const StewardPiece *piece)
{
  GPtrArray *sections = steward_pack_get_sections (steward_move_get_old (self));
  const char *name = piece->key;

  if (steward_move_put (self, piece->kind, piece->key, piece->value))
    return;
  for (guint i = 0; i < sections->len; i++)
    if (strcmp (((const StewardNamed *) sections->pdata[i])->id, piece->key) == 0)
      name = ((const StewardNamed *) sections->pdata[i])->name;
  steward_move_drop (self, piece, g_strdup_printf (_("The section “%s” is not in the new rules; the request to it goes."),
                                                   name));
}

#define STEP_GROUND 2
#define STEP_NOTE   3

/* A ground that is gone stays as words in the note. */
static void
move_step (StewardMove        *self,
           const StewardPiece *piece)
{
  GPtrArray *grounds = steward_pack_get_suspension_grounds (steward_move_get_old (self));
  g_autoptr(GVariant) value = NULL;
  g_autofree char *note = NULL;
  const char *ground, *words, *stage;

  if (steward_move_put (self, piece->kind, piece->key, piece->value))
    return;
  g_variant_get_child (piece->value, STEP_GROUND, "&s", &ground);
  g_variant_get_child (piece->value, STEP_NOTE, "&s", &words);
  stage = steward_move_map_stage (self, ground);
  value = g_variant_ref_sink (steward_move_with_text (piece->value, STEP_GROUND, stage != NULL ? stage : ""));
  if (stage != NULL && steward_move_put (self, piece->kind, piece->key, value))
    return;
  for (guint i = 0; i < grounds->len; i++)
    if (strcmp (((const StewardNamed *) grounds->pdata[i])->id, ground) == 0)
      ground = ((const StewardNamed *) grounds->pdata[i])->name;
  note = g_strconcat (ground, *words != '\0' ? "\n" : "", words, NULL);
  if (steward_move_put (self, piece->kind, piece->key, steward_move_with_text (value, STEP_NOTE, note)))
    steward_move_note (self, STEWARD_MOVE_MOVED, piece->kind, piece->key,
                       g_strdup_printf (_("The ground “%s” is not in the new rules; it stays in the note of its step."),
                                        ground));
  else
    steward_move_block (self, piece, ground);
}

/* The row, case or stage that something is about, as it is called now. */
static GVariant *
with_subject (StewardMove        *self,
              const StewardPiece *piece,
              gsize               index)
{
  const char *subject, *stage;

  g_variant_get_child (piece->value, index, "&s", &subject);
  stage = steward_pack_find_stage (steward_move_get_old (self), subject) != NULL
          ? steward_move_map_stage (self, subject) : NULL;
  return steward_move_with_text (piece->value, index, stage != NULL ? stage : steward_move_map_id (self, subject));
}

static void
move_timer (StewardMove        *self,
            const StewardPiece *piece)
{
  GPtrArray *timers = steward_pack_get_timers (steward_move_get_old (self));
  const char *timer, *from;

  if (steward_move_put (self, piece->kind, piece->key, with_subject (self, piece, 1)))
    return;
  g_variant_get_child (piece->value, 0, "&s", &timer);
  g_variant_get_child (piece->value, 2, "&s", &from);
  for (guint i = 0; i < timers->len; i++)
    if (strcmp (((const StewardTimer *) timers->pdata[i])->id, timer) == 0)
      timer = ((const StewardTimer *) timers->pdata[i])->name;
  steward_move_drop (self, piece, g_strdup_printf (_("The timer “%s” from %s is not in the new rules."), timer, from));
}

/* One end of a link; of a case, its item is what may be called otherwise.
 * (transfer full) */
static char *
map_end (const StewardMove *self,
         const char        *end)
{
  const char *slash = strchr (end, '/');
  g_autofree char *base = g_strndup (end, slash != NULL ? (gsize) (slash - end) : strlen (end));

  return g_strconcat (steward_move_map_id (self, base), slash, NULL);
}

static void
move_link (StewardMove        *self,
           const StewardPiece *piece)
{
  g_autofree char *from = NULL, *to = NULL, *mapped_from = NULL, *mapped_to = NULL, *key = NULL;

  if (steward_own_link_split (piece->key, &from, &to))
    {
      mapped_from = map_end (self, from);
      mapped_to = map_end (self, to);
      key = steward_own_link_make_key (mapped_from, mapped_to);
    }
  if (key == NULL || !steward_move_put (self, piece->kind, key, piece->value))
    steward_move_drop (self, piece, g_strdup_printf (_("The link from “%s” to “%s” has an end that is not in the new rules."),
                                                     from, to));
}

gboolean
steward_move_record (StewardMove        *self,
                     const StewardPiece *piece)
{
  switch (piece->kind)
    {
    case STEWARD_PIECE_MATERIAL:
      move_receipt (self, piece);
      return TRUE;
    case STEWARD_PIECE_ORDER:
      move_order (self, piece);
      return TRUE;
    case STEWARD_PIECE_EDIT:
      move_edit (self, piece);
      return TRUE;
    case STEWARD_PIECE_REQUEST:
      move_request (self, piece);
      return TRUE;
    case STEWARD_PIECE_STEP:
      move_step (self, piece);
      return TRUE;
    case STEWARD_PIECE_TIMER:
      move_timer (self, piece);
      return TRUE;
    case STEWARD_PIECE_LINK:
      move_link (self, piece);
      return TRUE;
    case STEWARD_PIECE_DOCUMENT:
      return steward_move_put (self, piece->kind, piece->key, with_subject (self, piece, 1));
    default:
      return FALSE;
    }
}
