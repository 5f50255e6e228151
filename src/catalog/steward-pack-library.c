/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pack-private.h"

#include <glib/gi18n-lib.h>

#include "steward-error.h"
#include "steward-file.h"
#include "steward-packs.h"

#define RESOURCE_FOLDER "/io/github/xiangmuzhang/Steward/packs"
#define SUFFIX ".json"

static char *
get_user_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "steward", "packs", NULL);
}

/* The id in `<id>.json`, or NULL when the name is no such thing. (transfer full) */
static char *
file_name_to_id (const char *name)
{
  g_autofree char *id = NULL;

  if (!g_str_has_suffix (name, SUFFIX))
    return NULL;
  id = g_strndup (name, strlen (name) - strlen (SUFFIX));
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
  g_autofree char *folder = get_user_folder ();
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  bundled = g_resource_enumerate_children (steward_packs_get_resource (), RESOURCE_FOLDER, 0, NULL);
  for (guint i = 0; bundled != NULL && bundled[i] != NULL; i++)
    collect_id (ids, bundled[i]);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    collect_id (ids, name);

  g_ptr_array_sort (ids, compare_ids);
  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_free (ids, FALSE);
}

/* The bytes of the pack @id and where they come from. A pack in the user's
 * folder goes before a bundled one with the same id, so that a correction
 * need not wait for a release. NULL without @error when there is none. */
static GBytes *
read_bytes (const char  *id,
            char       **origin,
            GError     **error)
{
  g_autofree char *name = g_strconcat (id, SUFFIX, NULL);
  g_autofree char *folder = get_user_folder ();
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *resource = g_strconcat (RESOURCE_FOLDER "/", name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autoptr(GFile) file = g_file_new_for_path (path);

      *origin = g_steal_pointer (&path);
      return steward_file_read (file, STEWARD_PACK_MAX_BYTES, NULL, error);
    }
  *origin = g_steal_pointer (&name);
  return g_resource_lookup_data (steward_packs_get_resource (), resource, 0, NULL);
}

/* NULL with @error when there is no such pack, NULL with
 * problems when it is wrong. */
static StewardPack *
load (const char              *id,
      const StewardPackTrail  *trail,
      StewardProblems         *problems,
      GError                 **error)
{
  g_autofree char *origin = NULL;
  g_autoptr(StewardPack) pack = NULL;
  g_autoptr(GBytes) bytes = NULL;
  GError *local = NULL;

  if (steward_pack_is_id (id))
    bytes = read_bytes (id, &origin, &local);
  if (bytes == NULL)
    {
      if (local != NULL)
        g_propagate_error (error, local);
      else
        g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, _("There is no pack with the id “%s”."), id);
      return NULL;
    }

  pack = steward_pack_read_on_trail (bytes, origin, NULL, NULL, trail, problems);
  if (pack != NULL && strcmp (steward_pack_get_id (pack), id) != 0)
    {
      steward_problems_add (problems, origin, 1, 1, "id", _("The file is named after the pack “%s”, but holds “%s”."),
                            id, steward_pack_get_id (pack));
      return NULL;
    }
  return g_steal_pointer (&pack);
}

StewardPack *
steward_pack_library_resolve (const char             *id,
                              const StewardPackTrail *trail,
                              StewardProblems        *problems)
{
  g_autoptr(GError) error = NULL;
  StewardPack *pack = load (id, trail, problems, &error);

  /* That there is none is said where the id stands. */
  if (error != NULL && !g_error_matches (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN))
    steward_problems_add (problems, id, 0, 0, "", "%s", error->message);
  return pack;
}

StewardPack *
steward_pack_library_load (const char  *id,
                           GError     **error)
{
  g_autoptr(StewardProblems) problems = steward_problems_new ();
  GError *local = NULL;
  StewardPack *pack;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  pack = load (id, NULL, problems, &local);
  if (local != NULL)
    g_propagate_error (error, local);
  else if (pack == NULL)
    steward_problems_to_error (problems, STEWARD_ERROR_INVALID, error);
  return pack;
}
