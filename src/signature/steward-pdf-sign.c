/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pdf-sign.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "steward-cms-private.h"
#include "steward-error.h"
#include "steward-file.h"
#include "steward-pdf-append-private.h"
#include "steward-pdf-form-private.h"
#include "steward-pdf-verify.h"
#include "steward-seal-private.h"

#define MAX_WORDS_BYTES 1000
#define MAX_PAGE_LEVELS 32
/* Both flags of a form: it has signatures, and may only be appended to. */
#define FORM_FLAGS 3
#define RANGE_FORMAT "[0 %10" G_GSIZE_FORMAT " %10" G_GSIZE_FORMAT " %10" G_GSIZE_FORMAT "]"

/* Where in the new file the signature goes. */
typedef struct
{
  gsize ranges;                 /* of the array /ByteRange */
  gsize start;                  /* of the "<" of /Contents */
  gsize end;                    /* behind its ">" */
} Gap;

static gboolean
fail (GError     **error,
      int          code,
      const char  *message)
{
  g_set_error_literal (error, STEWARD_ERROR, code, message);
  return FALSE;
}

/* A paper that was tampered with is not made better by one more signature. */
static gboolean
check_before (GBytes                 *pdf,
              const char             *field,
              GCancellable           *cancellable,
              GError                **error)
{
  g_autoptr (StewardPdfVerification) verification = steward_pdf_verify (pdf, NULL, cancellable, error);

  if (verification == NULL)
    return FALSE;
  if (verification->verdict == STEWARD_PDF_BROKEN || verification->verdict == STEWARD_PDF_CHANGED)
    return fail (error, STEWARD_ERROR_INVALID,
                 _("The paper was changed after it had been signed; nobody should sign it now."));
  for (guint i = 0; i < verification->signatures->len; i++)
    if (strcmp (((StewardPdfSignature *) verification->signatures->pdata[i])->field, field) == 0)
      {
        g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("The field “%s” is signed already."), field);
        return FALSE;
      }
  return TRUE;
}

static gboolean
check_turn (GPtrArray   *fields,
            const char  *name,
            GError     **error)
{
  const StewardPdfFormField *unit = steward_pdf_form_find (fields, STEWARD_FIELD_UNIT);
  const StewardPdfFormField *steward = steward_pdf_form_find (fields, STEWARD_FIELD_STEWARD);

  if (unit == NULL || steward == NULL)
    return TRUE;
  if (strcmp (name, STEWARD_FIELD_STEWARD) == 0 && unit->value == NULL)
    return fail (error, STEWARD_ERROR_INVALID, _("The project unit signs first, then the steward."));
  if (strcmp (name, STEWARD_FIELD_UNIT) == 0 && steward->value != NULL)
    return fail (error, STEWARD_ERROR_INVALID,
                 _("The steward has signed already; the project unit cannot sign after that."));
  return TRUE;
}

static StewardPdfFormField *
find_field (GPtrArray   *fields,
            const char  *name,
            GError     **error)
{
  StewardPdfFormField *field = steward_pdf_form_find (fields, name);
  g_autoptr (GString) names = g_string_new (NULL);

  if (field != NULL)
    return field;
  for (guint i = 0; i < fields->len; i++)
    {
      const StewardPdfFormField *other = fields->pdata[i];

      if (other->is_signature)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", other->name);
    }
  if (names->len > 0)
    g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN,
                 _("The paper has no place for the signature “%s”; it has: %s."), name, names->str);
  else
    g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, _("The paper has no place for a signature."));
  return NULL;
}

static StewardPdfFormField *
choose_field (StewardPdfFile  *file,
              GPtrArray       *fields,
              const char      *name,
              GError         **error)
{
  StewardPdfFormField *field = find_field (fields, name, error);

  if (field == NULL || !check_turn (fields, name, error))
    return NULL;
  if (field->number == 0 || field->dictionary->kind != STEWARD_PDF_DICTIONARY)
    {
      fail (error, STEWARD_ERROR_INVALID, _("The place for the signature is made in a way that cannot be signed."));
      return NULL;
    }
  if (steward_pdf_form_is_closed (file))
    {
      fail (error, STEWARD_ERROR_INVALID, _("Whoever signed first allowed no further signatures."));
      return NULL;
    }
  return field;
}

static double
get_number (const StewardPdfValue *value)
{
  if (value == NULL)
    return 0;
  return value->kind == STEWARD_PDF_REAL ? value->real : value->kind == STEWARD_PDF_INTEGER ? value->integer : 0;
}

/* The size of the field on its page; nothing for a field that is not seen. */
static gboolean
get_size (StewardPdfFile             *file,
          const StewardPdfFormField  *field,
          double                     *width,
          double                     *height,
          GError                    **error)
{
  GError *problem = NULL;
  StewardPdfObject *widget = field->widget != 0 ? steward_pdf_file_get_object (file, field->widget, &problem) : NULL;
  StewardPdfValue *box = widget != NULL ? steward_pdf_file_get (file, widget->value, "Rect", &problem) : NULL;

  *width = fabs (get_number (steward_pdf_value_at (box, 2)) - get_number (steward_pdf_value_at (box, 0)));
  *height = fabs (get_number (steward_pdf_value_at (box, 3)) - get_number (steward_pdf_value_at (box, 1)));
  if (problem == NULL && *width < 20000 && *height < 20000)
    return TRUE;
  if (problem != NULL)
    g_propagate_error (error, problem);
  else
    fail (error, STEWARD_ERROR_INVALID, _("The place for the signature is made in a way that cannot be signed."));
  return FALSE;
}

/* By how much its page is turned when it is shown, in quarters clockwise; a
 * page may leave that to those above it. */
static guint
get_quarters (StewardPdfFile             *file,
              const StewardPdfFormField  *field)
{
  const StewardPdfObject *widget = field->widget != 0 ? steward_pdf_file_get_object (file, field->widget, NULL) : NULL;
  const StewardPdfValue *node = widget != NULL ? steward_pdf_file_get (file, widget->value, "P", NULL) : NULL;

  for (guint level = 0; node != NULL && level < MAX_PAGE_LEVELS; level++)
    {
      const StewardPdfValue *turn = steward_pdf_file_get (file, node, "Rotate", NULL);

      if (turn != NULL && turn->kind == STEWARD_PDF_INTEGER)
        return (guint) (((turn->integer % 360 + 360) % 360) / 90);
      node = steward_pdf_file_get (file, node, "Parent", NULL);
    }
  return 0;
}

static guint
add_picture (StewardPdfAppender   *appender,
             const StewardSealInk *ink)
{
  g_autofree char *size = g_strdup_printf ("/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8"
                                           " /Filter /FlateDecode", ink->columns, ink->rows);
  g_autofree char *mask = g_strdup_printf ("%s /ColorSpace /DeviceGray", size);
  g_autofree char *head = NULL;

  if (ink->alpha != NULL)
    head = g_strdup_printf ("%s /ColorSpace /DeviceRGB /SMask %u 0 R", size,
                            steward_pdf_appender_add_stream (appender, mask, ink->alpha));
  else
    head = g_strdup_printf ("%s /ColorSpace /DeviceRGB", size);
  return steward_pdf_appender_add_stream (appender, head, ink->colour);
}

/* Adds what is seen, and gives its number. */
static gboolean
add_appearance (StewardPdfAppender         *appender,
                const StewardPdfFormField  *field,
                const StewardSeal          *seal,
                guint                      *number,
                GError                    **error)
{
  StewardSealInk ink = { NULL };
  g_autofree char *head = NULL;
  g_autofree char *resources = NULL;
  char width_text[G_ASCII_DTOSTR_BUF_SIZE], height_text[G_ASCII_DTOSTR_BUF_SIZE];
  /* Upright as the page is shown. */
  static const char * const turns[] = { "", " /Matrix [0 1 -1 0 0 0]", " /Matrix [-1 0 0 -1 0 0]", " /Matrix [0 -1 1 0 0 0]" };
  guint quarters = get_quarters (appender->file, field);
  double width, height;

  if (!get_size (appender->file, field, quarters % 2 == 0 ? &width : &height, quarters % 2 == 0 ? &height : &width,
                 error) ||
      !steward_seal_draw (seal, width, height, &ink, error))
    return FALSE;
  resources = ink.colour != NULL ? g_strdup_printf ("<</XObject <</Seal %u 0 R>>>>", add_picture (appender, &ink))
                                 : g_strdup ("<<>>");
  head = g_strdup_printf ("/Type /XObject /Subtype /Form /BBox [0 0 %s %s]%s /Resources %s",
                          g_ascii_formatd (width_text, sizeof width_text, "%.3f", width),
                          g_ascii_formatd (height_text, sizeof height_text, "%.3f", height), turns[quarters], resources);
  *number = steward_pdf_appender_add_stream (appender, head, ink.content);
  steward_seal_ink_clear (&ink);
  return TRUE;
}

static char *
format_date (GDateTime *time)
{
  g_autoptr (GDateTime) now = time != NULL ? g_date_time_ref (time) : g_date_time_new_now_local ();
  int minutes = (int) (g_date_time_get_utc_offset (now) / G_TIME_SPAN_MINUTE);
  g_autofree char *date = g_date_time_format (now, "D:%Y%m%d%H%M%S");

  return g_strdup_printf ("%s%c%02d'%02d'", date, minutes < 0 ? '-' : '+', ABS (minutes) / 60, ABS (minutes) % 60);
}

static void
print_words (StewardPdfAppender *appender,
             const char         *key,
             const char         *words)
{
  if (words == NULL || *words == '\0')
    return;
  steward_pdf_appender_print (appender, " /%s ", key);
  steward_pdf_appender_print_text (appender, words);
}

/* The signature with room for what is known only when all bytes are there. */
static guint
add_signature (StewardPdfAppender      *appender,
               const StewardPdfSigning *signing,
               StewardSigner           *signer,
               Gap                     *gap)
{
  guint number = steward_pdf_appender_begin (appender, 0);
  gsize reserve = 2 * steward_cms_estimate (signer);
  g_autofree char *name = steward_signer_get_name (signer);
  g_autofree char *date = format_date (signing->time);

  steward_pdf_appender_print (appender, "<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached"
                                        " /M (%s)", date);
  print_words (appender, "Name", name);
  print_words (appender, "Reason", signing->reason);
  print_words (appender, "Location", signing->place);
  steward_pdf_appender_print (appender, " /ByteRange ");
  gap->ranges = appender->bytes->len;
  steward_pdf_appender_print (appender, RANGE_FORMAT, (gsize) 0, (gsize) 0, (gsize) 0);
  steward_pdf_appender_print (appender, " /Contents ");
  gap->start = appender->bytes->len;
  g_byte_array_set_size (appender->bytes, gap->start + reserve + 2);
  memset (appender->bytes->data + gap->start, '0', reserve + 2);
  appender->bytes->data[gap->start] = '<';
  gap->end = appender->bytes->len;
  appender->bytes->data[gap->end - 1] = '>';
  steward_pdf_appender_print (appender, ">>");
  steward_pdf_appender_end (appender);
  return number;
}

static gboolean
rewrite (StewardPdfAppender  *appender,
         guint                number,
         const char * const  *keys,
         const char * const  *values,
         guint                n,
         GError             **error)
{
  const StewardPdfObject *object = steward_pdf_file_get_object (appender->file, number, error);

  if (object == NULL || object->value->kind != STEWARD_PDF_DICTIONARY)
    return object == NULL ? FALSE
                          : fail (error, STEWARD_ERROR_INVALID,
                                  _("The place for the signature is made in a way that cannot be signed."));
  steward_pdf_appender_begin (appender, number);
  steward_pdf_appender_print_with (appender, object->value, object->text, keys, values, n);
  steward_pdf_appender_end (appender);
  return TRUE;
}

static gboolean
fill_field (StewardPdfAppender         *appender,
            const StewardPdfFormField  *field,
            guint                       signature,
            guint                       appearance,
            GError                    **error)
{
  g_autofree char *value = g_strdup_printf ("%u 0 R", signature);
  g_autofree char *look = g_strdup_printf ("<</N %u 0 R>>", appearance);
  const char * const keys[] = { "V", "AP" };
  const char * const values[] = { value, look };

  if (field->widget == field->number)
    return rewrite (appender, field->number, keys, values, 2, error);
  return rewrite (appender, field->number, keys, values, 1, error) &&
         (field->widget == 0 || rewrite (appender, field->widget, keys + 1, values + 1, 1, error));
}

/* Forms of others may not say yet that there are signatures. */
static gboolean
flag_form (StewardPdfAppender  *appender,
           GError             **error)
{
  static const char * const flag_keys[] = { "SigFlags" };
  static const char * const flag_values[] = { G_STRINGIFY (FORM_FLAGS) };
  static const char * const form_keys[] = { "AcroForm" };
  StewardPdfFile *file = appender->file;
  const StewardPdfValue *root = steward_pdf_value_get (file->trailer, "Root");
  StewardPdfObject *catalog = steward_pdf_file_get_object (file, root->number, error);
  StewardPdfValue *form = catalog != NULL ? steward_pdf_value_get (catalog->value, "AcroForm") : NULL;
  StewardPdfValue *flags = steward_pdf_file_get (file, steward_pdf_file_resolve (file, form, NULL), "SigFlags", NULL);
  g_autofree char *text = NULL;
  gsize start = appender->bytes->len;

  if (form == NULL)
    return FALSE;
  if (flags != NULL && flags->kind == STEWARD_PDF_INTEGER && (flags->integer & FORM_FLAGS) == FORM_FLAGS)
    return TRUE;
  if (form->kind == STEWARD_PDF_REFERENCE)
    return rewrite (appender, form->number, flag_keys, flag_values, 1, error);
  steward_pdf_appender_print_with (appender, form, catalog->text, flag_keys, flag_values, 1);
  text = g_strndup ((const char *) appender->bytes->data + start, appender->bytes->len - start);
  g_byte_array_set_size (appender->bytes, start);
  return rewrite (appender, root->number, form_keys, (const char * const[]) { text }, 1, error);
}

/* Hashes all but the gap, lets the signer sign that, and fills the gap. */
static gboolean
fill_gap (GByteArray     *bytes,
          const Gap      *gap,
          StewardSigner  *signer,
          GCancellable   *cancellable,
          GError        **error)
{
  static const char digits[] = "0123456789abcdef";
  const guint8 *pieces[2] = { bytes->data, bytes->data + gap->end };
  const gsize lengths[2] = { gap->start, bytes->len - gap->end };
  g_autofree char *ranges = g_strdup_printf (RANGE_FORMAT, gap->start, gap->end, bytes->len - gap->end);
  g_autoptr (GBytes) digest = NULL;
  g_autoptr (GBytes) cms = NULL;
  const guint8 *data;
  gsize size;

  memcpy (bytes->data + gap->ranges, ranges, strlen (ranges));
  digest = steward_digest_pieces (steward_signer_get_method (signer)->digest, pieces, lengths, 2, cancellable, error);
  cms = digest != NULL ? steward_cms_create (signer, digest, cancellable, error) : NULL;
  if (cms == NULL)
    return FALSE;
  data = g_bytes_get_data (cms, &size);
  if (2 * size > gap->end - gap->start - 2)
    return fail (error, STEWARD_ERROR_LIMIT, _("The signature is larger than the room kept for it."));
  for (gsize i = 0; i < size; i++)
    {
      bytes->data[gap->start + 1 + 2 * i] = digits[data[i] >> 4];
      bytes->data[gap->start + 2 + 2 * i] = digits[data[i] & 15];
    }
  return TRUE;
}

/* Looks at the result as somebody who receives it will. */
static gboolean
check_after (GBytes        *pdf,
             GBytes        *result,
             const char    *field,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (StewardPdfVerification) verification = steward_pdf_verify (result, NULL, cancellable, error);
  const StewardPdfSignature *last;
  gsize size;
  const guint8 *data = g_bytes_get_data (pdf, &size);

  if (verification == NULL)
    return FALSE;
  last = verification->signatures->len > 0 ? verification->signatures->pdata[verification->signatures->len - 1] : NULL;
  if (last == NULL || verification->verdict < STEWARD_PDF_UNTRUSTED || strcmp (last->field, field) != 0 ||
      !last->covers_whole || memcmp (g_bytes_get_data (result, NULL), data, size) != 0)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("The new signature did not hold when it was verified: %s"),
                   last != NULL && last->problem != NULL ? last->problem : _("unknown reason"));
      return FALSE;
    }
  return TRUE;
}

static gboolean
is_short (const char *words)
{
  return words == NULL || (strlen (words) <= MAX_WORDS_BYTES && g_utf8_validate (words, -1, NULL));
}

GBytes *
steward_pdf_sign (GBytes                   *pdf,
                  const StewardPdfSigning  *signing,
                  StewardSigner            *signer,
                  GCancellable             *cancellable,
                  GError                  **error)
{
  g_autoptr (StewardPdfFile) file = NULL;
  g_autoptr (GPtrArray) fields = NULL;
  g_autoptr (GBytes) result = NULL;
  g_auto (StewardPdfAppender) appender = { NULL };
  StewardPdfFormField *field;
  Gap gap;
  guint appearance = 0, signature;

  g_return_val_if_fail (pdf != NULL && signing != NULL && signing->field != NULL, NULL);
  g_return_val_if_fail (STEWARD_IS_SIGNER (signer), NULL);

  if (!is_short (signing->reason) || !is_short (signing->place))
    {
      fail (error, STEWARD_ERROR_INVALID, _("The reason or the place is too long, or is no text."));
      return NULL;
    }
  if (!check_before (pdf, signing->field, cancellable, error))
    return NULL;
  file = steward_pdf_file_open (pdf, g_bytes_get_size (pdf), error);
  fields = file != NULL ? steward_pdf_form_read (file, error) : NULL;
  field = fields != NULL ? choose_field (file, fields, signing->field, error) : NULL;
  if (field == NULL)
    return NULL;

  steward_pdf_appender_init (&appender, file);
  if (!add_appearance (&appender, field, signing->seal, &appearance, error))
    return NULL;
  signature = add_signature (&appender, signing, signer, &gap);
  if (!fill_field (&appender, field, signature, appearance, error) || !flag_form (&appender, error))
    return NULL;
  steward_pdf_appender_finish (&appender);
  if (!fill_gap (appender.bytes, &gap, signer, cancellable, error))
    return NULL;
  result = g_byte_array_free_to_bytes (g_steal_pointer (&appender.bytes));
  return check_after (pdf, result, signing->field, cancellable, error) ? g_steal_pointer (&result) : NULL;
}

gboolean
steward_pdf_sign_file (GFile                    *source,
                       GFile                    *target,
                       const StewardPdfSigning  *signing,
                       StewardSigner            *signer,
                       GCancellable             *cancellable,
                       GError                  **error)
{
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) result = NULL;

  g_return_val_if_fail (G_IS_FILE (source) && G_IS_FILE (target), FALSE);

  pdf = steward_file_read (source, STEWARD_PDF_MAX_BYTES, cancellable, error);
  result = pdf != NULL ? steward_pdf_sign (pdf, signing, signer, cancellable, error) : NULL;
  return result != NULL && steward_file_write (target, result, cancellable, error);
}
