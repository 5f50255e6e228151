/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pinyin.h"

#include <string.h>
#include <unicode/utrans.h>

/* The readings of the two blocks that nearly all names are written with are
 * remembered, each asked for once: 0 is not asked yet. */
#define FIRST_REMEMBERED 0x3400
#define LAST_REMEMBERED  0x9fff

/**
 * Reader:
 * @transliterator: NULL when ICU has no readings; then no character has one
 *
 * ICU's readings of one thread: a transliterator must not be shared by two
 * and is slow to open.
 */
typedef struct
{
  UTransliterator *transliterator;
  guint8           letters[LAST_REMEMBERED - FIRST_REMEMBERED + 1];
} Reader;

static void
reader_free (gpointer data)
{
  Reader *self = data;

  if (self->transliterator)
    utrans_close (self->transliterator);
  g_free (self);
}

static Reader *
reader_new (void)
{
  static const UChar id[] = { 'H', 'a', 'n', '-', 'L', 'a', 't', 'i', 'n', 0 };
  Reader *self = g_new0 (Reader, 1);
  UErrorCode status = U_ZERO_ERROR;

  self->transliterator = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  return self;
}

static Reader *
get_reader (void)
{
  static GPrivate readers = G_PRIVATE_INIT (reader_free);
  Reader *reader = g_private_get (&readers);

  if (reader == NULL)
    {
      reader = reader_new ();
      g_private_set (&readers, reader);
    }
  return reader;
}

/* First letter of the reading of @character without its tone, 1 for none. */
static guint8
ask_letter (const Reader *self,
            gunichar      character)
{
  UChar text[64] = { 0 };
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = 0, limit;
  gunichar letter = 0;

  if (self->transliterator == NULL)
    return 1;
  U16_APPEND_UNSAFE (text, length, character);
  limit = length;
  utrans_transUChars (self->transliterator, text, &length, G_N_ELEMENTS (text), 0, &limit, &status);
  if (U_FAILURE (status) || length == 0)
    return 1;
  g_unichar_fully_decompose (text[0], FALSE, &letter, 1);
  letter = g_unichar_tolower (letter);
  return letter >= 'a' && letter <= 'z' ? letter : 1;
}

/* 0 when @character has no reading. */
static char
get_letter (Reader   *self,
            gunichar  character)
{
  guint8 letter;

  /* 长, where Unicode prefers the reading of the verb (zhang) to the one that
   * names are full of (chang). */
  if (character == 0x957f || character == 0x9577)
    return 'c';
  if (character < FIRST_REMEMBERED || character > LAST_REMEMBERED)
    {
      letter = ask_letter (self, character);
    }
  else
    {
      guint8 *remembered = &self->letters[character - FIRST_REMEMBERED];

      if (*remembered == 0)
        *remembered = ask_letter (self, character);
      letter = *remembered;
    }
  return letter > 1 ? letter : 0;
}

static gunichar
fold_character (gunichar character)
{
  /* Full-width ASCII; the ideographic space is white space as well. */
  if (character >= 0xff01 && character <= 0xff5e)
    character -= 0xfee0;
  if (g_unichar_isspace (character))
    return ' ';
  return g_unichar_tolower (character);
}

/* @reader NULL: without readings. */
static char *
fold (const char *text,
      Reader     *reader)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *folded = g_string_sized_new (strlen (valid));

  for (const char *at = valid; *at; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      char letter = 0;

      if (reader && character >= 0x80 && g_unichar_get_script (character) == G_UNICODE_SCRIPT_HAN)
        letter = get_letter (reader, character);
      if (letter)
        g_string_append_c (folded, letter);
      else
        g_string_append_unichar (folded, fold_character (character));
    }
  return g_string_free (folded, FALSE);
}

char *
steward_search_fold (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return fold (text, NULL);
}

char *
steward_pinyin_initials (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return fold (text, get_reader ());
}

gboolean
steward_search_find (const char *text,
                     const char *needle,
                     guint      *start,
                     guint      *length)
{
  g_autofree char *wanted = NULL, *folded = NULL, *initials = NULL;
  const char *within, *found;

  g_return_val_if_fail (text != NULL && needle != NULL, FALSE);
  g_return_val_if_fail (start != NULL && length != NULL, FALSE);

  wanted = g_strstrip (steward_search_fold (needle));
  if (*wanted == '\0')
    return FALSE;
  within = folded = steward_search_fold (text);
  found = strstr (within, wanted);
  if (found == NULL)
    {
      within = initials = steward_pinyin_initials (text);
      found = strstr (within, wanted);
    }
  if (found == NULL)
    return FALSE;
  *start = g_utf8_pointer_to_offset (within, found);
  *length = g_utf8_strlen (wanted, -1);
  return TRUE;
}
