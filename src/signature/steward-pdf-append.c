/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pdf-append-private.h"

#include <string.h>

void
steward_pdf_appender_init (StewardPdfAppender *self,
                           StewardPdfFile     *file)
{
  gsize size = 0;

  self->file = file;
  self->bytes = g_byte_array_sized_new (file->end + 256 * 1024);
  self->places = g_array_new (FALSE, FALSE, sizeof (StewardPdfPlace));
  steward_pdf_value_get_size (steward_pdf_value_get (file->trailer, "Size"), &size);
  self->next = MAX (MIN (size, STEWARD_PDF_MAX_OBJECTS), file->places->len);
  self->next = MAX (self->next, 1);
  g_byte_array_append (self->bytes, file->data, file->end);
  if (file->data[file->end - 1] != '\n')
    g_byte_array_append (self->bytes, (const guint8 *) "\n", 1);
}

void
steward_pdf_appender_clear (StewardPdfAppender *self)
{
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
}

void
steward_pdf_appender_print (StewardPdfAppender *self,
                            const char         *format,
                            ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_byte_array_append (self->bytes, (const guint8 *) text, strlen (text));
}

guint
steward_pdf_appender_begin (StewardPdfAppender *self,
                            guint               number)
{
  StewardPdfPlace place = { STEWARD_PDF_PLAIN, number, 0, self->bytes->len };
  const StewardPdfPlace *known = number != 0 ? steward_pdf_file_get_place (self->file, number) : NULL;

  if (number == 0)
    place.number = self->next++;
  else if (known != NULL && known->kind == STEWARD_PDF_PLAIN)
    place.extra = known->extra;
  g_array_append_val (self->places, place);
  steward_pdf_appender_print (self, "%u %u obj\n", place.number, place.extra);
  return place.number;
}

void
steward_pdf_appender_end (StewardPdfAppender *self)
{
  steward_pdf_appender_print (self, "\nendobj\n");
}

void
steward_pdf_appender_print_text (StewardPdfAppender *self,
                                 const char         *text)
{
  gsize length = 0;
  g_autofree char *wide = g_convert (text, -1, "UTF-16BE", "UTF-8", NULL, &length, NULL);

  steward_pdf_appender_print (self, "<FEFF");
  for (gsize i = 0; wide != NULL && i < length; i++)
    steward_pdf_appender_print (self, "%02X", (guint8) wide[i]);
  steward_pdf_appender_print (self, ">");
}

static gboolean
is_replaced (const char         *key,
             const char * const *keys,
             guint               n)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (key, keys[i]) == 0)
      return TRUE;
  return FALSE;
}

static void
append_value (StewardPdfAppender    *self,
              const StewardPdfValue *value,
              const guint8          *text)
{
  g_byte_array_append (self->bytes, text + value->start, value->end - value->start);
}

void
steward_pdf_appender_print_with (StewardPdfAppender    *self,
                                 const StewardPdfValue *dictionary,
                                 const guint8          *text,
                                 const char * const    *keys,
                                 const char * const    *values,
                                 guint                  n)
{
  steward_pdf_appender_print (self, "<<");
  for (guint i = 0; i < dictionary->items->len; i += 2)
    {
      const StewardPdfValue *key = dictionary->items->pdata[i];

      if (is_replaced (key->text, keys, n))
        continue;
      steward_pdf_appender_print (self, "\n");
      append_value (self, key, text);
      steward_pdf_appender_print (self, " ");
      append_value (self, dictionary->items->pdata[i + 1], text);
    }
  for (guint i = 0; i < n; i++)
    steward_pdf_appender_print (self, "\n/%s %s", keys[i], values[i]);
  steward_pdf_appender_print (self, "\n>>");
}

guint
steward_pdf_appender_add_stream (StewardPdfAppender *self,
                                 const char         *head,
                                 const GByteArray   *stream)
{
  guint number = steward_pdf_appender_begin (self, 0);

  steward_pdf_appender_print (self, "<<%s /Length %u>>\nstream\n", head, stream->len);
  g_byte_array_append (self->bytes, stream->data, stream->len);
  steward_pdf_appender_print (self, "\nendstream");
  steward_pdf_appender_end (self);
  return number;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const StewardPdfPlace *one = a, *other = b;

  return one->number < other->number ? -1 : one->number > other->number;
}

/* What every trailer repeats from the one before. */
static void
print_trailer (StewardPdfAppender *self)
{
  static const char * const keys[] = { "Root", "Info", "ID" };

  steward_pdf_appender_print (self, "/Size %u /Prev %" G_GSIZE_FORMAT, self->next, self->file->startxref);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const StewardPdfValue *value = steward_pdf_value_get (self->file->trailer, keys[i]);

      if (value == NULL)
        continue;
      steward_pdf_appender_print (self, " /%s ", keys[i]);
      append_value (self, value, self->file->data);
    }
}

static void
print_table (StewardPdfAppender *self)
{
  steward_pdf_appender_print (self, "xref\n");
  for (guint i = 0; i < self->places->len; i++)
    {
      const StewardPdfPlace *place = &g_array_index (self->places, StewardPdfPlace, i);

      steward_pdf_appender_print (self, "%u 1\n%010" G_GSIZE_FORMAT " %05u n \n", place->number, place->where,
                                  place->extra);
    }
  steward_pdf_appender_print (self, "trailer\n<<");
  print_trailer (self);
  steward_pdf_appender_print (self, ">>\n");
}

static void
append_number (GByteArray *rows,
               gsize       number,
               guint       bytes)
{
  for (guint i = bytes; i-- > 0;)
    {
      guint8 byte = number >> (8 * i);

      g_byte_array_append (rows, &byte, 1);
    }
}

/* The stream lists itself, too. */
static void
print_table_stream (StewardPdfAppender *self)
{
  g_autoptr (GByteArray) rows = g_byte_array_new ();

  steward_pdf_appender_begin (self, 0);
  g_array_sort (self->places, compare_places);
  steward_pdf_appender_print (self, "<</Type /XRef /W [1 4 2] /Index [");
  for (guint i = 0; i < self->places->len; i++)
    {
      const StewardPdfPlace *place = &g_array_index (self->places, StewardPdfPlace, i);

      steward_pdf_appender_print (self, "%s%u 1", i > 0 ? " " : "", place->number);
      append_number (rows, 1, 1);
      append_number (rows, place->where, 4);
      append_number (rows, place->extra, 2);
    }
  steward_pdf_appender_print (self, "] /Length %u ", rows->len);
  print_trailer (self);
  steward_pdf_appender_print (self, ">>\nstream\n");
  g_byte_array_append (self->bytes, rows->data, rows->len);
  steward_pdf_appender_print (self, "\nendstream");
  steward_pdf_appender_end (self);
}

void
steward_pdf_appender_finish (StewardPdfAppender *self)
{
  const StewardPdfSection *newest = self->file->sections->pdata[0];
  gsize start = self->bytes->len;

  g_array_sort (self->places, compare_places);
  if (newest->is_stream)
    print_table_stream (self);
  else
    print_table (self);
  steward_pdf_appender_print (self, "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", start);
}
