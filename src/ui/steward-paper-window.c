/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-paper-window.h"

#include <glib/gi18n-lib.h>

#include "steward-compat.h"
#include "steward-file.h"
#include "steward-paper-print.h"
#include "steward-paper-view.h"
#include "steward-sign-dialog.h"
#include "steward-ui-text.h"
#include "steward-verdict.h"

/* Pixels per point: an A4 page is about 830 pixels wide. */
#define SCALE 1.4

struct _StewardPaperWindow
{
  AdwWindow            parent_instance;

  AdwWindowTitle      *title;
  GtkSpinner          *spinner;
  GtkStack            *stack;
  AdwStatusPage       *failure;
  AdwBin              *banner;
  StewardPaperView    *view;

  GFile               *file;          /* what is shown, or NULL: */
  char                *document;      /* of the project */
  StewardSession      *session;
  StewardPaperMatch    match;
  gboolean             sign_when_shown;
  GSettings           *settings;
  GCancellable        *cancellable;   /* of the reading that is under way */
  GCancellable        *matching;      /* of the comparison */
  StewardPaperPreview *preview;
};

G_DEFINE_FINAL_TYPE (StewardPaperWindow, steward_paper_window, ADW_TYPE_WINDOW)

static void
update_actions (StewardPaperWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.print", self->preview != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.save", self->preview != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.sign",
                                 self->preview != NULL && self->cancellable == NULL
                                 && steward_sign_dialog_can_sign (self->preview->verification));
}

static void
show_verdict (StewardPaperWindow *self)
{
  adw_bin_set_child (self->banner, steward_verdict_banner_new (self->preview, self->match));
  steward_paper_view_set_top (self->view, steward_verdict_details_new (self->preview, self->match));
}

static void
matched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (StewardPaperWindow) self = user_data;
  StewardPaperMatch match = steward_paper_match_finish (STEWARD_SESSION (source), result, NULL);

  if (self->matching == NULL || g_task_get_cancellable (G_TASK (result)) != self->matching)
    return;
  g_clear_object (&self->matching);
  self->match = match;
  show_verdict (self);
}

static void
show_preview (StewardPaperWindow *self)
{
  const StewardPaperPreview *preview = self->preview;

  self->match = STEWARD_MATCH_NONE;
  show_verdict (self);
  steward_paper_view_show (self->view, preview, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "pages");
  if (self->session == NULL)
    return;
  self->matching = g_cancellable_new ();
  steward_paper_match_async (self->session, preview->pdf, preview->sha256, preview->verification->identifier,
                             self->matching, matched_cb, g_object_ref (self));
}

static void
fail (StewardPaperWindow *self,
      const GError       *error)
{
  g_autofree char *markup = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->failure, markup);
  gtk_stack_set_visible_child_name (self->stack, "failure");
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (StewardPaperWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardPaperPreview) preview = steward_paper_preview_finish (result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  g_clear_object (&self->cancellable);
  gtk_spinner_stop (self->spinner);
  g_clear_pointer (&self->preview, steward_paper_preview_free);
  self->preview = g_steal_pointer (&preview);
  update_actions (self);
  if (self->preview == NULL)
    fail (self, error);
  else
    show_preview (self);
  if (self->sign_when_shown)
    gtk_widget_activate_action (GTK_WIDGET (self), "paper.sign", NULL);
  self->sign_when_shown = FALSE;
}

static void
cancel (StewardPaperWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_cancellable_cancel (self->matching);
  g_clear_object (&self->matching);
}

GFile *
steward_paper_window_dup_roots (GSettings *settings)
{
  g_autofree char *uri = settings != NULL ? g_settings_get_string (settings, "trusted-roots") : NULL;

  return uri != NULL && *uri != '\0' ? g_file_new_for_uri (uri) : NULL;
}

static double
get_scale (StewardPaperWindow *self)
{
  return SCALE * gtk_widget_get_scale_factor (GTK_WIDGET (self));
}

static const StewardDocument *
get_document (StewardPaperWindow *self)
{
  return self->document != NULL
         ? steward_project_get_document (steward_session_get_project (self->session), self->document) : NULL;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (StewardPaperWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = steward_paper_load_finish (STEWARD_SESSION (source), result, &error);
  g_autoptr (GFile) roots = NULL;
  const StewardDocument *document;

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  document = get_document (self);
  if (pdf == NULL)
    {
      g_clear_object (&self->cancellable);
      gtk_spinner_stop (self->spinner);
      fail (self, error);
      return;
    }
  roots = steward_paper_window_dup_roots (self->settings);
  steward_paper_preview_open_async (pdf, document != NULL && document->state == STEWARD_DOCUMENT_SCANNED, roots,
                                    get_scale (self), self->cancellable, read_cb, g_object_ref (self));
}

static void
load (StewardPaperWindow *self)
{
  g_autoptr (GFile) roots = steward_paper_window_dup_roots (self->settings);
  const StewardDocument *document = get_document (self);

  cancel (self);
  self->cancellable = g_cancellable_new ();
  update_actions (self);
  gtk_spinner_start (self->spinner);
  if (self->file != NULL)
    steward_paper_preview_read_async (self->file, roots, get_scale (self), self->cancellable, read_cb,
                                      g_object_ref (self));
  else
    steward_paper_load_async (self->session, document != NULL ? document->sha256 : "", self->cancellable, loaded_cb,
                              g_object_ref (self));
}

static void
recorded_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (StewardPaperWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = steward_paper_record_finish (STEWARD_SESSION (source), result, &error);

  /* The window may be closed by now. */
  if (self->session == NULL)
    return;
  if (ids == NULL)
    {
      steward_compat_tell (GTK_WINDOW (self), _("The Signed Paper Was Not Recorded"), error->message);
      return;
    }
  g_free (self->document);
  self->document = g_strdup (ids[0]);
  load (self);
}

/* The signed one is a document of its own beside the one that was signed. */
static void
signed_cb (StewardPaperWindow *self,
           StewardSignDialog  *dialog)
{
  const StewardDocument *document = get_document (self);
  g_autoptr (GPtrArray) records = NULL;
  const StewardSignResult *result = g_ptr_array_index (steward_sign_dialog_get_results (dialog), 0);
  StewardPaperRecord *record;

  if (document == NULL)
    {
      load (self);
      return;
    }
  records = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_paper_record_free);
  record = steward_paper_record_of (document);
  record->state = STEWARD_DOCUMENT_SIGNED;
  record->file = g_bytes_ref (result->pdf);
  record->verify = TRUE;
  record->roots = steward_paper_window_dup_roots (self->settings);
  g_ptr_array_add (records, record);
  steward_paper_record_async (self->session, g_steal_pointer (&records), recorded_cb, g_object_ref (self));
}

static void
marked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (StewardPaperWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = steward_paper_record_finish (STEWARD_SESSION (source), result, &error);

  if (ids == NULL && self->session != NULL)
    steward_compat_tell (GTK_WINDOW (self), _("The Paper Was Not Recorded"), error->message);
}

/* A drawing on record is a printed one from now on. */
static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (StewardPaperWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean printed = steward_paper_print_finish (result, &error);
  const StewardDocument *document;
  g_autoptr (GPtrArray) records = NULL;

  /* The window may be closed by now. */
  if (self->settings == NULL && self->session == NULL)
    return;
  if (!printed && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    steward_compat_tell (GTK_WINDOW (self), _("The Paper Was Not Printed"), error->message);
  document = printed ? get_document (self) : NULL;
  if (document == NULL || document->state != STEWARD_DOCUMENT_MADE)
    return;
  records = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_paper_record_free);
  g_ptr_array_add (records, steward_paper_record_change (document, STEWARD_DOCUMENT_PRINTED));
  steward_paper_record_async (self->session, g_steal_pointer (&records), marked_cb, g_object_ref (self));
}

static void
print_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  StewardPaperWindow *self = STEWARD_PAPER_WINDOW (widget);

  steward_paper_print_async (self->preview->pdf, adw_window_title_get_title (self->title), GTK_WINDOW (self), printed_cb,
                             g_object_ref (self));
}

static void
find_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  steward_paper_view_find (STEWARD_PAPER_WINDOW (widget)->view);
}

static void
save_chosen_cb (GFile    *file,
                gpointer  user_data)
{
  StewardPaperWindow *self = user_data;
  g_autoptr (GError) error = NULL;

  if (file != NULL && self->preview != NULL && !steward_file_write (file, self->preview->pdf, NULL, &error))
    steward_compat_tell (GTK_WINDOW (self), _("The Paper Was Not Saved"), error->message);
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  StewardPaperWindow *self = STEWARD_PAPER_WINDOW (widget);

  steward_compat_choose_file (GTK_WINDOW (self), _("Save a Copy"), adw_window_title_get_title (self->title),
                              _("PDF documents"), "pdf", save_chosen_cb, g_object_ref (self), g_object_unref);
}

static void
reload_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  load (STEWARD_PAPER_WINDOW (widget));
}

static void
sign_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  StewardPaperWindow *self = STEWARD_PAPER_WINDOW (widget);
  GtkWindow *dialog = steward_sign_dialog_new (GTK_WINDOW (self), self->file, self->preview);

  g_signal_connect_object (dialog, "signed", G_CALLBACK (signed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

static void
steward_paper_window_dispose (GObject *object)
{
  StewardPaperWindow *self = STEWARD_PAPER_WINDOW (object);

  cancel (self);
  g_clear_pointer (&self->preview, steward_paper_preview_free);
  g_clear_object (&self->file);
  g_clear_pointer (&self->document, g_free);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (steward_paper_window_parent_class)->dispose (object);
}

/* Closing only drops a reference. Work under way may hold another one, longer
 * than the parent lives, which must not be pointed at then. */
static void
steward_paper_window_unrealize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (steward_paper_window_parent_class)->unrealize (widget);
  cancel (STEWARD_PAPER_WINDOW (widget));
  gtk_window_set_transient_for (GTK_WINDOW (widget), NULL);
}

static void
steward_paper_window_class_init (StewardPaperWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->unrealize = steward_paper_window_unrealize;
  G_OBJECT_CLASS (klass)->dispose = steward_paper_window_dispose;
  gtk_widget_class_install_action (widget_class, "paper.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "paper.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "paper.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "paper.reload", NULL, reload_action);
  gtk_widget_class_install_action (widget_class, "paper.sign", NULL, sign_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "paper.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "paper.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, "paper.sign", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "paper.reload", NULL);

  g_type_ensure (STEWARD_TYPE_PAPER_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-paper-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StewardPaperWindow, title);
  gtk_widget_class_bind_template_child (widget_class, StewardPaperWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, StewardPaperWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, StewardPaperWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, StewardPaperWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, StewardPaperWindow, view);
}

static void
steward_paper_window_init (StewardPaperWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  steward_ui_space_tooltips (GTK_WIDGET (self));
  update_actions (self);
}

static StewardPaperWindow *
window_new (GtkWindow      *parent,
            GSettings      *settings,
            StewardSession *session,
            const char     *title)
{
  StewardPaperWindow *self = g_object_new (STEWARD_TYPE_PAPER_WINDOW, "transient-for", parent,
                                           "destroy-with-parent", TRUE, "title", title, NULL);

  g_set_object (&self->settings, settings);
  g_set_object (&self->session, session);
  adw_window_title_set_title (self->title, title);
  return self;
}

GtkWindow *
steward_paper_window_new (GtkWindow      *parent,
                          GSettings      *settings,
                          StewardSession *session,
                          GFile          *file)
{
  StewardPaperWindow *self;
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (session == NULL || STEWARD_IS_SESSION (session), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = g_file_get_basename (file);
  shown = g_filename_display_name (name);
  self = window_new (parent, settings, session, shown);
  self->file = g_object_ref (file);
  load (self);
  return GTK_WINDOW (self);
}

GtkWindow *
steward_paper_window_new_recorded (GtkWindow      *parent,
                                   GSettings      *settings,
                                   StewardSession *session,
                                   const char     *document)
{
  StewardPaperWindow *self;
  const StewardDocument *found;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (STEWARD_IS_SESSION (session), NULL);
  g_return_val_if_fail (document != NULL, NULL);

  found = steward_project_get_document (steward_session_get_project (session), document);
  if (found == NULL)
    return NULL;
  self = window_new (parent, settings, session, *found->name != '\0' ? found->name : found->title);
  self->document = g_strdup (document);
  load (self);
  return GTK_WINDOW (self);
}

void
steward_paper_window_sign_when_shown (StewardPaperWindow *self)
{
  g_return_if_fail (STEWARD_IS_PAPER_WINDOW (self));

  self->sign_when_shown = TRUE;
}

StewardPaperMatch
steward_paper_window_get_match (StewardPaperWindow *self)
{
  g_return_val_if_fail (STEWARD_IS_PAPER_WINDOW (self), STEWARD_MATCH_NONE);

  return self->match;
}

const StewardPaperPreview *
steward_paper_window_get_preview (StewardPaperWindow *self)
{
  g_return_val_if_fail (STEWARD_IS_PAPER_WINDOW (self), NULL);

  return self->cancellable == NULL ? self->preview : NULL;
}
