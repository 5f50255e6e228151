/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verifier fed with anything. As a test it goes once through the folders
 * named on the command line (the kept corpus); for fuzzing, compile this file
 * and those of src/signature and src/base with
 * `clang -fsanitize=fuzzer,address,undefined -DSTEWARD_FUZZING`. */
#include <stdint.h>

#include "steward-pdf-verify.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) pdf = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardPdfVerification) verification = steward_pdf_verify (pdf, NULL, NULL, &error);

  g_assert ((verification == NULL) == (error != NULL));
  for (guint i = 0; verification != NULL && i < verification->signatures->len; i++)
    {
      const StewardPdfSignature *signature = verification->signatures->pdata[i];

      g_assert (signature->end <= size && signature->intact == (signature->problem == NULL));
    }
  return 0;
}

#ifndef STEWARD_FUZZING
static char *corpus;

static void
test_corpus (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (corpus, 0, &error);
  const char *name;
  guint n = 0;

  g_assert_no_error (error);
  for (; (name = g_dir_read_name (folder)) != NULL; n++)
    {
      g_autofree char *path = g_build_filename (corpus, name, NULL);
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
  corpus = argv[1];
  g_test_add_func ("/fuzz/kept-corpus-of-the-verifier", test_corpus);
  return g_test_run ();
}
#endif
