/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-row-details.h"

#include <glib/gi18n-lib.h>

#include "steward-ui-text.h"

struct _StewardRowDetails
{
  GtkWidget  parent_instance;

  GtkWidget *revealer;
  GtkWidget *light;
  GtkWidget *name;
  GtkWidget *facts;
  GtkWidget *why;
  GtkWidget *open;
  char      *item;      /* of the row, when it has a case */
  char      *hint;      /* while there is no row; NULL: nothing is shown then */
  char      *reason;    /* why the row lies where it lies, or NULL */
  char      *told;      /* instead of it, or NULL */
};

G_DEFINE_FINAL_TYPE (StewardRowDetails, steward_row_details, GTK_TYPE_WIDGET)

static char *
describe_dates (const StewardScheduleRow *row)
{
  g_autofree char *start = steward_ui_date (row->start, FALSE);
  g_autofree char *finish = steward_ui_date (row->finish, row->provisional);

  return g_strdup_printf (_("%s to %s"), start, finish);
}

static char *
describe_facts (const StewardScheduleRow *row)
{
  g_autofree char *dates = describe_dates (row);
  g_autofree char *limit = NULL;
  g_autofree char *remaining = steward_ui_remaining (&row->answer);
  g_autofree char *slack = NULL;
  g_autofree char *bureau = steward_ui_bureau (row->item);
  g_autofree char *state = steward_ui_row_state (row);
  const char *level = row->item != NULL ? steward_ui_level_name (row->item->level) : NULL;

  if (row->kind == STEWARD_ROW_ITEM)
    limit = row->limit_unknown || row->limit < 0 ? g_strdup (_("no limit stated")) : steward_ui_days (row->limit);
  if (row->critical)
    slack = g_strdup (_("on the critical path"));
  else if (row->kind == STEWARD_ROW_ITEM && row->decided == STEWARD_DAY_NONE)
    slack = g_strdup_printf (ngettext ("can slip %d working day", "can slip %d working days", row->total_float),
                             row->total_float);

  return steward_ui_join (state, bureau, level != NULL ? level : "", dates,
                          limit != NULL ? limit : "", remaining, slack != NULL ? slack : "", NULL);
}

static void
steward_row_details_dispose (GObject *object)
{
  StewardRowDetails *self = STEWARD_ROW_DETAILS (object);

  g_clear_pointer (&self->revealer, gtk_widget_unparent);
  g_clear_pointer (&self->item, g_free);
  g_clear_pointer (&self->hint, g_free);
  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->told, g_free);

  G_OBJECT_CLASS (steward_row_details_parent_class)->dispose (object);
}

static void
steward_row_details_class_init (StewardRowDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_row_details_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
steward_row_details_init (StewardRowDetails *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->light = gtk_label_new (NULL);
  self->name = steward_ui_label_new ("", "heading");
  self->facts = steward_ui_label_new ("", "numeric");
  self->why = steward_ui_label_new ("", "dim-label");
  gtk_box_append (GTK_BOX (texts), self->name);
  gtk_box_append (GTK_BOX (texts), self->facts);
  gtk_box_append (GTK_BOX (texts), self->why);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (bar), self->light);
  gtk_box_append (GTK_BOX (bar), texts);
  self->open = gtk_button_new_with_mnemonic (_("_Case"));
  gtk_widget_set_valign (self->open, GTK_ALIGN_CENTER);
  steward_ui_set_tooltip (self->open, _("Open the case: its events, dates and days"));
  g_signal_connect_object (self->open, "clicked", G_CALLBACK (steward_row_details_open), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), self->open);
  gtk_widget_add_css_class (bar, "details-bar");

  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_transition_type (GTK_REVEALER (self->revealer), GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), bar);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
}

/* With a hint the lines stay where they are, also those that are empty. */
static void
show_reason (StewardRowDetails *self)
{
  const char *text = self->told != NULL ? self->told : self->reason;

  gtk_label_set_text (GTK_LABEL (self->why), text != NULL ? text : "");
  gtk_widget_set_visible (self->why, self->hint != NULL || (text != NULL && *text != '\0'));
  if (self->told != NULL)
    gtk_widget_remove_css_class (self->why, "dim-label");
  else
    gtk_widget_add_css_class (self->why, "dim-label");
}

static void
show_hint (StewardRowDetails *self)
{
  gtk_label_set_text (GTK_LABEL (self->light), "");
  gtk_label_set_text (GTK_LABEL (self->name), "");
  gtk_label_set_text (GTK_LABEL (self->facts), self->hint);
  gtk_widget_set_visible (self->open, FALSE);
  show_reason (self);
}

void
steward_row_details_show (StewardRowDetails        *self,
                          const StewardScheduleRow *row)
{
  g_autofree char *facts = NULL;

  g_return_if_fail (STEWARD_IS_ROW_DETAILS (self));

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), row != NULL || self->hint != NULL);
  g_clear_pointer (&self->item, g_free);
  g_free (self->reason);
  self->reason = row != NULL ? g_strdup (row->why_text) : NULL;
  if (row == NULL && self->hint != NULL)
    show_hint (self);
  if (row == NULL)
    return;

  if (row->kind == STEWARD_ROW_ITEM)
    self->item = g_strdup (row->id);
  gtk_widget_set_visible (self->open, self->item != NULL);
  facts = describe_facts (row);
  steward_ui_set_light (GTK_LABEL (self->light), row->answer.light);
  gtk_label_set_text (GTK_LABEL (self->name), row->name);
  gtk_label_set_text (GTK_LABEL (self->facts), facts);
  show_reason (self);
}

void
steward_row_details_set_hint (StewardRowDetails *self,
                              const char        *hint)
{
  g_return_if_fail (STEWARD_IS_ROW_DETAILS (self));

  g_free (self->hint);
  self->hint = g_strdup (hint);
  steward_row_details_show (self, NULL);
}

void
steward_row_details_set_room (StewardRowDetails *self,
                              int                lines)
{
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *text = NULL;
  int height = -1;

  g_return_if_fail (STEWARD_IS_ROW_DETAILS (self));
  g_return_if_fail (lines >= 0);

  if (lines > 0)
    {
      text = g_strnfill (lines - 1, '\n');
      layout = gtk_widget_create_pango_layout (self->why, text);
      pango_layout_get_pixel_size (layout, NULL, &height);
    }
  gtk_label_set_yalign (GTK_LABEL (self->why), 0);
  gtk_widget_set_size_request (self->why, -1, height);
}

void
steward_row_details_tell (StewardRowDetails *self,
                          const char        *text)
{
  g_return_if_fail (STEWARD_IS_ROW_DETAILS (self));

  g_free (self->told);
  self->told = g_strdup (text);
  show_reason (self);
}

char *
steward_row_details_describe (const StewardScheduleRow *row)
{
  g_autofree char *facts = NULL;

  g_return_val_if_fail (row != NULL, NULL);

  facts = describe_facts (row);

  return steward_ui_join (row->name, facts, NULL);
}

void
steward_row_details_open (StewardRowDetails *self)
{
  g_return_if_fail (STEWARD_IS_ROW_DETAILS (self));

  if (self->item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.case", "s", self->item);
}
