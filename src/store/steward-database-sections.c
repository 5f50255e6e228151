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
