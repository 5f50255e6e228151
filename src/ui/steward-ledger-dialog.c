/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ledger-dialog.h"

#include <glib/gi18n-lib.h>

#include "steward-day-entry.h"
#include "steward-ledger.h"
#include "steward-ui-text.h"

/* Alt and a digit. */
#define MAX_KINDS 9

struct _StewardLedgerDialog
{
  AdwWindow       parent_instance;

  AdwWindowTitle *title;
  GtkLabel       *message;
  GtkFlowBox     *kinds;
  GtkEditable    *text;
  GtkEditable    *result;
  GtkEditable    *day;
  GtkWidget      *hint;

  StewardSession *session;
  GPtrArray      *buttons;   /* GtkToggleButton of each kind */
  guint           number;    /* of the entry that is changed, 0 for a new one */
  char           *source;    /* of the automatic line that is worded anew, or NULL */
};

enum
{
  RECORDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardLedgerDialog, steward_ledger_dialog, ADW_TYPE_WINDOW)

static void
tell (StewardLedgerDialog *self,
      const char          *text)
{
  gtk_label_set_text (self->message, text);
  gtk_widget_set_visible (GTK_WIDGET (self->message), *text != '\0');
}

static const char *
get_kind (StewardLedgerDialog *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_toggle_button_get_active (self->buttons->pdata[i]))
      return gtk_button_get_label (self->buttons->pdata[i]);
  return "";
}

static void
set_kind (StewardLedgerDialog *self,
          const char          *kind)
{
  for (guint i = 0; i < self->buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (self->buttons->pdata[i]), kind) == 0)
      gtk_toggle_button_set_active (self->buttons->pdata[i], TRUE);
}

static void
add_kind (StewardLedgerDialog *self,
          const char          *kind)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (kind);
  g_autofree char *name = g_strdup_printf (_("%s (Alt+%u)"), kind, self->buttons->len + 1);

  if (self->buttons->len > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->buttons->pdata[0]);
  else
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  steward_ui_set_tooltip (button, name);
  gtk_flow_box_append (self->kinds, button);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
  g_ptr_array_add (self->buttons, button);
}

/* The words of the city; what was typed under others is kept among them. */
static void
fill_kinds (StewardLedgerDialog *self,
            const char          *more)
{
  StewardProject *project = steward_session_get_project (self->session);
  const char * const *kinds = steward_pack_get_wordings (steward_project_get_pack (project), "ledger", "entry_kinds");

  for (guint i = 0; kinds != NULL && kinds[i] != NULL && self->buttons->len < MAX_KINDS; i++)
    {
      add_kind (self, kinds[i]);
      if (g_strcmp0 (kinds[i], more) == 0)
        more = NULL;
    }
  if (more != NULL && *more != '\0')
    add_kind (self, more);
  gtk_widget_set_visible (GTK_WIDGET (self->kinds), self->buttons->len > 0);
  gtk_widget_set_visible (self->hint, self->buttons->len > 0);
}

static const StewardLedgerEntry *
find_entry (StewardLedgerDialog *self,
            guint                number)
{
  GPtrArray *ledger = steward_project_get_ledger (steward_session_get_project (self->session));

  for (guint i = 0; i < ledger->len; i++)
    if (((const StewardLedgerEntry *) ledger->pdata[i])->number == number)
      return ledger->pdata[i];
  return NULL;
}

/* What is done for one project at a time is mostly of one kind. */
static const char *
find_last_kind (StewardLedgerDialog *self)
{
  GPtrArray *ledger = steward_project_get_ledger (steward_session_get_project (self->session));

  return ledger->len > 0 ? ((const StewardLedgerEntry *) ledger->pdata[ledger->len - 1])->kind : NULL;
}

/* Without words those that are computed stand again. */
static gboolean
put_wording (StewardLedgerDialog       *self,
             const StewardLedgerEntry  *entry,
             GError                   **error)
{
  StewardProject *project = steward_session_get_project (self->session);
  const StewardLedgerWording wording = { self->source, entry->text, entry->result };

  if (*entry->text != '\0' || *entry->result != '\0')
    return steward_project_put_wording (project, &wording, error);

  steward_project_remove_wording (project, self->source);

  return TRUE;
}

static gboolean
put (StewardLedgerDialog       *self,
     const StewardLedgerEntry  *entry,
     GError                   **error)
{
  StewardProject *project = steward_session_get_project (self->session);
  g_autofree char *day = steward_day_format (entry->day);
  g_autofree char *key = g_strdup_printf ("%u", self->number);

  if (self->source != NULL)
    return put_wording (self, entry, error);
  if (self->number != 0)
    return steward_project_set_piece (project, STEWARD_PIECE_LEDGER, key,
                                      g_variant_new ("(ssss)", day, entry->kind, entry->text, entry->result), error);
  steward_project_add_ledger_entry (project, entry);
  return TRUE;
}

/* Why it cannot be recorded like that, or NULL. */
static const char *
find_fault (StewardLedgerDialog *self,
            StewardLedgerEntry  *entry)
{
  GPtrArray *ledger = steward_project_get_ledger (steward_session_get_project (self->session));

  if (self->source != NULL)
    return NULL;
  if (*entry->text == '\0')
    return _("Say what happened.");
  if (!steward_day_parse_entry (gtk_editable_get_text (self->day), steward_session_get_calendar (self->session),
                                steward_day_today (), &entry->day))
    return _("That is no day. Type for example 2026-08-12, 8.12, today or -2.");
  if (entry->day > steward_day_today ())
    return _("The ledger tells what has happened: the day cannot be in the future.");
  if (self->number == 0 && ledger->len >= STEWARD_PROJECT_MAX_LEDGER)
    return _("The ledger of this project is full.");
  return NULL;
}

gboolean
steward_ledger_dialog_record (StewardLedgerDialog *self)
{
  g_autofree char *text = NULL;
  g_autofree char *result = NULL;
  g_autofree char *kind = NULL;
  StewardLedgerEntry entry = { 0 };
  StewardKeeper *keeper;
  const char *fault;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (STEWARD_IS_LEDGER_DIALOG (self), FALSE);

  keeper = steward_session_get_keeper (self->session);
  text = g_strstrip (g_strdup (gtk_editable_get_text (self->text)));
  result = g_strstrip (g_strdup (gtk_editable_get_text (self->result)));
  kind = g_strdup (get_kind (self));
  entry = (StewardLedgerEntry) { STEWARD_DAY_NONE, kind, text, result, self->number };
  fault = find_fault (self, &entry);
  if (fault != NULL || !put (self, &entry, &error))
    {
      tell (self, fault != NULL ? fault : error->message);
      return FALSE;
    }
  if (keeper != NULL)
    steward_keeper_flush (keeper);
  g_signal_emit (self, signals[RECORDED], 0);
  gtk_window_destroy (GTK_WINDOW (self));
  return TRUE;
}

static void
record_cb (StewardLedgerDialog *self)
{
  steward_ledger_dialog_record (self);
}

static void
kind_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  StewardLedgerDialog *self = STEWARD_LEDGER_DIALOG (widget);
  guint index = g_variant_get_uint32 (parameter);

  if (index < self->buttons->len)
    gtk_toggle_button_set_active (self->buttons->pdata[index], TRUE);
}

static void
steward_ledger_dialog_dispose (GObject *object)
{
  StewardLedgerDialog *self = STEWARD_LEDGER_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  g_clear_pointer (&self->source, g_free);

  G_OBJECT_CLASS (steward_ledger_dialog_parent_class)->dispose (object);
}

static void
steward_ledger_dialog_class_init (StewardLedgerDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_ledger_dialog_dispose;
  signals[RECORDED] = g_signal_new ("recorded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "ledger.kind", "u", kind_action);
  for (guint i = 0; i < MAX_KINDS; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, "ledger.kind", "u", i);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-ledger-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StewardLedgerDialog, title);
  gtk_widget_class_bind_template_child (widget_class, StewardLedgerDialog, message);
  gtk_widget_class_bind_template_child (widget_class, StewardLedgerDialog, kinds);
  gtk_widget_class_bind_template_child (widget_class, StewardLedgerDialog, text);
  gtk_widget_class_bind_template_child (widget_class, StewardLedgerDialog, result);
  gtk_widget_class_bind_template_child (widget_class, StewardLedgerDialog, day);
  gtk_widget_class_bind_template_child (widget_class, StewardLedgerDialog, hint);
  gtk_widget_class_bind_template_callback (widget_class, record_cb);
}

static void
steward_ledger_dialog_init (StewardLedgerDialog *self)
{
  self->buttons = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_day (StewardLedgerDialog *self,
         StewardDay           day)
{
  g_autofree char *text = steward_day_format (day);

  gtk_editable_set_text (self->day, text);
}

GtkWindow *
steward_ledger_dialog_new (GtkWindow      *parent,
                           StewardSession *session)
{
  StewardLedgerDialog *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (STEWARD_IS_SESSION (session), NULL);

  self = g_object_new (STEWARD_TYPE_LEDGER_DIALOG, "transient-for", parent, "destroy-with-parent", TRUE, NULL);
  self->session = g_object_ref (session);
  adw_window_title_set_subtitle (self->title, steward_session_get_title (session));
  fill_kinds (self, NULL);
  set_kind (self, find_last_kind (self));
  set_day (self, steward_day_today ());
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->text));
  return GTK_WINDOW (self);
}

gboolean
steward_ledger_dialog_edit (StewardLedgerDialog *self,
                            guint                number)
{
  const StewardLedgerEntry *entry;
  GtkWidget *child;

  g_return_val_if_fail (STEWARD_IS_LEDGER_DIALOG (self), FALSE);

  entry = find_entry (self, number);
  if (entry == NULL)
    return FALSE;
  self->number = number;
  g_ptr_array_set_size (self->buttons, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->kinds))) != NULL)
    gtk_flow_box_remove (self->kinds, child);
  fill_kinds (self, entry->kind);
  set_kind (self, entry->kind);
  gtk_editable_set_text (self->text, entry->text);
  gtk_editable_set_text (self->result, entry->result);
  set_day (self, entry->day);
  return TRUE;
}

gboolean
steward_ledger_dialog_reword (StewardLedgerDialog *self,
                              const char          *source)
{
  g_autoptr (GPtrArray) lines = NULL;
  const StewardLedgerLine *found = NULL;

  g_return_val_if_fail (STEWARD_IS_LEDGER_DIALOG (self), FALSE);
  g_return_val_if_fail (source != NULL, FALSE);

  lines = steward_ledger_new (steward_session_get_project (self->session));
  for (guint i = 0; i < lines->len && found == NULL; i++)
    if (g_str_equal (((const StewardLedgerLine *) lines->pdata[i])->source, source))
      found = lines->pdata[i];
  if (found == NULL || *source == '\0')
    return FALSE;

  g_free (self->source);
  self->source = g_strdup (source);
  gtk_widget_set_visible (GTK_WIDGET (self->kinds), FALSE);
  gtk_widget_set_visible (self->hint, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->day), FALSE);
  gtk_editable_set_text (self->text, found->text);
  gtk_editable_set_text (self->result, found->result);
  set_day (self, found->day);
  tell (self, _("This line was written by the program. Without words of yours its own stand again."));

  return TRUE;
}
