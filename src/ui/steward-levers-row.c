/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-levers-row.h"

#include <glib/gi18n-lib.h>

#include "steward-ui-text.h"

struct _StewardLeversRow
{
  GtkListBoxRow  parent_instance;

  char          *lever;
  char          *item;          /* NULL for the plan */
  GtkBox        *texts;
  GtkLabel      *reasons;
  GtkLabel      *agree;
  GtkLabel      *saved;
  GtkLabel      *approval;
  GtkWidget     *chip;
  GtkSwitch     *toggle;
  GtkExpander   *details;
  GtkExpander   *unfold;        /* of the items */
  GtkListBox    *items;
  gboolean       on;            /* in the scenario */
  gboolean       updating;
};

enum { SWITCHED, WANTED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardLeversRow, steward_levers_row, GTK_TYPE_LIST_BOX_ROW)

char *
steward_levers_saved_text (int saved)
{
  if (saved > 0)
    return g_strdup_printf (ngettext ("saves %d working day", "saves %d working days", saved), saved);
  if (saved < 0)
    return g_strdup_printf (ngettext ("costs %d working day", "costs %d working days", -saved), -saved);

  return g_strdup (_("the end stays"));
}

char *
steward_levers_approval_text (int saved)
{
  if (saved > 0)
    return g_strdup_printf (ngettext ("%d approval day fewer", "%d approval days fewer", saved), saved);
  if (saved < 0)
    return g_strdup_printf (ngettext ("%d approval day more", "%d approval days more", -saved), -saved);

  return g_strdup ("");
}

static const char *
eligibility_name (StewardEligibility eligibility)
{
  switch (eligibility)
    {
    case STEWARD_ELIGIBLE:
      return _("May be used");
    case STEWARD_ELIGIBLE_OPEN:
      return _("To be found out");
    case STEWARD_NOT_ELIGIBLE:
    default:
      return _("May not be used");
    }
}

static void
show_eligibility (StewardLeversRow   *self,
                  StewardEligibility  eligibility)
{
  static const char * const classes[] = { NULL, "confirm", "refused" };

  gtk_label_set_text (GTK_LABEL (self->chip), eligibility_name (eligibility));
  for (guint i = 1; i < G_N_ELEMENTS (classes); i++)
    {
      if (i == eligibility)
        gtk_widget_add_css_class (self->chip, classes[i]);
      else
        gtk_widget_remove_css_class (self->chip, classes[i]);
    }
}

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
set_description (GtkWidget  *widget,
                 const char *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
show_switch (StewardLeversRow *self,
             gboolean          on)
{
  self->updating = TRUE;
  gtk_switch_set_active (self->toggle, on);
  self->updating = FALSE;
}

static gboolean
restore_cb (gpointer user_data)
{
  StewardLeversRow *self = user_data;

  show_switch (self, self->on);

  return G_SOURCE_REMOVE;
}

static void
toggled_cb (StewardLeversRow *self)
{
  gboolean on = gtk_switch_get_active (self->toggle);

  if (self->updating)
    return;

  /* GTK lets programs, such as assistive ones, activate what is insensitive.
   * Setting it back here would only start this notification again. */
  if (gtk_widget_get_sensitive (GTK_WIDGET (self->toggle)))
    g_signal_emit (self, signals[SWITCHED], 0, self->lever, self->item, on);
  else
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, restore_cb, g_object_ref (self), g_object_unref);
}

static void
item_switched_cb (StewardLeversRow *self,
                  const char       *lever,
                  const char       *item,
                  gboolean          on)
{
  g_signal_emit (self, signals[SWITCHED], 0, lever, item, on);
}

static void
unfolded_cb (StewardLeversRow *self)
{
  g_signal_emit (self, signals[WANTED], 0, self->lever, gtk_expander_get_expanded (self->unfold));
}

static GtkLabel *
add_label (GtkBox     *box,
           const char *css_class)
{
  GtkWidget *label = steward_ui_label_new ("", "caption");

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);

  return GTK_LABEL (label);
}

static void
add_saved (StewardLeversRow *self,
           GtkBox           *box)
{
  GtkWidget *figures = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->saved = GTK_LABEL (gtk_label_new (NULL));
  self->approval = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->saved, 1.0f);
  gtk_label_set_xalign (self->approval, 1.0f);
  gtk_widget_add_css_class (GTK_WIDGET (self->saved), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->approval), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->approval), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->approval), "dim-label");
  gtk_widget_set_valign (figures, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (figures), GTK_WIDGET (self->saved));
  gtk_box_append (GTK_BOX (figures), GTK_WIDGET (self->approval));
  gtk_box_append (box, figures);
}

static void
add_switch (StewardLeversRow        *self,
            GtkBox                  *box,
            const StewardLeverOffer *offer)
{
  /* Translators: a lever or an item to use it for. */
  g_autofree char *name = g_strdup_printf (_("Use %s"), offer->name);

  self->toggle = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->toggle), GTK_ALIGN_CENTER);
  steward_ui_set_label (GTK_WIDGET (self->toggle), name);
  g_signal_connect_swapped (self->toggle, "notify::active", G_CALLBACK (toggled_cb), self);
  /* What is decided item by item has its switches there; the figures still
   * stand below those of the others. */
  if (offer->item == NULL && offer->lever->each)
    gtk_widget_set_visible (GTK_WIDGET (self->toggle), FALSE);
  gtk_box_append (box, GTK_WIDGET (self->toggle));
}

static void
add_list (GtkBox             *box,
          const char         *title,
          const char * const *lines)
{
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;

  if (lines == NULL || lines[0] == NULL)
    return;

  text = g_strjoinv (_("; "), (char **) lines);
  /* Translators: a heading, and what stands below it. */
  line = g_strdup_printf (_("%s: %s"), title, text);
  gtk_box_append (box, steward_ui_label_new (line, "caption"));
}

/* What people have to make sure of does not change with the switches. */
static void
add_details (StewardLeversRow        *self,
             const StewardLeverOffer *offer)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *source = steward_ui_source (offer->lever->source);

  add_list (GTK_BOX (box), _("Conditions"), offer->gate);
  add_list (GTK_BOX (box), _("Bureaus"), (const char * const *) offer->bureaus);
  if (offer->lever->note != NULL)
    gtk_box_append (GTK_BOX (box), steward_ui_label_new (offer->lever->note, "caption"));
  if (*source != '\0')
    gtk_box_append (GTK_BOX (box), steward_ui_label_new (source, "caption"));
  self->details = GTK_EXPANDER (gtk_expander_new (_("Conditions and source")));
  gtk_widget_set_margin_start (box, 18);
  gtk_expander_set_child (self->details, box);
  gtk_box_append (self->texts, GTK_WIDGET (self->details));
}

static void
add_items (StewardLeversRow *self,
           GtkBox           *box,
           const char       *name)
{
  self->unfold = GTK_EXPANDER (gtk_expander_new (_("Item by item")));
  self->items = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->items, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->items), "boxed-list");
  gtk_widget_set_margin_top (GTK_WIDGET (self->items), 6);
  steward_ui_set_label (GTK_WIDGET (self->items), name);
  gtk_expander_set_child (self->unfold, GTK_WIDGET (self->items));
  g_signal_connect_swapped (self->unfold, "notify::expanded", G_CALLBACK (unfolded_cb), self);
  gtk_box_append (box, GTK_WIDGET (self->unfold));
}

static void
build (StewardLeversRow        *self,
       const StewardLeverOffer *offer)
{
  GtkBox *all = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  GtkBox *head = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  GtkWidget *title = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = steward_ui_label_new (offer->name, offer->item == NULL ? "heading" : NULL);

  self->texts = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  self->chip = steward_ui_chip_new ("", NULL);
  gtk_widget_set_valign (self->chip, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (title), name);
  gtk_box_append (GTK_BOX (title), self->chip);
  gtk_box_append (self->texts, title);
  self->reasons = add_label (self->texts, NULL);
  self->agree = add_label (self->texts, "dim-label");
  if (offer->item == NULL)
    add_details (self, offer);
  gtk_widget_set_hexpand (GTK_WIDGET (self->texts), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->texts), GTK_ALIGN_CENTER);
  gtk_box_append (head, GTK_WIDGET (self->texts));
  add_saved (self, head);
  add_switch (self, head, offer);
  gtk_box_append (all, GTK_WIDGET (head));
  if (offer->item == NULL)
    add_items (self, all, offer->name);
  gtk_widget_add_css_class (GTK_WIDGET (all), "plan-row");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (all));
}

static void
steward_levers_row_finalize (GObject *object)
{
  StewardLeversRow *self = STEWARD_LEVERS_ROW (object);

  g_free (self->lever);
  g_free (self->item);

  G_OBJECT_CLASS (steward_levers_row_parent_class)->finalize (object);
}

static void
steward_levers_row_class_init (StewardLeversRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = steward_levers_row_finalize;

  signals[SWITCHED] =
    g_signal_new ("switched", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[WANTED] =
    g_signal_new ("wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
steward_levers_row_init (StewardLeversRow *self)
{
}

GtkWidget *
steward_levers_row_new (const StewardLeverOffer *offer)
{
  StewardLeversRow *self;

  g_return_val_if_fail (offer != NULL, NULL);

  self = g_object_new (STEWARD_TYPE_LEVERS_ROW, NULL);
  self->lever = g_strdup (offer->lever->id);
  self->item = g_strdup (offer->item);
  build (self, offer);
  steward_levers_row_update (self, offer, NULL);

  return GTK_WIDGET (self);
}

gboolean
steward_levers_row_is_of (StewardLeversRow        *self,
                          const StewardLeverOffer *offer)
{
  g_return_val_if_fail (STEWARD_IS_LEVERS_ROW (self), FALSE);
  g_return_val_if_fail (offer != NULL, FALSE);

  return g_str_equal (self->lever, offer->lever->id) && g_strcmp0 (self->item, offer->item) == 0;
}

/* Rows stay as they are, with focus and all, unless the plan has other items. */
static void
update_items (StewardLeversRow *self,
              GPtrArray        *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const StewardLeverOffer *offer = g_ptr_array_index (items, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->items, i);
      GtkWidget *new;

      if (row != NULL && steward_levers_row_is_of (STEWARD_LEVERS_ROW (row), offer))
        {
          steward_levers_row_update (STEWARD_LEVERS_ROW (row), offer, NULL);
          continue;
        }
      while ((row = gtk_list_box_get_row_at_index (self->items, i)) != NULL)
        gtk_list_box_remove (self->items, GTK_WIDGET (row));
      new = steward_levers_row_new (offer);
      g_signal_connect_object (new, "switched", G_CALLBACK (item_switched_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->items, new);
    }
  for (GtkListBoxRow *row; (row = gtk_list_box_get_row_at_index (self->items, items->len)) != NULL;)
    gtk_list_box_remove (self->items, GTK_WIDGET (row));
}

static char *
agree_text (StewardLeversRow        *self,
            const StewardLeverOffer *offer)
{
  g_autofree char *names = NULL;

  /* All items of a lever need the same people; their own is the bureau. */
  if (self->item != NULL)
    names = g_strjoinv ("、", offer->bureaus);
  else
    names = g_strjoinv ("、", (char **) offer->agree);
  if (*names == '\0')
    return g_strdup ("");

  return self->item != NULL ? g_steal_pointer (&names) : g_strdup_printf (_("Must agree: %s"), names);
}

/* What was decided can be taken back; what the notice has in force for an item
 * that is past it cannot. */
static gboolean
can_switch (const StewardLeverOffer *offer)
{
  return offer->eligibility != STEWARD_NOT_ELIGIBLE || (offer->on && (offer->decided || offer->item == NULL));
}

void
steward_levers_row_update (StewardLeversRow        *self,
                           const StewardLeverOffer *offer,
                           GPtrArray               *items)
{
  g_autofree char *saved = NULL;
  g_autofree char *approval = NULL;
  g_autofree char *reasons = NULL;
  g_autofree char *agree = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (STEWARD_IS_LEVERS_ROW (self));
  g_return_if_fail (offer != NULL);

  saved = steward_levers_saved_text (offer->saved);
  approval = steward_levers_approval_text (offer->saved_approval);
  reasons = g_strjoinv ("\n", offer->reasons);
  agree = agree_text (self, offer);
  show_eligibility (self, offer->eligibility);
  gtk_label_set_text (self->saved, saved);
  set_text (self->approval, approval);
  set_text (self->reasons, reasons);
  set_text (self->agree, agree);

  self->on = offer->on;
  show_switch (self, self->on);
  gtk_widget_set_sensitive (GTK_WIDGET (self->toggle), can_switch (offer));
  set_description (GTK_WIDGET (self->toggle), reasons);
  /* An insensitive switch is passed over; the row is not. */
  name = steward_ui_join (offer->name, eligibility_name (offer->eligibility), saved, approval, agree, NULL);
  steward_ui_set_label (GTK_WIDGET (self), name);
  set_description (GTK_WIDGET (self), reasons);
  if (items != NULL && self->items != NULL)
    update_items (self, items);
}

GtkSwitch *
steward_levers_row_get_switch (StewardLeversRow *self)
{
  g_return_val_if_fail (STEWARD_IS_LEVERS_ROW (self), NULL);

  return self->toggle;
}

GtkWidget *
steward_levers_row_get_items (StewardLeversRow *self)
{
  g_return_val_if_fail (STEWARD_IS_LEVERS_ROW (self), NULL);

  return self->unfold != NULL ? GTK_WIDGET (self->unfold) : NULL;
}
