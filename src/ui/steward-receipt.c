/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-receipt.h"

#include <glib/gi18n-lib.h>

#include "steward-day-ask.h"
#include "steward-papers.h"
#include "steward-ui-text.h"

/* A paper of a session: what keys, buttons and the field act on. */
typedef struct
{
  StewardSession *session;
  char           *material;
} Paper;

static Paper *
paper_new (StewardSession *session,
           const char     *material)
{
  Paper *paper = g_new0 (Paper, 1);

  paper->session = g_object_ref (session);
  paper->material = g_strdup (material);

  return paper;
}

static void
paper_free (Paper *paper)
{
  g_object_unref (paper->session);
  g_free (paper->material);
  g_free (paper);
}

static void
paper_closure_free (gpointer  data,
                    GClosure *closure)
{
  paper_free (data);
}

gboolean
steward_receipt_record (StewardSession  *session,
                        const char      *material,
                        StewardDay       day,
                        GError         **error)
{
  StewardReceipt receipt = { .id = (char *) material, .day = day, .note = (char *) "" };
  g_autofree char *note = NULL;
  const StewardReceipt *known;
  StewardProject *project;

  g_return_val_if_fail (STEWARD_IS_SESSION (session), FALSE);
  g_return_val_if_fail (material != NULL, FALSE);

  project = steward_session_get_project (session);
  known = steward_project_get_receipt (project, material);
  note = g_strdup (known != NULL ? known->note : "");
  receipt.note = note;
  receipt.by = (char *) steward_session_get_person (session);

  /* What was typed elsewhere before is a step of its own. */
  steward_session_flush (session);
  if (!steward_project_put_receipt (project, &receipt, error))
    return FALSE;
  steward_session_flush (session);

  return TRUE;
}

void
steward_receipt_take_out (StewardSession *session,
                          const char     *material)
{
  g_return_if_fail (STEWARD_IS_SESSION (session));
  g_return_if_fail (material != NULL);

  steward_session_flush (session);
  steward_project_remove_receipt (steward_session_get_project (session), material);
  steward_session_flush (session);
}

char *
steward_receipt_describe (StewardSession *session,
                          const char     *material)
{
  const StewardReceipt *receipt;
  g_autofree char *day = NULL;

  g_return_val_if_fail (STEWARD_IS_SESSION (session), NULL);
  g_return_val_if_fail (material != NULL, NULL);

  receipt = steward_project_get_receipt (steward_session_get_project (session), material);
  if (receipt == NULL)
    return g_strdup ("");

  day = steward_ui_date (receipt->day, FALSE);

  return g_strdup_printf (_("handed in %s"), day);
}

static gboolean
take (StewardDay   day,
      gpointer     user_data,
      GError     **error)
{
  const Paper *paper = user_data;

  return steward_receipt_record (paper->session, paper->material, day, error);
}

void
steward_receipt_ask (GtkWidget      *widget,
                     StewardSession *session,
                     const char     *material)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (STEWARD_IS_SESSION (session));
  g_return_if_fail (material != NULL);

  steward_day_ask (widget, _("Handed in on"), steward_session_get_calendar (session), take,
                   paper_new (session, material), (GDestroyNotify) paper_free);
}

gboolean
steward_receipt_handle_key (StewardSession *session,
                            const char     *material,
                            guint           keyval)
{
  g_return_val_if_fail (STEWARD_IS_SESSION (session), FALSE);
  g_return_val_if_fail (material != NULL, FALSE);

  switch (keyval)
    {
    case GDK_KEY_period:
    case GDK_KEY_KP_Decimal:
      steward_receipt_record (session, material, steward_day_today (), NULL);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      steward_receipt_take_out (session, material);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
key_cb (GtkEventControllerKey *keys,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        Paper                 *paper)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    {
      steward_receipt_ask (widget, paper->session, paper->material);
      return GDK_EVENT_STOP;
    }

  return steward_receipt_handle_key (paper->session, paper->material, keyval);
}

void
steward_receipt_add_keys (GtkWidget      *widget,
                          StewardSession *session,
                          const char     *material)
{
  GtkEventController *keys;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (STEWARD_IS_SESSION (session));
  g_return_if_fail (material != NULL);

  keys = gtk_event_controller_key_new ();
  g_signal_connect_data (keys, "key-pressed", G_CALLBACK (key_cb), paper_new (session, material),
                         paper_closure_free, 0);
  gtk_widget_add_controller (widget, keys);
}

static void
clicked_cb (GtkButton *button,
            Paper     *paper)
{
  if (steward_project_get_receipt (steward_session_get_project (paper->session), paper->material) != NULL)
    steward_receipt_ask (GTK_WIDGET (button), paper->session, paper->material);
  else
    steward_receipt_record (paper->session, paper->material, steward_day_today (), NULL);
}

GtkWidget *
steward_receipt_button_new (StewardSession *session,
                            const char     *material,
                            const char     *name)
{
  g_autofree char *handed_in = NULL;
  g_autofree char *label = NULL;
  GtkWidget *button;

  g_return_val_if_fail (STEWARD_IS_SESSION (session), NULL);
  g_return_val_if_fail (material != NULL, NULL);

  handed_in = steward_receipt_describe (session, material);
  button = gtk_button_new_with_label (*handed_in != '\0' ? handed_in : _("Mark as Handed In"));
  label = steward_ui_join (name, *handed_in != '\0' ? handed_in : _("Mark as Handed In"), NULL);
  steward_ui_set_label (button, label);
  steward_ui_set_tooltip (button, *handed_in != '\0' ? _("Another day: Enter; not handed in after all: Delete")
                                                     : _("Today: full stop; another day: Enter"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_data (button, "clicked", G_CALLBACK (clicked_cb), paper_new (session, material),
                         paper_closure_free, 0);

  return button;
}
