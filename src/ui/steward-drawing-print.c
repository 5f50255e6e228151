/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-drawing-print.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "steward-compat.h"
#include "steward-drawing-preview.h"
#include "steward-ui-text.h"

#define KEY_SETUP "drawing-page-setup"
#define KEY_ONE   "drawing-one-page"
#define KEY_GREYS "drawing-greys"

/* What belongs to one operation, and goes with it. */
typedef struct
{
  StewardDrawing *drawing;
  StewardSheets  *sheets;
  GSettings      *settings;
  GtkWindow      *parent;
  GtkWidget      *one_button;
  GtkWidget      *greys_button;
  gboolean        one_page;
  gboolean        greys;
  char           *failure;
} Print;

static void
print_free (gpointer data)
{
  Print *print = data;

  g_clear_pointer (&print->sheets, steward_sheets_free);
  steward_drawing_free (print->drawing);
  g_clear_object (&print->settings);
  g_clear_object (&print->parent);
  g_free (print->failure);
  g_free (print);
}

/* Drawings are wider than high: the first time the page lies across. Paper in
 * these offices is A4, whatever the locale says. */
static GtkPageSetup *
load_setup (GSettings *settings)
{
  g_autoptr (GVariant) kept = settings != NULL ? g_settings_get_value (settings, KEY_SETUP) : NULL;
  GtkPaperSize *size;
  GtkPageSetup *setup;

  if (kept != NULL && g_variant_n_children (kept) > 0)
    return gtk_page_setup_new_from_gvariant (kept);

  size = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  setup = gtk_page_setup_new ();
  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_paper_size_free (size);
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);

  return setup;
}

static void
begin_print_cb (Print             *print,
                GtkPrintContext   *context,
                GtkPrintOperation *operation)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&print->sheets, steward_sheets_free);
  print->sheets = steward_drawing_make_sheets (print->drawing,
                                               print->greys ? STEWARD_STYLE_GREY : STEWARD_STYLE_LIGHT,
                                               gtk_print_context_get_width (context),
                                               gtk_print_context_get_height (context), print->one_page, &error);
  if (print->sheets != NULL)
    {
      gtk_print_operation_set_n_pages (operation, steward_sheets_get_n_pages (print->sheets));
      return;
    }
  print->failure = g_strdup (error->message);
  gtk_print_operation_cancel (operation);
}

static void
draw_page_cb (Print           *print,
              GtkPrintContext *context,
              int              page)
{
  steward_sheets_paint (print->sheets, gtk_print_context_get_cairo_context (context), page);
}

static GtkWidget *
add_choice (GtkBox     *box,
            const char *label,
            gboolean    active)
{
  GtkWidget *button = gtk_check_button_new_with_mnemonic (label);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), active);
  gtk_box_append (box, button);

  return button;
}

static GtkWidget *
create_choices_cb (Print *print)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  print->one_button = add_choice (GTK_BOX (box), _("Everything on _one page"), print->one_page);
  print->greys_button = add_choice (GTK_BOX (box), _("Only _greys"), print->greys);
  gtk_box_append (GTK_BOX (box),
                  steward_ui_label_new (_("A drawing that takes several pages has its head and its signs on each."),
                                        "dim-label"));

  return box;
}

static void
apply_choices_cb (Print *print)
{
  print->one_page = gtk_check_button_get_active (GTK_CHECK_BUTTON (print->one_button));
  print->greys = gtk_check_button_get_active (GTK_CHECK_BUTTON (print->greys_button));
}

static void
keep (Print             *print,
      GtkPrintOperation *operation)
{
  GtkPageSetup *setup = gtk_print_operation_get_default_page_setup (operation);

  if (setup != NULL)
    g_settings_set_value (print->settings, KEY_SETUP, gtk_page_setup_to_gvariant (setup));
  g_settings_set_boolean (print->settings, KEY_ONE, print->one_page);
  g_settings_set_boolean (print->settings, KEY_GREYS, print->greys);
}

static void
done_cb (Print                   *print,
         GtkPrintOperationResult  result,
         GtkPrintOperation       *operation)
{
  g_autoptr (GError) error = NULL;
  const char *reason = print->failure;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY && print->settings != NULL)
    keep (print, operation);
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR && reason == NULL)
    {
      gtk_print_operation_get_error (operation, &error);
      reason = error != NULL ? error->message : NULL;
    }
  if (reason != NULL && print->parent != NULL)
    steward_compat_tell (print->parent, _("The Drawing Was Not Printed"), reason);
}

/* A preview, which belongs to its operation; while it is open it keeps that
 * alive. */
typedef struct
{
  GtkPrintOperation        *operation;
  GtkPrintOperationPreview *preview;
  GtkWindow                *parent;
} Shown;

static void
shown_free (gpointer data)
{
  Shown *shown = data;

  g_clear_object (&shown->parent);
  g_free (shown);
}

/* From the preview on to the printer, with all that was chosen. */
static void
print_again (GtkPrintOperation *operation,
             GtkWindow         *parent)
{
  Print *print = g_object_get_data (G_OBJECT (operation), "print");
  g_autoptr (GtkPrintOperation) next = NULL;
  GtkPrintSettings *choices;
  Print *kept;

  g_clear_pointer (&print->sheets, steward_sheets_free);
  next = steward_drawing_print_new (g_steal_pointer (&print->drawing), print->settings, parent);
  kept = g_object_get_data (G_OBJECT (next), "print");
  kept->one_page = print->one_page;
  kept->greys = print->greys;
  /* The dialog forgot the name for a file. */
  choices = gtk_print_operation_get_print_settings (operation);
  gtk_print_settings_set (choices, GTK_PRINT_SETTINGS_OUTPUT_BASENAME,
                          gtk_print_settings_get (gtk_print_operation_get_print_settings (next),
                                                  GTK_PRINT_SETTINGS_OUTPUT_BASENAME));
  gtk_print_operation_set_print_settings (next, choices);
  gtk_print_operation_set_default_page_setup (next, gtk_print_operation_get_default_page_setup (operation));
  gtk_print_operation_run (next, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}

static void
preview_closed_cb (gboolean print,
                   gpointer user_data)
{
  Shown *shown = user_data;
  g_autoptr (GtkPrintOperation) operation = g_steal_pointer (&shown->operation);

  gtk_print_operation_preview_end_preview (shown->preview);
  if (print)
    print_again (operation, shown->parent);
}

static void
ready_cb (GtkPrintOperationPreview *preview,
          GtkPrintContext          *context,
          gpointer                  user_data)
{
  Shown *shown = user_data;
  Print *print = g_object_get_data (G_OBJECT (preview), "print");

  shown->operation = g_object_ref (GTK_PRINT_OPERATION (preview));
  if (print->sheets == NULL)
    {
      preview_closed_cb (FALSE, shown);
      return;
    }
  gtk_window_present (steward_drawing_preview_new (print->sheets, gtk_print_context_get_width (context),
                                                   gtk_print_context_get_height (context), _("Print Preview"),
                                                   shown->parent, preview_closed_cb, shown));
}

/* Its own window: GTK would ask for a program that is often not there, and
 * then show nothing. */
static gboolean
preview_cb (GtkPrintOperation        *operation,
            GtkPrintOperationPreview *preview,
            GtkPrintContext          *context,
            GtkWindow                *parent,
            gpointer                  user_data)
{
  Shown *shown = g_new0 (Shown, 1);
  cairo_surface_t *nothing = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (nothing);

  g_object_set_data_full (G_OBJECT (operation), "shown", shown, shown_free);
  shown->preview = preview;
  shown->parent = parent != NULL ? g_object_ref (parent) : NULL;
  gtk_print_context_set_cairo_context (context, cr, 72, 72);
  cairo_destroy (cr);
  cairo_surface_destroy (nothing);
  g_signal_connect (preview, "ready", G_CALLBACK (ready_cb), shown);

  return TRUE;
}

GtkPrintOperation *
steward_drawing_print_new (StewardDrawing *drawing,
                           GSettings      *settings,
                           GtkWindow      *parent)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = load_setup (settings);
  g_autoptr (GtkPrintSettings) choices = gtk_print_settings_new ();
  g_autofree char *file_name = NULL;
  g_autofree char *name = NULL;
  Print *print;

  g_return_val_if_fail (drawing != NULL, NULL);

  print = g_new0 (Print, 1);
  print->drawing = drawing;
  print->settings = settings != NULL ? g_object_ref (settings) : NULL;
  print->parent = parent != NULL ? g_object_ref (parent) : NULL;
  print->one_page = settings == NULL || g_settings_get_boolean (settings, KEY_ONE);
  print->greys = settings != NULL && g_settings_get_boolean (settings, KEY_GREYS);

  name = steward_ui_join (steward_drawing_get_title (drawing), steward_drawing_get_name (drawing), NULL);
  gtk_print_operation_set_job_name (operation, name);
  /* Of a file that is printed to. */
  file_name = steward_ui_file_name (steward_drawing_get_title (drawing), steward_drawing_get_name (drawing), "pdf");
  *strrchr (file_name, '.') = '\0';
  gtk_print_settings_set (choices, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, file_name);
  gtk_print_operation_set_print_settings (operation, choices);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  /* Many pages take a while; it can be cancelled there. */
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_custom_tab_label (operation, _("Drawing"));
  g_object_set_data_full (G_OBJECT (operation), "print", print, print_free);
  g_signal_connect_swapped (operation, "draw-page", G_CALLBACK (draw_page_cb), print);
  g_signal_connect_swapped (operation, "create-custom-widget", G_CALLBACK (create_choices_cb), print);
  g_signal_connect_swapped (operation, "custom-widget-apply", G_CALLBACK (apply_choices_cb), print);
  g_signal_connect_swapped (operation, "begin-print", G_CALLBACK (begin_print_cb), print);
  g_signal_connect_swapped (operation, "done", G_CALLBACK (done_cb), print);
  g_signal_connect (operation, "preview", G_CALLBACK (preview_cb), NULL);

  return operation;
}

typedef struct
{
  StewardDrawing *drawing;
  GSettings      *settings;
} Order;

static void
order_free (Order *order)
{
  steward_drawing_free (order->drawing);
  g_clear_object (&order->settings);
  g_free (order);
}

static void
read_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Order *order = task_data;
  GError *error = NULL;

  if (steward_drawing_read (order->drawing, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GtkWindow *parent = GTK_WINDOW (source);
  Order *order = g_task_get_task_data (G_TASK (result));
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      steward_compat_tell (parent, _("The Drawing Was Not Printed"), error->message);
      return;
    }
  operation = steward_drawing_print_new (g_steal_pointer (&order->drawing), order->settings, parent);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}

void
steward_drawing_print (StewardDrawing *drawing,
                       GSettings      *settings,
                       GtkWindow      *parent)
{
  g_autoptr (GTask) task = NULL;
  Order *order;

  g_return_if_fail (drawing != NULL);
  g_return_if_fail (GTK_IS_WINDOW (parent));

  order = g_new0 (Order, 1);
  order->drawing = drawing;
  order->settings = settings != NULL ? g_object_ref (settings) : NULL;
  task = g_task_new (parent, NULL, read_cb, NULL);
  g_task_set_source_tag (task, steward_drawing_print);
  g_task_set_task_data (task, order, (GDestroyNotify) order_free);
  g_task_run_in_thread (task, read_thread);
}
