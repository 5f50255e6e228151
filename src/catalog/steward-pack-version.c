/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pack-private.h"

#include <stdlib.h>

#include "steward-file.h"
#include "steward-packs.h"

#define SUFFIX ".json"

void
steward_pack_version_free (StewardPackVersion *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->version);
  g_free (self->sha256);
  g_free (self->origin);
  g_free (self);
}

/* Digits of @text from its start, without zeros before them. */
static const char *
skip_number (const char  *text,
             const char **first,
             gsize       *length)
{
  while (*text == '0' && g_ascii_isdigit (text[1]))
    text++;
  *first = text;
  while (g_ascii_isdigit (*text))
    text++;
  *length = text - *first;
  return text;
}

int
steward_pack_version_compare (const char *a,
                              const char *b)
{
  const char *whole_a = a, *whole_b = b;

  g_return_val_if_fail (a != NULL, 0);
  g_return_val_if_fail (b != NULL, 0);

  while (*a != '\0' && *b != '\0')
    {
      const char *first_a, *first_b;
      gsize length_a, length_b;
      int order;

      if (!g_ascii_isdigit (*a) || !g_ascii_isdigit (*b))
        {
          if (*a != *b)
            return (guchar) *a < (guchar) *b ? -1 : 1;
          a++;
          b++;
          continue;
        }
      a = skip_number (a, &first_a, &length_a);
      b = skip_number (b, &first_b, &length_b);
      if (length_a != length_b)
        return length_a < length_b ? -1 : 1;
      order = strncmp (first_a, first_b, length_a);
      if (order != 0)
        return order < 0 ? -1 : 1;
    }
  if (*a != *b)
    return *a == '\0' ? -1 : 1;
  /* 1.01 and 1.1 are the same number, but not the same version. */
  return CLAMP (strcmp (whole_a, whole_b), -1, 1);
}

gboolean
steward_pack_version_is_plain (const char *version)
{
  gsize length;

  g_return_val_if_fail (version != NULL, FALSE);

  length = strlen (version);
  return length > 0 && length <= STEWARD_PACK_MAX_ID &&
         strspn (version, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS ".-_") == length;
}

char *
steward_pack_library_get_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "steward", "packs", NULL);
}

GBytes *
steward_pack_version_read (const StewardPackVersion  *self,
                           GError                   **error)
{
  g_autofree char *resource = NULL;
  g_autoptr(GFile) file = NULL;

  if (self->bundled)
    {
      resource = g_strconcat (STEWARD_PACK_RESOURCES "/", self->origin, NULL);
      return g_resource_lookup_data (steward_packs_get_resource (), resource, 0, error);
    }
  file = g_file_new_for_path (self->origin);
  return steward_file_read (file, STEWARD_PACK_MAX_BYTES, NULL, error);
}

static void
add (GPtrArray  *versions,
     const char *id,
     const char *origin,
     gboolean    bundled)
{
  StewardPackVersion *self = g_new0 (StewardPackVersion, 1);

  self->id = g_strdup (id);
  self->origin = g_strdup (origin);
  self->bundled = bundled;
  g_ptr_array_add (versions, self);
}

/* What the file says, without judging the rest of it: a wrong one is
 * complained about when somebody wants to use it. */
static void
look_into (StewardPackVersion *self)
{
  g_autoptr(GBytes) bytes = steward_pack_version_read (self, NULL);
  g_autoptr(StewardProblems) problems = steward_problems_new ();
  g_autoptr(StewardJson) json = bytes != NULL ? steward_json_parse (bytes, self->origin, problems) : NULL;
  const StewardJsonNode *version = NULL;

  self->sha256 = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : g_strdup ("");
  if (json != NULL)
    version = steward_json_node_get_member (steward_json_get_root (json), "version");
  self->version = g_strdup (version != NULL && steward_json_node_get_kind (version) == STEWARD_JSON_STRING
                            ? steward_json_node_get_string (version) : "");
}

static int
compare_versions (gconstpointer a,
                  gconstpointer b)
{
  const StewardPackVersion *first = *(const StewardPackVersion * const *) a;
  const StewardPackVersion *second = *(const StewardPackVersion * const *) b;
  int order = steward_pack_version_compare (second->version, first->version);

  if (order == 0)
    order = first->bundled - second->bundled;
  return order != 0 ? order : strcmp (first->origin, second->origin);
}

static void
add_saved (GPtrArray  *versions,
           const char *id,
           const char *folder)
{
  g_autofree char *prefix = g_strconcat (id, "@", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_autofree char *version = NULL;

      if (!g_str_has_prefix (name, prefix) || !g_str_has_suffix (name, SUFFIX))
        continue;
      version = g_strndup (name + strlen (prefix), strlen (name) - strlen (prefix) - strlen (SUFFIX));
      if (steward_pack_version_is_plain (version))
        add (versions, id, path, FALSE);
    }
}

GPtrArray *
steward_pack_library_get_versions (const char *id)
{
  GPtrArray *versions = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_pack_version_free);
  g_autofree char *folder = steward_pack_library_get_folder ();
  g_autofree char *name = NULL, *path = NULL, *resource = NULL;
  gboolean replaced;

  g_return_val_if_fail (id != NULL, versions);

  if (!steward_pack_is_id (id))
    return versions;
  name = g_strconcat (id, SUFFIX, NULL);
  path = g_build_filename (folder, name, NULL);
  resource = g_strconcat (STEWARD_PACK_RESOURCES "/", name, NULL);
  replaced = g_file_test (path, G_FILE_TEST_EXISTS);
  if (replaced)
    add (versions, id, path, FALSE);
  add_saved (versions, id, folder);
  if (!replaced && g_resource_get_info (steward_packs_get_resource (), resource, 0, NULL, NULL, NULL))
    add (versions, id, name, TRUE);

  for (guint i = 0; i < versions->len; i++)
    look_into (versions->pdata[i]);
  g_ptr_array_sort (versions, compare_versions);
  if (replaced && g_resource_get_info (steward_packs_get_resource (), resource, 0, NULL, NULL, NULL))
    {
      add (versions, id, name, TRUE);
      look_into (versions->pdata[versions->len - 1]);
    }
  return versions;
}
