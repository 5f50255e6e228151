/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scanners through SANE, whose library is one for the whole program and knows
 * nothing of threads: whoever uses it holds the lock. */
#include "steward-scanner.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <sane/sane.h>
#include <sane/saneopts.h>
#include <string.h>

#include "steward-error.h"
#include "steward-scan.h"
#include "steward-scanner-private.h"

#define BLOCK 65536
/* Microseconds. */
#define TURN 20000
#define PAGE_WIDTH_MM 210.0
#define PAGE_HEIGHT_MM 297.0
/* Most bytes of one page as it comes from the device. */
#define MAX_PAGE_BYTES ((gsize) 512 * 1024 * 1024)

static GMutex lock;

const char *
steward_scanner_explain (int status)
{
  switch (status)
    {
    case SANE_STATUS_NO_DOCS:
      return _("There is no paper in the feeder.");
    case SANE_STATUS_JAMMED:
      return _("The paper is stuck in the feeder.");
    case SANE_STATUS_COVER_OPEN:
      return _("The cover of the scanner is open.");
    case SANE_STATUS_DEVICE_BUSY:
      return _("The scanner is being used by somebody else.");
    case SANE_STATUS_ACCESS_DENIED:
      return _("You are not allowed to use this scanner.");
    case SANE_STATUS_IO_ERROR:
    case SANE_STATUS_INVAL:
      return _("The scanner does not answer. Is it switched on and connected?");
    default:
      return NULL;
    }
}

static gboolean
fail (GError      **error,
      SANE_Status   status)
{
  const char *text = steward_scanner_explain (status);

  if (text != NULL)
    g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, text);
  else
    g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("The scanner says: %s"), sane_strstatus (status));
  return FALSE;
}

/* Waits for whoever scans, which may be a driver that does not come to its end:
 * only as long as somebody wants it. */
static gboolean
take_turn (GCancellable  *cancellable,
           GError       **error)
{
  while (!g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      if (g_mutex_trylock (&lock))
        return TRUE;
      g_usleep (TURN);
    }
  return FALSE;
}

static gboolean
begin (GCancellable  *cancellable,
       GError       **error)
{
  SANE_Status status;

  if (!take_turn (cancellable, error))
    return FALSE;
  status = sane_init (NULL, NULL);
  if (status == SANE_STATUS_GOOD)
    return TRUE;
  g_mutex_unlock (&lock);
  return fail (error, status);
}

static void
end (void)
{
  sane_exit ();
  g_mutex_unlock (&lock);
}

gboolean
steward_scanner_is_supported (void)
{
  return TRUE;
}

static char *
describe (const SANE_Device *device)
{
  g_autofree char *title = g_strdup_printf ("%s %s", device->vendor, device->model);

  return g_utf8_make_valid (g_strstrip (title), -1);
}

GPtrArray *
steward_scanner_list (GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (GPtrArray) list = NULL;
  const SANE_Device **devices = NULL;
  SANE_Status status;

  if (!begin (cancellable, error))
    return NULL;
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_scanner_device_free);
  status = sane_get_devices (&devices, SANE_FALSE);
  for (guint i = 0; status == SANE_STATUS_GOOD && devices[i] != NULL; i++)
    {
      StewardScannerDevice *device = g_new0 (StewardScannerDevice, 1);

      device->name = g_strdup (devices[i]->name);
      device->title = describe (devices[i]);
      g_ptr_array_add (list, device);
    }
  end ();
  if (status == SANE_STATUS_GOOD)
    return g_steal_pointer (&list);
  fail (error, status);
  return NULL;
}

/* One device, while pages are taken from it. */
typedef struct
{
  SANE_Handle             handle;
  guint                   dpi;
  StewardScannerProgress  progress;
  gpointer                data;
  GCancellable           *cancellable;
  guint                   page;
} Scan;

/* The option of that name that can be set now; its number is in @index. */
static const SANE_Option_Descriptor *
find_option (Scan       *self,
             const char *name,
             SANE_Int   *index)
{
  const SANE_Option_Descriptor *option;

  for (*index = 1; (option = sane_get_option_descriptor (self->handle, *index)) != NULL; (*index)++)
    if (option->name != NULL && strcmp (option->name, name) == 0 && SANE_OPTION_IS_ACTIVE (option->cap) &&
        SANE_OPTION_IS_SETTABLE (option->cap))
      return option;
  return NULL;
}

/* Sets a text to the first of @wanted that is, or is part of, what the device
 * offers. FALSE when it offers none of them. */
static gboolean
set_choice (Scan              *self,
            const char        *name,
            const char *const *wanted)
{
  SANE_Int index;
  const SANE_Option_Descriptor *option = find_option (self, name, &index);

  if (option == NULL || option->type != SANE_TYPE_STRING || option->constraint_type != SANE_CONSTRAINT_STRING_LIST)
    return FALSE;
  for (guint w = 0; wanted[w] != NULL; w++)
    for (guint i = 0; option->constraint.string_list[i] != NULL; i++)
      {
        g_autofree char *offered = g_ascii_strdown (option->constraint.string_list[i], -1);
        g_autofree char *value = g_malloc0 ((gsize) option->size + 1);

        if (strstr (offered, wanted[w]) == NULL)
          continue;
        g_strlcpy (value, option->constraint.string_list[i], (gsize) option->size + 1);
        return sane_control_option (self->handle, index, SANE_ACTION_SET_VALUE, value, NULL) == SANE_STATUS_GOOD;
      }
  return FALSE;
}

static double
nearest_in_list (const SANE_Option_Descriptor *option,
                 double                        wanted)
{
  const SANE_Word *list = option->constraint.word_list;
  double best = wanted, distance = G_MAXDOUBLE;

  for (SANE_Int i = 1; i <= list[0]; i++)
    {
      double offered = option->type == SANE_TYPE_FIXED ? SANE_UNFIX (list[i]) : list[i];

      if (fabs (offered - wanted) < distance)
        {
          best = offered;
          distance = fabs (offered - wanted);
        }
    }
  return best;
}

/* Sets a number to the nearest that the device can; the value it took, or 0. */
static double
set_number (Scan       *self,
            const char *name,
            double      wanted)
{
  SANE_Int index;
  const SANE_Option_Descriptor *option = find_option (self, name, &index);
  gboolean fixed;
  SANE_Word value;

  if (option == NULL || option->size != sizeof (SANE_Word) ||
      (option->type != SANE_TYPE_INT && option->type != SANE_TYPE_FIXED))
    return 0;
  fixed = option->type == SANE_TYPE_FIXED;
  if (option->constraint_type == SANE_CONSTRAINT_WORD_LIST)
    wanted = nearest_in_list (option, wanted);
  else if (option->constraint_type == SANE_CONSTRAINT_RANGE)
    wanted = CLAMP (wanted, fixed ? SANE_UNFIX (option->constraint.range->min) : option->constraint.range->min,
                    fixed ? SANE_UNFIX (option->constraint.range->max) : option->constraint.range->max);
  value = fixed ? SANE_FIX (wanted) : (SANE_Word) lround (wanted);
  if (sane_control_option (self->handle, index, SANE_ACTION_SET_VALUE, &value, NULL) != SANE_STATUS_GOOD ||
      sane_control_option (self->handle, index, SANE_ACTION_GET_VALUE, &value, NULL) != SANE_STATUS_GOOD)
    return 0;
  return fixed ? SANE_UNFIX (value) : value;
}

/* What a device does not know it leaves as it is; only a feeder that is not
 * there is an error. */
static gboolean
set_options (Scan                          *self,
             const StewardScannerSettings  *settings,
             GError                       **error)
{
  static const char *const feeders[] = { "adf front", "feeder", "adf", NULL };
  static const char *const glasses[] = { "flatbed", "glass", NULL };
  static const char *const modes[][5] = {
    [STEWARD_SCANNER_COLOUR] = { "color", "colour", NULL },
    [STEWARD_SCANNER_GREY] = { "gray", "grey", NULL },
    [STEWARD_SCANNER_INK] = { "lineart", "black", "binary", "gray", NULL },
  };
  double dpi;

  if (!set_choice (self, SANE_NAME_SCAN_SOURCE, settings->feeder ? feeders : glasses) && settings->feeder)
    {
      g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("This scanner has no feeder."));
      return FALSE;
    }
  set_choice (self, SANE_NAME_SCAN_MODE, modes[settings->mode]);
  if (settings->mode != STEWARD_SCANNER_INK)
    set_number (self, SANE_NAME_BIT_DEPTH, 8);
  dpi = set_number (self, SANE_NAME_SCAN_RESOLUTION,
                    CLAMP (settings->dpi, STEWARD_SCANNER_MIN_DPI, STEWARD_SCANNER_MAX_DPI));
  self->dpi = dpi >= 1 ? (guint) lround (dpi) : settings->dpi;
  set_number (self, SANE_NAME_SCAN_TL_X, 0);
  set_number (self, SANE_NAME_SCAN_TL_Y, 0);
  set_number (self, SANE_NAME_SCAN_BR_X, PAGE_WIDTH_MM);
  set_number (self, SANE_NAME_SCAN_BR_Y, PAGE_HEIGHT_MM);
  return TRUE;
}

static gboolean
set_layout (const SANE_Parameters  *parameters,
            StewardScannerPage     *page,
            GError                **error)
{
  page->columns = MAX (parameters->pixels_per_line, 0);
  page->stride = MAX (parameters->bytes_per_line, 0);
  page->channels = parameters->format == SANE_FRAME_RGB ? 3 : 1;
  page->depth = parameters->depth;
  if ((parameters->format != SANE_FRAME_RGB && parameters->format != SANE_FRAME_GRAY) || page->columns == 0 ||
      (page->depth != 1 && page->depth != 8 && page->depth != 16) || (page->depth == 1 && page->channels == 3) ||
      page->stride < ((gsize) page->columns * page->channels * page->depth + 7) / 8)
    {
      g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
                           _("The scanner gives pages in a form that is not known here."));
      return FALSE;
    }
  return TRUE;
}

/* Takes what the device gives until the page ends. @rows: as it says, or below
 * 1 when it does not know. */
static gboolean
read_page (Scan                *self,
           StewardScannerPage  *page,
           int                  rows,
           GError             **error)
{
  g_autofree guint8 *block = g_malloc (BLOCK);
  gsize whole = rows > 0 ? (gsize) rows * page->stride : 0;
  SANE_Status status;
  SANE_Int length;

  while ((status = sane_read (self->handle, block, BLOCK, &length)) == SANE_STATUS_GOOD)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (page->data->len + (gsize) length > MAX_PAGE_BYTES)
        {
          g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_LIMIT,
                               _("The page is too large; choose a lower resolution."));
          return FALSE;
        }
      g_byte_array_append (page->data, block, length);
      if (self->progress != NULL)
        self->progress (self->page, whole > 0 ? MIN (page->data->len / (double) whole, 1.0) : -1, self->data);
    }
  return status == SANE_STATUS_EOF || fail (error, status);
}

/* The picture of the page that was started. */
static GBytes *
take_page (Scan    *self,
           GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  StewardScannerPage page = { .dpi = self->dpi, .data = data };
  SANE_Parameters parameters;
  SANE_Status status = sane_get_parameters (self->handle, &parameters);

  if (status != SANE_STATUS_GOOD)
    {
      fail (error, status);
      return NULL;
    }
  if (!set_layout (&parameters, &page, error) || !read_page (self, &page, parameters.lines, error))
    return NULL;
  page.rows = data->len / page.stride;
  if (page.rows > 0 && (gsize) page.rows * page.columns <= STEWARD_SCAN_MAX_PIXELS)
    return steward_scanner_page_to_picture (&page, error);
  g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_LIMIT,
                       page.rows > 0 ? _("The page is too large; choose a lower resolution.") : _("The page is empty."));
  return NULL;
}

static void
add_page (GPtrArray *pages,
          GBytes    *picture)
{
  gsize size;
  gboolean png = ((const guint8 *) g_bytes_get_data (picture, &size))[0] == 0x89;
  g_autofree char *name = g_strdup_printf ("scan-%02u.%s", pages->len + 1, png ? "png" : "jpg");

  g_ptr_array_add (pages, steward_scan_source_new (name, picture));
}

/* Pages come until the feeder is empty, which is no error after the first. */
static gboolean
take_pages (Scan       *self,
            gboolean    feeder,
            GPtrArray  *pages,
            GError    **error)
{
  do
    {
      SANE_Status status;
      g_autoptr (GBytes) picture = NULL;

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      status = sane_start (self->handle);
      if (status == SANE_STATUS_NO_DOCS && pages->len > 0)
        return TRUE;
      if (status != SANE_STATUS_GOOD)
        return fail (error, status);
      self->page = pages->len + 1;
      picture = take_page (self, error);
      if (picture == NULL)
        return FALSE;
      add_page (pages, picture);
    }
  while (feeder && pages->len < STEWARD_SCAN_MAX_PAGES);
  return TRUE;
}

GPtrArray *
steward_scanner_scan (const StewardScannerSettings  *settings,
                      StewardScannerProgress         progress,
                      gpointer                       data,
                      GCancellable                  *cancellable,
                      GError                       **error)
{
  Scan scan = { .progress = progress, .data = data, .cancellable = cancellable };
  g_autoptr (GPtrArray) pages = NULL;
  SANE_Status status;
  gboolean good;

  g_return_val_if_fail (settings != NULL && settings->device != NULL, NULL);

  if (!begin (cancellable, error))
    return NULL;
  pages = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_scan_source_free);
  status = sane_open (settings->device, &scan.handle);
  if (status != SANE_STATUS_GOOD)
    {
      end ();
      fail (error, status);
      return NULL;
    }
  good = set_options (&scan, settings, error) && take_pages (&scan, settings->feeder, pages, error);
  sane_cancel (scan.handle);
  sane_close (scan.handle);
  end ();
  return good ? g_steal_pointer (&pages) : NULL;
}
