/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pdf-value-private.h"

#include <string.h>

void
steward_pdf_value_free (StewardPdfValue *self)
{
  if (self == NULL)
    return;
  if (self->kind == STEWARD_PDF_STRING || self->kind == STEWARD_PDF_NAME)
    g_free (self->text);
  else if (self->kind == STEWARD_PDF_ARRAY || self->kind == STEWARD_PDF_DICTIONARY)
    g_ptr_array_unref (self->items);
  g_free (self);
}

static int
compare_name (const char            *key,
              const StewardPdfValue *name)
{
  return strcmp (key, name->text);
}

StewardPdfValue *
steward_pdf_value_get (const StewardPdfValue *dictionary,
                       const char            *key)
{
  guint low = 0, high;

  if (dictionary == NULL || dictionary->kind != STEWARD_PDF_DICTIONARY)
    return NULL;
  high = dictionary->items->len / 2;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = compare_name (key, dictionary->items->pdata[2 * middle]);

      if (order == 0)
        {
          StewardPdfValue *value = dictionary->items->pdata[2 * middle + 1];

          return value->kind == STEWARD_PDF_NULL ? NULL : value;
        }
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}

StewardPdfValue *
steward_pdf_value_at (const StewardPdfValue *array,
                      guint                  i)
{
  return i < steward_pdf_value_length (array) ? array->items->pdata[i] : NULL;
}

guint
steward_pdf_value_length (const StewardPdfValue *array)
{
  return array != NULL && array->kind == STEWARD_PDF_ARRAY ? array->items->len : 0;
}

gboolean
steward_pdf_value_is_name (const StewardPdfValue *self,
                           const char            *name)
{
  return self != NULL && self->kind == STEWARD_PDF_NAME && strcmp (self->text, name) == 0;
}

gboolean
steward_pdf_value_get_size (const StewardPdfValue *self,
                            gsize                 *size)
{
  if (self == NULL || self->kind != STEWARD_PDF_INTEGER || self->integer < 0)
    return FALSE;
  *size = (gsize) self->integer;
  return TRUE;
}

static gboolean
items_equal (const StewardPdfValue *a,
             const StewardPdfValue *b)
{
  if (a->items->len != b->items->len)
    return FALSE;
  for (guint i = 0; i < a->items->len; i++)
    if (!steward_pdf_value_equal (a->items->pdata[i], b->items->pdata[i]))
      return FALSE;
  return TRUE;
}

gboolean
steward_pdf_value_equal (const StewardPdfValue *a,
                         const StewardPdfValue *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (a->kind != b->kind)
    return FALSE;
  switch (a->kind)
    {
    case STEWARD_PDF_NULL:
      return TRUE;
    case STEWARD_PDF_BOOLEAN:
    case STEWARD_PDF_INTEGER:
      return a->integer == b->integer;
    case STEWARD_PDF_REAL:
      return memcmp (&a->real, &b->real, sizeof a->real) == 0;
    case STEWARD_PDF_STRING:
    case STEWARD_PDF_NAME:
      return a->length == b->length && memcmp (a->text, b->text, a->length) == 0;
    case STEWARD_PDF_ARRAY:
    case STEWARD_PDF_DICTIONARY:
      return items_equal (a, b);
    case STEWARD_PDF_REFERENCE:
      return a->number == b->number && a->generation == b->generation;
    default:
      g_assert_not_reached ();
    }
}

char *
steward_pdf_clean_text (const char *text,
                        gsize       length)
{
  g_autofree char *valid = g_utf8_make_valid (text, length);
  GString *clean = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      g_string_append_unichar (clean, g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_FORMAT ? 0xfffd : c);
    }
  return g_string_free (clean, FALSE);
}

char *
steward_pdf_value_decode (const StewardPdfValue *self)
{
  g_autofree char *decoded = NULL;
  const char *text;
  gsize length;

  if (self == NULL || self->kind != STEWARD_PDF_STRING)
    return NULL;
  text = self->text;
  length = self->length;
  if (length >= 2 && memcmp (text, "\xfe\xff", 2) == 0)
    decoded = g_convert (text + 2, length - 2, "UTF-8", "UTF-16BE", NULL, &length, NULL);
  else if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      length -= 3;
      decoded = g_memdup2 (text + 3, length);
    }
  else
    decoded = g_convert (text, length, "UTF-8", "ISO-8859-1", NULL, &length, NULL);
  return decoded != NULL || length == 0 ? steward_pdf_clean_text (decoded != NULL ? decoded : "", length)
                                        : g_strdup ("\xef\xbf\xbd");
}
