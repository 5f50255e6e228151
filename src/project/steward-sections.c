/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-sections-private.h"

#include <string.h>

#include "steward-project.h"

static void
section_free (StewardSection *section)
{
  g_free (section->id);
  g_free (section->name);
  g_free (section->officer);
  g_free (section);
}

static StewardSections *
sections_alloc (StewardPack *pack)
{
  StewardSections *self = g_new0 (StewardSections, 1);

  self->pack = steward_pack_ref (pack);
  self->list = g_ptr_array_new_with_free_func ((GDestroyNotify) section_free);
  self->assigned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/* What is typed, without white space around it and not longer than a name. */
static char *
tidy (const char *text)
{
  g_autofree char *copy = g_strdelimit (g_strdup (text), "\r\n\t", ' ');

  g_strstrip (copy);
  return g_utf8_substring (copy, 0, MIN (g_utf8_strlen (copy, -1), STEWARD_NAME_MAX_CHARS));
}

void
steward_sections_put (StewardSections *self,
                      const char      *id,
                      const char      *name,
                      const char      *officer,
                      gboolean         added)
{
  StewardSection *section = g_new0 (StewardSection, 1);

  section->id = g_strdup (id);
  section->name = tidy (name);
  section->officer = tidy (officer);
  section->added = added;
  g_ptr_array_add (self->list, section);
}

StewardSections *
steward_sections_new (StewardPack *pack)
{
  StewardSections *self;
  GPtrArray *named;

  g_return_val_if_fail (pack != NULL, NULL);

  self = sections_alloc (pack);
  named = steward_pack_get_sections (pack);
  for (guint i = 0; i < named->len; i++)
    {
      const StewardNamed *section = named->pdata[i];

      steward_sections_put (self, section->id, section->name, "", FALSE);
    }
  return self;
}

StewardSections *
steward_sections_copy (const StewardSections *self)
{
  StewardSections *copy;
  GHashTableIter iter;
  gpointer key, value;

  g_return_val_if_fail (self != NULL, NULL);

  copy = sections_alloc (self->pack);
  for (guint i = 0; i < self->list->len; i++)
    {
      const StewardSection *section = self->list->pdata[i];

      steward_sections_put (copy, section->id, section->name, section->officer, section->added);
    }
  g_hash_table_iter_init (&iter, self->assigned);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy->assigned, g_strdup (key), g_strdup (value));
  copy->rest = g_strdup (self->rest);
  return copy;
}

void
steward_sections_free (StewardSections *self)
{
  if (self == NULL)
    return;
  steward_pack_unref (self->pack);
  g_ptr_array_unref (self->list);
  g_hash_table_unref (self->assigned);
  g_free (self->rest);
  g_free (self);
}

StewardPack *
steward_sections_get_pack (const StewardSections *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->pack;
}

GPtrArray *
steward_sections_list (const StewardSections *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->list;
}

static StewardSection *
find (const StewardSections *self,
      const char            *id)
{
  for (guint i = 0; i < self->list->len; i++)
    {
      StewardSection *section = self->list->pdata[i];

      if (strcmp (section->id, id) == 0)
        return section;
    }
  return NULL;
}

const StewardSection *
steward_sections_find (const StewardSections *self,
                       const char            *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return find (self, id);
}

const char *
steward_sections_add (StewardSections *self,
                      const char      *name,
                      const char      *officer)
{
  g_autofree char *tidied = NULL;
  g_autofree char *id = NULL;

  g_return_val_if_fail (self != NULL && name != NULL && officer != NULL, NULL);

  tidied = tidy (name);
  if (*tidied == '\0' || self->list->len >= STEWARD_SECTIONS_MAX)
    return NULL;
  for (guint n = 1; id == NULL || find (self, id) != NULL; n++)
    {
      g_free (id);
      id = g_strdup_printf (STEWARD_SECTION_ADDED "%u", n);
    }
  steward_sections_put (self, id, tidied, officer, TRUE);
  return ((StewardSection *) self->list->pdata[self->list->len - 1])->id;
}

gboolean
steward_sections_set (StewardSections *self,
                      const char      *id,
                      const char      *name,
                      const char      *officer)
{
  StewardSection *section;
  char *tidied;

  g_return_val_if_fail (self != NULL && id != NULL && name != NULL && officer != NULL, FALSE);

  section = find (self, id);
  tidied = tidy (name);
  if (section == NULL || *tidied == '\0')
    {
      g_free (tidied);
      return FALSE;
    }
  g_free (section->name);
  section->name = tidied;
  g_free (section->officer);
  section->officer = tidy (officer);
  return TRUE;
}

static gboolean
is_section (gpointer key,
            gpointer value,
            gpointer id)
{
  return strcmp (value, id) == 0;
}

gboolean
steward_sections_remove (StewardSections *self,
                         const char      *id)
{
  StewardSection *section;

  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  section = find (self, id);
  if (section == NULL || !section->added)
    return FALSE;
  g_hash_table_foreach_remove (self->assigned, is_section, section->id);
  if (g_strcmp0 (self->rest, section->id) == 0)
    g_clear_pointer (&self->rest, g_free);
  g_ptr_array_remove (self->list, section);
  return TRUE;
}

const char *
steward_sections_get_assigned (const StewardSections *self,
                               const char            *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return g_hash_table_lookup (self->assigned, id);
}

gboolean
steward_sections_assign (StewardSections *self,
                         const char      *id,
                         const char      *section)
{
  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  if (section == NULL)
    {
      g_hash_table_remove (self->assigned, id);
      return TRUE;
    }
  if (find (self, section) == NULL
      || (g_hash_table_size (self->assigned) >= STEWARD_ASSIGNMENTS_MAX && !g_hash_table_contains (self->assigned, id)))
    return FALSE;
  g_hash_table_insert (self->assigned, g_strdup (id), g_strdup (section));
  return TRUE;
}

const char *
steward_sections_get_rest (const StewardSections *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->rest;
}

gboolean
steward_sections_set_rest (StewardSections *self,
                           const char      *section)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (section != NULL && find (self, section) == NULL)
    return FALSE;
  g_free (self->rest);
  self->rest = g_strdup (section);
  return TRUE;
}
