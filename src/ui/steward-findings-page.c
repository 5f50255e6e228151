/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-findings-page.h"

#include <glib/gi18n-lib.h>

#include "steward-finding-text.h"
#include "steward-ui-text.h"
#include "steward-window.h"

struct _StewardFindingsPage
{
  StewardPage         parent_instance;

  GtkStack           *stack;
  AdwStatusPage      *empty;
  GtkLabel           *summary;
  GtkWidget          *copy;
  StewardFindingsBox *findings;
};

G_DEFINE_FINAL_TYPE (StewardFindingsPage, steward_findings_page, STEWARD_TYPE_PAGE)

static void
show_empty (StewardFindingsPage *self,
            const char          *icon,
            const char          *title,
            const char          *description)
{
  g_autofree char *markup = g_markup_escape_text (description, -1);

  adw_status_page_set_icon_name (self->empty, icon);
  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (self->empty, markup);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
steward_findings_page_refresh (StewardPage *page)
{
  StewardFindingsPage *self = STEWARD_FINDINGS_PAGE (page);
  StewardSession *session = steward_page_get_session (page);
  const GPtrArray *findings = steward_session_get_findings (session);
  const GError *error = steward_session_get_error (session);
  g_autofree char *summary = findings != NULL ? steward_findings_summarise (findings) : g_strdup ("");

  gtk_label_set_text (self->summary, summary);
  gtk_widget_set_sensitive (self->copy, findings != NULL && findings->len > 0);
  steward_findings_box_show (self->findings, session, NULL);
  if (findings == NULL)
    show_empty (self, "dialog-warning-symbolic", _("Cannot Be Checked"), error != NULL ? error->message : "");
  else if (findings->len == 0)
    show_empty (self, "object-select-symbolic", _("Nothing Found"),
                _("Dates, order, limits, list and promises of this project keep to the rules."));
  else
    gtk_stack_set_visible_child_name (self->stack, "findings");
}

static void
steward_findings_page_bind (StewardPage    *page,
                            StewardSession *session)
{
  steward_findings_box_show (STEWARD_FINDINGS_PAGE (page)->findings, NULL, NULL);
}

/* Enter then leads to what weighs most. */
static void
steward_findings_page_enter (StewardPage *page)
{
  gtk_widget_child_focus (GTK_WIDGET (STEWARD_FINDINGS_PAGE (page)->stack), GTK_DIR_TAB_FORWARD);
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  StewardSession *session = steward_page_get_session (STEWARD_PAGE (widget));
  const GPtrArray *findings = session != NULL ? steward_session_get_findings (session) : NULL;
  const StewardSchedule *schedule = session != NULL ? steward_session_get_schedule (session) : NULL;
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autofree char *text = NULL;

  if (findings == NULL || schedule == NULL || findings->len == 0)
    return;

  text = steward_findings_describe (findings, steward_session_get_title (session), schedule->as_of);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  if (STEWARD_IS_WINDOW (root))
    steward_window_toast (STEWARD_WINDOW (root), _("All findings copied as text"));
}

static void
back_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.page", "s", "overview");
}

/* As on the case page: buttons do not name the actions of the class. */
static void
copy_cb (StewardFindingsPage *self)
{
  copy_action (GTK_WIDGET (self), NULL, NULL);
}

static void
back_cb (StewardFindingsPage *self)
{
  back_action (GTK_WIDGET (self), NULL, NULL);
}

static void
steward_findings_page_dispose (GObject *object)
{
  steward_page_dispose_template (STEWARD_PAGE (object), STEWARD_TYPE_FINDINGS_PAGE);

  G_OBJECT_CLASS (steward_findings_page_parent_class)->dispose (object);
}

static void
steward_findings_page_class_init (StewardFindingsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_findings_page_dispose;
  STEWARD_PAGE_CLASS (klass)->bind = steward_findings_page_bind;
  STEWARD_PAGE_CLASS (klass)->refresh = steward_findings_page_refresh;
  STEWARD_PAGE_CLASS (klass)->enter = steward_findings_page_enter;

  g_type_ensure (STEWARD_TYPE_FINDINGS_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-findings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StewardFindingsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, StewardFindingsPage, empty);
  gtk_widget_class_bind_template_child (widget_class, StewardFindingsPage, summary);
  gtk_widget_class_bind_template_child (widget_class, StewardFindingsPage, copy);
  gtk_widget_class_bind_template_child (widget_class, StewardFindingsPage, findings);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_install_action (widget_class, "checks.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "checks.back", NULL, back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "checks.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "checks.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "checks.back", NULL);
}

static void
steward_findings_page_init (StewardFindingsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  steward_ui_space_tooltips (GTK_WIDGET (self));
}

StewardFindingsBox *
steward_findings_page_get_box (StewardFindingsPage *self)
{
  g_return_val_if_fail (STEWARD_IS_FINDINGS_PAGE (self), NULL);

  return self->findings;
}
