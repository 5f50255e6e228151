/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "signature-fixture.h"
#include "steward-error.h"
#include "steward-file.h"
#include "steward-paper-window.h"
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

  fixture->keys = test_keys_new ();
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
  test_keys_free (fixture->keys);
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
  fixture->window = GTK_WIDGET (steward_paper_window_new (NULL, fixture->settings, fixture->file));
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
  if (!says (get_child (fixture->window, "details"), text))
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

static void
add (const char *name,
     void      (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/sign/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  add ("a-paper-signed-by-both-is-good", test_good);
  add ("nobody-is-trusted-without-certificates", test_no_roots);
  add ("certificates-that-are-lost-are-told", test_lost_roots);
  add ("a-self-made-certificate-proves-no-name", test_self_made);
  add ("a-seal-without-signature-is-a-picture", test_unsigned);
  add ("a-changed-byte-is-told", test_tampered);
  add ("what-was-appended-is-told", test_changed_afterwards);
  add ("what-cannot-be-verified-is-not-shown", test_damaged);
  return g_test_run ();
}
