/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-sign-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "steward-compat.h"
#include "steward-pdf-sign.h"
#include "steward-sign-job.h"
#include "steward-ui-text.h"
#include "steward-verdict.h"

struct _StewardSignDialog
{
  AdwWindow      parent_instance;

  GtkWidget     *form;
  GtkDropDown   *party;
  AdwActionRow  *key_row;
  GtkEditable   *password;
  AdwActionRow  *seal_row;
  GtkPicture    *seal_picture;
  GtkWidget     *clear_seal;
  GtkEditable   *reason;
  GtkEditable   *place;
  GtkSpinner    *spinner;
  GtkWidget     *sign_button;
  GtkLabel      *message;

  GFile         *file;
  GBytes        *pdf;
  GStrv          fields;
  GFile         *key;
  GFile         *seal;
  GCancellable  *cancellable;   /* while it is being signed */
  gboolean       closing;       /* as soon as that has ended */
};

enum
{
  SIGNED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardSignDialog, steward_sign_dialog, ADW_TYPE_WINDOW)

static void
tell (StewardSignDialog *self,
      const char        *text)
{
  gtk_label_set_text (self->message, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), text != NULL);
}

static void
update (StewardSignDialog *self)
{
  gboolean busy = self->cancellable != NULL;

  gtk_widget_set_sensitive (self->form, !busy);
  gtk_widget_set_sensitive (self->sign_button, !busy && self->key != NULL);
  gtk_spinner_set_spinning (self->spinner, busy);
}

static void
show_file (AdwActionRow *row,
           GFile        *file,
           const char   *none)
{
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *shown = name != NULL ? g_filename_display_name (name) : NULL;
  g_autofree char *markup = g_markup_escape_text (shown != NULL ? shown : none, -1);

  adw_action_row_set_subtitle (row, markup);
}

void
steward_sign_dialog_set_key (StewardSignDialog *self,
                             GFile             *pkcs12)
{
  g_return_if_fail (STEWARD_IS_SIGN_DIALOG (self));
  g_return_if_fail (pkcs12 == NULL || G_IS_FILE (pkcs12));

  g_set_object (&self->key, pkcs12);
  show_file (self->key_row, pkcs12, _("A .p12 or .pfx file"));
  tell (self, NULL);
  update (self);
  if (pkcs12 != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->password));
}

/* A picture that is no seal is told now and not when signing fails. */
void
steward_sign_dialog_set_seal (StewardSignDialog *self,
                              GFile             *png)
{
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (STEWARD_IS_SIGN_DIALOG (self));
  g_return_if_fail (png == NULL || G_IS_FILE (png));

  tell (self, NULL);
  texture = png != NULL ? gdk_texture_new_from_file (png, &error) : NULL;
  if (error != NULL)
    {
      g_autofree char *text = g_strdup_printf (_("The picture of the seal cannot be shown: %s"), error->message);

      tell (self, text);
    }
  if (texture == NULL)
    png = NULL;
  g_set_object (&self->seal, png);
  gtk_picture_set_paintable (self->seal_picture, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (self->seal_picture), texture != NULL);
  gtk_widget_set_visible (self->clear_seal, texture != NULL);
  show_file (self->seal_row, self->seal, _("None: only name and day are seen"));
}

static void
key_chosen_cb (GFile    *file,
               gpointer  user_data)
{
  if (file != NULL)
    steward_sign_dialog_set_key (user_data, file);
}

static void
choose_key_cb (StewardSignDialog *self)
{
  steward_compat_choose_file (GTK_WINDOW (self), _("Key and Certificate"), NULL, NULL, NULL, key_chosen_cb,
                              g_object_ref (self), g_object_unref);
}

static void
seal_chosen_cb (GFile    *file,
                gpointer  user_data)
{
  if (file != NULL)
    steward_sign_dialog_set_seal (user_data, file);
}

static void
choose_seal_cb (StewardSignDialog *self)
{
  steward_compat_choose_file (GTK_WINDOW (self), _("Picture of the Seal"), NULL, _("PNG pictures"), "png",
                              seal_chosen_cb, g_object_ref (self), g_object_unref);
}

static void
clear_seal_cb (StewardSignDialog *self)
{
  steward_sign_dialog_set_seal (self, NULL);
}

static void
signed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (StewardSignDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = steward_sign_job_run_finish (result, &error);

  g_clear_object (&self->cancellable);
  update (self);
  if (done)
    {
      g_signal_emit (self, signals[SIGNED], 0);
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else if (self->closing)
    {
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else
    {
      g_autofree char *text = g_strdup_printf (_("Nothing was signed; the file is as it was. %s"), error->message);

      tell (self, text);
      gtk_widget_grab_focus (GTK_WIDGET (self->password));
    }
}

/* The entry keeps what is typed in memory that is not swapped out, and so does
 * the secret. */
static StewardSecret *
take_password (StewardSignDialog *self)
{
  const char *text = gtk_editable_get_text (self->password);
  StewardSecret *secret = steward_secret_new (text, strlen (text));

  gtk_editable_set_text (self->password, "");
  return secret;
}

static char *
dup_words (GtkEditable *entry)
{
  char *words = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (*words == '\0')
    g_clear_pointer (&words, g_free);
  return words;
}

static void
sign_cb (StewardSignDialog *self)
{
  StewardSecret *password;
  StewardSignJob *job;

  if (self->cancellable != NULL || self->key == NULL)
    return;
  password = take_password (self);
  if (password == NULL)
    {
      tell (self, _("The password is too long."));
      return;
    }

  job = g_new0 (StewardSignJob, 1);
  job->file = g_object_ref (self->file);
  job->pdf = g_bytes_ref (self->pdf);
  job->field = g_strdup (self->fields[gtk_drop_down_get_selected (self->party)]);
  job->key = g_object_ref (self->key);
  job->password = password;
  g_set_object (&job->seal, self->seal);
  job->reason = dup_words (self->reason);
  job->place = dup_words (self->place);

  tell (self, NULL);
  self->cancellable = g_cancellable_new ();
  update (self);
  steward_sign_job_run_async (job, self->cancellable, signed_cb, g_object_ref (self));
}

/* While it is being signed, closing means stopping that: the file is either
 * signed or as it was, and the dialog stays until that is known. */
static gboolean
steward_sign_dialog_close_request (GtkWindow *window)
{
  StewardSignDialog *self = STEWARD_SIGN_DIALOG (window);

  if (self->cancellable == NULL)
    return GTK_WINDOW_CLASS (steward_sign_dialog_parent_class)->close_request (window);
  self->closing = TRUE;
  g_cancellable_cancel (self->cancellable);
  return TRUE;
}

static void
steward_sign_dialog_dispose (GObject *object)
{
  StewardSignDialog *self = STEWARD_SIGN_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->file);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_pointer (&self->fields, g_strfreev);
  g_clear_object (&self->key);
  g_clear_object (&self->seal);

  G_OBJECT_CLASS (steward_sign_dialog_parent_class)->dispose (object);
}

static void
steward_sign_dialog_class_init (StewardSignDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_sign_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = steward_sign_dialog_close_request;
  signals[SIGNED] = g_signal_new ("signed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-sign-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StewardSignDialog, form);
  gtk_widget_class_bind_template_child (widget_class, StewardSignDialog, party);
  gtk_widget_class_bind_template_child (widget_class, StewardSignDialog, key_row);
  gtk_widget_class_bind_template_child (widget_class, StewardSignDialog, password);
  gtk_widget_class_bind_template_child (widget_class, StewardSignDialog, seal_row);
  gtk_widget_class_bind_template_child (widget_class, StewardSignDialog, seal_picture);
  gtk_widget_class_bind_template_child (widget_class, StewardSignDialog, clear_seal);
  gtk_widget_class_bind_template_child (widget_class, StewardSignDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, StewardSignDialog, place);
  gtk_widget_class_bind_template_child (widget_class, StewardSignDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, StewardSignDialog, sign_button);
  gtk_widget_class_bind_template_child (widget_class, StewardSignDialog, message);
  gtk_widget_class_bind_template_callback (widget_class, choose_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_seal_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_seal_cb);
  gtk_widget_class_bind_template_callback (widget_class, sign_cb);
}

static void
steward_sign_dialog_init (StewardSignDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  steward_ui_space_tooltips (GTK_WIDGET (self));
  steward_sign_dialog_set_key (self, NULL);
  steward_sign_dialog_set_seal (self, NULL);
}

/* The party whose turn it is comes first: the unit, then the steward. */
static void
fill_parties (StewardSignDialog *self,
              GPtrArray         *fields)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint turn = 0; turn < 2; turn++)
    for (guint i = 0; i < fields->len; i++)
      {
        const char *field = fields->pdata[i];

        if ((turn == 0) != g_str_equal (field, STEWARD_FIELD_UNIT))
          continue;
        g_strv_builder_add (builder, field);
        gtk_string_list_append (names, steward_verdict_get_party (field));
      }
  self->fields = g_strv_builder_end (builder);
  gtk_drop_down_set_model (self->party, G_LIST_MODEL (names));
}

GtkWindow *
steward_sign_dialog_new (GtkWindow                 *parent,
                         GFile                     *file,
                         const StewardPaperPreview *preview)
{
  StewardSignDialog *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (preview != NULL && preview->verification->empty_fields->len > 0, NULL);

  self = g_object_new (STEWARD_TYPE_SIGN_DIALOG, "transient-for", parent, "destroy-with-parent", TRUE, NULL);
  self->file = g_object_ref (file);
  self->pdf = g_bytes_ref (preview->pdf);
  fill_parties (self, preview->verification->empty_fields);
  return GTK_WINDOW (self);
}
