/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pdf-verify.h"

#include <glib/gi18n-lib.h>
#include <openssl/x509.h>
#include <stdio.h>
#include <string.h>

#include "steward-certificate-private.h"
#include "steward-cms-private.h"
#include "steward-error.h"
#include "steward-pdf-changes-private.h"
#include "steward-pdf-form-private.h"
#include "steward-trust-private.h"

/* Bytes of the name of a document. */
#define MAX_IDENTIFIER 64
#define MAX_SIGNATURES 64
/* How many earlier ends of a file are tried when bytes were put behind it. */
#define MAX_ENDS 64
#define MAX_CMS_BYTES (1024 * 1024)

/* What all signatures of a file are judged with. */
typedef struct
{
  GBytes             *bytes;
  const guint8       *data;
  gsize               size;
  StewardPdfFile     *now;
  const StewardTrust *trust;
  GCancellable       *cancellable;
} Judge;

static void
signature_free (StewardPdfSignature *signature)
{
  g_free (signature->field);
  g_free (signature->signer);
  g_clear_pointer (&signature->time, g_date_time_unref);
  g_free (signature->reason);
  g_free (signature->place);
  g_free (signature->problem);
  g_free (signature->trust_problem);
  g_array_unref (signature->changes);
  g_free (signature);
}

void
steward_pdf_verification_free (StewardPdfVerification *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->signatures);
  g_ptr_array_unref (self->empty_fields);
  g_free (self->identifier);
  g_free (self);
}

static void
fail (StewardPdfSignature *signature,
      const char          *problem)
{
  g_free (signature->problem);
  signature->problem = g_strdup (problem);
}

/* "D:20260812091500+08'00'" */
static GDateTime *
parse_date (const char *text)
{
  int year, month = 1, day = 1, hour = 0, minute = 0, second = 0, zone_hour = 0, zone_minute = 0;
  char sign = 'Z';
  g_autofree char *zone_name = NULL;
  g_autoptr (GTimeZone) zone = NULL;

  if (text == NULL || sscanf (text, "D:%4d%2d%2d%2d%2d%2d%c%2d'%2d", &year, &month, &day, &hour, &minute, &second,
                              &sign, &zone_hour, &zone_minute) < 1)
    return NULL;
  if ((sign != '+' && sign != '-') || zone_hour < 0 || zone_hour > 23 || zone_minute < 0 || zone_minute > 59)
    return g_date_time_new_utc (year, month, day, hour, minute, second);
  zone_name = g_strdup_printf ("%c%02d:%02d", sign, zone_hour, zone_minute);
  zone = g_time_zone_new_identifier (zone_name);
  return zone != NULL ? g_date_time_new (zone, year, month, day, hour, minute, second) : NULL;
}

/* The four numbers of /ByteRange: from the first byte to the signature, and
 * from there to the end of what was signed. */
static gboolean
read_ranges (Judge                     *judge,
             const StewardPdfFormField *field,
             const StewardPdfValue     *contents,
             const guint8              *pieces[2],
             gsize                      lengths[2])
{
  StewardPdfValue *list = steward_pdf_value_get (field->value, "ByteRange");
  gsize numbers[4];

  if (steward_pdf_value_length (list) != 4 || field->value_text != judge->now->data)
    return FALSE;
  for (guint i = 0; i < 4; i++)
    if (!steward_pdf_value_get_size (steward_pdf_value_at (list, i), &numbers[i]))
      return FALSE;
  if (numbers[0] != 0 || numbers[1] != contents->start || numbers[2] != contents->end ||
      numbers[2] > judge->now->end || numbers[3] > judge->now->end - numbers[2])
    return FALSE;
  /* Between the brackets nothing but the digits that were looked at. */
  for (gsize i = contents->start + 1; i < contents->end - 1; i++)
    if (!g_ascii_isxdigit (judge->data[i]))
      return FALSE;
  pieces[0] = judge->data;
  lengths[0] = numbers[1];
  pieces[1] = judge->data + numbers[2];
  lengths[1] = numbers[3];
  return TRUE;
}

static void
take_words (Judge                     *judge,
            const StewardPdfFormField *field,
            StewardPdfSignature       *signature)
{
  g_autofree char *date = steward_pdf_value_decode (steward_pdf_file_get (judge->now, field->value, "M", NULL));

  signature->reason = steward_pdf_value_decode (steward_pdf_file_get (judge->now, field->value, "Reason", NULL));
  signature->place = steward_pdf_value_decode (steward_pdf_file_get (judge->now, field->value, "Location", NULL));
  signature->time = parse_date (date);
}

static void
take_findings (Judge               *judge,
               StewardPdfSignature *signature,
               StewardCmsFindings  *findings)
{
  if (findings->problem != NULL)
    fail (signature, findings->problem);
  if (findings->time != NULL)
    {
      g_clear_pointer (&signature->time, g_date_time_unref);
      signature->time = g_date_time_ref (findings->time);
    }
  if (findings->certificate == NULL)
    return;
  signature->signer = steward_certificate_get_name (findings->certificate);
  signature->self_made = X509_self_signed (findings->certificate, 0) == 1;
  signature->trusted = signature->problem == NULL &&
                       steward_trust_check (judge->trust, findings->certificate, findings->others, signature->time,
                                            &signature->trust_problem);
}

static gboolean
check_cms (Judge                     *judge,
           const StewardPdfFormField *field,
           StewardPdfSignature       *signature,
           GError                   **error)
{
  const StewardPdfValue *contents = steward_pdf_value_get (field->value, "Contents");
  const StewardPdfValue *kind = steward_pdf_value_get (field->value, "SubFilter");
  gboolean is_cades = steward_pdf_value_is_name (kind, "ETSI.CAdES.detached");
  StewardCmsFindings findings = { NULL };
  const guint8 *pieces[2];
  gsize lengths[2];
  gboolean good;

  if (!is_cades && !steward_pdf_value_is_name (kind, "adbe.pkcs7.detached"))
    {
      fail (signature, _("It is a kind of signature that is not known here."));
      return TRUE;
    }
  if (contents == NULL || contents->kind != STEWARD_PDF_STRING || !contents->hex ||
      contents->length > MAX_CMS_BYTES || !read_ranges (judge, field, contents, pieces, lengths))
    {
      fail (signature, _("What it covers is not the whole paper up to the signature."));
      return TRUE;
    }
  signature->end = pieces[1] + lengths[1] - judge->data;
  good = steward_cms_check (&findings, (const guint8 *) contents->text, contents->length, pieces, lengths, is_cades,
                            judge->cancellable, error);
  if (good)
    take_findings (judge, signature, &findings);
  steward_cms_findings_clear (&findings);
  return good;
}

/* The signature stood in the same field when it was made. Otherwise somebody
 * shows it a second time, in the place of another signer. */
static gboolean
is_in_its_field (StewardPdfFile             *then,
                 const StewardPdfFormField  *field,
                 GError                    **error)
{
  g_autoptr (GPtrArray) fields = steward_pdf_form_read (then, error);
  const StewardPdfFormField *own;

  if (fields == NULL)
    return FALSE;
  own = steward_pdf_form_find (fields, field->name);
  if (own != NULL && own->number == field->number && own->value != NULL && own->value_text == field->value_text &&
      own->value->start == field->value->start)
    return TRUE;
  g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("The signature was made in another place."));
  return FALSE;
}

/* What was signed has to be a whole file by itself. */
static gboolean
check_changes (Judge                      *judge,
               const StewardPdfFormField  *field,
               StewardPdfSignature        *signature,
               GError                    **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (StewardPdfFile) then = steward_pdf_file_open (judge->bytes, signature->end, &problem);

  if (judge->now->end < judge->size)
    steward_pdf_changes_add (signature->changes, STEWARD_PDF_CHANGE_BYTES, 0, 0);
  if (then != NULL && is_in_its_field (then, field, &problem) &&
      steward_pdf_changes_find (then, judge->now, signature->changes, judge->cancellable, &problem))
    return TRUE;
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  fail (signature, problem->message);
  return TRUE;
}

static StewardPdfSignature *
judge_signature (Judge                     *judge,
                 const StewardPdfFormField *field,
                 GError                   **error)
{
  StewardPdfSignature *signature = g_new0 (StewardPdfSignature, 1);

  signature->field = g_strdup (field->name);
  signature->changes = g_array_new (FALSE, FALSE, sizeof (StewardPdfChange));
  take_words (judge, field, signature);
  if (!check_cms (judge, field, signature, error) ||
      (signature->problem == NULL && !check_changes (judge, field, signature, error)))
    {
      signature_free (signature);
      return NULL;
    }
  signature->intact = signature->problem == NULL;
  signature->covers_whole = signature->intact && signature->end == judge->size;
  signature->trusted = signature->trusted && signature->intact;
  return signature;
}

static int
compare_ends (gconstpointer a,
              gconstpointer b)
{
  const StewardPdfSignature *one = *(StewardPdfSignature * const *) a, *other = *(StewardPdfSignature * const *) b;

  return one->end < other->end ? -1 : one->end > other->end;
}

static StewardPdfVerdict
find_verdict (GPtrArray *signatures)
{
  StewardPdfVerdict verdict = STEWARD_PDF_GOOD;

  for (guint i = 0; i < signatures->len; i++)
    {
      const StewardPdfSignature *signature = signatures->pdata[i];
      StewardPdfVerdict own = !signature->intact ? STEWARD_PDF_BROKEN
                              : signature->changes->len > 0 ? STEWARD_PDF_CHANGED
                              : !signature->trusted ? STEWARD_PDF_UNTRUSTED : STEWARD_PDF_GOOD;

      verdict = MIN (verdict, own);
    }
  return signatures->len > 0 ? verdict : STEWARD_PDF_UNSIGNED;
}

static gboolean
judge_fields (Judge                   *judge,
              GPtrArray               *fields,
              StewardPdfVerification  *verification,
              GError                 **error)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const StewardPdfFormField *field = fields->pdata[i];
      StewardPdfSignature *signature;

      if (!field->is_signature)
        continue;
      if (field->value == NULL)
        {
          g_ptr_array_add (verification->empty_fields, g_strdup (field->name));
          continue;
        }
      if (verification->signatures->len >= MAX_SIGNATURES)
        {
          g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_LIMIT,
                       _("The PDF has more than %d signatures, the most that are read."), MAX_SIGNATURES);
          return FALSE;
        }
      signature = judge_signature (judge, field, error);
      if (signature == NULL)
        return FALSE;
      g_ptr_array_add (verification->signatures, signature);
    }
  g_ptr_array_sort (verification->signatures, compare_ends);
  verification->verdict = find_verdict (verification->signatures);
  return TRUE;
}

/* The first of the two identifiers, which savings do not change. */
static char *
find_identifier (StewardPdfFile *file)
{
  const StewardPdfValue *first = steward_pdf_value_at (steward_pdf_file_get (file, file->trailer, "ID", NULL), 0);
  GString *digits;

  if (first == NULL || first->kind != STEWARD_PDF_STRING || first->length == 0 || first->length > MAX_IDENTIFIER)
    return NULL;
  digits = g_string_new (NULL);
  for (gsize i = 0; i < first->length; i++)
    g_string_append_printf (digits, "%02x", (guint8) first->text[i]);
  return g_string_free (digits, FALSE);
}

static StewardPdfVerification *
verify_up_to (GBytes              *bytes,
              gsize                end,
              const StewardTrust  *trust,
              GCancellable        *cancellable,
              GError             **error)
{
  g_autoptr (StewardPdfFile) now = steward_pdf_file_open (bytes, end, error);
  g_autoptr (GPtrArray) fields = now != NULL ? steward_pdf_form_read (now, error) : NULL;
  g_autoptr (StewardPdfVerification) verification = NULL;
  Judge judge = { bytes, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), now, trust, cancellable };

  if (fields == NULL)
    return NULL;
  verification = g_new0 (StewardPdfVerification, 1);
  verification->signatures = g_ptr_array_new_with_free_func ((GDestroyNotify) signature_free);
  verification->empty_fields = g_ptr_array_new_with_free_func (g_free);
  verification->identifier = find_identifier (now);
  return judge_fields (&judge, fields, verification, error) ? g_steal_pointer (&verification) : NULL;
}

/* The last "%%EOF" before @end, 0 when there is none. */
static gsize
find_earlier_end (const guint8 *data,
                  gsize         end)
{
  for (gsize at = end; at-- > 5;)
    if (data[at - 1] == 'F' && memcmp (data + at - 5, "%%EOF", 5) == 0)
      return at;
  return 0;
}

/* A file whose end makes no sense: if an earlier end of it was signed, that
 * signature still tells what was signed, and the rest is a change. */
static StewardPdfVerification *
verify_earlier (GBytes              *bytes,
                const StewardTrust  *trust,
                GCancellable        *cancellable,
                GError             **error)
{
  gsize size, end;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  end = size;
  for (guint i = 0; i < MAX_ENDS; i++)
    {
      g_autoptr (StewardPdfVerification) verification = NULL;
      gsize line_end;

      end = find_earlier_end (data, end);
      if (end == 0)
        return NULL;
      /* With the new line behind it, which is signed as well. */
      line_end = end + (end < size && data[end] == '\r');
      line_end += line_end < size && data[line_end] == '\n';
      verification = verify_up_to (bytes, line_end, trust, cancellable, NULL);
      if (verification != NULL)
        return verification->signatures->len > 0 ? g_steal_pointer (&verification) : NULL;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      end--;
    }
  return NULL;
}

StewardPdfVerification *
steward_pdf_verify (GBytes              *pdf,
                    const StewardTrust  *trust,
                    GCancellable        *cancellable,
                    GError             **error)
{
  g_autoptr (StewardPdfVerification) verification = NULL;
  GError *problem = NULL;

  g_return_val_if_fail (pdf != NULL, NULL);

  if (g_bytes_get_size (pdf) > STEWARD_PDF_MAX_BYTES)
    {
      g_autofree char *limit = g_format_size_full (STEWARD_PDF_MAX_BYTES, G_FORMAT_SIZE_IEC_UNITS);

      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_LIMIT, _("The PDF is larger than %s, the most that is read."),
                   limit);
      return NULL;
    }
  if (g_bytes_get_size (pdf) == 0)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_SYNTAX, _("This is not a PDF file."));
      return NULL;
    }
  verification = verify_up_to (pdf, g_bytes_get_size (pdf), trust, cancellable, &problem);
  if (g_error_matches (problem, STEWARD_ERROR, STEWARD_ERROR_SYNTAX))
    {
      g_autoptr (GError) cancelled = NULL;

      verification = verify_earlier (pdf, trust, cancellable, &cancelled);
      if (verification != NULL || cancelled != NULL)
        g_clear_error (&problem);
      if (cancelled != NULL)
        problem = g_steal_pointer (&cancelled);
    }
  if (problem != NULL)
    g_propagate_error (error, problem);
  return g_steal_pointer (&verification);
}
