/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-sign-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "steward-compat.h"
#include "steward-file.h"
#include "steward-handwriting-pad.h"
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
  GPtrArray     *papers;        /* GBytes */
  GPtrArray     *results;       /* StewardSignResult of each */
  GStrv          fields;
  GFile         *key;
  GBytes        *seal;
  GArray        *strokes;
  GCancellable  *reading;       /* while the seal is read */
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
  gtk_widget_set_sensitive (self->sign_button, !busy && self->key != NULL && self->reading == NULL);
  gtk_spinner_set_spinning (self->spinner, busy || self->reading != NULL);
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

static void
show_seal (StewardSignDialog *self,
           GdkPaintable      *picture,
           const char        *name)
{
  g_autofree char *markup = g_markup_escape_text (name, -1);

  gtk_picture_set_paintable (self->seal_picture, picture);
  gtk_widget_set_visible (GTK_WIDGET (self->seal_picture), picture != NULL);
  gtk_widget_set_visible (self->clear_seal, picture != NULL);
  adw_action_row_set_subtitle (self->seal_row, markup);
}

static void
forget_seal (StewardSignDialog *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->seal, g_bytes_unref);
  g_clear_pointer (&self->strokes, g_array_unref);
  show_seal (self, NULL, _("None: only name and day are seen"));
}

/* What is read of a seal: the file for signing, the texture to be seen. */
typedef struct
{
  GBytes     *png;
  GdkTexture *texture;
} Seal;

static void
seal_free (Seal *seal)
{
  g_clear_pointer (&seal->png, g_bytes_unref);
  g_clear_object (&seal->texture);
  g_free (seal);
}

static void
seal_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  Seal *seal = g_new0 (Seal, 1);
  g_autoptr (GBytes) pixels = NULL;
  int columns, rows;

  seal->png = steward_file_read (task_data, STEWARD_SEAL_MAX_BYTES, cancellable, &error);
  if (seal->png != NULL)
    pixels = steward_seal_read_picture (seal->png, &columns, &rows, &error);
  if (pixels == NULL)
    {
      seal_free (seal);
      g_task_return_error (task, error);
      return;
    }
  seal->texture = gdk_memory_texture_new (columns, rows, GDK_MEMORY_DEFAULT, pixels, 4 * (gsize) columns);
  g_task_return_pointer (task, seal, (GDestroyNotify) seal_free);
}

/* A picture that is no seal is told now and not when signing fails. */
static void
seal_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (StewardSignDialog) self = STEWARD_SIGN_DIALOG (g_object_ref (source));
  g_autoptr (GError) error = NULL;
  Seal *seal = g_task_propagate_pointer (G_TASK (result), &error);
  GFile *file = g_task_get_task_data (G_TASK (result));

  if (g_task_get_cancellable (G_TASK (result)) != self->reading)
    {
      g_clear_pointer (&seal, seal_free);
      return;
    }
  g_clear_object (&self->reading);
  if (seal != NULL)
    {
      g_autofree char *name = g_file_get_basename (file);
      g_autofree char *shown = g_filename_display_name (name);

      self->seal = g_bytes_ref (seal->png);
      show_seal (self, GDK_PAINTABLE (seal->texture), shown);
      seal_free (seal);
    }
  else
    {
      g_autofree char *text = g_strdup_printf (_("The picture of the seal cannot be shown: %s"), error->message);

      tell (self, text);
    }
  update (self);
}

void
steward_sign_dialog_set_seal (StewardSignDialog *self,
                              GFile             *png)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (STEWARD_IS_SIGN_DIALOG (self));
  g_return_if_fail (png == NULL || G_IS_FILE (png));

  tell (self, NULL);
  forget_seal (self);
  if (png != NULL)
    {
      self->reading = g_cancellable_new ();
      task = g_task_new (self, self->reading, seal_read_cb, NULL);
      g_task_set_source_tag (task, steward_sign_dialog_set_seal);
      g_task_set_task_data (task, g_object_ref (png), g_object_unref);
      g_task_run_in_thread (task, seal_thread);
    }
  update (self);
}

void
steward_sign_dialog_set_strokes (StewardSignDialog *self,
                                 GArray            *strokes)
{
  g_autoptr (GdkPaintable) picture = NULL;

  g_return_if_fail (STEWARD_IS_SIGN_DIALOG (self));
  g_return_if_fail (strokes != NULL);

  tell (self, NULL);
  forget_seal (self);
  self->strokes = strokes;
  picture = steward_handwriting_to_picture (strokes, gtk_widget_get_scale_factor (GTK_WIDGET (self)) * 128);
  show_seal (self, picture, _("Signed by hand"));
  update (self);
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
drawn_cb (GArray   *strokes,
          gpointer  user_data)
{
  steward_sign_dialog_set_strokes (user_data, strokes);
}

static void
draw_cb (StewardSignDialog *self)
{
  steward_handwriting_ask (GTK_WINDOW (self), drawn_cb, g_object_ref (self), g_object_unref);
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

  self->results = steward_sign_job_run_finish (result, &error);
  g_clear_object (&self->cancellable);
  update (self);
  if (self->results != NULL)
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
      g_autofree char *text = g_strdup_printf (_("Nothing was signed; all is as it was. %s"), error->message);

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

static StewardSignJob *
make_job (StewardSignDialog *self,
          StewardSecret     *password)
{
  const char *field = self->fields[gtk_drop_down_get_selected (self->party)];
  StewardSignJob *job = steward_sign_job_new ();

  for (guint i = 0; i < self->papers->len; i++)
    steward_sign_job_add_paper (job, i == 0 ? self->file : NULL, self->papers->pdata[i], field);
  job->key = g_object_ref (self->key);
  job->password = password;
  job->seal = self->seal != NULL ? g_bytes_ref (self->seal) : NULL;
  job->strokes = self->strokes != NULL ? g_array_ref (self->strokes) : NULL;
  job->reason = dup_words (self->reason);
  job->place = dup_words (self->place);
  return job;
}

static void
sign_cb (StewardSignDialog *self)
{
  StewardSecret *password;

  if (self->cancellable != NULL || self->key == NULL || self->reading != NULL)
    return;
  password = take_password (self);
  if (password == NULL)
    {
      tell (self, _("The password is too long."));
      return;
    }

  tell (self, NULL);
  self->cancellable = g_cancellable_new ();
  update (self);
  steward_sign_job_run_async (make_job (self, password), self->cancellable, signed_cb, g_object_ref (self));
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
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->file);
  g_clear_pointer (&self->papers, g_ptr_array_unref);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_clear_pointer (&self->fields, g_strfreev);
  g_clear_object (&self->key);
  g_clear_pointer (&self->seal, g_bytes_unref);
  g_clear_pointer (&self->strokes, g_array_unref);

  G_OBJECT_CLASS (steward_sign_dialog_parent_class)->dispose (object);
}

/* Closing only drops a reference. Work under way may hold another one, longer
 * than the parent lives, which must not be pointed at then. */
static void
steward_sign_dialog_unrealize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (steward_sign_dialog_parent_class)->unrealize (widget);
  gtk_window_set_transient_for (GTK_WINDOW (widget), NULL);
}

static void
steward_sign_dialog_class_init (StewardSignDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->unrealize = steward_sign_dialog_unrealize;
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
  gtk_widget_class_bind_template_callback (widget_class, draw_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_seal_cb);
  gtk_widget_class_bind_template_callback (widget_class, sign_cb);
}

static void
steward_sign_dialog_init (StewardSignDialog *self)
{
  self->papers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  steward_ui_space_tooltips (GTK_WIDGET (self));
  steward_sign_dialog_set_key (self, NULL);
  steward_sign_dialog_set_seal (self, NULL);
}

static void
update_title (StewardSignDialog *self)
{
  guint n = self->papers->len;
  g_autofree char *title = g_strdup_printf (ngettext ("Sign %u paper", "Sign %u papers", n), n);

  gtk_window_set_title (GTK_WINDOW (self), n == 1 ? _("Sign") : title);
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
  g_strfreev (self->fields);
  self->fields = g_strv_builder_end (builder);
  gtk_drop_down_set_model (self->party, G_LIST_MODEL (names));
}

gboolean
steward_sign_dialog_can_sign (const StewardPdfVerification *verification)
{
  g_return_val_if_fail (verification != NULL, FALSE);

  return verification->empty_fields->len > 0 && verification->verdict != STEWARD_PDF_BROKEN
         && verification->verdict != STEWARD_PDF_CHANGED;
}

static gboolean
has_field (const StewardPdfVerification *verification,
           const char                   *name)
{
  return g_ptr_array_find_with_equal_func (verification->empty_fields, name, g_str_equal, NULL);
}

/* Only who can sign all of them can be chosen. */
gboolean
steward_sign_dialog_add (StewardSignDialog            *self,
                         GBytes                       *pdf,
                         const StewardPdfVerification *verification)
{
  g_autoptr (GPtrArray) common = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (STEWARD_IS_SIGN_DIALOG (self), FALSE);
  g_return_val_if_fail (pdf != NULL && verification != NULL, FALSE);

  for (guint i = 0; self->fields[i] != NULL; i++)
    if (has_field (verification, self->fields[i]))
      g_ptr_array_add (common, g_strdup (self->fields[i]));
  if (common->len == 0 || !steward_sign_dialog_can_sign (verification))
    return FALSE;
  fill_parties (self, common);
  g_ptr_array_add (self->papers, g_bytes_ref (pdf));
  update_title (self);
  return TRUE;
}

GPtrArray *
steward_sign_dialog_get_results (StewardSignDialog *self)
{
  g_return_val_if_fail (STEWARD_IS_SIGN_DIALOG (self), NULL);

  return self->results;
}

GtkWindow *
steward_sign_dialog_new (GtkWindow                 *parent,
                         GFile                     *file,
                         const StewardPaperPreview *preview)
{
  StewardSignDialog *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (file == NULL || G_IS_FILE (file), NULL);
  g_return_val_if_fail (preview != NULL && preview->verification->empty_fields->len > 0, NULL);

  self = g_object_new (STEWARD_TYPE_SIGN_DIALOG, "transient-for", parent, "destroy-with-parent", TRUE, NULL);
  g_set_object (&self->file, file);
  g_ptr_array_add (self->papers, g_bytes_ref (preview->pdf));
  fill_parties (self, preview->verification->empty_fields);
  return GTK_WINDOW (self);
}
