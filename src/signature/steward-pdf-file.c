/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pdf-file-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "steward-error.h"
#include "steward-pdf-flate-private.h"

/* Objects that must be read to read another one: a length, a pack. More is a
 * circle. */
#define MAX_NESTED 8
/* Where the end of a file is looked for. */
#define TAIL_BYTES 1024

/* What a stream of packed objects holds. */
typedef struct
{
  GByteArray *bytes;
  GArray     *heads;            /* of Head */
} Pack;

typedef struct
{
  guint number;
  gsize start;
} Head;

static void
pack_free (Pack *pack)
{
  if (pack->bytes != NULL)
    g_byte_array_unref (pack->bytes);
  g_array_unref (pack->heads);
  g_free (pack);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pack, pack_free)

void
steward_pdf_fail_at (GError     **error,
                     const char  *problem,
                     gsize        position)
{
  g_autofree char *byte = g_strdup_printf ("%" G_GSIZE_FORMAT, position);

  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_SYNTAX, _("The PDF is damaged at byte %s: %s."), byte, _(problem));
}

StewardPdfParser
steward_pdf_file_parser (StewardPdfFile *self,
                         gsize           position)
{
  return (StewardPdfParser) { self->data, self->end, MIN (position, self->end), &self->budget, NULL };
}

void
steward_pdf_object_free (StewardPdfObject *object)
{
  steward_pdf_value_free (object->value);
  g_free (object);
}

StewardPdfPlace *
steward_pdf_file_get_place (StewardPdfFile *self,
                            guint           number)
{
  StewardPdfPlace *place;

  if (number >= self->places->len)
    return NULL;
  place = &g_array_index (self->places, StewardPdfPlace, number);
  return place->kind == STEWARD_PDF_PLAIN || place->kind == STEWARD_PDF_PACKED ? place : NULL;
}

static gboolean
find_stream_length (StewardPdfFile         *self,
                    const StewardPdfObject *object,
                    gsize                  *length,
                    GError                **error)
{
  GError *problem = NULL;
  StewardPdfValue *value = steward_pdf_file_get (self, object->value, "Length", &problem);

  if (steward_pdf_value_get_size (value, length))
    return TRUE;
  if (problem != NULL)
    g_propagate_error (error, problem);
  else
    steward_pdf_fail_at (error, N_("the length of a stream is missing"), object->start);
  return FALSE;
}

/* After "stream": one line end, the bytes, perhaps a line end, "endstream". */
static gboolean
read_stream (StewardPdfFile    *self,
             StewardPdfParser  *parser,
             StewardPdfObject  *object,
             GError           **error)
{
  gsize length;

  if (parser->position < self->end && self->data[parser->position] == '\r')
    parser->position++;
  if (parser->position >= self->end || self->data[parser->position] != '\n')
    {
      steward_pdf_fail_at (error, N_("there is no new line before the bytes of a stream"), parser->position);
      return FALSE;
    }
  parser->position++;
  if (!find_stream_length (self, object, &length, error))
    return FALSE;
  if (length > self->end - parser->position)
    {
      steward_pdf_fail_at (error, N_("a stream is longer than the file"), object->start);
      return FALSE;
    }
  object->is_stream = TRUE;
  object->stream = self->data + parser->position;
  object->stream_length = length;
  parser->position += length;
  while (parser->position < self->end && steward_pdf_is_white (self->data[parser->position]))
    parser->position++;
  if (!steward_pdf_skip_word (parser, "endstream"))
    {
      steward_pdf_fail_at (error, N_("a stream does not end where it says"), parser->position);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_head (StewardPdfParser *parser,
           StewardPdfObject *object)
{
  guint64 number, generation;

  if (!steward_pdf_parse_number (parser, &number))
    return FALSE;
  steward_pdf_skip_white (parser);
  if (!steward_pdf_parse_number (parser, &generation))
    return FALSE;
  steward_pdf_skip_white (parser);
  object->number = MIN (number, G_MAXINT);
  object->generation = MIN (generation, G_MAXINT);
  return steward_pdf_skip_word (parser, "obj");
}

static StewardPdfObject *
read_plain (StewardPdfFile         *self,
            const StewardPdfPlace  *place,
            GError                **error)
{
  g_autoptr (StewardPdfObject) object = g_new0 (StewardPdfObject, 1);
  StewardPdfParser parser = steward_pdf_file_parser (self, place->where);

  object->text = self->data;
  object->start = place->where;
  if (place->where >= self->end || !read_head (&parser, object) ||
      object->number != place->number || object->generation != place->extra)
    {
      steward_pdf_fail_at (error, N_("another object is announced here"), place->where);
      return NULL;
    }
  object->value = steward_pdf_parse_value (&parser);
  if (object->value == NULL)
    {
      steward_pdf_fail_at (error, parser.problem, parser.position);
      return NULL;
    }
  steward_pdf_skip_white (&parser);
  if (object->value->kind == STEWARD_PDF_DICTIONARY && steward_pdf_skip_word (&parser, "stream"))
    {
      if (!read_stream (self, &parser, object, error))
        return NULL;
      steward_pdf_skip_white (&parser);
    }
  if (!steward_pdf_skip_word (&parser, "endobj"))
    {
      steward_pdf_fail_at (error, N_("an object does not end"), parser.position);
      return NULL;
    }
  object->end = parser.position;
  return g_steal_pointer (&object);
}

GByteArray *
steward_pdf_file_unpack (StewardPdfFile          *self,
                         const StewardPdfObject  *object,
                         GError                 **error)
{
  const StewardPdfValue *filter = steward_pdf_value_get (object->value, "Filter");
  const StewardPdfValue *settings = steward_pdf_value_get (object->value, "DecodeParms");
  g_autoptr (GByteArray) bytes = NULL;
  gsize predictor = 1, columns = 1;

  if (steward_pdf_value_length (filter) == 1)
    {
      filter = steward_pdf_value_at (filter, 0);
      settings = steward_pdf_value_at (settings, 0) ? steward_pdf_value_at (settings, 0) : settings;
    }
  if (filter == NULL)
    return g_byte_array_append (g_byte_array_sized_new (object->stream_length), object->stream, object->stream_length);
  if (steward_pdf_value_is_name (filter, "FlateDecode"))
    bytes = steward_pdf_inflate (object->stream, object->stream_length, STEWARD_PDF_MAX_UNPACKED - self->unpacked);
  steward_pdf_value_get_size (steward_pdf_value_get (settings, "Predictor"), &predictor);
  steward_pdf_value_get_size (steward_pdf_value_get (settings, "Columns"), &columns);
  if (bytes == NULL || (predictor != 1 && predictor < 10) ||
      (predictor >= 10 && !steward_pdf_unpredict (bytes, MIN (columns, G_MAXUINT))))
    {
      steward_pdf_fail_at (error, N_("a stream of objects cannot be unpacked, or is too large"), object->start);
      return NULL;
    }
  self->unpacked += bytes->len;
  return g_steal_pointer (&bytes);
}

static gboolean
read_pack_heads (StewardPdfFile   *self,
                 Pack             *pack,
                 gsize             n,
                 gsize             first)
{
  StewardPdfParser parser = { pack->bytes->data, pack->bytes->len, 0, &self->budget, NULL };

  for (gsize i = 0; i < n; i++)
    {
      guint64 number, start;
      Head head;

      steward_pdf_skip_white (&parser);
      if (!steward_pdf_parse_number (&parser, &number))
        return FALSE;
      steward_pdf_skip_white (&parser);
      if (!steward_pdf_parse_number (&parser, &start) || start > pack->bytes->len ||
          first > pack->bytes->len - start || number > G_MAXINT)
        return FALSE;
      head.number = number;
      head.start = first + start;
      g_array_append_val (pack->heads, head);
    }
  return TRUE;
}

static Pack *
open_pack (StewardPdfFile  *self,
           guint            number,
           GError         **error)
{
  Pack *known = g_hash_table_lookup (self->packs, GUINT_TO_POINTER (number));
  StewardPdfPlace *place = steward_pdf_file_get_place (self, number);
  g_autoptr (Pack) pack = NULL;
  StewardPdfObject *object;
  gsize n, first;

  if (known != NULL)
    return known;
  if (place == NULL || place->kind != STEWARD_PDF_PLAIN)
    {
      steward_pdf_fail_at (error, N_("a stream of objects is missing"), self->startxref);
      return NULL;
    }
  object = steward_pdf_file_get_object (self, number, error);
  if (object == NULL)
    return NULL;
  pack = g_new0 (Pack, 1);
  pack->heads = g_array_new (FALSE, FALSE, sizeof (Head));
  if (!object->is_stream || !steward_pdf_value_is_name (steward_pdf_value_get (object->value, "Type"), "ObjStm") ||
      !steward_pdf_value_get_size (steward_pdf_value_get (object->value, "N"), &n) ||
      !steward_pdf_value_get_size (steward_pdf_value_get (object->value, "First"), &first))
    {
      steward_pdf_fail_at (error, N_("this is not a stream of objects"), object->start);
      return NULL;
    }
  pack->bytes = steward_pdf_file_unpack (self, object, error);
  if (pack->bytes == NULL)
    return NULL;
  if (!read_pack_heads (self, pack, n, first))
    {
      steward_pdf_fail_at (error, N_("the list of a stream of objects is wrong"), object->start);
      return NULL;
    }
  known = g_steal_pointer (&pack);
  g_hash_table_insert (self->packs, GUINT_TO_POINTER (number), known);
  return known;
}

static StewardPdfObject *
read_packed (StewardPdfFile         *self,
             const StewardPdfPlace  *place,
             GError                **error)
{
  g_autoptr (StewardPdfObject) object = NULL;
  Pack *pack = open_pack (self, place->where, error);
  StewardPdfParser parser;

  if (pack == NULL)
    return NULL;
  if (place->extra >= pack->heads->len || g_array_index (pack->heads, Head, place->extra).number != place->number)
    {
      steward_pdf_fail_at (error, N_("an object is not in the stream that should hold it"),
                           steward_pdf_file_get_place (self, place->where)->where);
      return NULL;
    }
  parser = (StewardPdfParser) { pack->bytes->data, pack->bytes->len,
                                g_array_index (pack->heads, Head, place->extra).start, &self->budget, NULL };
  object = g_new0 (StewardPdfObject, 1);
  object->number = place->number;
  object->text = pack->bytes->data;
  object->value = steward_pdf_parse_value (&parser);
  if (object->value == NULL)
    {
      steward_pdf_fail_at (error, parser.problem, steward_pdf_file_get_place (self, place->where)->where);
      return NULL;
    }
  return g_steal_pointer (&object);
}

StewardPdfObject *
steward_pdf_file_read_at (StewardPdfFile         *self,
                          const StewardPdfPlace  *place,
                          GError                **error)
{
  StewardPdfObject *object;

  if (self->depth >= MAX_NESTED)
    {
      steward_pdf_fail_at (error, N_("objects refer to each other in a circle"), place->where);
      return NULL;
    }
  self->depth++;
  object = place->kind == STEWARD_PDF_PLAIN ? read_plain (self, place, error) : read_packed (self, place, error);
  self->depth--;
  return object;
}

StewardPdfObject *
steward_pdf_file_get_object (StewardPdfFile  *self,
                             guint            number,
                             GError         **error)
{
  StewardPdfObject *object = g_hash_table_lookup (self->objects, GUINT_TO_POINTER (number));
  StewardPdfPlace *place = steward_pdf_file_get_place (self, number);

  if (object != NULL || place == NULL)
    return object;
  object = steward_pdf_file_read_at (self, place, error);
  if (object != NULL)
    g_hash_table_insert (self->objects, GUINT_TO_POINTER (number), object);
  return object;
}

StewardPdfValue *
steward_pdf_file_resolve (StewardPdfFile   *self,
                          StewardPdfValue  *value,
                          GError          **error)
{
  StewardPdfObject *object;

  if (value == NULL || value->kind != STEWARD_PDF_REFERENCE)
    return value;
  object = steward_pdf_file_get_object (self, value->number, error);
  /* A reference to a reference is not allowed, and is nothing. */
  if (object == NULL || object->value->kind == STEWARD_PDF_REFERENCE || object->value->kind == STEWARD_PDF_NULL)
    return NULL;
  return object->value;
}

StewardPdfValue *
steward_pdf_file_get (StewardPdfFile         *self,
                      const StewardPdfValue  *dictionary,
                      const char             *key,
                      GError                **error)
{
  return steward_pdf_file_resolve (self, steward_pdf_value_get (dictionary, key), error);
}

/* "startxref", its number and "%%EOF" are the last words of a file. */
static gboolean
find_startxref (StewardPdfFile  *self,
                GError         **error)
{
  static const char word[] = "startxref";
  gsize lowest = self->end > TAIL_BYTES ? self->end - TAIL_BYTES : 0;

  for (gsize at = self->end; at-- > lowest;)
    {
      StewardPdfParser parser = steward_pdf_file_parser (self, at);
      guint64 start;

      if (!steward_pdf_skip_word (&parser, word))
        continue;
      while (parser.position < parser.end && steward_pdf_is_white (parser.data[parser.position]))
        parser.position++;
      if (!steward_pdf_parse_number (&parser, &start) || start >= self->end)
        break;
      while (parser.position < parser.end && steward_pdf_is_white (parser.data[parser.position]))
        parser.position++;
      if (parser.end - parser.position < 5 || memcmp (parser.data + parser.position, "%%EOF", 5) != 0)
        break;
      for (parser.position += 5; parser.position < parser.end; parser.position++)
        if (!steward_pdf_is_white (parser.data[parser.position]))
          goto wrong;
      self->startxref = start;
      return TRUE;
    }
wrong:
  steward_pdf_fail_at (error, N_("its end is missing or wrong"), self->end);
  return FALSE;
}

static gboolean
check_trailer (StewardPdfFile  *self,
               GError         **error)
{
  StewardPdfValue *root = steward_pdf_value_get (self->trailer, "Root");

  if (steward_pdf_value_get (self->trailer, "Encrypt") != NULL)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("The PDF is encrypted; such files are not read."));
      return FALSE;
    }
  if (root == NULL || root->kind != STEWARD_PDF_REFERENCE)
    {
      steward_pdf_fail_at (error, N_("it has no catalog"), self->startxref);
      return FALSE;
    }
  return TRUE;
}

StewardPdfFile *
steward_pdf_file_open (GBytes  *bytes,
                       gsize    end,
                       GError **error)
{
  g_autoptr (StewardPdfFile) self = g_new0 (StewardPdfFile, 1);

  self->bytes = g_bytes_ref (bytes);
  self->data = g_bytes_get_data (bytes, NULL);
  self->end = end;
  self->budget = STEWARD_PDF_MAX_VALUES;
  self->places = g_array_new (FALSE, TRUE, sizeof (StewardPdfPlace));
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_pdf_section_free);
  self->objects = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) steward_pdf_object_free);
  self->packs = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) pack_free);

  if (end < 8 || memcmp (self->data, "%PDF-", 5) != 0)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_SYNTAX, _("This is not a PDF file."));
      return NULL;
    }
  if (!find_startxref (self, error) || !steward_pdf_file_read_sections (self, error) || !check_trailer (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
steward_pdf_file_free (StewardPdfFile *self)
{
  g_hash_table_unref (self->objects);
  g_hash_table_unref (self->packs);
  g_ptr_array_unref (self->sections);
  g_array_unref (self->places);
  g_bytes_unref (self->bytes);
  g_free (self);
}
