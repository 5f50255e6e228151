/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "user-packs.h"

#include <glib/gstdio.h>

static char *data_home;

void
user_packs_set_up (void)
{
  data_home = g_dir_make_tmp ("steward-packs-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", data_home, TRUE);
}

void
user_packs_clear (void)
{
  g_autofree char *folder = steward_pack_library_get_folder ();
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_true (g_str_has_prefix (folder, data_home));
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_chmod (path, 0700);
      g_remove (path);
    }
}

void
user_packs_tear_down (void)
{
  g_autofree char *folder = steward_pack_library_get_folder ();
  g_autofree char *parent = g_path_get_dirname (folder);

  user_packs_clear ();
  g_rmdir (folder);
  g_rmdir (parent);
  g_rmdir (data_home);
  g_clear_pointer (&data_home, g_free);
}

void
user_packs_put (const char *name,
                const char *text)
{
  g_autofree char *folder = steward_pack_library_get_folder ();
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

char *
user_packs_make (const char *id,
                 const char *version,
                 const char *members)
{
  return g_strdup_printf ("{ \"format\": \"steward-pack\", \"format_version\": 1, \"id\": \"%s\", "
                          "\"version\": \"%s\", \"title\": \"t\"%s%s }", id, version, *members != '\0' ? ", " : "",
                          members);
}
