/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "steward-drawing-preview.h"
#include "steward-drawing-print.h"
#include "steward-drawing-wait.h"
#include "steward-flowchart-page.h"
#include "ui-desk.h"

/* Drawings on paper, in files and on the clipboard. */

static char *
read_text (const char *path)
{
  const char *argv[] = { "pdftotext", "-layout", path, "-", NULL };
  char *text = NULL;

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, NULL));
  return text;
}

static guint
count_pages (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == '\f';
  return n;
}

static void
show_sample (Desk       *desk,
             const char *page)
{
  desk_import_sample (desk, "datong-complex");
  steward_window_show_page (desk->window, page);
  ui_test_settle ();
}

static void
keep_choices (Desk     *desk,
              gboolean  one_page,
              gboolean  greys)
{
  GSettings *settings = steward_application_get_settings (desk->application);

  g_assert_nonnull (settings);
  g_settings_set_boolean (settings, "drawing-one-page", one_page);
  g_settings_set_boolean (settings, "drawing-greys", greys);
}

/* Through the printing of GTK, into a file. */
static char *
print (Desk           *desk,
       StewardDrawing *drawing)
{
  g_autofree char *path = g_build_filename (desk->folder, "printed.pdf", NULL);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  GtkPrintOperationResult result;

  operation = steward_drawing_print_new (drawing, steward_application_get_settings (desk->application), NULL);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_set_allow_async (operation, FALSE);
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, GTK_WINDOW (desk->window), &error);
  g_assert_no_error (error);
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  return read_text (path);
}

static char *
make_pdf (Desk           *desk,
          StewardDrawing *drawing,
          gboolean        one_page,
          gboolean        greys)
{
  g_autofree char *path = g_build_filename (desk->folder, "made.pdf", NULL);
  g_autoptr (StewardSheets) sheets = NULL;
  g_autoptr (GBytes) pdf = NULL;

  /* An A4 across is what is printed on the first time. */
  sheets = steward_drawing_make_sheets (drawing, greys ? STEWARD_STYLE_GREY : STEWARD_STYLE_LIGHT,
                                        297 / 25.4 * 72, 210 / 25.4 * 72, one_page, NULL);
  pdf = steward_sheets_make_pdf (sheets, NULL);
  g_assert_nonnull (pdf);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL));
  return read_text (path);
}

static StewardDrawing *
new_drawing (Desk     *desk,
             gboolean  timeline)
{
  StewardDrawing *drawing = timeline ? steward_drawing_new_timeline (desk_get_session (desk), STEWARD_ZOOM_WEEK,
                                                                      STEWARD_GROUP_STAGE, 0)
                            : steward_drawing_new_flowchart (desk_get_session (desk), 0,
                                                             STEWARD_ARRANGE_STAGES);

  g_assert_true (steward_drawing_read (drawing, NULL));
  return drawing;
}

static void
test_print_equals_pdf (Desk          *desk,
                       gconstpointer  data)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");

  if (program == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  show_sample (desk, "flowchart");
  for (guint i = 0; i < 4; i++)
    {
      gboolean timeline = i & 1, one_page = i < 2;
      g_autoptr (StewardDrawing) other = new_drawing (desk, timeline);
      g_autofree char *printed = NULL;
      g_autofree char *made = make_pdf (desk, other, one_page, !one_page);

      keep_choices (desk, one_page, !one_page);
      printed = print (desk, new_drawing (desk, timeline));
      g_assert_cmpuint (strlen (made), >, 500);
      g_assert_cmpuint (count_pages (printed), ==, count_pages (made));
      g_assert_cmpstr (printed, ==, made);
      if (one_page)
        g_assert_cmpuint (count_pages (made), ==, 1);
      else if (timeline)
        g_assert_cmpuint (count_pages (made), >, 1);
    }
}

static void
test_page_setup_is_kept (Desk          *desk,
                         gconstpointer  data)
{
  GSettings *settings = steward_application_get_settings (desk->application);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPrintOperation) operation = NULL;
  GtkPaperSize *size = gtk_paper_size_new ("iso_a0");
  g_autofree char *text = NULL;

  show_sample (desk, "timeline");
  gtk_page_setup_set_paper_size (setup, size);
  gtk_paper_size_free (size);
  g_settings_set_value (settings, "drawing-page-setup", gtk_page_setup_to_gvariant (setup));
  text = print (desk, new_drawing (desk, TRUE));
  operation = steward_drawing_print_new (new_drawing (desk, FALSE), settings, NULL);
  g_assert_cmpstr (gtk_paper_size_get_name (gtk_page_setup_get_paper_size (
                     gtk_print_operation_get_default_page_setup (operation))), ==, "iso_a0");
}

static gboolean
has_chooser (gpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWindow **found = data;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER_DIALOG (window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        *found = window;
    }
  return *found != NULL;
}

typedef struct
{
  GtkWindow  *chooser;
  const char *path;
  gint64      next;
} Choice;

/* The dialog takes no answer as long as it is reading the folder, and looks
 * for a file of that name when it has one: it is not pressed all the time. */
static gboolean
is_there (gpointer data)
{
  Choice *choice = data;

  if (choice->chooser != NULL && gtk_widget_get_mapped (GTK_WIDGET (choice->chooser))
      && g_get_monotonic_time () > choice->next)
    {
      choice->next = g_get_monotonic_time () + G_USEC_PER_SEC;
      gtk_dialog_response (GTK_DIALOG (choice->chooser), GTK_RESPONSE_ACCEPT);
    }
  return g_file_test (choice->path, G_FILE_TEST_EXISTS);
}

static void
export (Desk       *desk,
        guint       format,
        const char *path)
{
  g_autoptr (GFile) folder = g_file_new_for_path (desk->folder);
  g_autofree char *name = g_path_get_basename (path);
  Choice choice = { NULL, path, 0 };
  GtkWindow *chooser = NULL;
  GtkWidget *row;

  desk_activate (desk, "win.export-drawing");
  ui_test_wait (desk_has_dialog, NULL);
  row = ui_test_find (GTK_WIDGET (desk_find_dialog ()), ADW_TYPE_COMBO_ROW);
  g_assert_nonnull (row);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), format);
  desk_answer ("save");
  ui_test_wait (has_chooser, &chooser);
  g_assert_true (gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_set_weak_pointer (&choice.chooser, chooser);
  ui_test_wait (is_there, &choice);
  g_clear_weak_pointer (&choice.chooser);
  ui_test_settle ();
}

static void
test_export_writes_the_formats (Desk          *desk,
                                gconstpointer  data)
{
  static const struct { const char *name; const char *begin; } files[] = {
    { "a.pdf", "%PDF-1.5" }, { "a.svg", "<?xml" }, { "a.png", "\x89PNG" },
  };

  keep_choices (desk, TRUE, FALSE);
  show_sample (desk, "flowchart");
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (desk->folder, files[i].name, NULL);
      g_autofree char *contents = NULL;
      gsize length;

      export (desk, i, path);
      g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
      g_assert_cmpuint (length, >, 10000);
      g_assert_true (memcmp (contents, files[i].begin, strlen (files[i].begin)) == 0);
      if (i == 2)
        g_assert_cmpint ((guint8) contents[18] << 8 | (guint8) contents[19], ==, STEWARD_DRAWING_PIXELS);
      g_unlink (path);
    }
}

static void
texture_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  *(GdkTexture **) user_data = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static gboolean
has_picture (gpointer desk)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (((Desk *) desk)->window));

  return gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_TEXTURE);
}

static void
test_copy_is_a_texture (Desk          *desk,
                        gconstpointer  data)
{
  g_autoptr (GdkTexture) texture = NULL;
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (desk->window));

  show_sample (desk, "flowchart");
  desk_activate (desk, "win.copy-picture");
  ui_test_wait (has_picture, desk);
  gdk_clipboard_read_texture_async (clipboard, NULL, texture_cb, &texture);
  ui_test_wait (is_set, &texture);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, STEWARD_DRAWING_PIXELS);
  g_assert_cmpint (ABS (gdk_texture_get_height (texture) - STEWARD_DRAWING_PIXELS * 842 / 1191), <, 100);
}

static void
test_actions_go_with_the_page (Desk          *desk,
                               gconstpointer  data)
{
  static const struct { const char *page; gboolean drawn; gboolean printed; } pages[] = {
    { "flowchart", TRUE, TRUE }, { "timeline", TRUE, TRUE }, { "documents", FALSE, TRUE }, { "plan", FALSE, FALSE },
  };

  show_sample (desk, "overview");
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      StewardPage *page = steward_window_get_page (desk->window, pages[i].page);

      g_assert_cmpint (steward_page_can_draw (page), ==, pages[i].drawn);
      g_assert_cmpint (steward_page_can_draw (page) || steward_page_can_print (page), ==, pages[i].printed);
    }
}

static void
closed_cb (gboolean print,
           gpointer user_data)
{
  GArray *answers = user_data;

  g_array_append_val (answers, print);
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *icon)
{
  GtkWidget *found = GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), icon) == 0
                     ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, icon);
  return found;
}

static gboolean
can_go (GtkWindow  *window,
        const char *icon)
{
  return gtk_widget_get_sensitive (find_button (GTK_WIDGET (window), icon));
}

/* Leafs through the sheets, and answers once. */
static void
test_preview_leafs (Desk          *desk,
                    gconstpointer  data)
{
  g_autoptr (StewardDrawing) drawing = NULL;
  g_autoptr (StewardSheets) sheets = NULL;
  g_autoptr (GArray) answers = g_array_new (FALSE, FALSE, sizeof (gboolean));
  GtkWindow *window;
  guint n_steps = 0;

  show_sample (desk, "timeline");
  drawing = new_drawing (desk, TRUE);
  sheets = steward_drawing_make_sheets (drawing, STEWARD_STYLE_LIGHT, 842, 595, FALSE, NULL);
  window = steward_drawing_preview_new (sheets, 842, 595, "Preview", GTK_WINDOW (desk->window), closed_cb, answers);
  gtk_window_present (window);
  ui_test_settle ();
  g_assert_false (can_go (window, "go-previous-symbolic"));
  while (can_go (window, "go-next-symbolic"))
    {
      g_signal_emit_by_name (find_button (GTK_WIDGET (window), "go-next-symbolic"), "clicked");
      ui_test_settle ();
      n_steps++;
    }
  g_assert_cmpuint (n_steps, ==, steward_sheets_get_n_pages (sheets) - 1);
  g_assert_true (can_go (window, "go-previous-symbolic"));
  gtk_window_close (window);
  ui_test_settle ();
  g_assert_cmpuint (answers->len, ==, 1);
  g_assert_false (g_array_index (answers, gboolean, 0));
}

static gboolean
has_preview (gpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWindow **found = data;

  *found = NULL;
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_strcmp0 (gtk_window_get_title (window), "Print Preview") == 0)
        *found = window;
    }
  return *found != NULL;
}

/* GTK would start a program that is not there. */
static void
test_printing_has_a_preview (Desk          *desk,
                             gconstpointer  data)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  GtkWindow *window = NULL;

  keep_choices (desk, TRUE, FALSE);
  show_sample (desk, "flowchart");
  operation = steward_drawing_print_new (new_drawing (desk, FALSE), steward_application_get_settings (desk->application),
                                         GTK_WINDOW (desk->window));
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PREVIEW, GTK_WINDOW (desk->window), NULL);
  ui_test_wait (has_preview, &window);
  g_assert_false (can_go (window, "go-next-symbolic"));
  gtk_window_close (window);
  ui_test_settle ();
  g_assert_false (has_preview (&window));
  g_assert_true (gtk_print_operation_is_finished (operation));
}

/* A window that tells how far it is comes after a moment, and goes by itself. */
static void
test_waiting_can_be_cancelled (Desk          *desk,
                               gconstpointer  data)
{
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (StewardDrawingWait) wait = steward_drawing_wait_new (GTK_WINDOW (desk->window), "Drawing", cancellable);
      GtkWidget *bar;

      steward_drawing_wait_tell (wait, 3, 4);
      g_assert_null (desk_find_dialog ());
      ui_test_wait (desk_has_dialog, NULL);
      bar = ui_test_find (GTK_WIDGET (desk_find_dialog ()), GTK_TYPE_PROGRESS_BAR);
      g_assert_cmpfloat (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)), ==, 0.75);
      if (i == 0)
        desk_answer ("cancel");
      g_clear_pointer (&wait, steward_drawing_wait_free);
      ui_test_settle ();
      g_assert_null (desk_find_dialog ());
      g_assert_cmpint (g_cancellable_is_cancelled (cancellable), ==, i == 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add ("/export/print-equals-the-pdf", Desk, NULL, desk_set_up, test_print_equals_pdf, desk_tear_down);
  g_test_add ("/export/page-set-up-is-kept", Desk, NULL, desk_set_up, test_page_setup_is_kept, desk_tear_down);
  g_test_add ("/export/export-writes-the-formats", Desk, NULL, desk_set_up, test_export_writes_the_formats,
              desk_tear_down);
  g_test_add ("/export/copy-is-a-texture", Desk, NULL, desk_set_up, test_copy_is_a_texture, desk_tear_down);
  g_test_add ("/export/actions-go-with-the-page", Desk, NULL, desk_set_up, test_actions_go_with_the_page,
              desk_tear_down);

  g_test_add ("/export/preview-leafs", Desk, NULL, desk_set_up, test_preview_leafs, desk_tear_down);
  g_test_add ("/export/printing-has-a-preview", Desk, NULL, desk_set_up, test_printing_has_a_preview, desk_tear_down);
  g_test_add ("/export/waiting-can-be-cancelled", Desk, NULL, desk_set_up, test_waiting_can_be_cancelled,
              desk_tear_down);

  return g_test_run ();
}
