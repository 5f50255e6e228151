/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-move-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-project-private.h"

StewardPack *
steward_move_get_old (const StewardMove *self)
{
  return steward_project_get_pack (self->project);
}

StewardPack *
steward_move_get_new (const StewardMove *self)
{
  return steward_project_get_pack (self->moved);
}

const char *
steward_move_map_stage (const StewardMove *self,
                        const char        *stage)
{
  const StewardStage *old = steward_pack_find_stage (steward_move_get_old (self), stage);
  const StewardStage *same = steward_pack_find_stage (steward_move_get_new (self), stage);
  GPtrArray *stages = steward_pack_get_stages (steward_move_get_new (self));

  if (same != NULL)
    return same->id;
  for (guint i = 0; old != NULL && i < stages->len; i++)
    {
      const StewardStage *found = stages->pdata[i];

      if (found->number == old->number)
        return found->id;
    }
  return NULL;
}

const char *
steward_move_map_id (const StewardMove *self,
                     const char        *id)
{
  const char *now = g_hash_table_lookup (self->ids, id);

  return now != NULL ? now : id;
}

void
steward_move_note (StewardMove      *self,
                   StewardMoveFate   fate,
                   StewardPieceKind  kind,
                   const char       *key,
                   char             *text)
{
  StewardMoveNote *note = g_new0 (StewardMoveNote, 1);

  note->fate = fate;
  note->kind = kind;
  note->key = g_strdup (key);
  note->text = text;
  g_ptr_array_add (self->notes, note);
}

gboolean
steward_move_put (StewardMove      *self,
                  StewardPieceKind  kind,
                  const char       *key,
                  GVariant         *value)
{
  return steward_project_set_piece (self->moved, kind, key, value, NULL);
}

/* What the piece is called in a sentence: its text where it has one. */
static const char *
get_name (const StewardMove  *self,
          const StewardPiece *piece)
{
  GPtrArray *questions = steward_pack_get_questions (steward_move_get_old (self));

  for (guint i = 0; piece->kind == STEWARD_PIECE_ANSWER && i < questions->len; i++)
    {
      const StewardQuestion *question = questions->pdata[i];

      if (strcmp (question->id, piece->key) == 0)
        return question->text;
    }
  if (piece->kind == STEWARD_PIECE_TEXT)
    {
      const StewardGroup *group = steward_pack_find_group (steward_move_get_old (self), piece->key);

      return group != NULL && group->title != NULL ? group->title : piece->key;
    }
  return piece->key;
}

void
steward_move_block (StewardMove        *self,
                    const StewardPiece *piece,
                    const char         *name)
{
  steward_move_note (self, STEWARD_MOVE_BLOCKED, piece->kind, piece->key,
                     g_strdup_printf (_("“%s” (%s) has no place in the new rules."), name,
                                      steward_piece_kind_to_word (piece->kind)));
}

void
steward_move_drop (StewardMove        *self,
                   const StewardPiece *piece,
                   char               *text)
{
  steward_move_note (self, STEWARD_MOVE_DROPPED, piece->kind, piece->key, text);
}

/* `code id` with the id that it has now. (transfer full) */
static char *
map_key (const StewardMove *self,
         const char        *key)
{
  const char *space = strchr (key, ' ');

  if (space == NULL)
    return g_strdup (steward_move_map_id (self, key));
  return g_strdup_printf ("%.*s %s", (int) (space - key), key, steward_move_map_id (self, space + 1));
}

/* A piece that stays where it is, or where its item or row is now. */
static gboolean
move_plainly (StewardMove        *self,
              const StewardPiece *piece)
{
  g_autofree char *key = map_key (self, piece->key);

  return steward_move_put (self, piece->kind, key, piece->value) ||
         steward_move_put (self, piece->kind, piece->key, piece->value);
}

static void
move_answer (StewardMove        *self,
             const StewardPiece *piece)
{
  if (!steward_move_put (self, piece->kind, piece->key, piece->value))
    steward_move_drop (self, piece, g_strdup_printf (_("The question “%s” is not asked any more; its answer “%s” goes."),
                                        get_name (self, piece), g_variant_get_string (piece->value, NULL)));
}

static void
move_decision (StewardMove        *self,
               const StewardPiece *piece)
{
  if (!move_plainly (self, piece))
    steward_move_drop (self, piece, g_strdup_printf (_("The decision about “%s” has no object any more."), piece->key));
}

/* The text box of the same role in the same stage. */
static const StewardGroup *
find_group (const StewardMove  *self,
            const StewardGroup *old)
{
  const char *stage = steward_move_map_stage (self, old->stage->id);
  GPtrArray *parts = steward_pack_get_parts (steward_move_get_new (self));

  for (guint i = 0; stage != NULL && i < parts->len; i++)
    {
      const StewardPart *part = parts->pdata[i];

      for (guint j = 0; strcmp (part->stage->id, stage) == 0 && j < part->groups->len; j++)
        {
          const StewardGroup *group = part->groups->pdata[j];

          if (group->text && group->role == old->role && group->kind == old->kind)
            return group;
        }
    }
  return NULL;
}

static void
move_text (StewardMove        *self,
           const StewardPiece *piece)
{
  const StewardGroup *old = steward_pack_find_group (steward_move_get_old (self), piece->key);
  const StewardGroup *group;
  g_autofree char *joined = NULL;
  const char *there;

  if (steward_move_put (self, piece->kind, piece->key, piece->value))
    return;
  group = find_group (self, old);
  there = group != NULL ? steward_project_get_text (self->moved, group->id) : "";
  joined = g_strconcat (there, *there != '\0' ? "\n" : "", g_variant_get_string (piece->value, NULL), NULL);
  /* What stands there in the project comes later and would cover it. */
  if (group == NULL || *steward_project_get_text (self->project, group->id) != '\0' ||
      !steward_move_put (self, piece->kind, group->id, g_variant_new_string (joined)))
    {
      steward_move_block (self, piece, get_name (self, piece));
      return;
    }
  steward_move_note (self, STEWARD_MOVE_MOVED, piece->kind, piece->key,
                     g_strdup_printf (_("The text of “%s” moves to “%s”."), get_name (self, piece),
                                      group->title != NULL ? group->title : group->id));
}

GVariant *
steward_move_with_text (GVariant   *value,
                        gsize       index,
                        const char *text)
{
  g_auto(GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (g_variant_get_type (value));

  for (gsize i = 0; i < g_variant_n_children (value); i++)
    {
      g_autoptr(GVariant) member = g_variant_get_child_value (value, i);

      g_variant_builder_add_value (&builder, i == index ? g_variant_new_string (text) : member);
    }
  return g_variant_builder_end (&builder);
}

#define CASE_ITEM   1
#define CASE_BUREAU 6

static void
move_case (StewardMove        *self,
           const StewardPiece *piece)
{
  g_autoptr(GVariant) value = g_variant_ref (piece->value), now = NULL;
  const StewardItem *old;
  const char *item, *bureau;

  g_variant_get_child (value, CASE_ITEM, "&s", &item);
  g_variant_get_child (value, CASE_BUREAU, "&s", &bureau);
  old = steward_pack_find_item (steward_move_get_old (self), item);
  if (old != NULL && steward_pack_find_item (steward_move_get_new (self), item) == NULL &&
      !g_hash_table_contains (self->ids, item) &&
      !steward_move_keep (self, piece, STEWARD_GROUP_ITEMS, old->stage->id, item, old->name, "", "", old->limit))
    return;
  now = g_variant_ref_sink (steward_move_with_text (value, CASE_ITEM, steward_move_map_id (self, item)));
  if (*bureau != '\0' && steward_pack_get_bureau_name (steward_move_get_new (self), bureau) == NULL)
    {
      const char *name = steward_pack_get_bureau_name (steward_move_get_old (self), bureau);
      GVariant *without = g_variant_ref_sink (steward_move_with_text (now, CASE_BUREAU, ""));

      steward_move_drop (self, piece, g_strdup_printf (_("The bureau “%s” is not in the new rules; the case has none now."),
                                          name != NULL ? name : bureau));
      g_variant_unref (now);
      now = without;
    }
  if (!steward_move_put (self, piece->kind, piece->key, now))
    steward_move_block (self, piece, get_name (self, piece));
}

static void
move_entrustment (StewardMove        *self,
                  const StewardPiece *piece)
{
  g_autofree const char **stages = NULL, **items = NULL;
  const char *signed_on;
  gboolean fits = TRUE;

  g_variant_get (piece->value, "(^a&s^a&s&s)", &stages, &items, &signed_on);
  for (guint i = 0; stages[i] != NULL; i++)
    {
      const char *now = steward_move_map_stage (self, stages[i]);

      fits = fits && now != NULL;
      stages[i] = now != NULL ? now : stages[i];
    }
  for (guint i = 0; items[i] != NULL; i++)
    items[i] = steward_move_map_id (self, items[i]);
  if (!fits || !steward_move_put (self, piece->kind, piece->key,
                                  g_variant_new ("(^as^ass)", stages, items, signed_on)))
    steward_move_block (self, piece, get_name (self, piece));
}

static void
move_closing (StewardMove        *self,
              const StewardPiece *piece)
{
  const char *stage = steward_move_map_stage (self, piece->key);

  if (stage == NULL || !steward_move_put (self, piece->kind, stage, piece->value))
    steward_move_block (self, piece, get_name (self, piece));
}

static void
move_piece (StewardMove        *self,
            const StewardPiece *piece)
{
  switch (piece->kind)
    {
    case STEWARD_PIECE_RECORD:
      steward_project_set_state (self->moved, steward_project_get_state (self->project));
      break;
    case STEWARD_PIECE_ANSWER:
      move_answer (self, piece);
      break;
    case STEWARD_PIECE_TICK:
      steward_move_tick (self, piece);
      break;
    case STEWARD_PIECE_ROW:
      steward_move_row (self, piece);
      break;
    case STEWARD_PIECE_TEXT:
      move_text (self, piece);
      break;
    case STEWARD_PIECE_CASE:
      move_case (self, piece);
      break;
    case STEWARD_PIECE_ENTRUSTMENT:
      move_entrustment (self, piece);
      break;
    case STEWARD_PIECE_CLOSING:
      move_closing (self, piece);
      break;
    case STEWARD_PIECE_ACKNOWLEDGEMENT:
    case STEWARD_PIECE_LEVER:
      move_decision (self, piece);
      break;
    default:
      if (!steward_move_record (self, piece) && !move_plainly (self, piece))
        steward_move_block (self, piece, get_name (self, piece));
    }
}

static void
note_free (gpointer data)
{
  StewardMoveNote *note = data;

  g_free (note->key);
  g_free (note->text);
  g_free (note);
}

static void
change_free (gpointer data)
{
  StewardMoveChange *change = data;

  g_free (change->key);
  g_clear_pointer (&change->before, g_variant_unref);
  g_clear_pointer (&change->after, g_variant_unref);
  g_free (change);
}

static void
add_change (StewardMove      *self,
            StewardPieceKind  kind,
            const char       *key,
            GVariant         *before,
            GVariant         *after)
{
  StewardMoveChange *change;

  if (before == after || (before != NULL && after != NULL && g_variant_equal (before, after)))
    return;
  change = g_new0 (StewardMoveChange, 1);
  change->kind = kind;
  change->key = g_strdup (key);
  change->before = before != NULL ? g_variant_ref (before) : NULL;
  change->after = after != NULL ? g_variant_ref (after) : NULL;
  g_ptr_array_add (self->changes, change);
}

/* What makes the one out of the other. */
static void
compare (StewardMove *self,
         GPtrArray   *before)
{
  g_autoptr(GPtrArray) after = steward_project_list_pieces (self->moved);

  for (guint i = 0; i < before->len; i++)
    {
      const StewardPiece *piece = before->pdata[i];
      g_autoptr(GVariant) now = steward_project_get_piece (self->moved, piece->kind, piece->key);

      add_change (self, piece->kind, piece->key, piece->value, now);
    }
  for (guint i = 0; i < after->len; i++)
    {
      const StewardPiece *piece = after->pdata[i];
      g_autoptr(GVariant) was = steward_project_get_piece (self->project, piece->kind, piece->key);

      if (was == NULL)
        add_change (self, piece->kind, piece->key, NULL, piece->value);
    }
}

StewardMove *
steward_move_new (StewardProject *project,
                  StewardPack    *pack)
{
  g_autoptr(GPtrArray) pieces = NULL;
  StewardMove *self;

  g_return_val_if_fail (STEWARD_IS_PROJECT (project), NULL);
  g_return_val_if_fail (pack != NULL, NULL);

  self = g_new0 (StewardMove, 1);
  self->project = g_object_ref (project);
  self->moved = steward_project_new (pack);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->materials = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->notes = g_ptr_array_new_with_free_func (note_free);
  self->changes = g_ptr_array_new_with_free_func (change_free);
  steward_project_set_id (self->moved, steward_project_get_id (project));
  pieces = steward_project_list_pieces (project);
  for (guint i = 0; i < pieces->len; i++)
    move_piece (self, pieces->pdata[i]);
  compare (self, pieces);
  return self;
}

void
steward_move_free (StewardMove *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->project);
  g_object_unref (self->moved);
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->materials);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

gboolean
steward_move_is_possible (const StewardMove *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->notes->len; i++)
    if (((const StewardMoveNote *) self->notes->pdata[i])->fate == STEWARD_MOVE_BLOCKED)
      return FALSE;
  return TRUE;
}

const char *
steward_move_fate_to_word (StewardMoveFate fate)
{
  static const char * const words[] = { "kept", "moved", "dropped", "blocked" };

  g_return_val_if_fail (fate <= STEWARD_MOVE_BLOCKED, NULL);

  return words[fate];
}
