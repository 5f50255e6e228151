/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-pdf.h>

#include "signature-fixture.h"
#include "steward-error.h"
#include "steward-handwriting-pad.h"
#include "steward-paper-sheet.h"
#include "steward-paper-view.h"
#include "steward-sign-dialog.h"
#include "steward-sign-look.h"
#include "ui-test.h"

/* Signing by hand, and several papers in one go. */
static TestKeys *keys;

static GtkWidget *
get_child (GtkWidget  *widget,
           const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name));
}

static void
draw_line (StewardHandwritingPad *pad,
           double                 y)
{
  steward_handwriting_pad_begin (pad, 30, y, -1);
  for (guint i = 1; i < 20; i++)
    steward_handwriting_pad_move (pad, 30 + 10 * i, y, -1);
}

static guint
count_strokes (StewardHandwritingPad *pad)
{
  g_autoptr (GArray) strokes = steward_handwriting_pad_get_strokes (pad);
  guint n = 0;

  for (guint i = 0; strokes != NULL && i < strokes->len; i++)
    n += g_array_index (strokes, StewardStrokePoint, i).begins;
  return n;
}

static void
count_cb (guint *n)
{
  ++*n;
}

static void
test_pad (void)
{
  StewardHandwritingPad *pad = STEWARD_HANDWRITING_PAD (g_object_ref_sink (steward_handwriting_pad_new ()));
  guint changed = 0;

  g_signal_connect_swapped (pad, "changed", G_CALLBACK (count_cb), &changed);
  g_assert_cmpuint (count_strokes (pad), ==, 0);
  draw_line (pad, 60);
  draw_line (pad, 120);
  g_assert_cmpuint (changed, ==, 40);
  g_assert_cmpuint (count_strokes (pad), ==, 2);
  steward_handwriting_pad_undo (pad);
  g_assert_cmpuint (count_strokes (pad), ==, 1);
  steward_handwriting_pad_undo (pad);
  steward_handwriting_pad_undo (pad);
  g_assert_cmpuint (count_strokes (pad), ==, 0);
  draw_line (pad, 60);
  steward_handwriting_pad_clear (pad);
  g_assert_null (steward_handwriting_pad_get_strokes (pad));
  g_object_unref (pad);
}

static void
keep_cb (GArray   *strokes,
         gpointer  user_data)
{
  *(GArray **) user_data = strokes;
}

/* Whose window is left empty has signed nothing. */
static void
test_asking (void)
{
  g_autoptr (GArray) strokes = NULL;
  GtkWindow *window = steward_handwriting_ask (NULL, keep_cb, &strokes, NULL);
  GtkWidget *pad = ui_test_find (GTK_WIDGET (window), STEWARD_TYPE_HANDWRITING_PAD);

  ui_test_settle ();
  gtk_window_close (window);
  ui_test_settle ();
  g_assert_null (strokes);

  window = steward_handwriting_ask (NULL, keep_cb, &strokes, NULL);
  pad = ui_test_find (GTK_WIDGET (window), STEWARD_TYPE_HANDWRITING_PAD);
  g_assert_false (gtk_widget_is_sensitive (gtk_window_get_default_widget (window)));
  draw_line (STEWARD_HANDWRITING_PAD (pad), 100);
  ui_test_settle ();
  g_assert_true (gtk_widget_is_sensitive (gtk_window_get_default_widget (window)));
  g_signal_emit_by_name (gtk_window_get_default_widget (window), "clicked");
  ui_test_settle ();
  g_assert_nonnull (strokes);
  g_assert_cmpuint (strokes->len, >, 20);
}

static gboolean
is_done (gpointer data)
{
  return *(GPtrArray **) data != NULL;
}

static gboolean
has_message (gpointer data)
{
  return gtk_widget_get_visible (get_child (data, "message"));
}

static void
signed_cb (StewardSignDialog  *dialog,
           GPtrArray         **results)
{
  *results = g_ptr_array_ref (steward_sign_dialog_get_results (dialog));
}

static GArray *
make_strokes (void)
{
  GtkWidget *pad = g_object_ref_sink (steward_handwriting_pad_new ());
  GArray *strokes;

  draw_line (STEWARD_HANDWRITING_PAD (pad), 100);
  strokes = steward_handwriting_pad_get_strokes (STEWARD_HANDWRITING_PAD (pad));
  g_object_unref (pad);
  return strokes;
}

static StewardPaperPreview *
make_preview (GBytes *pdf)
{
  StewardPaperPreview *preview = g_new0 (StewardPaperPreview, 1);

  preview->pdf = g_bytes_ref (pdf);
  preview->verification = test_verify (keys, pdf);
  preview->pages = g_ptr_array_new ();
  preview->texts = g_ptr_array_new ();
  return preview;
}

static StewardSignDialog *
open_dialog (GBytes     *pdf,
             GBytes     *pkcs12,
             GPtrArray **results)
{
  StewardPaperPreview *preview = make_preview (pdf);
  StewardSignDialog *dialog = STEWARD_SIGN_DIALOG (steward_sign_dialog_new (NULL, NULL, preview));
  g_autofree char *path = test_put (keys, "hand.p12", pkcs12);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  steward_paper_preview_free (preview);
  g_signal_connect (dialog, "signed", G_CALLBACK (signed_cb), results);
  steward_sign_dialog_set_key (dialog, file);
  steward_sign_dialog_set_strokes (dialog, make_strokes ());
  gtk_editable_set_text (GTK_EDITABLE (get_child (GTK_WIDGET (dialog), "password")), TEST_PASSWORD);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

/* Two papers, one password: both hold, and show the same at the same place. */
static void
test_several (void)
{
  g_autoptr (GBytes) one = test_paper (TEST_CLASSIC);
  g_autoptr (GBytes) other = test_paper (TEST_PACKED);
  g_autoptr (StewardPdfVerification) verification = test_verify (keys, other);
  g_autoptr (GPtrArray) results = NULL;
  StewardSignDialog *dialog = open_dialog (one, keys->unit_p12, &results);

  g_assert_true (steward_sign_dialog_add (dialog, other, verification));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "Sign 2 papers");
  g_signal_emit_by_name (get_child (GTK_WIDGET (dialog), "sign_button"), "clicked");
  ui_test_wait (is_done, &results);
  g_assert_cmpuint (results->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const StewardSignResult *result = g_ptr_array_index (results, i);
      g_autoptr (StewardPdfVerification) after = test_verify (keys, result->pdf);

      g_assert_cmpint (after->verdict, ==, STEWARD_PDF_GOOD);
      g_assert_cmpuint (after->signatures->len, ==, 1);
    }
  g_assert_cmpuint (g_bytes_get_size (((StewardSignResult *) results->pdata[0])->pdf), >, g_bytes_get_size (one));
}

/* One that cannot be signed by that party: the other one is, and why it was not
 * is told; what was added to be signed by nobody is not taken. */
static void
test_one_of_them (void)
{
  g_autoptr (GBytes) one = test_paper (TEST_CLASSIC);
  g_autoptr (GBytes) both = test_sign_both (keys, TEST_CLASSIC);
  g_autoptr (StewardPdfVerification) verification = test_verify (keys, one);
  g_autoptr (StewardPdfVerification) nobody = test_verify (keys, both);
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GBytes) half = test_sign (one, STEWARD_FIELD_UNIT, keys->unit);
  const StewardSignResult *first, *second;
  StewardSignDialog *dialog;

  /* The steward may sign the first, but not the second yet. */
  dialog = open_dialog (half, keys->steward_p12, &results);
  g_assert_false (steward_sign_dialog_add (dialog, both, nobody));
  g_assert_true (steward_sign_dialog_add (dialog, one, verification));
  g_signal_emit_by_name (get_child (GTK_WIDGET (dialog), "sign_button"), "clicked");
  ui_test_wait (is_done, &results);
  first = g_ptr_array_index (results, 0);
  second = g_ptr_array_index (results, 1);
  g_assert_true (first->pdf != NULL && first->problem == NULL);
  g_assert_true (second->pdf == NULL && *second->problem != '\0');
}

/* None of them can be: all is as it was, and the first says why. */
static void
test_none_of_them (void)
{
  g_autoptr (GBytes) one = test_paper (TEST_CLASSIC);
  g_autoptr (StewardPdfVerification) verification = test_verify (keys, one);
  g_autoptr (GPtrArray) results = NULL;
  StewardSignDialog *dialog = open_dialog (one, keys->steward_p12, &results);

  g_assert_true (steward_sign_dialog_add (dialog, one, verification));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_child (GTK_WIDGET (dialog), "party")), 1);
  g_signal_emit_by_name (get_child (GTK_WIDGET (dialog), "sign_button"), "clicked");
  ui_test_wait (has_message, dialog);
  g_assert_null (results);
  g_assert_true (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (get_child (GTK_WIDGET (dialog), "message"))),
                                   "Nothing was signed"));
  gtk_window_close (GTK_WINDOW (dialog));
  ui_test_settle ();
}

/* What does not look as before is not given away. */
static void
test_look (void)
{
  g_autoptr (GBytes) paper = test_paper (TEST_CLASSIC);
  g_autoptr (GBytes) once = test_sign (paper, STEWARD_FIELD_UNIT, keys->unit);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) other = NULL;
  gssize at = test_find (once, "400", test_find (once, "/MediaBox", 0));

  g_assert_true (steward_sign_look_check (paper, once, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (at, >, 0);
  other = test_overwrite (once, at, "5", 1);
  g_assert_false (steward_sign_look_check (paper, other, NULL, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER);
}

static cairo_status_t
append (void                *closure,
        const unsigned char *data,
        unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Two pages with a word on each. */
static GBytes *
make_text (void)
{
  GByteArray *buffer = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, buffer, 400, 300);
  cairo_t *cr = cairo_create (surface);

  cairo_set_font_size (cr, 30);
  for (guint i = 0; i < 2; i++)
    {
      cairo_move_to (cr, 50, 100 + 50 * i);
      cairo_show_text (cr, "Entrustment");
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (buffer);
}

static gboolean
has_found (gpointer data)
{
  return steward_paper_view_get_spots (data) != NULL;
}

static void
look_for (StewardPaperView *view,
          const char       *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_child (GTK_WIDGET (view), "search_entry")), text);
  ui_test_wait (has_found, view);
}

/* A word is found on every page, and the small pages lead there. */
static void
test_view (void)
{
  g_autoptr (GBytes) paper = make_text ();
  StewardPaperPreview *preview = make_preview (paper);
  StewardPaperView *view = g_object_new (STEWARD_TYPE_PAPER_VIEW, NULL);
  GtkWidget *window = gtk_window_new ();
  static const guint8 grey[4 * 4 * 6];
  g_autoptr (GBytes) pixels = g_bytes_new_static (grey, sizeof grey);

  preview->n_pages = 2;
  g_ptr_array_set_free_func (preview->pages, g_object_unref);
  for (guint i = 0; i < 2; i++)
    {
      g_ptr_array_add (preview->pages, gdk_memory_texture_new (4, 6, GDK_MEMORY_DEFAULT, pixels, 16));
      g_ptr_array_add (preview->texts, (gpointer) "");
    }
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (view));
  steward_paper_view_show (view, preview, FALSE);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle ();
  g_assert_cmpuint (ui_test_count (get_child (GTK_WIDGET (view), "pages"), STEWARD_TYPE_PAPER_SHEET), ==, 2);
  g_assert_false (gtk_widget_get_visible (get_child (GTK_WIDGET (view), "thumbnails_area")));
  g_object_set (view, "thumbnails", TRUE, NULL);
  g_assert_true (gtk_widget_get_visible (get_child (GTK_WIDGET (view), "thumbnails_area")));
  g_assert_cmpuint (ui_test_count (get_child (GTK_WIDGET (view), "thumbnails"), STEWARD_TYPE_PAPER_SHEET), ==, 2);

  g_assert_null (steward_paper_view_get_spots (view));
  steward_paper_view_find (view);
  look_for (view, "entrust");
  g_assert_cmpuint (steward_paper_view_get_spots (view)->len, ==, 2);
  for (guint i = 0; i < steward_paper_view_get_spots (view)->len; i++)
    {
      const StewardPaperSpot *spot = &g_array_index (steward_paper_view_get_spots (view), StewardPaperSpot, i);

      g_assert_true (spot->page < 2 && spot->x >= 0 && spot->x + spot->width <= 1 && spot->y >= 0
                     && spot->y + spot->height <= 1 && spot->width > 0);
    }
  steward_paper_view_step (view, FALSE);
  steward_paper_view_step (view, TRUE);
  look_for (view, "nowhere at all");
  g_assert_cmpuint (steward_paper_view_get_spots (view)->len, ==, 0);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (get_child (GTK_WIDGET (view), "found"))), ==, "Not found");
  steward_paper_view_show (view, NULL, FALSE);
  steward_paper_preview_free (preview);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  int status;

  ui_test_init (&argc, &argv);
  keys = test_keys_new ();
  g_test_add_func ("/hand/strokes-are-drawn-and-wiped", test_pad);
  g_test_add_func ("/hand/only-what-was-drawn-is-used", test_asking);
  g_test_add_func ("/hand/several-papers-in-one-go", test_several);
  g_test_add_func ("/hand/what-can-be-signed-is", test_one_of_them);
  g_test_add_func ("/hand/none-of-them-can-be-signed", test_none_of_them);
  g_test_add_func ("/hand/a-paper-that-looks-different-is-refused", test_look);
  g_test_add_func ("/hand/words-are-found-on-pages", test_view);
  status = g_test_run ();
  test_keys_free (keys);
  return status;
}
