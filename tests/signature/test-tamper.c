/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done to a signed file must be seen, and be called by its name. */
#include <string.h>

#include "signature-fixture.h"
#include "steward-pdf-append-private.h"
#include "steward-pdf-form-private.h"

/* Sanitizers look at every call for memory, which makes each file slow. */
#ifdef __SANITIZE_ADDRESS__
#define N_FLIPS 25
#define CERTIFICATE_STEP 61
#else
#define N_FLIPS 500
#define CERTIFICATE_STEP 7
#endif
/* More appended garbage than a reader looks back for the end. */
#define MUCH 4000

static const char * const kind_names[TEST_N_KINDS] = { "classic", "packed", "linear", "linear-packed" };

static TestKeys *keys;

/* Objects that are tampered with, by what they are. */
typedef enum
{
  CATALOG,
  FORM,
  PAGES,
  PAGE_ONE,
  CONTENT_ONE,
  INFORMATION,
  FIELD_UNIT,
  FIELD_STEWARD,
  NOTHING
} Part;

/* One key of one object gets another value in an appended saving. */
typedef struct
{
  const char           *name;
  Part                  part;
  const char           *key;
  const char           *value;  /* %u: number of an object with some content */
  StewardPdfChangeKind  kind;
  guint                 page;
} Edit;

static const Edit edits[] = {
  { "content-of-a-page", PAGE_ONE, "Contents", "%u 0 R", STEWARD_PDF_CHANGE_CONTENT, 1 },
  { "content-in-two-parts", PAGE_ONE, "Contents", "[%u 0 R %u 0 R]", STEWARD_PDF_CHANGE_CONTENT, 1 },
  { "content-taken-away", PAGE_ONE, "Contents", "null", STEWARD_PDF_CHANGE_CONTENT, 1 },
  { "size-of-a-page", PAGE_ONE, "MediaBox", "[0 0 400 150]", STEWARD_PDF_CHANGE_PAGE, 1 },
  { "crop-of-a-page", PAGE_ONE, "CropBox", "[0 0 400 150]", STEWARD_PDF_CHANGE_PAGE, 1 },
  { "turned-page", PAGE_ONE, "Rotate", "90", STEWARD_PDF_CHANGE_PAGE, 1 },
  { "unit-of-a-page", PAGE_ONE, "UserUnit", "2", STEWARD_PDF_CHANGE_PAGE, 1 },
  { "resources-of-a-page", PAGE_ONE, "Resources", "<</XObject <</x5 %u 0 R>>>>", STEWARD_PDF_CHANGE_PAGE, 1 },
  { "actions-of-a-page", PAGE_ONE, "AA", "<</O <</S /JavaScript /JS (0)>>>>", STEWARD_PDF_CHANGE_PAGE, 1 },
  { "group-of-a-page", PAGE_ONE, "Group", "<</S /Transparency /CS /DeviceGray>>", STEWARD_PDF_CHANGE_PAGE, 1 },
  { "stamp-on-a-page", PAGE_ONE, "Annots", "[%u 0 R]", STEWARD_PDF_CHANGE_ANNOTATION, 1 },
  { "notes-taken-away", PAGE_ONE, "Annots", "[]", STEWARD_PDF_CHANGE_ANNOTATION, 1 },
  { "pages-left-out", PAGES, "Kids", "[]", STEWARD_PDF_CHANGE_PAGE, 0 },
  { "number-of-pages", PAGES, "Count", "1", STEWARD_PDF_CHANGE_PAGE, 0 },
  { "size-of-all-pages", PAGES, "MediaBox", "[0 0 9 9]", STEWARD_PDF_CHANGE_PAGE, 0 },
  { "other-pages", CATALOG, "Pages", "%u 0 R", STEWARD_PDF_CHANGE_DOCUMENT, 0 },
  { "action-when-opened", CATALOG, "OpenAction", "<</S /JavaScript /JS (0)>>", STEWARD_PDF_CHANGE_DOCUMENT, 0 },
  { "layers", CATALOG, "OCProperties", "<</D <<>> /OCGs []>>", STEWARD_PDF_CHANGE_DOCUMENT, 0 },
  { "names", CATALOG, "Names", "<</EmbeddedFiles <</Names []>>>>", STEWARD_PDF_CHANGE_DOCUMENT, 0 },
  { "language", CATALOG, "Lang", "(en)", STEWARD_PDF_CHANGE_DOCUMENT, 0 },
  { "version", CATALOG, "Version", "/2.0", STEWARD_PDF_CHANGE_DOCUMENT, 0 },
  { "metadata", CATALOG, "Metadata", "%u 0 R", STEWARD_PDF_CHANGE_DOCUMENT, 0 },
  { "form-taken-away-from-view", CATALOG, "NeedsRendering", "true", STEWARD_PDF_CHANGE_DOCUMENT, 0 },
  { "form-drawn-anew", FORM, "NeedAppearances", "true", STEWARD_PDF_CHANGE_FORM, 0 },
  { "another-form", FORM, "XFA", "%u 0 R", STEWARD_PDF_CHANGE_FORM, 0 },
  { "fonts-of-the-form", FORM, "DR", "<</Font <</F %u 0 R>>>>", STEWARD_PDF_CHANGE_FORM, 0 },
  { "order-of-computing", FORM, "CO", "[%u 0 R]", STEWARD_PDF_CHANGE_FORM, 0 },
  { "title", INFORMATION, "Title", "(forged)", STEWARD_PDF_CHANGE_INFORMATION, 0 },
  { "look-of-a-signature", FIELD_UNIT, "AP", "<</N %u 0 R>>", STEWARD_PDF_CHANGE_SIGNATURE, 0 },
  { "place-of-a-signature", FIELD_UNIT, "Rect", "[0 0 400 300]", STEWARD_PDF_CHANGE_SIGNATURE, 0 },
  { "hidden-signature", FIELD_UNIT, "F", "2", STEWARD_PDF_CHANGE_SIGNATURE, 0 },
  { "label-of-a-signature", FIELD_UNIT, "TU", "(x)", STEWARD_PDF_CHANGE_SIGNATURE, 0 },
  { "look-of-an-empty-field", FIELD_STEWARD, "AP", "<</N %u 0 R>>", STEWARD_PDF_CHANGE_SIGNATURE, 0 },
  { "place-of-an-empty-field", FIELD_STEWARD, "Rect", "[0 0 400 300]", STEWARD_PDF_CHANGE_SIGNATURE, 0 },
  { "action-of-an-empty-field", FIELD_STEWARD, "A", "<</S /JavaScript /JS (0)>>", STEWARD_PDF_CHANGE_SIGNATURE, 0 },
  { "empty-field-renamed", FIELD_STEWARD, "T", "(other)", STEWARD_PDF_CHANGE_SIGNATURE, 0 },
  { "empty-field-filled-with-words", FIELD_STEWARD, "V", "(signed)", STEWARD_PDF_CHANGE_SIGNATURE, 0 },
  { "empty-field-of-another-kind", FIELD_STEWARD, "FT", "/Tx", STEWARD_PDF_CHANGE_SIGNATURE, 0 },
};

static guint
number_of (const StewardPdfValue *value)
{
  g_assert_nonnull (value);
  g_assert_cmpint (value->kind, ==, STEWARD_PDF_REFERENCE);
  return value->number;
}

static guint
find_part (StewardPdfFile *file,
           Part            part)
{
  StewardPdfValue *root = steward_pdf_value_get (file->trailer, "Root");
  StewardPdfValue *catalog = steward_pdf_file_resolve (file, root, NULL);
  StewardPdfValue *pages = steward_pdf_file_get (file, catalog, "Pages", NULL);
  StewardPdfValue *kid = steward_pdf_value_at (steward_pdf_file_get (file, pages, "Kids", NULL), 0);
  StewardPdfValue *page = steward_pdf_file_resolve (file, kid, NULL);
  g_autoptr (GPtrArray) fields = steward_pdf_form_read (file, NULL);

  switch (part)
    {
    case CATALOG:
      return number_of (root);
    case FORM:
      return number_of (steward_pdf_value_get (catalog, "AcroForm"));
    case PAGES:
      return number_of (steward_pdf_value_get (catalog, "Pages"));
    case PAGE_ONE:
      return number_of (kid);
    case CONTENT_ONE:
      return number_of (steward_pdf_value_get (page, "Contents"));
    case INFORMATION:
      return number_of (steward_pdf_value_get (file->trailer, "Info"));
    case FIELD_UNIT:
      return steward_pdf_form_find (fields, STEWARD_FIELD_UNIT)->number;
    case FIELD_STEWARD:
      return steward_pdf_form_find (fields, STEWARD_FIELD_STEWARD)->number;
    case NOTHING:
    default:
      return 0;
    }
}

static guint
add_content (StewardPdfAppender *appender)
{
  static const char ink[] = "0 0 400 300 re f";
  g_autoptr (GByteArray) stream = g_byte_array_append (g_byte_array_new (), (const guint8 *) ink, strlen (ink));

  return steward_pdf_appender_add_stream (appender, "/Type /XObject /Subtype /Form /BBox [0 0 400 300]", stream);
}

static void
begin (StewardPdfAppender  *appender,
       StewardPdfFile     **file,
       GBytes              *pdf)
{
  g_autoptr (GError) error = NULL;

  *file = steward_pdf_file_open (pdf, g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  steward_pdf_appender_init (appender, *file);
}

static GBytes *
end (StewardPdfAppender *appender,
     StewardPdfFile     *file)
{
  GBytes *result;

  steward_pdf_appender_finish (appender);
  result = g_byte_array_free_to_bytes (g_steal_pointer (&appender->bytes));
  steward_pdf_appender_clear (appender);
  steward_pdf_file_free (file);
  return result;
}

static GBytes *
apply (GBytes     *pdf,
       const Edit *edit)
{
  StewardPdfAppender appender;
  StewardPdfFile *file;
  const StewardPdfObject *object;
  g_auto (GStrv) parts = g_strsplit (edit->value, "%u", -1);
  g_autofree char *number = NULL;
  g_autofree char *value = NULL;

  begin (&appender, &file, pdf);
  number = g_strdup_printf ("%u", add_content (&appender));
  value = g_strjoinv (number, parts);
  object = steward_pdf_file_get_object (file, find_part (file, edit->part), NULL);
  g_assert_nonnull (object);
  steward_pdf_appender_begin (&appender, object->number);
  steward_pdf_appender_print_with (&appender, object->value, object->text, &edit->key,
                                   (const char * const[]) { value }, 1);
  steward_pdf_appender_end (&appender);
  return end (&appender, file);
}

static const StewardPdfSignature *
find_signature (const StewardPdfVerification *verification,
                const char                   *field)
{
  for (guint i = 0; i < verification->signatures->len; i++)
    {
      const StewardPdfSignature *signature = verification->signatures->pdata[i];

      if (strcmp (signature->field, field) == 0)
        return signature;
    }
  return NULL;
}

static gboolean
has_change (const StewardPdfSignature *signature,
            StewardPdfChangeKind       kind,
            guint                      page)
{
  for (guint i = 0; i < signature->changes->len; i++)
    {
      const StewardPdfChange *change = &g_array_index (signature->changes, StewardPdfChange, i);
      g_autofree char *id = steward_pdf_change_get_id (change);
      g_autofree char *text = steward_pdf_change_describe (change);

      g_assert_cmpstr (id, !=, "");
      g_assert_cmpstr (text, !=, "");
      if (change->kind == kind && (page == 0 || change->page == page))
        return TRUE;
    }
  return FALSE;
}

/* What was signed still is, and the change is named. */
static void
assert_changed (GBytes               *pdf,
                StewardPdfChangeKind  kind,
                guint                 page)
{
  g_autoptr (StewardPdfVerification) verification = test_verify (keys, pdf);
  const StewardPdfSignature *signature = find_signature (verification, STEWARD_FIELD_UNIT);

  g_assert_nonnull (signature);
  g_assert_true (signature->intact);
  g_assert_false (signature->covers_whole);
  g_assert_true (has_change (signature, kind, page));
  g_assert_cmpint (verification->verdict, <=, STEWARD_PDF_CHANGED);
  g_assert_cmpint (verification->verdict, !=, STEWARD_PDF_UNSIGNED);
}

static void
test_edits (gconstpointer data)
{
  TestKind kind = GPOINTER_TO_INT (data);
  g_autoptr (GBytes) paper = test_paper (kind);
  g_autoptr (GBytes) once = test_sign (paper, STEWARD_FIELD_UNIT, keys->unit);

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr (GBytes) tampered = apply (once, &edits[i]);

      g_test_message ("%s", edits[i].name);
      assert_changed (tampered, edits[i].kind, edits[i].page);
    }
}

/* Signing on top of a change does not hide it. */
static void
test_signed_over (void)
{
  g_autoptr (GBytes) paper = test_paper (TEST_CLASSIC);
  g_autoptr (GBytes) once = test_sign (paper, STEWARD_FIELD_UNIT, keys->unit);
  g_autoptr (GBytes) tampered = apply (once, &edits[0]);
  const StewardPdfSigning signing = { STEWARD_FIELD_STEWARD, NULL, NULL, NULL, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (steward_pdf_sign (tampered, &signing, keys->steward, NULL, &error));
  g_assert_nonnull (error);
}

static void
test_content_overwritten (gconstpointer data)
{
  g_autoptr (GBytes) twice = test_sign_both (keys, GPOINTER_TO_INT (data));
  StewardPdfAppender appender;
  StewardPdfFile *file;
  g_autoptr (GBytes) tampered = NULL;
  g_autoptr (StewardPdfVerification) verification = NULL;
  guint number;

  begin (&appender, &file, twice);
  number = find_part (file, CONTENT_ONE);
  steward_pdf_appender_begin (&appender, number);
  steward_pdf_appender_print (&appender, "<</Length 16>>\nstream\n0 0 400 300 re f\nendstream");
  steward_pdf_appender_end (&appender);
  tampered = end (&appender, file);
  assert_changed (tampered, STEWARD_PDF_CHANGE_CONTENT, 1);
  verification = test_verify (keys, tampered);
  for (guint i = 0; i < 2; i++)
    {
      const StewardPdfSignature *signature = verification->signatures->pdata[i];
      const StewardPdfChange *change = &g_array_index (signature->changes, StewardPdfChange, 0);

      g_assert_cmpuint (signature->changes->len, ==, 1);
      g_assert_cmpuint (change->object, ==, number);
    }
}

/* The signature itself taken away: then the paper carries none, which is said. */
static void
test_signature_removed (void)
{
  static const Edit removed = { "removed", FIELD_UNIT, "V", "null", 0, 0 };
  g_autoptr (GBytes) paper = test_paper (TEST_CLASSIC);
  g_autoptr (GBytes) once = test_sign (paper, STEWARD_FIELD_UNIT, keys->unit);
  g_autoptr (GBytes) twice = test_sign (once, STEWARD_FIELD_STEWARD, keys->steward);
  g_autoptr (GBytes) none = apply (once, &removed);
  g_autoptr (GBytes) one = apply (twice, &removed);
  g_autoptr (StewardPdfVerification) nothing = test_verify (keys, none);
  g_autoptr (StewardPdfVerification) left = test_verify (keys, one);

  g_assert_cmpint (nothing->verdict, ==, STEWARD_PDF_UNSIGNED);
  g_assert_cmpint (left->verdict, ==, STEWARD_PDF_CHANGED);
  g_assert_true (has_change (find_signature (left, STEWARD_FIELD_STEWARD), STEWARD_PDF_CHANGE_SIGNATURE, 0));
}

/* A signature shown by a second field, or with a copy of its dictionary at
 * another place, covers what it does not say. */
static void
test_signature_copied (void)
{
  g_autoptr (GBytes) paper = test_paper (TEST_CLASSIC);
  g_autoptr (GBytes) once = test_sign (paper, STEWARD_FIELD_UNIT, keys->unit);
  gssize start = test_find (once, "<</Type /Sig ", 0), stop = test_find (once, "\nendobj", start);
  const char *data = g_bytes_get_data (once, NULL);
  g_autofree char *copy = g_strndup (data + start, stop - start);
  const Edit edit = { "copied", FIELD_STEWARD, "V", copy, 0, 0 };
  g_autoptr (GBytes) tampered = apply (once, &edit);
  g_autoptr (StewardPdfVerification) verification = test_verify (keys, tampered);

  g_assert_false (find_signature (verification, STEWARD_FIELD_STEWARD)->intact);
  g_assert_cmpint (verification->verdict, ==, STEWARD_PDF_BROKEN);
}

/* The same by reference: the seal of one party in the place of the other. */
static void
test_signature_shown_twice (gconstpointer data)
{
  g_autoptr (GBytes) paper = test_paper (GPOINTER_TO_INT (data));
  g_autoptr (GBytes) once = test_sign (paper, STEWARD_FIELD_UNIT, keys->unit);
  g_autoptr (StewardPdfFile) file = steward_pdf_file_open (once, g_bytes_get_size (once), NULL);
  StewardPdfObject *field = steward_pdf_file_get_object (file, find_part (file, FIELD_UNIT), NULL);
  g_autofree char *reference = g_strdup_printf ("%u 0 R", number_of (steward_pdf_value_get (field->value, "V")));
  const Edit edit = { "twice", FIELD_STEWARD, "V", reference, 0, 0 };
  g_autoptr (GBytes) tampered = apply (once, &edit);
  g_autoptr (StewardPdfVerification) verification = test_verify (keys, tampered);

  g_assert_true (find_signature (verification, STEWARD_FIELD_UNIT)->intact);
  g_assert_false (find_signature (verification, STEWARD_FIELD_STEWARD)->intact);
  g_assert_cmpint (verification->verdict, ==, STEWARD_PDF_BROKEN);
}

/* Names that would write over what stands before them on a terminal. */
static void
test_names (void)
{
  static const Edit edit = { "name", FIELD_UNIT, "T", "<FEFF0061001B005B0041202E0000006200300031>", 0, 0 };
  g_autoptr (GBytes) paper = test_paper (TEST_CLASSIC);
  g_autoptr (GBytes) renamed = apply (paper, &edit);
  g_autoptr (StewardPdfVerification) verification = test_verify (keys, renamed);

  g_assert_cmpstr (verification->empty_fields->pdata[0], ==, "a\xef\xbf\xbd[A\xef\xbf\xbd\xef\xbf\xbd" "b01");
}

static GBytes *
append_text (GBytes     *pdf,
             const char *text,
             gsize       length)
{
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf));
  g_byte_array_append (bytes, (const guint8 *) text, length);
  return g_byte_array_free_to_bytes (bytes);
}

static void
test_bytes_appended (gconstpointer data)
{
  g_autoptr (GBytes) twice = test_sign_both (keys, GPOINTER_TO_INT (data));
  g_autoptr (GBytes) other = test_drawing ();
  g_autofree char *much = g_strnfill (MUCH, 'x');
  const char *texts[] = {
    "x", "%%EOF", "startxref\n0\n%%EOF\n", "startxref\n9\n%%EOF\n", "1 0 obj\nnull\nendobj\n", "% words\n", much,
    "xref\n0 0\ntrailer\n<<>>\nstartxref\n7\n%%EOF", "99999 0 obj\nendobj\nstartxref\n99999999999\n%%EOF"
  };

  for (guint i = 0; i <= G_N_ELEMENTS (texts); i++)
    {
      const char *text = i < G_N_ELEMENTS (texts) ? texts[i] : g_bytes_get_data (other, NULL);
      gsize length = i < G_N_ELEMENTS (texts) ? strlen (text) : g_bytes_get_size (other);
      g_autoptr (GBytes) tampered = append_text (twice, text, length);

      assert_changed (tampered, STEWARD_PDF_CHANGE_BYTES, 0);
    }
}

/* White space means nothing to any reader. */
static void
test_space_appended (void)
{
  g_autoptr (GBytes) twice = test_sign_both (keys, TEST_CLASSIC);
  g_autoptr (GBytes) spaced = append_text (twice, " \r\n\n", 4);
  g_autoptr (StewardPdfVerification) verification = test_verify (keys, spaced);

  g_assert_cmpint (verification->verdict, ==, STEWARD_PDF_GOOD);
  g_assert_false (find_signature (verification, STEWARD_FIELD_STEWARD)->covers_whole);
}

/* An object that no table names is for readers that search on their own. */
static void
test_hidden_object (void)
{
  g_autoptr (GBytes) paper = test_paper (TEST_CLASSIC);
  g_autoptr (GBytes) once = test_sign (paper, STEWARD_FIELD_UNIT, keys->unit);
  StewardPdfAppender appender;
  StewardPdfFile *file;
  g_autoptr (GBytes) tampered = NULL;

  begin (&appender, &file, once);
  steward_pdf_appender_print (&appender, "%u 0 obj\n<</Length 0>>\nendobj\n", find_part (file, CONTENT_ONE));
  add_content (&appender);
  tampered = end (&appender, file);
  assert_changed (tampered, STEWARD_PDF_CHANGE_BYTES, 0);
}

/* A saving that adds only what nobody uses changes nothing that is seen. */
static void
test_unused_object (gconstpointer data)
{
  g_autoptr (GBytes) paper = test_paper (GPOINTER_TO_INT (data));
  g_autoptr (GBytes) once = test_sign (paper, STEWARD_FIELD_UNIT, keys->unit);
  StewardPdfAppender appender;
  StewardPdfFile *file;
  g_autoptr (GBytes) longer = NULL;
  g_autoptr (StewardPdfVerification) verification = NULL;

  begin (&appender, &file, once);
  add_content (&appender);
  longer = end (&appender, file);
  verification = test_verify (keys, longer);
  g_assert_cmpint (verification->verdict, ==, STEWARD_PDF_GOOD);
}

/* A page prepared before the signature to show an object that comes later. */
static void
test_prepared_gap (void)
{
  static const Edit prepared = { "prepared", PAGE_ONE, "Contents", "[500 0 R]", 0, 0 };
  g_autoptr (GBytes) paper = test_paper (TEST_CLASSIC);
  g_autoptr (GBytes) trap = apply (paper, &prepared);
  g_autoptr (GBytes) once = test_sign (trap, STEWARD_FIELD_UNIT, keys->unit);
  StewardPdfAppender appender;
  StewardPdfFile *file;
  g_autoptr (GBytes) sprung = NULL;

  begin (&appender, &file, once);
  appender.next = 500;
  add_content (&appender);
  sprung = end (&appender, file);
  assert_changed (sprung, STEWARD_PDF_CHANGE_CONTENT, 1);
}

static void
assert_state (GBytes     *pdf,
              const char *field,
              gboolean    intact)
{
  g_autoptr (StewardPdfVerification) verification = test_verify (keys, pdf);
  const StewardPdfSignature *signature = find_signature (verification, field);

  g_assert_nonnull (signature);
  g_assert_cmpint (signature->intact, ==, intact);
  if (!intact)
    {
      g_assert_cmpint (verification->verdict, ==, STEWARD_PDF_BROKEN);
      g_assert_false (signature->trusted);
      g_assert_nonnull (signature->problem);
    }
}

/* Where the hexadecimal digits of each signature begin and end. */
static void
find_gaps (GBytes *pdf,
           gsize   starts[2],
           gsize   stops[2])
{
  gsize at = 0;

  for (guint i = 0; i < 2; i++)
    {
      gssize found = test_find (pdf, "/Contents <", at);

      g_assert_cmpint (found, >, 0);
      starts[i] = found + strlen ("/Contents ");
      stops[i] = test_find (pdf, ">", starts[i]) + 1;
      at = stops[i];
    }
}

static void
test_revisions (gconstpointer data)
{
  g_autoptr (GBytes) twice = test_sign_both (keys, GPOINTER_TO_INT (data));
  gssize box = test_find (twice, "/Rect", 0);
  gsize starts[2], stops[2];
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GBytes) padding = NULL;

  find_gaps (twice, starts, stops);
  /* A byte of a comment in the head of the file, so that all else still reads. */
  first = test_overwrite (twice, 10, "\x7f", 1);
  assert_state (first, STEWARD_FIELD_UNIT, FALSE);
  assert_state (first, STEWARD_FIELD_STEWARD, FALSE);
  second = test_overwrite (twice, test_find (twice, "/Reason <FEFF", stops[0]) + 14, "8", 1);
  assert_state (second, STEWARD_FIELD_UNIT, TRUE);
  assert_state (second, STEWARD_FIELD_STEWARD, FALSE);
  padding = test_overwrite (twice, stops[1] - 5, "a", 1);
  assert_state (padding, STEWARD_FIELD_UNIT, TRUE);
  assert_state (padding, STEWARD_FIELD_STEWARD, FALSE);
  g_assert_cmpint (box, !=, 0);
}

/* Every byte of the certificate of the signer is named by the signature, and
 * the root comes from our folder. */
static void
test_certificate (void)
{
  g_autoptr (GBytes) twice = test_sign_both (keys, TEST_CLASSIC);
  GPtrArray *certificates = steward_signer_get_certificates (keys->unit);
  gsize size, starts[2], stops[2];
  const guint8 *der = g_bytes_get_data (certificates->pdata[0], &size);
  g_autoptr (GString) digits = g_string_new (NULL);
  gssize at;

  find_gaps (twice, starts, stops);
  for (gsize i = 0; i < size; i++)
    g_string_append_printf (digits, "%02x", der[i]);
  at = test_find (twice, digits->str, starts[0]);
  g_assert_cmpint (at, >, 0);
  for (gsize i = 0; i < size; i += CERTIFICATE_STEP)
    {
      g_autoptr (GBytes) tampered = test_overwrite (twice, at + 2 * i + 1, digits->str[2 * i + 1] == '1' ? "2" : "1", 1);

      assert_state (tampered, STEWARD_FIELD_UNIT, FALSE);
    }
}

/* Numbers of /ByteRange that say less than all, or more than there is. They
 * are signed, but a signer could lie: so they are made by one. */
static void
test_ranges (void)
{
  g_autoptr (GBytes) paper = test_paper (TEST_CLASSIC);
  g_autoptr (GBytes) once = test_sign (paper, STEWARD_FIELD_UNIT, keys->unit);
  gssize at = test_find (once, "/ByteRange [", 0) + strlen ("/ByteRange ");
  const char *ranges[] = {
    "[0 0 0 0]", "[0 1 2 3]", "[1 10 20 30]", "[0 9999999999 1 1]", "[0 10 99999999 9999999]", "[0 -1 5 7]", "[]",
    "[0 10]", "null", "[0 10 20 922337203685477580]", "(x)"
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autofree char *text = g_strdup_printf ("%-36s", ranges[i]);
      g_autoptr (GBytes) tampered = test_overwrite (once, at, text, 36);

      assert_state (tampered, STEWARD_FIELD_UNIT, FALSE);
    }
}

static void
test_cut (gconstpointer data)
{
  TestKind kind = GPOINTER_TO_INT (data);
  g_autoptr (GBytes) paper = test_paper (kind);
  g_autoptr (GBytes) once = test_sign (paper, STEWARD_FIELD_UNIT, keys->unit);
  g_autoptr (GBytes) twice = test_sign (once, STEWARD_FIELD_STEWARD, keys->steward);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (twice, 0, g_bytes_get_size (once));
  g_autoptr (GBytes) torn = g_bytes_new_from_bytes (twice, 0, g_bytes_get_size (twice) - 40);
  g_autoptr (StewardPdfVerification) verification = test_verify (keys, cut);

  /* Looks whole: only the recorded hash tells. */
  g_assert_cmpint (verification->verdict, ==, STEWARD_PDF_GOOD);
  g_assert_cmpuint (verification->empty_fields->len, ==, 1);
  assert_changed (torn, STEWARD_PDF_CHANGE_BYTES, 0);
}

/* Everything written again as it was, by a program that does so: no change. */
static void
test_written_again (gconstpointer data)
{
  g_autoptr (GBytes) paper = test_paper (GPOINTER_TO_INT (data));
  g_autoptr (GBytes) once = test_sign (paper, STEWARD_FIELD_UNIT, keys->unit);
  StewardPdfAppender appender;
  StewardPdfFile *file;
  const StewardPdfObject *object;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (StewardPdfVerification) verification = NULL;

  begin (&appender, &file, once);
  object = steward_pdf_file_get_object (file, find_part (file, CONTENT_ONE), NULL);
  steward_pdf_appender_begin (&appender, object->number);
  g_byte_array_append (appender.bytes, object->text + object->value->start, object->value->end - object->value->start);
  steward_pdf_appender_print (&appender, "\nstream\n");
  g_byte_array_append (appender.bytes, object->stream, object->stream_length);
  steward_pdf_appender_print (&appender, "\nendstream");
  steward_pdf_appender_end (&appender);
  object = steward_pdf_file_get_object (file, find_part (file, PAGE_ONE), NULL);
  steward_pdf_appender_begin (&appender, object->number);
  steward_pdf_appender_print_with (&appender, object->value, object->text, NULL, NULL, 0);
  steward_pdf_appender_end (&appender);
  again = end (&appender, file);
  verification = test_verify (keys, again);
  g_assert_cmpint (verification->verdict, ==, STEWARD_PDF_GOOD);
}

/* Bytes at random: a signature is intact only when the byte lies outside of
 * what it signs. */
static void
test_flips (gconstpointer data)
{
  g_autoptr (GBytes) twice = test_sign_both (keys, GPOINTER_TO_INT (data));
  gsize size = g_bytes_get_size (twice), starts[2], stops[2];
  guint n_intact = 0;

  find_gaps (twice, starts, stops);
  for (guint i = 0; i < N_FLIPS; i++)
    {
      gsize at = g_test_rand_int_range (0, size);
      char byte = ((const char *) g_bytes_get_data (twice, NULL))[at] ^ (char) g_test_rand_int_range (1, 256);
      g_autoptr (GBytes) tampered = test_overwrite (twice, at, &byte, 1);
      g_autoptr (StewardPdfVerification) verification = steward_pdf_verify (tampered, keys->trust, NULL, NULL);

      for (guint j = 0; verification != NULL && j < verification->signatures->len; j++)
        {
          const StewardPdfSignature *signature = verification->signatures->pdata[j];
          guint which = strcmp (signature->field, STEWARD_FIELD_STEWARD) == 0;

          if (!signature->intact)
            continue;
          n_intact++;
          if (at < signature->end && (at <= starts[which] || at >= stops[which] - 1))
            g_error ("byte %" G_GSIZE_FORMAT " was changed and “%s” is called intact", at, signature->field);
        }
      if (verification != NULL && at < g_bytes_get_size (twice) && (at < starts[0] || at > stops[1]))
        g_assert_cmpint (verification->verdict, !=, STEWARD_PDF_GOOD);
    }
  g_assert_cmpuint (n_intact, >, 0);
}

static void
add_kinds (const char       *path,
           GTestDataFunc     function)
{
  for (int kind = 0; kind < TEST_N_KINDS; kind++)
    {
      g_autofree char *full = g_strdup_printf ("%s/%s", path, kind_names[kind]);

      g_test_add_data_func (full, GINT_TO_POINTER (kind), function);
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  keys = test_keys_new ();
  add_kinds ("/tamper/each-change-is-named", test_edits);
  add_kinds ("/tamper/overwritten-content-is-named", test_content_overwritten);
  add_kinds ("/tamper/appended-bytes", test_bytes_appended);
  add_kinds ("/tamper/which-revision-was-changed", test_revisions);
  add_kinds ("/tamper/cut-off", test_cut);
  add_kinds ("/tamper/signature-shown-twice", test_signature_shown_twice);
  g_test_add_func ("/tamper/names-with-what-is-not-seen", test_names);
  add_kinds ("/tamper/flipped-bytes-are-never-intact", test_flips);
  add_kinds ("/tamper/written-again-is-no-change", test_written_again);
  add_kinds ("/tamper/an-object-nobody-uses-is-no-change", test_unused_object);
  g_test_add_func ("/tamper/signing-over-a-change-is-refused", test_signed_over);
  g_test_add_func ("/tamper/removed-signature", test_signature_removed);
  g_test_add_func ("/tamper/copied-signature", test_signature_copied);
  g_test_add_func ("/tamper/appended-space-is-no-change", test_space_appended);
  g_test_add_func ("/tamper/hidden-object", test_hidden_object);
  g_test_add_func ("/tamper/object-missing-when-it-was-signed", test_prepared_gap);
  g_test_add_func ("/tamper/any-byte-of-the-certificate", test_certificate);
  g_test_add_func ("/tamper/ranges-that-lie", test_ranges);
  status = g_test_run ();
  test_keys_free (keys);
  return status;
}
