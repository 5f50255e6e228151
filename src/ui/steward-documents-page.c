/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-documents-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "steward-compat.h"
#include "steward-error.h"
#include "steward-file.h"
#include "steward-paper-preview.h"
#include "steward-paper-view.h"
#include "steward-sign-dialog.h"
#include "steward-ui-text.h"
#include "steward-window.h"

/* Pixels per point at zoom 1: an A4 page is about 710 pixels wide. */
#define SCALE 1.2

struct _StewardDocumentsPage
{
  StewardPage          parent_instance;

  GtkListBox          *papers;
  GtkStack            *stack;
  AdwStatusPage       *failure;
  StewardPaperView    *view;
  GtkLabel            *title;
  GtkLabel            *notes;
  GtkWidget           *notes_button;
  GtkWidget           *save_button;
  GtkWidget           *sign_button;
  GtkSpinner          *spinner;

  StewardPaperPreview *previews[STEWARD_N_OFFICIAL_PAPERS];
  GCancellable        *cancellable;   /* of the one paper being drawn */
  StewardPaperKind     kind;
  double               zoom;
  double               shown_scale;
};

G_DEFINE_FINAL_TYPE (StewardDocumentsPage, steward_documents_page, STEWARD_TYPE_PAGE)

static void load (StewardDocumentsPage *self);

static double
pixel_scale (StewardDocumentsPage *self)
{
  return SCALE * self->zoom;
}

static StewardPack *
get_pack (StewardDocumentsPage *self)
{
  StewardSession *session = steward_page_get_session (STEWARD_PAGE (self));

  return steward_project_get_pack (steward_session_get_project (session));
}

static void
show_preview (StewardDocumentsPage *self)
{
  const StewardPaperPreview *preview = self->previews[self->kind];
  gboolean noted = preview->notes != NULL && *preview->notes != '\0';

  /* It shrinks unless the user zoomed in. */
  steward_paper_view_show (self->view, preview, self->zoom > 1.0);

  gtk_widget_set_visible (self->notes_button, noted);
  gtk_label_set_text (self->notes, noted ? preview->notes : "");
  gtk_stack_set_visible_child_name (self->stack, "pages");
}

/* A paper without a place for signatures is not signed. */
static void
update_sign (StewardDocumentsPage *self)
{
  const StewardPaperPreview *preview = self->cancellable == NULL ? self->previews[self->kind] : NULL;

  gboolean can_sign = preview != NULL && preview->verification->empty_fields->len > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "papers.sign", can_sign);
  /* A button with that action misses the change while its page is hidden. */
  gtk_widget_set_sensitive (self->sign_button, can_sign);
}

static void
set_busy (StewardDocumentsPage *self,
          gboolean              busy)
{
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_sensitive (self->save_button, !busy);
  update_sign (self);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (StewardDocumentsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  StewardPaperPreview *preview = steward_paper_preview_finish (result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    {
      /* Another paper was asked for meanwhile. */
      steward_paper_preview_free (preview);
      return;
    }

  g_clear_object (&self->cancellable);
  set_busy (self, FALSE);
  if (preview == NULL)
    {
      g_autofree char *markup = g_markup_escape_text (error->message, -1);

      gtk_widget_set_sensitive (self->save_button, FALSE);
      adw_status_page_set_description (self->failure, markup);
      gtk_stack_set_visible_child_name (self->stack, "failure");
      return;
    }

  g_clear_pointer (&self->previews[preview->kind], steward_paper_preview_free);
  self->previews[preview->kind] = preview;
  update_sign (self);
  show_preview (self);
}

static void
cancel (StewardDocumentsPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
drop_previews (StewardDocumentsPage *self)
{
  for (guint i = 0; i < STEWARD_N_OFFICIAL_PAPERS; i++)
    g_clear_pointer (&self->previews[i], steward_paper_preview_free);
}

static void
load (StewardDocumentsPage *self)
{
  StewardSession *session = steward_page_get_session (STEWARD_PAGE (self));
  const StewardPaperPreview *preview = self->previews[self->kind];
  double scale = pixel_scale (self);

  if (session == NULL || steward_session_get_project (session) == NULL)
    return;

  cancel (self);
  gtk_label_set_text (self->title, steward_paper_get_title (self->kind, get_pack (self)));
  if (scale != self->shown_scale)
    drop_previews (self);
  else if (preview != NULL && preview->generation == steward_session_get_generation (session))
    {
      set_busy (self, FALSE);
      show_preview (self);
      return;
    }

  self->shown_scale = scale;
  self->cancellable = g_cancellable_new ();
  set_busy (self, TRUE);
  steward_paper_preview_async (session, self->kind, scale * gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                               self->cancellable, loaded_cb, g_object_ref (self));
}

static void
paper_activated_cb (StewardDocumentsPage *self,
                    GtkListBoxRow        *row)
{
  if (gtk_list_box_row_get_index (row) == (int) self->kind)
    return;

  self->kind = gtk_list_box_row_get_index (row);
  steward_paper_view_go_to (self->view, 0);
  load (self);
}

/* See the sidebar: passing through the list with Tab selects rows too. */
static void
select_current (StewardDocumentsPage *self)
{
  gtk_list_box_select_row (self->papers, gtk_list_box_get_row_at_index (self->papers, self->kind));
}

static gboolean
is_missing (GFile        *file,
            GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, cancellable, &error);

  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* A damaged signed paper is still somebody's signed paper. */
static gboolean
may_be_signed (GBytes       *there,
               GCancellable *cancellable)
{
  static const char mark[] = "/ByteRange";
  g_autoptr (StewardPdfVerification) verification = steward_pdf_verify (there, NULL, cancellable, NULL);
  gsize size;
  const char *data = g_bytes_get_data (there, &size);

  if (verification != NULL)
    return verification->signatures->len > 0;
  for (gsize i = 0; i + sizeof mark - 1 <= size; i++)
    if (data[i] == '/' && memcmp (data + i, mark, sizeof mark - 1) == 0)
      return TRUE;
  return FALSE;
}

/* A signed paper is never replaced by a drawing, whoever said yes to that, and
 * neither is what is too large to be looked at. */
static gboolean
check_unsigned (GFile         *file,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (GBytes) there = NULL;
  GError *problem = NULL;

  if (is_missing (file, cancellable))
    return TRUE;
  there = steward_file_read (file, STEWARD_PDF_MAX_BYTES, cancellable, &problem);
  if (there == NULL && !g_error_matches (problem, STEWARD_ERROR, STEWARD_ERROR_LIMIT))
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  g_clear_error (&problem);
  if (there != NULL && !may_be_signed (there, cancellable))
    return TRUE;
  g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
                       _("The file of this name is a signed paper and stays as it is. Choose another name."));
  return FALSE;
}

static void
write_thread (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  GError *error = NULL;

  if (check_unsigned (G_FILE (source_object), cancellable, &error)
      && steward_file_write (G_FILE (source_object), task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (StewardDocumentsPage) self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;

  gboolean written = g_task_propagate_boolean (G_TASK (result), &error);

  if (!written && root != NULL)
    steward_compat_tell (GTK_WINDOW (root), _("The Paper Was Not Saved"), error->message);
  else if (written && STEWARD_IS_WINDOW (root))
    steward_window_toast (STEWARD_WINDOW (root), _("Paper saved"));
}

static void
write_pdf (GBytes              *pdf,
           GFile               *file,
           GAsyncReadyCallback  callback,
           gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (file, NULL, callback, user_data);

  g_task_set_source_tag (task, write_pdf);
  g_task_set_task_data (task, g_bytes_ref (pdf), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, write_thread);
}

static void
save_chosen_cb (GFile    *file,
                gpointer  user_data)
{
  StewardDocumentsPage *self = user_data;
  const StewardPaperPreview *preview = self->previews[self->kind];

  if (file != NULL && preview != NULL)
    write_pdf (preview->pdf, file, written_cb, g_object_ref (self));
}

static void
choose_target (StewardDocumentsPage *self,
               const char           *title,
               StewardFileChosen     callback)
{
  StewardSession *session = steward_page_get_session (STEWARD_PAGE (self));
  g_autofree char *name = NULL;

  if (session == NULL)
    return;

  /* What the paper is called in the office, not in the program. */
  name = steward_ui_file_name (steward_session_get_title (session),
                               steward_paper_get_title (self->kind, get_pack (self)), "pdf");
  steward_compat_choose_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), title, name,
                              _("PDF documents"), "pdf", callback, g_object_ref (self), g_object_unref);
}

static void
save_cb (StewardDocumentsPage *self)
{
  choose_target (self, _("Save Paper"), save_chosen_cb);
}

static void
show_signed_cb (GtkWidget *dialog,
                GFile     *file)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (dialog));

  if (STEWARD_IS_WINDOW (window))
    steward_window_show_paper (STEWARD_WINDOW (window), file);
}

static void
saved_to_sign_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (StewardDocumentsPage) self = user_data;
  const StewardPaperPreview *preview = self->previews[self->kind];
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;
  GtkWindow *dialog;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (root != NULL)
        steward_compat_tell (GTK_WINDOW (root), _("The Paper Was Not Saved"), error->message);
      return;
    }
  /* Another paper may be shown by now; what was saved is in its file. */
  if (root == NULL || preview == NULL || preview->pdf != g_task_get_task_data (G_TASK (result)))
    return;
  dialog = steward_sign_dialog_new (GTK_WINDOW (root), G_FILE (source), preview);
  g_signal_connect_data (dialog, "signed", G_CALLBACK (show_signed_cb), g_object_ref (source),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  gtk_window_present (dialog);
}

void
steward_documents_page_sign (StewardDocumentsPage *self,
                             GFile                *file)
{
  const StewardPaperPreview *preview;

  g_return_if_fail (STEWARD_IS_DOCUMENTS_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  preview = self->previews[self->kind];
  if (preview != NULL && preview->verification->empty_fields->len > 0)
    write_pdf (preview->pdf, file, saved_to_sign_cb, g_object_ref (self));
}

static void
sign_chosen_cb (GFile    *file,
                gpointer  user_data)
{
  if (file != NULL)
    steward_documents_page_sign (user_data, file);
}

static void
sign_cb (StewardDocumentsPage *self)
{
  choose_target (self, _("Save and Sign Paper"), sign_chosen_cb);
}

static void
sign_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  sign_cb (STEWARD_DOCUMENTS_PAGE (widget));
}

static void
steward_documents_page_print (StewardPage *page)
{
  StewardDocumentsPage *self = STEWARD_DOCUMENTS_PAGE (page);

  if (self->previews[self->kind] != NULL && self->cancellable == NULL)
    steward_paper_preview_print (self->previews[self->kind], steward_paper_get_title (self->kind, get_pack (self)),
                                 GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
}

static void
fill_list (StewardDocumentsPage *self)
{
  steward_ui_clear (GTK_WIDGET (self->papers));
  for (guint i = 0; i < STEWARD_N_OFFICIAL_PAPERS; i++)
    {
      const char *title = steward_paper_get_title (i, get_pack (self));
      GtkWidget *row = gtk_list_box_row_new ();
      GtkWidget *label = steward_ui_label_new (title, NULL);

      gtk_widget_add_css_class (label, "paper-name");
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      steward_ui_set_label (row, title);
      gtk_list_box_append (self->papers, row);
    }
  select_current (self);
}

static void
steward_documents_page_bind (StewardPage    *page,
                             StewardSession *session)
{
  StewardDocumentsPage *self = STEWARD_DOCUMENTS_PAGE (page);

  cancel (self);
  drop_previews (self);
  steward_paper_view_show (self->view, NULL, FALSE);
  if (session != NULL)
    fill_list (self);
}

static void
steward_documents_page_refresh (StewardPage *page)
{
  load (STEWARD_DOCUMENTS_PAGE (page));
}

static void
steward_documents_page_zoom (StewardPage *page,
                             int          direction)
{
  StewardDocumentsPage *self = STEWARD_DOCUMENTS_PAGE (page);

  self->zoom = direction == 0 ? 1.0 : CLAMP (self->zoom * (direction > 0 ? 1.25 : 0.8), 0.4, 3.0);
  load (self);
}

static void
steward_documents_page_find (StewardPage *page)
{
  steward_paper_view_find (STEWARD_DOCUMENTS_PAGE (page)->view);
}

static void
steward_documents_page_dispose (GObject *object)
{
  StewardDocumentsPage *self = STEWARD_DOCUMENTS_PAGE (object);

  cancel (self);
  drop_previews (self);
  steward_page_dispose_template (STEWARD_PAGE (self), STEWARD_TYPE_DOCUMENTS_PAGE);

  G_OBJECT_CLASS (steward_documents_page_parent_class)->dispose (object);
}

static void
steward_documents_page_class_init (StewardDocumentsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  StewardPageClass *page_class = STEWARD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_documents_page_dispose;
  page_class->bind = steward_documents_page_bind;
  page_class->refresh = steward_documents_page_refresh;
  page_class->zoom = steward_documents_page_zoom;
  page_class->find = steward_documents_page_find;
  page_class->print = steward_documents_page_print;

  g_type_ensure (STEWARD_TYPE_PAPER_VIEW);
  gtk_widget_class_install_action (widget_class, "papers.sign", NULL, sign_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, "papers.sign", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-documents-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StewardDocumentsPage, papers);
  gtk_widget_class_bind_template_child (widget_class, StewardDocumentsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, StewardDocumentsPage, failure);
  gtk_widget_class_bind_template_child (widget_class, StewardDocumentsPage, view);
  gtk_widget_class_bind_template_child (widget_class, StewardDocumentsPage, title);
  gtk_widget_class_bind_template_child (widget_class, StewardDocumentsPage, notes);
  gtk_widget_class_bind_template_child (widget_class, StewardDocumentsPage, notes_button);
  gtk_widget_class_bind_template_child (widget_class, StewardDocumentsPage, save_button);
  gtk_widget_class_bind_template_child (widget_class, StewardDocumentsPage, sign_button);
  gtk_widget_class_bind_template_child (widget_class, StewardDocumentsPage, spinner);
  gtk_widget_class_bind_template_callback (widget_class, paper_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, sign_cb);
  gtk_widget_class_bind_template_callback (widget_class, select_current);
}

static void
steward_documents_page_init (StewardDocumentsPage *self)
{
  self->kind = STEWARD_PAPER_SERVICE_PLAN;
  self->zoom = 1.0;
  gtk_widget_init_template (GTK_WIDGET (self));
  update_sign (self);
}
