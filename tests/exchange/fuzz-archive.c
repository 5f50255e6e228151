/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verifier of archives fed with anything: a zip, or what begins with `{`
 * as the index of a zip that is otherwise whole. */
#define _GNU_SOURCE
#include "../fuzz.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "steward-archive-private.h"

#ifdef STEWARD_FUZZING
#include <zlib.h>

/* Of what stands before each file of a zip. */
#define LOCAL_SIZE 30
#define LOCAL_MAGIC "PK\3\4"

size_t LLVMFuzzerMutate        (uint8_t      *data,
                                size_t        size,
                                size_t        max_size);
size_t LLVMFuzzerCustomMutator (uint8_t      *data,
                                size_t        size,
                                size_t        max_size,
                                unsigned int  seed);

static uint32_t
get (const uint8_t *data,
     guint          n)
{
  return n == 2 ? (uint32_t) (data[0] | data[1] << 8)
                : (uint32_t) data[0] | (uint32_t) data[1] << 8 | (uint32_t) data[2] << 16 | (uint32_t) data[3] << 24;
}

/* The sum of the central directory's entry that points at @local. */
static void
repair_sum (uint8_t  *data,
            size_t    size,
            size_t    local,
            uint32_t  sum)
{
  uint32_t little = GUINT32_TO_LE (sum);

  memcpy (data + local + 14, &little, 4);
  for (size_t at = local; at + 46 <= size; at++)
    if (memcmp (data + at, "PK\1\2", 4) == 0 && get (data + at + 42, 4) == local)
      memcpy (data + at + 16, &little, 4);
}

/* The sums of files that are stored as they are, are made right again: else
 * nothing behind them is reached. */
size_t
LLVMFuzzerCustomMutator (uint8_t      *data,
                         size_t        size,
                         size_t        max_size,
                         unsigned int  seed)
{
  size = LLVMFuzzerMutate (data, size, max_size);
  for (size_t at = 0; at + LOCAL_SIZE <= size && memcmp (data + at, LOCAL_MAGIC, 4) == 0;)
    {
      size_t length = get (data + at + 18, 4);
      size_t start = at + LOCAL_SIZE + get (data + at + 26, 2) + get (data + at + 28, 2);

      if (start > size || length > size - start)
        break;
      if (get (data + at + 8, 2) == 0)
        repair_sum (data, size, at, (uint32_t) crc32 (0, data + start, length));
      at = start + length;
    }
  return size;
}
#endif

static void
add (GPtrArray  *files,
     const char *name,
     GBytes     *bytes)
{
  g_ptr_array_add (files, steward_archive_file_new (name, STEWARD_PLACE_OTHER, bytes));
}

/* A whole zip with this index. */
static GBytes *
wrap (GBytes *index)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_archive_file_free);
  g_autoptr (GBytes) paper = g_bytes_new_static ("paper", 5);

  add (files, STEWARD_ARCHIVE_INDEX, index);
  add (files, "001-a.pdf", paper);
  return steward_archive_to_zip (files, NULL);
}

static void
verify (GBytes *zip)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (zip, &size);
  int memory = memfd_create ("archive", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", memory);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardArchiveReport) report = NULL;

  g_assert (memory >= 0 && write (memory, data, size) == (gssize) size);
  report = steward_archive_verify (file, &error);
  close (memory);
  g_assert ((report == NULL) == (error != NULL));
  if (report == NULL)
    return;
  g_assert (report->n_files <= STEWARD_ARCHIVE_MAX_FILES && strlen (report->index_sha256) == 64);
  for (guint i = 0; i < report->findings->len; i++)
    {
      const StewardArchiveFinding *finding = report->findings->pdata[i];

      /* What is printed must not steer a terminal. */
      g_assert (g_utf8_validate (finding->name, -1, NULL) && strchr (finding->name, '\033') == NULL);
      g_assert (g_utf8_validate (finding->message, -1, NULL) && strchr (finding->message, '\033') == NULL);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) input = g_bytes_new_static (data, size);
  g_autoptr (GBytes) zip = size > 0 && data[0] == '{' ? wrap (input) : g_bytes_ref (input);

  g_assert (zip != NULL);
  verify (zip);
  return 0;
}
