/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-window-private.h"

#include "steward-drawing-export.h"
#include "steward-drawing-print.h"

static GSettings *
get_settings (StewardWindow *self)
{
  return steward_application_get_settings (STEWARD_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
}

/* What is typed and not yet entered is in the drawing. (transfer full) */
static StewardDrawing *
draw (StewardWindow *self)
{
  StewardPage *page = steward_window_current_page (self);

  if (page == NULL || !steward_page_can_draw (page))
    return NULL;

  steward_window_commit (self);

  return steward_page_draw (page);
}

static void
done_cb (GtkWindow  *window,
         const char *text)
{
  if (text != NULL)
    steward_window_toast (STEWARD_WINDOW (window), text);
}

static void
print_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  StewardWindow *self = STEWARD_WINDOW (widget);
  StewardPage *page = steward_window_current_page (self);
  StewardDrawing *drawing = draw (self);

  if (drawing != NULL)
    steward_drawing_print (drawing, get_settings (self), GTK_WINDOW (self));
  else if (page != NULL)
    steward_page_print (page);
}

static void
export_drawing_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  StewardWindow *self = STEWARD_WINDOW (widget);
  StewardDrawing *drawing = draw (self);

  if (drawing != NULL)
    steward_drawing_export (drawing, get_settings (self), GTK_WINDOW (self), done_cb);
}

static void
copy_picture_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  StewardDrawing *drawing = draw (STEWARD_WINDOW (widget));

  if (drawing != NULL)
    steward_drawing_copy (drawing, GTK_WINDOW (widget), done_cb);
}

void
steward_window_drawing_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "win.export-drawing", NULL, export_drawing_action);
  gtk_widget_class_install_action (widget_class, "win.copy-picture", NULL, copy_picture_action);
}
