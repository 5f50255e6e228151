/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-documents-page-private.h"

#include <glib/gi18n-lib.h>

#include "steward-compat.h"
#include "steward-entrustment-box.h"
#include "steward-ledger-box.h"
#include "steward-paper-preview.h"
#include "steward-paper-save.h"
#include "steward-paper-versions.h"
#include "steward-paper-view.h"
#include "steward-paper-words.h"
#include "steward-sign-dialog.h"
#include "steward-ui-text.h"
#include "steward-window.h"

/* Pixels per point at zoom 1: an A4 page is about 710 pixels wide. */
#define SCALE 1.2

G_DEFINE_FINAL_TYPE (StewardDocumentsPage, steward_documents_page, STEWARD_TYPE_PAGE)

StewardSession *
steward_documents_get_session (StewardDocumentsPage *self)
{
  return steward_page_get_session (STEWARD_PAGE (self));
}

StewardProject *
steward_documents_get_project (StewardDocumentsPage *self)
{
  return steward_session_get_project (steward_documents_get_session (self));
}

StewardPack *
steward_documents_get_pack (StewardDocumentsPage *self)
{
  return steward_project_get_pack (steward_documents_get_project (self));
}

GtkWindow *
steward_documents_get_window (StewardDocumentsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? GTK_WINDOW (root) : NULL;
}

void
steward_documents_toast (StewardDocumentsPage *self,
       const char           *text)
{
  GtkWindow *window = steward_documents_get_window (self);

  if (STEWARD_IS_WINDOW (window))
    steward_window_toast (STEWARD_WINDOW (window), text);
}

static char *
make_key (StewardPaperKind  kind,
          const char       *subject)
{
  return g_strdup_printf ("%u %s", kind, subject);
}

static StewardPaperPreview *
find_preview (StewardDocumentsPage *self)
{
  g_autofree char *key = make_key (self->kind, self->subject);

  return g_hash_table_lookup (self->previews, key);
}

/* What is shown is what can be signed, printed and kept. */
StewardPaperPreview *
steward_documents_get_shown (StewardDocumentsPage *self)
{
  return self->cancellable == NULL ? find_preview (self) : NULL;
}

const StewardPaperEntry *
steward_documents_get_entry (StewardDocumentsPage *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const StewardPaperEntry *entry = self->entries->pdata[i];

      if (entry->kind == self->kind && g_str_equal (entry->subject, self->subject))
        return entry;
    }
  return NULL;
}

/* The title of the paper and of what it is about. (transfer full) */
char *
steward_documents_dup_title (StewardDocumentsPage *self)
{
  const StewardPaperEntry *entry = steward_documents_get_entry (self);

  return steward_ui_join (steward_paper_get_title (self->kind, steward_documents_get_pack (self)), entry != NULL ? entry->about : "",
                          NULL);
}

/* What the paper is called in the office, not in the program. */
char *
steward_documents_dup_file_name (StewardDocumentsPage *self)
{
  g_autofree char *title = steward_documents_dup_title (self);

  return steward_ui_file_name (steward_session_get_title (steward_documents_get_session (self)), title, "pdf");
}

/* Nobody loses what he is typing because something else changed. */
static gboolean
keeps_words (StewardDocumentsPage *self)
{
  return self->words != NULL && self->words_kind == self->kind && steward_paper_words_is_editing (self->words);
}

static void
show_top (StewardDocumentsPage *self)
{
  GtkWidget *top, *versions;

  if (keeps_words (self))
    return;
  top = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  versions = steward_paper_versions_new (steward_documents_get_session (self), steward_paper_get_form (self->kind),
                                         self->subject);
  self->words = steward_paper_words_new (steward_documents_get_session (self), self->kind);
  self->words_kind = self->kind;
  if (self->words != NULL)
    gtk_box_append (GTK_BOX (top), self->words);
  if (self->kind == STEWARD_PAPER_ENTRUSTMENT)
    gtk_box_append (GTK_BOX (top), steward_entrustment_box_new (steward_documents_get_session (self)));
  else if (self->kind == STEWARD_PAPER_LEDGER)
    gtk_box_append (GTK_BOX (top), steward_ledger_box_new (steward_documents_get_session (self)));
  if (versions != NULL)
    gtk_box_append (GTK_BOX (top), versions);
  steward_paper_view_set_top (self->view, top);
}

static void
show_preview (StewardDocumentsPage *self)
{
  const StewardPaperPreview *preview = find_preview (self);
  gboolean noted = preview->notes != NULL && *preview->notes != '\0';

  /* It shrinks unless the user zoomed in. */
  steward_paper_view_show (self->view, preview, self->zoom > 1.0);
  gtk_widget_set_visible (self->notes_button, noted);
  gtk_label_set_text (self->notes, noted ? preview->notes : "");
  gtk_stack_set_visible_child_name (self->stack, "pages");
}

static void
update_sign_button (StewardDocumentsPage *self,
                    guint                 n_picked)
{
  g_autofree char *several = g_strdup_printf (ngettext ("_Sign %u Paper…", "_Sign %u Papers…", n_picked), n_picked);

  gtk_button_set_label (GTK_BUTTON (self->sign_button), n_picked > 1 ? several : _("_Sign…"));
  steward_ui_set_tooltip (self->sign_button, n_picked > 1 ? _("Sign the papers that are picked in one go")
                                                          : _("Put this paper on record and sign it"));
}

/* A paper without a place for signatures is not signed; of several papers that
 * is found out when they are drawn. */
static void
update_actions (StewardDocumentsPage *self)
{
  const StewardPaperPreview *preview;
  g_autoptr (GPtrArray) picked = NULL;
  gboolean can_sign;

  /* Rows that go with the page say that they are not selected any more. */
  if (self->entries == NULL)
    return;
  preview = steward_documents_get_shown (self);
  picked = steward_documents_list_picked (self);
  can_sign = picked->len > 1 || (preview != NULL && steward_sign_dialog_can_sign (preview->verification));
  update_sign_button (self, picked->len);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "papers.sign", can_sign);
  /* A button with that action misses the change while its page is hidden. */
  gtk_widget_set_sensitive (self->sign_button, can_sign);
  gtk_widget_set_sensitive (self->record_button, preview != NULL);
}

static void
set_busy (StewardDocumentsPage *self,
          gboolean              busy)
{
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_sensitive (self->save_button, !busy);
  update_actions (self);
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
  if (preview != NULL)
    g_hash_table_replace (self->previews, make_key (preview->kind, preview->subject), preview);
  set_busy (self, FALSE);
  if (preview == NULL)
    {
      g_autofree char *markup = g_markup_escape_text (error->message, -1);

      gtk_widget_set_sensitive (self->save_button, FALSE);
      adw_status_page_set_description (self->failure, markup);
      gtk_stack_set_visible_child_name (self->stack, "failure");
      return;
    }
  show_preview (self);
}

static void
cancel (StewardDocumentsPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
load (StewardDocumentsPage *self)
{
  StewardSession *session = steward_documents_get_session (self);
  double scale = SCALE * self->zoom;
  const StewardPaperPreview *preview;
  g_autofree char *title = NULL;

  if (session == NULL || steward_documents_get_project (self) == NULL)
    return;

  cancel (self);
  title = steward_documents_dup_title (self);
  gtk_label_set_text (self->title, title);
  show_top (self);
  if (scale != self->shown_scale)
    g_hash_table_remove_all (self->previews);
  preview = find_preview (self);
  if (preview != NULL && preview->generation == steward_session_get_generation (session))
    {
      set_busy (self, FALSE);
      show_preview (self);
      return;
    }

  self->shown_scale = scale;
  self->cancellable = g_cancellable_new ();
  set_busy (self, TRUE);
  steward_paper_preview_async (session, self->kind, self->subject,
                               scale * gtk_widget_get_scale_factor (GTK_WIDGET (self)), self->cancellable, loaded_cb,
                               g_object_ref (self));
}

static void
turn_to (StewardDocumentsPage    *self,
         const StewardPaperEntry *entry)
{
  char *subject = g_strdup (entry->subject);

  self->kind = entry->kind;
  g_free (self->subject);
  self->subject = subject;
}

static void
paper_activated_cb (StewardDocumentsPage *self,
                    GtkListBoxRow        *row)
{
  const StewardPaperEntry *entry = self->entries->pdata[gtk_list_box_row_get_index (row)];

  if (entry != steward_documents_get_entry (self))
    turn_to (self, entry);
  else if (!steward_documents_has_picked (self))
    return;
  steward_documents_pick_current (self);
  steward_paper_view_go_to_top (self->view);
  load (self);
}

/* Whether there is it, whether there should be, what became of it. */
static const char *
describe_state (StewardDocumentsPage    *self,
                const StewardPaperEntry *entry,
                const char             **css_class)
{
  g_autoptr (GPtrArray) versions = steward_paper_list_versions (steward_documents_get_project (self),
                                                                steward_paper_get_form (entry->kind), entry->subject);

  *css_class = "dim-label";
  if (versions->len > 0)
    return steward_paper_state_name (((const StewardDocument *) versions->pdata[0])->state);
  if (entry->recorded)
    return _("recorded");
  if (!entry->due)
    return "";
  *css_class = "warning-text";
  return _("missing");
}

static GtkWidget *
row_new (StewardDocumentsPage    *self,
         const StewardPaperEntry *entry)
{
  const char *title = steward_paper_get_title (entry->kind, steward_documents_get_pack (self)), *css_class;
  const char *state = describe_state (self, entry, &css_class);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = steward_ui_label_new (title, NULL);
  g_autofree char *name = steward_ui_join (title, entry->about, state, NULL);

  gtk_widget_add_css_class (box, "paper-name");
  gtk_box_append (GTK_BOX (box), label);
  if (*entry->about != '\0')
    gtk_box_append (GTK_BOX (box), steward_ui_label_new (entry->about, "caption"));
  if (*state != '\0')
    {
      GtkWidget *below = steward_ui_label_new (state, css_class);

      gtk_widget_add_css_class (below, "caption");
      gtk_box_append (GTK_BOX (box), below);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  steward_ui_set_label (row, name);
  if (entry->reason != NULL)
    steward_ui_set_tooltip (row, entry->reason);
  return row;
}

/* The paper shown stays the same while it can be made. */
static void
fill_list (StewardDocumentsPage *self)
{
  const StewardSchedule *schedule = steward_session_get_schedule (steward_documents_get_session (self));
  g_autoptr (GPtrArray) picked = steward_documents_list_picked (self);
  g_autoptr (GPtrArray) before = g_ptr_array_ref (self->entries);

  if (schedule == NULL)
    return;
  /* Rows say which are selected while they go: there are entries for them. */
  steward_ui_clear (GTK_WIDGET (self->papers));
  g_ptr_array_unref (self->entries);
  self->entries = steward_paper_list (schedule);
  for (guint i = 0; i < self->entries->len; i++)
    gtk_list_box_append (self->papers, row_new (self, self->entries->pdata[i]));
  for (guint i = 0; steward_documents_get_entry (self) == NULL && i < self->entries->len; i++)
    if (((StewardPaperEntry *) self->entries->pdata[i])->kind == self->kind)
      turn_to (self, self->entries->pdata[i]);
  if (steward_documents_get_entry (self) == NULL && self->entries->len > 0)
    turn_to (self, self->entries->pdata[0]);
  steward_documents_pick_again (self, picked);
}

gboolean
steward_documents_page_select (StewardDocumentsPage *self,
                               StewardPaperKind      kind,
                               const char           *subject)
{
  g_return_val_if_fail (STEWARD_IS_DOCUMENTS_PAGE (self), FALSE);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const StewardPaperEntry *entry = self->entries->pdata[i];

      if (entry->kind != kind || (subject != NULL && !g_str_equal (entry->subject, subject)))
        continue;
      turn_to (self, entry);
      steward_documents_pick_current (self);
      steward_paper_view_go_to_top (self->view);
      load (self);
      return TRUE;
    }
  return FALSE;
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (StewardDocumentsPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (steward_paper_save_finish (result, &error))
    steward_documents_toast (self, _("Paper saved"));
  else if (steward_documents_get_window (self) != NULL)
    steward_compat_tell (steward_documents_get_window (self), _("The Paper Was Not Saved"), error->message);
}

void
steward_documents_page_save (StewardDocumentsPage *self,
                             GFile                *file)
{
  g_return_if_fail (STEWARD_IS_DOCUMENTS_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  if (steward_documents_get_shown (self) != NULL)
    steward_paper_save_async (steward_documents_get_shown (self)->pdf, file, written_cb, g_object_ref (self));
}

static void
save_chosen_cb (GFile    *file,
                gpointer  user_data)
{
  if (file != NULL)
    steward_documents_page_save (user_data, file);
}

static void
save_cb (StewardDocumentsPage *self)
{
  g_autofree char *name = NULL;

  if (steward_documents_get_session (self) == NULL)
    return;
  name = steward_documents_dup_file_name (self);
  steward_compat_choose_file (steward_documents_get_window (self), _("Save Paper"), name, _("PDF documents"), "pdf", save_chosen_cb,
                              g_object_ref (self), g_object_unref);
}

static void
steward_documents_page_print (StewardPage *page)
{
  StewardDocumentsPage *self = STEWARD_DOCUMENTS_PAGE (page);

  if (steward_documents_get_shown (self) != NULL)
    steward_documents_print (self);
}

static void
steward_documents_page_bind (StewardPage    *page,
                             StewardSession *session)
{
  StewardDocumentsPage *self = STEWARD_DOCUMENTS_PAGE (page);

  cancel (self);
  g_hash_table_remove_all (self->previews);
  steward_paper_view_show (self->view, NULL, FALSE);
  steward_paper_view_set_top (self->view, NULL);
  self->words = NULL;
  if (session != NULL)
    fill_list (self);
}

static void
steward_documents_page_refresh (StewardPage *page)
{
  fill_list (STEWARD_DOCUMENTS_PAGE (page));
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
  g_clear_pointer (&self->previews, g_hash_table_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->subject, g_free);
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

  steward_documents_install_actions (widget_class);
  g_type_ensure (STEWARD_TYPE_PAPER_VIEW);
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
  gtk_widget_class_bind_template_child (widget_class, StewardDocumentsPage, record_button);
  gtk_widget_class_bind_template_child (widget_class, StewardDocumentsPage, scan_button);
  gtk_widget_class_bind_template_child (widget_class, StewardDocumentsPage, spinner);
  gtk_widget_class_bind_template_callback (widget_class, paper_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, steward_documents_sign_cb);
  gtk_widget_class_bind_template_callback (widget_class, steward_documents_record_cb);
  gtk_widget_class_bind_template_callback (widget_class, steward_documents_attach_cb);
  gtk_widget_class_bind_template_callback (widget_class, steward_documents_scan_cb);
  gtk_widget_class_bind_template_callback (widget_class, steward_documents_pick_left);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
}

static void
steward_documents_page_init (StewardDocumentsPage *self)
{
  self->kind = STEWARD_PAPER_SERVICE_PLAN;
  self->subject = g_strdup ("");
  self->zoom = 1.0;
  self->entries = g_ptr_array_new ();
  self->previews = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) steward_paper_preview_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  steward_documents_record_init (self);
  steward_documents_pick_init (self);
  update_actions (self);
}
