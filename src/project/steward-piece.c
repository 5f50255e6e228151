/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-piece.h"

#include <string.h>

static const struct
{
  const char *word;
  const char *type;
  const char *names[16];
} kinds[STEWARD_N_PIECES] = {
  [STEWARD_PIECE_RECORD] = { "record", "(ssss)", { "pack", "pack_version", "pack_sha256", "state" } },
  [STEWARD_PIECE_FACT] = { "fact", "s", { NULL } },
  [STEWARD_PIECE_ANSWER] = { "answer", "s", { NULL } },
  [STEWARD_PIECE_TICK] = { "tick", "(bss)", { "on", "by", "at" } },
  [STEWARD_PIECE_ROW] = { "row", "(ussssi)", { "position", "box", "text", "by", "at", "limit" } },
  [STEWARD_PIECE_TEXT] = { "text", "s", { NULL } },
  [STEWARD_PIECE_CASE] = { "case", "(usssuusiisssa(ussssss)ss)",
                           { "position", "item", "segment", "number", "mode", "level", "bureau", "limit",
                             "extension", "extension_by", "extension_reason", "planned_start", "events", "delivered",
                             "verified" } },
  [STEWARD_PIECE_ACTIVITY] = { "activity", "(ssi)", { "start", "finish", "days" } },
  [STEWARD_PIECE_ENTRUSTMENT] = { "entrustment", "(asass)", { "stages", "items", "signed_on" } },
  [STEWARD_PIECE_CLOSING] = { "closing", "(usas)", { "position", "finished_on", "handed_over" } },
  [STEWARD_PIECE_LEDGER] = { "ledger", "(ssss)", { "day", "kind", "text", "result" } },
  [STEWARD_PIECE_SUGGESTION] = { "suggestion", "s", { NULL } },
  [STEWARD_PIECE_ACKNOWLEDGEMENT] = { "acknowledgement", "(sss)", { "reason", "by", "at" } },
  [STEWARD_PIECE_LEVER] = { "lever", "(bss)", { "on", "by", "at" } },
  [STEWARD_PIECE_CREDIT] = { "credit", "(ssss)", { "standing", "day", "note", "by" } },
  [STEWARD_PIECE_MATERIAL] = { "material", "(sss)", { "day", "note", "by" } },
  [STEWARD_PIECE_ORDER] = { "order", "as", { NULL } },
  [STEWARD_PIECE_EDIT] = { "edit", "(sss)", { "text", "by", "at" } },
  [STEWARD_PIECE_EDITION] = { "edition", "(sssssss)",
                              { "day", "by", "at", "reason", "content", "paper", "notified" } },
  [STEWARD_PIECE_REQUEST] = { "request", "(sssss)", { "sent", "by", "answered", "answered_by", "note" } },
  [STEWARD_PIECE_DOCUMENT] = { "document", "(ssssssssssa(ssss))",
                               { "form", "subject", "title", "state", "day", "sha256", "name", "of", "by", "at",
                                 "signatures" } },
  [STEWARD_PIECE_STEP] = { "step", "(ssssss)", { "day", "kind", "ground", "note", "by", "document" } },
  [STEWARD_PIECE_MEETING] = { "meeting", "(sssa(sss)a(ssss)s)",
                              { "day", "title", "place", "attendance", "opinions", "minutes" } },
  [STEWARD_PIECE_TIMER] = { "timer", "(ssssss)", { "timer", "subject", "from", "due", "done", "note" } },
  [STEWARD_PIECE_WORDING] = { "wording", "(ss)", { "text", "result" } },
  [STEWARD_PIECE_LINK] = { "link", "(sss)", { "by", "at", "note" } },
};

/* The lists of tuples within them. */
static const struct
{
  const char *member;
  const char *names[8];
} lists[] = {
  { "events", { "status", "day", "actor", "kind", "note", "written", "proof" } },
  { "signatures", { "field", "signer", "time", "verdict" } },
  { "attendance", { "bureau", "presence", "person" } },
  { "opinions", { "bureau", "about", "verdict", "text" } },
};

void
steward_piece_free (StewardPiece *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_clear_pointer (&self->value, g_variant_unref);
  g_free (self);
}

const char *
steward_piece_kind_to_word (StewardPieceKind kind)
{
  g_return_val_if_fail ((guint) kind < STEWARD_N_PIECES, NULL);

  return kinds[kind].word;
}

gboolean
steward_piece_kind_from_word (const char       *word,
                              StewardPieceKind *kind)
{
  g_return_val_if_fail (kind != NULL, FALSE);

  for (guint i = 0; i < STEWARD_N_PIECES; i++)
    {
      if (g_strcmp0 (kinds[i].word, word) == 0)
        {
          *kind = i;
          return TRUE;
        }
    }
  return FALSE;
}

const GVariantType *
steward_piece_kind_get_type (StewardPieceKind kind)
{
  g_return_val_if_fail ((guint) kind < STEWARD_N_PIECES, NULL);

  return G_VARIANT_TYPE (kinds[kind].type);
}

const char * const *
steward_piece_kind_get_names (StewardPieceKind kind)
{
  g_return_val_if_fail ((guint) kind < STEWARD_N_PIECES, NULL);

  return kinds[kind].names;
}

StewardProject *
steward_project_duplicate (StewardProject *self)
{
  g_autoptr (GPtrArray) pieces = NULL;
  StewardProject *other;

  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);

  other = steward_project_new (steward_project_get_pack (self));
  if (*steward_project_get_id (self) != '\0')
    steward_project_set_id (other, steward_project_get_id (self));
  pieces = steward_project_list_pieces (self);
  for (guint i = 0; i < pieces->len; i++)
    {
      const StewardPiece *piece = g_ptr_array_index (pieces, i);
      g_autoptr (GError) error = NULL;

      /* What a project with this pack holds, another one takes. */
      if (!steward_project_set_piece (other, piece->kind, piece->key, piece->value, &error))
        g_warning ("A project cannot be copied: %s", error->message);
    }

  return other;
}

const char * const *
steward_piece_member_get_names (const char *member)
{
  g_return_val_if_fail (member != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      if (strcmp (lists[i].member, member) == 0)
        return lists[i].names;
    }
  return NULL;
}
