/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "steward-error.h"
#include "user-packs.h"

static void
put (const char *name,
     const char *id,
     const char *version,
     const char *members)
{
  g_autofree char *text = user_packs_make (id, version, members);

  user_packs_put (name, text);
}

/* The versions of @id, newest first, with `*` behind bundled ones. */
static char *
describe (const char *id)
{
  g_autoptr(GPtrArray) versions = steward_pack_library_get_versions (id);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < versions->len; i++)
    {
      const StewardPackVersion *version = versions->pdata[i];

      g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", version->version, version->bundled ? "*" : "");
    }
  return g_string_free (text, FALSE);
}

static void
assert_versions (const char *id,
                 const char *expected)
{
  g_autofree char *text = describe (id);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_newest (const char *id,
               const char *version)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(StewardPack) pack = steward_pack_library_load (id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (steward_pack_get_version (pack), ==, version);
}

static void
test_compare (void)
{
  static const char * const order[] = {
    "", "0", "1", "1.0", "1.1", "1.2", "1.10", "1.10-a", "1.10.1", "2", "10", "2022.1", "2022.2", "2022.10", "2025.1", "a", "b1", "b02"
  };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < G_N_ELEMENTS (order); j++)
      {
        int found = steward_pack_version_compare (order[i], order[j]);

        if (i != j)
          g_assert_cmpint (found, ==, i < j ? -1 : 1);
        else
          g_assert_cmpint (found, ==, 0);
      }
  /* The same number written otherwise is another version. */
  g_assert_cmpint (steward_pack_version_compare ("1.01", "1.1"), !=, 0);
}

static void
test_plain (void)
{
  g_autofree char *longest = g_strnfill (80, '1'), *longer = g_strnfill (81, '1');

  g_assert_true (steward_pack_version_is_plain ("2026.1"));
  g_assert_true (steward_pack_version_is_plain ("v2_b-3"));
  g_assert_true (steward_pack_version_is_plain (longest));
  g_assert_false (steward_pack_version_is_plain (longer));
  g_assert_false (steward_pack_version_is_plain (""));
  g_assert_false (steward_pack_version_is_plain ("../1"));
  g_assert_false (steward_pack_version_is_plain ("1/2"));
  g_assert_false (steward_pack_version_is_plain ("第二版"));
}

static void
test_versions_stand_beside_each_other (void)
{
  user_packs_clear ();
  assert_versions ("datong-2025", "2025.1*");
  put ("datong-2025@2026.2.json", "datong-2025", "2026.2", "");
  put ("datong-2025@2026.10.json", "datong-2025", "2026.10", "");
  put ("datong-2025@2024.1.json", "datong-2025", "2024.1", "");
  /* What is named otherwise is no version of it. */
  put ("datong-2025@.json", "datong-2025", "9", "");
  put ("datong@9.json", "datong", "9", "");
  put ("datong-2025@2027.1.json~", "datong-2025", "2027.1", "");
  assert_versions ("datong-2025", "2026.10 2026.2 2025.1* 2024.1");
  assert_newest ("datong-2025", "2026.10");
}

/* A correction of a bundled pack goes before it whatever it calls itself, but
 * projects that recorded the bundled one still find it. */
static void
test_a_file_without_version_replaces_the_bundled_one (void)
{
  g_autoptr(GPtrArray) versions = NULL;

  user_packs_clear ();
  put ("datong-2025.json", "datong-2025", "2020.1", "");
  assert_versions ("datong-2025", "2020.1 2025.1*");
  assert_newest ("datong-2025", "2020.1");
  put ("datong-2025@2020.2.json", "datong-2025", "2020.2", "");
  assert_versions ("datong-2025", "2020.2 2020.1 2025.1*");
  versions = steward_pack_library_get_versions ("datong-2025");
  g_assert_cmpstr (((StewardPackVersion *) versions->pdata[2])->origin, ==, "datong-2025.json");
}

static void
test_recorded_versions_are_found_by_their_bytes (void)
{
  g_autoptr(GPtrArray) versions = NULL;

  user_packs_clear ();
  put ("datong-2025@2026.1.json", "datong-2025", "2026.1", "");
  put ("datong-2025@2026.2.json", "datong-2025", "2026.2", "");
  versions = steward_pack_library_get_versions ("datong-2025");
  g_assert_cmpuint (versions->len, ==, 3);
  for (guint i = 0; i < versions->len; i++)
    {
      const StewardPackVersion *version = versions->pdata[i];
      g_autoptr(GError) error = NULL;
      g_autoptr(StewardPack) pack = NULL;
      gboolean exact = FALSE;

      pack = steward_pack_library_load_version ("datong-2025", version->sha256, &exact, &error);
      g_assert_no_error (error);
      g_assert_true (exact);
      g_assert_cmpstr (steward_pack_get_version (pack), ==, version->version);
      g_assert_cmpstr (steward_pack_get_sha256 (pack), ==, version->sha256);
    }
}

static void
test_an_unknown_version_gives_the_newest (void)
{
  static const char * const unknown[] = { NULL, "", "0123" };

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(StewardPack) pack = NULL;
      gboolean exact = TRUE;

      pack = steward_pack_library_load_version ("datong-2025", unknown[i], &exact, &error);
      g_assert_no_error (error);
      g_assert_false (exact);
      g_assert_cmpstr (steward_pack_get_version (pack), ==, "2026.2");
    }
}

static void
assert_fails (const char *id,
              const char *message)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (steward_pack_library_load (id, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, message));
}

static void
test_what_is_wrong_is_said (void)
{
  user_packs_clear ();
  put ("datong-2025@2026.1.json", "datong-2025", "2026.7", "");
  assert_fails ("datong-2025", "not that of the version “2026.7”");
  user_packs_clear ();
  put ("datong-2025@2026.1.json", "another", "2026.1", "");
  assert_fails ("datong-2025", "but holds “another”");
  user_packs_clear ();
  user_packs_put ("atlantis@1.json", "{ no json");
  assert_versions ("atlantis", "");
  assert_fails ("atlantis", "atlantis@1.json:1:3");
  assert_versions ("../x", "");
}

static void
test_a_pack_of_versions_only_is_listed_once (void)
{
  g_auto(GStrv) ids = NULL;
  guint n = 0;

  user_packs_clear ();
  put ("my-county@1.json", "my-county", "1", "");
  put ("my-county@2.json", "my-county", "2", "");
  ids = steward_pack_library_list ();
  for (guint i = 0; ids[i] != NULL; i++)
    n += strcmp (ids[i], "my-county") == 0;
  g_assert_cmpuint (n, ==, 1);
  assert_newest ("my-county", "2");
}

int
main (int   argc,
      char *argv[])
{
  int status;

  user_packs_set_up ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack-versions/numbers-count-as-numbers", test_compare);
  g_test_add_func ("/pack-versions/plain-versions", test_plain);
  g_test_add_func ("/pack-versions/stand-beside-each-other", test_versions_stand_beside_each_other);
  g_test_add_func ("/pack-versions/a-correction-replaces-the-bundled-one",
                   test_a_file_without_version_replaces_the_bundled_one);
  g_test_add_func ("/pack-versions/recorded-ones-are-found-by-their-bytes",
                   test_recorded_versions_are_found_by_their_bytes);
  g_test_add_func ("/pack-versions/an-unknown-one-gives-the-newest", test_an_unknown_version_gives_the_newest);
  g_test_add_func ("/pack-versions/what-is-wrong-is-said", test_what_is_wrong_is_said);
  g_test_add_func ("/pack-versions/a-pack-of-versions-only-is-listed-once", test_a_pack_of_versions_only_is_listed_once);
  status = g_test_run ();
  user_packs_tear_down ();
  return status;
}
