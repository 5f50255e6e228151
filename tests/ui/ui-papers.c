/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-papers.h"

#include "steward-sign-dialog.h"

TestKeys *papers_keys;
StewardPaperKind papers_kind = STEWARD_PAPER_ENTRUSTMENT;

GtkWidget *
papers_get_child (GtkWidget  *widget,
           const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name));
}

GtkWidget *
papers_find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

static gboolean
is_there (gpointer type)
{
  return papers_find_window (GPOINTER_TO_SIZE (type)) != NULL;
}

static gboolean
is_gone (gpointer type)
{
  return !is_there (type);
}

void
papers_wait_for (GType type)
{
  ui_test_wait (is_there, GSIZE_TO_POINTER (type));
}

void
papers_wait_until_gone (GType type)
{
  ui_test_wait (is_gone, GSIZE_TO_POINTER (type));
}


gboolean
papers_is_drawn (gpointer data)
{
  return gtk_widget_get_sensitive (papers_get_child (data, "record_button"));
}

/* The page of documents with the paper drawn. */
GtkWidget *
papers_open_page (Desk *desk)
{
  GtkWidget *page;

  desk_import_sample (desk, "jincheng-factory");
  steward_window_show_page (desk->window, "documents");
  page = GTK_WIDGET (steward_window_get_page (desk->window, "documents"));
  ui_test_settle ();
  g_assert_true (steward_documents_page_select (STEWARD_DOCUMENTS_PAGE (page), papers_kind, NULL));
  ui_test_wait (papers_is_drawn, page);
  return page;
}

/* Newest first. */
GPtrArray *
papers_list (Desk *desk)
{
  g_autoptr (GPtrArray) documents = steward_project_list_documents (desk_get_project (desk));
  GPtrArray *versions = g_ptr_array_new ();

  for (guint i = documents->len; i-- > 0;)
    if (g_str_equal (((const StewardDocument *) documents->pdata[i])->form, steward_paper_get_form (papers_kind)))
      g_ptr_array_add (versions, documents->pdata[i]);
  return versions;
}

typedef struct
{
  Desk  *desk;
  guint  n;
} Wanted;

static gboolean
has_versions (gpointer data)
{
  const Wanted *wanted = data;
  g_autoptr (GPtrArray) versions = papers_list (wanted->desk);

  return versions->len == wanted->n && desk_is_settled (wanted->desk);
}

void
papers_wait_versions (Desk  *desk,
               guint  n)
{
  Wanted wanted = { desk, n };

  ui_test_wait (has_versions, &wanted);
}

void
papers_press (GtkWidget  *widget,
       const char *name)
{
  g_signal_emit_by_name (papers_get_child (widget, name), "clicked");
}

GBytes *
papers_read_stored (Desk       *desk,
             const char *sha256)
{
  g_autoptr (StewardDatabase) database = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  database = steward_database_open (desk->database, STEWARD_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  bytes = steward_database_read_file (database, sha256, &error);
  g_assert_no_error (error);
  return bytes;
}

void
papers_sign_in_window (GBytes *pkcs12)
{
  g_autofree char *path = test_put (papers_keys, "doc.p12", pkcs12);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *dialog;

  papers_wait_for (STEWARD_TYPE_SIGN_DIALOG);
  dialog = papers_find_window (STEWARD_TYPE_SIGN_DIALOG);
  steward_sign_dialog_set_key (STEWARD_SIGN_DIALOG (dialog), file);
  gtk_editable_set_text (GTK_EDITABLE (papers_get_child (dialog, "password")), TEST_PASSWORD);
  papers_press (dialog, "sign_button");
  papers_wait_until_gone (STEWARD_TYPE_SIGN_DIALOG);
}
