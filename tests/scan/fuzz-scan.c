/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The readers of scans fed with anything. */
#include "../fuzz.h"

#include "steward-scan.h"

#ifdef STEWARD_FUZZING
#include <string.h>
#include <zlib.h>

size_t LLVMFuzzerMutate        (uint8_t      *data,
                                size_t        size,
                                size_t        max_size);
size_t LLVMFuzzerCustomMutator (uint8_t      *data,
                                size_t        size,
                                size_t        max_size,
                                unsigned int  seed);

/* The sums of a PNG are made right again: else nothing behind them is reached. */
size_t
LLVMFuzzerCustomMutator (uint8_t      *data,
                         size_t        size,
                         size_t        max_size,
                         unsigned int  seed)
{
  size = LLVMFuzzerMutate (data, size, max_size);
  if (size < 8 || memcmp (data, "\x89PNG", 4) != 0)
    return size;
  for (size_t at = 8; size - at >= 12;)
    {
      size_t length = (size_t) data[at] << 24 | data[at + 1] << 16 | data[at + 2] << 8 | data[at + 3];
      uint32_t sum;

      if (length > size - at - 12)
        break;
      sum = GUINT32_TO_BE ((uint32_t) crc32 (0, data + at + 4, length + 4));
      memcpy (data + at + 8 + length, &sum, 4);
      at += length + 12;
    }
  return size;
}
#endif

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) file = g_bytes_new_static (data, size);
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_scan_source_free);
  g_autoptr (GPtrArray) papers = NULL;
  g_autoptr (GError) error = NULL;
  StewardScanInfo info = { 0 };
  StewardScanSource *paper;

  if (!steward_scan_examine (file, &info, NULL, &error))
    {
      g_assert (error != NULL);
      return 0;
    }
  g_assert (info.n_pages > 0);
  g_ptr_array_add (sources, steward_scan_source_new ("fuzz", file));
  papers = steward_scan_gather (sources, NULL, &error);
  g_assert (papers != NULL && papers->len == 1);
  paper = papers->pdata[0];
  g_assert (info.format != STEWARD_SCAN_PDF || g_bytes_equal (paper->bytes, file));
  /* What was made of it is a paper with one page. */
  g_assert (steward_scan_examine (paper->bytes, &info, NULL, &error));
  g_strfreev (steward_scan_get_origins (paper->bytes));
  return 0;
}
