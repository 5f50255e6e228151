/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-paper-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "steward-error.h"
#include "steward-paper-follow.h"
#include "steward-paper-versions.h"

/* Most files that are read to tell which document something is. */
#define MAX_COMPARED 200

StewardPaperRecord *
steward_paper_record_new (const char *form,
                          const char *subject,
                          const char *title)
{
  StewardPaperRecord *self;

  g_return_val_if_fail (form != NULL && title != NULL, NULL);

  self = g_new0 (StewardPaperRecord, 1);
  self->form = g_strdup (form);
  self->subject = g_strdup (subject != NULL ? subject : "");
  self->title = g_strdup (title);
  self->day = steward_day_today ();
  return self;
}

StewardPaperRecord *
steward_paper_record_of (const StewardDocument *document)
{
  StewardPaperRecord *self;

  g_return_val_if_fail (document != NULL, NULL);

  self = steward_paper_record_new (document->form, document->subject, document->title);
  self->name = g_strdup (document->name);
  self->of = g_strdup (document->id);
  return self;
}

static void
signature_free (StewardDocumentSignature *signature)
{
  g_free (signature->field);
  g_free (signature->signer);
  g_free (signature->time);
  g_free (signature->verdict);
  g_free (signature);
}

static void
add_signature (GPtrArray  *list,
               const char *field,
               const char *signer,
               char       *time,
               const char *verdict)
{
  StewardDocumentSignature *signature = g_new0 (StewardDocumentSignature, 1);

  signature->field = g_strdup (field);
  signature->signer = g_strdup (signer != NULL ? signer : "");
  signature->time = time;
  signature->verdict = g_strdup (verdict);
  g_ptr_array_add (list, signature);
}

StewardPaperRecord *
steward_paper_record_change (const StewardDocument *document,
                             StewardDocumentState   state)
{
  StewardPaperRecord *self;

  g_return_val_if_fail (document != NULL, NULL);

  self = steward_paper_record_new (document->form, document->subject, document->title);
  self->id = g_strdup (document->id);
  self->name = g_strdup (document->name);
  self->of = g_strdup (document->of);
  self->state = state;
  self->day = document->day;
  self->signatures = g_ptr_array_new_with_free_func ((GDestroyNotify) signature_free);
  for (guint i = 0; i < document->signatures->len; i++)
    {
      const StewardDocumentSignature *signature = document->signatures->pdata[i];

      add_signature (self->signatures, signature->field, signature->signer, g_strdup (signature->time),
                     signature->verdict);
    }
  return self;
}

void
steward_paper_record_add_drawing (GPtrArray          *records,
                                  StewardProject     *project,
                                  StewardPaperRecord *drawing)
{
  g_autoptr (GPtrArray) versions = NULL;

  g_return_if_fail (records != NULL && drawing != NULL);
  g_return_if_fail (STEWARD_IS_PROJECT (project));

  g_ptr_array_add (records, drawing);
  versions = steward_paper_list_versions (project, drawing->form, drawing->subject);
  for (guint i = 0; i < versions->len; i++)
    {
      const StewardDocument *document = versions->pdata[i];

      if (document->state == STEWARD_DOCUMENT_MADE || document->state == STEWARD_DOCUMENT_PRINTED)
        g_ptr_array_add (records, steward_paper_record_change (document, STEWARD_DOCUMENT_REPLACED));
    }
}

void
steward_paper_record_free (StewardPaperRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->form);
  g_free (self->subject);
  g_free (self->title);
  g_free (self->name);
  g_free (self->of);
  g_clear_pointer (&self->file, g_bytes_unref);
  g_clear_object (&self->roots);
  g_clear_pointer (&self->signatures, g_ptr_array_unref);
  g_free (self);
}

static GPtrArray *
list_signatures (const StewardPdfVerification *verification)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) signature_free);

  for (guint i = 0; i < verification->signatures->len; i++)
    {
      const StewardPdfSignature *signature = verification->signatures->pdata[i];

      add_signature (list, signature->field, signature->signer,
                     signature->time != NULL ? g_date_time_format_iso8601 (signature->time) : g_strdup (""),
                     steward_pdf_verdict_get_id (verification->verdict));
    }
  return list;
}

/* Files one after the other, then the documents. */
typedef struct
{
  GPtrArray *records;   /* StewardPaperRecord */
  GPtrArray *hashes;    /* SHA-256 of each file */
} Recording;

static void
recording_free (Recording *recording)
{
  g_ptr_array_unref (recording->records);
  g_clear_pointer (&recording->hashes, g_ptr_array_unref);
  g_free (recording);
}

static gboolean
put_document (StewardSession            *session,
              const StewardPaperRecord  *record,
              const char                *id,
              const char                *sha256,
              GError                   **error)
{
  StewardProject *project = steward_session_get_project (session);
  const StewardDocument *old = record->id != NULL ? steward_project_get_document (project, record->id) : NULL;
  const StewardDocument document = {
    .id = (char *) id, .form = record->form, .subject = record->subject, .title = record->title,
    .state = record->state, .day = record->day,
    .sha256 = (char *) (sha256 != NULL ? sha256 : old != NULL ? old->sha256 : ""),
    .name = record->name != NULL ? record->name : (char *) "", .of = record->of != NULL ? record->of : (char *) "",
    .by = (char *) steward_session_get_actor (session), .at = NULL, .signatures = record->signatures,
  };

  return steward_project_put_document (project, &document, error);
}

static void
put_documents (GTask *task)
{
  StewardSession *session = g_task_get_source_object (task);
  StewardKeeper *keeper = steward_session_get_keeper (session);
  const Recording *recording = g_task_get_task_data (task);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  GError *error = NULL;

  if (keeper != NULL)
    steward_keeper_flush (keeper);
  for (guint i = 0; i < recording->records->len; i++)
    {
      const StewardPaperRecord *record = recording->records->pdata[i];
      g_autofree char *id = record->id != NULL ? g_strdup (record->id) : g_uuid_string_random ();

      if (!put_document (session, record, id, recording->hashes->pdata[i], &error))
        {
          g_task_return_error (task, error);
          return;
        }
      steward_paper_follow (steward_session_get_project (session),
                            steward_project_get_document (steward_session_get_project (session), id));
      g_strv_builder_add (ids, id);
    }
  if (keeper != NULL)
    steward_keeper_flush (keeper);
  g_task_return_pointer (task, g_strv_builder_end (ids), (GDestroyNotify) g_strfreev);
}

/* A paper from elsewhere that cannot be verified holds no signature that is
 * worth a record. */
static void
read_signatures (StewardPaperRecord *record)
{
  g_autoptr (StewardTrust) trust = record->roots != NULL ? steward_trust_load (record->roots, NULL) : NULL;
  g_autoptr (StewardPdfVerification) verification = steward_pdf_verify (record->file, trust, NULL, NULL);

  if (verification != NULL && verification->signatures->len > 0)
    record->signatures = list_signatures (verification);
}

/* On the worker: the files first, so that none that is on record is missing. */
static gpointer
put_files (StewardDatabase  *database,
           gpointer          data,
           GCancellable     *cancellable,
           GError          **error)
{
  GPtrArray *records = data;
  g_autoptr (GPtrArray) hashes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < records->len; i++)
    {
      StewardPaperRecord *record = records->pdata[i];
      char *sha256 = record->file != NULL ? steward_database_put_file (database, record->file, error) : NULL;

      if (record->file != NULL && sha256 == NULL)
        return NULL;
      g_ptr_array_add (hashes, sha256);
      if (record->verify && record->file != NULL)
        read_signatures (record);
    }
  return g_steal_pointer (&hashes);
}

static void
files_put_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Recording *recording = g_task_get_task_data (task);
  GError *error = NULL;

  recording->hashes = steward_store_run_finish (STEWARD_STORE (source), result, &error);
  if (recording->hashes == NULL)
    g_task_return_error (task, error);
  else
    put_documents (task);
}

static StewardStore *
get_store (StewardSession *session)
{
  StewardKeeper *keeper = steward_session_get_keeper (session);

  return keeper != NULL ? steward_keeper_get_store (keeper) : NULL;
}

static gboolean
need_store (GTask *task)
{
  if (get_store (g_task_get_source_object (task)) != NULL)
    return TRUE;
  g_task_return_new_error (task, STEWARD_ERROR, STEWARD_ERROR_INVALID, "%s",
                           _("This project is kept in no database, so papers cannot be recorded."));
  return FALSE;
}

void
steward_paper_record_async (StewardSession      *session,
                            GPtrArray           *records,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Recording *recording;

  g_return_if_fail (STEWARD_IS_SESSION (session));
  g_return_if_fail (records != NULL && records->len > 0);

  recording = g_new0 (Recording, 1);
  recording->records = records;
  task = g_task_new (session, NULL, callback, user_data);
  g_task_set_source_tag (task, steward_paper_record_async);
  g_task_set_task_data (task, recording, (GDestroyNotify) recording_free);
  if (need_store (task))
    steward_store_run_async (get_store (session), STEWARD_STORE_WRITE, put_files, g_ptr_array_ref (records),
                             (GDestroyNotify) g_ptr_array_unref, (GDestroyNotify) g_ptr_array_unref, NULL,
                             files_put_cb, g_object_ref (task));
}

GStrv
steward_paper_record_finish (StewardSession  *session,
                             GAsyncResult    *result,
                             GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
read_file (StewardDatabase  *database,
           gpointer          data,
           GCancellable     *cancellable,
           GError          **error)
{
  return steward_database_read_file (database, data, error);
}

/* Passes on what the worker says. */
static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GBytes *bytes = steward_store_run_finish (STEWARD_STORE (source), result, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

void
steward_paper_load_async (StewardSession      *session,
                          const char          *sha256,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (STEWARD_IS_SESSION (session));
  g_return_if_fail (sha256 != NULL);

  task = g_task_new (session, cancellable, callback, user_data);
  g_task_set_source_tag (task, steward_paper_load_async);
  if (need_store (task))
    steward_store_run_async (get_store (session), STEWARD_STORE_READ, read_file, g_strdup (sha256), g_free,
                             (GDestroyNotify) g_bytes_unref, cancellable, read_cb, g_object_ref (task));
}

GBytes *
steward_paper_load_finish (StewardSession  *session,
                           GAsyncResult    *result,
                           GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* What is on record, newest first, and what it is compared with. */
typedef struct
{
  GBytes    *pdf;
  char      *identifier;
  GPtrArray *hashes;
} Comparison;

static void
comparison_free (Comparison *comparison)
{
  g_bytes_unref (comparison->pdf);
  g_free (comparison->identifier);
  g_ptr_array_unref (comparison->hashes);
  g_free (comparison);
}

static gboolean
begins_with (GBytes *bytes,
             GBytes *start)
{
  gsize length = g_bytes_get_size (start);

  return length <= g_bytes_get_size (bytes)
         && memcmp (g_bytes_get_data (bytes, NULL), g_bytes_get_data (start, NULL), length) == 0;
}

/* The newest one on record that says it is the same document decides. */
static gpointer
compare_files (StewardDatabase  *database,
               gpointer          data,
               GCancellable     *cancellable,
               GError          **error)
{
  const Comparison *comparison = data;
  StewardPaperMatch match = STEWARD_MATCH_NONE;

  for (guint i = 0; i < comparison->hashes->len && match == STEWARD_MATCH_NONE; i++)
    {
      g_autoptr (GBytes) file = steward_database_read_file (database, comparison->hashes->pdata[i], NULL);
      g_autoptr (StewardPdfVerification) verification = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      verification = file != NULL ? steward_pdf_verify (file, NULL, cancellable, NULL) : NULL;
      if (verification != NULL && g_strcmp0 (verification->identifier, comparison->identifier) == 0)
        match = begins_with (comparison->pdf, file) ? STEWARD_MATCH_CONTINUED : STEWARD_MATCH_DIFFERENT;
    }
  return GINT_TO_POINTER (match + 1);
}

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  int match = GPOINTER_TO_INT (steward_store_run_finish (STEWARD_STORE (source), result, &error));

  if (match > 0)
    g_task_return_int (task, match - 1);
  else
    g_task_return_error (task, error);
}

/* Hashes of what is on record, newest first; NULL when @sha256 is among them. */
static GPtrArray *
list_hashes (StewardSession *session,
             const char     *sha256)
{
  g_autoptr (GPtrArray) documents = steward_project_list_documents (steward_session_get_project (session));
  g_autoptr (GPtrArray) hashes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = documents->len; i-- > 0;)
    {
      const StewardDocument *document = documents->pdata[i];

      if (g_str_equal (document->sha256, sha256))
        return NULL;
      if (*document->sha256 != '\0' && hashes->len < MAX_COMPARED)
        g_ptr_array_add (hashes, g_strdup (document->sha256));
    }
  return g_steal_pointer (&hashes);
}

void
steward_paper_match_async (StewardSession      *session,
                           GBytes              *pdf,
                           const char          *sha256,
                           const char          *identifier,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  GPtrArray *hashes;
  Comparison *comparison;

  g_return_if_fail (STEWARD_IS_SESSION (session));
  g_return_if_fail (pdf != NULL && sha256 != NULL);

  task = g_task_new (session, cancellable, callback, user_data);
  g_task_set_source_tag (task, steward_paper_match_async);
  hashes = list_hashes (session, sha256);
  if (hashes == NULL || identifier == NULL || get_store (session) == NULL)
    {
      g_task_return_int (task, hashes == NULL ? STEWARD_MATCH_SAME : STEWARD_MATCH_NONE);
      g_clear_pointer (&hashes, g_ptr_array_unref);
      return;
    }
  comparison = g_new0 (Comparison, 1);
  comparison->pdf = g_bytes_ref (pdf);
  comparison->identifier = g_strdup (identifier);
  comparison->hashes = hashes;
  steward_store_run_async (get_store (session), STEWARD_STORE_READ, compare_files, comparison,
                           (GDestroyNotify) comparison_free, NULL, cancellable, compared_cb, g_object_ref (task));
}

StewardPaperMatch
steward_paper_match_finish (StewardSession  *session,
                            GAsyncResult    *result,
                            GError         **error)
{
  gssize match;

  g_return_val_if_fail (g_task_is_valid (result, session), STEWARD_MATCH_NONE);

  match = g_task_propagate_int (G_TASK (result), error);
  return match < 0 ? STEWARD_MATCH_NONE : match;
}
