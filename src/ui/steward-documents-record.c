/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with a paper of the page: recorded, signed, attached. */
#include "steward-documents-page-private.h"

#include <glib/gi18n-lib.h>

#include "steward-compat.h"
#include "steward-file.h"
#include "steward-paper-print.h"
#include "steward-paper-record.h"
#include "steward-paper-versions.h"
#include "steward-paper-window.h"
#include "steward-scan-dialog.h"
#include "steward-scanner-dialog.h"
#include "steward-scanner.h"
#include "steward-ui-text.h"
#include "steward-window.h"
#include "steward-workbook.h"

static const StewardDocument *
find_same (StewardDocumentsPage *self,
           const char           *sha256)
{
  return steward_paper_find_version (steward_documents_get_project (self), steward_paper_get_form (self->kind),
                                     self->subject, sha256);
}

/* Puts the drawing @pdf of a paper on record; the ids that come back begin with
 * its own. FALSE when it is there already, in that state or a later one. */
static gboolean
record_drawing (StewardDocumentsPage *self,
                StewardSession       *session,
                StewardPaperRecord   *drawing,
                GAsyncReadyCallback   callback)
{
  g_autoptr (StewardPaperRecord) taken = drawing;
  StewardProject *project = steward_session_get_project (session);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, taken->file);
  const StewardDocument *same = steward_paper_find_version (project, taken->form, taken->subject, sha256);
  GPtrArray *records;

  if (same != NULL && same->state >= taken->state && same->state != STEWARD_DOCUMENT_REPLACED)
    return FALSE;
  records = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_paper_record_free);
  if (same != NULL)
    g_ptr_array_add (records, steward_paper_record_change (same, taken->state));
  else
    steward_paper_record_add_drawing (records, project, g_steal_pointer (&taken));
  steward_paper_record_async (session, records, callback, g_object_ref (self));
  return TRUE;
}

/* The paper that is shown, as it would be recorded in @state. (transfer full) */
static StewardPaperRecord *
drawing_of_shown (StewardDocumentsPage *self,
                  StewardDocumentState  state)
{
  g_autofree char *title = steward_documents_dup_title (self);
  StewardPaperRecord *drawing = steward_paper_record_new (steward_paper_get_form (self->kind), self->subject, title);

  drawing->name = steward_documents_dup_file_name (self);
  drawing->state = state;
  drawing->file = g_bytes_ref (steward_documents_get_shown (self)->pdf);
  return drawing;
}

static gboolean
record_shown (StewardDocumentsPage *self,
              StewardDocumentState  state,
              GAsyncReadyCallback   callback)
{
  return record_drawing (self, steward_documents_get_session (self), drawing_of_shown (self, state), callback);
}

static char *
finish_record (StewardDocumentsPage *self,
               GObject              *source,
               GAsyncResult         *result)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = steward_paper_record_finish (STEWARD_SESSION (source), result, &error);

  if (ids != NULL)
    return g_strdup (ids[0]);
  if (steward_documents_get_window (self) != NULL)
    steward_compat_tell (steward_documents_get_window (self), _("The Paper Was Not Recorded"), error->message);
  return NULL;
}

static void
recorded_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (StewardDocumentsPage) self = user_data;
  g_autofree char *id = finish_record (self, source, result);

  if (id != NULL)
    steward_documents_toast (self, _("Paper recorded"));
}

void
steward_documents_record_cb (StewardDocumentsPage *self)
{
  if (steward_documents_get_shown (self) != NULL && !record_shown (self, STEWARD_DOCUMENT_MADE, recorded_cb))
    steward_documents_toast (self, _("This paper is on record already"));
}

/* What was sent to the printer, of which project: by the time it is sent,
 * another paper may be shown. */
typedef struct
{
  StewardDocumentsPage *page;
  StewardSession       *session;
  StewardPaperRecord   *drawing;
} Printing;

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Printing *printing = user_data;
  g_autoptr (GError) error = NULL;

  if (steward_paper_print_finish (result, &error))
    record_drawing (printing->page, printing->session, g_steal_pointer (&printing->drawing), recorded_cb);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
           && steward_documents_get_window (printing->page) != NULL)
    steward_compat_tell (steward_documents_get_window (printing->page), _("The Paper Was Not Printed"), error->message);
  g_clear_pointer (&printing->drawing, steward_paper_record_free);
  g_object_unref (printing->session);
  g_object_unref (printing->page);
  g_free (printing);
}

void
steward_documents_print (StewardDocumentsPage *self)
{
  Printing *printing = g_new0 (Printing, 1);

  printing->page = g_object_ref (self);
  printing->session = g_object_ref (steward_documents_get_session (self));
  printing->drawing = drawing_of_shown (self, STEWARD_DOCUMENT_PRINTED);
  steward_paper_print_async (printing->drawing->file, printing->drawing->title, steward_documents_get_window (self),
                             printed_cb, printing);
}

static GSettings *
get_settings (StewardDocumentsPage *self)
{
  GtkApplication *application = steward_documents_get_window (self) != NULL ? gtk_window_get_application (steward_documents_get_window (self)) : NULL;

  return STEWARD_IS_APPLICATION (application)
         ? steward_application_get_settings (STEWARD_APPLICATION (application)) : NULL;
}

static void
open_document (StewardDocumentsPage *self,
               const char           *id,
               gboolean              sign)
{
  GtkWindow *window = steward_paper_window_new_recorded (steward_documents_get_window (self), get_settings (self), steward_documents_get_session (self),
                                                         id);

  if (window == NULL)
    return;
  if (sign)
    steward_paper_window_sign_when_shown (STEWARD_PAPER_WINDOW (window));
  gtk_window_present (window);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  open_document (STEWARD_DOCUMENTS_PAGE (widget), g_variant_get_string (parameter, NULL), FALSE);
}

static void
recorded_to_sign_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (StewardDocumentsPage) self = user_data;
  g_autofree char *id = finish_record (self, source, result);

  if (id != NULL && steward_documents_get_session (self) == STEWARD_SESSION (source))
    open_document (self, id, TRUE);
}

/* What is signed is on record before, and each signed copy beside it. */
void
steward_documents_sign_cb (StewardDocumentsPage *self)
{
  const StewardDocument *same;

  if (steward_documents_has_picked (self))
    {
      steward_documents_sign_picked (self, get_settings (self));
      return;
    }
  if (steward_documents_get_shown (self) == NULL)
    return;
  same = find_same (self, steward_documents_get_shown (self)->sha256);
  if (same != NULL && same->state != STEWARD_DOCUMENT_REPLACED)
    open_document (self, same->id, TRUE);
  else
    record_shown (self, STEWARD_DOCUMENT_MADE, recorded_to_sign_cb);
}

static void
sign_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  steward_documents_sign_cb (STEWARD_DOCUMENTS_PAGE (widget));
}

static void
mark_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  StewardDocumentsPage *self = STEWARD_DOCUMENTS_PAGE (widget);
  const StewardDocument *document;
  const char *id, *word;
  StewardDocumentState state;
  GPtrArray *records;

  g_variant_get (parameter, "(&s&s)", &id, &word);
  document = steward_documents_get_session (self) != NULL ? steward_project_get_document (steward_documents_get_project (self), id) : NULL;
  if (document == NULL || !steward_document_state_from_word (word, &state))
    return;
  records = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_paper_record_free);
  g_ptr_array_add (records, steward_paper_record_change (document, state));
  steward_paper_record_async (steward_documents_get_session (self), records, recorded_cb, g_object_ref (self));
}

/* A scan of the paper that is shown: of what was printed last. (transfer full) */
static StewardPaperRecord *
scan_of_shown (StewardDocumentsPage *self)
{
  g_autofree char *title = steward_documents_dup_title (self);
  const char *form = steward_paper_get_form (self->kind);
  StewardPaperRecord *paper = steward_paper_record_new (form, self->subject, title);
  g_autoptr (GPtrArray) versions =
    steward_paper_list_versions (steward_documents_get_project (self), form, self->subject);

  for (guint i = 0; i < versions->len && paper->of == NULL; i++)
    if (((const StewardDocument *) versions->pdata[i])->state <= STEWARD_DOCUMENT_SENT)
      paper->of = g_strdup (((const StewardDocument *) versions->pdata[i])->id);
  return paper;
}

void
steward_documents_page_attach (StewardDocumentsPage *self,
                               GPtrArray            *files)
{
  g_return_if_fail (STEWARD_IS_DOCUMENTS_PAGE (self));
  g_return_if_fail (files != NULL);

  if (steward_documents_get_session (self) != NULL && files->len > 0)
    steward_scan_dialog_new (steward_documents_get_window (self), steward_documents_get_session (self),
                             scan_of_shown (self), files);
}

static void
scan_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  StewardDocumentsPage *self = STEWARD_DOCUMENTS_PAGE (widget);

  if (steward_documents_get_session (self) != NULL)
    steward_scanner_dialog_new (steward_documents_get_window (self), steward_documents_get_session (self),
                                scan_of_shown (self));
}

void
steward_documents_scan_cb (StewardDocumentsPage *self)
{
  scan_action (GTK_WIDGET (self), NULL, NULL);
}

static void
scans_chosen_cb (GPtrArray *files,
                 gpointer   user_data)
{
  steward_documents_page_attach (user_data, files);
}

static void
attach_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  static const char * const suffixes[] = { "pdf", "jpg", "jpeg", "png", NULL };
  StewardDocumentsPage *self = STEWARD_DOCUMENTS_PAGE (widget);

  if (steward_documents_get_session (self) != NULL)
    steward_compat_choose_files (steward_documents_get_window (self), _("Attach Scan"), _("Scans and pictures"), suffixes,
                                 scans_chosen_cb, g_object_ref (self), g_object_unref);
}

void
steward_documents_attach_cb (StewardDocumentsPage *self)
{
  attach_action (GTK_WIDGET (self), NULL, NULL);
}

static void
sheet_chosen_cb (GFile    *file,
                 gpointer  user_data)
{
  StewardDocumentsPage *self = user_data;
  StewardSession *session = steward_documents_get_session (self);
  const StewardSchedule *schedule = session != NULL ? steward_session_get_schedule (session) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) sheet = NULL;

  if (file == NULL || schedule == NULL)
    return;
  sheet = steward_workbook_of_ledger (schedule, &error);
  if (sheet != NULL && steward_file_write (file, sheet, NULL, &error))
    steward_documents_toast (self, _("Spreadsheet saved"));
  else
    steward_compat_tell (steward_documents_get_window (self), _("The Spreadsheet Was Not Saved"), error->message);
}

static void
spreadsheet_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  StewardDocumentsPage *self = STEWARD_DOCUMENTS_PAGE (widget);
  g_autofree char *name = NULL;

  if (steward_documents_get_session (self) == NULL)
    return;
  name = steward_ui_file_name (steward_session_get_title (steward_documents_get_session (self)),
                               steward_paper_get_title (STEWARD_PAPER_LEDGER, steward_documents_get_pack (self)),
                               "xlsx");
  steward_compat_choose_file (steward_documents_get_window (self), _("Save Spreadsheet"), name, _("Spreadsheets"),
                              "xlsx", sheet_chosen_cb, g_object_ref (self), g_object_unref);
}

static gboolean
drop_cb (GtkDropTarget        *target,
         const GValue         *value,
         double                x,
         double                y,
         StewardDocumentsPage *self)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    g_ptr_array_add (files, g_object_ref (l->data));
  steward_documents_page_attach (self, files);
  return files->len > 0;
}

void
steward_documents_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "papers.sign", NULL, sign_action);
  gtk_widget_class_install_action (widget_class, "papers.attach", NULL, attach_action);
  gtk_widget_class_install_action (widget_class, "papers.scan", NULL, scan_action);
  gtk_widget_class_install_action (widget_class, "papers.open", "s", open_action);
  gtk_widget_class_install_action (widget_class, "papers.mark", "(ss)", mark_action);
  gtk_widget_class_install_action (widget_class, "papers.spreadsheet", NULL, spreadsheet_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, "papers.sign", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, GDK_CONTROL_MASK, "papers.attach", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "papers.scan", NULL);
}

void
steward_documents_record_init (StewardDocumentsPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  gtk_widget_set_visible (self->scan_button, steward_scanner_is_supported ());
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "papers.scan", steward_scanner_is_supported ());
}
