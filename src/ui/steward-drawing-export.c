/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-drawing-export.h"

#include <glib/gi18n-lib.h>

#include "steward-compat.h"
#include "steward-drawing-wait.h"
#include "steward-file.h"
#include "steward-pdf-finalise.h"
#include "steward-ui-text.h"

#define LEAST_PIXELS   200
#define MOST_PIXELS  12000

static const char * const papers[] = { "iso_a4", "iso_a3", "iso_a0" };
static const char * const suffixes[] = { "pdf", "svg", "png" };

/* A drawing on its way into a file or onto the clipboard, and the questions
 * asked before. */
typedef struct
{
  StewardDrawing       *drawing;
  GSettings            *settings;
  GtkWindow            *parent;
  StewardDrawingDone    done;
  GCancellable         *cancellable;
  StewardDrawingWait   *wait;

  GtkWidget            *format_row;
  GtkWidget            *paper_row;
  GtkWidget            *upright_switch;
  GtkWidget            *one_switch;
  GtkWidget            *greys_switch;
  GtkWidget            *pixels_spin;

  StewardPictureFormat  format;
  StewardStyleKind      style;
  guint                 paper;
  gboolean              upright;
  gboolean              one_page;
  int                   pixels;
  GFile                *file;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  steward_drawing_free (export->drawing);
  g_clear_object (&export->settings);
  g_clear_object (&export->parent);
  g_clear_object (&export->file);
  g_clear_object (&export->cancellable);
  g_clear_pointer (&export->wait, steward_drawing_wait_free);
  g_free (export);
}

/* On the thread. */
static void
made_cb (guint    n_made,
         guint    n_pages,
         gpointer user_data)
{
  steward_drawing_wait_tell (((Export *) user_data)->wait, n_made, n_pages);
}

static GBytes *
make_pdf (Export  *export,
          GError **error)
{
  GtkPaperSize *size = gtk_paper_size_new (papers[export->paper]);
  double shorter = gtk_paper_size_get_width (size, GTK_UNIT_POINTS);
  double longer = gtk_paper_size_get_height (size, GTK_UNIT_POINTS);
  g_autoptr (StewardSheets) sheets = NULL;
  g_autoptr (GBytes) pdf = NULL;

  gtk_paper_size_free (size);
  sheets = steward_drawing_make_sheets (export->drawing, export->style, export->upright ? shorter : longer,
                                        export->upright ? longer : shorter, export->one_page, error);
  if (sheets == NULL)
    return NULL;
  steward_sheets_watch (sheets, export->cancellable, made_cb, export);
  pdf = steward_sheets_make_pdf (sheets, error);

  return pdf != NULL ? steward_pdf_finalise (pdf, "zh-CN", NULL, 0, error) : NULL;
}

static GBytes *
make_bytes (Export  *export,
            GError **error)
{
  if (!steward_drawing_read (export->drawing, error))
    return NULL;
  if (export->format == STEWARD_PICTURE_PDF)
    return make_pdf (export, error);

  return steward_drawing_make_picture (export->drawing, export->format, export->style, export->pixels, error);
}

static void
export_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Export *export = task_data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = make_bytes (export, &error);

  if (bytes != NULL && steward_file_write (export->file, bytes, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Export *export = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean good = g_task_propagate_boolean (G_TASK (result), &error);

  g_clear_pointer (&export->wait, steward_drawing_wait_free);
  if (!good && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    steward_compat_tell (export->parent, _("The Drawing Was Not Saved"), error->message);
  export->done (export->parent, good ? _("Drawing saved") : NULL);
}

static void
run (Export              *export,
     GTaskThreadFunc      thread,
     GAsyncReadyCallback  callback)
{
  g_autoptr (GTask) task = NULL;

  export->cancellable = g_cancellable_new ();
  export->wait = steward_drawing_wait_new (export->parent, _("Drawing…"), export->cancellable);
  task = g_task_new (export->parent, export->cancellable, callback, NULL);

  g_task_set_source_tag (task, run);
  /* What has been written is told so. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, export, export_free);
  g_task_run_in_thread (task, thread);
}

static void
file_chosen_cb (GFile    *file,
                gpointer  user_data)
{
  Export *export = user_data;

  if (file == NULL)
    {
      export->done (export->parent, NULL);
      export_free (export);
      return;
    }

  export->file = g_object_ref (file);
  run (export, export_thread, exported_cb);
}

static const char *
format_name (StewardPictureFormat format)
{
  switch (format)
    {
    case STEWARD_PICTURE_SVG:
      return _("SVG drawings");
    case STEWARD_PICTURE_PNG:
      return _("PNG pictures");
    case STEWARD_PICTURE_PDF:
    default:
      return _("PDF documents");
    }
}

static void
take_choices (Export *export)
{
  export->format = adw_combo_row_get_selected (ADW_COMBO_ROW (export->format_row));
  export->paper = adw_combo_row_get_selected (ADW_COMBO_ROW (export->paper_row));
  export->upright = gtk_switch_get_active (GTK_SWITCH (export->upright_switch));
  export->one_page = gtk_switch_get_active (GTK_SWITCH (export->one_switch));
  export->style = gtk_switch_get_active (GTK_SWITCH (export->greys_switch)) ? STEWARD_STYLE_GREY : STEWARD_STYLE_LIGHT;
  export->pixels = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (export->pixels_spin));
  if (export->settings == NULL)
    return;

  g_settings_set_int (export->settings, "drawing-paper", export->paper);
  g_settings_set_boolean (export->settings, "drawing-upright", export->upright);
  g_settings_set_boolean (export->settings, "drawing-one-page", export->one_page);
  g_settings_set_boolean (export->settings, "drawing-greys", export->style == STEWARD_STYLE_GREY);
}

static void
answered_cb (const char *response,
             gpointer    user_data)
{
  Export *export = user_data;
  g_autofree char *name = NULL;

  if (!g_str_equal (response, "save"))
    {
      file_chosen_cb (NULL, export);
      return;
    }

  take_choices (export);
  name = steward_ui_file_name (steward_drawing_get_title (export->drawing), steward_drawing_get_name (export->drawing),
                               suffixes[export->format]);
  steward_compat_choose_file (export->parent, _("Save Drawing"), name, format_name (export->format),
                              suffixes[export->format], file_chosen_cb, export, NULL);
}

static void
format_cb (Export *export)
{
  StewardPictureFormat format = adw_combo_row_get_selected (ADW_COMBO_ROW (export->format_row));

  gtk_widget_set_visible (export->paper_row, format == STEWARD_PICTURE_PDF);
  gtk_widget_set_visible (gtk_widget_get_ancestor (export->upright_switch, ADW_TYPE_ACTION_ROW),
                          format == STEWARD_PICTURE_PDF);
  gtk_widget_set_visible (gtk_widget_get_ancestor (export->one_switch, ADW_TYPE_ACTION_ROW),
                          format == STEWARD_PICTURE_PDF);
  gtk_widget_set_visible (gtk_widget_get_ancestor (export->pixels_spin, ADW_TYPE_ACTION_ROW),
                          format == STEWARD_PICTURE_PNG);
}

static GtkWidget *
add_combo (GtkListBox         *list,
           const char         *title,
           const char * const *names)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) model = gtk_string_list_new (names);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  steward_ui_set_label (row, title);
  gtk_list_box_append (list, row);

  return row;
}

static GtkWidget *
add_row (GtkListBox *list,
         const char *title,
         GtkWidget  *control)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  steward_ui_set_label (control, title);
  gtk_list_box_append (list, row);

  return control;
}

static GtkWidget *
create_choices (Export *export)
{
  const char * const formats[] = { "PDF", "SVG", "PNG", NULL };
  const char * const sizes[] = { "A4", "A3", "A0", NULL };
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  export->format_row = add_combo (GTK_LIST_BOX (list), _("Format"), formats);
  export->paper_row = add_combo (GTK_LIST_BOX (list), _("Paper size"), sizes);
  export->upright_switch = add_row (GTK_LIST_BOX (list), _("Upright paper"), gtk_switch_new ());
  export->one_switch = add_row (GTK_LIST_BOX (list), _("Everything on one page"), gtk_switch_new ());
  export->pixels_spin = add_row (GTK_LIST_BOX (list), _("Width in pixels"),
                                 gtk_spin_button_new_with_range (LEAST_PIXELS, MOST_PIXELS, 100));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (export->pixels_spin), STEWARD_DRAWING_PIXELS);
  export->greys_switch = add_row (GTK_LIST_BOX (list), _("Only greys"), gtk_switch_new ());
  adw_combo_row_set_selected (ADW_COMBO_ROW (export->paper_row), export->settings != NULL ?
                              CLAMP (g_settings_get_int (export->settings, "drawing-paper"), 0,
                                     (int) G_N_ELEMENTS (papers) - 1) : 1);
  gtk_switch_set_active (GTK_SWITCH (export->upright_switch),
                         export->settings != NULL && g_settings_get_boolean (export->settings, "drawing-upright"));
  gtk_switch_set_active (GTK_SWITCH (export->one_switch),
                         export->settings == NULL || g_settings_get_boolean (export->settings, "drawing-one-page"));
  gtk_switch_set_active (GTK_SWITCH (export->greys_switch),
                         export->settings != NULL && g_settings_get_boolean (export->settings, "drawing-greys"));
  format_cb (export);
  g_signal_connect_swapped (export->format_row, "notify::selected", G_CALLBACK (format_cb), export);

  return list;
}

static Export *
export_new (StewardDrawing     *drawing,
            GSettings          *settings,
            GtkWindow          *parent,
            StewardDrawingDone  done)
{
  Export *export = g_new0 (Export, 1);

  export->drawing = drawing;
  export->settings = settings != NULL ? g_object_ref (settings) : NULL;
  export->parent = g_object_ref (parent);
  export->done = done;
  export->format = STEWARD_PICTURE_PNG;
  export->style = STEWARD_STYLE_LIGHT;
  export->pixels = STEWARD_DRAWING_PIXELS;

  return export;
}

void
steward_drawing_export (StewardDrawing     *drawing,
                        GSettings          *settings,
                        GtkWindow          *parent,
                        StewardDrawingDone  done)
{
  const StewardResponse responses[] = { { "cancel", _("_Cancel") }, { "save", _("_Save…") }, { NULL } };
  Export *export;

  g_return_if_fail (drawing != NULL);
  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (done != NULL);

  export = export_new (drawing, settings, parent, done);
  steward_compat_ask (parent, _("Save Drawing"), NULL, create_choices (export), responses, answered_cb, export, NULL);
}

static void
copy_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GBytes) bytes = make_bytes (task_data, &error);
  GdkTexture *texture = bytes != NULL ? gdk_texture_new_from_bytes (bytes, &error) : NULL;

  if (texture != NULL)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Export *export = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), &error);

  g_clear_pointer (&export->wait, steward_drawing_wait_free);
  if (texture != NULL)
    gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (export->parent)), texture);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    steward_compat_tell (export->parent, _("The Picture Was Not Copied"), error->message);
  export->done (export->parent, texture != NULL ? _("Picture copied") : NULL);
}

void
steward_drawing_copy (StewardDrawing     *drawing,
                      GtkWindow          *parent,
                      StewardDrawingDone  done)
{
  g_return_if_fail (drawing != NULL);
  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (done != NULL);

  run (export_new (drawing, NULL, parent, done), copy_thread, copied_cb);
}
