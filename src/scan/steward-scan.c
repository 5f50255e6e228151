/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-scan.h"

#include <glib/gi18n-lib.h>
#include <qpdf/qpdf-c.h>
#include <string.h>

#include "steward-error.h"
#include "steward-picture-scan-private.h"

void
steward_scan_picture_free (StewardScanPicture *self)
{
  g_free (self->space);
  g_free (self->more);
  g_clear_pointer (&self->data, g_bytes_unref);
  g_free (self);
}

gboolean
steward_scan_check_size (guint64   columns,
                         guint64   rows,
                         GError  **error)
{
  if (columns > 0 && rows > 0 && columns <= G_MAXUINT16 && rows <= G_MAXUINT16
      && columns * rows <= STEWARD_SCAN_MAX_PIXELS)
    return TRUE;
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_LIMIT,
               _("The picture has %u × %u pixels; at most %d megapixels are taken."), (guint) columns, (guint) rows,
               STEWARD_SCAN_MAX_PIXELS / 1000000);
  return FALSE;
}

static gboolean
find_format (GBytes             *file,
             StewardScanFormat  *format,
             GError            **error)
{
  static const struct
  {
    const char        *start;
    gsize              length;
    StewardScanFormat  format;
  } starts[] = {
    { "%PDF-", 5, STEWARD_SCAN_PDF },
    { "\xff\xd8\xff", 3, STEWARD_SCAN_JPEG },
    { "\x89PNG\r\n\x1a\n", 8, STEWARD_SCAN_PNG },
  };
  gsize size = 0;
  const char *data = g_bytes_get_data (file, &size);

  if (size > STEWARD_SCAN_MAX_BYTES)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_LIMIT, _("The file is larger than %d megabytes."),
                   STEWARD_SCAN_MAX_BYTES / (1024 * 1024));
      return FALSE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    if (size >= starts[i].length && memcmp (data, starts[i].start, starts[i].length) == 0)
      {
        *format = starts[i].format;
        return TRUE;
      }
  g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_SYNTAX,
                       _("This is neither a PDF nor a JPEG or PNG picture."));
  return FALSE;
}

/* What scanners write is not always by the book; it only has to have pages. A
 * file that needs a password says so when it is read without one. */
static gboolean
examine_pdf (GBytes   *file,
             guint    *n_pages,
             GError  **error)
{
  qpdf_data qpdf = qpdf_init ();
  gsize size = 0;
  const char *data = g_bytes_get_data (file, &size);
  gboolean encrypted = FALSE;
  int n = 0;

  qpdf_silence_errors (qpdf);
  qpdf_set_suppress_warnings (qpdf, QPDF_TRUE);
  if ((qpdf_read_memory (qpdf, "scan", data, size, NULL) & QPDF_ERRORS) == 0)
    {
      encrypted = qpdf_is_encrypted (qpdf);
      n = qpdf_get_num_pages (qpdf);
    }
  if (qpdf_has_error (qpdf))
    {
      n = 0;
      encrypted = qpdf_get_error_code (qpdf, qpdf_get_error (qpdf)) == qpdf_e_password;
    }
  qpdf_cleanup (&qpdf);
  *n_pages = MAX (n, 0);
  if (n > 0 && !encrypted)
    return TRUE;
  if (encrypted)
    g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
                         _("The PDF is encrypted: in some years nobody could read it."));
  else
    g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_SYNTAX, _("The PDF is damaged or has no page."));
  return FALSE;
}

static StewardScanPicture *
read_picture (GBytes             *file,
              StewardScanFormat   format,
              GCancellable       *cancellable,
              GError            **error)
{
  return format == STEWARD_SCAN_JPEG ? steward_scan_read_jpeg (file, cancellable, error)
                                     : steward_scan_read_png (file, cancellable, error);
}

gboolean
steward_scan_examine (GBytes           *file,
                      StewardScanInfo  *info,
                      GCancellable     *cancellable,
                      GError          **error)
{
  StewardScanInfo result = { 0 };
  g_autoptr (StewardScanPicture) picture = NULL;

  g_return_val_if_fail (file != NULL && info != NULL, FALSE);

  if (!find_format (file, &result.format, error))
    return FALSE;
  if (result.format == STEWARD_SCAN_PDF)
    {
      if (!examine_pdf (file, &result.n_pages, error))
        return FALSE;
      *info = result;
      return TRUE;
    }
  picture = read_picture (file, result.format, cancellable, error);
  if (picture == NULL)
    return FALSE;
  result.n_pages = 1;
  result.orientation = picture->orientation;
  result.columns = picture->orientation >= 5 ? picture->rows : picture->columns;
  result.rows = picture->orientation >= 5 ? picture->columns : picture->rows;
  *info = result;
  return TRUE;
}

StewardScanSource *
steward_scan_source_new (const char *name,
                         GBytes     *bytes)
{
  StewardScanSource *self;

  g_return_val_if_fail (name != NULL && bytes != NULL, NULL);

  self = g_new0 (StewardScanSource, 1);
  self->name = g_utf8_make_valid (name, -1);
  self->bytes = g_bytes_ref (bytes);
  return self;
}

void
steward_scan_source_free (StewardScanSource *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/* What was read of the sources so far: papers that stay, pictures to bundle. */
typedef struct
{
  GPtrArray *papers;
  GPtrArray *pictures;
  GPtrArray *names;
  GPtrArray *files;
  gsize      size;
} Gathering;

static gboolean
check_room (Gathering  *gathering,
            gsize       more,
            GError    **error)
{
  gathering->size += more;
  if (gathering->pictures->len < STEWARD_SCAN_MAX_PAGES && gathering->size <= STEWARD_SCAN_MAX_BYTES - 1024 * 1024)
    return TRUE;
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_LIMIT,
               _("The pictures together are more than one paper can be: at most %d pages and %d megabytes."),
               STEWARD_SCAN_MAX_PAGES, STEWARD_SCAN_MAX_BYTES / (1024 * 1024));
  return FALSE;
}

static gboolean
gather_one (Gathering                *gathering,
            const StewardScanSource  *source,
            GCancellable             *cancellable,
            GError                  **error)
{
  StewardScanFormat format;
  StewardScanPicture *picture;
  guint n_pages;

  if (!find_format (source->bytes, &format, error))
    return FALSE;
  if (format == STEWARD_SCAN_PDF)
    {
      if (!examine_pdf (source->bytes, &n_pages, error))
        return FALSE;
      g_ptr_array_add (gathering->papers, steward_scan_source_new (source->name, source->bytes));
      return TRUE;
    }
  picture = read_picture (source->bytes, format, cancellable, error);
  if (picture == NULL)
    return FALSE;
  if (!check_room (gathering, g_bytes_get_size (picture->data), error))
    {
      steward_scan_picture_free (picture);
      return FALSE;
    }
  g_ptr_array_add (gathering->pictures, picture);
  g_ptr_array_add (gathering->names, source->name);
  g_ptr_array_add (gathering->files, source->bytes);
  return TRUE;
}

/* The paper is called like its first page. */
static void
add_bundle (Gathering *gathering)
{
  g_autoptr (GBytes) pdf = steward_scan_write_pdf (gathering->pictures, gathering->names, gathering->files);
  const char *first = gathering->names->pdata[0];
  const char *dot = strrchr (first, '.');
  g_autofree char *stem = dot != NULL && dot != first ? g_strndup (first, dot - first) : g_strdup (first);
  g_autofree char *name = g_strconcat (stem, ".pdf", NULL);

  g_ptr_array_add (gathering->papers, steward_scan_source_new (name, pdf));
}

GPtrArray *
steward_scan_gather (GPtrArray     *sources,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr (GPtrArray) papers = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_scan_source_free);
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_scan_picture_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  Gathering gathering = { papers, pictures, names, files, 0 };

  g_return_val_if_fail (sources != NULL, NULL);

  for (guint i = 0; i < sources->len; i++)
    {
      const StewardScanSource *source = g_ptr_array_index (sources, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (!gather_one (&gathering, source, cancellable, error))
        {
          g_prefix_error (error, "%s: ", source->name);
          return NULL;
        }
    }
  if (pictures->len > 0)
    add_bundle (&gathering);
  return g_steal_pointer (&papers);
}

static char *
find_origin (qpdf_data qpdf,
             qpdf_oh   page)
{
  qpdf_oh resources = qpdf_oh_get_key (qpdf, page, "/Resources");
  qpdf_oh pictures = qpdf_oh_is_dictionary (qpdf, resources) ? qpdf_oh_get_key (qpdf, resources, "/XObject") : 0;
  qpdf_oh picture = pictures != 0 && qpdf_oh_is_dictionary (qpdf, pictures)
                    ? qpdf_oh_get_key (qpdf, pictures, "/Scan") : 0;
  qpdf_oh head = picture != 0 && qpdf_oh_is_stream (qpdf, picture) ? qpdf_oh_get_dict (qpdf, picture) : 0;
  qpdf_oh source = head != 0 ? qpdf_oh_get_key (qpdf, head, "/StewardSource") : 0;
  qpdf_oh sha256 = source != 0 && qpdf_oh_is_dictionary (qpdf, source)
                   ? qpdf_oh_get_key (qpdf, source, "/SHA256") : 0;

  return sha256 != 0 && qpdf_oh_is_string (qpdf, sha256) ? g_strdup (qpdf_oh_get_utf8_value (qpdf, sha256)) : NULL;
}

GStrv
steward_scan_get_origins (GBytes *pdf)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  qpdf_data qpdf;
  gsize size = 0;
  const char *data;
  gboolean good;
  int n;

  g_return_val_if_fail (pdf != NULL, NULL);

  data = g_bytes_get_data (pdf, &size);
  qpdf = qpdf_init ();
  qpdf_silence_errors (qpdf);
  qpdf_set_suppress_warnings (qpdf, QPDF_TRUE);
  qpdf_read_memory (qpdf, "scan", data, size, NULL);
  n = qpdf_has_error (qpdf) ? 0 : qpdf_get_num_pages (qpdf);
  good = n > 0;
  for (int i = 0; good && i < n; i++)
    {
      g_autofree char *origin = find_origin (qpdf, qpdf_get_page_n (qpdf, i));

      good = origin != NULL;
      if (good)
        g_strv_builder_add (builder, origin);
    }
  /* One that is not asked for is written to the terminal. */
  if (qpdf_has_error (qpdf))
    qpdf_get_error (qpdf);
  qpdf_cleanup (&qpdf);
  return good ? g_strv_builder_end (builder) : NULL;
}
