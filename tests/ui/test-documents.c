/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Papers on record: drawn, signed, scanned, compared. */
#include <gtk/gtkunixprint.h>
#include <string.h>

#include "picture-fixture.h"
#include "signature-fixture.h"
#include "steward-adjustments.h"
#include "steward-archive.h"
#include "steward-documents-page.h"
#include "steward-entrustment-box.h"
#include "steward-file.h"
#include "steward-paper-versions.h"
#include "steward-paper-window.h"
#include "steward-plan-text.h"
#include "steward-scan-dialog.h"
#include "steward-sign-dialog.h"
#include "ui-papers.h"

/* Without the signature and the steps of the sample. */
static void
forget_entrustment (Desk *desk)
{
  StewardProject *project = desk_get_project (desk);
  g_autoptr (GPtrArray) steps = steward_project_list_steps (project);
  const StewardEntrustment *now = steward_project_get_entrustment (project);
  g_auto (GStrv) stages = g_strdupv (now->stages);
  g_auto (GStrv) items = g_strdupv (now->items);
  const StewardEntrustment value = { stages, items, STEWARD_DAY_NONE };

  for (guint i = steps->len; i-- > 0;)
    steward_project_remove_step (project, ((const StewardEntrustmentStep *) steps->pdata[i])->number);
  steward_project_set_entrustment (project, &value);
  ui_test_settle ();
}

static void
test_record (Desk          *desk,
             gconstpointer  data)
{
  GtkWidget *page = papers_open_page (desk);
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GBytes) kept = NULL;
  const StewardDocument *document;
  g_autofree char *id = NULL;
  StewardEntrustmentStatus status;

  forget_entrustment (desk);
  ui_test_wait (papers_is_drawn, page);
  papers_press (page, "record_button");
  papers_wait_versions (desk, 1);
  versions = papers_list (desk);
  document = versions->pdata[0];
  id = g_strdup (document->id);
  g_assert_cmpint (document->state, ==, STEWARD_DOCUMENT_MADE);
  kept = papers_read_stored (desk, document->sha256);
  g_assert_cmpmem (g_bytes_get_data (kept, NULL), 5, "%PDF-", 5);
  steward_entrustment_replay (desk_get_project (desk), STEWARD_DAY_NONE, &status);
  g_assert_cmpint (status.state, ==, STEWARD_ENTRUSTMENT_DRAFTED);

  /* The same drawing is recorded once; another one takes its place. */
  ui_test_wait (papers_is_drawn, page);
  papers_press (page, "record_button");
  ui_test_settle ();
  papers_wait_versions (desk, 1);
  steward_project_set_fact (desk_get_project (desk), STEWARD_FACT_CONTACT, "虚构联系人");
  ui_test_settle ();
  ui_test_wait (papers_is_drawn, page);
  papers_press (page, "record_button");
  papers_wait_versions (desk, 2);
  g_clear_pointer (&versions, g_ptr_array_unref);
  versions = papers_list (desk);
  for (guint i = 0; i < 2; i++)
    {
      const StewardDocument *one = versions->pdata[i];

      g_assert_cmpint (one->state, ==, g_str_equal (one->id, id) ? STEWARD_DOCUMENT_REPLACED
                                                                           : STEWARD_DOCUMENT_MADE);
    }
}

static gboolean
is_shown (gpointer window)
{
  return steward_paper_window_get_preview (window) != NULL
         && steward_paper_window_get_match (window) != STEWARD_MATCH_NONE;
}

/* The window turns to the signed copy by itself. */
static gboolean
shows_signed (gpointer window)
{
  return is_shown (window) && steward_paper_window_get_preview (window)->verification->signatures->len == 1;
}

static const StewardDocument *
find_signed (Desk  *desk,
             guint  n_signatures)
{
  g_autoptr (GPtrArray) versions = papers_list (desk);

  for (guint i = 0; i < versions->len; i++)
    if (((const StewardDocument *) versions->pdata[i])->signatures->len == n_signatures)
      return versions->pdata[i];
  g_error ("no version has %u signatures", n_signatures);
}

/* An entrustment is effective on the day on which the unit signs. */
static void
test_unit_signs (Desk          *desk,
                 gconstpointer  data)
{
  GtkWidget *page = papers_open_page (desk);
  const StewardDocument *document;
  StewardEntrustmentStatus status;

  forget_entrustment (desk);
  ui_test_wait (papers_is_drawn, page);
  papers_press (page, "sign_button");
  papers_sign_in_window (papers_keys->unit_p12);
  papers_wait_versions (desk, 2);
  document = find_signed (desk, 1);
  g_assert_cmpint (document->state, ==, STEWARD_DOCUMENT_SIGNED);
  g_assert_cmpstr (((StewardDocumentSignature *) document->signatures->pdata[0])->field, ==, "unit");
  g_assert_cmpstr (((StewardDocumentSignature *) document->signatures->pdata[0])->signer, ==, "虚构建设公司");
  steward_entrustment_replay (desk_get_project (desk), STEWARD_DAY_NONE, &status);
  g_assert_cmpint (status.state, ==, STEWARD_ENTRUSTMENT_IN_FORCE);
  g_assert_cmpint (steward_project_get_entrustment (desk_get_project (desk))->signed_on, ==,
                   steward_day_from_ymd (2026, 8, 12));
}

/* Both parties sign in the window; each copy is on record, none is rewritten. */
static void
test_both_sign (Desk          *desk,
                gconstpointer  data)
{
  GtkWidget *page, *window;
  const StewardDocument *both;
  g_autofree char *first_hash = NULL;
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  papers_kind = STEWARD_PAPER_CLOSING;
  page = papers_open_page (desk);
  papers_press (page, "sign_button");
  papers_sign_in_window (papers_keys->unit_p12);
  papers_wait_versions (desk, 2);
  first_hash = g_strdup (find_signed (desk, 1)->sha256);
  window = papers_find_window (STEWARD_TYPE_PAPER_WINDOW);
  ui_test_wait (shows_signed, window);
  g_assert_cmpint (steward_paper_window_get_match (STEWARD_PAPER_WINDOW (window)), ==, STEWARD_MATCH_SAME);
  gtk_widget_activate_action (window, "paper.sign", NULL);
  papers_sign_in_window (papers_keys->steward_p12);
  papers_wait_versions (desk, 3);
  both = find_signed (desk, 2);
  g_assert_cmpstr (both->sha256, !=, first_hash);
  g_assert_cmpstr (both->of, ==, find_signed (desk, 1)->id);
  first = papers_read_stored (desk, first_hash);
  second = papers_read_stored (desk, both->sha256);
  g_assert_cmpmem (g_bytes_get_data (second, NULL), g_bytes_get_size (first), g_bytes_get_data (first, NULL),
                   g_bytes_get_size (first));
  gtk_window_destroy (GTK_WINDOW (window));
  papers_kind = STEWARD_PAPER_ENTRUSTMENT;
}

static StewardPaperMatch
match_of (Desk   *desk,
          GBytes *pdf)
{
  g_autofree char *path = test_put (papers_keys, "outside.pdf", pdf);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *window = GTK_WIDGET (steward_paper_window_new (NULL, NULL, desk_get_session (desk), file));
  StewardPaperMatch match;

  gtk_window_present (GTK_WINDOW (window));
  ui_test_wait (is_shown, window);
  match = steward_paper_window_get_match (STEWARD_PAPER_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_settle ();
  return match;
}

/* A file from outside against the record: the same, cut off, changed, gone on. */
static void
test_match (Desk          *desk,
            gconstpointer  data)
{
  GtkWidget *page = papers_open_page (desk);
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GBytes) made = NULL;
  g_autoptr (GBytes) both = NULL;
  g_autoptr (GBytes) signed_once = NULL;
  g_autoptr (GBytes) changed = NULL;
  gssize at;

  papers_press (page, "record_button");
  papers_wait_versions (desk, 1);
  versions = papers_list (desk);
  made = papers_read_stored (desk, ((const StewardDocument *) versions->pdata[0])->sha256);
  g_assert_cmpint (match_of (desk, made), ==, STEWARD_MATCH_SAME);
  signed_once = test_sign (made, STEWARD_FIELD_UNIT, papers_keys->unit);
  g_assert_cmpint (match_of (desk, signed_once), ==, STEWARD_MATCH_CONTINUED);

  ui_test_wait (papers_is_drawn, page);
  papers_press (page, "sign_button");
  papers_sign_in_window (papers_keys->unit_p12);
  papers_wait_versions (desk, 2);
  gtk_window_destroy (GTK_WINDOW (papers_find_window (STEWARD_TYPE_PAPER_WINDOW)));
  /* The drawing itself is on record still, but with another signature than the
   * recorded one it is another paper. */
  g_assert_cmpint (match_of (desk, signed_once), ==, STEWARD_MATCH_DIFFERENT);
  both = papers_read_stored (desk, find_signed (desk, 1)->sha256);
  /* In the comment of the second line, which no reader minds. */
  at = test_find (both, "\n%", 0);
  g_assert_cmpint (at, >, 0);
  changed = test_overwrite (both, at + 3, "~", 1);
  g_assert_cmpint (match_of (desk, changed), ==, STEWARD_MATCH_DIFFERENT);
}

static GFile *
put_picture (const char *name,
             GBytes     *picture)
{
  g_autofree char *path = test_put (papers_keys, name, picture);

  return g_file_new_for_path (path);
}

static void
test_scan (Desk          *desk,
           gconstpointer  data)
{
  GtkWidget *page = papers_open_page (desk);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GBytes) one = test_jpeg (300, 400, 6, 0, FALSE);
  g_autoptr (GBytes) other = test_png (300, 400, TEST_PNG_RGB);
  g_autoptr (GBytes) kept = NULL;
  const StewardDocument *scan = NULL;
  GtkEditable *day;
  StewardFormDialog *dialog;

  forget_entrustment (desk);
  ui_test_wait (papers_is_drawn, page);
  papers_press (page, "record_button");
  papers_wait_versions (desk, 1);
  g_ptr_array_add (files, put_picture ("scan.jpg", one));
  g_ptr_array_add (files, put_picture ("scan.png", other));
  steward_documents_page_attach (STEWARD_DOCUMENTS_PAGE (page), files);
  dialog = STEWARD_FORM_DIALOG (papers_find_window (STEWARD_TYPE_FORM_DIALOG));
  day = GTK_EDITABLE (ui_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW));
  gtk_editable_set_text (day, "2027-01-01");
  steward_form_dialog_accept (dialog);
  g_assert_cmpstr (steward_form_dialog_get_message (dialog), !=, "");
  gtk_editable_set_text (day, "2026-08-11");
  steward_form_dialog_accept (dialog);
  papers_wait_until_gone (STEWARD_TYPE_FORM_DIALOG);
  papers_wait_versions (desk, 2);

  versions = papers_list (desk);
  for (guint i = 0; i < 2; i++)
    if (((const StewardDocument *) versions->pdata[i])->state == STEWARD_DOCUMENT_SCANNED)
      scan = versions->pdata[i];
  g_assert_nonnull (scan);
  g_assert_cmpstr (scan->of, !=, "");
  g_assert_cmpint (scan->day, ==, steward_day_from_ymd (2026, 8, 11));
  kept = papers_read_stored (desk, scan->sha256);
  g_assert_cmpuint (test_find_bytes (kept, one), !=, G_MAXSIZE);
}

/* What is no scan is said, and nothing is recorded. */
static void
test_no_scan (Desk          *desk,
              gconstpointer  data)
{
  GtkWidget *page = papers_open_page (desk);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GBytes) text = g_bytes_new_static ("hello", 5);
  StewardFormDialog *dialog;

  g_ptr_array_add (files, put_picture ("text.jpg", text));
  steward_documents_page_attach (STEWARD_DOCUMENTS_PAGE (page), files);
  dialog = STEWARD_FORM_DIALOG (papers_find_window (STEWARD_TYPE_FORM_DIALOG));
  steward_form_dialog_accept (dialog);
  while (*steward_form_dialog_get_message (dialog) == '\0')
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (steward_form_dialog_get_message (dialog), "text.jpg"));
  gtk_window_close (GTK_WINDOW (dialog));
  ui_test_settle ();
  papers_wait_versions (desk, 0);
}

static StewardFormDialog *
take (Desk                   *desk,
      StewardEntrustmentKind  kind,
      guint                   choice)
{
  StewardFormDialog *dialog = steward_entrustment_ask (GTK_WINDOW (desk->window), desk_get_session (desk), kind);
  GtkWidget *drop_down = ui_test_find (GTK_WIDGET (dialog), GTK_TYPE_DROP_DOWN);

  ui_test_settle ();
  if (drop_down != NULL)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), choice);
  steward_form_dialog_accept (dialog);
  return papers_find_window (STEWARD_TYPE_FORM_DIALOG) != NULL ? dialog : NULL;
}

static guint
find_reminded_ground (StewardProject *project)
{
  GPtrArray *grounds = steward_pack_get_suspension_grounds (steward_project_get_pack (project));

  for (guint i = 0; i < grounds->len; i++)
    if (steward_named_get (grounds->pdata[i], "needs_reminder") != NULL)
      return i;
  g_assert_not_reached ();
}

/* Through the life of an entrustment; what cannot be is said with the reason. */
static void
test_life (Desk          *desk,
           gconstpointer  data)
{
  const StewardReceipt contract = { (char *) "jc.s1.land.transfer-contract", steward_day_from_ymd (2026, 8, 10), NULL, NULL };
  StewardProject *project;
  StewardFormDialog *refused;
  guint ground;

  papers_open_page (desk);
  forget_entrustment (desk);
  project = desk_get_project (desk);
  ground = find_reminded_ground (project);
  g_assert_null (take (desk, STEWARD_ENTRUSTMENT_STEP_DRAFTED, 0));
  refused = take (desk, STEWARD_ENTRUSTMENT_STEP_SUSPENDED, ground);
  g_assert_nonnull (refused);
  gtk_window_destroy (GTK_WINDOW (refused));
  /* Not before the paper that the notice names is there, or a reason. */
  refused = take (desk, STEWARD_ENTRUSTMENT_STEP_SIGNED, 0);
  g_assert_nonnull (refused);
  g_assert_nonnull (strstr (steward_form_dialog_get_message (refused), "all the same"));
  gtk_window_destroy (GTK_WINDOW (refused));
  g_assert_true (steward_project_put_receipt (project, &contract, NULL));
  g_assert_null (take (desk, STEWARD_ENTRUSTMENT_STEP_SIGNED, 0));
  g_assert_cmpint (steward_project_get_entrustment (project)->signed_on, ==, steward_day_from_ymd (2026, 8, 12));
  refused = take (desk, STEWARD_ENTRUSTMENT_STEP_SUSPENDED, ground);
  g_assert_nonnull (refused);
  g_assert_nonnull (strstr (steward_form_dialog_get_message (refused), "reminder"));
  gtk_window_destroy (GTK_WINDOW (refused));
  g_assert_cmpint (steward_project_get_state (project), ==, STEWARD_STATE_OPEN);
  g_assert_null (take (desk, STEWARD_ENTRUSTMENT_STEP_REMINDED, 0));
  g_assert_null (take (desk, STEWARD_ENTRUSTMENT_STEP_SUSPENDED, ground));
  g_assert_cmpint (steward_project_get_state (project), ==, STEWARD_STATE_SUSPENDED);
  g_assert_null (take (desk, STEWARD_ENTRUSTMENT_STEP_RESUMED, 0));
  g_assert_cmpint (steward_project_get_state (project), ==, STEWARD_STATE_OPEN);
  g_assert_null (take (desk, STEWARD_ENTRUSTMENT_STEP_CLOSED, 0));
  g_assert_cmpint (steward_project_get_state (project), ==, STEWARD_STATE_CLOSED);
  ui_test_wait (desk_is_settled, desk);
}

static gboolean
is_archived (gpointer data)
{
  return g_file_query_exists (data, NULL);
}

/* The archive of the window holds the very file that is on record. */
static void
test_archive (Desk          *desk,
              gconstpointer  data)
{
  GtkWidget *page = papers_open_page (desk);
  g_autofree char *path = g_build_filename (papers_keys->folder, "archive.zip", NULL);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (StewardArchiveReport) report = NULL;
  g_autoptr (GBytes) zip = NULL;
  g_autoptr (GError) error = NULL;

  papers_press (page, "record_button");
  papers_wait_versions (desk, 1);
  steward_window_archive (desk->window, target);
  ui_test_wait (is_archived, target);
  report = steward_archive_verify (target, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->findings->len, ==, 0);
  g_assert_cmpuint (report->n_files, >, 8);
  /* What is on record is the paper; it is not drawn once more. */
  zip = steward_file_read (target, STEWARD_PDF_MAX_BYTES, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (test_find (zip, "entrustment-made-", 0), >, 0);
  g_assert_cmpint (test_find (zip, "-entrustment.pdf", 0), <, 0);
}

int
main (int    argc,
      char **argv)
{
  int status;

  ui_test_init (&argc, &argv);
  papers_keys = test_keys_new ();
  g_test_add ("/documents/a-drawing-is-recorded-once", Desk, NULL, desk_set_up, test_record, desk_tear_down);
  g_test_add ("/documents/an-entrustment-is-signed", Desk, NULL, desk_set_up, test_unit_signs, desk_tear_down);
  g_test_add ("/documents/both-sign-and-all-is-on-record", Desk, NULL, desk_set_up, test_both_sign, desk_tear_down);
  g_test_add ("/documents/files-are-compared-with-the-record", Desk, NULL, desk_set_up, test_match, desk_tear_down);
  g_test_add ("/documents/what-came-back-on-paper-is-attached", Desk, NULL, desk_set_up, test_scan, desk_tear_down);
  g_test_add ("/documents/what-is-no-scan-is-said", Desk, NULL, desk_set_up, test_no_scan, desk_tear_down);
  g_test_add ("/documents/an-entrustment-lives", Desk, NULL, desk_set_up, test_life, desk_tear_down);
  g_test_add ("/documents/the-archive-has-what-is-on-record", Desk, NULL, desk_set_up, test_archive, desk_tear_down);
  status = g_test_run ();
  test_keys_free (papers_keys);
  return status;
}
