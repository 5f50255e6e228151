/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-sign-batch.h"

#include <glib/gi18n-lib.h>

#include "steward-paper-preview.h"
#include "steward-paper-record.h"
#include "steward-paper-versions.h"
#include "steward-sign-dialog.h"

/* The pages are not shown here; they only have to be read. */
#define SCALE 0.1

/**
 * BatchPaper:
 * @preview: (nullable): what would be signed, once it is drawn
 * @document: (nullable): id of the version that is @preview
 * @place: of its record among those that are put on record together
 * @chosen: it is among those the dialog signs
 *
 * One of the papers.
 */
typedef struct
{
  StewardPaperKind     kind;
  char                *subject;
  char                *title;
  char                *file_name;
  GtkWidget           *row;
  GtkImage            *icon;
  StewardPaperPreview *preview;
  char                *document;
  guint                place;
  gboolean             chosen;
} BatchPaper;

/* @n_prepared: papers that were drawn, or cannot be; @done: all were tried. */
typedef struct
{
  StewardFormDialog *window;
  StewardSession    *session;
  GFile             *roots;
  GPtrArray         *papers;
  GCancellable      *cancellable;
  guint              n_prepared;
  gboolean           done;
} Batch;

static void prepare_next (Batch *batch);

static void
paper_free (BatchPaper *paper)
{
  g_free (paper->subject);
  g_free (paper->title);
  g_free (paper->file_name);
  g_clear_pointer (&paper->preview, steward_paper_preview_free);
  g_free (paper->document);
  g_free (paper);
}

static void
batch_free (Batch *batch)
{
  g_cancellable_cancel (batch->cancellable);
  g_object_unref (batch->cancellable);
  g_object_unref (batch->session);
  g_clear_object (&batch->roots);
  g_ptr_array_unref (batch->papers);
  g_free (batch);
}

/* NULL as soon as the window is closed. */
static Batch *
get_batch (gpointer window)
{
  return g_object_get_data (G_OBJECT (window), "batch");
}

/* Says of a paper how far it is; @icon says it without words. */
static void
tell (BatchPaper *paper,
      const char *icon,
      const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  gtk_image_set_from_icon_name (paper->icon, icon);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (paper->row), markup);
}

/* A paper that cannot be signed is not signed, whatever becomes of others. */
static void
refuse (BatchPaper *paper,
        const char *text)
{
  g_clear_pointer (&paper->preview, steward_paper_preview_free);
  tell (paper, "dialog-warning-symbolic", text);
}

static guint
count_ready (Batch *batch)
{
  guint n = 0;

  for (guint i = 0; i < batch->papers->len; i++)
    n += ((BatchPaper *) batch->papers->pdata[i])->preview != NULL;
  return n;
}

static void
finish (Batch *batch)
{
  batch->done = TRUE;
  steward_form_dialog_set_accept (batch->window, _("_Close"));
}

static void
take_prepared (Batch               *batch,
               StewardPaperPreview *preview,
               const GError        *error)
{
  BatchPaper *paper = g_ptr_array_index (batch->papers, batch->n_prepared++);

  paper->preview = preview;
  if (preview == NULL)
    refuse (paper, error->message);
  else if (preview->verification->empty_fields->len == 0)
    refuse (paper, preview->verification->signatures->len > 0 ? _("Signed by all already") : _("Has no place for a signature"));
  else if (!steward_sign_dialog_can_sign (preview->verification))
    refuse (paper, _("Was changed after it was signed"));
  else
    tell (paper, "emblem-documents-symbolic", paper->document != NULL ? _("Ready, with the signature it has") : _("Ready"));
  prepare_next (batch);
}

static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (StewardFormDialog) window = user_data;
  g_autoptr (GError) error = NULL;
  StewardPaperPreview *preview = steward_paper_preview_finish (result, &error);

  if (get_batch (window) != NULL)
    take_prepared (get_batch (window), preview, error);
  else
    steward_paper_preview_free (preview);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (StewardFormDialog) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = steward_paper_load_finish (STEWARD_SESSION (source), result, &error);
  Batch *batch = get_batch (window);

  if (batch == NULL)
    return;
  if (pdf == NULL)
    take_prepared (batch, NULL, error);
  else
    steward_paper_preview_open_async (pdf, FALSE, batch->roots, SCALE, batch->cancellable, prepared_cb,
                                      g_object_ref (window));
}

/* What one party signed is what the other signs; else it is the paper as it
 * would be drawn now. */
static const StewardDocument *
find_signed (Batch            *batch,
             const BatchPaper *paper)
{
  g_autoptr (GPtrArray) versions =
    steward_paper_list_versions (steward_session_get_project (batch->session), steward_paper_get_form (paper->kind),
                                 paper->subject);

  for (guint i = 0; i < versions->len; i++)
    {
      const StewardDocument *document = versions->pdata[i];

      if (document->state == STEWARD_DOCUMENT_SIGNED && *document->sha256 != '\0')
        return document;
    }
  return NULL;
}

static void
prepare_next (Batch *batch)
{
  BatchPaper *paper;
  const StewardDocument *document;

  if (batch->n_prepared == batch->papers->len)
    {
      steward_form_dialog_set_busy (batch->window, FALSE);
      if (count_ready (batch) == 0)
        finish (batch);
      return;
    }
  paper = g_ptr_array_index (batch->papers, batch->n_prepared);
  tell (paper, "content-loading-symbolic", _("Being drawn…"));
  document = find_signed (batch, paper);
  if (document != NULL)
    {
      paper->document = g_strdup (document->id);
      steward_paper_load_async (batch->session, document->sha256, batch->cancellable, loaded_cb,
                                g_object_ref (batch->window));
    }
  else
    {
      steward_paper_preview_async (batch->session, paper->kind, paper->subject, SCALE, batch->cancellable, prepared_cb,
                                   g_object_ref (batch->window));
    }
}

static void
signed_recorded_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (StewardFormDialog) window = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = steward_paper_record_finish (STEWARD_SESSION (source), result, &error);
  StewardProject *project = steward_session_get_project (STEWARD_SESSION (source));
  Batch *batch = get_batch (window);

  if (batch == NULL)
    return;
  steward_form_dialog_set_busy (window, FALSE);
  steward_form_dialog_tell (window, ids == NULL ? error->message : NULL);
  for (guint i = 0, n = 0; i < batch->papers->len; i++)
    {
      BatchPaper *paper = g_ptr_array_index (batch->papers, i);
      const StewardDocument *document;

      if (!paper->chosen)
        continue;
      document = ids != NULL ? steward_project_get_document (project, ids[n++]) : NULL;
      if (document != NULL && document->signatures->len > 0)
        {
          const StewardDocumentSignature *last =
            g_ptr_array_index (document->signatures, document->signatures->len - 1);
          g_autofree char *text = g_strdup_printf (_("Signed by %s, verified, and on record"), last->signer);

          tell (paper, "emblem-ok-symbolic", text);
        }
      else
        {
          tell (paper, "dialog-warning-symbolic", _("The signed paper was not recorded."));
        }
    }
  finish (batch);
}

/* The signed copies are documents of their own beside those that were signed. */
static void
signed_cb (StewardFormDialog *window,
           StewardSignDialog *dialog)
{
  GPtrArray *results = steward_sign_dialog_get_results (dialog);
  Batch *batch = get_batch (window);
  StewardProject *project;
  GPtrArray *records;

  if (batch == NULL)
    return;
  project = steward_session_get_project (batch->session);
  records = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_paper_record_free);
  for (guint i = 0, n = 0; i < batch->papers->len; i++)
    {
      BatchPaper *paper = g_ptr_array_index (batch->papers, i);
      const StewardSignResult *result = paper->chosen ? g_ptr_array_index (results, n++) : NULL;
      const StewardDocument *document = paper->document != NULL ? steward_project_get_document (project, paper->document) : NULL;
      StewardPaperRecord *record;

      if (result == NULL)
        continue;
      paper->chosen = result->pdf != NULL && document != NULL;
      if (!paper->chosen)
        {
          refuse (paper, result->problem != NULL ? result->problem : _("The paper is no longer on record."));
          continue;
        }
      record = steward_paper_record_of (document);
      record->state = STEWARD_DOCUMENT_SIGNED;
      record->file = g_bytes_ref (result->pdf);
      record->verify = TRUE;
      g_set_object (&record->roots, batch->roots);
      g_ptr_array_add (records, record);
    }
  steward_form_dialog_set_busy (window, TRUE);
  steward_paper_record_async (batch->session, records, signed_recorded_cb, g_object_ref (window));
}

static void
open_dialog (Batch *batch)
{
  GtkWindow *dialog = NULL;

  for (guint i = 0; i < batch->papers->len; i++)
    {
      BatchPaper *paper = g_ptr_array_index (batch->papers, i);

      paper->chosen = FALSE;
      if (paper->preview == NULL)
        continue;
      paper->chosen = dialog == NULL || steward_sign_dialog_add (STEWARD_SIGN_DIALOG (dialog), paper->preview->pdf,
                                                                 paper->preview->verification);
      if (dialog == NULL)
        dialog = steward_sign_dialog_new (GTK_WINDOW (batch->window), NULL, paper->preview);
      else if (!paper->chosen)
        refuse (paper, _("Is to be signed by somebody else than the papers above."));
    }
  g_signal_connect_object (dialog, "signed", G_CALLBACK (signed_cb), batch->window, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

static void
recorded_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (StewardFormDialog) window = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = steward_paper_record_finish (STEWARD_SESSION (source), result, &error);
  Batch *batch = get_batch (window);

  if (batch == NULL)
    return;
  steward_form_dialog_set_busy (window, FALSE);
  if (ids == NULL)
    {
      steward_form_dialog_tell (window, error->message);
      return;
    }
  for (guint i = 0; i < batch->papers->len; i++)
    {
      BatchPaper *paper = g_ptr_array_index (batch->papers, i);

      if (paper->preview != NULL && paper->document == NULL)
        paper->document = g_strdup (ids[paper->place]);
    }
  open_dialog (batch);
}

/* Appends what puts the drawing on record, unless it is there. */
static void
add_drawing (Batch      *batch,
             BatchPaper *paper,
             GPtrArray  *records)
{
  StewardProject *project = steward_session_get_project (batch->session);
  const char *form = steward_paper_get_form (paper->kind);
  const StewardDocument *same = steward_paper_find_version (project, form, paper->subject, paper->preview->sha256);
  StewardPaperRecord *drawing;

  if (same != NULL && same->state != STEWARD_DOCUMENT_REPLACED)
    {
      paper->document = g_strdup (same->id);
      return;
    }
  paper->place = records->len;
  if (same != NULL)
    {
      g_ptr_array_add (records, steward_paper_record_change (same, STEWARD_DOCUMENT_MADE));
      return;
    }
  drawing = steward_paper_record_new (form, paper->subject, paper->title);
  drawing->name = g_strdup (paper->file_name);
  drawing->file = g_bytes_ref (paper->preview->pdf);
  steward_paper_record_add_drawing (records, project, drawing);
}

/* What is signed is on record before. */
static void
accepted_cb (StewardFormDialog *window)
{
  Batch *batch = get_batch (window);
  GPtrArray *records;

  if (batch->done)
    {
      gtk_window_destroy (GTK_WINDOW (window));
      return;
    }
  records = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_paper_record_free);
  for (guint i = 0; i < batch->papers->len; i++)
    {
      BatchPaper *paper = g_ptr_array_index (batch->papers, i);

      if (paper->preview != NULL && paper->document == NULL)
        add_drawing (batch, paper, records);
    }
  if (records->len == 0)
    {
      g_ptr_array_unref (records);
      open_dialog (batch);
      return;
    }
  steward_form_dialog_set_busy (window, TRUE);
  steward_paper_record_async (batch->session, records, recorded_cb, g_object_ref (window));
}

/* Whoever closes the window stops the drawing. */
static void
closed_cb (StewardFormDialog *window)
{
  g_object_set_data (G_OBJECT (window), "batch", NULL);
}

StewardFormDialog *
steward_sign_batch_new (GtkWindow      *parent,
                        StewardSession *session,
                        GFile          *roots)
{
  StewardFormDialog *window;
  Batch *batch;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (STEWARD_IS_SESSION (session), NULL);
  g_return_val_if_fail (roots == NULL || G_IS_FILE (roots), NULL);

  window = steward_form_dialog_new (parent, _("Sign Papers"), NULL, _("_Sign…"));
  batch = g_new0 (Batch, 1);
  batch->window = window;
  batch->session = g_object_ref (session);
  g_set_object (&batch->roots, roots);
  batch->papers = g_ptr_array_new_with_free_func ((GDestroyNotify) paper_free);
  batch->cancellable = g_cancellable_new ();
  g_object_set_data_full (G_OBJECT (window), "batch", batch, (GDestroyNotify) batch_free);
  g_signal_connect (window, "accepted", G_CALLBACK (accepted_cb), NULL);
  g_signal_connect (window, "unrealize", G_CALLBACK (closed_cb), NULL);
  return window;
}

void
steward_sign_batch_add (StewardFormDialog *window,
                        StewardPaperKind   kind,
                        const char        *subject,
                        const char        *title,
                        const char        *file_name)
{
  g_autofree char *markup = NULL;
  BatchPaper *paper;

  g_return_if_fail (STEWARD_IS_FORM_DIALOG (window) && get_batch (window) != NULL);
  g_return_if_fail (subject != NULL && title != NULL && file_name != NULL);

  paper = g_new0 (BatchPaper, 1);
  paper->kind = kind;
  paper->subject = g_strdup (subject);
  paper->title = g_strdup (title);
  paper->file_name = g_strdup (file_name);
  paper->row = adw_action_row_new ();
  paper->icon = GTK_IMAGE (gtk_image_new ());
  markup = g_markup_escape_text (title, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (paper->row), markup);
  adw_action_row_add_prefix (ADW_ACTION_ROW (paper->row), GTK_WIDGET (paper->icon));
  steward_form_dialog_add (window, paper->row);
  g_ptr_array_add (get_batch (window)->papers, paper);
}

void
steward_sign_batch_start (StewardFormDialog *window)
{
  Batch *batch;

  g_return_if_fail (STEWARD_IS_FORM_DIALOG (window));

  batch = get_batch (window);
  g_return_if_fail (batch != NULL && batch->papers->len > 0);

  gtk_window_present (GTK_WINDOW (window));
  steward_form_dialog_set_busy (window, TRUE);
  prepare_next (batch);
}
