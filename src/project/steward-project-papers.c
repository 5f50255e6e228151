/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-project-private.h"

#include <string.h>

static void
closing_free (StewardClosing *closing)
{
  g_free (closing->stage);
  g_strfreev (closing->handed_over);
  g_free (closing);
}

static void
entry_free (StewardLedgerEntry *entry)
{
  g_free (entry->kind);
  g_free (entry->text);
  g_free (entry->result);
  g_free (entry);
}

/* A copy of a list that may be NULL, it and every string of it clipped. */
static char **
copy_list (char * const *list,
           gsize         max)
{
  GPtrArray *copy = g_ptr_array_new ();

  for (guint i = 0; list && list[i] && i < STEWARD_LIST_MAX; i++)
    g_ptr_array_add (copy, steward_project_clip (list[i], max));
  g_ptr_array_add (copy, NULL);
  return (char **) g_ptr_array_free (copy, FALSE);
}

static gboolean
same_list (char * const *a,
           char * const *b)
{
  return g_strv_equal ((const char * const *) a, (const char * const *) b);
}

void
steward_project_init_papers (StewardProject *self)
{
  self->entrustment.stages = g_new0 (char *, 1);
  self->entrustment.items = g_new0 (char *, 1);
  self->entrustment.signed_on = STEWARD_DAY_NONE;
  self->closings = g_ptr_array_new_with_free_func ((GDestroyNotify) closing_free);
  self->ledger = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  self->suggestion = g_strdup ("");
}

void
steward_project_clear_papers (StewardProject *self)
{
  g_strfreev (self->entrustment.stages);
  g_strfreev (self->entrustment.items);
  g_ptr_array_unref (self->closings);
  g_ptr_array_unref (self->ledger);
  g_free (self->suggestion);
}

gboolean
steward_project_drop_entrusted (StewardProject *self,
                                const char     *item)
{
  char **items = self->entrustment.items;
  guint kept = 0, i;

  for (i = 0; items[i]; i++)
    {
      if (strcmp (items[i], item) == 0)
        g_free (items[i]);
      else
        items[kept++] = items[i];
    }
  items[kept] = NULL;
  return kept < i;
}

void
steward_project_take_entrustment (StewardProject  *self,
                                  char           **stages,
                                  char           **items,
                                  StewardDay       signed_on)
{
  g_strfreev (self->entrustment.stages);
  g_strfreev (self->entrustment.items);
  self->entrustment.stages = stages;
  self->entrustment.items = items;
  self->entrustment.signed_on = signed_on;
}

const StewardEntrustment *
steward_project_get_entrustment (StewardProject *self)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);

  return &self->entrustment;
}

void
steward_project_set_entrustment (StewardProject           *self,
                                 const StewardEntrustment *value)
{
  g_auto (GStrv) stages = NULL, items = NULL;

  g_return_if_fail (STEWARD_IS_PROJECT (self));
  g_return_if_fail (value != NULL);

  stages = copy_list (value->stages, STEWARD_NAME_MAX_CHARS);
  items = copy_list (value->items, STEWARD_NAME_MAX_CHARS);
  if (same_list (stages, self->entrustment.stages) && same_list (items, self->entrustment.items) &&
      value->signed_on == self->entrustment.signed_on)
    return;
  steward_project_take_entrustment (self, g_steal_pointer (&stages), g_steal_pointer (&items), value->signed_on);
  steward_project_emit_piece (self, STEWARD_PIECE_ENTRUSTMENT, "");
  steward_project_emit_changed (self, STEWARD_CHANGE_PAPERS);
}

GPtrArray *
steward_project_get_closings (StewardProject *self)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);

  return self->closings;
}

/* A scan, as there are no more closings than stages. */
const StewardClosing *
steward_project_lookup_closing (StewardProject *self,
                                const char     *stage)
{
  for (guint i = 0; i < self->closings->len; i++)
    {
      const StewardClosing *closing = self->closings->pdata[i];

      if (strcmp (closing->stage, stage) == 0)
        return closing;
    }
  return NULL;
}

void
steward_project_drop_closing (StewardProject *self,
                              const char     *stage)
{
  const StewardClosing *old = steward_project_lookup_closing (self, stage);

  if (old)
    steward_ordered_remove (self->closings, old, steward_closing_compare);
}

void
steward_project_take_closing (StewardProject *self,
                              StewardClosing *closing)
{
  steward_project_drop_closing (self, closing->stage);
  steward_ordered_add (self->closings, closing, steward_closing_compare);
}

static guint
next_position (StewardProject *self)
{
  const GPtrArray *closings = self->closings;

  if (closings->len == 0)
    return 1;
  return MIN (((StewardClosing *) closings->pdata[closings->len - 1])->position + 1, STEWARD_POSITION_MAX);
}

void
steward_project_put_closing (StewardProject       *self,
                             const StewardClosing *value)
{
  const StewardClosing *old;
  StewardClosing *mine;
  g_auto (GStrv) handed_over = NULL;

  g_return_if_fail (STEWARD_IS_PROJECT (self));
  g_return_if_fail (value != NULL && value->stage != NULL);
  g_return_if_fail (steward_pack_find_stage (self->pack, value->stage) != NULL);

  old = steward_project_lookup_closing (self, value->stage);
  handed_over = copy_list (value->handed_over, STEWARD_TEXT_MAX_CHARS);
  if (old && old->finished_on == value->finished_on && same_list (old->handed_over, handed_over))
    return;
  mine = g_new0 (StewardClosing, 1);
  mine->stage = g_strdup (value->stage);
  mine->handed_over = g_steal_pointer (&handed_over);
  mine->finished_on = value->finished_on;
  mine->position = old ? old->position : next_position (self);
  steward_project_take_closing (self, mine);
  steward_project_emit_piece (self, STEWARD_PIECE_CLOSING, mine->stage);
  steward_project_emit_changed (self, STEWARD_CHANGE_PAPERS);
}

GPtrArray *
steward_project_get_ledger (StewardProject *self)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);

  return self->ledger;
}

const StewardLedgerEntry *
steward_project_lookup_entry (StewardProject *self,
                              guint           number)
{
  const StewardLedgerEntry wanted = { .number = number };
  guint at = steward_ordered_find (self->ledger, &wanted, steward_ledger_compare);
  const StewardLedgerEntry *found = at < self->ledger->len ? self->ledger->pdata[at] : NULL;

  return found && found->number == number ? found : NULL;
}

void
steward_project_drop_entry (StewardProject *self,
                            guint           number)
{
  const StewardLedgerEntry *old = steward_project_lookup_entry (self, number);

  if (old)
    steward_ordered_remove (self->ledger, old, steward_ledger_compare);
}

void
steward_project_take_entry (StewardProject     *self,
                            StewardLedgerEntry *entry)
{
  steward_project_drop_entry (self, entry->number);
  steward_ordered_add (self->ledger, entry, steward_ledger_compare);
}

void
steward_project_add_ledger_entry (StewardProject           *self,
                                  const StewardLedgerEntry *value)
{
  StewardLedgerEntry *mine;
  g_autofree char *key = NULL;
  guint last;

  g_return_if_fail (STEWARD_IS_PROJECT (self));
  g_return_if_fail (value != NULL && value->day != STEWARD_DAY_NONE);
  g_return_if_fail (self->ledger->len < STEWARD_PROJECT_MAX_LEDGER);
  last = self->ledger->len > 0 ? ((StewardLedgerEntry *) self->ledger->pdata[self->ledger->len - 1])->number : 0;
  g_return_if_fail (last < STEWARD_POSITION_MAX);

  mine = g_new0 (StewardLedgerEntry, 1);
  mine->day = value->day;
  mine->kind = steward_project_clip (value->kind, STEWARD_NAME_MAX_CHARS);
  mine->text = steward_project_clip (value->text, STEWARD_TEXT_MAX_CHARS);
  mine->result = steward_project_clip (value->result, STEWARD_TEXT_MAX_CHARS);
  mine->number = last + 1;
  steward_project_take_entry (self, mine);
  key = g_strdup_printf ("%u", last + 1);
  steward_project_emit_piece (self, STEWARD_PIECE_LEDGER, key);
  steward_project_emit_changed (self, STEWARD_CHANGE_PAPERS);
}

const char *
steward_project_get_suggestion (StewardProject *self)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);

  return self->suggestion;
}

void
steward_project_set_suggestion (StewardProject *self,
                                const char     *text)
{
  g_autofree char *clean = NULL;

  g_return_if_fail (STEWARD_IS_PROJECT (self));

  clean = steward_project_clean_text (text);
  if (strcmp (clean, self->suggestion) == 0)
    return;
  g_free (self->suggestion);
  self->suggestion = g_steal_pointer (&clean);
  steward_project_emit_piece (self, STEWARD_PIECE_SUGGESTION, "");
  steward_project_emit_changed (self, STEWARD_CHANGE_PAPERS);
}
