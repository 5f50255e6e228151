/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What fuzz targets share. As a test a target goes once through the folder
 * named on the command line, the kept corpus. For fuzzing compile its file and
 * those of the rooms it needs with
 * `clang -fsanitize=fuzzer,address,undefined -DSTEWARD_FUZZING`. */
#pragma once

#include <gio/gio.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

#ifndef STEWARD_FUZZING
static void
fuzz_test_corpus (gconstpointer folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;
  guint n = 0;

  g_assert_no_error (error);
  for (; (name = g_dir_read_name (dir)) != NULL; n++)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *data = NULL;
      gsize size;

      g_file_get_contents (path, &data, &size, &error);
      g_assert_no_error (error);
      LLVMFuzzerTestOneInput ((const uint8_t *) data, size);
    }
  g_assert_cmpuint (n, >, 10);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  g_test_add_data_func ("/fuzz/kept-corpus", argv[1], fuzz_test_corpus);
  return g_test_run ();
}
#endif
