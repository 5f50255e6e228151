/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-database-parts-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "steward-error.h"

/* One setting per pack. */
static char *
setting_key (StewardPack *pack)
{
  return g_strconcat ("sections ", steward_pack_get_id (pack), NULL);
}

StewardSections *
steward_database_load_sections (StewardDatabase  *self,
                                StewardPack      *pack,
                                GError          **error)
{
  g_autofree char *key = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (STEWARD_IS_DATABASE (self), NULL);
  g_return_val_if_fail (pack != NULL, NULL);

  key = setting_key (pack);
  text = steward_database_get_setting (self, key, error);
  return text != NULL ? steward_sections_read (pack, text, error) : NULL;
}

typedef struct
{
  const StewardSections *expected;
  const StewardSections *sections;
} Replacement;

static gboolean
replace_sections (StewardDatabase  *self,
                  gpointer          data,
                  GError          **error)
{
  const Replacement *replacement = data;
  StewardPack *pack = steward_sections_get_pack (replacement->sections);
  g_autofree char *key = setting_key (pack);
  g_autofree char *text = steward_sections_write (replacement->sections);

  if (replacement->expected != NULL)
    {
      g_autoptr (StewardSections) stored = steward_database_load_sections (self, pack, error);
      g_autofree char *there = stored ? steward_sections_write (stored) : NULL;
      g_autofree char *expected = steward_sections_write (replacement->expected);

      if (there == NULL)
        return FALSE;
      if (strcmp (there, expected) != 0)
        {
          g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_CONFLICT,
                               _("Somebody else changed the sections meanwhile. Nothing was changed."));
          return FALSE;
        }
    }
  return steward_database_write_setting (self, key, text, error);
}

gboolean
steward_database_save_sections (StewardDatabase        *self,
                                const StewardSections  *expected,
                                const StewardSections  *sections,
                                GError                **error)
{
  Replacement replacement = { expected, sections };

  g_return_val_if_fail (STEWARD_IS_DATABASE (self), FALSE);
  g_return_val_if_fail (sections != NULL, FALSE);

  return steward_database_transact (self, replace_sections, &replacement, error);
}

gint64
steward_database_merge_answer (StewardDatabase            *self,
                               StewardProject             *project,
                               gint64                      version,
                               const StewardSectionMerge  *merge,
                               const StewardSectionForm   *answer,
                               const char                 *actor,
                               GError                    **error)
{
  g_autoptr (StewardProject) after = NULL;
  g_autoptr (StewardChangeSet) set = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (STEWARD_IS_DATABASE (self), 0);
  g_return_val_if_fail (STEWARD_IS_PROJECT (project), 0);
  g_return_val_if_fail (merge != NULL && answer != NULL && actor != NULL, 0);

  label = g_strdup_printf (_("Answer of %s"), answer->section_name);
  after = steward_project_duplicate (project);
  if (steward_section_merge_apply (merge, after, error) < 0 || !steward_section_form_record (answer, after, error))
    return 0;
  set = steward_change_set_compare (project, after, actor, label, version);
  return set->changes->len > 0 ? steward_database_apply (self, set, error) : version;
}
