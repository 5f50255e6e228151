/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-picture-scan-private.h"

#include <string.h>

#define TAG_ORIENTATION 0x0112
#define TYPE_SHORT 3
#define ENTRY_BYTES 12

static guint
read_short (const guint8 *data,
            gboolean      big)
{
  return big ? (guint) data[0] << 8 | data[1] : (guint) data[1] << 8 | data[0];
}

static guint64
read_long (const guint8 *data,
           gboolean      big)
{
  guint64 one = read_short (data, big), two = read_short (data + 2, big);

  return big ? one << 16 | two : two << 16 | one;
}

guint
steward_exif_orientation (const guint8 *tiff,
                          gsize         length)
{
  gboolean big;
  guint64 start;
  guint n;

  if (tiff == NULL || length < 8 || (memcmp (tiff, "II*\0", 4) != 0 && memcmp (tiff, "MM\0*", 4) != 0))
    return 1;
  big = tiff[0] == 'M';
  start = read_long (tiff + 4, big);
  if (start + 2 > length)
    return 1;
  n = read_short (tiff + start, big);
  for (guint i = 0; i < n && start + 2 + (i + 1) * (guint64) ENTRY_BYTES <= length; i++)
    {
      const guint8 *entry = tiff + start + 2 + i * (gsize) ENTRY_BYTES;
      guint value = read_short (entry + 8, big);

      if (read_short (entry, big) == TAG_ORIENTATION && read_short (entry + 2, big) == TYPE_SHORT)
        return value >= 1 && value <= 8 ? value : 1;
    }
  return 1;
}
