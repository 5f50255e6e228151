/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pack-private.h"

#include <glib/gi18n-lib.h>

#include "steward-error.h"
#include "steward-packs.h"

#define SUFFIX ".json"

/* The id in `<id>.json` and `<id>@<version>.json`, or NULL when the name is
 * no such thing. (transfer full) */
static char *
file_name_to_id (const char *name)
{
  g_autofree char *id = NULL;
  char *mark;

  if (!g_str_has_suffix (name, SUFFIX))
    return NULL;
  id = g_strndup (name, strlen (name) - strlen (SUFFIX));
  mark = strchr (id, '@');
  if (mark != NULL && !steward_pack_version_is_plain (mark + 1))
    return NULL;
  if (mark != NULL)
    *mark = '\0';
  return steward_pack_is_id (id) ? g_steal_pointer (&id) : NULL;
}

static void
collect_id (GPtrArray  *ids,
            const char *name)
{
  g_autofree char *id = file_name_to_id (name);

  if (id != NULL && !g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    g_ptr_array_add (ids, g_steal_pointer (&id));
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

char **
steward_pack_library_list (void)
{
  GPtrArray *ids = g_ptr_array_new ();
  g_auto(GStrv) bundled = NULL;
  g_autofree char *folder = steward_pack_library_get_folder ();
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  bundled = g_resource_enumerate_children (steward_packs_get_resource (), STEWARD_PACK_RESOURCES, 0, NULL);
  for (guint i = 0; bundled != NULL && bundled[i] != NULL; i++)
    collect_id (ids, bundled[i]);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    collect_id (ids, name);

  g_ptr_array_sort (ids, compare_ids);
  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_free (ids, FALSE);
}

static StewardPack *
read_version (const StewardPackVersion  *version,
              const StewardPackTrail    *trail,
              StewardProblems           *problems,
              GError                   **error)
{
  g_autoptr(GBytes) bytes = steward_pack_version_read (version, error);
  g_autoptr(StewardPack) pack = NULL;
  g_autofree char *name = NULL;

  if (bytes == NULL)
    return NULL;
  pack = steward_pack_read_on_trail (bytes, version->origin, NULL, NULL, trail, problems);
  if (pack == NULL)
    return NULL;
  if (strcmp (pack->id, version->id) != 0)
    {
      steward_problems_add (problems, version->origin, 1, 1, "id",
                            _("The file is named after the pack “%s”, but holds “%s”."), version->id, pack->id);
      return NULL;
    }
  name = g_strconcat (pack->id, "@", pack->version, SUFFIX, NULL);
  if (strchr (version->origin, '@') != NULL && !g_str_has_suffix (version->origin, name))
    {
      steward_problems_add (problems, version->origin, 1, 1, "version",
                            _("The name of the file is not that of the version “%s” which it holds."), pack->version);
      return NULL;
    }
  return g_steal_pointer (&pack);
}

/* The version with @sha256, else the newest. NULL with @error when there is
 * no such pack, NULL with problems when it is wrong. */
static StewardPack *
load (const char              *id,
      const char              *sha256,
      gboolean                *exact,
      const StewardPackTrail  *trail,
      StewardProblems         *problems,
      GError                 **error)
{
  g_autoptr(GPtrArray) versions = steward_pack_library_get_versions (id);
  const StewardPackVersion *chosen = versions->len > 0 ? versions->pdata[0] : NULL;

  *exact = FALSE;
  for (guint i = 0; sha256 != NULL && i < versions->len && !*exact; i++)
    {
      const StewardPackVersion *version = versions->pdata[i];

      *exact = strcmp (version->sha256, sha256) == 0;
      if (*exact)
        chosen = version;
    }
  if (chosen == NULL)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, _("There is no pack with the id “%s”."), id);
      return NULL;
    }
  return read_version (chosen, trail, problems, error);
}

StewardPack *
steward_pack_library_resolve (const char             *id,
                              const StewardPackTrail *trail,
                              StewardProblems        *problems)
{
  g_autoptr(GError) error = NULL;
  gboolean exact;
  StewardPack *pack = load (id, NULL, &exact, trail, problems, &error);

  /* That there is none is said where the id stands. */
  if (error != NULL && !g_error_matches (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN))
    steward_problems_add (problems, id, 0, 0, "", "%s", error->message);
  return pack;
}

StewardPack *
steward_pack_library_load_version (const char  *id,
                                   const char  *sha256,
                                   gboolean    *exact,
                                   GError     **error)
{
  g_autoptr(StewardProblems) problems = steward_problems_new ();
  gboolean found;
  GError *local = NULL;
  StewardPack *pack;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  pack = load (id, sha256, &found, NULL, problems, &local);
  if (exact != NULL)
    *exact = found;
  if (local != NULL)
    g_propagate_error (error, local);
  else if (pack == NULL)
    steward_problems_to_error (problems, STEWARD_ERROR_INVALID, error);
  return pack;
}

StewardPack *
steward_pack_library_load (const char  *id,
                           GError     **error)
{
  return steward_pack_library_load_version (id, NULL, NULL, error);
}
