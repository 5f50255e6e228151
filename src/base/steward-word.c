/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-word.h"

#include <unicode/ubrk.h>

gboolean *
steward_word_find_begins (const char *text,
                          glong      *n_characters)
{
  g_autofree gunichar2 *units = NULL;
  gboolean *begins;
  glong n_units = 0, n = 0;
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *words;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (n_characters != NULL, NULL);

  *n_characters = g_utf8_strlen (text, -1);
  begins = g_new0 (gboolean, *n_characters + 1);
  units = g_utf8_to_utf16 (text, -1, NULL, &n_units, NULL);
  words = ubrk_open (UBRK_WORD, "zh", units, units != NULL ? n_units : 0, &status);
  for (glong at = 0; at < n_units; at++)
    {
      /* The second half of a character is none. */
      if (units[at] >= 0xdc00 && units[at] < 0xe000)
        continue;
      begins[n++] = at == 0 || U_FAILURE (status) || ubrk_isBoundary (words, at);
    }
  begins[0] = TRUE;
  ubrk_close (words);
  return begins;
}
