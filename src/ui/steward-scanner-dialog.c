/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-scanner-dialog.h"

#include <glib/gi18n-lib.h>

#include "steward-scan-dialog.h"
#include "steward-scan.h"
#include "steward-scanner.h"
#include "steward-ui-text.h"

/* Milliseconds between two looks at how far a scan is. */
#define LOOK 100

static const guint resolutions[] = { 150, 200, 300, 600 };
#define USUAL 2

/* What a thread scans with, and how far it is: a page and its thousandths,
 * below 0 while nobody knows. */
typedef struct
{
  StewardScannerSettings  settings;
  char                   *device;
  int                     page;
  int                     thousandths;
} Scan;

typedef struct
{
  StewardFormDialog  *window;
  StewardSession     *session;
  StewardPaperRecord *paper;
  GPtrArray          *devices;       /* StewardScannerDevice */
  GPtrArray          *pages;         /* StewardScanSource */
  GCancellable       *cancellable;   /* of what is under way, or NULL */
  guint               look;
  GtkDropDown        *device;
  GtkDropDown        *resolution;
  GtkDropDown        *mode;
  GtkSwitch          *feeder;
  AdwActionRow       *row;
  GtkProgressBar     *progress;
  GtkButton          *button;
} Scanning;

static void
scan_free (Scan *scan)
{
  g_free (scan->device);
  g_free (scan);
}

static void
stop (Scanning *scanning)
{
  g_cancellable_cancel (scanning->cancellable);
  g_clear_object (&scanning->cancellable);
  g_clear_handle_id (&scanning->look, g_source_remove);
}

static void
scanning_free (Scanning *scanning)
{
  stop (scanning);
  g_object_unref (scanning->session);
  g_clear_pointer (&scanning->paper, steward_paper_record_free);
  g_clear_pointer (&scanning->devices, g_ptr_array_unref);
  g_ptr_array_unref (scanning->pages);
  g_free (scanning);
}

/* NULL as soon as the window is closed. */
static Scanning *
get_scanning (gpointer window)
{
  return g_object_get_data (G_OBJECT (window), "scanning");
}

static void
update (Scanning *scanning)
{
  gboolean busy = scanning->cancellable != NULL;
  gboolean any = scanning->devices != NULL && scanning->devices->len > 0;
  guint n = scanning->pages->len;
  g_autofree char *text = g_strdup_printf (ngettext ("%u page", "%u pages", n), n);

  gtk_button_set_label (scanning->button, busy ? _("S_top") : any ? _("_Scan") : _("_Look Again"));
  gtk_widget_set_visible (GTK_WIDGET (scanning->progress), busy);
  gtk_widget_set_sensitive (GTK_WIDGET (scanning->device), any && !busy);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (scanning->row), text);
  adw_action_row_set_subtitle (scanning->row, busy || !any ? "" : n > 0 ? _("Lay the next page on the scanner, or go on.")
                                                                       : _("Lay a page on the scanner."));
  steward_form_dialog_set_ready (scanning->window, n > 0 && !busy);
}

static void
list_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *devices = steward_scanner_list (cancellable, &error);

  if (devices != NULL)
    g_task_return_pointer (task, devices, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
show_devices (Scanning *scanning)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < scanning->devices->len; i++)
    gtk_string_list_append (names, ((StewardScannerDevice *) scanning->devices->pdata[i])->title);
  gtk_drop_down_set_model (scanning->device, G_LIST_MODEL (names));
  if (scanning->devices->len == 0)
    steward_form_dialog_tell (scanning->window, _("No scanner was found. Switch it on, connect it, and look again."));
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Scanning *scanning = get_scanning (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) devices = g_task_propagate_pointer (G_TASK (result), &error);

  if (scanning == NULL || g_task_get_cancellable (G_TASK (result)) != scanning->cancellable)
    return;
  stop (scanning);
  if (devices == NULL)
    {
      steward_form_dialog_tell (scanning->window, error->message);
    }
  else
    {
      g_clear_pointer (&scanning->devices, g_ptr_array_unref);
      scanning->devices = g_steal_pointer (&devices);
      show_devices (scanning);
    }
  update (scanning);
}

static gboolean
pulse_cb (gpointer user_data)
{
  gtk_progress_bar_pulse (((Scanning *) user_data)->progress);
  return G_SOURCE_CONTINUE;
}

/* The task belongs to the window, which knows nothing of it any more when it is
 * closed. (transfer full) */
static GTask *
begin (Scanning            *scanning,
       GAsyncReadyCallback  callback)
{
  steward_form_dialog_tell (scanning->window, NULL);
  scanning->cancellable = g_cancellable_new ();
  gtk_progress_bar_set_fraction (scanning->progress, 0);
  return g_task_new (scanning->window, scanning->cancellable, callback, NULL);
}

static void
look_for_devices (Scanning *scanning)
{
  g_autoptr (GTask) task = begin (scanning, listed_cb);

  g_task_set_source_tag (task, look_for_devices);
  scanning->look = g_timeout_add (LOOK, pulse_cb, scanning);
  update (scanning);
  adw_action_row_set_subtitle (scanning->row, _("Looking for scanners…"));
  g_task_run_in_thread (task, list_thread);
}

static void
progress_cb (guint    page,
             double   fraction,
             gpointer data)
{
  Scan *scan = data;

  g_atomic_int_set (&scan->thousandths, fraction < 0 ? -1 : (int) (fraction * 1000));
  g_atomic_int_set (&scan->page, (int) page);
}

static void
scan_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Scan *scan = task_data;
  GError *error = NULL;
  GPtrArray *pages = steward_scanner_scan (&scan->settings, progress_cb, scan, cancellable, &error);

  if (pages != NULL)
    g_task_return_pointer (task, pages, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* Pages are numbered through, whatever scan they came with. */
static void
add_pages (Scanning  *scanning,
           GPtrArray *pages)
{
  for (guint i = 0; i < pages->len; i++)
    {
      const StewardScanSource *page = pages->pdata[i];
      const char *end = g_strrstr (page->name, ".");
      g_autofree char *name = g_strdup_printf ("scan-%02u%s", scanning->pages->len + 1, end != NULL ? end : "");

      g_ptr_array_add (scanning->pages, steward_scan_source_new (name, page->bytes));
    }
}

static void
scanned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Scanning *scanning = get_scanning (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages = g_task_propagate_pointer (G_TASK (result), &error);

  if (scanning == NULL || g_task_get_cancellable (G_TASK (result)) != scanning->cancellable)
    return;
  stop (scanning);
  if (pages != NULL)
    add_pages (scanning, pages);
  else
    steward_form_dialog_tell (scanning->window, error->message);
  update (scanning);
}

static gboolean
look_cb (gpointer user_data)
{
  GTask *task = user_data;
  Scanning *scanning = get_scanning (g_task_get_source_object (task));
  Scan *scan = g_task_get_task_data (task);
  int page = g_atomic_int_get (&scan->page), thousandths = g_atomic_int_get (&scan->thousandths);
  g_autofree char *text = page > 0 ? g_strdup_printf (_("Page %d…"), page) : NULL;

  if (thousandths < 0)
    gtk_progress_bar_pulse (scanning->progress);
  else
    gtk_progress_bar_set_fraction (scanning->progress, thousandths / 1000.0);
  adw_action_row_set_subtitle (scanning->row, text != NULL ? text : _("The scanner is getting ready…"));
  return G_SOURCE_CONTINUE;
}

static void
scan (Scanning *scanning)
{
  const StewardScannerDevice *device = scanning->devices->pdata[gtk_drop_down_get_selected (scanning->device)];
  g_autoptr (GTask) task = begin (scanning, scanned_cb);
  Scan *job = g_new0 (Scan, 1);

  job->device = g_strdup (device->name);
  job->settings.device = job->device;
  job->settings.dpi = resolutions[gtk_drop_down_get_selected (scanning->resolution)];
  job->settings.mode = gtk_drop_down_get_selected (scanning->mode);
  job->settings.feeder = gtk_switch_get_active (scanning->feeder);
  g_task_set_source_tag (task, scan);
  g_task_set_task_data (task, job, (GDestroyNotify) scan_free);
  scanning->look = g_timeout_add_full (G_PRIORITY_DEFAULT, LOOK, look_cb, g_object_ref (task), g_object_unref);
  update (scanning);
  g_task_run_in_thread (task, scan_thread);
}

/* What was stopped says nothing when it comes to its end. */
static void
button_cb (Scanning *scanning)
{
  if (scanning->cancellable != NULL)
    {
      stop (scanning);
      update (scanning);
    }
  else if (scanning->devices == NULL || scanning->devices->len == 0)
    {
      look_for_devices (scanning);
    }
  else
    {
      scan (scanning);
    }
}

static void
accepted_cb (StewardFormDialog *window)
{
  Scanning *scanning = get_scanning (window);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (window));

  steward_scan_dialog_new_pages (parent, scanning->session, g_steal_pointer (&scanning->paper), scanning->pages);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Whoever closes the window stops the scanner. */
static void
closed_cb (StewardFormDialog *window)
{
  g_object_set_data (G_OBJECT (window), "scanning", NULL);
}

static GtkSwitch *
add_switch (StewardFormDialog *window,
            const char        *title,
            const char        *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  steward_ui_set_label (toggle, title);
  steward_form_dialog_add (window, row);
  return GTK_SWITCH (toggle);
}

static void
add_choices (Scanning *scanning)
{
  const char * const none[] = { NULL };
  const char * const dots[] = { "150 dpi", "200 dpi", "300 dpi", "600 dpi", NULL };
  const char * const modes[] = { _("Colour"), _("Grey"), _("Black and white"), NULL };

  scanning->device = steward_form_dialog_add_choice (scanning->window, _("Scanner"), none);
  scanning->resolution = steward_form_dialog_add_choice (scanning->window, _("Resolution"), dots);
  gtk_drop_down_set_selected (scanning->resolution, USUAL);
  scanning->mode = steward_form_dialog_add_choice (scanning->window, _("Colours"), modes);
  scanning->feeder = add_switch (scanning->window, _("Feeder"), _("All pages that lie in it, one after the other"));
}

static void
add_progress (Scanning *scanning)
{
  GtkWidget *row = adw_action_row_new ();

  scanning->row = ADW_ACTION_ROW (row);
  scanning->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  scanning->button = GTK_BUTTON (gtk_button_new ());
  gtk_button_set_use_underline (scanning->button, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (scanning->progress), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (scanning->button), GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (GTK_WIDGET (scanning->progress), 120, -1);
  adw_action_row_add_suffix (scanning->row, GTK_WIDGET (scanning->progress));
  adw_action_row_add_suffix (scanning->row, GTK_WIDGET (scanning->button));
  g_signal_connect_swapped (scanning->button, "clicked", G_CALLBACK (button_cb), scanning);
  steward_form_dialog_add (scanning->window, row);
}

StewardFormDialog *
steward_scanner_dialog_new (GtkWindow          *parent,
                            StewardSession     *session,
                            StewardPaperRecord *paper)
{
  StewardFormDialog *window;
  Scanning *scanning;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (STEWARD_IS_SESSION (session), NULL);
  g_return_val_if_fail (paper != NULL, NULL);

  window = steward_form_dialog_new (parent, _("Scan"), paper->title, _("_Go On…"));
  scanning = g_new0 (Scanning, 1);
  scanning->window = window;
  scanning->session = g_object_ref (session);
  scanning->paper = paper;
  scanning->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_scan_source_free);
  g_object_set_data_full (G_OBJECT (window), "scanning", scanning, (GDestroyNotify) scanning_free);
  g_signal_connect (window, "accepted", G_CALLBACK (accepted_cb), NULL);
  g_signal_connect (window, "unrealize", G_CALLBACK (closed_cb), NULL);
  add_choices (scanning);
  add_progress (scanning);
  gtk_window_present (GTK_WINDOW (window));
  look_for_devices (scanning);
  return window;
}
