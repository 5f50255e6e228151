/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack-fixture.h"

#include <glib/gstdio.h>

#include "steward-error.h"

static char *data_home;

static StewardPack *
load (const char *id)
{
  g_autoptr(GError) error = NULL;
  StewardPack *pack = steward_pack_library_load (id, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pack);
  return pack;
}

static void
put_user_pack (const char *id,
               const char *members)
{
  g_autofree char *folder = g_build_filename (data_home, "steward", "packs", NULL);
  g_autofree char *name = g_strconcat (id, ".json", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  text = g_strdup_printf ("{ \"format\": \"steward-pack\", \"format_version\": 1, \"version\": \"1\", \"title\": \"t\", %s }",
                          members);
  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
test_every_pack_of_the_folder_is_bundled (void)
{
  g_auto(GStrv) ids = steward_pack_library_list ();
  g_autoptr(GDir) dir = g_dir_open (g_getenv ("STEWARD_PACKS_DIR"), 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *id = NULL;

      if (!g_str_has_suffix (name, ".json") || g_str_has_suffix (name, ".schema.json"))
        continue;
      id = g_strndup (name, strlen (name) - strlen (".json"));
      g_assert_true (g_strv_contains ((const char * const *) ids, id));
      n++;
    }
  g_assert_cmpuint (n, >=, 5);
  g_assert_cmpuint (g_strv_length (ids), ==, n);
}

static void
test_every_pack_loads (void)
{
  g_auto(GStrv) ids = steward_pack_library_list ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr(StewardPack) pack = load (ids[i]);

      g_assert_cmpstr (steward_pack_get_id (pack), ==, ids[i]);
      g_assert_cmpuint (steward_pack_get_bases (pack)->len, >, 0);
    }
}

static void
test_jincheng_has_114_boxes (void)
{
  g_autoptr(StewardPack) pack = load ("jincheng-2022");
  GPtrArray *parts = steward_pack_get_parts (pack);
  guint n[4] = { 0 };

  for (guint i = 0; i < parts->len; i++)
    {
      const StewardPart *part = g_ptr_array_index (parts, i);

      for (guint j = 0; !part->supplement && j < part->groups->len; j++)
        {
          const StewardGroup *group = g_ptr_array_index (part->groups, j);

          for (guint k = 0; k < group->boxes->len; k++)
            {
              const StewardBox *box = g_ptr_array_index (group->boxes, k);

              n[box->kind]++;
              g_assert_cmpint (*box->label == '\0', ==, box->kind == STEWARD_BOX_BLANK);
            }
        }
    }
  g_assert_cmpuint (n[STEWARD_BOX_ITEM], ==, 18);
  g_assert_cmpuint (n[STEWARD_BOX_MATERIAL], ==, 76);
  g_assert_cmpuint (n[STEWARD_BOX_FEE], ==, 2);
  g_assert_cmpuint (n[STEWARD_BOX_BLANK], ==, 18);
}

static void
test_datong_takes_34_days (void)
{
  static const int limits[] = { 8, 7, 6, 13 };
  g_autoptr(StewardPack) pack = load ("datong-2025");
  GPtrArray *stages = steward_pack_get_stages (pack);

  g_assert_cmpuint (stages->len, ==, G_N_ELEMENTS (limits));
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    g_assert_cmpint (((const StewardStage *) g_ptr_array_index (stages, i))->limit, ==, limits[i]);
  g_assert_cmpuint (steward_pack_get_blocks (pack)->len, ==, 10);
  g_assert_cmpuint (steward_pack_get_items (pack)->len, ==, 27);
  g_assert_cmpint (steward_pack_get_total_limit (pack), ==, 34);

  /* The notice limits blocks, never single items. */
  for (guint i = 0; i < 27; i++)
    {
      const StewardItem *item = g_ptr_array_index (steward_pack_get_items (pack), i);

      g_assert_cmpint (item->limit, ==, -1);
      g_assert_nonnull (item->block);
    }
}

static void
test_a_user_pack_is_found (void)
{
  g_auto(GStrv) ids = NULL;
  g_autoptr(StewardPack) pack = NULL;

  put_user_pack ("my-county", "\"id\": \"my-county\", \"extends\": \"datong-2025\"");
  ids = steward_pack_library_list ();
  g_assert_true (g_strv_contains ((const char * const *) ids, "my-county"));
  pack = load ("my-county");
  g_assert_cmpint (steward_pack_get_total_limit (pack), ==, 34);
}

static void
assert_fails (const char *id,
              int         code,
              const char *message)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (steward_pack_library_load (id, &error));
  g_assert_error (error, STEWARD_ERROR, code);
  g_assert_nonnull (strstr (error->message, message));
}

static void
test_what_is_missing_or_wrong_is_said (void)
{
  put_user_pack ("misnamed", "\"id\": \"other\"");
  put_user_pack ("ring-a", "\"id\": \"ring-a\", \"extends\": \"ring-b\"");
  put_user_pack ("ring-b", "\"id\": \"ring-b\", \"supplements\": [\"ring-a\"]");

  assert_fails ("atlantis", STEWARD_ERROR_UNKNOWN, "“atlantis”");
  assert_fails ("../../etc/passwd", STEWARD_ERROR_UNKNOWN, "There is no pack");
  assert_fails ("", STEWARD_ERROR_UNKNOWN, "There is no pack");
  assert_fails ("misnamed", STEWARD_ERROR_INVALID, "named after the pack “misnamed”, but holds “other”");
  assert_fails ("ring-a", STEWARD_ERROR_INVALID, "“ring-a” is built on itself");
}

/* The user's packs are all that was put there. */
static void
remove_data_home (void)
{
  g_autofree char *steward = g_build_filename (data_home, "steward", NULL);
  g_autofree char *packs = g_build_filename (steward, "packs", NULL);
  g_autoptr(GDir) dir = g_dir_open (packs, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (packs, name, NULL);

      g_unlink (path);
    }
  g_rmdir (packs);
  g_rmdir (steward);
  g_rmdir (data_home);
  g_clear_pointer (&data_home, g_free);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  data_home = g_dir_make_tmp ("steward-packs-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", data_home, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pack-library/every-pack-of-the-folder-is-bundled", test_every_pack_of_the_folder_is_bundled);
  g_test_add_func ("/pack-library/every-pack-loads", test_every_pack_loads);
  g_test_add_func ("/pack-library/jincheng-has-114-boxes", test_jincheng_has_114_boxes);
  g_test_add_func ("/pack-library/datong-takes-34-days", test_datong_takes_34_days);
  g_test_add_func ("/pack-library/a-user-pack-is-found", test_a_user_pack_is_found);
  g_test_add_func ("/pack-library/what-is-missing-or-wrong-is-said", test_what_is_missing_or_wrong_is_said);

  status = g_test_run ();
  remove_data_home ();
  return status;
}
