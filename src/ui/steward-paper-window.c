/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-paper-window.h"

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

  GFile               *file;
  GSettings           *settings;
  GCancellable        *cancellable;   /* of the reading that is under way */
  StewardPaperPreview *preview;
};

G_DEFINE_FINAL_TYPE (StewardPaperWindow, steward_paper_window, ADW_TYPE_WINDOW)

static void
update_actions (StewardPaperWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.print", self->preview != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.sign",
                                 self->preview != NULL && self->cancellable == NULL
                                 && steward_sign_dialog_can_sign (self->preview->verification));
}

static void
show_preview (StewardPaperWindow *self)
{
  adw_bin_set_child (self->banner, steward_verdict_banner_new (self->preview));
  steward_paper_view_set_top (self->view, steward_verdict_details_new (self->preview));
  steward_paper_view_show (self->view, self->preview, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "pages");
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
    {
      g_autofree char *markup = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->failure, markup);
      gtk_stack_set_visible_child_name (self->stack, "failure");
      return;
    }
  show_preview (self);
}

static void
cancel (StewardPaperWindow *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
load (StewardPaperWindow *self)
{
  g_autofree char *uri = self->settings != NULL ? g_settings_get_string (self->settings, "trusted-roots") : NULL;
  g_autoptr (GFile) roots = uri != NULL && *uri != '\0' ? g_file_new_for_uri (uri) : NULL;

  cancel (self);
  self->cancellable = g_cancellable_new ();
  update_actions (self);
  gtk_spinner_start (self->spinner);
  steward_paper_preview_read_async (self->file, roots, SCALE * gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                                    self->cancellable, read_cb, g_object_ref (self));
}

static void
print_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  StewardPaperWindow *self = STEWARD_PAPER_WINDOW (widget);

  steward_paper_preview_print (self->preview, adw_window_title_get_title (self->title), GTK_WINDOW (self));
}

static void
find_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  steward_paper_view_find (STEWARD_PAPER_WINDOW (widget)->view);
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

  g_signal_connect_object (dialog, "signed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

static void
steward_paper_window_dispose (GObject *object)
{
  StewardPaperWindow *self = STEWARD_PAPER_WINDOW (object);

  cancel (self);
  g_clear_pointer (&self->preview, steward_paper_preview_free);
  g_clear_object (&self->file);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (steward_paper_window_parent_class)->dispose (object);
}

static void
steward_paper_window_class_init (StewardPaperWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_paper_window_dispose;
  gtk_widget_class_install_action (widget_class, "paper.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "paper.find", NULL, find_action);
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

GtkWindow *
steward_paper_window_new (GtkWindow *parent,
                          GSettings *settings,
                          GFile     *file)
{
  StewardPaperWindow *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (STEWARD_TYPE_PAPER_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE, NULL);
  self->file = g_object_ref (file);
  g_set_object (&self->settings, settings);
  name = g_file_get_basename (file);
  {
    g_autofree char *shown = g_filename_display_name (name);

    gtk_window_set_title (GTK_WINDOW (self), shown);
    adw_window_title_set_title (self->title, shown);
  }
  load (self);
  return GTK_WINDOW (self);
}

const StewardPaperPreview *
steward_paper_window_get_preview (StewardPaperWindow *self)
{
  g_return_val_if_fail (STEWARD_IS_PAPER_WINDOW (self), NULL);

  return self->cancellable == NULL ? self->preview : NULL;
}
