/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "signature-fixture.h"
#include "steward-documents-page.h"
#include "steward-file.h"
#include "steward-paper-window.h"
#include "steward-sign-dialog.h"
#include "ui-test.h"

/* Signed papers in their window, with keys made for this run. */
typedef struct
{
  TestKeys  *keys;
  GSettings *settings;
  GFile     *file;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) roots = NULL;
  g_autofree char *uri = NULL;

  fixture->keys = (TestKeys *) data;
  path = g_build_filename (fixture->keys->folder, "roots", NULL);
  roots = g_file_new_for_path (path);
  uri = g_file_get_uri (roots);
  fixture->settings = g_settings_new ("io.github.xiangmuzhang.Steward");
  g_settings_set_string (fixture->settings, "trusted-roots", uri);
}

static void
close_window (Fixture *fixture)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture->window = NULL;
  ui_test_settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  close_window (fixture);
  g_settings_reset (fixture->settings, "trusted-roots");
  g_clear_object (&fixture->settings);
  g_clear_object (&fixture->file);
}

static void
put (Fixture *fixture,
     GBytes  *pdf)
{
  g_autofree char *path = test_put (fixture->keys, "paper.pdf", pdf);

  g_clear_object (&fixture->file);
  fixture->file = g_file_new_for_path (path);
}

static GtkWidget *
get_child (GtkWidget  *widget,
           const char *name)
{
  GObject *child = gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);

  g_assert_true (GTK_IS_WIDGET (child));
  return GTK_WIDGET (child);
}

static const char *
get_state (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (get_child (fixture->window, "stack")));
}

static gboolean
is_read (gpointer data)
{
  return !g_str_equal (get_state (data), "reading");
}

static void
open_paper (Fixture *fixture)
{
  close_window (fixture);
  fixture->window = GTK_WIDGET (steward_paper_window_new (NULL, fixture->settings, NULL, fixture->file));
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_test_wait (is_read, fixture);
  ui_test_settle ();
}

/* Whether a label below @widget has @text in it. */
static gboolean
says (GtkWidget  *widget,
      const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

static void
assert_banner (Fixture           *fixture,
               StewardPdfVerdict  verdict)
{
  GtkWidget *banner = adw_bin_get_child (ADW_BIN (get_child (fixture->window, "banner")));
  g_autofree char *text = steward_pdf_verdict_describe (verdict);

  g_assert_cmpstr (get_state (fixture), ==, "pages");
  g_assert_true (says (banner, text));
  gtk_test_accessible_assert_property (banner, GTK_ACCESSIBLE_PROPERTY_LABEL, text);
  gtk_test_accessible_assert_role (banner, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
assert_says (Fixture    *fixture,
             const char *text)
{
  if (!says (get_child (fixture->window, "view"), text))
    g_error ("the window does not say: %s", text);
}

static void
test_good (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GBytes) pdf = test_sign_both (fixture->keys, TEST_CLASSIC);

  put (fixture, pdf);
  open_paper (fixture);
  assert_banner (fixture, STEWARD_PDF_GOOD);
  assert_says (fixture, "1. Project unit, signed by “虚构建设公司”");
  assert_says (fixture, "2. Steward of the project, signed by “虚构项目长”");
  assert_says (fixture, "only further signatures");
  assert_says (fixture, "Art. 14");
  g_assert_cmpuint (steward_paper_window_get_preview (STEWARD_PAPER_WINDOW (fixture->window))->pages->len, ==, 2);
}

static void
test_no_roots (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GBytes) pdf = test_sign_both (fixture->keys, TEST_PACKED);

  g_settings_reset (fixture->settings, "trusted-roots");
  put (fixture, pdf);
  open_paper (fixture);
  assert_banner (fixture, STEWARD_PDF_UNTRUSTED);
  assert_says (fixture, "No trusted certificates were chosen");
}

static void
test_lost_roots (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GBytes) pdf = test_sign_both (fixture->keys, TEST_CLASSIC);

  g_settings_set_string (fixture->settings, "trusted-roots", "file:///nowhere/at/all");
  put (fixture, pdf);
  open_paper (fixture);
  assert_banner (fixture, STEWARD_PDF_UNTRUSTED);
  assert_says (fixture, "could not be read, so nobody is trusted");
}

static void
test_self_made (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GBytes) paper = test_paper (TEST_CLASSIC);
  g_autoptr (GBytes) pdf = test_sign (paper, STEWARD_FIELD_UNIT, fixture->keys->self_made);

  put (fixture, pdf);
  open_paper (fixture);
  assert_banner (fixture, STEWARD_PDF_UNTRUSTED);
  assert_says (fixture, "self-made: anybody can make one");
  assert_says (fixture, "Art. 13");
  assert_says (fixture, "Not signed yet: Steward of the project");
}

static void
test_unsigned (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GBytes) pdf = test_drawing ();

  put (fixture, pdf);
  open_paper (fixture);
  assert_banner (fixture, STEWARD_PDF_UNSIGNED);
  assert_says (fixture, "only a picture");
}

/* One byte of what both signed, then the file is read again. */
static void
test_tampered (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GBytes) pdf = test_sign_both (fixture->keys, TEST_CLASSIC);
  gssize at = test_find (pdf, "/MediaBox", 0);
  g_autoptr (GBytes) other = NULL;

  g_assert_cmpint (at, >, 0);
  put (fixture, pdf);
  open_paper (fixture);
  assert_banner (fixture, STEWARD_PDF_GOOD);

  at = test_find (pdf, "400", at);
  g_assert_cmpint (at, >, 0);
  other = test_overwrite (pdf, at, "5", 1);
  put (fixture, other);
  open_paper (fixture);
  assert_banner (fixture, STEWARD_PDF_BROKEN);
  assert_says (fixture, "Intact: NO.");
  assert_says (fixture, "Ask for the original");
}

/* Whatever was appended is told with the signature that did not see it. */
static void
test_changed_afterwards (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (GBytes) pdf = test_sign_both (fixture->keys, TEST_CLASSIC);
  GByteArray *longer = g_byte_array_new ();
  g_autoptr (GBytes) other = NULL;

  g_byte_array_append (longer, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf));
  g_byte_array_append (longer, (const guint8 *) "% more\n", 7);
  other = g_byte_array_free_to_bytes (longer);
  put (fixture, other);
  open_paper (fixture);
  assert_banner (fixture, STEWARD_PDF_CHANGED);
  assert_says (fixture, "changed after this signature");
}

/* What cannot be verified is not shown either. */
static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GBytes) pdf = g_bytes_new_static ("%PDF-1.7\nnothing", 16);

  put (fixture, pdf);
  open_paper (fixture);
  g_assert_cmpstr (get_state (fixture), ==, "failure");
  g_assert_null (steward_paper_window_get_preview (STEWARD_PAPER_WINDOW (fixture->window)));
}

static GtkWidget *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

static gboolean
has_dialog (gpointer data)
{
  return find_window (STEWARD_TYPE_SIGN_DIALOG) != NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return !has_dialog (data);
}

static gboolean
has_message (gpointer data)
{
  return gtk_widget_get_visible (get_child (data, "message"));
}

static gboolean
is_settled (gpointer data)
{
  Fixture *fixture = data;

  return steward_paper_window_get_preview (STEWARD_PAPER_WINDOW (fixture->window)) != NULL;
}

static gboolean
has_seal (gpointer data)
{
  return gtk_picture_get_paintable (GTK_PICTURE (get_child (data, "seal_picture"))) != NULL;
}

static void
fill_dialog (Fixture    *fixture,
             GtkWidget  *dialog,
             GBytes     *pkcs12,
             const char *password)
{
  g_autofree char *key = test_put (fixture->keys, "key.p12", pkcs12);
  g_autoptr (GBytes) png = test_seal (200);
  g_autofree char *seal = test_put (fixture->keys, "seal.png", png);
  g_autoptr (GFile) key_file = g_file_new_for_path (key);
  g_autoptr (GFile) seal_file = g_file_new_for_path (seal);

  g_assert_false (gtk_widget_get_sensitive (get_child (dialog, "sign_button")));
  steward_sign_dialog_set_key (STEWARD_SIGN_DIALOG (dialog), key_file);
  steward_sign_dialog_set_seal (STEWARD_SIGN_DIALOG (dialog), seal_file);
  ui_test_wait (has_seal, dialog);
  gtk_editable_set_text (GTK_EDITABLE (get_child (dialog, "password")), password);
  gtk_editable_set_text (GTK_EDITABLE (get_child (dialog, "reason")), "同意");
  gtk_editable_set_text (GTK_EDITABLE (get_child (dialog, "place")), "虚构市");
}

static void
press_sign (GtkWidget *dialog)
{
  g_signal_emit_by_name (get_child (dialog, "sign_button"), "clicked");
  /* It is in the hands of the thread now, and nowhere else. */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_child (dialog, "password"))), ==, "");
}

static GtkWidget *
open_dialog (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (fixture->window, "paper.sign", NULL));
  ui_test_wait (has_dialog, NULL);
  return find_window (STEWARD_TYPE_SIGN_DIALOG);
}

static void
sign_as (Fixture *fixture,
         GBytes  *pkcs12)
{
  GtkWidget *dialog = open_dialog (fixture);

  fill_dialog (fixture, dialog, pkcs12, TEST_PASSWORD);
  press_sign (dialog);
  ui_test_wait (has_no_dialog, NULL);
  ui_test_wait (is_settled, fixture);
  ui_test_settle ();
}

static GBytes *
read_back (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = steward_file_read (fixture->file, STEWARD_PDF_MAX_BYTES, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

/* The whole way: both sign in the window, somebody changes a byte. */
static void
test_both_sign (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GBytes) paper = test_paper (TEST_CLASSIC);
  g_autoptr (GBytes) both = NULL;
  g_autoptr (GBytes) other = NULL;
  gssize at;

  put (fixture, paper);
  open_paper (fixture);
  assert_banner (fixture, STEWARD_PDF_UNSIGNED);
  sign_as (fixture, fixture->keys->unit_p12);
  assert_banner (fixture, STEWARD_PDF_GOOD);
  assert_says (fixture, "Not signed yet: Steward of the project");
  sign_as (fixture, fixture->keys->steward_p12);
  assert_banner (fixture, STEWARD_PDF_GOOD);
  assert_says (fixture, "1. Project unit, signed by “虚构建设公司”");
  assert_says (fixture, "2. Steward of the project, signed by “虚构项目长”");
  assert_says (fixture, "同意");
  assert_says (fixture, "虚构市");
  /* Nobody is left to sign. */
  gtk_widget_activate_action (fixture->window, "paper.sign", NULL);
  g_assert_false (has_dialog (NULL));

  both = read_back (fixture);
  g_assert_cmpmem (g_bytes_get_data (both, NULL), g_bytes_get_size (paper), g_bytes_get_data (paper, NULL),
                   g_bytes_get_size (paper));
  at = test_find (both, "400", test_find (both, "/MediaBox", 0));
  g_assert_cmpint (at, >, 0);
  other = test_overwrite (both, at, "5", 1);
  put (fixture, other);
  open_paper (fixture);
  assert_banner (fixture, STEWARD_PDF_BROKEN);
}

static void
assert_refused (Fixture    *fixture,
                GtkWidget  *dialog,
                const char *text,
                GBytes     *expected)
{
  g_autoptr (GBytes) now = NULL;

  ui_test_wait (has_message, dialog);
  if (!says (get_child (dialog, "message"), text))
    g_error ("the dialog says “%s”", gtk_label_get_text (GTK_LABEL (get_child (dialog, "message"))));
  now = read_back (fixture);
  g_assert_true (g_bytes_equal (now, expected));
}

static void
test_wrong_password (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GBytes) paper = test_paper (TEST_CLASSIC);
  GtkWidget *dialog;

  put (fixture, paper);
  open_paper (fixture);
  dialog = open_dialog (fixture);
  fill_dialog (fixture, dialog, fixture->keys->unit_p12, "wrong");
  press_sign (dialog);
  assert_refused (fixture, dialog, "password", paper);

  /* What was entered is still there; only the password is asked for again. */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_child (dialog, "reason"))), ==, "同意");
  gtk_editable_set_text (GTK_EDITABLE (get_child (dialog, "password")), TEST_PASSWORD);
  press_sign (dialog);
  ui_test_wait (has_no_dialog, NULL);
  ui_test_wait (is_settled, fixture);
  assert_banner (fixture, STEWARD_PDF_GOOD);
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GBytes) paper = test_paper (TEST_CLASSIC);
  GtkWidget *dialog;

  put (fixture, paper);
  open_paper (fixture);
  dialog = open_dialog (fixture);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_child (dialog, "party")), 1);
  fill_dialog (fixture, dialog, fixture->keys->steward_p12, TEST_PASSWORD);
  press_sign (dialog);
  assert_refused (fixture, dialog, "Nothing was signed", paper);
  gtk_window_close (GTK_WINDOW (dialog));
}

/* What the signer saw is what is signed, or nothing. */
static void
test_exchanged_file (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GBytes) paper = test_paper (TEST_CLASSIC);
  g_autoptr (GBytes) other = test_paper (TEST_PACKED);
  GtkWidget *dialog;

  put (fixture, paper);
  open_paper (fixture);
  dialog = open_dialog (fixture);
  fill_dialog (fixture, dialog, fixture->keys->unit_p12, TEST_PASSWORD);
  put (fixture, other);
  press_sign (dialog);
  assert_refused (fixture, dialog, "changed since it was shown", other);
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
test_no_picture (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GBytes) paper = test_paper (TEST_CLASSIC);
  GtkWidget *dialog;

  put (fixture, paper);
  open_paper (fixture);
  dialog = open_dialog (fixture);
  steward_sign_dialog_set_seal (STEWARD_SIGN_DIALOG (dialog), fixture->file);
  assert_refused (fixture, dialog, "picture of the seal cannot be shown", paper);
  g_assert_null (gtk_picture_get_paintable (GTK_PICTURE (get_child (dialog, "seal_picture"))));
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
test_stopped (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GBytes) paper = test_paper (TEST_CLASSIC);
  g_autoptr (GBytes) now = NULL;
  g_autoptr (StewardPdfVerification) verification = NULL;
  GtkWidget *dialog;

  put (fixture, paper);
  open_paper (fixture);
  dialog = open_dialog (fixture);
  fill_dialog (fixture, dialog, fixture->keys->unit_p12, TEST_PASSWORD);
  press_sign (dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  ui_test_wait (has_no_dialog, NULL);
  ui_test_wait (is_settled, fixture);
  /* Whoever was faster: it is whole, signed or not. */
  now = read_back (fixture);
  verification = test_verify (fixture->keys, now);
  g_assert_true (g_bytes_equal (now, paper) || verification->verdict == STEWARD_PDF_GOOD);
}

static gboolean
can_sign (gpointer data)
{
  return gtk_widget_is_sensitive (get_child (data, "sign_button"));
}

static gboolean
has_refusal (gpointer data)
{
  return find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static gboolean
has_no_refusal (gpointer data)
{
  return !has_refusal (data);
}

static void
assert_not_replaced (Fixture              *fixture,
                     StewardDocumentsPage *page)
{
  steward_documents_page_save (page, fixture->file);
  ui_test_wait (has_refusal, NULL);
  g_assert_true (says (find_window (ADW_TYPE_MESSAGE_DIALOG), "is a signed paper and stays as it is"));
  g_assert_false (has_dialog (NULL));
  gtk_window_destroy (GTK_WINDOW (find_window (ADW_TYPE_MESSAGE_DIALOG)));
  ui_test_wait (has_no_refusal, NULL);
}

/* Whole, damaged beyond verifying, or more than is read: what was signed stays. */
static void
assert_signed_stays (Fixture              *fixture,
                     StewardDocumentsPage *page)
{
  g_autoptr (GBytes) whole = test_sign_both (fixture->keys, TEST_CLASSIC);
  g_autoptr (GBytes) damaged = g_bytes_new_from_bytes (whole, 100, g_bytes_get_size (whole) - 200);
  GBytes * const papers[] = { whole, damaged };
  g_autofree char *path = g_file_get_path (fixture->file);
  GStatBuf status;

  g_assert_cmpint (test_find (damaged, "/ByteRange", 0), >=, 0);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (GBytes) now = NULL;

      g_assert_true (steward_file_write (fixture->file, papers[i], NULL, NULL));
      assert_not_replaced (fixture, page);
      now = read_back (fixture);
      g_assert_true (g_bytes_equal (now, papers[i]));
    }
  g_assert_cmpint (truncate (path, (off_t) STEWARD_PDF_MAX_BYTES + 1), ==, 0);
  assert_not_replaced (fixture, page);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_size, ==, (gint64) STEWARD_PDF_MAX_BYTES + 1);
  /* What was never signed may go. */
  g_assert_true (g_file_set_contents (path, "%PDF-1.7\nnothing", -1, NULL));
}

static gboolean
is_saved (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GBytes) now = read_back (fixture);

  return g_bytes_get_size (now) > 1000;
}

/* Saving a drawing never takes a signed paper away. */
static void
test_paper_of_project (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (StewardSession) session = ui_test_session ("jincheng-2022");
  GtkWidget *page = g_object_new (STEWARD_TYPE_DOCUMENTS_PAGE, NULL);
  GtkWidget *window = gtk_window_new ();
  g_autofree char *path = g_build_filename (fixture->keys->folder, "closing.pdf", NULL);

  fixture->file = g_file_new_for_path (path);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (window), page);
  steward_page_set_session (STEWARD_PAGE (page), session);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle ();
  /* The plan is not signed. */
  g_assert_false (can_sign (page));
  g_assert_true (steward_documents_page_select (STEWARD_DOCUMENTS_PAGE (page), STEWARD_PAPER_CLOSING, NULL));
  ui_test_wait (can_sign, page);

  assert_signed_stays (fixture, STEWARD_DOCUMENTS_PAGE (page));
  steward_documents_page_save (STEWARD_DOCUMENTS_PAGE (page), fixture->file);
  ui_test_wait (is_saved, fixture);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_settle ();
}

static void
add (TestKeys   *keys,
     const char *name,
     void      (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/sign/", name, NULL);

  g_test_add (path, Fixture, keys, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  TestKeys *keys;
  int status;

  ui_test_init (&argc, &argv);
  keys = test_keys_new ();
  add (keys, "a-paper-signed-by-both-is-good", test_good);
  add (keys, "nobody-is-trusted-without-certificates", test_no_roots);
  add (keys, "certificates-that-are-lost-are-told", test_lost_roots);
  add (keys, "a-self-made-certificate-proves-no-name", test_self_made);
  add (keys, "a-seal-without-signature-is-a-picture", test_unsigned);
  add (keys, "a-changed-byte-is-told", test_tampered);
  add (keys, "what-was-appended-is-told", test_changed_afterwards);
  add (keys, "what-cannot-be-verified-is-not-shown", test_damaged);
  add (keys, "both-sign-and-a-changed-byte-is-told", test_both_sign);
  add (keys, "a-wrong-password-is-told-and-nothing-written", test_wrong_password);
  add (keys, "the-steward-does-not-sign-first", test_order);
  add (keys, "an-exchanged-file-is-not-signed", test_exchanged_file);
  add (keys, "a-seal-that-is-no-picture-is-told", test_no_picture);
  add (keys, "stopping-leaves-a-whole-file", test_stopped);
  add (keys, "a-signed-paper-is-not-saved-over", test_paper_of_project);
  status = g_test_run ();
  test_keys_free (keys);
  return status;
}
