/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-database-parts-private.h"

/* As many as a steward has at hand; a change of any other project loads it. */
#define MAX_KEPT 8

typedef struct
{
  char           *hash;
  StewardProject *project;
} Kept;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_free (kept->hash);
  g_object_unref (kept->project);
  g_free (kept);
}

StewardProject *
steward_database_take_kept (StewardDatabase *self,
                            const char      *hash)
{
  for (GList *link = self->kept.head; link; link = link->next)
    {
      Kept *kept = link->data;

      if (g_str_equal (kept->hash, hash))
        {
          StewardProject *project = g_object_ref (kept->project);

          g_queue_delete_link (&self->kept, link);
          kept_free (kept);
          return project;
        }
    }
  return NULL;
}

void
steward_database_keep (StewardDatabase *self,
                       const char      *hash,
                       StewardProject  *project)
{
  Kept *kept = g_new (Kept, 1);

  kept->hash = g_strdup (hash);
  kept->project = g_object_ref (project);
  g_queue_push_head (&self->kept, kept);
  if (self->kept.length > MAX_KEPT)
    kept_free (g_queue_pop_tail (&self->kept));
}

void
steward_database_forget_kept (StewardDatabase *self)
{
  g_queue_clear_full (&self->kept, kept_free);
}
