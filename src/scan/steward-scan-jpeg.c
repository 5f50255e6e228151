/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-picture-scan-private.h"

#include <glib/gi18n-lib.h>
#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>
#include <jerror.h>

#include "steward-error.h"

/* Of a progressive picture all of it has to be held; that of 120 megapixels
 * with all its colours takes more, and is no scan of a paper. */
#define MAX_MEMORY (768 * 1024 * 1024)
/* A progressive picture is drawn in some ten passes; thousands of them are
 * made to keep a reader busy. */
#define MAX_PASSES 100
#define EXIF_MARKER (JPEG_APP0 + 1)

/* What libjpeg calls back with. Its errors leave by a long jump: so nothing
 * that has to be freed lives in the function that is left. */
typedef struct
{
  struct jpeg_decompress_struct  cinfo;
  struct jpeg_error_mgr          errors;
  struct jpeg_progress_mgr       progress;
  jmp_buf                        leave;
  GCancellable                  *cancellable;
  gboolean                       is_cut;
  gboolean                       is_limit;
  guint                          orientation;
  char                           message[JMSG_LENGTH_MAX];
} Reader;

static Reader *
reader_of (j_common_ptr cinfo)
{
  return cinfo->client_data;
}

static G_GNUC_NORETURN void
error_exit (j_common_ptr cinfo)
{
  Reader *reader = reader_of (cinfo);

  if (*reader->message == '\0')
    cinfo->err->format_message (cinfo, reader->message);
  reader->is_limit = reader->is_limit || cinfo->err->msg_code == JERR_OUT_OF_MEMORY
                     || cinfo->err->msg_code == JERR_NO_BACKING_STORE
                     || cinfo->err->msg_code == JERR_IMAGE_TOO_BIG;
  longjmp (reader->leave, 1);
}

/* libjpeg goes on with grey where bytes are missing; a paper must not. */
static void
emit_message (j_common_ptr cinfo,
              int          level)
{
  Reader *reader = reader_of (cinfo);

  if (level < 0 && (cinfo->err->msg_code == JWRN_JPEG_EOF || cinfo->err->msg_code == JWRN_HIT_MARKER))
    reader->is_cut = TRUE;
}

static void
leave_with (Reader     *reader,
            gboolean    is_limit,
            const char *message)
{
  g_strlcpy (reader->message, message, sizeof reader->message);
  reader->is_limit = is_limit;
  longjmp (reader->leave, 1);
}

static void
watch_progress (j_common_ptr cinfo)
{
  Reader *reader = reader_of (cinfo);

  if (g_cancellable_is_cancelled (reader->cancellable))
    leave_with (reader, FALSE, "cancelled");
  if (reader->cinfo.input_scan_number > MAX_PASSES)
    leave_with (reader, TRUE, "too many passes");
}

/* Every coefficient is unpacked, but only each eighth pixel is made. */
static void
unpack (Reader *reader)
{
  j_decompress_ptr cinfo = &reader->cinfo;
  JSAMPARRAY row;

  cinfo->scale_num = 1;
  cinfo->scale_denom = 8;
  cinfo->dct_method = JDCT_IFAST;
  cinfo->do_fancy_upsampling = FALSE;
  jpeg_start_decompress (cinfo);
  row = cinfo->mem->alloc_sarray ((j_common_ptr) cinfo, JPOOL_IMAGE,
                                  cinfo->output_width * cinfo->output_components, 1);
  while (cinfo->output_scanline < cinfo->output_height)
    jpeg_read_scanlines (cinfo, row, 1);
  jpeg_finish_decompress (cinfo);
}

static guint
find_orientation (j_decompress_ptr cinfo)
{
  static const char head[] = "Exif\0";

  for (jpeg_saved_marker_ptr marker = cinfo->marker_list; marker != NULL; marker = marker->next)
    if (marker->marker == EXIF_MARKER && marker->data_length > sizeof head
        && memcmp (marker->data, head, sizeof head) == 0)
      return steward_exif_orientation (marker->data + sizeof head, marker->data_length - sizeof head);
  return 1;
}

/* FALSE with a message; too large a picture is left alone. */
static gboolean
read_through (Reader       *reader,
              const guint8 *data,
              gsize         size)
{
  j_decompress_ptr cinfo = &reader->cinfo;

  if (setjmp (reader->leave) != 0)
    return FALSE;
  jpeg_create_decompress (cinfo);
  cinfo->client_data = reader;
  cinfo->progress = &reader->progress;
  cinfo->mem->max_memory_to_use = MAX_MEMORY;
  jpeg_save_markers (cinfo, EXIF_MARKER, 0xffff);
  jpeg_mem_src (cinfo, data, size);
  jpeg_read_header (cinfo, TRUE);
  /* At the end the markers are forgotten. */
  reader->orientation = find_orientation (cinfo);
  if (steward_scan_check_size (cinfo->image_width, cinfo->image_height, NULL))
    unpack (reader);
  return TRUE;
}

/* What a PDF has to be told so that it shows the same colours. */
static void
describe_colours (StewardScanPicture *picture,
                  j_decompress_ptr    cinfo)
{
  static const char * const spaces[] = { NULL, "/DeviceGray", NULL, "/DeviceRGB", "/DeviceCMYK" };
  const char *more = "";

  /* What Adobe's programs write has its inks the other way round. */
  if (cinfo->num_components == 4 && cinfo->saw_Adobe_marker)
    more = " /Decode [1 0 1 0 1 0 1 0]";
  else if (cinfo->num_components == 3 && cinfo->jpeg_color_space == JCS_RGB && !cinfo->saw_Adobe_marker)
    more = " /DecodeParms <</ColorTransform 0>>";
  picture->space = g_strdup (spaces[cinfo->num_components]);
  picture->more = g_strdup (more);
}

static StewardScanPicture *
make_picture (Reader *reader,
              GBytes *file)
{
  j_decompress_ptr cinfo = &reader->cinfo;
  StewardScanPicture *picture = g_new0 (StewardScanPicture, 1);
  double unit = cinfo->density_unit == 1 ? 1 : cinfo->density_unit == 2 ? 2.54 : 0;

  picture->columns = cinfo->image_width;
  picture->rows = cinfo->image_height;
  picture->orientation = reader->orientation;
  picture->dpi_x = cinfo->X_density * unit;
  picture->dpi_y = cinfo->Y_density * unit;
  picture->filter = "DCTDecode";
  picture->bits = 8;
  picture->data = g_bytes_ref (file);
  describe_colours (picture, cinfo);
  return picture;
}

static gboolean
check (const Reader  *reader,
       gboolean       is_read,
       GError       **error)
{
  int n = reader->cinfo.num_components;

  if (g_cancellable_set_error_if_cancelled (reader->cancellable, error))
    return FALSE;
  if (!is_read && reader->is_limit)
    g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_LIMIT,
                 _("The JPEG picture takes more to read than any scan of a paper (%s)."), reader->message);
  else if (!is_read)
    g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_SYNTAX, _("The JPEG picture is damaged: %s."), reader->message);
  else if (!steward_scan_check_size (reader->cinfo.image_width, reader->cinfo.image_height, error))
    return FALSE;
  else if (reader->is_cut)
    g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_SYNTAX,
                         _("The JPEG picture is cut off: a part of it is missing."));
  else if (n != 1 && n != 3 && n != 4)
    g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_SYNTAX,
                         _("The JPEG picture has colours that no paper has."));
  else
    return TRUE;
  return FALSE;
}

StewardScanPicture *
steward_scan_read_jpeg (GBytes        *file,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autofree Reader *reader = g_new0 (Reader, 1);
  StewardScanPicture *picture = NULL;
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (file, &size);
  gboolean is_read;

  reader->cancellable = cancellable;
  reader->cinfo.err = jpeg_std_error (&reader->errors);
  reader->cinfo.client_data = reader;
  reader->errors.error_exit = error_exit;
  reader->errors.emit_message = emit_message;
  reader->progress.progress_monitor = watch_progress;
  is_read = read_through (reader, data, size);
  if (check (reader, is_read, error))
    picture = make_picture (reader, file);
  jpeg_destroy_decompress (&reader->cinfo);
  return picture;
}
