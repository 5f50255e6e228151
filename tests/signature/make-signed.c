/* SPDX-License-Identifier: GPL-3.0-or-later */
/* make-signed FOLDER: keys, a folder of roots, papers and signed papers for
 * tests that try the programs from outside, and as seeds for fuzzing. */
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "signature-fixture.h"

static void
put (const char *folder,
     const char *name,
     GBytes     *bytes)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
}

static void
put_root (TestKeys   *keys,
          const char *folder)
{
  g_autofree char *from = g_build_filename (keys->folder, "roots", "root.pem", NULL);
  g_autofree char *roots = g_build_filename (folder, "roots", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (from);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);

  g_mkdir_with_parents (roots, 0700);
  put (roots, "root.pem", bytes);
}

int
main (int   argc,
      char *argv[])
{
  static const char * const kinds[TEST_N_KINDS] = { "classic", "packed", "linear", "linear-packed" };
  TestKeys *keys;
  g_autoptr (GBytes) seal = test_seal (300);
  g_autoptr (GBytes) password = g_bytes_new_static (TEST_PASSWORD "\n", strlen (TEST_PASSWORD) + 1);

  if (argc != 2)
    return EXIT_FAILURE;
  keys = test_keys_new ();
  put_root (keys, argv[1]);
  put (argv[1], "unit.p12", keys->unit_p12);
  put (argv[1], "steward.p12", keys->steward_p12);
  put (argv[1], "password", password);
  put (argv[1], "seal.png", seal);
  for (int kind = 0; kind < TEST_N_KINDS; kind++)
    {
      g_autofree char *plain = g_strdup_printf ("paper-%s.pdf", kinds[kind]);
      g_autofree char *full = g_strdup_printf ("signed-%s.pdf", kinds[kind]);
      g_autoptr (GBytes) paper = test_paper (kind);
      g_autoptr (GBytes) both = test_sign_both (keys, kind);

      put (argv[1], plain, paper);
      put (argv[1], full, both);
    }
  test_keys_free (keys);
  return EXIT_SUCCESS;
}
