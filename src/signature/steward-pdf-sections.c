/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cross-reference sections of a file: what each saving wrote, and where.
 * The newest place of an object wins. */
#include "steward-pdf-file-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "steward-error.h"

void
steward_pdf_section_free (StewardPdfSection *section)
{
  steward_pdf_value_free (section->trailer);
  g_array_unref (section->places);
  g_free (section);
}

static StewardPdfSection *
section_new (gsize start)
{
  StewardPdfSection *section = g_new0 (StewardPdfSection, 1);

  section->start = start;
  section->places = g_array_new (FALSE, TRUE, sizeof (StewardPdfPlace));
  return section;
}

static gboolean
fail_by_number (GError **error)
{
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_LIMIT,
               _("The PDF has more than %d objects, the most that is read."), STEWARD_PDF_MAX_OBJECTS);
  return FALSE;
}

static gboolean
add_place (StewardPdfSection   *section,
           StewardPdfPlaceKind  kind,
           guint64              number,
           guint64              where,
           guint64              extra,
           GError             **error)
{
  StewardPdfPlace place = { kind, number, extra, where };

  if (number >= STEWARD_PDF_MAX_OBJECTS || section->places->len >= STEWARD_PDF_MAX_OBJECTS)
    return fail_by_number (error);
  if (extra > G_MAXINT || (kind == STEWARD_PDF_PLAIN && where > G_MAXINT))
    {
      steward_pdf_fail_at (error, N_("a line of a table is wrong"), section->start);
      return FALSE;
    }
  /* Some writers list an unused number as an object at byte 0. */
  if (kind == STEWARD_PDF_PLAIN && where == 0)
    place.kind = STEWARD_PDF_FREE;
  g_array_append_val (section->places, place);
  return TRUE;
}

/* "0000000016 00000 n" */
static gboolean
read_line (StewardPdfParser  *parser,
           StewardPdfSection *section,
           guint64            number,
           GError           **error)
{
  guint64 where, generation;
  gboolean used;

  steward_pdf_skip_white (parser);
  if (!steward_pdf_parse_number (parser, &where))
    return FALSE;
  steward_pdf_skip_white (parser);
  if (!steward_pdf_parse_number (parser, &generation))
    return FALSE;
  steward_pdf_skip_white (parser);
  used = steward_pdf_skip_word (parser, "n");
  if (!used && !steward_pdf_skip_word (parser, "f"))
    return FALSE;
  return add_place (section, used ? STEWARD_PDF_PLAIN : STEWARD_PDF_FREE, number, where, generation, error);
}

static gboolean
read_table_lines (StewardPdfParser  *parser,
                  StewardPdfSection *section,
                  GError           **error)
{
  for (;;)
    {
      guint64 first, count;

      steward_pdf_skip_white (parser);
      if (steward_pdf_skip_word (parser, "trailer"))
        return TRUE;
      if (!steward_pdf_parse_number (parser, &first))
        return FALSE;
      steward_pdf_skip_white (parser);
      if (!steward_pdf_parse_number (parser, &count))
        return FALSE;
      for (guint64 i = 0; i < count; i++)
        if (!read_line (parser, section, first + i, error))
          return FALSE;
    }
}

/* A revision ends with "startxref", a number and "%%EOF"; they belong to the
 * section before them. */
static gsize
find_end (StewardPdfFile *self,
          gsize           end)
{
  StewardPdfParser parser = steward_pdf_file_parser (self, end);
  guint64 number;

  steward_pdf_skip_white (&parser);
  if (!steward_pdf_skip_word (&parser, "startxref"))
    return end;
  while (parser.position < parser.end && steward_pdf_is_white (parser.data[parser.position]))
    parser.position++;
  if (!steward_pdf_parse_number (&parser, &number))
    return end;
  while (parser.position < parser.end && steward_pdf_is_white (parser.data[parser.position]))
    parser.position++;
  if (parser.end - parser.position < 5 || memcmp (parser.data + parser.position, "%%EOF", 5) != 0)
    return end;
  return parser.position + 5;
}

static StewardPdfSection *
read_table (StewardPdfFile   *self,
            StewardPdfParser *parser,
            gsize             start,
            GError          **error)
{
  g_autoptr (StewardPdfSection) section = section_new (start);
  GError *problem = NULL;

  if (!read_table_lines (parser, section, &problem))
    {
      if (problem == NULL)
        steward_pdf_fail_at (&problem, N_("a line of a table is wrong"), parser->position);
      g_propagate_error (error, problem);
      return NULL;
    }
  section->trailer = steward_pdf_parse_value (parser);
  if (section->trailer == NULL || section->trailer->kind != STEWARD_PDF_DICTIONARY)
    {
      steward_pdf_fail_at (error, N_("a table has no trailer"), parser->position);
      return NULL;
    }
  section->end = find_end (self, parser->position);
  return g_steal_pointer (&section);
}

static guint64
read_field (const guint8 **row,
            gsize          width,
            guint64        fallback)
{
  guint64 value = 0;

  if (width == 0)
    return fallback;
  for (gsize i = 0; i < width; i++)
    value = value << 8 | *(*row)++;
  return value;
}

static gboolean
read_row (StewardPdfSection *section,
          const guint8      *row,
          const gsize        widths[3],
          guint64            number,
          GError           **error)
{
  static const StewardPdfPlaceKind kinds[] = { STEWARD_PDF_FREE, STEWARD_PDF_PLAIN, STEWARD_PDF_PACKED };
  guint64 type = read_field (&row, widths[0], 1);
  guint64 where = read_field (&row, widths[1], 0);
  guint64 extra = read_field (&row, widths[2], 0);

  if (type >= G_N_ELEMENTS (kinds) || (type == 2 && where >= STEWARD_PDF_MAX_OBJECTS))
    {
      steward_pdf_fail_at (error, N_("a line of a table is wrong"), section->start);
      return FALSE;
    }
  /* Generations of free numbers are counted to the end by some writers. */
  return add_place (section, kinds[type], number, where, type == 0 ? 0 : extra, error);
}

static gboolean
read_rows (StewardPdfSection  *section,
           const GByteArray   *bytes,
           const gsize         widths[3],
           GError            **error)
{
  const StewardPdfValue *index = steward_pdf_value_get (section->trailer, "Index");
  gsize size = 0, row = widths[0] + widths[1] + widths[2], used = 0;
  guint n = MAX (2, steward_pdf_value_length (index));

  steward_pdf_value_get_size (steward_pdf_value_get (section->trailer, "Size"), &size);
  for (guint i = 0; i + 1 < n; i += 2)
    {
      gsize first = 0, count = size;

      if (index != NULL &&
          (!steward_pdf_value_get_size (steward_pdf_value_at (index, i), &first) ||
           !steward_pdf_value_get_size (steward_pdf_value_at (index, i + 1), &count)))
        count = G_MAXSIZE;
      if (count > (bytes->len - used) / row)
        {
          steward_pdf_fail_at (error, N_("a table is shorter than it says"), section->start);
          return FALSE;
        }
      for (gsize j = 0; j < count; j++, used += row)
        if (!read_row (section, bytes->data + used, widths, first + j, error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
read_widths (const StewardPdfValue *dictionary,
             gsize                  widths[3])
{
  const StewardPdfValue *array = steward_pdf_value_get (dictionary, "W");

  if (steward_pdf_value_length (array) < 3)
    return FALSE;
  for (guint i = 0; i < 3; i++)
    if (!steward_pdf_value_get_size (steward_pdf_value_at (array, i), &widths[i]) || widths[i] > 8)
      return FALSE;
  return widths[0] + widths[1] + widths[2] > 0;
}

static StewardPdfSection *
read_section_stream (StewardPdfFile  *self,
                     gsize            start,
                     GError         **error)
{
  g_autoptr (StewardPdfSection) section = section_new (start);
  g_autoptr (StewardPdfObject) object = NULL;
  g_autoptr (GByteArray) bytes = NULL;
  StewardPdfParser parser = steward_pdf_file_parser (self, start);
  guint64 number = 0, generation = 0;
  gsize widths[3];

  if (steward_pdf_parse_number (&parser, &number))
    {
      steward_pdf_skip_white (&parser);
      steward_pdf_parse_number (&parser, &generation);
    }
  object = steward_pdf_file_read_at (self, &(StewardPdfPlace) { STEWARD_PDF_PLAIN, MIN (number, G_MAXINT),
                                                                MIN (generation, G_MAXINT), start }, error);
  if (object == NULL)
    return NULL;
  if (!object->is_stream || !steward_pdf_value_is_name (steward_pdf_value_get (object->value, "Type"), "XRef") ||
      !read_widths (object->value, widths))
    {
      steward_pdf_fail_at (error, N_("there is no table"), start);
      return NULL;
    }
  bytes = steward_pdf_file_unpack (self, object, error);
  if (bytes == NULL)
    return NULL;
  section->is_stream = TRUE;
  section->end = find_end (self, object->end);
  section->trailer = g_steal_pointer (&object->value);
  object->value = g_new0 (StewardPdfValue, 1);
  return read_rows (section, bytes, widths, error) ? g_steal_pointer (&section) : NULL;
}

static StewardPdfSection *
read_section (StewardPdfFile  *self,
              gsize            start,
              GError         **error)
{
  StewardPdfParser parser = steward_pdf_file_parser (self, start);

  steward_pdf_skip_white (&parser);
  if (steward_pdf_skip_word (&parser, "xref"))
    return read_table (self, &parser, start, error);
  return read_section_stream (self, parser.position, error);
}

/* Places that a newer section gave already stay. */
static void
merge_places (StewardPdfFile          *self,
              const StewardPdfSection *section)
{
  for (guint i = 0; i < section->places->len; i++)
    {
      const StewardPdfPlace *place = &g_array_index (section->places, StewardPdfPlace, i);
      StewardPdfPlace *known;

      if (place->number >= self->places->len)
        g_array_set_size (self->places, place->number + 1);
      known = &g_array_index (self->places, StewardPdfPlace, place->number);
      if (known->kind == STEWARD_PDF_ABSENT)
        *known = *place;
    }
}

static gboolean
add_section (StewardPdfFile  *self,
             GHashTable      *seen,
             gsize            start,
             gboolean         is_hybrid,
             GError         **error)
{
  StewardPdfSection *section;

  if (start >= self->end || !g_hash_table_add (seen, GSIZE_TO_POINTER (start)) ||
      self->sections->len >= STEWARD_PDF_MAX_SECTIONS)
    {
      steward_pdf_fail_at (error, N_("its tables go in a circle, or lie outside"), start);
      return FALSE;
    }
  section = read_section (self, start, error);
  if (section == NULL)
    return FALSE;
  section->is_hybrid = is_hybrid;
  g_ptr_array_add (self->sections, section);
  self->n_places += section->places->len;
  if (self->n_places > STEWARD_PDF_MAX_PLACES)
    return fail_by_number (error);
  merge_places (self, section);
  return TRUE;
}

/* Where the section before @section is; FALSE when it is the first one. */
static gboolean
get_offset (const StewardPdfSection *section,
            const char              *key,
            gsize                   *start)
{
  const StewardPdfValue *value = steward_pdf_value_get (section->trailer, key);

  if (value == NULL)
    return FALSE;
  if (!steward_pdf_value_get_size (value, start))
    *start = G_MAXSIZE;
  return TRUE;
}

gboolean
steward_pdf_file_read_sections (StewardPdfFile  *self,
                                GError         **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  gsize start = self->startxref, hybrid;
  gboolean more = TRUE;

  while (more)
    {
      const StewardPdfSection *section;

      if (!add_section (self, seen, start, FALSE, error))
        return FALSE;
      section = self->sections->pdata[self->sections->len - 1];
      if (!section->is_stream && get_offset (section, "XRefStm", &hybrid) &&
          !add_section (self, seen, hybrid, TRUE, error))
        return FALSE;
      more = get_offset (section, "Prev", &start);
    }
  self->trailer = ((StewardPdfSection *) self->sections->pdata[0])->trailer;
  return TRUE;
}
