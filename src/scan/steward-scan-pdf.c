/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-picture-scan-private.h"

#include <string.h>

#define POINTS_PER_INCH 72.0
#define POINTS_PER_MM (POINTS_PER_INCH / 25.4)
#define A4_WIDTH (210 * POINTS_PER_MM)
#define A4_HEIGHT (297 * POINTS_PER_MM)
/* A telephone says 72 dots per inch of whatever it sees; a scanner says what it
 * did. Sizes between a slip and a plan of a site are believed. */
#define MIN_MM 50
#define MAX_MM 1300
#define MIN_DPI 100
/* Objects before those of the pages, and of each page. */
#define FIRST_PAGE 4
#define OBJECTS_OF_PAGE 3

/* The file so far, and where its objects begin. */
typedef struct
{
  GByteArray *bytes;
  GArray     *starts;   /* gsize */
} Writer;

static void
print (Writer     *writer,
       const char *format,
       ...) G_GNUC_PRINTF (2, 3);

static void
print (Writer     *writer,
       const char *format,
       ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_byte_array_append (writer->bytes, (const guint8 *) text, strlen (text));
}

static void
begin (Writer *writer)
{
  gsize start = writer->bytes->len;

  g_array_append_val (writer->starts, start);
  print (writer, "%u 0 obj\n", writer->starts->len);
}

static void
add_stream (Writer     *writer,
            const char *head,
            GBytes     *data)
{
  begin (writer);
  print (writer, "<<%s /Length %" G_GSIZE_FORMAT ">>\nstream\n", head, g_bytes_get_size (data));
  g_byte_array_append (writer->bytes, g_bytes_get_data (data, NULL), g_bytes_get_size (data));
  print (writer, "\nendstream\nendobj\n");
}

/* Numbers in a PDF have a point whatever the locale. */
static void
append_number (GString *text,
               double   number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (text, g_ascii_formatd (buffer, sizeof buffer, "%.3f", number));
  g_string_append_c (text, ' ');
}

static gboolean
is_plausible (double points,
              double dpi)
{
  double mm = points / POINTS_PER_MM;

  return dpi >= MIN_DPI && mm >= MIN_MM && mm <= MAX_MM;
}

/* As large as it was in the scanner; else on a sheet of A4. */
static void
lay_out (const StewardScanPicture *picture,
         double                   *page_width,
         double                   *page_height,
         double                   *width,
         double                   *height)
{
  gboolean lies = picture->orientation >= 5;
  double columns = lies ? picture->rows : picture->columns, rows = lies ? picture->columns : picture->rows;
  double dpi_x = lies ? picture->dpi_y : picture->dpi_x, dpi_y = lies ? picture->dpi_x : picture->dpi_y;
  double scale;

  *width = dpi_x > 0 ? columns / dpi_x * POINTS_PER_INCH : 0;
  *height = dpi_y > 0 ? rows / dpi_y * POINTS_PER_INCH : 0;
  if (is_plausible (*width, dpi_x) && is_plausible (*height, dpi_y))
    {
      *page_width = *width;
      *page_height = *height;
      return;
    }
  *page_width = columns > rows ? A4_HEIGHT : A4_WIDTH;
  *page_height = columns > rows ? A4_WIDTH : A4_HEIGHT;
  scale = MIN (*page_width / columns, *page_height / rows);
  *width = columns * scale;
  *height = rows * scale;
}

/* What takes the unit square of a picture to its place, by orientation: where
 * its rows and columns run, and where they begin, in units of width and height. */
static const int turns[8][6] = {
  { 1, 0, 0, 1, 0, 0 }, { -1, 0, 0, 1, 1, 0 }, { -1, 0, 0, -1, 1, 1 }, { 1, 0, 0, -1, 0, 1 },
  { 0, -1, -1, 0, 1, 1 }, { 0, -1, 1, 0, 0, 1 }, { 0, 1, 1, 0, 0, 0 }, { 0, 1, -1, 0, 1, 0 },
};

static GBytes *
make_content (const StewardScanPicture *picture,
              double                    left,
              double                    bottom,
              double                    width,
              double                    height)
{
  const int *turn = turns[picture->orientation - 1];
  GString *content = g_string_new ("q ");

  append_number (content, turn[0] * width);
  append_number (content, turn[1] * height);
  append_number (content, turn[2] * width);
  append_number (content, turn[3] * height);
  append_number (content, left + turn[4] * width);
  append_number (content, bottom + turn[5] * height);
  g_string_append (content, "cm /Scan Do Q");
  return g_string_free_to_bytes (content);
}

/* A string for people, in UTF-16. */
static char *
dup_text (const char *text)
{
  g_autofree gunichar2 *words = NULL;
  GString *result = g_string_new ("<feff");
  glong n = 0;

  words = g_utf8_to_utf16 (text, -1, NULL, &n, NULL);
  for (glong i = 0; i < n; i++)
    g_string_append_printf (result, "%04x", words[i]);
  g_string_append_c (result, '>');
  return g_string_free (result, FALSE);
}

static void
add_picture (Writer                   *writer,
             const StewardScanPicture *picture,
             const char               *name,
             GBytes                   *file)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, file);
  g_autofree char *text = dup_text (name);
  g_autofree char *head = NULL;

  head = g_strdup_printf ("/Type /XObject /Subtype /Image /Width %u /Height %u /ColorSpace %s /BitsPerComponent %u "
                          "/Filter /%s%s /StewardSource <</Name %s /Size %" G_GSIZE_FORMAT " /SHA256 (%s)>>",
                          picture->columns, picture->rows, picture->space, picture->bits, picture->filter,
                          picture->more, text, g_bytes_get_size (file), sha256);
  add_stream (writer, head, picture->data);
}

static void
add_page (Writer                   *writer,
          const StewardScanPicture *picture,
          const char               *name,
          GBytes                   *file)
{
  double page_width, page_height, width, height;
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GString) box = g_string_new (NULL);
  guint number = writer->starts->len + 1;

  lay_out (picture, &page_width, &page_height, &width, &height);
  content = make_content (picture, (page_width - width) / 2, (page_height - height) / 2, width, height);
  append_number (box, page_width);
  append_number (box, page_height);
  begin (writer);
  print (writer, "<</Type /Page /Parent 2 0 R /MediaBox [0 0 %s] /Contents %u 0 R "
                 "/Resources <</XObject <</Scan %u 0 R>>>>>>\nendobj\n", box->str, number + 1, number + 2);
  add_stream (writer, "", content);
  add_picture (writer, picture, name, file);
}

static void
finish (Writer *writer)
{
  gsize table = writer->bytes->len;
  g_autofree char *id = g_compute_checksum_for_data (G_CHECKSUM_MD5, writer->bytes->data, writer->bytes->len);

  print (writer, "xref\n0 %u\n0000000000 65535 f \n", writer->starts->len + 1);
  for (guint i = 0; i < writer->starts->len; i++)
    print (writer, "%010" G_GSIZE_FORMAT " 00000 n \n", g_array_index (writer->starts, gsize, i));
  print (writer, "trailer\n<</Size %u /Root 1 0 R /Info 3 0 R /ID [<%s> <%s>]>>\nstartxref\n%" G_GSIZE_FORMAT
                 "\n%%%%EOF\n", writer->starts->len + 1, id, id, table);
}

GBytes *
steward_scan_write_pdf (GPtrArray *pictures,
                        GPtrArray *names,
                        GPtrArray *files)
{
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  Writer writer = { g_byte_array_new (), starts };

  print (&writer, "%%PDF-1.5\n%%\xe2\xe3\xcf\xd3\n");
  begin (&writer);
  print (&writer, "<</Type /Catalog /Pages 2 0 R>>\nendobj\n");
  begin (&writer);
  print (&writer, "<</Type /Pages /Count %u /Kids [", pictures->len);
  for (guint i = 0; i < pictures->len; i++)
    print (&writer, "%u 0 R ", FIRST_PAGE + i * OBJECTS_OF_PAGE);
  print (&writer, "]>>\nendobj\n");
  begin (&writer);
  print (&writer, "<</Producer (Steward)>>\nendobj\n");
  for (guint i = 0; i < pictures->len; i++)
    add_page (&writer, pictures->pdata[i], names->pdata[i], files->pdata[i]);
  finish (&writer);
  return g_byte_array_free_to_bytes (writer.bytes);
}
