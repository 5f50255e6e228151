/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-drawing-preview.h"

#include <glib/gi18n-lib.h>

#include "steward-ui-text.h"

#define BORDER 24      /* around the sheet, in pixels */

typedef struct
{
  StewardSheets               *sheets;
  double                       width, height;
  guint                        page;
  StewardDrawingPreviewClosed  closed;
  gpointer                     user_data;
  GtkWidget                   *area;
  GtkWidget                   *place;
  GtkWidget                   *previous;
  GtkWidget                   *next;
} Preview;

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        user_data)
{
  Preview *preview = user_data;
  double scale;

  /* While the window goes. */
  if (preview->sheets == NULL)
    return;

  scale = MAX (0.01, MIN ((width - 2 * BORDER) / preview->width, (height - 2 * BORDER) / preview->height));
  cairo_translate (cr, (width - preview->width * scale) / 2, (height - preview->height * scale) / 2);
  cairo_set_source_rgba (cr, 0, 0, 0, 0.25);
  cairo_rectangle (cr, 2, 3, preview->width * scale, preview->height * scale);
  cairo_fill (cr);
  cairo_rectangle (cr, 0, 0, preview->width * scale, preview->height * scale);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  cairo_scale (cr, scale, scale);
  steward_sheets_paint (preview->sheets, cr, preview->page);
}

static void
show_page (Preview *preview,
           int      page)
{
  int n_pages = steward_sheets_get_n_pages (preview->sheets);
  g_autofree char *place = NULL;

  preview->page = CLAMP (page, 0, n_pages - 1);
  place = g_strdup_printf (_("Page %d of %d"), (int) preview->page + 1, n_pages);
  gtk_label_set_label (GTK_LABEL (preview->place), place);
  gtk_widget_set_sensitive (preview->previous, preview->page > 0);
  gtk_widget_set_sensitive (preview->next, (int) preview->page < n_pages - 1);
  gtk_widget_queue_draw (preview->area);
  steward_ui_set_label (preview->area, place);
}

static void
step_cb (GtkButton *button,
         Preview   *preview)
{
  show_page (preview, (int) preview->page + (GTK_WIDGET (button) == preview->next ? 1 : -1));
}

static void
answer (GtkWindow *window,
        gboolean   print)
{
  Preview *preview = g_object_get_data (G_OBJECT (window), "preview");
  StewardDrawingPreviewClosed closed = preview->closed;

  /* What is answered may free the sheets. */
  preview->sheets = NULL;
  preview->closed = NULL;
  if (closed != NULL)
    closed (print, preview->user_data);
}

static gboolean
close_request_cb (GtkWindow *window)
{
  answer (window, FALSE);

  return FALSE;
}

static void
print_cb (GtkWindow *window)
{
  g_object_ref (window);
  answer (window, TRUE);
  gtk_window_destroy (window);
  g_object_unref (window);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                Preview               *preview)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || preview->sheets == NULL)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Page_Down:
    case GDK_KEY_Right:
      show_page (preview, preview->page + 1);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_Left:
      show_page (preview, (int) preview->page - 1);
      return TRUE;
    case GDK_KEY_Home:
      show_page (preview, 0);
      return TRUE;
    case GDK_KEY_End:
      show_page (preview, G_MAXINT);
      return TRUE;
    case GDK_KEY_Escape:
      gtk_window_close (GTK_WINDOW (widget));
      return TRUE;
    default:
      return FALSE;
    }
}

static GtkWidget *
create_button (const char *icon,
               const char *label,
               Preview    *preview)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  steward_ui_set_label (button, label);
  g_signal_connect (button, "clicked", G_CALLBACK (step_cb), preview);

  return button;
}

static GtkWidget *
create_header (Preview   *preview,
               GtkWindow *window)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *print = gtk_button_new_with_mnemonic (_("_Print…"));

  preview->previous = create_button ("go-previous-symbolic", _("Previous page"), preview);
  preview->next = create_button ("go-next-symbolic", _("Next page"), preview);
  preview->place = gtk_label_new (NULL);
  gtk_widget_add_css_class (preview->place, "numeric");
  gtk_widget_add_css_class (print, "suggested-action");
  g_signal_connect_swapped (print, "clicked", G_CALLBACK (print_cb), window);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), preview->previous);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), preview->place);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), preview->next);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), print);

  return header;
}

GtkWindow *
steward_drawing_preview_new (StewardSheets               *sheets,
                             double                       width,
                             double                       height,
                             const char                  *title,
                             GtkWindow                   *parent,
                             StewardDrawingPreviewClosed  closed,
                             gpointer                     user_data)
{
  GtkWindow *window;
  GtkWidget *box;
  GtkEventController *keys;
  Preview *preview;

  g_return_val_if_fail (sheets != NULL && closed != NULL, NULL);
  g_return_val_if_fail (width > 0 && height > 0, NULL);

  preview = g_new0 (Preview, 1);
  *preview = (Preview) { .sheets = sheets, .width = width, .height = height, .closed = closed, .user_data = user_data };
  window = GTK_WINDOW (adw_window_new ());
  g_object_set_data_full (G_OBJECT (window), "preview", preview, g_free);
  gtk_window_set_title (window, title);
  gtk_window_set_transient_for (window, parent);
  gtk_window_set_modal (window, TRUE);
  gtk_window_set_default_size (window, 960, 720);

  preview->area = gtk_drawing_area_new ();
  gtk_widget_set_vexpand (preview->area, TRUE);
  gtk_widget_set_focusable (preview->area, TRUE);
  gtk_widget_add_css_class (preview->area, "papers-area");
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (preview->area), draw_cb, preview, NULL);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), preview);
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
  g_signal_connect (window, "close-request", G_CALLBACK (close_request_cb), NULL);

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), create_header (preview, window));
  gtk_box_append (GTK_BOX (box), preview->area);
  adw_window_set_content (ADW_WINDOW (window), box);
  show_page (preview, 0);
  gtk_window_set_focus (window, preview->area);

  return window;
}
