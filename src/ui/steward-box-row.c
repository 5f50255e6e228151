/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-box-row.h"

#include <glib/gi18n-lib.h>

#include "steward-list-guard.h"
#include "steward-pinyin.h"
#include "steward-ui-text.h"

/* Built in code and not from a template: a form has 170 of them, and parsing
 * a template for each would cost most of the time to open the page. */

struct _StewardBoxRow
{
  GtkWidget         parent_instance;

  GtkWidget        *check;
  GtkWidget        *who;
  GtkWidget        *info;
  GtkWidget        *offer;     /* the suggestion, made when there is one */
  GtkWidget        *reason;
  gboolean          off;       /* whether it is offered to take the tick off */

  StewardSession   *session;
  const StewardBox *box;       /* belongs to the pack, which @session holds */
  char             *folded;
  char             *initials;  /* of the pinyin, made when somebody searches */
  gulong            toggled;
};

G_DEFINE_FINAL_TYPE (StewardBoxRow, steward_box_row, GTK_TYPE_WIDGET)

static void
decide (StewardBoxRow *self,
        gboolean       on)
{
  steward_project_set_tick (steward_session_get_project (self->session), self->box->id, on,
                            steward_session_get_actor (self->session), NULL);
  if (on && self->box->item != NULL)
    steward_list_guard_ask (GTK_WIDGET (self), self->session,
                            (const char * const []) { self->box->item->id, NULL });
}

static void
toggled_cb (StewardBoxRow *self)
{
  decide (self, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)));
}

static void
dismiss_cb (StewardBoxRow *self)
{
  gtk_widget_grab_focus (self->check);
  decide (self, FALSE);
}

static void
accept_cb (StewardBoxRow *self)
{
  gtk_widget_grab_focus (self->check);
  decide (self, TRUE);
}

static void
add_line (GtkWidget  *box,
          const char *title,
          const char *text)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;

  gtk_box_append (GTK_BOX (box), steward_ui_label_new (title, "caption-heading"));
  label = steward_ui_label_new (text, NULL);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_box_append (GTK_BOX (box), label);
}

static char *
describe_tick (StewardBoxRow *self)
{
  StewardProject *project = steward_session_get_project (self->session);
  const StewardTick *tick = steward_project_get_tick (project, self->box->id);
  g_autofree char *at = NULL;

  if (tick == NULL)
    return g_strdup (_("Nobody has decided yet"));

  at = g_strndup (tick->at, MIN (strlen (tick->at), strlen ("2026-01-01T09:00")));
  g_strdelimit (at, "T", ' ');

  /* Translators: who ticked or left out a box, and when. */
  return g_strdup_printf (tick->on ? _("Ticked by %s, %s") : _("Left out by %s, %s"),
                          *tick->by != '\0' ? tick->by : _("unknown"), at);
}

/* For the administrator of the catalogue: to where the rule is written. */
static void
add_change_button (StewardBoxRow *self,
                   GtkWidget     *box)
{
  const StewardBox *shown = self->box;
  g_autofree char *target = NULL;
  GtkWidget *button;

  if (shown->item == NULL && shown->material == NULL)
    return;
  target = shown->item != NULL ? g_strconcat ("items ", shown->item->id, NULL)
                               : g_strconcat ("materials ", shown->material->id, NULL);
  button = gtk_button_new_with_mnemonic (_("_Change This Rule…"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 6);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.rules");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_box_append (GTK_BOX (box), button);
}

/* Where the box is asked for, with the words if they are known: those of what it
 * stands for when the form itself is not quoted. */
static const StewardSource *
get_source (const StewardBox *box)
{
  const StewardSource *inner = box->material != NULL ? box->material->source
                               : box->item != NULL ? box->item->source : NULL;

  if (box->source == NULL || (box->source->quote == NULL && inner != NULL && inner->quote != NULL))
    return inner;

  return box->source;
}

static void
create_popup_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  StewardBoxRow *self = user_data;
  const StewardMaterial *material = self->box->material;
  const StewardItem *item = self->box->item;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *source = steward_ui_source (get_source (self->box));
  g_autofree char *tick = describe_tick (self);
  GtkWidget *label = steward_ui_label_new (self->box->label, "heading");

  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_box_append (GTK_BOX (box), label);
  add_line (box, _("Decision"), tick);
  if (material != NULL)
    {
      add_line (box, _("Form"), steward_ui_form_name (material->form));
      if (material->main)
        add_line (box, _("Deferral"), _("Main material: it cannot be deferred"));
      else if (material->deferrable != NULL)
        add_line (box, _("Deferral"), _("May be handed in later"));
    }
  if (item != NULL)
    {
      add_line (box, _("Applies when"), item->applies_when);
      add_line (box, _("Time limit"), item->limit_note);
      add_line (box, _("Note"), item->note);
    }
  add_line (box, _("Source"), source);
  add_change_button (self, box);

  gtk_widget_set_size_request (box, 260, -1);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 2);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

static GtkWidget *
offer_button (StewardBoxRow *self,
              const char    *icon,
              const char    *label,
              GCallback      callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  /* Translators: what a button does, and the box it does it to. */
  g_autofree char *text = g_strdup_printf (_("%s: %s"), label, self->box->label);

  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  steward_ui_set_tooltip (button, label);
  steward_ui_set_label (button, text);
  g_signal_connect_swapped (button, "clicked", callback, self);

  return button;
}

static void
make_offer (StewardBoxRow *self)
{
  GtkWidget *chip = self->off ? steward_ui_chip_new (_("No longer called for"), "confirm")
                              : steward_ui_chip_new (_("Suggested"), "accent");

  self->offer = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_margin_start (self->offer, 26);
  gtk_widget_set_margin_bottom (self->offer, 4);
  self->reason = steward_ui_label_new ("", "hint");
  gtk_widget_add_css_class (self->reason, "caption");
  gtk_widget_set_hexpand (self->reason, TRUE);

  gtk_box_append (GTK_BOX (self->offer), chip);
  gtk_box_append (GTK_BOX (self->offer), self->reason);
  if (!self->off)
    gtk_box_append (GTK_BOX (self->offer),
                    offer_button (self, "object-select-symbolic", _("Accept"), G_CALLBACK (accept_cb)));
  gtk_box_append (GTK_BOX (self->offer),
                  offer_button (self, "window-close-symbolic", _("Leave Out"), G_CALLBACK (dismiss_cb)));
  gtk_widget_set_parent (self->offer, GTK_WIDGET (self));
}

static void
update_offer (StewardBoxRow     *self,
              const StewardHint *hint)
{
  g_autofree char *reasons = NULL;

  if (hint == NULL)
    {
      g_clear_pointer (&self->offer, gtk_widget_unparent);
      gtk_widget_remove_css_class (GTK_WIDGET (self), "hinted");
      gtk_accessible_reset_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      return;
    }

  if (self->off != hint->off)
    g_clear_pointer (&self->offer, gtk_widget_unparent);
  self->off = hint->off;
  if (self->offer == NULL)
    make_offer (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "hinted");
  reasons = g_strdup (hint->reasons);
  g_strstrip (reasons);
  gtk_label_set_text (GTK_LABEL (self->reason), reasons);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reasons, -1);
}

static void
steward_box_row_dispose (GObject *object)
{
  StewardBoxRow *self = STEWARD_BOX_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->offer = NULL;
  g_clear_object (&self->session);
  g_clear_pointer (&self->folded, g_free);
  g_clear_pointer (&self->initials, g_free);

  G_OBJECT_CLASS (steward_box_row_parent_class)->dispose (object);
}

static gboolean
about_shortcut_cb (GtkWidget *widget,
                   GVariant  *arguments,
                   gpointer   user_data)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (STEWARD_BOX_ROW (widget)->info));

  return TRUE;
}

static void
steward_box_row_class_init (StewardBoxRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = steward_box_row_dispose;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Return, GDK_ALT_MASK, about_shortcut_cb, NULL);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_F10, GDK_SHIFT_MASK, about_shortcut_cb, NULL);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "boxrow");
}

static void
steward_box_row_init (StewardBoxRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "box-row");
}

static void
build (StewardBoxRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = steward_ui_label_new (self->box->label, NULL);
  g_autofree char *about = g_strdup_printf (_("About: %s"), self->box->label);

  self->check = gtk_check_button_new ();
  gtk_check_button_set_child (GTK_CHECK_BUTTON (self->check), label);
  gtk_widget_set_hexpand (self->check, TRUE);
  steward_ui_set_label (self->check, self->box->label);
  self->toggled = g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (toggled_cb), self);

  self->who = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->who), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->who), 14);
  gtk_widget_add_css_class (self->who, "caption");
  gtk_widget_add_css_class (self->who, "dim-label");
  gtk_widget_set_visible (self->who, FALSE);

  self->info = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->info), "help-about-symbolic");
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->info), FALSE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->info), create_popup_cb, self, NULL);
  gtk_widget_set_valign (self->info, GTK_ALIGN_CENTER);
  /* Tab goes from box to box; Alt+Enter opens this from the box itself. */
  gtk_widget_set_can_focus (self->info, FALSE);
  steward_ui_set_label (self->info, about);

  gtk_box_append (GTK_BOX (line), self->check);
  gtk_box_append (GTK_BOX (line), self->who);
  gtk_box_append (GTK_BOX (line), self->info);
  gtk_widget_set_parent (line, GTK_WIDGET (self));
}

GtkWidget *
steward_box_row_new (StewardSession   *session,
                     const StewardBox *box)
{
  StewardBoxRow *self;

  g_return_val_if_fail (STEWARD_IS_SESSION (session), NULL);
  g_return_val_if_fail (box != NULL, NULL);

  self = g_object_new (STEWARD_TYPE_BOX_ROW, NULL);
  self->session = g_object_ref (session);
  self->box = box;
  self->folded = steward_search_fold (box->label);
  build (self);
  steward_box_row_update (self, NULL);

  return GTK_WIDGET (self);
}

const StewardBox *
steward_box_row_get_box (StewardBoxRow *self)
{
  g_return_val_if_fail (STEWARD_IS_BOX_ROW (self), NULL);

  return self->box;
}

void
steward_box_row_update (StewardBoxRow     *self,
                        const StewardHint *hint)
{
  const StewardTick *tick;
  gboolean on;

  g_return_if_fail (STEWARD_IS_BOX_ROW (self));

  tick = steward_project_get_tick (steward_session_get_project (self->session), self->box->id);
  on = tick != NULL && tick->on;

  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)) != on)
    {
      g_signal_handler_block (self->check, self->toggled);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), on);
      g_signal_handler_unblock (self->check, self->toggled);
    }

  gtk_label_set_text (GTK_LABEL (self->who), on ? tick->by : "");
  gtk_widget_set_visible (self->who, on && *tick->by != '\0');
  update_offer (self, hint);
}

gboolean
steward_box_row_is_hinted (StewardBoxRow *self)
{
  g_return_val_if_fail (STEWARD_IS_BOX_ROW (self), FALSE);

  return self->offer != NULL;
}

void
steward_box_row_accept (StewardBoxRow *self)
{
  g_return_if_fail (STEWARD_IS_BOX_ROW (self));

  if (self->offer != NULL)
    decide (self, !self->off);
}

gboolean
steward_box_row_matches (StewardBoxRow *self,
                         const char    *needle)
{
  g_return_val_if_fail (STEWARD_IS_BOX_ROW (self), FALSE);
  g_return_val_if_fail (needle != NULL, FALSE);

  if (strstr (self->folded, needle) != NULL)
    return TRUE;
  if (self->initials == NULL)
    self->initials = steward_pinyin_initials (self->box->label);
  return strstr (self->initials, needle) != NULL;
}

gboolean
steward_box_row_is_ticked (StewardBoxRow *self)
{
  g_return_val_if_fail (STEWARD_IS_BOX_ROW (self), FALSE);

  return steward_project_is_ticked (steward_session_get_project (self->session), self->box->id);
}
